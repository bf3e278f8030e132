import type { Model } from '../model/descriptor.js'
import type { Underway } from './underway.js'

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
  /** Where it is counted as long as it is under way. */
  readonly slot: number
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
  /** Takes the memory of a body back, which nobody may read any more. */
  readonly reuse: (batch: Batch) => void
  readonly isEmpty: () => boolean
}

/** Entities written as one JSON array. */
interface Piece {
  readonly items: readonly Item[]
  readonly entities: readonly unknown[]
  readonly text: string
}

interface Open {
  readonly group: Group
  readonly items: Item[]
  /** The JSON array of the items, with room behind it. */
  body: Buffer
  /** Length of that array. */
  bytes: number
  /** What comes into the next piece. */
  waiting: Item[]
  entities: unknown[]
  repeats: boolean
}

const maxOpenGroups = 32
const noBatches: readonly Batch[] = []
// One text per entity costs a fifth more, one of 200 as well: they are out of the processor's cache by then.
const entitiesPerPiece = 50
const comma = 0x2c
const closingBracket = 0x5d
const firstRoom = 65_536
// A longest character of UTF-8, which a write leaves out where only a part of it has room.
const longestCharacter = 4

const pieceOf = (items: readonly Item[], entities: readonly unknown[]): Piece => ({
  items,
  entities,
  text: JSON.stringify(entities),
})

/** Puts a text at a place of the body, which grows where it must; gives where the text ends. */
const put = (open: Open, text: string, at: number): number => {
  const end = at + open.body.write(text, at)
  if (end <= open.body.length - longestCharacter) return end
  // It may have been cut. Only here its length is counted: that takes three times as long as to write it.
  const needed = at + Buffer.byteLength(text) + longestCharacter
  const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * open.body.length))
  open.body.copy(larger, 0, 0, at)
  open.body = larger
  return at + larger.write(text, at)
}

/**
 * Adds a piece to the array: its first bracket takes the place of a comma, and that one the place of the last bracket.
 * False, and all as it was, where there would be more bytes than may be; an entity alone goes in whatever its length.
 */
const append = (open: Open, piece: Piece, maxBytes: number): boolean => {
  const at = Math.max(0, open.bytes - 1)
  const end = put(open, piece.text, at)
  const alone = at === 0 && piece.items.length === 1
  if (end > maxBytes && !alone) {
    open.body[at] = closingBracket
    return false
  }
  if (at > 0) open.body[at] = comma
  open.bytes = end
  open.items.push(...piece.items)
  return true
}

/** Writes entities one by one, where all at once are too long or one of them cannot be written. */
const singlePieces = (
  items: readonly Item[],
  entities: readonly unknown[],
  refuse: (unwritable: Unwritable) => void,
): readonly Piece[] =>
  items.flatMap((item, index) => {
    try {
      return pieceOf([item], [entities[index]])
    } catch (error) {
      refuse({ item, reason: (error as Error).message })
      return []
    }
  })

const piecesOf = (
  { waiting, entities }: Open,
  refuse: (unwritable: Unwritable) => void,
): readonly Piece[] => {
  try {
    return [pieceOf(waiting, entities)]
  } catch {
    return singlePieces(waiting, entities, refuse)
  }
}

const closed = ({ group, items, body, bytes, repeats }: Open): Batch => ({
  group,
  items,
  repeats,
  body: body.subarray(0, bytes),
})

const openBatch = (group: Group, repeats: boolean, body: Buffer): Open => ({
  group,
  items: [],
  body,
  bytes: 0,
  waiting: [],
  entities: [],
  repeats,
})

/** Makes a batcher; an id that comes twice goes into a later batch, so that no value is lost and none overtakes another. */
export const createBatcher = (
  underway: Underway,
  /** Looks an id up in the batches that wait or are sent. */
  isSent: (id: string) => boolean,
  refuse: (unwritable: Unwritable) => void,
): Batcher => {
  const opened = new Map<string, Open>()
  /** Bytes that a batch is expected to take: as many as the last one. */
  let expected = firstRoom
  const close = (open: Open): Batch => {
    expected = open.bytes
    return closed(open)
  }
  // Bodies are collected late, for they weigh nothing in the heap: at 200,000 entities a second 60 MB of them waited.
  const spare: Buffer[] = []
  const newBody = (): Buffer => {
    const body = spare.pop()
    // Never out of the pool of small buffers: what is taken back is the whole memory.
    return body === undefined || body.length < expected
      ? Buffer.allocUnsafeSlow(Math.ceil(expected * 1.1) + longestCharacter)
      : body
  }
  /** Writes what waits; gives the batches that have no room for it, and leaves the last one open. */
  const write = (batch: Open, { bytes }: BatchLimits): readonly Batch[] => {
    const full: Batch[] = []
    let last = batch
    const pieces = [...piecesOf(batch, refuse)].reverse()
    for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
      if (append(last, piece, bytes)) continue
      if (last.bytes === 0) {
        pieces.push(...singlePieces(piece.items, piece.entities, refuse).toReversed())
        continue
      }
      pieces.push(piece)
      full.push(close(last))
      last = openBatch(batch.group, batch.repeats, newBody())
    }
    last.waiting = []
    last.entities = []
    if (last !== batch) opened.set(batch.group.key, last)
    return full
  }
  const take = (key: string, limits: BatchLimits): readonly Batch[] => {
    const batch = opened.get(key)
    if (batch === undefined) return noBatches
    const full = batch.waiting.length === 0 ? noBatches : write(batch, limits)
    const last = opened.get(key)
    opened.delete(key)
    return last === undefined || last.items.length === 0 ? full : [...full, close(last)]
  }
  const holds = ({ items, waiting }: Open, id: string): boolean =>
    items.some((item) => item.id === id) || waiting.some((item) => item.id === id)
  const keyHolding = (id: string): string | undefined => {
    for (const [key, batch] of opened) if (holds(batch, id)) return key
    return undefined
  }
  /** The oldest batch, when there would be too many. */
  const tooMany = (key: string): string | undefined => {
    if (opened.has(key) || opened.size < maxOpenGroups) return undefined
    const [oldest] = opened.keys()
    return oldest
  }
  const openFor = (group: Group): Open => {
    const batch = opened.get(group.key) ?? openBatch(group, false, newBody())
    if (batch.items.length + batch.waiting.length === 0) opened.set(group.key, batch)
    return batch
  }
  return {
    add: ({ item, group, entity }, limits) => {
      const { key } = group
      const maybe = underway.enter(item.slot)
      const first = (maybe ? keyHolding(item.id) : undefined) ?? tooMany(key)
      const before = first === undefined ? noBatches : take(first, limits)
      const batch = openFor(group)
      if (maybe && (first !== undefined || isSent(item.id))) batch.repeats = true
      batch.waiting.push(item)
      batch.entities.push(entity)
      if (batch.items.length + batch.waiting.length >= limits.entities)
        return [...before, ...take(key, limits)]
      if (batch.waiting.length < entitiesPerPiece) return before
      return [...before, ...write(batch, limits)]
    },
    flush: (limits) => [...opened.keys()].flatMap((key) => take(key, limits)),
    reuse: ({ body }) => void spare.push(Buffer.from(body.buffer)),
    isEmpty: () => opened.size === 0,
  }
}
