import type { BatchOperation } from '../dialect/batch-answer.js'
import { backOffMs, sleep } from '../http/retry.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import type { Batch, Item } from './batch.js'
import type { Connection } from './connection.js'
import type { Journal } from './journal.js'
import type { EntityOutcome, OutcomeName } from './outcome.js'
import type { Agreement } from './same-entity.js'
import type { SizeLimit } from './size-limit.js'

/** What batches of one operation share. */
export interface BulkRun {
  readonly connection: Connection
  readonly operation: BatchOperation
  /** Value of the options parameter. */
  readonly options: string | undefined
  readonly agreement: Agreement
  readonly skipUnchanged: boolean
  readonly attempts: number
  readonly deadlineMs: number
  readonly minDelayMs: number
  readonly size: SizeLimit
  /** Bytes of a batch that the caller or the dialect allows; `size` may know less. */
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
  readonly journal: Journal | undefined
  /** Keeps outcomes that nobody pulls any more, because the consumer has broken off. */
  readonly keep: (outcomes: readonly EntityOutcome[]) => Promise<void>
  /** Looks at what was written first of a model; undefined where nothing new comes into being. */
  readonly firstWrites: ((batch: Batch, id: string) => Promise<void>) | undefined
  /** When the first entity of a tenant is in, where a broker needs that to be alone. */
  readonly tenants: Map<string, Promise<void>> | undefined
  /** This broker fails at upsert with update: each entity is created, and updated where it is there. */
  splitsUpsert: boolean
  /** No request leaves before `until`, because a broker said so with `problem`; shared by all workers. */
  cooling: { readonly until: number; readonly problem: ProblemDetails } | undefined
  /** When the broker last took a request. */
  acceptedAt: number
  /** How often a part was halved to find the one entity that it fails at. */
  searches: number
  requests: number
  retries: number
  bytes: number
}

/** Items that are sent together, and what happened to them so far. */
export interface Part {
  readonly batch: Batch
  /** All of the batch, or what is left of it. */
  readonly items: readonly Item[]
  /** What is asked of the broker for it; other than the run's where that is emulated. */
  readonly operation: BatchOperation
  readonly attempt: number
  /** How often it was sent, in a larger batch or alone. */
  readonly sent: number
  /** An earlier attempt may have reached the broker. */
  readonly doubtful: boolean
  readonly until: number
  readonly problem?: ProblemDetails | undefined
  /** What the broker said of single items, where that differs. */
  readonly problems?: ReadonlyMap<Item, ProblemDetails> | undefined
  /** Answers that led nowhere and were asked for again: without a verdict, or 413 for one entity alone. */
  readonly silences: number
}

/** What one attempt led to: ends, parts to send again, parts that nobody vouches for. */
export interface Step {
  readonly outcomes: readonly EntityOutcome[]
  readonly again: readonly Part[]
  readonly unsettled: readonly Part[]
}

/** A step with nothing in it. */
export const nothing: Step = { outcomes: [], again: [], unsettled: [] }

/** Makes the end of one item. */
export const outcome = (
  item: Item,
  part: Part,
  name: OutcomeName,
  problem?: ProblemDetails,
): EntityOutcome =>
  problem === undefined
    ? { id: item.id, index: item.index, outcome: name, attempts: part.sent }
    : { id: item.id, index: item.index, outcome: name, attempts: part.sent, problem }

/** Ends every item of a part as failed, unless an earlier attempt may have brought it in: then it is read back. */
export const failAll = (part: Part, problem: ProblemDetails): Step =>
  part.doubtful
    ? { ...nothing, unsettled: [{ ...part, problem }] }
    : { ...nothing, outcomes: part.items.map((item) => outcome(item, part, 'failed', problem)) }

/** Splits a part in two. */
export const halves = (part: Part): readonly Part[] => {
  const middle = Math.ceil(part.items.length / 2)
  return [
    { ...part, items: part.items.slice(0, middle) },
    { ...part, items: part.items.slice(middle) },
  ]
}

/** Reads the entities of a part back out of the body of its batch. */
export const entitiesOf = ({ batch, items }: Part): ReadonlyMap<Item, unknown> => {
  const entities = JSON.parse(batch.body.toString('utf8')) as readonly unknown[]
  const all = new Map(batch.items.map((item, index) => [item, entities[index]]))
  return new Map(items.map((item) => [item, all.get(item)]))
}

/** The body of a part; nothing is written again for a whole batch. */
export const bodyOf = (part: Part): Buffer =>
  part.items.length === part.batch.items.length
    ? part.batch.body
    : Buffer.from(JSON.stringify([...entitiesOf(part).values()]))

/** Sends a part again after a wait; unsettled when attempts or time are used up. */
export const repeat = async (
  run: BulkRun,
  part: Part,
  problem: ProblemDetails,
  waitMs: number,
): Promise<Step> => {
  const late = performance.now() + waitMs > part.until
  if (part.attempt >= run.attempts || late) return { ...nothing, unsettled: [{ ...part, problem }] }
  run.retries += 1
  // What the signal ends here has not been sent again: its account is that of the attempts before.
  await sleep(waitMs, run.signal).catch(() => undefined)
  return { ...nothing, again: [{ ...part, attempt: part.attempt + 1 }] }
}

/** The wait before the next attempt of a part, in milliseconds. */
export const waitFor = (run: BulkRun, part: Part): number =>
  backOffMs(part.attempt - 1, { minDelayMs: run.minDelayMs })
