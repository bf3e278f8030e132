import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { EnumResult } from './report.js'

const maxExamples = 10

interface EnumCount {
  readonly model: string
  readonly attribute: string
  values: number
  outside: number
  readonly examples: Set<string>
}

const countValue = (counted: EnumCount, value: unknown, allowed: ReadonlySet<unknown>): void => {
  if (value === undefined) return
  counted.values += 1
  if (allowed.has(value)) return
  counted.outside += 1
  if (counted.examples.size < maxExamples) counted.examples.add(String(value).slice(0, 60))
}

const countAttribute = (counted: EnumCount, attribute: unknown, allowed: ReadonlySet<unknown>): void => {
  if (Array.isArray(attribute)) {
    for (const instance of attribute) countAttribute(counted, instance, allowed)
    return
  }
  const value = isObject(attribute) ? attribute['value'] : undefined
  if (Array.isArray(value)) for (const item of value) countValue(counted, item, allowed)
  else countValue(counted, value, allowed)
}

/** Counts, for attributes with a fixed list, the values inside and outside of it. */
export interface EnumCounts {
  readonly count: (entity: JsonObject, model: Model) => void
  readonly results: () => readonly EnumResult[]
}

/** Makes empty counts. */
export const createEnumCounts = (): EnumCounts => {
  interface Listed {
    readonly attribute: string
    readonly allowed: ReadonlySet<unknown>
    readonly counted: EnumCount
  }
  // The lists of a model are looked up once per model, not once per payload.
  const lists = new Map<Model, readonly Listed[]>()
  const listsOf = (model: Model): readonly Listed[] => {
    const known = lists.get(model)
    if (known !== undefined) return known
    const made = Object.entries(model.attributes).flatMap(
      ([attribute, { enum: allowed }]): readonly Listed[] =>
        allowed === undefined
          ? []
          : [
              {
                attribute,
                allowed: new Set<unknown>(allowed),
                counted: { model: model.type, attribute, values: 0, outside: 0, examples: new Set() },
              },
            ],
    )
    lists.set(model, made)
    return made
  }
  return {
    count: (entity, model) => {
      for (const { attribute, allowed, counted } of listsOf(model))
        if (entity[attribute] !== undefined) countAttribute(counted, entity[attribute], allowed)
    },
    results: () =>
      [...lists.values()]
        .flat()
        .filter(({ counted }) => counted.values > 0)
        .map(({ counted }) => ({ ...counted, examples: [...counted.examples] })),
  }
}
