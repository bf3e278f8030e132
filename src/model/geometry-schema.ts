import { isObject } from '../ngsi/entity.js'
import { type Geometry, isGeometryType } from '../ngsi/geojson.js'
import { type Documents, dereference } from './document.js'
import type { JsonSchema } from './json-schema.js'

const ofOne = (schema: JsonSchema): readonly Geometry['type'][] | undefined => {
  const properties = schema['properties']
  if (!isObject(properties) || !Object.hasOwn(properties, 'coordinates')) return undefined
  const type = properties['type']
  if (!isObject(type)) return undefined
  const names = Array.isArray(type['enum']) ? type['enum'] : [type['const']]
  return names.length > 0 && names.every(isGeometryType) ? names : undefined
}

/** The geometry types that a schema allows, or undefined where it describes something other than a GeoJSON geometry. */
export const geometryTypesOf = (
  schema: JsonSchema,
  documents: Documents,
): readonly Geometry['type'][] | undefined => {
  const own = dereference(schema, documents)
  const branches = own['oneOf'] ?? own['anyOf']
  if (!Array.isArray(branches)) return ofOne(own)
  const found = new Set<Geometry['type']>()
  for (const branch of branches) {
    const types = isObject(branch) ? ofOne(dereference(branch, documents)) : undefined
    if (types === undefined) return undefined
    for (const type of types) found.add(type)
  }
  return found.size === 0 ? undefined : [...found]
}
