import type { ActiveContext } from '../ngsi/context.js'
import { isObject, type JsonObject, type LdContext } from '../ngsi/entity.js'
import { ngsiNull } from '../ngsi/uri.js'
import { mapTypeNames, parseTypeSelection, printTypeSelection } from '../query/type-selection.js'
import { type Call, noContent, type Reply, type Route } from './call.js'
import { pageParameters, readPage, takePage, withPaging } from './paging.js'
import { badData, refuse } from './problem-error.js'
import { checkValue, readUri } from './reading.js'
import { locationOf } from './response.js'
import {
  checkFuture,
  type DeliveryCounters,
  keptMembers,
  newId,
  patchDocument,
  readSubscription,
  type StoredSubscription,
  statusOf,
} from './subscription.js'
import type { Tenant } from './tenant.js'

const jsonOnly = ['application/json', 'application/ld+json'] as const

const bodyOf = (call: Call): JsonObject => {
  if (!isObject(call.body)) return badData('the body must be an object')
  checkValue(call.body, { nulls: 'everywhere', maxDepth: call.state.limits.maxDepth }, 'body')
  return call.body
}

const noCounters = (): DeliveryCounters => ({
  timesSent: 0,
  timesFailed: 0,
  lastNotification: undefined,
  lastSuccess: undefined,
  lastFailure: undefined,
})

/** The context of notifications: jsonldContext, or that of the creating request (CIM 009 5.2.12). */
const notificationContext = async (
  call: Call,
  document: JsonObject,
  source: LdContext | undefined,
): Promise<Pick<StoredSubscription, 'jsonldContext' | 'notificationContext'>> => {
  const given = document['jsonldContext'] as string | undefined
  const jsonldContext = given ?? call.state.contexts.linkUrl(call.tenant.hosted, source, call.origin)
  return {
    jsonldContext,
    notificationContext: await call.state.contexts.resolve(call.tenant.hosted, jsonldContext),
  }
}

/** What tells the two kinds of subscriptions apart: those to entities and those to registrations (CIM 009 5.8, 5.11). */
export interface SubscriptionKind {
  readonly collection: 'subscriptions' | 'csourceSubscriptions'
  readonly of: (tenant: Tenant) => Map<string, StoredSubscription>
  /** To be called with the subscription as it is now, undefined when it was deleted. */
  readonly changed: (call: Call, subscription: StoredSubscription | undefined) => void
}

const planOptions = (
  call: Call,
  kind: SubscriptionKind,
): { readonly maxExpression: number; readonly forRegistrations: boolean } => ({
  maxExpression: call.state.limits.maxExpression,
  forRegistrations: kind.collection === 'csourceSubscriptions',
})

const create = async (kind: SubscriptionKind, call: Call): Promise<Reply> => {
  const body = bodyOf(call)
  const document = keptMembers(body)
  const plan = readSubscription(document, call.context, planOptions(call, kind))
  checkFuture(document['expiresAt'])
  const id = newId(body, 'Subscription')
  const subscriptions = kind.of(call.tenant)
  if (subscriptions.has(id)) return refuse('AlreadyExists', `the subscription ${id} exists already`)
  if (subscriptions.size >= call.state.limits.maxSubscriptions)
    return refuse(
      'TooManyResults',
      `a tenant has at most ${call.state.limits.maxSubscriptions} subscriptions`,
    )
  const contexts = await notificationContext(call, document, call.context.source)
  const subscription: StoredSubscription = {
    id,
    document,
    context: call.context,
    ...contexts,
    plan,
    createdAt: call.now,
    modifiedAt: call.now,
    counters: noCounters(),
  }
  subscriptions.set(id, subscription)
  kind.changed(call, subscription)
  return { status: 201, headers: { Location: locationOf(kind.collection, id) } }
}

const stored = (kind: SubscriptionKind, call: Call): StoredSubscription => {
  const id = readUri(call.params['id'], 'the subscription id in the path')
  return kind.of(call.tenant).get(id) ?? refuse('ResourceNotFound', `there is no subscription ${id}`)
}

type Rename = (name: string) => string

const renameList = (value: unknown, rename: Rename): unknown =>
  Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? rename(item) : item)) : value

const renameSelector = (selector: unknown, rename: Rename): unknown =>
  isObject(selector) && typeof selector['type'] === 'string'
    ? { ...selector, type: printTypeSelection(mapTypeNames(parseTypeSelection(selector['type']), rename)) }
    : selector

/** Writes the names of a subscription in the terms of another context (CIM 009 5.5.7). */
const renamed = (document: JsonObject, rename: Rename): JsonObject => {
  const result: Record<string, unknown> = { ...document }
  if (Array.isArray(document['entities']))
    result['entities'] = document['entities'].map((selector) => renameSelector(selector, rename))
  if (document['watchedAttributes'] !== undefined)
    result['watchedAttributes'] = renameList(document['watchedAttributes'], rename)
  const { notification } = document
  if (isObject(notification)) {
    const params: Record<string, unknown> = { ...notification }
    if (params['attributes'] !== undefined) params['attributes'] = renameList(params['attributes'], rename)
    result['notification'] = params
  }
  return result
}

const between =
  (from: ActiveContext, to: ActiveContext): Rename =>
  (name) =>
    to.compact(from.expand(name))

const shownCounters = ({
  timesSent,
  timesFailed,
  lastNotification,
  lastSuccess,
  lastFailure,
}: DeliveryCounters): JsonObject =>
  timesSent === 0
    ? {}
    : {
        status: lastFailure !== undefined && lastFailure >= (lastSuccess ?? '') ? 'failed' : 'ok',
        timesSent,
        ...(timesFailed > 0 ? { timesFailed } : {}),
        lastNotification,
        ...(lastSuccess === undefined ? {} : { lastSuccess }),
        ...(lastFailure === undefined ? {} : { lastFailure }),
      }

/** A subscription as answers show it. */
export const shownSubscription = (call: Call, subscription: StoredSubscription): JsonObject => {
  const { type, ...document } = renamed(subscription.document, between(subscription.context, call.context))
  const notification = document['notification']
  return {
    id: subscription.id,
    type,
    ...document,
    notification: {
      ...(isObject(notification) ? notification : {}),
      ...shownCounters(subscription.counters),
    },
    jsonldContext: subscription.jsonldContext,
    status: statusOf(subscription, Date.now()),
    ...(call.options.has('sysAttrs')
      ? { createdAt: subscription.createdAt, modifiedAt: subscription.modifiedAt }
      : {}),
  }
}

const list = (kind: SubscriptionKind, call: Call): Reply => {
  const page = readPage(call)
  const found = takePage(kind.of(call.tenant).values(), page)
  const body = found.items.map((subscription) => shownSubscription(call, subscription))
  return withPaging(call, { status: 200, contextual: true, body }, page, found)
}

const retrieve = (kind: SubscriptionKind, call: Call): Reply => ({
  status: 200,
  contextual: true,
  body: shownSubscription(call, stored(kind, call)),
})

const update = async (kind: SubscriptionKind, call: Call): Promise<Reply> => {
  const known = stored(kind, call)
  const body = bodyOf(call)
  const given = body['id'] ?? body['@id']
  if (given !== undefined && given !== known.id) return badData('the id of a subscription cannot be changed')
  const fragment = keptMembers(body)
  if (Object.keys(fragment).length === 0) return badData('the fragment is empty')
  // The fragment is in the terms of this request; what stays is carried over into them.
  const base = renamed(known.document, between(known.context, call.context))
  const document = patchDocument(base, fragment)
  const keepsText = fragment['q'] === undefined && fragment['geoQ'] === undefined
  const plan = readSubscription(document, call.context, planOptions(call, kind))
  checkFuture(fragmentExpiry(fragment))
  const contexts =
    fragment['jsonldContext'] === undefined
      ? { jsonldContext: known.jsonldContext, notificationContext: known.notificationContext }
      : await notificationContext(call, document, call.context.source)
  const query = keepsText
    ? { ...plan.query, filter: known.plan.query.filter, geo: known.plan.query.geo }
    : plan.query
  const subscription: StoredSubscription = {
    ...known,
    document,
    context: call.context,
    ...contexts,
    plan: { ...plan, query },
    modifiedAt: call.now,
  }
  kind.of(call.tenant).set(known.id, subscription)
  kind.changed(call, subscription)
  return noContent
}

const fragmentExpiry = (fragment: JsonObject): unknown => {
  const { expiresAt } = fragment
  return expiresAt === ngsiNull || expiresAt === null ? undefined : expiresAt
}

const remove = (kind: SubscriptionKind, call: Call): Reply => {
  kind.of(call.tenant).delete(stored(kind, call).id)
  kind.changed(call, undefined)
  return noContent
}

/** The routes of one kind of subscriptions (CIM 009 6.10 to 6.13). */
export const subscriptionRoutesOf = (kind: SubscriptionKind): readonly Route[] => {
  const all = `/${kind.collection}`
  const one = `${all}/:id`
  const shown = { keywords: ['sysAttrs'], produces: jsonOnly }
  return [
    {
      method: 'POST',
      path: all,
      parameters: ['local'],
      consumes: 'one',
      createsTenant: true,
      handle: (call) => create(kind, call),
    },
    {
      method: 'GET',
      path: all,
      parameters: [...pageParameters, 'options', 'local'],
      ...shown,
      handle: (call) => list(kind, call),
    },
    {
      method: 'GET',
      path: one,
      parameters: ['options', 'local'],
      ...shown,
      handle: (call) => retrieve(kind, call),
    },
    {
      method: 'PATCH',
      path: one,
      parameters: ['local'],
      consumes: 'one',
      handle: (call) => update(kind, call),
    },
    { method: 'DELETE', path: one, parameters: ['local'], handle: (call) => remove(kind, call) },
  ]
}

/** Subscriptions to entities (CIM 009 6.10, 6.11). */
export const subscriptionRoutes: readonly Route[] = subscriptionRoutesOf({
  collection: 'subscriptions',
  of: (tenant) => tenant.subscriptions,
  changed: (call) => call.state.resubscribed(call.tenant),
})

/** Subscriptions to registrations (CIM 009 6.12, 6.13). */
export const sourceSubscriptionRoutes: readonly Route[] = subscriptionRoutesOf({
  collection: 'csourceSubscriptions',
  of: (tenant) => tenant.sourceSubscriptions,
  changed: (call, subscription) => call.state.sourceSubscribed(call.tenant, subscription),
})
