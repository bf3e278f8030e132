import { isObject } from '../ngsi/entity.js'
import { collectBytes } from '../profile/byte-source.js'
import { decodeText, linesOf } from '../profile/text-source.js'
import { leafPaths } from './json-path.js'
import { columnsPart, jsonRecords, pathReader } from './json-records.js'
import type { SourceFormat, SourceSpec } from './mapping.js'
import type { Batch, RowProblem, Table } from './table.js'

/** The largest JSON document that is held in memory, in bytes; NDJSON and CSV have no limit. */
const maxDocument = 256 * 1024 * 1024

/** How many records are looked at for their columns, and how many make a batch. */
const sample = 1000
const batchSize = 1000

const columnsOf = (format: SourceFormat, records: readonly unknown[]): readonly string[] => {
  const found = new Set<string>()
  for (const record of records.slice(0, sample)) {
    for (const path of leafPaths(columnsPart(format, record))) found.add(path)
    if (format !== 'geojson' && format !== 'esri') continue
    if (isObject(record) && isObject(record['geometry'])) found.add('@geometry')
    if (isObject(record) && record['id'] !== undefined) found.add('@id')
  }
  return [...found]
}

const notObject = (row: number, what: string): RowProblem => ({
  row,
  path: `record ${row}`,
  rule: 'feed.record',
  message: what,
})

const batchOf = (records: readonly unknown[], firstRow: number): Batch => {
  const good: unknown[] = []
  const rows: number[] = []
  const problems: RowProblem[] = []
  for (const [index, record] of records.entries())
    if (isObject(record)) {
      good.push(record)
      rows.push(firstRow + index)
    } else
      problems.push(
        notObject(
          firstRow + index,
          `is ${Array.isArray(record) ? 'a list' : JSON.stringify(record)}, not an object`,
        ),
      )
  return { records: good, rows, problems }
}

async function* textOf(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  yield await collectBytes(name, chunks, maxDocument)
}

/** Opens a JSON document of any of the JSON formats. */
export const openJson = async (
  chunks: AsyncIterable<Uint8Array>,
  source: SourceSpec,
  name: string,
): Promise<Table> => {
  let text = ''
  for await (const piece of decodeText(textOf(chunks, name), source.encoding ?? 'utf-8', name)) text += piece
  const { records, crs } = jsonRecords(text, source, name)
  async function* batches(): AsyncGenerator<Batch> {
    for (let start = 0; start < records.length; start += batchSize)
      yield batchOf(records.slice(start, start + batchSize), start + 1)
  }
  return {
    name,
    unit: 'record',
    columns: columnsOf(source.format, records),
    crs,
    accessor: pathReader(source.format),
    batches,
  }
}

const parseLine = (
  line: string,
  row: number,
): { readonly record?: unknown; readonly problem?: RowProblem } => {
  try {
    const record: unknown = JSON.parse(line)
    return isObject(record) ? { record } : { problem: notObject(row, 'is no JSON object') }
  } catch (error) {
    const message = error instanceof Error ? error.message.slice(0, 120) : ''
    return { problem: notObject(row, `is not JSON: ${message}`) }
  }
}

async function* lineBatches(lines: AsyncIterable<string>): AsyncGenerator<Batch> {
  let records: unknown[] = []
  let rows: number[] = []
  let problems: RowProblem[] = []
  let row = 0
  for await (const line of lines) {
    row += 1
    if (line.trim() === '') continue
    const { record, problem } = parseLine(line, row)
    if (problem === undefined) {
      records.push(record)
      rows.push(row)
    } else problems.push(problem)
    if (records.length + problems.length < batchSize) continue
    yield { records, rows, problems }
    records = []
    rows = []
    problems = []
  }
  if (records.length + problems.length > 0) yield { records, rows, problems }
}

/** Opens NDJSON: one JSON object per line, streamed; a broken line is a rejected record. */
export const openNdjson = async (
  chunks: AsyncIterable<Uint8Array>,
  source: SourceSpec,
  name: string,
): Promise<Table> => {
  const lines = linesOf(decodeText(chunks, source.encoding ?? 'utf-8', name), name)
  const all = lineBatches(lines)
  const first = await all.next()
  const head: Batch = first.done ? { records: [], rows: [], problems: [] } : first.value
  async function* batches(): AsyncGenerator<Batch> {
    yield head
    yield* all
  }
  return {
    name,
    unit: 'record',
    columns: columnsOf(source.format, head.records),
    accessor: pathReader(source.format),
    batches,
  }
}
