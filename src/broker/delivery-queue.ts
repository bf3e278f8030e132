import type { Delivery, Message } from './delivery.js'
import type { StoredSubscription } from './subscription.js'

/** Sends messages in the background: in order per subscription, several subscriptions at a time. */
export interface DeliveryQueue {
  readonly add: (subscription: StoredSubscription, message: Message) => void
  readonly idle: () => Promise<void>
  readonly backlog: () => { readonly waiting: number; readonly dropped: number }
  /** Lets what waits go out for a while, then gives up the rest. */
  readonly close: (graceMs: number) => Promise<void>
}

/** What a queue needs, and its limits. */
export interface DeliveryQueueOptions {
  readonly deliveryFor: (uri: string) => Delivery
  /** Messages sent at the same time, over all subscriptions. @default 32 */
  readonly concurrency?: number | undefined
  /** Messages that one subscription may have waiting; beyond, the newest is dropped and counted as failed. @default 10000 */
  readonly maxWaiting?: number | undefined
}

interface Line {
  readonly subscription: StoredSubscription
  readonly messages: Message[]
  blockedUntil: number
}

/** Makes a queue. */
export const createDeliveryQueue = (options: DeliveryQueueOptions): DeliveryQueue => {
  const { concurrency = 32, maxWaiting = 10_000 } = options
  const lines = new Map<StoredSubscription['counters'], Line>()
  const ready: Line[] = []
  const closing = new AbortController()
  const sleepers: (() => void)[] = []
  let running = 0
  let waiting = 0
  let dropped = 0

  const deliver = async ({ subscription }: Line, message: Message): Promise<boolean> => {
    const { counters } = subscription
    counters.timesSent += 1
    counters.lastNotification = new Date().toISOString()
    try {
      await options.deliveryFor(message.uri).send(message, closing.signal)
      counters.lastSuccess = counters.lastNotification
      return true
    } catch {
      counters.timesFailed += 1
      counters.lastFailure = new Date().toISOString()
      return false
    }
  }

  const drain = async (line: Line): Promise<void> => {
    for (let message = line.messages[0]; message !== undefined; message = line.messages[0]) {
      // During a cooldown notifications are skipped (CIM 009 5.2.15).
      if (Date.now() >= line.blockedUntil && !(await deliver(line, message)))
        line.blockedUntil = Date.now() + line.subscription.plan.notification.endpoint.cooldownMs
      line.messages.shift()
      waiting -= 1
    }
    running -= 1
    if (line.blockedUntil <= Date.now()) lines.delete(line.subscription.counters)
    start()
    if (waiting === 0) for (const wake of sleepers.splice(0)) wake()
  }

  const start = (): void => {
    while (running < concurrency && ready.length > 0) {
      running += 1
      void drain(ready.shift() as Line)
    }
  }

  const lineOf = (subscription: StoredSubscription): Line => {
    const known = lines.get(subscription.counters)
    const line: Line = known ?? { subscription, messages: [], blockedUntil: 0 }
    lines.set(subscription.counters, line)
    return line
  }

  return {
    add: (subscription, message) => {
      const line = lineOf(subscription)
      if (line.messages.length >= maxWaiting) {
        dropped += 1
        subscription.counters.timesFailed += 1
        return
      }
      line.messages.push(message)
      waiting += 1
      // A line with one message is not being drained yet: the message being sent stays in front until it is out.
      if (line.messages.length > 1) return
      ready.push(line)
      start()
    },
    idle: () => (waiting === 0 ? Promise.resolve() : new Promise((resolve) => sleepers.push(resolve))),
    backlog: () => ({ waiting, dropped }),
    close: async (graceMs) => {
      const stop = setTimeout(() => closing.abort(), graceMs)
      if (waiting > 0) await new Promise<void>((resolve) => sleepers.push(resolve))
      clearTimeout(stop)
      closing.abort()
    },
  }
}
