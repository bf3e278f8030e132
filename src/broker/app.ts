import { Hono } from 'hono'
import type { Route } from './call.js'
import { admit, type PlainRefusal } from './gate.js'
import { asProblemError, ProblemError } from './problem-error.js'
import { problemResponse, toResponse } from './response.js'
import type { BrokerState } from './state.js'

/** What the app tells its operator: failures that are the broker's own, never payloads. */
export type Log = (event: {
  readonly level: 'error' | 'info'
  readonly message: string
  readonly [field: string]: unknown
}) => void

const root = '/ngsi-ld/v1'

/** The raw path, undecoded, without the slash that collections may end with (CIM 009 6.3.2). */
const rawPath = (request: Request): string => {
  const start = request.url.indexOf('/', request.url.indexOf('//') + 2)
  const mark = request.url.indexOf('?', start)
  const path = mark < 0 ? request.url.slice(start) : request.url.slice(start, mark)
  // …/attrs/name/ names an empty instance, not the attribute: it must not delete more than was meant.
  return path.endsWith('/') && !/\/attrs\/[^/]+\/$/.test(path) ? path.slice(0, -1) : path
}

const decodeSegment = (segment: string): string => {
  let decoded: string
  try {
    decoded = decodeURIComponent(segment)
  } catch {
    throw new ProblemError(
      'BadRequestData',
      `the path segment "${segment.slice(0, 100)}" is not valid percent-encoding`,
    )
  }
  if (decoded === '.' || decoded === '..')
    throw new ProblemError('BadRequestData', 'a path segment must not be "." or ".."')
  return decoded
}

const paramsOf = (route: Route, path: string): Readonly<Record<string, string>> => {
  const segments = path.slice(root.length).split('/')
  const params: Record<string, string> = {}
  for (const [index, name] of route.path.split('/').entries())
    if (name.startsWith(':')) params[name.slice(1)] = decodeSegment(segments[index] ?? '')
  return params
}

const plainResponse = (refusal: PlainRefusal, tenant: string | undefined): Response =>
  new Response(refusal.body === undefined ? null : JSON.stringify(refusal.body), {
    status: refusal.status,
    headers: {
      ...refusal.headers,
      ...(refusal.body === undefined
        ? refusal.status === 204
          ? {}
          : { 'Content-Length': '0' }
        : { 'Content-Type': 'application/json' }),
      ...(tenant === undefined ? {} : { 'NGSILD-Tenant': tenant }),
    },
  })

const answer = async (state: BrokerState, route: Route, request: Request): Promise<Response> => {
  const call = await admit(state, route, { request, params: paramsOf(route, rawPath(request)) })
  if (!('tenant' in call)) return plainResponse(call, request.headers.get('ngsild-tenant') ?? undefined)
  const reply = await route.handle(call)
  if (route.method !== 'GET') await state.flushed()
  return toResponse(call, reply)
}

/** Paths that no route has, told apart as the public conformance suite does (CIM 009 6.3.2). */
const unknownPath = (path: string): ProblemError =>
  /^\/ngsi-ld\/v1\/(?:temporal\/)?entities\/\//.test(path)
    ? new ProblemError('BadRequestData', 'the entity id in the path is empty')
    : /\/attrs\//.test(path)
      ? new ProblemError('InvalidRequest', 'the path has an empty segment', 405)
      : new ProblemError('ResourceNotFound', 'there is no such resource; the API is below /ngsi-ld/v1')

/** Makes the HTTP application of a broker: a function from Request to Response. */
export const createApp = (state: BrokerState, routes: readonly Route[], log: Log): Hono => {
  const app = new Hono({ getPath: rawPath })
  const respond = async (route: Route, request: Request): Promise<Response> => {
    try {
      return await answer(state, route, request)
    } catch (error) {
      const problem = asProblemError(error)
      if (problem.status >= 500 && problem.kind === 'InternalError')
        log({
          level: 'error',
          message: error instanceof Error ? (error.stack ?? error.message) : String(error),
          method: request.method,
          route: route.path,
        })
      return problemResponse(problem, request.headers.get('ngsild-tenant') ?? undefined)
    }
  }
  for (const route of routes) app.on(route.method, root + route.path, (c) => respond(route, c.req.raw))
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes.filter((route) => route.path === path).map(({ method }) => method)
    const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods
    app.all(root + path, (c) =>
      plainResponse(
        {
          status: c.req.method === 'OPTIONS' ? 204 : 405,
          headers: { Allow: [...allow, 'OPTIONS'].join(', ') },
        },
        c.req.header('ngsild-tenant'),
      ),
    )
  }
  app.notFound((c) => problemResponse(unknownPath(rawPath(c.req.raw)), c.req.header('ngsild-tenant')))
  return app
}
