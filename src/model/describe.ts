import { type AttributeKind, isAttributeKind } from '../ngsi/attribute.js'
import { isObject } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import type { AttributeDescriptor, JsonType } from './descriptor.js'
import { type Documents, dereference } from './document.js'
import type { Report } from './finding.js'
import { geometryTypesOf } from './geometry-schema.js'
import { escapePointer, type JsonSchema } from './json-schema.js'
import { proseOf, unitIn } from './prose.js'
import type { ResolvedModel } from './resolve.js'
import type { TermMap } from './term-map.js'
import { valueFactsOf } from './value-facts.js'

/** An attribute as the generator sees it: the descriptor, its schema, and the geometries it may hold. */
export interface DescribedAttribute {
  readonly name: string
  readonly schema: JsonSchema
  readonly descriptor: AttributeDescriptor
  readonly geometries: readonly Geometry['type'][] | undefined
}

/** A model that is ready to be written down. */
export interface DescribedModel extends ResolvedModel {
  readonly iri: string
  /** URL of the context. */
  readonly context: string
  readonly described: readonly DescribedAttribute[]
  /** IRIs of a city's own attributes, which the context lacks, by name. */
  readonly terms?: Readonly<Record<string, string>> | undefined
}

interface Kind {
  readonly kind: AttributeKind
  /** False where the schema does not say it and the shape had to tell. */
  readonly stated: boolean
}

const kinds: readonly AttributeKind[] = [
  'GeoProperty',
  'LanguageProperty',
  'ListProperty',
  'ListRelationship',
  'VocabProperty',
  'JsonProperty',
  'Relationship',
  'Property',
]

/** The kind that the first word of an official description names; their misspellings differ in case or one letter. */
const kindInProse = (description: string): AttributeKind | undefined => {
  const word = /^[\s"']*([A-Za-z]+)/.exec(description)?.[1]?.toLowerCase()
  if (word === undefined) return undefined
  const exact = kinds.find((kind) => kind.toLowerCase() === word)
  if (exact !== undefined) return exact
  if (/^(proper?ty?|propety|propierty|properties)$/.test(word)) return 'Property'
  if (/^(relation?s?h?ip|relationshp|realtionship)$/.test(word)) return 'Relationship'
  return /^geo-?prop/.test(word) ? 'GeoProperty' : undefined
}

/** Every description on the way to an attribute's value: its own, its target's, its branches'. */
function* descriptionsOf(schema: JsonSchema, documents: Documents, depth = 0): Generator<string> {
  if (typeof schema['description'] === 'string') yield schema['description']
  if (depth > 8) return
  const ref = schema['$ref']
  const target = typeof ref === 'string' ? documents.target(ref) : undefined
  if (target !== undefined) yield* descriptionsOf(target, documents, depth + 1)
  for (const keyword of ['oneOf', 'anyOf', 'allOf'])
    for (const branch of (schema[keyword] as readonly unknown[] | undefined) ?? [])
      if (isObject(branch)) yield* descriptionsOf(branch, documents, depth + 1)
}

const xNgsi = (schema: JsonSchema, documents: Documents): JsonSchema => {
  const stated = schema['x-ngsi'] ?? dereference(schema, documents)['x-ngsi']
  return isObject(stated) ? stated : {}
}

const entityReference = (name: string, schema: JsonSchema, documents: Documents): boolean =>
  /^(ref|has)[A-Z]/.test(name) && valueFactsOf(schema, documents).types.every((type) => type === 'string')

const kindOf = (name: string, schema: JsonSchema, geometric: boolean, documents: Documents): Kind => {
  const stated = xNgsi(schema, documents)['kind']
  if (isAttributeKind(stated)) return { kind: stated, stated: true }
  for (const description of descriptionsOf(schema, documents)) {
    const kind = kindInProse(description)
    if (kind !== undefined) return { kind, stated: true }
  }
  if (geometric) return { kind: 'GeoProperty', stated: false }
  return { kind: entityReference(name, schema, documents) ? 'Relationship' : 'Property', stated: false }
}

const unitOf = (
  schema: JsonSchema,
  documents: Documents,
  tell: (rule: string, message: string) => void,
): string | undefined => {
  const stated = xNgsi(schema, documents)['unit']
  if (typeof stated === 'string') return stated
  const [description = ''] = descriptionsOf(schema, documents)
  const unit = unitIn(description)
  if (unit !== undefined && unit.code === undefined)
    tell('schema.unknown-unit', `"${unit.spelling.slice(0, 60)}" is no unit with a UN/CEFACT code`)
  return unit?.code
}

const single = (types: readonly JsonType[]): JsonType | readonly JsonType[] | undefined =>
  types.length === 0 ? undefined : types.length === 1 ? types[0] : types

/** What a schema says of an attribute in any model: everything but its IRI and whether it is required. */
interface SchemaFacts {
  readonly descriptor: Omit<AttributeDescriptor, 'iri' | 'required'>
  readonly geometries: readonly Geometry['type'][] | undefined
}

/** Facts by schema: most attributes come from definitions that hundreds of models share. */
const known = new WeakMap<Documents, WeakMap<JsonSchema, SchemaFacts>>()

const readFacts = (
  name: string,
  schema: JsonSchema,
  documents: Documents,
  tell: (rule: string, message: string) => void,
): SchemaFacts => {
  const geometries = geometryTypesOf(schema, documents)
  const { kind, stated } = kindOf(name, schema, geometries !== undefined, documents)
  if (!stated) tell('schema.kind-guessed', `says no NGSI-LD kind; read as ${kind}`)
  if (geometries !== undefined && kind !== 'GeoProperty')
    tell('schema.kind-contradicts', `is called a ${kind} and holds a geometry`)
  const facts = geometries === undefined ? valueFactsOf(schema, documents) : undefined
  const [description = ''] = descriptionsOf(schema, documents)
  return {
    geometries,
    descriptor: {
      kind,
      type: facts === undefined ? 'object' : single(facts.types),
      geometries: geometries !== undefined && geometries.length < 6 ? geometries : undefined,
      many: facts?.many === true ? true : undefined,
      enum: facts?.enum,
      format: facts?.format,
      minimum: facts?.minimum,
      maximum: facts?.maximum,
      unit: unitOf(schema, documents, tell),
      description: proseOf(description),
    },
  }
}

const factsOf = (
  name: string,
  schema: JsonSchema,
  documents: Documents,
  tell: (rule: string, message: string) => void,
): SchemaFacts => {
  const cache = known.get(documents) ?? new WeakMap<JsonSchema, SchemaFacts>()
  known.set(documents, cache)
  const facts = cache.get(schema) ?? readFacts(name, schema, documents, tell)
  cache.set(schema, facts)
  return facts
}

const describeAttribute = (
  model: ResolvedModel,
  name: string,
  schema: JsonSchema,
  terms: TermMap,
  documents: Documents,
  report: Report,
): DescribedAttribute => {
  const tell = (rule: string, message: string): void =>
    report({ place: `${model.path}/schema.json#/properties/${escapePointer(name)}`, rule, message })
  if (terms.terms.size > 0 && !terms.has(name))
    tell('schema.term-missing', `its context does not define "${name}"; it gets the default IRI`)
  const { descriptor, geometries } = factsOf(name, schema, documents, tell)
  const { kind, ...rest } = descriptor
  const required = model.required.includes(name) ? true : undefined
  return { name, schema, geometries, descriptor: { kind, iri: terms.expand(name), required, ...rest } }
}

/** Describes every attribute of a model: kind, type, cardinality, values, range, unit, IRI. */
export const describeModel = (
  model: ResolvedModel,
  context: { readonly url: string; readonly terms: TermMap },
  documents: Documents,
  report: Report,
): DescribedModel => ({
  ...model,
  iri: context.terms.expand(model.type),
  context: context.url,
  described: [...model.attributes].map(([name, schema]) =>
    describeAttribute(model, name, schema, context.terms, documents, report),
  ),
})
