import { type KillRound, killBroker, killImporter } from '../support/kill-run.js'

const rounds = Number(process.env['KILL_ROUNDS'] ?? 20)
const count = Number(process.env['KILL_ENTITIES'] ?? 5000)

const print = (title: string, results: readonly KillRound[]): void => {
  console.log(title)
  console.log('round  killed after  in the broker then  at the end  settled before  wrong')
  for (const { round, killedAfterMs, before, after, resumed, wrong } of results) {
    const cells = [round, `${killedAfterMs} ms`, before, after, resumed, wrong.length]
    console.log(cells.map((cell, n) => String(cell).padStart([5, 13, 19, 11, 15, 6][n] ?? 8)).join(' '))
    for (const sentence of wrong) console.log(`       ${sentence}`)
  }
}

/** Kills importer and broker at random moments; throws when broker and source differ at the end. */
export const run = async (): Promise<void> => {
  const importer = await killImporter(rounds, count)
  print(`kill -9 of the importer of ${count} rows, then the same command again`, importer)
  const broker = await killBroker(rounds, count)
  print(`kill -9 of the broker (data file) during an import of ${count} rows, then started again`, broker)
  if ([...importer, ...broker].some(({ wrong }) => wrong.length > 0)) throw new Error('the load is not exact')
}
