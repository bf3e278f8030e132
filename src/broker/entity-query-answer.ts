import { typesOf } from '../ngsi/entity.js'
import type { Call, Reply } from './call.js'
import { mergeEntities, type RemoteEntities, readRemote, warningHeader } from './distributed-read.js'
import { createMap, type EntityMap, mapLocation, requestedMap, wantsMap } from './entity-map.js'
import { compileQuery, matchingEntities, prepareIndexes, wholeType } from './entity-query.js'
import { manyReply } from './entity-results.js'
import { orderEntities } from './ordering.js'
import { type Page, readPage, takePage, withPaging } from './paging.js'
import { badData } from './problem-error.js'
import { checkSelective, type QueryRequest, type QueryText, readQuery } from './query-request.js'
import { queryTools } from './state.js'
import type { StoredEntity } from './stored-entity.js'

/** Reads a query and refuses one that is too wide. */
export const readSelective = (call: Call, text: QueryText): QueryRequest => {
  const request = readQuery(text, call.context, call.state.limits.maxExpression)
  checkSelective(text, request.query, request.projection, false)
  if (text.local === false && text.selectors.some(({ type }) => type === '*'))
    badData('type=* is local; local=false contradicts it')
  return request
}

/** The entities of a query in the order that it asks for. */
export const inOrder = (call: Call, request: QueryRequest): Iterable<StoredEntity> => {
  const found = matchingEntities(call.tenant.entities, request.query, queryTools(call.state, call.tenant))
  return request.ordering === undefined
    ? found
    : orderEntities([...found], request.ordering, call.state.distance)
}

/** The entities of a map that still are there and still fit (CIM 009 5.14). */
function* fromMap(call: Call, request: QueryRequest, map: EntityMap): Iterable<StoredEntity> {
  const test = compileQuery(request.query, queryTools(call.state, call.tenant))
  for (const id of map.ids) {
    const entity = call.tenant.entities.get(id)
    if (entity !== undefined && typesOf(entity).length > 0 && test(entity)) yield entity
  }
}

/** Local entities together with those of sources, for which the whole result is needed at once. */
const withRemote = (call: Call, request: QueryRequest, remote: RemoteEntities): Iterable<StoredEntity> => {
  const local = matchingEntities(call.tenant.entities, request.query, queryTools(call.state, call.tenant))
  const merged = mergeEntities(local, remote.entities)
  return request.ordering === undefined
    ? merged
    : orderEntities(merged, request.ordering, call.state.distance)
}

const answerWithMap = (call: Call, request: QueryRequest, page: Page): Reply => {
  const known = requestedMap(call)
  const map =
    known ??
    createMap(
      call,
      [...inOrder(call, request)].map(({ id }) => id),
    )
  const found = takePage(fromMap(call, request, map), page)
  const reply = withPaging(call, manyReply(call, request, found.items), page, found)
  return {
    ...reply,
    status: known === undefined ? 201 : 200,
    headers: { ...reply.headers, 'NGSILD-EntityMap': mapLocation(map) },
  }
}

const localPage = (
  call: Call,
  request: QueryRequest,
  page: Page,
): ReturnType<typeof takePage<StoredEntity>> => {
  const whole = request.ordering === undefined ? wholeType(call.tenant.entities, request.query) : undefined
  if (whole === undefined) return takePage(inOrder(call, request), page)
  const { items, ...found } = takePage(whole, page, whole.size)
  return { ...found, items: items.map(({ entity }) => entity) }
}

/** Runs a query and shows the page that is asked for; with an entity map, pages stay the same between requests. */
export const answerQuery = async (call: Call, text: QueryText): Promise<Reply> => {
  const request = readSelective(call, text)
  const page = readPage(call)
  await prepareIndexes(call.tenant.entities, request.query)
  if (wantsMap(call)) return answerWithMap(call, request, page)
  // A query in a body has no parameters that could be passed on.
  const remote =
    call.body === undefined ? await readRemote(call, 'queryEntity', request.query, '/entities') : undefined
  const found =
    remote === undefined || remote.entities.length === 0
      ? localPage(call, request, page)
      : takePage(withRemote(call, request, remote), page)
  const reply = withPaging(call, manyReply(call, request, found.items), page, found)
  return { ...reply, headers: { ...reply.headers, ...warningHeader(remote?.warnings ?? []) } }
}
