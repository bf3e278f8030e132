import { createHash, timingSafeEqual } from 'node:crypto'
import type { Log } from './app.js'
import type { Notifier } from './notifier.js'
import type { BrokerState } from './state.js'

type Fetch = (request: Request) => Promise<Response>

/** What an operator asks of a broker besides NGSI-LD. */
export interface OperationOptions {
  /** Every request but /health must carry it as a bearer token. @default no token is needed */
  readonly token?: string | undefined
  /** Origins that browsers may call from; `*` for all. @default none */
  readonly cors?: string | undefined
  /** Tells `log` of every request: method, path without parameters, status, milliseconds. @default false */
  readonly accessLog?: boolean | undefined
  /** Takes what the broker has to tell its operator. @default nothing is told */
  readonly log?: Log | undefined
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isAuthorized = (request: Request, token: string): boolean => {
  const given = /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
  // Digests have one length, so that the comparison takes the same time whatever was sent.
  return timingSafeEqual(digest(given), digest(token))
}

const unauthorized = (): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: 'Unauthorized',
      detail: 'this broker needs a bearer token in the Authorization header',
      status: 401,
    }),
    { status: 401, headers: { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer' } },
  )

interface Counts {
  readonly requests: Map<string, number>
  seconds: number
}

const metric = (
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  values: readonly (readonly [string, number])[],
): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...values.map(([labels, value]) => `${name}${labels} ${value}`),
  ].join('\n')

const metricsText = (state: BrokerState, notifier: Notifier, counts: Counts): string => {
  const tenants = [...state.tenants.all()]
  const sum = (count: (tenant: (typeof tenants)[number]) => number): number =>
    tenants.reduce((total, one) => total + count(one), 0)
  const { waiting, dropped } = notifier.backlog()
  return `${[
    metric('city_context_requests_total', 'counter', 'Requests by method and status.', [...counts.requests]),
    metric('city_context_request_seconds_total', 'counter', 'Seconds spent on requests.', [
      ['', counts.seconds],
    ]),
    metric('city_context_tenants', 'gauge', 'Tenants.', [['', tenants.length]]),
    metric('city_context_entities', 'gauge', 'Entities of all tenants.', [
      ['', sum(({ entities }) => entities.size())],
    ]),
    metric('city_context_subscriptions', 'gauge', 'Subscriptions of all tenants.', [
      ['', sum(({ subscriptions }) => subscriptions.size)],
    ]),
    metric('city_context_notifications_waiting', 'gauge', 'Notifications waiting to be sent.', [
      ['', waiting],
    ]),
    metric(
      'city_context_notifications_dropped_total',
      'counter',
      'Notifications given up because too many waited.',
      [['', dropped]],
    ),
    metric('city_context_resident_bytes', 'gauge', 'Resident memory of the process.', [
      ['', process.memoryUsage.rss()],
    ]),
  ].join('\n')}\n`
}

const corsHeaders = (origin: string): Readonly<Record<string, string>> => ({
  'Access-Control-Allow-Origin': origin,
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers':
    'Content-Type, Accept, Link, Authorization, NGSILD-Tenant, NGSILD-EntityMap, Prefer',
  'Access-Control-Expose-Headers':
    'Link, Location, NGSILD-Results-Count, NGSILD-Tenant, NGSILD-EntityMap, Content-Range',
})

/** What an access log says of a request; parameters, headers and bodies may hold personal data and stay out. */
const accessEvent = (request: Request, { status }: Response, milliseconds: number): Parameters<Log>[0] => ({
  level: 'info',
  message: 'request',
  time: new Date().toISOString(),
  method: request.method,
  path: new URL(request.url).pathname.slice(0, 500),
  tenant: request.headers.get('ngsild-tenant')?.slice(0, 128) ?? undefined,
  status,
  milliseconds: Math.round(milliseconds * 10) / 10,
})

/** Wraps a broker in what operating it needs: /health, /metrics, a token, CORS. */
export const withOperation = (
  fetch: Fetch,
  { token, cors, accessLog = false, log }: OperationOptions,
  facts: { readonly state: BrokerState; readonly notifier: Notifier },
): Fetch => {
  const counts: Counts = { requests: new Map(), seconds: 0 }

  const route = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/health')
      return Response.json({ status: 'ok', version: facts.state.version }, { status: 200 })
    if (token !== undefined && request.method !== 'OPTIONS' && !isAuthorized(request, token))
      return unauthorized()
    if (pathname === '/metrics')
      return new Response(metricsText(facts.state, facts.notifier, counts), {
        headers: { 'Content-Type': 'text/plain; version=0.0.4' },
      })
    return fetch(request)
  }

  return async (request) => {
    const started = performance.now()
    const response = await route(request)
    const labels = `{method="${/^[A-Z]{1,10}$/.test(request.method) ? request.method : 'other'}",status="${response.status}"}`
    counts.requests.set(labels, (counts.requests.get(labels) ?? 0) + 1)
    const milliseconds = performance.now() - started
    counts.seconds += milliseconds / 1000
    if (accessLog) log?.(accessEvent(request, response, milliseconds))
    if (cors !== undefined)
      for (const [name, value] of Object.entries(corsHeaders(cors))) response.headers.set(name, value)
    return response
  }
}
