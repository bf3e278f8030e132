import type { ActiveContext } from '../ngsi/context.js'
import { instantOf, isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { ngsiNull } from '../ngsi/uri.js'
import type { EntityQuery } from './entity-query.js'
import { type NotificationPlan, readNotificationPlan } from './notification-plan.js'
import { badData, shown } from './problem-error.js'
import { selectorsFromBody } from './query-body.js'
import { readQuery } from './query-request.js'
import { expandName, readUri } from './reading.js'

/** The kinds of change that can trigger a notification (CIM 009 5.2.12). */
export const triggers = [
  'entityCreated',
  'entityUpdated',
  'entityDeleted',
  'attributeCreated',
  'attributeUpdated',
  'attributeDeleted',
] as const

/** A kind of change that can trigger a notification. */
export type Trigger = (typeof triggers)[number]

/** A subscription that is read: what it watches and how it notifies. */
export interface SubscriptionPlan {
  readonly query: EntityQuery
  /** IRIs; undefined watches every attribute. */
  readonly watched: ReadonlySet<string> | undefined
  readonly triggers: ReadonlySet<Trigger>
  readonly throttlingMs: number
  /** Milliseconds; undefined for subscriptions to changes. */
  readonly intervalMs: number | undefined
  readonly notification: NotificationPlan
}

/** What happened to the notifications of a subscription so far. */
export interface DeliveryCounters {
  timesSent: number
  timesFailed: number
  lastNotification: string | undefined
  lastSuccess: string | undefined
  lastFailure: string | undefined
}

/** A subscription as it is kept. */
export interface StoredSubscription {
  readonly id: string
  /** As the client gave it, without id, @context and what only the broker writes. */
  readonly document: JsonObject
  /** The context in which the document's names are written. */
  readonly context: ActiveContext
  /** URL of the context of its notifications. */
  readonly jsonldContext: string
  readonly notificationContext: ActiveContext
  readonly plan: SubscriptionPlan
  readonly createdAt: string
  readonly modifiedAt: string
  readonly counters: DeliveryCounters
}

/** Members that only the broker writes; ignored where a client sends them (CIM 009 5.2.12). */
const readOnly: ReadonlySet<string> = new Set([
  'createdAt',
  'modifiedAt',
  'status',
  'id',
  '@id',
  '@context',
  '@type',
])
const texts = [
  'subscriptionName',
  'description',
  'q',
  'scopeQ',
  'csf',
  'lang',
  'jsonldContext',
  'ngsildConformance',
]
const booleans = ['isActive', 'localOnly', 'splitEntities']
const known: ReadonlySet<string> = new Set([
  ...texts,
  ...booleans,
  'type',
  'entities',
  'watchedAttributes',
  'notificationTrigger',
  'timeInterval',
  'throttling',
  'geoQ',
  'temporalQ',
  'expandValues',
  'jsonKeys',
  'datasetId',
  'expiresAt',
  'notification',
])

/** The members of a subscription document that are kept. */
export const keptMembers = (body: JsonObject): JsonObject => {
  const unknown = Object.keys(body).find((name) => !known.has(name) && !readOnly.has(name))
  if (unknown !== undefined) badData(`"${shown(unknown)}" is no member of a subscription`)
  return Object.fromEntries(Object.entries(body).filter(([name]) => known.has(name)))
}

const names = (value: unknown, what: string): readonly string[] | undefined => {
  if (value === undefined) return undefined
  const list = typeof value === 'string' ? [value] : value
  return Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === 'string')
    ? list
    : badData(`${what} must be a non-empty list of names`)
}

const seconds = (value: unknown, what: string): number | undefined => {
  if (value === undefined) return undefined
  return typeof value === 'number' && Number.isFinite(value) && value > 0
    ? value * 1000
    : badData(`${what} must be a number of seconds above 0`)
}

const checkScalars = (document: JsonObject): void => {
  for (const name of texts)
    if (document[name] !== undefined && (typeof document[name] !== 'string' || document[name] === ''))
      badData(`${name} must be a non-empty text`)
  for (const name of booleans)
    if (document[name] !== undefined && typeof document[name] !== 'boolean')
      badData(`${name} must be true or false`)
  const { ngsildConformance } = document as { ngsildConformance?: string }
  if (ngsildConformance !== undefined && !/^\d+\.\d+(\.\d+)?$/.test(ngsildConformance))
    badData('ngsildConformance must be a version such as 1.6')
}

/** Refuses an expiresAt that is malformed or past (CIM 009 5.8.1). */
export const checkFuture = (expiresAt: unknown): void => {
  if (expiresAt === undefined) return
  if (!isDateTime(expiresAt))
    badData(`expiresAt: "${shown(expiresAt)}" is no DateTime; write 2026-11-23T10:00:00Z`)
  if ((instantOf(expiresAt as string) ?? 0) / 1000 <= Date.now())
    badData(`expiresAt: ${String(expiresAt)} is past`)
}

const readTriggers = (value: unknown): ReadonlySet<Trigger> => {
  if (value === undefined) return new Set(['attributeCreated', 'attributeUpdated'])
  const list = names(value, 'notificationTrigger') ?? []
  const wrong = list.find((item) => !(triggers as readonly string[]).includes(item))
  if (wrong !== undefined) badData(`notificationTrigger: "${shown(wrong)}" is none of ${triggers.join(', ')}`)
  return new Set(list as Trigger[])
}

const checkCombination = (document: JsonObject): void => {
  const has = (name: string): boolean => document[name] !== undefined
  if (!has('entities') && !has('watchedAttributes') && document['localOnly'] !== true)
    badData('a subscription needs entities or watchedAttributes')
  if (has('timeInterval') && has('watchedAttributes'))
    badData('timeInterval and watchedAttributes exclude each other')
  if (has('timeInterval') && has('throttling')) badData('timeInterval and throttling exclude each other')
  if (has('timeInterval') && !has('entities') && document['localOnly'] !== true)
    badData('timeInterval needs entities')
}

const commaList = (value: unknown, what: string): readonly string[] | undefined =>
  typeof value === 'string' ? value.split(',').map((item) => item.trim()) : names(value, what)

/** Reads a subscription document with a context; refuses with 400 what breaks a rule (CIM 009 5.2.12, 5.8.1). */
export const readSubscription = (
  document: JsonObject,
  context: ActiveContext,
  options: { readonly maxExpression: number; readonly forRegistrations: boolean },
): SubscriptionPlan => {
  if (document['type'] !== 'Subscription') badData('type must be "Subscription"')
  checkScalars(document)
  checkCombination(document)
  if (document['temporalQ'] !== undefined && !options.forRegistrations)
    badData('temporalQ is for subscriptions to registrations only')
  const { geoQ } = document
  if (geoQ !== undefined && !isObject(geoQ)) badData('geoQ must be an object')
  const watched = names(document['watchedAttributes'], 'watchedAttributes')
  const datasetId = names(document['datasetId'], 'datasetId')
  const request = readQuery(
    {
      selectors: selectorsFromBody(document['entities']),
      q: document['q'] as string | undefined,
      scopeQ: document['scopeQ'] as string | undefined,
      csf: document['csf'] as string | undefined,
      lang: document['lang'] as string | undefined,
      geoQ: geoQ as JsonObject | undefined,
      datasetId,
      expandValues: commaList(document['expandValues'], 'expandValues'),
      // Conditions on linked entities need no join in a subscription (CIM 009 4.9).
      join: 'flat',
      joinLevel: 16,
    },
    context,
    options.maxExpression,
  )
  return {
    query: request.query,
    watched: watched === undefined ? undefined : new Set(watched.map((name) => expandName(context, name))),
    triggers: readTriggers(document['notificationTrigger']),
    throttlingMs: seconds(document['throttling'], 'throttling') ?? 0,
    intervalMs: seconds(document['timeInterval'], 'timeInterval'),
    notification: readNotificationPlan(document['notification'], context, {
      languages: request.languages,
      datasetIds: request.datasetIds,
    }),
  }
}

const mandatory: ReadonlySet<string> = new Set(['type', 'notification'])

/** Applies a PATCH fragment: members are replaced one level deep, the deletion marker (or null) deletes (CIM 009 5.5.8). */
export const patchDocument = (document: JsonObject, fragment: JsonObject): JsonObject => {
  const result: Record<string, unknown> = { ...document }
  for (const [name, value] of Object.entries(fragment))
    if (value === ngsiNull || value === null) {
      if (mandatory.has(name)) badData(`${name} is mandatory and cannot be deleted`)
      delete result[name]
    } else result[name] = value
  return result
}

/** The state that a subscription shows: expired, paused or active (CIM 009 5.2.12). */
export const statusOf = (
  subscription: StoredSubscription,
  nowMs: number,
): 'active' | 'paused' | 'expired' => {
  const { expiresAt, isActive } = subscription.document as { expiresAt?: string; isActive?: boolean }
  if (expiresAt !== undefined && (instantOf(expiresAt) ?? 0) / 1000 <= nowMs) return 'expired'
  return isActive === false ? 'paused' : 'active'
}

/** The id of a new subscription, as given or made. */
export const newId = (body: JsonObject, type: string): string => {
  const given = body['id'] ?? body['@id']
  return given === undefined ? `urn:ngsi-ld:${type}:${crypto.randomUUID()}` : readUri(given, 'id')
}
