import {
  type AttributeKind,
  attributeMembers,
  entityMembers,
  isAttributeKind,
  valueMembers,
} from '../ngsi/attribute.js'
import { instantOf, isDate, isTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject, type NormalizedEntity, typesOf } from '../ngsi/entity.js'
import { type Filter, type Literal, mapFilterValues, type Path } from './filter.js'

/** What evaluation needs from outside. */
export interface EvaluateOptions {
  /** Expands a vocabulary term on the right-hand side; called for string literals only (`expandValues`). */
  readonly expandValue?: ((path: Path, text: string) => string) | undefined
  /** Gives the entity that a relationship points to; without it linked conditions never hold. */
  readonly linked?: ((uri: string) => NormalizedEntity | undefined) | undefined
  /** Makes the test of a pattern. @default JavaScript's RegExp, unanchored */
  readonly compilePattern?: ((pattern: string) => (text: string) => boolean) | undefined
}

/** A value that a path leads to, and whether it is the URI of a relationship. */
interface Target {
  readonly value: unknown
  readonly isLink: boolean
}

type Test = (target: Target) => boolean

/** Tells whether an entity satisfies a filter (CIM 009 4.9). Names in filter and entity must be in the same form. */
export const evaluateFilter = (
  filter: Filter,
  entity: NormalizedEntity,
  options: EvaluateOptions = {},
): boolean => compileFilter(filter, options)(entity)

/** Turns a filter into a test that can be run on many entities. */
export const compileFilter = (
  filter: Filter,
  options: EvaluateOptions = {},
): ((entity: NormalizedEntity) => boolean) => {
  const { expandValue } = options
  const prepared =
    expandValue === undefined
      ? filter
      : mapFilterValues(filter, (literal, path) =>
          literal.kind === 'string' ? { kind: 'string', value: expandValue(path, literal.value) } : literal,
        )
  return compile(prepared, options)
}

const compile = (filter: Filter, options: EvaluateOptions): ((entity: NormalizedEntity) => boolean) => {
  if (filter.kind === 'and') {
    const tests = filter.filters.map((inner) => compile(inner, options))
    return (entity) => tests.every((test) => test(entity))
  }
  if (filter.kind === 'or') {
    const tests = filter.filters.map((inner) => compile(inner, options))
    return (entity) => tests.some((test) => test(entity))
  }
  const { path } = filter
  if (filter.kind === 'exists') {
    const wanted = filter.negated !== true
    return (entity) => targetsOf(path, entity, options).length > 0 === wanted
  }
  const test = testOf(filter, options)
  return (entity) => targetsOf(path, entity, options).some(test)
}

const testOf = (
  filter: Exclude<Filter, { kind: 'and' | 'or' | 'exists' }>,
  options: EvaluateOptions,
): Test => {
  switch (filter.kind) {
    case 'pattern': {
      const matches = (options.compilePattern ?? compileRegExp)(filter.pattern)
      const wanted = filter.operator === '~='
      return wanted ? anyElement((value) => typeof value === 'string' && matches(value)) : noMatch(matches)
    }
    case 'anyOf':
      return equality(filter.operator, filter.values.map(equals))
    case 'range': {
      const [from, to] = [order(filter.from), order(filter.to)]
      const inside: ValueTest = (value) => {
        const [low, high] = [from(value), to(value)]
        return low !== undefined && high !== undefined && low >= 0 && high <= 0
      }
      return equality(filter.operator, [inside])
    }
    case 'compare':
      return filter.operator === '==' || filter.operator === '!='
        ? equality(filter.operator, [equals(filter.value)])
        : ordered(filter.operator, order(filter.value))
  }
}

type ValueTest = (value: unknown) => boolean

const compileRegExp = (pattern: string): ((text: string) => boolean) => {
  const expression = new RegExp(pattern, 'u')
  return (text) => expression.test(text)
}

const anyElement =
  (test: ValueTest): Test =>
  ({ value }) =>
    Array.isArray(value) ? value.some(test) : test(value)

// Non-texts neither match nor fail to match a pattern (CIM 009 4.9).
const noMatch =
  (matches: (text: string) => boolean): Test =>
  ({ value }) =>
    Array.isArray(value)
      ? value.some((item) => typeof item === 'string') &&
        !value.some((item) => typeof item === 'string' && matches(item))
      : typeof value === 'string' && !matches(value)

const equality = (operator: '==' | '!=', tests: readonly ValueTest[]): Test => {
  const equal = anyElement((value) => tests.some((test) => test(value)))
  return operator === '==' ? equal : (target) => !equal(target)
}

const ordered = (operator: '>' | '>=' | '<' | '<=', compareTo: Order): Test => {
  const holds: Readonly<Record<typeof operator, (sign: number) => boolean>> = {
    '>': (sign) => sign > 0,
    '>=': (sign) => sign >= 0,
    '<': (sign) => sign < 0,
    '<=': (sign) => sign <= 0,
  }
  const test = anyElement((value) => {
    const sign = compareTo(value)
    return sign !== undefined && holds[operator](sign)
  })
  // Links have no order (CIM 009 4.9).
  return (target) => !target.isLink && test(target)
}

/** Typed values of JSON-LD, `{ "@type": "DateTime", "@value": "…" }`, compare by their value. */
const plain = (value: unknown): unknown =>
  isObject(value) && Object.hasOwn(value, '@value') ? value['@value'] : value

const equals = (literal: Literal): ValueTest => {
  switch (literal.kind) {
    case 'dateTime': {
      const instant = instantOf(literal.value)
      return (value) => {
        const found = plain(value)
        return typeof found === 'string' && instantOf(found) === instant
      }
    }
    default:
      return (value) => plain(value) === literal.value
  }
}

/** The sign of value minus literal, or undefined where the two are of different types. */
type Order = (value: unknown) => number | undefined

const signOf = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0)

const order = (literal: Literal): Order => {
  switch (literal.kind) {
    case 'number':
      return (value) => (typeof value === 'number' ? signOf(value, literal.value) : undefined)
    case 'dateTime': {
      const instant = instantOf(literal.value) ?? Number.NaN
      return (value) => {
        const found = plain(value)
        const other = typeof found === 'string' ? instantOf(found) : undefined
        return other === undefined ? undefined : signOf(other, instant)
      }
    }
    case 'date':
    case 'time': {
      const sameType = literal.kind === 'date' ? isDate : isTime
      return (value) => {
        const found = plain(value)
        return sameType(found) ? signOf(found, literal.value) : undefined
      }
    }
    case 'string':
      return (value) => {
        const found = plain(value)
        return typeof found === 'string' ? signOf(found, literal.value) : undefined
      }
    default:
      return () => undefined
  }
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const targetsOf = (path: Path, entity: JsonObject, options: EvaluateOptions): readonly Target[] => {
  const [first, ...rest] = path.names
  if (first === undefined || !Object.hasOwn(entity, first)) return []
  if (entityMembers.has(first)) return rest.length > 0 ? [] : [{ value: entity[first], isLink: false }]
  const instances = rest.reduce<readonly unknown[]>(
    (current, name) =>
      current.flatMap((instance) =>
        isObject(instance) && Object.hasOwn(instance, name) ? listOf(instance[name]) : [],
      ),
    listOf(entity[first]),
  )
  return instances.flatMap((instance) => targetsOfInstance(path, instance, options))
}

const targetsOfInstance = (path: Path, instance: unknown, options: EvaluateOptions): readonly Target[] => {
  if (!isObject(instance)) return [{ value: instance, isLink: false }]
  const last = path.names.at(-1)
  // `speed.observedAt` ends at a plain member, not at an attribute.
  if (path.names.length > 1 && last !== undefined && attributeMembers.has(last))
    return descend(path.members, instance)
  const kind = instance['type']
  return isAttributeKind(kind) ? targetsOfKind(path, kind, instance[valueMembers[kind]], options) : []
}

const targetsOfKind = (
  path: Path,
  kind: AttributeKind,
  value: unknown,
  options: EvaluateOptions,
): readonly Target[] => {
  if (path.linked !== undefined) return linkedTargets(path.linked, uris(value), options)
  if (kind === 'LanguageProperty') return languageTargets(path.members, value)
  if (kind !== 'Relationship' && kind !== 'ListRelationship') return descend(path.members, value)
  // A URI has no members; looking into one finds nothing.
  if (value === undefined || path.members.length > 0) return []
  return [{ value: kind === 'Relationship' ? value : uris(value), isLink: true }]
}

const uris = (value: unknown): readonly string[] =>
  listOf(value)
    .map((item) => (isObject(item) ? item['object'] : item))
    .filter((item) => typeof item === 'string')

const linkedTargets = (
  linked: NonNullable<Path['linked']>,
  targets: readonly string[],
  options: EvaluateOptions,
): readonly Target[] =>
  targets.flatMap((uri) => {
    const entity = options.linked?.(uri)
    if (entity === undefined) return []
    const typeFits = linked.types.length === 0 || typesOf(entity).some((type) => linked.types.includes(type))
    return typeFits ? targetsOf(linked.path, entity, options) : []
  })

// Without a tag, or with [*], any language may satisfy (CIM 009 4.9).
const languageTargets = (members: readonly string[], map: unknown): readonly Target[] => {
  if (!isObject(map)) return []
  const [tag] = members
  const tags =
    tag === undefined || tag === '*'
      ? Object.keys(map)
      : Object.keys(map).filter((key) => key.toLowerCase() === tag.toLowerCase())
  return tags.map((key) => ({ value: map[key], isLink: false }))
}

const descend = (members: readonly string[], value: unknown): readonly Target[] => {
  const [member, ...rest] = members
  if (member === undefined) return value === undefined ? [] : [{ value, isLink: false }]
  if (Array.isArray(value)) return value.flatMap((item) => descend(members, item))
  return isObject(value) && Object.hasOwn(value, member) ? descend(rest, value[member]) : []
}
