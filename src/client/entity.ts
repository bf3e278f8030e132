import { UsageError } from '../errors.js'
import { brokerError } from '../http/reply.js'
import { encode } from '../http/url.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isUri } from '../ngsi/uri.js'
import { accept, type Connection, requireCapability, trySend, write } from './connection.js'
import { encodeEntity } from './encode.js'
import { damagedIntegers } from './integer-limit.js'
import { converters, finisher } from './local-step.js'
import { checkFirstWrite, tellLongNames } from './name-check.js'
import { fromWireNames, toWireNames } from './own-term.js'
import { wireOptions } from './query-plan.js'
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

/** Reads one entity; rejects with ResourceNotFound when there is none. */
export const getEntity = async (
  connection: Connection,
  model: Model,
  id: string,
  options: GetOptions,
): Promise<JsonObject> => {
  const { as = 'simplified', sysAttrs = false, signal, lang, pick } = options
  if (lang !== undefined)
    await requireCapability(connection, 'language', 'lang', 'it has no language properties', signal)
  // Orion-LD refuses system times together with the simplified form, so that is made here.
  const convert = sysAttrs && as === 'simplified'
  const context = contextFor(connection, model, options.context)
  const reply = await connection.send({
    method: 'GET',
    path: entityPath(id),
    query: { options: wireOptions(convert ? 'normalized' : as, sysAttrs), lang },
    context,
    signal,
  })
  const entity = fromWireNames(model)(isObject(reply.body) ? reply.body : {})
  tellLongNames(connection, model, context, entity)
  const state = { ...startState(model, undefined), as, pick, sysAttrs }
  return finisher(state, { geo: [], sort: false, join: false, convert })(entity)
}

/** Writes an entity, or a part of one, as it goes to the broker; a UsageError names what keeps it from being sent. */
export const encoded = (model: Model, given: unknown, context: string | undefined): JsonObject => {
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

/** What a write of one entity sends, and under which context. */
interface Writing {
  readonly entity: JsonObject
  readonly id: string
  readonly at: CallOptions
}

/** Makes an entity or a part of one ready to be written. */
export const readyToWrite = async (
  connection: Connection,
  model: Model,
  given: unknown,
  { context: asked, signal }: CallOptions,
): Promise<Writing> => {
  const context = contextFor(connection, model, asked)
  const entity = encoded(model, given, context)
  await tellDamage(connection, entity, signal)
  return { entity, id: String(entity['id']), at: { context, signal } }
}

/** Creates one entity; rejects with AlreadyExists when the id is taken. Gives the id. */
export const createEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: CallOptions,
): Promise<string> => {
  const { entity, id, at } = await readyToWrite(connection, model, given, options)
  await write(connection, { method: 'POST', path: '/ngsi-ld/v1/entities', body: entity, ...at })
  await checkFirstWrite(connection, model, { context: at.context, tenant: connection.tenant }, id)
  return id
}

/** Reads one entity as it is stored, to write it anew; rejects with ResourceNotFound when there is none. */
export const readExisting = async (
  connection: Connection,
  id: string,
  form: 'keyValues' | undefined,
  { context, signal }: CallOptions,
): Promise<JsonObject> => {
  const query = { options: form === undefined ? undefined : [form] }
  const { body } = await connection.send({ method: 'GET', path: entityPath(id), query, context, signal })
  return isObject(body) ? body : {}
}

/** Writes one entity, known to exist, by batch upsert under its stored type. */
export const upsertExisting = async (
  connection: Connection,
  entity: JsonObject,
  options: 'update' | undefined,
  type: unknown,
  { context, signal }: CallOptions,
): Promise<void> => {
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

/** Replaces one entity whole (CIM 009 5.6.18); rejects with ResourceNotFound when there is none. */
export const replaceEntity = async (
  connection: Connection,
  model: Model,
  given: unknown,
  options: CallOptions,
): Promise<void> => {
  const { entity, id, at } = await readyToWrite(connection, model, given, options)
  const reply = await trySend(connection, 'replace', {
    method: 'PUT',
    path: entityPath(id),
    body: entity,
    ...at,
  })
  if (reply !== undefined) return accept(connection, reply)
  const { product } = await connection.dialect(at.signal)
  connection.emulated(`${product} has no replacement of one entity: it is done by batch upsert`)
  const { type } = await readExisting(connection, id, 'keyValues', at)
  await upsertExisting(connection, entity, undefined, type, at)
}

/** Deletes one entity; rejects with ResourceNotFound when there is none. */
export const deleteEntity = async (
  connection: Connection,
  id: string,
  options: CallOptions,
): Promise<void> => {
  await write(connection, { method: 'DELETE', path: entityPath(id), signal: options.signal })
}

/** Gives an entity another form; it must be normalized. */
export const convertEntity = (entity: JsonObject, form: Representation): JsonObject =>
  converters[form](entity)
