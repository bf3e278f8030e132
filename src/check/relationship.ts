import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Fault } from './finding.js'

/** The ids that an entity's relationships point to, with the place of each. */
export const targetsOf = (
  entity: JsonObject,
): readonly { readonly path: string; readonly target: string }[] =>
  Object.entries(entity)
    .filter(([name]) => !entityMembers.has(name))
    .flatMap(([name, attribute]) =>
      [attribute]
        .flat()
        .filter(isObject)
        .filter((instance) => instance['type'] === 'Relationship')
        .flatMap((instance) => [instance['object']].flat())
        .filter((target) => typeof target === 'string')
        .map((target) => ({ path: `${name}.object`, target })),
    )

/** Relationships that point to something else than a URN. */
export const relationshipFaults = (entity: JsonObject): readonly Fault[] =>
  targetsOf(entity)
    .filter(({ target }) => /^https?:/i.test(target))
    .map(({ path, target }) => ({
      rule: 'relationship.urn',
      path,
      message: `${target.slice(0, 100)} is a web address`,
      hint: 'refer to the entity by its id, urn:ngsi-ld:Type:name',
    }))
