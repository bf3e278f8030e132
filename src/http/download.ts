import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP } from 'node:net'
import { BrokerError, NetworkError } from '../errors.js'
import { bareHost, isPrivateAddress, publicLookup } from './address.js'
import { exchange, type Headers, type RawReply } from './exchange.js'
import { httpUrl, printableUrl } from './url.js'

/** How a document is fetched. */
export interface DownloadOptions {
  /** Milliseconds per hop. @default 15000 */
  readonly timeoutMs?: number | undefined
  /** Largest body in bytes. @default 8388608 (8 MiB) */
  readonly maxBytes?: number | undefined
  /** @default 5 */
  readonly maxRedirects?: number | undefined
  /**
   * Whether hosts on this machine or in a private network may be asked; a function decides per host name.
   * @default false
   */
  readonly allowPrivate?: boolean | ((host: string) => boolean) | undefined
  /** The Accept header. @default all media types */
  readonly accept?: string | undefined
  /** Extra request headers, sent to the first origin only. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** A forward proxy; it resolves names itself, so that only literal private addresses are refused. */
  readonly proxy?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** A fetched document. */
export interface Download {
  /** Where it was found after redirects. */
  readonly url: string
  readonly status: number
  /** Media type without parameters, lower case; empty when none was sent. */
  readonly contentType: string
  /** The body as text, in the charset that the answer names (UTF-8 otherwise), without byte order mark. */
  readonly text: string
  /** The body as it came. */
  readonly bytes: Buffer
  readonly headers: Headers
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const decode = (reply: RawReply): string => {
  const charset = /charset="?([\w-]+)/i.exec(reply.headers['content-type'] ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset).decode(reply.bytes)
  } catch {
    return new TextDecoder().decode(reply.bytes)
  }
}

const refusePrivateLiteral = (url: URL): void => {
  const host = bareHost(url)
  if (isIP(host) === 0 || !isPrivateAddress(host)) return
  throw new NetworkError({
    method: 'GET',
    url: printableUrl(url.href),
    reason: `${host} is a private address; allow it with allowPrivate where that is meant`,
    code: 'EPRIVATE',
  })
}

const hop = (url: URL, sameOrigin: boolean, options: DownloadOptions): Promise<RawReply> => {
  const { allowPrivate = false, timeoutMs = 15_000, maxBytes = 8 * 1024 * 1024, accept = '*/*' } = options
  const trusted = typeof allowPrivate === 'function' ? allowPrivate(bareHost(url)) : allowPrivate
  if (!trusted) refusePrivateLiteral(url)
  const agentOptions = trusted ? {} : { lookup: publicLookup }
  return exchange({
    method: 'GET',
    url: url.href,
    headers: { Accept: accept, 'User-Agent': 'city-context', ...(sameOrigin ? options.headers : {}) },
    timeoutMs,
    maxBytes,
    httpAgent: new HttpAgent(agentOptions),
    httpsAgent: new HttpsAgent(agentOptions),
    proxy: options.proxy === undefined ? undefined : httpUrl(options.proxy, 'proxy'),
    signal: options.signal,
  })
}

const nextHop = (reply: RawReply, current: URL, first: URL, left: number): URL | undefined => {
  const location = reply.headers['location']
  if (!redirects.has(reply.status) || location === undefined) return undefined
  if (left > 0 && URL.canParse(location, current.href))
    return httpUrl(new URL(location, current).href, 'A redirect')
  throw new NetworkError({
    method: 'GET',
    url: printableUrl(first.href),
    reason: left <= 0 ? 'too many redirects' : 'it redirects to something that is no URL',
  })
}

const document = (reply: RawReply, url: URL): Download => {
  if (reply.status < 200 || reply.status > 299)
    throw new BrokerError({ method: 'GET', url: printableUrl(url.href), status: reply.status })
  return {
    url: url.href,
    status: reply.status,
    contentType: (reply.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    text: decode(reply),
    bytes: reply.bytes,
    headers: reply.headers,
  }
}

/**
 * Fetches a document over http or https with limits on time, size and redirects.
 * Refuses hosts that resolve to private addresses, on every hop, unless `allowPrivate` says otherwise.
 * Rejects with a BrokerError for any status but 2xx and a NetworkError when nothing usable came back.
 */
export const download = async (url: string, options: DownloadOptions = {}): Promise<Download> => {
  const first = httpUrl(url, 'The address')
  let current = first
  for (let left = options.maxRedirects ?? 5; ; left--) {
    const reply = await hop(current, current.origin === first.origin, options)
    const next = nextHop(reply, current, first, left)
    if (next === undefined) return document(reply, current)
    current = next
  }
}
