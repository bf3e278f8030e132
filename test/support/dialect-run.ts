import { setTimeout as wait } from 'node:timers/promises'
import { type AnsweringDialect, startBroker } from '../../src/broker/index.js'
import type { EntityOutcome, UpsertReport } from '../../src/client/outcome.js'
import type { UpsertOptions } from '../../src/client/upsert-options.js'
import { type City, connect } from '../../src/connect.js'
import { Container, Isle } from './container.js'
import { seeded, startFaultProxy } from './fault-proxy.js'
import { type RawEntity, rawCreate, rawEntities } from './raw-broker.js'

/** The brokers whose answers the embedded one can give. */
export const answering: readonly AnsweringDialect[] = [
  'orion-ld-legacy',
  'orion-ld-mongoc',
  'scorpio',
  'stellio',
]

/** What is done to the broker. */
export type Load = 'upsert' | 'replace' | 'skipUnchanged' | 'mixed' | 'create' | 'update' | 'delete'

/** One load through the proxy. */
export interface DialectRun {
  readonly dialect: AnsweringDialect
  readonly load: Load
  readonly seed: number
  readonly count: number
  readonly rate: number
}

/** One time that an entity stands in the source; ids stand there up to twice, and the last value must win. */
interface Occurrence {
  readonly n: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

const idOf = (n: number): string => `urn:ngsi-ld:Container:${n}`
const tenants = ['', 'north', 'south'] as const
const tenantOf = (n: number): string => tenants[n % 3] ?? ''
const isIsle = (n: number): boolean => n % 5 === 0

/** How far behind the first the second stands: in the same batch, in the next one, or much later. */
const distances = new Map([
  [0, 0],
  [1, 3],
  [2, 150],
])

const occurrences = (count: number, repeats: boolean): readonly Occurrence[] => {
  const places: (Occurrence & { readonly place: number })[] = []
  for (let n = 0; n < count; n++) {
    const distance = repeats ? distances.get(n % 7) : undefined
    places.push({ n, isFirst: true, isLast: distance === undefined, place: n })
    if (distance !== undefined) places.push({ n, isFirst: false, isLast: true, place: n + distance + 0.5 })
  }
  return places.sort((a, b) => a.place - b.place)
}

const entityOf = ({ n, isLast }: Occurrence) => ({
  id: idOf(n),
  type: 'Container' as const,
  fillingLevel: isLast ? (n % 1000) / 1000 : 1,
  name: isLast ? `Container ${n}` : 'overtaken',
})

const isleOf = ({ n, isLast }: Occurrence) => ({
  id: idOf(n),
  type: 'Isle' as const,
  label: isLast ? `Isle ${n}` : 'overtaken',
})

async function* slowly<T>(items: readonly T[], random: () => number): AsyncGenerator<T> {
  for (const item of items) {
    if (random() < 0.002) await wait(2)
    yield item
  }
}

const wasThere: Readonly<Record<Load, (n: number) => boolean>> = {
  upsert: (n) => n % 3 === 0,
  replace: (n) => n % 3 === 0,
  skipUnchanged: (n) => n % 3 === 0,
  mixed: () => false,
  create: () => false,
  update: () => true,
  delete: () => true,
}

const preload = async (url: string, load: Load, count: number): Promise<void> => {
  const before = [...Array(count).keys()].filter(wasThere[load]).map((n) => {
    const last = entityOf({ n, isFirst: true, isLast: true })
    return load === 'skipUnchanged' ? last : { ...last, name: 'old', owner: 'another' }
  })
  await rawCreate(url, before)
}

type Account = Pick<UpsertReport, 'read' | 'created' | 'updated' | 'failed' | 'invalid' | 'unconfirmed'> & {
  readonly outcomes?: readonly EntityOutcome[]
}

const options: UpsertOptions = { minDelayMs: 2, attempts: 25, batchSize: 40, concurrency: 4, maxWaitMs: 20 }

const counted = (outcomes: readonly EntityOutcome[]): Account => {
  const numberOf = (name: string) => outcomes.filter(({ outcome }) => outcome === name).length
  const [created, updated, failed] = [numberOf('created'), numberOf('updated'), numberOf('failed')]
  const [invalid, unconfirmed] = [numberOf('invalid'), numberOf('unconfirmed')]
  return { read: outcomes.length, created, updated, failed, invalid, unconfirmed, outcomes }
}

const perform = async (
  city: City,
  load: Load,
  list: readonly Occurrence[],
  random: () => number,
): Promise<Account> => {
  switch (load) {
    case 'mixed': {
      const items = list.map((one) => ({
        model: isIsle(one.n) ? Isle : Container,
        tenant: tenantOf(one.n),
        entity: isIsle(one.n) ? isleOf(one) : entityOf(one),
      }))
      return city.upsertMixed(slowly(items, random) as never, options)
    }
    case 'create':
      return city.createAll(Container, slowly(list.map(entityOf), random), options)
    case 'update':
      return city.update(Container, slowly(list.map(entityOf), random), options)
    case 'delete':
      return city.deleteAll(
        list.map(({ n }) => idOf(n)),
        options,
      )
    default: {
      const mode = load === 'replace' ? 'replace' : 'update'
      const more = { ...options, mode, skipUnchanged: load === 'skipUnchanged' } as const
      const outcomes: EntityOutcome[] = []
      for await (const outcome of city.upsertEach(Container, slowly(list.map(entityOf), random), more))
        outcomes.push(outcome)
      return counted(outcomes)
    }
  }
}

type Stored = ReadonlyMap<string, RawEntity>

const isRight = (stored: Stored, load: Load, n: number): boolean => {
  const found = stored.get(idOf(n))
  if (load === 'delete') return found === undefined
  if (load === 'mixed' && isIsle(n)) return found?.['label'] === `Isle ${n}`
  const { fillingLevel, name } = entityOf({ n, isFirst: true, isLast: true })
  const keepsOwner = (load === 'upsert' || load === 'update') && wasThere[load](n)
  const owner = keepsOwner ? 'another' : undefined
  return found?.['fillingLevel'] === fillingLevel && found['name'] === name && found['owner'] === owner
}

const read = async (url: string, load: Load): Promise<(n: number) => Stored> => {
  const found = new Map<string, Stored>()
  for (const tenant of load === 'mixed' ? tenants : ['']) {
    const [containers, isles] = [
      await rawEntities(url, 'Container', tenant === '' ? undefined : tenant),
      await rawEntities(url, 'Isle', tenant === '' ? undefined : tenant),
    ]
    found.set(tenant, new Map([...containers, ...isles]))
  }
  return (n) => found.get(load === 'mixed' ? tenantOf(n) : '') ?? new Map()
}

/** Sentences on outcomes that are not what happened. */
const judge = (
  { load }: DialectRun,
  list: readonly Occurrence[],
  outcomes: readonly EntityOutcome[],
  createdIds: ReadonlySet<string>,
): string[] => {
  const wrong: string[] = []
  const seen = new Set<number>()
  for (const { id, index, outcome, problem } of outcomes) {
    const one = list[index]
    if (one === undefined || seen.has(index) || id !== idOf(one.n)) {
      wrong.push(`${id} at ${index} was reported twice, or is not there`)
      continue
    }
    seen.add(index)
    const there = wasThere[load](one.n)
    const isNew = one.isFirst && !there
    if (outcome === 'created' && !(isNew && createdIds.has(id)))
      wrong.push(`${id} at ${index} is called created and was there`)
    if (outcome === 'updated' && isNew) wrong.push(`${id} at ${index} is called updated and was new`)
    if (outcome === 'unchanged' && !(load === 'skipUnchanged' && there && one.isLast))
      wrong.push(`${id} at ${index} is called unchanged and was not`)
    if (outcome === 'failed' || outcome === 'unconfirmed' || outcome === 'invalid')
      wrong.push(`${id} at ${index} is called ${outcome}: ${JSON.stringify(problem)}`)
  }
  return wrong
}

/** Runs one load through a proxy with faults, before a broker that answers as the dialect; sentences on what is wrong. */
export const runDialect = async (run: DialectRun): Promise<readonly string[]> => {
  const { dialect, load, seed, count, rate } = run
  const broker = await startBroker({ port: 0, faults: { dialect } })
  await preload(broker.url, load, count)
  const proxy = await startFaultProxy(broker.url, seed, rate)
  const city = await connect(proxy.url, { dialect, breaker: { openMs: 20 } })
  const list = occurrences(count, load !== 'create')
  const account = await perform(city, load, list, seeded(seed))
  const storedFor = await read(broker.url, load)
  const wrong = [...Array(count).keys()]
    .filter((n) => !isRight(storedFor(n), load, n))
    .map(
      (n) => `${idOf(n)} is not in the broker as it should be: ${JSON.stringify(storedFor(n).get(idOf(n)))}`,
    )
  if (account.read !== list.length) wrong.push(`the account has ${account.read} of ${list.length}`)
  const createdIds = new Set(proxy.records.flatMap((record) => record.createdIds))
  if (account.created > createdIds.size)
    wrong.push(`${account.created} created, answers said ${createdIds.size}`)
  // A second deletion finds nothing, and says so.
  const refused = load === 'delete' ? list.length - count : 0
  if (account.failed > refused || account.unconfirmed + account.invalid > 0)
    wrong.push(`${account.failed} failed, ${account.unconfirmed} unconfirmed, ${account.invalid} invalid`)
  if (account.outcomes !== undefined) wrong.push(...judge(run, list, account.outcomes, createdIds))
  await city.close()
  await proxy.close()
  await broker.close()
  return wrong
}
