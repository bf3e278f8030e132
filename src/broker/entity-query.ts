import type { NormalizedEntity } from '../ngsi/entity.js'
import { typesOf } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import { compileFilter } from '../query/evaluate.js'
import type { Filter, Path } from '../query/filter.js'
import type { GeoQuery } from '../query/geo.js'
import { evaluateScope, type ScopeQuery } from '../query/scope.js'
import { evaluateTypes, type TypeSelection } from '../query/type-selection.js'
import type { EntityRecord } from './entity-record.js'
import type { EntityStore } from './entity-store.js'
import { geometriesOf } from './geo-index.js'
import { compilePattern, type PatternTest } from './pattern.js'
import { instancesOf, type StoredEntity, scopesOf } from './stored-entity.js'
import { type Candidates, isIndexable } from './value-index.js'

/** Which entities by id and type (EntitySelector, CIM 009 5.2.33); given ids win over a pattern. */
export interface EntitySelector {
  readonly ids?: ReadonlySet<string> | undefined
  readonly idPattern?: PatternTest | undefined
  readonly types?: TypeSelection | undefined
}

/** A query on expanded names: every part that is given must hold. */
export interface EntityQuery {
  /** Any of them; none means every entity. */
  readonly selectors: readonly EntitySelector[]
  /** IRIs of attributes of which an entity must have one (`attrs`). */
  readonly attributes?: readonly string[] | undefined
  readonly filter?: Filter | undefined
  readonly geo?: GeoQuery | undefined
  readonly scope?: ScopeQuery | undefined
  /** Expands right-hand terms of attributes named in expandValues. */
  readonly expandValue?: ((path: Path, text: string) => string) | undefined
}

/** Tells whether a geometry stands in a relation; loaded late because turf is heavy. */
export type GeoTest = (query: GeoQuery, geometry: Geometry) => boolean

/** What testing an entity needs besides it. */
export interface QueryTools {
  readonly geoTest: GeoTest
  /** The entity of a URI, for conditions on linked entities. */
  readonly linked: (uri: string) => StoredEntity | undefined
}

/** A test of one entity against a query. */
export type EntityTest = (entity: StoredEntity) => boolean

const selectorTest = ({ ids, idPattern, types }: EntitySelector): EntityTest => {
  return (entity) => {
    if (ids !== undefined ? !ids.has(entity.id) : idPattern !== undefined && !idPattern(entity.id))
      return false
    return types === undefined || evaluateTypes(types, typesOf(entity))
  }
}

const subGeometries = (entity: StoredEntity, path: readonly string[]): readonly Geometry[] => {
  const [first, ...rest] = path
  if (first === undefined) return []
  if (rest.length === 0) return geometriesOf(entity, first)
  return instancesOf(entity[first]).flatMap((instance) =>
    subGeometries(instance as unknown as StoredEntity, rest),
  )
}

/** The path of a geoproperty; a dot leads to a sub-attribute, never inside an IRI. */
const geoPath = (geoproperty: string): readonly string[] => geoproperty.split('\n')

/** Joins the IRIs of a geoproperty path into the text that a GeoQuery carries. */
export const joinGeoPath = (names: readonly string[]): string => names.join('\n')

const attributeTest =
  (names: readonly string[]): EntityTest =>
  (entity) =>
    names.some((name) => Object.hasOwn(entity, name))

/** Turns a query into a test that can be run on many entities. */
export const compileQuery = (query: EntityQuery, tools: QueryTools): EntityTest => {
  const tests: EntityTest[] = []
  const selectors = query.selectors.map(selectorTest)
  if (selectors.length > 0) tests.push((entity) => selectors.some((test) => test(entity)))
  if (query.attributes !== undefined) tests.push(attributeTest(query.attributes))
  const { scope, geo, filter } = query
  if (scope !== undefined) tests.push((entity) => evaluateScope(scope, scopesOf(entity)))
  if (filter !== undefined)
    tests.push(
      compileFilter(filter, {
        expandValue: query.expandValue,
        linked: (uri) => tools.linked(uri) as NormalizedEntity | undefined,
        compilePattern,
      }),
    )
  if (geo !== undefined) {
    const path = geoPath(geo.geoproperty ?? 'https://uri.etsi.org/ngsi-ld/location')
    tests.push((entity) => subGeometries(entity, path).some((geometry) => tools.geoTest(geo, geometry)))
  }
  return (entity) => tests.every((test) => test(entity))
}

const union = (parts: readonly (Candidates | undefined)[]): Candidates | undefined => {
  if (parts.some((part) => part === undefined)) return undefined
  if (parts.length === 1) return parts[0]
  const found = parts as readonly Candidates[]
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    records: () => new Set(found.flatMap(({ records }) => [...records()])),
  }
}

const smallest = (parts: readonly (Candidates | undefined)[]): Candidates | undefined =>
  parts.reduce(
    (best, part) => (part !== undefined && (best === undefined || part.count < best.count) ? part : best),
    undefined,
  )

type Comparison = Exclude<Filter, { readonly kind: 'and' | 'or' | 'exists' | 'pattern' }>

const isIndexed = (filter: Comparison, expanding: boolean): boolean =>
  isIndexable(filter.path) && !expanding && filter.operator !== '!='

const indexedPaths = (filter: Filter, expanding: boolean): readonly Path[] => {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap((inner) => indexedPaths(inner, expanding))
    case 'exists':
    case 'pattern':
      return []
    default:
      return isIndexed(filter, expanding) ? [filter.path] : []
  }
}

const filterCandidates = (store: EntityStore, filter: Filter, expanding: boolean): Candidates | undefined => {
  switch (filter.kind) {
    case 'and':
      return smallest(filter.filters.map((inner) => filterCandidates(store, inner, expanding)))
    case 'or':
      return union(filter.filters.map((inner) => filterCandidates(store, inner, expanding)))
    case 'exists':
    case 'pattern':
      return undefined
    default:
      if (!isIndexed(filter, expanding)) return undefined
      return store.indexes.value(filter.path)?.find(filter)
  }
}

const typeCandidates = (store: EntityStore, selection: TypeSelection): Candidates | undefined => {
  if (selection.kind === 'any') return undefined
  if (selection.kind === 'type') {
    const records = store.ofType(selection.name)
    return { count: records.size, records: () => records }
  }
  const parts = selection.selections.map((inner) => typeCandidates(store, inner))
  return selection.kind === 'and' ? smallest(parts) : union(parts)
}

const idCandidates = (store: EntityStore, ids: ReadonlySet<string>): Candidates => ({
  count: ids.size,
  records: () => [...ids].map((id) => store.record(id)).filter((record) => record !== undefined),
})

const selectorCandidates = (store: EntityStore, selector: EntitySelector): Candidates | undefined => {
  if (selector.ids !== undefined) return idCandidates(store, selector.ids)
  return selector.types === undefined ? undefined : typeCandidates(store, selector.types)
}

const selectedCandidates = (store: EntityStore, query: EntityQuery): Candidates | undefined =>
  query.selectors.length === 0
    ? undefined
    : union(query.selectors.map((one) => selectorCandidates(store, one)))

const fewEnough = (candidates: Candidates | undefined): candidates is Candidates =>
  candidates !== undefined && candidates.count <= 32

const placePath = (geo: GeoQuery | undefined): readonly string[] => {
  const path = geo === undefined ? [] : geoPath(geo.geoproperty ?? 'https://uri.etsi.org/ngsi-ld/location')
  return path.length === 1 ? path : []
}

/**
 * Builds the indexes that a query would use and that a large store lacks, in slices between which other requests are
 * answered; resolves at once where there are none.
 */
export const prepareIndexes = async (store: EntityStore, query: EntityQuery): Promise<void> => {
  if (fewEnough(selectedCandidates(store, query))) return
  const { filter, geo } = query
  await store.indexes.grow({
    paths: filter === undefined ? [] : indexedPaths(filter, query.expandValue !== undefined),
    places: placePath(geo),
  })
}

/** Records that may satisfy a query, from the index that leaves the fewest; undefined: every record may. */
export const findCandidates = (store: EntityStore, query: EntityQuery): Candidates | undefined => {
  const bySelector = selectedCandidates(store, query)
  if (fewEnough(bySelector)) return bySelector
  const { filter, geo } = query
  const byFilter =
    filter === undefined ? undefined : filterCandidates(store, filter, query.expandValue !== undefined)
  const [place] = placePath(geo)
  const byPlace = geo === undefined || place === undefined ? undefined : store.indexes.place(place)?.find(geo)
  return smallest([bySelector, byFilter, byPlace])
}

const bySequence = (a: EntityRecord, b: EntityRecord): number => a.sequence - b.sequence

/** The type that a query asks for, where it names no ids and no other type. */
const onlyType = ({ selectors: [selector, ...others] }: EntityQuery): string | undefined =>
  others.length === 0 && selector?.types?.kind === 'type' && selector.ids === undefined
    ? selector.types.name
    : undefined

/** The records of a type, in order of creation, where a query asks for all of them: none needs a test. */
export const wholeType = (store: EntityStore, query: EntityQuery): ReadonlySet<EntityRecord> | undefined => {
  const { selectors, attributes, filter, geo, scope } = query
  const conditions = [selectors[0]?.idPattern, attributes, filter, geo, scope]
  const type = conditions.every((part) => part === undefined) ? onlyType(query) : undefined
  return type === undefined ? undefined : store.ofType(type)
}

/** Every entity that satisfies a query, in order of creation, found one at a time. */
export function* matchingEntities(
  store: EntityStore,
  query: EntityQuery,
  tools: QueryTools,
): Iterable<StoredEntity> {
  const candidates = findCandidates(store, query)
  const type = onlyType(query)
  if (candidates === undefined || (type !== undefined && candidates.count === store.ofType(type).size)) {
    // Whatever is of the type need not be tested for it.
    const selectors = query.selectors.filter(({ idPattern }) => type === undefined || idPattern !== undefined)
    const test = compileQuery({ ...query, selectors }, tools)
    // The set of a type is in order of creation already.
    for (const { entity } of candidates?.records() ?? store.records()) if (test(entity)) yield entity
    return
  }
  const test = compileQuery(query, tools)
  // An entity with several values in a range is listed once for each.
  const found = [...new Set(candidates.records())].filter(({ entity }) => test(entity)).sort(bySequence)
  for (const { entity } of found) yield entity
}
