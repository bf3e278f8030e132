import { isNotFound } from '../client/attribute-access.js'
import type { Client } from '../client/client.js'
import { allOf, conditions } from '../client/condition.js'
import { readEntities } from '../client/query-run.js'
import { type QueryState, startState } from '../client/query-state.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import type { Filter } from '../query/filter.js'
import type { SubscriptionOptions } from './declaration.js'
import type { Picture } from './picture.js'

/** What a comparison with the broker found. */
export interface Reconciled {
  readonly read: number
  readonly news: number
  readonly deleted: number
}

type AnyOptions = SubscriptionOptions<unknown, unknown>

const stateOf = (
  model: Model,
  options: AnyOptions,
  context: string | undefined,
  since: number | undefined,
): QueryState => {
  const own = options.where === undefined ? undefined : allOf(options.where(conditions(model)).filters)
  const recent: Filter | undefined =
    since === undefined
      ? undefined
      : {
          kind: 'compare',
          path: { names: ['modifiedAt'], members: [] },
          operator: '>=',
          value: { kind: 'dateTime', value: new Date(Math.floor(since / 1000)).toISOString() },
        }
  return {
    ...startState(model, context),
    as: 'normalized',
    sysAttrs: true,
    filters: [own, recent].filter((filter) => filter !== undefined),
    geo:
      options.near === undefined
        ? []
        : [
            {
              relation: { kind: 'near', maxMeters: options.near.maxMeters },
              reference: options.near.place,
              geoproperty: options.near.geoproperty,
            },
          ],
    scope: options.inScope,
    ids: options.ids,
    idPattern: options.idPattern,
    pick: options.attributes,
  }
}

const isGone = async (
  client: Client,
  model: Model,
  id: string,
  signal: AbortSignal | undefined,
): Promise<boolean> => {
  try {
    await client.get(model, id, { signal })
    return false
  } catch (error) {
    if (isNotFound(error)) return true
    throw error
  }
}

/** What comparing needs. */
export interface ReconcileRun {
  readonly client: Client
  readonly model: Model
  readonly options: AnyOptions
  readonly context: string | undefined
  readonly picture: Picture
  /** Told of each entity as the broker has it now. */
  readonly found: (entity: JsonObject) => Promise<boolean>
  readonly gone: (id: string) => Promise<void>
  readonly signal?: AbortSignal | undefined
}

/** Reads everything that the subscription is about and tells what was missed, deletions among it. */
export const reconcileAll = async (run: ReconcileRun): Promise<Reconciled> => {
  const { client, model, picture, signal } = run
  const before = new Set(picture.ids())
  let read = 0
  let news = 0
  for await (const entity of readEntities(
    client.connection,
    stateOf(model, run.options, run.context, undefined),
    signal,
  )) {
    read += 1
    before.delete(String(entity['id']))
    if (await run.found(entity)) news += 1
  }
  let deleted = 0
  for (const id of before) {
    // What no longer fits the conditions is not gone; it is only no longer watched.
    if (await isGone(client, model, id, signal)) {
      await run.gone(id)
      deleted += 1
    } else picture.forget(id)
  }
  return { read, news, deleted }
}

/** Reads what was modified since the newest change told, with the overlap that the broker's clock needs. */
export const reconcileRecent = async (run: ReconcileRun): Promise<Reconciled> => {
  const { client, picture, model, signal } = run
  const { can, limits } = await client.connection.dialect(signal)
  if (can.systemTimesInQ === 'no' || picture.watermark() === 0) return reconcileAll(run)
  const since = picture.watermark() - limits.reconcileOverlapMs * 1000
  let read = 0
  let news = 0
  for await (const entity of readEntities(
    client.connection,
    stateOf(model, run.options, run.context, since),
    signal,
  )) {
    read += 1
    if (await run.found(entity)) news += 1
  }
  return { read, news, deleted: 0 }
}
