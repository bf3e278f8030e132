import { randomUUID } from 'node:crypto'
import { instantOf } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import { readDuration } from './aggregation.js'
import type { Call, Reply } from './call.js'
import { readBoolean } from './parameters.js'
import { badData } from './problem-error.js'
import type { Tenant } from './tenant.js'

/** The entities that a query found once, so that its pages stay the same while entities come and go (CIM 009 5.14). */
export interface EntityMap {
  readonly id: string
  readonly ids: readonly string[]
  /** Milliseconds since 1970. */
  expiresAt: number
}

const path = '/ngsi-ld/v1/entityMaps/'
const defaultLifetimeMs = 600_000
/** A map holds every id of a result; a client must not keep them for ever. */
const maxLifetimeMs = 86_400_000
const maxMaps = 200

/** The map of an id that has not ended. */
export const findMap = (tenant: Tenant, id: string): EntityMap | undefined => {
  const map = tenant.entityMaps.get(id)
  if (map === undefined || map.expiresAt > Date.now()) return map
  tenant.entityMaps.delete(id)
  return undefined
}

/** A query in a body carries the wish for a map itself (CIM 009 5.2.23). */
const inBody = (call: Call, name: string): unknown => (isObject(call.body) ? call.body[name] : undefined)

const lifetimeOf = (call: Call): number => {
  const wished = call.query.get('entityMapLifetime') ?? inBody(call, 'entityMapLifetime')
  if (wished === undefined) return defaultLifetimeMs
  const { months, milliseconds } = readDuration(wished, 'entityMapLifetime')
  return Math.min(Math.max(milliseconds + months * 2_592_000_000, 1000), maxLifetimeMs)
}

/** Keeps the ids of a result as a map; the oldest map goes when there are too many. */
export const createMap = (call: Call, ids: readonly string[]): EntityMap => {
  const { entityMaps } = call.tenant
  const map: EntityMap = {
    id: `urn:ngsi-ld:EntityMap:${randomUUID()}`,
    ids,
    expiresAt: Date.now() + lifetimeOf(call),
  }
  entityMaps.set(map.id, map)
  while (entityMaps.size > maxMaps) entityMaps.delete(entityMaps.keys().next().value as string)
  return map
}

/** The location of a map, as the header NGSILD-EntityMap has it. */
export const mapLocation = (map: EntityMap): string => path + map.id

/** The map that a request names in its header, or undefined where it is unknown or has ended. */
export const requestedMap = (call: Call): EntityMap | undefined => {
  const header = call.header('ngsild-entitymap')
  return header === undefined
    ? undefined
    : findMap(call.tenant, decodeURIComponent(header.slice(header.lastIndexOf('/') + 1)))
}

/** Tells whether a request wants a map: by parameter, or by naming one (CIM 009 6.3.20). */
export const wantsMap = (call: Call): boolean => {
  lifetimeOf(call)
  const asked = inBody(call, 'entityMap') ?? false
  if (typeof asked !== 'boolean') return badData('entityMap must be true or false')
  return (
    asked ||
    (readBoolean(call.query.get('entityMap'), 'entityMap') ?? false) ||
    call.header('ngsild-entitymap') !== undefined
  )
}

/** A map as answers show it. */
export const shownMap = (map: EntityMap): Readonly<Record<string, unknown>> => ({
  id: map.id,
  type: 'EntityMap',
  expiresAt: new Date(map.expiresAt).toISOString(),
  entityMap: Object.fromEntries(map.ids.map((id) => [id, ['@none']])),
  linkedMaps: {},
})

/** The answer of the operations that only build a map (CIM 009 6.32.3). */
export const builtMap = (map: EntityMap): Reply => {
  const location = mapLocation(map)
  return { status: 201, body: shownMap(map), headers: { Location: location, 'NGSILD-EntityMap': location } }
}

/** Sets the end of a map, within the longest lifetime. */
export const prolongMap = (map: EntityMap, expiresAt: string): void => {
  map.expiresAt = Math.min((instantOf(expiresAt) ?? 0) / 1000, Date.now() + maxLifetimeMs)
}
