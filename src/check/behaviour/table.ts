import type { BehaviourReport } from '../broker-behaviour.js'
import type { BehaviourResult } from './result.js'

const marks: Readonly<Record<BehaviourResult['state'], string>> = {
  'as it should': 'ok',
  deviates: 'DEVIATES',
  'not asked': 'not asked',
}

const cells = (result: BehaviourResult): readonly string[] => [
  marks[result.state],
  result.operation,
  `${result.asks}${result.since === undefined ? '' : ` (since ${result.since})`}`,
  result.expected,
  result.deviation ?? String(result.status ?? ''),
]

const heads = ['', 'operation', 'request', 'should give', 'gives']

/** Writes what a broker answered as a table for a terminal, one line a request. */
export const renderBehaviour = ({ broker, results, leftBehind }: BehaviourReport): string => {
  const rows = results.map(cells)
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  const deviating = results.filter(({ state }) => state === 'deviates')
  const asked = results.filter(({ state }) => state !== 'not asked').length
  return [
    line(heads),
    ...rows.map(line),
    '',
    `${broker}: ${asked - deviating.length} of ${asked} requests are answered as NGSI-LD (CIM 009 V1.9) asks, ${deviating.length} are not`,
    ...(leftBehind.length === 0
      ? ['What was written is removed.']
      : [`Not removed: ${leftBehind.slice(0, 10).join('; ')}`]),
    '',
  ].join('\n')
}
