import { isObject, type JsonObject, typesOf } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import type { Call, Reply } from './call.js'
import { type Conformance, olderEntity, preferredConformance, readConformance } from './conformance.js'
import { type Format, showEntity, type View } from './entity-view.js'
import { sameJson } from './json-equality.js'
import { badData } from './problem-error.js'
import { linkedProjection, type Projection } from './projection.js'
import type { Join, QueryRequest } from './query-request.js'
import {
  attributesOf,
  attributeValue,
  type Instance,
  instancesOf,
  type StoredEntity,
} from './stored-entity.js'

const locationIri = 'https://uri.etsi.org/ngsi-ld/location'

/** The representation that a request asks for; `format` wins over `options` (CIM 009 6.3.12). */
export const formatOf = (call: Call): Format => {
  const named = call.query.get('format') ?? [...call.options].find((keyword) => keyword !== 'sysAttrs')
  if (named === 'simplified' || named === 'keyValues') return 'simplified'
  return named === 'concise' ? 'concise' : 'normalized'
}

const viewOf = (call: Call, request: QueryRequest): View => ({
  context: call.context,
  format: formatOf(call),
  sysAttrs: call.options.has('sysAttrs'),
  projection: request.projection,
  languages: request.languages,
  datasetIds: request.datasetIds,
})

const targetsOf = (instance: Instance): readonly string[] => {
  if (instance.type !== 'Relationship' && instance.type !== 'ListRelationship') return []
  const value = attributeValue(instance)
  return (Array.isArray(value) ? value : [value])
    .map((item) => (isObject(item) ? item['object'] : item))
    .filter((item) => typeof item === 'string')
}

interface Linker {
  readonly find: (uri: string) => StoredEntity | undefined
  readonly join: Join
}

/** Shows an entity with those that it links to inside it; one on the path to it is not shown again (CIM 009 4.5.23). */
const showInline = (
  entity: StoredEntity,
  view: View,
  linker: Linker,
  path: ReadonlySet<string>,
  level: number,
): JsonObject => {
  if (level === 0) return showEntity(entity, view)
  const inner = new Set([...path, entity.id])
  return showEntity(entity, view, (name, instance) => {
    const projection = linkedProjection(view.projection, name)
    const targets = targetsOf(instance)
    if (projection === undefined || targets.length === 0) return undefined
    const shown = targets.flatMap((uri) => {
      const linked = inner.has(uri) ? undefined : linker.find(uri)
      return linked === undefined
        ? []
        : [showInline(linked, { ...view, projection }, linker, inner, level - 1)]
    })
    if (shown.length === 0) return undefined
    return instance.type === 'ListRelationship' || Array.isArray(attributeValue(instance)) ? shown : shown[0]
  })
}

type Layer = readonly (readonly [StoredEntity, Projection])[]

/** What the entities of a layer link to, without those that were seen. */
const nextLayer = (layer: Layer, linker: Linker, seen: Set<string>): Layer => {
  const links = layer.flatMap(([entity, projection]) =>
    attributesOf(entity).flatMap(([name, instances]) => {
      const inner = linkedProjection(projection, name)
      return inner === undefined ? [] : instances.flatMap(targetsOf).map((uri) => [uri, inner] as const)
    }),
  )
  return links.flatMap(([uri, inner]) => {
    const linked = seen.has(uri) ? undefined : linker.find(uri)
    seen.add(uri)
    return linked === undefined ? [] : [[linked, inner] as const]
  })
}

/** The entities that others link to, each once, with what is shown of them (join=flat). */
const collectLinked = (
  entities: readonly StoredEntity[],
  view: View,
  linker: Linker,
): readonly JsonObject[] => {
  const seen = new Set([...entities.map(({ id }) => id), ...linker.join.containedBy])
  const shown: JsonObject[] = []
  let layer: Layer = entities.map((entity) => [entity, view.projection])
  for (let level = 0; level < linker.join.level && layer.length > 0; level += 1) {
    layer = nextLayer(layer, linker, seen)
    shown.push(...layer.map(([linked, projection]) => showEntity(linked, { ...view, projection })))
  }
  return shown
}

const geometryOf = (entity: StoredEntity, request: QueryRequest): unknown => {
  const [datasetId, ...more] = request.datasetIds ?? []
  const wanted = datasetId === undefined || more.length > 0 || datasetId === '@none' ? undefined : datasetId
  const instances = instancesOf(entity[request.geometryProperty ?? locationIri])
  const instance =
    instances.find((one) => one.datasetId === wanted) ?? (instances.length === 1 ? instances[0] : undefined)
  const value = instance === undefined ? undefined : attributeValue(instance)
  return looksLikeGeometry(value) ? value : null
}

const featureOf = (shown: JsonObject, geometry: unknown): JsonObject => {
  const { id, ...properties } = shown
  return { id, type: 'Feature', geometry, properties }
}

/** Entities as they are shown, and those that they link to with join=flat. */
export interface Shown {
  readonly shown: readonly JsonObject[]
  readonly linked: readonly JsonObject[]
}

/** Shows entities with those that they link to, inside them or after them (CIM 009 4.5.23). */
export const showLinked = (
  entities: readonly StoredEntity[],
  view: View,
  { find, join }: { readonly find: Linker['find']; readonly join: Join | undefined },
): Shown => {
  if (join?.kind === 'inline') {
    const linker = { find, join }
    return {
      shown: entities.map((entity) => showInline(entity, view, linker, join.containedBy, join.level)),
      linked: [],
    }
  }
  return {
    shown: entities.map((entity) => showEntity(entity, view)),
    linked: join === undefined ? [] : collectLinked(entities, view, { find, join }),
  }
}

const showNewest = (call: Call, request: QueryRequest, entities: readonly StoredEntity[]): Shown =>
  showLinked(entities, viewOf(call, request), {
    find: (uri) => call.tenant.entities.get(uri),
    join: request.join,
  })

const showOlder = (
  call: Call,
  request: QueryRequest,
  entities: readonly StoredEntity[],
  version: Conformance,
): Shown => {
  const older = (entity: StoredEntity): StoredEntity => olderEntity(entity, version, call.context)
  return showLinked(entities.map(older), viewOf(call, request), {
    find: (uri) => {
      const linked = call.tenant.entities.get(uri)
      return linked === undefined ? undefined : older(linked)
    },
    join: request.join,
  })
}

/** What is shown, with status and header for answers in an older version of the standard (CIM 009 6.3.18). */
interface Answered extends Shown {
  readonly status: 200 | 203
  readonly headers: Readonly<Record<string, string>>
}

const showAll = (call: Call, request: QueryRequest, entities: readonly StoredEntity[]): Answered => {
  const newest = showNewest(call, request, entities)
  const asked = preferredConformance(call.header('prefer') ?? '')
  const version = asked === undefined ? undefined : readConformance(asked)
  if (version === undefined) return { ...newest, status: 200, headers: {} }
  const older = showOlder(call, request, entities, version)
  return {
    ...older,
    status: sameJson([older.shown, older.linked], [newest.shown, newest.linked]) ? 200 : 203,
    headers: { 'Preference-Applied': `ngsi-ld=${asked}` },
  }
}

/** Refuses geometryProperty without GeoJSON (CIM 009 6.3.15). */
export const checkGeometryProperty = (call: Call, request: QueryRequest): void => {
  if (request.geometryProperty !== undefined && call.accept !== 'application/geo+json')
    badData('geometryProperty needs Accept: application/geo+json')
}

/** The answer with several entities: an array or a FeatureCollection. */
export const manyReply = (call: Call, request: QueryRequest, entities: readonly StoredEntity[]): Reply => {
  checkGeometryProperty(call, request)
  const { shown, linked, status, headers } = showAll(call, request, entities)
  if (call.accept !== 'application/geo+json')
    return { status, headers, contextual: true, body: [...shown, ...linked] }
  const features = [
    ...shown.map((one, index) => featureOf(one, geometryOf(entities[index] as StoredEntity, request))),
    ...linked.map((one) => featureOf(one, null)),
  ]
  return { status, headers, contextual: true, body: { type: 'FeatureCollection', features } }
}

/** The answer with one entity: an object, a Feature, or with join=flat and something linked a list. */
export const oneReply = (call: Call, request: QueryRequest, entity: StoredEntity): Reply => {
  checkGeometryProperty(call, request)
  const { shown, linked, status, headers } = showAll(call, request, [entity])
  if (linked.length > 0) return manyReply(call, request, [entity])
  const [only = {}] = shown
  const body = call.accept === 'application/geo+json' ? featureOf(only, geometryOf(entity, request)) : only
  return { status, headers, contextual: true, body }
}

/** Tells whether nothing of an entity is left to show besides id, type and scope. */
export const isNothingLeft = (entity: StoredEntity, request: QueryRequest): boolean => {
  const { pick } = request.projection
  return (
    pick !== undefined &&
    ![...pick.keys()].some((name) => Object.hasOwn(entity, name)) &&
    typesOf(entity).length > 0
  )
}
