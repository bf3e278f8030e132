/** The ids that are on their way: in an open batch, in one that waits, or sent and not answered. */
export interface Lanes {
  /** Takes an id in; true when it was on its way already. */
  readonly enter: (id: string) => boolean
  readonly leave: (id: string) => void
}

/** Makes empty lanes. One set for all batches: a set per batch, asked by every other batch, costs three times as much. */
export const createLanes = (): Lanes => {
  const underway = new Set<string>()
  /** How often more than once. */
  const repeated = new Map<string, number>()
  return {
    enter: (id) => {
      const before = underway.size
      if (underway.add(id).size > before) return false
      repeated.set(id, (repeated.get(id) ?? 0) + 1)
      return true
    },
    leave: (id) => {
      const more = repeated.size === 0 ? undefined : repeated.get(id)
      if (more === undefined) underway.delete(id)
      else if (more === 1) repeated.delete(id)
      else repeated.set(id, more - 1)
    },
  }
}
