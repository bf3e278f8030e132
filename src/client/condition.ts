import { UsageError } from '../errors.js'
import type { AttributeDescriptor, Model } from '../model/descriptor.js'
import { isDate, isDateTime, isTime } from '../ngsi/date-time.js'
import type { EqualityOperator, Filter, Path as FilterPath, Literal, OrderOperator } from '../query/filter.js'
import { parseFilter } from '../query/parse.js'
import type { AtLinked, LinkedPath, OperandArguments, OperatorFor, Path } from './path.js'
import type { Link } from './query-state.js'

/** Operators of a condition. */
export type Operator = OrderOperator | EqualityOperator | '~=' | '!~=' | 'exists' | 'missing'

/** Conditions that all must hold; immutable, each method gives a longer list. */
// biome-ignore lint/complexity/noBannedTypes: no relationship is followed.
export interface Conditions<S, N = unknown, T = {}> {
  /** One condition; see `Query.where`. */
  where<P extends Path<S> | LinkedPath<T>, O extends OperatorFor<AtLinked<S, T, P>>>(
    path: P,
    operator: O,
    ...value: OperandArguments<AtLinked<S, T, P>, O>
  ): Conditions<S, N, T>
  /** At least one of several groups must hold. */
  or(...groups: readonly ((group: Conditions<S, N, T>) => Conditions<S, N, T>)[]): Conditions<S, N, T>
  /** A condition as q text, for what the types cannot say, such as a sub-attribute of the city's own. */
  q(text: string): Conditions<S, N, T>
  readonly filters: readonly Filter[]
}

const systemTimes: ReadonlySet<string> = new Set([
  'createdAt',
  'modifiedAt',
  'expiresAt',
  'observedAt',
  'deletedAt',
])

/** Reads a path as q writes it; a UsageError names what is wrong. */
export const readPath = (text: string): FilterPath => {
  const condition = parseFilter(text)
  if (condition.kind !== 'exists' || condition.negated === true)
    throw new UsageError(`"${text}" is no path; write attribute, attribute.observedAt or attribute[member]`)
  return condition.path
}

type Format = AttributeDescriptor['format'] | 'system-time'

const formatAt = (model: Model, path: FilterPath, links: readonly Link[]): Format => {
  const [name = ''] = path.names
  const { linked } = path
  if (linked !== undefined) {
    const target = links.find(({ attribute }) => attribute === name)?.model
    return target === undefined ? undefined : formatAt(target, linked.path, [])
  }
  const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
  const last = path.names.at(-1) ?? ''
  if (path.members.length > 0) return undefined
  if (systemTimes.has(last)) return 'system-time'
  return path.names.length === 1 ? attribute?.format : undefined
}

const isInstant = (format: Format): boolean => format === 'date-time' || format === 'system-time'

const textLiteral = (value: string, format: Format, path: string): Literal => {
  if (isInstant(format) && isDateTime(value)) return { kind: 'dateTime', value }
  // Brokers keep these as instants, which no text equals or precedes.
  if (format === 'system-time' && isDate(value)) return { kind: 'dateTime', value: `${value}T00:00:00Z` }
  // Data may lack the zone; what does not even begin with a year compares with nothing.
  if (format === 'system-time' || ((isInstant(format) || format === 'date') && !/^\d{4}-\d\d/.test(value)))
    throw new UsageError(
      `where("${path}"): "${value.slice(0, 100)}" is no ${format === 'date' ? 'date; write 2026-11-23' : 'date-time; write 2026-11-23T10:00:00Z'} or give a Date`,
    )
  if (format === 'date' && isDate(value)) return { kind: 'date', value }
  if (format === 'time' && isTime(value)) return { kind: 'time', value }
  // URIs go out quoted: Orion-LD 1.2 and later refuse bare URNs, and every broker compares quoted ones as text.
  return { kind: 'string', value }
}

const literal = (value: unknown, format: Format, path: string): Literal => {
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return format === 'date'
      ? { kind: 'date', value: value.toISOString().slice(0, 10) }
      : { kind: 'dateTime', value: value.toISOString() }
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value }
  if (typeof value === 'boolean') return { kind: 'boolean', value }
  if (typeof value === 'string') return textLiteral(value, format, path)
  throw new UsageError(
    `where("${path}"): ${String(value)} cannot be compared; give a text, a number, a boolean or a Date`,
  )
}

const isRange = (value: unknown): value is { readonly from: unknown; readonly to: unknown } =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && 'from' in value && 'to' in value

const equality = (
  path: FilterPath,
  operator: EqualityOperator,
  value: unknown,
  read: (v: unknown) => Literal,
): Filter => {
  if (isRange(value)) return { kind: 'range', path, operator, from: read(value.from), to: read(value.to) }
  if (!Array.isArray(value)) return { kind: 'compare', path, operator, value: read(value) }
  const [only] = value
  if (value.length === 0) throw new UsageError('where: a list of values must not be empty')
  return value.length === 1
    ? { kind: 'compare', path, operator, value: read(only) }
    : { kind: 'anyOf', path, operator, values: value.map(read) }
}

/** Makes one condition from what `where` was given; `links` are the relationships that its query follows. */
export const condition = (
  model: Model,
  text: string,
  operator: Operator,
  value: unknown,
  links: readonly Link[] = [],
): Filter => {
  const path = readPath(text)
  const read = (given: unknown): Literal => literal(given, formatAt(model, path, links), text)
  switch (operator) {
    case 'exists':
      return { kind: 'exists', path }
    case 'missing':
      return { kind: 'exists', path, negated: true }
    case '==':
    case '!=':
      return equality(path, operator, value, read)
    case '>':
    case '>=':
    case '<':
    case '<=':
      return { kind: 'compare', path, operator, value: read(value) }
    case '~=':
    case '!~=':
      if (typeof value !== 'string')
        throw new UsageError(`where("${text}"): ${operator} takes a pattern as text`)
      return { kind: 'pattern', path, operator, pattern: value }
    default:
      throw new UsageError(
        `where("${text}"): "${String(operator)}" is no operator; use == != > >= < <= ~= !~= exists missing`,
      )
  }
}

/** Joins conditions by and; undefined for none. */
export const allOf = (filters: readonly Filter[]): Filter | undefined => {
  const [first] = filters
  const flat = filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]))
  return filters.length <= 1 ? first : { kind: 'and', filters: flat }
}

/** Joins groups by or. */
export const anyOf = (groups: readonly (Filter | undefined)[]): Filter => {
  const filters = groups.map((group) => {
    if (group === undefined) throw new UsageError('or(…): each group needs at least one condition')
    return group
  })
  const [first] = filters
  if (first === undefined) throw new UsageError('or(…) needs at least one group')
  return filters.length === 1 ? first : { kind: 'or', filters }
}

/** Starts an empty list of conditions on a model. */
export const conditions = <S, N, T = object>(
  model: Model<S, N>,
  filters: readonly Filter[] = [],
  links: readonly Link[] = [],
): Conditions<S, N, T> => ({
  where: (path, operator, ...value) =>
    conditions(
      model,
      [...filters, condition(model as Model, path, operator as Operator, value[0], links)],
      links,
    ),
  or: (...groups) =>
    conditions(
      model,
      [...filters, anyOf(groups.map((group) => allOf(group(conditions(model, [], links)).filters)))],
      links,
    ),
  q: (text) => conditions(model, [...filters, parseFilter(text)], links),
  filters,
})
