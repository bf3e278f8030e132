import { entityMembers, isAttributeKind } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeAttribute } from '../ngsi/representation.js'

/** How an entity is written. */
export type Representation = 'normalized' | 'concise' | 'simplified' | 'ngsiv2' | 'geojson'

const attributesOf = (entity: JsonObject): readonly unknown[] =>
  Object.entries(entity)
    .filter(([name]) => !entityMembers.has(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))

const isNgsiv2Attribute = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['type'] === 'string' &&
  !isAttributeKind(value['type']) &&
  Object.hasOwn(value, 'value') &&
  Object.keys(value).every((member) => ['type', 'value', 'metadata'].includes(member))

/**
 * Says how an entity is written. NGSIv2: most attributes are `{ type, value, metadata }` with a type that NGSI-LD lacks.
 * Normalized: every object-valued attribute names its kind. Concise: some value member stands without a kind.
 */
export const representationOf = (entity: JsonObject): Representation => {
  if (entity['type'] === 'Feature' && isObject(entity['properties'])) return 'geojson'
  const attributes = attributesOf(entity)
  const objects = attributes.filter(isObject)
  const ngsiv2 = attributes.filter(isNgsiv2Attribute).length
  if (ngsiv2 > 0 && ngsiv2 * 2 >= attributes.length) return 'ngsiv2'
  const kinds = objects.filter((value) => isAttributeKind(value['type'])).length
  if (kinds > 0 && kinds * 2 >= attributes.length) return 'normalized'
  return objects.some((value) => looksLikeAttribute(value) && !isAttributeKind(value['type']))
    ? 'concise'
    : 'simplified'
}
