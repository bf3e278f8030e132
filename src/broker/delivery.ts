import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP } from 'node:net'
import { bareHost, isPrivateAddress, publicLookup } from '../http/address.js'
import { post } from '../http/post.js'

/** A notification ready to be sent. */
export interface Message {
  readonly uri: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMs: number
  /** How the notifier is to send it, by name (MQTT-Version, MQTT-QoS). */
  readonly notifierInfo?: ReadonlyMap<string, string> | undefined
}

/** Sends notifications; rejects when a message was not taken. */
export interface Delivery {
  readonly send: (message: Message, signal: AbortSignal) => Promise<void>
  readonly close: () => void
}

/** Makes the delivery over HTTP. Receivers at private addresses are refused unless allowed; connections are kept. */
export const createHttpDelivery = (allowPrivate: boolean | ((host: string) => boolean)): Delivery => {
  const open = { keepAlive: true, maxSockets: 64 }
  const guarded = { ...open, lookup: publicLookup }
  const trusted = { http: new HttpAgent(open), https: new HttpsAgent(open) }
  const strange = { http: new HttpAgent(guarded), https: new HttpsAgent(guarded) }

  const send = async (message: Message, signal: AbortSignal): Promise<void> => {
    const host = bareHost(new URL(message.uri))
    const allowed = typeof allowPrivate === 'function' ? allowPrivate(host) : allowPrivate
    if (!allowed && isIP(host) !== 0 && isPrivateAddress(host))
      throw new Error(`${host} is a private address`)
    const agents = allowed ? trusted : strange
    const status = await post({
      url: message.uri,
      headers: message.headers,
      body: message.body,
      timeoutMs: message.timeoutMs,
      maxBytes: 65_536,
      httpAgent: agents.http,
      httpsAgent: agents.https,
      signal,
    })
    if (status < 200 || status > 299) throw new Error(`the receiver answered ${status}`)
  }

  return {
    send,
    close: () => {
      for (const agent of [trusted, strange].flatMap(({ http, https }) => [http, https])) agent.destroy()
    },
  }
}
