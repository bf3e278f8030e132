import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBroker } from '../../src/broker/index.js'
import { containerId } from './container.js'
import { seeded } from './fault-proxy.js'
import { openBridge, type RelayCounts, startLossyRelay } from './lossy-relay.js'
import { rawEntities } from './raw-broker.js'

/** What one seed led to. */
export interface LossResult {
  readonly seed: number
  readonly seconds: number
  readonly changes: number
  readonly deleted: number
  readonly kills: number
  readonly relay: RelayCounts
  /** Lines in the consumer's log, and how many of them came from comparing. */
  readonly told: number
  readonly reconciled: number
  /** Sentences on what differs between the consumer's picture and the broker; empty when nothing does. */
  readonly wrong: readonly string[]
}

/** How a run goes. */
export interface LossOptions {
  readonly seed: number
  readonly changes: number
  readonly kills: number
  /** A consumer that is wrong on purpose never compares. @default true */
  readonly compares?: boolean | undefined
}

const consumerFile = fileURLToPath(new URL('./loss-consumer.ts', import.meta.url))

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  await new Promise((done) => server.close(done))
  return port
}

/** Starts a consumer and gives it once it listens; a start that fails (the broker is down) is repeated, as a supervisor does. */
const startConsumer = async (args: readonly string[]): Promise<ChildProcess> => {
  for (let attempt = 1; ; attempt++) {
    const child = fork(consumerFile, [...args], { execArgv: ['--import', 'tsx'], silent: true })
    let said = ''
    child.stderr?.on('data', (text) => {
      said += String(text)
    })
    const isReady = await Promise.race([
      once(child, 'message').then(() => true),
      once(child, 'exit').then(() => false),
    ])
    if (isReady) return child
    // Each attempt takes seconds: the library itself waits for a broker that does not answer.
    if (attempt >= 5) throw new Error(`the consumer does not start: ${said.slice(-2000)}`)
  }
}

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Writes by bare HTTP: the truth must not pass through the library. */
const createWriter = (url: string) => {
  const agent = new Agent({ keepAlive: true })
  const send = (method: string, path: string, body?: unknown): Promise<number> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers =
        text === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }
      const sent = request(url + path, { method, agent, headers }, (reply) => {
        reply.resume()
        reply.on('end', () => resolve(reply.statusCode ?? 0))
      })
      sent.on('error', reject)
      sent.end(text)
    })
  return {
    upsert: (id: string, serialNumber: number, fillingLevel: number) =>
      send('POST', '/ngsi-ld/v1/entityOperations/upsert?options=update', [
        {
          id,
          type: 'Container',
          serialNumber: { type: 'Property', value: serialNumber },
          fillingLevel: { type: 'Property', value: fillingLevel },
        },
      ]),
    remove: async (id: string) => (await send('DELETE', `/ngsi-ld/v1/entities/${id}`)) === 204,
    close: () => agent.destroy(),
  }
}

/** Compares the log with the broker: the last line of each entity is its state, and no line goes back. */
const compareLog = async (url: string, log: string) => {
  const picture = new Map<string, number>()
  const highest = new Map<string, number>()
  const wrong: string[] = []
  const lines = (await readFile(log, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')
  let reconciled = 0
  for (const line of lines) {
    const [id = '', serial = '', via] = line.split(' ')
    if (via === 'reconcile') reconciled += 1
    if (serial === '-') {
      picture.delete(id)
      continue
    }
    const before = highest.get(id) ?? 0
    if (Number(serial) < before) wrong.push(`${id} went back from ${before} to ${serial}`)
    highest.set(id, Math.max(before, Number(serial)))
    picture.set(id, Number(serial))
  }
  const stored = await rawEntities(url, 'Container')
  for (const [id, entity] of stored)
    if (picture.get(id) !== entity['serialNumber'])
      wrong.push(`${id} is ${entity['serialNumber']} in the broker and ${picture.get(id)} in the picture`)
  for (const id of picture.keys()) if (!stored.has(id)) wrong.push(`${id} is gone and still in the picture`)
  return { told: lines.length, reconciled, wrong }
}

/**
 * Changes entities at random while notifications get lost, the consumer is killed and the way to the broker is closed,
 * then compares what the consumer was told with the broker.
 */
export const runLoss = async (options: LossOptions): Promise<LossResult> => {
  const { seed, changes, kills, compares = true } = options
  const started = performance.now()
  const random = seeded(seed * 7919)
  const folder = await mkdtemp(join(tmpdir(), 'loss-'))
  const log = join(folder, 'told.log')
  const broker = await startBroker({ port: 0, history: 0 })
  const bridge = await openBridge(Number(new URL(broker.url).port))
  const port = await freePort()
  const relay = await startLossyRelay(`http://127.0.0.1:${port}/notify`, seed)
  const writer = createWriter(broker.url)
  const state = compares ? join(folder, 'state.json') : '-'
  const args = [bridge.url, String(port), relay.url, state, log]
  let consumer: Promise<ChildProcess> = startConsumer(args)
  await consumer
  let deleted = 0
  const killEvery = Math.floor(changes / (kills + 1))
  const downAt = Math.floor(changes * 0.45)
  for (let n = 1; n <= changes; n++) {
    const id = containerId(Math.floor(random() * 100))
    if (random() < 0.05) deleted += (await writer.remove(id)) ? 1 : 0
    else await writer.upsert(id, n, random())
    if (n % killEvery === 0 && n / killEvery <= kills) {
      const child = await consumer
      await kill(child)
      // It starts again while changes go on.
      consumer = startConsumer(args)
      consumer.catch(() => undefined)
    }
    if (n === downAt) {
      relay.setDown(true)
      bridge.down()
    }
    if (n === downAt + Math.ceil(changes / 20)) {
      await bridge.up()
      relay.setDown(false)
    }
  }
  const last = await consumer
  await relay.settle()
  const done = once(last, 'message')
  last.send('compare')
  await done
  const result = await compareLog(broker.url, log)
  writer.close()
  await relay.close()
  bridge.down()
  await broker.close()
  await rm(folder, { recursive: true, force: true })
  const seconds = (performance.now() - started) / 1000
  return { seed, seconds, changes, deleted, kills, relay: relay.counts, ...result }
}
