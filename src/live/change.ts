import { entityMembers } from '../ngsi/attribute.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'
import { ngsiNull } from '../ngsi/uri.js'

/** A change of one entity as a handler gets it. */
export interface Change<Entity> {
  /** The entity as it is; a deleted one has only id and type. */
  readonly entity: Entity
  readonly id: string
  /** `deleted`: the entity is gone. */
  readonly kind: 'changed' | 'deleted'
  /** The entity as it was told before, where `showChanges` asks for it and it was told in this process. */
  readonly previous?: Entity | undefined
  /** Attribute names that differ from what the broker told before; undefined when nothing is known of before. */
  readonly changed?: readonly string[] | undefined
  readonly notifiedAt: string | undefined
  readonly subscriptionId: string
  /** Told by the broker, or found by comparing. */
  readonly via: 'notification' | 'reconcile'
}

/** Which of its times a version of an entity is ordered by; times of different clocks cannot be compared. */
export type Clock = 'modifiedAt' | 'observedAt' | 'notifiedAt' | 'none'

/** When a version of an entity came to be. */
export interface Moment {
  /** Microseconds since 1970. */
  readonly at: number
  readonly clock: Clock
}

/** What is remembered of an entity: when it was last changed, and fingerprints of its attributes. */
export interface Known extends Moment {
  /** Fingerprint per attribute. */
  readonly prints: Readonly<Record<string, string>>
}

const bookkeeping: ReadonlySet<string> = new Set(['createdAt', 'modifiedAt', 'instanceId'])

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => !bookkeeping.has(name) && !name.startsWith('previous'))
      .sort()
      .map((name) => [name, canonical(value[name])]),
  )
}

const fingerprint = (value: unknown): string => {
  const text = JSON.stringify(canonical(value)) ?? ''
  // Short values stand for themselves; long ones are folded to 64 bits to bound what is remembered.
  if (text.length <= 24) return text
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13)
  }
  return `${text.length}:${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}

const instants = (value: unknown, member: string): readonly number[] =>
  [value].flat().flatMap((instance) => {
    const text = isObject(instance) ? instance[member] : undefined
    const at = typeof text === 'string' ? instantOf(text) : undefined
    return at === undefined ? [] : [at]
  })

/**
 * When a version came to be: the entity's modifiedAt or the newest of its attributes', else the newest observedAt,
 * else when it was notified.
 */
export const momentOf = (entity: JsonObject, notifiedAt: string | undefined): Moment => {
  const attributes = Object.entries(entity).filter(([name]) => !entityMembers.has(name))
  const all = (member: string): readonly number[] =>
    attributes.flatMap(([, value]) => instants(value, member))
  const modified = [...instants(entity, 'modifiedAt'), ...instants(entity, 'deletedAt'), ...all('modifiedAt')]
  if (modified.length > 0) return { at: Math.max(...modified), clock: 'modifiedAt' }
  const observed = all('observedAt')
  if (observed.length > 0) return { at: Math.max(...observed), clock: 'observedAt' }
  const notified = notifiedAt === undefined ? undefined : instantOf(notifiedAt)
  return notified === undefined ? { at: 0, clock: 'none' } : { at: notified, clock: 'notifiedAt' }
}

/** Says which of two versions is the later one; undefined where their times do not tell. */
export const laterOf = (a: Moment, b: Moment): 'first' | 'second' | undefined => {
  if (a.clock !== b.clock || a.clock === 'none' || a.at === b.at) return undefined
  return a.at > b.at ? 'first' : 'second'
}

/** What is to be remembered of an entity in any reified form. */
export const knownOf = (entity: JsonObject, notifiedAt: string | undefined): Known => {
  const normalized = toNormalized(entity)
  const prints = Object.entries(normalized)
    .filter(([name]) => !entityMembers.has(name))
    .map(([name, value]) => [name, fingerprint(value)])
  return { ...momentOf(entity, notifiedAt), prints: Object.fromEntries(prints) }
}

/** Names whose fingerprints differ, missing ones among them. */
export const differing = (before: Known, now: Known): readonly string[] =>
  [...new Set([...Object.keys(before.prints), ...Object.keys(now.prints)])].filter(
    (name) => before.prints[name] !== now.prints[name],
  )

/** Tells whether a notified entity says that it is gone. */
export const isDeletion = (entity: JsonObject): boolean => typeof entity['deletedAt'] === 'string'

const isDeletedInstance = (instance: unknown): boolean => {
  if (instance === ngsiNull) return true
  if (!isObject(instance)) return false
  const map = instance['languageMap']
  const values = [
    instance['value'],
    instance['object'],
    instance['vocab'],
    instance['json'],
    isObject(map) ? map['@none'] : undefined,
    ...[instance['valueList'], instance['objectList']].flat(),
  ]
  return values.includes(ngsiNull)
}

/** A notified entity without the markers of attributes that were deleted (CIM 009 5.8.6): what is left of it. */
export const withoutDeleted = (entity: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(entity).flatMap(([name, value]) => {
      if (!Array.isArray(value)) return isDeletedInstance(value) ? [] : [[name, value]]
      const left = value.filter((instance) => !isDeletedInstance(instance))
      return left.length === 0 && value.length > 0 ? [] : [[name, left]]
    }),
  )
