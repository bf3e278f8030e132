import { type Batcher, createBatcher, type Draft, type Item } from './batch.js'
import { type EntityOutcome, stopped } from './outcome.js'
import type { BulkRun } from './part.js'
import { settleBatch } from './settle.js'

/** What one source entity becomes: something to send, or an outcome at once; none where an earlier run settled it. */
export type Prepared = { readonly draft: Draft } | { readonly outcome: readonly EntityOutcome[] }

/** How much is sent at once. */
export interface BulkLimits {
  readonly entities: number
  readonly concurrency: number
  /** Milliseconds that a half-filled batch waits for a slow source. */
  readonly maxWaitMs: number
}

/** What waiting for the source led to. */
type Pulled = { readonly value: unknown } | 'ended' | 'interrupted'

interface Puller {
  /** The next value, unless something else happens first; the value then comes with the next call. */
  readonly next: (interruptions: () => readonly Promise<unknown>[]) => Pulled | Promise<Pulled>
  readonly close: () => Promise<void>
}

const pulled = (result: IteratorResult<unknown>): Pulled =>
  result.done === true ? 'ended' : { value: result.value }

const createPuller = (source: Iterable<unknown> | AsyncIterable<unknown>): Puller => {
  if (!(Symbol.asyncIterator in source)) {
    const iterator = source[Symbol.iterator]()
    return { next: () => pulled(iterator.next()), close: async () => void iterator.return?.() }
  }
  const iterator = source[Symbol.asyncIterator]()
  let pending: Promise<IteratorResult<unknown>> | undefined
  return {
    next: async (interruptions) => {
      pending ??= iterator.next()
      const result = await Promise.race([
        pending,
        ...interruptions().map((event) => event.then(() => undefined)),
      ])
      if (result === undefined) return 'interrupted'
      pending = undefined
      return pulled(result)
    },
    close: async () => {
      // A source that hangs must not keep the operation from ending.
      if (pending === undefined) await iterator.return?.()
      else void pending.then(() => iterator.return?.()).catch(() => undefined)
    },
  }
}

interface Alarm {
  readonly ring: Promise<void>
  readonly rang: () => boolean
  readonly clear: () => void
}

const createAlarm = (ms: number): Alarm => {
  let done = false
  let timer: NodeJS.Timeout | undefined
  const ring = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      done = true
      resolve()
    }, ms)
  })
  return { ring, rang: () => done, clear: () => clearTimeout(timer) }
}

/** A promise that settles when the signal fires, and the way to stop listening. */
const abortion = (
  signal: AbortSignal | undefined,
): { readonly event: Promise<void>; readonly stop: () => void } => {
  let onAbort = (): void => undefined
  const event = new Promise<void>((resolve) => {
    onAbort = resolve
    if (signal?.aborted === true) resolve()
    else signal?.addEventListener('abort', onAbort, { once: true })
  })
  return { event, stop: () => signal?.removeEventListener('abort', onAbort) }
}

interface Flight {
  readonly running: Set<Promise<void>>
  readonly ready: (readonly Item[])[]
  readonly busy: Set<string>
  readonly settled: (readonly EntityOutcome[])[]
  failure: unknown
}

const startable = (flight: Flight): number =>
  flight.ready.findIndex((items, index) =>
    items.every(
      ({ id }) =>
        !flight.busy.has(id) &&
        // An earlier batch that waits with the same id goes first.
        !(
          index > 0 && flight.ready.slice(0, index).some((earlier) => earlier.some((item) => item.id === id))
        ),
    ),
  )

/** Starts batches while there is room; one id is never in two batches at once. */
const launch = (flight: Flight, run: BulkRun, concurrency: number): void => {
  while (flight.running.size < concurrency) {
    const index =
      flight.ready.length === 1 || flight.busy.size === 0
        ? Math.min(0, flight.ready.length - 1)
        : startable(flight)
    const items = index < 0 ? undefined : flight.ready[index]
    if (items === undefined || items.some(({ id }) => flight.busy.has(id))) return
    flight.ready.splice(index, 1)
    for (const { id } of items) flight.busy.add(id)
    const work: Promise<void> = settleBatch(run, items)
      .then(
        (outcomes) => void flight.settled.push(outcomes),
        (error: unknown) => {
          flight.failure ??= error
        },
      )
      .finally(() => {
        for (const { id } of items) flight.busy.delete(id)
        flight.running.delete(work)
      })
    flight.running.add(work)
  }
}

const notSent = (items: readonly Item[]): readonly EntityOutcome[] =>
  items.map(({ id, index }) => ({
    id,
    index,
    outcome: 'failed',
    attempts: 0,
    problem: stopped,
  }))

async function* drain(flight: Flight): AsyncGenerator<readonly EntityOutcome[]> {
  for (let outcomes = flight.settled.shift(); outcomes !== undefined; outcomes = flight.settled.shift())
    yield outcomes
  if (flight.failure !== undefined) throw flight.failure
}

interface Intake {
  readonly puller: Puller
  readonly batcher: Batcher
  readonly aborted: Promise<void>
  alarm: Alarm | undefined
  ended: boolean
}

const flush = (intake: Intake, flight: Flight): void => {
  intake.alarm?.clear()
  intake.alarm = undefined
  flight.ready.push(...intake.batcher.flush())
}

const interruptions = (intake: Intake, flight: Flight): readonly Promise<unknown>[] => [
  intake.aborted,
  ...(intake.alarm === undefined ? [...flight.running] : [intake.alarm.ring]),
]

/** Puts an entity into its batch; a batch that stays half-filled is sent after a while. */
const admit = (intake: Intake, flight: Flight, run: BulkRun, limits: BulkLimits, draft: Draft): void => {
  const { batcher } = intake
  if (batcher.isEmpty()) intake.alarm = createAlarm(limits.maxWaitMs)
  const full = batcher.add(draft, { entities: limits.entities, bytes: run.size.bytes() })
  if (full.length === 0) return
  flight.ready.push(...full)
  if (!batcher.isEmpty()) return
  intake.alarm?.clear()
  intake.alarm = undefined
}

/** Pulls entities until a batch is full, the source ends, or a half-filled batch has waited long enough. */
const fill = async (
  intake: Intake,
  flight: Flight,
  run: BulkRun,
  limits: BulkLimits,
  prepare: (value: unknown) => Prepared,
): Promise<void> => {
  const direct: EntityOutcome[] = []
  while (flight.ready.length === 0 && direct.length < limits.entities) {
    const answer = intake.puller.next(() => interruptions(intake, flight))
    // Without await for values that are there: a million of them would cost a second of microtasks.
    const got = answer instanceof Promise ? await answer : answer
    if (got === 'interrupted' || got === 'ended') {
      intake.ended = got === 'ended'
      if (intake.ended || intake.alarm?.rang() === true) flush(intake, flight)
      break
    }
    const prepared = prepare(got.value)
    if ('outcome' in prepared) direct.push(...prepared.outcome)
    else admit(intake, flight, run, limits, prepared.draft)
  }
  if (direct.length > 0) flight.settled.push(direct)
}

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
  const flight: Flight = { running: new Set(), ready: [], busy: new Set(), settled: [], failure: undefined }
  const abort = abortion(run.signal)
  const intake: Intake = {
    puller: createPuller(source),
    batcher: createBatcher(),
    aborted: abort.event,
    alarm: undefined,
    ended: false,
  }
  try {
    for (;;) {
      yield* drain(flight)
      if (run.signal?.aborted === true) break
      launch(flight, run, limits.concurrency)
      if (flight.running.size < limits.concurrency && flight.ready.length === 0 && !intake.ended)
        await fill(intake, flight, run, limits, prepare)
      else if (flight.running.size > 0) await Promise.race(flight.running)
      else if (intake.ended && flight.ready.length === 0) break
    }
    await Promise.all(flight.running)
    const left = [...flight.ready, ...intake.batcher.flush()].flat()
    if (left.length > 0) flight.settled.push(notSent(left))
    yield* drain(flight)
  } finally {
    abort.stop()
    intake.alarm?.clear()
    await Promise.all(flight.running)
    if (!intake.ended) await intake.puller.close()
  }
}
