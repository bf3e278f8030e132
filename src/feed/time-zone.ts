import { UsageError } from '../errors.js'

/** What became of a local time: the instant in milliseconds, and whether a clock change made it unclear. */
export interface LocalInstant {
  readonly ms: number
  readonly kind: 'plain' | 'ambiguous' | 'missing'
}

/** Turns local clock readings of one time zone into instants. */
export interface TimeZone {
  readonly name: string
  /** `localMs` is the clock reading as if it were UTC. A missing reading (clock moved forward) is read with the earlier offset. */
  toInstant(localMs: number, prefer: 'first' | 'last'): LocalInstant
}

const day = 86_400_000
const fixedOffset = /^(?:UTC|Z|([+-])(\d{2}):?(\d{2}))$/

const fixedZone = (name: string, offsetMs: number): TimeZone => ({
  name,
  toInstant: (localMs) => ({ ms: localMs - offsetMs, kind: 'plain' }),
})

/** The zone's offset from UTC in milliseconds at an instant. */
const offsetReader = (name: string): ((ms: number) => number) => {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw new UsageError(
      `"${name}" is no time zone; write an IANA name such as Europe/Amsterdam, UTC, or a fixed offset such as +01:00`,
    )
  }
  return (ms) => {
    const parts = Object.fromEntries(format.formatToParts(ms).map((part) => [part.type, Number(part.value)]))
    const { year = 0, month = 1, day: dayOfMonth = 1, hour = 0, minute = 0, second = 0 } = parts
    return Date.UTC(year, month - 1, dayOfMonth, hour, minute, second) - Math.floor(ms / 1000) * 1000
  }
}

/** Makes a time zone from its IANA name, `UTC`, or a fixed offset; throws a UsageError for anything else. */
export const timeZone = (name: string): TimeZone => {
  const fixed = fixedOffset.exec(name)
  if (fixed !== null) {
    const [, sign, hours = '0', minutes = '0'] = fixed
    const size = (Number(hours) * 60 + Number(minutes)) * 60_000
    return fixedZone(name, sign === '-' ? -size : size)
  }
  const offsetAt = offsetReader(name)
  // Formatting an instant is slow; clock changes are days apart, so one pair of offsets serves a whole day.
  const byDay = new Map<number, readonly [number, number]>()
  const around = (localMs: number): readonly [number, number] => {
    const key = Math.floor(localMs / day)
    const known = byDay.get(key)
    if (known !== undefined) return known
    const pair = [offsetAt((key - 1) * day), offsetAt((key + 2) * day)] as const
    if (byDay.size > 20_000) byDay.clear()
    byDay.set(key, pair)
    return pair
  }
  return {
    name,
    toInstant: (localMs, prefer) => {
      const [before, after] = around(localMs)
      if (before === after) return { ms: localMs - before, kind: 'plain' }
      const early = localMs - before
      const late = localMs - after
      const earlyHolds = offsetAt(early) === before
      const lateHolds = offsetAt(late) === after
      if (earlyHolds && lateHolds) {
        const [first, last] = early < late ? [early, late] : [late, early]
        return { ms: prefer === 'first' ? first : last, kind: 'ambiguous' }
      }
      if (earlyHolds) return { ms: early, kind: 'plain' }
      return lateHolds ? { ms: late, kind: 'plain' } : { ms: early, kind: 'missing' }
    },
  }
}
