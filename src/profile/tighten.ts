import { UsageError } from '../errors.js'
import { durationMs } from './duration.js'
import type { AttributeRule, Level, ModelRule } from './profile.js'

/** Strength of a level; forbidding is no stronger demanding, it contradicts it. */
const strength: Readonly<Record<Level, number>> = { optional: 0, recommended: 1, mandatory: 2, forbidden: 3 }

const looserLevel = (base: AttributeRule, own: AttributeRule): boolean => {
  if (own.level === undefined || base.level === undefined) return false
  if (base.level === 'forbidden') return own.level !== 'forbidden'
  if (own.level === 'forbidden') return base.level === 'mandatory'
  return strength[own.level] < strength[base.level]
}

type Comparison = (base: AttributeRule, own: AttributeRule) => string | undefined

const both = <Value>(
  read: (rule: AttributeRule) => Value | undefined,
  isLooser: (base: Value, own: Value) => boolean,
  say: (base: Value, own: Value) => string,
): Comparison => {
  return (base, own) => {
    const [before, after] = [read(base), read(own)]
    if (before === undefined || after === undefined || !isLooser(before, after)) return undefined
    return say(before, after)
  }
}

const classes = ['public', 'internal', 'personal']
const added = (base: readonly unknown[], own: readonly unknown[]): readonly unknown[] =>
  own.filter((value) => !base.includes(value))
const longer = (base: string, own: string): boolean => durationMs(own) > durationMs(base)
const differs = (base: unknown, own: unknown): boolean => base !== own

const comparisons: readonly Comparison[] = [
  (base, own) => (looserLevel(base, own) ? `level ${own.level} instead of ${base.level}` : undefined),
  both(
    ({ values }) => values,
    (base, own) => added(base, own).length > 0,
    (base, own) => `the value ${String(added(base, own)[0])}, which the base does not allow`,
  ),
  both(
    ({ minimum }) => minimum,
    (base, own) => own < base,
    (base, own) => `minimum ${own} below ${base}`,
  ),
  both(
    ({ maximum }) => maximum,
    (base, own) => own > base,
    (base, own) => `maximum ${own} above ${base}`,
  ),
  both(
    ({ unit }) => unit,
    differs,
    (base, own) => `unit ${own} instead of ${base}`,
  ),
  both(
    ({ maxAge }) => maxAge,
    longer,
    (base, own) => `maxAge ${own} beyond ${base}`,
  ),
  both(
    ({ retention }) => retention,
    longer,
    (base, own) => `retention ${own} beyond ${base}`,
  ),
  both(
    ({ precision }) => precision,
    (base, own) => own < base,
    (base, own) => `precision ${own} below ${base}`,
  ),
  both(
    ({ iri }) => iri,
    differs,
    (base, own) => `iri ${own} instead of ${base}`,
  ),
  both(
    ({ kind }) => kind,
    differs,
    (base, own) => `kind ${own} instead of ${base}`,
  ),
  both(
    ({ type }) => type,
    differs,
    (base, own) => `type ${own} instead of ${base}`,
  ),
  both(
    ({ many }) => many,
    differs,
    (base, own) => `many ${own} instead of ${base}`,
  ),
  both(
    (rule) => rule.class,
    (base, own) => classes.indexOf(own) < classes.indexOf(base),
    (base, own) => `class ${own} instead of ${base}`,
  ),
]

/** What of an override asks for less than the base does. */
const looser = (base: AttributeRule, own: AttributeRule): string | undefined => {
  for (const compare of comparisons) {
    const found = compare(base, own)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Works one attribute's override into the base. It may tighten; it may loosen only where the base says `mayLoosen`.
 * Throws a UsageError that names the place and what was loosened.
 */
export const tightenAttribute = (base: AttributeRule, own: AttributeRule, place: string): AttributeRule => {
  const fault = base.mayLoosen === true ? undefined : looser(base, own)
  if (fault !== undefined)
    throw new UsageError(`${place} loosens the base: ${fault}; the base allows it only with mayLoosen: true`)
  return { ...base, ...own }
}

/** Works a model's override into the base; see `tightenAttribute`. */
export const tightenModel = (base: ModelRule, own: ModelRule, place: string): ModelRule => {
  if (base.closed === true && own.closed === false)
    throw new UsageError(`${place} opens a list that the base closed`)
  const attributes: Record<string, AttributeRule> = { ...base.attributes }
  for (const [name, rule] of Object.entries(own.attributes ?? {})) {
    const before = Object.hasOwn(attributes, name) ? attributes[name] : undefined
    attributes[name] =
      before === undefined ? rule : tightenAttribute(before, rule, `${place}.attributes.${name}`)
  }
  return { ...base, ...own, attributes }
}
