import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import { isUri } from '../ngsi/uri.js'
import type { Filter } from '../query/filter.js'
import type { GeoQuery } from '../query/geo.js'
import { parseFilter } from '../query/parse.js'
import { printFilter } from '../query/print.js'
import { parseScopeQuery } from '../query/scope.js'
import { allOf, anyOf, type Conditions, condition, conditions, type Operator, readPath } from './condition.js'
import type { Connection } from './connection.js'
import { contextFor } from './entity.js'
import type { FeatureCollection } from './feature.js'
import type {
  AtLinked,
  AttributeName,
  GeometryName,
  LinkedPath,
  OperandArguments,
  OperatorFor,
  Path,
  RelationshipName,
} from './path.js'
import { type NearOptions, nearQuery, type Place, placeGeometry } from './place.js'
import { countMatches, readEntities, readEntityPages, readFeatures } from './query-run.js'
import { type QueryState, startState } from './query-state.js'
import type { DefaultShape, Linked, Representation, Result, Shape } from './result.js'

/** What running a query takes. */
export interface RunOptions {
  readonly signal?: AbortSignal | undefined
}

type With<D extends Shape, Change> = Omit<D, keyof Change> & Change

/**
 * A query on one model. Immutable: every method gives another query, so that each can be used again.
 * It runs when it is iterated, or by toArray, first, count or toGeoJSON.
 */
export interface Query<S, N, D extends Shape> extends AsyncIterable<Result<S, N, D>> {
  /**
   * Adds a condition; all conditions must hold.
   * @example city.find(OffStreetParking).where('availableSpotNumber', '>', 10)
   * @example .where('address[addressLocality]', '==', ['Breda', 'Tilburg'])
   * @example .linked('refParkingSite', OffStreetParking).where('refParkingSite{name}', '==', 'Markt')
   */
  where<P extends Path<S> | LinkedPath<D['targets']>, O extends OperatorFor<AtLinked<S, D['targets'], P>>>(
    path: P,
    operator: O,
    ...value: OperandArguments<AtLinked<S, D['targets'], P>, O>
  ): Query<S, N, D>
  /**
   * Adds groups of which at least one must hold.
   * @example .or((g) => g.where('status', '==', 'open'), (g) => g.where('fillingLevel', '>', 0.8))
   */
  or(
    ...groups: readonly ((group: Conditions<S, N, D['targets']>) => Conditions<S, N, D['targets']>)[]
  ): Query<S, N, D>
  /** Adds a condition as q text (CIM 009 4.9), for what the types cannot say. */
  q(text: string): Query<S, N, D>
  /** Keeps entities near a place; distances in metres. */
  near(place: Place, options: NearOptions<S>): Query<S, N, D>
  /** Keeps entities inside an area. */
  within(area: Geometry, geoproperty?: GeometryName<S>): Query<S, N, D>
  /** Keeps entities whose geometry stands in a relation to another (CIM 009 4.10). */
  georel(
    relation: Exclude<GeoQuery['relation']['kind'], 'near'>,
    geometry: Geometry,
    geoproperty?: GeometryName<S>,
  ): Query<S, N, D>
  /** Keeps entities in a scope: `/Breda/Centrum/#` (CIM 009 4.19). */
  inScope(scope: string): Query<S, N, D>
  /** Keeps entities with one of these ids. */
  ids(ids: readonly string[]): Query<S, N, D>
  /** Keeps entities whose id matches a regular expression. */
  idPattern(pattern: string): Query<S, N, D>
  /** Takes entities of further types too; their attributes are not typed. */
  orTypes(...types: readonly string[]): Query<S, N, D>
  /** Reads only these attributes; id and type always come along. */
  pick<K extends AttributeName<S>>(...names: readonly K[]): Query<S, N, With<D, { keys: K }>>
  /** Leaves these attributes out. */
  omit<K extends AttributeName<S>>(
    ...names: readonly K[]
  ): Query<S, N, With<D, { keys: Exclude<D['keys'], K> }>>
  /** Orders by a path, `id` or `type`; call it again for further keys. */
  orderBy(key: Path<S> | 'id' | 'type', direction?: 'asc' | 'desc'): Query<S, N, D>
  /** Follows a relationship: its entity takes the place of its id. */
  linked<K extends RelationshipName<S, N>, LS, LN>(
    relationship: K,
    model: Model<LS, LN>,
  ): Query<
    S,
    N,
    With<
      D,
      {
        linked: D['linked'] & Record<K, Linked<LS, LN>>
        targets: D['targets'] & Record<K, LS>
      }
    >
  >
  /** Chooses the form of the entities; metadata such as observedAt shows in concise and normalized. */
  as<R extends Representation>(form: R): Query<S, N, With<D, { as: R }>>
  /** Reads createdAt and modifiedAt too. */
  sysAttrs(): Query<S, N, With<D, { sysAttrs: true }>>
  /** Chooses a language of language properties: `nl, en;q=0.5`. */
  lang(languages: string): Query<S, N, D>
  /** Reads only these instances of attributes; `@none` is the one without datasetId. */
  datasetIds(ids: readonly string[]): Query<S, N, D>
  /** Reads at most so many. */
  limit(count: number): Query<S, N, D>
  /** Skips so many. */
  offset(count: number): Query<S, N, D>
  /** Entities per request; the dialect knows a good number. */
  pageSize(count: number): Query<S, N, D>
  /** Asks only this broker, not the sources registered with it. */
  local(): Query<S, N, D>
  /** Reads everything into an array. */
  toArray(options?: RunOptions): Promise<Result<S, N, D>[]>
  /** Reads the first one, or undefined. */
  first(options?: RunOptions): Promise<Result<S, N, D> | undefined>
  /** Counts what matches, without reading it where the broker counts. */
  count(options?: RunOptions): Promise<number>
  /** Reads everything as a GeoJSON FeatureCollection; `geometry` is the model's location, or null. */
  toGeoJSON(
    options?: RunOptions & { readonly geometryProperty?: GeometryName<S> | undefined },
  ): Promise<FeatureCollection>
  /** Iterates with a signal. */
  run(options: RunOptions): AsyncIterable<Result<S, N, D>>
  /**
   * Reads page by page, each an array as the broker gave it, never empty: for whoever passes many on at once, such as
   * rows to a database. Each entity is in one page once.
   */
  pages(options?: RunOptions): AsyncIterable<readonly Result<S, N, D>[]>
  /** The q text of the conditions; empty for none. */
  toString(): string
  /** What the query asks, as data. */
  readonly state: QueryState
}

const wholeNumber = (what: string, value: number, least: number): number => {
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`${what} must be a whole number, ${least} or more; got ${value}`)
  return value
}

const checkedIds = (ids: readonly string[]): readonly string[] => {
  const wrong = ids.find((id) => !isUri(id))
  if (wrong !== undefined) throw new UsageError(`ids: "${String(wrong).slice(0, 200)}" is no URI`)
  return [...new Set(ids)]
}

const checkedScope = (scope: string): string => {
  parseScopeQuery(scope)
  return scope
}

/** Checks an order key: a path, id or type. */
const orderKey = (key: string): string => {
  if (key !== 'id' && key !== 'type') readPath(key)
  return key
}

interface AnyQuery extends Query<JsonObject, JsonObject, Shape> {}

const fromState = (connection: Connection, state: QueryState): AnyQuery => {
  const next = (change: Partial<QueryState>): AnyQuery => fromState(connection, { ...state, ...change })
  const withFilter = (filter: Filter): AnyQuery => next({ filters: [...state.filters, filter] })
  const withGeo = (geo: GeoQuery): AnyQuery => next({ geo: [...state.geo, geo] })
  const { model } = state
  const read = (options?: RunOptions): AsyncIterableIterator<JsonObject> =>
    readEntities(connection, state, options?.signal)
  const pages = (options?: RunOptions): AsyncIterable<readonly JsonObject[]> =>
    readEntityPages(connection, state, options?.signal)
  const toArray = async (options?: RunOptions): Promise<JsonObject[]> => {
    const all: JsonObject[] = []
    for await (const page of pages(options)) for (const one of page) all.push(one)
    return all
  }
  const query = {
    where: (path: string, operator: Operator, value?: unknown) =>
      withFilter(condition(model, path, operator, value, state.links)),
    or: (...groups: readonly ((group: Conditions<unknown>) => Conditions<unknown>)[]) =>
      withFilter(anyOf(groups.map((group) => allOf(group(conditions(model, [], state.links)).filters)))),
    q: (text: string) => withFilter(parseFilter(text)),
    near: (place: Place, options: NearOptions) => withGeo(nearQuery(place, options)),
    within: (area: Geometry, geoproperty?: string) =>
      withGeo({ relation: { kind: 'within' }, reference: placeGeometry(area), geoproperty }),
    georel: (kind: 'within', geometry: Geometry, geoproperty?: string) =>
      withGeo({ relation: { kind }, reference: placeGeometry(geometry), geoproperty }),
    inScope: (scope: string) => next({ scope: checkedScope(scope) }),
    ids: (ids: readonly string[]) => next({ ids: checkedIds(ids) }),
    idPattern: (idPattern: string) => next({ idPattern }),
    orTypes: (...types: readonly string[]) => next({ types: [...state.types, ...types] }),
    pick: (...names: readonly string[]) => next({ pick: names, omit: undefined }),
    omit: (...names: readonly string[]) => next({ omit: [...(state.omit ?? []), ...names] }),
    orderBy: (key: string, direction: 'asc' | 'desc' = 'asc') =>
      next({ order: [...state.order, { key: orderKey(key), direction }] }),
    linked: (attribute: string, target: Model) =>
      next({ links: [...state.links, { attribute, model: target }] }),
    as: (form: Representation) => next({ as: form }),
    sysAttrs: () => next({ sysAttrs: true }),
    lang: (lang: string) => next({ lang }),
    datasetIds: (datasetIds: readonly string[]) => next({ datasetIds }),
    limit: (count: number) => next({ limit: wholeNumber('limit', count, 0) }),
    offset: (count: number) => next({ offset: wholeNumber('offset', count, 0) }),
    pageSize: (count: number) => next({ pageSize: wholeNumber('pageSize', count, 1) }),
    local: () => next({ local: true }),
    toArray,
    first: async (options?: RunOptions) => {
      const one = fromState(connection, { ...state, limit: Math.min(1, state.limit ?? 1) })
      return (await one.toArray(options))[0]
    },
    count: (options?: RunOptions) => countMatches(connection, state, options?.signal),
    toGeoJSON: (options?: RunOptions & { readonly geometryProperty?: string | undefined }) =>
      readFeatures(connection, state, options?.geometryProperty ?? 'location', options?.signal),
    run: (options: RunOptions) => read(options),
    pages,
    toString: () => {
      const filter = allOf(state.filters)
      return filter === undefined ? '' : printFilter(filter)
    },
    state,
    [Symbol.asyncIterator]: () => read(),
  }
  // The interface types what this body leaves loose: the shapes exist at compile time only.
  return query as unknown as AnyQuery
}

/** Starts a query on a model. */
export const find = <S, N>(
  connection: Connection,
  model: Model<S, N>,
  options: { readonly context?: string | undefined } = {},
): Query<S, N, DefaultShape<S>> =>
  fromState(
    connection,
    startState(model as Model, contextFor(connection, model as Model, options.context)),
  ) as unknown as Query<S, N, DefaultShape<S>>
