import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'undici'
import { startBroker } from '../../src/broker/index.js'
import type { UpsertOptions } from '../../src/client/upsert.js'
import { connect } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'

const entity = (n: number) => ({
  id: containerId(n),
  type: 'Container' as const,
  fillingLevel: { type: 'Property' as const, value: (n % 100) / 100, observedAt: '2026-11-23T10:00:00Z' },
  name: { type: 'Property' as const, value: `Container ${n}` },
  status: { type: 'Property' as const, value: 'open' as const },
  serialNumber: { type: 'Property' as const, value: n },
  locked: { type: 'Property' as const, value: false },
  categories: { type: 'Property' as const, value: ['glass', 'paper'] as const },
  emptiedAt: { type: 'Property' as const, value: '2026-11-20T07:00:00Z' },
  location: {
    type: 'GeoProperty' as const,
    value: { type: 'Point' as const, coordinates: [5.1, 51.5] as const },
  },
  address: { type: 'Property' as const, value: { addressLocality: 'Voorbeeldstad' } },
  refIsle: { type: 'Relationship' as const, object: 'urn:ngsi-ld:Isle:1' },
})
function* generate(count: number) {
  for (let n = 0; n < count; n++) yield entity(n)
}

/** A server that reads bodies and answers 204. */
const startSink = async (): Promise<{ readonly url: string; readonly server: Server }> => {
  const server = createServer((request, response) => {
    request.on('data', () => undefined).on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

interface Measured {
  readonly cpuMicros: number
  readonly perSecond: number
}

const measure = async (count: number, work: () => Promise<unknown>): Promise<Measured> => {
  const cpu = process.cpuUsage()
  const started = performance.now()
  await work()
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - started) / 1000
  return { cpuMicros: (used.user + used.system) / count, perSecond: Math.round(count / seconds) }
}

const bareLoop = async (url: string, count: number, size: number, concurrency: number): Promise<void> => {
  const pool = new Pool(url, { connections: concurrency })
  const post = async (batch: readonly unknown[]): Promise<void> => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/ngsi-ld/v1/entityOperations/upsert?options=update',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    })
    await body.dump()
  }
  const running = new Set<Promise<void>>()
  let batch: unknown[] = []
  const start = async (): Promise<void> => {
    const work = post(batch).finally(() => running.delete(work))
    running.add(work)
    batch = []
    if (running.size >= concurrency) await Promise.race(running)
  }
  for (const one of generate(count)) {
    batch.push(one)
    if (batch.length === size) await start()
  }
  if (batch.length > 0) await start()
  await Promise.all(running)
  await pool.close()
}

const library = async (url: string, count: number, options: UpsertOptions): Promise<void> => {
  const city = await connect(url, { dialect: 'embedded' })
  const report = await city.upsert(Container, generate(count), options)
  if (report.updated + report.created + report.written + report.unchanged !== count)
    throw new Error(JSON.stringify(report))
  await city.close()
}

const best = async (runs: number, work: () => Promise<Measured>): Promise<Measured> => {
  const all: Measured[] = []
  for (let n = 0; n < runs; n++) all.push(await work())
  return all.reduce((a, b) => (a.cpuMicros <= b.cpuMicros ? a : b))
}

const cpuTable = async (): Promise<void> => {
  const { url, server } = await startSink()
  const count = 100_000
  const bare = await best(3, () => measure(count, () => bareLoop(url, count, 200, 4)))
  const fixed = { batchSize: 200, concurrency: 4 }
  const ours = await best(3, () => measure(count, () => library(url, count, { ...fixed, validate: false })))
  const checked = await best(2, () => measure(count, () => library(url, count, fixed)))
  console.log('CPU per entity (10 attributes, 200 per batch, 4 at once, client and sink in one process)')
  for (const [name, { cpuMicros, perSecond }] of Object.entries({
    'undici loop': bare,
    'upsert, validate: false': ours,
    'upsert, validated': checked,
  }))
    console.log(
      `  ${name.padEnd(26)} ${cpuMicros.toFixed(2).padStart(7)} µs  ${String(perSecond).padStart(8)}/s  ${(cpuMicros / bare.cpuMicros).toFixed(2)} ×`,
    )
  server.close()
  server.closeAllConnections()
}

const memory = async (): Promise<void> => {
  const { url, server } = await startSink()
  globalThis.gc?.()
  const start = process.memoryUsage().rss
  const curve: number[] = []
  const city = await connect(url, { dialect: 'embedded' })
  const count = Number(process.env['UPSERT_ENTITIES'] ?? 1_000_000)
  await city.upsert(Container, generate(count), {
    validate: false,
    onProgress: () => curve.push(Math.round((process.memoryUsage().rss - start) / 2 ** 20)),
  })
  await city.close()
  const step = Math.max(1, Math.floor(curve.length / 20))
  console.log(
    `Resident growth over ${count} entities, MB: ${curve.filter((_, n) => n % step === 0).join(' ')} (largest ${Math.max(...curve)})`,
  )
  server.close()
  server.closeAllConnections()
}

const throughput = async (): Promise<void> => {
  const broker = await startBroker({ port: 0 })
  console.log(
    'Entities per second into the embedded broker in the same process, by batch size and requests at once',
  )
  console.log(`  batch ${[1, 2, 4, 8].map((n) => String(n).padStart(8)).join('')}`)
  for (const batchSize of [1, 10, 100, 200, 500, 1000]) {
    const row: string[] = []
    for (const concurrency of [1, 2, 4, 8]) {
      const count = Math.min(20_000, batchSize * 400)
      const { perSecond } = await measure(count, () =>
        library(broker.url, count, { batchSize, concurrency, validate: false }),
      )
      row.push(String(perSecond).padStart(8))
    }
    console.log(`  ${String(batchSize).padStart(5)} ${row.join('')}`)
  }
  const count = 100_000
  await library(broker.url, count, { validate: false })
  const city = await connect(broker.url)
  const { perSecond } = await measure(count, async () => {
    const report = await city.upsert(Container, generate(count), { validate: false, skipUnchanged: true })
    console.log(
      `Second run of an unchanged register of ${count}: ${report.unchanged} unchanged, ${report.updated + report.created + report.written} written`,
    )
  })
  console.log(`  ${perSecond}/s with change detection`)
  await city.close()
  await broker.close()
}

/** Prints what bulk upsert costs against a bare loop, its memory, and its throughput. */
export const run = async (): Promise<void> => {
  await cpuTable()
  await memory()
  await throughput()
}
