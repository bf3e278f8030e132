import { isDate, isDateTime, isTime } from '../ngsi/date-time.js'

/** Mixed types rank in this order (CIM 009 4.23): number, string, object, array, boolean, time, date, DateTime, null, absent. */
const rankOf = (value: unknown): number => {
  if (value === undefined) return 9
  if (value === null) return 8
  if (typeof value === 'number') return 0
  if (typeof value === 'boolean') return 4
  if (Array.isArray(value)) return 3
  if (typeof value === 'object') return 2
  return isDateTime(value) ? 7 : isDate(value) ? 6 : isTime(value) ? 5 : 1
}

/** Compares two values of one type as they are, texts by their units. */
export const byUnits = <Value extends string | number | boolean>(a: Value, b: Value): number =>
  a < b ? -1 : a > b ? 1 : 0

/** Compares any two values as `orderBy` does; `compareText` may know the rules of a language. */
export const compareForOrder = (
  a: unknown,
  b: unknown,
  compareText: (a: string, b: string) => number = byUnits,
): number => {
  const rank = rankOf(a)
  if (rank !== rankOf(b)) return rank - rankOf(b)
  switch (typeof a) {
    case 'number':
    case 'boolean':
      return byUnits(a, b as number | boolean)
    case 'string':
      return rank === 1 ? compareText(a, b as string) : byUnits(a, b as string)
    default:
      return byUnits(JSON.stringify(a) ?? '', JSON.stringify(b) ?? '')
  }
}
