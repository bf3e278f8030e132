import type { Issue } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { extend } from '../model/extend.js'
import { entityMembers } from '../ngsi/attribute.js'
import { attributeProblem } from '../ngsi/attribute-rules.js'
import { bundledModels, modelNamed, requiredModel } from '../profile/bundled-model.js'
import type { ResolvedProfile } from '../profile/profile.js'
import { withProfile } from '../profile/profiled-model.js'
import { geometryOrigins } from './geometry-value.js'
import type { Mapping } from './mapping.js'
import { fullSpec, originOf } from './mapping-file.js'

const structure = (entity: unknown): readonly Issue[] => {
  const issues: Issue[] = []
  for (const [name, value] of Object.entries(entity as object)) {
    if (entityMembers.has(name)) continue
    const problem = attributeProblem(value)
    if (problem !== undefined)
      issues.push({ path: `${name}.${problem.member}`, message: problem.message, rule: problem.rule })
  }
  return issues
}

/** A model for a type that no schema describes: NGSI-LD structure is all that can be checked. */
const ownModel = (entity: Mapping['entity'], iri: string): Model => ({
  // Written as IRI, so that its meaning does not hang on a context.
  type: iri,
  iri,
  context: entity.context ?? 'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld',
  required: [],
  attributes: {
    location: { kind: 'GeoProperty', iri: 'https://uri.etsi.org/ngsi-ld/location' },
    name: { kind: 'Property', iri: 'https://schema.org/name', type: 'string' },
    description: { kind: 'Property', iri: 'http://purl.org/dc/terms/description', type: 'string' },
  },
  validate: structure,
})

/** Attributes of the mapping's own, named by their IRI: full names need no context to have a meaning. */
const withOwnAttributes = (model: Model, known: Model['attributes'], mapping: Mapping): Model => {
  const own = Object.fromEntries(
    Object.entries(mapping.map).flatMap(([name, spec]) => {
      const { iri, kind, unitCode, relationship } = fullSpec(spec)
      if (iri === undefined || Object.hasOwn(known, name)) return []
      const geometric = geometryOrigins.has(originOf(fullSpec(spec), name))
      const implied = geometric ? 'GeoProperty' : relationship === undefined ? 'Property' : 'Relationship'
      return [[iri, { descriptor: { kind: kind ?? implied, iri, unit: unitCode } }]]
    }),
  )
  return Object.keys(own).length === 0 ? model : extend(model, own)
}

/** The model, obeying the profile; an attribute that the profile names is the profile's, not the mapping's. */
const agreedModel = (model: Model, mapping: Mapping, profile: ResolvedProfile | undefined): Model => {
  if (profile === undefined) return withOwnAttributes(model, model.attributes, mapping)
  const known = withProfile(model, profile).attributes
  return withProfile(withOwnAttributes(model, known, mapping), profile)
}

/**
 * Finds the model of a mapping among the given ones, else among the bundled ones, and makes it obey the profile.
 * Throws a UsageError with the nearest name.
 */
export const modelFor = async (
  mapping: Mapping,
  name: string,
  given: readonly Model[] | undefined,
  profile?: ResolvedProfile | undefined,
): Promise<Model> => {
  const { type, iri } = mapping.entity
  const models = given ?? (await bundledModels())
  const found = modelNamed(models, type)
  if (found !== undefined) return agreedModel(found, mapping, profile)
  if (iri !== undefined) return ownModel(mapping.entity, iri)
  return requiredModel(models, type, `${name}: `, ' For a type of your own, add entity.iri')
}
