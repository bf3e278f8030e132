import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { setOwn } from '../ngsi/own-member.js'
import type { Fault } from './finding.js'

const jsonKind = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `a ${typeof value}`

/** What each NGSIv2 type name promises of its value (FIWARE NGSI v2, special attribute types, and the usual names). */
const promises: Readonly<Record<string, (value: unknown) => boolean>> = {
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Array: (value) => Array.isArray(value),
  List: (value) => Array.isArray(value),
  DateTime: (value) => typeof value === 'string' && Number.isFinite(Date.parse(value)),
  'geo:json': looksLikeGeometry,
}

const typeFault = (name: string, attribute: JsonObject): Fault | undefined => {
  const type = String(attribute['type'])
  const keeps = Object.hasOwn(promises, type) ? promises[type] : undefined
  const value = attribute['value']
  // null is NGSIv2's way to say that there is no value.
  if (keeps === undefined || value === null || keeps(value)) return undefined
  return {
    rule: 'source.ngsiv2-type',
    path: name,
    message: `says ${type} and holds ${jsonKind(value)}, ${(JSON.stringify(value) ?? 'nothing').slice(0, 60)}`,
    hint: `send ${type === 'Number' ? 'a number, or leave the attribute out' : 'a value of its type'}`,
  }
}

const observedAt = (attribute: JsonObject): string | undefined => {
  const { metadata } = attribute
  const stamp = isObject(metadata) ? (metadata['TimeInstant'] ?? metadata['timestamp']) : undefined
  const value = isObject(stamp) ? stamp['value'] : undefined
  return typeof value === 'string' && /Z$/.test(value) ? value : undefined
}

const asNgsiLd = (name: string, attribute: JsonObject, model: Model | undefined): unknown => {
  const kind =
    model !== undefined && Object.hasOwn(model.attributes, name) ? model.attributes[name]?.kind : undefined
  const value = attribute['value']
  const instant = observedAt(attribute)
  const metadata = instant === undefined ? {} : { observedAt: instant }
  if (kind === 'Relationship') return { type: 'Relationship', object: value, ...metadata }
  if (kind === 'GeoProperty' || attribute['type'] === 'geo:json' || looksLikeGeometry(value))
    return { type: 'GeoProperty', value, ...metadata }
  return { type: 'Property', value, ...metadata }
}

/**
 * Reads an NGSIv2 entity as normalized NGSI-LD, kinds taken from the model where it knows the attribute.
 * Attributes whose value is null are left out; values that break their own declared type are faults.
 */
export const fromNgsiv2 = (
  entity: JsonObject,
  model: Model | undefined,
): { readonly entity: JsonObject; readonly faults: readonly Fault[] } => {
  const result: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [name, attribute] of Object.entries(entity)) {
    if (name === 'id' || name === 'type' || !isObject(attribute)) {
      setOwn(result, name, attribute)
      continue
    }
    const fault = typeFault(name, attribute)
    if (fault !== undefined) faults.push(fault)
    if (attribute['value'] !== null) setOwn(result, name, asNgsiLd(name, attribute, model))
  }
  return { entity: result, faults }
}
