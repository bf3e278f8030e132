import { entityMembers } from '../ngsi/attribute.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
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

/** JSON with sorted names and without what changes though the value does not; written at once, every notification asks for it. */
const canonicalText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`
  if (!isObject(value)) return JSON.stringify(value) ?? 'null'
  let text = '{'
  for (const name of Object.keys(value).sort())
    if (!(bookkeeping.has(name) || name.startsWith('previous')))
      text += `${JSON.stringify(name)}:${canonicalText(value[name])},`
  return `${text}}`
}

const fingerprint = (value: unknown): string => {
  const text = canonicalText(value)
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

const never = Number.NEGATIVE_INFINITY

const newestOf = (value: unknown, member: string): number => {
  if (Array.isArray(value))
    return value.reduce<number>((newest, one) => Math.max(newest, newestOf(one, member)), never)
  const text = isObject(value) ? value[member] : undefined
  return typeof text === 'string' ? (instantOf(text) ?? never) : never
}

const newestAttribute = (entity: JsonObject, member: string): number => {
  let newest = never
  for (const name of Object.keys(entity))
    if (!entityMembers.has(name)) newest = Math.max(newest, newestOf(entity[name], member))
  return newest
}

/**
 * When a version came to be: the entity's modifiedAt or the newest of its attributes', else the newest observedAt,
 * else when it was notified.
 */
export const momentOf = (entity: JsonObject, notifiedAt: string | undefined): Moment => {
  const modified = Math.max(
    newestOf(entity, 'modifiedAt'),
    newestOf(entity, 'deletedAt'),
    newestAttribute(entity, 'modifiedAt'),
  )
  if (modified !== never) return { at: modified, clock: 'modifiedAt' }
  const observed = newestAttribute(entity, 'observedAt')
  if (observed !== never) return { at: observed, clock: 'observedAt' }
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
  const prints: Record<string, string> = {}
  for (const name of Object.keys(normalized))
    if (!entityMembers.has(name)) setOwn(prints, name, fingerprint(normalized[name]))
  return { ...momentOf(entity, notifiedAt), prints }
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
