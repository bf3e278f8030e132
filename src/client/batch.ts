import { appendText, type BatchBody, createBody, type Placed } from './batch-body.js'

/** What must be the same for all entities of one batch. */
export interface Group {
  readonly key: string
  readonly context: string | undefined
  readonly tenant: string | undefined
  readonly type: string
}

/** One entity that is to be sent, written as JSON. */
export interface Draft {
  readonly id: string
  readonly index: number
  readonly text: string
  readonly group: Group
  /** An earlier run may have sent it. */
  readonly doubtful: boolean
}

/** One entity on its way; its text stands in the body of its batch. */
export interface Item extends Placed {
  readonly id: string
  readonly index: number
  readonly group: Group
  readonly doubtful: boolean
}

/** Limits of one batch. */
export interface BatchLimits {
  readonly entities: number
  readonly bytes: number
}

/** Batches that are being filled, one per group. */
export interface Batcher {
  /** Takes an entity; gives the batches that became full by it, or whose order it would break. */
  readonly add: (draft: Draft, limits: BatchLimits) => readonly (readonly Item[])[]
  /** Gives everything that is waiting. */
  readonly flush: () => readonly (readonly Item[])[]
  readonly isEmpty: () => boolean
}

interface Open {
  readonly items: Item[]
  readonly body: BatchBody
  readonly ids: Set<string>
}

const maxOpenGroups = 32
const startBytes = 64 * 1024
const noBatches: readonly (readonly Item[])[] = []

/** Whether a text fits into what is left of a batch; it is measured only where it may be too long. */
const fits = (body: BatchBody, text: string, bytes: number): boolean =>
  body.used + text.length * 3 + 2 <= bytes || body.used + Buffer.byteLength(text) + 2 <= bytes

const place = ({ items, body, ids }: Open, { id, index, group, doubtful, text }: Draft): void => {
  const start = appendText(body, text)
  items.push({ id, index, group, doubtful, body, start, end: body.used })
  ids.add(id)
}

/** Makes a batcher; an id that comes twice goes into a later batch, so that no value is lost and none overtakes another. */
export const createBatcher = (): Batcher => {
  const open = new Map<string, Open>()
  let usual = startBytes
  const take = (key: string): readonly Item[] => {
    const batch = open.get(key)
    open.delete(key)
    // The next body begins with room for as much: growing copies.
    if (batch !== undefined) usual = Math.max(startBytes, batch.body.used + (batch.body.used >> 3))
    return batch?.items ?? []
  }
  /** The batch that must go before an entity: one that holds its id, or the oldest when there are too many. */
  const inTheWay = ({ id, group }: Draft): string | undefined => {
    for (const [key, batch] of open) if (batch.ids.has(id)) return key
    if (open.has(group.key) || open.size < maxOpenGroups) return undefined
    const [oldest] = open.keys()
    return oldest
  }
  const openFor = (key: string): Open => {
    const batch = open.get(key) ?? { items: [], body: createBody(usual), ids: new Set<string>() }
    open.set(key, batch)
    return batch
  }
  return {
    add: (draft, limits) => {
      const { key } = draft.group
      const full: (readonly Item[])[] = []
      const first = inTheWay(draft)
      if (first !== undefined) full.push(take(first))
      const begun = open.get(key)
      if (begun !== undefined && !fits(begun.body, draft.text, limits.bytes)) full.push(take(key))
      const batch = openFor(key)
      place(batch, draft)
      if (batch.items.length >= limits.entities || batch.body.used + 1 >= limits.bytes) full.push(take(key))
      return full.length === 0 ? noBatches : full
    },
    flush: () => [...open.keys()].map(take),
    isEmpty: () => open.size === 0,
  }
}
