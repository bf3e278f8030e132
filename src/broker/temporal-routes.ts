import { isObject } from '../ngsi/entity.js'
import { pathAttribute } from './attribute-routes.js'
import { type Call, noContent, type Reply, type Route, readingOf } from './call.js'
import { checkBodyId, requireWhole } from './entity-reader.js'
import { pageParameters } from './paging.js'
import { readBoolean } from './parameters.js'
import { badData, refuse } from './problem-error.js'
import { selectionParameters } from './query-parameters.js'
import { readUri } from './reading.js'
import { locationOf } from './response.js'
import { applyChange } from './state.js'
import { pathHistory, queryHistories, queryHistoriesByBody, retrieveHistory } from './temporal-answer.js'
import {
  addInstances,
  currentChange,
  readInstanceUpdate,
  readTemporal,
  removeInstances,
  replaceInstance,
  type TemporalFragment,
} from './temporal-operations.js'

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

/** The query parameters of temporal queries. */
export const temporalQueryParameters: readonly string[] = [
  ...shownParameters,
  ...windowParameters,
  ...pageParameters,
  ...selectionParameters,
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
    parameters: temporalQueryParameters,
    keywords,
    formats: temporalFormats,
    produces: jsonOnly,
    handle: queryHistories,
  },
  {
    method: 'GET',
    path: one,
    parameters: [...shownParameters, ...windowParameters, 'type'],
    keywords,
    formats: temporalFormats,
    produces: jsonOnly,
    handle: retrieveHistory,
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
    handle: queryHistoriesByBody,
  },
]
