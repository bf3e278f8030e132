import { instantOf } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import type { Filter, Literal, Path } from '../query/filter.js'
import type { EntityRecord } from './entity-record.js'
import { createSortedColumn, type SortedColumn } from './sorted-column.js'
import { attributeValue, instancesOf, type StoredEntity } from './stored-entity.js'

type Scalar = string | number | boolean

/** Records that may satisfy a condition, with an estimate of how many before they are listed. */
export interface Candidates {
  readonly count: number
  readonly records: () => Iterable<EntityRecord>
}

/** Finds records by the value at one path: equality by hash, order by sorted columns that are built when first asked. */
export interface ValueIndex {
  /** IRI of the attribute that it is about. */
  readonly name: string
  /** Takes in many records at once. */
  readonly load: (records: readonly EntityRecord[]) => void
  readonly add: (record: EntityRecord, entity: StoredEntity) => void
  readonly remove: (record: EntityRecord, entity: StoredEntity) => void
  /** Candidates of a condition on this path, or undefined when the index cannot help. */
  readonly find: (condition: Filter) => Candidates | undefined
}

const plain = (value: unknown): unknown =>
  isObject(value) && Object.hasOwn(value, '@value') ? value['@value'] : value

const collectScalars = (value: unknown, found: Set<Scalar>): void => {
  if (Array.isArray(value)) {
    for (const item of value) collectScalars(item, found)
    return
  }
  const bare = isObject(value) && Object.hasOwn(value, 'object') ? value['object'] : plain(value)
  if (typeof bare === 'string' || typeof bare === 'number' || typeof bare === 'boolean') found.add(bare)
}

const descend = (value: unknown, members: readonly string[]): unknown => {
  const [member, ...rest] = members
  if (member === undefined) return value
  if (Array.isArray(value)) return value.map((item) => descend(item, members))
  return isObject(value) && Object.hasOwn(value, member) ? descend(value[member], rest) : undefined
}

/** Every scalar that a condition on the path could compare with; a superset is fine, a miss is not. */
const scalarsOf = (path: Path, entity: StoredEntity): ReadonlySet<Scalar> => {
  const found = new Set<Scalar>()
  for (const instance of instancesOf(entity[path.names[0] as string])) {
    const value = attributeValue(instance)
    if (instance.type === 'LanguageProperty')
      collectScalars(isObject(value) ? Object.values(value) : value, found)
    else collectScalars(descend(value, path.members), found)
  }
  return found
}

/** Tells whether conditions on a path can be answered by an index: one attribute, possibly members inside its value. */
export const isIndexable = (path: Path): boolean => path.names.length === 1 && path.linked === undefined

/** The key of a path among indexes. */
export const indexKey = (path: Path): string => JSON.stringify([path.names, path.members])

type Postings = Map<Scalar, EntityRecord | Set<EntityRecord>>

const post = (postings: Postings, key: Scalar, record: EntityRecord): void => {
  const known = postings.get(key)
  // A set costs some 200 bytes; most keys of selective attributes have one record.
  if (known === undefined) postings.set(key, record)
  else if (known instanceof Set) known.add(record)
  else postings.set(key, new Set([known, record]))
}

const unpost = (postings: Postings, key: Scalar, record: EntityRecord): void => {
  const known = postings.get(key)
  if (known instanceof Set) {
    known.delete(record)
    if (known.size === 0) postings.delete(key)
  } else if (known === record) postings.delete(key)
}

const recordsOf = (postings: Postings, key: Scalar): readonly EntityRecord[] | ReadonlySet<EntityRecord> => {
  const known = postings.get(key)
  return known === undefined ? [] : known instanceof Set ? known : [known]
}

interface Columns {
  numbers: SortedColumn<number, EntityRecord> | undefined
  strings: SortedColumn<string, EntityRecord> | undefined
  /** Microseconds since 1970 of texts that are DateTimes. */
  instants: SortedColumn<number, EntityRecord> | undefined
}

const toColumns = (
  columns: Columns,
  scalar: Scalar,
  apply: (column: SortedColumn<never, EntityRecord>, key: never) => void,
): void => {
  if (typeof scalar === 'number') {
    if (columns.numbers !== undefined)
      apply(columns.numbers as SortedColumn<never, EntityRecord>, scalar as never)
  } else if (typeof scalar === 'string') {
    if (columns.strings !== undefined)
      apply(columns.strings as SortedColumn<never, EntityRecord>, scalar as never)
    const instant = columns.instants === undefined ? undefined : instantOf(scalar)
    if (columns.instants !== undefined && instant !== undefined)
      apply(columns.instants as SortedColumn<never, EntityRecord>, instant as never)
  }
}

const boundsOf = (condition: Filter): readonly [Literal | undefined, Literal | undefined] | undefined => {
  if (condition.kind === 'range' && condition.operator === '==') return [condition.from, condition.to]
  if (condition.kind !== 'compare') return undefined
  const { operator, value } = condition
  if (operator === '>' || operator === '>=') return [value, undefined]
  if (operator === '<' || operator === '<=') return [undefined, value]
  // Two texts can name one instant, so equality of DateTimes is a range of one instant.
  return operator === '==' && value.kind === 'dateTime' ? [value, value] : undefined
}

const literalsOf = (condition: Filter): readonly Literal[] | undefined => {
  if (condition.kind === 'compare' && condition.operator === '==') return [condition.value]
  return condition.kind === 'anyOf' && condition.operator === '==' ? condition.values : undefined
}

const createColumn = <Key extends number | string>(
  postings: Postings,
  keyOf: (scalar: Scalar) => Key | undefined,
): SortedColumn<Key, EntityRecord> => {
  const entries: (readonly [Key, EntityRecord])[] = []
  for (const scalar of postings.keys()) {
    const key = keyOf(scalar)
    if (key !== undefined) for (const record of recordsOf(postings, scalar)) entries.push([key, record])
  }
  return createSortedColumn(entries)
}

/** Makes the index of one path, empty. */
export const createValueIndex = (path: Path): ValueIndex => {
  const postings: Postings = new Map()
  const columns: Columns = { numbers: undefined, strings: undefined, instants: undefined }

  const add = (record: EntityRecord, entity: StoredEntity): void => {
    for (const scalar of scalarsOf(path, entity)) {
      post(postings, scalar, record)
      toColumns(columns, scalar, (column, key) => column.add(key, record))
    }
  }

  const remove = (record: EntityRecord, entity: StoredEntity): void => {
    for (const scalar of scalarsOf(path, entity)) {
      unpost(postings, scalar, record)
      toColumns(columns, scalar, (column, key) => column.remove(key, record))
    }
  }

  const numbers = (): SortedColumn<number, EntityRecord> => {
    columns.numbers ??= createColumn(postings, (scalar) => (typeof scalar === 'number' ? scalar : undefined))
    return columns.numbers
  }
  const strings = (): SortedColumn<string, EntityRecord> => {
    columns.strings ??= createColumn(postings, (scalar) => (typeof scalar === 'string' ? scalar : undefined))
    return columns.strings
  }
  const instants = (): SortedColumn<number, EntityRecord> => {
    columns.instants ??= createColumn(postings, (scalar) =>
      typeof scalar === 'string' ? instantOf(scalar) : undefined,
    )
    return columns.instants
  }

  const inRange = <Key extends number | string>(
    column: SortedColumn<Key, EntityRecord>,
    from: Key | undefined,
    to: Key | undefined,
  ): Candidates => ({ count: column.count(from, to), records: () => column.range(from, to) })

  const findRange = ([from, to]: readonly [Literal | undefined, Literal | undefined]):
    | Candidates
    | undefined => {
    const kind = (from ?? to)?.kind
    if (kind === 'number')
      return inRange(numbers(), from?.value as number | undefined, to?.value as number | undefined)
    if (kind === 'dateTime') {
      const instant = (literal: Literal | undefined): number | undefined =>
        literal === undefined ? undefined : instantOf(String(literal.value))
      return inRange(instants(), instant(from), instant(to))
    }
    return kind === 'string' || kind === 'date' || kind === 'time'
      ? inRange(strings(), from?.value as string | undefined, to?.value as string | undefined)
      : undefined
  }

  const find = (condition: Filter): Candidates | undefined => {
    const bounds = boundsOf(condition)
    if (bounds !== undefined) return findRange(bounds)
    const literals = literalsOf(condition)
    if (literals === undefined || literals.some(({ kind }) => kind === 'dateTime')) return undefined
    const found = literals.map(({ value }) => recordsOf(postings, value))
    const count = found.reduce((sum, part) => sum + (part instanceof Set ? part.size : [...part].length), 0)
    return { count, records: () => new Set(found.flatMap((part) => [...part])) }
  }

  const load = (records: readonly EntityRecord[]): void => {
    for (const record of records) add(record, record.entity)
  }

  return { name: path.names[0] as string, load, add, remove, find }
}
