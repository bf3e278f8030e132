import { randomUUID } from 'node:crypto'
import { typesOf } from '../ngsi/entity.js'
import { olderEntity, readConformance } from './conformance.js'
import type { Message } from './delivery.js'
import type { DeliveryQueue } from './delivery-queue.js'
import type { EntityChange } from './entity-change.js'
import { matchingEntities, type QueryTools } from './entity-query.js'
import { showLinked } from './entity-results.js'
import { createIntervalTimers } from './interval-timers.js'
import { notificationView, notifiedEntity } from './notification-data.js'
import { contextLink, prefersBodyJson } from './response.js'
import type { StoredEntity } from './stored-entity.js'
import { type StoredSubscription, statusOf } from './subscription.js'
import { indexWatchers, matches, type WatcherIndex } from './subscription-match.js'
import type { Tenant } from './tenant.js'

/** Matches changes with subscriptions and sends notifications in the background, in order per subscription. */
export interface Notifier {
  readonly changed: (tenant: Tenant, changes: readonly EntityChange[]) => void
  /** To be called when a tenant's subscriptions were created, updated or deleted. */
  readonly resubscribed: (tenant: Tenant) => void
  /** Resolves when nothing is waiting to be sent. */
  readonly idle: () => Promise<void>
  /** Notifications that wait, and that were given up because too many waited. */
  readonly backlog: () => { readonly waiting: number; readonly dropped: number }
  readonly close: () => Promise<void>
}

/** What a notifier needs. */
export interface NotifierOptions {
  readonly queue: DeliveryQueue
  readonly toolsFor: (tenant: Tenant) => QueryTools
  /** Says of a notification whether a fault switch loses it. */
  readonly isDropped?: ((subscriptionId: string) => boolean) | undefined
}

/** Entities as the version of the standard that the receiver asked for can show them (ngsildConformance, CIM 009 5.2.12). */
const olderVersion = ({
  document,
  notificationContext,
}: StoredSubscription): ((entity: StoredEntity) => StoredEntity) => {
  const version = readConformance(String(document['ngsildConformance'] ?? ''))
  return version === undefined
    ? (entity) => entity
    : (entity) => olderEntity(entity, version, notificationContext)
}

/** GeoJSON whose context goes into the Link header (CIM 009 6.3.8). */
const prefersPlainBody = (receiverInfo: readonly (readonly [string, string])[]): boolean =>
  receiverInfo.some(([name, value]) => name.toLowerCase() === 'prefer' && prefersBodyJson(value))

/** The notification with its headers (CIM 009 5.3.1, 6.3.8). */
const messageOf = (
  tenant: Tenant,
  subscription: StoredSubscription,
  entities: readonly StoredEntity[],
  now: string,
  tools: QueryTools,
): Message => {
  const { notification } = subscription.plan
  const { endpoint } = notification
  const view = notificationView(notification, subscription.notificationContext)
  const older = olderVersion(subscription)
  const find = (uri: string): StoredEntity | undefined => {
    const linked = tools.linked(uri)
    return linked === undefined ? undefined : older(linked)
  }
  const { shown, linked } = showLinked(entities.map(older), view, { find, join: notification.join })
  const all = [...shown, ...linked]
  const context = subscription.jsonldContext
  const inBody =
    endpoint.accept === 'application/ld+json' ||
    (endpoint.accept === 'application/geo+json' && !prefersPlainBody(endpoint.receiverInfo))
  const features = (): unknown => ({
    type: 'FeatureCollection',
    features: all.map(({ id, ...properties }) => ({
      id,
      type: 'Feature',
      geometry: geometryOf(properties),
      properties,
    })),
    ...(inBody ? { '@context': context } : {}),
  })
  const data =
    endpoint.accept === 'application/geo+json'
      ? features()
      : inBody
        ? all.map((entity) => ({ ...entity, '@context': context }))
        : all
  return {
    uri: endpoint.uri,
    timeoutMs: endpoint.timeoutMs,
    notifierInfo: endpoint.notifierInfo,
    headers: {
      ...Object.fromEntries(endpoint.receiverInfo),
      Accept: 'application/json',
      'Content-Type': endpoint.accept,
      ...(inBody ? {} : { Link: contextLink(context) }),
      ...(tenant.name === '' ? {} : { 'NGSILD-Tenant': tenant.name }),
    },
    body: JSON.stringify({
      id: `urn:ngsi-ld:Notification:${randomUUID()}`,
      type: 'Notification',
      subscriptionId: subscription.id,
      notifiedAt: now,
      data,
    }),
  }
}

const geometryOf = (properties: Readonly<Record<string, unknown>>): unknown => {
  const location = properties['location'] as { value?: unknown; type?: unknown } | undefined
  return location?.value ?? (location !== undefined && location.type !== 'GeoProperty' ? location : null)
}

/** Makes a notifier. */
export const createNotifier = (options: NotifierOptions): Notifier => {
  const { queue } = options
  const watchers = new WeakMap<Tenant, WatcherIndex>()
  const lastSent = new WeakMap<StoredSubscription['counters'], number>()
  let closed = false

  const watchersOf = (tenant: Tenant): WatcherIndex => {
    const known =
      watchers.get(tenant) ?? indexWatchers(tenant.subscriptions.values(), options.toolsFor(tenant))
    watchers.set(tenant, known)
    return known
  }

  /** Within the throttling time after a notification, further ones are dropped (CIM 009 5.2.12). */
  const isThrottled = ({ counters, plan }: StoredSubscription, nowMs: number): boolean =>
    nowMs - (lastSent.get(counters) ?? Number.NEGATIVE_INFINITY) < plan.throttlingMs

  const notify = (
    tenant: Tenant,
    subscription: StoredSubscription,
    entities: readonly StoredEntity[],
  ): void => {
    const nowMs = Date.now()
    if (closed || entities.length === 0 || isThrottled(subscription, nowMs)) return
    lastSent.set(subscription.counters, nowMs)
    if (options.isDropped?.(subscription.id) === true) return
    const now = new Date(nowMs).toISOString()
    queue.add(subscription, messageOf(tenant, subscription, entities, now, options.toolsFor(tenant)))
  }

  const timers = createIntervalTimers((tenant, subscription) => {
    if (statusOf(subscription, Date.now()) !== 'active') return
    notify(tenant, subscription, [
      ...matchingEntities(tenant.entities, subscription.plan.query, options.toolsFor(tenant)),
    ])
  })

  const matching = (tenant: Tenant, change: EntityChange, nowMs: number): readonly StoredSubscription[] => {
    const types = typesOf((change.after ?? change.before) as StoredEntity)
    return [...watchersOf(tenant).forTypes(types)]
      .filter((watcher) => statusOf(watcher.subscription, nowMs) === 'active' && matches(watcher, change))
      .map(({ subscription }) => subscription)
  }

  const changed = (tenant: Tenant, changes: readonly EntityChange[]): void => {
    if (tenant.subscriptions.size === 0) return
    const nowMs = Date.now()
    // One notification per subscription and request, each entity in it once, as it is last.
    const found = new Map<StoredSubscription, Map<string, StoredEntity>>()
    for (const change of changes)
      for (const subscription of matching(tenant, change, nowMs)) {
        const entities = found.get(subscription) ?? new Map<string, StoredEntity>()
        entities.set(
          change.id,
          notifiedEntity(change, subscription.plan.notification, subscription.plan.triggers),
        )
        found.set(subscription, entities)
      }
    for (const [subscription, entities] of found) notify(tenant, subscription, [...entities.values()])
  }

  return {
    changed,
    resubscribed: (tenant) => {
      watchers.delete(tenant)
      timers.fit(tenant)
    },
    idle: queue.idle,
    backlog: queue.backlog,
    close: async () => {
      closed = true
      timers.stop()
      // What waits gets a moment to go out; a receiver that hangs must not keep the broker from stopping.
      await queue.close(2000)
    },
  }
}
