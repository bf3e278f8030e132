/** When a broker that does not answer is left alone. */
export interface BreakerOptions {
  /** Failures in a row that open it. @default 5 */
  readonly failures?: number | undefined
  /** Milliseconds until one request may probe again. @default 15000 */
  readonly openMs?: number | undefined
  /** @default performance.now */
  readonly now?: (() => number) | undefined
}

/** Counts failures in a row; open, it lets one probe through per interval. */
export interface Breaker {
  /** `closed`: go on. `open`: do not ask; `probe`: ask for health first, and tell how it went. */
  readonly enter: () => 'closed' | 'open' | 'probe'
  readonly succeed: () => void
  readonly fail: () => void
  /** The probe was given up; another request may probe at once. */
  readonly release: () => void
  /** Milliseconds until the next probe; 0 when closed. */
  readonly waitMs: () => number
}

/** Makes a circuit breaker; pure but for its own counters. */
export const createBreaker = (options: BreakerOptions = {}): Breaker => {
  const { failures = 5, openMs = 15_000, now = () => performance.now() } = options
  let inRow = 0
  let openUntil: number | undefined
  return {
    enter: () => {
      if (openUntil === undefined) return 'closed'
      if (now() < openUntil) return 'open'
      openUntil = now() + openMs
      return 'probe'
    },
    succeed: () => {
      inRow = 0
      openUntil = undefined
    },
    fail: () => {
      inRow += 1
      if (inRow >= failures) openUntil = now() + openMs
    },
    release: () => {
      if (openUntil !== undefined) openUntil = now()
    },
    waitMs: () => (openUntil === undefined ? 0 : Math.max(0, openUntil - now())),
  }
}
