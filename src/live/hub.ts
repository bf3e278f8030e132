import { randomBytes } from 'node:crypto'
import { type MqttReceiver, receiveMqtt } from '../receiver/mqtt.js'
import type { Notification } from '../receiver/notification.js'
import { type ReceiveOptions, type Receiver, receive } from '../receiver/receiver.js'

/** How notifications come over MQTT. */
export interface MqttOptions {
  /** Address under which this process reaches the MQTT broker and topic, where that is not the endpoint. */
  readonly url?: string | undefined
  /** @default 1 */
  readonly qos?: 0 | 1 | 2 | undefined
  /** What the context broker is to speak. @default 'mqtt3.1.1', which every MQTT broker knows */
  readonly version?: 'mqtt3.1.1' | 'mqtt5.0' | undefined
}

/** Where notifications come in, shared by the subscriptions of one connection. */
export interface HubOptions
  extends Pick<
    ReceiveOptions,
    'host' | 'port' | 'path' | 'secret' | 'tls' | 'maxQueue' | 'maxMemory' | 'maxConnections'
  > {
  /** Address under which the broker reaches the receiver, where that is not the receiver's own; `mqtt[s]://host/topic` for MQTT. */
  readonly endpoint?: string | undefined
  readonly mqtt?: MqttOptions | undefined
}

/** What a subscription does with what comes in for it. */
export interface Taker {
  /** The tenant of the subscription; subscriptions of different tenants may have the same id. */
  readonly tenant: string | undefined
  readonly take: (notification: Notification) => Promise<void>
  /** Something was refused because there was no room. */
  readonly lost: () => void
  readonly failed: (error: unknown) => void
}

/** A running receiver that hands notifications to the subscription that they belong to. */
export interface Hub {
  readonly endpoint: string
  readonly secret: string
  readonly notifierInfo: Readonly<Record<string, string>> | undefined
  readonly register: (subscriptionId: string, taker: Taker) => () => void
  /** Where notifications come in at this process. */
  readonly receiverUrl: string
  readonly close: () => Promise<void>
}

interface Directory {
  readonly register: Hub['register']
  readonly of: (notification: Notification) => Taker | undefined
  readonly all: () => readonly Taker[]
}

const createDirectory = (): Directory => {
  const takers = new Map<string, Set<Taker>>()
  return {
    register: (id, taker) => {
      const set = takers.get(id) ?? new Set()
      takers.set(id, set.add(taker))
      return () => {
        set.delete(taker)
        if (set.size === 0) takers.delete(id)
      }
    },
    of: ({ subscriptionId, tenant = '' }) => {
      const all = [...(takers.get(subscriptionId) ?? [])]
      // Brokers write tenants in their own case, and some none for the default one.
      return all.length === 1
        ? all[0]
        : all.find((taker) => (taker.tenant ?? '').toLowerCase() === tenant.toLowerCase())
    },
    all: () => [...takers.values()].flatMap((set) => [...set]),
  }
}

const isMqtt = (address: string | undefined): address is string => /^mqtts?:/i.test(address ?? '')

const startMqtt = (options: HubOptions, secret: string, directory: Directory): Promise<MqttReceiver> =>
  receiveMqtt({
    url: options.mqtt?.url ?? options.endpoint ?? '',
    qos: options.mqtt?.qos,
    secret,
    onNotification: (notification) => directory.of(notification)?.take(notification),
    onError: (error) => {
      for (const taker of directory.all()) taker.failed(error)
    },
    // What was published while the connection was away came to nobody.
    onReconnect: () => {
      for (const taker of directory.all()) taker.lost()
    },
  })

const startHttp = (options: HubOptions, secret: string, directory: Directory): Promise<Receiver> =>
  receive({
    ...options,
    secret,
    onNotification: (notification) => directory.of(notification)?.take(notification),
    // What was not read cannot be told apart: every subscription of this receiver may have lost something.
    onOverflow: () => {
      for (const taker of directory.all()) taker.lost()
    },
    onError: (error, notification) => directory.of(notification)?.failed(error),
  })

/** Starts a hub, over MQTT where the endpoint says so; without a secret it makes one for as long as it runs. */
export const startHub = async (options: HubOptions): Promise<Hub> => {
  const secret = options.secret ?? randomBytes(24).toString('base64url')
  const directory = createDirectory()
  const { endpoint, mqtt } = options
  if (isMqtt(endpoint)) {
    const receiver = await startMqtt(options, secret, directory)
    return {
      endpoint,
      secret,
      notifierInfo: { 'MQTT-QoS': String(mqtt?.qos ?? 1), 'MQTT-Version': mqtt?.version ?? 'mqtt3.1.1' },
      receiverUrl: receiver.url,
      register: directory.register,
      close: receiver.close,
    }
  }
  const receiver = await startHttp(options, secret, directory)
  return {
    endpoint: endpoint ?? receiver.url,
    secret,
    notifierInfo: undefined,
    receiverUrl: receiver.url,
    register: directory.register,
    close: receiver.close,
  }
}
