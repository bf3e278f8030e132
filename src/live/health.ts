import type { SubscriptionDocument } from '../client/subscription-document.js'
import { isLoopbackHost } from '../http/address.js'

/** What a broker says of how its notifications go; brokers differ in what they count. */
export interface Health {
  readonly status: string | undefined
  readonly timesSent: number
  readonly timesFailed: number
  readonly consecutiveErrors: number
  readonly lastFailure: string | undefined
  readonly lastSuccess: string | undefined
  readonly lastErrorReason: string | undefined
}

/** Reads a subscription's health. */
export const healthOf = ({ status, notification }: SubscriptionDocument): Health => ({
  status: notification?.status ?? status,
  timesSent: notification?.timesSent ?? 0,
  timesFailed: notification?.timesFailed ?? 0,
  consecutiveErrors: notification?.consecutiveErrors ?? 0,
  lastFailure: notification?.lastFailure,
  lastSuccess: notification?.lastSuccess,
  lastErrorReason: notification?.lastErrorReason,
})

/** Tells whether notifications got lost between two looks: failures, or counters that went back because the broker restarted. */
export const showsGap = (before: Health | undefined, now: Health): boolean =>
  before === undefined
    ? now.timesFailed > 0
    : now.timesFailed > before.timesFailed ||
      now.lastFailure !== before.lastFailure ||
      now.timesSent < before.timesSent

/** Tells whether the last attempt failed. */
export const isFailing = ({ lastFailure, lastSuccess, consecutiveErrors }: Health): boolean =>
  consecutiveErrors > 0 ||
  (lastFailure !== undefined && (lastSuccess === undefined || lastFailure >= lastSuccess))

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase()

/** Says what is likely wrong with an address that a broker is to notify; undefined when nothing shows. */
export const endpointWarning = (endpoint: string, brokerUrl: string): string | undefined => {
  if (!URL.canParse(endpoint)) return `endpoint "${endpoint}" is no URL`
  const { hostname } = new URL(endpoint)
  if (bare(hostname) === '0.0.0.0' || bare(hostname) === '::')
    return `endpoint ${endpoint}: ${hostname} is an address to listen on, not one to send to; give endpoint the name or address under which the broker reaches this machine`
  if (isLoopbackHost(hostname) && !isLoopbackHost(new URL(brokerUrl).hostname))
    return `endpoint ${endpoint}: to the broker at ${brokerUrl} this address means its own machine; listen on host '0.0.0.0' and give endpoint the address under which the broker reaches this machine`
  return undefined
}

/** Says that a broker does not get through; in a container even a broker at "localhost" is on another machine. */
export const failureWarning = (endpoint: string, health: Health): string =>
  `the broker could not notify ${endpoint} (${health.lastErrorReason ?? `last failure ${health.lastFailure ?? 'unknown'}`}); if it runs in a container, "localhost" is not this machine to it: listen on host '0.0.0.0' and give endpoint an address such as http://host.docker.internal:PORT/notify. city-context subscriptions doctor says more`
