import { randomUUID } from 'node:crypto'
import type { DialectName } from '../dialect/dialect.js'
import { dialects } from '../dialect/table.js'
import { isBrokerError, isNetworkError, NetworkError, UsageError } from '../errors.js'
import { createAgents } from './agents.js'
import { type Authorizer, createAuthorizer } from './auth.js'
import { type Breaker, checkBreaker, createBreaker } from './breaker.js'
import { exchange, type RawReply, type Road } from './exchange.js'
import { checkHeaders, checkTenant, contextLink } from './header.js'
import { told } from './hook.js'
import { assertUsable, brokerError, isSuccess, parsedJson, type Reply } from './reply.js'
import type { RequestSpec, TransportOptions } from './request-spec.js'
import { checkRetry, sleep, withRetry } from './retry.js'
import { credentialsOf, httpUrl, printableUrl, printQuery } from './url.js'

/** The only way to talk to a broker. */
export interface Transport {
  readonly baseUrl: string
  /** Gives the answer whatever its status; rejects with a NetworkError when nothing usable came. */
  readonly request: (spec: RequestSpec) => Promise<Reply>
  /** As `request`, but rejects with a BrokerError for any status but 2xx. */
  readonly send: (spec: RequestSpec) => Promise<Reply>
  /** Tells which broker it is, for retries and remedies. */
  readonly setDialect: (name: DialectName) => void
  /** Milliseconds that the breaker stays open; 0 when requests go through. */
  readonly openMs: () => number
  readonly close: () => void
}

interface Setting {
  readonly base: URL
  readonly prefix: string
  readonly options: TransportOptions
  readonly road: Road
  readonly authorizer: Authorizer
  readonly breaker: Breaker | undefined
  dialect: DialectName
  /** Why the last request got no answer. */
  lastFailure: string
  readonly close: () => void
}

const ownHeaders = (spec: RequestSpec, setting: Setting, hasBody: boolean): Record<string, string> => {
  const tenant = spec.tenant ?? setting.options.tenant ?? ''
  checkTenant(tenant)
  checkHeaders(spec.headers)
  return {
    Accept: spec.accept ?? 'application/json',
    'User-Agent': 'city-context',
    ...(hasBody ? { 'Content-Type': spec.contentType ?? 'application/json' } : {}),
    ...(spec.context === undefined ? {} : { Link: contextLink(spec.context) }),
    ...(tenant === '' ? {} : { 'NGSILD-Tenant': tenant }),
    ...setting.options.headers,
    ...spec.headers,
  }
}

const bodyBytes = ({ text, body }: RequestSpec): Buffer | undefined => {
  if (text === undefined) return body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  return typeof text === 'string' ? Buffer.from(text) : text
}

const failed = (setting: Setting, error: NetworkError): void => {
  setting.lastFailure = error.reason
  setting.breaker?.fail()
}

const openError = (
  { method }: RequestSpec,
  url: string,
  { lastFailure }: Setting,
  waitMs: number,
): NetworkError =>
  new NetworkError({
    method,
    url,
    reason: `the broker failed several times in a row and is asked again in ${Math.ceil(waitMs / 1000)} s; at last ${lastFailure}`,
    code: 'EOPEN',
  })

/** Passes the breaker: open means no request, half-open means a cheap probe first; any answer counts as alive. */
const passBreaker = async (setting: Setting, spec: RequestSpec, url: string): Promise<void> => {
  const { breaker, base, prefix, road } = setting
  const state = breaker?.enter() ?? 'closed'
  if (breaker === undefined || state === 'closed') return
  if (state === 'open') {
    await sleep(Math.min(breaker.waitMs(), 1000), spec.signal)
    throw openError(spec, url, setting, breaker.waitMs())
  }
  try {
    await exchange({
      ...road,
      method: 'GET',
      url: base.origin + prefix + dialects[setting.dialect].healthPath,
      headers: { Accept: '*/*', 'User-Agent': 'city-context' },
      timeoutMs: 5000,
      maxBytes: 1024 * 1024,
      signal: spec.signal,
    })
    breaker.succeed()
  } catch (error) {
    // Whoever gave up waiting says nothing about the broker: the next one probes.
    if (!isNetworkError(error)) {
      breaker.release()
      throw error
    }
    failed(setting, error)
    throw openError(spec, url, setting, breaker.waitMs())
  }
}

interface Prepared {
  readonly url: string
  readonly shown: string
  readonly bytes: Buffer | undefined
  readonly requestId: string
}

const replyOf = (raw: RawReply, { method }: RequestSpec, url: string, attempts: number): Reply => {
  const { status, headers } = raw
  const text = raw.bytes.toString('utf8')
  return { method, url, status, headers, text, body: parsedJson(text), attempts }
}

// An answer came, if none that is of use.
const answered: ReadonlySet<string | undefined> = new Set(['ENOTJSON', 'ETOOBIG'])

const oneAttempt = async (
  setting: Setting,
  spec: RequestSpec,
  prepared: Prepared,
  attempt: number,
): Promise<Reply> => {
  const { options, road, breaker } = setting
  const { method, signal } = spec
  const { url, shown, bytes, requestId } = prepared
  await passBreaker(setting, spec, shown)
  const headers = {
    ...ownHeaders(spec, setting, bytes !== undefined),
    ...(await setting.authorizer.headers(signal)),
    'X-Request-Id': requestId,
  }
  const started = performance.now()
  const trace = (outcome: { status?: number; error?: string; receivedBytes: number }): void => {
    const elapsedMs = performance.now() - started
    const sentBytes = bytes?.length ?? 0
    told('onExchange', options.onExchange, {
      requestId,
      method,
      url: shown,
      attempt,
      elapsedMs,
      sentBytes,
      ...outcome,
    })
  }
  spec.onSend?.()
  try {
    const { timeoutMs = road.timeoutMs } = spec
    const raw = await exchange({ ...road, method, url, headers, body: bytes, timeoutMs, signal })
    const reply = replyOf(raw, spec, shown, attempt)
    breaker?.succeed()
    assertUsable(reply)
    trace({ status: reply.status, receivedBytes: raw.bytes.length })
    return reply
  } catch (error) {
    if (isNetworkError(error) && !answered.has(error.code)) failed(setting, error)
    trace({ error: error instanceof Error ? error.message : String(error), receivedBytes: 0 })
    throw error
  }
}

const attemptWithAuth = async (
  setting: Setting,
  spec: RequestSpec,
  prepared: Prepared,
  attempt: number,
): Promise<Reply> => {
  const since = performance.now()
  const reply = await oneAttempt(setting, spec, prepared, attempt)
  // One renewal per attempt: a token may have been revoked or have ended early.
  if (reply.status !== 401 || !(await setting.authorizer.renew(since))) return reply
  return oneAttempt(setting, spec, prepared, attempt)
}

const prepare = (setting: Setting, spec: RequestSpec): Prepared => {
  // An id of "", "." or ".." would name the collection or what is above it; URLs know no escape for them.
  if (/^\/ngsi-ld\/.*\/\.{0,2}(\/|$)/.test(spec.path))
    throw new UsageError(`${spec.method} ${spec.path}: an id or a name in it is empty, "." or ".."`)
  const url = `${setting.base.origin}${setting.prefix}${spec.path}${printQuery(spec.query ?? {})}`
  return {
    url,
    shown: printableUrl(url),
    bytes: bodyBytes(spec),
    requestId: spec.headers?.['X-Request-Id'] ?? randomUUID(),
  }
}

const checkOptions = (options: TransportOptions): void => {
  for (const name of ['timeoutMs', 'connectTimeoutMs', 'maxBytes', 'sockets'] as const) {
    const value = options[name]
    if (value !== undefined && !(Number.isFinite(value) && value > 0))
      throw new UsageError(`${name} must be a number above 0; got ${String(value)}`)
  }
  checkTenant(options.tenant)
  checkHeaders(options.headers)
  if (typeof options.breaker === 'object') checkBreaker(options.breaker)
  if (typeof options.retry === 'object') checkRetry(options.retry)
}

const settingOf = (options: TransportOptions): Setting => {
  checkOptions(options)
  const base = httpUrl(options.baseUrl, 'The broker address')
  if (base.search !== '' || base.hash !== '')
    throw new UsageError(`The broker address must not have a query or a fragment: ${printableUrl(base.href)}`)
  const proxy = options.proxy === undefined ? undefined : httpUrl(options.proxy, 'proxy')
  if (proxy !== undefined) credentialsOf(proxy, 'proxy')
  const { close, ...agents } = createAgents(
    options.sockets ?? 8,
    options.connectTimeoutMs ?? 3000,
    options.tls,
  )
  const { timeoutMs = 30_000, maxBytes = 64 * 1024 * 1024 } = options
  const road = { ...agents, proxy, timeoutMs, maxBytes }
  const tokenRoad = { ...road, maxBytes: 1024 * 1024 }
  return {
    base,
    prefix: base.pathname.replace(/\/+$/, '').replace(/\/ngsi-ld\/v1$/, ''),
    options,
    road,
    authorizer: createAuthorizer(options.auth ?? credentialsOf(base, 'The broker address'), tokenRoad),
    breaker: options.breaker === false ? undefined : createBreaker(options.breaker),
    dialect: 'unknown',
    lastFailure: '',
    close,
  }
}

const requested = async (setting: Setting, spec: RequestSpec): Promise<Reply> => {
  const prepared = prepare(setting, spec)
  const retry = spec.retry ?? setting.options.retry ?? {}
  const { timeoutMs = setting.road.timeoutMs } = spec
  const attempt = (number: number, leftMs: number): Promise<Reply> => {
    const limited = number === 1 ? spec : { ...spec, timeoutMs: Math.min(timeoutMs, leftMs) }
    return attemptWithAuth(setting, limited, prepared, number)
  }
  if (retry === false) return attempt(1, timeoutMs)
  const { retryStatuses: statuses, retryTitles: titles } = dialects[setting.dialect]
  const idempotent = spec.idempotent ?? (spec.method !== 'POST' && spec.method !== 'PATCH')
  return withRetry(attempt, { idempotent, statuses, titles }, retry, spec.signal)
}

const accepted = (setting: Setting, spec: RequestSpec, reply: Reply): Reply => {
  if (isSuccess(reply)) return reply
  const error = brokerError(reply, setting.dialect)
  // The answer to the deletion was lost, not the deletion.
  const isGone = spec.method === 'DELETE' && reply.attempts > 1 && isBrokerError(error, 'ResourceNotFound')
  if (isGone) return reply
  throw error
}

/** Makes the transport to one broker: pools, authorisation, retries, circuit breaker. Call `close` to end its sockets. */
export const createTransport = (options: TransportOptions): Transport => {
  const setting = settingOf(options)
  return {
    baseUrl: printableUrl(setting.base.origin + setting.prefix),
    request: (spec) => requested(setting, spec),
    send: async (spec) => accepted(setting, spec, await requested(setting, spec)),
    setDialect: (name) => {
      setting.dialect = name
    },
    openMs: () => setting.breaker?.waitMs() ?? 0,
    close: setting.close,
  }
}
