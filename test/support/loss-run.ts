import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { Container, containerId } from './container.js'
import { seeded } from './fault-proxy.js'
import { rawEntities } from './raw-broker.js'

/** What one seed led to. */
export interface LossResult {
  readonly seed: number
  readonly changes: number
  readonly dropped: number
  readonly delivered: number
  readonly reconciled: number
  /** Sentences on what differs between the consumer's picture and the broker; empty when nothing does. */
  readonly wrong: readonly string[]
}

interface Relay {
  readonly url: string
  target: string
  dropped: number
  readonly settle: () => Promise<void>
  readonly close: () => Promise<void>
}

/** A relay before the receiver that drops 30 %, doubles 10 % and delays 10 % of the notifications. */
const startRelay = async (seed: number): Promise<Relay> => {
  const random = seeded(seed)
  const running = new Set<Promise<unknown>>()
  const relay = { url: '', target: '', dropped: 0 }
  const pass = (body: string, headers: Record<string, string>, waitMs: number): void => {
    const work: Promise<unknown> = new Promise((done) => setTimeout(done, waitMs))
      .then(() => fetch(relay.target, { method: 'POST', body, headers }))
      .catch(() => undefined)
      .finally(() => running.delete(work))
    running.add(work)
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      response.writeHead(200, { 'Content-Length': '0' }).end()
      const secret = request.headers['x-city-context-secret']
      const headers = { 'Content-Type': 'application/json', 'X-City-Context-Secret': String(secret) }
      const body = Buffer.concat(chunks).toString()
      const chance = random()
      if (chance < 0.3) relay.dropped += 1
      else {
        pass(body, headers, chance < 0.4 ? 20 : 0)
        if (chance > 0.9) pass(body, headers, 1)
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  relay.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`
  return Object.assign(relay, {
    settle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  })
}

/** Changes entities at random while notifications get lost, then compares the consumer's picture with the broker. */
export const runLoss = async (seed: number, changes: number, reconcile = true): Promise<LossResult> => {
  const random = seeded(seed * 7919)
  const broker = await startBroker({ port: 0 })
  const relay = await startRelay(seed)
  const writer = await connect(broker.url)
  const reader = await connect(broker.url)
  const picture = new Map<string, number>()
  const highest = new Map<string, number>()
  const wrong: string[] = []
  const live = await reader.subscribe(
    Container,
    { name: `loss ${seed}`, endpoint: relay.url, reconcileSeconds: 0 },
    ({ id, entity, kind }) => {
      if (kind === 'deleted') {
        picture.delete(id)
        return
      }
      const serial = entity.serialNumber ?? 0
      if (serial < (highest.get(id) ?? 0)) wrong.push(`${id} went back from ${highest.get(id)} to ${serial}`)
      highest.set(id, Math.max(serial, highest.get(id) ?? 0))
      picture.set(id, serial)
    },
  )
  // The receiver is known only now: the relay hands on to it.
  relay.target = live.status().receiver
  for (let n = 1; n <= changes; n++) {
    const id = containerId(Math.floor(random() * 50))
    if (random() < 0.05) await writer.delete(id).catch(() => undefined)
    else
      await writer.upsert(Container, [{ id, fillingLevel: random(), serialNumber: n }], { validate: false })
    if (reconcile && n % 500 === 0) await live.reconcile('recent')
  }
  await relay.settle()
  if (reconcile) await live.reconcile('all')
  for (let tries = 0; tries < 200 && live.status().waiting > 0; tries++)
    await new Promise((done) => setTimeout(done, 10))
  const stored = await rawEntities(broker.url, 'Container')
  for (const [id, entity] of stored)
    if (picture.get(id) !== entity['serialNumber'])
      wrong.push(`${id} is ${entity['serialNumber']} in the broker and ${picture.get(id)} in the picture`)
  for (const id of picture.keys()) if (!stored.has(id)) wrong.push(`${id} is gone and still in the picture`)
  const { delivered, reconciled } = live.status()
  await reader.close()
  await writer.close()
  await relay.close()
  await broker.close()
  return { seed, changes, dropped: relay.dropped, delivered, reconciled, wrong }
}
