import type { Dialect } from '../dialect/dialect.js'
import { UsageError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isUri } from '../ngsi/uri.js'
import { isNotFound, reified } from './attribute-access.js'
import { chunks } from './chunks.js'
import type { Conditions } from './condition.js'
import { type Connection, requireCapability, write } from './connection.js'
import { probeHistory } from './discovery.js'
import { contextFor, encoded } from './entity.js'
import type { Checked, HistoryInput, NoExcess } from './entity-input.js'
import {
  type HistoryForm,
  type HistorySelection,
  historyPath,
  requestHistories,
  requestHistory,
  type TimeWindow,
} from './history-request.js'
import {
  type AggregateMethod,
  type Aggregates,
  collect,
  inOrder,
  readAggregates,
  readInstances,
  readPairs,
  type Series,
  type SeriesValue,
} from './history-series.js'
import { readWhole } from './history-whole.js'
import { fromWireNames, wireName } from './own-term.js'
import type { AttributeName } from './path.js'

/** The history of one entity: a series per attribute, oldest first. */
export interface History<S> {
  readonly id: string
  readonly series: { readonly [A in AttributeName<S>]?: readonly SeriesValue<NonNullable<S[A]>>[] }
}

/** Aggregates of one entity: periods per attribute and method. */
export type AggregatesOf<S> = { readonly [A in AttributeName<S>]?: Aggregates[string] }

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

/** The instances of each attribute, normalized, oldest first; `instanceId` names one for `modify` and `deleteInstance`. */
export type Instances<S> = { readonly [A in AttributeName<S>]?: readonly JsonObject[] }

interface SignalOption {
  readonly signal?: AbortSignal | undefined
}

/** The history of a model's entities. */
export interface HistoryAccess<S, N = unknown> {
  /** Reads the series of every entity that has some in the window, page by page. */
  readonly find: (query?: HistoryQuery<S>) => AsyncGenerator<History<S>>
  /** Reads the series of one entity, whole even where the broker gives it in parts. */
  readonly get: (id: string, options?: HistoryOptions<S>) => Promise<History<S>>
  /** As `get`, each value with its metadata and its instanceId. */
  readonly instances: (id: string, options?: HistoryOptions<S>) => Promise<Instances<S>>
  /** Aggregates over periods, an ISO 8601 duration such as `PT1H`; per attribute and method. */
  readonly aggregate: (
    id: string,
    methods: readonly AggregateMethod[],
    period: string,
    options?: HistoryOptions<S>,
  ) => Promise<AggregatesOf<S>>
  /** As `aggregate`, of every entity that has something in the window, page by page. */
  readonly aggregateEach: (
    methods: readonly AggregateMethod[],
    period: string,
    query?: HistoryQuery<S>,
  ) => AsyncGenerator<{ readonly id: string; readonly aggregates: AggregatesOf<S> }>
  /**
   * Adds values of the past (CIM 009 5.6.11). Never repeated by itself: no broker can tell a repetition from a second
   * value.
   */
  readonly append: <const E extends HistoryInput<S, N>>(
    entity: NoExcess<E, S> & Checked<E, S, N>,
    options?: SignalOption,
  ) => Promise<void>
  /** Puts an attribute in the place of one instance (CIM 009 5.6.14). */
  readonly modify: (
    id: string,
    name: AttributeName<S>,
    instanceId: string,
    attribute: unknown,
    options?: SignalOption,
  ) => Promise<void>
  /** Deletes one instance (CIM 009 5.6.15). */
  readonly deleteInstance: (
    id: string,
    name: AttributeName<S>,
    instanceId: string,
    options?: SignalOption,
  ) => Promise<void>
  /** Deletes the history of one attribute; with `datasetId` only of that instance, with `all` of every instance. */
  readonly deleteAttribute: (
    id: string,
    name: AttributeName<S>,
    options?: SignalOption & { readonly datasetId?: string; readonly all?: boolean },
  ) => Promise<void>
  /** Deletes the whole history of one entity. */
  readonly delete: (id: string, options?: SignalOption) => Promise<void>
}

const pairs: HistoryForm = { options: 'temporalValues' }

const goneMeanwhile = (error: unknown): undefined => {
  if (!isNotFound(error)) throw error
}

/** Ids in a URL or body at once. */
const idsPerQuery = 100

const idParts = (selection: HistorySelection): readonly HistorySelection[] => {
  const { ids } = selection
  if (ids === undefined || ids.length <= idsPerQuery) return [selection]
  const wrong = ids.find((id) => !isUri(id))
  if (wrong !== undefined) throw new UsageError(`ids: "${String(wrong).slice(0, 200)}" is no URI`)
  return chunks(ids, idsPerQuery).map((part) => ({ ...selection, ids: part }))
}

type Ask = (
  selection: HistorySelection,
  page: { readonly limit: number; readonly offset: number },
) => Promise<Reply>

const isLastPage = (reply: Reply, next: number, isFull: boolean): boolean => {
  const total = Number(reply.headers['ngsild-results-count'] ?? Number.NaN)
  // A full page that reaches beyond the count shows that the count is wrong, as one below zero is.
  return Number.isInteger(total) && total >= next ? next === total : !isFull
}

/** Reads page after page; `cut` says that the broker gave less than the whole of a page's histories. */
async function* readPart(
  ask: Ask,
  selection: HistorySelection,
  limit: number,
): AsyncGenerator<{ readonly entity: JsonObject; readonly cut: boolean }> {
  for (let offset = 0; ; ) {
    const reply = await ask(selection, { limit, offset })
    const entities = Array.isArray(reply.body) ? reply.body.filter(isObject) : []
    for (const entity of entities) yield { entity, cut: reply.status === 206 }
    offset += entities.length
    if (entities.length === 0 || isLastPage(reply, offset, entities.length >= limit)) return
  }
}

/** Makes the access to the history of a model's entities. */
export const historyAccess = <S>(
  connection: Connection,
  model: Model,
  givenContext: string | undefined,
): HistoryAccess<S> => {
  const context = contextFor(connection, model, givenContext)
  const named = fromWireNames(model)
  const ready = async (signal: AbortSignal | undefined): Promise<Dialect> => {
    // Asked once: a broker without history may answer 503 to what is added, which would be tried again and again.
    await probeHistory(connection, signal)
    return requireCapability(
      connection,
      'temporal',
      'history',
      'it keeps no history; record changes from a subscription',
      signal,
    )
  }
  const one =
    (id: string, form: HistoryForm) =>
    (selection: HistorySelection): Promise<Reply> =>
      requestHistory(connection, model, context, id, selection, form)
  const get = async (id: string, selection: HistorySelection): Promise<History<S>> => ({
    id,
    series: (await readWhole(one(id, pairs), model, selection, readPairs)) as History<S>['series'],
  })
  async function* pages(given: HistorySelection, form: HistoryForm): ReturnType<typeof readPart> {
    const dialect = await ready(given.signal)
    const ask: Ask = (selection, page) =>
      requestHistories(connection, dialect, model, context, selection, form, page)
    for (const selection of idParts(given))
      yield* readPart(ask, selection, Math.min(100, dialect.limits.maxPageSize))
  }
  const send = async (method: 'POST' | 'PATCH' | 'DELETE', path: string, more: object): Promise<void> =>
    write(connection, { method, path, ...more })
  const attributePath = (id: string, name: string): string =>
    `${historyPath(id)}/attrs/${encode(wireName(model, name))}`
  return {
    get: async (id, options = {}) => {
      await ready(options.signal)
      return get(id, options)
    },
    instances: async (id, options = {}) => {
      await ready(options.signal)
      const read = readInstances(options.timeproperty ?? 'observedAt')
      return (await readWhole(one(id, {}), model, options, read)) as Instances<S>
    },
    async *find(query = {}) {
      for await (const { entity, cut } of pages(query as HistorySelection, pairs)) {
        const id = String(entity['id'])
        const series: Series<SeriesValue<unknown>> = new Map()
        collect(series, named(entity), readPairs)
        // Cut by time: nobody knows of whom something is missing, so each is read on its own.
        const whole = cut
          ? await get(id, query).catch(goneMeanwhile)
          : { id, series: inOrder(series, undefined) as History<S>['series'] }
        if (whole !== undefined) yield whole
      }
    },
    aggregate: async (id, aggrMethods, aggrPeriodDuration, options = {}) => {
      await ready(options.signal)
      const form = { options: 'aggregatedValues', aggrMethods, aggrPeriodDuration } as const
      const { body } = await one(id, form)(options)
      return readAggregates(isObject(body) ? named(body) : {}, aggrMethods) as AggregatesOf<S>
    },
    async *aggregateEach(aggrMethods, aggrPeriodDuration, query = {}) {
      const form = { options: 'aggregatedValues', aggrMethods, aggrPeriodDuration } as const
      for await (const { entity } of pages(query as HistorySelection, form))
        yield {
          id: String(entity['id']),
          aggregates: readAggregates(named(entity), aggrMethods) as AggregatesOf<S>,
        }
    },
    append: async (entity, { signal } = {}) => {
      await ready(signal)
      const body = encoded(model, entity, context)
      await send('POST', '/ngsi-ld/v1/temporal/entities', { body, context, signal })
    },
    modify: async (id, name, instanceId, attribute, { signal } = {}) => {
      await ready(signal)
      const path = `${attributePath(id, name)}/${encode(instanceId)}`
      await send('PATCH', path, { body: reified(model, name, attribute), context, signal, idempotent: true })
    },
    deleteInstance: async (id, name, instanceId, { signal } = {}) => {
      await ready(signal)
      await send('DELETE', `${attributePath(id, name)}/${encode(instanceId)}`, { context, signal })
    },
    deleteAttribute: async (id, name, { signal, datasetId, all } = {}) => {
      await ready(signal)
      const query = { datasetId, deleteAll: all }
      await send('DELETE', attributePath(id, name), { query, context, signal })
    },
    delete: async (id, { signal } = {}) => {
      await ready(signal)
      await send('DELETE', historyPath(id), { signal })
    },
  }
}
