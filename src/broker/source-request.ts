import { isObject } from '../ngsi/entity.js'
import type { Call } from './call.js'
import type { EntityQuery } from './entity-query.js'
import { readBoolean } from './parameters.js'
import type { StoredRegistration } from './registration.js'
import { matchingElements } from './registration-query.js'
import { contextLink } from './response.js'

/** Pseudonyms of the brokers that a request came through (RFC 9110 7.6.3; CIM 009 4.3.6 for loops). */
export const passedBrokers = (call: Call): readonly string[] =>
  (call.header('via') ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[1] ?? [])

/** The name of a source in Via headers and warnings; undefined where its registration has none. */
export const aliasOf = ({ document }: StoredRegistration): string | undefined =>
  document['contextSourceAlias'] as string | undefined

/** The inclusive sources that take an operation on these entities, without those that the request came through. */
export const sourcesFor = (
  call: Call,
  operation: string,
  query: EntityQuery,
): readonly StoredRegistration[] => {
  if (call.tenant.registrations.size === 0 || readBoolean(call.query.get('local'), 'local') === true)
    return []
  const passed = passedBrokers(call)
  if (passed.includes(call.tenant.alias)) return []
  // Place, scope and q are conditions on the data, not on the registration.
  const asked = {
    query: { selectors: query.selectors, attributes: query.attributes },
    csf: call.query.get('csf'),
    window: undefined,
    datasetIds: undefined,
    names: [],
  }
  return [...call.tenant.registrations.values()].filter(
    (registration) =>
      registration.plan.mode === 'inclusive' &&
      registration.plan.operations.has(operation) &&
      !passed.includes(aliasOf(registration) ?? '') &&
      matchingElements(registration, asked, call.state.geoTest).length > 0,
  )
}

const management = ({ document }: StoredRegistration): Readonly<Record<string, unknown>> =>
  isObject(document['management']) ? document['management'] : {}

/** Headers of a forwarded request: tenant, context and extras of the registration, and Via against loops (CIM 009 4.3.6). */
export const sourceHeaders = (
  call: Call,
  registration: StoredRegistration,
): Readonly<Record<string, string>> => {
  const { tenant, contextSourceInfo } = registration.document
  const pairs = Array.isArray(contextSourceInfo) ? contextSourceInfo.filter(isObject) : []
  const extra = pairs.flatMap(({ key, value }) => {
    if (
      typeof key !== 'string' ||
      typeof value !== 'string' ||
      /^(jsonldContext|accept|contentType|ngsildConformance)$/.test(key)
    )
      return []
    const copied = value === 'urn:ngsi-ld:request' ? call.header(key.toLowerCase()) : value
    return copied === undefined || !/^[\w-]+$/.test(key) || /[^\t\x20-\x7e]/.test(copied)
      ? []
      : [[key, copied] as const]
  })
  const via = [call.header('via'), `1.1 ${call.tenant.alias}`].filter(Boolean).join(', ')
  return {
    ...Object.fromEntries(extra),
    Accept: 'application/json',
    Link: contextLink(call.state.contexts.linkUrl(call.tenant.hosted, call.context.source, call.origin)),
    Via: via,
    ...(typeof tenant === 'string' ? { 'NGSILD-Tenant': tenant } : {}),
  }
}

/** Parameters that only make sense for the merged result. */
const ownParameters = [
  'limit',
  'offset',
  'count',
  'format',
  'options',
  'pick',
  'omit',
  'lang',
  'join',
  'joinLevel',
  'containedBy',
  'orderBy',
  'collation',
  'orderFrom',
  'orderGeometry',
  'entityMap',
  'entityMapLifetime',
  'splitEntities',
  'geometryProperty',
  'csf',
  'local',
]

/** Where a forwarded request goes. */
export const sourceUrl = (
  call: Call,
  registration: StoredRegistration,
  path: string,
  more: readonly string[],
): string => {
  const base = registration.plan.endpoint.replace(/\/(ngsi-ld\/v1\/?)?$/, '')
  const local = management(registration)['localOnly'] === true ? ['local=true'] : []
  const query = [call.query.rest(ownParameters), ...more, ...local].filter(Boolean).join('&')
  return `${base}/ngsi-ld/v1${path}${query === '' ? '' : `?${query}`}`
}

/** How long a source may take. */
export const sourceTimeoutMs = (registration: StoredRegistration): number => {
  const { timeout } = management(registration)
  return typeof timeout === 'number' ? timeout : 5000
}
