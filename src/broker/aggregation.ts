import { instantOf, isDate, isDateTime, isTime } from '../ngsi/date-time.js'
import type { HistoryInstance } from './history.js'
import { badData, refuse, shown } from './problem-error.js'
import { attributeValue } from './stored-entity.js'
import { type TemporalWindow, timeOf } from './temporal-window.js'

/** The methods of aggregation (CIM 009 4.5.19). */
export const aggregationMethods = [
  'totalCount',
  'distinctCount',
  'sum',
  'avg',
  'min',
  'max',
  'stddev',
  'sumsq',
] as const

/** A method of aggregation; stddev is that of the population. */
export type AggregationMethod = (typeof aggregationMethods)[number]

/** What is computed, and over which periods; 0 is one period over everything. */
export interface Aggregation {
  readonly methods: readonly AggregationMethod[]
  readonly period: Duration
}

/** An ISO 8601 duration, calendar part and exact part apart, because months differ in length. */
export interface Duration {
  readonly months: number
  readonly milliseconds: number
}

const durationShape =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Reads an ISO 8601 duration such as PT1H or P1D. */
export const readDuration = (text: unknown, what: string): Duration => {
  const parts =
    typeof text === 'string' && text !== 'P' && !text.endsWith('T') ? durationShape.exec(text) : null
  if (parts === null) return badData(`${what}: "${shown(text)}" is no ISO 8601 duration such as PT1H or P1D`)
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  const duration = {
    months: years * 12 + months,
    milliseconds: ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
  }
  return Number.isFinite(duration.months + duration.milliseconds)
    ? duration
    : badData(`${what}: "${shown(text)}" is too long`)
}

/** Reads aggrMethods (comma text or list) and aggrPeriodDuration. */
export const readAggregation = (methods: unknown, period: unknown): Aggregation => {
  const names = typeof methods === 'string' ? methods.split(',').map((name) => name.trim()) : methods
  if (!Array.isArray(names) || names.length === 0) return badData('aggregatedValues needs aggrMethods')
  const wrong = names.find((name) => !(aggregationMethods as readonly unknown[]).includes(name))
  if (wrong !== undefined)
    return badData(`aggrMethods: "${shown(wrong)}" is none of ${aggregationMethods.join(', ')}`)
  return {
    methods: names as AggregationMethod[],
    period: readDuration(period ?? 'PT0S', 'aggrPeriodDuration'),
  }
}

type ValueKind = 'number' | 'string' | 'instant' | 'time' | 'object' | 'uri'

const counts: readonly AggregationMethod[] = ['totalCount', 'distinctCount']
const applicable: Readonly<Record<ValueKind, readonly AggregationMethod[]>> = {
  number: aggregationMethods,
  string: [...counts, 'min', 'max'],
  instant: [...counts, 'min', 'max'],
  time: [...counts, 'min', 'max', 'avg'],
  object: counts,
  uri: counts,
}

const textKind = (value: string): ValueKind => {
  const isInstant = isDateTime(value) || isDate(value)
  if (isInstant) return 'instant'
  return /^\d\d:/.test(value) && isTime(value) ? 'time' : 'string'
}

const kindOf = (instance: HistoryInstance): ValueKind => {
  if (
    instance.type === 'Relationship' ||
    instance.type === 'VocabProperty' ||
    instance.type === 'ListRelationship'
  )
    return 'uri'
  const value = attributeValue(instance)
  if (typeof value === 'number' || typeof value === 'boolean' || Array.isArray(value)) return 'number'
  return typeof value === 'string' ? textKind(value) : 'object'
}

/** Booleans count as 0 and 1, arrays by their size (4.5.19). */
const numberOf = (instance: HistoryInstance): number => {
  const value = attributeValue(instance)
  return Array.isArray(value) ? value.length : Number(value)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const overNumbers = (numbers: readonly number[], method: AggregationMethod): number => {
  const average = sum(numbers) / numbers.length
  switch (method) {
    case 'sum':
      return sum(numbers)
    case 'sumsq':
      return sum(numbers.map((one) => one * one))
    case 'avg':
      return average
    case 'stddev':
      return Math.sqrt(sum(numbers.map((one) => (one - average) ** 2)) / numbers.length)
    case 'min':
      return numbers.reduce((a, b) => Math.min(a, b))
    default:
      return numbers.reduce((a, b) => Math.max(a, b))
  }
}

const secondsOfDay = (text: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace('Z', '').replace(',', '.').split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

const asTime = (seconds: number): string => {
  const whole = new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
  return `${whole.replace(/\.000$/, '')}Z`
}

const overTexts = (texts: readonly string[], kind: ValueKind, method: AggregationMethod): unknown => {
  if (method === 'avg') return asTime(sum(texts.map(secondsOfDay)) / texts.length)
  const order = (a: string, b: string): number =>
    kind === 'instant' && isDateTime(a) && isDateTime(b)
      ? (instantOf(a) ?? 0) - (instantOf(b) ?? 0)
      : a < b
        ? -1
        : a > b
          ? 1
          : 0
  const sorted = [...texts].sort(order)
  return method === 'min' ? sorted[0] : sorted.at(-1)
}

/** Computes one method over the instances of one period. */
export const aggregate = (
  instances: readonly HistoryInstance[],
  method: AggregationMethod,
  name: string,
): unknown => {
  const kinds = new Set(instances.map(kindOf))
  const kind = kinds.size === 1 ? ([...kinds][0] as ValueKind) : 'object'
  if (!applicable[kind].includes(method))
    refuse('InvalidRequest', `${method} cannot be applied to the values of ${name}`)
  if (method === 'totalCount') return instances.length
  if (method === 'distinctCount')
    return new Set(instances.map((one) => JSON.stringify(attributeValue(one)))).size
  return kind === 'number'
    ? overNumbers(instances.map(numberOf), method)
    : overTexts(
        instances.map((one) => String(attributeValue(one))),
        kind,
        method,
      )
}

const addPeriod = (at: number, { months, milliseconds }: Duration, times: number): number => {
  const date = new Date(at)
  if (months > 0) date.setUTCMonth(date.getUTCMonth() + months * times)
  const end = date.getTime() + milliseconds * times
  // Dates end at some point; a period that is longer never does.
  return Number.isNaN(end) ? Number.POSITIVE_INFINITY : end
}

/** The last instant that a DateTime of four digits for the year can name. */
const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

const asDateTime = (at: number): string =>
  new Date(Math.min(at, lastInstant)).toISOString().replace('.000Z', 'Z')

/** Not Date.parse, which knows no comma before the fraction of a second. */
const millisecondsOf = (text: string | undefined): number =>
  Math.floor((instantOf(text ?? '') ?? Number.NaN) / 1000)

/** A period with the instances in it; ends in milliseconds since 1970. */
interface Period {
  readonly start: number
  readonly end: number
  readonly instances: HistoryInstance[]
}

const wholePeriod = (
  timed: readonly (readonly [number, HistoryInstance])[],
  window: TemporalWindow,
): readonly Period[] => {
  const first = timed[0]?.[0] ?? 0
  const last = timed.at(-1)?.[0] ?? first
  const start =
    window.timerel === 'after' || window.timerel === 'between' ? millisecondsOf(window.timeAt) : first
  const end =
    window.timerel === 'between'
      ? millisecondsOf(window.endTimeAt)
      : window.timerel === 'before'
        ? millisecondsOf(window.timeAt)
        : last
  return [{ start, end, instances: timed.map(([, instance]) => instance) }]
}

/** Splits ascending instances into periods; only those that hold data are given (4.5.19). */
export const periodsOf = (
  instances: readonly HistoryInstance[],
  window: TemporalWindow,
  period: Duration,
): readonly Period[] => {
  const timed = instances
    .map((instance) => [millisecondsOf(timeOf(instance, window)), instance] as const)
    .filter(([at]) => !Number.isNaN(at))
  if (timed.length === 0) return []
  if (period.months === 0 && period.milliseconds === 0) return wholePeriod(timed, window)
  const anchored = window.timerel === 'after' || window.timerel === 'between'
  const origin = anchored ? millisecondsOf(window.timeAt) : (timed[0]?.[0] ?? 0)
  const approximate = period.milliseconds + period.months * 2_419_200_000
  const periods: Period[] = []
  for (const [at, instance] of timed) {
    const current = periods.at(-1)
    if (current !== undefined && at < current.end) {
      current.instances.push(instance)
      continue
    }
    // Months differ in length: guess by the shortest, then step to the right one.
    let index = period.months === 0 ? Math.floor((at - origin) / approximate) : 0
    while (addPeriod(origin, period, index + 1) <= at) index += 1
    periods.push({
      start: addPeriod(origin, period, index),
      end: addPeriod(origin, period, index + 1),
      instances: [instance],
    })
  }
  return periods
}

/** The aggregated values of one attribute: by method a list of [value, start, end] (CIM 009 4.5.19). */
export const aggregateAttribute = (
  instances: readonly HistoryInstance[],
  window: TemporalWindow,
  aggregation: Aggregation,
  name: string,
): Readonly<Record<string, unknown>> => {
  const periods = periodsOf(instances, window, aggregation.period)
  const columns = aggregation.methods.map((method) => [
    method,
    periods.map(({ start, end, instances: inside }) => [
      aggregate(inside, method, name),
      asDateTime(start),
      asDateTime(end),
    ]),
  ])
  return { type: 'Property', ...Object.fromEntries(columns) }
}
