import type { Issue } from '../errors.js'

/** Reads one column (or JSON path) of a record. */
export type Accessor = (record: unknown) => unknown

/** A row that could not be made into an entity, and why. */
export interface RowProblem extends Issue {
  /** Row as a spreadsheet shows it (the header counts), or index of the record from 1. */
  readonly row: number
}

/** Some rows together; `rows[i]` is the number of `records[i]`. */
export interface Batch {
  readonly records: readonly unknown[]
  readonly rows: readonly number[]
  /** Name of the file, where several are read together. */
  readonly file?: string | undefined
  /** Rows that the reader itself had to refuse. */
  readonly problems: readonly RowProblem[]
}

/** An opened source: its columns, and its rows once, in order. */
export interface Table {
  /** Name for messages. */
  readonly name: string
  /** What a row is called in messages. */
  readonly unit: 'row' | 'record'
  /** Every column; of JSON the paths of the first records. */
  readonly columns: readonly string[]
  /** Columns that unpivot or a join has used up. */
  readonly consumed?: readonly string[] | undefined
  /** Coordinate system that the source itself names. */
  readonly crs?: string | undefined
  /** The reader of a column, or undefined where a source with a fixed header lacks it. */
  readonly accessor: (name: string) => Accessor | undefined
  readonly batches: () => AsyncIterable<Batch>
}
