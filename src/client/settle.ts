import {
  type BatchOperation,
  type EntityVerdict,
  readBatchAnswer,
  readProblem,
} from '../dialect/batch-answer.js'
import { isNetworkError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import type { Batch, Group, Item } from './batch.js'
import { type EntityOutcome, type OutcomeName, stopped } from './outcome.js'
import { type BulkRun, bodyOf, nothing, outcome, type Part, repeat, type Step, waitFor } from './part.js'
import { settleByReading, unchangedIn } from './read-back.js'
import { afterNetworkError, afterRefusal, cooled, tooBusy } from './refusal.js'
import { afterFirst } from './tenant-start.js'

const passes = (problem: ProblemDetails | undefined): boolean =>
  problem?.status !== undefined &&
  (problem.status === 429 || (problem.status >= 500 && problem.status !== 501))

const isThere = (verdict: EntityVerdict): boolean =>
  verdict.problem?.status === 409 || /already.?exists/i.test(JSON.stringify(verdict.problem ?? ''))

/** What the broker says of one item, seen with what happened before. */
type Fate = OutcomeName | 'silent' | 'passing' | 'refused'

const fateOfFailure = (run: BulkRun, { doubtful }: Part, verdict: EntityVerdict): Fate => {
  if (doubtful && run.operation === 'delete' && verdict.problem?.status === 404) return 'deleted'
  if (passes(verdict.problem)) return 'passing'
  // An earlier attempt may have brought in what the broker refuses now.
  return doubtful ? 'refused' : 'failed'
}

const fateOf = (run: BulkRun, part: Part, verdict: EntityVerdict): Fate => {
  if (verdict.outcome === 'unknown') return 'silent'
  if (verdict.outcome === 'failed') return fateOfFailure(run, part, verdict)
  // What was accepted after a doubtful attempt is `written`: an earlier attempt may have created it.
  return part.doubtful && verdict.outcome !== 'deleted' ? 'written' : verdict.outcome
}

const unclear = readProblem({ type: 'about:blank', title: 'The answer does not say what became of it' })

const sortVerdicts = async (
  run: BulkRun,
  part: Part,
  verdictOf: (id: string) => EntityVerdict,
): Promise<Step> => {
  const outcomes: EntityOutcome[] = []
  const passing: Item[] = []
  const silent: Item[] = []
  const refused = new Map<Item, ProblemDetails>()
  let problem = unclear
  for (const item of part.items) {
    const verdict = verdictOf(item.id)
    const fate = fateOf(run, part, verdict)
    if (fate === 'silent') silent.push(item)
    else if (fate === 'refused') refused.set(item, verdict.problem ?? unclear)
    else if (fate === 'passing') {
      passing.push(item)
      problem = verdict.problem ?? unclear
    } else outcomes.push(outcome(item, part, fate, verdict.problem))
  }
  const rest = { ...part, doubtful: true }
  const repeated =
    passing.length === 0
      ? nothing
      : await repeat(run, { ...rest, items: passing }, problem, waitFor(run, part))
  const read = refused.size === 0 ? [] : [{ ...part, items: [...refused.keys()], problems: refused }]
  return {
    outcomes,
    again: [...repeated.again, ...silenceAgain(run, rest, silent)],
    unsettled: [...repeated.unsettled, ...silenceEnds(run, rest, silent, unclear), ...read],
  }
}

// A gateway that cuts off verdicts does so again; a broker that never gives one is read back after so many.
const maxSilences = 4

const asksAgain = (run: BulkRun, part: Part): boolean =>
  part.silences < maxSilences && part.attempt < run.attempts

const silenceAgain = (run: BulkRun, part: Part, items: readonly Item[]): readonly Part[] => {
  if (items.length === 0 || !asksAgain(run, part)) return []
  run.retries += 1
  return [{ ...part, items, attempt: part.attempt + 1, silences: part.silences + 1 }]
}

const silenceEnds = (
  run: BulkRun,
  part: Part,
  items: readonly Item[],
  problem: ProblemDetails,
): readonly Part[] => (items.length === 0 || asksAgain(run, part) ? [] : [{ ...part, items, problem }])

const sendPart = async (
  run: BulkRun,
  operation: BatchOperation,
  { context, tenant }: Group,
  text: Buffer,
  onSend: () => void,
): Promise<Reply> => {
  run.requests += 1
  run.bytes += text.length
  const { limits } = await run.connection.dialect(run.signal)
  return run.connection.request({
    method: 'POST',
    path: `/ngsi-ld/v1/entityOperations/${operation}`,
    query: { options: operation === 'upsert' ? run.options : undefined },
    text,
    context,
    tenant,
    timeoutMs: limits.batchTimeoutMs,
    signal: run.signal,
    retry: false,
    onSend,
  })
}

/** Scorpio 5.0.9 fails at every upsert that updates (ScorpioBroker#637). An update does not stand in for a replacement. */
const failsAtUpdate = ({ options }: BulkRun, part: Part, { status, text }: Reply): boolean =>
  part.operation === 'upsert' && options === 'update' && status === 500 && /missing FROM-clause/i.test(text)

const split = (run: BulkRun, part: Part): Step => {
  run.connection.emulated(
    'upsert fails on this broker: entities are created, and updated where they are there',
  )
  run.splitsUpsert = true
  // The statement that failed has changed nothing.
  return { ...nothing, again: [{ ...part, operation: 'create' }] }
}

/** What an emulated upsert could not create is there, and is updated. */
const updateExisting = (part: Part, verdictOf: (id: string) => EntityVerdict) => {
  const existing = part.items.filter((item) => {
    const verdict = verdictOf(item.id)
    return verdict.outcome === 'failed' && isThere(verdict)
  })
  const there = new Set(existing)
  const update: Part = { ...part, items: existing, operation: 'update' }
  return {
    rest: { ...part, items: part.items.filter((item) => !there.has(item)) },
    again: existing.length === 0 ? [] : [update],
  }
}

const attempt = async (run: BulkRun, given: Part, onSend: () => void): Promise<Step> => {
  const part: Part =
    run.splitsUpsert && given.operation === 'upsert' ? { ...given, operation: 'create' } : given
  const body = bodyOf(part)
  let reply: Reply
  try {
    reply = await sendPart(run, part.operation, part.batch.group, body, onSend)
  } catch (error) {
    if (isNetworkError(error)) return afterNetworkError(run, part, error)
    throw error
  }
  if (failsAtUpdate(run, part, reply)) return split(run, part)
  const ids = part.items.map(({ id }) => id)
  const reading = readBatchAnswer(part.operation, ids, reply)
  const emulated = part.operation === 'create' && run.operation === 'upsert'
  if (reading.kind === 'refused') {
    if (emulated && reply.status === 409 && part.items.length === 1)
      return { ...nothing, again: [{ ...part, operation: 'update' }] }
    return afterRefusal(run, part, reply, reading.problem, body.length)
  }
  run.size.accepted(body.length)
  run.acceptedAt = performance.now()
  if (!emulated) return sortVerdicts(run, part, reading.verdict)
  const { rest, again } = updateExisting(part, reading.verdict)
  const step = await sortVerdicts(run, rest, reading.verdict)
  return { ...step, again: [...step.again, ...again] }
}

/** What the signal leaves: sent without an answer is unconfirmed, not sent is failed. */
const afterAbort = (part: Part, sent: boolean): readonly EntityOutcome[] =>
  part.items.map((item) => outcome(item, part, part.doubtful || sent ? 'unconfirmed' : 'failed', stopped))

/** What an earlier run may have sent goes apart: of that, `created` and `updated` cannot be told any more. */
const startParts = (part: Part): Part[] => {
  const doubtful = part.items.filter((item) => item.doubtful)
  if (doubtful.length === 0) return [part]
  const rest = part.items.filter((item) => !item.doubtful)
  const parts = [{ ...part, items: doubtful, doubtful: true }]
  return rest.length === 0 ? parts : [...parts, { ...part, items: rest }]
}

const asUnchanged = ({ id, index, doubtful }: Item): EntityOutcome => ({
  id,
  index,
  outcome: doubtful ? 'written' : 'unchanged',
  attempts: 0,
})

const wasWritten = ({ outcome: name }: EntityOutcome): boolean =>
  name === 'created' || name === 'updated' || name === 'written'

/** Leaves out what the broker has already, where that is asked for. */
const onlyChanged = async (run: BulkRun, start: Part, outcomes: EntityOutcome[]): Promise<Part[]> => {
  if (!run.skipUnchanged) return startParts(start)
  const { same, rest } = await unchangedIn(run, start)
  outcomes.push(...same.map(asUnchanged))
  return rest.length === 0 ? [] : startParts({ ...start, items: rest })
}

/** How a batch ended. */
export interface Settled {
  readonly outcomes: readonly EntityOutcome[]
  /** Nobody reads the body any more: its one request succeeded, or none was needed. */
  readonly isBodyFree: boolean
}

const isIn = (end: EntityOutcome): boolean =>
  wasWritten(end) || end.outcome === 'deleted' || end.outcome === 'unchanged'

/** A batch on its way to an outcome for each item. */
interface Settling {
  readonly outcomes: EntityOutcome[]
  work: Part[]
  /** What a request holds at this moment, and whether that has left: it waits for a token, or for the breaker. */
  sending: { readonly part: Part; readonly hasLeft: boolean } | undefined
  /** Of a request that was refused or not answered, the rest of the body may still be on its way. */
  repetitions: number
}

/** Sends one part, when that is allowed; what is left of it goes back to the work. */
const advance = async (run: BulkRun, settling: Settling, next: Part): Promise<void> => {
  const { outcomes, work } = settling
  const inTime = await cooled(run, next)
  run.signal?.throwIfAborted()
  work.pop()
  const part = { ...next, sent: next.sent + 1 }
  const onSend = (): void => {
    settling.sending = { part, hasLeft: true }
  }
  if (inTime) settling.sending = { part: next, hasLeft: false }
  const step = inTime ? await attempt(run, part, onSend) : tooBusy(run, next)
  settling.sending = undefined
  outcomes.push(...step.outcomes)
  settling.repetitions += step.again.length + step.unsettled.length
  work.push(...step.again)
  for (const left of step.unsettled) outcomes.push(...(await settleByReading(run, left)))
}

/** Sends one batch until every entity of it has its outcome; never rejects for what brokers and networks do. */
export const settleBatch = async (run: BulkRun, batch: Batch): Promise<Settled> => {
  const start: Part = {
    batch,
    items: batch.items,
    operation: run.operation,
    attempt: 1,
    sent: 0,
    doubtful: false,
    silences: 0,
    until: performance.now() + run.deadlineMs,
  }
  const outcomes: EntityOutcome[] = []
  const settling: Settling = { outcomes, work: startParts(start), sending: undefined, repetitions: 0 }
  let warmed = (): void => undefined
  try {
    settling.work = await onlyChanged(run, start, outcomes)
    if (settling.work.length > 0) await run.journal?.sending(settling.work.flatMap(({ items }) => items))
    const warming = await afterFirst(run, settling.work, batch.group)
    settling.work = warming.parts
    warmed = warming.warmed
    for (let next = settling.work.at(-1); next !== undefined; next = settling.work.at(-1)) {
      await advance(run, settling, next)
      warmed()
    }
    const written = outcomes.find(wasWritten)
    if (written !== undefined) await run.firstWrites?.(batch, written.id)
  } catch (error) {
    if (run.signal?.aborted !== true) throw error
    const { sending, work } = settling
    if (sending !== undefined) outcomes.push(...afterAbort(sending.part, sending.hasLeft))
    for (const part of work) outcomes.push(...afterAbort(part, false))
  } finally {
    warmed()
  }
  return { outcomes, isBodyFree: settling.repetitions === 0 && outcomes.every(isIn) }
}
