import { attributeMembers, entityMembers } from '../ngsi/attribute.js'
import type { ActiveContext } from '../ngsi/context.js'
import { readLanguageRanges } from '../ngsi/language.js'
import { type Filter, linkDepth, mapFilterNames, pathsOf } from '../query/filter.js'
import { type GeoQuery, type GeoQueryText, parseGeoQuery } from '../query/geo.js'
import { parseFilter } from '../query/parse.js'
import { parseScopeQuery } from '../query/scope.js'
import { mapTypeNames, parseTypeSelection, type TypeSelection } from '../query/type-selection.js'
import type { EntityQuery, EntitySelector } from './entity-query.js'
import { joinGeoPath } from './entity-query.js'
import { type Ordering, type OrderingText, readOrdering } from './ordering.js'
import { compilePattern } from './pattern.js'
import { badData, refuse } from './problem-error.js'
import { makeProjection, memberDepth, type Projection, readMemberTree } from './projection.js'
import { expandName, readUri } from './reading.js'

/** A selector as a request writes it. */
export interface SelectorText {
  readonly id?: readonly string[] | undefined
  readonly idPattern?: string | undefined
  readonly type?: string | undefined
}

/** A query as a request writes it, whether in parameters or in a body. */
export interface QueryText {
  readonly selectors: readonly SelectorText[]
  readonly attrs?: readonly string[] | undefined
  readonly pick?: string | undefined
  readonly omit?: string | undefined
  readonly q?: string | undefined
  readonly geoQ?: GeoQueryText | undefined
  readonly scopeQ?: string | undefined
  readonly csf?: string | undefined
  readonly lang?: string | undefined
  readonly datasetId?: readonly string[] | undefined
  readonly join?: string | undefined
  readonly joinLevel?: number | undefined
  readonly containedBy?: readonly string[] | undefined
  readonly ordering?: OrderingText | undefined
  readonly expandValues?: readonly string[] | undefined
  readonly geometryProperty?: string | undefined
  readonly local?: boolean | undefined
}

/** How linked entities are shown (CIM 009 4.5.23). */
export interface Join {
  readonly kind: 'inline' | 'flat'
  readonly level: number
  readonly containedBy: ReadonlySet<string>
}

/** A query that is read: what to find, and how to show it. */
export interface QueryRequest {
  readonly query: EntityQuery
  readonly projection: Projection
  readonly languages: readonly string[] | undefined
  readonly datasetIds: ReadonlySet<string> | undefined
  readonly join: Join | undefined
  readonly ordering: Ordering | undefined
  readonly geometryProperty: string | undefined
}

/** Refuses an expression that is longer than the limit: 403 TooComplexQuery. */
export const checkLength = (text: string | undefined, what: string, limit: number): void => {
  if (text !== undefined && text.length > limit)
    refuse('TooComplexQuery', `${what} is longer than ${limit} characters`)
}

/** Reads a type selection with names expanded. */
export const readTypes = (text: string, context: ActiveContext): TypeSelection =>
  mapTypeNames(parseTypeSelection(text), (name) => expandName(context, name, 'type name'))

/** Reads a selector: ids, pattern, types; ids win over a pattern (CIM 009 5.2.33). */
export const readSelector = (text: SelectorText, context: ActiveContext): EntitySelector => ({
  ids: text.id === undefined ? undefined : new Set(text.id.map((id) => readUri(id, 'id'))),
  idPattern: text.idPattern === undefined ? undefined : compilePattern(text.idPattern),
  types: text.type === undefined ? undefined : readTypes(text.type, context),
})

/** Reads q with names expanded. */
export const readFilter = (q: string, context: ActiveContext): Filter =>
  mapFilterNames(parseFilter(q), (name) => context.expand(name))

/** Reads a geo query with its geoproperty expanded. */
export const readGeo = (text: GeoQueryText, context: ActiveContext): GeoQuery => {
  const geo = parseGeoQuery(text)
  const name = geo.geoproperty ?? 'location'
  const names = name.includes(':') ? [name] : name.split('.')
  return { ...geo, geoproperty: joinGeoPath(names.map((one) => expandName(context, one))) }
}

/** Expands right-hand terms in q for the attributes named in expandValues. */
export const valueExpander = (
  names: readonly string[] | undefined,
  context: ActiveContext,
): EntityQuery['expandValue'] => {
  if (names === undefined) return undefined
  const expanded = new Set(names.map((name) => expandName(context, name)))
  return (path, text) => (expanded.has(path.names[0] as string) ? context.expand(text) : text)
}

const readAttrs = (names: readonly string[], context: ActiveContext): readonly string[] =>
  names.map((name) =>
    name === 'id' || name === 'type' || name === 'scope'
      ? badData(`attrs: "${name}" is no attribute; use pick`)
      : expandName(context, name),
  )

const readJoin = (text: QueryText): Join | undefined => {
  const { join, joinLevel, containedBy } = text
  if (join !== undefined && join !== 'inline' && join !== 'flat' && join !== '@none')
    return badData(`join must be inline, flat or @none, not "${join}"`)
  for (const uri of containedBy ?? []) readUri(uri, 'containedBy')
  return join === undefined || join === '@none'
    ? undefined
    : { kind: join, level: joinLevel ?? 1, containedBy: new Set(containedBy) }
}

const checkLinkDepth = (filter: Filter | undefined, projection: Projection, join: Join | undefined): void => {
  const level = join?.level ?? 0
  const inFilter = Math.max(0, ...(filter === undefined ? [] : pathsOf(filter).map(linkDepth)))
  const inProjection = Math.max(memberDepth(projection.pick), memberDepth(projection.omit))
  if (Math.max(inFilter, inProjection) > level)
    badData(
      'conditions and members of linked entities need join=flat or inline, and a joinLevel as deep as they are',
    )
}

const hasAttribute = (names: Iterable<string>): boolean =>
  [...names].some((name) => !entityMembers.has(name) && !attributeMembers.has(name))

/** Refuses a query that would have to look at everything (CIM 009 5.7.2): 400. */
export const checkSelective = (
  text: QueryText,
  query: EntityQuery,
  projection: Projection,
  strict: boolean,
): void => {
  const named = text.selectors.some(({ type }) => type !== undefined)
  const filtered =
    query.filter !== undefined && hasAttribute(pathsOf(query.filter).map(({ names }) => names[0] as string))
  const picked = !strict && projection.pick !== undefined && hasAttribute(projection.pick.keys())
  const scoped = !strict && query.scope !== undefined
  if (named || filtered || picked || scoped || query.geo !== undefined || text.local === true) return
  if (text.attrs !== undefined && hasAttribute(text.attrs)) return
  badData('the query is too wide: give a type, attrs, q on an attribute, a geo query, or local=true')
}

const readProjection = (
  text: QueryText,
  context: ActiveContext,
  attributes: readonly string[] | undefined,
): Projection => {
  if (attributes !== undefined && (text.pick !== undefined || text.omit !== undefined))
    badData('attrs cannot be combined with pick or omit')
  if (attributes !== undefined)
    return { pick: new Map(['id', 'type', 'scope', ...attributes].map((name) => [name, undefined])) }
  return makeProjection(
    text.pick === undefined ? undefined : readMemberTree(text.pick, context),
    text.omit === undefined ? undefined : readMemberTree(text.omit, context),
  )
}

/** Reads a query; refuses with 400 what is malformed and 403 what is too long. Names are expanded with the context. */
export const readQuery = (text: QueryText, context: ActiveContext, maxExpression: number): QueryRequest => {
  checkLength(text.q, 'q', maxExpression)
  checkLength(text.scopeQ, 'scopeQ', maxExpression)
  for (const { type } of text.selectors) checkLength(type, 'type', maxExpression)
  if (text.csf !== undefined) parseFilter(text.csf)
  for (const id of text.datasetId ?? []) if (id !== '@none') readUri(id, 'datasetId')
  const attributes = text.attrs === undefined ? undefined : readAttrs(text.attrs, context)
  const projection = readProjection(text, context, attributes)
  const query: EntityQuery = {
    selectors: text.selectors.map((selector) => readSelector(selector, context)),
    attributes,
    filter: text.q === undefined ? undefined : readFilter(text.q, context),
    geo: text.geoQ === undefined ? undefined : readGeo(text.geoQ, context),
    scope: text.scopeQ === undefined ? undefined : parseScopeQuery(text.scopeQ),
    expandValue: valueExpander(text.expandValues, context),
  }
  const join = readJoin(text)
  checkLinkDepth(query.filter, projection, join)
  return {
    query,
    projection,
    languages: text.lang === undefined ? undefined : readLanguageRanges(text.lang, badData),
    datasetIds: text.datasetId === undefined ? undefined : new Set(text.datasetId),
    join,
    ordering: text.ordering === undefined ? undefined : readOrdering(text.ordering, context),
    geometryProperty:
      text.geometryProperty === undefined ? undefined : expandName(context, text.geometryProperty),
  }
}
