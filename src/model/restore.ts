import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import type { AttributeDescriptor, Model } from './descriptor.js'

/** The members that carry a list where a model describes one. */
const members: Readonly<Record<string, string>> = { Property: 'value', Relationship: 'object' }

const listOf = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value])

const restoredInstance = (instance: JsonObject, descriptor: AttributeDescriptor): JsonObject => {
  const member = members[String(instance['type'] ?? descriptor.kind)]
  if (member === undefined || !Object.hasOwn(instance, member)) return instance
  return { ...instance, [member]: listOf(instance[member]) }
}

const isInstance = (value: unknown): value is JsonObject =>
  isObject(value) && typeof value['type'] === 'string' && Object.hasOwn(members, value['type'])

const restored = (value: unknown, descriptor: AttributeDescriptor): unknown => {
  if (isInstance(value)) return restoredInstance(value, descriptor)
  if (Array.isArray(value))
    return value.some(isInstance)
      ? value.map((item: unknown) => (isInstance(item) ? restoredInstance(item, descriptor) : item))
      : value
  // A simplified LanguageProperty or dataset map says itself what it is.
  return isObject(value) && ('dataset' in value || 'languageMap' in value) ? value : listOf(value)
}

/** Makes `restoreLists` for one model: reading a page, only attributes that are lists are looked at. */
export const listRestorer = (
  model: Pick<Model, 'attributes'>,
): (<Entity extends JsonObject>(entity: Entity) => Entity) => {
  const lists = Object.entries(model.attributes).filter(([, { many }]) => many === true)
  return (entity) => {
    let result: Record<string, unknown> | undefined
    for (const [name, descriptor] of lists) {
      if (!Object.hasOwn(entity, name)) continue
      const value = entity[name]
      const list = restored(value, descriptor)
      if (list === value) continue
      result ??= { ...entity }
      setOwn(result, name, list)
    }
    return (result ?? entity) as typeof entity
  }
}

/**
 * Gives lists back to attributes that the model describes as lists, where a broker reduced a list of one to its only
 * item, as JSON-LD compaction does. Takes simplified and normalized entities.
 */
export const restoreLists = <Entity extends JsonObject>(
  model: Pick<Model, 'attributes'>,
  entity: Entity,
): Entity => listRestorer(model)(entity)
