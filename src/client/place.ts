import { UsageError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { type Geometry, geometryProblem } from '../ngsi/geojson.js'
import type { GeoQuery } from '../query/geo.js'
import type { GeometryName } from './path.js'

/** A place: `[longitude, latitude]` in degrees of WGS84, or a GeoJSON geometry. */
export type Place = readonly [longitude: number, latitude: number] | Geometry

/** How near; metres, at least one of the two. */
export interface NearOptions<S = JsonObject> {
  readonly maxMeters?: number | undefined
  readonly minMeters?: number | undefined
  /** Which geometry of the entity is meant. @default 'location' */
  readonly geoproperty?: GeometryName<S> | undefined
}

/** Reads a place as a geometry; a UsageError says what is wrong with it. */
export const placeGeometry = (place: Place): Geometry => {
  const geometry = Array.isArray(place) ? { type: 'Point', coordinates: place } : place
  const problem = geometryProblem(geometry)
  if (problem !== undefined) throw new UsageError(`near/within: ${problem}`)
  return geometry as Geometry
}

/** Makes the condition of being near a place. */
export const nearQuery = (place: Place, options: NearOptions): GeoQuery => {
  const { maxMeters, minMeters, geoproperty } = options
  for (const [name, value] of Object.entries({ maxMeters, minMeters }))
    if (value !== undefined && !(Number.isFinite(value) && value >= 0))
      throw new UsageError(`near: ${name} must be metres, 0 or more; got ${value}`)
  if (maxMeters === undefined && minMeters === undefined)
    throw new UsageError('near: give maxMeters, minMeters or both')
  return { relation: { kind: 'near', maxMeters, minMeters }, reference: placeGeometry(place), geoproperty }
}
