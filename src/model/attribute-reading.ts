import type { Issue } from '../errors.js'
import { type AttributeKind, attributeMembers, isAttributeKind, valueMembers } from '../ngsi/attribute.js'
import { type AttributeProblem, attributeProblem } from '../ngsi/attribute-rules.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { geometryProblem, geometryShapeProblem, isGeometryType, type Point } from '../ngsi/geojson.js'
import type { AttributeDescriptor, Lenience, ValidateOptions } from './descriptor.js'

/** The value of one attribute instance, taken out of its kind's member. */
export interface InstanceReading {
  readonly value: unknown
  /** The member that carried the value; undefined where the value was bare. */
  readonly member: string | undefined
  /** True where the kind was not written, so that the value may have been meant bare. */
  readonly implied: boolean
}

/** Issues as they are found, at most `limit`. A plain record, because a closure per entity costs more than its check. */
export interface Found {
  readonly issues: Issue[]
  readonly limit: number
  readonly options: ValidateOptions | undefined
}

/** Adds an issue as long as there is room. */
export const addIssue = (found: Found, issue: Issue): void => {
  if (found.issues.length < found.limit) found.issues.push(issue)
}

/** Tells whether a lenience is granted, and reports that it was used. */
export const granted = (lenience: Lenience, found: Found, path: string, message: string): boolean => {
  const { leniences, onLenience } = found.options ?? {}
  if (leniences !== undefined && !leniences.includes(lenience)) return false
  onLenience?.({ path, rule: `lenience.${lenience}`, message })
  return true
}

const memberKinds: readonly (readonly [member: string, kind: AttributeKind])[] = (
  Object.entries(valueMembers) as [AttributeKind, string][]
)
  .filter(([kind]) => kind !== 'GeoProperty')
  .map(([kind, member]) => [member, kind])

/** Sub-attributes of sub-attributes beyond this level are not looked into. */
const maxLevels = 10

/** Spelled out, because this runs for every object in every entity and property reads are cached by place. */
const hasValueMember = (value: JsonObject): boolean =>
  value['value'] !== undefined ||
  value['object'] !== undefined ||
  value['languageMap'] !== undefined ||
  value['vocab'] !== undefined ||
  value['valueList'] !== undefined ||
  value['objectList'] !== undefined ||
  value['json'] !== undefined

const isInstance = (value: unknown): boolean => {
  if (!isObject(value)) return false
  const type = value['type']
  if (isAttributeKind(type)) return true
  if (isGeometryType(type)) return false
  return hasValueMember(value)
}

/**
 * Tells whether a value is written as an attribute: normalized, concise, or a list of instances. A list of objects
 * without kind and datasetId is a plain value: as instances they could not be told apart (CIM 009 4.5.5).
 */
export const isWrittenAsAttribute = (value: object): boolean => {
  if (!Array.isArray(value)) return isInstance(value)
  const first: unknown = value[0]
  if (!isInstance(first)) return false
  return (
    isAttributeKind((first as JsonObject)['type']) ||
    value.some((item) => isObject(item) && item['datasetId'] !== undefined)
  )
}

const impliedKind = (instance: JsonObject, descriptor: AttributeDescriptor): AttributeKind => {
  const kind = memberKinds.find(([member]) => Object.hasOwn(instance, member))?.[1] ?? 'Property'
  return kind === 'Property' && descriptor.kind === 'GeoProperty' ? 'GeoProperty' : kind
}

/** Kinds that may carry what a model describes as another kind, because the value is the same. */
const accepted: Readonly<Record<AttributeKind, ReadonlySet<AttributeKind>>> = {
  Property: new Set(['Property', 'ListProperty', 'LanguageProperty', 'VocabProperty', 'JsonProperty']),
  GeoProperty: new Set(['GeoProperty']),
  Relationship: new Set(['Relationship', 'ListRelationship']),
  LanguageProperty: new Set(['LanguageProperty']),
  VocabProperty: new Set(['VocabProperty']),
  ListProperty: new Set(['ListProperty', 'Property']),
  ListRelationship: new Set(['ListRelationship', 'Relationship']),
  JsonProperty: new Set(['JsonProperty']),
}

const extracted = (kind: AttributeKind, instance: JsonObject): unknown => {
  const value = instance[valueMembers[kind]]
  if (kind === 'ListRelationship' && Array.isArray(value))
    return value.map((item: unknown) => (isObject(item) ? item['object'] : item))
  // Every language must fit; the first one stands for the others, whose shape is the same.
  if (kind === 'LanguageProperty' && isObject(value)) return Object.values(value)[0]
  // A typed value, { "@type": "DateTime", "@value": … }, means its value (CIM 009 4.5.2).
  return kind === 'Property' &&
    isObject(value) &&
    typeof value['@type'] === 'string' &&
    Object.hasOwn(value, '@value')
    ? value['@value']
    : value
}

const subAttributesOf = (instance: JsonObject): readonly (readonly [name: string, sub: JsonObject])[] =>
  Object.keys(instance)
    .filter((name) => !attributeMembers.has(name))
    .flatMap((name) =>
      [instance[name]]
        .flat()
        .filter((sub): sub is JsonObject => isObject(sub) && isWrittenAsAttribute(sub))
        .map((sub) => [name, sub] as const),
    )

const checkSubAttributes = (instance: JsonObject, path: string, level: number, found: Found): void => {
  for (const [name, sub] of subAttributesOf(instance)) {
    const kind = sub['type'] ?? memberKinds.find(([member]) => Object.hasOwn(sub, member))?.[1]
    const problem = attributeProblem({ ...sub, type: kind })
    if (problem !== undefined)
      addIssue(found, {
        path: `${path}.${name}.${problem.member}`,
        rule: problem.rule,
        message: problem.message,
      })
    if (level < maxLevels) checkSubAttributes(sub, `${path}.${name}`, level + 1, found)
  }
}

/** Tells whether nothing but its ranges is wrong with a geometry, and that may be. */
const onlyOutOfRange = (value: unknown, path: string, message: string, found: Found): boolean =>
  geometryShapeProblem(value) === undefined && granted('coordinates-out-of-range', found, path, message)

/** Says when a geometry is of a type that the model does not describe. */
export const geometryTypeIssue = (
  value: unknown,
  { geometries }: AttributeDescriptor,
): Omit<Issue, 'path'> | undefined => {
  const type = isObject(value) ? value['type'] : undefined
  return geometries === undefined || !isGeometryType(type) || geometries.includes(type)
    ? undefined
    : { rule: 'model.geometry', message: `is a ${type}`, hint: `allowed: ${geometries.join(', ')}` }
}

/** Says what is wrong with a bare value of a GeoProperty, or one that was read plainly. */
export const geometryIssue = (
  value: unknown,
  path: string,
  descriptor: AttributeDescriptor,
  found: Found,
): Omit<Issue, 'path'> | undefined => {
  const message = geometryProblem(value)
  if (message !== undefined && !onlyOutOfRange(value, path, message, found))
    return { rule: 'ngsi.geometry', message }
  return geometryTypeIssue(value, descriptor)
}

const somewhere: Point = { type: 'Point', coordinates: [0, 0] }

/** What is wrong with an instance; coordinates beyond the earth hide nothing else where they may be. */
const instanceProblem = (
  instance: JsonObject,
  kind: AttributeKind,
  path: string,
  found: Found,
): AttributeProblem | undefined => {
  const problem = attributeProblem(instance)
  if (problem?.rule !== 'ngsi.value' || kind !== 'GeoProperty') return problem
  return onlyOutOfRange(instance['value'], `${path}.value`, problem.message, found)
    ? attributeProblem({ ...instance, value: somewhere })
    : { ...problem, rule: 'ngsi.geometry' }
}

/** Reads one instance by its kind; structural issues are collected, and then there is no value. */
export const readInstance = (
  instance: unknown,
  path: string,
  descriptor: AttributeDescriptor,
  found: Found,
): InstanceReading | undefined => {
  if (!isObject(instance)) return { value: instance, member: undefined, implied: false }
  const implied = instance['type'] === undefined
  const kind = implied ? impliedKind(instance, descriptor) : (instance['type'] as AttributeKind)
  const problem = instanceProblem(implied ? { ...instance, type: kind } : instance, kind, path, found)
  if (problem !== undefined) {
    const at = problem.member === '' ? path : `${path}.${problem.member}`
    addIssue(found, { path: at, rule: problem.rule, message: problem.message })
    return undefined
  }
  checkSubAttributes(instance, path, 0, found)
  if (!accepted[descriptor.kind].has(kind)) {
    addIssue(found, {
      path: implied ? path : `${path}.type`,
      rule: 'model.kind',
      message: `is a ${kind}; the model describes a ${descriptor.kind}`,
      hint: `write { "type": "${descriptor.kind}", "${valueMembers[descriptor.kind]}": … }`,
    })
    return undefined
  }
  return { value: extracted(kind, instance), member: valueMembers[kind], implied }
}

const instanceKey = (instance: unknown): string => {
  const id = isObject(instance) ? instance['datasetId'] : undefined
  return typeof id === 'string' && id !== '' ? id : '@none'
}

/** Reads every instance of an attribute; at most one may lack a datasetId, and none may stand twice (CIM 009 4.5.5). */
export const readInstances = (
  value: object,
  name: string,
  descriptor: AttributeDescriptor,
  found: Found,
): readonly InstanceReading[] => {
  const instances: readonly unknown[] = Array.isArray(value) ? value : [value]
  const seen = new Set<string>()
  const readings: InstanceReading[] = []
  for (const [index, instance] of instances.entries()) {
    const path = instances.length > 1 ? `${name}[${index}]` : name
    const key = instanceKey(instance)
    if (seen.has(key))
      addIssue(found, {
        path,
        rule: 'ngsi.dataset-id',
        message:
          key === '@none'
            ? 'is a second instance without datasetId'
            : `repeats the datasetId ${key.slice(0, 100)}`,
        hint: 'give every instance but one a datasetId of its own',
      })
    seen.add(key)
    const reading = readInstance(instance, path, descriptor, found)
    if (reading !== undefined) readings.push(reading)
  }
  return readings
}
