import { typesOf } from '../ngsi/entity.js'
import { ngsiNull } from '../ngsi/uri.js'
import type { AttributeChange, EntityChange } from './entity-change.js'
import { sameInstance, sameJson } from './json-equality.js'
import { type Instance, instancesOf, isSubAttribute, type StoredEntity, scopesOf } from './stored-entity.js'

/** An entity while an operation works on a copy of it; the stored one stays as it is. */
export interface Draft {
  readonly before: StoredEntity
  readonly entity: Record<string, unknown>
  readonly changes: AttributeChange[]
  readonly now: string
  headChanged: boolean
}

/** Starts an operation on an entity. */
export const startDraft = (before: StoredEntity, now: string): Draft => ({
  before,
  entity: { ...before },
  changes: [],
  now,
  headChanged: false,
})

const setInstances = (draft: Draft, name: string, instances: readonly Instance[]): void => {
  if (instances.length === 0) delete draft.entity[name]
  else draft.entity[name] = instances.length === 1 ? instances[0] : instances
}

/** The instance of an attribute with a datasetId (none: the default instance), or undefined. */
export const findInstance = (
  entity: Readonly<Record<string, unknown>>,
  name: string,
  datasetId: string | undefined,
): Instance | undefined => {
  const value = Object.hasOwn(entity, name) ? entity[name] : undefined
  if (Array.isArray(value)) return (value as Instance[]).find((instance) => instance.datasetId === datasetId)
  const only = value as Instance | undefined
  return only !== undefined && only.datasetId === datasetId ? only : undefined
}

const stampSubAttribute = (stored: unknown, given: unknown, now: string): unknown => {
  const before = instancesOf(stored)
  const stamped = instancesOf(given).map((one) => {
    const match = before.find(({ datasetId }) => datasetId === one.datasetId)
    if (match === undefined) return one
    return sameInstance(match, one) ? match : stamp(match, one, now)
  })
  return Array.isArray(given) ? stamped : stamped[0]
}

/** A changed instance with its instants: what was there keeps createdAt, what did not change keeps modifiedAt too (4.8). */
const stamp = (stored: Instance, given: Instance, now: string): Instance => {
  const after: Record<string, unknown> = { ...given, createdAt: stored.createdAt, modifiedAt: now }
  for (const [name, value] of Object.entries(given))
    if (isSubAttribute(name, value) && Object.hasOwn(stored, name))
      after[name] = stampSubAttribute(stored[name], value, now)
  return after as unknown as Instance
}

/** Writes an instance; one that says the same as the stored one changes nothing. createdAt of the stored one stays (4.8). */
export const putInstance = (draft: Draft, name: string, instance: Instance): void => {
  const stored = findInstance(draft.entity, name, instance.datasetId)
  if (stored === undefined) {
    setInstances(draft, name, [...instancesOf(draft.entity[name]), instance])
    draft.changes.push({ name, datasetId: instance.datasetId, after: instance })
    return
  }
  if (sameInstance(stored, instance)) return
  const after = stamp(stored, instance, draft.now)
  setInstances(
    draft,
    name,
    instancesOf(draft.entity[name]).map((one) => (one === stored ? after : one)),
  )
  draft.changes.push({ name, datasetId: instance.datasetId, before: stored, after })
}

/** Deletes an instance; says whether there was one. */
export const removeInstance = (draft: Draft, name: string, datasetId: string | undefined): boolean => {
  const stored = findInstance(draft.entity, name, datasetId)
  if (stored === undefined) return false
  setInstances(
    draft,
    name,
    instancesOf(draft.entity[name]).filter((one) => one !== stored),
  )
  draft.changes.push({ name, datasetId, before: stored })
  return true
}

/** Deletes every instance of an attribute; says whether there was one. */
export const removeAttribute = (draft: Draft, name: string): boolean => {
  const stored = Object.hasOwn(draft.entity, name) ? instancesOf(draft.entity[name]) : []
  for (const { datasetId } of stored) removeInstance(draft, name, datasetId)
  return stored.length > 0
}

const setHead = (draft: Draft, name: string, value: unknown): void => {
  if (value === undefined || value === ngsiNull) {
    if (!Object.hasOwn(draft.entity, name)) return
    delete draft.entity[name]
  } else {
    if (sameJson(draft.entity[name], value)) return
    draft.entity[name] = value
  }
  draft.headChanged = true
}

/** Sets or, with undefined or the deletion marker, removes the scope. */
export const setScope = (draft: Draft, scope: string | readonly string[] | undefined): void =>
  setHead(draft, 'scope', scope)

/** Adds scopes to those that are there. */
export const addScopes = (draft: Draft, scope: string | readonly string[]): void => {
  const all = [...new Set([...scopesOf(draft.entity), ...(typeof scope === 'string' ? [scope] : scope)])]
  setHead(draft, 'scope', all.length === 1 ? all[0] : all)
}

/** Sets or removes the instant at which the entity ends. */
export const setExpiry = (draft: Draft, expiresAt: string | undefined): void =>
  setHead(draft, 'expiresAt', expiresAt)

/** Types are added by updates and never removed (CIM 009 5.6.2). */
export const addTypes = (draft: Draft, types: readonly string[]): void => {
  const present = typesOf(draft.entity)
  if (types.every((type) => present.includes(type))) return
  const all = [...new Set([...present, ...types])]
  setHead(draft, 'type', all.length === 1 ? all[0] : all)
}

/** Sets the types, whatever they were. */
export const setTypes = (draft: Draft, types: readonly string[]): void =>
  setHead(draft, 'type', types.length === 1 ? types[0] : types)

/** Ends the operation: the change, or undefined when nothing differs (then modifiedAt stays too, CIM 009 4.8). */
export const finishDraft = (draft: Draft): EntityChange | undefined => {
  if (!draft.headChanged && draft.changes.length === 0) return undefined
  draft.entity['modifiedAt'] = draft.now
  const after = draft.entity as unknown as StoredEntity
  return { id: after.id, before: draft.before, after, attributes: draft.changes, at: draft.now }
}
