import { type AttributeKind, isAttributeKind, valueMembers } from './attribute.js'
import { isDateTime } from './date-time.js'
import { isObject, type JsonObject } from './entity.js'
import { geometryProblem } from './geojson.js'
import { isUri, ngsiNull } from './uri.js'

/** What is wrong with one attribute instance: the member, the rule, a sentence. */
export interface AttributeProblem {
  readonly member: string
  readonly rule: string
  readonly message: string
}

const allValueMembers = [...new Set(Object.values(valueMembers))]

const uriList = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isUri) : isUri(value)

const texts = (value: unknown): boolean =>
  typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))

const languageMap = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(
    ([tag, text]) => /^(@none|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)$/.test(tag) && texts(text),
  )

/** Says in one sentence what a kind's value member must be, when it is not. */
const valueProblem: Readonly<Record<AttributeKind, (value: unknown) => string | undefined>> = {
  Property: (value) =>
    value === null ? 'must not be null; write "urn:ngsi-ld:null" in an update to delete' : undefined,
  GeoProperty: (value) => (value === ngsiNull ? undefined : geometryProblem(value)),
  Relationship: (value) => (uriList(value) ? undefined : 'must be a URI or a list of URIs'),
  LanguageProperty: (value) =>
    languageMap(value) || value === ngsiNull ? undefined : 'must map language tags (or @none) to texts',
  VocabProperty: (value) => (texts(value) ? undefined : 'must be a term or a list of terms'),
  ListProperty: (value) => (Array.isArray(value) ? undefined : 'must be an array'),
  ListRelationship: (value) =>
    Array.isArray(value) && value.every((item) => isUri(isObject(item) ? item['object'] : item))
      ? undefined
      : 'must be an array of { "object": URI }',
  JsonProperty: (value) =>
    (typeof value === 'object' && value !== null) || value === ngsiNull
      ? undefined
      : 'must be a JSON object or array',
}

const withUnit: ReadonlySet<AttributeKind> = new Set(['Property', 'GeoProperty', 'ListProperty'])

const wrongMember = (kind: AttributeKind, instance: JsonObject): AttributeProblem | undefined => {
  const own = valueMembers[kind]
  const foreign = allValueMembers.find((member) => member !== own && Object.hasOwn(instance, member))
  if (foreign !== undefined)
    return {
      member: foreign,
      rule: 'ngsi.value-member',
      message: `a ${kind} carries "${own}", not "${foreign}"`,
    }
  if (!Object.hasOwn(instance, own))
    return { member: own, rule: 'ngsi.value-member', message: `a ${kind} needs "${own}"` }
  const message = valueProblem[kind](instance[own])
  return message === undefined ? undefined : { member: own, rule: 'ngsi.value', message }
}

const wrongMetadata = (kind: AttributeKind, instance: JsonObject): AttributeProblem | undefined => {
  for (const member of ['observedAt', 'expiresAt']) {
    const value = instance[member]
    if (value !== undefined && value !== ngsiNull && !isDateTime(value))
      return {
        member,
        rule: 'ngsi.date-time',
        message: `"${String(value)}" is no DateTime; write 2026-11-23T10:00:00Z (UTC, with Z)`,
      }
  }
  const { datasetId, unitCode } = instance as { datasetId?: unknown; unitCode?: unknown }
  if (datasetId !== undefined && datasetId !== '@none' && !isUri(datasetId))
    return { member: 'datasetId', rule: 'ngsi.dataset-id', message: `"${String(datasetId)}" is no URI` }
  if (unitCode === undefined) return undefined
  if (!withUnit.has(kind))
    return { member: 'unitCode', rule: 'ngsi.unit-code', message: `a ${kind} has no unitCode` }
  return typeof unitCode === 'string'
    ? undefined
    : { member: 'unitCode', rule: 'ngsi.unit-code', message: 'must be a UN/CEFACT code text' }
}

/**
 * Says what is wrong with one normalized attribute instance by its kind (not with its sub-attributes), or undefined:
 * unknown kind, missing or foreign value member, value of the wrong shape, bad metadata (CIM 009 4.5.2 to 4.5.24).
 */
export const attributeProblem = (instance: unknown): AttributeProblem | undefined => {
  if (!isObject(instance))
    return { member: '', rule: 'ngsi.attribute', message: 'a normalized attribute is an object with "type"' }
  const kind = instance['type']
  if (!isAttributeKind(kind))
    return {
      member: 'type',
      rule: 'ngsi.kind',
      message: `"${String(kind)}" is no attribute kind; use ${Object.keys(valueMembers).join(', ')}`,
    }
  return wrongMember(kind, instance) ?? wrongMetadata(kind, instance)
}
