import type { StoredSubscription } from './subscription.js'
import type { Tenant } from './tenant.js'

/** Runs the subscriptions that have a timeInterval (CIM 009 5.8.6). */
export interface IntervalTimers {
  /** Starts and stops timers so that they fit the tenant's subscriptions; those that stay keep their rhythm. */
  readonly fit: (tenant: Tenant) => void
  readonly stop: () => void
}

interface Running {
  readonly intervalMs: number
  readonly timer: NodeJS.Timeout
}

type Counters = StoredSubscription['counters']

/** Makes the timers; `tick` is called with the current state of a subscription. */
export const createIntervalTimers = (
  tick: (tenant: Tenant, subscription: StoredSubscription) => void,
  subscriptionsOf: (tenant: Tenant) => ReadonlyMap<string, StoredSubscription> = (tenant) =>
    tenant.subscriptions,
): IntervalTimers => {
  const tenants = new Map<Tenant, Map<Counters, Running>>()

  const start = (tenant: Tenant, { id, counters }: StoredSubscription, intervalMs: number): Running => {
    const fire = (): void => {
      const current = subscriptionsOf(tenant).get(id)
      if (current?.counters === counters) tick(tenant, current)
    }
    // Longer than 24.8 days would overflow a timer and fire at once.
    const timer = setInterval(fire, Math.min(intervalMs, 2_147_483_647))
    timer.unref()
    return { intervalMs, timer }
  }

  const fit = (tenant: Tenant): void => {
    const before = tenants.get(tenant) ?? new Map<Counters, Running>()
    const after = new Map<Counters, Running>()
    for (const subscription of subscriptionsOf(tenant).values()) {
      const { intervalMs } = subscription.plan
      if (intervalMs === undefined) continue
      const running = before.get(subscription.counters)
      after.set(
        subscription.counters,
        running?.intervalMs === intervalMs ? running : start(tenant, subscription, intervalMs),
      )
    }
    for (const [counters, running] of before)
      if (after.get(counters) !== running) clearInterval(running.timer)
    tenants.set(tenant, after)
  }

  const stop = (): void => {
    for (const { timer } of [...tenants.values()].flatMap((running) => [...running.values()]))
      clearInterval(timer)
    tenants.clear()
  }

  return { fit, stop }
}
