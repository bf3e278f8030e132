import type { Issue } from '../errors.js'
import { entityMembers, valueMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import {
  addIssue,
  type Found,
  geometryIssue,
  geometryTypeIssue,
  granted,
  type InstanceReading,
  isWrittenAsAttribute,
  readInstances,
} from './attribute-reading.js'
import type { AttributeDescriptor, AttributeDescriptors, ValidateOptions, ValuesCheck } from './descriptor.js'
import { explainValues } from './value-check.js'

/** What the check of an entity needs to know of its model. */
export interface KnownModel {
  readonly type: string
  readonly anyType: boolean
  readonly required: readonly string[]
  readonly attributes: AttributeDescriptors
  readonly descriptors: ReadonlyMap<string, AttributeDescriptor>
  readonly check: ValuesCheck
}

/** Values of an entity whose attributes are not all bare. */
interface Values {
  /** A copy of the entity, which keeps its order and its fast shape; what was written as an attribute is its value. */
  readonly values: Record<string, unknown>
  /** Value member, where the slow way read it; where it is not listed, the kind of the descriptor tells. */
  readonly members: Map<string, string>
  readonly written: Map<string, unknown>
  /** Second and further instances, checked after the first ones. */
  readonly further: (readonly [name: string, reading: InstanceReading])[]
}

const checkId = (id: unknown, type: string, found: Found): void => {
  if (isUri(id)) return
  if (id === undefined) {
    addIssue(found, { path: 'id', rule: 'model.required', message: 'is missing' })
    return
  }
  const message = `${JSON.stringify(id)?.slice(0, 80)} is no URI`
  const may = typeof id === 'string' && id !== '' && granted('id-no-uri', found, 'id', message)
  if (!may) addIssue(found, { path: 'id', rule: 'ngsi.id', message, hint: `write urn:ngsi-ld:${type}:…` })
}

const checkType = (types: unknown, { type, anyType }: KnownModel, found: Found): void => {
  if (types === type || (Array.isArray(types) && types.includes(type))) return
  if (types === undefined) {
    addIssue(found, { path: 'type', rule: 'model.required', message: 'is missing', hint: `write "${type}"` })
    return
  }
  const message = `is ${JSON.stringify(types)?.slice(0, 80)} and must be "${type}"`
  const may = anyType && typeof types === 'string' && granted('other-entity-type', found, 'type', message)
  if (!may) addIssue(found, { path: 'type', rule: 'model.entity-type', message })
}

const unknownAttribute = (name: string, known: KnownModel): Issue => {
  const near = nearestName(name, known.descriptors.keys())
  return {
    path: name,
    rule: 'model.unknown-attribute',
    message: `${known.type} has no attribute "${name.slice(0, 100)}"`,
    hint: near === undefined ? 'add it to the model with extend()' : `did you mean "${near}"?`,
  }
}

const pathOf = (name: string, member: string | undefined): string =>
  member === undefined ? name : `${name}.${member}`

const checkGeometry = (
  name: string,
  value: unknown,
  descriptor: AttributeDescriptor,
  member: string | undefined,
  found: Found,
): void => {
  const path = pathOf(name, member)
  // A list of geometries is no GeoProperty of the standard, but some models describe one.
  const issue =
    descriptor.many === true && Array.isArray(value)
      ? value
          .map((item) => geometryIssue(item, path, descriptor, found))
          .find((problem) => problem !== undefined)
      : geometryIssue(value, path, descriptor, found)
  if (issue !== undefined) addIssue(found, { ...issue, path })
}

const readSlowly = (
  name: string,
  value: object,
  descriptor: AttributeDescriptor,
  into: Values,
  found: Found,
): void => {
  const [first, ...further] = readInstances(value, name, descriptor, found)
  if (first === undefined) {
    // What is wrong was told already.
    delete into.values[name]
    return
  }
  setOwn(into.values, name, first.value)
  if (descriptor.kind === 'GeoProperty') {
    for (const reading of [first, ...further]) {
      const issue = geometryTypeIssue(reading.value, descriptor)
      if (issue !== undefined) addIssue(found, { ...issue, path: pathOf(name, reading.member) })
    }
    return
  }
  if (first.member !== undefined) into.members.set(name, first.member)
  if (first.implied) into.written.set(name, value)
  for (const reading of further) into.further.push([name, reading])
}

/** Tells whether an object has its kind and its value and nothing else: then nothing but the value can be wrong. */
const isPlainInstance = (instance: JsonObject, member: string): boolean => {
  let others = false
  for (const name in instance) if (name !== 'type' && name !== member) others = true
  return !others
}

/** Tells whether a value of a kind may be taken as it is: no typed value, no relationship to something that is no URI. */
const isPlainValue = (kind: AttributeDescriptor['kind'], value: unknown): boolean => {
  if (kind === 'Relationship') return isUri(value)
  return (
    value !== undefined &&
    value !== null &&
    (typeof value !== 'object' || Array.isArray(value) || !('@value' in value))
  )
}

/** Reads the commonest shape, `{ type, value }` of the described kind, without the detours of the others. */
const readPlainly = (
  name: string,
  instance: JsonObject,
  descriptor: AttributeDescriptor,
  into: Values,
  found: Found,
): boolean => {
  const { kind } = descriptor
  if (kind !== 'Property' && kind !== 'Relationship' && kind !== 'GeoProperty') return false
  const member = kind === 'Relationship' ? 'object' : 'value'
  const own = instance[member]
  if (!isPlainValue(kind, own) || !isPlainInstance(instance, member)) return false
  if (kind === 'GeoProperty') checkGeometry(name, own, descriptor, member, found)
  setOwn(into.values, name, own)
  return true
}

const outsideModel = (name: string, known: KnownModel, found: Found): void => {
  // Finding the nearest name is dear; an entity with a million unknown names is told of the first ones.
  if (!entityMembers.has(name) && found.issues.length < found.limit)
    addIssue(found, unknownAttribute(name, known))
}

/** Reads an attribute that is written as one; undefined where the value is bare. */
const readWritten = (
  name: string,
  value: JsonObject,
  descriptor: AttributeDescriptor,
  into: Values | undefined,
  entity: JsonObject,
  found: Found,
): Values | undefined => {
  const plain = value['type'] === descriptor.kind
  if (!plain && !isWrittenAsAttribute(value)) return undefined
  const values = into ?? { values: { ...entity }, members: new Map(), written: new Map(), further: [] }
  if (!plain || !readPlainly(name, value, descriptor, values, found))
    readSlowly(name, value, descriptor, values, found)
  return values
}

/** Looks at every member once: unknown names, geometries, kinds; gives the values where some are not bare. */
const readMembers = (entity: JsonObject, known: KnownModel, found: Found): Values | undefined => {
  let into: Values | undefined
  for (const name in entity) {
    const descriptor = known.descriptors.get(name)
    if (descriptor === undefined) {
      outsideModel(name, known, found)
      continue
    }
    const value = entity[name]
    const written =
      typeof value === 'object' && value !== null
        ? readWritten(name, value as JsonObject, descriptor, into, entity, found)
        : undefined
    if (written !== undefined) into = written
    else if (descriptor.kind === 'GeoProperty') checkGeometry(name, value, descriptor, undefined, found)
  }
  return into
}

const checkFurther = (
  reading: Values,
  known: KnownModel,
  options: ValidateOptions | undefined,
  found: Found,
): void => {
  for (const [name, { value, member }] of reading.further) {
    const values = { [name]: value }
    if (known.check(values, '')) continue
    const members = new Map(member === undefined ? [] : [[name, member]])
    const failed = { values, members, written: new Map(), attributes: known.attributes }
    for (const issue of explainValues(failed, known.check, found.limit, options)) addIssue(found, issue)
  }
}

/** The member that carried each value, also of those that were read plainly. */
const membersOf = (entity: JsonObject, reading: Values, known: KnownModel): ReadonlyMap<string, string> => {
  const members = new Map(reading.members)
  for (const name of Object.keys(reading.values)) {
    const descriptor = known.descriptors.get(name)
    if (descriptor !== undefined && entity[name] !== reading.values[name] && !members.has(name))
      members.set(name, valueMembers[descriptor.kind])
  }
  return members
}

const noMembers: ReadonlyMap<string, string> = new Map()

const explain = (
  entity: JsonObject,
  reading: Values | undefined,
  known: KnownModel,
  limit: number,
  options: ValidateOptions | undefined,
): readonly Issue[] =>
  explainValues(
    {
      values: reading?.values ?? entity,
      attributes: known.attributes,
      members: reading === undefined ? noMembers : membersOf(entity, reading, known),
      written: reading?.written ?? noMembers,
    },
    known.check,
    limit,
    options,
  )

/** Checks an entity, simplified, concise or normalized: head, structure by kind, names, values. */
export const checkEntity = (
  entity: unknown,
  known: KnownModel,
  options: ValidateOptions | undefined,
): readonly Issue[] => {
  if (!isObject(entity))
    return [
      { path: '', rule: 'ngsi.entity', message: 'an entity is a JSON object with id, type and attributes' },
    ]
  const found: Found = { issues: [], limit: options?.maxIssues ?? 100, options }
  checkId(entity['id'], known.type, found)
  checkType(entity['type'], known, found)
  for (const name of known.required)
    if (entity[name] === undefined)
      addIssue(found, { path: name, rule: 'model.required', message: 'is missing' })
  const reading = readMembers(entity, known, found)
  if (!known.check(reading?.values ?? entity, ''))
    for (const issue of explain(entity, reading, known, found.limit, options)) addIssue(found, issue)
  if (reading !== undefined && reading.further.length > 0) checkFurther(reading, known, options, found)
  return found.issues
}
