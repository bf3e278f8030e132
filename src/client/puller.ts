import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

/** What waiting for the source led to. */
export type Pulled = IteratorResult<unknown> | 'interrupted'

/** A source as it is pulled. */
export interface Puller {
  /** Its values are there at once: `next` gives them as they are, without a promise. */
  readonly isAtHand: boolean
  /** The next value, unless the waiting is interrupted first; the value then comes with the next call. */
  readonly next: () => Pulled | Promise<Pulled>
  /** Ends the waiting for the source, or the next one. */
  readonly interrupt: () => void
  /** The value that came while something else happened; undefined where none has come. */
  readonly late: () => Promise<IteratorResult<unknown> | undefined>
  readonly close: () => Promise<void>
}

const fromIterator = (iterator: Iterator<unknown>): Puller => ({
  isAtHand: true,
  next: () => iterator.next(),
  interrupt: () => undefined,
  late: async () => undefined,
  close: async () => void iterator.return?.(),
})

type Arrival = { readonly result: IteratorResult<unknown> } | { readonly error: unknown }

/** Makes the puller of a source. */
export const createPuller = (source: Iterable<unknown> | AsyncIterable<unknown>): Puller => {
  if (!(Symbol.asyncIterator in source)) return fromIterator(source[Symbol.iterator]())
  const iterator = source[Symbol.asyncIterator]()
  let pending: Promise<void> | undefined
  let arrived: Arrival | undefined
  let interrupted = false
  let wake = (): void => undefined
  const ask = async (): Promise<void> => {
    try {
      arrived = { result: await iterator.next() }
    } catch (error) {
      arrived = { error }
    }
    pending = undefined
    wake()
  }
  return {
    isAtHand: false,
    // Not by Promise.race: each value would leave something with promises that last as long as the load, 650 bytes of it.
    next: async () => {
      if (arrived === undefined) pending ??= ask()
      if (arrived === undefined && !interrupted)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const arrival = arrived
      arrived = undefined
      if (arrival === undefined) {
        interrupted = false
        return 'interrupted'
      }
      if ('error' in arrival) throw arrival.error
      return arrival.result
    },
    interrupt: () => {
      interrupted = true
      wake()
    },
    late: async () => {
      if (pending !== undefined) await setImmediate()
      // A source that fails by now fails by what ends the load.
      const result = arrived !== undefined && 'result' in arrived ? arrived.result : undefined
      arrived = undefined
      return result
    },
    close: async () => {
      if (pending === undefined) return void (await iterator.return?.())
      // A source that hangs must not keep the operation from ending.
      void pending.then(() => iterator.return?.()).catch(() => undefined)
      if (source instanceof Readable) source.destroy()
    },
  }
}
