import type { Client } from '../client/client.js'
import { contextFor } from '../client/entity.js'
import { isBrokerError } from '../errors.js'
import { sleep } from '../http/retry.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createQueue } from '../receiver/queue.js'
import type { Change } from './change.js'
import { subscriptionDocument, subscriptionId } from './declaration.js'
import { ensureSubscription } from './ensure.js'
import type { Hub } from './hub.js'
import { type Counts, createIntake, type Intake } from './intake.js'
import { createKeyedRunner, type KeyedRunner } from './keyed-runner.js'
import type { LiveSubscription, SubscribeOptions } from './live-subscription.js'
import { createPicture, type Picture } from './picture.js'
import { type Reconciled, type ReconcileRun, reconcileAll, reconcileRecent } from './reconcile.js'
import { restorePicture, savePicture } from './state-file.js'

type Options = SubscribeOptions<unknown, unknown, 'simplified' | 'concise' | 'normalized'>
type Handler = (change: Change<unknown>) => void | Promise<void>

const maxWaiting = 1000
const maxUnread = 1000

interface Session {
  readonly client: Client
  readonly options: Options
  readonly document: JsonObject
  readonly context: string | undefined
  readonly picture: Picture
  readonly runner: KeyedRunner
  readonly intake: Intake
  readonly counts: Counts
  readonly run: ReconcileRun
  readonly stop: AbortController
  comparing: Promise<Reconciled> | undefined
}

/** Compares with the broker; who asks while that goes on gets the same comparison. */
const reconcile = (session: Session, extent: 'recent' | 'all'): Promise<Reconciled> => {
  session.comparing ??= (extent === 'all' ? reconcileAll(session.run) : reconcileRecent(session.run)).finally(
    () => {
      session.comparing = undefined
    },
  )
  return session.comparing
}

/** Wakes the broker's subscription where it sleeps, compares, and keeps the state. */
const tick = async (session: Session, full: boolean): Promise<void> => {
  const { client, document, context, stop, options, picture } = session
  try {
    const ensured = await ensureSubscription(client, document, context, stop.signal)
    if (ensured !== 'unchanged') session.counts.revived += 1
    await reconcile(session, ensured !== 'unchanged' || full ? 'all' : 'recent')
    if (options.state !== undefined) await savePicture(options.state, picture)
  } catch (error) {
    if (!stop.signal.aborted) options.onError?.(error)
  }
}

const watch = async (session: Session): Promise<void> => {
  const { reconcileSeconds = 60, fullEvery = 10 } = session.options
  if (reconcileSeconds <= 0) return
  for (let round = 1; ; round++) {
    await sleep(reconcileSeconds * 1000, session.stop.signal).catch(() => undefined)
    if (session.stop.signal.aborted) return
    await tick(session, round % fullEvery === 0)
  }
}

/** Learns what is there: silently, or as changes where a former process left its state. */
const start = async (session: Session): Promise<void> => {
  const { options, picture, intake, runner } = session
  const restored = options.state === undefined ? false : await restorePicture(options.state, picture)
  intake.setSilent(!restored && options.initial !== true)
  await reconcileAll({ ...session.run, signal: options.signal })
  await runner.idle()
  intake.setSilent(false)
}

const finish = async (session: Session, id: string): Promise<void> => {
  const { client, options, runner, picture } = session
  await session.comparing?.catch(() => undefined)
  await runner.idle()
  if (options.state !== undefined) await savePicture(options.state, picture)
  if (options.ephemeral !== true) return
  await client.subscriptions.delete(id).catch((error: unknown) => {
    if (!isBrokerError(error)) throw error
  })
}

const createSession = async (
  client: Client,
  hub: Hub,
  model: Model,
  options: Options,
  handler: Handler | undefined,
) => {
  const id = subscriptionId(options.name)
  const dialect = await client.connection.dialect(options.signal)
  const context = contextFor(client.connection, model, undefined)
  const picture = createPicture()
  const runner = createKeyedRunner(options.concurrency ?? 8, maxWaiting)
  const changes = createQueue<Change<unknown>>(maxUnread)
  const counts = {
    received: 0,
    delivered: 0,
    duplicates: 0,
    late: 0,
    reconciled: 0,
    deadLetters: 0,
    revived: 0,
  }
  const stop = new AbortController()
  const shared = { client, model, options, picture, signal: stop.signal }
  const intake = createIntake({ ...shared, id, runner, changes, handler, counts })
  const { found, gone } = intake
  const document = subscriptionDocument(model, options, { uri: hub.endpoint, secret: hub.secret }, dialect)
  const run: ReconcileRun = { ...shared, context, found, gone }
  const session: Session = {
    client,
    options,
    document,
    context,
    picture,
    runner,
    intake,
    counts,
    run,
    stop,
    comparing: undefined,
  }
  return { session, changes, id }
}

const startLive = async (
  client: Client,
  hub: Hub,
  model: Model,
  options: Options,
  handler: Handler | undefined,
): Promise<LiveSubscription<unknown>> => {
  const { session, changes, id } = await createSession(client, hub, model, options, handler)
  const { intake, counts, runner, picture, stop } = session
  const unregister = hub.register(id, intake.onNotification)
  const ensured = await ensureSubscription(client, session.document, session.context, options.signal)
  await start(session)
  const watching = watch(session)
  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    options.signal?.removeEventListener('abort', onAbort)
    unregister()
    stop.abort(new Error('the subscription is closed'))
    changes.close()
    await watching
    await finish(session, id)
  }
  const close = (): Promise<void> => {
    closing ??= end()
    return closing
  }
  const onAbort = (): void => {
    close().catch((error: unknown) => options.onError?.(error))
  }
  options.signal?.addEventListener('abort', onAbort, { once: true })
  return {
    status: () => ({
      subscriptionId: id,
      endpoint: hub.endpoint,
      receiver: hub.receiver.url,
      ensured,
      ...counts,
      waiting: runner.waiting() + changes.size(),
      known: picture.size(),
      lastNotificationAt: intake.lastNotificationAt(),
    }),
    reconcile: (extent = 'all') => reconcile(session, extent),
    close,
    [Symbol.asyncDispose]: close,
    async *[Symbol.asyncIterator]() {
      for (let change = await changes.take(); change !== undefined; change = await changes.take())
        yield change
    },
  }
}

/** Starts a live subscription on a hub; the entity's type is that of the model. */
export const startSubscription = async <S, N, Entity>(
  client: Client,
  hub: Hub,
  model: Model<S, N>,
  options: unknown,
  handler?: (change: Change<Entity>) => void | Promise<void>,
): Promise<LiveSubscription<Entity>> =>
  // The types of entities exist at compile time only; inside, an entity is any JSON object.
  (await startLive(
    client,
    hub,
    model as Model,
    options as Options,
    handler as Handler | undefined,
  )) as LiveSubscription<Entity>
