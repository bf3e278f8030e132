import { type AttributeKind, valueMembers } from '../ngsi/attribute.js'
import type { ActiveContext } from '../ngsi/context.js'
import { isObject } from '../ngsi/entity.js'
import { attributesOf, type Instance, type StoredEntity } from './stored-entity.js'

/** A version of CIM 009 as one number: 1.6 is 106. */
export type Conformance = number

/** Reads a version such as 1.6 or 1.6.1; undefined for what is none. */
export const readConformance = (text: string): Conformance | undefined => {
  const [, major, minor] = /^(\d{1,2})\.(\d{1,2})(?:\.\d+)?$/.exec(text) ?? []
  return major === undefined ? undefined : Number(major) * 100 + Number(minor)
}

/** The version that a Prefer header asks for (RFC 7240 syntax, CIM 009 6.3.18); undefined where it asks for none. */
export const preferredConformance = (prefer: string): string | undefined => {
  const [, version] = /(?:^|,)\s*ngsi-ld\s*=\s*"?(\d{1,2}\.\d{1,2})"?\s*(?=$|[,;])/i.exec(prefer) ?? []
  return version
}

/** First versions that know these members (CIM 009 4.3.6.8 and its change history). */
const memberSince: Readonly<Record<string, Conformance>> = {
  datasetId: 103,
  observedAt: 103,
  unitCode: 103,
  objectType: 108,
  valueType: 109,
  expiresAt: 109,
  ngsildproof: 109,
}

const fallbacks: Readonly<Partial<Record<AttributeKind, readonly [since: Conformance, as: AttributeKind]>>> =
  {
    LanguageProperty: [104, 'Property'],
    JsonProperty: [108, 'Property'],
    VocabProperty: [108, 'Property'],
    ListProperty: [108, 'Property'],
    ListRelationship: [108, 'Relationship'],
  }

const bareTargets = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item) => (isObject(item) ? item['object'] : item)) : value

const compacted = (value: unknown, context: ActiveContext): unknown =>
  Array.isArray(value)
    ? value.map((item) => compacted(item, context))
    : typeof value === 'string'
      ? context.compact(value)
      : value

const olderValue = (kind: AttributeKind, value: unknown, context: ActiveContext): unknown => {
  if (kind === 'VocabProperty') return compacted(value, context)
  return kind === 'ListRelationship' ? bareTargets(value) : value
}

const olderMember = (value: unknown, version: Conformance, context: ActiveContext): unknown =>
  isObject(value) && Object.hasOwn(valueMembers, String(value['type']))
    ? olderInstance(value as Instance, version, context)
    : value

const olderInstance = (instance: Instance, version: Conformance, context: ActiveContext): Instance => {
  const { type } = instance
  const [since = 0, as = type] = fallbacks[type] ?? []
  const kind = version < since ? as : type
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(instance)) {
    if (version < (memberSince[name] ?? 0)) continue
    if (name === 'type') result['type'] = kind
    else if (name === valueMembers[type] && kind !== type)
      result[valueMembers[kind]] = olderValue(type, value, context)
    else result[name] = olderMember(value, version, context)
  }
  return result as unknown as Instance
}

/** Before 1.3 nothing tells instances apart, so that the default instance alone is left. */
const olderInstances = (
  instances: readonly Instance[],
  version: Conformance,
  context: ActiveContext,
): readonly Instance[] => {
  const kept =
    version >= 103 || instances.length === 1
      ? instances
      : instances.filter(({ datasetId }) => datasetId === undefined)
  return kept.map((instance) => olderInstance(instance, version, context))
}

/**
 * An entity as an older version of the standard can show it: what that version does not know is left out or falls
 * back to what it knows (CIM 009 6.3.18, 4.3.6.8). Names stay expanded.
 */
export const olderEntity = (
  entity: StoredEntity,
  version: Conformance,
  context: ActiveContext,
): StoredEntity => {
  const { expiresAt, scope, ...rest } = entity
  const result: Record<string, unknown> = {
    ...rest,
    ...(version < 109 || expiresAt === undefined ? {} : { expiresAt }),
    ...(version < 104 || scope === undefined ? {} : { scope }),
  }
  if (version < 103 && Array.isArray(entity.type)) result['type'] = entity.type[0]
  for (const [name, instances] of attributesOf(entity)) {
    const older = olderInstances(instances, version, context)
    if (older.length === 0) delete result[name]
    else result[name] = older.length === 1 ? older[0] : older
  }
  return result as unknown as StoredEntity
}
