import { setImmediate } from 'node:timers/promises'
import {
  type Batch,
  type Batcher,
  type BatchLimits,
  createBatcher,
  type Draft,
  type Unwritable,
} from './batch.js'
import { type EntityOutcome, stopped } from './outcome.js'
import type { BulkRun } from './part.js'
import type { Prepared } from './preparation.js'
import { createPuller, type Pulled, type Puller } from './puller.js'
import { settleBatch } from './settle.js'
import { createUnderway, type Underway } from './underway.js'

/** How much is sent at once. */
export interface BulkLimits {
  readonly entities: number
  readonly concurrency: number
  /** Milliseconds that a half-filled batch waits for a slow source. */
  readonly maxWaitMs: number
}

interface Alarm {
  readonly rang: () => boolean
  readonly clear: () => void
}

const createAlarm = (ms: number, ring: () => void): Alarm => {
  let done = false
  const timer = setTimeout(() => {
    done = true
    ring()
  }, ms)
  return { rang: () => done, clear: () => clearTimeout(timer) }
}

interface Flight {
  readonly underway: Underway
  readonly running: Map<Promise<void>, Batch>
  readonly ready: Batch[]
  readonly settled: (readonly EntityOutcome[])[]
  /** What ends the operation before its time: the source, a wrong call, a journal that cannot be written. */
  failure: { readonly error: unknown } | undefined
}

const shareAnId = (batch: Batch, others: readonly Batch[]): boolean => {
  const ids = new Set(batch.items.map(({ id }) => id))
  return others.some(({ items }) => items.some(({ id }) => ids.has(id)))
}

/** The first batch that has no id in common with a running one, nor with one that waits before it. */
const startable = ({ running, ready }: Flight): Batch | undefined =>
  ready.find(
    (batch, index) => !(batch.repeats && shareAnId(batch, [...running.values(), ...ready.slice(0, index)])),
  )

/** Starts batches while there is room; one id is never in two batches at once. */
const launch = (flight: Flight, run: BulkRun, concurrency: number, { batcher, puller }: Intake): void => {
  while (flight.running.size < concurrency) {
    const batch = startable(flight)
    if (batch === undefined) return
    flight.ready.splice(flight.ready.indexOf(batch), 1)
    const work: Promise<void> = settleBatch(run, batch)
      .then(
        ({ outcomes, isBodyFree }) => {
          flight.settled.push(outcomes)
          if (isBodyFree) batcher.reuse(batch)
        },
        (error: unknown) => {
          flight.failure ??= { error }
        },
      )
      .finally(() => {
        flight.running.delete(work)
        for (const { slot } of batch.items) flight.underway.leave(slot)
        puller.interrupt()
      })
    flight.running.set(work, batch)
  }
}

const notSent = ({ items }: Batch): readonly EntityOutcome[] =>
  items.map(({ id, index }) => ({
    id,
    index,
    outcome: 'failed',
    attempts: 0,
    problem: stopped,
  }))

const asInvalid = ({ item: { id, index }, reason }: Unwritable): EntityOutcome => ({
  id,
  index,
  outcome: 'invalid',
  issues: [{ path: '', message: `cannot be written as JSON: ${reason}`, rule: 'json' }],
  attempts: 0,
})

async function* drain(flight: Flight): AsyncGenerator<readonly EntityOutcome[]> {
  for (let outcomes = flight.settled.shift(); outcomes !== undefined; outcomes = flight.settled.shift())
    yield outcomes
}

interface Intake {
  readonly puller: Puller
  readonly batcher: Batcher
  readonly limits: () => BatchLimits
  alarm: Alarm | undefined
  ended: boolean
}

const flush = (intake: Intake, flight: Flight): void => {
  intake.alarm?.clear()
  intake.alarm = undefined
  flight.ready.push(...intake.batcher.flush(intake.limits()))
}

/** Puts an entity into its batch; a batch that stays half-filled is sent after a while. */
const admit = (
  intake: Intake,
  flight: Flight,
  draft: Draft,
  limits: BatchLimits,
  maxWaitMs: number,
): void => {
  const { batcher, puller } = intake
  if (batcher.isEmpty()) intake.alarm = createAlarm(maxWaitMs, puller.interrupt)
  const full = batcher.add(draft, limits)
  if (full.length === 0) return
  flight.ready.push(...full)
  if (!batcher.isEmpty()) return
  intake.alarm?.clear()
  intake.alarm = undefined
}

/** Pulls entities until a batch is full, the source ends, or a half-filled batch has waited long enough. */
const pull = async (
  intake: Intake,
  flight: Flight,
  { entities, maxWaitMs }: BulkLimits,
  prepare: (value: unknown) => Prepared,
  direct: EntityOutcome[],
): Promise<void> => {
  let passed = 0
  const limits = intake.limits()
  const { puller } = intake
  while (flight.ready.length === 0) {
    const answer = puller.next()
    // Without await for values that are there: a million of them would cost a second of microtasks.
    const got = puller.isAtHand ? (answer as Pulled) : await answer
    if (got === 'interrupted' || got.done === true) {
      intake.ended = got !== 'interrupted'
      if (intake.ended || intake.alarm?.rang() === true) flush(intake, flight)
      break
    }
    const prepared = prepare(got.value)
    if ('item' in prepared) admit(intake, flight, prepared, limits, maxWaitMs)
    else {
      direct.push(...prepared)
      passed += 1
    }
    // A source at hand that is all invalid, or settled by an earlier run, would keep the signal from firing.
    if (passed >= entities) return setImmediate()
  }
}

/** As `pull`; a source that fails ends the operation, and what came before keeps its outcome. */
const fill = async (
  intake: Intake,
  flight: Flight,
  limits: BulkLimits,
  prepare: (value: unknown) => Prepared,
): Promise<void> => {
  const direct: EntityOutcome[] = []
  try {
    await pull(intake, flight, limits, prepare, direct)
  } catch (error) {
    flight.failure ??= { error }
  }
  if (direct.length > 0) flight.settled.push(direct)
}

/** Ends what was pulled and will not be sent any more; also what the source gave when the signal had fired. */
const leave = async (
  intake: Intake,
  flight: Flight,
  { maxWaitMs }: BulkLimits,
  prepare: (value: unknown) => Prepared,
): Promise<void> => {
  const late = await intake.puller.late()
  try {
    const prepared = late === undefined || late.done === true ? [] : prepare(late.value)
    if ('item' in prepared) admit(intake, flight, prepared, intake.limits(), maxWaitMs)
    else flight.settled.push(prepared)
  } catch (error) {
    flight.failure ??= { error }
  }
  flush(intake, flight)
  flight.settled.push(...flight.ready.splice(0).map(notSent))
}

const isOver = ({ signal }: BulkRun, { failure }: Flight): boolean =>
  signal?.aborted === true || failure !== undefined

/**
 * Sends a source in batches and gives the outcomes as they settle, a list per batch. The source is only ever pulled:
 * never more is held than what is in flight. Every entity pulled gets exactly one outcome, also after the signal.
 */
export async function* runBulk(
  source: Iterable<unknown> | AsyncIterable<unknown>,
  prepare: (value: unknown) => Prepared,
  run: BulkRun,
  limits: BulkLimits,
): AsyncGenerator<readonly EntityOutcome[]> {
  const underway = createUnderway()
  const flight: Flight = { underway, running: new Map(), ready: [], settled: [], failure: undefined }
  const intake: Intake = {
    puller: createPuller(source),
    batcher: createBatcher(
      underway,
      (id) =>
        [...flight.ready, ...flight.running.values()].some((batch) =>
          batch.items.some((item) => item.id === id),
        ),
      (unwritable) => {
        underway.leave(unwritable.item.slot)
        flight.settled.push([asInvalid(unwritable)])
      },
    ),
    limits: () => ({ entities: limits.entities, bytes: Math.min(run.maxBytes, run.size.bytes()) }),
    alarm: undefined,
    ended: false,
  }
  const { puller } = intake
  run.signal?.addEventListener('abort', puller.interrupt, { once: true })
  try {
    for (;;) {
      yield* drain(flight)
      if (isOver(run, flight)) break
      launch(flight, run, limits.concurrency, intake)
      if (flight.running.size < limits.concurrency && flight.ready.length === 0 && !intake.ended)
        await fill(intake, flight, limits, prepare)
      else if (flight.running.size > 0) await Promise.race(flight.running.keys())
      else break
    }
    await Promise.all(flight.running.keys())
    await leave(intake, flight, limits, prepare)
    yield* drain(flight)
    if (flight.failure !== undefined) throw flight.failure.error
  } finally {
    run.signal?.removeEventListener('abort', puller.interrupt)
    await Promise.all(flight.running.keys())
    underway.close()
    try {
      await leave(intake, flight, limits, prepare)
      await run.keep(flight.settled.flat())
    } finally {
      if (!intake.ended) await puller.close()
    }
  }
}
