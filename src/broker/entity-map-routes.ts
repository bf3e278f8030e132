import { isDateTime } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import { type Call, noContent, type Reply, type Route } from './call.js'
import { builtMap, createMap, type EntityMap, findMap, prolongMap, shownMap } from './entity-map.js'
import { inOrder, readSelective } from './entity-query-answer.js'
import { queryParameters } from './entity-routes.js'
import { badData, refuse } from './problem-error.js'
import { queryFromBody } from './query-body.js'
import { queryFromParameters } from './query-parameters.js'
import type { QueryText } from './query-request.js'
import { readUri } from './reading.js'
import { mapHistories } from './temporal-answer.js'
import { temporalQueryParameters } from './temporal-routes.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const

const build = (call: Call, text: QueryText): Reply =>
  builtMap(
    createMap(
      call,
      [...inOrder(call, readSelective(call, text))].map(({ id }) => id),
    ),
  )

const stored = (call: Call): EntityMap => {
  const id = readUri(call.params['id'], 'the entity map id in the path')
  return findMap(call.tenant, id) ?? refuse('ResourceNotFound', `there is no entity map ${id}`)
}

const update = (call: Call): Reply => {
  const map = stored(call)
  const expiresAt = isObject(call.body) ? call.body['expiresAt'] : undefined
  if (!isDateTime(expiresAt))
    return badData('the body must hold expiresAt, a DateTime such as 2026-11-23T10:00:00Z')
  prolongMap(map, expiresAt)
  return noContent
}

const remove = (call: Call): Reply => {
  call.tenant.entityMaps.delete(stored(call).id)
  return noContent
}

const one = '/entityMaps/:id'

/** Entity maps of queries and temporal queries (CIM 009 5.14, 6.32 to 6.34). */
export const entityMapRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/entityMaps',
    parameters: queryParameters,
    produces: jsonOnly,
    handle: (call) => build(call, queryFromParameters(call.query)),
  },
  {
    method: 'POST',
    path: '/entityMaps',
    parameters: ['entityMapLifetime', 'local'],
    produces: jsonOnly,
    consumes: 'one',
    handle: (call) => build(call, queryFromBody(call.body, call.query)),
  },
  {
    method: 'GET',
    path: '/temporal/entityMaps',
    parameters: temporalQueryParameters,
    produces: jsonOnly,
    handle: mapHistories,
  },
  {
    method: 'POST',
    path: '/temporal/entityMaps',
    parameters: ['entityMapLifetime', 'local'],
    produces: jsonOnly,
    consumes: 'one',
    handle: mapHistories,
  },
  {
    method: 'GET',
    path: one,
    parameters: [],
    produces: jsonOnly,
    handle: (call) => ({ status: 200, body: shownMap(stored(call)) }),
  },
  { method: 'PATCH', path: one, parameters: [], consumes: 'one', handle: update },
  { method: 'DELETE', path: one, parameters: [], handle: remove },
]
