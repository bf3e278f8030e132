import { entityMembers } from '../ngsi/attribute.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'

/** A change of one entity as a handler gets it. */
export interface Change<Entity> {
  /** The entity as it is; a deleted one has only id and type. */
  readonly entity: Entity
  readonly id: string
  /** `deleted`: the entity is gone. */
  readonly kind: 'changed' | 'deleted'
  /** Attribute names that differ from what the broker told before; undefined when nothing is known of before. */
  readonly changed?: readonly string[] | undefined
  readonly notifiedAt: string | undefined
  readonly subscriptionId: string
  /** Told by the broker, or found by comparing. */
  readonly via: 'notification' | 'reconcile'
}

/** What is remembered of an entity: when it was last changed, and fingerprints of its attributes. */
export interface Known {
  /** Microseconds since 1970; 0 when the broker tells no time. */
  readonly at: number
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
 * When an entity was changed last, in microseconds: its modifiedAt or the newest of its attributes', else the newest
 * observedAt, else when it was notified; 0 when nothing says.
 */
export const changeTime = (entity: JsonObject, notifiedAt: string | undefined): number => {
  const attributes = Object.entries(entity).filter(([name]) => !entityMembers.has(name))
  const all = (member: string): readonly number[] =>
    attributes.flatMap(([, value]) => instants(value, member))
  const modified = [...instants(entity, 'modifiedAt'), ...instants(entity, 'deletedAt'), ...all('modifiedAt')]
  if (modified.length > 0) return Math.max(...modified)
  const observed = all('observedAt')
  if (observed.length > 0) return Math.max(...observed)
  return notifiedAt === undefined ? 0 : (instantOf(notifiedAt) ?? 0)
}

/** What is to be remembered of an entity in any reified form. */
export const knownOf = (entity: JsonObject, notifiedAt: string | undefined): Known => {
  const normalized = toNormalized(entity)
  const prints = Object.entries(normalized)
    .filter(([name]) => !entityMembers.has(name))
    .map(([name, value]) => [name, fingerprint(value)])
  return { at: changeTime(entity, notifiedAt), prints: Object.fromEntries(prints) }
}

/** Names whose fingerprints differ, missing ones among them. */
export const differing = (before: Known, now: Known): readonly string[] =>
  [...new Set([...Object.keys(before.prints), ...Object.keys(now.prints)])].filter(
    (name) => before.prints[name] !== now.prints[name],
  )

/** Tells whether a notified entity says that it is gone. */
export const isDeletion = (entity: JsonObject): boolean => typeof entity['deletedAt'] === 'string'
