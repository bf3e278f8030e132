import { isObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import type { Documents } from './document.js'
import { geometryTypesOf } from './geometry-schema.js'
import {
  annotations,
  type JsonSchema,
  listKeywords,
  mapKeywords,
  schemaKeywords,
  uncheckedKeywords,
} from './json-schema.js'

/** Schemas as a validator wants them: every `$ref` names a schema of `shared`, nothing else is in them than checks. */
export interface CheckSchemas {
  /** Shared schemas by the id that `$ref`s use. */
  readonly shared: ReadonlyMap<string, JsonSchema>
  /** Adds a model's schema and gives it in that form. */
  readonly add: (schema: JsonSchema) => JsonSchema
}

/** Sub-schemas whose text is longer than this are shared where they occur again. */
const sharedLength = 160

const dropped = new Set(['definitions', '$defs'])

interface Walk {
  readonly documents: Documents
  readonly shared: Map<string, JsonSchema>
  readonly ids: Map<string, string>
  readonly byText: Map<string, string>
}

const idFor = (walk: Walk): string => `s:${walk.shared.size}`

const refTo = (ref: string, walk: Walk): JsonSchema => {
  const known = walk.ids.get(ref)
  if (known !== undefined) return { $ref: known }
  const target = walk.documents.target(ref)
  if (target === undefined) return {}
  const id = idFor(walk)
  walk.ids.set(ref, id)
  // Entered before its content is walked, so that a schema that refers to itself finds its own id.
  walk.shared.set(id, {})
  walk.shared.set(id, walkSchema(target, walk))
  return { $ref: id }
}

/** Gives a schema by reference where the same text was seen before. */
const share = (schema: JsonSchema, walk: Walk): JsonSchema => {
  if (Object.keys(schema).length === 1 && schema['$ref'] !== undefined) return schema
  const text = JSON.stringify(schema)
  if (text.length < sharedLength) return schema
  const known = walk.byText.get(text)
  if (known !== undefined) return { $ref: known }
  const id = idFor(walk)
  walk.shared.set(id, schema)
  walk.byText.set(text, id)
  return { $ref: id }
}

const walkMember = (keyword: string, value: unknown, walk: Walk): unknown => {
  if (schemaKeywords.has(keyword)) return isObject(value) ? walkSchema(value, walk) : value
  if (listKeywords.has(keyword) && Array.isArray(value))
    return value.map((item: unknown) => (isObject(item) ? walkSchema(item, walk) : {}))
  if (!mapKeywords.has(keyword) || !isObject(value)) return value
  const result: Record<string, unknown> = {}
  for (const [name, own] of Object.entries(value))
    setOwn(result, name, isObject(own) ? share(walkSchema(own, walk), walk) : own)
  return result
}

/** Ajv's compiler for draft 7 makes the smaller code; these words differ there. */
const olderWords = (schema: Record<string, unknown>): void => {
  if (schema['prefixItems'] !== undefined) {
    if (schema['items'] !== undefined) schema['additionalItems'] = schema['items']
    schema['items'] = schema['prefixItems']
    delete schema['prefixItems']
  }
  if (schema['dependentRequired'] !== undefined) schema['dependencies'] = schema['dependentRequired']
  delete schema['dependentRequired']
  for (const word of uncheckedKeywords) delete schema[word]
}

const walkSchema = (schema: JsonSchema, walk: Walk): JsonSchema => {
  const result: Record<string, unknown> = {}
  for (const keyword of Object.keys(schema)) {
    if (annotations.has(keyword) || dropped.has(keyword) || keyword === '$ref') continue
    result[keyword] = walkMember(keyword, schema[keyword], walk)
  }
  olderWords(result)
  const ref = schema['$ref']
  if (typeof ref !== 'string') return result
  const target = refTo(ref, walk)
  return Object.keys(result).length === 0 ? target : { ...result, ...target }
}

/** Collects the schemas of several models for one validator module. */
export const collectCheckSchemas = (documents: Documents): CheckSchemas => {
  const walk: Walk = { documents, shared: new Map(), ids: new Map(), byText: new Map() }
  return { shared: walk.shared, add: (schema) => walkSchema(schema, walk) }
}

/** Keywords of a root schema that restrict the entity as a whole. */
const wholeKeywords = ['anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentRequired', 'minProperties']

const wholeOf = (schema: JsonSchema, documents: Documents, seen: Set<string>): readonly JsonSchema[] => {
  const ref = schema['$ref']
  const target = typeof ref === 'string' && !seen.has(ref) ? documents.target(ref) : undefined
  if (typeof ref === 'string') seen.add(ref)
  const own = Object.entries(schema).filter(([keyword]) => wholeKeywords.includes(keyword))
  const parts = [target ?? [], schema['allOf'] ?? []].flat().filter(isObject)
  return [
    ...(own.length > 0 ? [Object.fromEntries(own)] : []),
    ...parts.flatMap((part) => wholeOf(part, documents, seen)),
  ]
}

/**
 * The schema of an entity's attribute values: the root schema without what the library checks by itself
 * (`id`, `type`, required attributes, unknown attributes, geometries).
 */
export const valuesSchemaOf = (
  model: { readonly schema: JsonSchema; readonly attributes: ReadonlyMap<string, JsonSchema> },
  documents: Documents,
): JsonSchema => {
  const whole = wholeOf(model.schema, documents, new Set())
  const properties: Record<string, unknown> = {}
  for (const [name, schema] of model.attributes)
    if (geometryTypesOf(schema, documents) === undefined) setOwn(properties, name, schema)
  return { properties, ...(whole.length === 0 ? {} : { allOf: whole }) }
}
