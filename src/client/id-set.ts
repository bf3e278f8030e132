import { randomInt } from 'node:crypto'

/** Remembers ids in at most 32 bytes each, whatever their length. */
export interface IdSet {
  /** Adds an id; false when it was there. */
  readonly add: (id: string) => boolean
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
  const print = new Uint32Array(words)
  let slots = 1024
  let table = new Uint32Array(slots * words)
  let count = 0

  const fingerprint = (id: string): void => {
    let [a, b, c] = seeds
    for (let index = 0; index < id.length; index++) {
      const code = id.charCodeAt(index)
      a = Math.imul(a ^ code, 0x9e3779b1)
      b = Math.imul(b ^ code, 0x5f356495)
      c = Math.imul((c << 5) ^ (c >>> 27) ^ code, 0x27d4eb2f)
    }
    // Zero marks an empty slot.
    print[0] = mix(a) || 1
    print[1] = mix(b ^ a)
    print[2] = mix(c ^ b)
  }

  /** Index of the slot that holds the words, or of the empty one where they belong. */
  const slotOf = (first: number, second: number, third: number): number => {
    let slot = ((first ^ (second >>> 7)) >>> 0) % slots
    for (;;) {
      const at = slot * words
      const found = table[at]
      if (found === 0) return at
      if (found === first && table[at + 1] === second && table[at + 2] === third) return at
      slot = slot + 1 === slots ? 0 : slot + 1
    }
  }

  const put = (source: Uint32Array, at: number): boolean => {
    const [first = 0, second = 0, third = 0] = [source[at], source[at + 1], source[at + 2]]
    const slot = slotOf(first >>> 0, second >>> 0, third >>> 0)
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
    add: (id) => {
      if (count + 1 > slots * maxLoad) grow()
      fingerprint(id)
      const added = put(print, 0)
      if (added) count += 1
      return added
    },
    size: () => count,
    bytes: () => table.byteLength,
  }
}
