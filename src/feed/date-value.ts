import { CellProblem, shown } from './cell-problem.js'
import { type DateReading, dateReader } from './date-pattern.js'
import type { Environment } from './environment.js'
import type { ValueSpec } from './mapping.js'
import { countRow } from './tally.js'

const dateTimeText = (ms: number): string => {
  const text = new Date(ms).toISOString()
  return text.endsWith('.000Z') ? `${text.slice(0, 19)}Z` : text
}

/** Tells whether a text is an instant to the second, in UTC, of a day that exists: it can stay as it is. */
const isPlainInstant = (text: string): boolean => {
  if (text.length !== 20 || text[10] !== 'T' || text[19] !== 'Z') return false
  const ms = Date.parse(text)
  if (!Number.isFinite(ms)) return false
  // Date.parse reads 30 February as 2 March; written back it shows. The 28th is in every month.
  return Number(text.slice(8, 10)) <= 28 || new Date(ms).toISOString().startsWith(text.slice(0, 19))
}

/**
 * Makes the reader of dates by the patterns of a specification, to `…Z` text (`type: date`: to a day).
 * It throws a CellProblem for text that follows no pattern, for local time without a zone, for hours that a clock change
 * leaves out, and, by default, for hours that it repeats.
 */
export const dateValue = (
  spec: ValueSpec,
  type: 'dateTime' | 'date',
  environment: Environment,
): ((value: unknown) => string) => {
  const patterns = [spec.date ?? 'iso'].flat()
  const readers = patterns.map((pattern) => dateReader(pattern, spec.hour24 === true))
  const zone = environment.zone(spec.timezone)
  const { ambiguous = 'reject' } = spec
  const { tally } = environment

  const local = (reading: DateReading, text: string): number => {
    if (zone === undefined)
      throw new CellProblem(
        'feed.time-zone',
        `${shown(text)} is local time without a zone`,
        'say timezone in the mapping, such as Europe/Amsterdam or UTC',
      )
    const { ms, kind } = zone.toInstant(reading.localMs, ambiguous === 'last' ? 'last' : 'first')
    if (kind === 'missing') {
      countRow(tally, tally.missingTimes)
      throw new CellProblem(
        'feed.missing-time',
        `${shown(text)} does not exist in ${zone.name}: the clock was moved forward`,
      )
    }
    if (kind === 'ambiguous') {
      countRow(tally, tally.ambiguousTimes)
      if (ambiguous === 'reject')
        throw new CellProblem(
          'feed.ambiguous-time',
          `${shown(text)} happened twice in ${zone.name}: the clock was moved back`,
          'say ambiguous: first or last',
        )
    }
    return ms
  }

  const isoFirst = patterns[0] === 'iso' && type === 'dateTime'
  return (value) => {
    const text = String(value).trim()
    if (isoFirst && isPlainInstant(text)) return text
    for (const read of readers) {
      const reading = read(text)
      if (reading === undefined) continue
      // A day is a day wherever it was written down.
      if (type === 'date') return new Date(reading.localMs).toISOString().slice(0, 10)
      return dateTimeText(
        reading.offsetMs === undefined ? local(reading, text) : reading.localMs - reading.offsetMs,
      )
    }
    throw new CellProblem('feed.date', `${shown(text)} is no date of the form ${patterns.join(' or ')}`)
  }
}
