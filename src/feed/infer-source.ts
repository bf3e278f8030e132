import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { type OpenOptions, openBytes } from '../profile/byte-source.js'
import type { SourceFormat, SourceSpec } from './mapping.js'

/** A guess, with what it rests on. */
export interface Guess<Value> {
  readonly value: Value
  readonly evidence: string
  /** 0 to 1; below 0.7 it is a question. */
  readonly confidence: number
}

/** How much of a file is looked at. */
const sampleBytes = 4 * 1024 * 1024

const head = async (location: string, options: OpenOptions): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of await openBytes(location, options)) {
    parts.push(chunk)
    size += chunk.length
    if (size >= sampleBytes) break
  }
  return Buffer.concat(parts).subarray(0, sampleBytes)
}

const encodingOf = (bytes: Buffer): Guess<string> => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { value: 'utf-16le', evidence: 'a UTF-16 byte order mark', confidence: 1 }
  try {
    // A sample may end inside a character: stream mode tolerates that, and nothing else.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return { value: 'utf-8', evidence: 'every byte is valid UTF-8', confidence: 0.95 }
  } catch {
    return { value: 'cp1252', evidence: 'some bytes are not valid UTF-8', confidence: 0.8 }
  }
}

const delimiters = [';', ',', '\t', '|'] as const

const unquoted = (line: string): string => line.replaceAll(/"(?:[^"]|"")*"/g, '')

const countOf = (line: string, delimiter: string): number => unquoted(line).split(delimiter).length - 1

interface CsvGuess {
  readonly delimiter: string
  readonly headerIndex: number
  readonly header: string
  readonly agreeing: number
  readonly looked: number
}

/** The delimiter by which most lines fall into equally many values; the first of those lines is the header. */
const csvShape = (lines: readonly string[]): CsvGuess | undefined => {
  let best: CsvGuess | undefined
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => countOf(line, delimiter))
    const frequency = new Map<number, number>()
    for (const count of counts.slice(Math.floor(counts.length / 2)))
      if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1)
    const [usual, agreeing] = [...frequency].sort(([, a], [, b]) => b - a)[0] ?? [0, 0]
    const headerIndex = counts.indexOf(usual)
    const header = lines[headerIndex]
    const looked = Math.max(1, lines.length - Math.floor(lines.length / 2))
    // A longer row of agreeing values tells more than a short one.
    const better =
      best === undefined || agreeing * usual > best.agreeing * countOf(best.header, best.delimiter)
    if (usual > 0 && header !== undefined && better)
      best = { delimiter, headerIndex, header, agreeing, looked }
  }
  return best
}

const isNgsiv2 = (record: unknown): boolean =>
  isObject(record) &&
  Object.values(record).some((value) => isObject(value) && 'value' in value && 'metadata' in value)

const jsonFormat = (
  document: unknown,
): Guess<{ readonly format: SourceFormat; readonly path?: string | undefined }> => {
  const sure = (format: SourceFormat, evidence: string): Guess<{ readonly format: SourceFormat }> => ({
    value: { format },
    evidence,
    confidence: 0.95,
  })
  if (Array.isArray(document)) {
    const [first] = document as readonly unknown[]
    if (isNgsiv2(first)) return sure('ngsiv2', 'attributes have type, value and metadata')
    if (isObject(first) && 'service_request_id' in first)
      return sure('open311', 'records have a service_request_id')
    return sure('json', 'a list of objects')
  }
  if (!isObject(document)) throw new UsageError('the document is neither a list nor an object')
  if (document['type'] === 'FeatureCollection') return sure('geojson', 'type is FeatureCollection')
  if (Array.isArray(document['features'])) return sure('esri', 'features without GeoJSON type')
  if ('nhits' in document || 'total_count' in document) return sure('opendatasoft', 'nhits or total_count')
  if (Array.isArray(document['value'])) return sure('sensorthings', 'a list under "value"')
  const [path] = Object.entries(document).find(([, value]) => Array.isArray(value)) ?? []
  return { value: { format: 'json', path }, evidence: `the list under "${path}"`, confidence: 0.7 }
}

const ndjson = (text: string): boolean => {
  const lines = text.split(/\r\n|\n/, 3).filter((line) => line.trim() !== '')
  try {
    return lines.length > 1 && lines.slice(0, 2).every((line) => isObject(JSON.parse(line)))
  } catch {
    return false
  }
}

const inferCsv = (text: string, encoding: Guess<string>): Guess<SourceSpec> => {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 500)
  const shape = csvShape(lines)
  if (shape === undefined)
    throw new UsageError('no delimiter divides the lines into equally many values; is it a table?')
  const match = shape.header.trimStart().slice(0, 12)
  return {
    value: {
      format: 'csv',
      ...(shape.delimiter === ',' ? {} : { delimiter: shape.delimiter }),
      ...(encoding.value === 'utf-8' ? {} : { encoding: encoding.value }),
      ...(shape.headerIndex === 0 ? {} : { header: { match } }),
    },
    evidence: `${shape.agreeing} of ${shape.looked} lines have ${countOf(shape.header, shape.delimiter) + 1} values by ${JSON.stringify(shape.delimiter)}; ${encoding.evidence}${shape.headerIndex === 0 ? '' : `; ${shape.headerIndex} lines stand before the header`}`,
    confidence: Math.min(encoding.confidence, shape.agreeing / shape.looked),
  }
}

/** Guesses how a file is to be read: format, delimiter, encoding, preamble. Throws a UsageError for what is no table and no JSON. */
export const inferSource = async (
  location: string,
  options: OpenOptions = {},
): Promise<Guess<SourceSpec>> => {
  const bytes = await head(location, options)
  if (bytes.length === 0) throw new UsageError(`${location} is empty`)
  const encoding = encodingOf(bytes)
  const label = encoding.value === 'cp1252' ? 'windows-1252' : encoding.value
  const text = new TextDecoder(label).decode(bytes)
  if (!/^\s*[[{]/.test(text)) return inferCsv(text, encoding)
  if (ndjson(text)) return { value: { format: 'ndjson' }, evidence: 'one object per line', confidence: 0.95 }
  if (bytes.length === sampleBytes)
    return { value: { format: 'json' }, evidence: 'a large JSON document', confidence: 0.5 }
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    throw new UsageError(
      `${location} is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : ''}`,
    )
  }
  return jsonFormat(document)
}
