import { randomUUID } from 'node:crypto'
import type { DialectName } from '../dialect/dialect.js'
import { dialects } from '../dialect/table.js'
import { NetworkError, UsageError } from '../errors.js'
import { type Agents, createAgents } from './agents.js'
import { type Auth, type Authorizer, createAuthorizer } from './auth.js'
import { type Breaker, createBreaker } from './breaker.js'
import { exchange } from './exchange.js'
import { assertUsable, brokerError, isSuccess, parsedJson, type Reply } from './reply.js'
import type { RequestSpec, TransportOptions } from './request-spec.js'
import { sleep, withRetry } from './retry.js'
import { httpUrl, printableUrl, printQuery } from './url.js'

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
  readonly agents: Agents
  readonly authorizer: Authorizer
  readonly breaker: Breaker | undefined
  readonly proxy: URL | undefined
  dialect: DialectName
}

/** The Link header of a context, in the one order that every broker reads (Stellio matches it by a fixed pattern). */
export const contextLink = (url: string): string => {
  if (/[<>\s"]/.test(url)) throw new UsageError(`The context "${url.slice(0, 200)}" is no URL`)
  return `<${url}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`
}

const ownHeaders = (spec: RequestSpec, setting: Setting, hasBody: boolean): Record<string, string> => {
  const tenant = spec.tenant ?? setting.options.tenant ?? ''
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

const openError = (spec: RequestSpec, url: string, waitMs: number): NetworkError =>
  new NetworkError({
    method: spec.method,
    url,
    reason: `the broker failed several times in a row; it is asked again in ${Math.ceil(waitMs / 1000)} s`,
    code: 'EOPEN',
  })

/** Passes the breaker: open means no request, half-open means a cheap probe first; any answer counts as alive. */
const passBreaker = async (setting: Setting, spec: RequestSpec, url: string): Promise<void> => {
  const { breaker } = setting
  if (breaker === undefined) return
  const state = breaker.enter()
  if (state === 'closed') return
  if (state === 'open') {
    await sleep(Math.min(breaker.waitMs(), 1000), spec.signal)
    throw openError(spec, url, breaker.waitMs())
  }
  const health = dialects[setting.dialect].healthPath
  try {
    await exchange({
      method: 'GET',
      url: setting.base.origin + setting.prefix + health,
      headers: { Accept: '*/*', 'User-Agent': 'city-context' },
      timeoutMs: 5000,
      maxBytes: 1024 * 1024,
      httpAgent: setting.agents.httpAgent,
      httpsAgent: setting.agents.httpsAgent,
      proxy: setting.proxy,
      signal: spec.signal,
    })
    breaker.succeed()
  } catch (error) {
    breaker.fail()
    throw error
  }
}

interface Prepared {
  readonly url: string
  readonly shown: string
  readonly bytes: Buffer | undefined
  readonly requestId: string
}

const oneAttempt = async (
  setting: Setting,
  spec: RequestSpec,
  prepared: Prepared,
  attempt: number,
): Promise<Reply> => {
  const { options, agents, breaker } = setting
  const { url, shown, bytes, requestId } = prepared
  await passBreaker(setting, spec, shown)
  const headers = {
    ...ownHeaders(spec, setting, bytes !== undefined),
    ...(await setting.authorizer.headers(spec.signal)),
    'X-Request-Id': requestId,
  }
  const started = performance.now()
  const trace = (outcome: { status?: number; error?: string; receivedBytes: number }): void =>
    options.onExchange?.({
      requestId,
      method: spec.method,
      url: shown,
      attempt,
      elapsedMs: performance.now() - started,
      sentBytes: bytes?.length ?? 0,
      ...outcome,
    })
  try {
    const raw = await exchange({
      method: spec.method,
      url,
      headers,
      body: bytes,
      timeoutMs: spec.timeoutMs ?? options.timeoutMs ?? 30_000,
      maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
      httpAgent: agents.httpAgent,
      httpsAgent: agents.httpsAgent,
      proxy: setting.proxy,
      signal: spec.signal,
    })
    const text = raw.bytes.toString('utf8')
    const { status } = raw
    const reply: Reply = {
      method: spec.method,
      url: shown,
      status,
      headers: raw.headers,
      text,
      body: parsedJson(text),
      attempts: attempt,
    }
    breaker?.succeed()
    trace({ status, receivedBytes: raw.bytes.length })
    assertUsable(reply)
    return reply
  } catch (error) {
    if (error instanceof NetworkError && error.code !== 'ENOTJSON' && error.code !== 'ETOOBIG')
      breaker?.fail()
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
  const reply = await oneAttempt(setting, spec, prepared, attempt)
  // One renewal per attempt: a token may have been revoked or have ended early.
  if (reply.status !== 401 || !setting.authorizer.renew()) return reply
  return oneAttempt(setting, spec, prepared, attempt)
}

const prepare = (setting: Setting, spec: RequestSpec): Prepared => {
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
}

/** Checks a tenant name: a text that fits into a header. */
export const checkTenant = (tenant: string | undefined): void => {
  if (tenant !== undefined && !/^[\x21-\x7e]*$/.test(tenant))
    throw new UsageError(`The tenant "${tenant.slice(0, 60)}" has characters that no header can carry`)
}

/** Makes the transport to one broker: pools, authorisation, retries, circuit breaker. Call `close` to end its sockets. */
export const createTransport = (options: TransportOptions): Transport => {
  checkOptions(options)
  const base = httpUrl(options.baseUrl, 'The broker address')
  if (base.search !== '' || base.hash !== '')
    throw new UsageError(`The broker address must not have a query or a fragment: ${printableUrl(base.href)}`)
  const setting: Setting = {
    base,
    prefix: base.pathname.replace(/\/+$/, '').replace(/\/ngsi-ld\/v1$/, ''),
    options,
    agents: createAgents(options.sockets ?? 8, options.connectTimeoutMs ?? 3000, options.tls),
    authorizer: createAuthorizer(options.auth ?? userInfo(base)),
    breaker: options.breaker === false ? undefined : createBreaker(options.breaker),
    proxy: options.proxy === undefined ? undefined : httpUrl(options.proxy, 'proxy'),
    dialect: 'unknown',
  }
  const request = (spec: RequestSpec): Promise<Reply> => {
    const prepared = prepare(setting, spec)
    const retry = spec.retry ?? options.retry ?? {}
    const attempt = (number: number): Promise<Reply> => attemptWithAuth(setting, spec, prepared, number)
    if (retry === false) return attempt(1)
    const idempotent = spec.idempotent ?? (spec.method !== 'POST' && spec.method !== 'PATCH')
    const facts = { idempotent, statuses: dialects[setting.dialect].retryStatuses }
    return withRetry(attempt, facts, retry, spec.signal)
  }
  return {
    baseUrl: printableUrl(base.origin + setting.prefix),
    request,
    send: async (spec) => {
      const reply = await request(spec)
      if (!isSuccess(reply)) throw brokerError(reply, setting.dialect)
      return reply
    },
    setDialect: (name) => {
      setting.dialect = name
    },
    openMs: () => setting.breaker?.waitMs() ?? 0,
    close: setting.agents.close,
  }
}

/** User name and password written into the address count as Basic authorisation. */
const userInfo = (base: URL): Auth | undefined =>
  base.username === ''
    ? undefined
    : { username: decodeURIComponent(base.username), password: decodeURIComponent(base.password) }
