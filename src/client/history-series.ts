import type { Reply } from '../http/reply.js'
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
    for (const item of read(attribute)) known.set(item.key, item)
    if (known.size > 0) series.set(name, known)
  }
}

/** Puts series in order, oldest first; of more than `lastN` the newest are kept. */
export const inOrder = <Value>(
  series: Series<Value>,
  lastN: number | undefined,
): Readonly<Record<string, readonly Value[]>> =>
  Object.fromEntries(
    [...series].map(([name, items]) => {
      const sorted = [...items.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      const kept = lastN === undefined ? sorted : sorted.slice(-lastN)
      return [name, kept.map(({ value }) => value)]
    }),
  )

/** Where the broker stopped: `date-time <start>-<end>/<size>` with status 206 (CIM 009 6.3.10). */
export const rangeEnd = (reply: Reply): string | undefined => {
  if (reply.status !== 206) return undefined
  const range = reply.headers['content-range'] ?? ''
  return /-(\d{4}-\d{2}-\d{2}T[^/]+Z)\/[^/]*$/.exec(range)?.[1]
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
