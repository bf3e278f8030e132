import { isDate, isDateTime, isTime } from '../ngsi/date-time.js'
import { atEnd, type Cursor, fail, nested, separated, startCursor, take, takeMatch } from './cursor.js'
import type { EqualityOperator, Filter, Literal, OrderOperator, Path, PatternOperator } from './filter.js'

const nameShape = /\p{L}[\p{L}\p{N}_]*/uy
const linkedTypes = /([\p{L}][\p{L}\p{N}_]*(?:,[\p{L}][\p{L}\p{N}_]*)*):(?!\/\/)/uy
const bracketed = /\[([^\]]*)\]/uy
const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const uriShape = /^[A-Za-z][A-Za-z0-9+.-]*:\S/

/**
 * Reads q text as a filter tree (CIM 009 4.9; `;` binds tighter than `|`).
 * Accepted beyond the grammar, because brokers and test suites do: `!name` for "does not exist", bare words as texts, unquoted patterns.
 * Throws a QuerySyntaxError with the position.
 */
export const parseFilter = (text: string): Filter => {
  const cursor = startCursor(text, 'q')
  const filter = readOr(cursor)
  return atEnd(cursor)
    ? filter
    : fail(cursor, `"${cursor.text.charAt(cursor.position)}" is not expected here`)
}

const readOr = (cursor: Cursor): Filter => {
  const filters = separated(cursor, ['|'], () => readAnd(cursor))
  return filters.length === 1 ? (filters[0] as Filter) : { kind: 'or', filters }
}

const readAnd = (cursor: Cursor): Filter => {
  const filters = separated(cursor, [';'], () => readUnary(cursor))
  return filters.length === 1 ? (filters[0] as Filter) : { kind: 'and', filters }
}

const readUnary = (cursor: Cursor): Filter => {
  if (take(cursor, '(') === undefined) return readTerm(cursor)
  const inner = nested(cursor, () => readOr(cursor))
  return take(cursor, ')') === undefined ? fail(cursor, 'a closing parenthesis is missing') : inner
}

const readTerm = (cursor: Cursor): Filter => {
  if (take(cursor, '!') !== undefined) return { kind: 'exists', path: readPath(cursor), negated: true }
  const path = readPath(cursor)
  const operator = take(cursor, '!~=', '~=', '==', '!=', '>=', '<=', '>', '<')
  switch (operator) {
    case undefined:
      return { kind: 'exists', path }
    case '~=':
    case '!~=':
      return { kind: 'pattern', path, operator: operator as PatternOperator, pattern: readPattern(cursor) }
    case '==':
    case '!=':
      return readEquality(cursor, path, operator as EqualityOperator)
    default:
      return { kind: 'compare', path, operator: operator as OrderOperator, value: readOrdered(cursor) }
  }
}

const readName = (cursor: Cursor): string =>
  takeMatch(cursor, nameShape)?.[0] ??
  fail(
    cursor,
    atEnd(cursor)
      ? 'an attribute name is missing'
      : `"${cursor.text.charAt(cursor.position)}" cannot begin an attribute name`,
  )

const readPath = (cursor: Cursor): Path => {
  const names = separated(cursor, ['.'], () => readName(cursor))
  if (take(cursor, '{') !== undefined) {
    const linked = nested(cursor, () => readLinked(cursor))
    return take(cursor, '}') === undefined
      ? fail(cursor, 'a closing brace is missing')
      : { names, members: [], linked }
  }
  const brackets = takeMatch(cursor, bracketed)
  if (brackets === undefined)
    return cursor.text.startsWith('[', cursor.position)
      ? fail(cursor, 'a closing bracket is missing')
      : { names, members: [] }
  // Quotes inside brackets are not needed, yet clients write them.
  const members = (brackets[1] ?? '').split('.').map((member) => member.trim().replace(/^"(.*)"$/u, '$1'))
  return members.every((member) => member !== '')
    ? { names, members }
    : fail(cursor, 'a member name in brackets is empty')
}

const readLinked = (cursor: Cursor): { readonly types: readonly string[]; readonly path: Path } => {
  const types = takeMatch(cursor, linkedTypes)?.[1]?.split(',') ?? []
  return { types, path: readPath(cursor) }
}

const readEquality = (cursor: Cursor, path: Path, operator: EqualityOperator): Filter => {
  const first = readLiteral(cursor)
  if (take(cursor, '..') !== undefined)
    return { kind: 'range', path, operator, ...readRangeEnd(cursor, first) }
  const values = [first]
  while (take(cursor, ',') !== undefined) values.push(readLiteral(cursor))
  return values.length === 1
    ? { kind: 'compare', path, operator, value: first }
    : { kind: 'anyOf', path, operator, values }
}

const readRangeEnd = (cursor: Cursor, from: Literal): { readonly from: Literal; readonly to: Literal } => {
  const to = readLiteral(cursor)
  if (to.kind !== from.kind)
    fail(cursor, `both ends of a range must be of one type, not ${from.kind} and ${to.kind}`)
  if (from.kind === 'boolean' || from.kind === 'uri')
    fail(cursor, `a range of ${from.kind} values has no order`)
  return { from, to }
}

const readOrdered = (cursor: Cursor): Literal => {
  const value = readLiteral(cursor)
  if (value.kind === 'boolean' || value.kind === 'uri')
    fail(cursor, `a ${value.kind} has no order; use == or !=`)
  const rest = take(cursor, '..', ',')
  return rest === undefined ? value : fail(cursor, 'lists and ranges go with == and != only')
}

/** The closing quote of the JSON string that begins at `start`, or -1. */
const closingQuote = (text: string, start: number): number => {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text.charAt(index) === '\\') index += 1
    else if (text.charAt(index) === '"') return index
  }
  return -1
}

const readQuoted = (cursor: Cursor): { readonly raw: string; readonly text: string | undefined } => {
  const end = closingQuote(cursor.text, cursor.position)
  if (end < 0) fail(cursor, 'a closing quote is missing')
  const raw = cursor.text.slice(cursor.position, end + 1)
  cursor.position = end + 1
  try {
    return { raw, text: JSON.parse(raw) as string }
  } catch {
    return { raw, text: undefined }
  }
}

const readLiteral = (cursor: Cursor): Literal => {
  if (atEnd(cursor)) return fail(cursor, 'a value is missing')
  if (cursor.text.charAt(cursor.position) === '"') {
    const { text } = readQuoted(cursor)
    return text === undefined
      ? fail(cursor, 'a quoted text has a wrong escape; write it as a JSON string')
      : { kind: 'string', value: text }
  }
  const start = cursor.position
  while (cursor.position < cursor.text.length && !endsBareWord(cursor, start)) cursor.position += 1
  const word = cursor.text.slice(start, cursor.position).trim()
  return word === '' ? fail(cursor, 'a value is missing') : literalOf(word)
}

const endsBareWord = (cursor: Cursor, start: number): boolean => {
  const character = cursor.text.charAt(cursor.position)
  if (character === ';' || character === '|' || character === ')' || character === ',' || character === '"')
    return true
  // Two dots end a number or date, but belong to a URI.
  return (
    character === '.' &&
    cursor.text.startsWith('..', cursor.position) &&
    !uriShape.test(cursor.text.slice(start, cursor.position))
  )
}

const temporalKinds = [
  ['dateTime', isDateTime],
  ['date', isDate],
  ['time', isTime],
] as const

const literalOf = (word: string): Literal => {
  if (numberShape.test(word)) return { kind: 'number', value: Number(word) }
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
  const temporal = temporalKinds.find(([, test]) => test(word))
  if (temporal !== undefined) return { kind: temporal[0], value: word }
  return { kind: uriShape.test(word) ? 'uri' : 'string', value: word }
}

const readPattern = (cursor: Cursor): string => {
  if (atEnd(cursor)) return fail(cursor, 'a pattern is missing')
  if (cursor.text.charAt(cursor.position) === '"') {
    const { raw, text } = readQuoted(cursor)
    // A pattern such as "\d+" is no JSON string; its backslashes are meant as they stand.
    return text ?? raw.slice(1, -1)
  }
  const start = cursor.position
  let depth = 0
  for (; cursor.position < cursor.text.length; cursor.position += 1) {
    const character = cursor.text.charAt(cursor.position)
    if (character === '\\') cursor.position += 1
    else if (depth === 0 && (character === ';' || character === '|' || character === ')')) break
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
  }
  const pattern = cursor.text.slice(start, cursor.position).trim()
  return pattern === '' ? fail(cursor, 'a pattern is missing') : pattern
}
