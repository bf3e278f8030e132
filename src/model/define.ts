import { setOwn } from '../ngsi/own-member.js'
import type { AttributeDescriptor, AttributeDescriptors, Model, ValuesCheck } from './descriptor.js'
import { checkEntity, type KnownModel } from './entity-check.js'
import { officialNames } from './official-names.js'

/** A descriptor as generated code writes it: a Property where no kind is given, the vocabulary's IRI where none is. */
export type AttributeFacts = Omit<AttributeDescriptor, 'kind' | 'iri'> &
  Partial<Pick<AttributeDescriptor, 'kind' | 'iri'>>

/** Attributes as generated code writes them, by name. */
export type Attributes = Readonly<Record<string, AttributeFacts>>

/** What generated code says of a model; `required` of an attribute follows from the list. */
export interface ModelFacts {
  readonly type: string
  /** @default false */
  readonly anyType?: boolean | undefined
  /** @default vocabulary and type */
  readonly iri?: string | undefined
  readonly source?: string | undefined
  readonly version?: string | undefined
  /** @default the published context of the source's subject */
  readonly context?: string | undefined
  /** What stands before a name to make its IRI, where a descriptor gives none. @default that of the source's subject */
  readonly vocabulary?: string | undefined
  /** IRIs of attributes that the context does not know, by name. @default none */
  readonly terms?: Readonly<Record<string, string>> | undefined
  /** @default none */
  readonly required?: readonly string[] | undefined
  readonly attributes: Attributes
}

/** Descriptors in full; the order of the members is always the same, so that engines give them one hidden class. */
const inFull = (
  attributes: Attributes,
  requiredNames: readonly string[],
  vocabulary: string,
): AttributeDescriptors => {
  const result: Record<string, AttributeDescriptor> = {}
  const required = new Set(requiredNames)
  for (const [name, own] of Object.entries(attributes)) {
    const { kind = 'Property', iri = vocabulary + name, ...rest } = own
    setOwn(result, name, { kind, iri, ...rest, ...(required.has(name) ? { required: true } : {}) })
  }
  return result
}

/**
 * Makes a model from what generated code says of it and its compiled check. Structure is checked by kind first
 * (CIM 009 4.5), then names, then values; a second pass explains what failed.
 */
export const defineModel = <Simplified = unknown, NormalizedForm = unknown>(
  facts: ModelFacts,
  check: ValuesCheck,
): Model<Simplified, NormalizedForm> => {
  const official = officialNames(facts.source?.split('/')[0])
  const { type, anyType, source, version, required = [] } = facts
  const { context = official.context, vocabulary = official.vocabulary } = facts
  const attributes = inFull(facts.attributes, required, vocabulary)
  const known: KnownModel = {
    type,
    anyType: anyType === true,
    required,
    attributes,
    descriptors: new Map(Object.entries(attributes)),
    check,
  }
  return {
    type,
    ...(anyType === true ? { anyType } : {}),
    iri: facts.iri ?? vocabulary + type,
    source,
    version,
    context,
    ...(facts.terms === undefined ? {} : { terms: facts.terms }),
    required,
    attributes,
    check,
    validate: (entity, options) => checkEntity(entity, known, options),
  }
}
