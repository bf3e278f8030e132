import type { ActiveContext } from '../ngsi/context.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type Call, noContent, type Reply, type Route } from './call.js'
import { pageParameters, readPage, takePage, withPaging } from './paging.js'
import { badData, refuse } from './problem-error.js'
import { queryFromParameters, selectionParameters } from './query-parameters.js'
import { checkSelective, readQuery } from './query-request.js'
import { checkValue, readUri } from './reading.js'
import { readRegistration, registrationMembers, type StoredRegistration } from './registration.js'
import { matchingElements, type RegistrationQuery } from './registration-query.js'
import { locationOf } from './response.js'
import { newId, patchDocument } from './subscription.js'
import { readWindow } from './temporal-window.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const

const bodyOf = (call: Call): JsonObject => {
  if (!isObject(call.body)) return badData('the body must be an object')
  checkValue(call.body, { nulls: 'everywhere', maxDepth: call.state.limits.maxDepth }, 'body')
  return call.body
}

const isExpired = ({ document }: StoredRegistration): boolean => {
  const { expiresAt } = document as { expiresAt?: string }
  return expiresAt !== undefined && (instantOf(expiresAt) ?? 0) / 1000 <= Date.now()
}

/** The registrations of a tenant that have not ended; those that have are removed (CIM 009 5.2.9). */
const living = (call: Call): readonly StoredRegistration[] => {
  const { registrations } = call.tenant
  for (const [id, registration] of registrations) if (isExpired(registration)) registrations.delete(id)
  return [...registrations.values()]
}

/** 409 where an exclusive or redirect registration would contradict what is there (CIM 009 5.9.2). */
const checkConflict = (call: Call, id: string, { plan }: Pick<StoredRegistration, 'plan'>): void => {
  if (plan.mode !== 'exclusive' && plan.mode !== 'redirect') return
  const ids = plan.elements.flatMap(({ entities }) => (entities ?? []).flatMap((info) => info.id ?? []))
  const holds = plan.elements.some(({ entities, names }) =>
    (entities ?? []).some(({ id: entityId }) => {
      const entity = entityId === undefined ? undefined : call.tenant.entities.get(entityId)
      return (
        entity !== undefined &&
        (plan.mode === 'redirect' || [...(names ?? [])].some((name) => Object.hasOwn(entity, name)))
      )
    }),
  )
  if (holds) refuse('Conflict', 'an entity of this broker already has what the registration claims')
  const rival = living(call).find(
    (other) =>
      other.id !== id &&
      (other.plan.mode === 'exclusive' || (other.plan.mode === 'redirect' && plan.mode === 'exclusive')) &&
      other.plan.elements.some(
        ({ entities, names }) =>
          (entities ?? []).some((info) => info.id !== undefined && ids.includes(info.id)) &&
          plan.elements.some((own) => [...(own.names ?? [])].some((name) => names?.has(name) !== false)),
      ),
  )
  if (rival !== undefined) refuse('Conflict', `the registration ${rival.id} claims the same already`)
}

const create = (call: Call): Reply => {
  const body = bodyOf(call)
  const document = registrationMembers(body)
  const plan = readRegistration(document, call.context)
  const id = newId(body, 'ContextSourceRegistration')
  living(call)
  if (call.tenant.registrations.has(id))
    return refuse('AlreadyExists', `the registration ${id} exists already`)
  if (call.tenant.registrations.size >= call.state.limits.maxSubscriptions)
    return refuse(
      'TooManyResults',
      `a tenant has at most ${call.state.limits.maxSubscriptions} registrations`,
    )
  checkConflict(call, id, { plan })
  const registration = {
    id,
    document,
    context: call.context,
    plan,
    createdAt: call.now,
    modifiedAt: call.now,
  }
  call.tenant.registrations.set(id, registration)
  call.state.reregistered(call.tenant, undefined, registration)
  return { status: 201, headers: { Location: locationOf('csourceRegistrations', id) } }
}

const stored = (call: Call): StoredRegistration => {
  const id = readUri(call.params['id'], 'the registration id in the path')
  living(call)
  return call.tenant.registrations.get(id) ?? refuse('ResourceNotFound', `there is no registration ${id}`)
}

type Rename = (name: string) => string

const renameNames = (value: unknown, rename: Rename): unknown =>
  typeof value === 'string'
    ? rename(value)
    : Array.isArray(value)
      ? value.map((name) => rename(String(name)))
      : value

const renameElement = (element: unknown, rename: Rename): unknown => {
  if (!isObject(element)) return element
  const result: Record<string, unknown> = { ...element }
  if (Array.isArray(element['entities']))
    result['entities'] = element['entities'].map((info) =>
      isObject(info) ? { ...info, type: renameNames(info['type'], rename) } : info,
    )
  for (const name of ['propertyNames', 'relationshipNames'])
    if (element[name] !== undefined) result[name] = renameNames(element[name], rename)
  return result
}

/** Writes the names of a registration in the terms of another context. */
export const renamedRegistration = (
  document: JsonObject,
  from: ActiveContext,
  to: ActiveContext,
): JsonObject => {
  const rename: Rename = (name) => to.compact(from.expand(name))
  const { information } = document
  return Array.isArray(information)
    ? { ...document, information: information.map((element) => renameElement(element, rename)) }
    : document
}

/** A registration as answers show it; with `only`, just those elements. */
export const shownRegistration = (
  { id, document, context, createdAt, modifiedAt }: StoredRegistration,
  to: ActiveContext,
  options: { readonly sysAttrs: boolean; readonly only?: readonly number[] | undefined },
): JsonObject => {
  const { type, ...renamed } = renamedRegistration(document, context, to)
  const { information } = renamed
  const elements =
    options.only === undefined || !Array.isArray(information)
      ? information
      : options.only.map((index) => information[index])
  return {
    id,
    type,
    ...renamed,
    information: elements,
    ...(options.sysAttrs ? { createdAt, modifiedAt } : {}),
  }
}

const retrieve = (call: Call): Reply => ({
  status: 200,
  contextual: true,
  body: shownRegistration(stored(call), call.context, { sysAttrs: call.options.has('sysAttrs') }),
})

const list = (call: Call): Reply => {
  const text = queryFromParameters(call.query)
  const request = readQuery(text, call.context, call.state.limits.maxExpression)
  checkSelective({ ...text, local: undefined }, request.query, request.projection, true)
  const [timerel, timeAt, endTimeAt, timeproperty] = ['timerel', 'timeAt', 'endTimeAt', 'timeproperty'].map(
    (name) => call.query.get(name),
  )
  const asked: RegistrationQuery = {
    query: request.query,
    csf: text.csf,
    window: readWindow({ timerel, timeAt, endTimeAt, timeproperty }, false),
    datasetIds: request.datasetIds,
    names: [],
  }
  const page = readPage(call)
  const matching = living(call).filter(
    (registration) => matchingElements(registration, asked, call.state.geoTest).length > 0,
  )
  const found = takePage(matching, page)
  const sysAttrs = call.options.has('sysAttrs')
  const body = found.items.map((registration) => shownRegistration(registration, call.context, { sysAttrs }))
  return withPaging(call, { status: 200, contextual: true, body }, page, found)
}

const update = (call: Call): Reply => {
  const known = stored(call)
  const body = bodyOf(call)
  const given = body['id'] ?? body['@id']
  if (given !== undefined && given !== known.id) return badData('the id of a registration cannot be changed')
  const fragment = registrationMembers(body)
  if (Object.keys(fragment).length === 0) return badData('the fragment is empty')
  const document = patchDocument(renamedRegistration(known.document, known.context, call.context), fragment)
  const plan = readRegistration(document, call.context)
  checkConflict(call, known.id, { plan })
  const registration = { ...known, document, context: call.context, plan, modifiedAt: call.now }
  call.tenant.registrations.set(known.id, registration)
  call.state.reregistered(call.tenant, known, registration)
  return noContent
}

const remove = (call: Call): Reply => {
  const known = stored(call)
  call.tenant.registrations.delete(known.id)
  call.state.reregistered(call.tenant, known, undefined)
  return noContent
}

const one = '/csourceRegistrations/:id'

/** Registrations of context sources (CIM 009 6.8, 6.9). */
export const registrationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/csourceRegistrations',
    parameters: [],
    consumes: 'one',
    createsTenant: true,
    handle: create,
  },
  {
    method: 'GET',
    path: '/csourceRegistrations',
    parameters: [
      ...pageParameters,
      ...selectionParameters,
      'attrs',
      'timerel',
      'timeAt',
      'endTimeAt',
      'timeproperty',
      'lang',
      'pick',
      'omit',
      'datasetId',
      'options',
    ],
    keywords: ['sysAttrs'],
    produces: jsonOnly,
    handle: list,
  },
  {
    method: 'GET',
    path: one,
    parameters: ['options'],
    keywords: ['sysAttrs'],
    produces: jsonOnly,
    handle: retrieve,
  },
  { method: 'PATCH', path: one, parameters: [], consumes: 'one', handle: update },
  { method: 'DELETE', path: one, parameters: [], handle: remove },
]
