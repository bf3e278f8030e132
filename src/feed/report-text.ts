import { failureLines } from '../client/failure-lines.js'
import { type FeedReport, isClean } from './report.js'

const list = (names: readonly string[], limit = 12): string =>
  `${names.slice(0, limit).join(', ')}${names.length > limit ? ` … (${names.length})` : ''}`

const line = (label: string, text: string | number): string => `  ${label.padEnd(14)} ${text}`

const rowLines = (report: FeedReport): readonly string[] => {
  const { rows } = report
  return [
    line('rows read', rows.read),
    ...(rows.filtered > 0 ? [line('left out', `${rows.filtered} by where`)] : []),
    ...(rows.hollow > 0 ? [line('without value', rows.hollow)] : []),
    line('rejected', rows.rejected),
    line('entities', `${report.entities} ${report.type}`),
  ]
}

const problemLines = (report: FeedReport): readonly string[] => {
  const shown = Object.entries(report.problemsByRule).flatMap(([rule, count]) => {
    const example = report.problems.find((problem) => (problem.rule ?? 'other') === rule)
    if (example === undefined) return []
    const hint = example.hint === undefined ? '' : ` (${example.hint})`
    return [`    ${count} × ${rule}: ${example.path}: ${example.message}${hint}`]
  })
  return shown.length === 0 ? [] : ['  why rejected', ...shown]
}

const enumLines = (report: FeedReport): readonly string[] =>
  report.enums.map(({ attribute, mapped, unmapped, missing }) =>
    line(
      attribute,
      `${mapped} mapped, ${unmapped} not${
        unmapped === 0
          ? ''
          : `: ${missing
              .slice(0, 5)
              .map(({ text, count }) => `"${text}" ${count}×`)
              .join(', ')}`
      }`,
    ),
  )

const noteLines = (report: FeedReport): readonly string[] => {
  const { duplicates, columns, times } = report
  const assumed = Object.entries(report.assumed).map(([name, count]) => `${name} ${count}×`)
  return [
    ...(duplicates.ids > 0
      ? [
          line(
            'same id',
            `${duplicates.ids} ids on ${duplicates.rows} rows (onDuplicate: ${duplicates.rule})`,
          ),
        ]
      : []),
    ...(assumed.length > 0 ? [line('assumed', list(assumed))] : []),
    ...(times.ambiguous > 0
      ? [line('ambiguous time', `${times.ambiguous} rows in the hour a clock change repeats`)]
      : []),
    ...(times.missing > 0
      ? [line('missing time', `${times.missing} rows in the hour a clock change leaves out`)]
      : []),
    ...(report.repaired > 0 ? [line('repaired text', `${report.repaired} rows`)] : []),
    ...(columns.unused.length > 0 ? [line('not used', list(columns.unused))] : []),
    ...(columns.empty.length > 0 ? [line('empty', list(columns.empty))] : []),
    ...(columns.sensitive.length > 0
      ? [line('sensitive', `${list(columns.sensitive.map(({ column }) => column))}: not taken over`)]
      : []),
  ]
}

const removedLines = ({ removed }: FeedReport): readonly string[] => {
  if (removed === undefined || removed.count === 0) return []
  const done = removed.pruned > 0 ? `${removed.pruned} deleted` : 'kept; delete them with --prune --yes'
  return [line('gone', `${removed.count} in the broker, no longer in the source: ${done}`)]
}

/** What an earlier run wrote is not written now, though the report counts it. */
export const resumedText = (resumed: number | undefined): string =>
  resumed === undefined || resumed === 0 ? '' : `; ${resumed} of them by earlier runs`

const brokerLines = (report: FeedReport): readonly string[] => {
  const { broker } = report
  if (broker === undefined) return []
  const counts = (['created', 'updated', 'written', 'unchanged', 'invalid', 'failed', 'unconfirmed'] as const)
    .filter((outcome) => broker[outcome] > 0)
    .map((outcome) => `${broker[outcome]} ${outcome}`)
  return [
    line(
      'broker',
      counts.length === 0 ? 'nothing to write' : counts.join(', ').concat(resumedText(broker.resumed)),
    ),
    ...failureLines(broker.problems, 10).map((text) => `    ${text}`),
    ...removedLines(report),
  ]
}

/** Writes an import's report for people: a summary of at most some thirty lines. */
export const renderFeedReport = (report: FeedReport): string =>
  [
    `${report.dryRun ? 'Dry run' : 'Import'} of ${report.source} (${report.license}, ${report.crs})`,
    ...rowLines(report),
    ...problemLines(report),
    ...enumLines(report),
    ...noteLines(report),
    ...brokerLines(report),
    ...(report.refusal === undefined ? [] : [`  refused: nothing was written. ${report.refusal}`]),
    isClean(report)
      ? `${report.dryRun ? 'Ready to import' : 'Done'} in ${report.seconds.toFixed(1)} s.`
      : `Not clean, in ${report.seconds.toFixed(1)} s.`,
    '',
  ].join('\n')
