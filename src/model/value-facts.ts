import { isObject } from '../ngsi/entity.js'
import type { JsonType } from './descriptor.js'
import { type Documents, dereference } from './document.js'
import type { JsonSchema } from './json-schema.js'

/** What a schema says of its values on the surface. */
export interface ValueFacts {
  /** Types of the value, or of the items of a list. */
  readonly types: readonly JsonType[]
  /** True where every value is a list. */
  readonly many: boolean
  readonly enum: readonly (string | number | boolean)[] | undefined
  readonly format: string | undefined
  readonly minimum: number | undefined
  readonly maximum: number | undefined
}

interface Gathered {
  readonly types: Set<JsonType>
  readonly formats: Set<string | undefined>
  readonly items: JsonSchema[]
  enums: (readonly (string | number | boolean)[])[]
  /** Shapes without an enum: then the list of values is open. */
  open: number
  /** Lowest value of each numeric shape; undefined where it has none. */
  readonly minimums: (number | undefined)[]
  readonly maximums: (number | undefined)[]
}

const maxDepth = 12

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value)

const impliedTypes = (schema: JsonSchema): readonly JsonType[] => {
  const stated = [schema['type'] ?? []].flat() as string[]
  if (stated.length > 0) return stated.filter((type) => type !== 'null') as JsonType[]
  if (isObject(schema['properties'])) return ['object']
  if (isObject(schema['items'])) return ['array']
  const values = (schema['enum'] ?? [schema['const'] ?? []].flat()) as readonly unknown[]
  return [...new Set(values.filter(isScalar).map((value) => typeof value as JsonType))]
}

const limitOf = (schema: JsonSchema, side: 'Minimum' | 'Maximum'): number | undefined => {
  const limits = [schema[side.toLowerCase()], schema[`exclusive${side}`]].filter(
    (limit): limit is number => typeof limit === 'number',
  )
  if (limits.length === 0) return undefined
  return side === 'Minimum' ? Math.max(...limits) : Math.min(...limits)
}

const isNumeric = (types: readonly JsonType[]): boolean =>
  types.includes('number') || types.includes('integer')

const gatherSurface = (schema: JsonSchema, into: Gathered): void => {
  const types = impliedTypes(schema)
  for (const type of types) into.types.add(type)
  into.formats.add(typeof schema['format'] === 'string' ? schema['format'] : undefined)
  if (isObject(schema['items'])) into.items.push(schema['items'])
  const values = schema['enum'] ?? (schema['const'] === undefined ? undefined : [schema['const']])
  if (Array.isArray(values)) into.enums.push(values.filter(isScalar))
  else if (types.length > 0) into.open += 1
  if (!isNumeric(types)) return
  into.minimums.push(limitOf(schema, 'Minimum'))
  into.maximums.push(limitOf(schema, 'Maximum'))
}

const gather = (schema: JsonSchema, documents: Documents, into: Gathered, depth: number): void => {
  if (depth > maxDepth) return
  const own = dereference(schema, documents)
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    ((own[keyword] as readonly unknown[] | undefined) ?? []).filter(isObject),
  )
  const surface = own['enum'] !== undefined || own['const'] !== undefined || branches.length === 0
  if (surface) gatherSurface(own, into)
  for (const branch of branches) gather(branch, documents, into, depth + 1)
  if (!surface && into.types.size === 0) for (const type of impliedTypes(own)) into.types.add(type)
  if (!surface && isObject(own['items'])) into.items.push(own['items'])
}

const factsOf = (schemas: readonly JsonSchema[], documents: Documents): Gathered => {
  const into: Gathered = {
    types: new Set(),
    formats: new Set(),
    items: [],
    enums: [],
    open: 0,
    minimums: [],
    maximums: [],
  }
  for (const schema of schemas) gather(schema, documents, into, 0)
  return into
}

/** The limit that holds for every shape, or undefined where one shape has none. */
const common = (
  limits: readonly (number | undefined)[],
  pick: (...limits: number[]) => number,
): number | undefined => {
  const known = limits.filter((limit) => limit !== undefined)
  return known.length > 0 && known.length === limits.length ? pick(...known) : undefined
}

const tidyTypes = (types: ReadonlySet<JsonType>): readonly JsonType[] =>
  [...types].filter((type) => type !== 'integer' || !types.has('number'))

/** Reads the types, values, format and range of a schema; for a list, those of its items. */
export const valueFactsOf = (schema: JsonSchema, documents: Documents): ValueFacts => {
  const outer = factsOf([schema], documents)
  const many = outer.types.size === 1 && outer.types.has('array')
  const facts = many ? factsOf(outer.items, documents) : outer
  const values = [...new Set(facts.enums.flat())]
  return {
    types: tidyTypes(facts.types),
    many,
    enum: values.length > 0 && facts.open === 0 ? values : undefined,
    format: facts.formats.size === 1 && facts.types.size === 1 ? [...facts.formats][0] : undefined,
    minimum: common(facts.minimums, Math.min),
    maximum: common(facts.maximums, Math.max),
  }
}
