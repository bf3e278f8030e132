import { randomBytes } from 'node:crypto'
import type { Notification } from '../receiver/notification.js'
import { type ReceiveOptions, type Receiver, receive } from '../receiver/receiver.js'

/** Where notifications come in, shared by the subscriptions of one connection. */
export interface HubOptions
  extends Pick<ReceiveOptions, 'host' | 'port' | 'path' | 'secret' | 'tls' | 'maxQueue'> {
  /** Address under which the broker reaches the receiver, where that is not the receiver's own. */
  readonly endpoint?: string | undefined
}

/** A running receiver that hands notifications to the subscription that they belong to. */
export interface Hub {
  readonly endpoint: string
  readonly secret: string
  readonly register: (
    subscriptionId: string,
    take: (notification: Notification) => Promise<void>,
  ) => () => void
  readonly receiver: Receiver
  readonly close: () => Promise<void>
}

/** Starts a hub; without a secret it makes one for as long as it runs. */
export const startHub = async (options: HubOptions): Promise<Hub> => {
  const secret = options.secret ?? randomBytes(24).toString('base64url')
  const takers = new Map<string, (notification: Notification) => Promise<void>>()
  const receiver = await receive({
    ...options,
    secret,
    onNotification: async (notification) => takers.get(notification.subscriptionId)?.(notification),
  })
  return {
    endpoint: options.endpoint ?? receiver.url,
    secret,
    receiver,
    register: (id, take) => {
      takers.set(id, take)
      return () => takers.delete(id)
    },
    close: receiver.close,
  }
}
