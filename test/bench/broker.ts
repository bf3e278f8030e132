import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'undici'
import { compileQuery, findCandidates } from '../../src/broker/entity-query.js'
import { createEntityStore } from '../../src/broker/entity-store.js'
import { createBroker, startBroker } from '../../src/broker/index.js'
import { readParameters } from '../../src/broker/parameters.js'
import { queryFromParameters } from '../../src/broker/query-parameters.js'
import { readQuery } from '../../src/broker/query-request.js'
import type { StoredEntity } from '../../src/broker/stored-entity.js'
import { coreContext, expandEntity } from '../../src/ngsi/context.js'
import type { JsonObject } from '../../src/ngsi/entity.js'
import { evaluateGeo } from '../../src/query/geo-evaluate.js'
import { type MeasuredProcess, startMeasured } from './measured-process.js'

/** An entity of 10 attributes as registers have them. */
const entity = (n: number, version = 0): JsonObject => ({
  id: `urn:ngsi-ld:Streetlight:bench:${n}`,
  type: 'Streetlight',
  name: { type: 'Property', value: `Lamp ${n}` },
  power: { type: 'Property', value: (n * 7 + version) % 400, unitCode: 'WTT' },
  level: { type: 'Property', value: n, observedAt: '2026-11-23T10:00:00Z' },
  status: { type: 'Property', value: n % 10 === 0 ? 'defective' : 'ok' },
  location: {
    type: 'GeoProperty',
    value: { type: 'Point', coordinates: [5 + (n % 1000) * 0.01, 51 + Math.floor(n / 1000) * 0.01] },
  },
  address: {
    type: 'Property',
    value: { streetAddress: `Dorpsstraat ${n}`, addressLocality: 'Voorbeeldstad' },
  },
  installed: { type: 'Property', value: '2019-04-01' },
  refPole: { type: 'Relationship', object: `urn:ngsi-ld:Pole:${n}` },
  description: { type: 'Property', value: 'A lamp of the municipal register' },
  dataProvider: { type: 'Property', value: 'https://voorbeeldstad.example' },
})

const batches = (total: number, size: number, version = 0): string[] =>
  Array.from({ length: total / size }, (_, batch) =>
    JSON.stringify(Array.from({ length: size }, (_, n) => entity(batch * size + n, version))),
  )

const row = (what: string, value: string, goal: string): void =>
  console.log(`${what.padEnd(58)} ${value.padEnd(26)} ${goal}`)

const send = async (pool: Pool, path: string, body: string): Promise<void> => {
  const { statusCode, body: answer } = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  await answer.dump()
  if (statusCode >= 400) throw new Error(`status ${statusCode}`)
}

/** CPU microseconds that a server spends on bodies, by its own account. */
const cpuOf = async (server: MeasuredProcess, path: string, bodies: readonly string[]): Promise<number> => {
  const pool = new Pool(server.url, { connections: 2 })
  const before = await server.cpu()
  for (const body of bodies) await send(pool, path, body)
  const used = (await server.cpu()) - before
  await pool.close()
  return used
}

const bareCost = async (bodies: readonly string[], path: string): Promise<{ sink: number; bare: number }> => {
  const costs: number[] = []
  for (const kind of ['sink', 'map']) {
    const server = await startMeasured('bare-server.ts', [kind])
    await cpuOf(server, path, bodies)
    costs.push(await cpuOf(server, path, bodies))
    await server.end()
  }
  return { sink: costs[0] ?? 0, bare: costs[1] ?? 0 }
}

const upsertPath = '/ngsi-ld/v1/entityOperations/upsert?options=update'

const brokerCost = async (
  { file = '', history = 0 }: { readonly file?: string; readonly history?: number },
  bodies: readonly (readonly string[])[],
  path: string,
  prepare?: (url: string) => Promise<void>,
): Promise<number> => {
  const server = await startMeasured('../broker/serve-file.ts', [file, String(history)])
  await cpuOf(server, path, bodies[0] ?? [])
  await prepare?.(server.url)
  const cost = await cpuOf(server, path, bodies[1] ?? [])
  await server.end()
  return cost
}

const buildIndexes = async (url: string): Promise<void> => {
  for (const query of [
    'q=level==5',
    'q=power>399',
    'georel=near;maxDistance==10&geometry=Point&coordinates=[5,51]',
  ])
    await (await fetch(`${url}/ngsi-ld/v1/entities?type=Streetlight&${query}`)).text()
}

const subscribeMany = async (url: string): Promise<void> => {
  await buildIndexes(url)
  for (let n = 0; n < 1000; n += 1)
    await send(
      new Pool(url),
      '/ngsi-ld/v1/subscriptions',
      JSON.stringify({
        type: 'Subscription',
        entities: [{ type: n % 100 === 0 ? 'Streetlight' : `Type${n % 100}` }],
        q: 'power>100000',
        notification: { endpoint: { uri: 'http://127.0.0.1:9/none' } },
      }),
    )
}

const upserts = async (): Promise<void> => {
  const total = 20_000
  const bodies = [batches(total, 500), batches(total, 500, 1)]
  const { sink, bare } = await bareCost(bodies[1] ?? [], upsertPath)
  const report = (what: string, cost: number, goal: string): void => {
    const own = cost / total
    // The stricter ratio leaves out what reading the request costs both servers.
    const strict = (bare - sink) / (cost - sink)
    row(what, `${own.toFixed(1)} µs/entity  ${(bare / cost).toFixed(3)} (${strict.toFixed(3)})`, goal)
  }
  row(
    'bare server: read only / parse and Map',
    `${(sink / total).toFixed(1)} / ${(bare / total).toFixed(1)} µs/entity`,
    '',
  )
  const file = join(tmpdir(), `city-context-bench-${process.pid}.db`)
  const plain = await brokerCost({}, bodies, upsertPath)
  report('batch upsert, no value or place indexes', plain, '')
  const indexed = await brokerCost({}, bodies, upsertPath, buildIndexes)
  report('batch upsert, 2 value indexes and 1 place index', indexed, '≥ 0.20')
  report('… with history of 1000', await brokerCost({ history: 1000 }, bodies, upsertPath, buildIndexes), '')
  const subscribed = await brokerCost({}, bodies, upsertPath, subscribeMany)
  report(`… with 1,000 subscriptions (${(subscribed / indexed).toFixed(2)} × without)`, subscribed, '≤ 2 ×')
  report('… with a data file', await brokerCost({ file }, bodies, upsertPath, buildIndexes), '≥ 0.07')
  const started = performance.now()
  await (await startBroker({ file })).close()
  row(`recovery of ${total} entities from the file`, `${(performance.now() - started).toFixed(0)} ms`, '')
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  const singles = Array.from({ length: 5000 }, (_, n) => JSON.stringify(entity(n)))
  const later = Array.from({ length: 5000 }, (_, n) => JSON.stringify(entity(n + 10_000)))
  const single = await bareCost(singles, '/ngsi-ld/v1/entities')
  const created = await brokerCost({}, [singles, later], '/ngsi-ld/v1/entities')
  row('single create', `${(created / 5000).toFixed(1)} µs  ${(single.bare / created).toFixed(3)}`, '≥ 0.3')
}

const percentile = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)] ?? 0

const latencies = async (pool: Pool, path: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let n = 0; n < 300; n += 1) {
    const started = performance.now()
    const { body } = await pool.request({ path, method: 'GET' })
    await body.text()
    times.push(performance.now() - started)
  }
  return times.slice(50)
}

const queries: readonly (readonly [string, string])[] = [
  ['by id', '/ngsi-ld/v1/entities/urn:ngsi-ld:Streetlight:bench:500'],
  ['q=level==500', '/ngsi-ld/v1/entities?type=Streetlight&q=level==500'],
  [
    'within 500 m',
    '/ngsi-ld/v1/entities?type=Streetlight&georel=near;maxDistance==500&geometry=Point&coordinates=[5.5,51]',
  ],
]

const measured = async (total: number): Promise<readonly (readonly number[])[]> => {
  const broker = await startBroker({ history: 0 })
  const pool = new Pool(broker.url)
  for (const body of batches(total, 500)) await send(pool, upsertPath, body)
  const times: (readonly number[])[] = []
  for (const [, path] of queries) times.push(await latencies(pool, path))
  await pool.close()
  await broker.close()
  return times
}

const lookups = async (): Promise<void> => {
  const small = await measured(1000)
  const large = await measured(100_000)
  for (const [index, [name]] of queries.entries()) {
    const [a, b] = [percentile(small[index] ?? [], 0.5), percentile(large[index] ?? [], 0.5)]
    const p99 = percentile(large[index] ?? [], 0.99)
    row(
      `${name}: p50 with 1,000 / 100,000 (p99)`,
      `${a.toFixed(2)} / ${b.toFixed(2)} ms (${p99.toFixed(2)})  ${(b / a).toFixed(2)} ×`,
      '≤ 1.5 ×',
    )
  }
}

const timeOf = (times: number, work: () => unknown): number => {
  work()
  const started = performance.now()
  for (let n = 0; n < times; n += 1) work()
  return ((performance.now() - started) * 1000) / times
}

const candidates = (): void => {
  const store = createEntityStore()
  for (let n = 0; n < 100_000; n += 1)
    store.put({
      createdAt: '',
      modifiedAt: '',
      ...expandEntity(entity(n), coreContext),
    } as unknown as StoredEntity)
  const tools = { geoTest: evaluateGeo, linked: () => undefined }
  for (const text of [
    'q=level==500',
    'q=power==21..22;status=="defective"',
    'georel=near;maxDistance==500&geometry=Point&coordinates=[5.5,51]',
  ]) {
    const { query } = readQuery(queryFromParameters(readParameters(text)), coreContext, 10_000)
    const test = compileQuery(query, tools)
    const find = timeOf(200, () => [...(findCandidates(store, query)?.records() ?? [])].length)
    const scan = timeOf(3, () => [...store.records()].filter((record) => test(record.entity)).length)
    row(
      `candidates of ${text.slice(0, 40)}`,
      `${find.toFixed(0)} µs, scan ${scan.toFixed(0)} µs  1/${(scan / find).toFixed(0)}`,
      '≤ 1/50',
    )
  }
}

const memory = async (): Promise<void> => {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) {
    row('heap per entity', 'run with NODE_OPTIONS=--expose-gc', '≤ 4 ×')
    return
  }
  const total = 100_000
  collect()
  const before = process.memoryUsage().heapUsed
  const broker = await createBroker({ history: 0 })
  let bytes = 0
  for (let start = 0; start < total; start += 500) {
    const body = JSON.stringify(Array.from({ length: 500 }, (_, n) => entity(start + n)))
    bytes += body.length
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }
    await broker.fetch(new Request(`http://b${upsertPath}`, { method: 'POST', headers, body }))
  }
  for (const query of [
    'q=level==5',
    'q=power>399',
    'georel=near;maxDistance==10&geometry=Point&coordinates=[5,51]',
  ])
    await broker.fetch(new Request(`http://b/ngsi-ld/v1/entities?type=Streetlight&${query}`))
  collect()
  const used = process.memoryUsage().heapUsed - before
  row(
    'heap per entity against its JSON text',
    `${(used / total).toFixed(0)} / ${(bytes / total).toFixed(0)} bytes  ${(used / bytes).toFixed(2)} ×`,
    '≤ 4 ×',
  )
  await broker.close()
}

/** Prints the numbers of the embedded broker as a table. */
export const run = async (): Promise<void> => {
  const started = performance.now()
  await (await startBroker()).close()
  row('startBroker() with an empty store', `${(performance.now() - started).toFixed(0)} ms`, '≤ 100 ms')
  await upserts()
  candidates()
  await memory()
  await lookups()
}
