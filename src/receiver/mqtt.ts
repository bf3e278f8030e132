import { NetworkError, UsageError } from '../errors.js'
import { type Notification, readMqttNotification } from './notification.js'

/** How notifications are taken from an MQTT broker. */
export interface MqttReceiveOptions {
  /** `mqtt[s]://[user[:password]@]host[:port]/topic`, the address that the subscription names. */
  readonly url: string
  /** @default 1 */
  readonly qos?: 0 | 1 | 2 | undefined
  readonly clientId?: string | undefined
  /** Milliseconds to connect. @default 10000 */
  readonly timeoutMs?: number | undefined
  readonly onNotification: (notification: Notification) => void | Promise<void>
  /** Told of messages that are no notifications, and of handlers that throw. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** A running MQTT receiver; it connects again by itself when the connection is lost. */
export interface MqttReceiver {
  readonly topic: string
  readonly close: () => Promise<void>
}

const addressOf = (
  text: string,
): { readonly server: string; readonly shown: string; readonly topic: string } => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const topic = decodeURIComponent(url?.pathname.replace(/^\//, '') ?? '')
  if (
    url === undefined ||
    !/^mqtts?:$/.test(url.protocol) ||
    topic === '' ||
    url.hash !== '' ||
    /[#+?]/.test(text)
  )
    throw new UsageError('url must be mqtt[s]://host[:port]/topic without wildcards')
  const shown = `${url.protocol}//${url.host}`
  url.pathname = ''
  return { server: url.href, shown, topic }
}

/** Starts taking notifications from a topic; rejects with a NetworkError when the broker cannot be reached. */
export const receiveMqtt = async (options: MqttReceiveOptions): Promise<MqttReceiver> => {
  const { server, shown, topic } = addressOf(options.url)
  const { connectAsync } = await import('mqtt')
  const { qos = 1, timeoutMs = 10_000, clientId } = options
  const settings = {
    connectTimeout: timeoutMs,
    reconnectPeriod: 1000,
    ...(clientId === undefined ? {} : { clientId, clean: false }),
  }
  // Without retries for the first connection: a wrong address shows at once, a later loss is mended silently.
  const client = await connectAsync(server, settings, false).catch((error: NodeJS.ErrnoException) => {
    throw new NetworkError({
      method: 'CONNECT',
      url: shown,
      reason: error.message || String(error.code),
      code: error.code,
    })
  })
  // One after the other, so that changes of one entity keep their order.
  let tail: Promise<void> = Promise.resolve()
  const handle = async (payload: Buffer): Promise<void> => {
    try {
      const { notification } = readMqttNotification(JSON.parse(payload.toString('utf8')))
      await options.onNotification(notification)
    } catch (error) {
      options.onError?.(error)
    }
  }
  client.on('message', (_topic, payload) => {
    tail = tail.then(() => handle(payload))
  })
  client.on('error', (error) => options.onError?.(error))
  await client.subscribeAsync(topic, { qos })
  return {
    topic,
    close: async () => {
      await client.endAsync()
      await tail
    },
  }
}
