import {
  type AttributeKind,
  attributeMembers,
  isAttributeKind,
  systemTimes,
  valueMembers,
} from '../ngsi/attribute.js'
import { isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { kindByMember, looksLikeAttribute } from '../ngsi/representation.js'
import { ngsiNull } from '../ngsi/uri.js'
import { badData, shown } from './problem-error.js'
import { expandName, type Reading, readUri } from './reading.js'
import type { Instance, Instances } from './stored-entity.js'
import { geometryOf, readValue } from './value-reader.js'

type Mutable = Record<string, unknown>

const withUnit: ReadonlySet<AttributeKind> = new Set(['Property', 'GeoProperty', 'ListProperty'])
const links: ReadonlySet<AttributeKind> = new Set(['Relationship', 'ListRelationship'])
/** Written by the broker; a client may send them back as it read them (CIM 009 5.2.5). */
const ignored: ReadonlySet<string> = new Set([...systemTimes, 'instanceId', 'lang'])

/** Reads a DateTime member in the form that answers carry (a point before the fraction). */
export const readDateTime = (value: unknown, path: string, reading: Reading): string => {
  if (value === ngsiNull && reading.nulls !== 'refused') return ngsiNull
  if (!isDateTime(value))
    return badData(`${path}: "${shown(value)}" is no DateTime; write 2026-11-23T10:00:00Z (UTC, with Z)`)
  return value.includes(',') ? value.replace(',', '.') : value
}

const inferKind = (raw: JsonObject, path: string): AttributeKind => {
  const present = kindByMember.filter(([member]) => Object.hasOwn(raw, member))
  if (present.length > 1)
    badData(`${path}: an attribute has one value member, not ${present.map(([m]) => m).join(' and ')}`)
  const kind = present[0]?.[1] ?? 'Property'
  return kind === 'Property' && looksLikeGeometry(raw['value']) ? 'GeoProperty' : kind
}

const declaredKind = (raw: JsonObject, path: string): AttributeKind | undefined => {
  const declared = raw['type'] ?? raw['@type']
  if (declared === undefined) return undefined
  if (isAttributeKind(declared)) return declared
  return badData(
    `${path}.type: "${shown(declared)}" is no attribute type; use ${Object.keys(valueMembers).join(', ')}`,
  )
}

const expandTerms = (value: unknown, path: string, reading: Reading): unknown => {
  if (typeof value === 'string')
    return value === ngsiNull ? value : expandName(reading.context, value, 'type name')
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'))
    return value.map((item) => expandName(reading.context, item, 'type name'))
  return badData(`${path}: must be a name or a list of names`)
}

const refuseNull = (value: unknown, path: string, reading: Reading): void => {
  if (value === null) badData(`${path}: null is no value; "${ngsiNull}" deletes in an update`)
  if (value === ngsiNull && reading.nulls === 'refused')
    badData(`${path}: "${ngsiNull}" deletes; here there is nothing to delete`)
}

type MemberReader = (value: unknown, kind: AttributeKind, path: string, reading: Reading) => unknown

const readText: MemberReader = (value, _kind, path) =>
  typeof value === 'string' ? value : badData(`${path}: must be a text`)

const memberReaders: Readonly<Record<string, MemberReader>> = {
  datasetId: (value, _kind, path) => {
    if (value === ngsiNull) return badData(`${path}: a datasetId cannot be deleted`)
    return value === '@none' ? undefined : readUri(value, path)
  },
  observedAt: (value, _kind, path, reading) => readDateTime(value, path, reading),
  expiresAt: (value, _kind, path, reading) => readDateTime(value, path, reading),
  unitCode: (value, kind, path, reading) =>
    withUnit.has(kind) ? readText(value, kind, path, reading) : badData(`${path}: a ${kind} has no unitCode`),
  valueType: (value, kind, path, reading) => {
    if (links.has(kind)) return badData(`${path}: a ${kind} has no valueType`)
    if (kind === 'LanguageProperty' && value !== 'langString')
      return badData(`${path}: the valueType of a LanguageProperty is langString`)
    return expandTerms(value, path, reading)
  },
  objectType: (value, kind, path, reading) =>
    links.has(kind) ? expandTerms(value, path, reading) : badData(`${path}: a ${kind} has no objectType`),
}

const readMember = (
  result: Mutable,
  name: string,
  value: unknown,
  kind: AttributeKind,
  path: string,
  reading: Reading,
): void => {
  if (
    ignored.has(name) ||
    (name === 'entity' && kind === 'Relationship') ||
    (name === 'entityList' && kind === 'ListRelationship')
  )
    return
  refuseNull(value, path, reading)
  const reader = Object.hasOwn(memberReaders, name) ? memberReaders[name] : undefined
  if (reader !== undefined) {
    const read = reader(value, kind, path, reading)
    if (read !== undefined) result[name] = read
    return
  }
  if (name === 'entityIdSealed' || name === 'entityTypeSealed') {
    if (!path.includes('.ngsildproof.')) badData(`${path}: only ngsildproof carries ${name}`)
    result[name] = readText(value, kind, path, reading)
    return
  }
  if (name === 'ngsildproof') result[name] = readAttribute(value, path, reading)
  else if (attributeMembers.has(name)) badData(`${path}: a ${kind} must not have "${name}"`)
  else result[expandName(reading.context, name, 'sub-attribute name')] = readAttribute(value, path, reading)
}

const readMembers = (
  result: Mutable,
  raw: JsonObject,
  kind: AttributeKind,
  path: string,
  reading: Reading,
): void => {
  const member = valueMembers[kind]
  for (const name of Object.keys(raw))
    if (name !== member && name !== 'type' && name !== '@type')
      readMember(result, name, raw[name], kind, `${path}.${name}`, reading)
}

/** Reads a part of an attribute whose kind is known: only the members that it has (CIM 009 5.6.4). */
export const readAttributePart = (
  raw: JsonObject,
  kind: AttributeKind,
  path: string,
  reading: Reading,
): JsonObject => {
  if (kind === 'GeoProperty' && looksLikeGeometry(raw)) return { value: geometryOf(raw, path) }
  const declared = declaredKind(raw, path)
  if (declared !== undefined && declared !== kind)
    return badData(`${path}.type: the attribute is a ${kind}; a partial update cannot make it a ${declared}`)
  const member = valueMembers[kind]
  const result: Mutable = {}
  if (Object.hasOwn(raw, member)) result[member] = readValue(kind, raw[member], `${path}.${member}`, reading)
  readMembers(result, raw, kind, path, reading)
  return result
}

/** Reads one instance of known kind; it gets createdAt and modifiedAt, as do its sub-attributes (CIM 009 4.8). */
const readInstance = (raw: JsonObject, kind: AttributeKind, path: string, reading: Reading): Instance => {
  const member = valueMembers[kind]
  const value = readValue(kind, raw[member], `${path}.${member}`, reading)
  const result: Mutable = kind === 'Property' ? { type: kind, value } : { type: kind, [member]: value }
  readMembers(result, raw, kind, path, reading)
  result['createdAt'] = reading.now
  result['modifiedAt'] = reading.now
  return result as unknown as Instance
}

const bareValue = (value: unknown, kind: AttributeKind, path: string, reading: Reading): Instance =>
  ({
    type: kind,
    value: readValue(kind, value, path, reading),
    createdAt: reading.now,
    modifiedAt: reading.now,
  }) as unknown as Instance

const readOne = (raw: unknown, path: string, reading: Reading): Instance => {
  if (!isObject(raw)) return bareValue(raw, 'Property', path, reading)
  if (looksLikeGeometry(raw)) return bareValue(raw, 'GeoProperty', path, reading)
  if (Object.hasOwn(raw, '@context'))
    return badData(`${path}: an @context inside an attribute is not allowed`)
  const kind = declaredKind(raw, path)
  if (kind !== undefined) return readInstance(raw, kind, path, reading)
  return looksLikeAttribute(raw)
    ? readInstance(raw, inferKind(raw, path), path, reading)
    : bareValue(raw, 'Property', path, reading)
}

const checkDatasets = (instances: readonly Instance[], path: string): void => {
  const seen = new Set<string | undefined>()
  for (const { datasetId } of instances) {
    if (seen.has(datasetId))
      badData(
        `${path}: two instances ${datasetId === undefined ? 'without datasetId' : `with datasetId ${datasetId}`}`,
      )
    seen.add(datasetId)
  }
}

/** Several instances as one value: one instance bare, several as array; refuses a datasetId that occurs twice (4.5.5). */
export const joinInstances = (instances: readonly Instance[], path: string): Instances => {
  if (instances.length > 1) checkDatasets(instances, path)
  return instances.length === 1 ? (instances[0] as Instance) : instances
}

/**
 * Reads an attribute, normalized or concise, one instance or several, with names expanded (CIM 009 4.5.0 to 4.5.24).
 * Refuses with 400 BadRequestData whatever breaks a rule of its kind.
 */
export const readAttribute = (raw: unknown, path: string, reading: Reading): Instances => {
  if (raw === null) return badData(`${path}: null is no value; "${ngsiNull}" deletes in an update`)
  if (!Array.isArray(raw)) return readOne(raw, path, reading)
  if (raw.length === 0 || !raw.every(looksLikeAttribute)) return bareValue(raw, 'Property', path, reading)
  return joinInstances(
    raw.map((item, index) => readOne(item, `${path}[${index}]`, reading)),
    path,
  )
}
