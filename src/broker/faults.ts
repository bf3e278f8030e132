import { isObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { type AnsweringDialect, asDialect } from './dialect-answers.js'

/** An answer instead of the broker's own. */
export interface FaultAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
}

/** Switches that make a broker misbehave as real ones do, for tests of clients; all are off unless given. */
export interface Faults {
  /** Answers instead of the broker, without doing anything: 429 with Retry-After, 503, a proxy's HTML page. */
  readonly refuse?: ((request: Request) => FaultAnswer | undefined) | undefined
  /** Answers instead of the broker after the work is done: what a lost answer looks like. */
  readonly replace?: ((request: Request) => FaultAnswer | undefined) | undefined
  /** Milliseconds that every answer is late. */
  readonly delayMs?: number | undefined
  /** Answers as this broker does where it differs: identity, batch answers, unknown parameters, limits, missing requests. */
  readonly dialect?: AnsweringDialect | undefined
  /** Shows arrays of one element as that element, as brokers with JSON-LD compaction do (Scorpio, Stellio). */
  readonly reduceArrays?: boolean | undefined
  /** Says of a notification whether it gets lost on the way. */
  readonly dropNotification?: ((subscriptionId: string) => boolean) | undefined
}

const faultResponse = ({ status, headers, body }: FaultAnswer): Response =>
  new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
  })

const reduced = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.length === 1 ? reduced(value[0]) : value.map(reduced)
  if (!isObject(value)) return value
  const result: Record<string, unknown> = {}
  // Coordinates are lists by definition; every broker leaves them alone.
  for (const [name, member] of Object.entries(value))
    setOwn(result, name, name === 'coordinates' ? member : reduced(member))
  return result
}

const withReducedArrays = async (response: Response): Promise<Response> => {
  if (response.status !== 200) return response
  const body = (await response.json()) as unknown
  const shown = Array.isArray(body) ? body.map(reduced) : reduced(body)
  const { status, headers } = response
  return new Response(JSON.stringify(shown), { status, headers })
}

type Fetch = (request: Request) => Promise<Response>

/** Wraps a broker in its faults. */
export const withFaults = (fetch: Fetch, faults: Faults | undefined): Fetch => {
  if (faults === undefined) return fetch
  const { refuse, replace, delayMs = 0, reduceArrays = false } = faults
  const answer = asDialect(fetch, faults.dialect)
  return async (request) => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs))
    const refused = refuse?.(request)
    if (refused !== undefined) return faultResponse(refused)
    const replaced = replace?.(request)
    const response = await answer(request)
    if (replaced !== undefined) return faultResponse(replaced)
    return reduceArrays ? withReducedArrays(response) : response
  }
}
