import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Socket } from 'node:net'
import { longestTimerMs } from './exchange.js'

/** Certificates for mutual TLS and for authorities that the system does not know; PEM texts. */
export interface Tls {
  readonly ca?: string | readonly string[] | undefined
  readonly cert?: string | undefined
  readonly key?: string | undefined
  readonly passphrase?: string | undefined
}

/** The connection pools of one transport. */
export interface Agents {
  readonly httpAgent: HttpAgent
  readonly httpsAgent: HttpsAgent
  readonly close: () => void
}

type Connector = { createConnection: (...given: never[]) => Socket | undefined | null }

/** Gives up connecting after a while; Node itself waits for the system, which takes minutes. */
const limitConnect = (agent: Connector, connectTimeoutMs: number): void => {
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (...given) => {
    const socket = connect(...given)
    if (socket === undefined || socket === null || !socket.connecting) return socket
    const timer = setTimeout(
      () => {
        const reason = `no connection within ${connectTimeoutMs} ms`
        socket.destroy(Object.assign(new Error(reason), { code: 'ECONNECTTIMEOUT' }))
      },
      Math.min(connectTimeoutMs, longestTimerMs),
    )
    const stop = (): void => clearTimeout(timer)
    socket.once('connect', stop).once('close', stop)
    return socket
  }
}

const tlsOptions = (tls: Tls): { ca?: string[]; cert?: string; key?: string; passphrase?: string } => ({
  ...(tls.ca === undefined ? {} : { ca: [tls.ca].flat() as string[] }),
  ...(tls.cert === undefined ? {} : { cert: tls.cert }),
  ...(tls.key === undefined ? {} : { key: tls.key }),
  ...(tls.passphrase === undefined ? {} : { passphrase: tls.passphrase }),
})

/** Makes keep-alive pools; a socket that is idle for `idleMs` is closed, one that waits for an answer is not. */
export const createAgents = (
  maxSockets: number,
  connectTimeoutMs: number,
  tls: Tls = {},
  idleMs = 25_000,
): Agents => {
  const pool = {
    keepAlive: true,
    // Idle sockets end before the usual 30 s idle limit of brokers and proxies, so that few requests meet a closed one;
    // without a limit of its own Node does not look at the one that a server names in its Keep-Alive header.
    timeout: idleMs,
    maxSockets,
    maxFreeSockets: maxSockets,
    // As axios sets it for every request: another value here would cost two system calls each time.
    keepAliveMsecs: 60_000,
    scheduling: 'lifo',
  } as const
  const httpAgent = new HttpAgent(pool)
  const httpsAgent = new HttpsAgent({ ...pool, ...tlsOptions(tls) })
  limitConnect(httpAgent as unknown as Connector, connectTimeoutMs)
  limitConnect(httpsAgent as unknown as Connector, connectTimeoutMs)
  return {
    httpAgent,
    httpsAgent,
    close: () => {
      httpAgent.destroy()
      httpsAgent.destroy()
    },
  }
}
