import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { startChildReceiver } from './child-receiver.js'

/** What hostile senders led to. */
export interface HostileResult {
  readonly hostile: number
  readonly good: number
  /** Good notifications that were answered 200. */
  readonly served: number
  /** Hostile requests that were taken as notifications: must be none. */
  readonly takenIn: number
  readonly isAlive: boolean
  readonly grownMiB: number
  readonly slowestGoodMs: number
}

const secret = 'the-right-one'
const notification = JSON.stringify({
  id: 'urn:n:1',
  type: 'Notification',
  subscriptionId: 'urn:s:1',
  notifiedAt: '2026-01-01T00:00:00Z',
  data: [{ id: 'urn:ngsi-ld:T:1', type: 'T', a: { type: 'Property', value: 1 } }],
})
const head = (lines: readonly string[]): string =>
  `${['POST /notify HTTP/1.1', 'Host: x', ...lines].join('\r\n')}\r\n\r\n`
const signed = `X-City-Context-Secret: ${secret}`
const whole = (body: string, ...lines: readonly string[]): string =>
  head([...lines, `Content-Length: ${Buffer.byteLength(body)}`]) + body
const big = 'x'.repeat(200_000)

/** What is sent, and whether the sender then stays and says nothing. */
const attacks: readonly { readonly name: string; readonly text: string; readonly stays?: true }[] = [
  { name: 'no HTTP', text: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n' },
  { name: 'half JSON', text: whole('{"subscriptionId":"urn:s:1","data":[', signed) },
  { name: 'no notification', text: whole('[1,2,3]', signed) },
  { name: 'very deep', text: whole('['.repeat(100_000), signed) },
  {
    name: 'a prototype',
    text: whole('{"__proto__":{"data":[]},"constructor":{"prototype":{"x":1}}}', signed),
  },
  { name: 'too large, as declared', text: head([signed, 'Content-Length: 900000000']) + big },
  {
    name: 'too large, in chunks',
    text: `${head([signed, 'Transfer-Encoding: chunked'])}${(200_000).toString(16)}\r\n${big}\r\n`,
  },
  { name: 'both lengths', text: head([signed, 'Transfer-Encoding: chunked', 'Content-Length: 5']) },
  { name: 'headers without end', text: `POST /notify HTTP/1.1\r\nX: ${'y'.repeat(80_000)}` },
  { name: 'wrongly signed', text: whole(notification, 'X-City-Context-Secret: another') },
  { name: 'not signed', text: whole(notification) },
  { name: 'another path', text: whole(notification, signed).replace('/notify', '/../../etc/passwd') },
  { name: 'another method', text: whole(notification, signed).replace('POST', 'DELETE') },
  { name: 'slow headers', text: 'POST /notify HTTP/1.1\r\nHost: x\r\nX-Slow: ', stays: true },
  { name: 'slow body', text: head([signed, 'Content-Length: 100000']) + big.slice(0, 60_000), stays: true },
]

const attack = (port: number, number: number, staying: Set<Socket>): Promise<void> =>
  new Promise((resolve) => {
    const { text, stays } = attacks[number % attacks.length] ?? { text: '' }
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const patience = setTimeout(() => (stays ? resolve() : socket.destroy()), stays ? 5 : 3000)
    socket.on('data', () => socket.end())
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearTimeout(patience)
      staying.delete(socket)
      resolve()
    })
    if (stays) staying.add(socket)
  })

const sendGood = (port: number, agent: Agent): Promise<{ readonly status: number; readonly ms: number }> =>
  new Promise((resolve) => {
    const started = performance.now()
    const answer = (status: number): void => resolve({ status, ms: performance.now() - started })
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(notification.length),
      'X-City-Context-Secret': secret,
    }
    const sent = request(
      { port, host: '127.0.0.1', path: '/notify', method: 'POST', headers, agent },
      (reply) => {
        reply.resume()
        reply.on('end', () => answer(reply.statusCode ?? 0))
      },
    )
    sent.on('error', () => answer(0))
    sent.end(notification)
  })

/** Sends so many hostile requests to a receiver in its own process, and every tenth time a good notification. */
export const runHostile = async (hostile: number): Promise<HostileResult> => {
  const receiver = await startChildReceiver({ secret, maxBytes: 150_000, maxConnections: 300 })
  const keepAlive = new Agent({ keepAlive: true, maxSockets: 2 })
  const fresh = new Agent({ keepAlive: false })
  const staying = new Set<Socket>()
  for (let warm = 0; warm < 200; warm++) await sendGood(receiver.port, keepAlive)
  const { rss: before } = await receiver.facts()
  const together = 50
  let good = 200
  let served = 200
  let slowest = 0
  let highest = before
  for (let sent = 0; sent < hostile; sent += together) {
    const attackers = Array.from({ length: together }, (_, index) =>
      attack(receiver.port, sent + index, staying),
    )
    // Brokers that keep their connection, and brokers that come anew in the middle of it all.
    const answers = await Promise.all(
      [keepAlive, keepAlive, fresh, fresh, fresh].map((agent) => sendGood(receiver.port, agent)),
    )
    good += answers.length
    served += answers.filter(({ status }) => status === 200).length
    slowest = Math.max(slowest, ...answers.map(({ ms }) => ms))
    await Promise.all(attackers)
    if (sent % 500 === 0) highest = Math.max(highest, (await receiver.facts()).rss)
  }
  const { received, rss } = await receiver.facts()
  const isAlive = receiver.isAlive()
  for (const socket of staying) socket.destroy()
  keepAlive.destroy()
  fresh.destroy()
  receiver.close()
  return {
    hostile,
    good,
    served,
    takenIn: received - served,
    isAlive,
    grownMiB: (Math.max(highest, rss) - before) / 2 ** 20,
    slowestGoodMs: slowest,
  }
}
