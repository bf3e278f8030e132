import type { Issue } from '../errors.js'
import type { AttributeDescriptor, JsonType, Model } from '../model/descriptor.js'
import { entityMembers, isAttributeKind, valueMembers } from '../ngsi/attribute.js'
import { isDate, isDateTime, isTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject, typesOf } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { isUri, ngsiNull } from '../ngsi/uri.js'
import type { Fault } from './finding.js'

const jsonTypeOf = (value: unknown): JsonType | 'null' => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as JsonType
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const isType = (value: unknown, type: JsonType): boolean =>
  type === 'integer' ? Number.isInteger(value) : jsonTypeOf(value) === type

/** RFC 3339, as JSON Schema's date-time: an offset will do in a value, unlike in observedAt. */
const isInstant = (text: string): boolean =>
  isDateTime(text) ||
  (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d:\d\d$/.test(text) && Number.isFinite(Date.parse(text)))

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': isInstant,
  date: isDate,
  time: isTime,
  uri: isUri,
}

const typeFault = (value: unknown, descriptor: AttributeDescriptor, path: string): Fault | undefined => {
  const types = [descriptor.type ?? []].flat().filter((type) => descriptor.many !== true || type !== 'array')
  if (types.length === 0 || types.some((type) => isType(value, type))) return undefined
  const wanted = types.join(' or ')
  const numberText = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
  return {
    rule: 'model.type',
    path,
    message: `is ${shown(value)}, ${jsonTypeOf(value)}; the model asks for ${wanted}`,
    ...(numberText && /number|integer/.test(wanted) ? { hint: 'send it without quotes' } : {}),
  }
}

const enumFault = (value: unknown, descriptor: AttributeDescriptor, path: string): Fault | undefined => {
  const { enum: allowed } = descriptor
  if (allowed === undefined || allowed.some((known) => known === value)) return undefined
  const near = typeof value === 'string' ? nearestName(value, allowed.map(String)) : undefined
  return {
    rule: 'model.enum',
    path,
    message: `${shown(value)} is not in the model's list`,
    hint:
      near === undefined
        ? `use one of ${allowed.slice(0, 8).join(', ')}${allowed.length > 8 ? ' …' : ''}`
        : `did you mean "${near}"?`,
  }
}

const rangeFault = (value: unknown, descriptor: AttributeDescriptor, path: string): Fault | undefined => {
  if (typeof value !== 'number') return undefined
  const { minimum = -Infinity, maximum = Infinity } = descriptor
  if (value >= minimum && value <= maximum) return undefined
  const [from, to] = [minimum, maximum].map((limit) => (Number.isFinite(limit) ? limit : '…'))
  const percent = maximum === 1 && value > 1 && value <= 100
  return {
    rule: 'model.range',
    path,
    message: `${value} is outside ${from} to ${to}`,
    ...(percent ? { hint: `a share of one is meant: ${value / 100}` } : {}),
  }
}

const formatFault = (value: unknown, descriptor: AttributeDescriptor, path: string): Fault | undefined => {
  const { format = '' } = descriptor
  const holds = Object.hasOwn(formats, format) ? formats[format] : undefined
  if (holds === undefined || typeof value !== 'string' || holds(value)) return undefined
  return {
    rule: 'model.format',
    path,
    message: `${shown(value)} is no ${format}`,
    ...(format === 'date-time' ? { hint: 'write UTC with Z, 2026-11-23T10:00:00Z' } : {}),
  }
}

const itemFaults = (value: unknown, descriptor: AttributeDescriptor, path: string): readonly Fault[] => {
  const found =
    enumFault(value, descriptor, path) ??
    typeFault(value, descriptor, path) ??
    rangeFault(value, descriptor, path) ??
    formatFault(value, descriptor, path)
  return found === undefined ? [] : [found]
}

/** What is wrong with a bare value by the descriptor of its attribute. */
export const valueFaults = (
  value: unknown,
  descriptor: AttributeDescriptor,
  path: string,
): readonly Fault[] => {
  if (value === ngsiNull || descriptor.kind === 'GeoProperty') return []
  // JSON-LD writes a typed value as { "@type": "DateTime", "@value": … } (CIM 009 4.6.3).
  if (isObject(value) && Object.hasOwn(value, '@value')) return valueFaults(value['@value'], descriptor, path)
  if (descriptor.many !== true) return itemFaults(value, descriptor, path)
  if (Array.isArray(value))
    return value.flatMap((item, index) => itemFaults(item, descriptor, `${path}[${index}]`))
  const item = itemFaults(value, descriptor, path)
  if (item.length > 0) return item
  return descriptor.kind === 'Relationship'
    ? []
    : [
        {
          rule: 'model.type',
          path,
          message: `is ${shown(value)}; the model asks for a list`,
          hint: 'put it in [ ]',
        },
      ]
}

const kindFault = (
  instance: JsonObject,
  descriptor: AttributeDescriptor,
  path: string,
): Fault | undefined => {
  const kind = instance['type']
  if (kind === descriptor.kind || !isAttributeKind(kind)) return undefined
  // A list may be written as ListProperty, several languages as LanguageProperty, free JSON as JsonProperty (CIM 009 4.5).
  if (
    descriptor.kind === 'Property' &&
    kind !== 'Relationship' &&
    kind !== 'ListRelationship' &&
    kind !== 'GeoProperty'
  )
    return undefined
  if (descriptor.kind === 'Relationship' && kind === 'ListRelationship') return undefined
  if (descriptor.kind === 'Property' && kind === 'GeoProperty' && looksLikeGeometry(instance['value']))
    return undefined
  return {
    rule: 'model.kind',
    path,
    message: `is a ${kind}; the model has a ${descriptor.kind}`,
    hint: `write { "type": "${descriptor.kind}", "${valueMembers[descriptor.kind]}": … }`,
  }
}

const unitFault = (
  instance: JsonObject,
  descriptor: AttributeDescriptor,
  path: string,
): Fault | undefined => {
  const { unit } = descriptor
  const given = instance['unitCode']
  if (unit === undefined || given === undefined || given === unit) return undefined
  return {
    rule: 'model.unit',
    path: `${path}.unitCode`,
    message: `is ${shown(given)}; the model means ${unit}`,
    hint: 'convert the value, or correct the code',
  }
}

const instanceFaults = (
  instance: unknown,
  descriptor: AttributeDescriptor,
  path: string,
): readonly Fault[] => {
  if (!isObject(instance)) return []
  const kind = kindFault(instance, descriptor, path)
  if (kind !== undefined) return [kind]
  const unit = unitFault(instance, descriptor, path)
  const faults = unit === undefined ? [] : [unit]
  const plain = instance['type'] === 'Property' && Object.hasOwn(instance, 'value')
  return plain ? [...faults, ...valueFaults(instance['value'], descriptor, `${path}.value`)] : faults
}

/** The attribute that a path of the validator starts with: `fillingLevel.value` is about `fillingLevel`. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path

/** Rules of the validator that are told under another name here. */
const aliases: Readonly<Record<string, string>> = {
  'model.entity-type': 'ngsi.type',
  'model.geometry': 'ngsi.geometry',
  'model.required': 'model.required',
  'model.kind': 'model.kind',
  'model.type': 'model.type',
  'model.enum': 'model.enum',
  'model.range': 'model.range',
  'model.format': 'model.format',
  'ngsi.id': 'ngsi.id',
  'ngsi.geometry': 'ngsi.geometry',
  'ngsi.value': 'ngsi.value',
  'ngsi.dataset-id': 'ngsi.dataset-id',
  'ngsi.entity': 'ngsi.attribute',
}

const schemaRule = (issue: Issue): string => aliases[issue.rule ?? ''] ?? 'model.schema'

/** Units other than the model's; the validator does not look at them. */
export const unitFaults = (entity: JsonObject, model: Model): readonly Fault[] => {
  const faults: Fault[] = []
  for (const name in entity) {
    const instance = entity[name]
    if (!isObject(instance) || instance['unitCode'] === undefined) continue
    const descriptor = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
    const fault = descriptor === undefined ? undefined : unitFault(instance, descriptor, name)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

/** What a model asks of the entity's attributes by name: present, kind, type, list, range, format, unit. */
export const descriptorFaults = (entity: JsonObject, model: Model): readonly Fault[] => {
  const faults: Fault[] = []
  if (!typesOf(entity).includes(model.type))
    faults.push({
      rule: 'ngsi.type',
      path: 'type',
      message: `is ${shown(entity['type'])}; the check is for ${model.type}`,
    })
  for (const name of model.required)
    if (entity[name] === undefined)
      faults.push({ rule: 'model.required', path: name, message: `is missing; ${model.type} requires it` })
  for (const [name, attribute] of Object.entries(entity)) {
    const descriptor = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
    if (descriptor === undefined || entityMembers.has(name)) continue
    const several = Array.isArray(attribute)
    for (const [index, instance] of [attribute].flat().entries())
      faults.push(...instanceFaults(instance, descriptor, several ? `${name}[${index}]` : name))
  }
  return faults
}

/** What the model's own validator finds beyond the faults that are known already: nested values, mostly. */
export const schemaFaults = (issues: readonly Issue[], known: readonly Fault[]): readonly Fault[] => {
  const roots = new Set(known.map((fault) => rootOf(fault.path)))
  return (
    issues
      .filter((issue) => !roots.has(rootOf(issue.path)))
      // Unknown names are a matter of vocabulary and told there.
      .filter((issue) => issue.rule !== 'model.unknown-attribute')
      .map((issue) => ({
        rule: schemaRule(issue),
        path: issue.path,
        message: issue.message,
        ...(issue.hint === undefined ? {} : { hint: issue.hint }),
      }))
  )
}

/** Attributes that the model does not know, each with the nearest known name. */
export const unknownAttributes = (
  entity: JsonObject,
  model: Model,
  own: ReadonlySet<string>,
): readonly Fault[] => {
  const faults: Fault[] = []
  for (const name in entity) {
    if (Object.hasOwn(model.attributes, name) || entityMembers.has(name) || own.has(name)) continue
    // A name written as IRI says itself what it means.
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) continue
    const near = nearestName(name, Object.keys(model.attributes))
    faults.push({
      rule: 'vocabulary.unknown-attribute',
      path: name,
      message: `is not an attribute of ${model.type}`,
      ...(near === undefined ? {} : { hint: `did you mean "${near}"?` }),
    })
  }
  return faults
}

const termMaps = (context: unknown): readonly JsonObject[] =>
  [context].flat(3).filter((item): item is JsonObject => isObject(item))

const termFault = (name: string, definition: unknown, model: Model): Fault | undefined => {
  const descriptor = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
  const iri = isObject(definition) ? definition['@id'] : definition
  // A compact IRI (prefix:name) may expand to the agreed one; only full ones are compared.
  if (descriptor === undefined || typeof iri !== 'string' || !/^(?:https?:|urn:)/.test(iri)) return undefined
  if (iri === descriptor.iri) return undefined
  return {
    rule: 'vocabulary.iri',
    path: name,
    message: `means ${iri.slice(0, 120)} in the payload's context; the model means ${descriptor.iri}`,
    hint: 'leave the term out of your own context',
  }
}

/** Names of the model that the payload's own context gives another meaning. */
export const contextFaults = (entity: JsonObject, model: Model): readonly Fault[] => {
  if (entity['@context'] === undefined) return []
  return termMaps(entity['@context'])
    .flatMap((terms) => Object.entries(terms).map(([name, definition]) => termFault(name, definition, model)))
    .filter((fault) => fault !== undefined)
}
