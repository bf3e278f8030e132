import { type Client, createClient } from './client/client.js'
import { type Connection, type ConnectOptions, openConnection } from './client/connection.js'
import type { DefaultShape, Representation, Result } from './client/result.js'
import type { Change } from './live/change.js'
import type { Hub } from './live/hub.js'
import type { LiveSubscription, SubscribeOptions } from './live/live-subscription.js'
import type { Model } from './model/descriptor.js'

/** An entity as a subscription delivers it. */
export type LiveEntity<S, N, R extends Representation> = Result<
  S,
  N,
  Omit<DefaultShape<S>, 'as'> & { readonly as: R }
>

/** A broker as an object, with its live side; `close` ends subscriptions and sockets. */
export interface City extends Client {
  /**
   * Watches entities: every change that the broker tells, and after any loss the latest state. The same name again
   * changes the subscription instead of making another. With a handler it calls that; without, it is iterated.
   */
  subscribe<S, N, const R extends Representation = 'simplified'>(
    model: Model<S, N>,
    options: SubscribeOptions<S, N, R>,
    handler?: (change: Change<LiveEntity<S, N, R>>) => void | Promise<void>,
  ): Promise<LiveSubscription<LiveEntity<S, N, R>>>
  /** A view for another tenant; it shares connections and what is known of the broker. */
  tenant(name: string | undefined): City
  /** Ends subscriptions, receivers and connections. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

interface Live {
  /** One receiver per address, shared by subscriptions. */
  readonly hubs: Map<string, Promise<Hub>>
  readonly open: Set<LiveSubscription<unknown>>
}

const hubFor = (live: Live, options: SubscribeOptions<unknown, unknown>): Promise<Hub> => {
  const { host = '127.0.0.1', port = 0, path = '/notify', endpoint = '', secret = '', mqtt } = options
  const key = JSON.stringify([host, port, path, endpoint, secret, mqtt])
  const started = live.hubs.get(key) ?? import('./live/hub.js').then(({ startHub }) => startHub(options))
  live.hubs.set(key, started)
  // A port in use must not be remembered: the next attempt may find it free.
  started.catch(() => live.hubs.delete(key))
  return started
}

const city = (connection: Connection, live: Live): City => {
  const client = createClient(connection)
  const close = async (): Promise<void> => {
    await Promise.all([...live.open].map((subscription) => subscription.close()))
    live.open.clear()
    for (const hub of live.hubs.values()) await (await hub).close()
    live.hubs.clear()
    connection.close()
  }
  return {
    ...client,
    subscribe: async (model, options, handler) => {
      const hub = await hubFor(live, options as SubscribeOptions<unknown, unknown>)
      const { startSubscription } = await import('./live/subscribe.js')
      const subscription = await startSubscription(client, hub, model, options, handler)
      live.open.add(subscription as LiveSubscription<unknown>)
      return subscription
    },
    tenant: (name) => city(connection.forTenant(name), live),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/**
 * Connects to a context broker.
 * @example const city = await connect('http://localhost:1026')
 */
export const connect = async (url: string, options: ConnectOptions = {}): Promise<City> =>
  city(await openConnection(url, options), { hubs: new Map(), open: new Set() })
