import { setOwn } from '../ngsi/own-member.js'
import { type CastType, castSteps, type Step } from './cast.js'
import { CellProblem } from './cell-problem.js'
import type { Environment } from './environment.js'
import { geometryOrigins, geometryValue } from './geometry-value.js'
import type { AttributeSpec, FullAttributeSpec, ValueSpec } from './mapping.js'
import { fullSpec, originOf } from './mapping-file.js'
import { repairMojibake } from './mojibake.js'
import { countRow } from './tally.js'
import { compileTemplate } from './template.js'

/** Makes one value of a record; undefined means no value. Throws a CellProblem for a value that cannot be read. */
export type ValueReader = (record: unknown) => unknown

const nothing = (value: unknown): boolean => value === undefined || value === null || value === ''

const joined = (
  spec: ValueSpec,
  columns: readonly string[],
  environment: Environment,
  place: string,
): ValueReader => {
  const readers = columns.map((column) => environment.column(column, place))
  const { join = ' ' } = spec
  return (record) => {
    const parts = readers
      .map((read) => read(record))
      .map((value) => (typeof value === 'string' ? value.trim() : value))
      .filter((value) => !nothing(value))
    return parts.length === 0 ? undefined : parts.join(join)
  }
}

/** The value as the source has it: trimmed, repaired where asked, without the texts that mean "no value". */
const rawReader = (spec: ValueSpec, environment: Environment, place: string): ValueReader => {
  const [first = '', ...more] = [spec.from ?? ''].flat()
  const read =
    more.length === 0 ? environment.column(first, place) : joined(spec, [first, ...more], environment, place)
  const nulls = new Set((spec.nullIf ?? []).map(String))
  const { tally } = environment
  const repair = spec.fix === 'mojibake'
  return (record) => {
    let value = read(record)
    if (typeof value === 'string') {
      value = value.trim()
      if (repair) {
        const repaired = repairMojibake(value as string)
        if (repaired !== value) countRow(tally, tally.repaired)
        value = repaired
      }
    }
    if (nothing(value)) return undefined
    return nulls.size > 0 && nulls.has(String(value)) ? undefined : value
  }
}

const applied = (steps: readonly Step[], value: unknown): unknown => {
  let result = value
  for (const step of steps) {
    result = step(result)
    if (result === undefined) return undefined
  }
  return result
}

const distinct = (values: readonly unknown[]): readonly unknown[] => {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = JSON.stringify(value)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A list from items that may themselves be lists (an enum may give several values); undefined when nothing is left. */
const listOf = (items: readonly unknown[], unique: boolean): readonly unknown[] | undefined => {
  const flat = items.flat().filter((item) => !nothing(item))
  if (flat.length === 0) return undefined
  return unique ? distinct(flat) : flat
}

const columnValue = (
  spec: FullAttributeSpec,
  type: CastType | undefined,
  many: boolean,
  environment: Environment,
  place: string,
): ValueReader => {
  const raw = rawReader(spec, environment, place)
  const steps = castSteps(spec, type, environment, place)
  const { split, unique = true } = spec
  if (split === undefined && !many) {
    const [only] = steps
    if (steps.length === 1 && only !== undefined)
      return (record) => {
        const value = raw(record)
        return value === undefined ? undefined : only(value)
      }
    return (record) => {
      const value = raw(record)
      return value === undefined ? undefined : applied(steps, value)
    }
  }
  return (record) => {
    const value = raw(record)
    if (value === undefined) return undefined
    const items: readonly unknown[] =
      split !== undefined && typeof value === 'string'
        ? value.split(split).map((item) => item.trim())
        : [value].flat()
    return listOf(
      items.filter((item) => item !== '').map((item) => applied(steps, item)),
      unique,
    )
  }
}

const objectValue = (
  members: Readonly<Record<string, AttributeSpec>>,
  environment: Environment,
  place: string,
): ValueReader => {
  const readers = Object.entries(members).map(
    ([name, member]) =>
      [name, compileValue(fullSpec(member), undefined, false, environment, `${place}.${name}`)] as const,
  )
  return (record) => {
    const result: Record<string, unknown> = {}
    for (const [name, read] of readers) {
      const value = read(record)
      if (value !== undefined) setOwn(result, name, value)
    }
    return Object.keys(result).length === 0 ? undefined : result
  }
}

const listValue = (
  spec: FullAttributeSpec,
  type: CastType | undefined,
  environment: Environment,
  place: string,
): ValueReader => {
  const readers = (spec.list ?? []).map((item, index) =>
    compileValue(fullSpec(item), type, false, environment, `${place}[${index}]`),
  )
  const { unique = true, join } = spec
  return (record) => {
    const items = listOf(
      readers.map((read) => read(record)),
      unique,
    )
    return join === undefined ? items : items?.join(join)
  }
}

/** A template is empty where one of its columns is, so that an optional attribute is left out rather than the row refused. */
const templateValue = (
  template: string,
  target: 'uri' | 'text',
  environment: Environment,
  place: string,
): ValueReader => {
  const write = compileTemplate(template, environment, target, place)
  return (record) => {
    try {
      return write(record)
    } catch (error) {
      if (error instanceof CellProblem && error.message.includes('is empty')) return undefined
      throw error
    }
  }
}

/**
 * Compiles the specification of one value. `type` and `many` are the model's where the specification leaves them out.
 * Throws a UsageError for a column that the source lacks or a pattern that cannot be read.
 */
export const compileValue = (
  spec: FullAttributeSpec,
  type: CastType | undefined,
  many: boolean,
  environment: Environment,
  place: string,
): ValueReader => {
  const origin = originOf(spec, place)
  if (geometryOrigins.has(origin)) return geometryValue(spec, environment, place)
  switch (origin) {
    case 'value': {
      const value: unknown = many && !Array.isArray(spec.value) ? [spec.value] : spec.value
      return () => value
    }
    case 'template':
      return templateValue(spec.template ?? '', 'text', environment, place)
    case 'relationship':
      return templateValue(spec.relationship ?? '', 'uri', environment, place)
    case 'object':
      return objectValue(spec.object ?? {}, environment, place)
    case 'list':
      return listValue(spec, spec.type ?? type, environment, place)
    default:
      return columnValue(spec, spec.type ?? type, many, environment, place)
  }
}
