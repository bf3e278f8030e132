import { randomUUID } from 'node:crypto'
import { valueMembers } from '../ngsi/attribute.js'
import { typesOf } from '../ngsi/entity.js'
import { nullValueOf } from '../ngsi/null-marker.js'
import type { AttributeChange, EntityChange } from './entity-change.js'
import { sameJson } from './json-equality.js'
import type { Instance } from './stored-entity.js'

/** One instance in the history of an attribute; a deletion has the marker as value and deletedAt (CIM 009 4.5.6). */
export interface HistoryInstance extends Instance {
  readonly instanceId: string
  readonly deletedAt?: string | undefined
}

/** The temporal evolution of one entity. */
export interface EntityHistory {
  readonly id: string
  types: readonly string[]
  createdAt: string
  modifiedAt: string
  deletedAt: string | undefined
  /** Instances by attribute IRI, in order of arrival; `scope` holds those of the scope. */
  readonly attributes: Map<string, HistoryInstance[]>
}

/** The histories of one tenant. */
export interface History {
  readonly get: (id: string) => EntityHistory | undefined
  readonly all: () => Iterable<EntityHistory>
  /** False where no history is kept at all. */
  readonly isKept: boolean
  /** Adds what a change did; gives the instances that it added. */
  readonly record: (change: EntityChange) => readonly (readonly [name: string, instance: HistoryInstance])[]
  /** The history of an entity, made when there is none. */
  readonly open: (id: string, types: readonly string[], now: string) => EntityHistory
  /** Adds an instance; one with the same datasetId and observedAt is replaced. */
  readonly add: (history: EntityHistory, name: string, instance: Instance, now: string) => void
  readonly remove: (id: string) => boolean
  /** Puts back a history as it was kept, and its instances one by one. */
  readonly restore: (history: EntityHistory) => void
  readonly restoreInstance: (id: string, name: string, instance: HistoryInstance) => void
  /** The instances that were dropped since the last call, because there were too many or they became too old. */
  readonly takeDropped: () => readonly DroppedInstance[]
}

/** An instance that a history no longer keeps. */
export interface DroppedInstance {
  readonly entity: string
  readonly instanceId: string
}

/** What bounds a history. */
export interface HistoryLimits {
  /** Instances of each attribute, the newest ones; 0 keeps none. */
  readonly maxInstances: number
  /** Milliseconds after which an instance is dropped when its attribute gets another one. @default it is not */
  readonly maxAgeMs?: number | undefined
  /** Whether somebody takes what was dropped; it must not pile up where nobody does. */
  readonly tellsDropped: boolean
}

const newInstanceId = (): string => `urn:ngsi-ld:Instance:${randomUUID()}`

const scopeInstance = (value: readonly string[], at: string, deleted: boolean): HistoryInstance => ({
  type: 'Property',
  value,
  instanceId: newInstanceId(),
  createdAt: at,
  modifiedAt: at,
  ...(deleted ? { deletedAt: at } : {}),
})

const scopeList = (scope: string | readonly string[] | undefined): readonly string[] =>
  scope === undefined ? [] : typeof scope === 'string' ? [scope] : scope

const withoutExpiry = (instance: Instance): object => {
  const { expiresAt: _expiresAt, createdAt: _createdAt, modifiedAt: _modifiedAt, ...rest } = instance
  return rest
}

/** A change of expiresAt alone is no new value. */
const isSameValue = ({ before, after }: AttributeChange): boolean =>
  before !== undefined && after !== undefined && sameJson(withoutExpiry(before), withoutExpiry(after))

const deletedInstance = (before: Instance, at: string): HistoryInstance => ({
  type: before.type,
  [valueMembers[before.type]]: nullValueOf(before.type),
  ...(before.datasetId === undefined ? {} : { datasetId: before.datasetId }),
  instanceId: newInstanceId(),
  createdAt: before.createdAt,
  modifiedAt: at,
  deletedAt: at,
})

/** How many instances at the beginning of a list are too many or too old. */
const surplus = (list: readonly HistoryInstance[], { maxInstances, maxAgeMs }: HistoryLimits): number => {
  const tooMany = Math.max(0, list.length - maxInstances)
  if (maxAgeMs === undefined) return tooMany
  const since = new Date(Date.now() - maxAgeMs).toISOString()
  // The newest one stays whatever its age: it is the current value.
  const firstKept = list.findIndex(
    ({ modifiedAt }, index) => modifiedAt >= since || index === list.length - 1,
  )
  return Math.max(tooMany, firstKept)
}

/** Makes the history of a tenant within its limits. */
export const createHistory = (limits: HistoryLimits): History => {
  const { maxInstances } = limits
  const histories = new Map<string, EntityHistory>()
  let dropped: DroppedInstance[] = []

  const open = (id: string, types: readonly string[], now: string): EntityHistory => {
    const known = histories.get(id)
    if (known !== undefined) {
      known.types = [...new Set([...known.types, ...types])]
      return known
    }
    const history: EntityHistory = {
      id,
      types,
      createdAt: now,
      modifiedAt: now,
      deletedAt: undefined,
      attributes: new Map(),
    }
    histories.set(id, history)
    return history
  }

  const push = (history: EntityHistory, name: string, instance: HistoryInstance): void => {
    const list = history.attributes.get(name)
    if (list === undefined) history.attributes.set(name, [instance])
    else {
      list.push(instance)
      const surplusInstances = list.splice(0, surplus(list, limits))
      if (limits.tellsDropped)
        for (const { instanceId } of surplusInstances) dropped.push({ entity: history.id, instanceId })
    }
  }

  const add = (history: EntityHistory, name: string, instance: Instance, now: string): void => {
    const list = history.attributes.get(name) ?? []
    const at = list.findIndex(
      ({ datasetId, observedAt }) =>
        observedAt !== undefined && observedAt === instance.observedAt && datasetId === instance.datasetId,
    )
    history.modifiedAt = now
    const known = list[at]
    if (known === undefined) push(history, name, { ...instance, instanceId: newInstanceId() })
    else list[at] = { ...instance, instanceId: known.instanceId, createdAt: known.createdAt }
  }

  const scopeOf = ({ before, after, at }: EntityChange): readonly HistoryInstance[] => {
    const [old, current] = [scopeList(before?.scope), scopeList(after?.scope)]
    return sameJson(old, current) ? [] : [scopeInstance(current, at, current.length === 0)]
  }

  const instanceOf = (one: AttributeChange, at: string): HistoryInstance =>
    one.after === undefined
      ? deletedInstance(one.before as Instance, at)
      : { ...one.after, instanceId: newInstanceId() }

  const record: History['record'] = (change) => {
    if (maxInstances === 0) return []
    const { before, after, at } = change
    const history = open(change.id, [], at)
    if (before === undefined && history.deletedAt !== undefined) {
      history.deletedAt = undefined
      history.createdAt = at
    }
    history.types = typesOf(after ?? before ?? {})
    history.modifiedAt = at
    const added = [
      ...change.attributes
        .filter((one) => !isSameValue(one))
        .map((one) => [one.name, instanceOf(one, at)] as const),
      ...scopeOf(change).map((instance) => ['scope', instance] as const),
    ]
    for (const [name, instance] of added) push(history, name, instance)
    if (after === undefined) history.deletedAt = at
    return added
  }

  return {
    get: (id) => histories.get(id),
    all: () => histories.values(),
    isKept: maxInstances > 0,
    record,
    open,
    add,
    remove: (id) => histories.delete(id),
    restore: (history) => void histories.set(history.id, history),
    restoreInstance: (id, name, instance) => {
      const history = histories.get(id)
      if (history !== undefined) push(history, name, instance)
    },
    takeDropped: () => {
      const taken = dropped
      dropped = []
      return taken
    },
  }
}
