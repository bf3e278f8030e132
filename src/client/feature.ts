import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type Geometry, looksLikeGeometry } from '../ngsi/geojson.js'

/** One entity as GeoJSON (CIM 009 4.5.16): the type and every attribute are properties. */
export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: Geometry | null
  readonly properties: JsonObject
}

/** Entities as GeoJSON (CIM 009 4.5.17). */
export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
}

const geometryOf = (attribute: unknown): Geometry | null => {
  const instance: unknown = Array.isArray(attribute) ? attribute[0] : attribute
  if (looksLikeGeometry(instance)) return instance
  const value = isObject(instance) ? instance['value'] : undefined
  return looksLikeGeometry(value) ? value : null
}

/** Writes one entity, in any form, as a Feature; `hidden` leaves the geometry out of the properties. */
export const toFeature = (entity: JsonObject, geometryProperty: string, hidden = false): Feature => {
  const { id, ...properties } = entity
  const shown = Object.entries(properties).filter(([name]) => name !== geometryProperty)
  return {
    type: 'Feature',
    id: String(id),
    geometry: geometryOf(entity[geometryProperty]),
    properties: hidden ? Object.fromEntries(shown) : properties,
  }
}
