import { isObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import type { Report } from './finding.js'
import {
  annotations,
  escapePointer,
  type JsonSchema,
  listKeywords,
  mapKeywords,
  schemaKeywords,
  uncheckedKeywords,
} from './json-schema.js'
import { checkedKeyword, idleKeywords, isPlainKeyword } from './keyword-value.js'
import { parseReference, printReference } from './reference.js'

/** Nesting beyond which a schema counts as hostile; the deepest official one has 21 levels. */
const maxDepth = 200

interface Document {
  readonly path: string
  readonly report: Report
  /** Every reference of the document, repaired. */
  readonly refs: Set<string>
}

/** A place in a document; its pointer is written only where there is something to tell. */
interface Place {
  readonly document: Document
  readonly above: Place | undefined
  readonly part: string
  readonly depth: number
}

type Mutable = Record<string, unknown>
/** Members that stood where a keyword should: attribute name and its schema. */
type Misplaced = readonly (readonly [name: string, schema: JsonSchema])[]

interface Repaired {
  readonly schema: JsonSchema
  readonly misplaced: Misplaced
}

const below = (above: Place, part: string): Place => ({
  document: above.document,
  above,
  part,
  depth: above.depth + 1,
})

const pointerOf = ({ above, part }: Place): string =>
  above === undefined ? '' : `${pointerOf(above)}/${escapePointer(part)}`

const tell = (place: Place, rule: string, message: string): void =>
  place.document.report({ place: `${place.document.path}#${pointerOf(place)}`, rule, message })

const looksLikeSchema = (value: unknown): value is JsonSchema =>
  isObject(value) &&
  ['type', 'description', '$ref', 'properties', 'items', 'enum', 'anyOf', 'oneOf', 'allOf'].some((word) =>
    Object.hasOwn(value, word),
  )

const repairMap = (value: unknown, place: Place): JsonSchema => {
  const result: Mutable = {}
  if (!isObject(value)) {
    tell(place, 'schema.keyword-value', 'must map names to schemas; it was left out')
    return result
  }
  const homeless: (readonly [string, JsonSchema])[] = []
  for (const name of Object.keys(value)) {
    const { schema, misplaced } = repairAny(value[name], below(place, name))
    setOwn(result, name, schema)
    homeless.push(...misplaced)
  }
  for (const [name, schema] of homeless) if (!Object.hasOwn(result, name)) setOwn(result, name, schema)
  return result
}

const repairList = (value: unknown, place: Place): readonly JsonSchema[] | undefined => {
  if (!Array.isArray(value)) {
    tell(place, 'schema.keyword-value', 'must be a list of schemas; it was left out')
    return undefined
  }
  const list = value.map((item: unknown, index) => asSchema(item, below(place, String(index))))
  return list.length === 0 ? undefined : list
}

/** Repairs a schema that may keep what was misplaced in it, because it describes an object itself. */
const asSchema = (value: unknown, place: Place): JsonSchema => {
  const { schema, misplaced } = repairAny(value, place)
  return misplaced.length === 0 ? schema : withProperties(schema, misplaced)
}

const withProperties = (schema: JsonSchema, misplaced: Misplaced): JsonSchema => {
  const properties: Mutable = { ...(schema['properties'] as JsonSchema | undefined) }
  for (const [name, own] of misplaced) if (!Object.hasOwn(properties, name)) setOwn(properties, name, own)
  return { ...schema, properties }
}

const repairReference = (value: unknown, place: Place): string | undefined => {
  if (typeof value !== 'string' || value.length > 2000) {
    tell(place, 'schema.keyword-value', '$ref must be a text; it was left out')
    return undefined
  }
  const ref = printReference(parseReference(value, place.document.path))
  place.document.refs.add(ref)
  return ref
}

const repairItems = (value: unknown, schema: Mutable, place: Place): void => {
  if (!Array.isArray(value)) {
    schema['items'] = asSchema(value, place)
    return
  }
  // Draft 4 wrote tuples as a list of items; 2020-12 calls that prefixItems.
  tell(place, 'schema.tuple-items', 'items is a list as in draft 4; read as prefixItems')
  schema['prefixItems'] = value.map((item: unknown, index) => asSchema(item, below(place, String(index))))
}

const repairMember = (
  name: string,
  value: unknown,
  schema: Mutable,
  place: Place,
): JsonSchema | undefined => {
  if (uncheckedKeywords.has(name))
    tell(place, 'schema.unchecked-keyword', `"${name}" is not checked; values that it alone refuses pass`)
  if (name === '$ref') schema['$ref'] = repairReference(value, place)
  else if (name === 'items') repairItems(value, schema, place)
  else if (mapKeywords.has(name)) schema[name] = repairMap(value, place)
  else if (listKeywords.has(name)) schema[name] = repairList(value, place)
  else if (schemaKeywords.has(name))
    schema[name] = typeof value === 'boolean' ? value : asSchema(value, place)
  else if (looksLikeSchema(value) && name !== 'const' && name !== 'default' && name !== 'x-ngsi') {
    tell(place, 'schema.misplaced-attribute', `"${name}" stands where a keyword should; read as an attribute`)
    return asSchema(value, place)
  } else if (isPlainKeyword(name))
    schema[name] = checkedKeyword(name, value, (rule, message) => tell(place, rule, message))
  else if (annotations.has(name)) setOwn(schema, name, value)
  else tell(place, 'schema.unknown-keyword', `"${name}" is no keyword of JSON Schema; it was left out`)
  return undefined
}

/** Draft 4 wrote `minimum: 0, exclusiveMinimum: true` where 2020-12 writes `exclusiveMinimum: 0`. */
const strictLimits = (source: JsonSchema, schema: Mutable): void => {
  for (const limit of ['minimum', 'maximum']) {
    const strict = `exclusive${limit[0]?.toUpperCase()}${limit.slice(1)}`
    if (source[strict] === true && schema[limit] !== undefined) schema[strict] = schema[limit]
  }
}

const repairObject = (source: JsonSchema, place: Place): Repaired => {
  const schema: Mutable = {}
  const misplaced: (readonly [string, JsonSchema])[] = []
  for (const name of Object.keys(source)) {
    const lost = repairMember(name, source[name], schema, below(place, name))
    if (lost !== undefined) misplaced.push([name, lost])
  }
  for (const name of Object.keys(schema)) if (schema[name] === undefined) delete schema[name]
  strictLimits(source, schema)
  for (const name of idleKeywords(schema))
    tell(
      below(place, name),
      'schema.idle-keyword',
      `says nothing of a value of type ${String(schema['type'])}`,
    )
  const ownsMembers = schema['type'] === 'object' || schema['properties'] !== undefined
  return ownsMembers && misplaced.length > 0
    ? { schema: withProperties(schema, misplaced), misplaced: [] }
    : { schema, misplaced }
}

const repairAny = (value: unknown, place: Place): Repaired => {
  if (place.depth > maxDepth) {
    tell(place, 'schema.too-deep', `nested deeper than ${maxDepth} levels; the rest was left out`)
    return { schema: {}, misplaced: [] }
  }
  if (isObject(value)) return repairObject(value, place)
  if (value === true) return { schema: {}, misplaced: [] }
  if (value === false) return { schema: { not: {} }, misplaced: [] }
  tell(place, 'schema.not-a-schema', 'is no schema; any value is allowed there')
  return { schema: {}, misplaced: [] }
}

/**
 * Reads a published schema document as clean JSON Schema 2020-12: references by path, drafts' old words translated,
 * attributes that stand among the keywords moved where they belong, what means nothing left out; each with a finding.
 * The references that it holds are added to `refs`.
 */
export const repairDocument = (
  document: string,
  content: unknown,
  report: Report,
  refs: Set<string> = new Set(),
): JsonSchema =>
  asSchema(content, { document: { path: document, report, refs }, above: undefined, part: '', depth: 0 })
