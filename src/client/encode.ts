import type { Issue } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { type AttributeKind, isAttributeKind, systemTimes } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'
import { looksLikeAttribute } from '../ngsi/representation.js'
import { isUri } from '../ngsi/uri.js'

/** An entity ready to be sent, or what keeps it from being sent. */
export type Encoded =
  | { readonly id: string; readonly entity: JsonObject }
  | { readonly id: string; readonly issues: readonly Issue[] }

const isInstances = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(looksLikeAttribute)

/** `{ dataset: { "@none": v, "urn:…": w } }`, the simplified form of several instances (CIM 009 4.5.5). */
const isDataset = (value: unknown): value is { readonly dataset: JsonObject } =>
  isObject(value) && isObject(value['dataset']) && Object.keys(value).length === 1

const bareValue: Readonly<Record<AttributeKind, (value: unknown) => unknown>> = {
  // An object or list that would read as something else keeps its wrapping.
  Property: (value) =>
    isObject(value) && (value['type'] !== undefined || looksLikeAttribute(value))
      ? { type: 'Property', value }
      : value,
  GeoProperty: (value) => (looksLikeGeometry(value) ? value : { type: 'GeoProperty', value }),
  Relationship: (value) => ({ type: 'Relationship', object: value }),
  LanguageProperty: (value) => ({
    type: 'LanguageProperty',
    languageMap: typeof value === 'string' ? { '@none': value } : value,
  }),
  VocabProperty: (value) => ({ type: 'VocabProperty', vocab: value }),
  ListProperty: (value) => ({ type: 'ListProperty', valueList: value }),
  ListRelationship: (value) => ({
    type: 'ListRelationship',
    objectList: Array.isArray(value)
      ? value.map((item) => (isObject(item) ? item : { object: item }))
      : value,
  }),
  JsonProperty: (value) => ({ type: 'JsonProperty', json: value }),
}

const withDatasetId = (attribute: unknown, datasetId: string): unknown => {
  const kind = looksLikeGeometry(attribute) ? 'GeoProperty' : 'Property'
  const reified = looksLikeAttribute(attribute) ? attribute : { type: kind, value: attribute }
  return datasetId === '@none' ? reified : { ...reified, datasetId }
}

/** Writes one attribute as brokers read it: reified ones as they are, bare ones by their kind in the model. */
export const encodeAttribute = (value: unknown, kind: AttributeKind | undefined): unknown => {
  if (looksLikeAttribute(value) || isInstances(value)) return value
  if (isDataset(value))
    return Object.entries(value.dataset).map(([datasetId, instance]) =>
      withDatasetId(encodeAttribute(instance, kind), datasetId),
    )
  if (kind === undefined) return looksLikeGeometry(value) ? value : bareValue.Property(value)
  return bareValue[kind](value)
}

const plain: ReadonlySet<string> = new Set(['id', 'type', 'scope', 'expiresAt'])

const none: readonly Issue[] = []

/** What keeps a value from being an entity's id; none where it is one. */
export const idIssues = (id: unknown): readonly Issue[] =>
  isUri(id)
    ? none
    : [
        {
          path: 'id',
          message: `"${String(id).slice(0, 100)}" is no URI`,
          rule: 'ngsi.id',
          hint: 'write urn:ngsi-ld:<Type>:<name>',
        },
      ]

const headIssues = (given: JsonObject, context: string | undefined): readonly Issue[] => {
  if (isUri(given['id']) && given['@context'] === undefined) return none
  const issues: Issue[] = [...idIssues(given['id'])]
  if (given['@context'] !== undefined && given['@context'] !== context)
    issues.push({
      path: '@context',
      message: 'an entity of a batch has no context of its own',
      rule: 'ngsi.context',
      hint: 'give it as the context option',
    })
  return issues
}

/** Reified entities, the usual case of a copy or a register, are not copied. */
const goesAsItIs = (given: JsonObject): boolean => {
  if (given['type'] === undefined || given['@context'] !== undefined) return false
  for (const name in given) {
    const value = given[name]
    if (typeof value === 'object' && value !== null) {
      const { type } = value as JsonObject
      // Most are: one comparison instead of a look into the table.
      if (type === 'Property' || isAttributeKind(type)) continue
    }
    if (value === undefined || !plain.has(name)) return false
  }
  return true
}

/** Writes one entity as it goes to the broker; values are not looked into. Never throws for bad data. */
export const encodeEntity = (model: Model, given: unknown, context: string | undefined): Encoded => {
  if (!isObject(given))
    return { id: '', issues: [{ path: '', message: 'an entity is an object', rule: 'ngsi.entity' }] }
  const id = String(given['id'] ?? '')
  const issues = headIssues(given, context)
  if (issues.length > 0) return { id, issues }
  if (goesAsItIs(given)) return { id, entity: given }
  const entity: Record<string, unknown> = { id, type: given['type'] ?? model.type }
  const { attributes } = model
  for (const name of Object.keys(given)) {
    const value = given[name]
    if (
      value === undefined ||
      systemTimes.has(name) ||
      name === '@context' ||
      name === 'id' ||
      name === 'type'
    )
      continue
    if (plain.has(name)) entity[name] = value
    else
      setOwn(
        entity,
        name,
        encodeAttribute(value, Object.hasOwn(attributes, name) ? attributes[name]?.kind : undefined),
      )
  }
  return { id, entity }
}
