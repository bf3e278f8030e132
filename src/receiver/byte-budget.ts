/** Bytes that may be held at once, whoever holds them. */
export interface ByteBudget {
  /** False when there is no room; nothing is taken then. */
  readonly take: (bytes: number) => boolean
  readonly give: (bytes: number) => void
}

/** Makes a budget of so many bytes. */
export const createByteBudget = (limit: number): ByteBudget => {
  let held = 0
  return {
    take: (bytes) => {
      if (held + bytes > limit) return false
      held += bytes
      return true
    },
    give: (bytes) => {
      held -= bytes
    },
  }
}
