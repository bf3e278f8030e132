import { isObject } from '../ngsi/entity.js'
import type { Documents } from './document.js'
import { geometryTypesOf } from './geometry-schema.js'
import type { JsonSchema } from './json-schema.js'

/** Gives the name of the declaration that stands for a `$ref`, or undefined where its content is written in place. */
export type NameOf = (ref: string) => string | undefined

/** What the shape of a type needs from around it. */
export interface TypeScope {
  readonly documents: Documents
  readonly nameOf: NameOf
}

const anything: JsonSchema = { tsType: 'unknown' }
const anyObject: JsonSchema = { tsType: 'JsonObject' }

/** More levels than this become `unknown`; the deepest official one has 9. */
const maxDepth = 30

const schemas = (value: unknown): readonly JsonSchema[] =>
  Array.isArray(value) ? value.filter(isObject) : []

const objectShape = (schema: JsonSchema, scope: TypeScope, depth: number): JsonSchema => {
  const properties = schema['properties']
  const names = isObject(properties) ? Object.keys(properties) : []
  if (names.length === 0) {
    const values = schema['additionalProperties']
    return isObject(values) && Object.keys(values).length > 0
      ? { type: 'object', additionalProperties: typeSchemaOf(values, scope, depth + 1) }
      : anyObject
  }
  const shapes = names.map((name) => {
    const own = (properties as JsonSchema)[name]
    const shape = isObject(own) ? typeSchemaOf(own, scope, depth + 1) : anything
    return [name, shape] as const
  })
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(shapes),
    required: [schema['required'] ?? []].flat().filter((name) => names.includes(String(name))),
  }
}

const arrayShape = (schema: JsonSchema, scope: TypeScope, depth: number): JsonSchema => {
  const items = schema['items']
  const tuple = schemas(schema['prefixItems'])
  const shapes = isObject(items) ? [...tuple, items] : tuple
  if (shapes.length === 0) return { type: 'array', items: anything }
  const printed = shapes.map((shape) => typeSchemaOf(shape, scope, depth + 1))
  // A tuple's length is rarely fixed in the official schemas; a list of any of its shapes accepts what they accept.
  return { type: 'array', items: printed.length === 1 ? printed[0] : { anyOf: printed } }
}

const ofType = (type: string, schema: JsonSchema, scope: TypeScope, depth: number): JsonSchema => {
  if (type === 'object') return objectShape(schema, scope, depth)
  if (type === 'array') return arrayShape(schema, scope, depth)
  return { type }
}

const impliedType = (schema: JsonSchema): readonly string[] => {
  const types = [schema['type'] ?? []].flat().map(String)
  if (types.length > 0) return types
  if (isObject(schema['properties'])) return ['object']
  return isObject(schema['items']) || Array.isArray(schema['prefixItems']) ? ['array'] : []
}

const withoutBranches = (schema: JsonSchema, scope: TypeScope, depth: number): JsonSchema => {
  if (Array.isArray(schema['enum']))
    return { enum: schema['enum'].filter((value) => typeof value !== 'object' || value === null) }
  if (schema['const'] !== undefined && typeof schema['const'] !== 'object') return { enum: [schema['const']] }
  const shapes = impliedType(schema).map((type) => ofType(type, schema, scope, depth))
  const [only] = shapes
  return only === undefined ? anything : shapes.length === 1 ? only : { anyOf: shapes }
}

/** Types and names that a schema's own words give to branches that lack them. */
const inherited = (schema: JsonSchema): JsonSchema =>
  schema['type'] === undefined ? {} : { type: schema['type'] }

const unionOf = (
  branches: readonly JsonSchema[],
  schema: JsonSchema,
  scope: TypeScope,
  depth: number,
): JsonSchema => {
  const own = inherited(schema)
  const shapes = branches.map((branch) =>
    typeSchemaOf(
      branch['type'] === undefined && branch['$ref'] === undefined && branch['properties'] === undefined
        ? { ...own, ...branch }
        : branch,
      scope,
      depth + 1,
    ),
  )
  return shapes.some((shape) => shape['tsType'] === 'unknown') ? anything : { anyOf: shapes }
}

/** Merges what several schemas say of one value, as far as types can show it. */
const merged = (
  branches: readonly JsonSchema[],
  schema: JsonSchema,
  scope: TypeScope,
  depth: number,
): JsonSchema => {
  const { allOf: _, ...own } = schema
  const parts = [...branches, own].filter((part) => Object.keys(part).some((word) => typeWords.has(word)))
  const [first, ...rest] = parts
  if (first === undefined) return anything
  if (rest.length === 0) return typeSchemaOf(first, scope, depth + 1)
  const shapes = parts
    .map((part) => typeSchemaOf(part, scope, depth + 1))
    .filter((shape) => shape !== anything)
  // The narrowest wins where the parts are no objects: an enum says more than its type.
  return (
    shapes.find((shape) => shape['enum'] !== undefined) ??
    (shapes.length > 1 && shapes.every(isMembers) ? members(shapes) : (shapes[0] ?? anything))
  )
}

const typeWords = new Set([
  '$ref',
  'type',
  'enum',
  'const',
  'properties',
  'items',
  'prefixItems',
  'anyOf',
  'oneOf',
  'allOf',
])

const isMembers = (shape: JsonSchema): boolean => isObject(shape['properties'])

const members = (shapes: readonly JsonSchema[]): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.assign({}, ...shapes.map((shape) => shape['properties'])) as JsonSchema,
  required: [...new Set(shapes.flatMap((shape) => shape['required'] as readonly string[]))],
})

/** Geometries have the library's types; what nothing fits is `never`. */
const fixedShape = (schema: JsonSchema, scope: TypeScope): JsonSchema | undefined => {
  const geometries = geometryTypesOf(schema, scope.documents)
  if (geometries !== undefined)
    return { tsType: geometries.length === 6 ? 'Geometry' : geometries.join(' | ') }
  const { not } = schema
  return isObject(not) && Object.keys(not).length === 0 ? { tsType: 'never' } : undefined
}

/**
 * Reduces a schema to what a TypeScript type can say, in words that json-schema-to-typescript takes: no references,
 * no limits; shared definitions by their names, geometries by the names of the library's types.
 */
export const typeSchemaOf = (schema: JsonSchema, scope: TypeScope, depth = 0): JsonSchema => {
  if (depth > maxDepth) return anything
  const fixed = fixedShape(schema, scope)
  if (fixed !== undefined) return fixed
  const ref = schema['$ref']
  if (typeof ref === 'string') {
    const name = scope.nameOf(ref)
    if (name !== undefined) return { tsType: name }
    const { $ref: _, ...beside } = schema
    const target = scope.documents.target(ref)
    return target === undefined
      ? anything
      : typeSchemaOf({ ...target, ...onlyTypes(beside) }, scope, depth + 1)
  }
  const all = schemas(schema['allOf'])
  if (all.length > 0) return merged(all, schema, scope, depth)
  const branches = [...schemas(schema['anyOf']), ...schemas(schema['oneOf'])]
  const own = withoutBranches(schema, scope, depth)
  const plain = own === anything || (own['enum'] === undefined && own['properties'] === undefined)
  return branches.length > 0 && plain && branches.some(saysType)
    ? unionOf(branches, schema, scope, depth)
    : own
}

const saysType = (schema: JsonSchema): boolean => Object.keys(schema).some((word) => typeWords.has(word))

const onlyTypes = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([word]) => typeWords.has(word) && word !== 'type'))
