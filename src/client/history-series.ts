import { UnsupportedError } from '../errors.js'
import type { Reply } from '../http/reply.js'
import { instantOf, isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'

/** One value of a series, and when it was so. */
export interface SeriesValue<Value> {
  readonly value: Value
  readonly at: string
  /** Which of several instances of the attribute; undefined for the plain one. */
  readonly datasetId?: string | undefined
}

/** One period of an aggregate. */
export interface AggregatePeriod {
  readonly value: unknown
  readonly from: string
  readonly to: string
}

/** The methods that aggregate (CIM 009 4.5.19). */
export type AggregateMethod =
  | 'totalCount'
  | 'distinctCount'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'stddev'
  | 'sumsq'

/** Aggregates of one entity: per attribute and method. */
export type Aggregates = Readonly<
  Record<string, Readonly<Partial<Record<AggregateMethod, readonly AggregatePeriod[]>>>>
>

/** One thing of a series: what makes it the same as another, when it was so, and what it is. */
interface Item<Value> {
  readonly key: string
  readonly at: string
  readonly value: Value
}

/** Series that grow part by part: name, then key, then what was read. */
export type Series<Value> = Map<string, Map<string, Item<Value>>>

/** Reads one attribute of an answer. */
export type ReadItems<Value> = (attribute: unknown) => readonly Item<Value>[]

const pluralMembers = [
  'values',
  'objects',
  'languageMaps',
  'vocabs',
  'jsons',
  'valueLists',
  'objectLists',
  'objectsLists',
]

/** Tells equal things of one answer apart by their number; parts that overlap show them again in full. */
const numbered = <Value>(items: readonly Item<Value>[]): readonly Item<Value>[] => {
  const counts = new Map<string, number>()
  return items.map((item) => {
    const count = (counts.get(item.key) ?? 0) + 1
    counts.set(item.key, count)
    return count === 1 ? item : { ...item, key: `${item.key} ${count}` }
  })
}

/** Every pair of an attribute in temporalValues form, those of several datasets beside each other. */
export const readPairs: ReadItems<SeriesValue<unknown>> = (attribute) =>
  [attribute].flat().flatMap((instance) => {
    if (!isObject(instance)) return []
    const { datasetId } = instance
    const pairs = pluralMembers.map((name) => instance[name]).find(Array.isArray) ?? []
    return pairs.filter(Array.isArray).map(([value, at]) => ({
      key: `${String(at)} ${String(datasetId ?? '')} ${JSON.stringify(value)}`,
      at: String(at),
      value: { value, at: String(at), ...(typeof datasetId === 'string' ? { datasetId } : {}) },
    }))
  })

/** Every instance of an attribute in normalized form; `time` names the instant that orders them. */
export const readInstances =
  (time: string): ReadItems<JsonObject> =>
  (attribute) =>
    [attribute].flat().flatMap((instance) =>
      isObject(instance)
        ? [
            {
              key: String(instance['instanceId'] ?? JSON.stringify(instance)),
              at: String(instance[time] ?? ''),
              value: instance,
            },
          ]
        : [],
    )

/** Adds what one part of an answer holds; parts overlap by the instant at which the one before ended. */
export const collect = <Value>(series: Series<Value>, entity: JsonObject, read: ReadItems<Value>): void => {
  for (const [name, attribute] of Object.entries(entity)) {
    const known = series.get(name) ?? new Map<string, Item<Value>>()
    for (const item of numbered(read(attribute))) known.set(item.key, item)
    if (known.size > 0) series.set(name, known)
  }
}

/** As texts, `10:00:00.5Z` precedes `10:00:00Z`. What has no time comes first. */
const byTime = (a: Item<unknown>, b: Item<unknown>): number => {
  const [left, right] = [
    instantOf(a.at) ?? Number.MIN_SAFE_INTEGER,
    instantOf(b.at) ?? Number.MIN_SAFE_INTEGER,
  ]
  return left - right
}

/** Puts series in order, oldest first; of more than `lastN` the newest are kept. */
export const inOrder = <Value>(
  series: Series<Value>,
  lastN: number | undefined,
): Readonly<Record<string, readonly Value[]>> =>
  Object.fromEntries(
    [...series].map(([name, items]) => {
      const sorted = [...items.values()].sort(byTime)
      const kept = lastN === undefined ? sorted : sorted.slice(-lastN)
      return [name, kept.map(({ value }) => value)]
    }),
  )

/** Where the broker stopped: `date-time <start>-<end>/<size>` with status 206 (CIM 009 6.3.10). */
export const rangeEnd = (reply: Reply): string | undefined => {
  if (reply.status !== 206) return undefined
  const range = reply.headers['content-range'] ?? ''
  const [, day = '', time = ''] = /-(\d{4}-\d{2}-\d{2})T([\d:.]+)Z?\/[^/]*$/.exec(range) ?? []
  // Mintaka, which answers for Orion-LD, leaves out the zone, and seconds that are zero (LocalDateTime).
  const end = `${day}T${time.length === 5 ? `${time}:00` : time}Z`
  if (!isDateTime(end)) throw cutShort(`it says of the rest only "${range.slice(0, 100)}"`)
  return end
}

/** Says that a broker gives less than the whole and no way to the rest. */
export const cutShort = (why: string): UnsupportedError =>
  new UnsupportedError('Reading a history whole', `the broker cuts it, and ${why}; read shorter windows`)

/** The instant that comes next after one, in microseconds as brokers keep them. */
export const justAfter = (instant: number): string => {
  const micros = instant + 1
  const seconds = new Date(Math.floor(micros / 1000)).toISOString().slice(0, 20)
  return `${seconds}${String(((micros % 1_000_000) + 1_000_000) % 1_000_000).padStart(6, '0')}Z`
}

const periodsOf = (rows: unknown): readonly AggregatePeriod[] =>
  (Array.isArray(rows) ? rows.filter(Array.isArray) : []).map(([value, from, to]) => ({
    value,
    from: String(from),
    to: String(to),
  }))

/** Reads the aggregates of one entity. */
export const readAggregates = (entity: JsonObject, methods: readonly AggregateMethod[]): Aggregates =>
  Object.fromEntries(
    Object.entries(entity).flatMap(([name, attribute]) =>
      isObject(attribute)
        ? [[name, Object.fromEntries(methods.map((method) => [method, periodsOf(attribute[method])]))]]
        : [],
    ),
  )
