import pRetry from 'p-retry'
import { isNetworkError, UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { longestTimerMs } from './exchange.js'
import type { Reply } from './reply.js'

/** When and how long a request is tried again. */
export interface RetryOptions {
  /** Attempts in all, the first among them. @default 5 */
  readonly attempts?: number | undefined
  /** Longest wait before the first repetition; doubles each time. @default 500 */
  readonly minDelayMs?: number | undefined
  /** @default 30000 */
  readonly maxDelayMs?: number | undefined
  /** No repetition starts after it, nor runs beyond it. @default 120000 */
  readonly deadlineMs?: number | undefined
  /** Source of jitter, 0 to 1. @default Math.random */
  readonly random?: (() => number) | undefined
}

/** What one attempt led to: an answer, or an error. */
export type Attempted = { readonly reply: Reply } | { readonly error: unknown }

/** What the decision looks at beside the attempt. */
export interface RetryFacts {
  /** Whether sending it twice does no harm. */
  readonly idempotent: boolean
  /** Statuses that pass, from the dialect. */
  readonly statuses: readonly number[]
  /** Titles of problems that pass whatever their status, from the dialect. */
  readonly titles?: readonly string[] | undefined
}

const titleOf = ({ body }: Reply): string => (isObject(body) ? String(body['title']) : '')

/** Codes of errors that came before the request left: repeating it is safe for every method. */
export const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNECTTIMEOUT',
  'EOPEN',
  'ENOTOKEN',
])
const hopeless: ReadonlySet<string> = new Set(['ETOOBIG', 'ENOTJSON', 'ENOTFOUND'])

/** Tells errors that asking again does not mend, and that came before anything was sent. */
export const isLasting = (code: string): boolean =>
  ['EPRIVATE', 'EPROTO', 'EBADTOKEN'].includes(code) ||
  /CERT|SIGNED|VERIFY|ERR_TLS|ERR_OSSL|ERR_INVALID|ERR_UNESCAPED/.test(code)

/** Decides whether an attempt is worth repeating; pure. */
export const isWorthRepeating = (attempted: Attempted, facts: RetryFacts): boolean => {
  if ('reply' in attempted) {
    const { status } = attempted.reply
    if (status < 400) return false
    if (!facts.statuses.includes(status) && facts.titles?.includes(titleOf(attempted.reply)) !== true)
      return false
    // 429 and 503 say that nothing was done; others may come after the broker has acted.
    return facts.idempotent || status === 429 || status === 503
  }
  if (!isNetworkError(attempted.error)) return false
  const code = attempted.error.code ?? ''
  return !hopeless.has(code) && !isLasting(code) && (facts.idempotent || neverSent.has(code))
}

/** Milliseconds that a Retry-After header asks for (seconds or an HTTP date), or undefined. */
export const retryAfterMs = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined
  const seconds = Number(header)
  if (header.trim() !== '' && Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The wait before repetition number `repetition` (0 is the first): full jitter over a doubling range. */
export const backOffMs = (repetition: number, options: RetryOptions = {}): number => {
  const { minDelayMs = 500, maxDelayMs = 30_000, random = Math.random } = options
  return Math.round(random() * Math.min(maxDelayMs, minDelayMs * 2 ** repetition))
}

/** Waits; rejects with the signal's reason when that fires first. */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason)
    const onAbort = (): void => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      },
      Math.min(ms, longestTimerMs),
    )
    signal?.addEventListener('abort', onAbort, { once: true })
  })

/** Gives up waiting for work that others share; the work itself goes on. Rejects with the signal's reason. */
export const orAborted = async <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return work
  const waiting = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const onAbort = (): void => reject(signal.reason)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true, signal: waiting.signal })
  })
  try {
    return await Promise.race([aborted, work])
  } finally {
    waiting.abort()
  }
}

/** Checks what a caller gave; a UsageError names the option. */
export const checkRetry = (options: RetryOptions): void => {
  const { attempts = 1, minDelayMs = 0, maxDelayMs = 0, deadlineMs = 0 } = options
  if (!(Number.isInteger(attempts) && attempts > 0))
    throw new UsageError(`retry.attempts must be a whole number above 0; got ${String(attempts)}`)
  for (const [name, value] of Object.entries({ minDelayMs, maxDelayMs, deadlineMs }))
    if (!(typeof value === 'number' && value >= 0))
      throw new UsageError(`retry.${name} must be milliseconds, 0 or more; got ${String(value)}`)
}

class UnsettledReply extends Error {
  readonly reply: Reply
  constructor(reply: Reply) {
    super('an answer that may pass')
    this.reply = reply
  }
}

const attemptedOf = (error: Error): Attempted =>
  error instanceof UnsettledReply ? { reply: error.reply } : { error }

const waitMs = (attempted: Attempted, repetition: number, options: RetryOptions): number => {
  const asked =
    'reply' in attempted ? retryAfterMs(attempted.reply.headers['retry-after'], Date.now()) : undefined
  return Math.max(asked ?? 0, backOffMs(repetition, options))
}

/**
 * Runs an attempt until it settles: an answer that will not change, a lasting error, no attempts or no time left.
 * The last answer is given back whatever its status; a Retry-After longer than the deadline ends it at once.
 */
export const withRetry = async (
  attempt: (number: number, leftMs: number) => Promise<Reply>,
  facts: RetryFacts,
  options: RetryOptions = {},
  signal?: AbortSignal,
): Promise<Reply> => {
  const { attempts = 5, deadlineMs = 120_000 } = options
  const until = performance.now() + deadlineMs
  let stopped = false
  try {
    return await pRetry(
      async (number) => {
        const reply = await attempt(number, Math.max(1, until - performance.now()))
        if (isWorthRepeating({ reply }, facts)) throw new UnsettledReply(reply)
        return reply
      },
      {
        retries: attempts - 1,
        minTimeout: 0,
        ...(signal === undefined ? {} : { signal }),
        shouldRetry: ({ error }) => !stopped && isWorthRepeating(attemptedOf(error), facts),
        // p-retry knows nothing of Retry-After and its jitter never goes below the base: wait here instead.
        onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
          const attempted = attemptedOf(error)
          if (retriesLeft === 0 || !isWorthRepeating(attempted, facts)) return
          const wait = waitMs(attempted, attemptNumber - 1, options)
          stopped = performance.now() + wait > until
          if (!stopped) await sleep(wait, signal)
        },
      },
    )
  } catch (error) {
    // p-retry makes a TypeError of a reason that is no Error.
    signal?.throwIfAborted()
    if (error instanceof UnsettledReply) return error.reply
    throw error
  }
}
