import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject, type NormalizedEntity } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { compileFilter } from '../query/evaluate.js'
import { pathsOf } from '../query/filter.js'
import { parseFilter } from '../query/parse.js'
import { evaluateScope } from '../query/scope.js'
import { evaluateTypes } from '../query/type-selection.js'
import type { EntityQuery, EntitySelector, GeoTest } from './entity-query.js'
import { compilePattern } from './pattern.js'
import type { EntityInfo, SourceElement, StoredRegistration } from './registration.js'
import type { TemporalWindow } from './temporal-window.js'

/** What registrations are asked for (CIM 009 5.10.2). */
export interface RegistrationQuery {
  readonly query: EntityQuery
  readonly csf: string | undefined
  readonly window: TemporalWindow | undefined
  readonly datasetIds: ReadonlySet<string> | undefined
  /** IRIs of attributes that are asked for besides those in q and geo query. */
  readonly names: readonly string[]
}

const idFits = (selector: EntitySelector, info: EntityInfo): boolean => {
  const { ids, idPattern } = selector
  if (
    (info.id === undefined && info.matchesId === undefined) ||
    (ids === undefined && idPattern === undefined)
  )
    return true
  if (ids !== undefined)
    return [...ids].some((id) => (info.id !== undefined ? info.id === id : info.matchesId?.(id) === true))
  // Whether two patterns have an id in common cannot be told cheaply; the standard lets them match.
  return info.id === undefined || idPattern?.(info.id) === true
}

const selectorFits = (selector: EntitySelector, info: EntityInfo): boolean => {
  const { types } = selector
  return (types === undefined || evaluateTypes(types, info.types)) && idFits(selector, info)
}

const requestedNames = ({ query, names }: RegistrationQuery): readonly string[] => [
  ...names,
  ...(query.attributes ?? []),
  ...(query.filter === undefined ? [] : pathsOf(query.filter).map((path) => path.names[0] as string)),
]

const elementFits = (element: SourceElement, asked: RegistrationQuery, names: readonly string[]): boolean => {
  const { selectors } = asked.query
  const entityFits =
    element.entities === undefined ||
    selectors.length === 0 ||
    element.entities.some((info) => selectors.some((selector) => selectorFits(selector, info)))
  const nameFits =
    names.length === 0 ||
    element.names === undefined ||
    names.some((name) => element.names?.has(name) === true)
  return entityFits && nameFits
}

/** A registration as csf sees it: each member as the value of a Property; contextSourceInfo by its keys. */
const asFiltered = (document: JsonObject): NormalizedEntity => {
  const info = document['contextSourceInfo']
  const pairs = Array.isArray(info)
    ? info.filter(isObject).map((pair) => [String(pair['key']), pair['value']] as const)
    : []
  const members = { ...document, contextSourceInfo: Object.fromEntries(pairs) }
  const properties = Object.entries(members).map(([name, value]) => [
    name,
    isObject(value) && typeof value['type'] === 'string' && !looksLikeGeometry(value)
      ? value
      : { type: 'Property', value },
  ])
  return { id: '', type: 'ContextSourceRegistration', ...Object.fromEntries(properties) } as NormalizedEntity
}

const overlaps = (interval: unknown, window: TemporalWindow): boolean => {
  if (!isObject(interval)) return false
  const micros = (text: unknown, otherwise: number): number =>
    typeof text === 'string' ? (instantOf(text) ?? otherwise) : otherwise
  const [start, end] = [micros(interval['startAt'], 0), micros(interval['endAt'], Number.POSITIVE_INFINITY)]
  const at = micros(window.timeAt, 0)
  switch (window.timerel) {
    case 'before':
      return start < at
    case 'after':
      return end >= at
    default:
      return start < micros(window.endTimeAt, at) && end >= at
  }
}

const timeFits = (document: JsonObject, window: TemporalWindow | undefined): boolean => {
  const { observationInterval, managementInterval } = document
  if (window?.timerel === undefined)
    return observationInterval === undefined && managementInterval === undefined
  return overlaps(window.timeproperty === 'observedAt' ? observationInterval : managementInterval, window)
}

const geoFits = (document: JsonObject, { geo }: EntityQuery, geoTest: GeoTest): boolean => {
  if (geo === undefined) return true
  const name = (geo.geoproperty ?? 'location').replace(/^.*[/#]/, '')
  const geometry = document[name]
  return looksLikeGeometry(geometry) && geoTest(geo, geometry)
}

const datasetFits = (document: JsonObject, datasetIds: ReadonlySet<string> | undefined): boolean => {
  const own = document['datasetId']
  return datasetIds === undefined || !Array.isArray(own) || own.some((id) => datasetIds.has(id as string))
}

/** The elements of a registration that fit a query; none when it does not match (CIM 009 5.10.2). */
export const matchingElements = (
  { document, plan }: StoredRegistration,
  asked: RegistrationQuery,
  geoTest: GeoTest,
): readonly number[] => {
  const { scope } = asked.query
  const scopes = document['scope'] === undefined ? [] : ([document['scope']].flat() as string[])
  const fits =
    timeFits(document, asked.window) &&
    geoFits(document, asked.query, geoTest) &&
    datasetFits(document, asked.datasetIds) &&
    (scope === undefined || evaluateScope(scope, scopes)) &&
    (asked.csf === undefined ||
      compileFilter(parseFilter(asked.csf), { compilePattern })(asFiltered(document)))
  if (!fits) return []
  const names = requestedNames(asked)
  return plan.elements.flatMap((element, index) => (elementFits(element, asked, names) ? [index] : []))
}
