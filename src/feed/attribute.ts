import { UsageError } from '../errors.js'
import type { AttributeDescriptor, Model } from '../model/descriptor.js'
import type { AttributeKind } from '../ngsi/attribute.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { isName, isUri } from '../ngsi/uri.js'
import type { CastType } from './cast.js'
import { CellProblem, shown } from './cell-problem.js'
import type { Environment } from './environment.js'
import { geometryOrigins } from './geometry-value.js'
import type { AttributeSpec, FullAttributeSpec } from './mapping.js'
import { fullSpec, originOf } from './mapping-file.js'
import { countText } from './tally.js'
import { compileTemplate } from './template.js'
import { compileValue, type ValueReader } from './value.js'

/** Makes one normalized attribute of a record, or undefined where the row has no value for it. */
export type AttributeReader = (record: unknown) => Record<string, unknown> | undefined

const knownAttribute = (
  name: string,
  spec: FullAttributeSpec,
  model: Model,
  place: string,
): AttributeDescriptor | undefined => {
  if (!isName(name)) throw new UsageError(`${place}: "${name}" is no NGSI-LD attribute name`)
  const descriptor = Object.hasOwn(model.attributes, name)
    ? model.attributes[name]
    : model.attributes[spec.iri ?? '']
  if (descriptor !== undefined || spec.iri !== undefined) return descriptor
  const near = nearestName(name, Object.keys(model.attributes))
  throw new UsageError(
    `${place}: ${model.type} has no attribute "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} For an attribute of your own, add its iri`,
  )
}

const kindOf = (
  spec: FullAttributeSpec,
  descriptor: AttributeDescriptor | undefined,
  place: string,
): AttributeKind => {
  const geometric = geometryOrigins.has(originOf(spec, place))
  const kind =
    spec.kind ??
    (spec.language === undefined ? undefined : 'LanguageProperty') ??
    descriptor?.kind ??
    (geometric ? 'GeoProperty' : spec.relationship === undefined ? 'Property' : 'Relationship')
  if (geometric && kind !== 'GeoProperty')
    throw new UsageError(`${place} makes a geometry, and the attribute is a ${kind}`)
  return kind
}

const castTypes: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean'])

/** What the values are cast to: as the mapping says, else as its tables and patterns imply, else as the model has it. */
const castType = (
  spec: FullAttributeSpec,
  descriptor: AttributeDescriptor | undefined,
): CastType | undefined => {
  if (spec.type !== undefined) return spec.type === 'array' ? undefined : spec.type
  if (spec.date !== undefined) return descriptor?.format === 'date' ? 'date' : 'dateTime'
  if (spec.boolean !== undefined || spec.parse !== undefined) return undefined
  if (descriptor?.format === 'date-time') return 'dateTime'
  if (descriptor?.format === 'date') return 'date'
  const [only, ...others] = [descriptor?.type ?? []].flat()
  return others.length === 0 && only !== undefined && castTypes.has(only) ? (only as CastType) : undefined
}

const uriValue = (value: unknown): void => {
  for (const item of [value].flat())
    if (!isUri(item)) throw new CellProblem('feed.uri', `${shown(item)} is no URI, as a Relationship needs`)
}

const shaped = (
  kind: AttributeKind,
  value: unknown,
  language: string | undefined,
): Record<string, unknown> => {
  switch (kind) {
    case 'Relationship':
      uriValue(value)
      return { type: kind, object: value }
    case 'LanguageProperty':
      return { type: kind, languageMap: language === undefined ? value : { [language]: value } }
    case 'JsonProperty':
      return { type: kind, json: value }
    case 'VocabProperty':
      return { type: kind, vocab: value }
    case 'ListProperty':
      return { type: kind, valueList: [value].flat() }
    default:
      return { type: kind, value }
  }
}

const numeric = (value: unknown): boolean =>
  typeof value === 'number' || (Array.isArray(value) && typeof value[0] === 'number')

const assumedMark = { type: 'Property', value: true } as const

const metadataReader = (
  spec: FullAttributeSpec,
  environment: Environment,
  place: string,
): ((record: unknown, attribute: Record<string, unknown>) => void) | undefined => {
  const { observedAt, datasetId } = spec
  if (observedAt === undefined && datasetId === undefined) return undefined
  const observed: ValueReader | undefined =
    observedAt === undefined
      ? undefined
      : compileValue(fullSpec(observedAt), 'dateTime', false, environment, `${place}.observedAt`)
  const dataset =
    datasetId === undefined ? undefined : compileTemplate(datasetId, environment, 'uri', `${place}.datasetId`)
  return (record, attribute) => {
    const instant = observed?.(record)
    if (instant !== undefined) attribute['observedAt'] = instant
    if (dataset !== undefined) attribute['datasetId'] = dataset(record)
  }
}

/** The name under which an attribute is written: one that the model does not know goes by its IRI. */
export const writtenName = (name: string, spec: AttributeSpec, model: Model): string =>
  Object.hasOwn(model.attributes, name) ? name : (fullSpec(spec).iri ?? name)

/** The specification of an attribute and what the model knows of it, compiled to a function. Throws a UsageError where they do not fit. */
export const compileAttribute = (
  name: string,
  written: AttributeSpec,
  model: Model,
  environment: Environment,
  mappingName: string,
): AttributeReader => {
  const place = `${mappingName}: map.${name}`
  const spec = fullSpec(written)
  const descriptor = knownAttribute(name, spec, model, place)
  const kind = kindOf(spec, descriptor, place)
  const many = spec.type === 'array' || descriptor?.many === true
  const read = compileValue(spec, castType(spec, descriptor), many, environment, place)
  const metadata = metadataReader(spec, environment, place)
  const unitCode = spec.unitCode ?? descriptor?.unit
  const required = spec.required === true
  const { assumed } = environment.tally
  return (record) => {
    const value = read(record)
    if (value === undefined || value === null) {
      if (required) throw new CellProblem('feed.required', 'has no value, and the mapping requires one')
      return undefined
    }
    const attribute = shaped(kind, value, spec.language)
    if (unitCode !== undefined && numeric(value)) attribute['unitCode'] = unitCode
    metadata?.(record, attribute)
    if (spec.assumed === true) {
      attribute['assumed'] = assumedMark
      countText(assumed, name)
    }
    return attribute
  }
}
