import type { Model } from '../model/descriptor.js'
import { forBroker } from '../model/lenience.js'
import { refuseUnclassified, surveyColumns } from './column-survey.js'
import { createEnvironment, type Environment } from './environment.js'
import type { FeedSource } from './feed-source.js'
import { createIdIndex } from './id-index.js'
import type { Mapping } from './mapping.js'
import type { Duplicates, EnumCoverage } from './report.js'
import { compileRows, type MappedEntity } from './row-mapper.js'
import type { RowProblem, Table } from './table.js'
import { createTally, type Tally } from './tally.js'

/** How many problems are kept, and how many duplicate ids are shown. */
const maxProblems = 1000
const maxExamples = 20

/** What a first reading of the whole source found, before anything is written. */
export interface Survey {
  /** Rows of the source. */
  readonly read: number
  /** Rows that explode or unpivot found nothing in. */
  readonly hollow: number
  readonly filtered: number
  readonly rejectedRows: number
  readonly problems: readonly RowProblem[]
  readonly problemsByRule: ReadonlyMap<string, number>
  /** Positions (from 0, in reading order) of the records that make no entity. */
  readonly refused: ReadonlySet<number>
  readonly ids: number
  /** Tells whether a row has an id. */
  readonly hasId: (id: string) => boolean
  readonly duplicates: Duplicates
  /** Ids that more than one row has. */
  readonly repeated: ReadonlySet<string>
  readonly tally: Tally
  readonly unused: readonly string[]
  readonly empty: readonly string[]
  readonly sensitive: readonly { readonly column: string; readonly reason: string }[]
}

interface Counts {
  file: string | undefined
  distinct: number
  lastRow: number
  filtered: number
  rejected: number
  lastRejected: number
}

/** Row numbers begin again with each file. */
const startFile = (counts: Counts, file: string | undefined): void => {
  if (file === counts.file) return
  counts.file = file
  counts.lastRow = -1
  counts.lastRejected = -1
}

const collector = (): {
  readonly problems: RowProblem[]
  readonly byRule: Map<string, number>
  readonly add: (problem: RowProblem) => void
} => {
  const problems: RowProblem[] = []
  const byRule = new Map<string, number>()
  return {
    problems,
    byRule,
    add: (problem) => {
      const rule = problem.rule ?? 'other'
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
      if (problems.length < maxProblems) problems.push(problem)
    },
  }
}

const duplicateFinder = (
  rule: Duplicates['rule'],
): {
  readonly add: (id: string, row: number) => void
  readonly result: () => {
    readonly duplicates: Duplicates
    readonly repeated: ReadonlySet<string>
    readonly ids: number
    readonly hasId: (id: string) => boolean
  }
} => {
  const index = createIdIndex()
  const rowsOf = new Map<string, number[]>()
  const counts = new Map<string, number>()
  let rows = 0
  /** Under `suffix`, further rows of an id have numbers behind it. */
  const isNumbered = (id: string): boolean => {
    const [, base = '', number] = /^(.*)-(\d+)$/.exec(id) ?? []
    return Number(number) >= 2 && Number(number) <= (counts.get(base) ?? 0)
  }
  return {
    add: (id, row) => {
      const before = index.add(id, row)
      if (before === undefined) return
      const known = rowsOf.get(id)
      rows += known === undefined ? 2 : 1
      counts.set(id, (counts.get(id) ?? 1) + 1)
      if (known === undefined) rowsOf.set(id, [before, row])
      else if (known.length < maxExamples) known.push(row)
    },
    result: () => ({
      ids: index.size,
      hasId: rule === 'suffix' ? (id) => index.has(id) || isNumbered(id) : index.has,
      repeated: new Set(rowsOf.keys()),
      duplicates: {
        rule,
        ids: rowsOf.size,
        rows,
        examples: [...rowsOf].slice(0, maxExamples).map(([id, found]) => ({ id, rows: found })),
      },
    }),
  }
}

/** A mapping compiled over an opened table. */
export interface Reading {
  readonly table: Table
  readonly rowsRead: () => number
  readonly environment: Environment
  readonly map: ReturnType<typeof compileRows>
}

/** Opens the source and compiles the mapping over it. */
export const openReading = async (
  source: FeedSource,
  mapping: Mapping,
  model: Model,
  name: string,
): Promise<Reading> => {
  const { table, rowsRead } = await source.open()
  const environment = createEnvironment(mapping, table, createTally())
  return { table, rowsRead, environment, map: compileRows(mapping, model, environment, name) }
}

const place = (table: Table, file: string | undefined, row: number, path: string): string => {
  const inFile = path.startsWith(table.unit) ? path : `${table.unit} ${row}, ${path}`
  return file === undefined ? inFile : `${file} ${inFile}`
}

/**
 * Reads the whole source once without writing: maps and validates every row, finds ids that repeat, counts everything.
 * Throws a UsageError where the mapping takes over unclassified personal or secret columns.
 */
export const survey = async (
  source: FeedSource,
  mapping: Mapping,
  model: Model,
  name: string,
  onRows: (rows: number) => void,
  signal: AbortSignal | undefined,
): Promise<Survey> => {
  const { table, rowsRead, environment, map } = await openReading(source, mapping, model, name)
  const { tally } = environment
  const columns = surveyColumns(table)
  const faults = collector()
  const ids = duplicateFinder(mapping.onDuplicate ?? 'fail')
  const refused = new Set<number>()
  const counts: Counts = {
    file: undefined,
    distinct: 0,
    lastRow: -1,
    filtered: 0,
    rejected: 0,
    lastRejected: -1,
  }
  const reject = (row: number, issues: readonly Omit<RowProblem, 'row'>[]): void => {
    if (counts.lastRejected !== row) counts.rejected += 1
    counts.lastRejected = row
    for (const issue of issues)
      faults.add({ ...issue, row, path: place(table, counts.file, row, issue.path) })
  }
  const take = (record: unknown, row: number, position: number): void => {
    if (counts.lastRow !== row) counts.distinct += 1
    counts.lastRow = row
    tally.row = row
    columns.look(record)
    const made = map(record)
    if (made.kind === 'filtered') counts.filtered += 1
    const issues =
      made.kind === 'rejected'
        ? made.issues
        : made.kind === 'entity'
          ? model.validate(made.entity, forBroker)
          : []
    if (issues.length > 0) reject(row, issues)
    if (issues.length > 0 || made.kind !== 'entity') refused.add(position)
    else ids.add(made.entity.id, row)
  }
  let position = 0
  for await (const batch of table.batches()) {
    signal?.throwIfAborted()
    startFile(counts, batch.file)
    for (const problem of batch.problems) {
      counts.distinct += 1
      reject(problem.row, [problem])
    }
    for (const [index, record] of batch.records.entries()) {
      take(record, batch.rows[index] ?? 0, position)
      position += 1
    }
    onRows(rowsRead())
  }
  refuseUnclassified(mapping, environment.used, columns, name)
  const known = new Set([...environment.used, ...(mapping.ignore ?? [])])
  return {
    read: rowsRead(),
    hollow: rowsRead() - counts.distinct,
    filtered: counts.filtered,
    rejectedRows: counts.rejected,
    problems: faults.problems,
    problemsByRule: faults.byRule,
    refused,
    ...ids.result(),
    tally,
    unused: table.columns.filter((column) => !known.has(column) && !columns.empty().includes(column)),
    empty: columns.empty(),
    sensitive: columns.sensitive().filter(({ column }) => !environment.used.has(column)),
  }
}

/** Sums up the enum tables of a tally. */
export const enumCoverage = (tally: Tally): readonly EnumCoverage[] =>
  [...tally.enums].map(([attribute, counts]) => {
    const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((a, b) => a + b, 0)
    return {
      attribute,
      mapped: sum(counts.mapped),
      unmapped: sum(counts.unmapped),
      missing: [...counts.unmapped]
        .sort(([, a], [, b]) => b - a)
        .slice(0, maxExamples)
        .map(([text, count]) => ({ text, count })),
    }
  })

/** An entity with the row that it was made of. */
export interface MappedRecord {
  readonly entity: MappedEntity
  readonly row: number
  /** Name of the file, where several are read together. */
  readonly file?: string | undefined
}

/** The entities of a second reading, refused records left out; a batch at a time, because a step per entity costs more than the mapping. */
export async function* mappedBatches(
  reading: Reading,
  refused: ReadonlySet<number>,
): AsyncGenerator<readonly MappedRecord[]> {
  let position = -1
  for await (const { records, rows, file } of reading.table.batches()) {
    const found: MappedRecord[] = []
    for (let index = 0; index < records.length; index += 1) {
      position += 1
      if (refused.size > 0 && refused.has(position)) continue
      const made = reading.map(records[index])
      if (made.kind === 'entity') found.push({ entity: made.entity, row: rows[index] ?? 0, file })
    }
    yield found
  }
}
