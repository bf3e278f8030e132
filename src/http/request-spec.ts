import type { Tls } from './agents.js'
import type { Auth } from './auth.js'
import type { BreakerOptions } from './breaker.js'
import type { RetryOptions } from './retry.js'
import type { QueryParameters } from './url.js'

/** What a hook is told about one attempt; no header and no body, so that no secret reaches a log. */
export interface ExchangeTrace {
  readonly requestId: string
  readonly method: string
  readonly url: string
  readonly attempt: number
  readonly elapsedMs: number
  readonly sentBytes: number
  readonly receivedBytes: number
  /** Undefined when nothing usable came back. */
  readonly status?: number | undefined
  readonly error?: string | undefined
}

/** How a broker is reached. */
export interface TransportOptions {
  /** Address of the broker; a path prefix of a reverse proxy stays, a trailing `/ngsi-ld/v1` is dropped. */
  readonly baseUrl: string
  readonly tenant?: string | undefined
  readonly auth?: Auth | undefined
  /** Milliseconds for one attempt. @default 30000 */
  readonly timeoutMs?: number | undefined
  /** @default 3000 */
  readonly connectTimeoutMs?: number | undefined
  /** Largest answer in bytes. @default 67108864 (64 MiB) */
  readonly maxBytes?: number | undefined
  /** Connections at once. @default 8 */
  readonly sockets?: number | undefined
  /** `false`: one attempt only. */
  readonly retry?: RetryOptions | false | undefined
  /** `false`: a broker that fails is asked again without pause. */
  readonly breaker?: BreakerOptions | false | undefined
  readonly tls?: Tls | undefined
  /** Address of a forward proxy, `http://user:password@proxy:3128`. The environment is not read. */
  readonly proxy?: string | undefined
  /** Headers for every request, such as a gateway's key. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Told about each attempt when it ends. */
  readonly onExchange?: ((trace: ExchangeTrace) => void) | undefined
}

/** One request to a broker. */
export interface RequestSpec {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD' | 'OPTIONS'
  /** Path below the base address, already encoded: `/ngsi-ld/v1/entities`. */
  readonly path: string
  readonly query?: QueryParameters | undefined
  /** Written as JSON. */
  readonly body?: unknown
  /** A body that is JSON text already, or its UTF-8 bytes; wins over `body`. */
  readonly text?: string | Buffer | undefined
  /** @default 'application/json' where there is a body */
  readonly contentType?: string | undefined
  /** @default 'application/json' */
  readonly accept?: string | undefined
  /** URL of the JSON-LD context, sent as Link header. */
  readonly context?: string | undefined
  /** Wins over the transport's tenant; an empty text asks for the default tenant. */
  readonly tenant?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Whether sending it twice does no harm. @default true but for POST and PATCH */
  readonly idempotent?: boolean | undefined
  /** Told when an attempt leaves: after the waits for the breaker and for a token. */
  readonly onSend?: (() => void) | undefined
  readonly retry?: RetryOptions | false | undefined
}
