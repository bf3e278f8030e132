/** The most ids that are remembered to find those that repeat; beyond it the rule is silent. */
const maxIds = 4_000_000

/**
 * A 53-bit hash of a text (two multiplicative hashes of 32 bits, mixed): among four million ids, two different ones share one
 * with a probability of 1 in 1,100.
 */
const hashOf = (text: string): number => {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  // 0 marks an empty slot.
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1
}

const slotOf = (slots: Float64Array, hash: number): number => {
  let slot = hash % slots.length
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) % slots.length
  return slot
}

const grown = (slots: Float64Array): Float64Array => {
  const larger = new Float64Array(slots.length * 2 + 1)
  for (const hash of slots) if (hash !== 0) larger[slotOf(larger, hash)] = hash
  return larger
}

/** Makes a memory that tells whether an id came before; 16 bytes an id, where a set of texts takes a hundred. */
export const createIdMemory = (): ((id: unknown) => boolean) => {
  let slots: Float64Array = new Float64Array(1021)
  let size = 0
  return (id) => {
    if (typeof id !== 'string') return false
    const hash = hashOf(id)
    const slot = slotOf(slots, hash)
    if (slots[slot] === hash) return true
    if (size >= maxIds) return false
    slots[slot] = hash
    size += 1
    if (size * 2 > slots.length) slots = grown(slots)
    return false
  }
}
