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
  // A power of two.
  let slots = 1024
  let table = new Uint32Array(slots * words)
  let count = 0

  const fingerprint = (id: string): void => {
    let [a, b, c] = seeds
    // Two UTF-16 units fit into one word: half the steps. A missing second one counts as 0xffff, which no URI holds.
    for (let index = 0; index < id.length; index += 2) {
      const code = id.charCodeAt(index) | ((index + 1 < id.length ? id.charCodeAt(index + 1) : 0xffff) << 16)
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
