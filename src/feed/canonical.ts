import { createHash } from 'node:crypto'
import { systemTimes } from '../ngsi/attribute.js'
import { isObject } from '../ngsi/entity.js'

/** What brokers set themselves, and what only says how names are written. */
const own: ReadonlySet<string> = new Set([...systemTimes, 'instanceId', '@context'])

const canonicalInstant = (text: string): string =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) ? text.replace(/\.0+Z$|(\.\d*?)0+Z$/, '$1Z') : text

/** A value with members in order and without what a broker adds; equal entities give equal texts whatever broker they come from. */
const ordered = (value: unknown): unknown => {
  if (typeof value === 'string') return canonicalInstant(value)
  if (Array.isArray(value)) return ['[', ...value.map(ordered)]
  if (!isObject(value)) return value
  // A list: an object would let a member called "__proto__" vanish.
  const names = Object.keys(value).filter((name) => !own.has(name))
  return ['{', ...names.sort().map((name) => [name, ordered(value[name])])]
}

/** SHA-256 of an entity's canonical text, in hex. */
export const entityHash = (entity: object): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(entity)))
    .digest('hex')

/** Adds up hashes so that their order does not matter; two sets that differ in one entity differ in the sum. */
export interface HashSum {
  readonly add: (hash: string) => void
  readonly count: () => number
  readonly hex: () => string
}

const modulus = 1n << 256n

/** Makes an empty sum. */
export const createHashSum = (): HashSum => {
  let sum = 0n
  let count = 0
  return {
    add: (hash) => {
      sum = (sum + BigInt(`0x${hash}`)) % modulus
      count += 1
    },
    count: () => count,
    hex: () => sum.toString(16).padStart(64, '0'),
  }
}
