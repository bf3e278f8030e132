import { exitDrill } from '../support/exit-run.js'

const count = Number(process.env['EXIT_ENTITIES'] ?? 50_000)

/** Leaves a broker in use for another one, killing the copy three times; throws when the two differ at the end. */
export const run = async (): Promise<void> => {
  const target = process.env['BROKER_URL']
  const drill = await exitDrill(count, target)
  const { report } = drill
  console.log(
    [
      `${drill.entities} entities of ${report.types.length} types to ${target ?? 'another embedded broker'}; ${drill.changes} changes meanwhile`,
      `killed (-9) when the target held ${drill.killedAt.join(', ')}; the fourth run: ${JSON.stringify(report.entities)}`,
      `proof: ${report.equal ? 'equal' : 'NOT EQUAL'}, ${report.complete ? 'complete' : 'INCOMPLETE'}; compared by bare HTTP: ${drill.wrong.length} differ`,
      `${drill.subscriptions} subscriptions (${drill.active} active), ${drill.contexts} contexts; ${drill.seconds.toFixed(0)} s in all`,
      `one character changed on the target: the check names ${drill.found.join(', ')} (exit code ${drill.codeAfter})`,
    ].join('\n'),
  )
  const right =
    report.equal &&
    drill.wrong.length === 0 &&
    drill.code === 0 &&
    drill.found.join() === drill.spoiled &&
    drill.codeAfter === 1
  if (!right) throw new Error(`the drill failed: ${JSON.stringify(drill).slice(0, 2000)}`)
}
