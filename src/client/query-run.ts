import { UnsupportedError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { chunks } from './chunks.js'
import type { Connection } from './connection.js'
import { type Feature, type FeatureCollection, toFeature } from './feature.js'
import { joinPage } from './join.js'
import { linkedFinisher } from './linked-names.js'
import { finisher, localTest, maxSorted, sortEntities } from './local-step.js'
import { tellLongNames } from './name-check.js'
import { fromWireNames } from './own-term.js'
import { fetchPage, isMissingTenant, type PageSource } from './page.js'
import { readPages, type Window } from './paging.js'
import { planQuery } from './query-plan.js'
import { linksOfConditions, type QueryState } from './query-state.js'

const idsPerQuery = 200

/** Long id lists are asked in parts: Orion-LD finds nothing at all for more than 800 ids in one request. */
const parts = (state: QueryState): readonly QueryState[] => {
  const { ids } = state
  if (ids === undefined || ids.length <= idsPerQuery) return [state]
  return chunks(ids, idsPerQuery).map((part) => ({ ...state, ids: part }))
}

const sourceOf = async (
  connection: Connection,
  state: QueryState,
  signal: AbortSignal | undefined,
): Promise<PageSource> => {
  signal?.throwIfAborted()
  const dialect = await connection.dialect(signal)
  const plan = planQuery(state, dialect)
  for (const note of plan.emulated) connection.emulated(note)
  return { connection, dialect, plan, context: state.context, signal }
}

type Entities = readonly JsonObject[]

async function* slice(
  pages: AsyncIterable<Entities>,
  offset: number,
  limit: number,
): AsyncGenerator<Entities> {
  let index = 0
  if (limit <= 0) return
  for await (const page of pages) {
    const part = page.slice(Math.max(0, offset - index), Math.max(0, offset + limit - index))
    index += page.length
    if (part.length > 0) yield part
    if (index >= offset + limit) return
  }
}

/** Entities of a window that pass every local step, not yet in their asked form. */
async function* checkedPages(
  source: PageSource,
  state: QueryState,
  window: Window,
): AsyncGenerator<Entities> {
  const { steps } = source.plan
  const test = await localTest(steps)
  const tests = steps.filter !== undefined || steps.geo.length > 0
  const named = fromWireNames(state.model)
  const terms = state.model.terms !== undefined
  const finishLinked = linkedFinisher(state, steps)
  let isFirst = true
  for await (const raw of readPages(source, window)) {
    const page = terms ? raw.map(named) : raw
    if (isFirst) tellLongNames(source.connection, state.model, source.context, page[0])
    isFirst = false
    const kept = tests ? page.filter(test) : page
    const joined = steps.join ? await joinPage(source, kept, state) : kept
    yield finishLinked === undefined ? joined : joined.map(finishLinked)
  }
}

/** Entities of one part in the order of the broker. */
const candidates = (
  source: PageSource,
  state: QueryState,
  limit: number,
  offset: number,
): AsyncGenerator<Entities> => {
  const { filter, geo } = source.plan.steps
  const { pageSize } = state
  if (filter === undefined && geo.length === 0)
    return checkedPages(source, state, { offset, limit, pageSize })
  // With conditions of our own, nobody knows how many entities it takes to find so many.
  const everything = { offset: 0, limit: Number.POSITIVE_INFINITY, pageSize }
  return slice(checkedPages(source, state, everything), offset, limit)
}

async function* sorted(source: PageSource, state: QueryState, limit: number): AsyncGenerator<Entities> {
  const all: JsonObject[] = []
  for await (const page of candidates(source, state, Number.POSITIVE_INFINITY, 0)) {
    all.push(...page)
    if (all.length > maxSorted) sortEntities(all, state)
  }
  yield sortEntities(all, state).slice(state.offset, state.offset + limit)
}

async function* readPart(
  connection: Connection,
  state: QueryState,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Entities> {
  const source = await sourceOf(connection, state, signal)
  const { steps } = source.plan
  const finish = finisher(state, steps)
  const pages = steps.sort ? sorted(source, state, limit) : candidates(source, state, limit, state.offset)
  try {
    for await (const page of pages) if (page.length > 0) yield page.map(finish)
  } catch (error) {
    // Tenants come into being with their first entity: reading before that finds nothing.
    if (!isMissingTenant(error)) throw error
  }
}

/** Runs a query and gives its entities in their asked form, page after page. */
export async function* readEntityPages(
  connection: Connection,
  state: QueryState,
  signal?: AbortSignal,
): AsyncGenerator<Entities> {
  const several = parts(state)
  if (several.length > 1 && (state.order.length > 0 || state.offset > 0))
    throw new UnsupportedError('ids', `more than ${idsPerQuery} ids go without orderBy and offset`)
  let left = state.limit ?? Number.POSITIVE_INFINITY
  for (const part of several) {
    if (left <= 0) return
    for await (const page of readPart(connection, part, left, signal)) {
      left -= page.length
      yield page
    }
  }
}

/**
 * Runs a query and gives its entities one by one. Written by hand: an async generator costs three microtasks per
 * entity, this one does one, which is a tenth of the time of reading a page.
 */
export const readEntities = (
  connection: Connection,
  state: QueryState,
  signal?: AbortSignal,
): AsyncIterableIterator<JsonObject> => {
  const pages = readEntityPages(connection, state, signal)
  let page: Entities = []
  let at = 0
  let refilled: Promise<unknown> = Promise.resolve()
  const refill = async (): Promise<IteratorResult<JsonObject>> => {
    while (at >= page.length) {
      const { value, done } = await pages.next()
      if (done === true) return { value: undefined, done: true }
      page = value
      at = 0
    }
    return { value: page[at++] as JsonObject, done: false }
  }
  const entities: AsyncIterableIterator<JsonObject> = {
    next: () => {
      const entity = page[at]
      if (entity === undefined) {
        // Calls that do not wait for each other come one after the other.
        const result = refilled.then(refill)
        refilled = result.catch(() => undefined)
        return result
      }
      at += 1
      return Promise.resolve({ value: entity, done: false })
    },
    return: async () => {
      page = []
      await pages.return(undefined)
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]: () => entities,
  }
  return entities
}

/** Runs a query and gives GeoJSON; the geometry shows whether it was picked or not. */
export const readFeatures = async (
  connection: Connection,
  state: QueryState,
  geometryProperty: string,
  signal?: AbortSignal,
): Promise<FeatureCollection> => {
  const { pick, omit = [] } = state
  const hidden = omit.includes(geometryProperty) || pick?.includes(geometryProperty) === false
  const asked: QueryState = {
    ...state,
    pick: pick === undefined ? undefined : [...new Set([...pick, geometryProperty])],
    omit: omit.filter((name) => name !== geometryProperty),
  }
  const features: Feature[] = []
  for await (const page of readEntityPages(connection, asked, signal))
    for (const entity of page) features.push(toFeature(entity, geometryProperty, hidden))
  return { type: 'FeatureCollection', features }
}

const countPart = async (
  connection: Connection,
  state: QueryState,
  signal: AbortSignal | undefined,
): Promise<number> => {
  const source = await sourceOf(
    connection,
    { ...state, order: [], links: linksOfConditions(state), as: 'simplified' },
    signal,
  )
  const { steps } = source.plan
  if (steps.filter === undefined && steps.geo.length === 0) {
    const page = await fetchPage(source, { limit: 1, offset: 0 })
    if (page.total !== undefined) return page.total
    connection.emulated(`${source.dialect.product} did not count: entities are read and counted on this side`)
  }
  let count = 0
  for await (const page of candidates(source, state, Number.POSITIVE_INFINITY, 0)) count += page.length
  return count
}

/** Counts the entities that match, whatever limit and offset say. */
export const countMatches = async (
  connection: Connection,
  state: QueryState,
  signal?: AbortSignal,
): Promise<number> => {
  try {
    const counts: number[] = []
    for (const part of parts(state)) counts.push(await countPart(connection, part, signal))
    return counts.reduce((sum, count) => sum + count, 0)
  } catch (error) {
    if (isMissingTenant(error)) return 0
    throw error
  }
}
