import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBroker, type EmbeddedBroker } from '../../src/broker/index.js'

const lamp = (n: number): object => ({
  id: `urn:ngsi-ld:Lamp:${n}`,
  type: 'Lamp',
  power: { type: 'Property', value: n % 5000 },
  status: { type: 'Property', value: n % 10 === 0 ? 'defective' : 'ok' },
  location: {
    type: 'GeoProperty',
    value: { type: 'Point', coordinates: [4 + (n % 1000) * 0.002, 50 + Math.floor(n / 1000) * 0.002] },
  },
})

const ask = async (
  broker: EmbeddedBroker,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly text: string; readonly ms: number }> => {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const started = performance.now()
  const response = await broker.fetch(
    new Request(`http://b/ngsi-ld/v1${path}`, {
      method,
      ...(sent === undefined
        ? {}
        : {
            body: sent,
            headers: {
              'Content-Type': 'application/json',
              'Content-Length': String(Buffer.byteLength(sent)),
            },
          }),
    }),
  )
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return { text, ms: performance.now() - started }
}

const fill = async (broker: EmbeddedBroker, total: number): Promise<number> => {
  const started = performance.now()
  for (let start = 0; start < total; start += 1000)
    await ask(
      broker,
      'POST',
      '/entityOperations/create',
      Array.from({ length: 1000 }, (_, n) => lamp(start + n)),
    )
  return (performance.now() - started) / 1000
}

const queries: readonly (readonly [string, string])[] = [
  ['by id', '/entities/urn:ngsi-ld:Lamp:765432'],
  ['q=power==4321', '/entities?type=Lamp&q=power==4321&limit=20'],
  [
    'within 300 m',
    '/entities?type=Lamp&georel=near;maxDistance==300&geometry=Point&coordinates=[5,51]&limit=20',
  ],
  ['count of a selective q', '/entities?type=Lamp&q=power==77&count=true&limit=0'],
]

const million = async (): Promise<void> => {
  const broker = await createBroker({ history: 0 })
  const seconds = await fill(broker, 1_000_000)
  console.log(
    `1,000,000 entities in ${seconds.toFixed(0)} s, resident ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
  )
  for (const [name, path] of queries) {
    const first = await ask(broker, 'GET', path)
    const times: number[] = []
    for (let n = 0; n < 50; n += 1) times.push((await ask(broker, 'GET', path)).ms)
    times.sort((a, b) => a - b)
    console.log(
      `${name.padEnd(24)} first ${first.ms.toFixed(0)} ms (builds the index), then p50 ${times[25]?.toFixed(2)} ms, p99 ${times[49]?.toFixed(2)} ms`,
    )
  }
  await broker.close()
}

const recovery = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'city-context-'))
  const file = join(folder, 'city.db')
  try {
    const broker = await createBroker({ file })
    const seconds = await fill(broker, 100_000)
    await broker.close()
    const started = performance.now()
    const again = await createBroker({ file })
    const ms = performance.now() - started
    await ask(again, 'GET', '/entities/urn:ngsi-ld:Lamp:99999')
    await again.close()
    console.log(
      `100,000 entities with history into a file in ${seconds.toFixed(0)} s (${Math.round(statSync(file).size / 2 ** 20)} MiB); recovered in ${(ms / 1000).toFixed(1)} s`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Loads a million entities and asks for some; then recovers 100,000 from a file. */
export const run = async (): Promise<void> => {
  await recovery()
  await million()
}
