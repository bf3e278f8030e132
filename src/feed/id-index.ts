/** Remembers ids in 16 bytes each (at a load of at most a half), by a 64-bit hash. */
export interface IdIndex {
  readonly size: number
  /** Adds an id with its row; gives the row that had it before, or undefined. */
  add(id: string, row: number): number | undefined
  has(id: string): boolean
}

const mix = (hash: number, code: number, prime: number): number => Math.imul(hash ^ code, prime)

/** Two independent 32-bit FNV-1a hashes: among a million ids a false match has a chance of one in ten million. */
const hashes = (id: string): readonly [number, number] => {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at)
    a = mix(a, code, 0x01000193)
    b = mix(b, code + at, 0x5bd1e995)
  }
  b ^= b >>> 15
  return [a >>> 0, b >>> 0]
}

interface Slots {
  readonly first: Uint32Array
  readonly second: Uint32Array
  /** Row + 1; 0 is an empty slot. */
  readonly rows: Uint32Array
}

const emptySlots = (capacity: number): Slots => ({
  first: new Uint32Array(capacity),
  second: new Uint32Array(capacity),
  rows: new Uint32Array(capacity),
})

const slotOf = (slots: Slots, a: number, b: number): number => {
  const mask = slots.rows.length - 1
  let slot = (a ^ Math.imul(b, 0x9e3779b1)) & mask
  while (slots.rows[slot] !== 0 && (slots.first[slot] !== a || slots.second[slot] !== b))
    slot = (slot + 1) & mask
  return slot
}

const put = (slots: Slots, slot: number, a: number, b: number, stored: number): void => {
  slots.first[slot] = a
  slots.second[slot] = b
  slots.rows[slot] = stored
}

const grown = (slots: Slots): Slots => {
  const larger = emptySlots(slots.rows.length * 2)
  for (const [slot, stored] of slots.rows.entries()) {
    if (stored === 0) continue
    const a = slots.first[slot] ?? 0
    const b = slots.second[slot] ?? 0
    put(larger, slotOf(larger, a, b), a, b, stored)
  }
  return larger
}

/** Makes an empty index. */
export const createIdIndex = (): IdIndex => {
  let slots = emptySlots(1024)
  let size = 0
  return {
    get size() {
      return size
    },
    has: (id) => slots.rows[slotOf(slots, ...hashes(id))] !== 0,
    add: (id, row) => {
      const [a, b] = hashes(id)
      const slot = slotOf(slots, a, b)
      const stored = slots.rows[slot] ?? 0
      if (stored !== 0) return stored - 1
      put(slots, slot, a, b, row + 1)
      size += 1
      if (size * 2 > slots.rows.length) slots = grown(slots)
      return undefined
    },
  }
}
