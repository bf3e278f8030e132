import { UnsupportedError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Connection } from './connection.js'
import { joinPage } from './join.js'
import { converters, finisher, localTest, sortEntities, sortLimit } from './local-step.js'
import { fetchPage, isMissingTenant, type PageSource } from './page.js'
import { readPages, type Window } from './paging.js'
import { planQuery } from './query-plan.js'
import type { QueryState } from './query-state.js'

const idsPerQuery = 200

/** Long id lists are asked in parts: Orion-LD finds nothing at all for more than 800 ids in one request. */
const parts = (state: QueryState): readonly QueryState[] => {
  const { ids } = state
  if (ids === undefined || ids.length <= idsPerQuery) return [state]
  return Array.from({ length: Math.ceil(ids.length / idsPerQuery) }, (_, index) => ({
    ...state,
    ids: ids.slice(index * idsPerQuery, (index + 1) * idsPerQuery),
  }))
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

async function* slice(
  entities: AsyncIterable<JsonObject>,
  offset: number,
  limit: number,
): AsyncGenerator<JsonObject> {
  let index = 0
  if (limit <= 0) return
  for await (const entity of entities) {
    index += 1
    if (index > offset) yield entity
    if (index >= offset + limit) return
  }
}

/** Entities of a window that pass every local step, not yet in their asked form. */
async function* checkedEntities(
  source: PageSource,
  state: QueryState,
  window: Window,
): AsyncGenerator<JsonObject> {
  const { steps } = source.plan
  const test = await localTest(steps)
  for await (const page of readPages(source, window)) {
    const kept = page.filter(test)
    const joined = steps.join
      ? await joinPage(source.connection, kept, state.links, converters[state.as], source.signal)
      : kept
    yield* joined
  }
}

/** Entities of one part in the order of the broker. */
const candidates = (
  source: PageSource,
  state: QueryState,
  limit: number,
  offset: number,
): AsyncGenerator<JsonObject> => {
  const { filter, geo } = source.plan.steps
  const { pageSize } = state
  if (filter === undefined && geo.length === 0)
    return checkedEntities(source, state, { offset, limit, pageSize })
  // With conditions of our own, nobody knows how many entities it takes to find so many.
  const everything = { offset: 0, limit: Number.POSITIVE_INFINITY, pageSize }
  return slice(checkedEntities(source, state, everything), offset, limit)
}

async function* sorted(source: PageSource, state: QueryState, limit: number): AsyncGenerator<JsonObject> {
  const all: JsonObject[] = []
  for await (const entity of candidates(source, state, Number.POSITIVE_INFINITY, 0)) {
    all.push(entity)
    if (all.length > sortLimit) sortEntities(all, state)
  }
  yield* sortEntities(all, state).slice(state.offset, state.offset + limit)
}

async function* readPart(
  connection: Connection,
  state: QueryState,
  limit: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<JsonObject> {
  const source = await sourceOf(connection, state, signal)
  const finish = finisher(state, source.plan.steps)
  const entities = source.plan.steps.sort
    ? sorted(source, state, limit)
    : candidates(source, state, limit, state.offset)
  try {
    for await (const entity of entities) yield finish(entity)
  } catch (error) {
    // Tenants come into being with their first entity: reading before that finds nothing.
    if (!isMissingTenant(error)) throw error
  }
}

/** Runs a query and gives its entities in their asked form, one by one, page after page. */
export async function* readEntities(
  connection: Connection,
  state: QueryState,
  signal?: AbortSignal,
): AsyncGenerator<JsonObject> {
  const several = parts(state)
  if (several.length > 1 && (state.order.length > 0 || state.offset > 0))
    throw new UnsupportedError('ids', `more than ${idsPerQuery} ids go without orderBy and offset`)
  let left = state.limit ?? Number.POSITIVE_INFINITY
  for (const part of several) {
    if (left <= 0) return
    for await (const entity of readPart(connection, part, left, signal)) {
      left -= 1
      yield entity
    }
  }
}

const countPart = async (
  connection: Connection,
  state: QueryState,
  signal: AbortSignal | undefined,
): Promise<number> => {
  const source = await sourceOf(connection, { ...state, order: [], links: [], as: 'simplified' }, signal)
  const { steps } = source.plan
  if (steps.filter === undefined && steps.geo.length === 0) {
    const page = await fetchPage(source, { limit: 1, offset: 0 })
    if (page.total !== undefined) return page.total
    connection.emulated(`${source.dialect.product} did not count: entities are read and counted on this side`)
  }
  let count = 0
  for await (const _entity of candidates(source, state, Number.POSITIVE_INFINITY, 0)) count += 1
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
