import {
  classifyIdentity,
  classifyParameter,
  classifyVersion,
  identityProbe,
  isServiceNotFound,
  type ProbeAnswer,
  parameterProbe,
  type Verdict,
} from '../dialect/detection.js'
import type { Capability, Dialect, DialectName, Limits, Support } from '../dialect/dialect.js'
import { dialects, isDialectName } from '../dialect/table.js'
import { readUpdate } from '../dialect/update-answer.js'
import { UnsupportedError, UsageError } from '../errors.js'
import { contextLink } from '../http/header.js'
import { told } from '../http/hook.js'
import { brokerError, isSuccess, type Reply } from '../http/reply.js'
import type { RequestSpec, TransportOptions } from '../http/request-spec.js'
import { orAborted } from '../http/retry.js'
import { createTransport, type Transport } from '../http/transport.js'
import { createSizeLimit, type SizeLimit } from './size-limit.js'

/** How to connect to a broker. */
export interface ConnectOptions extends Omit<TransportOptions, 'baseUrl'> {
  /** Which broker it is; given, nothing is asked at connecting. @default found out */
  readonly dialect?: DialectName | undefined
  /** Context URL for types that bring none of their own. */
  readonly context?: string | undefined
  /** Limits that you know better, such as `{ batchEntities: 100 }`. */
  readonly limits?: Partial<Limits> | undefined
  /** Ends connecting; has no meaning afterwards. */
  readonly signal?: AbortSignal | undefined
  /** Told once per reason when something is done on this side because the broker cannot do it. */
  readonly onEmulation?: ((note: string) => void) | undefined
}

/** The state that every part of the client shares: transport, dialect, what was learnt. */
export interface Connection {
  readonly transport: Transport
  readonly baseUrl: string
  readonly tenant: string | undefined
  readonly context: string | undefined
  /** The broker's row of the dialect table with everything learnt so far; asks the broker once. */
  readonly dialect: (signal?: AbortSignal) => Promise<Dialect>
  readonly verdict: () => Verdict
  /** Keeps a limit that the broker has shown. */
  readonly learnLimit: (limit: Partial<Limits>) => void
  /** How large a batch body may be, as far as the broker has shown. */
  readonly batchSize: SizeLimit
  /** Keeps whether the broker can do something. */
  readonly learn: (capability: Capability, support: Support) => void
  /** Keeps that the broker has shown itself more exactly, such as which mode of Orion-LD it is. */
  readonly becomes: (dialect: DialectName, evidence: string) => void
  /** Notes that something was done on this side. */
  readonly emulated: (note: string) => void
  readonly emulations: () => readonly string[]
  /** Whether this is asked for the first time on this connection. */
  readonly isFirst: (mark: string) => boolean
  /** The same connection speaking for another tenant. */
  readonly forTenant: (tenant: string | undefined) => Connection
  readonly send: (spec: RequestSpec) => Promise<Reply>
  readonly request: (spec: RequestSpec) => Promise<Reply>
  readonly close: () => void
}

interface Shared {
  readonly transport: Transport
  readonly options: ConnectOptions
  verdict: Verdict | undefined
  detecting: Promise<Verdict> | undefined
  limits: Partial<Limits>
  capabilities: Partial<Record<Capability, Support>>
  readonly emulations: Set<string>
  readonly marks: Set<string>
  readonly batchSize: SizeLimit
}

const maxMarks = 1000

const probe = async (shared: Shared, path: string, signal: AbortSignal | undefined): Promise<ProbeAnswer> => {
  const [pathname = path, query] = path.split('?')
  const parameters = Object.fromEntries(new URLSearchParams(query))
  // What a broker is does not hang on a tenant, and one that does not exist yet answers 404 to everything.
  return shared.transport.request({ method: 'GET', path: pathname, query: parameters, tenant: '', signal })
}

const settle = (shared: Shared, verdict: Verdict): Verdict => {
  shared.verdict = verdict
  shared.transport.setDialect(verdict.dialect)
  return verdict
}

/** The first probe; undefined when its answer says nothing of the product. */
const identify = async (shared: Shared, signal: AbortSignal | undefined): Promise<Verdict | undefined> => {
  const verdict = classifyIdentity(await probe(shared, identityProbe, signal))
  return verdict === undefined ? undefined : settle(shared, verdict)
}

const versionOf = async (shared: Shared, verdict: Verdict): Promise<Verdict> => {
  const { versionPath } = dialects[verdict.dialect]
  if (versionPath === undefined) return verdict
  const answer = await probe(shared, versionPath, undefined)
  return { ...verdict, version: classifyVersion(answer.body)?.version }
}

/** Answers that say something of who asked, or of the moment, and nothing of the broker. */
const tellsNothing = (status: number): boolean => status === 401 || status === 429 || status >= 500

/** The second probe. Nobody's signal ends it: several callers may wait for it. */
const detect = async (shared: Shared): Promise<Verdict> => {
  const answer = await probe(shared, parameterProbe, undefined)
  const verdict = classifyParameter(answer)
  if (verdict.dialect === 'unknown' && tellsNothing(answer.status)) return verdict
  return settle(shared, await versionOf(shared, verdict))
}

const currentDialect = (shared: Shared, verdict: Verdict): Dialect => {
  const row = dialects[verdict.dialect]
  return {
    ...row,
    limits: { ...row.limits, ...shared.limits, ...shared.options.limits },
    can: { ...row.can, ...shared.capabilities },
  }
}

const view = (shared: Shared, tenant: string | undefined): Connection => {
  const { transport, options } = shared
  const withTenant = (spec: RequestSpec): RequestSpec => ({ ...spec, tenant: spec.tenant ?? tenant ?? '' })
  return {
    transport,
    baseUrl: transport.baseUrl,
    tenant,
    context: options.context,
    dialect: async (signal) => {
      if (shared.verdict !== undefined) return currentDialect(shared, shared.verdict)
      shared.detecting ??= detect(shared).finally(() => {
        shared.detecting = undefined
      })
      return currentDialect(shared, await orAborted(shared.detecting, signal))
    },
    verdict: () => shared.verdict ?? { dialect: 'unknown', evidence: 'nothing it has answered yet' },
    learnLimit: (limit) => {
      shared.limits = { ...shared.limits, ...limit }
    },
    batchSize: shared.batchSize,
    learn: (capability, support) => {
      shared.capabilities = { ...shared.capabilities, [capability]: support }
    },
    becomes: (dialect, evidence) => {
      settle(shared, { ...shared.verdict, dialect, evidence })
    },
    emulated: (note) => {
      if (shared.emulations.has(note) || shared.emulations.size >= 200) return
      shared.emulations.add(note)
      told('onEmulation', options.onEmulation, note)
    },
    emulations: () => [...shared.emulations],
    isFirst: (mark) => {
      if (shared.marks.has(mark) || shared.marks.size >= maxMarks) return false
      shared.marks.add(mark)
      return true
    },
    forTenant: (name) => view(shared, name),
    send: (spec) => transport.send(withTenant(spec)),
    request: (spec) => transport.request(withTenant(spec)),
    close: () => transport.close(),
  }
}

/**
 * Connects to a broker: one request that finds out which one it is, or none where `dialect` is given.
 * Rejects with a NetworkError when nothing answers.
 */
export const openConnection = async (url: string, options: ConnectOptions = {}): Promise<Connection> => {
  const { dialect, signal, tenant } = options
  if (dialect !== undefined && !isDialectName(dialect))
    throw new UsageError(
      `dialect must be one of ${Object.keys(dialects).join(', ')}; got "${String(dialect)}"`,
    )
  if (options.context !== undefined) contextLink(options.context)
  const sockets = options.sockets ?? dialects[dialect ?? 'unknown'].limits.sockets
  const shared: Shared = {
    transport: createTransport({ ...options, sockets, baseUrl: url }),
    options,
    verdict: undefined,
    detecting: undefined,
    limits: {},
    capabilities: {},
    emulations: new Set(),
    marks: new Set(),
    batchSize: createSizeLimit(),
  }
  if (dialect !== undefined) settle(shared, { dialect, evidence: 'given by the caller' })
  else
    try {
      await identify(shared, signal)
    } catch (error) {
      shared.transport.close()
      throw error
    }
  return view(shared, tenant)
}

/**
 * Throws what an answer to a write says was not done: an error, or a 207 that would pass for a success
 * (CIM 009 6.3.19 gives it where context sources or single attributes failed).
 */
export const accept = async (connection: Connection, reply: Reply): Promise<void> => {
  const { name } = await connection.dialect()
  if (!isSuccess(reply)) throw brokerError(reply, name)
  if (reply.status !== 207) return
  const { refused, problems } = readUpdate(reply.body)
  const [problem] = problems
  if (problem !== undefined)
    throw brokerError({ ...reply, status: problem.status ?? reply.status, body: problem }, name)
  if (refused.length === 0) return
  const detail = refused.map((attribute) => `${attribute.name}: ${attribute.reason}`).join('; ')
  throw brokerError({ ...reply, body: { title: 'not everything was written', detail } }, name)
}

/** Sends a write of one entity, and throws where any of it was not done. */
export const write = async (connection: Connection, spec: RequestSpec): Promise<void> =>
  accept(connection, await connection.request(spec))

const missingOperation = (reply: Reply): boolean => {
  const { body, status } = reply
  const title = (body as { title?: unknown } | undefined)?.title
  return (
    status === 405 ||
    status === 501 ||
    isServiceNotFound(status, typeof title === 'string' ? title : undefined)
  )
}

/**
 * Sends a request that the broker may not know. Gives undefined when it turns out not to, and remembers that, and
 * the mode that this shows.
 */
export const trySend = async (
  connection: Connection,
  capability: Capability,
  spec: RequestSpec,
): Promise<Reply | undefined> => {
  const dialect = await connection.dialect(spec.signal)
  if (dialect.can[capability] === 'no') return undefined
  const reply = await connection.request(spec)
  const tried = dialect.can[capability] === 'try'
  const modes = tried && dialect.modes?.operations.includes(capability) ? dialect.modes : undefined
  if (tried && missingOperation(reply)) {
    connection.learn(capability, 'no')
    if (modes !== undefined && reply.status === 404)
      connection.becomes(modes.lacking, `it has no ${capability} of one entity`)
    return undefined
  }
  // Of an error nobody knows from where it came: a gateway may have refused.
  if (modes !== undefined && isSuccess(reply))
    connection.becomes(modes.having, `it has ${capability} of one entity`)
  return reply
}

/** Refuses what the broker cannot do and nobody can do for it. */
export const requireCapability = async (
  connection: Connection,
  capability: Capability,
  operation: string,
  remedy: string,
  signal?: AbortSignal,
): Promise<Dialect> => {
  const dialect = await connection.dialect(signal)
  if (dialect.can[capability] === 'no')
    throw new UnsupportedError(operation, `${dialect.product} cannot do this; ${remedy}`)
  return dialect
}
