/** Entries of a column of an index, sorted by key: finds and counts ranges without looking at every entry. */
export interface SortedColumn<Key extends number | string, Item> {
  readonly add: (key: Key, item: Item) => void
  readonly remove: (key: Key, item: Item) => void
  /** Number of entries in a range, ends included; an open end is undefined. */
  readonly count: (from: Key | undefined, to: Key | undefined) => number
  /** Items in a range, ends included. */
  readonly range: (from: Key | undefined, to: Key | undefined) => Iterable<Item>
}

interface Block<Key, Item> {
  readonly keys: Key[]
  readonly items: Item[]
}

// Inserting moves at most this many entries; measured: 256 to 1,024 make no difference at 1,000,000 entries.
const blockSize = 512

/** First index whose key is not below (or, with `after`, above) the given one. */
const lowerBound = <Key>(keys: readonly Key[], key: Key, after: boolean): number => {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const found = keys[middle] as Key
    if (found < key || (after && found === key)) low = middle + 1
    else high = middle
  }
  return low
}

/** Makes a column; entries given at the start need not be sorted. */
export const createSortedColumn = <Key extends number | string, Item>(
  entries: readonly (readonly [Key, Item])[],
): SortedColumn<Key, Item> => {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const blocks: Block<Key, Item>[] = []
  for (let start = 0; start < sorted.length; start += blockSize) {
    const part = sorted.slice(start, start + blockSize)
    blocks.push({ keys: part.map(([key]) => key), items: part.map(([, item]) => item) })
  }

  /** First block that may hold the key: the last key of every earlier block is below it. */
  const blockOf = (key: Key, after: boolean): number => {
    let low = 0
    let high = blocks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const last = blocks[middle]?.keys.at(-1) as Key
      if (last < key || (after && last === key)) low = middle + 1
      else high = middle
    }
    return low
  }

  const split = (index: number, block: Block<Key, Item>): void => {
    const half = block.keys.length >>> 1
    blocks.splice(index + 1, 0, { keys: block.keys.splice(half), items: block.items.splice(half) })
  }

  const add = (key: Key, item: Item): void => {
    const index = Math.min(blockOf(key, false), blocks.length - 1)
    const block = blocks[index]
    if (block === undefined) {
      blocks.push({ keys: [key], items: [item] })
      return
    }
    const at = lowerBound(block.keys, key, true)
    block.keys.splice(at, 0, key)
    block.items.splice(at, 0, item)
    if (block.keys.length > blockSize * 2) split(index, block)
  }

  const removeFrom = (index: number, key: Key, item: Item): boolean => {
    const block = blocks[index]
    if (block === undefined) return true
    for (let at = lowerBound(block.keys, key, false); block.keys[at] === key; at += 1)
      if (block.items[at] === item) {
        block.keys.splice(at, 1)
        block.items.splice(at, 1)
        if (block.keys.length === 0) blocks.splice(index, 1)
        return true
      }
    return block.keys.at(-1) !== key
  }

  const remove = (key: Key, item: Item): void => {
    for (let index = blockOf(key, false); !removeFrom(index, key, item); index += 1);
  }

  const start = (from: Key | undefined): readonly [number, number] => {
    if (from === undefined) return [0, 0]
    const index = blockOf(from, false)
    return [index, lowerBound(blocks[index]?.keys ?? [], from, false)]
  }

  const end = (to: Key | undefined): readonly [number, number] => {
    if (to === undefined) return [blocks.length, 0]
    const index = blockOf(to, true)
    return [index, lowerBound(blocks[index]?.keys ?? [], to, true)]
  }

  const isEmpty = (from: Key | undefined, to: Key | undefined): boolean =>
    from !== undefined && to !== undefined && from > to

  const count = (from: Key | undefined, to: Key | undefined): number => {
    if (isEmpty(from, to)) return 0
    const [firstBlock, first] = start(from)
    const [lastBlock, last] = end(to)
    let total = last - first
    for (let index = firstBlock; index < lastBlock; index += 1) total += blocks[index]?.keys.length ?? 0
    return total
  }

  function* range(from: Key | undefined, to: Key | undefined): Iterable<Item> {
    if (isEmpty(from, to)) return
    const [firstBlock, first] = start(from)
    const [lastBlock, last] = end(to)
    for (let index = firstBlock; index <= lastBlock; index += 1) {
      const items = blocks[index]?.items ?? []
      yield* items.slice(index === firstBlock ? first : 0, index === lastBlock ? last : undefined)
    }
  }

  return { add, remove, count, range }
}
