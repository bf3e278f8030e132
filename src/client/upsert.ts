import type { BatchOperation } from '../dialect/batch-answer.js'
import type { Dialect } from '../dialect/dialect.js'
import { dialects } from '../dialect/table.js'
import { isNetworkError, UsageError } from '../errors.js'
import { runBulk } from './bulk.js'
import type { Connection } from './connection.js'
import { createDeadLetters, type DeadLetters } from './dead-letter.js'
import { type Journal, openJournal } from './journal.js'
import { firstWrites } from './name-check.js'
import type { EntityOutcome, UpsertReport } from './outcome.js'
import type { BulkRun } from './part.js'
import { type Job, type Keepers, preparer } from './preparation.js'
import type { Agreement } from './same-entity.js'
import { createTally, type Tally } from './tally.js'
import { checkOptions, type UpsertOptions } from './upsert-options.js'

/** A bulk operation as it runs: outcomes in lists, and the account so far. */
export interface Bulk {
  readonly outcomes: AsyncGenerator<readonly EntityOutcome[]>
  readonly tally: Tally
  readonly run: BulkRun
  readonly deadLetters: DeadLetters | undefined
  readonly journal: Journal | undefined
}

/** Keeps outcomes in dead letters, journal and account. */
type Keep = BulkRun['keep']

const keeper =
  ({ tally, deadLetters, journal }: Keepers): Keep =>
  async (outcomes) => {
    // Letters first: what a crash keeps out of the journal is sent again, and its letter is left out then.
    if (deadLetters !== undefined) await deadLetters.take(outcomes)
    if (journal !== undefined) await journal.take(outcomes)
    tally.add(outcomes)
  }

const isIterable = (source: unknown): boolean =>
  typeof source === 'object' &&
  source !== null &&
  (Symbol.asyncIterator in source || Symbol.iterator in source)

const optionsOf = (operation: BatchOperation, mode: 'update' | 'replace'): string | undefined =>
  operation === 'upsert' && mode === 'update' ? 'update' : undefined

/** How an entity is found again after `operation`: batch merge goes into values, some brokers merge into attributes. */
const agreementOf = (operation: BatchOperation, mode: 'update' | 'replace'): Agreement => {
  if (operation === 'merge') return { rigour: 'merged', whole: false }
  const replaced = operation === 'upsert' && mode === 'replace'
  return { rigour: replaced ? 'exact' : 'members', whole: replaced }
}

const runOf = (
  connection: Connection,
  { limits, warmUpTenants }: Dialect,
  operation: BatchOperation,
  options: UpsertOptions,
  keepers: Keepers,
): BulkRun => {
  const { mode = 'update' } = options
  return {
    connection,
    operation,
    options: optionsOf(operation, mode),
    agreement: agreementOf(operation, mode),
    skipUnchanged: options.skipUnchanged ?? false,
    attempts: options.attempts ?? 10,
    deadlineMs: options.deadlineMs ?? 120_000,
    minDelayMs: options.minDelayMs ?? 500,
    size: connection.batchSize,
    maxBytes: Math.min(options.maxBytes ?? limits.batchBytes, limits.batchBytes),
    signal: options.signal,
    journal: keepers.journal,
    keep: keeper(keepers),
    firstWrites: operation === 'upsert' || operation === 'create' ? firstWrites(connection) : undefined,
    tenants: warmUpTenants ? new Map() : undefined,
    splitsUpsert: false,
    cooling: undefined,
    acceptedAt: 0,
    searches: 0,
    requests: 0,
    retries: 0,
    bytes: 0,
  }
}

/** Opens the journal of a load; broker, tenant and operation must be the same as well as the source. */
const journalOf = (
  connection: Connection,
  operation: BatchOperation,
  { journal, mode = 'update' }: UpsertOptions,
): Promise<Journal | undefined> => {
  if (journal === undefined) return Promise.resolve(undefined)
  const { baseUrl, tenant = '' } = connection
  return openJournal(journal.file, { source: journal.source, broker: baseUrl, tenant, operation, mode })
}

/** The broker's row of the table; the careful one where it cannot be asked now, which the load accounts for itself. */
const rowFor = async (connection: Connection, signal: AbortSignal | undefined): Promise<Dialect> => {
  try {
    return await connection.dialect(signal)
  } catch (error) {
    if (isNetworkError(error) || signal?.aborted === true) return dialects.unknown
    throw error
  }
}

/** Prepares a bulk operation on a source; nothing is read or sent before its outcomes are pulled. */
export const startBulk = async (
  connection: Connection,
  source: Iterable<unknown> | AsyncIterable<unknown>,
  job: Job,
  options: UpsertOptions,
): Promise<Bulk> => {
  checkOptions(options)
  if (!isIterable(source))
    throw new UsageError('the source must be an array, an iterable or an async iterable of entities')
  const dialect = await rowFor(connection, options.signal)
  const { limits } = dialect
  const journal = await journalOf(connection, job.operation, options)
  const tally = createTally(journal?.earlier)
  const deadLetters =
    options.deadLetter === undefined ? undefined : createDeadLetters(options.deadLetter, journal?.earlier)
  const keepers = { tally, deadLetters, journal }
  const run = runOf(connection, dialect, job.operation, options, keepers)
  const bulkLimits = {
    entities: Math.min(options.batchSize ?? limits.batchEntities, limits.maxBatchEntities),
    concurrency: options.concurrency ?? limits.concurrency,
    maxWaitMs: options.maxWaitMs ?? 1000,
  }
  const prepare = preparer(job, options, connection, keepers, limits.maxInteger)
  return { outcomes: runBulk(source, prepare, run, bulkLimits), tally, run, deadLetters, journal }
}

/** The outcomes of a bulk operation, each list kept before it is given on. */
async function* keptOutcomes(bulk: Bulk): AsyncGenerator<readonly EntityOutcome[]> {
  const { outcomes: lists, run, deadLetters, journal } = bulk
  let ended = false
  try {
    for await (const outcomes of lists) {
      await run.keep(outcomes)
      yield outcomes
    }
    ended = run.signal?.aborted !== true
  } finally {
    try {
      await journal?.close(ended)
    } finally {
      await deadLetters?.close()
    }
  }
}

const progressEveryMs = 250
const heartbeatMs = 1000

interface Teller {
  /** Tells where it stands, unless that was done a moment ago. */
  readonly tell: () => void
  readonly tellEnd: () => void
  readonly stop: () => void
}

/** Tells how far an operation is, also while nothing settles because a broker does not answer. */
const createTeller = ({ tally, run }: Bulk, { onProgress, expected }: UpsertOptions): Teller => {
  let told = performance.now()
  let failure: { readonly error: unknown } | undefined
  const tellEnd = (): void => {
    told = performance.now()
    onProgress?.(tally.progress(run, expected))
  }
  const beat = (): void => {
    // Half of it: timers may come a little early.
    if (performance.now() - told < heartbeatMs / 2) return
    try {
      tellEnd()
    } catch (error) {
      // Nobody catches what a timer throws.
      failure ??= { error }
    }
  }
  const timer = onProgress === undefined ? undefined : setInterval(beat, heartbeatMs)
  return {
    tell: () => {
      if (failure !== undefined) throw failure.error
      if (performance.now() - told >= progressEveryMs) tellEnd()
    },
    tellEnd,
    stop: () => clearInterval(timer),
  }
}

/** The outcomes of a bulk operation, counted and told. */
export async function* toldOutcomes(
  bulk: Bulk,
  options: UpsertOptions,
): AsyncGenerator<readonly EntityOutcome[]> {
  const teller = createTeller(bulk, options)
  try {
    for await (const outcomes of keptOutcomes(bulk)) {
      teller.tell()
      yield outcomes
    }
  } finally {
    teller.stop()
    // Also where the source failed: what was sent before that is in these numbers.
    teller.tellEnd()
  }
}

/** Runs a bulk operation to its end and gives the account. */
export const finishBulk = async (bulk: Bulk, options: UpsertOptions): Promise<UpsertReport> => {
  for await (const outcomes of toldOutcomes(bulk, options)) void outcomes
  return bulk.tally.report(bulk.run, bulk.deadLetters?.path())
}
