import type { Client } from '../client/client.js'
import type { Capability, Dialect } from '../dialect/dialect.js'
import { isBrokerError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import {
  type Declaration,
  type Destination,
  declareSubscription,
  type SubscriptionOptions,
} from './declaration.js'
import { type Ensured, ensureSubscription } from './ensure.js'

/** What declaring a subscription takes. */
export interface DeclareRun {
  readonly client: Client
  readonly model: Model
  readonly options: SubscriptionOptions<unknown, unknown>
  readonly to: Destination
  readonly context: string | undefined
  readonly signal: AbortSignal | undefined
}

/** Members that a broker may not know, the younger ones first. */
const extras: readonly Capability[] = ['notificationTrigger', 'subscriptionExtras']

/**
 * Declares a subscription and makes the broker have it. A broker that is not known to take triggers or system times is
 * given them once; where it refuses, they are left out and that is noted.
 */
export const declare = async (
  run: DeclareRun,
): Promise<{ readonly ensured: Ensured; readonly declaration: Declaration }> => {
  const { client, model, options, to, context, signal } = run
  const { connection } = client
  const tried: Capability[] = []
  for (;;) {
    const dialect = await connection.dialect(signal)
    const declaration = await declareSubscription(model, options, to, dialect)
    try {
      const ensured = await ensureSubscription(client, declaration.document, context, signal)
      for (const note of [...declaration.emulated, ...leftOut(dialect, tried)]) connection.emulated(note)
      return { ensured, declaration }
    } catch (error) {
      const doubtful = extras.find((capability) => dialect.can[capability] === 'try')
      if (doubtful === undefined || !isRefused(error)) {
        // It was something else that the broker did not like.
        for (const capability of tried) connection.learn(capability, 'try')
        throw error
      }
      tried.push(doubtful)
      connection.learn(doubtful, 'no')
    }
  }
}

const isRefused = (error: unknown): boolean =>
  isBrokerError(error) && (error.status === 400 || error.status === 501)

const leftOut = ({ product }: Dialect, tried: readonly Capability[]): readonly string[] =>
  tried.length === 0 ? [] : [`${product} refuses ${tried.join(' and ')} in subscriptions: left out`]
