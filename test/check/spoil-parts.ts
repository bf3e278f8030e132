import type { AttributeDescriptor, Model } from '../../src/model/descriptor.js'
import { entityMembers } from '../../src/ngsi/attribute.js'
import { isObject, type JsonObject } from '../../src/ngsi/entity.js'
import type { AttributeRule, ModelRule, ResolvedProfile } from '../../src/profile/profile.js'

/** A payload that is right, to be spoiled. */
export interface Subject {
  readonly form: 'simplified' | 'normalized' | 'ngsiv2'
  readonly entity: JsonObject
  readonly model: Model
}

/** A payload with one fault: the attribute that has it, and what it is checked with. */
export interface Spoiled {
  readonly entity: JsonObject
  readonly at: string
  readonly profile?: ResolvedProfile | undefined
  /** True where the payload comes twice. */
  readonly twice?: boolean | undefined
}

/** Makes one fault; undefined where the payload has nothing that can have it. */
export type Spoil = (subject: Subject) => Spoiled | undefined

/** An attribute of a payload that its model knows. */
export interface Found {
  readonly name: string
  readonly descriptor: AttributeDescriptor
  readonly value: unknown
}

export const member = (instance: JsonObject): string =>
  Object.hasOwn(instance, 'object') ? 'object' : 'value'

const givenValue = ({ form, entity }: Subject, name: string): unknown => {
  const attribute = entity[name]
  if (form === 'simplified') return attribute
  return isObject(attribute) ? attribute[member(attribute)] : undefined
}

/** The attributes that the model knows and that are there once. */
export const attributesOf = (subject: Subject): readonly Found[] =>
  Object.keys(subject.entity).flatMap((name) => {
    const descriptor = Object.hasOwn(subject.model.attributes, name)
      ? subject.model.attributes[name]
      : undefined
    if (descriptor === undefined || entityMembers.has(name)) return []
    const value = givenValue(subject, name)
    return value === undefined ? [] : [{ name, descriptor, value }]
  })

export const put = ({ form, entity }: Subject, name: string, value: unknown): JsonObject => {
  const attribute = entity[name]
  return form !== 'simplified' && isObject(attribute)
    ? { ...entity, [name]: { ...attribute, [member(attribute)]: value } }
    : { ...entity, [name]: value }
}

export const without = (entity: JsonObject, name: string): JsonObject =>
  Object.fromEntries(Object.entries(entity).filter(([key]) => key !== name))

const renamed = (entity: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(entity).map(([key, value]) => [key === from ? to : key, value]))

const typesOf = ({ type }: AttributeDescriptor): readonly string[] => [type ?? []].flat()
export const only =
  (...wanted: readonly string[]) =>
  ({ descriptor }: Found): boolean => {
    const types = typesOf(descriptor)
    return (
      descriptor.kind === 'Property' &&
      descriptor.enum === undefined &&
      types.length > 0 &&
      types.every((type) => wanted.includes(type))
    )
  }

export const single = (found: Found): boolean => found.descriptor.many !== true && !Array.isArray(found.value)
export const isNumber = (found: Found): boolean => only('number', 'integer')(found) && single(found)
export const isText = (found: Found): boolean => only('string')(found) && single(found)
export const isPlainText = (found: Found): boolean => isText(found) && found.descriptor.format === undefined
export const isTime = (found: Found): boolean => isText(found) && found.descriptor.format === 'date-time'
export const isBoolean = (found: Found): boolean => only('boolean')(found) && single(found)
export const isList = (found: Found): boolean =>
  only('string')(found) && Array.isArray(found.value) && found.value.length > 0
export const hasWords = ({ descriptor, value }: Found): boolean =>
  descriptor.kind === 'Property' &&
  descriptor.enum?.every((word) => typeof word === 'string') === true &&
  (typeof value === 'string' || (Array.isArray(value) && typeof value[0] === 'string'))
export const isGeo = ({ descriptor, value }: Found): boolean =>
  descriptor.kind === 'GeoProperty' && isObject(value)
export const isPoint = (found: Found): boolean =>
  isGeo(found) && (found.value as JsonObject)['type'] === 'Point' && !allows(found, 'text')
export const allows = ({ descriptor }: Found, type: string): boolean => typesOf(descriptor).includes(type)

/** Spoils the value of the first attribute that fits. */
export const value =
  (fits: (found: Found) => boolean, make: (found: Found) => unknown): Spoil =>
  (subject) => {
    for (const found of attributesOf(subject)) {
      if (!fits(found)) continue
      const made = make(found)
      if (made !== undefined) return { entity: put(subject, found.name, made), at: found.name }
    }
    return undefined
  }

/** Spoils the whole normalized attribute. */
export const instance =
  (fits: (found: Found) => boolean, make: (attribute: JsonObject, found: Found) => unknown): Spoil =>
  (subject) => {
    for (const found of attributesOf(subject)) {
      const attribute = subject.entity[found.name]
      if (!isObject(attribute) || !fits(found)) continue
      const made = make(attribute, found)
      if (made !== undefined) return { entity: { ...subject.entity, [found.name]: made }, at: found.name }
    }
    return undefined
  }

export const ofKind =
  (kind: string) =>
  ({ descriptor }: Found): boolean =>
    descriptor.kind === kind

export const head =
  (name: string, change: (entity: JsonObject) => JsonObject): Spoil =>
  ({ entity }) => ({ entity: change(entity), at: name })

/** Gives the first attribute with a free name another one. */
export const name =
  (make: (from: string) => string): Spoil =>
  (subject) => {
    const required = new Set(subject.model.required)
    for (const { name: from } of attributesOf(subject)) {
      const to = make(from)
      if (to === from || required.has(from) || Object.hasOwn(subject.model.attributes, to)) continue
      return { entity: renamed(subject.entity, from, to), at: to }
    }
    return undefined
  }

export const added =
  (attribute: string, bare: unknown): Spoil =>
  ({ form, entity, model }) =>
    Object.hasOwn(model.attributes, attribute)
      ? undefined
      : {
          entity: {
            ...entity,
            [attribute]:
              form === 'simplified'
                ? bare
                : { type: form === 'normalized' ? 'Property' : 'Text', value: bare },
          },
          at: attribute,
        }

export const withContext =
  (make: (first: string, model: Model) => unknown): Spoil =>
  (subject) => {
    const [first] = attributesOf(subject)
    if (first === undefined) return undefined
    return {
      entity: { ...subject.entity, '@context': make(first.name, subject.model) },
      at: first.name,
    }
  }

export const profileOf = (
  model: Model,
  rule: ModelRule,
  rest: Partial<ResolvedProfile> = {},
): ResolvedProfile => ({
  name: 'measured',
  version: '1.0.0',
  license: 'CC0-1.0',
  governance: { purpose: 'p', legalBasis: 'l', contact: 'c' },
  layers: [],
  ...rest,
  models: { [model.type]: rule },
})

/** Checks the first attribute that fits against a rule that it breaks. */
export const agreed =
  (
    fits: (found: Found, subject: Subject) => boolean,
    rule: (found: Found) => AttributeRule,
    change: (subject: Subject, found: Found) => JsonObject = ({ entity }) => entity,
  ): Spoil =>
  (subject) => {
    const found = attributesOf(subject).find((one) => fits(one, subject))
    if (found === undefined) return undefined
    return {
      entity: change(subject, found),
      at: found.name,
      profile: profileOf(subject.model, { attributes: { [found.name]: rule(found) } }),
    }
  }

const pointOf = (found: Found): readonly [number, number] | undefined => {
  const [x, y] = (found.value as { coordinates: readonly unknown[] }).coordinates
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}

/** A point, judged by a town that has it; moved. */
export const inTown =
  (move: (point: readonly [number, number]) => readonly [number, number]): Spoil =>
  (subject) => {
    const found = attributesOf(subject).find(isPoint)
    const point = found === undefined ? undefined : pointOf(found)
    if (found === undefined || point === undefined) return undefined
    const [x, y] = point
    // Where both numbers are alike nobody can tell that they were swapped; a latitude above 90 is another fault.
    if (Math.abs(x - y) < 1 || Math.abs(x) > 89) return undefined
    const bounds = [x - 0.2, y - 0.2, x + 0.2, y + 0.2] as const
    return {
      entity: put(subject, found.name, { type: 'Point', coordinates: move(point) }),
      at: found.name,
      profile: profileOf(subject.model, {}, { bounds }),
    }
  }

export const swapped = (text: string): string => {
  const at = [...text].findIndex((letter, index) => index > 0 && letter !== text[index + 1])
  return at < 1 || at + 1 >= text.length
    ? text
    : `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`
}

export const word = ({ value: given }: Found, make: (text: string) => unknown): unknown =>
  Array.isArray(given) ? [make(String(given[0])), ...given.slice(1)] : make(String(given))
