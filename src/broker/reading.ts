import type { ActiveContext } from '../ngsi/context.js'
import { isName, isUri, ngsiNull } from '../ngsi/uri.js'
import { badData, shown } from './problem-error.js'

/** Where the deletion marker may stand: nowhere, as a whole member, or also deep inside values (merge only). */
export type NullRule = 'refused' | 'members' | 'everywhere'

/** How a payload is read: with which context, at which instant, and what it may contain. */
export interface Reading {
  readonly context: ActiveContext
  /** DateTime that becomes createdAt and modifiedAt. */
  readonly now: string
  readonly nulls: NullRule
  /** Deepest nesting of a value. */
  readonly maxDepth: number
}

/** Names proved legal, by context, so that each is checked once; cleared when a client sends very many. */
const checkedNames = new WeakMap<ActiveContext, Map<string, string>>()
const maxChecked = 20_000

/** The IRI of an attribute or type name; refuses what is no legal name (CIM 009 4.6.2). */
export const expandName = (context: ActiveContext, name: string, what = 'attribute name'): string => {
  let known = checkedNames.get(context)
  if (known === undefined || known.size > maxChecked) {
    known = new Map()
    checkedNames.set(context, known)
  }
  const hit = known.get(name)
  if (hit !== undefined) return hit
  if (!isName(name))
    return badData(
      `"${shown(name)}" is no legal ${what}: letters, digits and _, starting with a letter, or an IRI`,
    )
  const iri = context.expand(name)
  if (!iri.includes(':')) return badData(`the @context makes "${shown(name)}" no IRI`)
  known.set(name, iri)
  return iri
}

/** Reads an absolute URI; refuses anything else, also one that no URL could carry. */
export const readUri = (value: unknown, what: string): string => {
  if (!isUri(value))
    return badData(`${what} "${shown(value)}" is no absolute URI, such as urn:ngsi-ld:Device:1`)
  if (!isWellFormed(value)) return badData(`${what} holds half a character (a lone surrogate)`)
  return value
}

const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/.test(text) || !/\p{Cs}/u.test(text)

interface ValueRule {
  readonly nulls: NullRule
  readonly maxDepth: number
}

const checkScalar = (value: unknown, rule: ValueRule, path: string, depth: number): void => {
  if (value === ngsiNull && depth > 0 && rule.nulls !== 'everywhere')
    badData(`${path}: "${ngsiNull}" inside a value has a meaning only in a merge`)
  if (typeof value === 'number' && !Number.isFinite(value))
    badData(`${path}: the number is beyond what can be kept (1.8e308)`)
}

/**
 * Refuses a JSON value that cannot be kept: deeper than the limit, numbers beyond double range (JSON.parse gives Infinity),
 * or the deletion marker where it has no meaning (CIM 009 4.5.0).
 */
export const checkValue = (value: unknown, rule: ValueRule, path: string, depth = 0): void => {
  if (typeof value !== 'object' || value === null) {
    checkScalar(value, rule, path, depth)
    return
  }
  if (depth >= rule.maxDepth) badData(`${path}: nested deeper than ${rule.maxDepth} levels`)
  const items = Array.isArray(value) ? value : Object.values(value)
  for (const item of items) checkValue(item, rule, path, depth + 1)
}
