import type { BatchOperation } from '../dialect/batch-answer.js'
import { type Issue, UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { isObject } from '../ngsi/entity.js'
import type { Group } from './batch.js'
import { type Prepared, runBulk } from './bulk.js'
import type { Connection } from './connection.js'
import { createDeadLetters, type DeadLetters } from './dead-letter.js'
import { encodeEntity } from './encode.js'
import { type EntityOutcome, maxProblems, type Progress, type UpsertReport } from './outcome.js'
import type { BulkRun } from './part.js'
import { createSizeLimit } from './size-limit.js'

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
  /** Context URL for these entities. @default the model's */
  readonly context?: string | undefined
  /** Ends it; the account stays exact. */
  readonly signal?: AbortSignal | undefined
}

/** One entity of a mixed source. */
export interface MixedEntity {
  readonly model: Model
  readonly tenant?: string | undefined
  readonly entity: unknown
}

interface Job {
  readonly operation: BatchOperation
  readonly modelOf: (value: unknown) => MixedEntity
}

const positive = (name: string, value: number | undefined): void => {
  if (value !== undefined && !(Number.isFinite(value) && value >= 1))
    throw new UsageError(`${name} must be a number, 1 or more; got ${value}`)
}

const checkOptions = (options: UpsertOptions): void => {
  for (const name of ['batchSize', 'maxBytes', 'concurrency', 'attempts', 'deadlineMs'] as const)
    positive(name, options[name])
  const { validate, mode } = options
  if (validate !== undefined && validate !== 'reject' && validate !== 'report' && validate !== false)
    throw new UsageError(`validate must be 'reject', 'report' or false; got ${String(validate)}`)
  if (mode !== undefined && mode !== 'update' && mode !== 'replace')
    throw new UsageError(`mode must be 'update' or 'replace'; got ${String(mode)}`)
}

/** Counts outcomes and keeps the first problems. */
export interface Tally {
  readonly add: (outcomes: readonly EntityOutcome[]) => void
  readonly warn: (id: string, issues: readonly Issue[]) => void
  readonly report: (run: BulkRun, deadLetter: string | undefined) => UpsertReport
  readonly progress: (run: BulkRun, expected: number | undefined) => Progress
}

const createTally = (): Tally => {
  const counts = {
    created: 0,
    updated: 0,
    written: 0,
    deleted: 0,
    unchanged: 0,
    invalid: 0,
    failed: 0,
    unconfirmed: 0,
  }
  const problems: EntityOutcome[] = []
  const warnings: { readonly id: string; readonly issues: readonly Issue[] }[] = []
  const started = performance.now()
  const read = (): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
  const state = (run: BulkRun) => ({
    read: read(),
    ...counts,
    requests: run.requests,
    retries: run.retries,
    bytes: run.bytes,
    elapsedMs: performance.now() - started,
  })
  return {
    add: (outcomes) => {
      for (const outcome of outcomes) {
        counts[outcome.outcome] += 1
        const bad =
          outcome.outcome === 'invalid' || outcome.outcome === 'failed' || outcome.outcome === 'unconfirmed'
        if (bad && problems.length < maxProblems) problems.push(outcome)
      }
    },
    warn: (id, issues) => {
      if (warnings.length < maxProblems) warnings.push({ id, issues })
    },
    report: (run, deadLetter) => ({
      ...state(run),
      problems,
      warnings,
      aborted: run.signal?.aborted === true,
      ...(deadLetter === undefined ? {} : { deadLetter }),
    }),
    progress: (run, expected) => {
      const now = state(run)
      const perSecond = now.elapsedMs === 0 ? 0 : (now.read / now.elapsedMs) * 1000
      const left =
        expected === undefined || perSecond === 0 ? undefined : ((expected - now.read) / perSecond) * 1000
      return { ...now, perSecond, ...(left === undefined ? {} : { remainingMs: Math.max(0, left) }) }
    },
  }
}

const groupFinder = (options: UpsertOptions, connection: Connection): ((mixed: MixedEntity) => Group) => {
  const groups = new Map<Model, Map<string, Group>>()
  return ({ model, tenant = connection.tenant ?? '' }) => {
    const byTenant = groups.get(model) ?? new Map<string, Group>()
    groups.set(model, byTenant)
    const known = byTenant.get(tenant)
    if (known !== undefined) return known
    const context = options.context ?? (model.context === '' ? connection.context : model.context)
    const group: Group = { key: `${tenant} ${context ?? ''}`, context, tenant, type: model.type }
    byTenant.set(tenant, group)
    return group
  }
}

const unserializable = (error: unknown): readonly Issue[] => [
  { path: '', message: `cannot be written as JSON: ${(error as Error).message}`, rule: 'json' },
]

const textOf = (given: unknown): string => {
  try {
    return JSON.stringify(given) ?? 'null'
  } catch {
    return 'null'
  }
}

/** Makes the function that turns one source value into an item, or into an outcome where it is not sent. */
const preparer = (
  job: Job,
  options: UpsertOptions,
  connection: Connection,
  tally: Tally,
  deadLetters: DeadLetters | undefined,
): ((value: unknown) => Prepared) => {
  const groupOf = groupFinder(options, connection)
  const { validate = 'reject' } = options
  let index = -1
  const invalid = (id: string, issues: readonly Issue[], given: unknown): Prepared => {
    deadLetters?.remember(index, textOf(given))
    return { outcome: { id, index, outcome: 'invalid', issues, attempts: 0 } }
  }
  return (value) => {
    index += 1
    const mixed = job.modelOf(value)
    const group = groupOf(mixed)
    if (job.operation === 'delete') {
      const id = String(mixed.entity)
      return { draft: { id, index, text: JSON.stringify(id), group, doubtful: false } }
    }
    const encoded = encodeEntity(mixed.model, mixed.entity, group.context)
    if ('issues' in encoded) return invalid(encoded.id, encoded.issues, mixed.entity)
    const { id, entity } = encoded
    const issues = validate === false ? [] : mixed.model.validate(entity)
    if (issues.length > 0 && validate === 'reject') return invalid(id, issues, mixed.entity)
    if (issues.length > 0) tally.warn(id, issues)
    try {
      const text = JSON.stringify(entity)
      deadLetters?.remember(index, text)
      return { draft: { id, index, text, group, doubtful: false } }
    } catch (error) {
      return invalid(id, unserializable(error), undefined)
    }
  }
}

/** A bulk operation as it runs: outcomes in lists, and the account so far. */
export interface Bulk {
  readonly outcomes: AsyncGenerator<readonly EntityOutcome[]>
  readonly tally: Tally
  readonly run: BulkRun
  readonly deadLetters: DeadLetters | undefined
}

const optionsOf = (operation: BatchOperation, mode: 'update' | 'replace'): string | undefined =>
  operation === 'upsert' && mode === 'update' ? 'update' : undefined

/** Prepares a bulk operation on a source; nothing is read or sent before its outcomes are pulled. */
export const startBulk = async (
  connection: Connection,
  source: Iterable<unknown> | AsyncIterable<unknown>,
  job: Job,
  options: UpsertOptions,
): Promise<Bulk> => {
  checkOptions(options)
  if (!isObject(source) && !Array.isArray(source))
    throw new UsageError('the source must be an array, an iterable or an async iterable of entities')
  const { limits } = await connection.dialect(options.signal)
  const { mode = 'update' } = options
  const ceiling = Math.min(options.maxBytes ?? limits.batchBytes, limits.batchBytes)
  const run: BulkRun = {
    connection,
    operation: job.operation,
    options: optionsOf(job.operation, mode),
    agreement: { exact: mode === 'replace', whole: job.operation === 'upsert' && mode === 'replace' },
    skipUnchanged: options.skipUnchanged ?? false,
    attempts: options.attempts ?? 10,
    deadlineMs: options.deadlineMs ?? 120_000,
    minDelayMs: options.minDelayMs ?? 500,
    size: createSizeLimit(ceiling),
    signal: options.signal,
    coolUntil: 0,
    requests: 0,
    retries: 0,
    bytes: 0,
  }
  const tally = createTally()
  const deadLetters = options.deadLetter === undefined ? undefined : createDeadLetters(options.deadLetter)
  const entities = Math.min(options.batchSize ?? limits.batchEntities, limits.maxBatchEntities)
  const bulkLimits = {
    entities,
    concurrency: options.concurrency ?? limits.concurrency,
    maxWaitMs: options.maxWaitMs ?? 1000,
  }
  const outcomes = runBulk(source, preparer(job, options, connection, tally, deadLetters), run, bulkLimits)
  return { outcomes, tally, run, deadLetters }
}

/** The job of writing one model's entities. */
export const modelJob = (operation: BatchOperation, model: Model): Job => ({
  operation,
  modelOf: (entity) => ({ model, entity }),
})

/** The job of writing entities that bring their model and tenant along. */
export const mixedJob = (operation: BatchOperation): Job => ({
  operation,
  modelOf: (value) => {
    if (isObject(value) && isObject(value['model']) && 'entity' in value)
      return value as unknown as MixedEntity
    throw new UsageError('each item of a mixed source is { model, entity, tenant? }')
  },
})

const progressEveryMs = 250

/** Runs a bulk operation to its end and gives the account. */
export const finishBulk = async (bulk: Bulk, options: UpsertOptions): Promise<UpsertReport> => {
  const { onProgress, expected } = options
  let told = performance.now()
  for await (const outcomes of bulk.outcomes) {
    bulk.tally.add(outcomes)
    await bulk.deadLetters?.take(outcomes)
    if (onProgress === undefined || performance.now() - told < progressEveryMs) continue
    told = performance.now()
    onProgress(bulk.tally.progress(bulk.run, expected))
  }
  onProgress?.(bulk.tally.progress(bulk.run, expected))
  return bulk.tally.report(bulk.run, await bulk.deadLetters?.close())
}
