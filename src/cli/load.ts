import { failureLines } from '../client/failure-lines.js'
import { UsageError } from '../errors.js'
import { type LoadReport, loadEntities } from '../feed/load-entities.js'
import { resumedText } from '../feed/report-text.js'
import { type BrokerOptions, connectBroker } from './broker-options.js'
import type { Io } from './command.js'
import { loadProgress, sayHowToResume } from './progress.js'

/** What `import` was told, where no mapping was named. */
export interface LoadFlags extends BrokerOptions {
  readonly json?: boolean
  readonly allowPrivate?: boolean
}

const shown = 10

const text = (report: LoadReport): string => {
  const { read, created, updated, written, unchanged, invalid, failed, unconfirmed, rejected } = report
  const more = rejected - shown
  return [
    `${read + rejected} lines: ${created} created, ${updated + written} changed, ${unchanged} unchanged, ${rejected} no entity, ${invalid + failed} failed, ${unconfirmed} unconfirmed${resumedText(report.resumed)}`,
    ...report.rejectedLines.slice(0, shown).map(({ line, reason }) => `  line ${line} ${reason}`),
    ...(more > 0 ? [`  … and ${more} more lines that are no entity; --json shows them`] : []),
    ...failureLines(report.problems, shown).map((line) => `  ${line}`),
    ...(report.deadLetter === undefined ? [] : [`not written: ${report.deadLetter}`]),
    '',
  ].join('\n')
}

/** Loads a file of entities without a mapping, for `city-context import FILE.ndjson`. */
export const runLoad = async (
  file: string | undefined,
  paths: { readonly journal: string | undefined; readonly deadLetter: string | undefined },
  flags: LoadFlags,
  io: Io,
): Promise<void> => {
  if (file === undefined || !/^-$|\.(ndjson|jsonl)(\.gz)?([?#].*)?$/i.test(file))
    throw new UsageError(
      'say --map FILE; only a file of entities (.ndjson, one on each line) goes without a mapping',
    )
  await using city = await connectBroker(flags, io)
  const progress = await loadProgress(io)
  try {
    const report = await loadEntities({
      ...paths,
      file,
      stdin: io.stdin as AsyncIterable<Uint8Array | string>,
      allowPrivate: flags.allowPrivate,
      city,
      context: flags.context,
      signal: io.signal,
      onProgress: (writing) =>
        progress.update({ phase: 'writing', count: writing.read, total: undefined, writing }),
    })
    progress.stop()
    io.stdout.write(flags.json === true ? `${JSON.stringify(report, null, 2)}\n` : text(report))
    const lost = report.rejected + report.invalid + report.failed + report.unconfirmed
    sayHowToResume(paths.journal, io)
    io.exitCode = lost === 0 && !report.aborted ? 0 : 1
  } finally {
    progress.stop()
  }
}
