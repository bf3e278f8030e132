import {
  type BatchOperation,
  type EntityVerdict,
  readBatchAnswer,
  readProblem,
} from '../dialect/batch-answer.js'
import { isBrokerError, isNetworkError } from '../errors.js'
import { isSuccess, type Reply } from '../http/reply.js'
import { sleep } from '../http/retry.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import type { Batch, Group, Item } from './batch.js'
import { type EntityOutcome, type OutcomeName, stopped } from './outcome.js'
import {
  type BulkRun,
  bodyOf,
  entitiesOf,
  nothing,
  outcome,
  type Part,
  repeat,
  type Step,
  waitFor,
} from './part.js'
import { afterNetworkError, afterRefusal } from './refusal.js'
import { holds } from './same-entity.js'
import { readStored } from './stored.js'

const passes = (problem: ProblemDetails | undefined): boolean =>
  problem?.status !== undefined &&
  (problem.status === 429 || (problem.status >= 500 && problem.status !== 501))

const isThere = (verdict: EntityVerdict): boolean =>
  verdict.problem?.status === 409 || /already.?exists/i.test(JSON.stringify(verdict.problem ?? ''))

const isAlreadyThere = (run: BulkRun, part: Part, verdict: EntityVerdict): boolean =>
  run.operation === 'create' && part.doubtful && isThere(verdict)

const isAlreadyGone = (run: BulkRun, part: Part, verdict: EntityVerdict): boolean =>
  run.operation === 'delete' && part.doubtful && verdict.problem?.status === 404

/** What was accepted after a doubtful attempt is `written`: an earlier attempt may have created it. */
const successName = (part: Part, verdict: EntityVerdict): OutcomeName =>
  part.doubtful && verdict.outcome !== 'deleted' ? 'written' : (verdict.outcome as OutcomeName)

const sortVerdicts = async (
  run: BulkRun,
  part: Part,
  verdictOf: (id: string) => EntityVerdict,
): Promise<Step> => {
  const outcomes: EntityOutcome[] = []
  const passing: Item[] = []
  const silent: Item[] = []
  let problem: ProblemDetails | undefined
  for (const item of part.items) {
    const verdict = verdictOf(item.id)
    if (verdict.outcome === 'unknown') silent.push(item)
    else if (verdict.outcome !== 'failed') outcomes.push(outcome(item, part, successName(part, verdict)))
    else if (isAlreadyThere(run, part, verdict)) silent.push(item)
    else if (isAlreadyGone(run, part, verdict)) outcomes.push(outcome(item, part, 'deleted'))
    else if (passes(verdict.problem)) {
      passing.push(item)
      problem = verdict.problem
    } else outcomes.push(outcome(item, part, 'failed', verdict.problem))
  }
  const unclear = readProblem({ type: 'about:blank', title: 'The answer does not say what became of it' })
  const rest = { ...part, doubtful: true }
  const repeated =
    passing.length === 0
      ? nothing
      : await repeat(run, { ...rest, items: passing }, problem ?? unclear, waitFor(run, part))
  return {
    outcomes,
    again: [...repeated.again, ...silenceAgain(run, rest, silent)],
    unsettled: [...repeated.unsettled, ...silenceEnds(run, rest, silent, unclear)],
  }
}

const idempotent: ReadonlySet<BatchOperation> = new Set(['upsert', 'update', 'merge', 'delete'])
// A gateway that cuts off verdicts does so again; a broker that never gives one is read back after so many.
const maxSilences = 4

const asksAgain = (run: BulkRun, part: Part): boolean =>
  idempotent.has(run.operation) && part.silences < maxSilences && part.attempt < run.attempts

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
): Promise<Reply> => {
  const wait = run.coolUntil - performance.now()
  if (wait > 0) await sleep(wait, run.signal)
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
  })
}

/** Scorpio 5.0.9 fails at every upsert that updates (ScorpioBroker#637). */
const failsAtUpdate = (part: Part, { status, text }: Reply): boolean =>
  part.operation === 'upsert' && status === 500 && /missing FROM-clause/i.test(text)

const split = (run: BulkRun, part: Part): Step => {
  if (!run.splitsUpsert)
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

const attempt = async (run: BulkRun, given: Part): Promise<Step> => {
  const part: Part =
    run.splitsUpsert && given.operation === 'upsert' ? { ...given, operation: 'create' } : given
  const body = bodyOf(part)
  let reply: Reply
  try {
    reply = await sendPart(run, part.operation, part.batch.group, body)
  } catch (error) {
    if (isNetworkError(error)) return afterNetworkError(run, part, error)
    throw error
  }
  if (failsAtUpdate(part, reply)) return split(run, part)
  const ids = part.items.map(({ id }) => id)
  const reading = readBatchAnswer(part.operation, ids, reply)
  const emulated = part.operation === 'create' && run.operation === 'upsert'
  if (reading.kind === 'refused') {
    if (emulated && reply.status === 409 && part.items.length === 1)
      return { ...nothing, again: [{ ...part, operation: 'update' }] }
    return afterRefusal(run, part, reply, reading.problem, body.length)
  }
  if (isSuccess(reply)) run.size.accepted(body.length)
  if (!emulated) return sortVerdicts(run, part, reading.verdict)
  const { rest, again } = updateExisting(part, reading.verdict)
  const step = await sortVerdicts(run, rest, reading.verdict)
  return { ...step, again: [...step.again, ...again] }
}

/** Reads back what nobody vouches for and settles it by what the broker holds. */
const settleByReading = async (run: BulkRun, part: Part): Promise<readonly EntityOutcome[]> => {
  if (!part.doubtful) return part.items.map((item) => outcome(item, part, 'failed', part.problem))
  let stored: ReadonlyMap<string, JsonObject>
  try {
    stored = await readStored(run.connection, part.batch.group, part.items, run.signal)
  } catch (error) {
    const known = isBrokerError(error) || isNetworkError(error) || run.signal?.aborted === true
    if (!known) throw error
    return part.items.map((item) => outcome(item, part, 'unconfirmed', part.problem))
  }
  const entities = entitiesOf(part.batch)
  return part.items.map((item) => {
    const found = stored.get(item.id)
    if (run.operation === 'delete')
      return found === undefined
        ? outcome(item, part, 'deleted')
        : outcome(item, part, 'failed', part.problem)
    const right = found !== undefined && holds(found, entities.get(item) as JsonObject, run.agreement)
    return right ? outcome(item, part, 'written') : outcome(item, part, 'failed', part.problem)
  })
}

/** What the signal leaves: sent without an answer is unconfirmed, not sent is failed. */
const afterAbort = (part: Part, sent: boolean): readonly EntityOutcome[] =>
  part.items.map((item) => outcome(item, part, part.doubtful || sent ? 'unconfirmed' : 'failed', stopped))

const unchangedIn = async (
  run: BulkRun,
  part: Part,
): Promise<{ readonly same: readonly Item[]; readonly rest: readonly Item[] }> => {
  try {
    const stored = await readStored(run.connection, part.batch.group, part.items, run.signal)
    const entities = entitiesOf(part.batch)
    const agreement = { ...run.agreement, exact: true }
    const same: Item[] = []
    const rest: Item[] = []
    for (const item of part.items) {
      const found = stored.get(item.id)
      const isSame = found !== undefined && holds(found, entities.get(item) as JsonObject, agreement)
      ;(isSame ? same : rest).push(item)
    }
    return { same, rest }
  } catch (error) {
    // Not knowing what is there only costs the saving.
    if (isBrokerError(error) || isNetworkError(error)) return { same: [], rest: part.items }
    throw error
  }
}

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

/** Parts for a tenant that may not be there yet: its first entity goes alone, and what else there is waits for it. */
const afterFirst = async (run: BulkRun, parts: Part[], { tenant }: Group): Promise<Warming> => {
  const [part] = parts
  if (run.tenants === undefined || tenant === undefined || tenant === '' || part === undefined)
    return { parts, warmed: () => undefined }
  const begun = run.tenants.get(tenant)
  if (begun !== undefined) {
    await begun
    return { parts, warmed: () => undefined }
  }
  let warmed = (): void => undefined
  run.tenants.set(
    tenant,
    new Promise((resolve) => {
      warmed = resolve
    }),
  )
  const alone = { ...part, items: part.items.slice(0, 1) }
  const rest = { ...part, items: part.items.slice(1) }
  return { parts: [...parts.slice(1), ...(rest.items.length === 0 ? [] : [rest]), alone], warmed }
}

interface Warming {
  readonly parts: Part[]
  readonly warmed: () => void
}

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

/** Sends one batch until every entity of it has its outcome; never rejects for what brokers and networks do. */
export const settleBatch = async (run: BulkRun, batch: Batch): Promise<Settled> => {
  const start: Part = {
    batch,
    items: batch.items,
    operation: run.operation,
    attempt: 1,
    doubtful: false,
    silences: 0,
    until: performance.now() + run.deadlineMs,
  }
  const outcomes: EntityOutcome[] = []
  let work = [start]
  // Of a request that was refused or not answered, the rest of the body may still be on its way.
  let repetitions = 0
  let sending: Part | undefined
  let warmed = (): void => undefined
  try {
    work = await onlyChanged(run, start, outcomes)
    if (work.length > 0) await run.journal?.sending(work.flatMap((part) => part.items))
    const warming = await afterFirst(run, work, batch.group)
    work = warming.parts
    warmed = warming.warmed
    for (let part = work.pop(); part !== undefined; part = work.pop()) {
      sending = part
      const step = await attempt(run, part)
      sending = undefined
      outcomes.push(...step.outcomes)
      repetitions += step.again.length + step.unsettled.length
      work.push(...[...step.again].reverse())
      for (const left of step.unsettled) outcomes.push(...(await settleByReading(run, left)))
      warmed()
    }
    const written = outcomes.find(wasWritten)
    if (written !== undefined) await run.firstWrites?.(batch, written.id)
  } catch (error) {
    if (run.signal?.aborted !== true) throw error
    if (sending !== undefined) outcomes.push(...afterAbort(sending, true))
    for (const part of work) outcomes.push(...afterAbort(part, false))
  } finally {
    warmed()
  }
  return { outcomes, isBodyFree: repetitions === 0 && outcomes.every(isIn) }
}
