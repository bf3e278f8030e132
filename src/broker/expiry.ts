import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { EntityStore } from './entity-store.js'
import { attributesOf, type Instance, type StoredEntity } from './stored-entity.js'

/** Ends entities and attributes at their expiresAt (CIM 009 4.22); called before each request, so that no read sees them. */
export interface Expiry {
  /** Notes when something of an entity ends. */
  readonly track: (entity: StoredEntity) => void
  readonly forget: (id: string) => void
  /** Removes what has ended by now (milliseconds since 1970); gives the ids of changed and removed entities. */
  readonly sweep: (nowMs: number) => readonly string[]
}

const milliseconds = (expiresAt: unknown): number =>
  typeof expiresAt === 'string'
    ? (instantOf(expiresAt) ?? Number.POSITIVE_INFINITY) / 1000
    : Number.POSITIVE_INFINITY

const earliestIn = (instance: JsonObject): number => {
  let earliest =
    instance['expiresAt'] === undefined ? Number.POSITIVE_INFINITY : milliseconds(instance['expiresAt'])
  for (const name of Object.keys(instance)) {
    // Sub-attributes have IRIs as names; values of the attribute itself never end on their own.
    const value = instance[name]
    if (typeof value === 'object' && name.includes(':') && isObject(value))
      earliest = Math.min(earliest, earliestIn(value))
  }
  return earliest
}

const earliestOf = (entity: StoredEntity): number => {
  let earliest = entity.expiresAt === undefined ? Number.POSITIVE_INFINITY : milliseconds(entity.expiresAt)
  for (const name of Object.keys(entity)) {
    const value = name.includes(':') ? entity[name] : undefined
    if (Array.isArray(value))
      for (const instance of value as Instance[]) earliest = Math.min(earliest, earliestIn(instance))
    else if (isObject(value)) earliest = Math.min(earliest, earliestIn(value))
  }
  return earliest
}

const withoutEndedParts = (instance: Instance, nowMs: number): Instance =>
  Object.fromEntries(
    Object.entries(instance).filter(
      ([name, value]) =>
        !(name.includes(':') && isObject(value) && milliseconds(value['expiresAt']) <= nowMs),
    ),
  ) as unknown as Instance

const withoutEnded = (entity: StoredEntity, nowMs: number): StoredEntity => {
  const result: Record<string, unknown> = { ...entity }
  for (const [name, instances] of attributesOf(entity)) {
    const kept = instances
      .filter((instance) => milliseconds(instance.expiresAt) > nowMs)
      .map((instance) => (earliestIn(instance) <= nowMs ? withoutEndedParts(instance, nowMs) : instance))
    if (kept.length === 0) delete result[name]
    else result[name] = kept.length === 1 ? kept[0] : kept
  }
  return result as unknown as StoredEntity
}

/** Makes the expiry of one store. */
export const createExpiry = (store: EntityStore): Expiry => {
  const due = new Map<string, number>()
  let next = Number.POSITIVE_INFINITY

  const track = (entity: StoredEntity): void => {
    const earliest = earliestOf(entity)
    if (earliest === Number.POSITIVE_INFINITY) due.delete(entity.id)
    else {
      due.set(entity.id, earliest)
      next = Math.min(next, earliest)
    }
  }

  const end = (id: string, nowMs: number): void => {
    due.delete(id)
    const entity = store.get(id)
    if (entity === undefined) return
    if (milliseconds(entity.expiresAt) <= nowMs) store.remove(id)
    else {
      const rest = withoutEnded(entity, nowMs)
      store.put(rest)
      track(rest)
    }
  }

  return {
    track,
    forget: (id) => void due.delete(id),
    sweep: (nowMs) => {
      if (next > nowMs) return []
      const ended = [...due].filter(([, at]) => at <= nowMs).map(([id]) => id)
      for (const id of ended) end(id, nowMs)
      next = Math.min(Number.POSITIVE_INFINITY, ...due.values())
      return ended
    },
  }
}
