import { isObject } from '../ngsi/entity.js'
import { jsonTypes } from './json-schema.js'

/** Says that a keyword's value was wrong and what was made of it. */
type Tell = (rule: string, message: string) => void

/** Formats that mean something to validators; any other is a remark. */
export const knownFormats: ReadonlySet<string> = new Set([
  'date',
  'time',
  'date-time',
  'duration',
  'uri',
  'uri-reference',
  'uri-template',
  'email',
  'idn-email',
  'hostname',
  'ipv4',
  'ipv6',
  'regex',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'byte',
  'int32',
  'int64',
  'float',
  'double',
  'iso-time',
  'iso-date-time',
  'url',
  'password',
  'binary',
])

const leftOut = (tell: Tell, what: string): undefined => {
  tell('schema.keyword-value', `${what}; it was left out`)
  return undefined
}

const finite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

const count = (value: unknown, tell: Tell): number | undefined =>
  Number.isSafeInteger(value) && (value as number) >= 0
    ? (value as number)
    : leftOut(tell, 'must be a whole number, 0 or more')

const amount = (value: unknown, tell: Tell): number | undefined =>
  finite(value) ? value : leftOut(tell, 'must be a number')

const typeName = (value: unknown, tell: Tell): string | undefined => {
  if (typeof value !== 'string') return leftOut(tell, 'a type name must be a text')
  if (jsonTypes.has(value)) return value
  const lower = value.trim().toLowerCase()
  const meant = jsonTypes.has(lower)
    ? lower
    : ({
        text: 'string',
        datetime: 'string',
        float: 'number',
        double: 'number',
        int: 'integer',
        bool: 'boolean',
      }[lower] ?? undefined)
  if (meant === undefined) return leftOut(tell, `"${value.slice(0, 60)}" is no JSON type`)
  tell('schema.keyword-value', `"${value.slice(0, 60)}" is no JSON type; read as "${meant}"`)
  return meant
}

const types = (value: unknown, tell: Tell): unknown => {
  if (!Array.isArray(value)) return typeName(value, tell)
  const names = [...new Set(value.map((item) => typeName(item, tell)).filter((item) => item !== undefined))]
  return names.length === 0 ? undefined : names.length === 1 ? names[0] : names
}

const values = (value: unknown, tell: Tell): unknown => {
  if (!Array.isArray(value) || value.length === 0) return leftOut(tell, 'enum must be a list of values')
  const seen = new Set<string>()
  const distinct = value.filter((item) => {
    const text = JSON.stringify(item) ?? 'undefined'
    return !seen.has(text) && seen.add(text) !== undefined
  })
  if (distinct.length < value.length)
    tell('schema.enum-duplicate', `${value.length - distinct.length} value(s) of the enum stand twice`)
  if (distinct.some((item) => typeof item === 'string' && (item === '' || item !== item.trim())))
    tell('schema.enum-blank', 'the enum has an empty value or one with a blank at its end')
  return distinct
}

const names = (value: unknown, tell: Tell): unknown => {
  if (!Array.isArray(value)) return leftOut(tell, 'required must be a list of names')
  return [...new Set(value.filter((item): item is string => typeof item === 'string'))]
}

const pattern = (value: unknown, tell: Tell): string | undefined => {
  if (typeof value !== 'string') return leftOut(tell, 'pattern must be a text')
  try {
    new RegExp(value, 'u')
    return value
  } catch {
    return leftOut(tell, 'pattern is no regular expression')
  }
}

const format = (value: unknown, tell: Tell): string | undefined => {
  if (typeof value !== 'string') return leftOut(tell, 'format must be a text')
  if (knownFormats.has(value)) return value
  const lower = value.toLowerCase()
  const meant = knownFormats.has(lower) && lower !== value ? lower : undefined
  tell(
    'schema.unknown-format',
    `"${value.slice(0, 60)}" is no known format${meant === undefined ? '' : `; "${meant}" may be meant`}; it is not checked`,
  )
  return undefined
}

const exclusive = (value: unknown, tell: Tell): number | undefined => {
  // Draft 4 wrote a flag beside minimum or maximum; alone it limits nothing.
  if (typeof value !== 'boolean') return amount(value, tell)
  tell('schema.draft-4', 'is a flag as in draft 4; read together with the limit beside it')
  return undefined
}

const flag = (value: unknown, tell: Tell): boolean | undefined =>
  typeof value === 'boolean' ? value : leftOut(tell, 'must be true or false')

const dependencies = (value: unknown, tell: Tell): unknown =>
  isObject(value) && Object.values(value).every((item) => Array.isArray(item))
    ? value
    : leftOut(tell, 'must map names to lists of names')

const checks: Readonly<Record<string, (value: unknown, tell: Tell) => unknown>> = {
  type: types,
  enum: values,
  const: (value) => value,
  required: names,
  pattern,
  format,
  minimum: amount,
  maximum: amount,
  multipleOf: (value, tell) =>
    finite(value) && value > 0 ? value : leftOut(tell, 'multipleOf must be a number above 0'),
  exclusiveMinimum: exclusive,
  exclusiveMaximum: exclusive,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minContains: count,
  maxContains: count,
  minProperties: count,
  maxProperties: count,
  uniqueItems: flag,
  dependentRequired: dependencies,
  dependencies,
}

/** Tells whether a word is a keyword that takes a plain value, not schemas. */
export const isPlainKeyword = (name: string): boolean => Object.hasOwn(checks, name)

/** Gives a keyword's value in the form that JSON Schema 2020-12 wants, or undefined where it must be left out. */
export const checkedKeyword = (name: string, value: unknown, tell: Tell): unknown =>
  checks[name]?.(value, tell)

/** Keywords that say something of one JSON type only. */
const typeOfKeyword: Readonly<Record<string, string>> = {
  minLength: 'string',
  maxLength: 'string',
  pattern: 'string',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  items: 'array',
  minItems: 'array',
  maxItems: 'array',
  uniqueItems: 'array',
  properties: 'object',
  required: 'object',
}

/** Keywords of a schema that its own type makes meaningless, such as `minItems` of a text. */
export const idleKeywords = (schema: Readonly<Record<string, unknown>>): readonly string[] => {
  const type = schema['type']
  if (typeof type !== 'string') return []
  const own = type === 'integer' ? 'number' : type
  return Object.keys(schema).filter(
    (name) => Object.hasOwn(typeOfKeyword, name) && typeOfKeyword[name] !== own,
  )
}
