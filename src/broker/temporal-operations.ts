import { instantOf } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import { isNullInstance } from '../ngsi/null-marker.js'
import { looksLikeAttribute } from '../ngsi/representation.js'
import { readAttribute } from './attribute-reader.js'
import type { EntityChange } from './entity-change.js'
import { createEntity, updateAttributes } from './entity-operations.js'
import { attributeIri, type Fragment, readFragment } from './entity-reader.js'
import type { EntityHistory, History, HistoryInstance } from './history.js'
import { badData } from './problem-error.js'
import type { Reading } from './reading.js'
import { type Instance, instancesOf, type StoredEntity } from './stored-entity.js'

/** A temporal payload: the head of an entity and every instance that is given. */
export interface TemporalFragment extends Fragment {
  readonly instances: ReadonlyMap<string, readonly Instance[]>
}

/** Reads an EntityTemporal or a part of one: attributes hold any number of instances (CIM 009 5.2.20). */
export const readTemporal = (body: unknown, reading: Reading): TemporalFragment => {
  const instances = new Map<string, readonly Instance[]>()
  const fragment = readFragment(body, { ...reading, nulls: 'members' }, (raw, path, how, iri) => {
    const list = Array.isArray(raw) && raw.length > 0 && raw.every(looksLikeAttribute) ? raw : [raw]
    const read = list.map((item, index) => readAttribute(item, `${path}[${index}]`, how) as Instance)
    instances.set(iri, read)
    return newestOf(read)
  })
  return { ...fragment, instances }
}

const micros = (instance: Instance | undefined): number =>
  instance?.observedAt === undefined ? Number.NEGATIVE_INFINITY : (instantOf(instance.observedAt) ?? 0)

/** Of each datasetId the newest instance: what the entity is now. */
const newestOf = (instances: readonly Instance[]): readonly Instance[] => {
  const newest = new Map<string | undefined, Instance>()
  for (const instance of instances) {
    const known = newest.get(instance.datasetId)
    if (known === undefined || micros(instance) >= micros(known)) newest.set(instance.datasetId, instance)
  }
  return [...newest.values()]
}

/** The change that a temporal payload is for the current state: instances older than the current ones change nothing. */
export const currentChange = (
  stored: StoredEntity | undefined,
  fragment: TemporalFragment & { readonly id: string },
  now: string,
): EntityChange | undefined => {
  const current = Object.entries(fragment.attributes).flatMap(([name, given]) => {
    const fresh = instancesOf(given).filter((instance) => {
      const known = instancesOf(stored?.[name]).find(({ datasetId }) => datasetId === instance.datasetId)
      return known === undefined || micros(instance) >= micros(known)
    })
    return fresh.length === 0 ? [] : [[name, fresh] as const]
  })
  if (stored !== undefined)
    return updateAttributes(stored, { ...fragment, attributes: Object.fromEntries(current) }, now)
  const living = current
    .map(([name, given]) => [name, given.filter((instance) => !isNullInstance(instance))] as const)
    .filter(([, given]) => given.length > 0)
    .map(([name, given]) => [name, given.length === 1 ? (given[0] as Instance) : given] as const)
  return createEntity({ ...fragment, attributes: Object.fromEntries(living) }, now)
}

/** Adds every instance of a payload to a history. */
export const addInstances = (
  history: History,
  entity: EntityHistory,
  fragment: TemporalFragment,
  now: string,
): void => {
  for (const [name, instances] of fragment.instances)
    for (const instance of instances)
      history.add(entity, name, isNullInstance(instance) ? deletedAt(instance, now) : instance, now)
  if (fragment.scope !== undefined) {
    const value = typeof fragment.scope === 'string' ? [fragment.scope] : fragment.scope
    history.add(entity, 'scope', { type: 'Property', value, createdAt: now, modifiedAt: now }, now)
  }
}

const deletedAt = (instance: Instance, now: string): Instance =>
  ({ ...instance, deletedAt: instance.observedAt ?? now }) as Instance

/** Reads the body of an instance update: a bare instance, or a part of an entity with one instance (public suite 016_01). */
export const readInstanceUpdate = (body: unknown, name: string, reading: Reading): Instance => {
  if (!isObject(body)) return badData('the body must be an object')
  const { '@context': _context, ...bare } = body
  if (looksLikeAttribute(bare)) return readAttribute(bare, name, { ...reading, nulls: 'members' }) as Instance
  const [member, ...more] = Object.keys(bare).filter((key) => key !== 'id' && key !== 'type')
  if (member === undefined || more.length > 0 || attributeIri(member, reading) !== name)
    return badData('the body must be one instance of the attribute in the path')
  const raw = bare[member]
  const [only, ...others] = Array.isArray(raw) ? raw : [raw]
  return others.length > 0
    ? badData('the body must hold one instance')
    : (readAttribute(only, member, { ...reading, nulls: 'members' }) as Instance)
}

/** Replaces an instance; it keeps its id and createdAt. Says whether there was one. */
export const replaceInstance = (
  history: EntityHistory,
  name: string,
  instanceId: string,
  instance: Instance,
  now: string,
): boolean => {
  const list = history.attributes.get(name) ?? []
  const at = list.findIndex((one) => one.instanceId === instanceId)
  const known = list[at]
  if (known === undefined) return false
  list[at] = { ...instance, instanceId, createdAt: known.createdAt, modifiedAt: now }
  history.modifiedAt = now
  return true
}

/** Deletes instances that a choice names; says whether there were any. */
export const removeInstances = (
  history: EntityHistory,
  name: string,
  isMeant: (instance: HistoryInstance) => boolean,
): boolean => {
  const list = history.attributes.get(name) ?? []
  const kept = list.filter((instance) => !isMeant(instance))
  if (kept.length === 0) history.attributes.delete(name)
  else history.attributes.set(name, kept)
  return kept.length < list.length
}
