import { UsageError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { encode, type QueryParameters } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isUri } from '../ngsi/uri.js'
import { printFilter } from '../query/print.js'
import { allOf, type Conditions, conditions } from './condition.js'
import { type Connection, requireCapability } from './connection.js'
import { encodeEntity } from './encode.js'
import { contextFor } from './entity.js'
import type { Checked, NoExcess, PartialInput } from './entity-input.js'
import { fromWireNames, namesOwn, toWireNames, wireNames } from './own-term.js'
import type { AttributeName } from './path.js'

/** A part of time; instants as Date or DateTime text. `after` counts itself, `before` does not (CIM 009 4.11). */
export interface TimeWindow {
  readonly after?: Date | string | undefined
  readonly before?: Date | string | undefined
  /** Which instant counts. @default 'observedAt' */
  readonly timeproperty?: 'observedAt' | 'createdAt' | 'modifiedAt' | undefined
  /** Only the newest so many values of each attribute. */
  readonly lastN?: number | undefined
}

/** One value of a series, and when it was so. */
export interface SeriesValue<Value> {
  readonly value: Value
  readonly at: string
}

/** The history of one entity: a series per attribute, oldest first. */
export interface History<S> {
  readonly id: string
  readonly series: { readonly [A in AttributeName<S>]?: readonly SeriesValue<NonNullable<S[A]>>[] }
}

/** One period of an aggregate. */
export interface AggregatePeriod {
  readonly value: unknown
  readonly from: string
  readonly to: string
}

/** The methods that aggregate (CIM 009 4.5.19). */
export type AggregateMethod =
  | 'totalCount'
  | 'distinctCount'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'stddev'
  | 'sumsq'

/** Periods per attribute and method. */
export type Aggregates<S> = { readonly [A in AttributeName<S>]?: AttributeAggregates }

type AttributeAggregates = Readonly<Partial<Record<AggregateMethod, readonly AggregatePeriod[]>>>

/** What every call on history takes. */
export interface HistoryOptions<S> extends TimeWindow {
  readonly pick?: readonly AttributeName<S>[] | undefined
  readonly signal?: AbortSignal | undefined
}

/** Which entities' histories are read; conditions look at values within the window (CIM 009 5.7.4). */
export interface HistoryQuery<S> extends HistoryOptions<S> {
  readonly where?: ((conditions: Conditions<S>) => Conditions<S>) | undefined
  readonly ids?: readonly string[] | undefined
}

/** The history of a model's entities. */
export interface HistoryAccess<S, N = unknown> {
  /** Reads the series of every entity that has some in the window, page by page. */
  readonly find: (query?: HistoryQuery<S>) => AsyncGenerator<History<S>>
  /** Reads the series of one entity, whole even where the broker gives it in parts. */
  readonly get: (id: string, options?: HistoryOptions<S>) => Promise<History<S>>
  /** Aggregates over periods, an ISO 8601 duration such as `PT1H`; per attribute and method. */
  readonly aggregate: (
    id: string,
    methods: readonly AggregateMethod[],
    period: string,
    options?: HistoryOptions<S>,
  ) => Promise<Aggregates<S>>
  /** Adds values of the past. Never repeated by itself: no broker can tell a repetition from a second value. */
  readonly append: <const E extends PartialInput<S, N>>(
    entity: NoExcess<E, S> & Checked<E, S, N>,
    options?: { readonly signal?: AbortSignal | undefined },
  ) => Promise<void>
  /** Deletes the whole history of one entity. */
  readonly delete: (id: string, options?: { readonly signal?: AbortSignal | undefined }) => Promise<void>
}

const root = '/ngsi-ld/v1/temporal/entities'

const instant = (name: string, value: Date | string): string => {
  const text = value instanceof Date ? value.toISOString() : value
  if (!isDateTime(text))
    throw new UsageError(`${name}: "${text}" is no DateTime; write 2026-11-23T10:00:00Z or give a Date`)
  return text
}

const windowParameters = ({ after, before, timeproperty, lastN }: TimeWindow): QueryParameters => {
  const shared = { timeproperty, lastN }
  if (after !== undefined && before !== undefined)
    return {
      timerel: 'between',
      timeAt: instant('after', after),
      endTimeAt: instant('before', before),
      ...shared,
    }
  if (after !== undefined) return { timerel: 'after', timeAt: instant('after', after), ...shared }
  if (before !== undefined) return { timerel: 'before', timeAt: instant('before', before), ...shared }
  return shared
}

const pluralMembers = [
  'values',
  'objects',
  'languageMaps',
  'vocabs',
  'jsons',
  'valueLists',
  'objectLists',
  'objectsLists',
]

/** Every pair of an attribute in temporalValues form; several datasets are joined. */
const pairsOf = (attribute: unknown): readonly SeriesValue<unknown>[] =>
  [attribute].flat().flatMap((instance) => {
    if (!isObject(instance)) return []
    const pairs = pluralMembers.map((name) => instance[name]).find(Array.isArray) ?? []
    return pairs.filter(Array.isArray).map(([value, at]) => ({ value, at: String(at) }))
  })

const pageSize = 100

type Series = Map<string, Map<string, SeriesValue<unknown>>>

const collect = (series: Series, body: unknown): void => {
  if (!isObject(body)) return
  for (const [name, attribute] of Object.entries(body)) {
    const known = series.get(name) ?? new Map<string, SeriesValue<unknown>>()
    // Parts overlap by the instant at which the one before ended.
    for (const pair of pairsOf(attribute)) known.set(`${pair.at} ${JSON.stringify(pair.value)}`, pair)
    if (known.size > 0) series.set(name, known)
  }
}

/** Where the broker stopped: `date-time <start>-<end>/<size>` with status 206 (CIM 009 6.3.10). */
const rangeEnd = (reply: Reply): string | undefined => {
  if (reply.status !== 206) return undefined
  const range = reply.headers['content-range'] ?? ''
  return /-(\d{4}-\d{2}-\d{2}T[^/]+Z)\/[^/]*$/.exec(range)?.[1]
}

/** Long before the first sensor. */
const beginning = '1970-01-01T00:00:00Z'

const historyOf = <S>(id: string, series: Series): History<S> => {
  const sorted = [...series].map(([name, values]) => [
    name,
    [...values.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
  ])
  return { id, series: Object.fromEntries(sorted) }
}

/** Makes the access to the history of a model's entities. */
export const historyAccess = <S>(connection: Connection, model: Model): HistoryAccess<S> => {
  const context = contextFor(connection, model, undefined)
  const named = fromWireNames(model)
  const ready = (signal: AbortSignal | undefined): Promise<unknown> =>
    requireCapability(
      connection,
      'temporal',
      'history',
      'it keeps no history; record changes from a subscription',
      signal,
    )
  const read = (id: string, query: QueryParameters, signal: AbortSignal | undefined): Promise<Reply> => {
    if (!isUri(id)) throw new UsageError(`"${String(id).slice(0, 200)}" is no entity id: it must be a URI`)
    return connection.send({ method: 'GET', path: `${root}/${encode(id)}`, query, context, signal })
  }
  const readAll = async (
    id: string,
    options: HistoryOptions<S>,
    query: QueryParameters,
    series: Series,
  ): Promise<void> => {
    const reply = await read(id, { ...query, ...windowParameters(options) }, options.signal)
    collect(series, isObject(reply.body) ? named(reply.body) : undefined)
    const end = rangeEnd(reply)
    // With lastN the newest values come first and the cut leaves out what was not asked.
    if (end === undefined || options.lastN !== undefined || end === options.after) return
    await readAll(id, { ...options, after: end }, query, series)
  }
  const get: HistoryAccess<S>['get'] = async (id, options = {}) => {
    await ready(options.signal)
    const series: Series = new Map()
    await readAll(id, options, { attrs: wireNames(model, options.pick), options: 'temporalValues' }, series)
    return historyOf(id, series)
  }
  const page = (query: HistoryQuery<S>, offset: number): Promise<Reply> => {
    const filter = query.where === undefined ? undefined : allOf(query.where(conditions(model)).filters)
    if (filter !== undefined && namesOwn(model, filter))
      throw new UsageError(
        "a condition on history cannot name an attribute of the city's own; filter what comes back",
      )
    // A query needs a time where reading one entity needs none (CIM 009 5.7.4).
    const window =
      query.after === undefined && query.before === undefined ? { ...query, after: beginning } : query
    return connection.send({
      method: 'GET',
      path: root,
      query: {
        q: filter === undefined ? undefined : printFilter(filter),
        type: model.type,
        id: query.ids,
        attrs: wireNames(model, query.pick),
        options: 'temporalValues',
        ...windowParameters(window),
        limit: pageSize,
        offset: offset === 0 ? undefined : offset,
      },
      context,
      signal: query.signal,
    })
  }
  return {
    get,
    async *find(query = {}) {
      await ready(query.signal)
      for (let offset = 0; ; offset += pageSize) {
        const reply = await page(query, offset)
        const entities = Array.isArray(reply.body) ? reply.body.filter(isObject) : []
        for (const entity of entities) {
          const series: Series = new Map()
          collect(series, named(entity))
          // Cut by time: nobody knows of whom something is missing, so each is read on its own.
          yield reply.status === 206
            ? await get(String(entity['id']), query)
            : historyOf(String(entity['id']), series)
        }
        if (entities.length < pageSize) return
      }
    },
    aggregate: async (id, methods, period, options = {}) => {
      await ready(options.signal)
      const query = {
        attrs: wireNames(model, options.pick),
        options: 'aggregatedValues',
        aggrMethods: methods,
        aggrPeriodDuration: period,
        ...windowParameters(options),
      }
      const { body } = await read(id, query, options.signal)
      const attributes = Object.entries(isObject(body) ? named(body) : {}).filter(([, value]) =>
        isObject(value),
      )
      const rows = attributes.map(([name, attribute]) => [
        name,
        aggregatesOf(attribute as JsonObject, methods),
      ])
      return Object.fromEntries(rows)
    },
    append: async (entity, options = {}) => {
      await ready(options.signal)
      const encoded = encodeEntity(model, entity, context)
      if ('issues' in encoded)
        throw new UsageError(`${encoded.issues[0]?.path}: ${encoded.issues[0]?.message}`)
      await connection.send({
        method: 'POST',
        path: root,
        body: toWireNames(model, encoded.entity),
        context,
        signal: options.signal,
      })
    },
    delete: async (id, options = {}) => {
      await ready(options.signal)
      await connection.send({ method: 'DELETE', path: `${root}/${encode(id)}`, signal: options.signal })
    },
  }
}

const aggregatesOf = (attribute: JsonObject, methods: readonly AggregateMethod[]): AttributeAggregates =>
  Object.fromEntries(
    methods.map((method) => {
      const rows = attribute[method]
      const periods = Array.isArray(rows) ? rows.filter(Array.isArray) : []
      return [method, periods.map(([value, from, to]) => ({ value, from: String(from), to: String(to) }))]
    }),
  )
