import type { Issue } from '../errors.js'
import type { JournalRecord } from './journal-record.js'
import {
  type EntityOutcome,
  maxProblems,
  type OutcomeName,
  type Progress,
  type UpsertReport,
} from './outcome.js'
import type { BulkRun } from './part.js'

/** Counts outcomes and keeps the first problems. */
export interface Tally {
  readonly add: (outcomes: readonly EntityOutcome[]) => void
  /** Takes an outcome of an earlier run back, because its entity is sent once more. */
  readonly takeBack: (name: OutcomeName) => void
  readonly warn: (id: string, issues: readonly Issue[]) => void
  readonly report: (run: BulkRun, deadLetter: string | undefined) => UpsertReport
  readonly progress: (run: BulkRun, expected: number | undefined) => Progress
}

/** Makes the account of one operation; it goes on from what a journal tells of earlier runs. */
export const createTally = (earlier?: JournalRecord | undefined): Tally => {
  const counts = {
    created: 0,
    updated: 0,
    written: 0,
    deleted: 0,
    unchanged: 0,
    invalid: 0,
    failed: 0,
    unconfirmed: 0,
    ...earlier?.counts(),
  }
  const problems: EntityOutcome[] = [...(earlier?.problems ?? [])]
  const warnings: { readonly id: string; readonly issues: readonly Issue[] }[] = []
  const started = performance.now()
  const read = (): number => Object.values(counts).reduce((sum, count) => sum + count, 0)
  let resumed = read()
  const state = (run: BulkRun) => ({
    read: read(),
    resumed,
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
    takeBack: (name) => {
      counts[name] -= 1
      resumed -= 1
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
      const perSecond = now.elapsedMs === 0 ? 0 : ((now.read - resumed) / now.elapsedMs) * 1000
      const left =
        expected === undefined || perSecond === 0 ? undefined : ((expected - now.read) / perSecond) * 1000
      return { ...now, perSecond, ...(left === undefined ? {} : { remainingMs: Math.max(0, left) }) }
    },
  }
}
