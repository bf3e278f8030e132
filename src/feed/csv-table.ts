import { parse } from 'csv-parse/sync'
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

/** Counts a character without looking at any other. */
const countOf = (text: string, character: string): number => {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}

/** Where the last whole row of a text ends: after a line end that no open quote holds. -1 where no row is whole. */
const rowsEnd = (text: string, quote: string | undefined): number => {
  let end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1
  if (end === 0) return -1
  if (quote === undefined) return end
  let quotes = countOf(text.slice(0, end), quote)
  // Quotes come in pairs, doubled ones too: after an odd number of them the line end stands inside a value.
  while (quotes % 2 === 1) {
    const open = text.lastIndexOf(quote, end - 1)
    end = Math.max(text.lastIndexOf('\n', open), text.lastIndexOf('\r', open)) + 1
    if (end === 0) return -1
    quotes = countOf(text.slice(0, end), quote)
  }
  return end
}

const lineEnd = /\r\n|\n|\r/

/**
 * The rows of a piece in which nothing is quoted or commented: there, a row is what stands between two delimiters, and
 * splitting takes a quarter of csv-parse's time. Undefined where csv-parse is needed.
 */
const unquotedRows = (
  text: string,
  source: SourceSpec,
  quote: string | undefined,
): string[][] | undefined => {
  if (source.comment !== undefined || (quote !== undefined && text.includes(quote))) return undefined
  const { delimiter = ',' } = source
  const rows: string[][] = []
  for (const line of text.includes('\r') ? text.split(lineEnd) : text.split('\n')) {
    if (line.length > maxRowLength) return undefined
    if (line !== '') rows.push(line.split(delimiter))
  }
  return rows
}

/**
 * Parses text a piece of whole rows at a time: csv-parse's stream costs more per row in bookkeeping than the parsing itself.
 * Throws a UsageError for a quote that is never closed, naming its row.
 */
async function* recordsOf(
  texts: AsyncIterable<string>,
  source: SourceSpec,
  name: string,
  firstRow: number,
): AsyncGenerator<readonly string[][]> {
  const quote = source.quote === false ? undefined : (source.quote ?? '"')
  let count = 0
  const parsed = (text: string): string[][] => {
    let records = unquotedRows(text, source, quote)
    try {
      records ??= parse(text, {
        delimiter: source.delimiter ?? ',',
        quote: quote ?? null,
        ...(source.comment === undefined ? {} : { comment: source.comment, comment_no_infix: true }),
        // Each further line end is compared at every character; most files have one kind.
        record_delimiter: text.includes('\r') ? ['\r\n', '\n', '\r'] : ['\n'],
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: maxRowLength,
      })
    } catch (error) {
      throw csvFault(error, name, firstRow + count + rowsBefore(error))
    }
    count += records.length
    return records
  }
  let rest = ''
  for await (const text of texts) {
    rest += text
    const end = rowsEnd(rest, quote)
    if (end < 0) {
      if (rest.length > maxRowLength) throw csvFault({ code: 'CSV_MAX_RECORD_SIZE' }, name, firstRow + count)
      continue
    }
    const records = parsed(rest.slice(0, end))
    rest = rest.slice(end)
    if (records.length > 0) yield records
  }
  const records = parsed(rest)
  if (records.length > 0) yield records
}

/** How many rows of the piece were read before the fault. */
const rowsBefore = (error: unknown): number => {
  const { records } = error as { records?: unknown }
  return typeof records === 'number' ? records : 0
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
