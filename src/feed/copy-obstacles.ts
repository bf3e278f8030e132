import type { Client } from '../client/client.js'
import type { BrokerInfo } from '../client/discovery.js'
import type { Capability } from '../dialect/dialect.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { lackOf } from './copy-parts.js'
import { type CopyOptions, entitiesOf } from './copy-proof.js'

/** Something that the source holds and the target cannot. */
export interface Obstacle {
  /** A sentence's subject: `attributes with several datasets`. */
  readonly what: string
  readonly count: number
  /** Id of one entity, subscription, registration or context that has it. */
  readonly example: string
}

interface Feature {
  readonly what: string
  readonly lacking: (target: BrokerInfo) => boolean
  readonly has: (entity: JsonObject, target: BrokerInfo) => boolean
}

const cannot =
  (capability: Capability) =>
  ({ can }: BrokerInfo): boolean =>
    can[capability] === 'no'

const instances = (entity: JsonObject): readonly unknown[] => Object.values(entity).flat()

const hasLargeInteger = (value: unknown, limit: number): boolean => {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) > limit
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((inner) => hasLargeInteger(inner, limit))
}

const features: readonly Feature[] = [
  { what: 'entities with a scope', lacking: cannot('scope'), has: ({ scope }) => scope !== undefined },
  {
    what: 'entities with a LanguageProperty',
    lacking: cannot('language'),
    has: (entity) => instances(entity).some((item) => isObject(item) && item['type'] === 'LanguageProperty'),
  },
  {
    what: 'entities of several types',
    lacking: cannot('multipleTypes'),
    has: ({ type }) => Array.isArray(type) && type.length > 1,
  },
  {
    what: 'entities with attributes of several datasets',
    lacking: cannot('datasetId'),
    has: (entity) => instances(entity).some((item) => isObject(item) && item['datasetId'] !== undefined),
  },
  {
    what: 'entities with integers that it would damage',
    lacking: ({ limits }) => limits.maxInteger < Number.MAX_SAFE_INTEGER,
    has: (entity, { limits }) => hasLargeInteger(entity, limits.maxInteger),
  },
]

type Found = Map<string, { count: number; example: string }>

const note = (
  found: Map<string, { count: number; example: string }>,
  what: string,
  example: string,
): void => {
  const known = found.get(what)
  if (known === undefined) found.set(what, { count: 1, example })
  else known.count += 1
}

const extras: ReadonlySet<string> = new Set(['timeInterval', 'showChanges', 'sysAttrs'])

const hasExtras = (subscription: JsonObject): boolean =>
  [subscription, subscription['notification']].some(
    (part) => isObject(part) && Object.keys(part).some((name) => extras.has(name)),
  )

const inEntities = async (
  from: Client,
  target: BrokerInfo,
  types: readonly string[],
  found: Found,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const risky = features.filter(({ lacking }) => lacking(target))
  if (risky.length === 0) return
  for (const type of types)
    for await (const entity of entitiesOf(from, type, signal))
      for (const { what, has } of risky) if (has(entity, target)) note(found, what, String(entity['id']))
}

const inDocuments = async (
  from: Client,
  target: BrokerInfo,
  found: Found,
  signal: AbortSignal | undefined,
): Promise<void> => {
  if (cannot('subscriptionExtras')(target))
    for await (const subscription of from.subscriptions.list({ signal }))
      if (hasExtras(subscription))
        note(found, 'subscriptions with timeInterval, showChanges or sysAttrs', String(subscription['id']))
  if (cannot('registrations')(target))
    for await (const { id } of from.registrations.list({ signal })) note(found, 'registrations', String(id))
  if (!cannot('hostedContexts')(target)) return
  const filter = { kind: 'Hosted' as const, ...(signal === undefined ? {} : { signal }) }
  for (const url of await from.contexts.list(filter)) note(found, 'hosted contexts', url)
}

/**
 * Compares what the source holds with what the target is known not to take, before anything is written. Entities are
 * only read where the target lacks something that they could have.
 */
export const obstaclesOf = async (
  from: Client,
  to: Client,
  types: readonly string[],
  { signal, history }: CopyOptions,
): Promise<readonly Obstacle[]> => {
  const target = await to.info(signal)
  const found: Found = new Map()
  await inEntities(from, target, types, found, signal)
  // A source that has no registrations or contexts at all has nothing that the target could lack.
  await lackOf('documents', () => inDocuments(from, target, found, signal))
  if (history === true && cannot('temporal')(target)) note(found, 'values of the past', 'every entity')
  return [...found].map(([what, { count, example }]) => ({ what, count, example }))
}
