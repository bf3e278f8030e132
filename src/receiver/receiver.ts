import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../errors.js'
import { createByteBudget } from './byte-budget.js'
import { guardConnections } from './connection-guard.js'
import { createListener, type NotificationListener, secretDigest } from './listener.js'
import type { Notification } from './notification.js'
import { createWaitingRoom } from './waiting-room.js'

export type { NotificationListener } from './listener.js'

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
  /** Notifications of one subscription that may wait for the handler; beyond, the broker gets 503. @default 1000 */
  readonly maxQueue?: number | undefined
  /** Bytes that all bodies coming in and all waiting notifications may take; beyond, the broker gets 503. @default 67108864 (64 MiB) */
  readonly maxMemory?: number | undefined
  /** Open connections; for one more, the oldest that never brought a notification is cut. @default 1000 */
  readonly maxConnections?: number | undefined
  /** PEM texts, for https. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined
  /** Called for one notification of a subscription after the other; without it, iterate the receiver. */
  readonly onNotification?: ((notification: Notification) => void | Promise<void>) | undefined
  /** Told when the handler throws. */
  readonly onError?: ((error: unknown, notification: Notification) => void) | undefined
  /** Told each time that a notification was answered 503 because there was no room, read or not. */
  readonly onOverflow?: (() => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** What came in so far. */
export interface ReceiverCounts {
  readonly received: number
  /** Refused: wrong method, path or secret, no JSON, too large. */
  readonly refused: number
  /** Answered 503 because there was no room. */
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

/** A receiver without a server of its own; without a handler it is iterated. */
export interface MountableReceiver extends AsyncIterable<Notification> {
  /** To be mounted in express, fastify (raw), hono on Node or a node server at the chosen path. */
  readonly listener: NotificationListener
  readonly counts: () => ReceiverCounts
  /** Takes nothing new, waits until what is there is handled. */
  readonly close: () => Promise<void>
}

interface Core extends MountableReceiver {
  readonly onGood: (take: (request: IncomingMessage) => void) => void
}

const createCore = (options: ReceiveOptions): Core => {
  checkOptions(options)
  const { path = '/notify', secret, maxBytes = 16 * 1024 * 1024, maxQueue = 1000 } = options
  const counts = { received: 0, refused: 0, overflowed: 0 }
  const budget = createByteBudget(options.maxMemory ?? 64 * 1024 * 1024)
  const room = createWaitingRoom({ ...options, maxQueue, budget })
  let good: (request: IncomingMessage) => void = () => undefined
  const listener = createListener({
    path,
    secret: secret === undefined ? undefined : secretDigest(secret),
    maxBytes,
    budget,
    accept: room.enter,
    count: (kind) => {
      counts[kind] += 1
      if (kind === 'overflowed') options.onOverflow?.()
    },
    onGood: (request) => good(request),
  })
  return {
    listener,
    counts: () => ({ ...counts, waiting: room.waiting() }),
    close: room.close,
    onGood: (take) => {
      good = take
    },
    async *[Symbol.asyncIterator]() {
      for (let item = await room.take(); item !== undefined; item = await room.take()) yield item
    },
  }
}

/** Makes a receiver to mount in a server that is there already; host, port and tls are that server's. */
export const mountReceiver = (options: ReceiveOptions = {}): MountableReceiver => {
  const { onGood: _onGood, ...receiver } = createCore(options)
  return receiver
}

const createListeningServer = ({ tls }: ReceiveOptions, listener: NotificationListener): Server => {
  // Header and slow-sender limits: a notification is small and a broker on the same network is quick.
  const limits = {
    maxHeaderSize: 65_536,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    connectionsCheckingInterval: 1000,
  }
  const server =
    tls === undefined
      ? createServer(limits, listener)
      : createTlsServer({ ...tls, ...limits, handshakeTimeout: 10_000 }, listener)
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
  })
  return server
}

/**
 * Starts a receiver of notifications: answers each at once, hands them on one after the other from a bounded queue.
 * Rejects with a UsageError when the port is taken.
 */
export const receive = async (options: ReceiveOptions = {}): Promise<Receiver> => {
  const { host = '127.0.0.1', port = 0, path = '/notify', tls, signal, maxConnections = 1000 } = options
  const { listener, onGood, close: closeCore, ...core } = createCore(options)
  const server = createListeningServer(options, listener)
  const guard = guardConnections(server, tls !== undefined, maxConnections)
  onGood(({ socket }) => guard.trust(socket))
  await listen(server, host, port)
  const address = server.address() as AddressInfo
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    signal?.removeEventListener('abort', onAbort)
    const ended = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const patience = setTimeout(() => server.closeAllConnections(), 2000)
    await ended
    clearTimeout(patience)
    await closeCore()
  }
  const close = (): Promise<void> => {
    closing ??= end()
    return closing
  }
  const onAbort = (): void => void close()
  signal?.addEventListener('abort', onAbort, { once: true })
  return {
    ...core,
    url: `${tls === undefined ? 'http' : 'https'}://${shown}:${address.port}${path}`,
    port: address.port,
    close,
    [Symbol.asyncDispose]: close,
  }
}
