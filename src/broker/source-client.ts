import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP } from 'node:net'
import { isNetworkError } from '../errors.js'
import { bareHost, isPrivateAddress, publicLookup } from '../http/address.js'
import { exchange, type RawReply } from '../http/exchange.js'
import { isObject } from '../ngsi/entity.js'
import { type ProblemDetails, problem } from '../ngsi/problem.js'

/** A request to a context source. */
export interface SourceRequest {
  /** @default GET */
  readonly method?: string | undefined
  readonly url: string
  readonly body?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** What a source answered: JSON, nothing (404), or why it cannot be used, as a code of NGSILD-Warning (CIM 009 6.3.17). */
export type SourceAnswer =
  | { readonly kind: 'found'; readonly body: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly code: 111 | 199 | 299; readonly text: string }

/** What a source did with a write: it, nothing (404, or 508 in a circle), or what it refused with. */
export type SourceOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly error: ProblemDetails }

/** Asks context sources; never rejects. */
export interface SourceClient {
  readonly read: (request: SourceRequest) => Promise<SourceAnswer>
  readonly write: (request: SourceRequest) => Promise<SourceOutcome>
  readonly close: () => void
}

const maxAnswerBytes = 16 * 1024 * 1024

const parsed = (text: string): SourceAnswer => {
  try {
    return { kind: 'found', body: JSON.parse(text) as unknown }
  } catch {
    return { kind: 'failed', code: 111, text: 'the source answered with no JSON' }
  }
}

/** The problem document of a source, or one about its status where it sent none. */
const refusalOf = ({ status, bytes }: RawReply): ProblemDetails => {
  const answer = parsed(bytes.toString('utf8'))
  const body = answer.kind === 'found' && isObject(answer.body) ? answer.body : {}
  const text = (name: string): string | undefined =>
    typeof body[name] === 'string' ? body[name].slice(0, 500) : undefined
  const given = problem('InternalError', text('detail') ?? `the source answered ${status}`)
  return { ...given, type: text('type') ?? given.type, title: text('title') ?? given.title, status }
}

/** Makes a client for context sources. Sources at private addresses are refused unless allowed. */
export const createSourceClient = (allowPrivate: boolean | ((host: string) => boolean)): SourceClient => {
  const open = { keepAlive: true, maxSockets: 32 }
  const guarded = { ...open, lookup: publicLookup }
  const trusted = { http: new HttpAgent(open), https: new HttpsAgent(open) }
  const strange = { http: new HttpAgent(guarded), https: new HttpsAgent(guarded) }

  const agentsFor = (host: string): typeof trusted | undefined => {
    const allowed = typeof allowPrivate === 'function' ? allowPrivate(host) : allowPrivate
    if (allowed) return trusted
    return isIP(host) !== 0 && isPrivateAddress(host) ? undefined : strange
  }

  const send = async (request: SourceRequest): Promise<RawReply | string> => {
    const { method = 'GET', url, headers, body, timeoutMs } = request
    // A registration's endpoint need only be a URI; one that is no address cannot be asked.
    if (!URL.canParse(url)) return 'the source has no address'
    const agents = agentsFor(bareHost(new URL(url)))
    if (agents === undefined) return 'the source is at a private address'
    try {
      return await exchange({
        method,
        url,
        headers,
        body,
        timeoutMs,
        maxBytes: maxAnswerBytes,
        httpAgent: agents.http,
        httpsAgent: agents.https,
      })
    } catch (error) {
      return isNetworkError(error) && error.timedOut ? 'no answer in time' : 'no answer'
    }
  }

  const read = async (request: SourceRequest): Promise<SourceAnswer> => {
    const reply = await send(request)
    if (typeof reply === 'string') return { kind: 'failed', code: 199, text: reply }
    if (reply.status === 404) return { kind: 'none' }
    if (reply.status !== 200)
      return { kind: 'failed', code: 299, text: `the source answered ${reply.status}` }
    return parsed(reply.bytes.toString('utf8'))
  }

  const write = async (request: SourceRequest): Promise<SourceOutcome> => {
    const reply = await send(request)
    if (typeof reply === 'string')
      return {
        kind: 'failed',
        error: { ...problem('InternalError', `at the source: ${reply}`), status: 504 },
      }
    // 508: it has been there already, by another way.
    if (reply.status === 404 || reply.status === 508) return { kind: 'none' }
    return reply.status >= 200 && reply.status < 300 && reply.status !== 207
      ? { kind: 'done' }
      : { kind: 'failed', error: refusalOf(reply) }
  }

  return {
    read,
    write,
    close: () => {
      for (const agent of [trusted, strange].flatMap(({ http, https }) => [http, https])) agent.destroy()
    },
  }
}
