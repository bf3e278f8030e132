import { attributeMembers, entityMembers, systemTimes } from '../ngsi/attribute.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isNullInstance } from '../ngsi/null-marker.js'
import { kindByMember, toNormalized } from '../ngsi/representation.js'
import { ngsiNull } from '../ngsi/uri.js'

/** How the stored entity must agree with the sent one. */
export interface Agreement {
  /**
   * What may be there beside what was sent. `exact`: nothing; `members`: members of attributes, where a broker merges
   * into attributes; `merged`: members of values too.
   */
  readonly rigour: 'exact' | 'members' | 'merged'
  /** The entity has no attributes but those sent: after a replacement. */
  readonly whole: boolean
}

type Rigour = Agreement['rigour']

const bookkeeping: ReadonlySet<string> = new Set([...systemTimes, 'instanceId'])
const instants: ReadonlySet<string> = new Set(['observedAt', 'expiresAt'])
const values: ReadonlySet<string> = new Set(kindByMember.map(([member]) => member))
/** JSON-LD writes a list of one as its only item here. */
const lists: ReadonlySet<string> = new Set(['object', 'vocab'])

const sameInstant = (stored: unknown, sent: unknown): boolean => {
  if (typeof stored !== 'string' || typeof sent !== 'string') return false
  const [theirs, own] = [instantOf(stored), instantOf(sent)]
  if (theirs === undefined || own === undefined) return false
  // Orion-LD keeps milliseconds of observedAt.
  return theirs === own || theirs === Math.trunc(own / 1000) * 1000
}

/** Compares JSON values; `partial`: objects may hold more than was sent, and null markers stand for what is gone. */
const sameValue = (stored: unknown, sent: unknown, partial: boolean, name = ''): boolean => {
  if (partial && sent === ngsiNull) return stored === undefined
  if (stored === sent) return true
  if (Array.isArray(sent))
    return (
      Array.isArray(stored) &&
      stored.length === sent.length &&
      // A merge replaces a list whole (RFC 7396).
      sent.every((item, index) => sameValue(stored[index], item, false))
    )
  if (!isObject(sent) || !isObject(stored)) return name === '@value' && sameInstant(stored, sent)
  const names = Object.keys(sent)
  if (!partial && Object.keys(stored).length !== names.length) return false
  return names.every((key) => sameValue(stored[key], sent[key], partial, key))
}

const sameMember = (name: string, stored: unknown, sent: unknown, rigour: Rigour): boolean => {
  if (bookkeeping.has(name)) return true
  if (sent === ngsiNull) return stored === undefined
  if (instants.has(name)) return stored === sent || sameInstant(stored, sent)
  if (lists.has(name)) return sameValue([stored].flat(), [sent].flat(), false)
  if (values.has(name)) return sameValue(stored, sent, rigour === 'merged')
  if (attributeMembers.has(name)) return sameValue(stored, sent, false)
  return sameAttribute(stored, sent, rigour, rigour === 'exact')
}

const sameInstance = (stored: JsonObject, sent: JsonObject, rigour: Rigour): boolean => {
  if (rigour === 'exact')
    for (const name of Object.keys(stored))
      if (!(Object.hasOwn(sent, name) || bookkeeping.has(name))) return false
  for (const name of Object.keys(sent)) if (!sameMember(name, stored[name], sent[name], rigour)) return false
  return true
}

const instancesOf = (attribute: unknown): readonly JsonObject[] => [attribute].flat().filter(isObject)

const datasetOf = (instance: JsonObject): string => String(instance['datasetId'] ?? '@none')

/** Instances are told apart by datasetId; their order means nothing. `complete`: there are no others. */
const sameAttribute = (stored: unknown, sent: unknown, rigour: Rigour, complete: boolean): boolean => {
  // Nearly all attributes have one instance, without a datasetId: compared as they are.
  if (isObject(sent) && isObject(stored) && !('datasetId' in sent || 'datasetId' in stored))
    return !isNullInstance(sent) && sameInstance(stored, sent, rigour)
  const found = instancesOf(stored)
  const own = instancesOf(sent)
  if (complete && found.length !== own.filter((one) => !isNullInstance(one)).length) return false
  return own.every((instance) => {
    const twin = found.find((candidate) => datasetOf(candidate) === datasetOf(instance))
    if (twin === undefined || isNullInstance(instance)) return twin === undefined && isNullInstance(instance)
    const { datasetId: _sent, ...bare } = instance
    const { datasetId: _stored, ...theirs } = twin
    return sameInstance(theirs, bare, rigour)
  })
}

/** Lists whose order means nothing: types and scopes. */
const sameSet = (stored: unknown, sent: unknown, complete: boolean): boolean => {
  const theirs = new Set([stored].flat())
  const own = new Set([sent].flat())
  return (!complete || theirs.size === own.size) && [...own].every((item) => theirs.has(item))
}

/** Members beside the attributes. Types that are not sent stay in an update (CIM 009 5.6.2), a scope is replaced whole. */
const sameHead = (stored: JsonObject, sent: JsonObject, whole: boolean): boolean => {
  if (!sameSet(stored['type'], sent['type'], whole)) return false
  if ((whole || sent['scope'] !== undefined) && !sameSet(stored['scope'], sent['scope'], true)) return false
  const { expiresAt } = sent
  if (expiresAt === undefined) return !whole || stored['expiresAt'] === undefined
  return sameInstant(stored['expiresAt'], expiresAt)
}

const attributeNames = (entity: JsonObject): readonly string[] =>
  Object.keys(entity).filter((name) => !entityMembers.has(name))

/** Undefined for what no broker takes as an entity. */
const normalized = (entity: JsonObject): JsonObject | undefined => {
  try {
    return toNormalized(entity)
  } catch {
    return undefined
  }
}

/** Tells whether the broker holds what was sent; both may be in any reified form. */
export const holds = (stored: JsonObject, sent: JsonObject, { rigour, whole }: Agreement): boolean => {
  const theirs = normalized(stored)
  const own = normalized(sent)
  if (theirs === undefined || own === undefined || !sameHead(theirs, own, whole)) return false
  const names = attributeNames(own)
  if (whole && attributeNames(theirs).some((name) => !Object.hasOwn(own, name))) return false
  return names.every((name) => sameAttribute(theirs[name], own[name], rigour, whole))
}
