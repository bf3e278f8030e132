import { UnsupportedError, UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { type Connection, write } from './connection.js'
import type { UpsertReport } from './outcome.js'
import { wireNames } from './own-term.js'
import { modelJob } from './preparation.js'
import { planQuery } from './query-plan.js'
import { readEntities } from './query-run.js'
import { linksOfConditions, type QueryState } from './query-state.js'
import { finishBulk, startBulk } from './upsert.js'
import type { UpsertOptions } from './upsert-options.js'

/** How a deletion by query runs. */
export interface DeleteWhereOptions
  extends Pick<UpsertOptions, 'batchSize' | 'concurrency' | 'onProgress' | 'signal' | 'attempts'> {
  /** Only tells what would be deleted. @default false */
  readonly dryRun?: boolean | undefined
}

/** What a deletion by query did, or would do. */
export interface Deletion {
  /** Entities that matched when it began. */
  readonly matched: number
  /** The first 1,000 of their ids. */
  readonly ids: readonly string[]
  /** Undefined in a dry run. */
  readonly report?: UpsertReport | undefined
}

const shownIds = 1000

/**
 * Deletes what a query matches. Ids are collected before the first deletion: deleting while paging would make pages
 * slide and skip entities.
 */
export const deleteWhere = async (
  connection: Connection,
  state: QueryState,
  options: DeleteWhereOptions,
): Promise<Deletion> => {
  const ids: string[] = []
  const lean = {
    ...state,
    pick: [],
    omit: undefined,
    links: linksOfConditions(state),
    as: 'simplified',
    sysAttrs: false,
  } as const
  for await (const entity of readEntities(connection, lean, options.signal)) ids.push(String(entity['id']))
  const deletion = { matched: ids.length, ids: ids.slice(0, shownIds) }
  if (options.dryRun === true) return deletion
  return { ...deletion, report: await deleteAll(connection, state.model, ids, options) }
}

/** Deletes entities by their ids, in batches; what is gone already counts as failed with a 404. */
export const deleteAll = async (
  connection: Connection,
  model: Model,
  ids: Iterable<string> | AsyncIterable<string>,
  options: UpsertOptions,
): Promise<UpsertReport> =>
  finishBulk(await startBulk(connection, ids, modelJob('delete', model), options), options)

/** What is purged of each entity that matches; nothing named: the entity itself. */
export interface PurgeOptions<Name extends string = string> {
  /** Deletes these attributes. */
  readonly drop?: readonly Name[] | undefined
  /** Deletes all attributes but these. */
  readonly keep?: readonly Name[] | undefined
  readonly signal?: AbortSignal | undefined
}

const refuse = (why: string): never => {
  throw new UnsupportedError('purge', `${why}; use deleteWhere, which asks for the ids first`)
}

/**
 * Has the broker delete what a query matches, in one request (CIM 009 5.6.21). A broker that leaves out what it does not
 * know of a query would delete too much, so only one that is known to purge is asked, and only what it can judge alone.
 */
export const purge = async (
  connection: Connection,
  state: QueryState,
  { drop, keep, signal }: PurgeOptions,
): Promise<void> => {
  if (drop !== undefined && keep !== undefined) throw new UsageError('purge: give drop or keep, not both')
  if (state.limit !== undefined || state.offset > 0)
    throw new UsageError('purge takes every entity that matches: it has no limit and no offset')
  const dialect = await connection.dialect(signal)
  if (dialect.can.purge !== 'yes') refuse(`${dialect.product} is not known to do this`)
  if (linksOfConditions(state).length > 0) refuse('a condition through a relationship cannot be asked of it')
  const { parameters, steps, needsBody } = planQuery(
    {
      ...state,
      pick: undefined,
      order: [],
      links: [],
      datasetIds: undefined,
      lang: undefined,
      as: 'normalized',
      sysAttrs: false,
    },
    dialect,
  )
  if (steps.filter !== undefined || steps.geo.length > 0 || needsBody)
    refuse('a condition would have to be checked on this side')
  await write(connection, {
    method: 'DELETE',
    path: '/ngsi-ld/v1/entities',
    query: { ...parameters, drop: wireNames(state.model, drop), keep: wireNames(state.model, keep) },
    context: state.context,
    signal,
  })
}
