import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import { UsageError } from '../errors.js'
import { isLoopbackHost } from '../http/address.js'
import { createBroker, type EmbeddedBrokerOptions } from './broker.js'
import { ProblemError } from './problem-error.js'
import { problemResponse } from './response.js'

/** How `startBroker` listens and behaves. */
export interface BrokerOptions extends EmbeddedBrokerOptions {
  /** @default 0, a free port */
  readonly port?: number | undefined
  /** @default '127.0.0.1', reached from this machine only */
  readonly host?: string | undefined
  /** Stops the broker when aborted. */
  readonly signal?: AbortSignal | undefined
}

/** A running broker. */
export interface RunningBroker {
  /** Where it answers, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Resolves when every notification so far has been sent or given up. */
  readonly idle: () => Promise<void>
  /** Answers what is being asked, sends what waits, then stops. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** A path with a segment that URL parsers would take for "here" or "one up", and so for another resource. */
const hasDotSegment = (url: string): boolean =>
  /\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(url.split('?', 1)[0] ?? '')

const dotSegment = new ProblemError('BadRequestData', 'a path segment must not be "." or ".."')

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new UsageError(
              `port ${port} on ${host} is in use; stop what listens there, or choose another port (0: any free one)`,
            )
          : new UsageError(`the broker cannot listen on ${host}:${port}: ${error.message}`),
      ),
    )
    server.listen(port, host, resolve)
  })

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // A client that keeps its request open must not keep the broker running.
    setTimeout(() => server.closeAllConnections(), 3000).unref()
  })

/**
 * Starts an NGSI-LD broker in this process. Rejects with a UsageError where the port is in use or an option is wrong.
 * @example const broker = await startBroker(); const city = await connect(broker.url)
 */
export const startBroker = async (options: BrokerOptions = {}): Promise<RunningBroker> => {
  const { port = 0, host = '127.0.0.1', signal, ...rest } = options
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`port must be 0 to 65535, not ${port}`)
  signal?.throwIfAborted()
  const broker = await createBroker({
    ...rest,
    allowPrivateReceivers: rest.allowPrivateReceivers ?? isLoopbackHost(host),
  })
  // DELETE …/attrs/.. would delete the entity; the parsed URL no longer shows what was sent (CIM 009 6.3.2).
  const answer = async (request: Request, { incoming }: HttpBindings | Http2Bindings): Promise<Response> =>
    hasDotSegment(incoming.url ?? '') ? problemResponse(dotSegment, undefined) : broker.fetch(request)
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }))
  await listen(server, port, host)
  const address = server.address() as AddressInfo
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    closed ??= closeServer(server).then(broker.close)
    return closed
  }
  signal?.addEventListener('abort', () => void close(), { once: true })
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    idle: broker.idle,
    close,
    [Symbol.asyncDispose]: close,
  }
}
