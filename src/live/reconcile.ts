import type { Client } from '../client/client.js'
import { countMatches, readEntities } from '../client/query-run.js'
import { isBrokerError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { momentOf } from './change.js'
import type { SubscriptionOptions } from './declaration.js'
import type { Picture } from './picture.js'
import { watchedState } from './watched.js'

/** What a comparison with the broker found. */
export interface Reconciled {
  readonly read: number
  readonly news: number
  readonly deleted: number
}

/** `recent` reads what changed since the last comparison, `all` everything, so that it finds deletions too. */
export type Extent = 'recent' | 'all'

/** What comparing needs. */
export interface ReconcileRun {
  readonly client: Client
  readonly model: Model
  readonly options: SubscriptionOptions<unknown, unknown>
  readonly context: string | undefined
  readonly picture: Picture
  /** Told of each entity as the broker has it; true when that was news. */
  readonly found: (entity: JsonObject) => Promise<boolean>
  /** Told of an entity that was not among those read; true when it is gone. */
  readonly missing: (id: string) => Promise<boolean>
  readonly signal?: AbortSignal | undefined
}

/** Entities judged at once, so that handlers of different entities run side by side. */
const judgedAtOnce = 100

/** Counts how many of the answers were true; at most so many questions are open at once. */
const countTrue = async <Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ask: (item: Item) => Promise<boolean>,
): Promise<{ readonly asked: number; readonly yes: number }> => {
  let asked = 0
  let yes = 0
  let open: Promise<boolean>[] = []
  const settle = async (): Promise<void> => {
    yes += (await Promise.all(open)).filter(Boolean).length
    open = []
  }
  for await (const item of items) {
    asked += 1
    const answer = ask(item)
    // Reading may fail first; then nobody waits for this answer any more.
    answer.catch(() => undefined)
    open.push(answer)
    if (open.length >= judgedAtOnce) await settle()
  }
  await settle()
  return { asked, yes }
}

/** Microseconds of a day that everything in a broker is younger than. */
const longAgo = 86_400_000_000

/** Asks for everything changed since 1970: Orion-LD 1.4.0 finds nothing (context.Orion-LD#1458), others refuse. */
const findsByTime = async (run: ReconcileRun): Promise<boolean> => {
  const { client, model, options, context, signal } = run
  const { connection } = client
  const count = (since?: number): Promise<number> =>
    countMatches(connection, watchedState(model, options, context, since), signal)
  try {
    const works = (await count(longAgo)) > 0
    if (!works && (await count()) === 0) return false
    connection.learn('systemTimesInQ', works ? 'yes' : 'no')
    return works
  } catch (error) {
    if (!isBrokerError(error)) throw error
    connection.learn('systemTimesInQ', 'no')
    return false
  }
}

/** Where a comparison starts reading, in microseconds; undefined reads everything. */
const startOf = async (run: ReconcileRun, extent: Extent): Promise<number | undefined> => {
  const { picture, client, signal } = run
  if (extent === 'all' || picture.watermark() === 0) return undefined
  const { can, limits, product } = await client.connection.dialect(signal)
  const byTime = can.systemTimesInQ === 'try' ? await findsByTime(run) : can.systemTimesInQ === 'yes'
  if (byTime) return picture.watermark() - limits.reconcileOverlapMs * 1000
  client.connection.emulated(
    `${product} cannot be asked what changed since a time: every comparison reads everything`,
  )
  return undefined
}

/** Compares with the broker and tells what was missed, deletions among it where everything is read. */
export const compare = async (run: ReconcileRun, extent: Extent): Promise<Reconciled> => {
  const { client, model, picture, signal } = run
  const since = await startOf(run, extent)
  const absent = new Set(since === undefined ? picture.ids() : [])
  let newest = 0
  const state = watchedState(model, run.options, run.context, since)
  const { asked: read, yes: news } = await countTrue(
    readEntities(client.connection, state, signal),
    (entity) => {
      absent.delete(String(entity['id']))
      const { at, clock } = momentOf(entity, undefined)
      if (clock === 'modifiedAt') newest = Math.max(newest, at)
      return run.found(entity)
    },
  )
  const { yes: deleted } = await countTrue(absent, run.missing)
  // Only now, and only to what was read: notifications that were told say nothing of those that were lost.
  picture.raiseWatermark(newest)
  return { read, news, deleted }
}
