import { entityMembers, isAttributeKind, valueMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { looksLikeAttribute } from '../ngsi/representation.js'

/** How an entity is written. */
export type Representation = 'normalized' | 'concise' | 'simplified' | 'ngsiv2' | 'geojson'

/** A misspelt kind is a fault in NGSI-LD, no type of NGSIv2. */
const isMisspeltKind = (type: string): boolean =>
  type.length > 6 && type.length < 20 && nearestName(type, Object.keys(valueMembers)) !== undefined

const isNgsiv2Attribute = (value: JsonObject): boolean => {
  const { type } = value
  if (typeof type !== 'string' || isAttributeKind(type) || !Object.hasOwn(value, 'value')) return false
  for (const member in value)
    if (member !== 'type' && member !== 'value' && member !== 'metadata') return false
  return !isMisspeltKind(type)
}

interface Counts {
  attributes: number
  ngsiv2: number
  kinds: number
  concise: number
}

const countInto = (counts: Counts, value: unknown): void => {
  counts.attributes += 1
  if (!isObject(value)) return
  if (isAttributeKind(value['type'])) counts.kinds += 1
  else if (isNgsiv2Attribute(value)) counts.ngsiv2 += 1
  else if (looksLikeAttribute(value)) counts.concise += 1
}

/** Several instances name their kind or their dataset; a plain list of objects may have members called "value" as well. */
const isInstances = (list: readonly unknown[]): boolean =>
  list.length < 2 ||
  list.some((item) => isObject(item) && (isAttributeKind(item['type']) || Object.hasOwn(item, 'datasetId')))

const countsOf = (entity: JsonObject): Counts => {
  const counts: Counts = { attributes: 0, ngsiv2: 0, kinds: 0, concise: 0 }
  for (const name in entity) {
    if (entityMembers.has(name)) continue
    const attribute = entity[name]
    if (!Array.isArray(attribute)) countInto(counts, attribute)
    else if (isInstances(attribute)) for (const item of attribute) countInto(counts, item)
    else counts.attributes += 1
  }
  return counts
}

/**
 * Says how an entity is written. NGSIv2: most attributes are `{ type, value, metadata }` with a type that NGSI-LD lacks.
 * Normalized: most attributes name their kind. Concise: some attributes are objects with a value member.
 */
export const representationOf = (entity: JsonObject): Representation => {
  if (entity['type'] === 'Feature' && isObject(entity['properties'])) return 'geojson'
  const { attributes, ngsiv2, kinds, concise } = countsOf(entity)
  if (ngsiv2 > 0 && ngsiv2 * 2 >= attributes) return 'ngsiv2'
  if (kinds > 0 && kinds * 2 >= attributes) return 'normalized'
  // A few normalized attributes among bare values are concise form as well (CIM 009 4.5.0).
  return concise + kinds > 0 ? 'concise' : 'simplified'
}
