import { isValidationError, ValidationError } from '../errors.js'
import type { AttributeDescriptor, Model } from '../model/descriptor.js'
import { type AttributeKind, entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'
import { looksLikeAttribute, normalizeAttribute } from '../ngsi/representation.js'
import type { Fault } from './finding.js'
import type { Representation } from './representation.js'

const descriptorOf = (name: string, model: Model | undefined): AttributeDescriptor | undefined =>
  model !== undefined && Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined

/** Simplified values are values, whatever members they have: an address may have a "type" of its own. */
const fromBare = (value: unknown, kind: AttributeKind | undefined): unknown => {
  if (kind === 'Relationship') return { type: kind, object: value }
  if (kind === 'ListProperty') return { type: kind, valueList: value }
  const geo = kind === 'GeoProperty' || (kind === undefined && looksLikeGeometry(value))
  return { type: geo ? 'GeoProperty' : 'Property', value }
}

const fromSimplified = (entity: JsonObject, model: Model | undefined): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const name in entity) {
    const value = entity[name]
    setOwn(result, name, entityMembers.has(name) ? value : fromBare(value, descriptorOf(name, model)?.kind))
  }
  return result
}

/** Kinds whose bare value does not tell them: a pointer is a text, a broken geometry an object or a text. */
const ofModel: ReadonlySet<unknown> = new Set(['Relationship', 'GeoProperty'])

/** An object that the model describes may have a member called "value": `{ "value": 0.5, "unitText": "mg/l" }`. */
const isOwnObject = (value: unknown, descriptor: AttributeDescriptor | undefined): boolean =>
  descriptor?.kind === 'Property' &&
  descriptor.type === 'object' &&
  isObject(value) &&
  value['type'] === undefined &&
  Object.hasOwn(value, 'value') &&
  !isObject(value['value'])

/** A bare value of such a kind, written with it. */
const withKind = (name: string, value: unknown, model: Model | undefined): unknown => {
  const descriptor = descriptorOf(name, model)
  const kind = descriptor?.kind
  if (isOwnObject(value, descriptor)) return { type: kind, value }
  if (!ofModel.has(kind) || value === null || looksLikeAttribute(value)) return value
  if (Array.isArray(value) && value.some(looksLikeAttribute)) return value
  return fromBare(value, kind)
}

const nothingSaid = (value: unknown): boolean =>
  isObject(value) && value['type'] === undefined && !looksLikeAttribute(value)

const asNormalizedAttribute = (
  value: unknown,
  name: string,
  model: Model | undefined,
  representation: Representation,
): unknown => {
  if (representation === 'normalized' && nothingSaid(value))
    throw new ValidationError(name, [{ path: name, message: 'has neither "type" nor a value' }])
  return normalizeAttribute(withKind(name, value, model), name)
}

/**
 * Reads an entity of any NGSI-LD representation as normalized, kinds of bare values from the model. An attribute that cannot be
 * read stays as it is, and the faults say why.
 */
export const asNormalized = (
  entity: JsonObject,
  model: Model | undefined,
  representation: Representation,
): { readonly entity: JsonObject; readonly faults: readonly Fault[] } => {
  if (representation === 'simplified') return { entity: fromSimplified(entity, model), faults: [] }
  const result: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const name of Object.keys(entity)) {
    const value = entity[name]
    try {
      const read = entityMembers.has(name) ? value : asNormalizedAttribute(value, name, model, representation)
      setOwn(result, name, read)
    } catch (error) {
      if (!isValidationError(error)) throw error
      setOwn(result, name, value)
      for (const { path, message } of error.issues) faults.push({ rule: 'ngsi.attribute', path, message })
    }
  }
  return { entity: result, faults }
}
