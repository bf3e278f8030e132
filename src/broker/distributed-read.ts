import { instantOf } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import type { Call } from './call.js'
import { createEntity } from './entity-operations.js'
import type { EntityQuery } from './entity-query.js'
import { readFragment, requireWhole } from './entity-reader.js'
import { readBoolean } from './parameters.js'
import type { StoredRegistration } from './registration.js'
import { matchingElements } from './registration-query.js'
import { contextLink } from './response.js'
import type { SourceAnswer } from './source-client.js'
import { attributesOf, type Instance, type StoredEntity } from './stored-entity.js'

/** Entities of context sources, and what went wrong there as values of NGSILD-Warning (CIM 009 6.3.17). */
export interface RemoteEntities {
  readonly entities: readonly StoredEntity[]
  readonly warnings: readonly string[]
}

const nothing: RemoteEntities = { entities: [], warnings: [] }

/** Pseudonyms of the brokers that a request came through (RFC 9110 7.6.3; CIM 009 4.3.6 for loops). */
const passedBrokers = (call: Call): readonly string[] =>
  (call.header('via') ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[1] ?? [])

const aliasOf = ({ document }: StoredRegistration): string | undefined =>
  document['contextSourceAlias'] as string | undefined

const sourcesFor = (call: Call, operation: string, query: EntityQuery): readonly StoredRegistration[] => {
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

const headersFor = (call: Call, registration: StoredRegistration): Readonly<Record<string, string>> => {
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

const urlFor = (
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

const readEntities = (call: Call, body: unknown): readonly StoredEntity[] =>
  (Array.isArray(body) ? body : [body]).map((item) => {
    const fragment = requireWhole(
      readFragment(item, {
        context: call.context,
        now: call.now,
        nulls: 'refused',
        maxDepth: call.state.limits.maxDepth,
      }),
    )
    return createEntity(fragment, call.now).after as StoredEntity
  })

const understood = (call: Call, registration: StoredRegistration, answer: SourceAnswer): RemoteEntities => {
  const warn = (code: number, text: string): RemoteEntities => ({
    entities: [],
    warnings: [`${code} ${aliasOf(registration) ?? registration.id} "${text}"`],
  })
  if (answer.kind === 'none') return nothing
  if (answer.kind === 'failed') return warn(answer.code, answer.text)
  try {
    return { entities: readEntities(call, answer.body), warnings: [] }
  } catch {
    return warn(111, 'the source sent what is no NGSI-LD')
  }
}

/** Asks every inclusive source that may have entities of a query; failures become warnings (CIM 009 4.3.6, 5.7.2). */
export const readRemote = async (
  call: Call,
  operation: 'queryEntity' | 'retrieveEntity',
  query: EntityQuery,
  path: string,
): Promise<RemoteEntities> => {
  const sources = sourcesFor(call, operation, query)
  if (sources.length === 0) return nothing
  const more = operation === 'queryEntity' ? [`limit=${call.state.limits.maxPage}`] : []
  const answers = await Promise.all(
    sources.map(async (registration) => {
      const { timeout } = management(registration)
      const request = {
        url: urlFor(call, registration, path, more),
        headers: headersFor(call, registration),
        timeoutMs: typeof timeout === 'number' ? timeout : 5000,
      }
      return understood(call, registration, await call.state.sources.read(request))
    }),
  )
  return {
    entities: answers.flatMap(({ entities }) => entities),
    warnings: answers.flatMap(({ warnings }) => warnings),
  }
}

const newer = (a: Instance, b: Instance): boolean => {
  const instant = (text: string | undefined): number =>
    text === undefined ? Number.NEGATIVE_INFINITY : (instantOf(text) ?? 0)
  return instant(a.observedAt) > instant(b.observedAt)
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value

/** Two views of one entity as one: types united, of the same instance the one observed last (CIM 009 4.5.5). */
const mergeTwo = (first: StoredEntity, second: StoredEntity): StoredEntity => {
  const types = [...new Set([...listOf(first.type), ...listOf(second.type)])]
  const result: Record<string, unknown> = { ...first, type: types.length === 1 ? types[0] : types }
  for (const [name, instances] of attributesOf(second)) {
    const merged = [...(attributesOf({ [name]: result[name] })[0]?.[1] ?? [])].filter(
      (one) => one !== undefined,
    )
    for (const instance of instances) {
      const at = merged.findIndex(({ datasetId }) => datasetId === instance.datasetId)
      const known = merged[at]
      if (known === undefined) merged.push(instance)
      else if (newer(instance, known)) merged[at] = instance
    }
    result[name] = merged.length === 1 ? merged[0] : merged
  }
  return result as unknown as StoredEntity
}

/** Merges local and remote entities by id, local ones first; local data wins where neither says when. */
export const mergeEntities = (
  local: Iterable<StoredEntity>,
  remote: readonly StoredEntity[],
): readonly StoredEntity[] => {
  const merged = new Map<string, StoredEntity>()
  for (const entity of [...local, ...remote]) {
    const known = merged.get(entity.id)
    merged.set(entity.id, known === undefined ? entity : mergeTwo(known, entity))
  }
  return [...merged.values()]
}

/** The header with what went wrong at sources; none when nothing did. */
export const warningHeader = (warnings: readonly string[]): Readonly<Record<string, string>> =>
  warnings.length === 0 ? {} : { 'NGSILD-Warning': warnings.join(', ') }
