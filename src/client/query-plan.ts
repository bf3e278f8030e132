import type { Dialect } from '../dialect/dialect.js'
import { UnsupportedError } from '../errors.js'
import type { QueryParameters } from '../http/url.js'
import { type Filter, linkDepth, pathsOf } from '../query/filter.js'
import { type GeoQuery, printGeoQuery } from '../query/geo.js'
import { printFilter } from '../query/print.js'
import { splitFilter } from './filter-split.js'
import { neededTerms } from './own-term.js'
import type { QueryState } from './query-state.js'
import type { Representation } from './result.js'

/** What remains to be done on this side with each entity that the broker gives. */
export interface LocalSteps {
  readonly filter?: Filter | undefined
  readonly geo: readonly GeoQuery[]
  /** Orders the whole result in memory. */
  readonly sort: boolean
  /** Follows relationships with requests of our own. */
  readonly join: boolean
  /** Keeps only these instances of attributes. */
  readonly datasets?: ReadonlySet<string> | undefined
  /** Chooses the language here: conditions and order look at all of them. */
  readonly lang?: string | undefined
  /** The broker sends normalized; the asked form is made here. */
  readonly convert: boolean
}

/** How a query is run on one broker. */
export interface QueryPlan {
  /** Parameters of the GET request, paging left out; `q` comes first. */
  readonly parameters: QueryParameters
  /** The same as a body for POST /entityOperations/query. */
  readonly body: Readonly<Record<string, unknown>>
  /** URL parameters that stay with the POST form. */
  readonly bodyParameters: QueryParameters
  readonly steps: LocalSteps
  /** The body names its own context, so that it must be sent. */
  readonly needsBody: boolean
  /** Sentences on what is done on this side, and why. */
  readonly emulated: readonly string[]
}

interface SplitGeo {
  readonly sent: GeoQuery | undefined
  readonly kept: readonly GeoQuery[]
  readonly notes: readonly string[]
}

/** A ring (both distances) is two conditions: the standard takes one modifier per query (CIM 009 4.10). */
const singleModifiers = (geo: GeoQuery): readonly GeoQuery[] => {
  const { relation } = geo
  if (relation.kind !== 'near' || relation.maxMeters === undefined || relation.minMeters === undefined)
    return [geo]
  return [
    { ...geo, relation: { kind: 'near', maxMeters: relation.maxMeters } },
    { ...geo, relation: { kind: 'near', minMeters: relation.minMeters } },
  ]
}

const splitGeo = (state: QueryState, dialect: Dialect): SplitGeo => {
  const parts = state.geo.flatMap(singleModifiers)
  const sent = parts.find((geo) => dialect.geoRelations.includes(geo.relation.kind))
  const kept = parts.filter((geo) => geo !== sent)
  const notes = kept.map((geo) =>
    dialect.geoRelations.includes(geo.relation.kind)
      ? 'A query takes one geo condition: further ones are checked on this side'
      : `${dialect.product} has no "${geo.relation.kind}": it is checked on this side`,
  )
  return { sent, kept, notes }
}

/** The words of the options parameter for a form and for system times. */
export const wireOptions = (form: Representation, sysAttrs: boolean): readonly string[] | undefined => {
  const words = [
    ...(form === 'simplified' ? ['keyValues'] : form === 'concise' ? ['concise'] : []),
    ...(sysAttrs ? ['sysAttrs'] : []),
  ]
  return words.length === 0 ? undefined : words
}

/** Attributes to ask for, or undefined for all; id and type always stay, and what local steps look at. */
const picked = (state: QueryState, steps: LocalSteps, dialect: Dialect): readonly string[] | undefined => {
  if (state.pick === undefined || dialect.can.pick !== 'yes') return undefined
  const looked = [
    ...pathsOf(steps.filter ?? { kind: 'and', filters: [] }).map(({ names }) => names[0] ?? ''),
    ...steps.geo.map(({ geoproperty }) => geoproperty ?? 'location'),
    ...(steps.sort ? state.order.map(({ key }) => key.split(/[.[]/)[0] ?? '') : []),
  ]
  return [...new Set(['id', 'type', ...state.pick, ...looked])]
}

const sortedKeys = (state: QueryState): readonly string[] =>
  state.order.map(({ key, direction }) => (direction === 'desc' ? `${key};desc` : key))

const orionSimplifiedWithTimes = (state: QueryState): boolean => state.sysAttrs && state.as === 'simplified'

/** How deep the conditions of a query go through relationships. */
const depthOf = (filter: Filter | undefined): number =>
  filter === undefined ? 0 : Math.max(0, ...pathsOf(filter).map(linkDepth))

const sharedParts = (state: QueryState, dialect: Dialect) => {
  const filter = splitFilter(state, dialect)
  const geo = splitGeo(state, dialect)
  const depth = depthOf(filter.sent)
  const sort = state.order.length > 0 && dialect.can.orderBy !== 'yes'
  // A condition through a relationship goes with a join or not at all (CIM 009 4.9).
  const join = state.links.length > 0 && dialect.can.join !== 'yes' && depth === 0
  // What this side looks at must not have been chosen from before.
  const looks = filter.kept !== undefined || geo.kept.length > 0 || sort
  const knowsDatasets = dialect.can.datasetIdFilter === 'yes'
  const datasets =
    state.datasetIds !== undefined && (looks || !knowsDatasets) ? new Set(state.datasetIds) : undefined
  const lang = looks ? state.lang : undefined
  const convert = looks || join || datasets !== undefined || orionSimplifiedWithTimes(state)
  const steps: LocalSteps = { filter: filter.kept, geo: geo.kept, sort, join, datasets, lang, convert }
  const notes = [
    ...filter.notes,
    ...geo.notes,
    ...(sort ? [`${dialect.product} cannot order results: they are ordered on this side`] : []),
    ...(join
      ? [`${dialect.product} cannot join: relationships are followed with requests of their own`]
      : []),
    ...(datasets === undefined || knowsDatasets
      ? []
      : [`${dialect.product} is not known to read by datasetId: instances are chosen on this side`]),
  ]
  return { filter: filter.sent, terms: filter.terms, geo: geo.sent, steps, depth, notes }
}

const refuseUnsayable = (state: QueryState, dialect: Dialect): void => {
  if (state.scope !== undefined && dialect.can.scope === 'no')
    throw new UnsupportedError('inScope', `${dialect.product} has no scopes`)
  if (state.lang !== undefined && dialect.can.language === 'no')
    throw new UnsupportedError('lang', `${dialect.product} has no language properties`)
}

/** The parts that stand in a URL and in a body under the same name. */
interface Wording {
  readonly q: string | undefined
  readonly expandValues: string | undefined
  readonly scopeQ: string | undefined
  readonly pick: readonly string[] | undefined
  readonly lang: string | undefined
  readonly join: string | undefined
  readonly joinLevel: number | undefined
  readonly datasetId: readonly string[] | undefined
}

const wordingOf = (state: QueryState, parts: ReturnType<typeof sharedParts>, dialect: Dialect): Wording => {
  const joins = (state.links.length > 0 || parts.depth > 0) && !parts.steps.join
  return {
    q: parts.filter === undefined ? undefined : printFilter(parts.filter),
    expandValues: parts.terms.length === 0 ? undefined : parts.terms.join(','),
    scopeQ: state.scope,
    pick: picked(state, parts.steps, dialect),
    lang: parts.steps.lang === undefined ? state.lang : undefined,
    join: joins ? 'inline' : undefined,
    joinLevel: joins && parts.depth > 1 ? parts.depth : undefined,
    datasetId: parts.steps.datasets === undefined ? state.datasetIds : undefined,
  }
}

const selectorOf = (state: QueryState, type: string): Record<string, unknown> => ({
  type,
  id: state.ids,
  idPattern: state.ids === undefined ? state.idPattern : undefined,
})

const contextsOf = (context: string | undefined, terms: Readonly<Record<string, string>> | undefined) => [
  ...(context === undefined ? [] : [context]),
  ...(terms === undefined ? [] : [terms]),
]

/** Decides what the broker is asked and what is done on this side; pure. */
export const planQuery = (state: QueryState, dialect: Dialect): QueryPlan => {
  refuseUnsayable(state, dialect)
  const parts = sharedParts(state, dialect)
  const { geo, steps } = parts
  const { q, ...wording } = wordingOf(state, parts, dialect)
  const types = [state.model.type, ...state.types]
  const everyType = types.includes('*')
  const order = state.order.length > 0 && !steps.sort ? sortedKeys(state) : undefined
  const geoText = geo === undefined ? undefined : printGeoQuery(geo)
  const options = wireOptions(steps.convert ? 'normalized' : state.as, state.sysAttrs)
  // orderBy and type=* are defined for this broker's own entities only (CIM 009 4.23, 4.17).
  const terms = neededTerms(state)
  // A list of ids in a URL is split at every comma, whether it was encoded or not.
  const commas = state.ids?.some((id) => id.includes(',')) === true
  const local = state.local || order !== undefined || everyType ? { [dialect.localParameter]: true } : {}
  return {
    // Scorpio takes the text after the first "q=" of the raw address, so q stands first.
    parameters: {
      q,
      type: everyType ? undefined : types,
      id: state.ids,
      idPattern: state.ids === undefined ? state.idPattern : undefined,
      ...geoText,
      ...wording,
      orderBy: order,
      options,
      ...local,
    },
    body: {
      type: 'Query',
      entities: types.map((type) => selectorOf(state, type)),
      q,
      // Orion-LD's default mode dies of a geoQ without geoproperty (mongoCppLegacyEntitiesQuery.cpp:471, 36a8d17).
      geoQ: geoText === undefined ? undefined : { ...geoText, coordinates: geo?.reference.coordinates },
      ...wording,
      ordering: order === undefined ? undefined : { orderBy: order },
      '@context': terms !== undefined || commas ? contextsOf(state.context, terms) : undefined,
    },
    needsBody: terms !== undefined || commas,
    bodyParameters: { options, ...local },
    steps,
    emulated: parts.notes,
  }
}
