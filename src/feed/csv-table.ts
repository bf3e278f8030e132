import { type Parser, parse } from 'csv-parse'
import { UsageError } from '../errors.js'
import { decodeText } from '../profile/text-source.js'
import type { SourceSpec } from './mapping.js'
import type { Accessor, Batch, RowProblem, Table } from './table.js'

/** A row longer than this means an unclosed quote, not data. */
const maxRowLength = 1_000_000

interface Preamble {
  readonly lines: number
  readonly texts: AsyncIterable<string>
}

async function* resumed(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (first !== '') yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Drops everything before the line that begins with `match`. */
const skipPreamble = async (
  texts: AsyncGenerator<string>,
  match: string,
  name: string,
): Promise<Preamble> => {
  let held = ''
  for (let next = await texts.next(); !next.done; next = await texts.next()) {
    held += next.value
    const lines = held.split(/\r\n|\n|\r/)
    const index = lines.findIndex((line) => line.startsWith(match))
    if (index >= 0) {
      const at = held.startsWith(match) ? 0 : held.search(new RegExp(`(?<=[\\r\\n])${escaped(match)}`))
      return { lines: index, texts: resumed(held.slice(at), texts) }
    }
    if (held.length > maxRowLength) break
  }
  await texts.return(undefined)
  throw new UsageError(`${name} has no line that begins with "${match}" (source.header.match)`)
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Names as the file writes them, trimmed; an empty one becomes `#3`, a repeated one `name (2)`. */
const columnNames = (header: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return header.map((raw, index) => {
    const name = raw.trim().replace(index === 0 ? /^#\s*/ : /^$/, '') || `#${index + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

const csvFault = (error: unknown, name: string, row: number): UsageError => {
  const { code } = error as { code?: string }
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
    case 'CSV_MAX_RECORD_SIZE':
      return new UsageError(
        `${name} row ${row}: a quote is opened and never closed; correct it, or say source.quote: false where quotes are plain text`,
      )
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new UsageError(
        `${name} row ${row}: a quote stands in the middle of a value; say source.quote: false where quotes are plain text, or check source.delimiter`,
      )
    default:
      return new UsageError(`${name} row ${row}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Feeds text to csv-parse and hands over the records of each piece: a callback costs far less than a stream of objects. */
async function* recordsOf(
  texts: AsyncIterable<string>,
  source: SourceSpec,
  name: string,
  firstRow: number,
): AsyncGenerator<readonly string[][]> {
  let records: string[][] = []
  let count = 0
  const parser: Parser = parse({
    delimiter: source.delimiter ?? ',',
    quote: source.quote === false ? null : (source.quote ?? '"'),
    ...(source.comment === undefined ? {} : { comment: source.comment, comment_no_infix: true }),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    bom: true,
    max_record_size: maxRowLength,
    on_record: (record: string[]) => {
      records.push(record)
      return null
    },
  })
  parser.resume()
  let fault: unknown
  parser.on('error', (error) => {
    fault = error
  })
  const step = (send: (done: () => void) => void): Promise<void> =>
    new Promise((go) => {
      parser.once('close', go)
      send(() => {
        parser.off('close', go)
        go()
      })
    })
  try {
    for await (const text of texts) {
      await step((done) => parser.write(text, done))
      count += records.length
      if (fault !== undefined) throw csvFault(fault, name, firstRow + count)
      if (records.length > 0) yield records
      records = []
    }
    await step((done) => parser.end(done))
    count += records.length
    if (fault !== undefined) throw csvFault(fault, name, firstRow + count)
    if (records.length > 0) yield records
  } finally {
    parser.destroy()
  }
}

const isBlank = (record: readonly string[]): boolean => record.every((value) => value.trim() === '')

const batchOf = (records: readonly string[][], columns: number, firstRow: number): Batch => {
  const good: string[][] = []
  const rows: number[] = []
  const problems: RowProblem[] = []
  for (const [index, record] of records.entries()) {
    const row = firstRow + index
    // Spreadsheets pad rows with empty values; those carry nothing.
    const whole = record.length === columns || record.slice(columns).every((value) => value === '')
    if (whole && record.length >= columns) {
      good.push(record)
      rows.push(row)
      continue
    }
    if (isBlank(record)) continue
    problems.push({
      row,
      path: `row ${row}`,
      rule: 'feed.columns',
      message: `has ${record.length} values where the header has ${columns}`,
    })
  }
  return { records: good, rows, problems }
}

/** Opens CSV text: header read, rows still to come. Throws a UsageError for a file without header or a quote never closed. */
export const openCsv = async (
  chunks: AsyncIterable<Uint8Array>,
  source: SourceSpec,
  name: string,
): Promise<Table> => {
  const decoded = decodeText(chunks, source.encoding ?? 'utf-8', name)
  const { header } = source
  const preamble =
    header !== undefined && 'match' in header
      ? await skipPreamble(decoded, header.match, name)
      : { lines: 0, texts: decoded }
  const records = recordsOf(preamble.texts, source, name, preamble.lines + 1)
  const first = await records.next()
  if (first.done) throw new UsageError(`${name} is empty: it has no header and no rows`)
  const named = Array.isArray(header)
  const headerRecord = named ? (header as readonly string[]) : (first.value[0] ?? [])
  const columns = columnNames(headerRecord)
  const indexes = new Map(columns.map((column, index) => [column, index]))
  const start = named ? 1 : preamble.lines + 2
  async function* batches(): AsyncGenerator<Batch> {
    let row = start
    const head = first.done ? [] : named ? first.value : first.value.slice(1)
    yield batchOf(head, columns.length, row)
    row += head.length
    for await (const piece of records) {
      yield batchOf(piece, columns.length, row)
      row += piece.length
    }
  }
  return {
    name,
    unit: 'row',
    columns,
    accessor: (column): Accessor | undefined => {
      const index = indexes.get(column)
      return index === undefined ? undefined : (record) => (record as readonly string[])[index]
    },
    batches,
  }
}
