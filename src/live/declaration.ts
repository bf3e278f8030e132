import { allOf, type Conditions } from '../client/condition.js'
import { localTest } from '../client/local-step.js'
import { namesOwn, wireNames } from '../client/own-term.js'
import type { AttributeName, GeometryName } from '../client/path.js'
import type { NearOptions, Place } from '../client/place.js'
import { planQuery } from '../client/query-plan.js'
import type { EntitySelector, SubscriptionDocument } from '../client/subscription-document.js'
import { subscriptionInput } from '../client/subscriptions.js'
import type { Dialect } from '../dialect/dialect.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Geometry } from '../ngsi/geojson.js'
import { parseFilter } from '../query/parse.js'
import { printFilter } from '../query/print.js'
import { secretHeader } from '../receiver/listener.js'
import { watchedState } from './watched.js'

/** Kinds of change that a broker can be asked to tell (CIM 009 5.2.12). */
export type NotificationTrigger =
  | 'entityCreated'
  | 'entityUpdated'
  | 'entityDeleted'
  | 'attributeCreated'
  | 'attributeUpdated'
  | 'attributeDeleted'

/** What a subscription watches, and how it notifies. */
export interface SubscriptionOptions<S, N> {
  /** Tells this subscription from others; the same name again changes it instead of making another. */
  readonly name: string
  /** Only changes of these attributes count. @default all */
  readonly watchedAttributes?: readonly AttributeName<S>[] | undefined
  /** Only entities for which this holds after the change. */
  readonly where?: ((conditions: Conditions<S, N>) => Conditions<S, N>) | undefined
  /** Only entities near a place; metres, at least one of the distances. */
  readonly near?: (NearOptions<S> & { readonly place: Place }) | undefined
  /** Only entities within an area. */
  readonly within?:
    | { readonly area: Geometry; readonly geoproperty?: GeometryName<S> | undefined }
    | undefined
  /** Only entities in a scope. */
  readonly inScope?: string | undefined
  /** Only this entity, or these. */
  readonly ids?: readonly string[] | undefined
  readonly idPattern?: string | undefined
  /** Attributes that changes carry. @default all */
  readonly attributes?: readonly AttributeName<S>[] | undefined
  /** What the broker is to tell of, where it lets choose. @default attributes created, updated and deleted, entities deleted */
  readonly notificationTrigger?: readonly NotificationTrigger[] | undefined
  /** Seconds during which further changes of the subscription are not told; the next comparison finds them. */
  readonly throttling?: number | undefined
  readonly expiresAt?: string | undefined
  readonly description?: string | undefined
  /** Headers that notifications carry, besides the secret: for gateways before the receiver. */
  readonly receiverInfo?: Readonly<Record<string, string>> | undefined
}

/** The id that a name stands for: two processes that start at once mean the same subscription. */
export const subscriptionId = (name: string): string => {
  if (name.trim() === '' || name.length > 200)
    throw new UsageError('subscribe: give a name of 1 to 200 characters')
  return `urn:ngsi-ld:Subscription:${encodeURIComponent(name)}`
}

const selectors = (
  model: Model,
  options: SubscriptionOptions<unknown, unknown>,
): readonly EntitySelector[] => {
  const { ids, idPattern } = options
  if (ids === undefined) return [{ type: model.type, ...(idPattern === undefined ? {} : { idPattern }) }]
  // One selector per id: a list of ids in one selector is younger than most brokers.
  return ids.map((id) => ({ type: model.type, id }))
}

const defined = (members: Record<string, unknown>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))

const defaultTriggers: readonly NotificationTrigger[] = [
  'attributeCreated',
  'attributeUpdated',
  'attributeDeleted',
  'entityDeleted',
]

/** Where notifications go. */
export interface Destination {
  readonly uri: string
  readonly secret: string | undefined
  /** How MQTT messages are sent (CIM 009 7.2). */
  readonly notifierInfo?: Readonly<Record<string, string>> | undefined
}

const pairs = (
  members: Readonly<Record<string, string | undefined>>,
): readonly { readonly key: string; readonly value: string }[] | undefined => {
  const list = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value }],
  )
  return list.length === 0 ? undefined : list
}

/** A subscription as a broker is given it, and what is left for this side to judge. */
export interface Declaration {
  readonly document: JsonObject
  /** Conditions that the broker cannot judge, on a normalized entity. */
  readonly test: (entity: JsonObject) => boolean
  /** Sentences on what is done on this side, and why. */
  readonly emulated: readonly string[]
}

const notificationOf = (
  attributes: readonly string[] | undefined,
  receiverInfo: SubscriptionOptions<unknown, unknown>['receiverInfo'],
  to: Destination,
  dialect: Dialect,
  isJudgedHere: boolean,
): JsonObject =>
  defined({
    format: 'normalized',
    // What is judged here must come along, whether or not it is asked for.
    attributes: isJudgedHere ? undefined : attributes,
    sysAttrs: dialect.can.subscriptionExtras === 'no' ? undefined : true,
    endpoint: defined({
      uri: to.uri,
      accept: 'application/json',
      receiverInfo: pairs({ ...receiverInfo, [secretHeader]: to.secret }),
      notifierInfo: pairs(to.notifierInfo ?? {}),
    }),
  })

/** Declares a subscription for a broker of this dialect: what it can judge is sent, the rest is judged here and said. */
export const declareSubscription = async (
  model: Model,
  options: SubscriptionOptions<unknown, unknown>,
  to: Destination,
  dialect: Dialect,
): Promise<Declaration> => {
  const state = watchedState(model, options, undefined)
  // A q text cannot hold the IRI of an attribute of the city's own, and a subscription has no context of its own on all brokers.
  const parts = state.filters.flatMap((filter) => (filter.kind === 'and' ? filter.filters : [filter]))
  const kept = parts.filter((filter) => namesOwn(model, filter))
  const plan = planQuery({ ...state, filters: parts.filter((filter) => !kept.includes(filter)) }, dialect)
  const { body, emulated } = plan
  const filter = allOf([...kept, ...(plan.steps.filter === undefined ? [] : [plan.steps.filter])])
  const steps = { ...plan.steps, filter }
  const isJudgedHere = steps.filter !== undefined || steps.geo.length > 0
  const triggers = dialect.can.notificationTrigger !== 'no'
  const document = defined({
    id: subscriptionId(options.name),
    type: 'Subscription',
    subscriptionName: options.name,
    description: options.description,
    entities: selectors(model, options),
    watchedAttributes: wireNames(model, options.watchedAttributes),
    notificationTrigger: triggers ? (options.notificationTrigger ?? defaultTriggers) : undefined,
    q: body['q'],
    geoQ: body['geoQ'],
    scopeQ: options.inScope,
    throttling: options.throttling,
    expiresAt: options.expiresAt,
    notification: notificationOf(
      wireNames(model, options.attributes),
      options.receiverInfo,
      to,
      dialect,
      isJudgedHere,
    ),
  })
  const untold =
    !triggers && options.notificationTrigger !== undefined
      ? [`${dialect.product} takes no notificationTrigger: it tells what it tells, comparing finds the rest`]
      : []
  return { document, test: await localTest(steps), emulated: [...emulated, ...untold] }
}

const unordered: ReadonlySet<string> = new Set([
  'watchedAttributes',
  'attributes',
  'entities',
  'receiverInfo',
  'notifierInfo',
  'notificationTrigger',
])
/** Members that brokers add with their defaults. */
const defaults: Readonly<Record<string, unknown>> = {
  isActive: true,
  accept: 'application/json',
  format: 'normalized',
  sysAttrs: false,
  geoproperty: 'location',
}

const canonicalQ = (text: string): string => {
  try {
    return printFilter(parseFilter(text))
  } catch {
    return text
  }
}

/** The triggers that hold where none are given (CIM 009 5.2.12). */
const standardTriggers = JSON.stringify(['"attributeCreated"', '"attributeUpdated"'])

const canonicalMember = (name: string, value: unknown): unknown => {
  if (name === 'q' && typeof value === 'string') return canonicalQ(value)
  if (name === 'coordinates' && typeof value === 'string') return canonical(JSON.parse(value))
  const inner = canonical(value)
  return unordered.has(name) && Array.isArray(inner)
    ? inner.map((item) => JSON.stringify(item)).sort()
    : inner
}

const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .filter((name) => value[name] !== undefined && defaults[name] !== value[name])
      .sort()
      .map((name) => [name, canonicalMember(name, value[name])]),
  )
}

const ignored: ReadonlySet<string> = new Set(['jsonldContext', 'isActive'])

const meaning = (document: JsonObject): string => {
  const own = Object.entries(subscriptionInput(document)).filter(([name]) => !ignored.has(name))
  const { notificationTrigger, ...rest } = canonical(Object.fromEntries(own)) as JsonObject
  const isStandard = JSON.stringify(notificationTrigger) === standardTriggers
  return JSON.stringify([rest, isStandard ? undefined : notificationTrigger])
}

/** Tells whether two subscriptions mean the same, whatever their order and wording. */
export const meansTheSame = (found: SubscriptionDocument, wanted: JsonObject): boolean => {
  if (found['notificationTrigger'] !== undefined) return meaning(found) === meaning(wanted)
  // A broker that keeps no triggers does not show any; asking it again and again would change nothing.
  const { notificationTrigger: _triggers, ...rest } = wanted
  return meaning(found) === meaning(rest)
}
