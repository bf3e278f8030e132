/**
 * A second reading of the q language, as plain as it can be and sharing no code with `src/query`: it evaluates q text on a
 * normalized entity by splitting strings. It exists to disagree with the real one when that one is wrong.
 * Covers what `random-entities.ts` writes: parentheses, `;`, `|`, existence, `!name`, comparisons with numbers, JSON strings,
 * booleans, URIs, date-times, dates and times, lists, ranges, patterns; sub-attributes, members, language tags, datasets,
 * arrays, lists of objects, linked entities; all eight kinds of attribute.
 */
type Json = unknown
type Thing = Record<string, Json>
/** A value that a path leads to, and whether it is the URI of another entity. */
interface Target {
  value: Json
  link: boolean
}
/** Gives the entity behind a URI. */
export type Lookup = (uri: string) => Thing | undefined

const isThing = (value: Json): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: Json): Json[] => (Array.isArray(value) ? value : [value])

/** Splits at a separator outside of quotes, parentheses, brackets and braces. */
const splitTop = (text: string, separator: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let part = ''
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string
    if (quoted && c === '\\') {
      part += c + text[i + 1]
      i += 1
      continue
    }
    if (c === '"') quoted = !quoted
    if (!quoted && '([{'.includes(c)) depth += 1
    if (!quoted && ')]}'.includes(c)) depth -= 1
    if (!quoted && depth === 0 && text.startsWith(separator, i)) {
      parts.push(part)
      part = ''
      i += separator.length - 1
    } else part += c
  }
  return [...parts, part]
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const date = /^\d{4}-\d\d-\d\d$/
const time = /^\d\d:\d\d:\d\d(\.\d+)?Z$/

const link = (value: Json): Target[] => [{ value, link: true }]
const plain = (value: Json): Target[] => [{ value, link: false }]

const dig = (value: Json, members: string[]): Target[] => {
  if (members.length === 0) return value === undefined ? [] : plain(value)
  if (Array.isArray(value)) return value.flatMap((item) => dig(item, members))
  return isThing(value) && Object.hasOwn(value, members[0] as string)
    ? dig(value[members[0] as string], members.slice(1))
    : []
}

/** Targets of one instance of an attribute, by its kind. */
const inside = (instance: Thing, members: string[]): Target[] => {
  switch (instance['type']) {
    case 'Relationship':
      return members.length > 0 ? [] : link(instance['object'])
    case 'ListRelationship':
      return members.length > 0
        ? []
        : link(asList(instance['objectList']).map((item) => (item as Thing)['object']))
    case 'LanguageProperty': {
      const map = instance['languageMap'] as Thing
      if (members[0] === undefined || members[0] === '*') return Object.values(map).flatMap(plain)
      return Object.hasOwn(map, members[0]) ? plain(map[members[0]]) : []
    }
    case 'VocabProperty':
      return dig(instance['vocab'], members)
    case 'ListProperty':
      return dig(instance['valueList'], members)
    case 'JsonProperty':
      return dig(instance['json'], members)
    default:
      return dig(instance['value'], members)
  }
}

/** `refers{b}` and `refers{T:b}`: what the inner path leads to in the entities behind the links. */
const findLinked = (entity: Thing, path: string, lookup: Lookup): Target[] => {
  const [outer = '', rest = ''] = [path.slice(0, path.indexOf('{')), path.slice(path.indexOf('{') + 1, -1)]
  const [types, inner] = rest.includes(':') ? rest.split(':') : ['', rest]
  return find(entity, outer, lookup)
    .filter((target) => target.link)
    .flatMap(({ value }) => asList(value))
    .flatMap((uri) => {
      const other = lookup(uri as string)
      if (other === undefined) return []
      const fits = types === '' || types?.split(',').includes(other['type'] as string)
      return fits ? find(other, inner as string, lookup) : []
    })
}

const find = (entity: Thing, path: string, lookup: Lookup): Target[] => {
  if (path.includes('{')) return findLinked(entity, path, lookup)
  const [outside = '', bracket] = path.replace(/\]$/, '').split('[')
  const names = outside.split('.')
  const members = bracket === undefined ? [] : bracket.split('.')
  const attribute = names.shift() as string
  if (!Object.hasOwn(entity, attribute)) return []
  let here: Json[] = asList(entity[attribute])
  for (const name of names)
    here = here.flatMap((x) => (isThing(x) && Object.hasOwn(x, name) ? asList(x[name]) : []))
  return here.flatMap((x) => (isThing(x) ? inside(x, members) : dig(x, members)))
}

/** -1, 0, 1, or undefined where the two cannot be compared. */
const compare = (value: Json, literal: string): number | undefined => {
  if (dateTime.test(literal)) {
    if (typeof value !== 'string' || !dateTime.test(value)) return undefined
    return Math.sign(Date.parse(value) - Date.parse(literal))
  }
  for (const shape of [date, time])
    if (shape.test(literal)) {
      if (typeof value !== 'string' || !shape.test(value)) return undefined
      return value === literal ? 0 : value < literal ? -1 : 1
    }
  const parsed: Json = /^[a-z]+:/.test(literal) ? literal : JSON.parse(literal)
  if (typeof parsed !== typeof value || typeof value === 'object') return undefined
  return value === parsed ? 0 : (value as number) < (parsed as number) ? -1 : 1
}

const equalsOne = (value: Json, right: string): boolean => {
  const range = splitTop(right, '..')
  if (range.length === 2) {
    const low = compare(value, range[0] as string)
    const high = compare(value, range[1] as string)
    return low !== undefined && high !== undefined && low >= 0 && high <= 0
  }
  return splitTop(right, ',').some((literal) => compare(value, literal) === 0)
}

const holds = ({ value: target, link: isLink }: Target, operator: string, right: string): boolean => {
  const values = asList(target)
  if (operator === '==') return values.some((value) => equalsOne(value, right))
  if (operator === '!=') return !values.some((value) => equalsOne(value, right))
  if (operator === '~=' || operator === '!~=') {
    const texts = values.filter((value) => typeof value === 'string')
    // Quotes around a pattern are a convention, not a duty.
    const pattern = new RegExp(right.startsWith('"') ? (JSON.parse(right) as string) : right, 'u')
    const matching = texts.filter((text) => pattern.test(text))
    return operator === '~=' ? matching.length > 0 : texts.length > 0 && matching.length === 0
  }
  if (isLink) return false
  return values.some((value) => {
    const sign = compare(value, right)
    if (sign === undefined || typeof value === 'boolean') return false
    if (operator === '>') return sign > 0
    if (operator === '>=') return sign >= 0
    return operator === '<' ? sign < 0 : sign <= 0
  })
}

const term = (entity: Thing, text: string, lookup: Lookup): boolean => {
  if (text.startsWith('!')) return find(entity, text.slice(1), lookup).length === 0
  const match = /^([^=<>!~]+)(==|!=|!~=|~=|>=|<=|>|<)(.*)$/s.exec(text)
  if (match === null) return find(entity, text, lookup).length > 0
  const [, path = '', operator = '', right = ''] = match
  return find(entity, path, lookup).some((target) => holds(target, operator, right))
}

/** Tells whether a normalized entity satisfies q text. */
export const naiveMatch = (entity: Thing, q: string, lookup: Lookup = () => undefined): boolean => {
  const or = splitTop(q, '|')
  if (or.length > 1) return or.some((part) => naiveMatch(entity, part, lookup))
  const and = splitTop(q, ';')
  if (and.length > 1) return and.every((part) => naiveMatch(entity, part, lookup))
  return q.startsWith('(') && q.endsWith(')')
    ? naiveMatch(entity, q.slice(1, -1), lookup)
    : term(entity, q, lookup)
}
