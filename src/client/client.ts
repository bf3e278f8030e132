import { checkTenant } from '../http/header.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { type AttributeAccess, attributeAccess } from './attribute-access.js'
import { type AppendOptions, type AttributeReport, writeAttributes } from './attribute-update.js'
import type { Connection } from './connection.js'
import {
  type DeleteWhereOptions,
  type Deletion,
  deleteAll,
  deleteWhere,
  type PurgeOptions,
  purge,
} from './deletion.js'
import {
  type AttributeInfo,
  type AttributeUse,
  attributeInfo,
  type BrokerInfo,
  brokerInfo,
  type EntityType,
  type EntityTypeInfo,
  listAttributes,
  listTypes,
  typeInfo,
} from './discovery.js'
import {
  type CallOptions,
  createEntity,
  deleteEntity,
  type GetOptions,
  getEntity,
  replaceEntity,
} from './entity.js'
import type {
  AttributeInput,
  Checked,
  Input,
  MergeInput,
  NoExcess,
  PartialInput,
  Source,
} from './entity-input.js'
import { type MergeOptions, mergeEntity } from './entity-merge.js'
import { type HistoryAccess, historyAccess } from './history.js'
import { type HostedContexts, hostedContexts } from './hosted-context.js'
import type { EntityOutcome, UpsertReport } from './outcome.js'
import type { AttributeName } from './path.js'
import { type MixedEntity, mixedJob, modelJob } from './preparation.js'
import { find, type Query } from './query.js'
import { type Resources, resources } from './resource.js'
import type { DefaultShape, Representation, Result, Shape } from './result.js'
import { nameOnly } from './stored.js'
import { type Subscriptions, subscriptions } from './subscriptions.js'
import { type Bulk, finishBulk, startBulk, toldOutcomes } from './upsert.js'
import type { UpsertOptions } from './upsert-options.js'

/** The form of what `get` gives. */
interface GetShape<S, R extends Representation, K extends keyof S, T extends boolean>
  extends Omit<DefaultShape<S>, 'as' | 'keys' | 'sysAttrs'> {
  readonly as: R
  readonly keys: K
  readonly sysAttrs: T
}

/** A broker as an object. */
export interface Client {
  /** Starts a query on a model. */
  find<S, N>(
    model: Model<S, N>,
    options?: { readonly context?: string | undefined },
  ): Query<S, N, DefaultShape<S>>
  /** Reads one entity; rejects with ResourceNotFound when there is none. */
  get<
    S,
    N,
    const R extends Representation = 'simplified',
    const K extends keyof S = keyof S,
    const T extends boolean = false,
  >(
    model: Model<S, N>,
    id: string,
    options?: GetOptions & {
      readonly as?: R | undefined
      readonly pick?: readonly (K & string)[] | undefined
      readonly sysAttrs?: T | undefined
    },
  ): Promise<Result<S, N, GetShape<S, R, K, T>>>
  /** Creates one entity; rejects with AlreadyExists when its id is taken. Gives the id. */
  create<S, N, const E extends Input<S, N>>(
    model: Model<S, N>,
    entity: NoExcess<E, S> & Checked<E, S, N>,
    options?: CallOptions,
  ): Promise<string>
  /** Creates many entities; one whose id is taken ends as failed, with AlreadyExists as its problem. */
  createAll<S, N, const E extends Input<S, N>>(
    model: Model<S, N>,
    source: NoExcess<E, S> & Source<Checked<E, S, N>>,
    options?: UpsertOptions,
  ): Promise<UpsertReport>
  /**
   * Merges the given attributes into one entity, which must exist: what they do not name stays, down to members of
   * values (CIM 009 5.6.17). `'urn:ngsi-ld:null'` deletes.
   */
  merge<S, N, const E extends MergeInput<S, N>>(
    model: Model<S, N>,
    part: NoExcess<E, S> & Checked<E, S, N>,
    options?: MergeOptions,
  ): Promise<void>
  /**
   * Adds attributes to one entity, which must exist; those that it has are replaced whole, or left alone with
   * `overwrite: false` (CIM 009 5.6.3). What was left alone is in the report.
   */
  append<S, N, const E extends PartialInput<S, N>>(
    model: Model<S, N>,
    part: NoExcess<E, S> & Checked<E, S, N>,
    options?: AppendOptions,
  ): Promise<AttributeReport>
  /**
   * Replaces attributes of one entity whole, which must exist; `urn:ngsi-ld:null` deletes one (CIM 009 5.6.2).
   * Orion-LD leaves out attributes that the entity does not have, others add them: the report tells.
   */
  updateAttributes<S, N, const E extends MergeInput<S, N>>(
    model: Model<S, N>,
    part: NoExcess<E, S> & Checked<E, S, N>,
    options?: CallOptions,
  ): Promise<AttributeReport>
  /** Changes the given attributes of many entities, which must exist. */
  update<S, N, const E extends PartialInput<S, N>>(
    model: Model<S, N>,
    source: NoExcess<E, S> & Source<Checked<E, S, N>>,
    options?: UpsertOptions,
  ): Promise<UpsertReport>
  /** Puts one entity whole in the place of what was there, which must exist. */
  replace<S, N, const E extends Input<S, N>>(
    model: Model<S, N>,
    entity: NoExcess<E, S> & Checked<E, S, N>,
    options?: CallOptions,
  ): Promise<void>
  /** Deletes one entity; rejects with ResourceNotFound when there is none. */
  delete(id: string, options?: CallOptions): Promise<void>
  /** Deletes many entities by their ids. */
  deleteAll(ids: Iterable<string> | AsyncIterable<string>, options?: UpsertOptions): Promise<UpsertReport>
  /** Deletes what a query matches; with `dryRun` it only tells. */
  deleteWhere<S, N, D extends Shape>(query: Query<S, N, D>, options?: DeleteWhereOptions): Promise<Deletion>
  /** Has the broker itself delete what a query matches, or attributes of it; refused where a broker cannot. */
  purge<S, N, D extends Shape>(query: Query<S, N, D>, options?: PurgeOptions<AttributeName<S>>): Promise<void>
  /** Reads and writes one attribute of one entity. */
  attribute<S, N, A extends AttributeName<S>>(
    model: Model<S, N>,
    id: string,
    name: A,
  ): AttributeAccess<
    AttributeInput<S[A], A extends keyof N ? N[A] : never>,
    A extends keyof N ? Exclude<N[A], undefined> : unknown
  >
  /**
   * Writes entities of a source, new or not, in batches; gives an exact account. Nothing but a wrong call or a
   * failing source makes it reject: what brokers and networks do is in the report.
   */
  upsert<S, N, const E extends Input<S, N>>(
    model: Model<S, N>,
    source: NoExcess<E, S> & Source<Checked<E, S, N>>,
    options?: UpsertOptions,
  ): Promise<UpsertReport>
  /** As `upsert`, giving the outcome of each entity as it settles. */
  upsertEach<S, N, const E extends Input<S, N>>(
    model: Model<S, N>,
    source: NoExcess<E, S> & Source<Checked<E, S, N>>,
    options?: UpsertOptions,
  ): AsyncGenerator<EntityOutcome>
  /** As `upsert`, for a source of several models and tenants; the compiler does not look into its entities, `validate` does. */
  upsertMixed(source: Source<MixedEntity>, options?: UpsertOptions): Promise<UpsertReport>
  /** What values were before (CIM 009 5.7.3), where the broker keeps history. */
  history<S, N>(model: Model<S, N>, options?: { readonly context?: string | undefined }): HistoryAccess<S, N>
  /** Types that the broker has entities of. */
  types(options?: CallOptions): Promise<readonly EntityType[]>
  /** Attributes that the broker has on some entity, with their types. */
  attributes(options?: CallOptions): Promise<readonly AttributeUse[]>
  /** Describes a type: how many entities, which attributes of which kinds; rejects with ResourceNotFound. */
  typeInfo<S, N>(type: Model<S, N> | string, options?: CallOptions): Promise<EntityTypeInfo>
  /** Describes an attribute: how many entities have it, of which types, of which kinds; rejects with ResourceNotFound. */
  attributeInfo(name: string, options?: CallOptions): Promise<AttributeInfo>
  /** Which broker, which version, what it can do, what was emulated so far. */
  info(signal?: AbortSignal): Promise<BrokerInfo>
  readonly subscriptions: Subscriptions
  /** Context source registrations (CIM 009 5.9). */
  readonly registrations: Resources<JsonObject>
  /** Subscriptions to changes of the registrations themselves (CIM 009 5.11). */
  readonly registrationSubscriptions: Resources<JsonObject>
  readonly contexts: HostedContexts
  /** The connection underneath; shared by all tenants. */
  readonly connection: Connection
}

async function* each(start: () => Promise<Bulk>, options: UpsertOptions): AsyncGenerator<EntityOutcome> {
  for await (const outcomes of toldOutcomes(await start(), options)) yield* outcomes
}

const updateOperation = async (
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<'merge' | 'update'> => {
  // Nothing is sent after the signal, so nobody need be asked.
  if (signal?.aborted === true) return 'update'
  const { can, product } = await connection.dialect(signal)
  // Batch update replaces each given attribute whole (CIM 009 5.6.9), batch merge goes into it (5.6.20).
  if (can.batchMerge === 'yes') return 'merge'
  connection.emulated(
    `${product} is not known to merge in batches: update replaces each given attribute whole, its metadata with it`,
  )
  return 'update'
}

/** Makes the client of one connection. */
export const createClient = (connection: Connection): Client => {
  checkTenant(connection.tenant)
  const client = {
    find: (model: Model, options?: { readonly context?: string | undefined }) =>
      find(connection, model, options),
    get: (model: Model, id: string, options: GetOptions = {}) => getEntity(connection, model, id, options),
    create: (model: Model, entity: unknown, options: CallOptions = {}) =>
      createEntity(connection, model, entity, options),
    createAll: async (model: Model, source: Source<unknown>, options: UpsertOptions = {}) =>
      finishBulk(await startBulk(connection, source, modelJob('create', model), options), options),
    merge: (model: Model, part: unknown, options: MergeOptions = {}) =>
      mergeEntity(connection, model, part, options),
    append: (model: Model, part: unknown, options: AppendOptions = {}) =>
      writeAttributes(connection, model, 'POST', part, options),
    updateAttributes: (model: Model, part: unknown, options: CallOptions = {}) =>
      writeAttributes(connection, model, 'PATCH', part, options),
    update: async (model: Model, source: Source<unknown>, options: UpsertOptions = {}) => {
      const operation = await updateOperation(connection, options.signal)
      // A part lacks required attributes by its nature.
      const lenient = { validate: false, ...options } as const
      return finishBulk(await startBulk(connection, source, modelJob(operation, model), lenient), lenient)
    },
    replace: (model: Model, entity: unknown, options: CallOptions = {}) =>
      replaceEntity(connection, model, entity, options),
    delete: (id: string, options: CallOptions = {}) => deleteEntity(connection, id, options),
    deleteAll: (ids: Iterable<string>, options: UpsertOptions = {}) =>
      deleteAll(connection, nameOnly('*', connection.context ?? ''), ids, options),
    deleteWhere: (query: Query<unknown, unknown, Shape>, options: DeleteWhereOptions = {}) =>
      deleteWhere(connection, query.state, options),
    purge: (query: Query<unknown, unknown, Shape>, options: PurgeOptions = {}) =>
      purge(connection, query.state, options),
    attribute: (model: Model, id: string, name: string) => attributeAccess(connection, model, id, name),
    upsert: async (model: Model, source: Source<unknown>, options: UpsertOptions = {}) =>
      finishBulk(await startBulk(connection, source, modelJob('upsert', model), options), options),
    upsertEach: (model: Model, source: Source<unknown>, options: UpsertOptions = {}) =>
      each(() => startBulk(connection, source, modelJob('upsert', model), options), options),
    upsertMixed: async (source: Source<MixedEntity>, options: UpsertOptions = {}) =>
      finishBulk(await startBulk(connection, source, mixedJob('upsert'), options), options),
    history: (model: Model, options?: { readonly context?: string | undefined }) =>
      historyAccess(connection, model, options?.context),
    types: (options?: CallOptions) => listTypes(connection, options),
    typeInfo: (type: Model | string, options?: CallOptions) => typeInfo(connection, type, options),
    attributeInfo: (name: string, options?: CallOptions) => attributeInfo(connection, name, options),
    attributes: (options?: CallOptions) => listAttributes(connection, options),
    info: (signal?: AbortSignal) => brokerInfo(connection, signal),
    subscriptions: subscriptions(connection),
    registrations: resources<JsonObject>(connection, '/ngsi-ld/v1/csourceRegistrations', { type: '*' }),
    registrationSubscriptions: resources<JsonObject>(connection, '/ngsi-ld/v1/csourceSubscriptions'),
    contexts: hostedContexts(connection),
    connection,
  }
  // The interface types what this body leaves loose: entity shapes exist at compile time only.
  return client as unknown as Client
}
