import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import type { TransportOptions } from '../../src/http/request-spec.js'
import { createTransport, type Transport } from '../../src/http/transport.js'

const listen = async (server: Server | ReturnType<typeof createSocketServer>): Promise<string> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Servers and transports of the tests of a file, closed after each test; call it at the top. */
export interface HttpTests {
  /** A transport without waits between repetitions; the nock host unless another is given. */
  readonly transport: (options?: Partial<TransportOptions>) => Transport
  readonly serve: (listener: RequestListener) => Promise<string>
  /** A server that answers each connection with raw bytes. */
  readonly serveBytes: (answer: (socket: Socket, request: string) => void) => Promise<string>
}

/** Makes them. */
export const httpTests = (): HttpTests => {
  const closers: (() => void)[] = []
  afterEach(() => {
    for (const close of closers.splice(0)) close()
  })
  return {
    transport: (options = {}) => {
      const made = createTransport({
        baseUrl: 'http://broker.example:1026',
        retry: { random: () => 0 },
        ...options,
      })
      closers.push(made.close)
      return made
    },
    serve: (listener) => {
      const server = createServer(listener)
      closers.push(() => {
        server.closeAllConnections()
        server.close()
      })
      return listen(server)
    },
    serveBytes: (answer) => {
      const sockets = new Set<Socket>()
      const server = createSocketServer((socket) => {
        sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('data', (bytes) => answer(socket, bytes.toString()))
      })
      closers.push(() => {
        for (const socket of sockets) socket.destroy()
        server.close()
      })
      return listen(server)
    },
  }
}

/** What a promise rejects with. */
export const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('it did not reject')
    },
    (error: unknown) => error,
  )
