import { randomUUID } from 'node:crypto'
import { isObject } from '../ngsi/entity.js'
import type { Message } from './delivery.js'
import type { DeliveryQueue } from './delivery-queue.js'
import type { GeoTest } from './entity-query.js'
import { createIntervalTimers } from './interval-timers.js'
import type { StoredRegistration } from './registration.js'
import { matchingElements, type RegistrationQuery } from './registration-query.js'
import { shownRegistration } from './registration-routes.js'
import { contextLink } from './response.js'
import { type StoredSubscription, statusOf } from './subscription.js'
import { readWindow, type TemporalText } from './temporal-window.js'
import type { Tenant } from './tenant.js'

/** Why a registration is notified (CIM 009 5.3.2). */
type TriggerReason = 'newlyMatching' | 'updated' | 'noLongerMatching'

/** Notifies subscriptions to registrations (CIM 009 5.11.7). */
export interface SourceNotifier {
  readonly reregistered: (
    tenant: Tenant,
    before: StoredRegistration | undefined,
    after: StoredRegistration | undefined,
  ) => void
  /** Sends what matches right away, and runs intervals. */
  readonly subscribed: (tenant: Tenant, subscription: StoredSubscription | undefined) => void
  readonly close: () => void
}

interface Match {
  readonly registration: StoredRegistration
  readonly elements: readonly number[]
}

const askedBy = ({ document, plan }: StoredSubscription): RegistrationQuery => {
  const picked = [...(plan.notification.projection.pick?.keys() ?? [])].filter((name) => name.includes(':'))
  return {
    query: plan.query,
    csf: document['csf'] as string | undefined,
    window: isObject(document['temporalQ'])
      ? readWindow(document['temporalQ'] as TemporalText, false)
      : undefined,
    datasetIds: plan.notification.datasetIds,
    names: [...(plan.watched ?? []), ...picked],
  }
}

/** Makes a notifier of registrations that sends through a queue. */
export const createSourceNotifier = (queue: DeliveryQueue, geoTest: GeoTest): SourceNotifier => {
  const matchOf = (
    subscription: StoredSubscription,
    registration: StoredRegistration | undefined,
  ): Match | undefined => {
    if (registration === undefined) return undefined
    const elements = matchingElements(registration, askedBy(subscription), geoTest)
    return elements.length === 0 ? undefined : { registration, elements }
  }

  const messageOf = (
    tenant: Tenant,
    subscription: StoredSubscription,
    reason: TriggerReason,
    matches: readonly Match[],
  ): Message => {
    const { notification } = subscription.plan
    const { endpoint } = notification
    const context = subscription.jsonldContext
    const inBody = endpoint.accept !== 'application/json'
    const data = matches.map(({ registration, elements }) =>
      shownRegistration(registration, subscription.notificationContext, {
        sysAttrs: notification.sysAttrs,
        only: elements,
      }),
    )
    return {
      uri: endpoint.uri,
      timeoutMs: endpoint.timeoutMs,
      notifierInfo: endpoint.notifierInfo,
      headers: {
        ...Object.fromEntries(endpoint.receiverInfo),
        'Content-Type': endpoint.accept,
        ...(inBody ? {} : { Link: contextLink(context) }),
        ...(tenant.name === '' ? {} : { 'NGSILD-Tenant': tenant.name }),
      },
      body: JSON.stringify({
        id: `urn:ngsi-ld:ContextSourceNotification:${randomUUID()}`,
        type: 'ContextSourceNotification',
        subscriptionId: subscription.id,
        notifiedAt: new Date().toISOString(),
        triggerReason: reason,
        data: inBody ? data.map((one) => ({ ...one, '@context': context })) : data,
      }),
    }
  }

  const notify = (
    tenant: Tenant,
    subscription: StoredSubscription,
    reason: TriggerReason,
    matches: readonly Match[],
  ): void => {
    if (matches.length > 0 && statusOf(subscription, Date.now()) === 'active')
      queue.add(subscription, messageOf(tenant, subscription, reason, matches))
  }

  const notifyAll = (tenant: Tenant, subscription: StoredSubscription, reason: TriggerReason): void =>
    notify(
      tenant,
      subscription,
      reason,
      [...tenant.registrations.values()].flatMap((registration) => matchOf(subscription, registration) ?? []),
    )

  const timers = createIntervalTimers(
    (tenant, subscription) => notifyAll(tenant, subscription, 'updated'),
    (tenant) => tenant.sourceSubscriptions,
  )

  const tell = (
    tenant: Tenant,
    subscription: StoredSubscription,
    old: Match | undefined,
    current: Match | undefined,
  ): void => {
    const reason =
      old === undefined ? 'newlyMatching' : current === undefined ? 'noLongerMatching' : 'updated'
    const match = current ?? old
    if (match !== undefined) notify(tenant, subscription, reason, [match])
  }

  return {
    reregistered: (tenant, before, after) => {
      for (const subscription of tenant.sourceSubscriptions.values())
        if (subscription.plan.intervalMs === undefined)
          tell(tenant, subscription, matchOf(subscription, before), matchOf(subscription, after))
    },
    subscribed: (tenant, subscription) => {
      timers.fit(tenant)
      if (subscription !== undefined) notifyAll(tenant, subscription, 'newlyMatching')
    },
    close: timers.stop,
  }
}
