import type { Issue } from '../errors.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { setOwn } from '../ngsi/own-member.js'
import { isUri } from '../ngsi/uri.js'
import {
  type Collect,
  geometryIssue,
  type InstanceReading,
  isWrittenAsAttribute,
  readInstances,
} from './attribute-reading.js'
import type {
  AttributeDescriptor,
  AttributeDescriptors,
  Model,
  ValidateOptions,
  ValuesCheck,
} from './descriptor.js'
import { officialNames } from './official-names.js'
import { explainValues } from './value-check.js'

/** A descriptor as generated code writes it: a Property where no kind is given, the vocabulary's IRI where none is. */
export type AttributeFacts = Omit<AttributeDescriptor, 'kind' | 'iri'> &
  Partial<Pick<AttributeDescriptor, 'kind' | 'iri'>>

/** Attributes as generated code writes them, by name. */
export type Attributes = Readonly<Record<string, AttributeFacts>>

/** What generated code says of a model; `required` of an attribute follows from the list. */
export interface ModelFacts {
  readonly type: string
  /** @default vocabulary and type */
  readonly iri?: string | undefined
  readonly source?: string | undefined
  readonly version?: string | undefined
  /** @default the published context of the source's subject */
  readonly context?: string | undefined
  /** What stands before a name to make its IRI, where a descriptor gives none. @default that of the source's subject */
  readonly vocabulary?: string | undefined
  /** @default none */
  readonly required?: readonly string[] | undefined
  readonly attributes: Attributes
}

interface Known {
  readonly type: string
  readonly required: readonly string[]
  readonly attributes: AttributeDescriptors
  readonly descriptors: ReadonlyMap<string, AttributeDescriptor>
  readonly check: ValuesCheck
}

/** Values of an entity whose attributes are not all bare. */
interface Values {
  readonly values: Record<string, unknown>
  readonly members: Map<string, string>
  readonly written: Map<string, unknown>
  /** Second and further instances, checked after the first ones. */
  readonly further: (readonly [name: string, reading: InstanceReading])[]
}

const checkId = (id: unknown, type: string, options: ValidateOptions | undefined, collect: Collect): void => {
  if (isUri(id)) return
  if (id === undefined) {
    collect({ path: 'id', rule: 'model.required', message: 'is missing' })
    return
  }
  const message = `${JSON.stringify(id)?.slice(0, 80)} is no URI`
  if (typeof id === 'string' && id !== '' && options?.leniences?.includes('id-no-uri') === true)
    options.onLenience?.({ path: 'id', rule: 'lenience.id-no-uri', message })
  else collect({ path: 'id', rule: 'ngsi.id', message, hint: `write urn:ngsi-ld:${type}:…` })
}

const checkType = (types: unknown, type: string, collect: Collect): void => {
  if (Array.isArray(types) ? types.includes(type) : types === type) return
  if (types === undefined)
    collect({ path: 'type', rule: 'model.required', message: 'is missing', hint: `write "${type}"` })
  else
    collect({
      path: 'type',
      rule: 'model.entity-type',
      message: `is ${JSON.stringify(types)?.slice(0, 80)} and must be "${type}"`,
    })
}

const unknownAttribute = (name: string, known: Known): Issue => {
  const near = nearestName(name, known.descriptors.keys())
  return {
    path: name,
    rule: 'model.unknown-attribute',
    message: `${known.type} has no attribute "${name.slice(0, 100)}"`,
    hint: near === undefined ? 'add it to the model with extend()' : `did you mean "${near}"?`,
  }
}

const checkGeometry = (
  name: string,
  value: unknown,
  descriptor: AttributeDescriptor,
  member: string | undefined,
  collect: Collect,
): void => {
  // A list of geometries is no GeoProperty of the standard, but some models describe one.
  const values = descriptor.many === true && Array.isArray(value) ? value : [value]
  const issue = values.map((item) => geometryIssue(item, descriptor)).find((found) => found !== undefined)
  if (issue !== undefined) collect({ ...issue, path: member === undefined ? name : `${name}.${member}` })
}

const readAttribute = (
  name: string,
  value: object,
  descriptor: AttributeDescriptor,
  into: Values,
  collect: Collect,
): void => {
  const [first, ...further] = readInstances(value, name, descriptor, collect)
  if (first === undefined) return
  if (descriptor.kind === 'GeoProperty') {
    for (const reading of [first, ...further]) {
      const { geometries } = descriptor
      if (geometries !== undefined) checkGeometry(name, reading.value, descriptor, reading.member, collect)
    }
    return
  }
  setOwn(into.values, name, first.value)
  if (first.member !== undefined) into.members.set(name, first.member)
  if (first.implied) into.written.set(name, value)
  for (const reading of further) into.further.push([name, reading])
}

/** Reads what is not bare into plain values. */
const readValues = (entity: JsonObject, known: Known, collect: Collect): Values => {
  const into: Values = { values: {}, members: new Map(), written: new Map(), further: [] }
  for (const name of Object.keys(entity)) {
    const descriptor = known.descriptors.get(name)
    const value = entity[name]
    if (descriptor === undefined) {
      if (entityMembers.has(name)) setOwn(into.values, name, value)
    } else if (typeof value === 'object' && value !== null && isWrittenAsAttribute(value))
      readAttribute(name, value, descriptor, into, collect)
    else setOwn(into.values, name, value)
  }
  return into
}

/** Looks at every member once: unknown names, bare geometries; tells whether all attributes are bare. */
const surveyMembers = (entity: JsonObject, known: Known, collect: Collect): boolean => {
  let bare = true
  for (const name of Object.keys(entity)) {
    const descriptor = known.descriptors.get(name)
    if (descriptor === undefined) {
      if (!entityMembers.has(name)) collect(unknownAttribute(name, known))
      continue
    }
    const value = entity[name]
    if (typeof value === 'object' && value !== null && isWrittenAsAttribute(value)) bare = false
    else if (descriptor.kind === 'GeoProperty') checkGeometry(name, value, descriptor, undefined, collect)
  }
  return bare
}

const checkFurther = (
  reading: Values,
  known: Known,
  limit: number,
  options: ValidateOptions | undefined,
  collect: Collect,
): void => {
  for (const [name, { value, member }] of reading.further) {
    const values = { [name]: value }
    if (known.check(values, '')) continue
    const members = new Map(member === undefined ? [] : [[name, member]])
    for (const issue of explainValues(
      { values, members, written: new Map(), attributes: known.attributes },
      known.check,
      limit,
      options,
    ))
      collect(issue)
  }
}

const nothing: readonly Issue[] = []
const noMembers: ReadonlyMap<string, string> = new Map()

const validateEntity = (
  entity: unknown,
  known: Known,
  options: ValidateOptions | undefined,
): readonly Issue[] => {
  if (!isObject(entity))
    return [
      { path: '', rule: 'ngsi.entity', message: 'an entity is a JSON object with id, type and attributes' },
    ]
  const limit = options?.maxIssues ?? 100
  let issues: Issue[] | undefined
  const collect = (issue: Issue): void => {
    if (issues === undefined) issues = [issue]
    else if (issues.length < limit) issues.push(issue)
  }
  checkId(entity['id'], known.type, options, collect)
  checkType(entity['type'], known.type, collect)
  for (const name of known.required)
    if (entity[name] === undefined) collect({ path: name, rule: 'model.required', message: 'is missing' })
  const reading = surveyMembers(entity, known, collect) ? undefined : readValues(entity, known, collect)
  const values = reading?.values ?? entity
  if (!known.check(values, '')) {
    const failed = {
      values,
      attributes: known.attributes,
      members: reading?.members ?? noMembers,
      written: reading?.written ?? noMembers,
    }
    for (const issue of explainValues(failed, known.check, limit, options)) collect(issue)
  }
  if (reading !== undefined && reading.further.length > 0)
    checkFurther(reading, known, limit, options, collect)
  return issues ?? nothing
}

/** Descriptors in full; the order of the members is always the same, so that engines give them one hidden class. */
const inFull = (
  attributes: Attributes,
  requiredNames: readonly string[],
  vocabulary: string,
): AttributeDescriptors => {
  const result: Record<string, AttributeDescriptor> = {}
  const required = new Set(requiredNames)
  for (const [name, own] of Object.entries(attributes)) {
    const { kind = 'Property', iri = vocabulary + name, ...rest } = own
    setOwn(result, name, { kind, iri, ...rest, ...(required.has(name) ? { required: true } : {}) })
  }
  return result
}

/**
 * Makes a model from what generated code says of it and its compiled check. Structure is checked by kind first
 * (CIM 009 4.5), then names, then values; a second pass explains what failed.
 */
export const defineModel = <Simplified = unknown, NormalizedForm = unknown>(
  facts: ModelFacts,
  check: ValuesCheck,
): Model<Simplified, NormalizedForm> => {
  const official = officialNames(facts.source?.split('/')[0])
  const { type, source, version, required = [] } = facts
  const { context = official.context, vocabulary = official.vocabulary } = facts
  const attributes = inFull(facts.attributes, required, vocabulary)
  const known: Known = { type, required, attributes, descriptors: new Map(Object.entries(attributes)), check }
  return {
    type,
    iri: facts.iri ?? vocabulary + type,
    source,
    version,
    context,
    required,
    attributes,
    check,
    validate: (entity, options) => validateEntity(entity, known, options),
  }
}
