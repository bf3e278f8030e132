import { RE2JS } from 're2js'
import { type Issue, UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { durationMs } from './duration.js'
import type { AttributeRule, ModelRule, OwnType } from './profile.js'

/** A breach of a profile: an issue with its rule. */
export interface ProfileFault extends Issue {
  readonly rule: string
}

/** A profile's rules for one model, ready to be run over entities. */
export type ProfileCheck = (entity: JsonObject, now: number) => readonly ProfileFault[]

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60)

const itemsOf = (instance: JsonObject): readonly unknown[] => {
  const value = instance['value'] ?? instance['object'] ?? instance['valueList'] ?? instance['vocab']
  return value === undefined ? [] : [value].flat()
}

const valueFaults = (rule: AttributeRule, instance: JsonObject, path: string): readonly ProfileFault[] => {
  const { values, minimum = -Infinity, maximum = Infinity } = rule
  return itemsOf(instance).flatMap((item): readonly ProfileFault[] => {
    if (values !== undefined && !values.some((allowed) => allowed === item))
      return [
        {
          rule: 'profile.values',
          path,
          message: `${shown(item)} is not allowed by the profile`,
          hint: `use ${values.slice(0, 8).join(', ')}`,
        },
      ]
    if (typeof item === 'number' && (item < minimum || item > maximum))
      return [
        {
          rule: 'profile.range',
          path,
          message: `${item} is outside the profile's ${rule.minimum ?? '…'} to ${rule.maximum ?? '…'}`,
        },
      ]
    return []
  })
}

const unitFault = (rule: AttributeRule, instance: JsonObject, path: string): ProfileFault | undefined =>
  rule.unit === undefined || instance['unitCode'] === rule.unit
    ? undefined
    : {
        rule: 'profile.unit',
        path: `${path}.unitCode`,
        message: instance['unitCode'] === undefined ? 'is missing' : `is ${shown(instance['unitCode'])}`,
        hint: `write "unitCode": "${rule.unit}"`,
      }

const ageFault = (
  rule: AttributeRule,
  instance: JsonObject,
  path: string,
  now: number,
): ProfileFault | undefined => {
  if (rule.maxAge === undefined) return undefined
  const { observedAt } = instance
  if (typeof observedAt !== 'string')
    return {
      rule: 'profile.age',
      path: `${path}.observedAt`,
      message: 'is missing; the profile limits the age',
    }
  return now - Date.parse(observedAt) <= durationMs(rule.maxAge)
    ? undefined
    : {
        rule: 'profile.age',
        path: `${path}.observedAt`,
        message: `${observedAt} is older than ${rule.maxAge}`,
      }
}

const digits = (value: number): number => {
  const text = String(value)
  return text.includes('e') ? 15 : text.length - (text.indexOf('.') < 0 ? text.length : text.indexOf('.') + 1)
}

const numbersOf = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbersOf) : []

const precisionFault = (
  rule: AttributeRule,
  instance: JsonObject,
  path: string,
): ProfileFault | undefined => {
  const { precision } = rule
  const value = instance['value']
  if (precision === undefined) return undefined
  const numbers = numbersOf(isObject(value) ? value['coordinates'] : value)
  // One round number may be exact; a whole value of round numbers is not.
  if (numbers.length === 0 || numbers.some((number) => digits(number) >= precision)) return undefined
  return {
    rule: 'profile.precision',
    path: `${path}.value`,
    message: `${shown(isObject(value) ? value['coordinates'] : value)} has fewer than ${precision} digits after the point`,
  }
}

const ownTypes: Readonly<Record<OwnType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
  array: (value) => Array.isArray(value),
  dateTime: (value) => typeof value === 'string' && /T.*Z$/.test(value),
}

const typeFault = (rule: AttributeRule, instance: JsonObject, path: string): ProfileFault | undefined => {
  if (rule.kind !== undefined && instance['type'] !== rule.kind)
    return {
      rule: 'profile.type',
      path,
      message: `is a ${shown(instance['type'])}; the profile has a ${rule.kind}`,
    }
  const { type } = rule
  if (type === undefined || instance['type'] !== 'Property') return undefined
  const value = instance['value']
  const fits =
    rule.many === true ? Array.isArray(value) && value.every(ownTypes[type]) : ownTypes[type](value)
  return fits
    ? undefined
    : {
        rule: 'profile.type',
        path: `${path}.value`,
        message: `is ${shown(value)}; the profile asks for ${rule.many === true ? 'a list of ' : ''}${type}`,
      }
}

const levelFault = (name: string, rule: AttributeRule, present: boolean): ProfileFault | undefined => {
  if (rule.level === 'mandatory' && !present)
    return { rule: 'profile.mandatory', path: name, message: 'is missing; the profile demands it' }
  if (rule.level === 'recommended' && !present)
    return { rule: 'profile.recommended', path: name, message: 'is missing; the profile recommends it' }
  if (rule.level === 'forbidden' && present)
    return {
      rule: 'profile.forbidden',
      path: name,
      message: 'is forbidden by the profile',
      hint: 'leave it out',
    }
  return undefined
}

const attributeFaults = (
  name: string,
  rule: AttributeRule,
  attribute: unknown,
  now: number,
): readonly ProfileFault[] => {
  const level = levelFault(name, rule, attribute !== undefined)
  if (level !== undefined) return [level]
  return [attribute]
    .flat()
    .filter(isObject)
    .flatMap((instance) => [
      ...valueFaults(rule, instance, `${name}.value`),
      ...[
        unitFault(rule, instance, name),
        ageFault(rule, instance, name, now),
        precisionFault(rule, instance, name),
        typeFault(rule, instance, name),
      ].filter((fault) => fault !== undefined),
    ])
}

const idPattern = (text: string, type: string): RE2JS => {
  try {
    return RE2JS.compile(text)
  } catch {
    throw new UsageError(`the profile's id pattern of ${type}, "${text}", is no regular expression`)
  }
}

/** Compiles a profile's rules for one model. Throws a UsageError for an id pattern or duration that cannot be read. */
export const profileCheck = (rule: ModelRule, model: Model): ProfileCheck => {
  const attributes = Object.entries(rule.attributes ?? {})
  for (const [, { maxAge, retention }] of attributes)
    for (const text of [maxAge, retention]) if (text !== undefined) durationMs(text)
  const id = rule.id === undefined ? undefined : idPattern(rule.id, model.type)
  const own = new Set(attributes.map(([name]) => name))
  return (entity, now) => {
    const faults = attributes.flatMap(([name, attribute]) =>
      attributeFaults(name, attribute, entity[name], now),
    )
    if (id !== undefined && typeof entity['id'] === 'string' && !id.matcher(entity['id']).find())
      faults.push({
        rule: 'profile.id',
        path: 'id',
        message: `${shown(entity['id'])} does not follow the profile's pattern`,
        hint: `the pattern is ${rule.id}`,
      })
    if (rule.closed !== true) return faults
    const beyond = Object.keys(entity).filter(
      (name) => !entityMembers.has(name) && !own.has(name) && !Object.hasOwn(model.attributes, name),
    )
    return [
      ...faults,
      ...beyond.map((name) => ({
        rule: 'profile.closed',
        path: name,
        message: 'is neither in the model nor in the profile',
        hint: 'leave it out, or agree on it in the profile',
      })),
    ]
  }
}
