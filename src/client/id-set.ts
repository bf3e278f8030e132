import { randomInt } from 'node:crypto'

/** Remembers ids in at most 32 bytes each, whatever their length. */
export interface IdSet {
  /** Adds the ids of items; gives the items whose id was not there, of two with one id the first. */
  readonly addAll: <T>(items: readonly T[], idOf: (item: T) => string) => readonly T[]
  readonly size: () => number
  /** Bytes of the table. */
  readonly bytes: () => number
}

// Three words of 32 bits: among ten million ids, two share a fingerprint with a chance of about 10^-15.
const words = 3
const maxLoad = 0.78

const mix = (hash: number): number => {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Makes an empty set; fingerprints are seeded per set, so that nobody can prepare ids that collide. */
export const createIdSet = (): IdSet => {
  const seeds = [randomInt(2 ** 32), randomInt(2 ** 32), randomInt(2 ** 32)] as const
  // The fingerprints of one call. All are made before the first is looked up, so that the processor waits for several
  // places of the table at once: the table is larger than its caches, and this halves the time of both together.
  let prints = new Uint32Array(words)
  // A power of two.
  let slots = 1024
  let table = new Uint32Array(slots * words)
  let count = 0

  const fingerprint = (id: string, at: number): void => {
    let [a, b, c] = seeds
    // Two UTF-16 units fit into one word: half the steps. A missing second one counts as 0xffff, which no URI holds.
    for (let index = 0; index < id.length; index += 2) {
      const code = id.charCodeAt(index) | ((index + 1 < id.length ? id.charCodeAt(index + 1) : 0xffff) << 16)
      a = Math.imul(a ^ code, 0x9e3779b1)
      b = Math.imul(b ^ code, 0x5f356495)
      c = Math.imul((c << 5) ^ (c >>> 27) ^ code, 0x27d4eb2f)
    }
    // Zero marks an empty slot.
    prints[at] = mix(a) || 1
    prints[at + 1] = mix(b ^ a)
    prints[at + 2] = mix(c ^ b)
  }

  /** Index of the slot that holds the words, or of the empty one where they belong. */
  const slotOf = (first: number, second: number, third: number): number => {
    let slot = (first ^ (second >>> 7)) & (slots - 1)
    for (;;) {
      const at = slot * words
      const found = table[at]
      if (found === 0) return at
      if (found === first && table[at + 1] === second && table[at + 2] === third) return at
      slot = slot + 1 === slots ? 0 : slot + 1
    }
  }

  const put = (source: Uint32Array, at: number): boolean => {
    const first = source[at] ?? 0
    const second = source[at + 1] ?? 0
    const third = source[at + 2] ?? 0
    const slot = slotOf(first, second, third)
    if (table[slot] !== 0) return false
    table[slot] = first
    table[slot + 1] = second
    table[slot + 2] = third
    return true
  }

  const grow = (): void => {
    const old = table
    slots *= 2
    table = new Uint32Array(slots * words)
    for (let at = 0; at < old.length; at += words) if (old[at] !== 0) put(old, at)
  }

  return {
    addAll: (items, idOf) => {
      while (count + items.length > slots * maxLoad) grow()
      if (prints.length < items.length * words) prints = new Uint32Array(items.length * words)
      let at = 0
      for (const item of items) {
        fingerprint(idOf(item), at)
        at += words
      }
      at = -words
      const fresh = items.filter(() => {
        at += words
        return put(prints, at)
      })
      count += fresh.length
      return fresh
    },
    size: () => count,
    bytes: () => table.byteLength,
  }
}
