import { UsageError } from '../errors.js'
import type { AttributeKind } from '../ngsi/attribute.js'
import type { Geometry } from '../ngsi/geojson.js'
import { isName, isUri } from '../ngsi/uri.js'
import { defineModel } from './define.js'
import type { AttributeDescriptor, CheckError, JsonType, Model, ValuesCheck } from './descriptor.js'
import type { EntityHead, Normalized } from './entity-shape.js'

/** What one may say of an attribute of one's own. */
export interface AttributeOptions<Value = unknown> {
  /** IRI of the name, in the city's own context. */
  readonly iri: string
  /** UN/CEFACT common code. */
  readonly unit?: string | undefined
  /** True where the value is a list. @default false */
  readonly many?: boolean | undefined
  /** @default false */
  readonly required?: boolean | undefined
  /** Allowed values (of the items, where `many`). */
  readonly enum?: readonly Value[] | undefined
  readonly format?: 'date-time' | 'date' | 'time' | 'uri' | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly description?: string | undefined
}

/** Shows the compiler which option does not exist. */
type NoOtherOption<Options> = {
  readonly [Name in Exclude<keyof Options, keyof AttributeOptions>]?: { readonly 'no such option': never }
}

declare const kindOf: unique symbol
declare const carried: unique symbol

/** An attribute of one's own, as `attribute()` makes it and `extend()` takes it. */
export interface OwnAttribute<Kind extends AttributeKind = AttributeKind, Value = unknown> {
  readonly descriptor: AttributeDescriptor
  readonly [kindOf]?: Kind
  readonly [carried]?: Value
}

/** TypeScript types of JSON types. */
interface TypeOf {
  string: string
  number: number
  integer: number
  boolean: boolean
  object: object
  array: readonly unknown[]
}

type ValueOf<Kind extends AttributeKind, Type extends JsonType, Options> = Options extends {
  readonly many: true
}
  ? readonly ItemOf<Kind, Type, Options>[]
  : ItemOf<Kind, Type, Options>

type ItemOf<Kind extends AttributeKind, Type extends JsonType, Options> = Kind extends 'GeoProperty'
  ? Geometry
  : Kind extends 'Relationship' | 'ListRelationship'
    ? string
    : Options extends { readonly enum: readonly (infer Value)[] }
      ? Value
      : TypeOf[Type]

/**
 * Describes an attribute of one's own for `extend`. Throws a UsageError when the IRI is none.
 * @example attribute('Property', 'number', { unit: 'P1', iri: 'https://voorbeeldstad.example/terms/shade' })
 */
export const attribute = <
  const Kind extends AttributeKind,
  const Type extends JsonType,
  const Options extends AttributeOptions<Extract<TypeOf[Type], string | number | boolean>>,
>(
  kind: Kind,
  type: Type,
  options: Options & NoOtherOption<Options>,
): OwnAttribute<Kind, ValueOf<Kind, Type, Options>> &
  (Options extends { readonly required: true } ? { readonly required: true } : unknown) => {
  if (!isUri(options.iri))
    throw new UsageError(
      `"${String(options.iri).slice(0, 100)}" is no absolute IRI; an attribute of one's own needs one`,
    )
  const { iri, ...facts } = options
  const own = { descriptor: { kind, iri, type, ...facts } }
  return own as unknown as ReturnType<typeof attribute<Kind, Type, Options>>
}

/** Values by attribute name; those that are required stay so. */
type Members<Own> = {
  [Name in keyof Own as Own[Name] extends { readonly required: true } ? Name : never]: ValueIn<Own[Name]>
} & {
  [Name in keyof Own as Own[Name] extends { readonly required: true } ? never : Name]?: ValueIn<Own[Name]>
}

type ValueIn<Attribute> = Attribute extends OwnAttribute<AttributeKind, infer Value> ? Value : never
type KindsIn<Own> = {
  [Kind in AttributeKind]: {
    [Name in keyof Own]: Own[Name] extends OwnAttribute<Kind> ? Name & string : never
  }[keyof Own]
}

/** A model with attributes of one's own. */
export type Extended<Simplified, NormalizedForm, Own> = Model<
  Simplified & Members<Own>,
  NormalizedForm & Omit<Normalized<Members<Own> & EntityHead, KindsIn<Own>>, keyof EntityHead>
>

const jsonType = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

const formatTests: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)),
  time: (text) => /^\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text),
  uri: isUri,
}

const hasType = (value: unknown, type: string): boolean =>
  type === 'integer' ? Number.isInteger(value) : jsonType(value) === type

const checkItem = (
  value: unknown,
  pointer: string,
  descriptor: AttributeDescriptor,
): CheckError | undefined => {
  const types: readonly string[] = [descriptor.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => hasType(value, type)))
    return [pointer, 'type', types.join(' or ')]
  if (descriptor.enum !== undefined && !descriptor.enum.some((allowed) => allowed === value))
    return [pointer, 'enum']
  const { format, minimum, maximum } = descriptor
  if (format !== undefined && typeof value === 'string' && formatTests[format]?.(value) === false)
    return [pointer, 'format', format]
  if (minimum !== undefined && typeof value === 'number' && value < minimum)
    return [pointer, 'minimum', minimum]
  if (maximum !== undefined && typeof value === 'number' && value > maximum)
    return [pointer, 'maximum', maximum]
  return undefined
}

const checkOwn = (name: string, value: unknown, descriptor: AttributeDescriptor): CheckError | undefined => {
  const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  if (descriptor.many !== true) return checkItem(value, pointer, descriptor)
  if (!Array.isArray(value)) return [pointer, 'type', 'array']
  for (const [index, item] of value.entries()) {
    const error = checkItem(item, `${pointer}/${index}`, descriptor)
    if (error !== undefined) return error
  }
  return undefined
}

/** Runs the check of attributes of one's own after that of the model. */
const extendedCheck = (
  base: ValuesCheck,
  own: readonly (readonly [string, AttributeDescriptor])[],
): ValuesCheck => {
  const check: ValuesCheck = (values, path) => {
    if (!base(values, path)) {
      check.errors = base.errors ?? null
      return false
    }
    for (const [name, descriptor] of own) {
      const value = (values as Readonly<Record<string, unknown>>)[name]
      if (value === undefined || descriptor.kind === 'GeoProperty') continue
      const error = checkOwn(name, value, descriptor)
      if (error === undefined) continue
      check.errors = [error]
      return false
    }
    return true
  }
  return check
}

const checked = (model: Model, name: string, own: OwnAttribute): AttributeDescriptor => {
  if (!isName(name)) throw new UsageError(`"${name.slice(0, 100)}" is no NGSI-LD attribute name`)
  if (Object.hasOwn(model.attributes, name))
    throw new UsageError(`${model.type} has an attribute "${name}" already; choose another name`)
  return own.descriptor
}

/**
 * Makes a model that has attributes of one's own besides the published ones; the given model stays as it is.
 * Throws a UsageError for a name that the model has, or that is none.
 * @example extend(OffStreetParking, { evBays: attribute('Property', 'number', { iri: 'https://city.example/evBays' }) })
 */
export const extend = <Simplified, NormalizedForm, const Own extends Readonly<Record<string, OwnAttribute>>>(
  model: Model<Simplified, NormalizedForm>,
  attributes: Own,
): Extended<Simplified, NormalizedForm, Own> => {
  const own = Object.entries(attributes).map(([name, value]) => [name, checked(model, name, value)] as const)
  const { validate: _, check, ...facts } = model
  if (check === undefined) throw new UsageError(`${model.type} was not made by defineModel or extend`)
  return defineModel(
    {
      ...facts,
      required: [
        ...model.required,
        ...own.filter(([, { required }]) => required === true).map(([name]) => name),
      ],
      attributes: { ...model.attributes, ...Object.fromEntries(own) },
      terms: { ...model.terms, ...Object.fromEntries(own.map(([name, { iri }]) => [name, iri])) },
    },
    extendedCheck(check, own),
  )
}
