import type { Issue } from '../errors.js'
import type { ProblemDetails } from '../ngsi/problem.js'

/** How one entity of a bulk operation ended. */
export type OutcomeName =
  /** The broker says that it is new. */
  | 'created'
  /** The broker says that it was there. */
  | 'updated'
  /** Accepted; the broker did not say whether it was there, or an attempt was repeated. */
  | 'written'
  /** Deleted. */
  | 'deleted'
  /** The broker had it already; nothing was sent. */
  | 'unchanged'
  /** Against its model; nothing was sent. */
  | 'invalid'
  /** Not in the broker as sent; `problem` says why. */
  | 'failed'
  /** Nobody knows: sent, no answer, and reading it back did not settle it. */
  | 'unconfirmed'

/** The end of one entity that was read from a source; there is exactly one per entity. */
export interface EntityOutcome {
  readonly id: string
  /** Position in the source, from 0. */
  readonly index: number
  readonly outcome: OutcomeName
  readonly problem?: ProblemDetails | undefined
  readonly issues?: readonly Issue[] | undefined
  /** How often it was sent. */
  readonly attempts: number
}

/** The account of a bulk operation: every entity read is in exactly one of the counts. */
export interface UpsertReport {
  readonly read: number
  /** Of these, what earlier runs of the same load had settled, by its journal. */
  readonly resumed: number
  readonly created: number
  readonly updated: number
  readonly written: number
  readonly deleted: number
  readonly unchanged: number
  readonly invalid: number
  readonly failed: number
  readonly unconfirmed: number
  /** The first 1,000 that were not written, with their reasons. */
  readonly problems: readonly EntityOutcome[]
  /** Issues of entities that were sent all the same (`validate: 'report'`), the first 1,000. */
  readonly warnings: readonly { readonly id: string; readonly issues: readonly Issue[] }[]
  /** True when the signal ended it before the source did. */
  readonly aborted: boolean
  readonly requests: number
  readonly retries: number
  readonly bytes: number
  readonly elapsedMs: number
  /** File that holds what was not written, to be sent again. */
  readonly deadLetter?: string | undefined
}

/** Where a bulk operation stands. */
export interface Progress extends Omit<UpsertReport, 'problems' | 'warnings' | 'deadLetter' | 'aborted'> {
  /** Entities settled per second since the start. */
  readonly perSecond: number
  /** Milliseconds that are left, where the size of the source is known. */
  readonly remainingMs?: number | undefined
}

/** The problem of what the signal ended before it was sent, or before its answer came. */
export const stopped: ProblemDetails = {
  type: 'about:blank',
  title: 'Stopped before it was settled',
}

/** Longest list of problems in a report. */
export const maxProblems = 1000
