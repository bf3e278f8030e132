import { isBrokerError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { ngsiNull } from '../ngsi/uri.js'
import type { Connection } from './connection.js'
import { type ResourceOptions, type Resources, resources } from './resource.js'
import type { SubscriptionDocument } from './subscription-document.js'

/** The subscriptions of a tenant. */
export interface Subscriptions extends Resources<SubscriptionDocument> {
  readonly pause: (id: string, options?: ResourceOptions) => Promise<void>
  readonly resume: (id: string, options?: ResourceOptions) => Promise<void>
  /** The one with that `subscriptionName`, or undefined. */
  readonly named: (name: string, options?: ResourceOptions) => Promise<SubscriptionDocument | undefined>
}

const output: ReadonlySet<string> = new Set(['status', 'createdAt', 'modifiedAt', 'origin', '@context'])
const notificationOutput: ReadonlySet<string> = new Set([
  'status',
  'timesSent',
  'timesFailed',
  'consecutiveErrors',
  'lastErrorReason',
  'lastNotification',
  'lastSuccess',
  'lastFailure',
])

const without = (source: JsonObject, names: ReadonlySet<string>): JsonObject =>
  Object.fromEntries(Object.entries(source).filter(([name]) => !names.has(name)))

/** A subscription as it was asked for: without what the broker adds. */
export const subscriptionInput = (document: JsonObject): JsonObject => {
  const { notification, ...rest } = without(document, output)
  return {
    ...rest,
    ...(notification === undefined
      ? {}
      : { notification: without(notification as JsonObject, notificationOutput) }),
  }
}

/** A subscription after a partial update (CIM 009 5.5.8): members are replaced, null markers delete. */
const patched = (document: JsonObject, part: JsonObject): JsonObject => {
  const merged = { ...subscriptionInput(document), ...part }
  return Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== ngsiNull && value !== null),
  )
}

/** Makes the access to subscriptions; where a PATCH does not take effect, one is deleted and created again under its id. */
export const subscriptions = (connection: Connection): Subscriptions => {
  const base = resources<SubscriptionDocument>(connection, '/ngsi-ld/v1/subscriptions')
  const recreate = async (
    id: string,
    part: JsonObject,
    options: ResourceOptions | undefined,
  ): Promise<void> => {
    const { product } = await connection.dialect(options?.signal)
    connection.emulated(
      `${product} does not take changes of a subscription reliably: it is deleted and created again`,
    )
    const before = subscriptionInput(await base.get(id, options))
    const next = patched(before, part)
    // jsonldContext is what the broker adds from the Link header; Orion-LD before 1.10 refuses it as input.
    const context = String(before['jsonldContext'] ?? '')
    const { jsonldContext: _context, ...document } = next
    const withContext = context.startsWith('http') ? { ...options, context } : options
    await base.delete(id, options)
    try {
      await base.create(document, withContext)
    } catch (error) {
      // A refused change must not cost the subscription that was there.
      const { jsonldContext: _old, ...old } = before
      await base.create(old, withContext)
      throw error
    }
  }
  const update: Subscriptions['update'] = async (id, part, options) => {
    const { can } = await connection.dialect(options?.signal)
    if (can.subscriptionUpdate === 'no') return recreate(id, part, options)
    try {
      await base.update(id, part, options)
    } catch (error) {
      const lacking = isBrokerError(error) && (error.status === 405 || error.status === 501)
      if (!lacking || can.subscriptionUpdate === 'yes') throw error
      connection.learn('subscriptionUpdate', 'no')
      await recreate(id, part, options)
    }
  }
  return {
    ...base,
    update,
    pause: (id, options) => update(id, { isActive: false }, options),
    resume: (id, options) => update(id, { isActive: true }, options),
    named: async (name, options) => {
      for await (const document of base.list(options)) if (document.subscriptionName === name) return document
      return undefined
    },
  }
}
