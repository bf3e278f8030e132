import proj4 from 'proj4'
import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { looksLikeGeometry, type Position } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'

/**
 * Definitions written by hand; each has control points in the tests. 28992 takes the seven parameters of RDNAPTRANS
 * (lists that leave them out put Dutch points up to 170 m off).
 */
const definitions: Readonly<Record<string, string>> = {
  'EPSG:28992':
    '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs',
  'EPSG:25831': '+proj=utm +zone=31 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:25832': '+proj=utm +zone=32 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:25833': '+proj=utm +zone=33 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:2056':
    '+proj=somerc +lat_0=46.95240555555556 +lon_0=7.439583333333333 +k_0=1 +x_0=2600000 +y_0=1200000 +ellps=bessel +towgs84=674.374,15.056,405.346,0,0,0,0 +units=m +no_defs',
  'EPSG:31370':
    '+proj=lcc +lat_0=90 +lon_0=4.367486666666666 +lat_1=51.16666723333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
}

/** ETRS89 and WGS84 in degrees differ by less than a metre; both are taken as they are. */
const geographic: ReadonlySet<string> = new Set(['EPSG:4326', 'EPSG:4258', 'EPSG:4979'])

/** A coordinate system: from its coordinates to longitude and latitude, and back. */
export interface Crs {
  readonly code: string
  /** True where coordinates are degrees. */
  readonly geographic: boolean
  toDegrees(x: number, y: number): readonly [longitude: number, latitude: number]
  fromDegrees(longitude: number, latitude: number): readonly [x: number, y: number]
}

/** Every EPSG code that is known. */
export const crsCodes: readonly string[] = [...geographic, ...Object.keys(definitions)]

// Nine digits are a tenth of a millimetre: more would be noise of the conversion.
const degrees = (value: number): number => Math.round(value * 1e9) / 1e9

const known = new Map<string, Crs>()

const make = (code: string): Crs => {
  if (geographic.has(code))
    return { code, geographic: true, toDegrees: (x, y) => [x, y], fromDegrees: (x, y) => [x, y] }
  const definition = Object.hasOwn(definitions, code) ? definitions[code] : undefined
  if (definition === undefined)
    throw new UsageError(`coordinate system "${code}" is not known; known are ${crsCodes.join(', ')}`)
  const converter = proj4(definition)
  return {
    code,
    geographic: false,
    toDegrees: (x, y) => {
      const [longitude, latitude] = converter.inverse([x, y])
      return [degrees(longitude), degrees(latitude)]
    },
    fromDegrees: (longitude, latitude) => {
      const [x, y] = converter.forward([longitude, latitude])
      return [x, y]
    },
  }
}

/** The coordinate system of an EPSG code, `EPSG:28992`; throws a UsageError that lists the known ones. */
export const crs = (code: string): Crs => {
  const found = known.get(code)
  if (found !== undefined) return found
  const made = make(code)
  known.set(code, made)
  return made
}

/** Reads the ways in which files name a system: `EPSG:4326`, `urn:ogc:def:crs:EPSG::4326`, `CRS84`, 28992. */
export const crsCode = (name: unknown): string | undefined => {
  const text = String(name)
  if (/CRS:?84$/i.test(text)) return 'EPSG:4326'
  const digits = /(?:^|EPSG:(?:[\d.]*:)?)(\d{4,6})$/i.exec(text)?.[1]
  // Esri writes 102100 for Web Mercator.
  if (digits === '102100') return 'EPSG:3857'
  return digits === undefined ? undefined : `EPSG:${digits}`
}

/** Converts one position to longitude and latitude; a third number stays. */
export const positionToDegrees = (system: Crs, position: readonly number[]): Position => {
  const [x = Number.NaN, y = Number.NaN, z] = position
  const [longitude, latitude] = system.toDegrees(x, y)
  return z === undefined ? [longitude, latitude] : [longitude, latitude, z]
}

// A millimetre: more digits would be noise of the conversion.
const metres = (value: number): number => Math.round(value * 1000) / 1000

const coordinatesIn = (system: Crs, coordinates: unknown): unknown => {
  if (!Array.isArray(coordinates)) return coordinates
  const [longitude, latitude, ...rest] = coordinates
  if (typeof longitude === 'number' && typeof latitude === 'number')
    return [...system.fromDegrees(longitude, latitude).map(metres), ...rest]
  return coordinates.map((part) => coordinatesIn(system, part))
}

/** Writes every geometry in a value, such as an entity, in another system; everything else stays. */
export const geometriesIn = (system: Crs, value: unknown): unknown => {
  if (system.geographic) return value
  if (Array.isArray(value)) return value.map((item) => geometriesIn(system, item))
  if (!isObject(value)) return value
  if (looksLikeGeometry(value)) return { ...value, coordinates: coordinatesIn(system, value.coordinates) }
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(value)) setOwn(result, name, geometriesIn(system, value[name]))
  return result
}
