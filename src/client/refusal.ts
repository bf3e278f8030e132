import { readProblem } from '../dialect/batch-answer.js'
import type { NetworkError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { isLasting, neverSent, retryAfterMs, sleep } from '../http/retry.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import { type BulkRun, failAll, halves, nothing, type Part, repeat, type Step, waitFor } from './part.js'

/** What to do when nothing usable came back. */
export const afterNetworkError = (run: BulkRun, part: Part, error: NetworkError): Promise<Step> | Step => {
  const { code = '' } = error
  const unsent = neverSent.has(code)
  const problem = readProblem({ type: 'about:blank', title: 'No answer', detail: error.message })
  const held = { ...part, sent: part.sent - 1 }
  // A certificate does not become valid by asking again, and nothing was sent over it.
  if (isLasting(code)) return failAll(held, problem)
  if (!unsent) return narrowed(run, part, problem, error.timedOut ? 1 : triesPerSize)
  // A broker that is down costs time, not attempts: the deadline ends that.
  const attempt = Math.min(part.attempt, run.attempts - 1)
  return repeat(run, { ...held, attempt }, problem, waitFor(run, part))
}

const triesPerSize = 4

// Each costs two requests: a load in which so many batches end this way has other troubles than single entities.
const maxSearches = 1000

/** Other requests got through since this batch began: the broker is well, so what fails is about its entities. */
const isWell = (run: BulkRun, part: Part): boolean => run.acceptedAt > part.until - run.deadlineMs

/**
 * Sends again what the broker may have acted on. It may die inside of one entity, or take too long for so many: after
 * a few tries each half goes alone, and in the end, as long as others get through, down to the one entity.
 */
const narrowed = async (run: BulkRun, part: Part, problem: ProblemDetails, tries: number): Promise<Step> => {
  const doubtful = { ...part, doubtful: true }
  const several = part.items.length > 1
  const searches = several && part.attempt >= run.attempts && performance.now() < part.until
  if (searches && isWell(run, part) && run.searches < maxSearches) {
    run.searches += 1
    return { ...nothing, again: halves(doubtful) }
  }
  const step = await repeat(run, doubtful, problem, waitFor(run, part))
  return several && part.attempt % tries === 0 ? { ...step, again: step.again.flatMap(halves) } : step
}

/** The broker was too busy: everybody waits as long as it asks. */
const coolDown = (run: BulkRun, part: Part, reply: Reply, problem: ProblemDetails): Promise<Step> => {
  const asked = retryAfterMs(reply.headers['retry-after'], Date.now()) ?? 0
  const until = performance.now() + asked
  if (asked > 0 && until > (run.cooling?.until ?? 0)) run.cooling = { until, problem }
  // 503 may come from a gateway after the broker has acted.
  const doubtful = part.doubtful || reply.status !== 429
  return repeat(run, { ...part, doubtful }, problem, Math.max(asked, waitFor(run, part)))
}

/** Waits as long as the broker asked everybody to, or until it is asked for health; false when that is too long. */
export const cooled = async (run: BulkRun, part: Part): Promise<boolean> => {
  for (;;) {
    const now = performance.now()
    const asked = (run.cooling?.until ?? 0) - now
    if (now + asked > part.until) return false
    // A breaker that closes earlier does not say so.
    const open = Math.min(run.connection.transport.openMs(), part.until - now, 1000)
    const wait = Math.max(asked, open)
    if (wait <= 0) return true
    await sleep(wait, run.signal)
  }
}

/** Leaves a part that would have to wait beyond its deadline. */
export const tooBusy = (run: BulkRun, part: Part): Step => ({
  ...nothing,
  unsettled: [{ ...part, problem: run.cooling?.problem }],
})

// A gateway may answer 413 for reasons of the moment.
const maxTooLarge = 2

const isNaming = (status: number): boolean => status === 400 || status === 409 || status === 422

/** What to do when a whole request of so many bytes was refused. */
export const afterRefusal = (
  run: BulkRun,
  part: Part,
  reply: Reply,
  problem: ProblemDetails,
  bytes: number,
): Promise<Step> | Step => {
  const { status } = reply
  const alone = part.items.length === 1
  if (status === 413) {
    run.size.refused(bytes)
    if (!alone) return { ...nothing, again: halves(part) }
    if (part.silences >= maxTooLarge) return failAll(part, problem)
    return repeat(run, { ...part, silences: part.silences + 1 }, problem, waitFor(run, part))
  }
  if (status === 429 || status === 503) return coolDown(run, part, reply, problem)
  if (isNaming(status)) return alone ? failAll(part, problem) : { ...nothing, again: halves(part) }
  if (status < 500 || status === 501) return failAll(part, problem)
  return narrowed(run, part, problem, status === 504 ? 1 : triesPerSize)
}
