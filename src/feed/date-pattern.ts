import { UsageError } from '../errors.js'

/** What a date text holds: clock reading as if it were UTC, and the offset where the text states one. */
export interface DateReading {
  readonly localMs: number
  readonly offsetMs: number | undefined
  /** True where the pattern has no time of day. */
  readonly dateOnly: boolean
}

/** Reads one text by one pattern; undefined where the text does not follow it or no such day exists. */
export type DateReader = (text: string) => DateReading | undefined

const tokens: Readonly<Record<string, string>> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  S: '(?<fraction>\\d{1,9})',
  X: '(?<offset>Z|[+-]\\d{2}:?\\d{2})',
}

const tokenShape = /'([^']*)'|yyyy|MM|M|dd|d|HH|H|mm|ss|S+|X|[A-Za-z]|[^A-Za-z']/g

const expression = (pattern: string): RegExp => {
  const source = pattern.replaceAll(tokenShape, (token, quoted?: string) => {
    if (quoted !== undefined) return quoted.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const known = tokens[token.startsWith('S') ? 'S' : token]
    if (known !== undefined) return known
    if (/[A-Za-z]/.test(token))
      throw new UsageError(
        `date pattern "${pattern}" has the letter "${token}"; known are yyyy MM M dd d HH H mm ss S X, other letters in '…'`,
      )
    return token.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  try {
    return new RegExp(`^${source}$`)
  } catch {
    throw new UsageError(`date pattern "${pattern}" names a part twice or cannot be read`)
  }
}

const offsetMs = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (text === 'Z') return 0
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))
  return (text.startsWith('-') ? -minutes : minutes) * 60_000
}

const clock = (
  groups: Readonly<Record<string, string | undefined>>,
  hour24: boolean,
): DateReading | undefined => {
  const year = Number(groups['year'])
  const month = Number(groups['month'] ?? 1)
  const dayOfMonth = Number(groups['day'] ?? 1)
  const hour = Number(groups['hour'] ?? 0)
  const minute = Number(groups['minute'] ?? 0)
  const second = Number(groups['second'] ?? 0)
  const lastHour = hour24 && minute === 0 && second === 0 ? 24 : 23
  if (month < 1 || month > 12 || hour > lastHour || minute > 59 || second > 59) return undefined
  if (dayOfMonth < 1 || dayOfMonth > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  const milliseconds = Math.floor(Number(`0.${groups['fraction'] ?? '0'}`) * 1000)
  return {
    localMs: Date.UTC(year, month - 1, dayOfMonth, hour, minute, second, milliseconds),
    offsetMs: offsetMs(groups['offset']),
    dateOnly: groups['hour'] === undefined,
  }
}

const byPattern = (pattern: string, hour24: boolean): DateReader => {
  const shape = expression(pattern)
  if (!/yyyy/.test(pattern)) throw new UsageError(`date pattern "${pattern}" has no year (yyyy)`)
  return (text) => {
    const found = shape.exec(text)
    return found?.groups === undefined ? undefined : clock(found.groups, hour24)
  }
}

const isoShape =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/

const epoch =
  (factor: number): DateReader =>
  (text) => {
    if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return undefined
    const ms = Math.round(Number(text) * factor)
    return Math.abs(ms) <= 8.64e15 ? { localMs: ms, offsetMs: 0, dateOnly: false } : undefined
  }

/**
 * Makes a reader of one date pattern: letters `yyyy MM M dd d HH H mm ss S X` (X: offset), other letters in quotes;
 * or `iso` (ISO 8601, also with a blank for the T), `epoch-ms`, `epoch-s`. Throws a UsageError for a pattern that cannot be read.
 */
export const dateReader = (pattern: string, hour24: boolean): DateReader => {
  if (pattern === 'epoch-ms') return epoch(1)
  if (pattern === 'epoch-s') return epoch(1000)
  if (pattern !== 'iso') return byPattern(pattern, hour24)
  return (text) => {
    const found = isoShape.exec(text)
    return found?.groups === undefined ? undefined : clock(found.groups, hour24)
  }
}
