import { isObject } from '../ngsi/entity.js'
import { type Call, noContent, type Reply, type Route, readingOf } from './call.js'
import { mergeEntities, readRemote, warningHeader } from './distributed-read.js'
import { distributedWrite } from './distributed-write.js'
import { commit, pathEntity, pathId } from './entity-access.js'
import { deletion } from './entity-change.js'
import { mergeEntity } from './entity-merge.js'
import { createEntity, deleteAttributes, replaceEntity } from './entity-operations.js'
import { matchingEntities, prepareIndexes } from './entity-query.js'
import { answerQuery } from './entity-query-answer.js'
import { checkBodyId, isEmptyFragment, readFragment, requireWhole } from './entity-reader.js'
import { isNothingLeft, oneReply } from './entity-results.js'
import { mediaTypes } from './media-type.js'
import { pageParameters } from './paging.js'
import { readBoolean, readList } from './parameters.js'
import { badData, refuse } from './problem-error.js'
import { memberName } from './projection.js'
import { queryFromParameters, selectionParameters } from './query-parameters.js'
import { checkSelective, readQuery, readTypes } from './query-request.js'
import { locationOf } from './response.js'
import { readSimplified } from './simplified-reader.js'
import { applyChange, queryTools } from './state.js'
import { attributeNames, type StoredEntity } from './stored-entity.js'

/** Values of `format` and keywords of `options` that choose a representation. */
export const formats = ['normalized', 'concise', 'simplified', 'keyValues'] as const
const readKeywords = [...formats, 'sysAttrs']
const viewParameters = [
  'attrs',
  'pick',
  'omit',
  'lang',
  'datasetId',
  'format',
  'options',
  'join',
  'joinLevel',
  'containedBy',
  'local',
]
/** The query parameters of entity queries. */
export const queryParameters: readonly string[] = [
  ...viewParameters,
  ...selectionParameters,
  'expandValues',
  'jsonKeys',
  ...pageParameters,
  'geometryProperty',
  'orderBy',
  'collation',
  'orderFrom',
  'orderGeometry',
  'entityMap',
  'entityMapLifetime',
  'splitEntities',
]

const create = (call: Call): Reply => {
  const fragment = requireWhole(readFragment(call.body, readingOf(call, 'refused')))
  if (call.tenant.entities.get(fragment.id) !== undefined)
    return refuse('AlreadyExists', `the entity ${fragment.id} exists already`)
  commit(call, createEntity(fragment, call.now))
  return { status: 201, headers: { Location: locationOf('entities', fragment.id) } }
}

/** The entity of the path, with what sources know of it; 404 where nobody knows it (CIM 009 5.7.1). */
const retrievedEntity = async (
  call: Call,
): Promise<{ readonly entity: StoredEntity; readonly warnings: readonly string[] }> => {
  const id = pathId(call)
  if (call.tenant.registrations.size === 0) return { entity: pathEntity(call), warnings: [] }
  const type = call.query.get('type')
  const selector = {
    ids: new Set([id]),
    types: type === undefined ? undefined : readTypes(type, call.context),
  }
  const path = `/entities/${encodeURIComponent(id)}`
  const remote = await readRemote(call, 'retrieveEntity', { selectors: [selector] }, path)
  const local = call.tenant.entities.get(id)
  const [entity] = mergeEntities(local === undefined ? [] : [local], remote.entities)
  return entity === undefined
    ? { entity: pathEntity(call), warnings: [] }
    : { entity, warnings: remote.warnings }
}

const retrieve = async (call: Call): Promise<Reply> => {
  const text = queryFromParameters(call.query)
  const request = readQuery({ ...text, selectors: [] }, call.context, call.state.limits.maxExpression)
  const { entity, warnings } = await retrievedEntity(call)
  const { attributes } = request.query
  const hasNone = attributes !== undefined && !attributes.some((name) => Object.hasOwn(entity, name))
  if (hasNone || isNothingLeft(entity, request))
    return refuse('ResourceNotFound', `the entity ${entity.id} has none of the members that are asked for`)
  const reply = oneReply(call, request, entity)
  return { ...reply, headers: { ...reply.headers, ...warningHeader(warnings) } }
}

const replace = (call: Call): Reply => {
  const stored = pathEntity(call)
  if (isObject(call.body)) checkBodyId(call.body, stored.id)
  const fragment = readFragment(call.body, readingOf(call, 'refused'))
  commit(call, replaceEntity(stored, fragment, call.now))
  return noContent
}

/** Reads a merge fragment, in simplified form where the request says so (CIM 009 5.6.17). */
export const readMerge = (
  call: Call,
  stored: StoredEntity,
  body: unknown,
): ReturnType<typeof readFragment> => {
  const format = call.query.get('format') ?? [...call.options][0]
  const reading = readingOf(call, 'everywhere')
  return format === 'keyValues' || format === 'simplified'
    ? readSimplified(body, stored, reading, call.query.get('lang'))
    : readFragment(body, reading)
}

const merge = (call: Call): Reply => {
  const stored = pathEntity(call)
  if (isObject(call.body)) checkBodyId(call.body, stored.id)
  const fragment = readMerge(call, stored, call.body)
  if (isEmptyFragment(fragment)) return badData('the fragment is empty')
  commit(call, mergeEntity(stored, fragment, { now: call.now, observedAt: observedAtOf(call) }))
  return noContent
}

const observedAtOf = (call: Call): string | undefined => {
  const observedAt = call.query.get('observedAt')
  if (observedAt === undefined) return undefined
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[.,]\d{1,6})?Z$/.test(observedAt)
    ? observedAt.replace(',', '.')
    : badData(`observedAt: "${observedAt}" is no DateTime; write 2026-11-23T10:00:00Z`)
}

const remove = (call: Call): Reply => {
  commit(call, deletion(pathEntity(call), call.now))
  return noContent
}

const purge = async (call: Call): Promise<Reply> => {
  const text = { ...queryFromParameters(call.query), pick: undefined, omit: undefined }
  const request = readQuery(text, call.context, call.state.limits.maxExpression)
  checkSelective(text, request.query, request.projection, true)
  const [keep, drop] = ['keep', 'drop'].map((name) =>
    readList(call.query.get(name), name)?.map((member) => memberName(call.context, member)),
  )
  if (keep !== undefined && drop !== undefined) badData('keep and drop exclude each other')
  await prepareIndexes(call.tenant.entities, request.query)
  const found = [
    ...matchingEntities(call.tenant.entities, request.query, queryTools(call.state, call.tenant)),
  ]
  const changes = found.flatMap((entity) => {
    if (keep === undefined && drop === undefined) return [deletion(entity, call.now)]
    const names = drop ?? attributeNames(entity).filter((name) => keep?.includes(name) === false)
    return deleteAttributes(entity, names, call.now) ?? []
  })
  for (const change of changes) applyChange(call.tenant, change)
  call.state.changed(call.tenant, changes)
  return noContent
}

/** Operations on entities (CIM 009 6.4, 6.5). */
export const entityRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/entities',
    parameters: ['local'],
    consumes: 'one',
    createsTenant: true,
    handle: distributedWrite('POST', { operation: 'createEntity', result: 'entity' }, create),
  },
  {
    method: 'GET',
    path: '/entities',
    parameters: queryParameters,
    keywords: readKeywords,
    formats,
    produces: mediaTypes,
    handle: (call) => {
      readBoolean(call.query.get('splitEntities'), 'splitEntities')
      return answerQuery(call, queryFromParameters(call.query))
    },
  },
  {
    method: 'DELETE',
    path: '/entities',
    parameters: [...selectionParameters, 'expandValues', 'jsonKeys', 'attrs', 'keep', 'drop', 'local'],
    handle: purge,
  },
  {
    method: 'GET',
    path: '/entities/:id',
    parameters: [
      ...viewParameters,
      'type',
      'geometryProperty',
      'entityMap',
      'entityMapLifetime',
      'splitEntities',
    ],
    keywords: readKeywords,
    formats,
    produces: mediaTypes,
    handle: retrieve,
  },
  {
    method: 'PUT',
    path: '/entities/:id',
    parameters: ['type', 'local'],
    consumes: 'one',
    handle: distributedWrite('PUT', { operation: 'replaceEntity', result: 'entity' }, replace),
  },
  {
    method: 'PATCH',
    path: '/entities/:id',
    parameters: ['format', 'options', 'lang', 'observedAt', 'type', 'local'],
    keywords: formats,
    formats,
    consumes: 'one',
    handle: distributedWrite('PATCH', { operation: 'mergeEntity', result: 'entity' }, merge),
  },
  {
    method: 'DELETE',
    path: '/entities/:id',
    parameters: ['type', 'local'],
    handle: distributedWrite('DELETE', { operation: 'deleteEntity', result: 'entity' }, remove),
  },
  // 6.4: the public conformance suite expects 400, not 405, for these two.
  {
    method: 'PUT',
    path: '/entities',
    parameters: ['type', 'local'],
    consumes: 'one',
    handle: () => badData('PUT needs the id of an entity in the path'),
  },
  {
    method: 'PATCH',
    path: '/entities',
    parameters: ['format', 'options', 'lang', 'observedAt', 'type', 'local'],
    keywords: formats,
    formats,
    consumes: 'one',
    handle: () => badData('PATCH needs the id of an entity in the path'),
  },
]
