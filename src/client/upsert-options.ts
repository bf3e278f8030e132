import { UsageError } from '../errors.js'
import type { JournalOptions } from './journal.js'
import type { Progress } from './outcome.js'

/** How a bulk operation runs. */
export interface UpsertOptions {
  /**
   * `update` keeps attributes that are not sent; `replace` removes them, other suppliers' among them.
   * @default 'update'
   */
  readonly mode?: 'update' | 'replace' | undefined
  /** Entities per request. @default what the dialect takes well */
  readonly batchSize?: number | undefined
  /** Bytes per request. @default what the dialect takes */
  readonly maxBytes?: number | undefined
  /** Requests at once. @default what the dialect takes well */
  readonly concurrency?: number | undefined
  /**
   * `reject`: entities against their model are not sent; `report`: they are sent and told; `false`: not looked at.
   * @default 'reject'
   */
  readonly validate?: 'reject' | 'report' | false | undefined
  /** Reads each batch back first and leaves out what the broker has already. @default false */
  readonly skipUnchanged?: boolean | undefined
  /** Attempts per entity. @default 10 */
  readonly attempts?: number | undefined
  /** Milliseconds after which a batch is not tried again. @default 120000 */
  readonly deadlineMs?: number | undefined
  /** Longest wait before the first repetition, in milliseconds. @default 500 */
  readonly minDelayMs?: number | undefined
  /** Milliseconds that a half-filled batch waits for a slow source. @default 1000 */
  readonly maxWaitMs?: number | undefined
  /** Told at most four times a second, and at the end. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Number of entities in the source, for the remaining time. */
  readonly expected?: number | undefined
  /** File that takes what was not written, as NDJSON that can be sent again; the reasons stand beside it. */
  readonly deadLetter?: string | undefined
  /** Keeps what became of each entity, so that a load that was killed goes on where it stopped. */
  readonly journal?: JournalOptions | undefined
  /** Context URL for these entities. @default the model's */
  readonly context?: string | undefined
  /** Ends it; the account stays exact. `AbortSignal.timeout(…)` is the deadline of a whole load. */
  readonly signal?: AbortSignal | undefined
}

const least = (name: string, value: number | undefined, minimum: number): void => {
  if (value !== undefined && !(Number.isFinite(value) && value >= minimum))
    throw new UsageError(`${name} must be a number, ${minimum} or more; got ${value}`)
}

const filled = (name: string, value: string): void => {
  if (typeof value !== 'string' || value === '')
    throw new UsageError(`${name} must be a text that is not empty; got ${JSON.stringify(value)}`)
}

/** Refuses options that mean nothing, by name. */
export const checkOptions = (options: UpsertOptions): void => {
  for (const name of ['batchSize', 'maxBytes', 'concurrency', 'attempts', 'deadlineMs'] as const)
    least(name, options[name], 1)
  for (const name of ['minDelayMs', 'maxWaitMs', 'expected'] as const) least(name, options[name], 0)
  const { validate, mode, journal, deadLetter } = options
  if (validate !== undefined && validate !== 'reject' && validate !== 'report' && validate !== false)
    throw new UsageError(`validate must be 'reject', 'report' or false; got ${String(validate)}`)
  if (mode !== undefined && mode !== 'update' && mode !== 'replace')
    throw new UsageError(`mode must be 'update' or 'replace'; got ${String(mode)}`)
  if (deadLetter !== undefined) filled('deadLetter', deadLetter)
  if (journal === undefined) return
  filled('journal.file', journal.file)
  // Without it, a source that has changed would be taken for the one that was begun.
  filled('journal.source', journal.source)
}
