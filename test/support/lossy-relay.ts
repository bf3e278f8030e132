import { createServer, request as httpRequest } from 'node:http'
import {
  type AddressInfo,
  createServer as createTcpServer,
  connect as openSocket,
  type Socket,
} from 'node:net'
import { seeded } from './fault-proxy.js'

/** What a relay did to notifications. */
export interface RelayCounts {
  passed: number
  dropped: number
  doubled: number
  reordered: number
  delayed: number
  deletions: number
}

/** A relay before a receiver that loses, doubles, reorders and delays notifications; deletions it never passes on. */
export interface LossyRelay {
  readonly url: string
  readonly counts: RelayCounts
  /** While down, everything is lost and answered 503. */
  readonly setDown: (isDown: boolean) => void
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

const post = (target: string, body: string, headers: Record<string, string>): Promise<void> =>
  new Promise((resolve) => {
    const sent = httpRequest(target, { method: 'POST', headers }, (reply) => {
      reply.resume()
      reply.on('end', resolve)
    })
    // A receiver that was just killed loses what is on its way: that is the point.
    sent.on('error', () => resolve())
    sent.end(body)
  })

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Starts a relay: 30 % dropped, 10 % doubled, 10 % handed on after the ones that follow, 10 % late. */
export const startLossyRelay = async (target: string, seed: number): Promise<LossyRelay> => {
  const random = seeded(seed)
  const running = new Set<Promise<unknown>>()
  const held: (() => void)[] = []
  const counts = { passed: 0, dropped: 0, doubled: 0, reordered: 0, delayed: 0, deletions: 0 }
  let isDown = false
  const pass = (body: string, headers: Record<string, string>, waitMs: number): void => {
    const work: Promise<unknown> = later(waitMs)
      .then(() => post(target, body, headers))
      .finally(() => running.delete(work))
    running.add(work)
  }
  const release = (): void => {
    for (const send of held.splice(0)) send()
  }
  const relay = (body: string, headers: Record<string, string>): void => {
    const chance = random()
    if (body.includes('"deletedAt"')) {
      counts.deletions += 1
      return
    }
    if (chance < 0.3) {
      counts.dropped += 1
      return
    }
    counts.passed += 1
    if (chance < 0.4) {
      counts.reordered += 1
      held.push(() => pass(body, headers, 0))
      if (held.length > 3) release()
      return
    }
    if (chance < 0.5) counts.delayed += 1
    pass(body, headers, chance < 0.5 ? random() * 200 : 0)
    if (chance > 0.9) {
      counts.doubled += 1
      pass(body, headers, random() * 50)
    }
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(isDown ? 503 : 200, { 'Content-Length': '0' }).end()
      if (isDown) counts.dropped += 1
      else
        relay(Buffer.concat(chunks).toString(), {
          'Content-Type': 'application/json',
          'X-City-Context-Secret': String(request.headers['x-city-context-secret']),
        })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    counts,
    setDown: (value) => {
      isDown = value
    },
    settle: async () => {
      release()
      while (running.size > 0) await Promise.all(running)
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** A way to a broker that can be closed and opened again on the same port. */
export interface Bridge {
  readonly url: string
  readonly down: () => void
  readonly up: () => Promise<void>
}

/** Opens a bridge to a port of this machine. */
export const openBridge = async (target: number): Promise<Bridge> => {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    const other = openSocket(target, '127.0.0.1')
    for (const one of [socket, other]) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        socket.destroy()
        other.destroy()
      })
    }
    socket.pipe(other).pipe(socket)
  })
  const listen = (port: number): Promise<void> =>
    new Promise((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    up: () => listen(port),
    down: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
