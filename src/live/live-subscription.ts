import type { Representation } from '../client/result.js'
import type { Change } from './change.js'
import type { SubscriptionOptions } from './declaration.js'
import type { EnsuredHow } from './ensure.js'
import type { Health } from './health.js'
import type { HubOptions } from './hub.js'
import type { Extent, Reconciled } from './reconcile.js'

/** How a live subscription runs. */
export interface SubscribeOptions<S, N, R extends Representation = 'simplified'>
  extends SubscriptionOptions<S, N>,
    HubOptions {
  /** Form of the entities. @default 'simplified' */
  readonly as?: R | undefined
  /** Leaves createdAt and modifiedAt in the entities. @default false */
  readonly sysAttrs?: boolean | undefined
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
  /** Attempts of a handler that throws, with growing pauses from 0.2 s. @default 3 */
  readonly attempts?: number | undefined
  /** File that gets each change whose handler kept throwing, a line of JSON with the reason. */
  readonly deadLetter?: string | undefined
  /** Gets a change whose handler kept throwing. */
  readonly onDeadLetter?: ((change: Change<unknown>, error: unknown) => void) | undefined
  /** Gives each change the entity as it was told before; kept on this side, so that it works with every broker. @default false */
  readonly showChanges?: boolean | undefined
  /** Told when comparing with the broker failed; it is tried again at the next interval. */
  readonly onError?: ((error: unknown) => void) | undefined
  /** Told once per sentence what is likely wrong with the set-up and what to change, such as an endpoint out of the broker's reach. */
  readonly onWarning?: ((sentence: string) => void) | undefined
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
  readonly ensured: EnsuredHow
  /** Entities in notifications. */
  readonly received: number
  readonly delivered: number
  readonly duplicates: number
  /** Older than what had been told. */
  readonly late: number
  /** Found by comparing, not told by the broker. */
  readonly reconciled: number
  /** Read from the broker because times did not tell which version is the later one. */
  readonly readBack: number
  readonly deadLetters: number
  /** Notifications refused because too many waited; a comparison follows. */
  readonly overflowed: number
  readonly waiting: number
  readonly known: number
  /** Times that the broker's subscription was found paused or missing and woken. */
  readonly revived: number
  readonly lastNotificationAt: string | undefined
  /** Milliseconds from the last change in the broker to its delivery here; differs by what the clocks differ. */
  readonly lagMs: number | undefined
  /** What the broker said of the subscription at the last comparison. */
  readonly health: Health | undefined
  readonly warnings: readonly string[]
}

/** A live subscription; without a handler it is iterated. */
export interface LiveSubscription<Entity> extends AsyncIterable<Change<Entity>> {
  readonly status: () => LiveStatus
  /** Compares with the broker now: `all` also finds deletions. */
  readonly reconcile: (extent?: Extent) => Promise<Reconciled>
  /** The counters in the text format of Prometheus. */
  readonly metrics: () => string
  /** Takes nothing new, handles what is there, keeps the state. */
  readonly close: () => Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
