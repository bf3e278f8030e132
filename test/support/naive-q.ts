/**
 * A second reading of the q language, as plain as it can be and sharing no code with `src/query`: it evaluates q text on a
 * normalized entity by splitting strings. It exists to disagree with the real one when that one is wrong.
 * Covers what the generator in `test/query/naive.test.ts` writes: parentheses, `;`, `|`, existence, `!name`, comparisons with
 * numbers, JSON strings, booleans, date-times, lists, ranges; sub-attributes, members, language tags, datasets, arrays.
 */
type Json = unknown
type Thing = Record<string, Json>

const isThing = (value: Json): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const asList = (value: Json): Json[] => (Array.isArray(value) ? value : [value])

/** Splits at a separator outside of quotes, parentheses and brackets. */
const splitTop = (text: string, separator: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let part = ''
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string
    if (c === '"' && text[i - 1] !== '\\') quoted = !quoted
    if (!quoted && (c === '(' || c === '[')) depth += 1
    if (!quoted && (c === ')' || c === ']')) depth -= 1
    if (!quoted && depth === 0 && text.startsWith(separator, i)) {
      parts.push(part)
      part = ''
      i += separator.length - 1
    } else part += c
  }
  return [...parts, part]
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Value of an instance, by the name of the member that carries it. */
const contentOf = (instance: Thing): Json[] => {
  for (const member of ['value', 'object', 'vocab', 'json', 'valueList'])
    if (member in instance) return [instance[member]]
  if (isThing(instance['languageMap'])) return Object.values(instance['languageMap'])
  if (Array.isArray(instance['objectList']))
    return [instance['objectList'].map((item) => (item as Thing)['object'])]
  return []
}

const dig = (value: Json, members: string[]): Json[] => {
  if (members.length === 0) return value === undefined ? [] : [value]
  if (Array.isArray(value)) return value.flatMap((item) => dig(item, members))
  return isThing(value) && Object.hasOwn(value, members[0] as string)
    ? dig(value[members[0] as string], members.slice(1))
    : []
}

const find = (entity: Thing, path: string): Json[] => {
  const [outside = '', inside] = path.replace(/\]$/, '').split('[')
  const names = outside.split('.')
  const members = inside === undefined ? [] : inside.split('.')
  const attribute = names.shift() as string
  if (!Object.hasOwn(entity, attribute)) return []
  if (typeof entity[attribute] === 'string') return names.length === 0 ? [entity[attribute]] : []
  let here: Json[] = asList(entity[attribute])
  for (const name of names)
    here = here.flatMap((x) => (isThing(x) && Object.hasOwn(x, name) ? asList(x[name]) : []))
  return here.flatMap((x) => {
    if (!isThing(x)) return dig(x, members)
    if (isThing(x['languageMap']) && members[0] !== undefined && members[0] !== '*')
      return Object.hasOwn(x['languageMap'], members[0]) ? [x['languageMap'][members[0]]] : []
    if (isThing(x['languageMap'])) return contentOf(x)
    return contentOf(x).flatMap((value) => dig(value, members))
  })
}

/** -1, 0, 1, or undefined where the two cannot be compared. */
const compare = (value: Json, literal: string): number | undefined => {
  if (dateTime.test(literal)) {
    if (typeof value !== 'string' || !dateTime.test(value)) return undefined
    return Math.sign(Date.parse(value) - Date.parse(literal))
  }
  const parsed: Json = JSON.parse(literal)
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

const term = (entity: Thing, text: string): boolean => {
  if (text.startsWith('!')) return find(entity, text.slice(1)).length === 0
  const match = /^([^=<>!~]+)(==|!=|!~=|~=|>=|<=|>|<)(.*)$/s.exec(text)
  if (match === null) return find(entity, text).length > 0
  const [, path = '', operator, right = ''] = match
  const matches = (value: Json): boolean => typeof value === 'string' && new RegExp(right).test(value)
  const isLink =
    find(entity, path).length > 0 && JSON.stringify(entity[path] ?? '').includes('"Relationship"')
  return find(entity, path).some((target) => {
    if (operator === '==') return asList(target).some((value) => equalsOne(value, right))
    if (operator === '!=') return !asList(target).some((value) => equalsOne(value, right))
    if (operator === '~=') return asList(target).some(matches)
    if (operator === '!~=') return !asList(target).some(matches)
    if (isLink) return false
    return asList(target).some((value) => {
      const sign = compare(value, right)
      if (sign === undefined || typeof value === 'boolean') return false
      if (operator === '>') return sign > 0
      if (operator === '>=') return sign >= 0
      return operator === '<' ? sign < 0 : sign <= 0
    })
  })
}

/** Tells whether a normalized entity satisfies q text. */
export const naiveMatch = (entity: Thing, q: string): boolean => {
  const or = splitTop(q, '|')
  if (or.length > 1) return or.some((part) => naiveMatch(entity, part))
  const and = splitTop(q, ';')
  if (and.length > 1) return and.every((part) => naiveMatch(entity, part))
  return q.startsWith('(') && q.endsWith(')') ? naiveMatch(entity, q.slice(1, -1)) : term(entity, q)
}
