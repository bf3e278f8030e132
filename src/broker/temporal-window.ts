import { instantOf, isDateTime } from '../ngsi/date-time.js'
import type { HistoryInstance } from './history.js'
import { badData, shown } from './problem-error.js'

/** The instant of an instance by which it is chosen and ordered. */
export type TimeProperty = 'observedAt' | 'createdAt' | 'modifiedAt' | 'deletedAt'

/** Which part of a history is asked for (TemporalQuery, CIM 009 5.2.21). Instants in microseconds since 1970. */
export interface TemporalWindow {
  readonly timeproperty: TimeProperty
  readonly timerel: 'before' | 'after' | 'between' | undefined
  readonly timeAt: string | undefined
  readonly endTimeAt: string | undefined
  readonly lastN: number | undefined
}

/** A temporal query as a request writes it. */
export interface TemporalText {
  readonly timerel?: unknown
  readonly timeAt?: unknown
  readonly endTimeAt?: unknown
  readonly timeproperty?: unknown
  readonly lastN?: unknown
}

const timeProperties: ReadonlySet<unknown> = new Set(['observedAt', 'createdAt', 'modifiedAt', 'deletedAt'])

const dateTime = (value: unknown, name: string): string =>
  isDateTime(value)
    ? value.replace(',', '.')
    : badData(`${name}: "${shown(value)}" is no DateTime; write 2026-11-23T10:00:00Z`)

const readLastN = (value: unknown): number | undefined => {
  if (value === undefined) return undefined
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0
    ? number
    : badData(`lastN must be a whole number of at least 1, not "${shown(value)}"`)
}

const checkTogether = ({ timerel, timeAt, endTimeAt }: TemporalText): void => {
  if ((timerel === undefined) !== (timeAt === undefined)) badData('timerel and timeAt go together')
  if (timerel !== undefined && timerel !== 'before' && timerel !== 'after' && timerel !== 'between')
    badData(`timerel must be before, after or between, not "${shown(timerel)}"`)
  if ((timerel === 'between') !== (endTimeAt !== undefined))
    badData('endTimeAt goes with timerel=between, and only with it')
}

/** Reads a temporal query; with `mandatory`, timerel and timeAt must be there (CIM 009 5.7.4). */
export const readWindow = (text: TemporalText, mandatory: boolean): TemporalWindow => {
  const { timeproperty = 'observedAt' } = text
  if (mandatory && text.timerel === undefined) badData('a temporal query needs timerel and timeAt')
  checkTogether(text)
  if (!timeProperties.has(timeproperty))
    badData(
      `timeproperty must be observedAt, createdAt, modifiedAt or deletedAt, not "${shown(timeproperty)}"`,
    )
  return {
    timeproperty: timeproperty as TimeProperty,
    timerel: text.timerel as TemporalWindow['timerel'],
    timeAt: text.timeAt === undefined ? undefined : dateTime(text.timeAt, 'timeAt'),
    endTimeAt: text.endTimeAt === undefined ? undefined : dateTime(text.endTimeAt, 'endTimeAt'),
    lastN: readLastN(text.lastN),
  }
}

/** The instant of an instance, as text; undefined where it has none. */
export const timeOf = (instance: HistoryInstance, { timeproperty }: TemporalWindow): string | undefined =>
  instance[timeproperty]

const micros = (text: string | undefined): number =>
  text === undefined ? Number.NaN : (instantOf(text) ?? Number.NaN)

const isInside = (instance: HistoryInstance, window: TemporalWindow): boolean => {
  const time = timeOf(instance, window)
  // Without a window, instances that lack the time property are shown too, except deletions, which are asked for by name.
  if (time === undefined) return window.timerel === undefined && window.timeproperty === 'observedAt'
  const at = micros(time)
  const start = micros(window.timeAt)
  switch (window.timerel) {
    case 'before':
      return at < start
    case 'after':
      return at >= start
    case 'between':
      return at >= start && at < micros(window.endTimeAt)
    default:
      return true
  }
}

const byTime =
  (window: TemporalWindow) =>
  (a: HistoryInstance, b: HistoryInstance): number => {
    const [left, right] = [micros(timeOf(a, window)), micros(timeOf(b, window))]
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(right)) - Number(Number.isNaN(left))
    return left - right
  }

/** The instances of one attribute inside the window, ascending; with lastN the newest of them. */
export const inWindow = (
  instances: readonly HistoryInstance[],
  window: TemporalWindow,
): readonly HistoryInstance[] => {
  const inside = instances.filter((instance) => isInside(instance, window)).sort(byTime(window))
  return window.lastN === undefined ? inside : inside.slice(-window.lastN)
}

/** Instances by attribute of one entity. */
export type Timelines = ReadonlyMap<string, readonly HistoryInstance[]>

/** What was left out of a result because it is too long, as Content-Range says it (CIM 009 6.3.10). */
export interface Cut {
  readonly timelines: readonly Timelines[]
  readonly contentRange: string | undefined
}

const secondsOf = (text: string | undefined): string => (text ?? '').replace(/\.0+Z$/, 'Z')

const extreme = (times: readonly string[], newest: boolean): string | undefined =>
  times.reduce<string | undefined>((best, time) => {
    if (best === undefined) return time
    return micros(time) > micros(best) === newest ? time : best
  }, undefined)

/** Where long attributes must be cut: the instant up to which (or, for lastN, from which) everything is complete. */
const cutAt = (
  all: readonly (readonly HistoryInstance[])[],
  window: TemporalWindow,
  limit: number,
): string | undefined => {
  const newestFirst = window.lastN !== undefined
  const edges = all
    .filter((instances) => instances.length > limit)
    .map((instances) =>
      timeOf((newestFirst ? instances.at(-limit) : instances[limit - 1]) as HistoryInstance, window),
    )
    .filter((time) => time !== undefined)
  return extreme(edges, newestFirst)
}

const keptTimes = (timelines: readonly Timelines[], window: TemporalWindow): readonly string[] =>
  timelines
    .flatMap((one) => [...one.values()].flat())
    .map((instance) => timeOf(instance, window))
    .filter((time) => time !== undefined)

const rangeOf = (timelines: readonly Timelines[], window: TemporalWindow): string => {
  const times = keptTimes(timelines, window)
  const [oldest, newest] = [extreme(times, false), extreme(times, true)]
  const { timerel, timeAt, endTimeAt, lastN } = window
  if (lastN !== undefined) {
    const start = timerel === 'before' ? timeAt : timerel === 'between' ? endTimeAt : newest
    return `date-time ${secondsOf(start)}-${secondsOf(oldest)}/${lastN}`
  }
  const start = timerel === 'after' || timerel === 'between' ? timeAt : oldest
  return `date-time ${secondsOf(start)}-${secondsOf(newest)}/*`
}

/** Cuts timelines that are longer than the limit, all at a common instant, so that the range returned is complete. */
export const cutTimelines = (timelines: readonly Timelines[], window: TemporalWindow, limit: number): Cut => {
  const edge = cutAt(
    timelines.flatMap((one) => [...one.values()]),
    window,
    limit,
  )
  if (edge === undefined) return { timelines, contentRange: undefined }
  const at = micros(edge)
  const keeps = (instance: HistoryInstance): boolean => {
    const time = micros(timeOf(instance, window))
    return window.lastN === undefined ? !(time > at) : !(time < at)
  }
  const kept = timelines.map(
    (one) => new Map([...one].map(([name, instances]) => [name, instances.filter(keeps)] as const)),
  )
  return { timelines: kept, contentRange: rangeOf(kept, window) }
}
