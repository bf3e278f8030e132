import { RE2JS } from 're2js'
import { UsageError } from '../errors.js'
import { CellProblem, shown } from './cell-problem.js'
import { dateValue } from './date-value.js'
import type { Environment } from './environment.js'
import type { ValueSpec } from './mapping.js'
import { numberReader } from './number-format.js'
import { countText, type EnumTally } from './tally.js'

/** Changes one value; undefined means no value. */
export type Step = (value: unknown) => unknown

/** Compiles a pattern of a mapping. RE2 has no backtracking: a mapping of strangers cannot stall an import. */
export const pattern = (text: string, place: string): RE2JS => {
  try {
    return RE2JS.compile(text)
  } catch (error) {
    throw new UsageError(
      `${place}: "${text}" is no regular expression: ${error instanceof Error ? error.message : ''}`,
    )
  }
}

const capture = (text: string, place: string): Step => {
  const expression = pattern(text, place)
  if (expression.groupCount() === 0)
    throw new UsageError(`${place}: capture "${text}" has no group; put the wanted part in ( )`)
  return (value) => {
    const matcher = expression.matcher(String(value))
    if (!matcher.find())
      throw new CellProblem('feed.capture', `${shown(value)} does not follow the pattern ${text}`)
    return matcher.group(1) ?? undefined
  }
}

const key = (value: unknown): string => String(value).trim()

const enumStep = (spec: ValueSpec, table: object, tally: EnumTally): Step => {
  const map = new Map<string, unknown>(Object.entries(table))
  const { default: fallback = 'fail' } = spec
  return (value) => {
    const text = key(value)
    if (map.has(text)) {
      countText(tally.mapped, text)
      return map.get(text) ?? undefined
    }
    countText(tally.unmapped, text)
    if (fallback === 'skip') return undefined
    if (fallback === 'keep') return value
    if (typeof fallback === 'object') return fallback.value
    throw new CellProblem(
      'feed.enum',
      `${shown(text)} is not in the enum table`,
      'add it to enum, or say default: skip',
    )
  }
}

const booleanStep = (spec: NonNullable<ValueSpec['boolean']>): Step => {
  const map = new Map<string, boolean | undefined>()
  for (const text of spec.unknown ?? []) map.set(key(text), undefined)
  for (const text of spec.true) map.set(key(text), true)
  for (const text of spec.false) map.set(key(text), false)
  return (value) => {
    const text = key(value)
    if (map.has(text)) return map.get(text)
    throw new CellProblem('feed.boolean', `${shown(value)} is in none of the lists of boolean`)
  }
}

const plainBoolean: Step = (value) => {
  if (typeof value === 'boolean') return value
  const text = key(value)
  if (text === 'true') return true
  if (text === 'false') return false
  throw new CellProblem(
    'feed.boolean',
    `${shown(value)} is no boolean`,
    'say boolean: { true: […], false: […] }',
  )
}

const withoutUnit = (unit: string): Step => {
  const lower = unit.toLowerCase()
  return (value) => {
    if (typeof value !== 'string') return value
    const text = value.trim()
    return text.toLowerCase().endsWith(lower) ? text.slice(0, -unit.length).trim() : text
  }
}

const checkedRange = (value: number, { min = -Infinity, max = Infinity }: ValueSpec): number => {
  if (value >= min && value <= max) return value
  const [from, to] = [min, max].map((limit) => (Number.isFinite(limit) ? limit : '…'))
  throw new CellProblem('feed.range', `${value} is outside ${from} to ${to}`)
}

const arithmetic = (spec: ValueSpec, integer: boolean): ((value: number) => number) => {
  const { scale = 1, offset = 0, round } = spec
  const changes = scale !== 1 || offset !== 0
  return (value) => {
    // Twelve digits take back what binary fractions add: 215 × 0.1 is 21.5.
    const scaled = changes ? Number((value * scale + offset).toPrecision(12)) : value
    const result = round === undefined ? scaled : Number(scaled.toFixed(round))
    if (integer && !Number.isInteger(result))
      throw new CellProblem('feed.integer', `${result} is no whole number`)
    return checkedRange(result, spec)
  }
}

const numberStep = (spec: ValueSpec, integer: boolean): Step => {
  const read = numberReader(spec.number ?? 'en')
  const strip = spec.unit === undefined ? undefined : withoutUnit(spec.unit)
  const calculate = arithmetic(spec, integer)
  return (value) => {
    const bare = strip === undefined ? value : strip(value)
    return bare === '' ? undefined : calculate(read(bare))
  }
}

const text: Step = (value) => {
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const jsonStep: Step = (value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    throw new CellProblem('feed.json', `${shown(value)} is not JSON`)
  }
}

/** The JSON type that a value is cast to. */
export type CastType = NonNullable<ValueSpec['type']>

const typeStep = (
  type: CastType | undefined,
  spec: ValueSpec,
  environment: Environment,
): Step | undefined => {
  switch (type) {
    case 'number':
      return numberStep(spec, false)
    case 'integer':
      return numberStep(spec, true)
    case 'boolean':
      return spec.boolean === undefined ? plainBoolean : undefined
    case 'dateTime':
    case 'date':
      return dateValue(spec, type, environment)
    case 'string':
      return text
    case 'json':
    case 'array':
    case undefined:
      return undefined
  }
}

/** The steps that change one value (one item, where a text is split): capture, tables, type. */
export const castSteps = (
  spec: ValueSpec,
  type: CastType | undefined,
  environment: Environment,
  place: string,
): readonly Step[] => {
  const steps: Step[] = []
  if (spec.capture !== undefined) steps.push(capture(spec.capture, place))
  if (spec.enum !== undefined) {
    const name = place.replace(/^.*map\./, '')
    const tally: EnumTally = environment.tally.enums.get(name) ?? { mapped: new Map(), unmapped: new Map() }
    environment.tally.enums.set(name, tally)
    steps.push(enumStep(spec, spec.enum, tally))
  }
  if (spec.boolean !== undefined) steps.push(booleanStep(spec.boolean))
  if (spec.parse === 'json') steps.push(jsonStep)
  // An enum's right side is written as it shall be.
  const cast = spec.enum === undefined ? typeStep(type, spec, environment) : undefined
  if (cast !== undefined) steps.push(cast)
  return steps
}
