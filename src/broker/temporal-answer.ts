import { isObject, type JsonObject } from '../ngsi/entity.js'
import { evaluateTypes } from '../query/type-selection.js'
import { type Aggregation, readAggregation } from './aggregation.js'
import type { Call, Reply } from './call.js'
import { builtMap, createMap, type EntityMap, mapLocation, requestedMap, wantsMap } from './entity-map.js'
import { compileQuery } from './entity-query.js'
import type { EntityHistory } from './history.js'
import { readPage, takePage, withPaging } from './paging.js'
import { badData, refuse } from './problem-error.js'
import { queryFromBody } from './query-body.js'
import { queryFromParameters } from './query-parameters.js'
import { checkSelective, type QueryRequest, type QueryText, readQuery, readTypes } from './query-request.js'
import { readUri } from './reading.js'
import { queryTools } from './state.js'
import type { StoredEntity } from './stored-entity.js'
import { showHistory, type TemporalView } from './temporal-view.js'
import { cutTimelines, inWindow, readWindow, type TemporalText, type Timelines } from './temporal-window.js'

/** The history of the path; 404 where there is none, or where `type` says another type. */
export const pathHistory = (call: Call): EntityHistory => {
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

/** Answers GET of one history (CIM 009 5.7.3). */
export const retrieveHistory = (call: Call): Reply => {
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

/** The histories that match, with their instances in the window. */
function* matching(
  call: Call,
  asked: TemporalRequest,
  histories: Iterable<EntityHistory>,
): Iterable<readonly [EntityHistory, Timelines]> {
  const test = compileQuery(asked.request.query, queryTools(call.state, call.tenant))
  const { datasetIds } = asked.request
  for (const history of histories) {
    const timelines = timelinesOf(history, asked)
    if (timelines.size === 0 || !test(asEntity(history, timelines))) continue
    const hasDataset = [...timelines.values()]
      .flat()
      .some(({ datasetId }) => datasetIds?.has(datasetId ?? '@none') !== false)
    if (hasDataset) yield [history, timelines]
  }
}

const mapOf = (call: Call, asked: TemporalRequest): EntityMap =>
  createMap(
    call,
    [...matching(call, asked, call.tenant.history.all())].map(([{ id }]) => id),
  )

const answer = (call: Call, asked: TemporalRequest): Reply => {
  const page = readPage(call)
  const known = wantsMap(call) ? requestedMap(call) : undefined
  const map = known ?? (wantsMap(call) ? mapOf(call, asked) : undefined)
  const histories = map?.ids.flatMap((id) => call.tenant.history.get(id) ?? []) ?? call.tenant.history.all()
  const found = takePage(matching(call, asked, histories), page)
  const reply = withPaging(call, rangeReply(call, asked, found.items, false), page, found)
  if (map === undefined) return reply
  return {
    ...reply,
    status: reply.status === 200 && known === undefined ? 201 : reply.status,
    headers: { ...reply.headers, 'NGSILD-EntityMap': mapLocation(map) },
  }
}

const refuseLinks = (text: QueryText): QueryText =>
  text.q !== undefined && /[{}]/.test(text.q)
    ? badData('a temporal query has no conditions on linked entities')
    : text

const checked = (call: Call, text: QueryText, temporal: TemporalText): TemporalRequest => {
  const asked = readRequest(call, text, temporal, true)
  checkSelective(text, asked.request.query, asked.request.projection, false)
  return asked
}

const readParameters = (call: Call): TemporalRequest =>
  checked(call, refuseLinks(queryFromParameters(call.query)), temporalParameters(call))

const readBody = (call: Call): TemporalRequest => {
  const body = call.body as JsonObject
  const text = refuseLinks(queryFromBody(body, call.query))
  const temporal = body['temporalQ']
  if (!isObject(temporal)) return badData('a temporal query needs temporalQ')
  const aggregation = isObject(body['aggrParams']) ? body['aggrParams'] : {}
  return checked(call, text, { ...temporal, ...aggregation })
}

/** Answers a temporal query in parameters (CIM 009 5.7.4). */
export const queryHistories = (call: Call): Reply => answer(call, readParameters(call))

/** Answers a temporal query in a body (CIM 009 5.7.4, 6.24). */
export const queryHistoriesByBody = (call: Call): Reply => answer(call, readBody(call))

/** Makes an entity map of a temporal query, in parameters or in a body (CIM 009 5.14, 6.34). */
export const mapHistories = (call: Call): Reply =>
  builtMap(mapOf(call, call.body === undefined ? readParameters(call) : readBody(call)))
