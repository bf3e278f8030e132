import type { Issue } from '../errors.js'
import type { AttributeDescriptor, CheckError } from './descriptor.js'

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'a list'
      : typeof value === 'object'
        ? 'an object'
        : `the ${typeof value} ${shown(value)}`

const listed = (values: readonly unknown[]): string => {
  const texts = values.slice(0, 20).map((value) => String(value))
  return `${texts.join(', ')}${values.length > 20 ? `, and ${values.length - 20} more` : ''}`
}

interface Told {
  readonly rule: string
  readonly message: string
  readonly hint?: string | undefined
}

const formatHints: Readonly<Record<string, string>> = {
  'date-time': 'write 2026-11-23T10:00:00Z',
  date: 'write 2026-11-23',
  time: 'write 10:00:00Z',
  uri: 'write an absolute URI, such as https://… or urn:ngsi-ld:…',
  email: 'write name@example.org',
}

const enumTold = (value: unknown, allowed: readonly unknown[] | undefined): Told => {
  const lower = String(value).toLowerCase()
  const near = allowed?.find((item) => String(item).toLowerCase() === lower)
  return {
    rule: 'model.enum',
    message: `${shown(value)} is not one of the allowed values`,
    hint:
      near !== undefined
        ? `write "${String(near)}"`
        : allowed === undefined
          ? undefined
          : `allowed: ${listed(allowed)}`,
  }
}

const ranges: Readonly<Record<string, string>> = {
  minimum: 'must be at least',
  exclusiveMinimum: 'must be more than',
  maximum: 'must be at most',
  exclusiveMaximum: 'must be less than',
  multipleOf: 'must be a multiple of',
  minLength: 'must have a length of at least',
  maxLength: 'must have a length of at most',
  minItems: 'must have this many items at least:',
  maxItems: 'must have this many items at most:',
  minProperties: 'must have this many members at least:',
  maxProperties: 'must have this many members at most:',
}

/** Numbers that people write as texts are the commonest mistake of feeds. */
const typeHint = (value: unknown, asked: string): string | undefined =>
  typeof value === 'string' &&
  /number|integer/.test(asked) &&
  value.trim() !== '' &&
  Number.isFinite(Number(value))
    ? `write ${Number(value)} without quotes`
    : undefined

/** Says in words what a failed check found and what it asked. */
export const told = (
  [, keyword, asked]: CheckError,
  value: unknown,
  descriptor: AttributeDescriptor | undefined,
): Told => {
  const range = ranges[keyword]
  if (range !== undefined)
    return { rule: 'model.range', message: `${shown(value)} ${range} ${String(asked)}` }
  switch (keyword) {
    case 'type': {
      const wanted = [asked].flat().join(' or ')
      return {
        rule: 'model.type',
        message: `is ${typeOf(value)} and must be ${wanted}`,
        hint: typeHint(value, wanted),
      }
    }
    case 'enum':
    case 'const':
      return enumTold(value, Array.isArray(asked) ? asked : descriptor?.enum)
    case 'format':
      return {
        rule: 'model.format',
        message: `${shown(value)} is no ${String(asked)}`,
        hint: formatHints[String(asked)],
      }
    case 'pattern':
      return { rule: 'model.pattern', message: `${shown(value)} does not match ${String(asked)}` }
    case 'required':
      return { rule: 'model.required-member', message: `needs the member "${String(asked)}"` }
    case 'additionalProperties':
      return { rule: 'model.unknown-member', message: `has a member that is not described` }
    case 'uniqueItems':
      return { rule: 'model.unique', message: 'has the same item twice' }
    case 'anyOf':
    case 'oneOf':
      return {
        rule: 'model.shape',
        message: `${shown(value)} fits ${keyword === 'anyOf' ? 'none' : 'not exactly one'} of the allowed shapes`,
      }
    default:
      return { rule: 'model.shape', message: `${shown(value)} does not fit the schema (${keyword})` }
  }
}

/** Reads a JSON Pointer of generated code. */
export const segmentsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Writes a place in data, `address.streetAddress` or `category[2]`. */
export const pathOf = (segments: readonly string[]): string =>
  segments.reduce(
    (path, part) =>
      /^\d+$/.test(part) && path !== '' ? `${path}[${part}]` : path === '' ? part : `${path}.${part}`,
    '',
  )

/** Makes the issue of a failed check; `member` is the value member where the attribute was not bare. */
export const issueOf = (
  error: CheckError,
  value: unknown,
  descriptor: AttributeDescriptor | undefined,
  member: string | undefined,
): Issue => {
  const [name = '', ...rest] = segmentsOf(error[0])
  const path = pathOf(member === undefined ? [name, ...rest] : [name, member, ...rest])
  const { rule, message, hint } = told(error, value, descriptor)
  return hint === undefined ? { path, rule, message } : { path, rule, message, hint }
}
