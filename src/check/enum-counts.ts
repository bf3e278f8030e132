import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { EnumResult } from './report.js'

const maxExamples = 10

const enumValues = (attribute: unknown): readonly unknown[] =>
  [attribute]
    .flat()
    .filter(isObject)
    .flatMap((instance) => [instance['value']].flat())
    .filter((value) => value !== undefined)

interface EnumCount {
  readonly model: string
  readonly attribute: string
  values: number
  outside: number
  readonly examples: Set<string>
}

const countValues = (counted: EnumCount, values: readonly unknown[], allowed: ReadonlySet<unknown>): void => {
  for (const value of values) {
    counted.values += 1
    if (allowed.has(value)) continue
    counted.outside += 1
    if (counted.examples.size < maxExamples) counted.examples.add(String(value).slice(0, 60))
  }
}

/** Counts, for attributes with a fixed list, the values inside and outside of it. */
export interface EnumCounts {
  readonly count: (entity: JsonObject, model: Model) => void
  readonly results: () => readonly EnumResult[]
}

/** Makes empty counts. */
export const createEnumCounts = (): EnumCounts => {
  const counts = new Map<string, EnumCount>()
  // The lists of a model are looked up once per model, not once per payload.
  const lists = new Map<Model, ReadonlyMap<string, ReadonlySet<unknown>>>()
  const listsOf = (model: Model): ReadonlyMap<string, ReadonlySet<unknown>> => {
    const known = lists.get(model)
    if (known !== undefined) return known
    const made = new Map(
      Object.entries(model.attributes).flatMap(([name, { enum: allowed }]) =>
        allowed === undefined ? [] : [[name, new Set<unknown>(allowed)] as const],
      ),
    )
    lists.set(model, made)
    return made
  }
  return {
    count: (entity, model) => {
      for (const [attribute, allowed] of listsOf(model)) {
        if (entity[attribute] === undefined) continue
        const key = `${model.type} ${attribute}`
        const counted: EnumCount = counts.get(key) ?? {
          model: model.type,
          attribute,
          values: 0,
          outside: 0,
          examples: new Set(),
        }
        counts.set(key, counted)
        countValues(counted, enumValues(entity[attribute]), allowed)
      }
    },
    results: () => [...counts.values()].map((counted) => ({ ...counted, examples: [...counted.examples] })),
  }
}
