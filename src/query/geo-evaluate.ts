import { booleanContains } from '@turf/boolean-contains'
import { booleanIntersects } from '@turf/boolean-intersects'
import { booleanOverlap } from '@turf/boolean-overlap'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { distance } from '@turf/distance'
import { pointToLineDistance } from '@turf/point-to-line-distance'
import type * as GeoJson from 'geojson'
import type { Geometry, LineString, Point, Polygon, Position } from '../ngsi/geojson.js'
import type { GeoQuery } from './geo.js'

/** turf wants mutable GeoJSON types; the data is the same and is never changed. */
const turf = <G extends GeoJson.Geometry>(geometry: Geometry): G => geometry as unknown as G

type Simple = Point | LineString | Polygon

/** The simple parts of a geometry: the points, lines and polygons that it is made of. */
const partsOf = (geometry: Geometry): readonly Simple[] => {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }))
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
    default:
      return [geometry]
  }
}

const metersBetween = (a: Position, b: Position): number =>
  distance([a[0], a[1]], [b[0], b[1]], { units: 'meters' })

const metersToLine = (position: Position, line: readonly Position[]): number =>
  pointToLineDistance(
    [position[0], position[1]],
    { type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) },
    { units: 'meters' },
  )

const linesOf = (part: Simple): readonly (readonly Position[])[] =>
  part.type === 'Point' ? [] : part.type === 'LineString' ? [part.coordinates] : part.coordinates

const verticesOf = (part: Simple): readonly Position[] =>
  part.type === 'Point' ? [part.coordinates] : linesOf(part).flat()

const nearestVertex = (from: Simple, to: Simple): number =>
  Math.min(...verticesOf(from).flatMap((vertex) => linesOf(to).map((line) => metersToLine(vertex, line))))

const metersBetweenParts = (a: Simple, b: Simple): number => {
  if (a.type === 'Point' && b.type === 'Point') return metersBetween(a.coordinates, b.coordinates)
  if (booleanIntersects(turf(a), turf(b))) return 0
  // Two geometries that do not touch are closest at a vertex of one of them.
  return Math.min(nearestVertex(a, b), nearestVertex(b, a))
}

/** Geodesic distance in metres between the closest points of two geometries; 0 where they touch. */
export const distanceMeters = (a: Geometry, b: Geometry): number =>
  Math.min(...partsOf(a).flatMap((left) => partsOf(b).map((right) => metersBetweenParts(left, right))))

const samePosition = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

const containsPart = (outer: Simple, inner: Simple): boolean => {
  if (outer.type === 'Point')
    return inner.type === 'Point' && samePosition(outer.coordinates, inner.coordinates)
  if (outer.type === 'Polygon' && inner.type === 'Point')
    return booleanPointInPolygon(turf<GeoJson.Point>(inner), turf<GeoJson.Polygon>(outer))
  if (outer.type === 'LineString' && inner.type === 'Polygon') return false
  return booleanContains(turf(outer), turf(inner))
}

const contains = (outer: Geometry, inner: Geometry): boolean =>
  partsOf(inner).every((part) => partsOf(outer).some((whole) => containsPart(whole, part)))

const dimension = (geometry: Geometry): number =>
  ({ Point: 0, LineString: 1, Polygon: 2 })[partsOf(geometry)[0]?.type ?? 'Point']

const intersects = (a: Geometry, b: Geometry): boolean => booleanIntersects(turf(a), turf(b))

const overlaps = (a: Geometry, b: Geometry): boolean => {
  if (dimension(a) !== dimension(b) || contains(a, b) || contains(b, a)) return false
  if (dimension(a) === 0) return partsOf(a).some((part) => contains(b, part))
  return partsOf(a).some((left) =>
    partsOf(b).some(
      (right) =>
        booleanOverlap(turf<GeoJson.Polygon>(left), turf<GeoJson.Polygon>(right)) ||
        contains(left, right) ||
        contains(right, left),
    ),
  )
}

/** Tells whether an entity's geometry stands to the reference geometry as the query asks (CIM 009 4.10). Altitude is ignored. */
export const evaluateGeo = (query: GeoQuery, geometry: Geometry): boolean => {
  const { relation, reference } = query
  switch (relation.kind) {
    case 'near': {
      const meters = distanceMeters(geometry, reference)
      return (
        (relation.maxMeters === undefined || meters <= relation.maxMeters) &&
        (relation.minMeters === undefined || meters >= relation.minMeters)
      )
    }
    case 'within':
      return contains(reference, geometry)
    case 'contains':
      return contains(geometry, reference)
    case 'intersects':
      return intersects(geometry, reference)
    case 'disjoint':
      return !intersects(geometry, reference)
    case 'equals':
      return contains(geometry, reference) && contains(reference, geometry)
    case 'overlaps':
      return overlaps(geometry, reference)
  }
}
