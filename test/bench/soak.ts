import { Pool } from 'undici'
import { startBroker } from '../../src/broker/index.js'

const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const entities = 5000

const lamp = (n: number, power: number): object => ({
  id: `urn:ngsi-ld:Lamp:${n}`,
  type: 'Lamp',
  power: { type: 'Property', value: power, observedAt: new Date().toISOString() },
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [5 + n / 1e4, 51] } },
})

type Work = readonly [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown]

const random = (limit: number): number => Math.floor(Math.random() * limit)

/** What clients of a small city do, each about as often as they do it. */
const works: readonly (() => Work)[] = [
  () => [
    'POST',
    '/entityOperations/upsert?options=update',
    Array.from({ length: 20 }, () => lamp(random(entities), random(400))),
  ],
  () => ['PATCH', `/entities/urn:ngsi-ld:Lamp:${random(entities)}/attrs`, { power: { value: random(400) } }],
  () => ['GET', `/entities/urn:ngsi-ld:Lamp:${random(entities)}`],
  () => ['GET', `/entities?type=Lamp&q=power==${random(400)}&limit=50`],
  () => [
    'GET',
    `/entities?type=Lamp&georel=near;maxDistance==500&geometry=Point&coordinates=[${5 + Math.random() / 2},51]`,
  ],
  () => ['GET', `/temporal/entities/urn:ngsi-ld:Lamp:${random(entities)}?lastN=5`],
  () => ['POST', '/entities', lamp(entities + random(500), 1)],
  () => ['DELETE', `/entities/urn:ngsi-ld:Lamp:${entities + random(500)}`],
  () => ['GET', '/entities?type=Lamp&entityMap=true&limit=10'],
  () => ['GET', '/nothing'],
]

const row = (minute: number, times: number[], failed: number): void => {
  times.sort((a, b) => a - b)
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  ;(globalThis as { gc?: () => void }).gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  const memory = `heap ${Math.round(heapUsed / 2 ** 20)} MiB, resident ${Math.round(rss / 2 ** 20)} MiB`
  console.log(
    `minute ${String(minute).padStart(2)}: ${times.length} requests, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${failed} failed; ${memory}`,
  )
}

/** Runs a mixed load for ten minutes (SOAK_MINUTES) and prints latency and memory of each minute. */
export const run = async (): Promise<void> => {
  const broker = await startBroker({ history: 20 })
  const pool = new Pool(broker.url, { connections: 4 })
  let failed = 0
  const send = async ([method, path, body]: Work): Promise<void> => {
    const { statusCode, body: answer } = await pool.request({
      method,
      path: `/ngsi-ld/v1${path}`,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    await answer.dump()
    if (statusCode >= 500) failed += 1
  }
  for (let n = 0; n < entities; n += 500)
    await send(['POST', '/entityOperations/upsert', Array.from({ length: 500 }, (_, i) => lamp(n + i, n))])
  await send([
    'POST',
    '/subscriptions',
    {
      type: 'Subscription',
      entities: [{ type: 'Lamp' }],
      q: 'power>390',
      notification: { endpoint: { uri: `${broker.url}/ngsi-ld/v1/notified` } },
    },
  ])
  let times: number[] = []
  const end = performance.now() + minutes * 60_000
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const started = performance.now()
      await send((works[random(works.length)] as () => Work)())
      times.push(performance.now() - started)
    }
  }
  const clients = Array.from({ length: 4 }, client)
  for (let minute = 1; minute <= minutes; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60_000))
    row(minute, times, failed)
    times = []
  }
  await Promise.all(clients)
  await pool.close()
  await broker.close()
}
