import { QuerySyntaxError } from '../errors.js'
import { type Geometry, geometryProblem, isGeometryType } from '../ngsi/geojson.js'

const plainRelations = ['within', 'contains', 'intersects', 'disjoint', 'equals', 'overlaps'] as const

/** How two geometries must stand to each other (CIM 009 4.10). Distances in metres. */
export type GeoRelation =
  | {
      readonly kind: 'near'
      readonly maxMeters?: number | undefined
      readonly minMeters?: number | undefined
    }
  | { readonly kind: (typeof plainRelations)[number] }

/** A geo query: relation, reference geometry, and the GeoProperty to look at. */
export interface GeoQuery {
  readonly relation: GeoRelation
  readonly reference: Geometry
  /** @default 'location' */
  readonly geoproperty?: string | undefined
}

/** A geo query as it stands in a URL or in `geoQ`; `coordinates` as text or as array. */
export interface GeoQueryText {
  readonly georel?: unknown
  readonly geometry?: unknown
  readonly coordinates?: unknown
  readonly geoproperty?: unknown
}

const nearShape = /^near;(maxDistance|minDistance)==(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

const parseRelation = (georel: unknown): GeoRelation => {
  const text = typeof georel === 'string' ? georel.trim() : ''
  const plain = plainRelations.find((kind) => kind === text)
  if (plain !== undefined) return { kind: plain }
  const near = nearShape.exec(text)
  if (near === null)
    throw new QuerySyntaxError(
      `georel must be near;maxDistance==METRES, near;minDistance==METRES, or one of ${plainRelations.join(', ')}`,
      String(georel),
      0,
    )
  const meters = Number(near[2])
  return near[1] === 'maxDistance' ? { kind: 'near', maxMeters: meters } : { kind: 'near', minMeters: meters }
}

const parseCoordinates = (coordinates: unknown): unknown => {
  if (typeof coordinates !== 'string') return coordinates
  try {
    return JSON.parse(coordinates)
  } catch {
    throw new QuerySyntaxError('coordinates must be a JSON array', coordinates, 0)
  }
}

/** Reads a geo query from its parameters; throws a QuerySyntaxError that says what to change (CIM 009 4.10). */
export const parseGeoQuery = ({ georel, geometry, coordinates, geoproperty }: GeoQueryText): GeoQuery => {
  if (georel === undefined || geometry === undefined || coordinates === undefined)
    throw new QuerySyntaxError('georel, geometry and coordinates go together', String(georel ?? ''), 0)
  const relation = parseRelation(georel)
  if (!isGeometryType(geometry))
    throw new QuerySyntaxError('geometry must be a GeoJSON geometry type', String(geometry), 0)
  const reference = { type: geometry, coordinates: parseCoordinates(coordinates) }
  const wrong = geometryProblem(reference)
  if (wrong !== undefined) throw new QuerySyntaxError(wrong, String(coordinates), 0)
  if (geoproperty !== undefined && (typeof geoproperty !== 'string' || geoproperty === ''))
    throw new QuerySyntaxError('geoproperty must be an attribute name', String(geoproperty), 0)
  return { relation, reference: reference as Geometry, ...(geoproperty === undefined ? {} : { geoproperty }) }
}

const printRelation = (relation: GeoRelation): string => {
  if (relation.kind !== 'near') return relation.kind
  return relation.maxMeters === undefined
    ? `near;minDistance==${relation.minMeters ?? 0}`
    : `near;maxDistance==${relation.maxMeters}`
}

/**
 * Writes a geo query as parameters. `geoproperty` is always there: Orion-LD (default mode, 2024-10) dies on a POST query without it.
 */
export const printGeoQuery = (
  geo: GeoQuery,
): {
  readonly georel: string
  readonly geometry: Geometry['type']
  readonly coordinates: string
  readonly geoproperty: string
} => ({
  georel: printRelation(geo.relation),
  geometry: geo.reference.type,
  coordinates: JSON.stringify(geo.reference.coordinates),
  geoproperty: geo.geoproperty ?? 'location',
})
