import { valueMembers } from '../ngsi/attribute.js'
import type { ActiveContext } from '../ngsi/context.js'
import type { JsonObject } from '../ngsi/entity.js'
import { nullValueOf } from '../ngsi/null-marker.js'
import { ngsiNull } from '../ngsi/uri.js'
import type { AttributeChange, EntityChange } from './entity-change.js'
import type { View } from './entity-view.js'
import type { NotificationPlan } from './notification-plan.js'
import { attributeValue, type Instance, instancesOf, type StoredEntity } from './stored-entity.js'

const previousMember: Readonly<Record<Instance['type'], string>> = {
  Property: 'previousValue',
  GeoProperty: 'previousValue',
  Relationship: 'previousObject',
  LanguageProperty: 'previousLanguageMap',
  VocabProperty: 'previousVocab',
  JsonProperty: 'previousJson',
  ListProperty: 'previousValueList',
  ListRelationship: 'previousObjectList',
}

const previous = (before: Instance, plan: NotificationPlan): JsonObject =>
  plan.showChanges ? { [previousMember[before.type]]: attributeValue(before) } : {}

/** A deleted instance as notifications show it: the deletion marker of its type (CIM 009 5.8.6). */
const deletedInstance = (before: Instance, plan: NotificationPlan, at: string): Instance => {
  // Simplified has no place for the type, so every kind is deleted by the bare marker.
  if (plan.format === 'simplified')
    return { type: 'Property', value: ngsiNull, datasetId: before.datasetId } as unknown as Instance
  return {
    type: before.type,
    [valueMembers[before.type]]: nullValueOf(before.type),
    ...previous(before, plan),
    ...(before.datasetId === undefined ? {} : { datasetId: before.datasetId }),
    ...(plan.sysAttrs ? { createdAt: before.createdAt, modifiedAt: before.modifiedAt, deletedAt: at } : {}),
  } as unknown as Instance
}

const withPrevious = (
  instances: readonly Instance[],
  changes: readonly AttributeChange[],
  plan: NotificationPlan,
): readonly Instance[] =>
  instances.map((instance) => {
    const change = changes.find(({ after }) => after === instance)
    return change?.before === undefined
      ? instance
      : ({ ...instance, ...previous(change.before, plan) } as Instance)
  })

const withoutDataset = ({ datasetId: _datasetId, ...instance }: Instance): Instance =>
  instance as unknown as Instance

const withChanges = (change: EntityChange, plan: NotificationPlan, showDeleted: boolean): StoredEntity => {
  const result: Record<string, unknown> = { ...change.after }
  for (const name of new Set(change.attributes.map((one) => one.name))) {
    const changes = change.attributes.filter((one) => one.name === name)
    const kept = withPrevious(instancesOf(result[name]), changes, plan)
    const deleted = showDeleted
      ? changes
          .filter(({ after }) => after === undefined)
          .map(({ before }) => deletedInstance(before as Instance, plan, change.at))
      : []
    // All instances gone: one marker without datasetId says so (public suite 046_22_08).
    const all =
      kept.length === 0 && deleted.length > 1
        ? [withoutDataset(deleted[0] as Instance)]
        : [...kept, ...deleted]
    if (all.length > 0) result[name] = all.length === 1 ? all[0] : all
  }
  return result as unknown as StoredEntity
}

const deletedEntity = (
  change: EntityChange,
  before: StoredEntity,
  plan: NotificationPlan,
  showAttributes: boolean,
): StoredEntity => {
  const head = {
    id: before.id,
    type: before.type,
    createdAt: before.createdAt,
    modifiedAt: before.modifiedAt,
    deletedAt: change.at,
  }
  if (!showAttributes) return head
  return withChanges({ ...change, after: head }, plan, true)
}

/** The entity as a notification of a change shows it, deletions and previous values included (CIM 009 5.8.6). */
export const notifiedEntity = (
  change: EntityChange,
  plan: NotificationPlan,
  triggers: ReadonlySet<string>,
): StoredEntity => {
  const showDeleted = triggers.has('attributeDeleted') || triggers.has('entityUpdated') || plan.showChanges
  if (change.after === undefined)
    return deletedEntity(
      change,
      change.before as StoredEntity,
      plan,
      plan.showChanges || triggers.has('attributeDeleted'),
    )
  return showDeleted ? withChanges(change, plan, showDeleted) : change.after
}

/** How a notification shows entities. */
export const notificationView = (plan: NotificationPlan, context: ActiveContext): View => ({
  context,
  format: plan.format,
  sysAttrs: plan.sysAttrs,
  projection: plan.projection,
  languages: plan.languages,
  datasetIds: plan.datasetIds,
})
