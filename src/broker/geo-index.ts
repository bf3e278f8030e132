import RBush, { type BBox } from 'rbush'
import type { Geometry, Position } from '../ngsi/geojson.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import type { GeoQuery } from '../query/geo.js'
import type { EntityRecord } from './entity-record.js'
import { attributeValue, instancesOf, type StoredEntity } from './stored-entity.js'
import type { Candidates } from './value-index.js'

interface Item extends BBox {
  readonly record: EntityRecord
}

/** Finds records by the place of one GeoProperty. */
export interface GeoIndex {
  /** IRI of the GeoProperty that it is about. */
  readonly name: string
  /** Takes in many records at once. */
  readonly load: (records: readonly EntityRecord[]) => void
  readonly add: (record: EntityRecord, entity: StoredEntity) => void
  readonly remove: (record: EntityRecord, entity: StoredEntity) => void
  /** Candidates of a geo query, or undefined when a box cannot narrow it (disjoint, minDistance). */
  readonly find: (query: GeoQuery) => Candidates | undefined
}

const positionsOf = (coordinates: unknown): readonly Position[] =>
  Array.isArray(coordinates) && typeof coordinates[0] === 'number'
    ? [coordinates as unknown as Position]
    : (coordinates as readonly unknown[]).flatMap(positionsOf)

const boxOf = (geometry: Geometry): BBox => {
  if (geometry.type === 'Point') {
    const [x, y] = geometry.coordinates
    return { minX: x, minY: y, maxX: x, maxY: y }
  }
  const box: BBox = { minX: 180, minY: 90, maxX: -180, maxY: -90 }
  for (const [x, y] of positionsOf(geometry.coordinates)) {
    box.minX = Math.min(box.minX, x)
    box.maxX = Math.max(box.maxX, x)
    box.minY = Math.min(box.minY, y)
    box.maxY = Math.max(box.maxY, y)
  }
  return box
}

/** The geometries of a GeoProperty of an entity, all instances. */
export const geometriesOf = (entity: Readonly<Record<string, unknown>>, name: string): readonly Geometry[] =>
  Object.hasOwn(entity, name)
    ? instancesOf(entity[name])
        .map((instance) => attributeValue(instance))
        .filter(looksLikeGeometry)
    : []

// Metres of one degree of latitude are 110,574 to 111,694; the smaller number makes the box a little too big, never too small.
const metersPerDegree = 110_574

/** Boxes that hold everything within a distance: two where the circle crosses the 180th meridian. */
const boxesAround = (box: BBox, meters: number): readonly BBox[] => {
  const degrees = meters / metersPerDegree
  const minY = box.minY - degrees
  const maxY = box.maxY + degrees
  const widest = Math.max(Math.abs(minY), Math.abs(maxY))
  // Near a pole a circle holds all longitudes.
  if (widest >= 89) return [{ minX: -180, maxX: 180, minY, maxY }]
  const wide = degrees / Math.cos((widest * Math.PI) / 180)
  const minX = box.minX - wide
  const maxX = box.maxX + wide
  const boxes: BBox[] = [{ minX, maxX, minY, maxY }]
  if (minX < -180) boxes.push({ minX: minX + 360, maxX: 180, minY, maxY })
  if (maxX > 180) boxes.push({ minX: -180, maxX: maxX - 360, minY, maxY })
  return boxes
}

const searchBoxes = (query: GeoQuery): readonly BBox[] | undefined => {
  const { relation, reference } = query
  if (relation.kind === 'disjoint') return undefined
  if (relation.kind !== 'near') return [boxOf(reference)]
  return relation.maxMeters === undefined ? undefined : boxesAround(boxOf(reference), relation.maxMeters)
}

// One literal for all items: with a spread V8 gives each an object of its own shape, which took five times as long to index.
const itemOf = (geometry: Geometry, record: EntityRecord): Item => {
  const { minX, minY, maxX, maxY } = boxOf(geometry)
  return { minX, minY, maxX, maxY, record }
}

/** Makes the index of one GeoProperty, empty. */
export const createGeoIndex = (name: string): GeoIndex => {
  const tree = new RBush<Item>()
  const itemsOf = (record: EntityRecord, entity: StoredEntity): Item[] =>
    geometriesOf(entity, name).map((geometry) => itemOf(geometry, record))

  return {
    name,
    load: (records) => {
      const items: Item[] = []
      for (const record of records)
        for (const geometry of geometriesOf(record.entity, name)) items.push(itemOf(geometry, record))
      tree.load(items)
    },
    add: (record, entity) => {
      for (const item of itemsOf(record, entity)) tree.insert(item)
    },
    remove: (record, entity) => {
      for (const item of itemsOf(record, entity)) tree.remove(item, (a, b) => a.record === b.record)
    },
    find: (query) => {
      const boxes = searchBoxes(query)
      if (boxes === undefined) return undefined
      const found = new Set(boxes.flatMap((box) => tree.search(box)).map(({ record }) => record))
      return { count: found.size, records: () => found }
    },
  }
}
