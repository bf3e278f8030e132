import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../errors.js'
import { type Notification, readNotification } from './notification.js'
import { createQueue, type Queue } from './queue.js'

/** The header that carries the secret; a subscription names it in its receiverInfo. */
export const secretHeader = 'X-City-Context-Secret'

/** How notifications are received. */
export interface ReceiveOptions {
  /** @default '127.0.0.1' */
  readonly host?: string | undefined
  /** 0 chooses a free one. @default 0 */
  readonly port?: number | undefined
  /** @default '/notify' */
  readonly path?: string | undefined
  /** Requests without it in the X-City-Context-Secret header are refused. */
  readonly secret?: string | undefined
  /** Largest body in bytes. @default 16777216 (16 MiB) */
  readonly maxBytes?: number | undefined
  /** Notifications that may wait for the handler; beyond, the broker gets 503. @default 1000 */
  readonly maxQueue?: number | undefined
  /** PEM texts, for https. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined
  /** Called for one notification after the other; without it, iterate the receiver. */
  readonly onNotification?: ((notification: Notification) => void | Promise<void>) | undefined
  /** Told when the handler throws. */
  readonly onError?: ((error: unknown, notification: Notification) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What came in so far. */
export interface ReceiverCounts {
  readonly received: number
  /** Refused: wrong method, path or secret, no JSON, too large. */
  readonly refused: number
  /** Answered 503 because the queue was full. */
  readonly overflowed: number
  readonly waiting: number
}

/** A running receiver; without a handler it is iterated. */
export interface Receiver extends AsyncIterable<Notification> {
  /** Where brokers on this machine reach it. */
  readonly url: string
  readonly port: number
  readonly counts: () => ReceiverCounts
  /** Takes nothing new, waits until what is there is handled. */
  readonly close: () => Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** Handles one request of a broker; for express, fastify (raw) and node servers. */
export type NotificationListener = (request: IncomingMessage, response: ServerResponse) => void

interface Intake {
  readonly path: string | undefined
  readonly secret: Buffer | undefined
  readonly maxBytes: number
  readonly accept: (notification: Notification) => boolean
  readonly count: (kind: 'received' | 'refused' | 'overflowed') => void
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const answer = (response: ServerResponse, status: number, close = false): void => {
  // Orion-LD (mongoc) searches the text "Content-Length:" with these capitals and fails any reply without it.
  response.writeHead(status, { 'Content-Length': '0', ...(close ? { Connection: 'close' } : {}) })
  response.end()
}

const isSecretRight = (intake: Intake, request: IncomingMessage): boolean => {
  if (intake.secret === undefined) return true
  const given = request.headers[secretHeader.toLowerCase()]
  return typeof given === 'string' && timingSafeEqual(digest(given), intake.secret)
}

/** Orion-LD appends `?subscriptionId=` even to an address that has a query already. */
const subscriptionIn = (url: string): string | undefined => {
  const found = /[?&]subscriptionId=([^&?]*)/.exec(url)?.[1]
  try {
    return found === undefined ? undefined : decodeURIComponent(found)
  } catch {
    return undefined
  }
}

const refusalOf = (intake: Intake, request: IncomingMessage): number | undefined => {
  const [path] = (request.url ?? '').split('?')
  if (intake.path !== undefined && path !== intake.path) return 404
  if (request.method !== 'POST') return 405
  if (!isSecretRight(intake, request)) return 401
  return Number(request.headers['content-length'] ?? 0) > intake.maxBytes ? 413 : undefined
}

const parse = (body: Buffer, request: IncomingMessage): Notification | undefined => {
  try {
    return readNotification(
      JSON.parse(body.toString('utf8')),
      request.headers,
      subscriptionIn(request.url ?? ''),
    )
  } catch {
    return undefined
  }
}

const finish = (intake: Intake, request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
  const notification = parse(body, request)
  if (notification === undefined) {
    intake.count('refused')
    answer(response, 400)
    return
  }
  const taken = intake.accept(notification)
  intake.count(taken ? 'received' : 'overflowed')
  // 200, not 204 or 202: Stellio counts only that as success. It leaves before any handler runs.
  answer(response, taken ? 200 : 503)
}

const listener =
  (intake: Intake): NotificationListener =>
  (request, response) => {
    const refusal = refusalOf(intake, request)
    if (refusal !== undefined) {
      intake.count('refused')
      answer(response, refusal, true)
      request.resume()
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    request.on('error', () => undefined)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= intake.maxBytes) chunks.push(chunk)
      else if (!response.headersSent) {
        chunks.length = 0
        intake.count('refused')
        answer(response, 413, true)
        response.once('finish', () => request.destroy())
      }
    })
    request.on('end', () => {
      if (!response.headersSent) finish(intake, request, response, Buffer.concat(chunks))
    })
  }

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UsageError(`Port ${port} on ${host} is in use; choose another, or 0 for a free one`)
          : error,
      ),
    )
    server.listen(port, host, resolve)
  })

const checkOptions = (options: ReceiveOptions): void => {
  const { path = '/notify', port = 0, secret } = options
  if (!path.startsWith('/') || /[?#\s]/.test(path))
    throw new UsageError(`path must start with "/" and have no query; got "${path}"`)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`port must be 0 to 65535; got ${port}`)
  if (secret !== undefined && !/^[\x21-\x7e]+$/.test(secret))
    throw new UsageError('secret must be a text that a header can carry')
}

/** A receiver without a server of its own. */
export interface MountableReceiver {
  /** To be mounted in express, fastify or a node server at the chosen path. */
  readonly listener: NotificationListener
  readonly queue: Queue<Notification>
  readonly counts: () => ReceiverCounts
}

/** Makes a receiver to mount in a server that is there already. */
export const mountReceiver = (options: ReceiveOptions = {}): MountableReceiver => {
  checkOptions(options)
  const queue = createQueue<Notification>(options.maxQueue ?? 1000)
  const counts = { received: 0, refused: 0, overflowed: 0 }
  const intake: Intake = {
    path: options.path ?? '/notify',
    secret: options.secret === undefined ? undefined : digest(options.secret),
    maxBytes: options.maxBytes ?? 16 * 1024 * 1024,
    accept: queue.push,
    count: (kind) => {
      counts[kind] += 1
    },
  }
  return {
    queue,
    listener: listener(intake),
    counts: (): ReceiverCounts => ({ ...counts, waiting: queue.size() }),
  }
}

async function* iterate(take: () => Promise<Notification | undefined>): AsyncGenerator<Notification> {
  for (let item = await take(); item !== undefined; item = await take()) yield item
}

const work = async (
  take: () => Promise<Notification | undefined>,
  options: ReceiveOptions,
): Promise<void> => {
  const { onNotification } = options
  if (onNotification === undefined) return
  for await (const notification of iterate(take)) {
    try {
      await onNotification(notification)
    } catch (error) {
      options.onError?.(error, notification)
    }
  }
}

/**
 * Starts a receiver of notifications: answers each at once, hands them on one after the other from a bounded queue.
 * Rejects with a UsageError when the port is taken.
 */
export const receive = async (options: ReceiveOptions = {}): Promise<Receiver> => {
  const { host = '127.0.0.1', port = 0, path = '/notify', tls, signal } = options
  const { queue, listener: onRequest, counts } = mountReceiver(options)
  // Header and slow-sender limits: a notification is small and a broker on the same network is quick.
  const limits = {
    maxHeaderSize: 65_536,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 5000,
  }
  const server =
    tls === undefined ? createServer(limits, onRequest) : createTlsServer({ ...tls, ...limits }, onRequest)
  server.maxConnections = 1024
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  })
  await listen(server, host, port)
  const working = work(queue.take, options)
  const address = server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', onAbort)
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const patience = setTimeout(() => server.closeAllConnections(), 2000)
    await ended
    clearTimeout(patience)
    queue.close()
    await working
  }
  const onAbort = (): void => void close()
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${shown}:${address.port}${path}`,
    port: address.port,
    counts,
    close,
    [Symbol.asyncDispose]: close,
    [Symbol.asyncIterator]: () => iterate(queue.take),
  }
}
