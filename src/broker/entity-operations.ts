import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isNullInstance } from '../ngsi/null-marker.js'
import { ngsiNull } from '../ngsi/uri.js'
import { creation, type EntityChange } from './entity-change.js'
import {
  addScopes,
  addTypes,
  findInstance,
  finishDraft,
  putInstance,
  removeAttribute,
  removeInstance,
  setExpiry,
  setScope,
  setTypes,
  startDraft,
} from './entity-draft.js'
import type { Fragment } from './entity-reader.js'
import { attributeNames, type Instance, instancesOf, type StoredEntity } from './stored-entity.js'

/** What an operation did: the change (undefined: nothing differs) and the attributes that it left alone. */
export interface Outcome {
  readonly change: EntityChange | undefined
  /** IRIs of attributes that were given and not written (append with noOverwrite). */
  readonly untouched: readonly string[]
}

/** Makes a new entity (CIM 009 5.6.1). */
export const createEntity = (fragment: Fragment & { readonly id: string }, now: string): EntityChange => {
  const { id, types, scope, expiresAt, attributes } = fragment
  const entity: Record<string, unknown> = {
    id,
    type: types.length === 1 ? types[0] : types,
    createdAt: now,
    modifiedAt: now,
  }
  if (scope !== undefined) entity['scope'] = scope
  if (expiresAt !== undefined) entity['expiresAt'] = expiresAt
  for (const name of Object.keys(attributes)) entity[name] = attributes[name]
  return creation(entity as unknown as StoredEntity, now)
}

/** Replaces everything but id and createdAt (CIM 009 5.6.18); attributes that stay keep their createdAt. */
export const replaceEntity = (
  stored: StoredEntity,
  fragment: Fragment,
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  for (const name of attributeNames(stored)) {
    const given = instancesOf(fragment.attributes[name])
    for (const { datasetId } of instancesOf(stored[name]))
      if (!given.some((instance) => instance.datasetId === datasetId)) removeInstance(draft, name, datasetId)
  }
  for (const [name, instances] of Object.entries(fragment.attributes))
    for (const instance of instancesOf(instances)) putInstance(draft, name, instance)
  if (fragment.types.length > 0) setTypes(draft, fragment.types)
  setScope(draft, fragment.scope)
  setExpiry(draft, fragment.expiresAt)
  return finishDraft(draft)
}

const instancesIn = (fragment: Fragment): readonly (readonly [string, Instance])[] =>
  Object.entries(fragment.attributes).flatMap(([name, instances]) =>
    instancesOf(instances).map((instance) => [name, instance] as const),
  )

const withoutNulls = (instance: Instance): Instance => {
  if (!Object.keys(instance).some((name) => instance[name] === ngsiNull)) return instance
  return Object.fromEntries(
    Object.entries(instance).filter(([, value]) => value !== ngsiNull),
  ) as unknown as Instance
}

/** Appends attributes (CIM 009 5.6.3): existing instances are overwritten, or with noOverwrite left alone. */
export const appendAttributes = (
  stored: StoredEntity,
  fragment: Fragment,
  options: { readonly now: string; readonly overwrite: boolean },
): Outcome => {
  const draft = startDraft(stored, options.now)
  const untouched = new Set<string>()
  for (const [name, instance] of instancesIn(fragment))
    if (isNullInstance(instance)) removeInstance(draft, name, instance.datasetId)
    else if (options.overwrite || findInstance(stored, name, instance.datasetId) === undefined)
      putInstance(draft, name, withoutNulls(instance))
    else untouched.add(name)
  addTypes(draft, fragment.types)
  if (fragment.scope !== undefined)
    if (options.overwrite) setScope(draft, fragment.scope)
    else addScopes(draft, fragment.scope)
  if (fragment.expiresAt !== undefined) setExpiry(draft, fragment.expiresAt)
  return { change: finishDraft(draft), untouched: [...untouched] }
}

/** Updates attributes (CIM 009 5.6.2): each given instance is replaced whole or appended; the deletion marker deletes it. */
export const updateAttributes = (
  stored: StoredEntity,
  fragment: Fragment,
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  for (const [name, instances] of Object.entries(fragment.attributes))
    for (const instance of instancesOf(instances))
      if (isNullInstance(instance)) removeInstance(draft, name, instance.datasetId)
      else putInstance(draft, name, withoutNulls(instance))
  addTypes(draft, fragment.types)
  // 5.6.2: the scope is replaced only where the entity has one.
  if (fragment.scope !== undefined && stored.scope !== undefined) setScope(draft, fragment.scope)
  if (fragment.expiresAt !== undefined) setExpiry(draft, fragment.expiresAt)
  return finishDraft(draft)
}

/** Overwrites members of one instance, one level deep (CIM 009 5.6.4); a deletion marker as value deletes the instance. */
export const updatePart = (
  stored: StoredEntity,
  name: string,
  instance: Instance,
  part: JsonObject,
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  const merged = { ...instance, ...part }
  if (isNullInstance(merged)) removeInstance(draft, name, instance.datasetId)
  else {
    const kept = Object.entries(merged).filter(
      ([, value]) => value !== ngsiNull && !isNullSubAttribute(value),
    )
    putInstance(draft, name, Object.fromEntries(kept) as unknown as Instance)
  }
  return finishDraft(draft)
}

const isNullSubAttribute = (value: unknown): boolean => isObject(value) && isNullInstance(value)

/** Replaces one instance whole; its type may change (CIM 009 5.6.19). */
export const replaceAttribute = (
  stored: StoredEntity,
  name: string,
  instance: Instance,
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  putInstance(draft, name, instance)
  return finishDraft(draft)
}

/** Which instances a deletion means: all, or the one with a datasetId (none: the default instance). */
export interface DatasetChoice {
  readonly datasetId?: string | undefined
  readonly all: boolean
}

/** Deletes instances of an attribute, or the scope (CIM 009 5.6.5); undefined when there was nothing to delete. */
export const deleteAttribute = (
  stored: StoredEntity,
  name: string,
  choice: DatasetChoice,
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  if (name === 'scope') setScope(draft, undefined)
  else if (choice.all) removeAttribute(draft, name)
  else removeInstance(draft, name, choice.datasetId)
  return finishDraft(draft)
}

/** Deletes several attributes with all their instances, as purge does (CIM 009 5.6.21). */
export const deleteAttributes = (
  stored: StoredEntity,
  names: readonly string[],
  now: string,
): EntityChange | undefined => {
  const draft = startDraft(stored, now)
  for (const name of names)
    if (name === 'scope') setScope(draft, undefined)
    else removeAttribute(draft, name)
  return finishDraft(draft)
}
