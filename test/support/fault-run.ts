import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { Container, containerId } from './container.js'
import { type ProxyRecord, startFaultProxy } from './fault-proxy.js'
import { rawEntities } from './raw-broker.js'

/** What one seed led to. */
export interface FaultResult {
  readonly seed: number
  readonly seconds: number
  readonly requests: number
  readonly faults: number
  readonly outcomes: Readonly<Record<string, number>>
  /** Sentences on what the report got wrong; empty when it is exact. */
  readonly wrong: readonly string[]
}

type Outcomes = ReadonlyMap<string, string>

/** A writer of entities that says of each what became of it. */
export type Writer = (
  url: string,
  count: number,
  onOutcome: (id: string, outcome: string) => void,
) => Promise<void>

/** The library's own writer. */
export const libraryWriter: Writer = async (url, count, onOutcome) => {
  const city = await connect(url, { dialect: 'embedded', breaker: { openMs: 50 } })
  function* source() {
    for (let n = 0; n < count; n++)
      yield { id: containerId(n), fillingLevel: n / count, name: `Container ${n}` }
  }
  const options = { minDelayMs: 5, attempts: 20, batchSize: 200, concurrency: 4 }
  for await (const { id, outcome } of city.upsertEach(Container, source(), options)) onOutcome(id, outcome)
  await city.close()
}

interface Wrongness {
  readonly attempts: number
  /** Which statuses count as success of the whole batch. */
  readonly isSuccess: (status: number) => boolean
}

const wrongWriter =
  ({ attempts, isSuccess }: Wrongness): Writer =>
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
      const batch = Array.from({ length: Math.min(200, count - at) }, (_, n) => ({
        id: containerId(at + n),
        type: 'Container',
        fillingLevel: (at + n) / count,
        name: `Container ${at + n}`,
      }))
      let done = false
      for (let attempt = 0; attempt < attempts && !done; attempt++) done = await send(JSON.stringify(batch))
      for (const { id } of batch) onOutcome(id, done ? 'written' : 'failed')
    }
  }

/** Writers that are wrong on purpose, by what is wrong with them. */
export const brokenWriters: Readonly<Record<string, Writer>> = {
  'never repeats': wrongWriter({ attempts: 1, isSuccess: (status) => status === 201 || status === 204 }),
  'takes 207 for a success': wrongWriter({
    attempts: 50,
    isSuccess: (status) => status >= 200 && status < 300,
  }),
}

const compare = (
  count: number,
  outcomes: Outcomes,
  stored: ReadonlyMap<string, { readonly [name: string]: unknown }>,
  records: readonly ProxyRecord[],
): string[] => {
  const wrong: string[] = []
  const say = (text: string): void => {
    if (wrong.length < 20) wrong.push(text)
  }
  const createdBy = new Set(records.flatMap(({ createdIds }) => createdIds))
  for (let n = 0; n < count; n++) {
    const id = containerId(n)
    const outcome = outcomes.get(id)
    const entity = stored.get(id)
    const right = entity?.['fillingLevel'] === n / count && entity?.['name'] === `Container ${n}`
    const claimsIn =
      outcome === 'created' || outcome === 'updated' || outcome === 'written' || outcome === 'unchanged'
    if (outcome === undefined) say(`${id} was lost from the account`)
    else if (claimsIn && !right) say(`${id} is called ${outcome} and is not in the broker as sent`)
    else if (outcome === 'failed' && right) say(`${id} is called failed and is in the broker`)
    if (outcome === 'created' && !createdBy.has(id)) say(`${id} is called created and no answer said so`)
    // The broker was empty, so that nothing can have been there before.
    if (outcome === 'updated') say(`${id} is called updated and was never there before`)
  }
  if (stored.size > count) say(`the broker has ${stored.size} entities, ${count} were sent`)
  return wrong
}

/** Runs a writer through a proxy with faults and compares its account with the truth. */
export const runFaults = async (
  seed: number,
  count: number,
  rate: number,
  write: Writer = libraryWriter,
): Promise<FaultResult> => {
  const broker = await startBroker({ port: 0 })
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
  const wrong = [...twice.slice(0, 5), ...compare(count, outcomes, stored, proxy.records)]
  if (stored.size !== count) wrong.push(`the broker has ${stored.size} of ${count} entities`)
  await proxy.close()
  await broker.close()
  const faults = proxy.records.filter(({ fault }) => fault !== undefined).length
  return { seed, seconds, requests: proxy.records.length, faults, outcomes: counts, wrong }
}
