import { NetworkError, UsageError } from '../errors.js'
import { isSecretRight, secretDigest, secretHeader } from './listener.js'
import { type Notification, readMqttNotification } from './notification.js'

/** How notifications are taken from an MQTT broker. */
export interface MqttReceiveOptions {
  /** `mqtt[s]://[user[:password]@]host[:port]/topic`, the address that the subscription names. */
  readonly url: string
  /** @default 1 */
  readonly qos?: 0 | 1 | 2 | undefined
  /** Messages without it among their metadata are refused. */
  readonly secret?: string | undefined
  readonly clientId?: string | undefined
  /** Milliseconds to connect. @default 10000 */
  readonly timeoutMs?: number | undefined
  /** Called for one message after the other; a message of QoS 1 or 2 is acknowledged when it returns. */
  readonly onNotification: (notification: Notification) => void | Promise<void>
  /** Told of messages that are no notifications, and of handlers that throw. */
  readonly onError?: ((error: unknown) => void) | undefined
  /** Told when the connection is back after it was lost. */
  readonly onReconnect?: (() => void) | undefined
}

/** A running MQTT receiver; it connects again by itself when the connection is lost. */
export interface MqttReceiver {
  /** The address without user and password. */
  readonly url: string
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
  const secret = options.secret === undefined ? undefined : secretDigest(options.secret)
  const handle = async (payload: Buffer | string): Promise<void> => {
    try {
      const { notification, headers } = readMqttNotification(JSON.parse(payload.toString()))
      if (!isSecretRight(secret, headers[secretHeader.toLowerCase()]))
        throw new UsageError(`a message on ${topic} does not carry the secret of the subscription`)
      await options.onNotification(notification)
    } catch (error) {
      options.onError?.(error)
    }
  }
  // Instead of the event: the next message is read when this one is handled, so that nothing piles up here.
  client.handleMessage = ({ payload }, done) => {
    handle(payload).then(() => done(), done)
  }
  client.on('error', (error) => options.onError?.(error))
  // The first connection was made before anyone listened here.
  client.on('connect', () => options.onReconnect?.())
  await client.subscribeAsync(topic, { qos })
  return { url: `${shown}/${topic}`, topic, close: () => client.endAsync() }
}
