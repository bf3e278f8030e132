import type { Client } from '../client/client.js'
import { isBrokerError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { Change } from './change.js'
import type { EnsuredHow } from './ensure.js'
import type { Hub } from './hub.js'
import type { LiveStatus, LiveSubscription } from './live-subscription.js'
import { metricsText } from './metrics.js'
import {
  createSession,
  finishSession,
  type Session,
  type SessionOptions,
  startSession,
  tick,
} from './session.js'
import { startWatchdog } from './watchdog.js'

type Handler = (change: Change<unknown>) => void | Promise<void>

const statusOf = (session: Session, ensured: EnsuredHow): LiveStatus => {
  const { hub, intake, counts, runner, offers, picture } = session
  return {
    subscriptionId: session.id,
    endpoint: hub.endpoint,
    receiver: hub.receiverUrl,
    ensured,
    ...counts,
    waiting: runner.waiting() + offers.size(),
    known: picture.size(),
    lastNotificationAt: intake.lastNotificationAt(),
    lagMs: intake.lagMs(),
    health: session.health,
    warnings: [...session.warnings],
  }
}

async function* iterate({ offers }: Session): AsyncGenerator<Change<unknown>> {
  for (let offer = await offers.take(); offer !== undefined; offer = await offers.take()) {
    let isTaken = false
    try {
      yield offer.change
      // Whoever asks for the next one is done with this one.
      isTaken = true
    } finally {
      offer.settle(isTaken)
    }
  }
}

const forgetAtBroker = async ({ client, id, options }: Session): Promise<void> => {
  if (options.ephemeral !== true) return
  await client.subscriptions.delete(id).catch((error: unknown) => {
    if (!isBrokerError(error)) throw error
  })
}

const startLive = async (
  client: Client,
  hub: Hub,
  model: Model,
  options: SessionOptions,
  handler: Handler | undefined,
): Promise<LiveSubscription<unknown>> => {
  options.signal?.throwIfAborted()
  const session = createSession(client, hub, model, options, handler)
  const { id, intake, comparer, counts, stop, offers } = session
  const { reconcileSeconds = 60, fullEvery = 10, signal } = options
  const unregister = hub.register(id, {
    tenant: client.connection.tenant,
    take: intake.onNotification,
    lost: () => {
      counts.overflowed += 1
      watchdog?.nudge()
    },
    failed: (error) => options.onError?.(error),
  })
  let watchdog: ReturnType<typeof startWatchdog> | undefined
  let closing: Promise<void> | undefined
  const end = async (): Promise<void> => {
    signal?.removeEventListener('abort', onAbort)
    unregister()
    stop.abort(new Error('the subscription is closed'))
    offers.close()
    await watchdog?.stop()
    await finishSession(session)
    await forgetAtBroker(session)
  }
  const close = (): Promise<void> => {
    closing ??= end()
    return closing
  }
  const onAbort = (): void => {
    close().catch((error: unknown) => options.onError?.(error))
  }
  signal?.addEventListener('abort', onAbort, { once: true })
  const ensured = await startSession(session).catch(async (error: unknown) => {
    await close().catch(() => undefined)
    throw error
  })
  watchdog = startWatchdog(reconcileSeconds * 1000, (round) => tick(session, round % fullEvery === 0))
  return {
    status: () => statusOf(session, ensured),
    metrics: () => metricsText([statusOf(session, ensured)]),
    reconcile: (extent = 'all') => comparer.ask(extent),
    close,
    [Symbol.asyncDispose]: close,
    [Symbol.asyncIterator]: () => iterate(session),
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
    options as SessionOptions,
    handler as Handler | undefined,
  )) as LiveSubscription<Entity>
