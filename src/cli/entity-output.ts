import { toFeature } from '../client/feature.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'

/** How a list of entities is written. */
export type OutputFormat = 'json' | 'ndjson' | 'geojson' | 'csv' | 'table'

/** The formats by name. */
export const outputFormats: readonly OutputFormat[] = ['json', 'ndjson', 'geojson', 'csv', 'table']

/** Writes entities to text as they come; nothing but a table is held in memory. */
export interface EntityWriter {
  readonly add: (entity: JsonObject) => void
  readonly end: () => void
}

type Print = (text: string) => void

const listWriter = (
  print: Print,
  open: string,
  close: string,
  item: (entity: JsonObject) => unknown,
): EntityWriter => {
  let count = 0
  return {
    add: (entity) => {
      print(`${count === 0 ? open : ',\n'}${JSON.stringify(item(entity))}`)
      count += 1
    },
    end: () => print(count === 0 ? `${open}${close}\n` : `\n${close}\n`),
  }
}

const isPoint = (value: unknown): value is { readonly coordinates: readonly number[] } =>
  isObject(value) && value['type'] === 'Point' && Array.isArray(value['coordinates'])

const cell = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (isPoint(value)) return value.coordinates.join(' ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const csvCell = (value: unknown): string => {
  const text = cell(value)
  // A leading = + - @ would run as a formula in a spreadsheet; numbers are not texts.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const columnsOf = (entities: readonly JsonObject[]): readonly string[] => [
  ...new Set(['id', 'type', ...entities.flatMap((entity) => Object.keys(entity))]),
]

const maxTableRows = 10_000

/** Members of objects as columns of their own: `address.addressLocality`; lists and geometries stay whole. */
const flat = (entity: JsonObject, prefix = ''): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entity))
    if (isObject(value) && !looksLikeGeometry(value)) Object.assign(result, flat(value, `${prefix}${name}.`))
    else setOwn(result, `${prefix}${name}`, value)
  return result
}

const csvWriter = (print: Print): EntityWriter => {
  // Columns are the attributes of all rows, so that rows wait until the end.
  const rows: JsonObject[] = []
  return {
    add: (entity) => void rows.push(flat(entity)),
    end: () => {
      const columns = columnsOf(rows)
      print(`${columns.map(csvCell).join(',')}\r\n`)
      for (const row of rows) print(`${columns.map((name) => csvCell(row[name])).join(',')}\r\n`)
    },
  }
}

const clip = (text: string, width: number): string => {
  const line = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return line.length > width ? `${line.slice(0, width - 1)}…` : line.padEnd(width)
}

const tableWriter = (print: Print, columnsWide: number): EntityWriter => {
  const rows: JsonObject[] = []
  let more = 0
  return {
    add: (entity) => {
      if (rows.length < maxTableRows) rows.push(entity)
      else more += 1
    },
    end: () => {
      if (rows.length === 0) return print('nothing matches\n')
      const columns = columnsOf(rows).filter((name) => name !== 'type' && name !== '@context')
      const widths = columns.map((name) =>
        Math.min(40, Math.max(name.length, ...rows.slice(0, 200).map((row) => cell(row[name]).length))),
      )
      const line = (values: readonly string[]): string =>
        values
          .map((value, index) => clip(value, widths[index] ?? 10))
          .join('  ')
          .slice(0, columnsWide)
          .trimEnd()
      print(`${line(columns)}\n`)
      for (const row of rows) print(`${line(columns.map((name) => cell(row[name])))}\n`)
      if (more > 0) print(`… and ${more} more; --format ndjson shows all\n`)
    },
  }
}

/** GeoJSON of today is in degrees; the member of its older form is what map programs read the system from. */
const crsMember = (crs: string | undefined): string =>
  crs === undefined
    ? ''
    : `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:${crs.replace(':', '::')}"}},`

/** Makes the writer of a format; `crs` is the system that the coordinates are in already, where that is not WGS 84. */
export const entityWriter = (
  format: OutputFormat,
  print: Print,
  {
    columnsWide = 160,
    crs,
  }: { readonly columnsWide?: number | undefined; readonly crs?: string | undefined } = {},
): EntityWriter => {
  switch (format) {
    case 'json':
      return listWriter(print, '[', ']', (entity) => entity)
    case 'geojson':
      return listWriter(print, `{"type":"FeatureCollection",${crsMember(crs)}"features":[`, ']}', (entity) =>
        toFeature(entity, 'location'),
      )
    case 'ndjson':
      return { add: (entity) => print(`${JSON.stringify(entity)}\n`), end: () => undefined }
    case 'csv':
      return csvWriter(print)
    case 'table':
      return tableWriter(print, columnsWide)
  }
}
