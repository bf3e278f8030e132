import { CellProblem, shown } from './cell-problem.js'

/** A geometry in the coordinates of its source. */
export interface RawGeometry {
  readonly type: string
  readonly coordinates: unknown
}

const types: Readonly<Record<string, string>> = {
  POINT: 'Point',
  LINESTRING: 'LineString',
  POLYGON: 'Polygon',
  MULTIPOINT: 'MultiPoint',
  MULTILINESTRING: 'MultiLineString',
  MULTIPOLYGON: 'MultiPolygon',
}

const head = /^\s*(?:SRID=\d+;)?\s*([A-Z]+)\s*(ZM|Z|M)?\s*(\(.*\)|EMPTY)\s*$/is

const bad = (text: string): CellProblem =>
  new CellProblem('feed.geometry', `${shown(text)} is no well-known text; it reads POINT (5.1 52.0)`)

/** One position, `5.1 52.0`, as JSON. */
const position = (text: string, measured: boolean, whole: string): string => {
  if (text.trim() === '') return ''
  const numbers = text.trim().split(/\s+/).map(Number)
  if (numbers.length < 2 || numbers.length > 4 || numbers.some((n) => !Number.isFinite(n))) throw bad(whole)
  // The measure (M) is no altitude.
  return `[${numbers.slice(0, measured ? 2 : 3).join(',')}]`
}

const nested = (body: string, measured: boolean, whole: string): readonly unknown[] => {
  const json = body
    .replaceAll(/[^(),]+/g, (text) => position(text, measured, whole))
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    return JSON.parse(json) as readonly unknown[]
  } catch {
    throw bad(whole)
  }
}

/** Reads well-known text (also `POINT Z`, `SRID=…;`) as a geometry; throws a CellProblem for anything else. */
export const parseWkt = (text: string): RawGeometry | undefined => {
  const found = head.exec(text)
  const name = found?.[1]?.toUpperCase() ?? ''
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  const body = found?.[3]
  if (type === undefined || body === undefined) throw bad(text)
  if (body.toUpperCase() === 'EMPTY') return undefined
  const lists = nested(body, found?.[2]?.toUpperCase() === 'M', text)
  if (name === 'POINT') return { type, coordinates: lists[0] }
  // Both MULTIPOINT (1 2, 3 4) and MULTIPOINT ((1 2), (3 4)) are written.
  const bare = (item: unknown): unknown => (Array.isArray(item) && Array.isArray(item[0]) ? item[0] : item)
  return { type, coordinates: name === 'MULTIPOINT' ? lists.map(bare) : lists }
}
