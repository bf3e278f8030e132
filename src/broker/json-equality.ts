import { isObject } from '../ngsi/entity.js'
import { instancesOf, isSubAttribute } from './stored-entity.js'

type Members = Readonly<Record<string, unknown>>

// Runs for every attribute of every write: loops instead of filtered key lists, which made a third of an upsert's garbage.
const sameObject = (
  a: Members,
  b: Members,
  skip: ReadonlySet<string>,
  sameMember: (a: unknown, b: unknown, name: string) => boolean,
): boolean => {
  let count = 0
  for (const name of Object.keys(a)) {
    if (skip.has(name)) continue
    if (!Object.hasOwn(b, name) || !sameMember(a[name], b[name], name)) return false
    count += 1
  }
  for (const name of Object.keys(b)) if (!skip.has(name)) count -= 1
  return count === 0
}

const nothing: ReadonlySet<string> = new Set()
const stamps: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt'])

/** Tells whether two JSON values are the same; the order of object members does not matter. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  return !Array.isArray(b) && sameObject(a as Members, b as Members, nothing, sameJson)
}

const sameMember = (a: unknown, b: unknown, name: string): boolean => {
  if (!isSubAttribute(name, a)) return sameJson(a, b)
  const [before, after] = [instancesOf(a), instancesOf(b)]
  return before.length === after.length && before.every((one, index) => sameInstance(one, after[index]))
}

/** Tells whether two attribute instances say the same; the broker's own instants do not count, also in sub-attributes. */
export const sameInstance = (a: unknown, b: unknown): boolean =>
  a === b || (isObject(a) && isObject(b) && sameObject(a, b, stamps, sameMember))
