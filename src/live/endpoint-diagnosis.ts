import type { SubscriptionDocument } from '../client/subscription-document.js'
import { isNetworkError } from '../errors.js'
import { isLoopbackHost } from '../http/address.js'
import { createTransport } from '../http/transport.js'
import type { Cause } from './diagnosis.js'
import { type Health, healthOf, isFailing } from './health.js'

/** The notification that is sent to try a receiver: it tells of no entity. */
const emptyNotification = (subscriptionId: string): object => ({
  id: 'urn:ngsi-ld:Notification:city-context-doctor',
  type: 'Notification',
  subscriptionId,
  notifiedAt: new Date().toISOString(),
  data: [],
})

type Tried = { readonly status: number; readonly hasLength: boolean } | { readonly nothing: string }

/** Sends what the broker would send, with its headers and without entities. */
const tryReceiver = async (
  document: SubscriptionDocument,
  url: URL,
  tenant: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Tried> => {
  const transport = createTransport({ baseUrl: url.origin, retry: false, breaker: false, timeoutMs: 5000 })
  const info = document.notification?.endpoint?.receiverInfo ?? []
  try {
    const { status, headers } = await transport.request({
      method: 'POST',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: emptyNotification(document.id),
      headers: Object.fromEntries(info.map(({ key, value }) => [key, value])),
      tenant,
      signal,
    })
    return { status, hasLength: headers['content-length'] !== undefined }
  } catch (error) {
    if (!isNetworkError(error)) throw error
    // Something answered, if not in JSON: brokers do not read the body either.
    return error.code === 'ENOTJSON' ? { status: 200, hasLength: true } : { nothing: error.message }
  } finally {
    transport.close()
  }
}

const answerProblem = ({ status, hasLength }: { readonly status: number; readonly hasLength: boolean }) => {
  if (status === 401 || status === 403) return `refuses the secret that the subscription carries (${status})`
  if (status < 200 || status > 299) return `answers ${status}`
  if (status !== 200) return `answers ${status}, which Stellio counts as a failure`
  return hasLength ? undefined : 'answers without Content-Length, which Orion-LD counts as a failure'
}

const saidByBroker = ({ lastErrorReason, lastFailure, timesFailed }: Health): string =>
  `the broker's last attempt failed${lastFailure === undefined ? '' : ` at ${lastFailure}`} (${lastErrorReason ?? `${timesFailed} failures so far`})`

/** Tries the endpoint from here and reads what the broker says of it; a broker in a container sees another network. */
export const endpointCauses = async (
  document: SubscriptionDocument,
  tenant: string | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly Cause[]> => {
  const uri = document.notification?.endpoint?.uri ?? ''
  const health = healthOf(document)
  const remedy =
    URL.canParse(uri) && isLoopbackHost(new URL(uri).hostname)
      ? 'a broker in a container does not reach localhost of this machine: listen on host 0.0.0.0 and give an endpoint address that it reaches'
      : 'open the way from the broker to the receiver, or correct the endpoint'
  if (!/^https?:/.test(uri)) {
    const evidence = `${saidByBroker(health)} to publish to ${uri.replace(/\/\/[^/@]*@/, '//')}`
    return isFailing(health) ? [{ cause: 'endpoint unreachable', evidence, remedy }] : []
  }
  const url = new URL(uri)
  const shown = `${url.origin}${url.pathname}`
  const tried = await tryReceiver(document, url, tenant, signal)
  if ('nothing' in tried) return [{ cause: 'endpoint unreachable', evidence: tried.nothing, remedy }]
  const problem = answerProblem(tried)
  if (problem !== undefined)
    return [
      {
        cause: 'receiver answers wrongly',
        evidence: `${shown} ${problem}`,
        remedy: 'make it answer every POST with 200 and "Content-Length: 0", before it does anything else',
      },
    ]
  if (!isFailing(health)) return []
  return [
    {
      cause: 'endpoint unreachable',
      evidence: `${shown} answers from here, but ${saidByBroker(health)}`,
      remedy,
    },
  ]
}
