import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ReceiveOptions } from '../../src/receiver/receiver.js'

/** What a receiver in another process says of itself. */
export interface ReceiverFacts {
  readonly received: number
  readonly refused: number
  readonly overflowed: number
  readonly waiting: number
  readonly handled: number
  /** Bytes. */
  readonly rss: number
}

/** A receiver in a process of its own. */
export interface ChildReceiver {
  readonly port: number
  readonly isAlive: () => boolean
  readonly facts: () => Promise<ReceiverFacts>
  readonly close: () => void
}

/** Starts a receiver in a process of its own. */
export const startChildReceiver = async (
  options: ReceiveOptions & { readonly handleMs?: number },
): Promise<ChildReceiver> => {
  const file = fileURLToPath(new URL('./receiver-process.ts', import.meta.url))
  const child = fork(file, [JSON.stringify(options)], { execArgv: ['--import', 'tsx'] })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    port,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    facts: async () => {
      const answer = once(child, 'message')
      child.send('facts')
      return (await answer)[0] as ReceiverFacts
    },
    close: () => void child.kill(),
  }
}
