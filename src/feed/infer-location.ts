import type { ColumnFacts } from './infer-column.js'
import type { Guess } from './infer-source.js'
import { plainName } from './synonyms.js'

/** How the location is made, and in which coordinate system it stands. */
export interface LocationGuess {
  /** The attribute's specification in YAML flow style. */
  readonly yaml: string
  readonly crs: string
  readonly columns: readonly string[]
}

type Range = readonly [west: number, east: number, south: number, north: number]

/** Where coordinates of each system lie; the first that fits is taken, unless a later one fits as well. */
const ranges: readonly (readonly [code: string, name: string, range: Range])[] = [
  ['EPSG:4326', 'degrees', [-180, 180, -90, 90]],
  ['EPSG:28992', 'RD New', [-7000, 300_000, 289_000, 629_000]],
  ['EPSG:2056', 'Swiss LV95', [2_480_000, 2_840_000, 1_070_000, 1_300_000]],
  ['EPSG:31370', 'Belgian Lambert 72', [17_000, 297_000, 20_000, 289_000]],
  ['EPSG:25832', 'UTM zone 32', [200_000, 900_000, 5_100_000, 6_200_000]],
  ['EPSG:25831', 'UTM zone 31', [400_000, 800_000, 5_500_000, 6_200_000]],
  ['EPSG:3857', 'Web Mercator', [200_000, 2_000_000, 5_500_000, 7_500_000]],
]

const inside = ([west, east, south, north]: Range, x: number, y: number): boolean =>
  x >= west && x <= east && y >= south && y <= north

const crsOf = (corners: readonly (readonly [number, number])[]): Guess<string> | undefined => {
  const fitting = ranges.filter(([, , range]) => corners.every(([x, y]) => inside(range, x, y)))
  const [first] = fitting
  if (first === undefined) return undefined
  return {
    value: first[0],
    evidence: `the coordinates lie in the range of ${fitting.map(([, name]) => name).join(' or of ')}`,
    confidence: fitting.length === 1 ? 0.9 : 0.5,
  }
}

const xNames = /^(x|xcoord|xcoordinaat|xrd|rdx|lon|long|lng|longitude|langengrad|lengtegraad|easting|coordx)$/
const yNames = /^(y|ycoord|ycoordinaat|yrd|rdy|lat|latitude|breitengrad|breedtegraad|northing|coordy)$/

const last = (column: string): string => plainName(column.split('.').at(-1) ?? column)

const flow = (text: string): string => (/^[A-Za-z_][\w.]*$/.test(text) ? text : JSON.stringify(text))

const fromColumns = (facts: readonly ColumnFacts[]): Guess<LocationGuess> | undefined => {
  const numeric = facts.filter(({ kind }) => kind === 'number' || kind === 'integer')
  for (const x of numeric.filter(({ name }) => xNames.test(last(name)))) {
    const y = numeric.find(
      ({ name }) =>
        yNames.test(last(name)) && name !== x.name && name.split('.').length === x.name.split('.').length,
    )
    const corners: readonly (readonly [number, number])[] = [
      [x.minimum ?? Number.NaN, y?.minimum ?? Number.NaN],
      [x.maximum ?? Number.NaN, y?.maximum ?? Number.NaN],
    ]
    const crs = y === undefined ? undefined : crsOf(corners)
    if (y === undefined || crs === undefined) continue
    const number = x.number === 'nl' ? ', number: nl' : ''
    return {
      ...crs,
      value: {
        yaml: `{ point: [${flow(x.name)}, ${flow(y.name)}]${number} }`,
        crs: crs.value,
        columns: [x.name, y.name],
      },
    }
  }
  return undefined
}

const firstPosition = (text: string): readonly [number, number] | undefined => {
  const found = /(-?\d+(?:\.\d+)?)[\s,]+(-?\d+(?:\.\d+)?)/.exec(text)
  return found === null ? undefined : [Number(found[1]), Number(found[2])]
}

const fromText = (facts: readonly ColumnFacts[]): Guess<LocationGuess> | undefined => {
  for (const { name, kind, texts } of facts) {
    if (kind !== 'wkt' && kind !== 'geometry') continue
    const positions = texts.map(firstPosition).filter((position) => position !== undefined)
    const crs = crsOf(positions)
    if (crs === undefined) continue
    const member = kind === 'wkt' ? 'wkt' : 'geojson'
    return { ...crs, value: { yaml: `{ ${member}: ${flow(name)} }`, crs: crs.value, columns: [name] } }
  }
  return undefined
}

/** One column with two numbers: geographic coordinates, latitude first where the first number is the greater (so in Europe). */
const fromPair = (facts: readonly ColumnFacts[]): Guess<LocationGuess> | undefined => {
  for (const { name, texts } of facts) {
    const pairs = texts.map((text) => /^\[?(-?\d{1,3}\.\d+)\s*,\s*(-?\d{1,3}\.\d+)\]?$/.exec(text))
    if (texts.length === 0 || pairs.some((pair) => pair === null)) continue
    const latitudeFirst = pairs.every((pair) => Number(pair?.[1]) > Number(pair?.[2]))
    return {
      value: {
        yaml: `{ ${latitudeFirst ? 'latlon' : 'lonlat'}: ${flow(name)} }`,
        crs: 'EPSG:4326',
        columns: [name],
      },
      evidence: `pairs of degrees, ${latitudeFirst ? 'latitude' : 'longitude'} first as in Europe`,
      confidence: 0.75,
    }
  }
  return undefined
}

/** Guesses how the location of each row is made; undefined where no column looks like coordinates. */
export const inferLocation = (facts: readonly ColumnFacts[]): Guess<LocationGuess> | undefined => {
  const feature = facts.filter(({ name }) => name === '@geometry')
  return fromText(feature) ?? fromText(facts) ?? fromColumns(facts) ?? fromPair(facts)
}
