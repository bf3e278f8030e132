import { isObject } from '../ngsi/entity.js'
import { type Geometry, geometryProblem } from '../ngsi/geojson.js'
import { CellProblem, shown } from './cell-problem.js'
import { type Crs, positionToDegrees } from './crs.js'
import type { Environment } from './environment.js'
import type { Mapping, ValueSpec } from './mapping.js'
import { numberReader } from './number-format.js'
import { countRow } from './tally.js'
import { parseWkt, type RawGeometry } from './wkt.js'

type RawReader = (record: unknown) => RawGeometry | undefined

/** The origins that give a geometry. */
export const geometryOrigins: ReadonlySet<string> = new Set([
  'point',
  'latlon',
  'lonlat',
  'wkt',
  'geojson',
  'esri',
])

const empty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

const pointReader = (spec: ValueSpec, environment: Environment, place: string): RawReader => {
  const [xName, yName] = spec.point ?? ['', '']
  const x = environment.column(xName, place)
  const y = environment.column(yName, place)
  const number = numberReader(spec.number ?? 'en')
  return (record) => {
    const [first, second] = [x(record), y(record)]
    if (empty(first) && empty(second)) return undefined
    return { type: 'Point', coordinates: [number(first), number(second)] }
  }
}

const pairReader = (
  column: string,
  latitudeFirst: boolean,
  spec: ValueSpec,
  environment: Environment,
  place: string,
): RawReader => {
  const read = environment.column(column, place)
  const number = numberReader(spec.number ?? 'en')
  return (record) => {
    const value = read(record)
    if (empty(value)) return undefined
    const parts: readonly unknown[] = Array.isArray(value)
      ? value
      : String(value)
          .split(spec.number === undefined || spec.number === 'en' ? /[\s,;]+/ : /[\s;]+/)
          .filter((part) => part !== '')
    if (parts.length !== 2) throw new CellProblem('feed.geometry', `${shown(value)} is no pair of numbers`)
    const [first, second] = [number(parts[0]), number(parts[1])]
    return { type: 'Point', coordinates: latitudeFirst ? [second, first] : [first, second] }
  }
}

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw new CellProblem('feed.geometry', `${shown(value)} is no GeoJSON text`)
  }
}

const asGeoJson = (value: unknown): RawGeometry => {
  const geometry = parsed(value)
  if (!isObject(geometry) || typeof geometry['type'] !== 'string')
    throw new CellProblem('feed.geometry', `${shown(value)} is no GeoJSON geometry`)
  return geometry as unknown as RawGeometry
}

/** Esri: points as x and y, lines as paths, areas as rings (ArcGIS REST, geometry objects). */
const asEsri = (value: unknown): RawGeometry => {
  const geometry = parsed(value)
  if (isObject(geometry)) {
    const { x, y, paths, rings, points } = geometry
    if (typeof x === 'number' && typeof y === 'number') return { type: 'Point', coordinates: [x, y] }
    if (Array.isArray(points)) return { type: 'MultiPoint', coordinates: points }
    if (Array.isArray(paths))
      return paths.length === 1
        ? { type: 'LineString', coordinates: paths[0] as unknown }
        : { type: 'MultiLineString', coordinates: paths }
    if (Array.isArray(rings)) return { type: 'Polygon', coordinates: rings }
  }
  throw new CellProblem('feed.geometry', `${shown(value)} is no Esri geometry`)
}

const columnReader = (
  column: string,
  read: (value: unknown) => RawGeometry | undefined,
  environment: Environment,
  place: string,
): RawReader => {
  const accessor = environment.column(column, place)
  return (record) => {
    const value = accessor(record)
    return empty(value) ? undefined : read(value)
  }
}

const rawReader = (spec: ValueSpec, environment: Environment, place: string): RawReader => {
  if (spec.point !== undefined) return pointReader(spec, environment, place)
  if (spec.latlon !== undefined) return pairReader(spec.latlon, true, spec, environment, place)
  if (spec.lonlat !== undefined) return pairReader(spec.lonlat, false, spec, environment, place)
  if (spec.wkt !== undefined)
    return columnReader(spec.wkt, (value) => parseWkt(String(value)), environment, place)
  if (spec.geojson !== undefined) return columnReader(spec.geojson, asGeoJson, environment, place)
  return columnReader(spec.esri ?? '', asEsri, environment, place)
}

const isPosition = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && typeof value[0] === 'number'

const converted = (system: Crs, coordinates: unknown): unknown =>
  isPosition(coordinates)
    ? positionToDegrees(system, coordinates)
    : Array.isArray(coordinates)
      ? coordinates.map((item) => converted(system, item))
      : coordinates

const positionsOf = (coordinates: unknown): readonly (readonly number[])[] =>
  isPosition(coordinates)
    ? [coordinates]
    : Array.isArray(coordinates)
      ? coordinates.flatMap((item) => positionsOf(item))
      : []

const middle = (geometry: Geometry): Geometry => {
  const positions = positionsOf(geometry.coordinates)
  const xs = positions.map(([x = 0]) => x)
  const ys = positions.map(([, y = 0]) => y)
  const center = (values: readonly number[]): number =>
    Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e9) / 1e9
  return { type: 'Point', coordinates: [center(xs), center(ys)] }
}

const within = ([west, south, east, north]: NonNullable<Mapping['bounds']>, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north

const checkBounds = (geometry: Geometry, environment: Environment): void => {
  const { bounds, tally } = environment
  if (bounds === undefined) return
  const outside = positionsOf(geometry.coordinates).find(([x = 0, y = 0]) => !within(bounds, x, y))
  if (outside === undefined) return
  countRow(tally, tally.outOfBounds)
  const [x = 0, y = 0] = outside
  throw new CellProblem(
    'feed.bounds',
    `[${x}, ${y}] is outside the bounds [${bounds.join(', ')}]`,
    within(bounds, y, x)
      ? 'longitude and latitude look swapped: exchange the columns'
      : 'check crs and bounds of the mapping, or the source',
  )
}

/**
 * Makes the reader of a geometry: from columns, text, well-known text, GeoJSON or Esri JSON, in the declared coordinate system,
 * to GeoJSON in degrees. It throws a CellProblem for what is no geometry or lies outside the bounds.
 */
export const geometryValue = (
  spec: ValueSpec,
  environment: Environment,
  place: string,
): ((record: unknown) => Geometry | undefined) => {
  const raw = rawReader(spec, environment, place)
  const systemOf = environment.crsOf(spec.crs, place)
  return (record) => {
    const found = raw(record)
    if (found === undefined) return undefined
    const system = systemOf(record)
    const geometry = {
      type: found.type,
      coordinates: system.geographic ? found.coordinates : converted(system, found.coordinates),
    }
    const problem = geometryProblem(geometry)
    if (problem !== undefined) throw new CellProblem('feed.geometry', problem)
    // geometryProblem has just checked the shape.
    const checked = geometry as unknown as Geometry
    checkBounds(checked, environment)
    return spec.centroid === true && checked.type !== 'Point' ? middle(checked) : checked
  }
}
