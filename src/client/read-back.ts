import { isBrokerError, isNetworkError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Item } from './batch.js'
import type { EntityOutcome } from './outcome.js'
import { type BulkRun, entitiesOf, outcome, type Part } from './part.js'
import { type Agreement, holds } from './same-entity.js'
import { readStored } from './stored.js'

type Entities = ReadonlyMap<Item, unknown>

const isHeld = (
  stored: ReadonlyMap<string, JsonObject>,
  entities: Entities,
  item: Item,
  agreement: Agreement,
): boolean => {
  const found = stored.get(item.id)
  return found !== undefined && holds(found, entities.get(item) as JsonObject, agreement)
}

/** Reads back what nobody vouches for and settles it by what the broker holds. */
export const settleByReading = async (run: BulkRun, part: Part): Promise<readonly EntityOutcome[]> => {
  const problemOf = (item: Item) => part.problems?.get(item) ?? part.problem
  const failed = (item: Item): EntityOutcome => outcome(item, part, 'failed', problemOf(item))
  if (!part.doubtful) return part.items.map(failed)
  const entities = entitiesOf(part)
  let stored: ReadonlyMap<string, JsonObject>
  try {
    stored = await readStored(run.connection, part.batch, entities, run.signal)
  } catch (error) {
    const known = isBrokerError(error) || isNetworkError(error) || run.signal?.aborted === true
    if (!known) throw error
    return part.items.map((item) => outcome(item, part, 'unconfirmed', problemOf(item)))
  }
  return part.items.map((item) => {
    if (run.operation === 'delete') return stored.has(item.id) ? failed(item) : outcome(item, part, 'deleted')
    return isHeld(stored, entities, item, run.agreement) ? outcome(item, part, 'written') : failed(item)
  })
}

/** Sorts items into those that the broker holds exactly as they are to be sent, and the rest. */
export const unchangedIn = async (
  run: BulkRun,
  part: Part,
): Promise<{ readonly same: readonly Item[]; readonly rest: readonly Item[] }> => {
  const agreement: Agreement = { ...run.agreement, rigour: 'exact' }
  const same: Item[] = []
  const rest: Item[] = []
  try {
    const entities = entitiesOf(part)
    const stored = await readStored(run.connection, part.batch, entities, run.signal)
    for (const item of part.items) (isHeld(stored, entities, item, agreement) ? same : rest).push(item)
    return { same, rest }
  } catch (error) {
    // Not knowing what is there only costs the saving.
    if (isBrokerError(error) || isNetworkError(error)) return { same: [], rest: part.items }
    throw error
  }
}
