import { type Client, createClient } from './client/client.js'
import { type Connection, type ConnectOptions, openConnection } from './client/connection.js'

/** A broker as an object, with its live side; `close` ends subscriptions and sockets. */
export interface City extends Client {
  /** A view for another tenant; it shares connections and what is known of the broker. */
  tenant(name: string | undefined): City
  /** Ends what this connection runs and holds; further calls are refused. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const city = (connection: Connection): City => {
  const close = async (): Promise<void> => connection.close()
  return {
    ...createClient(connection),
    tenant: (name) => city(connection.forTenant(name)),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/**
 * Connects to a context broker.
 * @example const city = await connect('http://localhost:1026')
 */
export const connect = async (url: string, options: ConnectOptions = {}): Promise<City> =>
  city(await openConnection(url, options))
