import { Agent, request } from 'node:http'
import { startChildReceiver } from './child-receiver.js'

/** One look at a receiver whose handler is slower than its sender. */
export interface MemorySample {
  readonly seconds: number
  readonly sent: number
  readonly handled: number
  readonly waiting: number
  readonly refused: number
  readonly rssMiB: number
}

const body = JSON.stringify({
  id: 'urn:n:1',
  type: 'Notification',
  subscriptionId: 'urn:s:1',
  notifiedAt: '2026-01-01T00:00:00Z',
  data: Array.from({ length: 20 }, (_, n) => ({
    id: `urn:ngsi-ld:T:${n}`,
    type: 'T',
    text: { type: 'Property', value: 'x'.repeat(900) },
  })),
})

const send = (port: number, agent: Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }
    const sent = request(
      { port, host: '127.0.0.1', path: '/notify', method: 'POST', headers, agent },
      (reply) => {
        reply.resume()
        reply.on('end', resolve)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

/** Sends notifications of 20 entities as fast as they are answered to a receiver whose handler takes 20 ms each. */
export const runSlowHandler = async (seconds: number): Promise<readonly MemorySample[]> => {
  const receiver = await startChildReceiver({ handleMs: 20 })
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const samples: MemorySample[] = []
  const started = performance.now()
  let sent = 0
  const look = async (): Promise<void> => {
    const { handled, waiting, overflowed, rss } = await receiver.facts()
    const elapsed = (performance.now() - started) / 1000
    samples.push({ seconds: elapsed, sent, handled, waiting, refused: overflowed, rssMiB: rss / 2 ** 20 })
  }
  await look()
  for (let second = 1; second <= seconds; second++) {
    while (performance.now() - started < second * 1000) {
      await Promise.all(Array.from({ length: 8 }, () => send(receiver.port, agent)))
      sent += 8
    }
    await look()
  }
  agent.destroy()
  receiver.close()
  return samples
}
