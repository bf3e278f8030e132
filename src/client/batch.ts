import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'

/** What must be the same for all entities of one batch. */
export interface Group {
  readonly key: string
  readonly context: string | undefined
  readonly tenant: string | undefined
  /** The model of the first of them. */
  readonly model: Model
}

/** One entity on its way. */
export interface Item {
  readonly id: string
  readonly index: number
  /** An earlier run may have sent it. */
  readonly doubtful: boolean
}

/** One entity that is to be sent. */
export interface Draft {
  readonly item: Item
  readonly group: Group
  /** As it goes into the body: an entity, or an id where that is all. */
  readonly entity: unknown
}

/** Entities that are sent together. */
export interface Batch {
  readonly group: Group
  readonly items: readonly Item[]
  readonly ids: ReadonlySet<string>
  /** One of its ids was on its way when it came, so that others must be waited for. */
  readonly repeats: boolean
  /** All of them as one JSON array; the entities themselves are not kept, so that they are collected young. */
  readonly body: Buffer
}

/** Limits of one batch. */
export interface BatchLimits {
  readonly entities: number
  readonly bytes: number
}

/** What no JSON text could be made of. */
export interface Unwritable {
  readonly item: Item
  readonly reason: string
}

/** Batches that are being filled, one per group. */
export interface Batcher {
  /** Takes an entity; gives the batches that became full by it, or whose order it would break. */
  readonly add: (draft: Draft, limits: BatchLimits) => readonly Batch[]
  /** Gives everything that is waiting. */
  readonly flush: (limits: BatchLimits) => readonly Batch[]
  readonly isEmpty: () => boolean
}

interface Filled {
  readonly group: Group
  readonly items: Item[]
  readonly entities: unknown[]
  readonly ids: Set<string>
  readonly repeats: boolean
}

interface Open extends Filled {
  repeats: boolean
  /** What the body will take, as far as one can tell. */
  bytes: number
  /** Bytes that an entity of this group takes; undefined until a body has shown it. */
  readonly usual: number | undefined
}

const maxOpenGroups = 32
const noBatches: readonly Batch[] = []
/** Added to what entities took so far: a batch whose entities grew a little is not halved for it. */
const margin = 1.05

const slice = ({ group, items, entities, repeats }: Filled, from: number, to: number): Filled => {
  const part = items.slice(from, to)
  const ids = new Set(part.map(({ id }) => id))
  return { group, items: part, entities: entities.slice(from, to), ids, repeats }
}

const sizeOf = (entity: unknown): number => {
  try {
    return Buffer.byteLength(JSON.stringify(entity)) + 1
  } catch {
    // Told when its batch is written.
    return 0
  }
}

/** Writes a batch as one text, which costs half of a text per entity; in halves where that is too long or cannot be. */
const write = (filled: Filled, bytes: number, refuse: (unwritable: Unwritable) => void): readonly Batch[] => {
  const { group, items, entities, ids, repeats } = filled
  const [only] = items
  const alone = items.length === 1 ? only : undefined
  const halves = (): readonly Batch[] => {
    const middle = Math.ceil(items.length / 2)
    const parts = [slice(filled, 0, middle), slice(filled, middle, items.length)]
    return parts.flatMap((part) => write(part, bytes, refuse))
  }
  try {
    const body = Buffer.from(JSON.stringify(entities))
    return body.length > bytes && alone === undefined ? halves() : [{ group, items, ids, repeats, body }]
  } catch (error) {
    if (alone === undefined) return halves()
    refuse({ item: alone, reason: (error as Error).message })
    return noBatches
  }
}

/** Makes a batcher; an id that comes twice goes into a later batch, so that no value is lost and none overtakes another. */
export const createBatcher = (
  /** Batches that wait or are sent and not answered. */
  underway: ReadonlySet<Batch>,
  refuse: (unwritable: Unwritable) => void,
): Batcher => {
  const opened = new Map<string, Open>()
  const usual = new Map<string, number>()
  const take = (key: string, { bytes }: BatchLimits): readonly Batch[] => {
    const filled = opened.get(key)
    if (filled === undefined) return noBatches
    opened.delete(key)
    const batches = write(filled, bytes, refuse)
    const last = batches.at(-1)
    if (last !== undefined) usual.set(key, (last.body.length / last.items.length) * margin)
    return batches
  }
  const openFor = (group: Group): Open => {
    const known = opened.get(group.key)
    if (known !== undefined) return known
    const fresh: Open = {
      group,
      items: [],
      entities: [],
      ids: new Set(),
      repeats: false,
      bytes: 0,
      usual: usual.get(group.key),
    }
    opened.set(group.key, fresh)
    return fresh
  }
  const isUnderway = (id: string): boolean => {
    for (const { ids } of opened.values()) if (ids.has(id)) return true
    for (const { ids } of underway) if (ids.has(id)) return true
    return false
  }
  /** The batch that must go before an entity: one that holds its id, or the oldest when there are too many. */
  const inTheWay = ({ item, group }: Draft, repeats: boolean): string | undefined => {
    if (repeats) for (const [key, { ids }] of opened) if (ids.has(item.id)) return key
    if (opened.has(group.key) || opened.size < maxOpenGroups) return undefined
    const [oldest] = opened.keys()
    return oldest
  }
  return {
    add: (draft, limits) => {
      const { item, group, entity } = draft
      const repeats = isUnderway(item.id)
      const first = inTheWay(draft, repeats)
      const before = first === undefined ? noBatches : take(first, limits)
      const batch = openFor(group)
      if (batch.entities.at(-1) === entity && typeof entity === 'object')
        throw new UsageError(
          `the source makes ${item.id} out of the object of ${batch.items.at(-1)?.id}; it must give a new object for each entity`,
        )
      batch.items.push(item)
      batch.entities.push(entity)
      batch.ids.add(item.id)
      if (repeats) batch.repeats = true
      const size = batch.usual ?? sizeOf(entity)
      batch.bytes += size
      if (batch.items.length < limits.entities && batch.bytes + size < limits.bytes) return before
      return [...before, ...take(group.key, limits)]
    },
    flush: (limits) => [...opened.keys()].flatMap((key) => take(key, limits)),
    isEmpty: () => opened.size === 0,
  }
}
