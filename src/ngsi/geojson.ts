/** Longitude, latitude and, optionally, altitude in metres; WGS84 (GeoJSON, RFC 7946 section 3.1.1). */
export type Position = readonly [longitude: number, latitude: number, altitude?: number]

export interface Point {
  readonly type: 'Point'
  readonly coordinates: Position
}
export interface MultiPoint {
  readonly type: 'MultiPoint'
  readonly coordinates: readonly Position[]
}
export interface LineString {
  readonly type: 'LineString'
  readonly coordinates: readonly Position[]
}
export interface MultiLineString {
  readonly type: 'MultiLineString'
  readonly coordinates: readonly (readonly Position[])[]
}
export interface Polygon {
  readonly type: 'Polygon'
  readonly coordinates: readonly (readonly Position[])[]
}
export interface MultiPolygon {
  readonly type: 'MultiPolygon'
  readonly coordinates: readonly (readonly (readonly Position[])[])[]
}

/** The six geometries that a GeoProperty may hold (CIM 009 4.7). */
export type Geometry = Point | MultiPoint | LineString | MultiLineString | Polygon | MultiPolygon

/** Depth of array nesting above a single position, by geometry type. */
const nesting: Readonly<Record<Geometry['type'], number>> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
}

/** Tells whether a name is one of the six geometry types, in exact case. */
export const isGeometryType = (type: unknown): type is Geometry['type'] =>
  typeof type === 'string' && Object.hasOwn(nesting, type)

/** Tells whether a value has the outer shape of a geometry (type and coordinates), without checking positions. */
export const looksLikeGeometry = (value: unknown): value is Geometry =>
  typeof value === 'object' &&
  value !== null &&
  isGeometryType((value as { type?: unknown }).type) &&
  Array.isArray((value as { coordinates?: unknown }).coordinates)

/** Whether positions must lie on the earth. */
type Ranges = 'checked' | 'unchecked'

const positionProblem = (position: unknown, path: string, ranges: Ranges): string | undefined => {
  if (
    !Array.isArray(position) ||
    position.length < 2 ||
    !position.every((n) => typeof n === 'number' && Number.isFinite(n))
  )
    return `${path} is no position [longitude, latitude]`
  const [longitude, latitude] = position as [number, number]
  if (ranges === 'unchecked' || (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) return undefined
  const swapped =
    Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90 ? '; longitude and latitude look swapped' : ''
  return `${path} is out of range: longitude ${longitude} must be -180…180, latitude ${latitude} -90…90${swapped}`
}

const samePosition = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((n, i) => n === b[i])

const ringProblem = (type: Geometry['type'], line: readonly unknown[], path: string): string | undefined => {
  if (type === 'LineString' || type === 'MultiLineString')
    return line.length < 2 ? `${path} has ${line.length} position(s); a line needs at least 2` : undefined
  if (type !== 'Polygon' && type !== 'MultiPolygon') return undefined
  if (line.length < 4) return `${path} has ${line.length} positions; a closed ring needs at least 4`
  return samePosition(line[0], line.at(-1))
    ? undefined
    : `${path} is not closed: repeat the first position at the end`
}

const walk = (
  type: Geometry['type'],
  value: unknown,
  depth: number,
  path: string,
  ranges: Ranges,
): string | undefined => {
  if (depth === 0) return positionProblem(value, path, ranges)
  if (!Array.isArray(value) || value.length === 0) return `${path} must be a non-empty array`
  for (const [index, item] of value.entries()) {
    const found = walk(type, item, depth - 1, `${path}[${index}]`, ranges)
    if (found !== undefined) return found
  }
  return depth === 1 ? ringProblem(type, value, path) : undefined
}

const problemOf = (value: unknown, ranges: Ranges): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'a GeoJSON geometry is an object with type and coordinates'
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown }
  if (!isGeometryType(type))
    return `"${String(type)}" is no geometry type; use ${Object.keys(nesting).join(', ')}`
  return walk(type, coordinates, nesting[type], 'coordinates', ranges)
}

/**
 * Says what is wrong with a geometry in one sentence, or undefined when it is right:
 * type, nesting, number of positions, closed rings, ranges (RFC 7946; CIM 009 4.7).
 */
export const geometryProblem = (value: unknown): string | undefined => problemOf(value, 'checked')

/** As `geometryProblem`, but positions may lie beyond the earth, as those of drawings do. */
export const geometryShapeProblem = (value: unknown): string | undefined => problemOf(value, 'unchecked')
