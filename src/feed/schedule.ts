import { Cron } from 'croner'
import { UsageError } from '../errors.js'

/** When something is done again and again. */
export interface Schedule {
  /** Milliseconds between the beginnings of two runs, or a cron expression of five or six fields. */
  readonly every: number | string
  /** IANA time zone in which a cron expression is meant, such as `Europe/Amsterdam`. @default the machine's */
  readonly timeZone?: string | undefined
}

/** The instants of a schedule. */
export interface Timetable {
  /** The beginning of the first run after one that began then. */
  readonly after: (begun: Date) => Date
  /** Whether the first run begins at once; those of a cron expression have their times. */
  readonly atOnce: boolean
}

const longestMs = 30 * 86_400_000

const cronOf = (expression: string, timeZone: string | undefined): Cron => {
  try {
    const cron = new Cron(expression, {
      paused: true,
      ...(timeZone === undefined ? {} : { timezone: timeZone }),
    })
    if (cron.nextRun() !== null) return cron
  } catch (error) {
    throw new UsageError(
      `"${expression}"${timeZone === undefined ? '' : ` in ${timeZone}`} is no cron expression: ${(error as Error).message}`,
    )
  }
  throw new UsageError(`the cron expression "${expression}" has no time that is still to come`)
}

/** Reads a schedule; throws a UsageError for an interval under a second or over 30 days, and for a wrong expression. */
export const timetable = ({ every, timeZone }: Schedule): Timetable => {
  if (typeof every === 'number') {
    if (!(every >= 1000 && every <= longestMs))
      throw new UsageError(`the interval must be a second to 30 days, not ${every} ms`)
    return { after: (begun) => new Date(begun.getTime() + every), atOnce: true }
  }
  const cron = cronOf(every, timeZone)
  return { after: (begun) => cron.nextRun(begun) ?? new Date(begun.getTime() + longestMs), atOnce: false }
}
