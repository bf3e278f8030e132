/** How the values of one enum table were met. */
export interface EnumTally {
  readonly mapped: Map<string, number>
  readonly unmapped: Map<string, number>
}

/** What is counted while rows are mapped. Counts of rows, not of values. */
export interface Tally {
  /** Number of the row that is mapped at present. */
  row: number
  readonly enums: Map<string, EnumTally>
  /** Attributes whose value the source does not hold. */
  readonly assumed: Map<string, number>
  readonly ambiguousTimes: RowCounter
  readonly missingTimes: RowCounter
  readonly repaired: RowCounter
  readonly outOfBounds: RowCounter
}

/** Counts distinct rows; rows come in order. */
export interface RowCounter {
  count: number
  last: number
}

/** The most different texts that are remembered per enum; more means that the column is no enum. */
const maxTexts = 500

/** Makes an empty tally. */
export const createTally = (): Tally => ({
  row: 0,
  enums: new Map(),
  assumed: new Map(),
  ambiguousTimes: { count: 0, last: -1 },
  missingTimes: { count: 0, last: -1 },
  repaired: { count: 0, last: -1 },
  outOfBounds: { count: 0, last: -1 },
})

/** Counts the present row once. */
export const countRow = (tally: Tally, counter: RowCounter): void => {
  if (counter.last === tally.row) return
  counter.last = tally.row
  counter.count += 1
}

/** Counts one text, up to a bounded number of different ones. */
export const countText = (counts: Map<string, number>, text: string): void => {
  const seen = counts.get(text)
  if (seen !== undefined) counts.set(text, seen + 1)
  else if (counts.size < maxTexts) counts.set(text.slice(0, 200), 1)
}
