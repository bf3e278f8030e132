import { isObject } from '../ngsi/entity.js'
import type { DescribedModel } from './describe.js'
import { type Documents, dereference } from './document.js'
import type { JsonSchema } from './json-schema.js'
import type { ResolvedModel } from './resolve.js'
import { valueFactsOf } from './value-facts.js'

/** What was agreed on one attribute of a model. */
export interface AttributeAgreement {
  readonly mandatory?: boolean | undefined
  readonly forbidden?: boolean | undefined
  /** Allowed values, of the items where the attribute is a list. */
  readonly values?: readonly (string | number | boolean)[] | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  /** UN/CEFACT code of the unit. */
  readonly unit?: string | undefined
  /** Schema of an attribute that the model lacks, and its meaning. */
  readonly own?: { readonly schema: JsonSchema; readonly iri: string } | undefined
}

/** What was agreed on top of a model, by attribute: generated code is narrower for it. */
export type ModelAgreement = ReadonlyMap<string, AttributeAgreement>

/** A schema that nothing fits. */
const nothing: JsonSchema = { not: {} }

/** The list of a model narrows an agreement, not the other way round. */
const allowed = (values: readonly unknown[], known: readonly unknown[] | undefined): readonly unknown[] => {
  const both = known === undefined ? values : values.filter((value) => known.includes(value))
  return both.length === 0 ? (known ?? values) : both
}

const inRange = (schema: JsonSchema, { minimum, maximum }: AttributeAgreement): JsonSchema => ({
  ...schema,
  ...(minimum === undefined ? {} : { minimum: Math.max(minimum, Number(schema['minimum'] ?? minimum)) }),
  ...(maximum === undefined ? {} : { maximum: Math.min(maximum, Number(schema['maximum'] ?? maximum)) }),
})

const remarksOf = (schema: JsonSchema, unit: string | undefined): JsonSchema => {
  const stated = isObject(schema['x-ngsi']) ? schema['x-ngsi'] : {}
  return {
    ...(schema['description'] === undefined ? {} : { description: schema['description'] }),
    ...(unit === undefined && schema['x-ngsi'] === undefined
      ? {}
      : { 'x-ngsi': unit === undefined ? stated : { ...stated, unit } }),
  }
}

const narrowed = (given: JsonSchema, rule: AttributeAgreement, documents: Documents): JsonSchema => {
  if (rule.forbidden === true) return { ...remarksOf(given, undefined), ...nothing }
  const schema = dereference(given, documents)
  const remarks = remarksOf(schema, rule.unit)
  const facts = valueFactsOf(schema, documents)
  if (rule.values !== undefined) {
    const list = { enum: allowed(rule.values, facts.enum) }
    return { ...remarks, ...(facts.many ? { type: 'array', items: list } : list) }
  }
  if (rule.minimum === undefined && rule.maximum === undefined)
    return rule.unit === undefined ? given : { ...schema, ...remarks }
  const items = isObject(schema['items']) ? dereference(schema['items'], documents) : {}
  return facts.many
    ? { ...schema, ...remarks, items: inRange(items, rule) }
    : { ...inRange(schema, rule), ...remarks }
}

/** Narrows a model by what was agreed: mandatory becomes required, allowed values become the list, forbidden ones fit nothing. */
export const agree = (
  model: ResolvedModel,
  agreement: ModelAgreement | undefined,
  documents: Documents,
): ResolvedModel => {
  if (agreement === undefined) return model
  const attributes = new Map(model.attributes)
  const required = new Set(model.required)
  for (const [name, rule] of agreement) {
    const known = attributes.get(name) ?? rule.own?.schema
    if (known === undefined) continue
    attributes.set(name, narrowed(known, rule, documents))
    if (rule.mandatory === true) required.add(name)
    if (rule.forbidden === true) required.delete(name)
  }
  return { ...model, attributes, required: [...required] }
}

/** Gives the city's own attributes of a described model their IRIs. */
export const withOwnIris = (model: DescribedModel, agreement: ModelAgreement | undefined): DescribedModel => {
  const own = [...(agreement ?? [])].flatMap(([name, rule]) =>
    rule.own === undefined ? [] : [[name, rule.own.iri] as const],
  )
  if (own.length === 0) return model
  const iris = new Map(own)
  return {
    ...model,
    terms: Object.fromEntries(own),
    described: model.described.map((attribute) => {
      const iri = iris.get(attribute.name)
      return iri === undefined ? attribute : { ...attribute, descriptor: { ...attribute.descriptor, iri } }
    }),
  }
}

/** The context of the city's own attributes, as a JSON-LD document; undefined where there are none. */
export const printOwnContext = (
  agreements: ReadonlyMap<string, ModelAgreement> | undefined,
): string | undefined => {
  const terms = [...(agreements ?? new Map<string, ModelAgreement>()).values()].flatMap((agreement) =>
    [...agreement].flatMap(([name, rule]) => (rule.own === undefined ? [] : [[name, rule.own.iri] as const])),
  )
  if (terms.length === 0) return undefined
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify({ '@context': Object.fromEntries(sorted) }, null, 2)}\n`
}
