import { startBroker } from '../../src/broker/index.js'
import type { UpsertReport } from '../../src/client/outcome.js'
import { type City, connect } from '../../src/connect.js'
import { Container } from './container.js'
import { type FaultProxy, startFaultProxy } from './fault-proxy.js'
import {
  compareCounts,
  compareOutcomes,
  idOf,
  type OperationName,
  preload,
  sentEntity,
} from './fault-truth.js'
import { rawEntities } from './raw-broker.js'

/** What one seed led to. */
export interface FaultResult {
  readonly seed: number
  readonly seconds: number
  readonly requests: number
  readonly faults: number
  /** Which kinds of faults were met. */
  readonly kinds: readonly string[]
  readonly outcomes: Readonly<Record<string, number>>
  /** Sentences on what the report got wrong; empty when it is exact. */
  readonly wrong: readonly string[]
}

/** A writer of entities that says of each what became of it. */
export type Writer = (
  url: string,
  count: number,
  onOutcome: (id: string, outcome: string) => void,
) => Promise<void>

function* source(count: number) {
  for (let n = 0; n < count; n++) yield sentEntity(n, count)
}

const options = { minDelayMs: 5, attempts: 20, batchSize: 200, concurrency: 4 } as const

/** Makes the library's own writer. */
export const libraryWriter =
  (batchSize: number): Writer =>
  async (url, count, onOutcome) => {
    const city = await connect(url, { dialect: 'embedded', breaker: { openMs: 50 } })
    for await (const { id, outcome } of city.upsertEach(Container, source(count), { ...options, batchSize }))
      onOutcome(id, outcome)
    await city.close()
  }

interface Wrongness {
  readonly attempts: number
  /** Which statuses count as success of the whole batch. */
  readonly isSuccess: (status: number) => boolean
  /** What it calls a success. */
  readonly name?: string
}

const wrongWriter =
  ({ attempts, isSuccess, name = 'written' }: Wrongness): Writer =>
  async (url, count, onOutcome) => {
    const send = async (body: string): Promise<boolean> => {
      const answer = await fetch(`${url}/ngsi-ld/v1/entityOperations/upsert?options=update`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      }).catch(() => undefined)
      return answer !== undefined && isSuccess(answer.status)
    }
    for (let at = 0; at < count; at += 200) {
      const batch = Array.from({ length: Math.min(200, count - at) }, (_, n) => sentEntity(at + n, count))
      let done = false
      for (let attempt = 0; attempt < attempts && !done; attempt++) done = await send(JSON.stringify(batch))
      for (const { id } of batch) onOutcome(id, done ? name : 'failed')
    }
  }

/** Writers that are wrong on purpose, by what is wrong with them. */
export const brokenWriters: Readonly<Record<string, Writer>> = {
  'never repeats': wrongWriter({ attempts: 1, isSuccess: (status) => status === 201 || status === 204 }),
  'takes 207 for a success': wrongWriter({
    attempts: 50,
    isSuccess: (status) => status >= 200 && status < 300,
  }),
  'calls everything created': wrongWriter({
    attempts: 50,
    isSuccess: (status) => status < 205,
    name: 'created',
  }),
  'calls everything updated': wrongWriter({
    attempts: 50,
    isSuccess: (status) => status < 205,
    name: 'updated',
  }),
}

const faultsOf = ({ records }: FaultProxy): number =>
  records.filter(({ fault }) => fault !== undefined).length

/** Runs a writer through a proxy with faults and compares its account with the truth. */
export const runFaults = async (
  seed: number,
  count: number,
  rate: number,
  write: Writer = libraryWriter(200),
): Promise<FaultResult> => {
  const broker = await startBroker({ port: 0 })
  await preload(broker.url, 'upsert', count)
  const proxy = await startFaultProxy(broker.url, seed, rate)
  const outcomes = new Map<string, string>()
  const counts: Record<string, number> = {}
  const twice: string[] = []
  const started = performance.now()
  await write(proxy.url, count, (id, outcome) => {
    if (outcomes.has(id)) twice.push(`${id} was reported twice`)
    outcomes.set(id, outcome)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  })
  const seconds = (performance.now() - started) / 1000
  const stored = await rawEntities(broker.url, 'Container')
  const wrong = [...twice.slice(0, 5), ...compareOutcomes(count, outcomes, stored, proxy.records)]
  await proxy.close()
  await broker.close()
  return {
    seed,
    seconds,
    requests: proxy.records.length,
    faults: faultsOf(proxy),
    kinds: [...new Set(proxy.records.flatMap(({ fault }) => fault ?? []))],
    outcomes: counts,
    wrong,
  }
}

const operate = async (city: City, operation: OperationName, count: number): Promise<UpsertReport> => {
  switch (operation) {
    case 'upsert':
      return city.upsert(Container, source(count), options)
    case 'create':
      return city.createAll(Container, source(count), options)
    case 'update':
      return city.update(Container, source(count), options)
    case 'delete':
      return city.deleteAll(
        Array.from({ length: count }, (_, n) => idOf(n)),
        options,
      )
  }
}

/** Runs one operation of the library through a proxy with faults and compares its counts with the truth. */
export const runOperation = async (
  operation: OperationName,
  seed: number,
  count: number,
  rate: number,
): Promise<readonly string[]> => {
  const broker = await startBroker({ port: 0 })
  await preload(broker.url, operation, count)
  const proxy = await startFaultProxy(broker.url, seed, rate)
  const city = await connect(proxy.url, { dialect: 'embedded', breaker: { openMs: 50 } })
  const report = await operate(city, operation, count)
  const stored = await rawEntities(broker.url, 'Container')
  const wrong = compareCounts(operation, count, { ...report }, stored, proxy.records)
  await city.close()
  await proxy.close()
  await broker.close()
  return faultsOf(proxy) > 0 ? wrong : [...wrong, 'no fault was met']
}
