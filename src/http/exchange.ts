import type { Agent as HttpAgent } from 'node:http'
import type { Agent as HttpsAgent } from 'node:https'
import axios, { type AxiosError, AxiosHeaders } from 'axios'
import { NetworkError } from '../errors.js'
import { reasons } from './network-reason.js'
import { credentialsOf, printableUrl } from './url.js'

/** HTTP headers by lower-case name; several of one name are joined by `, `. */
export type Headers = Readonly<Record<string, string>>

/** How requests go out, and the limits of each. */
export interface Road {
  /** Milliseconds for the whole exchange, from the first byte sent to the last one read. */
  readonly timeoutMs: number
  /** Largest answer body in bytes. */
  readonly maxBytes: number
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
  readonly proxy?: URL | undefined
}

/** One request as it goes on the wire. */
export interface Exchange extends Road {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer | undefined
  readonly signal?: AbortSignal | undefined
}

/** What came back, whatever its status. */
export interface RawReply {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
}

/** Longer ones overflow a timer, which then fires at once. */
export const longestTimerMs: number = 2 ** 31 - 1

// The adapter by itself: a user's axios.defaults or interceptors must not change what goes to a broker, and merging
// them would cost more per request than the rest of axios.
const send = axios.getAdapter('http')

const plainHeaders = (headers: unknown): Headers =>
  Object.fromEntries(
    Object.entries({ ...(headers as Record<string, unknown>) }).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  )

interface Cause {
  readonly code: string | undefined
  readonly reason: string
  readonly timedOut: boolean
}

const causeOf = (exchange: Exchange, error: AxiosError): Cause => {
  const cause = error.cause as NodeJS.ErrnoException | undefined
  const code = cause?.code ?? error.code
  if (/maxContentLength/.test(error.message))
    return {
      code: 'ETOOBIG',
      reason: `the answer is larger than ${exchange.maxBytes} bytes`,
      timedOut: false,
    }
  if (code === 'ERR_BAD_RESPONSE' && /aborted/.test(error.message))
    return { code: 'ECUTOFF', reason: 'the answer was cut off before its end', timedOut: false }
  const reason = reasons[code ?? ''] ?? cause?.message ?? error.message
  return { code, reason, timedOut: code === 'ETIMEDOUT' }
}

/** Names one failed exchange without passing the axios error on: that one holds the Authorization header. */
const networkError = (exchange: Exchange, error: AxiosError, timedOut: boolean): NetworkError =>
  new NetworkError({
    method: exchange.method,
    url: printableUrl(exchange.url),
    ...(timedOut
      ? { reason: `no answer within ${exchange.timeoutMs} ms`, timedOut, code: 'ETIMEOUT' }
      : causeOf(exchange, error)),
  })

interface ProxySetting {
  readonly protocol: string
  readonly host: string
  readonly port: number
  readonly auth?: { readonly username: string; readonly password: string }
}

const proxySetting = (proxy: URL | undefined): false | ProxySetting => {
  if (proxy === undefined) return false
  const auth = credentialsOf(proxy, 'proxy')
  return {
    protocol: proxy.protocol,
    host: proxy.hostname,
    port: Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80)),
    ...(auth === undefined ? {} : { auth }),
  }
}

/**
 * Sends one request and gives the answer, whatever its status; never follows a redirect.
 * Rejects with a NetworkError when nothing usable came back, and with the signal's reason when that fired.
 */
export const exchange = async (request: Exchange): Promise<RawReply> => {
  const { signal } = request
  signal?.throwIfAborted()
  // An own controller instead of AbortSignal.any: that one keeps every request alive on a long-lived signal in Node 20.
  const stop = new AbortController()
  let timedOut = false
  const timer = setTimeout(
    () => {
      timedOut = true
      stop.abort()
    },
    Math.min(request.timeoutMs, longestTimerMs),
  )
  const onAbort = (): void => stop.abort()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const reply = await send({
      method: request.method,
      url: request.url,
      headers: new AxiosHeaders(request.headers),
      responseType: 'arraybuffer',
      maxRedirects: 0,
      maxBodyLength: Number.POSITIVE_INFINITY,
      validateStatus: () => true,
      data: request.body,
      maxContentLength: request.maxBytes,
      httpAgent: request.httpAgent,
      httpsAgent: request.httpsAgent,
      proxy: proxySetting(request.proxy),
      signal: stop.signal,
    })
    return { status: reply.status, headers: plainHeaders(reply.headers), bytes: reply.data as Buffer }
  } catch (error) {
    signal?.throwIfAborted()
    throw networkError(request, error as AxiosError, timedOut)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}
