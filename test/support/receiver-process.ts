import { type ReceiveOptions, receive } from '../../src/receiver/receiver.js'

/**
 * A receiver in a process of its own, whose memory can be read. Argument: options as JSON, with `handleMs` for how long
 * a handler takes. Answers each message with its counts and its resident memory.
 */
const { handleMs = 0, ...options } = JSON.parse(process.argv[2] ?? '{}') as ReceiveOptions & {
  handleMs?: number
}
let handled = 0
const receiver = await receive({
  ...options,
  onNotification: async () => {
    if (handleMs > 0) await new Promise((done) => setTimeout(done, handleMs))
    handled += 1
  },
})
process.on('message', () => {
  process.send?.({ ...receiver.counts(), handled, rss: process.memoryUsage.rss() })
})
process.send?.({ port: receiver.port })
