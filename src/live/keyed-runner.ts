/** Runs tasks: those of one key one after the other, those of different keys at once, up to a limit. */
export interface KeyedRunner {
  /** Takes a task; resolves when there is room for the next, so that whoever feeds it slows down. */
  readonly run: (key: string, task: () => Promise<void>) => Promise<void>
  /** Resolves when everything taken is done. */
  readonly idle: () => Promise<void>
  readonly waiting: () => number
}

/** Makes a runner; tasks must not reject. */
export const createKeyedRunner = (concurrency: number, maxWaiting: number): KeyedRunner => {
  const tails = new Map<string, Promise<void>>()
  const slots: (() => void)[] = []
  const room: (() => void)[] = []
  const quiet: (() => void)[] = []
  let running = 0
  let waiting = 0
  const enter = async (): Promise<void> => {
    if (running < concurrency) running += 1
    else await new Promise<void>((resolve) => slots.push(resolve))
  }
  const leave = (): void => {
    const next = slots.shift()
    if (next === undefined) running -= 1
    else next()
    waiting -= 1
    room.shift()?.()
    if (waiting === 0) for (const resolve of quiet.splice(0)) resolve()
  }
  const work = async (before: Promise<void> | undefined, task: () => Promise<void>): Promise<void> => {
    await before
    await enter()
    try {
      await task()
    } finally {
      leave()
    }
  }
  return {
    run: async (key, task) => {
      while (waiting >= maxWaiting) await new Promise<void>((resolve) => room.push(resolve))
      waiting += 1
      const tail = work(tails.get(key), task).finally(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      tails.set(key, tail)
    },
    idle: () => (waiting === 0 ? Promise.resolve() : new Promise((resolve) => quiet.push(resolve))),
    waiting: () => waiting,
  }
}
