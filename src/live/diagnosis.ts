import type { Client } from '../client/client.js'
import { countMatches } from '../client/query-run.js'
import { startState } from '../client/query-state.js'
import { nameOnly } from '../client/stored.js'
import type { SubscriptionDocument } from '../client/subscription-document.js'
import { isBrokerError, isNetworkError } from '../errors.js'
import { createTransport } from '../http/transport.js'
import { parseFilter } from '../query/parse.js'
import { subscriptionId } from './declaration.js'

/** Why a subscription stays silent. */
export interface Cause {
  readonly cause:
    | 'missing'
    | 'paused'
    | 'expired'
    | 'endpoint unreachable'
    | 'receiver answers wrongly'
    | 'wrong context'
    | 'condition matches nothing'
    | 'no entities'
    | 'last notification failed'
  readonly evidence: string
  readonly remedy: string
}

/** What diagnosing takes. */
export interface DiagnosisOptions {
  readonly context?: string | undefined
  readonly signal?: AbortSignal | undefined
}

const find = async (
  client: Client,
  name: string,
  options: DiagnosisOptions,
): Promise<SubscriptionDocument | undefined> => {
  try {
    return await client.subscriptions.get(name.startsWith('urn:') ? name : subscriptionId(name), options)
  } catch (error) {
    if (!isBrokerError(error)) throw error
    return client.subscriptions.named(name, options)
  }
}

const stateCauses = (document: SubscriptionDocument): readonly Cause[] => {
  const { notification, expiresAt } = document
  if (document.status === 'expired' || (expiresAt !== undefined && Date.parse(expiresAt) < Date.now()))
    return [
      {
        cause: 'expired',
        evidence: `it expired at ${expiresAt ?? 'an unknown time'}`,
        remedy: 'subscribe again, without expiresAt or with a later one',
      },
    ]
  const causes: Cause[] = []
  if (document.isActive === false || document.status === 'paused')
    causes.push({
      cause: 'paused',
      evidence: `isActive ${String(document.isActive)}, status ${document.status ?? 'unknown'}, ${notification?.consecutiveErrors ?? 0} errors in a row`,
      remedy: 'city.subscriptions.resume(id); a running subscription of this library wakes it by itself',
    })
  const { lastFailure, lastSuccess } = notification ?? {}
  if (lastFailure !== undefined && (lastSuccess === undefined || lastFailure > lastSuccess))
    causes.push({
      cause: 'last notification failed',
      evidence: `${lastFailure}: ${notification?.lastErrorReason ?? 'no reason given'}`,
      remedy: 'make the endpoint answer 200 with Content-Length: 0',
    })
  return causes
}

/** Asks the endpoint from here; a broker in a container may see another network. */
const endpointCauses = async (uri: string, signal: AbortSignal | undefined): Promise<readonly Cause[]> => {
  if (!/^https?:/.test(uri)) return []
  const url = new URL(uri)
  const transport = createTransport({ baseUrl: url.origin, retry: false, breaker: false, timeoutMs: 5000 })
  try {
    // A GET is refused by a receiver with 4xx, which is answer enough; nothing is delivered by asking.
    const { status } = await transport.request({ method: 'GET', path: url.pathname, signal, accept: '*/*' })
    if (status >= 500 || status === 404)
      return [
        {
          cause: 'receiver answers wrongly',
          evidence: `${url.origin}${url.pathname} answered ${status}`,
          remedy: 'start the receiver, or correct its path in the subscription',
        },
      ]
    return []
  } catch (error) {
    if (!isNetworkError(error)) throw error
    if (error.code === 'ENOTJSON') return []
    const local = /^(localhost|127\.|\[::1\])/.test(url.hostname)
    return [
      {
        cause: 'endpoint unreachable',
        evidence: error.message,
        remedy: local
          ? 'a broker in a container does not reach localhost of this machine: give an endpoint address that it reaches'
          : 'open the way from the broker to the receiver, or correct the endpoint',
      },
    ]
  } finally {
    transport.close()
  }
}

const matchCauses = async (
  client: Client,
  document: SubscriptionDocument,
  options: DiagnosisOptions,
): Promise<readonly Cause[]> => {
  const causes: Cause[] = []
  for (const { type } of document.entities ?? []) {
    if (/^https?:/.test(type)) {
      causes.push({
        cause: 'wrong context',
        evidence: `its type comes back as ${type}`,
        remedy: 'subscribe with the context that the writers use',
      })
      continue
    }
    const start = startState(
      nameOnly(type, options.context ?? ''),
      options.context ?? client.connection.context,
    )
    const all = await countMatches(client.connection, start, options.signal)
    if (all === 0)
      causes.push({
        cause: 'no entities',
        evidence: `this tenant has no ${type}`,
        remedy: 'check tenant, context and type: writers and subscription must agree in all three',
      })
    else if (
      document.q !== undefined &&
      (await countMatches(
        client.connection,
        { ...start, filters: [parseFilter(document.q)] },
        options.signal,
      )) === 0
    )
      causes.push({
        cause: 'condition matches nothing',
        evidence: `none of ${all} ${type} satisfies ${document.q}`,
        remedy: 'loosen q, or wait for an entity that satisfies it',
      })
  }
  return causes
}

/** Says why a subscription, named by subscriptionName or id, stays silent: each cause with evidence and remedy. */
export const diagnose = async (
  client: Client,
  name: string,
  options: DiagnosisOptions = {},
): Promise<readonly Cause[]> => {
  const document = await find(client, name, options)
  if (document === undefined)
    return [
      {
        cause: 'missing',
        evidence: `no subscription "${name}" in this tenant`,
        remedy: 'check name and tenant, or subscribe',
      },
    ]
  const uri = document.notification?.endpoint?.uri
  return [
    ...stateCauses(document),
    ...(uri === undefined ? [] : await endpointCauses(uri, options.signal)),
    ...(await matchCauses(client, document, options)),
  ]
}
