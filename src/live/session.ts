import type { Client } from '../client/client.js'
import { contextFor } from '../client/entity.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createQueue, type Queue } from '../receiver/queue.js'
import type { Change } from './change.js'
import { type Comparer, createComparer } from './comparer.js'
import { subscriptionId } from './declaration.js'
import { type DeclareRun, declare } from './declare.js'
import type { Offer } from './delivery.js'
import type { EnsuredHow } from './ensure.js'
import { endpointWarning, failureWarning, type Health, healthOf, isFailing, showsGap } from './health.js'
import type { Hub } from './hub.js'
import { type Counts, createIntake, type Intake } from './intake.js'
import { createKeyedRunner, type KeyedRunner } from './keyed-runner.js'
import type { SubscribeOptions } from './live-subscription.js'
import { createPicture, type Picture } from './picture.js'
import { compare } from './reconcile.js'
import { restorePicture, savePicture } from './state-file.js'

/** Options of a subscription whose entity types are erased. */
export type SessionOptions = SubscribeOptions<unknown, unknown, 'simplified' | 'concise' | 'normalized'>

/** What runs behind one live subscription. */
export interface Session {
  readonly client: Client
  readonly options: SessionOptions
  readonly id: string
  readonly hub: Hub
  readonly picture: Picture
  readonly runner: KeyedRunner
  readonly offers: Queue<Offer>
  readonly intake: Intake
  readonly counts: Counts
  readonly comparer: Comparer
  readonly declareRun: DeclareRun
  readonly warnings: Set<string>
  readonly stop: AbortController
  test: (entity: JsonObject) => boolean
  health: Health | undefined
  /** What the picture holds is worth keeping: it was restored or compared. */
  isStarted: boolean
}

const maxWaiting = 1000
const maxUnread = 1000

/** Warns once per sentence. */
export const warn = ({ warnings, options }: Session, sentence: string | undefined): void => {
  if (sentence === undefined || warnings.has(sentence) || warnings.size >= 50) return
  warnings.add(sentence)
  options.onWarning?.(sentence)
}

const noCounts = (): Counts => ({
  received: 0,
  delivered: 0,
  duplicates: 0,
  late: 0,
  reconciled: 0,
  readBack: 0,
  deadLetters: 0,
  overflowed: 0,
  revived: 0,
})

const checkOptions = ({ expiresAt, attempts = 3, concurrency = 8 }: SessionOptions): void => {
  if (expiresAt !== undefined && !(Date.parse(expiresAt) > Date.now()))
    throw new UsageError(`subscribe: expiresAt must be a time to come; got "${expiresAt}"`)
  for (const [name, value] of Object.entries({ attempts, concurrency }))
    if (!Number.isInteger(value) || value < 1)
      throw new UsageError(`subscribe: ${name} must be a whole number above 0; got ${String(value)}`)
}

/** Puts the parts of a session together; nothing is asked yet. */
export const createSession = (
  client: Client,
  hub: Hub,
  model: Model,
  options: SessionOptions,
  handler: ((change: Change<unknown>) => void | Promise<void>) | undefined,
): Session => {
  checkOptions(options)
  const id = subscriptionId(options.name)
  const context = contextFor(client.connection, model, undefined)
  const picture = createPicture()
  const runner = createKeyedRunner(options.concurrency ?? 8, maxWaiting)
  const offers = createQueue<Offer>(maxUnread)
  const counts = noCounts()
  const stop = new AbortController()
  const { signal } = stop
  const intake = createIntake({
    client,
    model,
    options,
    picture,
    signal,
    id,
    runner,
    counts,
    delivery: { ...options, handler, offers, signal },
    test: () => session.test,
  })
  const { found, missing } = intake
  const run = { client, model, options, context, picture, found, missing, signal }
  const session: Session = {
    client,
    options,
    id,
    hub,
    picture,
    runner,
    offers,
    intake,
    counts,
    comparer: createComparer((extent) => compare(run, extent)),
    declareRun: { client, model, options, to: { ...hub, uri: hub.endpoint }, context, signal },
    warnings: new Set(),
    stop,
    test: () => true,
    health: undefined,
    isStarted: false,
  }
  return session
}

const ensure = async (session: Session): Promise<{ readonly how: EnsuredHow; readonly isGap: boolean }> => {
  const { ensured, declaration } = await declare(session.declareRun)
  session.test = declaration.test
  const { how, before } = ensured
  const now = before === undefined ? undefined : healthOf(before)
  const isGap = how !== 'unchanged' || (now !== undefined && showsGap(session.health, now))
  if (now !== undefined && isFailing(now)) warn(session, failureWarning(session.hub.endpoint, now))
  session.health = how === 'unchanged' ? now : undefined
  return { how, isGap }
}

const save = async ({ options, picture }: Session): Promise<void> => {
  if (options.state !== undefined) await savePicture(options.state, picture)
}

/** Learns what is there: silently, or as changes where a former process left its state. */
export const startSession = async (session: Session): Promise<EnsuredHow> => {
  const { options, picture, intake, runner, comparer, hub, client } = session
  if (/^https?:/.test(hub.endpoint)) warn(session, endpointWarning(hub.endpoint, client.connection.baseUrl))
  const restored = options.state === undefined ? false : await restorePicture(options.state, picture)
  intake.setMode(restored || options.initial === true ? 'starting' : 'silent')
  const { how } = await ensure(session)
  await comparer.ask('all')
  await runner.idle()
  intake.setMode('running')
  // What was notified meanwhile was only noted: an old notification must not follow what was just read.
  session.isStarted = true
  const noted = intake.noted()
  if (noted !== undefined) await comparer.ask(noted)
  // Without it a process that is killed before its first round would forget what it started from.
  await save(session)
  return how
}

/** One round: wakes the broker's subscription where it sleeps, compares, keeps the state. */
export const tick = async (session: Session, isFull: boolean): Promise<void> => {
  const { counts, options, stop, comparer } = session
  try {
    if (options.expiresAt !== undefined && Date.parse(options.expiresAt) <= Date.now()) return
    const { how, isGap } = await ensure(session)
    if (how !== 'unchanged') counts.revived += 1
    if (how === 'changed')
      warn(
        session,
        `another process changed the subscription "${options.name}": two processes with one name and different settings take it from each other; give each its own name`,
      )
    await comparer.ask(isGap || isFull ? 'all' : 'recent')
    await save(session)
  } catch (error) {
    if (!stop.signal.aborted) options.onError?.(error)
  }
}

/** Handles what was taken and keeps the state. */
export const finishSession = async (session: Session): Promise<void> => {
  await session.comparer.idle()
  await session.runner.idle()
  if (session.isStarted) await save(session)
}
