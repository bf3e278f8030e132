import type { Dialect } from '../dialect/dialect.js'
import { isBrokerError, isNetworkError, NetworkError, UnsupportedError } from '../errors.js'
import { brokerError, isSuccess, type Reply } from '../http/reply.js'
import { printQuery } from '../http/url.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Connection } from './connection.js'
import type { QueryPlan } from './query-plan.js'

/** One page of entities as the broker sent them. */
export interface Page {
  readonly items: readonly JsonObject[]
  /** How many entities match in all, where the broker says so. */
  readonly total: number | undefined
  /** The broker's entity map, to be named on later pages. */
  readonly entityMap: string | undefined
  /** The page size that was asked for in the end. */
  readonly limit: number
}

/** Which page is asked for. */
export interface PageRequest {
  readonly limit: number
  readonly offset: number
  readonly entityMap?: string | undefined
}

/** Where a query is sent and what goes with every page. */
export interface PageSource {
  readonly connection: Connection
  readonly dialect: Dialect
  readonly plan: QueryPlan
  readonly context: string | undefined
  readonly signal?: AbortSignal | undefined
}

const totalOf = (reply: Reply): number | undefined => {
  const header = reply.headers['ngsild-results-count']
  const total = header === undefined ? Number.NaN : Number(header)
  // Orion-LD (mongoc) answers -2 to a count of a "near" query: its own mark for "no count".
  return Number.isInteger(total) && total >= 0 ? total : undefined
}

const noList = ({ method, url }: Reply, reason: string): NetworkError =>
  new NetworkError({ method, url, reason, code: 'ENOTLIST' })

const isEntity = (item: unknown): item is JsonObject => isObject(item) && typeof item['id'] === 'string'

const itemsOf = (reply: Reply): readonly JsonObject[] => {
  // Scorpio answers limit=0 with an empty body instead of [].
  if (reply.text.trim() === '') return []
  const { body } = reply
  const list = isObject(body) && Array.isArray(body['features']) ? body['features'] : body
  if (!Array.isArray(list)) throw noList(reply, 'the answer is no list of entities')
  // Nobody could tell whether it was given before, and leaving it out would be silent.
  if (!list.every(isEntity)) throw noList(reply, 'the answer lists something that has no id')
  return list
}

const sendPage = (source: PageSource, page: PageRequest): Promise<Reply> => {
  const { connection, dialect, plan, context, signal } = source
  // A count with every page: a falling one shows that entities went away meanwhile.
  const paging = { limit: page.limit, offset: page.offset === 0 ? undefined : page.offset, count: true }
  const query = { ...plan.parameters, ...paging }
  const headers = page.entityMap === undefined ? {} : { 'NGSILD-EntityMap': page.entityMap }
  const shared = { context, signal, headers, timeoutMs: dialect.limits.readTimeoutMs }
  const tooLong = printQuery(query).length > dialect.limits.urlLength
  const forBody = plan.needsBody || dialect.qForBody?.test(String(plan.parameters['q'] ?? '')) === true
  if (!tooLong && !forBody)
    return connection.request({ method: 'GET', path: '/ngsi-ld/v1/entities', query, ...shared })
  if (plan.parameters['idPattern'] !== undefined && dialect.can.idPatternInBody === 'no')
    throw new UnsupportedError(
      'idPattern',
      `the query is too long for a URL, and ${dialect.product} ignores idPattern in a body`,
    )
  return connection.request({
    method: 'POST',
    path: '/ngsi-ld/v1/entityOperations/query',
    query: { ...plan.bodyParameters, ...paging },
    body: plan.body,
    idempotent: true,
    ...shared,
    // A context in the body and one in a Link header exclude each other (CIM 009 6.3.5).
    ...(plan.needsBody ? { context: undefined, contentType: 'application/ld+json' } : {}),
  })
}

const isLimitComplaint = (reply: Reply, limit: number): boolean => {
  if (limit <= 1) return false
  if (reply.status !== 400 && reply.status !== 403) return false
  return /limit|too ?many ?results/i.test(reply.text)
}

/** Fetches one page; asks for a smaller one where the broker calls it too large, and remembers that. */
export const fetchPage = async (source: PageSource, page: PageRequest): Promise<Page> => {
  try {
    const reply = await sendPage(source, page)
    if (isSuccess(reply))
      return {
        items: itemsOf(reply),
        total: totalOf(reply),
        entityMap: reply.headers['ngsild-entitymap'],
        limit: page.limit,
      }
    if (!isLimitComplaint(reply, page.limit)) throw brokerError(reply, source.dialect.name)
  } catch (error) {
    const tooBig = isNetworkError(error) && error.code === 'ETOOBIG' && page.limit > 1
    if (!tooBig) throw error
  }
  const limit = Math.max(1, Math.floor(page.limit / 2))
  source.connection.learnLimit({ pageSize: limit, maxPageSize: limit })
  return fetchPage(source, { ...page, limit })
}

/** Tells whether an error says that the tenant does not exist yet: for reads, that is an empty one. */
export const isMissingTenant = (error: unknown): boolean => isBrokerError(error, 'NonexistentTenant')
