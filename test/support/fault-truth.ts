import type { ProxyRecord } from './fault-proxy.js'
import { type RawEntity, rawCreate } from './raw-broker.js'

// Nothing of the library is imported here: the truth is bare HTTP and the proxy's log.

/** What an operation does to a broker. */
export type OperationName = 'upsert' | 'create' | 'update' | 'delete'

/** The id of entity number n. */
export const idOf = (n: number): string => `urn:ngsi-ld:Container:${n}`

/** Entity number n as it is sent. */
export const sentEntity = (
  n: number,
  count: number,
): {
  readonly id: string
  readonly type: 'Container'
  readonly fillingLevel: number
  readonly name: string
} => ({
  id: idOf(n),
  type: 'Container',
  fillingLevel: n / count,
  name: `Container ${n}`,
})

const wasThere: Readonly<Record<OperationName, (n: number) => boolean>> = {
  upsert: (n) => n % 3 === 0,
  create: () => false,
  update: () => true,
  delete: () => true,
}

/** Puts into the broker what is there before the operation: other values, and an attribute of another supplier. */
export const preload = async (url: string, operation: OperationName, count: number): Promise<void> => {
  const before = [...Array(count).keys()]
    .filter(wasThere[operation])
    .map((n) => ({ ...sentEntity(n, count), fillingLevel: 2, name: 'old', owner: 'another' }))
  await rawCreate(url, before)
}

type Stored = ReadonlyMap<string, RawEntity>

/** Whether the broker holds of entity n what it must hold after the operation. */
const isDone = (stored: Stored, operation: OperationName, n: number, count: number): boolean => {
  const entity = stored.get(idOf(n))
  if (operation === 'delete') return entity === undefined
  const { fillingLevel, name } = sentEntity(n, count)
  const owner = wasThere[operation](n) ? 'another' : undefined
  return entity?.['fillingLevel'] === fillingLevel && entity['name'] === name && entity['owner'] === owner
}

const inNames: ReadonlySet<string> = new Set(['created', 'updated', 'written', 'unchanged', 'deleted'])

/** Compares what a client says of each entity with what the broker holds and answered; sentences on what is wrong. */
export const compareOutcomes = (
  count: number,
  outcomes: ReadonlyMap<string, string>,
  stored: Stored,
  records: readonly ProxyRecord[],
): string[] => {
  const wrong: string[] = []
  const say = (text: string): void => {
    if (wrong.length < 20) wrong.push(text)
  }
  const createdBy = new Set(records.flatMap(({ createdIds }) => createdIds))
  for (let n = 0; n < count; n++) {
    const id = idOf(n)
    const outcome = outcomes.get(id)
    const right = isDone(stored, 'upsert', n, count)
    if (!right) say(`${id} is not in the broker as sent`)
    if (outcome === undefined) say(`${id} was lost from the account`)
    else if (inNames.has(outcome) && !right)
      say(`${id} is called ${outcome} and is not in the broker as sent`)
    else if (outcome === 'failed' && right) say(`${id} is called failed and is in the broker`)
    const there = wasThere.upsert(n)
    if (outcome === 'created' && there) say(`${id} is called created and was there before`)
    if (outcome === 'created' && !createdBy.has(id)) say(`${id} is called created and no answer said so`)
    if (outcome === 'updated' && !there) say(`${id} is called updated and was not there before`)
  }
  for (const id of outcomes.keys()) if (!/:\d+$/.test(id)) say(`${id} was never in the source`)
  if (stored.size !== count) say(`the broker has ${stored.size} entities, ${count} were sent`)
  return wrong
}

/** Compares the counts of a report with what the broker holds. */
export const compareCounts = (
  operation: OperationName,
  count: number,
  report: Readonly<Record<string, unknown>>,
  stored: Stored,
  records: readonly ProxyRecord[],
): string[] => {
  const numberOf = (name: string): number => Number(report[name] ?? 0)
  const wrong: string[] = []
  const undone = [...Array(count).keys()].filter((n) => !isDone(stored, operation, n, count)).length
  if (undone > 0) wrong.push(`${undone} of ${count} are not in the broker as they should be`)
  const done = [...inNames].reduce((sum, name) => sum + numberOf(name), 0)
  const lost = numberOf('failed') + numberOf('unconfirmed') + numberOf('invalid')
  if (done + lost !== count) wrong.push(`the account has ${done + lost} of ${count}`)
  if (done !== count - undone) wrong.push(`${done} are called done, ${count - undone} are`)
  const created = new Set(records.flatMap(({ createdIds }) => createdIds)).size
  if (numberOf('created') > created)
    wrong.push(`${numberOf('created')} are called created, answers said so of ${created}`)
  return wrong
}
