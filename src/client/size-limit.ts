/** Learns how large a batch body may be, from what the broker accepts and refuses. */
export interface SizeLimit {
  /** Bytes that a batch may have now. */
  readonly bytes: () => number
  /** A body of so many bytes went through. */
  readonly accepted: (bytes: number) => void
  /** A body of so many bytes was answered 413. */
  readonly refused: (bytes: number) => void
}

/** Accepted bodies near the limit after which twice as much is tried again. */
const streakToGrow = 20

/**
 * Makes a learner that knows of no limit yet. A refusal of a size that went through before teaches nothing: gateways
 * also answer 413 for other reasons.
 */
export const createSizeLimit = (): SizeLimit => {
  let limit = Number.POSITIVE_INFINITY
  let largestAccepted = 0
  let streak = 0
  return {
    bytes: () => limit,
    accepted: (bytes) => {
      largestAccepted = Math.max(largestAccepted, bytes)
      if (bytes < limit / 2) return
      streak += 1
      if (streak < streakToGrow) return
      streak = 0
      limit *= 2
    },
    refused: (bytes) => {
      if (bytes <= largestAccepted) return
      streak = 0
      limit = Math.max(1024, Math.min(limit, Math.floor(bytes / 2)))
    },
  }
}
