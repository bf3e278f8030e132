import { isObject, type JsonObject } from '../ngsi/entity.js'
import { evaluateTypes } from '../query/type-selection.js'
import { type Aggregation, readAggregation } from './aggregation.js'
import { pathAttribute } from './attribute-routes.js'
import { type Call, noContent, type Reply, type Route, readingOf } from './call.js'
import { compileQuery } from './entity-query.js'
import { checkBodyId, requireWhole } from './entity-reader.js'
import type { EntityHistory } from './history.js'
import { pageParameters, readPage, takePage, withPaging } from './paging.js'
import { readBoolean } from './parameters.js'
import { badData, refuse } from './problem-error.js'
import { queryFromBody } from './query-body.js'
import { queryFromParameters } from './query-parameters.js'
import { checkSelective, type QueryRequest, type QueryText, readQuery, readTypes } from './query-request.js'
import { readUri } from './reading.js'
import { locationOf } from './response.js'
import { applyChange, queryTools } from './state.js'
import type { StoredEntity } from './stored-entity.js'
import {
  addInstances,
  currentChange,
  readInstanceUpdate,
  readTemporal,
  removeInstances,
  replaceInstance,
  type TemporalFragment,
} from './temporal-operations.js'
import { showHistory, type TemporalView } from './temporal-view.js'
import { cutTimelines, inWindow, readWindow, type TemporalText, type Timelines } from './temporal-window.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const
const temporalFormats = ['normalized', 'temporalValues', 'aggregatedValues'] as const
const keywords = [...temporalFormats, 'sysAttrs']
const windowParameters = [
  'timerel',
  'timeAt',
  'endTimeAt',
  'timeproperty',
  'lastN',
  'aggrMethods',
  'aggrPeriodDuration',
]
const shownParameters = [
  'attrs',
  'pick',
  'omit',
  'lang',
  'datasetId',
  'format',
  'options',
  'local',
  'entityMap',
  'entityMapLifetime',
]

const pathHistory = (call: Call): EntityHistory => {
  const id = readUri(call.params['id'], 'the entity id in the path')
  const history = call.tenant.history.get(id)
  const type = call.query.get('type')
  if (
    history === undefined ||
    (type !== undefined && !evaluateTypes(readTypes(type, call.context), history.types))
  )
    return refuse('ResourceNotFound', `there is no temporal evolution of ${id}`)
  return history
}

/** One store with two views: what is newest in the history is the current state (CIM 009 5.6.11). */
const keepCurrent = (call: Call, fragment: TemporalFragment & { readonly id: string }): void => {
  const stored = call.tenant.entities.get(fragment.id)
  if (stored === undefined && fragment.types.length === 0) return
  const change = currentChange(stored, fragment, call.now)
  if (change === undefined) return
  applyChange(call.tenant, change)
  call.state.changed(call.tenant, [change], { isRecorded: true })
}

const upsert = (call: Call): Reply => {
  const fragment = requireWhole(readTemporal(call.body, readingOf(call, 'refused')))
  const isNew = call.tenant.history.get(fragment.id) === undefined
  const history = call.tenant.history.open(fragment.id, fragment.types, call.now)
  addInstances(call.tenant.history, history, fragment, call.now)
  keepCurrent(call, fragment)
  call.state.historyChanged(call.tenant, history.id)
  return isNew
    ? { status: 201, headers: { Location: locationOf('temporal/entities', fragment.id) } }
    : noContent
}

const append = (call: Call): Reply => {
  const history = pathHistory(call)
  if (isObject(call.body)) checkBodyId(call.body, history.id)
  const fragment = readTemporal(call.body, readingOf(call, 'refused'))
  if (fragment.instances.size === 0 && fragment.types.length === 0 && fragment.scope === undefined)
    return badData('the fragment is empty')
  call.tenant.history.open(history.id, fragment.types, call.now)
  addInstances(call.tenant.history, history, fragment, call.now)
  if (call.tenant.entities.get(history.id) !== undefined) keepCurrent(call, { ...fragment, id: history.id })
  call.state.historyChanged(call.tenant, history.id)
  return noContent
}

interface TemporalRequest {
  readonly how: TemporalView
  readonly request: QueryRequest
}

const temporalFormat = (call: Call): TemporalView['format'] => {
  const named = call.query.get('format') ?? [...call.options].find((keyword) => keyword !== 'sysAttrs')
  return named === 'temporalValues' || named === 'aggregatedValues' ? named : 'normalized'
}

const readRequest = (
  call: Call,
  text: QueryText,
  temporal: TemporalText & { readonly aggrMethods?: unknown; readonly aggrPeriodDuration?: unknown },
  mandatory: boolean,
): TemporalRequest => {
  const request = readQuery(text, call.context, call.state.limits.maxExpression)
  const format = temporalFormat(call)
  const aggregation: Aggregation | undefined =
    format === 'aggregatedValues'
      ? readAggregation(temporal.aggrMethods, temporal.aggrPeriodDuration)
      : undefined
  return {
    request,
    how: {
      window: readWindow(temporal, mandatory),
      format,
      aggregation,
      view: {
        context: call.context,
        format: 'normalized',
        sysAttrs: call.options.has('sysAttrs'),
        projection: request.projection,
        languages: request.languages,
        datasetIds: request.datasetIds,
      },
    },
  }
}

const temporalParameters = (
  call: Call,
): TemporalText & { aggrMethods: unknown; aggrPeriodDuration: unknown } => {
  const get = call.query.get
  return {
    timerel: get('timerel'),
    timeAt: get('timeAt'),
    endTimeAt: get('endTimeAt'),
    timeproperty: get('timeproperty'),
    lastN: get('lastN'),
    aggrMethods: get('aggrMethods'),
    aggrPeriodDuration: get('aggrPeriodDuration'),
  }
}

const timelinesOf = (history: EntityHistory, { how }: TemporalRequest): Timelines => {
  const shown = [...history.attributes]
    .map(([name, instances]) => [name, inWindow(instances, how.window)] as const)
    .filter(([, instances]) => instances.length > 0)
  return new Map(shown)
}

/** A history as an entity with every instance in the window, so that the conditions of queries can be put to it. */
const asEntity = (history: EntityHistory, timelines: Timelines): StoredEntity => {
  const scopes = (timelines.get('scope') ?? []).flatMap((instance) => instance['value'] as string[])
  return {
    id: history.id,
    type: history.types,
    createdAt: history.createdAt,
    modifiedAt: history.modifiedAt,
    ...Object.fromEntries([...timelines].filter(([name]) => name !== 'scope')),
    ...(scopes.length === 0 ? {} : { scope: scopes }),
  }
}

const rangeReply = (
  call: Call,
  asked: TemporalRequest,
  found: readonly (readonly [EntityHistory, Timelines])[],
  one: boolean,
): Reply => {
  const { how } = asked
  // Aggregates are short whatever they are made from.
  const limit = how.format === 'aggregatedValues' ? Number.POSITIVE_INFINITY : call.state.limits.maxInstances
  const cut = cutTimelines(
    found.map(([, timelines]) => timelines),
    how.window,
    limit,
  )
  const shown = found.map(([history], index) => showHistory(history, cut.timelines[index] as Timelines, how))
  return {
    status: cut.contentRange === undefined ? 200 : 206,
    contextual: true,
    body: one ? shown[0] : shown,
    ...(cut.contentRange === undefined ? {} : { headers: { 'Content-Range': cut.contentRange } }),
  }
}

const retrieve = (call: Call): Reply => {
  const asked = readRequest(
    call,
    { ...queryFromParameters(call.query), selectors: [] },
    temporalParameters(call),
    false,
  )
  const history = pathHistory(call)
  const timelines = timelinesOf(history, asked)
  const { pick } = asked.request.projection
  const isEmpty =
    pick !== undefined &&
    ![...pick.keys()].some((name) => timelines.has(name) || name === 'id' || name === 'type')
  const lacksAttrs = asked.request.query.attributes?.some((name) => history.attributes.has(name)) === false
  if (isEmpty || lacksAttrs)
    return refuse('ResourceNotFound', `${history.id} has none of the members that are asked for`)
  return rangeReply(call, asked, [[history, timelines]], true)
}

const answer = (call: Call, text: QueryText, asked: TemporalRequest): Reply => {
  checkSelective(text, asked.request.query, asked.request.projection, false)
  const page = readPage(call)
  const test = compileQuery(asked.request.query, queryTools(call.state, call.tenant))
  const { datasetIds } = asked.request
  function* matching(): Iterable<readonly [EntityHistory, Timelines]> {
    for (const history of call.tenant.history.all()) {
      const timelines = timelinesOf(history, asked)
      if (timelines.size === 0 || !test(asEntity(history, timelines))) continue
      const hasDataset = [...timelines.values()]
        .flat()
        .some(({ datasetId }) => datasetIds?.has(datasetId ?? '@none') !== false)
      if (hasDataset) yield [history, timelines]
    }
  }
  const found = takePage(matching(), page)
  return withPaging(call, rangeReply(call, asked, found.items, false), page, found)
}

const refuseLinks = (text: QueryText): QueryText =>
  text.q !== undefined && /[{}]/.test(text.q)
    ? badData('a temporal query has no conditions on linked entities')
    : text

const query = (call: Call): Reply => {
  const text = refuseLinks(queryFromParameters(call.query))
  return answer(call, text, readRequest(call, text, temporalParameters(call), true))
}

const queryByBody = (call: Call): Reply => {
  const body = call.body as JsonObject
  const text = refuseLinks(queryFromBody(body, call.query))
  const temporal = body['temporalQ']
  if (!isObject(temporal)) return badData('a temporal query needs temporalQ')
  const aggregation = isObject(body['aggrParams']) ? body['aggrParams'] : {}
  return answer(call, text, readRequest(call, text, { ...temporal, ...aggregation }, true))
}

const remove = (call: Call): Reply => {
  const { id } = pathHistory(call)
  call.tenant.history.remove(id)
  call.state.historyChanged(call.tenant, id)
  return noContent
}

const attributeName = (call: Call): string =>
  call.params['attr'] === 'scope' ? 'scope' : pathAttribute(call)

const removeAttribute = (call: Call): Reply => {
  const name = attributeName(call)
  const history = pathHistory(call)
  const all = readBoolean(call.query.get('deleteAll'), 'deleteAll') ?? false
  const given = call.query.get('datasetId')
  const datasetId = given === undefined || given === '@none' ? undefined : readUri(given, 'datasetId')
  const removed = removeInstances(history, name, (instance) => all || instance.datasetId === datasetId)
  if (!removed) return refuse('ResourceNotFound', `${history.id} has no such instances of ${name}`)
  call.state.historyChanged(call.tenant, history.id)
  return noContent
}

const noInstance = (instanceId: string): never =>
  refuse('ResourceNotFound', `there is no instance ${instanceId}`)

const updateInstance = (call: Call): Reply => {
  const name = pathAttribute(call)
  const instanceId = readUri(call.params['instance'], 'the instance id in the path')
  const history = pathHistory(call)
  const instance = readInstanceUpdate(call.body, name, readingOf(call, 'members'))
  if (!replaceInstance(history, name, instanceId, instance, call.now)) return noInstance(instanceId)
  call.state.historyChanged(call.tenant, history.id)
  return noContent
}

const removeInstance = (call: Call): Reply => {
  const name = attributeName(call)
  const instanceId = readUri(call.params['instance'], 'the instance id in the path')
  const history = pathHistory(call)
  if (!removeInstances(history, name, (instance) => instance.instanceId === instanceId))
    return noInstance(instanceId)
  call.state.historyChanged(call.tenant, history.id)
  return noContent
}

const queryParameters = [
  ...shownParameters,
  ...windowParameters,
  ...pageParameters,
  'id',
  'type',
  'idPattern',
  'q',
  'csf',
  'georel',
  'geometry',
  'coordinates',
  'geoproperty',
  'scopeQ',
  'expandValues',
  'jsonKeys',
]
const one = '/temporal/entities/:id'
const instance = `${one}/attrs/:attr/:instance`

/** The temporal API (CIM 009 6.18 to 6.24). */
export const temporalRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/temporal/entities',
    parameters: ['local'],
    consumes: 'one',
    createsTenant: true,
    handle: upsert,
  },
  {
    method: 'GET',
    path: '/temporal/entities',
    parameters: queryParameters,
    keywords,
    formats: temporalFormats,
    produces: jsonOnly,
    handle: query,
  },
  {
    method: 'GET',
    path: one,
    parameters: [...shownParameters, ...windowParameters, 'type'],
    keywords,
    formats: temporalFormats,
    produces: jsonOnly,
    handle: retrieve,
  },
  { method: 'DELETE', path: one, parameters: ['type', 'local'], handle: remove },
  { method: 'POST', path: `${one}/attrs`, parameters: ['type', 'local'], consumes: 'one', handle: append },
  {
    method: 'DELETE',
    path: `${one}/attrs/:attr`,
    parameters: ['datasetId', 'deleteAll', 'type', 'local'],
    handle: removeAttribute,
  },
  { method: 'PATCH', path: instance, parameters: ['type', 'local'], consumes: 'one', handle: updateInstance },
  { method: 'DELETE', path: instance, parameters: ['type', 'local'], handle: removeInstance },
  {
    method: 'POST',
    path: '/temporal/entityOperations/query',
    parameters: [...pageParameters, 'options', 'format', 'local', 'lang', 'geometryProperty'],
    keywords,
    formats: temporalFormats,
    produces: jsonOnly,
    consumes: 'one',
    handle: queryByBody,
  },
]
