import type { Client } from '../client/client.js'
import type { SubscriptionDocument } from '../client/subscription-document.js'
import type { JsonObject } from '../ngsi/entity.js'
import { meansTheSame } from './declaration.js'
import { ensureSubscription } from './ensure.js'

/** How a plan is made and applied. */
export interface PlanOptions {
  /** Deletes subscriptions that nobody wants. @default false */
  readonly prune?: boolean | undefined
  readonly context?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** One step from what is to what is wanted. */
export interface PlanStep {
  readonly action: 'create' | 'change' | 'keep' | 'delete' | 'unmanaged'
  readonly name: string
  readonly id: string
  readonly wanted?: JsonObject | undefined
}

/** What it takes to make a broker's subscriptions what is wanted. */
export interface SubscriptionPlan {
  readonly steps: readonly PlanStep[]
}

const nameOf = (document: JsonObject): string => String(document['subscriptionName'] ?? document['id'])

/** Compares wanted subscriptions with the broker's, by id and meaning; changes nothing. */
export const planSubscriptions = async (
  client: Client,
  wanted: readonly JsonObject[],
  options: PlanOptions = {},
): Promise<SubscriptionPlan> => {
  const there = new Map<string, SubscriptionDocument>()
  for await (const document of client.subscriptions.list({
    context: options.context,
    signal: options.signal,
  }))
    there.set(document.id, document)
  const steps = wanted.map((document): PlanStep => {
    const id = String(document['id'])
    const found = there.get(id)
    there.delete(id)
    const action = found === undefined ? 'create' : meansTheSame(found, document) ? 'keep' : 'change'
    return { action, name: nameOf(document), id, wanted: document }
  })
  const rest = [...there.values()].map(
    (document): PlanStep => ({
      action: options.prune === true ? 'delete' : 'unmanaged',
      name: nameOf(document),
      id: document.id,
    }),
  )
  return { steps: [...steps, ...rest] }
}

/** Does what a plan says. */
export const applyPlan = async (
  client: Client,
  plan: SubscriptionPlan,
  options: PlanOptions = {},
): Promise<void> => {
  for (const { action, id, wanted } of plan.steps) {
    if (action === 'delete') await client.subscriptions.delete(id, { signal: options.signal })
    if ((action === 'create' || action === 'change') && wanted !== undefined)
      await ensureSubscription(client, wanted, options.context, options.signal)
  }
}
