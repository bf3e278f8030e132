import { attributeMembers, entityMembers } from '../ngsi/attribute.js'
import type { ActiveContext } from '../ngsi/context.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { inLanguage, type LanguageRanges } from '../ngsi/language.js'
import { setOwn } from '../ngsi/own-member.js'
import { toConciseAttribute, toSimplifiedAttribute } from '../ngsi/representation.js'
import { isShown, type Projection } from './projection.js'
import { type Instance, instancesOf, type StoredEntity } from './stored-entity.js'

/** The representations of entities (CIM 009 4.5.0 to 4.5.5). */
export type Format = 'normalized' | 'concise' | 'simplified'

/** How entities are shown. */
export interface View {
  readonly context: ActiveContext
  readonly format: Format
  readonly sysAttrs: boolean
  readonly projection: Projection
  readonly languages?: LanguageRanges | undefined
  /** Instances to show; `@none` is the default instance. */
  readonly datasetIds?: ReadonlySet<string> | undefined
}

/** The linked entities of an instance, shown inside it (join=inline); undefined where there is none. */
export type Inline = (name: string, instance: Instance) => JsonObject | readonly JsonObject[] | undefined

const systemMembers: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt', 'expiresAt'])
const vocabularyMembers: ReadonlySet<string> = new Set([
  'vocab',
  'objectType',
  'valueType',
  'previousVocab',
  'entityTypeSealed',
])

const compactTerms = (value: unknown, context: ActiveContext): unknown =>
  typeof value === 'string'
    ? context.compact(value)
    : Array.isArray(value)
      ? value.map((item) => compactTerms(item, context))
      : value

const shownMember = (name: string, value: unknown, view: View): unknown => {
  if (systemMembers.has(name)) return view.sysAttrs ? value : undefined
  if (vocabularyMembers.has(name)) return compactTerms(value, view.context)
  if (name === 'entityIdSealed') return value
  return attributeMembers.has(name) && name !== 'ngsildproof' ? value : shownInstances(value, view)
}

const shownInstance = (instance: JsonObject, view: View): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(instance)) {
    const value = shownMember(name, instance[name], view)
    if (value === undefined) continue
    if (attributeMembers.has(name)) result[name] = value
    else setOwn(result, view.context.compact(name), value)
  }
  return view.languages !== undefined && result['type'] === 'LanguageProperty'
    ? inLanguage(result, view.languages)
    : result
}

const shownInstances = (value: unknown, view: View): unknown =>
  Array.isArray(value)
    ? value.map((item) => (isObject(item) ? shownInstance(item, view) : item))
    : isObject(value)
      ? shownInstance(value, view)
      : value

/** Writes an attribute of compacted names in a representation. */
export const inFormat = (attribute: unknown, format: Format): unknown =>
  format === 'normalized'
    ? attribute
    : format === 'concise'
      ? toConciseAttribute(attribute)
      : toSimplifiedAttribute(attribute)

const chosenInstances = (value: unknown, view: View): readonly Instance[] => {
  const instances = instancesOf(value)
  const { datasetIds } = view
  return datasetIds === undefined
    ? instances
    : instances.filter(({ datasetId }) => datasetIds.has(datasetId ?? '@none'))
}

const withLinked = (shown: JsonObject, linked: JsonObject | readonly JsonObject[] | undefined): JsonObject =>
  linked === undefined
    ? shown
    : { ...shown, [shown['type'] === 'ListRelationship' ? 'entityList' : 'entity']: linked }

const shownAttribute = (name: string, value: unknown, view: View, inline: Inline | undefined): unknown => {
  const instances = chosenInstances(value, view)
  if (instances.length === 0) return undefined
  const shown = instances.map((instance) =>
    withLinked(shownInstance(instance, view), inline?.(name, instance)),
  )
  return inFormat(shown.length === 1 ? shown[0] : shown, view.format)
}

const shownHead = (entity: StoredEntity, view: View): Record<string, unknown> => {
  const result: Record<string, unknown> = {}
  for (const name of ['id', 'type', 'scope', 'createdAt', 'modifiedAt', 'expiresAt', 'deletedAt']) {
    const value = entity[name]
    if (value === undefined || (systemMembers.has(name) && !view.sysAttrs)) continue
    // System attributes were asked for by sysAttrs, so that pick need not name them.
    if (!systemMembers.has(name) && name !== 'deletedAt' && !isShown(view.projection, name)) continue
    result[name] = name === 'type' ? compactTerms(value, view.context) : value
  }
  return result
}

/** Shows an entity as an answer has it: names compacted, projected, in the asked representation (CIM 009 4.5). */
export const showEntity = (entity: StoredEntity, view: View, inline?: Inline): JsonObject => {
  const result = shownHead(entity, view)
  for (const name of Object.keys(entity)) {
    if (entityMembers.has(name) || !isShown(view.projection, name)) continue
    const attribute = shownAttribute(name, entity[name], view, inline)
    if (attribute !== undefined) setOwn(result, view.context.compact(name), attribute)
  }
  return result
}
