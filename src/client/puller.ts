import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

/** What waiting for the source led to. */
type Pulled = IteratorResult<unknown> | 'interrupted'

/** A source as it is pulled. */
export interface Puller {
  /** The next value, unless something else happens first; the value then comes with the next call. */
  readonly next: (interruptions: () => readonly Promise<unknown>[]) => Pulled | Promise<Pulled>
  /** The value that came while something else happened; undefined where none has come. */
  readonly late: () => Promise<IteratorResult<unknown> | undefined>
  readonly close: () => Promise<void>
}

/** Makes the puller of a source. */
export const createPuller = (source: Iterable<unknown> | AsyncIterable<unknown>): Puller => {
  if (!(Symbol.asyncIterator in source)) {
    const iterator = source[Symbol.iterator]()
    return {
      next: () => iterator.next(),
      late: async () => undefined,
      close: async () => void iterator.return?.(),
    }
  }
  const iterator = source[Symbol.asyncIterator]()
  let pending: Promise<IteratorResult<unknown>> | undefined
  return {
    next: async (interruptions) => {
      pending ??= iterator.next()
      const result = await Promise.race([
        pending,
        ...interruptions().map((event) => event.then(() => undefined)),
      ])
      if (result === undefined) return 'interrupted'
      pending = undefined
      return result
    },
    late: async () => {
      const result = await Promise.race([pending, setImmediate(undefined)])
      if (result !== undefined) pending = undefined
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
