import { coreContext } from '../ngsi/context.js'
import { isObject } from '../ngsi/entity.js'
import type { ProblemDetails } from '../ngsi/problem.js'
import { isUri } from '../ngsi/uri.js'
import { type Call, noContent, type Reply, type Route, readingOf } from './call.js'
import { deletion, type EntityChange } from './entity-change.js'
import { mergeEntity } from './entity-merge.js'
import { appendAttributes, createEntity, replaceEntity, updateAttributes } from './entity-operations.js'
import { answerQuery } from './entity-query-answer.js'
import { readFragment, requireWhole } from './entity-reader.js'
import { formats, readMerge } from './entity-routes.js'
import { bodyContext } from './gate.js'
import { mediaTypes } from './media-type.js'
import { pageParameters } from './paging.js'
import { asProblemError, badData, ProblemError, problemOf, refuse } from './problem-error.js'
import { queryFromBody } from './query-body.js'
import { readUri } from './reading.js'
import { applyChange } from './state.js'
import type { StoredEntity } from './stored-entity.js'

/** What became of one element: the change (none where nothing differs), and whether the entity is new. */
interface Done {
  readonly id: string
  readonly change: EntityChange | undefined
  readonly created: boolean
  /** What was left out of an element that is written in part. */
  readonly problem?: string | undefined
}

interface Failed {
  readonly entityId: string
  readonly error: ProblemDetails
}

type Element = (call: Call, element: unknown) => Done

const elementsOf = (call: Call): readonly unknown[] => {
  const { body } = call
  if (!Array.isArray(body) || body.length === 0) return badData('the body must be a non-empty array')
  if (body.includes(null)) return badData('the array must not hold null')
  const { maxBatch } = call.state.limits
  if (body.length > maxBatch)
    throw new ProblemError('InvalidRequest', `a batch holds at most ${maxBatch} elements`, 413)
  return body
}

const idOf = (element: unknown): string => {
  const id = isObject(element) ? (element['id'] ?? element['@id']) : element
  return typeof id === 'string' ? id : ''
}

const known = (call: Call, element: unknown): StoredEntity => {
  if (!isObject(element)) return badData('each element must be an object')
  const id = readUri(element['id'] ?? element['@id'], 'id')
  return call.tenant.entities.get(id) ?? refuse('ResourceNotFound', `there is no entity ${id}`)
}

const createOne: Element = (call, element) => {
  const fragment = requireWhole(readFragment(element, readingOf(call, 'refused')))
  if (call.tenant.entities.get(fragment.id) !== undefined)
    return refuse('AlreadyExists', `the entity ${fragment.id} exists already`)
  return { id: fragment.id, change: createEntity(fragment, call.now), created: true }
}

const upsertOne: Element = (call, element) => {
  const updating = call.options.has('update')
  const id = idOf(element)
  const stored = isUri(id) ? call.tenant.entities.get(id) : undefined
  if (stored === undefined) return createOne(call, element)
  const fragment = readFragment(element, readingOf(call, updating ? 'members' : 'refused'))
  const change = updating
    ? updateAttributes(stored, fragment, call.now)
    : replaceEntity(stored, requireWhole(fragment), call.now)
  return { id, change, created: false }
}

const updateOne: Element = (call, element) => {
  const stored = known(call, element)
  const overwrite = !call.options.has('noOverwrite')
  const fragment = readFragment(element, readingOf(call, overwrite ? 'members' : 'refused'))
  const { change, untouched } = appendAttributes(stored, fragment, { now: call.now, overwrite })
  const problem =
    untouched.length === 0
      ? undefined
      : `not written, because noOverwrite was asked and they exist: ${untouched.join(', ')}`
  return { id: stored.id, change, created: false, problem }
}

const mergeOne: Element = (call, element) => {
  const stored = known(call, element)
  return {
    id: stored.id,
    change: mergeEntity(stored, readMerge(call, stored, element), { now: call.now }),
    created: false,
  }
}

const deleteOne: Element = (call, element) => {
  const id = readUri(idOf(element), 'id')
  const stored = call.tenant.entities.get(id) ?? refuse('ResourceNotFound', `there is no entity ${id}`)
  return { id, change: deletion(stored, call.now), created: false }
}

/** The call as one element sees it: with the element's own context (CIM 009 6.3.5; 5.6.7 for the errors). */
const elementCall = async (call: Call, element: unknown): Promise<Call> => {
  const source = bodyContext(element, call.isLinkedData, call.linkContext as string | undefined)
  if (source === undefined) return call.context === coreContext ? call : { ...call, context: coreContext }
  const context = await call.state.contexts.resolve(call.tenant.hosted, source)
  return { ...call, context }
}

interface Result {
  readonly done: readonly Done[]
  readonly failed: readonly Failed[]
}

const applyTo = (call: Call, element: unknown, apply: Element): Done => {
  const result = apply(call, element)
  if (result.change !== undefined) applyChange(call.tenant, result.change)
  return result
}

const run = async (call: Call, apply: Element, hasContext: boolean): Promise<Result> => {
  const done: Done[] = []
  const failed: Failed[] = []
  const changes: EntityChange[] = []
  const hasOwnContexts = hasContext && call.isLinkedData
  for (const element of elementsOf(call))
    try {
      if (hasContext && !hasOwnContexts) bodyContext(element, false, undefined)
      // Waiting for each element would cost as much as storing it; only those with contexts of their own need it.
      const result = applyTo(hasOwnContexts ? await elementCall(call, element) : call, element, apply)
      if (result.change !== undefined) changes.push(result.change)
      if (result.problem === undefined) done.push(result)
      else
        failed.push({
          entityId: result.id,
          error: problemOf(new ProblemError('BadRequestData', result.problem)),
        })
    } catch (error) {
      failed.push({ entityId: idOf(element), error: problemOf(asProblemError(error)) })
    }
  call.state.changed(call.tenant, changes)
  return { done, failed }
}

const json = 'application/json' as const

const partly = ({ done, failed }: Result): Reply => ({
  status: 207,
  mediaType: json,
  body: { success: done.map(({ id }) => id), errors: failed },
})

const batch =
  (apply: Element, hasContext = true) =>
  async (call: Call): Promise<Reply> => {
    const result = await run(call, apply, hasContext)
    if (result.failed.length > 0) return partly(result)
    const created = result.done.filter((one) => one.created).map(({ id }) => id)
    return created.length === 0 ? noContent : { status: 201, mediaType: json, body: created }
  }

const path = (name: string): string => `/entityOperations/${name}`

/** Batch operations (CIM 009 6.14 to 6.18, 6.23, 6.31). */
export const batchRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: path('create'),
    parameters: ['local'],
    consumes: 'many',
    createsTenant: true,
    handle: batch(createOne),
  },
  {
    method: 'POST',
    path: path('upsert'),
    parameters: ['options', 'local'],
    keywords: ['replace', 'update'],
    consumes: 'many',
    createsTenant: true,
    handle: batch(upsertOne),
  },
  {
    method: 'POST',
    path: path('update'),
    parameters: ['options', 'local'],
    keywords: ['noOverwrite', 'replace', 'update'],
    consumes: 'many',
    handle: batch(updateOne),
  },
  {
    method: 'POST',
    path: path('merge'),
    parameters: ['options', 'format', 'lang', 'observedAt', 'local'],
    keywords: formats,
    formats,
    consumes: 'many',
    handle: batch(mergeOne),
  },
  {
    method: 'POST',
    path: path('delete'),
    parameters: ['local'],
    consumes: 'many',
    handle: batch(deleteOne, false),
  },
  {
    method: 'POST',
    path: path('query'),
    parameters: [
      ...pageParameters,
      'options',
      'format',
      'local',
      'lang',
      'geometryProperty',
      'entityMap',
      'entityMapLifetime',
    ],
    keywords: [...formats, 'sysAttrs'],
    formats,
    produces: mediaTypes,
    consumes: 'one',
    handle: (call) =>
      isObject(call.body) && call.body['temporalQ'] !== undefined
        ? badData('temporalQ belongs to /temporal/entityOperations/query')
        : answerQuery(call, queryFromBody(call.body, call.query)),
  },
]
