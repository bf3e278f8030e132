import { entityMembers } from '../ngsi/attribute.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'

const bookkeeping: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt', 'deletedAt', 'instanceId'])
const instants: ReadonlySet<string> = new Set(['observedAt', 'expiresAt'])

const sameInstant = (a: unknown, b: unknown): boolean => {
  if (typeof a !== 'string' || typeof b !== 'string') return false
  const [first, second] = [instantOf(a), instantOf(b)]
  // Orion-LD keeps milliseconds of observedAt.
  return first !== undefined && second !== undefined && Math.trunc(first / 1000) === Math.trunc(second / 1000)
}

const sameMembers = (stored: JsonObject, sent: JsonObject, exact: boolean): boolean => {
  if (exact)
    for (const name of Object.keys(stored))
      if (!(Object.hasOwn(sent, name) || bookkeeping.has(name))) return false
  for (const name of Object.keys(sent))
    if (!(same(stored[name], sent[name], exact, name) || bookkeeping.has(name))) return false
  return true
}

const same = (stored: unknown, sent: unknown, exact: boolean, name = ''): boolean => {
  if (stored === sent) return true
  if (instants.has(name) && sameInstant(stored, sent)) return true
  if (Array.isArray(sent))
    return (
      Array.isArray(stored) &&
      stored.length === sent.length &&
      sent.every((item, index) => same(stored[index], item, exact))
    )
  if (isObject(sent)) return isObject(stored) && sameMembers(stored, sent, exact)
  return false
}

const instancesOf = (attribute: unknown): readonly JsonObject[] => [attribute].flat().filter(isObject)

const datasetOf = (instance: JsonObject): string => String(instance['datasetId'] ?? '@none')

/** Instances are told apart by datasetId; their order means nothing. */
const sameAttribute = (stored: unknown, sent: unknown, exact: boolean): boolean => {
  // Nearly all attributes have one instance, without a datasetId: compared as they are.
  if (isObject(sent) && isObject(stored) && !('datasetId' in sent || 'datasetId' in stored))
    return same(stored, sent, exact)
  const found = instancesOf(stored)
  return instancesOf(sent).every((instance) => {
    const twin = found.find((candidate) => datasetOf(candidate) === datasetOf(instance))
    if (twin === undefined) return false
    const { datasetId: _sent, ...own } = instance
    const { datasetId: _stored, ...theirs } = twin
    return same(theirs, own, exact)
  })
}

const sameTypes = (stored: unknown, sent: unknown): boolean => {
  const found = new Set([stored].flat())
  return [sent].flat().every((type) => found.has(type))
}

/** How the stored entity must agree with the sent one. */
export interface Agreement {
  /** Attributes have no members but those sent; false where a broker merges into attributes. */
  readonly exact: boolean
  /** The entity has no attributes but those sent: after a replacement. */
  readonly whole: boolean
}

/** Tells whether the broker holds what was sent; both may be in any reified form. */
export const holds = (stored: JsonObject, sent: JsonObject, agreement: Agreement): boolean => {
  const theirs = toNormalized(stored)
  const own = toNormalized(sent)
  if (!sameTypes(theirs['type'], own['type'])) return false
  if (own['scope'] !== undefined && !sameTypes(theirs['scope'], own['scope'])) return false
  const names = Object.keys(own).filter((name) => !entityMembers.has(name))
  if (
    agreement.whole &&
    Object.keys(theirs).some((name) => !entityMembers.has(name) && !Object.hasOwn(own, name))
  )
    return false
  return names.every((name) => sameAttribute(theirs[name], own[name], agreement.exact))
}
