import { UsageError } from '../errors.js'

/** When a broker that does not answer is left alone. */
export interface BreakerOptions {
  /** Failures in a row that open it. @default 5 */
  readonly failures?: number | undefined
  /** Longest milliseconds until one request may probe again: 1000 at first, doubled by each probe. @default 15000 */
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

/** Checks what a caller gave; a UsageError names the option. */
export const checkBreaker = ({ failures = 1, openMs = 1 }: BreakerOptions): void => {
  for (const [name, value] of Object.entries({ failures, openMs }))
    if (!(value > 0)) throw new UsageError(`breaker.${name} must be a number above 0; got ${value}`)
}

/** Makes a circuit breaker; pure but for its own counters. */
export const createBreaker = (options: BreakerOptions = {}): Breaker => {
  const { failures = 5, openMs = 15_000, now = () => performance.now() } = options
  let inRow = 0
  // A broker that starts again is back after a second or two: a long pause at once would cost more than the outage.
  const shortest = Math.min(1000, openMs)
  let openFor = shortest
  let openUntil: number | undefined
  return {
    enter: () => {
      if (openUntil === undefined) return 'closed'
      if (now() < openUntil) return 'open'
      openFor = Math.min(2 * openFor, openMs)
      openUntil = now() + openFor
      return 'probe'
    },
    succeed: () => {
      inRow = 0
      openFor = shortest
      openUntil = undefined
    },
    fail: () => {
      inRow += 1
      if (inRow >= failures) openUntil = now() + openFor
    },
    release: () => {
      if (openUntil !== undefined) openUntil = now()
    },
    waitMs: () => (openUntil === undefined ? 0 : Math.max(0, openUntil - now())),
  }
}
