import { randomUUID } from 'node:crypto'
import { isNetworkError } from '../errors.js'
import { isLoopbackHost } from '../http/address.js'
import type { Reply } from '../http/reply.js'
import type { RequestSpec } from '../http/request-spec.js'
import { createTransport, type Transport } from '../http/transport.js'
import { isObject } from '../ngsi/entity.js'
import { batchProbes } from './behaviour/batch-probes.js'
import { entityProbes } from './behaviour/entity-probes.js'
import { listenFor } from './behaviour/listener.js'
import { notified, probeOf, unheard } from './behaviour/notification-run.js'
import { notificationSteps } from './behaviour/notification-steps.js'
import { needsOwnTenant, remainingProbes } from './behaviour/other-probes.js'
import { entityPath, type Names, type Probe } from './behaviour/probe.js'
import { queryProbes } from './behaviour/query-probes.js'
import { type BehaviourResult, resultOf, shown } from './behaviour/result.js'

/** Which broker is asked, and as whom. */
export interface BehaviourOptions {
  readonly broker: string
  readonly token?: string | undefined
  /** Milliseconds per request. @default 30000 */
  readonly timeoutMs?: number | undefined
  /** Address to listen on for notifications. @default 127.0.0.1 */
  readonly host?: string | undefined
  /**
   * Address (`http://name:port`) under which the broker reaches this machine; its port is listened on.
   * @default that of the listener where the broker is on this machine; else notifications are not asked for
   */
  readonly endpoint?: string | undefined
  readonly onProgress?: ((asked: number, of: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** How a broker behaves: every request, and whether what was written is gone again. */
export interface BehaviourReport {
  readonly broker: string
  readonly tenant: string
  readonly checkedAt: string
  readonly results: readonly BehaviourResult[]
  /** What could not be removed afterwards, as `METHOD path: status`. */
  readonly leftBehind: readonly string[]
}

const ask = async (
  transport: Transport,
  probe: Probe,
  signal: AbortSignal | undefined,
): Promise<BehaviourResult> => {
  try {
    const reply = await transport.request({ ...probe.request, signal, retry: false })
    return resultOf(probe, reply, probe.judge(reply))
  } catch (error) {
    // One request may end a connection or the broker; the others tell which.
    if (!isNetworkError(error) || signal?.aborted === true) throw error
    return resultOf(probe, undefined, `got no answer: ${error.code ?? 'no reason'}`)
  }
}

const idsIn = (body: unknown): readonly string[] =>
  [body].flat().flatMap((item) => (isObject(item) && typeof item['id'] === 'string' ? [item['id']] : []))

const written = (probes: readonly Probe[], path: RegExp): readonly string[] => [
  ...new Set(
    probes
      .filter(({ request }) => request.method === 'POST' && path.test(request.path))
      .flatMap(({ request }) => idsIn(request.body)),
  ),
]

/** Smaller than any broker's limit. */
const chunk = 200

const removals = (probes: readonly Probe[]): readonly RequestSpec[] => {
  const entities = written(probes, /\/(entities|entityOperations\/(create|upsert|update|merge))$/)
  const chunks = Array.from({ length: Math.ceil(entities.length / chunk) }, (_, index) =>
    entities.slice(index * chunk, (index + 1) * chunk),
  )
  return [
    ...chunks.map(
      (body): RequestSpec => ({ method: 'POST', path: '/ngsi-ld/v1/entityOperations/delete', body }),
    ),
    ...written(probes, /\/temporal\/entities$/).map(
      (id): RequestSpec => ({
        method: 'DELETE',
        path: `/ngsi-ld/v1/temporal/entities/${encodeURIComponent(id)}`,
      }),
    ),
    ...written(probes, /\/subscriptions$/).map(
      (id): RequestSpec => ({
        method: 'DELETE',
        path: `/ngsi-ld/v1/subscriptions/${encodeURIComponent(id)}`,
      }),
    ),
  ]
}

/** Gone, or never there: all that counts is that nothing stays. */
const isGone = ({ status }: Reply): boolean => status < 300 || [400, 404, 405, 501, 503].includes(status)

const cleanUp = async (
  transport: Transport,
  requests: readonly RequestSpec[],
): Promise<readonly string[]> => {
  const left: string[] = []
  for (const request of requests) {
    // Not aborted with the rest: what was written is removed even then.
    const reply = await transport
      .request({ ...request, timeoutMs: 10_000, retry: false })
      .catch(() => undefined)
    if (reply === undefined || !isGone(reply)) left.push(`${shown(request)}: ${reply?.status ?? 'no answer'}`)
  }
  return left
}

const contextsOf = (locations: readonly string[]): readonly RequestSpec[] =>
  locations.map((path) => ({ method: 'DELETE', path }))

const probesOf = (names: Names): readonly Probe[] => [
  ...entityProbes(names),
  ...batchProbes(names),
  ...queryProbes(names),
  ...remainingProbes(names),
]

const isApart = async (
  transport: Transport,
  names: Names,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  const reply = await transport.request({
    method: 'GET',
    path: entityPath(names.id('q1')),
    tenant: '',
    signal,
    retry: false,
  })
  return reply.status === 404
}

const notAsked = (probe: Probe): BehaviourResult => ({
  ...resultOf(probe, undefined, undefined),
  state: 'not asked',
  deviation: 'the broker does not keep tenants apart, and this could delete what is not ours',
})

const contextPath = (reply: Reply): string | undefined => {
  const { location } = reply.headers
  return location === undefined ? undefined : /\/ngsi-ld\/v1\/jsonldContexts\/[^/?#]+/.exec(location)?.[0]
}

/**
 * Asks a broker every operation of NGSI-LD (CIM 009), some rightly and some wrongly, in a tenant of its own, and says of each
 * whether it answers as the standard asks. Removes what it wrote. Rejects with a NetworkError where nothing answers at all.
 */
export const brokerBehaviour = async (options: BehaviourOptions): Promise<BehaviourReport> => {
  const { broker, token, timeoutMs = 30_000, onProgress, signal } = options
  const run = randomUUID().replaceAll('-', '').slice(0, 12)
  const tenant = `check${run}`
  const names: Names = {
    id: (name) => `urn:ngsi-ld:CityContextCheck:${run}:${name}`,
    type: `CityContextCheck${run}`,
    endpoint: `http://127.0.0.1:9/${run}`,
  }
  const contexts: string[] = []
  const transport = createTransport({
    baseUrl: broker,
    tenant,
    timeoutMs,
    ...(token === undefined ? {} : { auth: { token } }),
    retry: false,
    breaker: false,
  })
  const probes = probesOf(names)
  const given = options.endpoint === undefined ? undefined : new URL(options.endpoint)
  const port = given === undefined ? 0 : Number(given.port) || 80
  const listener = await listenFor(run, options.host ?? '127.0.0.1', port)
  const steps = notificationSteps(names, new URL(`/${run}`, given ?? listener.url).href)
  const results: BehaviourResult[] = []
  let leftBehind: readonly string[] = []
  try {
    // Nobody there is another answer than a hundred requests without one.
    await transport.request({ method: 'GET', path: '/ngsi-ld/v1/types', signal, retry: false })
    for (const probe of probes) {
      onProgress?.(results.length, probes.length)
      const allowed = !needsOwnTenant(probe) || (await isApart(transport, names, signal))
      const watched: Probe = {
        ...probe,
        judge: (reply) => {
          const path = contextPath(reply)
          if (path !== undefined) contexts.push(path)
          return probe.judge(reply)
        },
      }
      results.push(allowed ? await ask(transport, watched, signal) : notAsked(probe))
    }
    if (given !== undefined || isLoopbackHost(new URL(transport.baseUrl).hostname))
      results.push(...(await notified(transport, steps, listener, signal)))
    else results.push(...unheard(steps))
  } finally {
    const all = [...probes, ...steps.map((step) => probeOf(step, '', ''))]
    leftBehind = await cleanUp(transport, [...removals(all), ...contextsOf(contexts)])
    await listener.close()
    transport.close()
  }
  return {
    broker: transport.baseUrl,
    tenant,
    checkedAt: new Date().toISOString(),
    results,
    leftBehind,
  }
}
