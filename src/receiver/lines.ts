/** Work in lines: one item after the other within a line, different lines side by side. */
export interface Lines<Item> {
  /** False when that line is full or all are closed; the item is not taken. */
  readonly push: (key: string, item: Item) => boolean
  readonly waiting: () => number
  /** Takes nothing new; resolves when what was taken is done. */
  readonly close: () => Promise<void>
}

/** Makes lines of at most so many waiting items each; a line exists only while something is in it. `work` must not reject. */
export const createLines = <Item>(limit: number, work: (item: Item) => Promise<void>): Lines<Item> => {
  const lines = new Map<string, Item[]>()
  const sleepers: (() => void)[] = []
  let waiting = 0
  let closed = false
  const drain = async (key: string, items: Item[]): Promise<void> => {
    for (let item = items[0]; item !== undefined; item = items[0]) {
      await work(item)
      items.shift()
      waiting -= 1
    }
    lines.delete(key)
    if (waiting === 0) for (const wake of sleepers.splice(0)) wake()
  }
  return {
    push: (key, item) => {
      const items = lines.get(key) ?? []
      if (closed || items.length >= limit) return false
      items.push(item)
      waiting += 1
      if (items.length > 1) return true
      lines.set(key, items)
      void drain(key, items)
      return true
    },
    waiting: () => waiting,
    close: async () => {
      closed = true
      if (waiting > 0) await new Promise<void>((resolve) => sleepers.push(resolve))
    },
  }
}
