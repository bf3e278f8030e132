import { isObject } from '../ngsi/entity.js'
import { type Documents, reportDeadReferences } from './document.js'
import type { Report } from './finding.js'
import type { JsonSchema } from './json-schema.js'
import type { SourceModel } from './source.js'

/** A published model with its attributes in one list, wherever the schema had them. */
export interface ResolvedModel extends SourceModel {
  /** Entity type: the only value of the schema's `type` property, else the folder's name. */
  readonly type: string
  /** False where the schema states no entity type. */
  readonly typeStated: boolean
  /** The repaired root schema. */
  readonly schema: JsonSchema
  /** Repaired schema of each attribute, `id` and `type` left out, in the order of the document. */
  readonly attributes: ReadonlyMap<string, JsonSchema>
  /** Names of required attributes, without `id` and `type`. */
  readonly required: readonly string[]
  readonly version: string | undefined
  readonly description: string | undefined
}

interface Collected {
  readonly properties: Map<string, JsonSchema>
  /** What branches that need not hold say of attributes that nothing else describes. */
  readonly branched: Map<string, readonly JsonSchema[]>
  readonly required: Set<string>
  readonly seen: Set<string>
  readonly documents: Documents
}

const sameSchema = (a: JsonSchema, b: JsonSchema): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

/** Words that say something of a property without restricting it further. */
const remarks = new Set(['description', 'title', 'x-ngsi', 'example', 'examples', 'default'])

const remarksOf = (...schemas: readonly JsonSchema[]): JsonSchema =>
  Object.fromEntries(
    schemas
      .flatMap((schema) => Object.entries(schema))
      .filter(([word]) => word === 'description' || word === 'x-ngsi'),
  )

/** An attribute that stands in several places must fit all of them; what only remarks on it changes nothing. */
const both = (first: JsonSchema, second: JsonSchema): JsonSchema => {
  if (sameSchema(first, second)) return first
  if (Object.keys(second).every((word) => remarks.has(word))) return { ...first, ...second }
  if (Object.keys(first).every((word) => remarks.has(word))) return { ...first, ...second }
  return { ...remarksOf(first, second), allOf: [first, second] }
}

const branchesOf = (schema: JsonSchema): readonly (readonly [schema: JsonSchema, holds: boolean])[] => {
  const list = (keyword: string): readonly JsonSchema[] => [schema[keyword] ?? []].flat().filter(isObject)
  return [
    ...list('allOf').map((branch) => [branch, true] as const),
    // What only one of several branches requires is not required of all; a condition describes nothing.
    ...['anyOf', 'oneOf', 'then', 'else'].flatMap(list).map((branch) => [branch, false] as const),
  ]
}

/** An attribute of branches that need not hold fits one of them; a schema that holds overrules them all. */
const addBranched = (name: string, own: JsonSchema, into: Collected): void => {
  const before = into.branched.get(name)
  if (before === undefined && into.properties.has(name)) return
  const all = [...(before ?? []), ...(before?.some((known) => sameSchema(known, own)) ? [] : [own])]
  into.branched.set(name, all)
  into.properties.set(name, all.length === 1 ? own : { ...remarksOf(...all), anyOf: all })
}

const addHolding = (name: string, own: JsonSchema, into: Collected): void => {
  const known = into.branched.delete(name) ? undefined : into.properties.get(name)
  into.properties.set(name, known === undefined ? own : both(known, own))
}

const collectOwn = (schema: JsonSchema, holds: boolean, into: Collected): void => {
  const properties = schema['properties']
  for (const [name, own] of isObject(properties) ? Object.entries(properties) : [])
    if (isObject(own)) (holds ? addHolding : addBranched)(name, own, into)
  const required = holds ? (schema['required'] as readonly string[] | undefined) : undefined
  for (const name of required ?? []) into.required.add(name)
}

const collect = (schema: JsonSchema, holds: boolean, into: Collected): void => {
  const ref = schema['$ref']
  if (typeof ref === 'string' && !into.seen.has(ref)) {
    into.seen.add(ref)
    const target = into.documents.target(ref)
    if (target !== undefined) collect(target, holds, into)
  }
  for (const [branch, branchHolds] of branchesOf(schema)) collect(branch, holds && branchHolds, into)
  collectOwn(schema, holds, into)
}

/** Every attribute that a schema describes, and the names that it requires, wherever in it they stand. */
export const collectAttributes = (
  schema: JsonSchema,
  documents: Documents,
): { readonly properties: ReadonlyMap<string, JsonSchema>; readonly required: ReadonlySet<string> } => {
  const into: Collected = {
    properties: new Map(),
    branched: new Map(),
    required: new Set(),
    seen: new Set(),
    documents,
  }
  collect(schema, true, into)
  return into
}

const typeNames = (schema: JsonSchema | undefined, documents: Documents): readonly string[] => {
  if (schema === undefined) return []
  const own = typeof schema['$ref'] === 'string' ? (documents.target(schema['$ref']) ?? schema) : schema
  const values = Array.isArray(own['enum']) ? own['enum'] : [own['const']]
  return values.filter((value): value is string => typeof value === 'string' && value !== '')
}

const entityType = (model: SourceModel, names: readonly string[], report: Report): string => {
  const place = `${model.path}/schema.json#/properties/type`
  if (names.includes(model.name)) return model.name
  if (names.length === 1 && names[0] !== undefined) {
    report({
      place,
      rule: 'schema.type-name',
      message: `the entity type is "${names[0]}", the folder "${model.name}"`,
    })
    return names[0]
  }
  if (names.length > 1 && names[0] !== undefined) {
    report({
      place,
      rule: 'schema.type-name',
      message: `allows ${names.length} entity types; "${names[0]}" is taken`,
    })
    return names[0]
  }
  report({
    place,
    rule: 'schema.type-name',
    message: `says no entity type; the folder's name "${model.name}" is taken`,
  })
  return model.name
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

/** Names in an entity that are no attributes, whatever a schema says of them. */
const heads = new Set(['id', 'type', '@context'])

/** Flattens a model: every attribute once, `required` as it holds. Undefined where its schema document cannot be read. */
export const resolveModel = (
  model: SourceModel,
  documents: Documents,
  report: Report,
): ResolvedModel | undefined => {
  const document = `${model.path}/schema.json`
  const schema = documents.get(document)
  if (schema === undefined) return undefined
  reportDeadReferences(document, documents, report)
  const into = collectAttributes(schema, documents)
  const properties = new Map(into.properties)
  const names = typeNames(properties.get('type'), documents)
  const type = entityType(model, names, report)
  for (const name of into.required)
    if (!properties.has(name) && !heads.has(name)) {
      report({
        place: `${document}#/required`,
        rule: 'schema.required-undefined',
        message: `requires "${name}", which it does not define`,
      })
      properties.set(name, {})
    }
  return {
    ...model,
    type,
    typeStated: names.length > 0,
    schema,
    attributes: new Map([...properties].filter(([name]) => !heads.has(name))),
    required: [...into.required].filter((name) => !heads.has(name)),
    version: text(schema['$schemaVersion']),
    description: text(schema['description']) ?? text(schema['title']),
  }
}
