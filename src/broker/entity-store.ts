import { typesOf } from '../ngsi/entity.js'
import { createEntityIndexes, type EntityIndexes } from './entity-indexes.js'
import type { EntityRecord } from './entity-record.js'
import type { StoredEntity } from './stored-entity.js'

/** The entities of one tenant with their indexes: by id, by type, and by value and place where a query asked once. */
export interface EntityStore {
  readonly size: () => number
  readonly get: (id: string) => StoredEntity | undefined
  /** The record of an id, for joining with candidates of an index. */
  readonly record: (id: string) => EntityRecord | undefined
  readonly put: (entity: StoredEntity) => void
  readonly remove: (id: string) => boolean
  /** Puts back an entity at the place in the order that it had. */
  readonly restore: (entity: StoredEntity, sequence: number) => void
  /** Every record in order of creation. */
  readonly records: () => Iterable<EntityRecord>
  readonly ofType: (type: string) => ReadonlySet<EntityRecord>
  /** Every type with the number of its entities. */
  readonly types: () => ReadonlyMap<string, ReadonlySet<EntityRecord>>
  readonly indexes: EntityIndexes
}

const none: ReadonlySet<EntityRecord> = new Set()

/** Makes an empty store. */
export const createEntityStore = (): EntityStore => {
  const byId = new Map<string, EntityRecord>()
  const byType = new Map<string, Set<EntityRecord>>()
  const indexes = createEntityIndexes(byId)
  let sequence = 0

  const addType = (type: string, record: EntityRecord): void => {
    const known = byType.get(type)
    if (known === undefined) byType.set(type, new Set([record]))
    else known.add(record)
  }

  const removeType = (type: string, record: EntityRecord): void => {
    const known = byType.get(type)
    known?.delete(record)
    if (known?.size === 0) byType.delete(type)
  }

  const retype = (record: EntityRecord, before: readonly string[], after: readonly string[]): void => {
    for (const type of before) if (!after.includes(type)) removeType(type, record)
    for (const type of after) addType(type, record)
  }

  const insert = (entity: StoredEntity, at: number): void => {
    sequence = at
    const record: EntityRecord = { entity, sequence }
    byId.set(entity.id, record)
    for (const type of typesOf(entity)) addType(type, record)
    indexes.added(record)
  }

  const update = (record: EntityRecord, entity: StoredEntity): void => {
    const before = record.entity
    if (before.type !== entity.type) retype(record, typesOf(before), typesOf(entity))
    indexes.replaced(record, entity)
    record.entity = entity
  }

  return {
    size: () => byId.size,
    get: (id) => byId.get(id)?.entity,
    record: (id) => byId.get(id),
    put: (entity) => {
      const record = byId.get(entity.id)
      if (record === undefined) insert(entity, sequence + 1)
      else update(record, entity)
    },
    remove: (id) => {
      const record = byId.get(id)
      if (record === undefined) return false
      byId.delete(id)
      for (const type of typesOf(record.entity)) removeType(type, record)
      indexes.removed(record)
      return true
    },
    restore: insert,
    records: () => byId.values(),
    ofType: (type) => byType.get(type) ?? none,
    types: () => byType,
    indexes,
  }
}
