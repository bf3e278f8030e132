import { UsageError } from '../errors.js'
import { brokerError, isSuccess, type Reply } from '../http/reply.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isUri, ngsiNull } from '../ngsi/uri.js'
import { assertWhole, type Connection, trySend } from './connection.js'
import { encodeEntity } from './encode.js'
import { damagedIntegers } from './integer-limit.js'
import { converters, finisher } from './local-step.js'
import { checkFirstWrite, tellLongNames } from './name-check.js'
import { fromWireNames, toWireNames } from './own-term.js'
import { startState } from './query-state.js'
import type { Representation } from './result.js'

/** How one entity is read. */
export interface GetOptions {
  /** @default 'simplified' */
  readonly as?: Representation | undefined
  /** Reads createdAt and modifiedAt too. @default false */
  readonly sysAttrs?: boolean | undefined
  /** Chooses a language of language properties: `nl, en;q=0.5`. @default all of them */
  readonly lang?: string | undefined
  /** Reads only these attributes; id and type always come along. @default all */
  readonly pick?: readonly string[] | undefined
  /** Context URL. @default the model's */
  readonly context?: string | undefined
  /** Ends the call; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What any call on one entity takes. */
export interface CallOptions {
  /** Context URL. @default the model's */
  readonly context?: string | undefined
  /** Ends the call; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

const checkedId = (id: string): string => {
  if (!isUri(id))
    throw new UsageError(
      `"${String(id).slice(0, 200)}" is no entity id: it must be a URI such as urn:ngsi-ld:Device:7`,
    )
  return id
}

/** The path of an entity. */
export const entityPath = (id: string): string => `/ngsi-ld/v1/entities/${encode(checkedId(id))}`

/** The context for a model: the call's, the model's, or the connection's. */
export const contextFor = (
  connection: Connection,
  model: Model,
  given: string | undefined,
): string | undefined => given ?? (model.context === '' ? connection.context : model.context)

const formOptions = (form: Representation, sysAttrs: boolean): readonly string[] | undefined => {
  const words = [
    ...(form === 'simplified' ? ['keyValues'] : form === 'concise' ? ['concise'] : []),
    ...(sysAttrs ? ['sysAttrs'] : []),
  ]
  return words.length === 0 ? undefined : words
}

/** Reads one entity; rejects with ResourceNotFound when there is none. */
export const getEntity = async (
  connection: Connection,
  model: Model,
  id: string,
  options: GetOptions,
): Promise<JsonObject> => {
  const { as = 'simplified', sysAttrs = false, signal, lang, pick } = options
  // Orion-LD refuses system times together with the simplified form, so that is made here.
  const convert = sysAttrs && as === 'simplified'
  const context = contextFor(connection, model, options.context)
  const reply = await connection.send({
    method: 'GET',
    path: entityPath(id),
    query: { options: formOptions(convert ? 'normalized' : as, sysAttrs), lang },
    context,
    signal,
  })
  const entity = fromWireNames(model)(isObject(reply.body) ? reply.body : {})
  tellLongNames(connection, model, context, entity)
  const state = { ...startState(model, undefined), as, pick, sysAttrs }
  return finisher(state, { geo: [], sort: false, join: false, convert })(entity)
}

const encoded = (model: Model, given: unknown, context: string | undefined): JsonObject => {
  const result = encodeEntity(model, given, context)
  if ('issues' in result) {
    const [first] = result.issues
    throw new UsageError(
      `${first?.path}: ${first?.message}${first?.hint === undefined ? '' : ` (${first.hint})`}`,
    )
  }
  return toWireNames(model, result.entity)
}

/** Says once where a broker will damage a number of an entity; it is sent all the same. */
const tellDamage = async (
  connection: Connection,
  entity: JsonObject,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const { limits, product } = await connection.dialect(signal)
  const [first] = damagedIntegers(entity, limits.maxInteger)
  if (first !== undefined)
    connection.emulated(`${product}, ${String(entity['id'])}, ${first.path}: ${first.message}`)
}

/** Creates one entity; rejects with AlreadyExists when the id is taken. Gives the id. */
export const createEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: CallOptions,
): Promise<string> => {
  const context = contextFor(connection, model, options.context)
  const entity = encoded(model, given, context)
  await tellDamage(connection, entity, options.signal)
  const reply = await connection.send({
    method: 'POST',
    path: '/ngsi-ld/v1/entities',
    body: entity,
    context,
    signal: options.signal,
  })
  assertWhole(connection, reply)
  const id = String(entity['id'])
  await checkFirstWrite(connection, model, { context, tenant: connection.tenant }, id)
  return id
}

const accept = async (connection: Connection, reply: Reply): Promise<void> => {
  const { name } = await connection.dialect()
  if (!isSuccess(reply)) throw brokerError(reply, name)
  assertWhole(connection, reply)
}

/** Writes one entity by batch upsert, after making sure that it exists. */
const upsertExisting = async (
  connection: Connection,
  entity: JsonObject,
  options: 'update' | undefined,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const path = entityPath(String(entity['id']))
  const stored = await connection.send({
    method: 'GET',
    path,
    query: { options: ['keyValues'] },
    context,
    signal,
  })
  const { type } = isObject(stored.body) ? stored.body : {}
  const reply = await connection.send({
    method: 'POST',
    path: '/ngsi-ld/v1/entityOperations/upsert',
    query: { options },
    body: [{ ...entity, type: type ?? entity['type'] }],
    context,
    signal,
    idempotent: true,
  })
  const errors = isObject(reply.body) ? reply.body['errors'] : undefined
  if (Array.isArray(errors) && errors.length > 0)
    throw brokerError(
      { ...reply, status: 400, body: isObject(errors[0]) ? errors[0]['error'] : undefined },
      (await connection.dialect()).name,
    )
}

const isDeletion = (value: unknown): boolean =>
  value === ngsiNull ||
  (isObject(value) &&
    (value['value'] === ngsiNull || value['object'] === ngsiNull || value['json'] === ngsiNull))

const mergeByBatch = async (
  connection: Connection,
  entity: JsonObject,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const { product } = await connection.dialect(signal)
  connection.emulated(
    `${product} has no merge of one entity: it is done by batch upsert and deletion of attributes`,
  )
  const head = new Set(['id', 'type'])
  const names = Object.keys(entity).filter((name) => !head.has(name))
  const gone = names.filter((name) => isDeletion(entity[name]))
  const kept = Object.fromEntries(Object.entries(entity).filter(([name]) => !gone.includes(name)))
  if (names.length > gone.length) await upsertExisting(connection, kept, 'update', context, signal)
  for (const name of gone)
    await connection.send({
      method: 'DELETE',
      path: `${entityPath(String(entity['id']))}/attrs/${encode(name)}`,
      context,
      signal,
    })
}

/** Merges a part into one entity (CIM 009 5.6.17); rejects with ResourceNotFound when there is none. */
export const mergeEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: CallOptions,
): Promise<void> => {
  const context = contextFor(connection, model, options.context)
  const { signal } = options
  const entity = encoded(model, given, context)
  await tellDamage(connection, entity, signal)
  // Orion-LD looks at forwarded data only when a write names the type (#1803): it stays out.
  const { id, type: _type, ...part } = entity
  const reply = await trySend(connection, 'merge', {
    method: 'PATCH',
    path: entityPath(String(id)),
    body: part,
    context,
    signal,
    idempotent: true,
  })
  if (reply === undefined) await mergeByBatch(connection, entity, context, signal)
  else await accept(connection, reply)
}

/** Replaces one entity whole (CIM 009 5.6.18); rejects with ResourceNotFound when there is none. */
export const replaceEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: CallOptions,
): Promise<void> => {
  const context = contextFor(connection, model, options.context)
  const { signal } = options
  const entity = encoded(model, given, context)
  await tellDamage(connection, entity, signal)
  const reply = await trySend(connection, 'replace', {
    method: 'PUT',
    path: entityPath(String(entity['id'])),
    body: entity,
    context,
    signal,
  })
  if (reply !== undefined) return accept(connection, reply)
  const { product } = await connection.dialect(signal)
  connection.emulated(`${product} has no replacement of one entity: it is done by batch upsert`)
  await upsertExisting(connection, entity, undefined, context, signal)
}

/** Deletes one entity; rejects with ResourceNotFound when there is none. */
export const deleteEntity = async (
  connection: Connection,
  id: string,
  options: CallOptions,
): Promise<void> => {
  const reply = await connection.send({ method: 'DELETE', path: entityPath(id), signal: options.signal })
  assertWhole(connection, reply)
}

/** Gives an entity another form; it must be normalized. */
export const convertEntity = (entity: JsonObject, form: Representation): JsonObject =>
  converters[form](entity)
