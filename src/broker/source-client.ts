import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP } from 'node:net'
import { isNetworkError } from '../errors.js'
import { bareHost, isPrivateAddress, publicLookup } from '../http/address.js'
import { exchange } from '../http/exchange.js'

/** A read at a context source. */
export interface SourceRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** What a source answered: JSON, nothing (404), or why it cannot be used, as a code of NGSILD-Warning (CIM 009 6.3.17). */
export type SourceAnswer =
  | { readonly kind: 'found'; readonly body: unknown }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly code: 111 | 199 | 299; readonly text: string }

/** Asks context sources; never rejects. */
export interface SourceClient {
  readonly read: (request: SourceRequest) => Promise<SourceAnswer>
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

  const read = async ({ url, headers, timeoutMs }: SourceRequest): Promise<SourceAnswer> => {
    // A registration's endpoint need only be a URI; one that is no address cannot be asked.
    if (!URL.canParse(url)) return { kind: 'failed', code: 199, text: 'the source has no address' }
    const agents = agentsFor(bareHost(new URL(url)))
    if (agents === undefined) return { kind: 'failed', code: 199, text: 'the source is at a private address' }
    try {
      const reply = await exchange({
        method: 'GET',
        url,
        headers,
        timeoutMs,
        maxBytes: maxAnswerBytes,
        httpAgent: agents.http,
        httpsAgent: agents.https,
      })
      if (reply.status === 404) return { kind: 'none' }
      if (reply.status !== 200)
        return { kind: 'failed', code: 299, text: `the source answered ${reply.status}` }
      return parsed(reply.bytes.toString('utf8'))
    } catch (error) {
      const text = isNetworkError(error) && error.timedOut ? 'no answer in time' : 'no answer'
      return { kind: 'failed', code: 199, text }
    }
  }

  return {
    read,
    close: () => {
      for (const agent of [trusted, strange].flatMap(({ http, https }) => [http, https])) agent.destroy()
    },
  }
}
