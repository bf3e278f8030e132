import { isNotFound } from '../client/attribute-access.js'
import type { Client } from '../client/client.js'
import { fromWireNames } from '../client/own-term.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'
import type { Notification } from '../receiver/notification.js'
import { type Change, isDeletion, type Known, withoutDeleted } from './change.js'
import type { DeliveryOptions } from './delivery.js'
import type { KeyedRunner } from './keyed-runner.js'
import type { LiveStatus, SubscribeOptions } from './live-subscription.js'
import type { Judgement, Picture } from './picture.js'
import type { Extent } from './reconcile.js'
import { createTeller, type Told } from './teller.js'

/** Counters of one subscription. */
export type Counts = {
  -readonly [Name in Extract<
    keyof LiveStatus,
    | 'received'
    | 'delivered'
    | 'duplicates'
    | 'late'
    | 'reconciled'
    | 'deadLetters'
    | 'overflowed'
    | 'revived'
    | 'readBack'
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
  readonly delivery: DeliveryOptions
  readonly counts: Counts
  /** Conditions that the broker could not judge. */
  readonly test: () => (entity: JsonObject) => boolean
  readonly signal: AbortSignal
}

/** `silent`: read entities are remembered and not told; `starting`: they are told; in both, notifications are only noted. */
export type IntakeMode = 'silent' | 'starting' | 'running'

/** Judges versions of entities and hands on what is news. */
export interface Intake {
  readonly onNotification: (notification: Notification) => Promise<void>
  /** Takes an entity as the broker has it; true when that was news. */
  readonly found: (entity: JsonObject) => Promise<boolean>
  /** Takes the id of an entity that the broker did not show; true when it is gone. */
  readonly missing: (id: string) => Promise<boolean>
  readonly setMode: (mode: IntakeMode) => void
  /** What must be compared because notifications came in while starting. */
  readonly noted: () => Extent | undefined
  readonly lastNotificationAt: () => string | undefined
  /** Milliseconds from the last change to its delivery, both clocks taken as they are. */
  readonly lagMs: () => number | undefined
}

type Via = Change<unknown>['via']

/** The entity as the broker has it; undefined when it is gone. */
const readBack = async (parts: IntakeParts, id: string): Promise<JsonObject | undefined> => {
  const { client, model, options, counts, signal } = parts
  counts.readBack += 1
  try {
    const how = { as: 'normalized', sysAttrs: true, pick: options.attributes, signal } as const
    return (await client.get(model, id, how)) as JsonObject
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

const isWatched = (parts: IntakeParts, changed: readonly string[] | undefined): boolean => {
  const watched = parts.options.watchedAttributes as readonly string[] | undefined
  return changed === undefined || watched === undefined || changed.some((name) => watched.includes(name))
}

const picked = (entity: JsonObject, names: readonly string[] | undefined): JsonObject => {
  if (names === undefined) return entity
  const kept = new Set(['id', 'type', 'modifiedAt', 'createdAt', 'deletedAt', ...names])
  return Object.fromEntries(Object.entries(entity).filter(([name]) => kept.has(name)))
}

/** Makes the intake of one subscription. */
export const createIntake = (parts: IntakeParts): Intake => {
  const { counts, picture, runner, options } = parts
  // Until the picture is restored nobody can judge what comes in.
  let mode: IntakeMode = 'starting'
  let noted: Extent | undefined
  let lastNotificationAt: string | undefined
  const teller = createTeller(parts, () => mode === 'silent')

  const forget = (id: string): void => {
    picture.forget(id)
    teller.forget(id)
  }

  const onNews = async (
    entity: JsonObject,
    { changed, known }: Extract<Judgement, { kind: 'news' }>,
    rest: Omit<Told, 'kind'>,
  ): Promise<boolean> => {
    const isNews = isWatched(parts, changed)
    if (isNews && !(await teller.tell(entity, known, { ...rest, kind: 'changed', changed }))) return false
    picture.remember(String(entity['id']), known)
    return isNews
  }

  const onDeleted = async (entity: JsonObject, known: Known, rest: Omit<Told, 'kind'>): Promise<boolean> => {
    const id = String(entity['id'])
    if (!(await teller.tell(entity, known, { ...rest, kind: 'deleted' }))) return false
    teller.forget(id)
    picture.bury(id, known)
    return true
  }

  const act = async (
    entity: JsonObject,
    judgement: Judgement,
    rest: Omit<Told, 'kind'>,
  ): Promise<boolean> => {
    const isNotified = rest.via === 'notification'
    switch (judgement.kind) {
      case 'unclear':
        return false
      case 'late':
        if (isNotified) counts.late += 1
        return false
      case 'duplicate':
        if (isNotified) counts.duplicates += 1
        if (!isDeletion(entity)) picture.remember(String(entity['id']), judgement.known)
        return false
      case 'deleted':
        return onDeleted(entity, judgement.known, rest)
      case 'news':
        return onNews(entity, judgement, rest)
    }
  }

  /** To be called in the line of its entity. */
  const take = async (given: JsonObject, notifiedAt: string | undefined, via: Via): Promise<boolean> => {
    const entity = picked(withoutDeleted(given), options.attributes)
    const rest = { notifiedAt, via }
    const judgement = picture.judge(entity, notifiedAt)
    if (judgement.kind !== 'unclear') return act(entity, judgement, rest)
    const now = await readBack(parts, String(entity['id']))
    // What is gone is told as gone by its own notification or by the next comparison.
    if (now === undefined) return act(entity, { kind: 'late' }, rest)
    if (!parts.test()(now)) {
      forget(String(entity['id']))
      return false
    }
    return act(now, picture.judge(now, notifiedAt, true), rest)
  }

  const named = fromWireNames(parts.model)
  const takeNotified = async (given: JsonObject, notifiedAt: string | undefined): Promise<void> => {
    const entity = named(given)
    try {
      if (isDeletion(entity) || parts.test()(toNormalized(entity)))
        await take(entity, notifiedAt, 'notification')
    } catch (error) {
      // What could not be settled now is found by the next comparison.
      options.onError?.(error)
    }
  }

  /** Does a task in the line of an entity and gives its answer. */
  const inLine = <Answer>(id: string, task: () => Promise<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      runner.run(id, () => task().then(resolve, reject)).catch(reject)
    })

  const checkMissing = async (id: string): Promise<boolean> => {
    const known = picture.known(id)
    if (known === undefined) return false
    if ((await readBack(parts, id)) !== undefined) {
      // What no longer fits the conditions is not gone; it is only no longer watched.
      forget(id)
      return false
    }
    const entity = { id, type: parts.model.type }
    return act(entity, { kind: 'deleted', known }, { notifiedAt: undefined, via: 'reconcile' })
  }

  return {
    onNotification: async ({ entities, notifiedAt }) => {
      lastNotificationAt = notifiedAt ?? new Date().toISOString()
      for (const entity of entities) {
        counts.received += 1
        if (mode !== 'running') noted = noted === 'all' || isDeletion(entity) ? 'all' : 'recent'
        else await runner.run(String(entity['id']), () => takeNotified(entity, notifiedAt))
      }
    },
    found: (entity) => inLine(String(entity['id']), () => take(entity, undefined, 'reconcile')),
    missing: (id) => inLine(id, () => checkMissing(id)),
    setMode: (value) => {
      mode = value
    },
    noted: () => noted,
    lastNotificationAt: () => lastNotificationAt,
    lagMs: teller.lagMs,
  }
}
