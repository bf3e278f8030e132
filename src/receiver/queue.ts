/** A bounded queue between those who receive and those who work. */
export interface Queue<Item> {
  /** False when it is full; the item is not taken. */
  readonly push: (item: Item) => boolean
  /** The next item; undefined when it is closed and empty. */
  readonly take: () => Promise<Item | undefined>
  readonly size: () => number
  /** Puts an item in as soon as there is room; false when the queue was closed before. */
  readonly put: (item: Item) => Promise<boolean>
  /** Lets waiting takers go once what is in it has been taken. */
  readonly close: () => void
}

/** Makes a queue that holds at most so many items. */
export const createQueue = <Item>(limit: number): Queue<Item> => {
  const items: Item[] = []
  const waiting: ((item: Item | undefined) => void)[] = []
  const senders: (() => void)[] = []
  let closed = false
  const push = (item: Item): boolean => {
    if (closed || items.length >= limit) return false
    const taker = waiting.shift()
    if (taker === undefined) items.push(item)
    else taker(item)
    return true
  }
  return {
    push,
    put: async (item) => {
      while (!push(item)) {
        if (closed) return false
        await new Promise<void>((resolve) => senders.push(resolve))
      }
      return true
    },
    take: () => {
      senders.shift()?.()
      if (items.length > 0) return Promise.resolve(items.shift())
      if (closed) return Promise.resolve(undefined)
      return new Promise((resolve) => waiting.push(resolve))
    },
    size: () => items.length,
    close: () => {
      closed = true
      for (const taker of waiting.splice(0)) taker(undefined)
      for (const sender of senders.splice(0)) sender()
    },
  }
}
