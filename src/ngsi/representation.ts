import { ValidationError } from '../errors.js'
import {
  type Attribute,
  type AttributeKind,
  attributeMembers,
  entityMembers,
  isAttributeKind,
  valueMembers,
} from './attribute.js'
import { isObject, type JsonObject } from './entity.js'
import { looksLikeGeometry } from './geojson.js'
import { setOwn } from './own-member.js'

type Mutable = Record<string, unknown>

/** A value member, and the attribute kind that it alone tells (concise input, CIM 009 4.5.0 and annex C). */
export const kindByMember: readonly (readonly [string, AttributeKind])[] = [
  ['value', 'Property'],
  ['object', 'Relationship'],
  ['languageMap', 'LanguageProperty'],
  ['vocab', 'VocabProperty'],
  ['json', 'JsonProperty'],
  ['valueList', 'ListProperty'],
  ['objectList', 'ListRelationship'],
]

/** Tells whether a value reads as an attribute rather than as a plain JSON value. */
export const looksLikeAttribute = (value: unknown): value is JsonObject =>
  isObject(value) &&
  (isAttributeKind(value['type']) || kindByMember.some(([member]) => Object.hasOwn(value, member)))

const inferredKind = (value: JsonObject, path: string): AttributeKind | undefined => {
  const present = kindByMember.filter(([member]) => Object.hasOwn(value, member))
  if (present.length > 1)
    throw new ValidationError('Not an NGSI-LD attribute', [
      {
        path,
        message: `has ${present.map(([member]) => member).join(' and ')}; an attribute has one value member`,
        rule: 'ngsi.value-member',
      },
    ])
  const kind = present[0]?.[1]
  return kind === 'Property' && looksLikeGeometry(value['value']) ? 'GeoProperty' : kind
}

const normalizeMembers = (kind: AttributeKind, value: JsonObject, path: string): Attribute => {
  const result: Mutable = { type: kind }
  for (const name of Object.keys(value)) {
    if (name === 'type') continue
    const member = value[name]
    setOwn(result, name, attributeMembers.has(name) ? member : normalizeAttribute(member, `${path}.${name}`))
  }
  if (kind === 'ListRelationship' && Array.isArray(result['objectList']))
    result['objectList'] = result['objectList'].map((item) =>
      typeof item === 'string' ? { object: item } : item,
    )
  return result as unknown as Attribute
}

/**
 * Reads one attribute, concise or normalized, as normalized; several instances stay an array.
 * Throws a ValidationError for two value members or an unknown attribute kind (CIM 009 4.5.0; annex C.2).
 */
export const normalizeAttribute = (value: unknown, path = ''): Attribute | readonly Attribute[] => {
  if (Array.isArray(value))
    return value.length > 0 && value.every(looksLikeAttribute)
      ? value.map((item, index) => normalizeAttribute(item, `${path}[${index}]`) as Attribute)
      : { type: 'Property', value }
  if (!isObject(value)) return { type: 'Property', value }
  if (isAttributeKind(value['type'])) return normalizeMembers(value['type'], value, path)
  if (looksLikeGeometry(value)) return { type: 'GeoProperty', value }
  const kind = inferredKind(value, path)
  if (kind !== undefined && value['type'] === undefined) return normalizeMembers(kind, value, path)
  if (value['type'] !== undefined)
    throw new ValidationError('Not an NGSI-LD attribute', [
      {
        path: path === '' ? 'type' : `${path}.type`,
        message: `"${String(value['type'])}" is no attribute kind; use ${Object.keys(valueMembers).join(', ')}`,
        rule: 'ngsi.kind',
      },
    ])
  return { type: 'Property', value }
}

const mapAttributes = (entity: JsonObject, map: (value: unknown, name: string) => unknown): Mutable => {
  const result: Mutable = {}
  for (const name of Object.keys(entity))
    setOwn(result, name, entityMembers.has(name) ? entity[name] : map(entity[name], name))
  return result
}

/** Reads an entity, concise or normalized or mixed, as normalized. */
export const toNormalized = (entity: JsonObject): JsonObject => mapAttributes(entity, normalizeAttribute)

const bareIsSafe = (value: unknown): boolean =>
  Array.isArray(value)
    ? !value.some(looksLikeAttribute)
    : !isObject(value) || (value['type'] === undefined && !looksLikeAttribute(value))

const conciseInstance = (instance: JsonObject): unknown => {
  const kind = instance['type']
  const result: Mutable = {}
  for (const name of Object.keys(instance)) {
    if (name === 'type') continue
    setOwn(result, name, attributeMembers.has(name) ? instance[name] : toConciseAttribute(instance[name]))
  }
  // Without its type, a Property that holds a geometry would be read back as a GeoProperty, and the other way round.
  const misread = kind === (looksLikeGeometry(result['value']) ? 'Property' : 'GeoProperty')
  if (misread) return { type: kind, ...result }
  const bare = Object.keys(result).length === 1 && (kind === 'Property' || kind === 'GeoProperty')
  if (!bare) return result
  if (kind === 'GeoProperty') return result['value']
  return bareIsSafe(result['value']) ? result['value'] : result
}

/** Writes one normalized attribute, or several instances of it, in concise form; nothing is lost. */
export const toConciseAttribute = (value: unknown): unknown => {
  if (!Array.isArray(value)) return isObject(value) ? conciseInstance(value) : value
  return value.map((item) => {
    const concise = isObject(item) ? conciseInstance(item) : item
    // A bare default instance inside an array would turn the whole array into one Property value.
    return looksLikeAttribute(concise) || !isObject(item) ? concise : { value: item['value'] }
  })
}

/** Writes a normalized entity in concise form; reading it back gives the same entity. */
export const toConcise = (entity: JsonObject): JsonObject => mapAttributes(entity, toConciseAttribute)

const simplifiedInstance = (instance: JsonObject): unknown => {
  switch (instance['type']) {
    case 'Relationship':
      return instance['entity'] ?? instance['object']
    case 'ListRelationship': {
      const list = instance['entityList'] ?? instance['objectList']
      return Array.isArray(list)
        ? list.map((item) => (isObject(item) && Object.hasOwn(item, 'object') ? item['object'] : item))
        : list
    }
    case 'ListProperty':
      return instance['valueList']
    case 'LanguageProperty':
      return { languageMap: instance['languageMap'] }
    case 'VocabProperty':
      return { vocab: instance['vocab'] }
    case 'JsonProperty':
      return { json: instance['json'] }
    default:
      return instance['value']
  }
}

/** Writes one normalized attribute as its bare value; several instances become `{ dataset: { … } }` (CIM 009 4.5.5). */
export const toSimplifiedAttribute = (value: unknown): unknown => {
  if (!Array.isArray(value)) return isObject(value) ? simplifiedInstance(value) : value
  const [only] = value
  if (value.length === 1 && isObject(only) && only['datasetId'] === undefined) return simplifiedInstance(only)
  const dataset: Mutable = {}
  for (const item of value)
    if (isObject(item)) setOwn(dataset, String(item['datasetId'] ?? '@none'), simplifiedInstance(item))
  return { dataset }
}

/** Writes a normalized entity in simplified form; kinds and metadata are lost. */
export const toSimplified = (entity: JsonObject): JsonObject => mapAttributes(entity, toSimplifiedAttribute)
