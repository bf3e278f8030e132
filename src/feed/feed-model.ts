import { type Issue, UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { entityMembers } from '../ngsi/attribute.js'
import { attributeProblem } from '../ngsi/attribute-rules.js'
import { nearestName } from '../ngsi/nearest-name.js'
import type { Mapping } from './mapping.js'

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

const isModel = (value: unknown): value is Model =>
  typeof value === 'object' && value !== null && 'attributes' in value && 'validate' in value

/** Finds the model of a mapping among the given ones, else among the bundled ones. Throws a UsageError with the nearest name. */
export const modelFor = async (
  mapping: Mapping,
  name: string,
  given: readonly Model[] | undefined,
): Promise<Model> => {
  const { type, iri } = mapping.entity
  const bundled: readonly unknown[] =
    given === undefined ? Object.values(await import('../models/index.js')) : []
  const models = given ?? bundled.filter(isModel)
  const found = models.find((model) => model.type === type)
  if (found !== undefined) return found
  if (iri !== undefined) return ownModel(mapping.entity, iri)
  const names = models.map((model) => model.type)
  const near = nearestName(type, names)
  throw new UsageError(
    `${name}: there is no model "${type}"${near === undefined ? `; known are ${names.join(', ')}` : `; did you mean "${near}"?`} For a type of your own, add entity.iri`,
  )
}
