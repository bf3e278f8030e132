import type { Model } from '../model/descriptor.js'
import type { Connection } from './connection.js'
import type { UpsertReport } from './outcome.js'
import { modelJob } from './preparation.js'
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
