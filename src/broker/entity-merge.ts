import { isObject } from '../ngsi/entity.js'
import { isNullInstance } from '../ngsi/null-marker.js'
import { setOwn } from '../ngsi/own-member.js'
import { ngsiNull } from '../ngsi/uri.js'
import type { EntityChange } from './entity-change.js'
import {
  addTypes,
  findInstance,
  finishDraft,
  putInstance,
  removeInstance,
  setExpiry,
  setScope,
  startDraft,
} from './entity-draft.js'
import type { Fragment } from './entity-reader.js'
import { type Instance, instancesOf, isSubAttribute, type StoredEntity } from './stored-entity.js'

/** RFC 7396 with the NGSI-LD deletion marker in the place of null: objects member by member, all else replaced. */
export const mergeValue = (stored: unknown, given: unknown): unknown => {
  if (!isObject(given)) return given
  const result: Record<string, unknown> = {}
  if (isObject(stored)) for (const [name, value] of Object.entries(stored)) setOwn(result, name, value)
  for (const [name, value] of Object.entries(given))
    if (value === ngsiNull) delete result[name]
    else setOwn(result, name, mergeValue(Object.hasOwn(result, name) ? result[name] : undefined, value))
  return result
}

const mergedMembers: ReadonlySet<string> = new Set(['value', 'json', 'languageMap'])

const mergeMember = (name: string, stored: unknown, given: unknown): unknown => {
  // A geometry is one value: merging coordinates of one type into another would give nonsense.
  if (mergedMembers.has(name) && !(isObject(given) && Object.hasOwn(given, 'coordinates')))
    return mergeValue(stored, given)
  return isSubAttribute(name, given) ? mergeInstances(instancesOf(stored), instancesOf(given)) : given
}

const mergeInstances = (stored: readonly Instance[], given: readonly Instance[]): unknown => {
  const result = [...stored]
  for (const instance of given) {
    const index = result.findIndex(({ datasetId }) => datasetId === instance.datasetId)
    const known = result[index]
    if (isNullInstance(instance)) {
      if (known !== undefined) result.splice(index, 1)
    } else if (known === undefined) result.push(instance)
    else result[index] = mergeInstance(known, instance)
  }
  return result.length === 0 ? undefined : result.length === 1 ? result[0] : result
}

/** Merges an instance into a stored one; of different types the given one wins whole (CIM 009 5.6.17). */
export const mergeInstance = (stored: Instance, given: Instance): Instance => {
  const result: Record<string, unknown> = stored.type === given.type ? { ...stored } : {}
  for (const [name, value] of Object.entries(given)) {
    const merged = value === ngsiNull ? undefined : mergeMember(name, result[name], value)
    if (merged === undefined) delete result[name]
    else result[name] = merged
  }
  return result as unknown as Instance
}

/** Instants for merged attributes that had observedAt and are given none (parameter observedAt, CIM 009 5.6.17). */
const observed = (known: Instance, given: Instance, observedAt: string | undefined): Instance =>
  observedAt !== undefined && known.observedAt !== undefined && given.observedAt === undefined
    ? { ...given, observedAt }
    : given

/** Merges a fragment into an entity: members present are merged, the deletion marker deletes, all else stays (CIM 009 5.6.17). */
export const mergeEntity = (
  stored: StoredEntity,
  fragment: Fragment,
  options: { readonly now: string; readonly observedAt?: string | undefined },
): EntityChange | undefined => {
  const draft = startDraft(stored, options.now)
  for (const [name, instances] of Object.entries(fragment.attributes))
    for (const instance of instancesOf(instances)) {
      const known = findInstance(stored, name, instance.datasetId)
      if (isNullInstance(instance)) removeInstance(draft, name, instance.datasetId)
      else if (known === undefined)
        putInstance(draft, name, mergeInstance({ type: instance.type } as Instance, instance))
      else putInstance(draft, name, mergeInstance(known, observed(known, instance, options.observedAt)))
    }
  addTypes(draft, fragment.types)
  if (fragment.scope !== undefined) setScope(draft, fragment.scope)
  if (fragment.expiresAt !== undefined) setExpiry(draft, fragment.expiresAt)
  return finishDraft(draft)
}
