import { appendFile } from 'node:fs/promises'
import { sleep } from '../http/retry.js'
import type { Queue } from '../receiver/queue.js'
import type { Change } from './change.js'

/** A change on its way to whoever iterates; `settle` says whether they took it. */
export interface Offer {
  readonly change: Change<unknown>
  readonly settle: (isTaken: boolean) => void
}

/** How changes reach their user. */
export interface DeliveryOptions {
  readonly handler: ((change: Change<unknown>) => void | Promise<void>) | undefined
  /** Takes changes where there is no handler. */
  readonly offers: Queue<Offer>
  readonly attempts?: number | undefined
  readonly deadLetter?: string | undefined
  readonly onDeadLetter?: ((change: Change<unknown>, error: unknown) => void) | undefined
  readonly onError?: ((error: unknown) => void) | undefined
  readonly signal: AbortSignal
}

/** What became of a change; one that nobody took is told again by the next process. */
export type Delivered = 'handled' | 'dead' | 'untaken'

const offer = ({ offers, signal }: DeliveryOptions, change: Change<unknown>): Promise<Delivered> =>
  new Promise((resolve) => {
    const settle = (isTaken: boolean): void => {
      signal.removeEventListener('abort', giveUp)
      resolve(isTaken ? 'handled' : 'untaken')
    }
    const giveUp = (): void => settle(false)
    if (signal.aborted) return settle(false)
    signal.addEventListener('abort', giveUp, { once: true })
    offers.put({ change, settle }).then((isIn) => isIn || settle(false), giveUp)
  })

/** A dead letter is one line of JSON: the change and what the handler said last. */
const bury = async (options: DeliveryOptions, change: Change<unknown>, error: unknown): Promise<void> => {
  options.onDeadLetter?.(change, error)
  if (options.deadLetter === undefined) return
  const reason = error instanceof Error ? error.message : String(error)
  try {
    await appendFile(options.deadLetter, `${JSON.stringify({ reason, change })}\n`)
  } catch (failure) {
    options.onError?.(failure)
  }
}

/** Milliseconds before a handler's second attempt; doubles each time. */
const firstWaitMs = 200
const longestWaitMs = 30_000

/** Calls the handler until it holds, its attempts are used up; or offers the change to whoever iterates. */
export const deliverChange = async (
  options: DeliveryOptions,
  change: Change<unknown>,
): Promise<Delivered> => {
  const { handler, attempts = 3, signal } = options
  if (handler === undefined) return offer(options, change)
  for (let number = 1; ; number++) {
    try {
      await handler(change)
      return 'handled'
    } catch (error) {
      if (number >= attempts) {
        await bury(options, change, error)
        return 'dead'
      }
    }
    // Closing does not wait for better times: the change is told again by the next process.
    const isOver = await sleep(Math.min(longestWaitMs, firstWaitMs * 2 ** (number - 1)), signal).then(
      () => false,
      () => true,
    )
    if (isOver) return 'untaken'
  }
}
