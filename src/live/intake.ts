import type { Client } from '../client/client.js'
import { convertEntity } from '../client/entity.js'
import { isBrokerError } from '../errors.js'
import { sleep } from '../http/retry.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'
import type { Notification } from '../receiver/notification.js'
import type { Queue } from '../receiver/queue.js'
import { type Change, changeTime } from './change.js'
import type { KeyedRunner } from './keyed-runner.js'
import type { LiveStatus, SubscribeOptions } from './live-subscription.js'
import type { Picture } from './picture.js'

/** Counters of one subscription. */
export type Counts = {
  -readonly [Name in Extract<
    keyof LiveStatus,
    'received' | 'delivered' | 'duplicates' | 'late' | 'reconciled' | 'deadLetters' | 'revived'
  >]: number
}

/** What an intake works with. */
export interface IntakeParts {
  readonly client: Client
  readonly model: Model
  readonly id: string
  readonly options: SubscribeOptions<unknown, unknown, 'simplified' | 'concise' | 'normalized'>
  readonly picture: Picture
  readonly runner: KeyedRunner
  /** Takes changes where there is no handler. */
  readonly changes: Queue<Change<unknown>>
  readonly handler: ((change: Change<unknown>) => void | Promise<void>) | undefined
  readonly counts: Counts
  readonly signal: AbortSignal
}

/** Judges versions of entities and hands on what is news. */
export interface Intake {
  readonly onNotification: (notification: Notification) => Promise<void>
  /** Takes an entity as the broker has it; true when that was news. */
  readonly found: (entity: JsonObject) => Promise<boolean>
  readonly gone: (id: string) => Promise<void>
  /** While silent, versions are remembered and not told. */
  readonly setSilent: (silent: boolean) => void
  readonly lastNotificationAt: () => string | undefined
}

const callHandler = async (parts: IntakeParts, change: Change<unknown>): Promise<void> => {
  const { handler, options, counts, changes } = parts
  if (handler === undefined) return void (await changes.put(change))
  const attempts = options.attempts ?? 3
  for (let number = 1; ; number++) {
    try {
      await handler(change)
      return
    } catch (error) {
      if (number >= attempts) {
        counts.deadLetters += 1
        options.onDeadLetter?.(change, error)
        return
      }
    }
    await sleep(100 * 2 ** number)
  }
}

/** Two versions of the same instant: only the broker knows which is the later one. */
const settled = async (
  parts: IntakeParts,
  entity: JsonObject,
  notifiedAt: string | undefined,
): Promise<JsonObject> => {
  const id = String(entity['id'])
  const known = parts.picture.at(id)
  if (entity['deletedAt'] !== undefined) return entity
  if (known === undefined || known === 0 || known !== changeTime(entity, notifiedAt)) return entity
  try {
    const options = { as: 'normalized', sysAttrs: true, signal: parts.signal } as const
    return (await parts.client.get(parts.model, id, options)) as JsonObject
  } catch (error) {
    if (isBrokerError(error)) return entity
    throw error
  }
}

const isWatched = (parts: IntakeParts, changed: readonly string[] | undefined): boolean => {
  const watched = parts.options.watchedAttributes as readonly string[] | undefined
  return changed === undefined || watched === undefined || changed.some((name) => watched.includes(name))
}

type Via = Change<unknown>['via']

/** Makes the intake of one subscription. */
export const createIntake = (parts: IntakeParts): Intake => {
  const { counts, picture, runner, model, id: subscriptionId } = parts
  let silent = false
  let lastNotificationAt: string | undefined

  const deliver = async (
    entity: JsonObject,
    rest: Pick<Change<unknown>, 'kind' | 'changed' | 'notifiedAt' | 'via'>,
  ): Promise<void> => {
    if (silent) return
    counts.delivered += 1
    if (rest.via === 'reconcile') counts.reconciled += 1
    const shown = convertEntity(toNormalized(entity), parts.options.as ?? 'simplified')
    await callHandler(parts, { ...rest, entity: shown, id: String(entity['id']), subscriptionId })
  }

  const take = async (entity: JsonObject, notifiedAt: string | undefined, via: Via): Promise<boolean> => {
    const judgement = picture.judge(entity, notifiedAt)
    switch (judgement.kind) {
      case 'duplicate':
        if (via === 'notification') counts.duplicates += 1
        return false
      case 'late':
        if (via === 'notification') counts.late += 1
        return false
      case 'deleted':
        await deliver(entity, { kind: 'deleted', notifiedAt, via })
        return true
      case 'news':
        if (!isWatched(parts, judgement.changed)) return false
        await deliver(entity, { kind: 'changed', changed: judgement.changed, notifiedAt, via })
        return true
    }
  }

  const takeNotified = async (entity: JsonObject, notifiedAt: string | undefined): Promise<void> => {
    try {
      await take(await settled(parts, entity, notifiedAt), notifiedAt, 'notification')
    } catch (error) {
      // What could not be settled now is found by the next comparison.
      parts.options.onError?.(error)
    }
  }

  return {
    onNotification: async ({ entities, notifiedAt }) => {
      lastNotificationAt = notifiedAt ?? new Date().toISOString()
      for (const entity of entities) {
        counts.received += 1
        await runner.run(String(entity['id']), () => takeNotified(entity, notifiedAt))
      }
    },
    found: (entity) =>
      new Promise((resolve, reject) => {
        const task = (): Promise<void> => take(entity, undefined, 'reconcile').then(resolve, reject)
        runner.run(String(entity['id']), task).catch(reject)
      }),
    gone: (entityId) => {
      picture.forget(entityId)
      const entity = { id: entityId, type: model.type }
      return runner.run(entityId, () =>
        deliver(entity, { kind: 'deleted', notifiedAt: undefined, via: 'reconcile' }),
      )
    },
    setSilent: (value) => {
      silent = value
    },
    lastNotificationAt: () => lastNotificationAt,
  }
}
