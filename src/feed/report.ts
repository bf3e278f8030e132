import type { EntityOutcome } from '../client/outcome.js'
import type { DuplicateRule } from './mapping.js'
import type { RowProblem } from './table.js'

/** What the broker did with the entities; as `city.upsert` reports it. */
export interface WriteReport {
  readonly read: number
  /** Of these, what earlier runs had settled, by the journal. */
  readonly resumed?: number | undefined
  readonly created: number
  readonly updated: number
  readonly written: number
  readonly unchanged: number
  readonly invalid: number
  readonly failed: number
  readonly unconfirmed: number
  /** The first 1,000. */
  readonly problems: readonly EntityOutcome[]
}

/** Ids that several rows share. */
export interface Duplicates {
  readonly rule: DuplicateRule
  /** Ids that repeat. */
  readonly ids: number
  /** Rows that share their id with another row. */
  readonly rows: number
  /** The first 20. */
  readonly examples: readonly { readonly id: string; readonly rows: readonly number[] }[]
}

/** Coverage of one enum table. */
export interface EnumCoverage {
  readonly attribute: string
  /** Values, not different texts. */
  readonly mapped: number
  readonly unmapped: number
  /** Source texts that the table lacks, with how often they occur; the 20 most frequent. */
  readonly missing: readonly { readonly text: string; readonly count: number }[]
}

/** Everything that an import did or would do. */
export interface FeedReport {
  readonly source: string
  readonly mapping: { readonly name: string; readonly version?: string | undefined }
  readonly license: string
  readonly crs: string
  readonly type: string
  readonly dryRun: boolean
  /** False where nothing was written because the whole import was refused; `refusal` says why. */
  readonly accepted: boolean
  readonly refusal?: string | undefined
  readonly rows: {
    readonly read: number
    readonly filtered: number
    readonly rejected: number
    /** Rows in which unpivot or explode found nothing. */
    readonly hollow: number
  }
  readonly entities: number
  readonly duplicates: Duplicates
  /** The first 1,000 problems; `rows.rejected` counts all rows. */
  readonly problems: readonly RowProblem[]
  /** All problems by rule. */
  readonly problemsByRule: Readonly<Record<string, number>>
  readonly enums: readonly EnumCoverage[]
  readonly columns: {
    readonly unused: readonly string[]
    readonly empty: readonly string[]
    /** Columns that look secret or personal and are not used. */
    readonly sensitive: readonly { readonly column: string; readonly reason: string }[]
  }
  /** Values that the source does not hold, by attribute. */
  readonly assumed: Readonly<Record<string, number>>
  readonly times: { readonly ambiguous: number; readonly missing: number }
  /** Rows whose text was repaired. */
  readonly repaired: number
  readonly outOfBounds: number
  readonly broker?: WriteReport | undefined
  readonly removed?:
    | { readonly ids: readonly string[]; readonly count: number; readonly pruned: number }
    | undefined
  readonly seconds: number
}

/**
 * Tells whether an import is clean: accepted, no row rejected, nothing failed at the broker.
 * A text that an enum lacks rejects its row unless the mapping says what it means (`default`).
 */
export const isClean = (report: FeedReport): boolean =>
  report.accepted &&
  report.rows.rejected === 0 &&
  (report.broker === undefined ||
    report.broker.failed + report.broker.invalid + report.broker.unconfirmed === 0)
