import type { Representation } from '../client/result.js'
import type { Change } from './change.js'
import type { SubscriptionOptions } from './declaration.js'
import type { Ensured } from './ensure.js'
import type { HubOptions } from './hub.js'
import type { Reconciled } from './reconcile.js'

/** How a live subscription runs. */
export interface SubscribeOptions<S, N, R extends Representation = 'simplified'>
  extends SubscriptionOptions<S, N>,
    HubOptions {
  /** Form of the entities. @default 'simplified' */
  readonly as?: R | undefined
  /** Tells every entity that is there at the start. @default false: only what changes from then on */
  readonly initial?: boolean | undefined
  /** Seconds between comparisons with the broker; 0: none but at the start. @default 60 */
  readonly reconcileSeconds?: number | undefined
  /** Every so many comparisons read everything, for deletions. @default 10 */
  readonly fullEvery?: number | undefined
  /** File that keeps what was told, so that a restarted process goes on where this one stopped. */
  readonly state?: string | undefined
  /** Entities handled at once; changes of one entity always come one after the other. @default 8 */
  readonly concurrency?: number | undefined
  /** Attempts of a handler that throws. @default 3 */
  readonly attempts?: number | undefined
  /** Gets a change whose handler kept throwing. */
  readonly onDeadLetter?: ((change: Change<unknown>, error: unknown) => void) | undefined
  /** Told when comparing with the broker failed; it is tried again at the next interval. */
  readonly onError?: ((error: unknown) => void) | undefined
  /** Deletes the subscription from the broker when this one closes. @default false */
  readonly ephemeral?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** What a live subscription did so far. */
export interface LiveStatus {
  readonly subscriptionId: string
  /** Address that the broker is given. */
  readonly endpoint: string
  /** Address where the receiver itself listens. */
  readonly receiver: string
  readonly ensured: Ensured
  /** Entities in notifications. */
  readonly received: number
  readonly delivered: number
  readonly duplicates: number
  /** Older than what had been told. */
  readonly late: number
  /** Found by comparing, not told by the broker. */
  readonly reconciled: number
  readonly deadLetters: number
  readonly waiting: number
  readonly known: number
  /** Times that the broker's subscription was found paused or missing and woken. */
  readonly revived: number
  readonly lastNotificationAt: string | undefined
}

/** A live subscription; without a handler it is iterated. */
export interface LiveSubscription<Entity> extends AsyncIterable<Change<Entity>> {
  readonly status: () => LiveStatus
  /** Compares with the broker now: `all` also finds deletions. */
  readonly reconcile: (extent?: 'recent' | 'all') => Promise<Reconciled>
  /** Takes nothing new, handles what is there, keeps the state. */
  readonly close: () => Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
