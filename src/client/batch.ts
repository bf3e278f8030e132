/** One entity on its way: its text is written once. */
export interface Item {
  readonly id: string
  readonly index: number
  readonly text: string
  /** UTF-8 bytes of the text. */
  readonly bytes: number
  readonly group: Group
}

/** What must be the same for all entities of one batch. */
export interface Group {
  readonly key: string
  readonly context: string | undefined
  readonly tenant: string | undefined
  readonly type: string
}

/** Limits of one batch. */
export interface BatchLimits {
  readonly entities: number
  readonly bytes: number
}

/** Batches that are being filled, one per group. */
export interface Batcher {
  /** Takes an item; gives the batches that became full by it, or whose order it would break. */
  readonly add: (item: Item, limits: BatchLimits) => readonly (readonly Item[])[]
  /** Gives everything that is waiting. */
  readonly flush: () => readonly (readonly Item[])[]
  readonly isEmpty: () => boolean
}

interface Open {
  items: Item[]
  bytes: number
  ids: Set<string>
}

const maxOpenGroups = 32
const noBatches: readonly (readonly Item[])[] = []

/** Makes a batcher; an id that comes twice goes into a later batch, so that no value is lost and none overtakes another. */
export const createBatcher = (): Batcher => {
  const open = new Map<string, Open>()
  const take = (key: string): readonly Item[] => {
    const batch = open.get(key)
    open.delete(key)
    return batch?.items ?? []
  }
  /** The batch that must go before an item: one that holds its id, or the oldest when there are too many. */
  const inTheWay = (item: Item): string | undefined => {
    for (const [key, batch] of open) if (batch.ids.has(item.id)) return key
    if (open.has(item.group.key) || open.size < maxOpenGroups) return undefined
    const [oldest] = open.keys()
    return oldest
  }
  return {
    add: (item, limits) => {
      const { key } = item.group
      const full: (readonly Item[])[] = []
      const first = inTheWay(item)
      if (first !== undefined) full.push(take(first))
      let batch = open.get(key)
      if (batch !== undefined && batch.bytes + item.bytes + 1 > limits.bytes) {
        full.push(take(key))
        batch = undefined
      }
      if (batch === undefined) {
        batch = { items: [], bytes: 2, ids: new Set<string>() }
        open.set(key, batch)
      }
      batch.items.push(item)
      batch.bytes += item.bytes + 1
      batch.ids.add(item.id)
      if (batch.items.length >= limits.entities || batch.bytes >= limits.bytes) full.push(take(key))
      return full.length === 0 ? noBatches : full
    },
    flush: () => [...open.keys()].map(take),
    isEmpty: () => open.size === 0,
  }
}

/** The body of a batch: its texts as one JSON array. */
export const batchText = (items: readonly Item[]): string => `[${items.map(({ text }) => text).join(',')}]`
