import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { WasteContainer } from '../../src/models/index.js'
import { startProcess } from '../support/own-process.js'
import { generateTen } from '../support/ten-attributes.js'
import type { Cost, Drive } from './upsert-client.js'

/** Runs a client in a process of its own, so that neither server nor other clients are in its numbers. */
const costOf = async (url: string, drive: Drive): Promise<Cost> => {
  const client = startProcess('test/bench/upsert-client.ts', [url, JSON.stringify(drive)])
  const cost = JSON.parse(await client.line()) as Cost
  await client.ended
  return cost
}

const usual = { batchSize: 200, concurrency: 4, warmUp: 20_000 } as const

const cpuTable = async (sink: string, broker: string): Promise<void> => {
  // Long enough that what the compiler spends at the start does not count.
  const count = 500_000
  const clients = {
    'undici loop': [sink, { client: 'bare' }],
    'axios loop': [sink, { client: 'axios' }],
    'upsert, validate: false': [sink, { client: 'library', options: { validate: false } }],
    'upsert, validated': [sink, { client: 'library' }],
    'upsert, change detection': [
      broker,
      { client: 'library', count: 100_000, options: { validate: false, skipUnchanged: true } },
    ],
  } as const
  const best = new Map<string, Cost>()
  // Rounds of all clients in turn: what else the machine does meets each of them.
  for (let round = 0; round < 5; round++)
    for (const [name, [url, drive]] of Object.entries(clients)) {
      const cost = await costOf(url, { ...usual, count, ...drive })
      const known = best.get(name)
      if (known === undefined || cost.cpuMicros < known.cpuMicros) best.set(name, cost)
    }
  const bare = best.get('undici loop')?.cpuMicros ?? Number.NaN
  console.log(
    'CPU of the client per entity (10 attributes, 200 per batch, 4 at once, best of 5; servers are other processes)',
  )
  for (const [name, { cpuMicros, perSecond }] of best)
    console.log(
      `  ${name.padEnd(26)} ${cpuMicros.toFixed(2).padStart(7)} µs  ${String(perSecond).padStart(8)}/s  ${(cpuMicros / bare).toFixed(2)} ×`,
    )
  console.log('  goal: validate: false at most 1.5 ×')
}

const memory = async (sink: string): Promise<void> => {
  const count = Number(process.env['UPSERT_ENTITIES'] ?? 1_000_000)
  const options = { validate: false } as const
  for (const isAsync of [false, true]) {
    const { growth } = await costOf(sink, { ...usual, client: 'library', count, warmUp: 0, options, isAsync })
    console.log(
      `Resident growth over ${count} entities of ${isAsync ? 'an async generator' : 'a generator'} in even steps, MB: ${growth.join(' ')} (largest ${Math.max(...growth)}; goal below 100)`,
    )
  }
}

const throughput = async (): Promise<void> => {
  console.log(
    'Entities per second into the embedded broker in the same process, by batch size and requests at once',
  )
  console.log(`  batch ${[1, 2, 4, 8].map((n) => String(n).padStart(8)).join('')}`)
  const broker = await startBroker({ port: 0 })
  const city = await connect(broker.url, { limits: { maxBatchEntities: 1000 } })
  for (const batchSize of [1, 10, 100, 200, 500, 1000]) {
    const row: string[] = []
    for (const concurrency of [1, 2, 4, 8]) {
      const count = Math.min(20_000, batchSize * 400)
      const started = performance.now()
      await city.upsert(WasteContainer, generateTen(count), { batchSize, concurrency, validate: false })
      row.push(String(Math.round((count / (performance.now() - started)) * 1000)).padStart(8))
    }
    console.log(`  ${String(batchSize).padStart(5)} ${row.join('')}`)
  }
  await city.close()
  await broker.close()
}

const secondRun = async (url: string): Promise<void> => {
  const count = 100_000
  await using city = await connect(url)
  const { unchanged, created, updated, written } = await city.upsert(WasteContainer, generateTen(count), {
    skipUnchanged: true,
  })
  console.log(
    `Second run over an unchanged register of ${count}: ${unchanged} unchanged, ${created + updated + written} written`,
  )
  if (unchanged !== count) throw new Error('an unchanged register was written again')
}

/** Prints what bulk upsert costs against a bare loop, its memory, and its throughput. */
export const run = async (): Promise<void> => {
  const sink = startProcess('test/support/sink-process.ts')
  const url = await sink.line()
  const broker = startProcess('test/support/broker-on-port.ts', ['0'])
  const brokerUrl = await broker.line()
  await using city = await connect(brokerUrl)
  await city.upsert(WasteContainer, generateTen(100_000), { validate: false })
  await cpuTable(url, brokerUrl)
  await secondRun(brokerUrl)
  await memory(url)
  await throughput()
  await sink.end()
  await broker.end()
}
