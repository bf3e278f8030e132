import { UsageError } from '../errors.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { toSimplifiedAttribute } from '../ngsi/representation.js'
import { crsCode } from './crs.js'
import { jsonPath } from './json-path.js'
import type { SourceFormat, SourceSpec } from './mapping.js'
import type { Accessor } from './table.js'

/** The list of records in a JSON document, and what the document says about it. */
export interface JsonRecords {
  readonly records: readonly unknown[]
  readonly crs?: string | undefined
}

const listMembers: Partial<Record<SourceFormat, readonly string[]>> = {
  opendatasoft: ['records', 'results'],
  esri: ['features'],
  geojson: ['features'],
  open311: ['service_requests', 'requests'],
  sensorthings: ['value'],
}

const arrays = (document: unknown, prefix = '', depth = 3): readonly string[] =>
  isObject(document) && depth > 0
    ? Object.entries(document).flatMap(([name, value]) =>
        Array.isArray(value)
          ? [`${prefix}${name} (${value.length})`]
          : [...arrays(value, `${prefix}${name}.`, depth - 1)],
      )
    : []

const noList = (document: unknown, name: string, asked: string): UsageError => {
  const found = arrays(document)
  return new UsageError(
    `${name} has no list of records ${asked}; say source.path${found.length > 0 ? `: it holds ${found.slice(0, 5).join(', ')}` : ''}`,
  )
}

/** The list of records in a document; throws a UsageError where there is none. */
export const listIn = (document: unknown, source: SourceSpec, name: string): readonly unknown[] => {
  if (source.path !== undefined) {
    const found = jsonPath(source.path)(document)
    if (Array.isArray(found)) return found as readonly unknown[]
    throw noList(document, name, `at "${source.path}"`)
  }
  if (Array.isArray(document)) return document as readonly unknown[]
  for (const member of listMembers[source.format] ?? [])
    if (isObject(document) && Array.isArray(document[member])) return document[member] as readonly unknown[]
  if (isObject(document) && (document['id'] !== undefined || ['ttn', 'chirpstack'].includes(source.format)))
    return [document]
  if (isObject(document) && document['type'] === 'Feature') return [document]
  throw noList(document, name, 'at its top')
}

/** How many records the document says there are, where it says so. */
export const announcedCount = (document: JsonObject): number | undefined => {
  for (const member of ['nhits', 'total_count', 'numberMatched', 'totalCount', '@iot.count', 'count']) {
    const value = document[member]
    if (typeof value === 'number') return value
  }
  return undefined
}

const hrefOf = (link: unknown): string | undefined => {
  const href = isObject(link) ? (link['href'] ?? link['url']) : link
  return typeof href === 'string' && href !== '' ? href : undefined
}

/** The address of the next page, in the ways in which portals write it. */
export const nextAddress = (document: unknown): string | undefined => {
  if (!isObject(document)) return undefined
  const { _links: links, links: list } = document
  const named = isObject(links) ? links['next'] : undefined
  const listed = Array.isArray(list)
    ? list.find((link) => isObject(link) && link['rel'] === 'next')
    : undefined
  const inObject = isObject(list) ? list['next'] : undefined
  return [document['@iot.nextLink'], named, listed, inObject, document['next']]
    .map(hrefOf)
    .find((address) => address !== undefined)
}

const nextPage = (document: JsonObject): string | undefined => {
  if (document['exceededTransferLimit'] === true) return 'exceededTransferLimit is true'
  const properties = document['properties']
  if (isObject(properties) && properties['exceededTransferLimit'] === true)
    return 'exceededTransferLimit is true'
  if (typeof document['@iot.nextLink'] === 'string') return 'it names an @iot.nextLink'
  const links = document['_links']
  if (isObject(links) && links['next'] !== undefined && links['next'] !== null) return 'it names a next page'
  const list = document['links']
  return Array.isArray(list) && list.some((link) => isObject(link) && link['rel'] === 'next')
    ? 'it names a next page'
    : undefined
}

/** A first page looks complete and is not: the document itself tells (municipal portals serve ten records by default). */
const checkWhole = (document: unknown, count: number, name: string): void => {
  if (!isObject(document)) return
  const total = announcedCount(document)
  const reason =
    total !== undefined && total > count
      ? `it announces ${total} records and holds ${count}`
      : nextPage(document)
  if (reason === undefined) return
  throw new UsageError(
    `${name} is only a part: ${reason}; say source.paging to fetch every page, or source.allowPartial: true where the part is meant`,
  )
}

const documentCrs = (document: unknown): string | undefined => {
  if (!isObject(document)) return undefined
  const { crs, spatialReference } = document
  if (isObject(spatialReference)) return crsCode(spatialReference['latestWkid'] ?? spatialReference['wkid'])
  const properties = isObject(crs) ? crs['properties'] : undefined
  return isObject(properties) ? crsCode(properties['name']) : undefined
}

/** Parses JSON; throws a UsageError that names the line. */
export const parseJson = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(message)?.[1]
    const line = position === undefined ? '' : ` line ${text.slice(0, Number(position)).split('\n').length}`
    throw new UsageError(`${name}${line} is not JSON: ${message.replace(/\s*\(line.*$/, '').slice(0, 160)}`)
  }
}

/** Finds the records of a JSON text; throws a UsageError for text that is no JSON, no list, or only a first page. */
export const jsonRecords = (text: string, source: SourceSpec, name: string): JsonRecords => {
  const document = parseJson(text, name)
  const records = listIn(document, source, name)
  if (source.allowPartial !== true) checkWhole(document, records.length, name)
  return { records, crs: documentCrs(document) }
}

/** NGSIv2: an attribute is `{ type, value, metadata }`, or bare in keyValues; `name.metadata.x` reaches the metadata. */
const ngsiv2Path = (path: string): Accessor => {
  const [name = '', ...rest] = path.split('.')
  const attribute = jsonPath(name)
  const inner = rest.length === 0 ? undefined : jsonPath(rest.join('.'))
  const metadata = rest[0] === 'metadata'
  return (record) => {
    const found = attribute(record)
    if (metadata) return inner?.(found)
    const value = isObject(found) && Object.hasOwn(found, 'value') ? found['value'] : found
    return inner === undefined ? value : inner(value)
  }
}

const ngsiLdPath = (path: string): Accessor => {
  const [name = '', ...rest] = path.split('.')
  const attribute = jsonPath(name)
  const inner = rest.length === 0 ? undefined : jsonPath(rest.join('.'))
  return (record) => {
    const found = attribute(record)
    const value = isObject(found) && typeof found['type'] === 'string' ? toSimplifiedAttribute(found) : found
    return inner === undefined
      ? value
      : inner(isObject(found) && Object.hasOwn(found, rest[0] ?? '') ? found : value)
  }
}

const inside = (member: string): ((path: string) => Accessor) => {
  const outer = jsonPath(member)
  return (path) => {
    if (path === '@id') return jsonPath('id')
    if (path === '@geometry') return jsonPath('geometry')
    const inner = jsonPath(path)
    // A property may itself be called "geometry"; else the feature's own is meant.
    if (path === 'geometry') {
      const own = jsonPath('geometry')
      return (record) => inner(outer(record)) ?? own(record)
    }
    return (record) => inner(outer(record))
  }
}

/** How columns are read in each JSON format. `@id` and `@geometry` are the feature's own. */
export const pathReader = (format: SourceFormat): ((path: string) => Accessor) => {
  switch (format) {
    case 'geojson':
      return inside('properties')
    case 'esri':
      return inside('attributes')
    case 'opendatasoft':
      // Version 1 wraps each record in `fields`, version 2 does not.
      return (path) => {
        const bare = jsonPath(path)
        const wrapped = inside('fields')(path)
        return (record) => (isObject(record) && isObject(record['fields']) ? wrapped(record) : bare(record))
      }
    case 'ngsiv2':
      return ngsiv2Path
    case 'ngsi-ld':
      return ngsiLdPath
    default:
      return jsonPath
  }
}

/** What of a record is listed as its columns. */
export const columnsPart = (format: SourceFormat, record: unknown): unknown => {
  if (!isObject(record)) return record
  if (format === 'geojson') return record['properties']
  if (format === 'esri') return record['attributes']
  if (format === 'opendatasoft' && isObject(record['fields'])) return record['fields']
  if (format === 'ngsiv2' || format === 'ngsi-ld')
    return Object.fromEntries(Object.keys(record).map((name) => [name, null]))
  return record
}
