import { isIP } from 'node:net'
import type { MqttClient } from 'mqtt'
import { bareHost, isPrivateAddress } from '../http/address.js'
import type { Delivery, Message } from './delivery.js'

/** How long a connection without notifications is kept. */
const idleMs = 60_000

interface Connection {
  readonly client: Promise<MqttClient>
  timer: NodeJS.Timeout | undefined
}

interface Target {
  readonly server: string
  readonly topic: string
  readonly username: string | undefined
  readonly password: string | undefined
  readonly protocolVersion: 4 | 5
  readonly qos: 0 | 1 | 2
}

const targetOf = (message: Message): Target => {
  const url = new URL(message.uri)
  const port = url.port || (url.protocol === 'mqtts:' ? '8883' : '1883')
  const qos = Number(message.notifierInfo?.get('MQTT-QoS') ?? 0)
  return {
    server: `${url.protocol}//${url.hostname}:${port}`,
    topic: decodeURIComponent(url.pathname.slice(1)),
    username: url.username === '' ? undefined : decodeURIComponent(url.username),
    password: url.password === '' ? undefined : decodeURIComponent(url.password),
    protocolVersion: message.notifierInfo?.get('MQTT-Version') === 'mqtt3.1.1' ? 4 : 5,
    qos: qos === 1 || qos === 2 ? qos : 0,
  }
}

/** Makes the delivery over MQTT (CIM 009 7.2); mqtt is loaded with the first notification that needs it. */
export const createMqttDelivery = (allowPrivate: boolean | ((host: string) => boolean)): Delivery => {
  const connections = new Map<string, Connection>()

  const connect = async (target: Target, timeoutMs: number): Promise<MqttClient> => {
    const { connectAsync } = await import('mqtt')
    return connectAsync(target.server, {
      protocolVersion: target.protocolVersion,
      connectTimeout: timeoutMs,
      reconnectPeriod: 0,
      ...(target.username === undefined ? {} : { username: target.username }),
      ...(target.password === undefined ? {} : { password: target.password }),
    })
  }

  const connectionTo = (target: Target, timeoutMs: number): Connection => {
    const key = JSON.stringify([target.server, target.username, target.password, target.protocolVersion])
    const known = connections.get(key)
    const connection = known ?? { client: connect(target, timeoutMs), timer: undefined }
    connections.set(key, connection)
    const drop = (): void => {
      if (connections.get(key) === connection) connections.delete(key)
    }
    if (known === undefined) connection.client.then((client) => client.once('close', drop), drop)
    clearTimeout(connection.timer)
    connection.timer = setTimeout(() => {
      drop()
      connection.client.then((client) => client.end(), drop)
    }, idleMs)
    connection.timer.unref()
    return connection
  }

  const send = async (message: Message): Promise<void> => {
    const target = targetOf(message)
    const host = bareHost(new URL(message.uri))
    const allowed = typeof allowPrivate === 'function' ? allowPrivate(host) : allowPrivate
    if (!allowed && (isIP(host) === 0 ? host === 'localhost' : isPrivateAddress(host)))
      throw new Error(`${host} is a private address`)
    const client = await connectionTo(target, message.timeoutMs).client
    const payload = JSON.stringify({ metadata: message.headers, body: JSON.parse(message.body) as unknown })
    await client.publishAsync(target.topic, payload, { qos: target.qos })
  }

  return {
    send,
    close: () => {
      for (const { client, timer } of connections.values()) {
        clearTimeout(timer)
        client.then(
          (open) => open.end(true),
          () => undefined,
        )
      }
      connections.clear()
    },
  }
}
