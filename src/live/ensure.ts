import type { Client } from '../client/client.js'
import type { SubscriptionDocument } from '../client/subscription-document.js'
import { subscriptionInput } from '../client/subscriptions.js'
import { isBrokerError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { meansTheSame } from './declaration.js'

/** What making sure of a subscription did. */
export type EnsuredHow = 'created' | 'changed' | 'unchanged' | 'revived'

/** What making sure of a subscription did, and what was there before, with the broker's counters. */
export interface Ensured {
  readonly how: EnsuredHow
  readonly before: SubscriptionDocument | undefined
}

/** A subscription that sleeps though nobody paused it here. */
export const isAsleep = (document: SubscriptionDocument): boolean =>
  document.isActive === false || document.status === 'paused' || document.status === 'expired'

const found = async (
  client: Client,
  id: string,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<SubscriptionDocument | undefined> => {
  try {
    return await client.subscriptions.get(id, { context, signal })
  } catch (error) {
    if (isBrokerError(error) && error.status === 404) return undefined
    throw error
  }
}

/**
 * Makes the broker's subscription what is wanted: creates it, changes it when its meaning differs, wakes it when it
 * sleeps. Its id comes from its name, so that of two processes starting at once one creates and the other finds it.
 */
export const ensureSubscription = async (
  client: Client,
  wanted: JsonObject,
  context: string | undefined,
  signal?: AbortSignal,
): Promise<Ensured> => {
  const id = String(wanted['id'])
  for (let round = 0; ; round++) {
    const before = await found(client, id, context, signal)
    if (before !== undefined) return { how: await adapt(client, before, wanted, context, signal), before }
    try {
      await client.subscriptions.create(wanted, { context, signal })
      return { how: 'created', before }
    } catch (error) {
      // Someone else created it meanwhile: look again.
      if (!isBrokerError(error) || error.status !== 409 || round >= 3) throw error
    }
  }
}

const adapt = async (
  client: Client,
  there: SubscriptionDocument,
  wanted: JsonObject,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<EnsuredHow> => {
  const isSame = meansTheSame(there, wanted)
  if (isSame && !isAsleep(there)) return 'unchanged'
  await replaceSubscription(client, there, wanted, context, signal)
  return isSame ? 'revived' : 'changed'
}

/** Deleting and creating drops members that are no longer wanted and resets the broker's failure counters. */
const replaceSubscription = async (
  client: Client,
  there: SubscriptionDocument,
  wanted: JsonObject,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  try {
    await client.subscriptions.delete(there.id, { signal })
  } catch (error) {
    if (!isBrokerError(error) || error.status !== 404) throw error
  }
  try {
    await client.subscriptions.create(wanted, { context, signal })
  } catch (error) {
    // Another process was quicker with the same name: its subscription is the one that counts.
    if (!isBrokerError(error) || error.status !== 409) {
      await restore(client, there, context, signal)
      throw error
    }
  }
}

/** A change that the broker refuses must not cost the subscription that was there. */
const restore = async (
  client: Client,
  there: SubscriptionDocument,
  context: string | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  // Orion-LD before 1.10 refuses jsonldContext as input; it comes from the Link header.
  const { jsonldContext: _context, ...document } = subscriptionInput(there)
  await client.subscriptions.create(document, { context, signal }).catch(() => undefined)
}
