/** Tells which ids may be on their way: in a batch that is filled, waits, or is sent and not answered. */
export interface Underway {
  /** Takes an id in by its slot; false when it surely was not there, true when that must be looked up. */
  readonly enter: (slot: number) => boolean
  readonly leave: (slot: number) => void
  readonly close: () => void
}

// A thousand ids are on their way at most times: one in 250 of the others shares a slot with one of them.
const slots = 2 ** 18
const tail = 10

/** The slot of an id, told once: by the time it leaves, its text is out of the cache. Ids of a load differ at their end. */
export const slotOf = (id: string): number => {
  let hash = id.length
  for (let at = Math.max(0, id.length - tail); at < id.length; at += 1)
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & (slots - 1)
}

// Half a mebibyte that the next load takes over: a service that writes one entity at a time would fill the heap with them.
let spare: Uint16Array | undefined

/** Makes an empty register. It counts ids by a hash: sets of the ids themselves took a tenth of a load's whole time. */
export const createUnderway = (): Underway => {
  const counts = spare ?? new Uint16Array(slots)
  spare = undefined
  let inside = 0
  return {
    enter: (slot) => {
      const before = counts[slot] ?? 0
      counts[slot] = before + 1
      inside += 1
      return before > 0
    },
    leave: (slot) => {
      counts[slot] = (counts[slot] ?? 1) - 1
      inside -= 1
    },
    close: () => {
      // What a stopped load left inside would be taken for the next one's.
      if (inside === 0) spare = counts
    },
  }
}
