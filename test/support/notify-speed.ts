import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { exchange } from '../../src/http/exchange.js'
import { Container, containerId } from './container.js'

/** Notifications per second, and what arrived. */
export interface SpeedResult {
  readonly changes: number
  readonly livePerSecond: number
  /** A loop over node:http. */
  readonly barePerSecond: number
  /** The same loop through the HTTP client that the broker sends with. */
  readonly axiosPerSecond: number
  readonly delivered: number
  /** Entities whose values came in another order than they were written. */
  readonly outOfOrder: number
  readonly readBack: number
}

const listening = async (
  take: (body: string) => void,
): Promise<{ readonly port: number; readonly close: () => void }> => {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      take(Buffer.concat(chunks).toString())
      response.writeHead(200, { 'Content-Length': '0' }).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

type Send = (port: number, agent: Agent, body: string) => Promise<unknown>

const headersOf = (body: string): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Content-Length': String(Buffer.byteLength(body)),
})

const sendPlain: Send = (port, agent, body) =>
  new Promise((resolve, reject) => {
    const where = { port, host: '127.0.0.1', method: 'POST', path: '/', headers: headersOf(body), agent }
    const sent = request(where, (reply) => {
      reply.resume()
      reply.on('end', resolve)
    })
    sent.on('error', reject)
    sent.end(body)
  })

const sendByAxios: Send = (port, agent, body) =>
  exchange({
    method: 'POST',
    url: `http://127.0.0.1:${port}/`,
    headers: headersOf(body),
    body,
    timeoutMs: 5000,
    maxBytes: 65_536,
    httpAgent: agent,
    httpsAgent,
  })

const httpsAgent = new HttpsAgent()

/** Posts bodies one after the other over one connection to a server that parses them: what HTTP costs here. */
const barePosts = async (bodies: readonly string[], send: Send): Promise<number> => {
  let parsed = 0
  const server = await listening((body) => {
    parsed += (JSON.parse(body) as { data: unknown[] }).data.length
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const started = performance.now()
  for (const body of bodies) await send(server.port, agent, body)
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  server.close()
  if (parsed !== bodies.length) throw new Error('the bare loop lost bodies')
  return bodies.length / seconds
}

const post = (url: string, path: string, body: unknown): Request => {
  const text = JSON.stringify(body)
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }
  return new Request(`${url}/ngsi-ld/v1${path}`, { method: 'POST', headers, body: text })
}

const upsertRequest = (url: string, n: number): Request =>
  post(url, '/entityOperations/upsert?options=update', [
    {
      id: containerId(n % 100),
      type: 'Container',
      serialNumber: { type: 'Property', value: n },
      fillingLevel: { type: 'Property', value: (n % 97) / 97 },
    },
  ])

/** The bodies that the broker sends for such changes, recorded once. */
const recordBodies = async (changes: number): Promise<readonly string[]> => {
  const bodies: string[] = []
  const server = await listening((body) => bodies.push(body))
  const broker = await createBroker({ history: 0 })
  const at = 'http://broker.invalid'
  await broker.fetch(
    post(at, '/subscriptions', {
      type: 'Subscription',
      entities: [{ type: 'Container' }],
      notification: { sysAttrs: true, endpoint: { uri: `http://127.0.0.1:${server.port}/` } },
    }),
  )
  for (let n = 1; n <= changes; n++) await broker.fetch(upsertRequest(at, n))
  await broker.idle()
  await broker.close()
  server.close()
  return bodies
}

/** Broker to receiver to handler in rounds, each beside a bare loop of the same bodies, so that both meet the same machine. */
export const runNotifySpeed = async (changes: number, rounds: number): Promise<readonly SpeedResult[]> => {
  const bodies = await recordBodies(changes)
  const results: SpeedResult[] = []
  for (let round = 0; round < rounds; round++)
    results.push({
      ...(await liveRound(changes)),
      barePerSecond: await barePosts(bodies, sendPlain),
      axiosPerSecond: await barePosts(bodies, sendByAxios),
    })
  return results
}

const liveRound = async (changes: number): Promise<Omit<SpeedResult, 'barePerSecond' | 'axiosPerSecond'>> => {
  const broker = await createBroker({ history: 0 })
  const server = serve({ fetch: broker.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const city = await connect(url)
  const last = new Map<string, number>()
  let delivered = 0
  let outOfOrder = 0
  let newest = 0
  let arrived: () => void = () => undefined
  const all = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const live = await city.subscribe(Container, { name: 'speed', reconcileSeconds: 0 }, ({ id, entity }) => {
    delivered += 1
    const serial = entity.serialNumber ?? 0
    if (serial < (last.get(id) ?? 0)) outOfOrder += 1
    last.set(id, serial)
    newest = Math.max(newest, serial)
    if (newest === changes) arrived()
  })
  // Made before and written in process: what is measured is the way of a notification, not that of a write.
  const writes = Array.from({ length: changes }, (_, n) => upsertRequest(url, n + 1))
  const started = performance.now()
  for (const write of writes) await broker.fetch(write)
  await all
  const livePerSecond = changes / ((performance.now() - started) / 1000)
  const { readBack } = live.status()
  await city.close()
  await broker.close()
  server.close()
  return { changes, livePerSecond, delivered, outOfOrder, readBack }
}
