import { isObject } from '../ngsi/entity.js'
import { readAttribute, readAttributePart } from './attribute-reader.js'
import { type Call, noContent, type Reply, type Route, readingOf } from './call.js'
import { distributedWrite } from './distributed-write.js'
import { commit, pathEntity } from './entity-access.js'
import { findInstance } from './entity-draft.js'
import {
  appendAttributes,
  deleteAttribute,
  replaceAttribute,
  updateAttributes,
  updatePart,
} from './entity-operations.js'
import { attributeIri, checkBodyId, isEmptyFragment, readFragment } from './entity-reader.js'
import { readBoolean } from './parameters.js'
import { badData, refuse } from './problem-error.js'
import { readUri } from './reading.js'
import { type Instance, instancesOf, type StoredEntity } from './stored-entity.js'

/** The attribute of the path as IRI; 400 for what is no legal name (CIM 009 6.7.3). */
export const pathAttribute = (call: Call): string =>
  call.params['attr'] === 'scope'
    ? badData('the scope is no attribute; write it with PATCH of the entity or of its attributes')
    : attributeIri(call.params['attr'] ?? '', { context: call.context })

const append = (call: Call): Reply => {
  const stored = pathEntity(call)
  if (isObject(call.body)) checkBodyId(call.body, stored.id)
  const fragment = readFragment(call.body, readingOf(call, 'refused'))
  if (isEmptyFragment(fragment)) return badData('the fragment is empty')
  const overwrite = !call.options.has('noOverwrite')
  const { change, untouched } = appendAttributes(stored, fragment, { now: call.now, overwrite })
  commit(call, change)
  if (untouched.length === 0) return noContent
  return {
    status: 207,
    mediaType: 'application/json',
    body: {
      updated: Object.keys(fragment.attributes).filter((name) => !untouched.includes(name)),
      notUpdated: untouched.map((attributeName) => ({
        attributeName,
        reason: 'the attribute exists already, and noOverwrite was asked',
      })),
    },
  }
}

const update = (call: Call): Reply => {
  const stored = pathEntity(call)
  if (isObject(call.body)) checkBodyId(call.body, stored.id)
  const fragment = readFragment(call.body, readingOf(call, 'members'))
  if (isEmptyFragment(fragment)) return badData('the fragment is empty')
  commit(call, updateAttributes(stored, fragment, call.now))
  return noContent
}

const noInstance = (name: string, datasetId: string | undefined): never =>
  refuse(
    'ResourceNotFound',
    `the entity has no attribute ${name}${datasetId === undefined ? '' : ` with datasetId ${datasetId}`}`,
  )

const requestedDataset = (call: Call): string | undefined => {
  const given = isObject(call.body) ? call.body['datasetId'] : undefined
  return given === undefined || given === '@none' ? undefined : readUri(given, 'datasetId')
}

const bodyObject = (call: Call): Readonly<Record<string, unknown>> => {
  if (!isObject(call.body)) return badData('the body must be an object: one attribute')
  const { '@context': _context, ...body } = call.body
  return Object.keys(body).length === 0 ? badData('the fragment is empty') : body
}

const addressed = (call: Call): readonly [StoredEntity, string, Instance] => {
  const name = pathAttribute(call)
  const stored = pathEntity(call)
  const datasetId = requestedDataset(call)
  return [stored, name, findInstance(stored, name, datasetId) ?? noInstance(name, datasetId)]
}

const updateOne = (call: Call): Reply => {
  const name = pathAttribute(call)
  const body = bodyObject(call)
  const stored = pathEntity(call)
  const datasetId = requestedDataset(call)
  const instance = findInstance(stored, name, datasetId) ?? noInstance(name, datasetId)
  const part = readAttributePart(body, instance.type, call.params['attr'] ?? '', readingOf(call, 'members'))
  commit(call, updatePart(stored, name, instance, part, call.now))
  return noContent
}

const replaceOne = (call: Call): Reply => {
  const body = bodyObject(call)
  const read = readAttribute(body, call.params['attr'] ?? '', readingOf(call, 'refused')) as Instance
  const [stored, name] = addressed(call)
  commit(call, replaceAttribute(stored, name, read, call.now))
  return noContent
}

const removeOne = (call: Call): Reply => {
  const isScope = call.params['attr'] === 'scope'
  const name = isScope ? 'scope' : pathAttribute(call)
  const stored = pathEntity(call)
  const all = readBoolean(call.query.get('deleteAll'), 'deleteAll') ?? false
  const given = call.query.get('datasetId')
  const datasetId = given === undefined || given === '@none' ? undefined : readUri(given, 'datasetId')
  const exists = isScope
    ? stored.scope !== undefined
    : all
      ? instancesOf(stored[name]).length > 0
      : findInstance(stored, name, datasetId) !== undefined
  if (!exists) return noInstance(name, datasetId)
  commit(call, deleteAttribute(stored, name, { datasetId, all }, call.now))
  return noContent
}

const one = '/entities/:id/attrs/:attr'

/** Operations on attributes (CIM 009 6.6, 6.7). */
export const attributeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/entities/:id/attrs',
    parameters: ['options', 'type', 'local'],
    keywords: ['noOverwrite'],
    consumes: 'one',
    handle: distributedWrite('POST', { operation: 'appendAttrs', result: 'attributes' }, append),
  },
  {
    method: 'PATCH',
    path: '/entities/:id/attrs',
    parameters: ['type', 'local'],
    consumes: 'one',
    handle: distributedWrite('PATCH', { operation: 'updateAttrs', result: 'attributes' }, update),
  },
  {
    method: 'PATCH',
    path: one,
    parameters: ['type', 'local'],
    consumes: 'one',
    handle: distributedWrite('PATCH', { operation: 'updateAttrs', result: 'attributes' }, updateOne),
  },
  {
    method: 'PUT',
    path: one,
    parameters: ['type', 'local'],
    consumes: 'one',
    handle: distributedWrite('PUT', { operation: 'replaceAttrs', result: 'attributes' }, replaceOne),
  },
  {
    method: 'DELETE',
    path: one,
    parameters: ['datasetId', 'deleteAll', 'type', 'local'],
    handle: distributedWrite('DELETE', { operation: 'deleteAttrs', result: 'attributes' }, removeOne),
  },
]
