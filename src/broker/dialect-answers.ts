import type { DialectName } from '../dialect/dialect.js'
import { isObject } from '../ngsi/entity.js'
import { queryParameters } from './entity-routes.js'

/** Brokers whose answers the embedded one can give. */
export type AnsweringDialect = Extract<
  DialectName,
  'orion-ld-legacy' | 'orion-ld-mongoc' | 'scorpio' | 'stellio'
>

type Fetch = (request: Request) => Promise<Response>

const api = '/ngsi-ld/v1'
const errors = 'https://uri.etsi.org/ngsi-ld/errors/'

const problem = (status: number, type: string, title: string, detail: string): Response =>
  Response.json({ type: `${errors}${type}`, title, detail }, { status })

/** The same answer with another status or body; `null` is no body. */
const shown = ({ status, headers }: Response, body: unknown, other = status): Response => {
  const kept = new Headers(headers)
  kept.delete('content-length')
  return new Response(body === null ? null : JSON.stringify(body), { status: other, headers: kept })
}

const tooLarge = (request: Request, most: number): boolean =>
  Number(request.headers.get('content-length') ?? 0) > most

const unknownParameter = async (response: Response): Promise<string | undefined> => {
  if (response.status !== 400) return undefined
  const body = (await response.clone().json()) as unknown
  const detail = isObject(body) ? String(body['detail']) : ''
  return /^unknown query parameter "([^"]*)"/.exec(detail)?.[1]
}

const idsOf = (text: string): readonly unknown[] => {
  try {
    const body = JSON.parse(text) as unknown
    return Array.isArray(body) ? body.map((element) => (isObject(element) ? element['id'] : element)) : []
  } catch {
    return []
  }
}

const orionVersion = 'post-v1.12.0'
/** Parameters of newer versions of the standard, which Orion-LD refuses (recorded, 36a8d17). */
const unknownToOrion = ['pick', 'omit', 'join', 'joinLevel', 'containedBy']

const orionRefusal = (request: Request, url: URL, legacy: boolean): Response | undefined => {
  const { pathname, searchParams } = url
  const size = Number(request.headers.get('content-length') ?? 0)
  if (tooLarge(request, 1_048_576))
    return problem(
      413,
      'BadRequestData',
      'Request Entity too large',
      `payload size: ${size}, max size supported: 1048576`,
    )
  const isEntity = /^\/ngsi-ld\/v1\/entities\/[^/]+$/.test(pathname)
  const missing = legacy && isEntity && /^(PATCH|PUT)$/.test(request.method)
  if (missing || pathname === `${api}/entityOperations/merge`)
    return problem(404, 'ResourceNotFound', 'Service Not Found', pathname)
  const unknown = unknownToOrion.find((name) => searchParams.has(name))
  if (unknown !== undefined) return problem(400, 'BadRequestData', 'Unknown URI parameter', unknown)
  // The code compares the name of the parameter with "false", so that every false is refused.
  if (searchParams.get('local') === 'false')
    return problem(400, 'BadRequestData', 'Invalid value for URI parameter', 'local')
  return undefined
}

/** Geometry relations that a mode lacks: 400 in the default mode, 501 in the other (recorded, 36a8d17). */
const orionGeoRefusal = ({ searchParams }: URL, legacy: boolean): Response | undefined => {
  const relation = searchParams.get('georel') ?? ''
  if (legacy)
    return relation === 'contains' || relation === 'overlaps'
      ? problem(400, 'InternalError', 'Invalid Geometry', 'Invalid modifier in georel parameter')
      : undefined
  return relation === 'contains' || relation === 'equals'
    ? problem(501, 'OperationNotSupported', 'Not Implemented', `georel '${relation}'`)
    : undefined
}

const orionIdentity = async (response: Response): Promise<Response> => {
  const body = (await response.json()) as object
  return shown(response, { ...body, contextSourceExtras: { 'Orion-LD version': orionVersion } })
}

const withoutPageLinks = (response: Response): Response => {
  const link = response.headers.get('link')
  if (link === null || !/rel="(next|prev)"/.test(link)) return response
  const kept = link.split(/,\s*(?=<)/).filter((one) => !/rel="(next|prev)"/.test(one))
  const headers = new Headers(response.headers)
  if (kept.length === 0) headers.delete('link')
  else headers.set('link', kept.join(', '))
  return new Response(response.body, { status: response.status, headers })
}

/** In the default mode an upsert that creates some and updates others answers 207 without errors (Orion-LD #1221). */
const mixedUpsert = async (response: Response, sent: readonly unknown[]): Promise<Response> => {
  if (response.status !== 201) return response
  const created = (await response.clone().json()) as readonly unknown[]
  return created.length === sent.length ? response : shown(response, { success: sent, errors: [] }, 207)
}

const orion =
  (fetch: Fetch, legacy: boolean): Fetch =>
  async (request) => {
    const url = new URL(request.url)
    const refused = orionRefusal(request, url, legacy) ?? orionGeoRefusal(url, legacy)
    if (refused !== undefined) return refused
    const isUpsert = url.pathname === `${api}/entityOperations/upsert`
    const sent = legacy && isUpsert ? idsOf(await request.clone().text()) : []
    const response = await fetch(request)
    if (url.pathname === `${api}/info/sourceIdentity` && response.status === 200)
      return orionIdentity(response)
    if (legacy && isUpsert) return mixedUpsert(response, sent)
    const unknown = await unknownParameter(response)
    if (unknown !== undefined) return problem(400, 'BadRequestData', 'Unknown URI parameter', unknown)
    return withoutPageLinks(response)
  }

const noIdentity = (): Response =>
  problem(404, 'ResourceNotFound', 'Resource not found', `${api}/info/sourceIdentity`)

/** A page that is too large is a 403 of type TooManyResults, not a 400. */
const tooManyResults = (most: number): Response =>
  problem(403, 'TooManyResults', 'Too many results', `limit must be at most ${most}`)

/** Scorpio takes the parameters it knows, calls `local` by another name, and leaves out what it does not know. */
const scorpioRequest = (request: Request, url: URL): Request => {
  if (request.method !== 'GET' || url.pathname !== `${api}/entities`) return request
  const local = url.searchParams.get('localOnly')
  for (const name of [...url.searchParams.keys()])
    if (name === 'local' || !queryParameters.includes(name)) url.searchParams.delete(name)
  if (local !== null) url.searchParams.set('local', local)
  // Every query makes an entity map, unless it names one that still is there.
  if (!request.headers.has('ngsild-entitymap') && url.searchParams.get('limit') !== '0')
    url.searchParams.set('entityMap', 'true')
  return new Request(url, { headers: request.headers, signal: request.signal })
}

const scorpioNames: Readonly<Record<string, string>> = {
  create: 'Create',
  upsert: 'Upsert',
  update: 'Append',
  merge: 'Merge',
  delete: 'Delete',
}

/** Errors stand under other names, and a batch in which all failed has the status of its first error. */
const scorpioBatch = async (response: Response, operation: string): Promise<Response> => {
  if (response.status !== 207) return response
  const body = (await response.json()) as {
    readonly success: readonly string[]
    readonly errors: readonly { readonly entityId: string; readonly error: { readonly status?: number } }[]
  }
  const failed = body.errors.map(({ entityId, error }) => ({
    id: entityId,
    type: scorpioNames[operation],
    ProblemDetails: error,
  }))
  return body.success.length > 0
    ? shown(response, { success: body.success, errors: failed })
    : shown(response, { errors: failed }, body.errors[0]?.error.status ?? 400)
}

const scorpioQuery = (response: Response, limit: string | null): Response => {
  if (response.status !== 200 && response.status !== 201) return response
  const headers = new Headers(response.headers)
  if (!headers.has('ngsild-entitymap')) headers.set('ngsild-entitymap', 'urn:ngsi-ld:EntityMap:scorpio')
  return new Response(limit === '0' ? null : response.body, { status: 200, headers })
}

const scorpio =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const url = new URL(request.url)
    const limit = url.searchParams.get('limit')
    if (url.pathname === `${api}/info/sourceIdentity`) return noIdentity()
    if (Number(limit) > 1000) return tooManyResults(1000)
    const response = await fetch(scorpioRequest(request, url))
    const [, operation] = /^\/ngsi-ld\/v1\/entityOperations\/(\w+)$/.exec(url.pathname) ?? []
    if (operation !== undefined && Object.hasOwn(scorpioNames, operation))
      return scorpioBatch(response, operation)
    return request.method === 'GET' && url.pathname === `${api}/entities`
      ? scorpioQuery(response, limit)
      : response
  }

const stellio =
  (fetch: Fetch): Fetch =>
  async (request) => {
    const url = new URL(request.url)
    if (url.pathname === `${api}/info/sourceIdentity`) return noIdentity()
    // The codec buffer of Spring, 2 MiB unless configured.
    if (tooLarge(request, 2_097_152))
      return problem(413, 'BadRequestData', 'Payload too large', 'the body exceeds 2097152 bytes')
    if (Number(url.searchParams.get('limit')) > 100) return tooManyResults(100)
    if (url.pathname.startsWith(`${api}/entityOperations/`) && url.searchParams.has('local'))
      return problem(501, 'OperationNotSupported', 'Not implemented', 'the local parameter is not supported')
    const response = await fetch(request)
    const unknown = await unknownParameter(response)
    return unknown === undefined
      ? response
      : problem(
          400,
          'InvalidRequest',
          'Invalid request',
          `The ${unknown} parameter is not allowed on this endpoint. Accepted query parameters are [${queryParameters.join(', ')}].`,
        )
  }

/**
 * Wraps a broker so that it answers as another one where that one differs: identity, upsert and batch answers, unknown
 * parameters, limits, requests that it does not have. What is stored and notified stays as the standard says.
 */
export const asDialect = (fetch: Fetch, dialect: AnsweringDialect | undefined): Fetch => {
  switch (dialect) {
    case undefined:
      return fetch
    case 'scorpio':
      return scorpio(fetch)
    case 'stellio':
      return stellio(fetch)
    default:
      return orion(fetch, dialect === 'orion-ld-legacy')
  }
}
