import type { Path } from '../query/filter.js'
import type { EntityRecord } from './entity-record.js'
import { createGeoIndex, type GeoIndex } from './geo-index.js'
import type { StoredEntity } from './stored-entity.js'
import { createValueIndex, indexKey, type ValueIndex } from './value-index.js'

/** Where a query would be quicker with indexes: paths that it compares, GeoProperties that it asks about. */
export interface IndexWish {
  readonly paths: readonly Path[]
  readonly places: readonly string[]
}

/** The indexes of one tenant by value and place, each made on its first use and kept up to date by every write. */
export interface EntityIndexes {
  readonly added: (record: EntityRecord) => void
  readonly removed: (record: EntityRecord) => void
  /** To be told before the record gets its next entity. */
  readonly replaced: (record: EntityRecord, next: StoredEntity) => void
  /** The index of a path, built when first asked; undefined where scanning is as quick. */
  readonly value: (path: Path) => ValueIndex | undefined
  readonly place: (name: string) => GeoIndex | undefined
  /**
   * Builds what is missing of a wish in slices, so that other requests are answered meanwhile; undefined when nothing
   * is missing, or so few records are there that one slice does it.
   */
  readonly grow: (wish: IndexWish) => Promise<void> | undefined
}

type AnyIndex = ValueIndex | GeoIndex

interface Growing {
  readonly index: AnyIndex
  /** Sequence of the newest record that the index holds; records are visited in this order. */
  upTo: number
  readonly done: Promise<void>
}

/** Below this many entities a scan takes less than a tenth of a millisecond per hundred, and no index is kept. */
const worthIndexing = 500
/** Each index costs time on every write; the one unused for longest goes first. */
const maxIndexes = 48
/** Records in a slice: an R-tree takes them in within 20 ms; larger slices are not quicker in total. */
const sliceSize = 5_000

/** The members of a map, the least recently used dropped beyond a limit. */
const recent = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
  const value = map.get(key) ?? make()
  map.delete(key)
  map.set(key, value)
  if (map.size > maxIndexes) map.delete(map.keys().next().value as string)
  return value
}

function* slices(records: Iterable<EntityRecord>): Iterable<readonly EntityRecord[]> {
  let slice: EntityRecord[] = []
  for (const record of records) {
    slice.push(record)
    if (slice.length < sliceSize) continue
    yield slice
    slice = []
  }
  yield slice
}

const filled = <Index extends AnyIndex>(index: Index, records: Iterable<EntityRecord>): Index => {
  for (const slice of slices(records)) index.load(slice)
  return index
}

/** Makes the indexes over the live map of a store's records. */
export const createEntityIndexes = (byId: ReadonlyMap<string, EntityRecord>): EntityIndexes => {
  const values = new Map<string, ValueIndex>()
  const places = new Map<string, GeoIndex>()
  const growing = new Map<string, Growing>()

  /** Those that hold a record; a growing one meets the others when it comes to them. */
  const holding = ({ sequence }: EntityRecord): readonly AnyIndex[] => [
    ...values.values(),
    ...places.values(),
    ...[...growing.values()].filter(({ upTo }) => sequence <= upTo).map(({ index }) => index),
  ]

  const fill = async (growth: Pick<Growing, 'index' | 'upTo'>): Promise<void> => {
    for (const slice of slices(byId.values())) {
      growth.index.load(slice)
      growth.upTo = slice.at(-1)?.sequence ?? growth.upTo
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  const growOne = <Index extends AnyIndex>(
    kept: Map<string, Index>,
    key: string,
    make: () => Index,
  ): Promise<void> | undefined => {
    if (kept.has(key)) return undefined
    const label = `${kept === places ? 'place' : 'value'} ${key}`
    const known = growing.get(label)
    if (known !== undefined) return known.done
    const index = make()
    const growth = { index, upTo: 0 }
    const done = fill(growth).then(() => {
      growing.delete(label)
      recent(kept, key, () => index)
    })
    growing.set(label, Object.assign(growth, { done }))
    return done
  }

  return {
    added: (record) => {
      for (const index of [...values.values(), ...places.values()]) index.add(record, record.entity)
    },
    removed: (record) => {
      for (const index of holding(record)) index.remove(record, record.entity)
    },
    replaced: (record, next) => {
      for (const index of holding(record))
        if (record.entity[index.name] !== next[index.name]) {
          index.remove(record, record.entity)
          index.add(record, next)
        }
    },
    value: (path) =>
      byId.size < worthIndexing
        ? values.get(indexKey(path))
        : recent(values, indexKey(path), () => filled(createValueIndex(path), byId.values())),
    place: (name) =>
      byId.size < worthIndexing
        ? places.get(name)
        : recent(places, name, () => filled(createGeoIndex(name), byId.values())),
    grow: (wish) => {
      if (byId.size <= sliceSize) return undefined
      const waits = [
        ...wish.paths.map((path) => growOne(values, indexKey(path), () => createValueIndex(path))),
        ...wish.places.map((name) => growOne(places, name, () => createGeoIndex(name))),
      ].filter((wait) => wait !== undefined)
      return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined)
    },
  }
}
