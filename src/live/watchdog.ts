/** Calls a task at intervals, and sooner when someone asks for it. */
export interface Watchdog {
  /** Has the task run soon, once for all who ask meanwhile. */
  readonly nudge: () => void
  /** Resolves when the task that runs is done; none follows. */
  readonly stop: () => Promise<void>
}

/** Milliseconds between being asked and acting, so that a burst of reasons leads to one task. */
const nudgeMs = 1000

/** Starts a watchdog; an interval of 0 never acts, not even when nudged. The task must not reject. */
export const startWatchdog = (intervalMs: number, task: (round: number) => Promise<void>): Watchdog => {
  let stopped = intervalMs <= 0
  let round = 0
  let timer: NodeJS.Timeout | undefined
  let dueAt = Number.POSITIVE_INFINITY
  let running: Promise<void> | undefined
  let isNudged = false

  const arm = (ms: number): void => {
    if (stopped || Date.now() + ms >= dueAt) return
    clearTimeout(timer)
    dueAt = Date.now() + ms
    timer = setTimeout(fire, ms)
  }
  const fire = (): void => {
    dueAt = Number.POSITIVE_INFINITY
    isNudged = false
    round += 1
    running = task(round).then(() => {
      running = undefined
      arm(isNudged ? Math.min(nudgeMs, intervalMs) : intervalMs)
    })
  }
  arm(intervalMs)
  return {
    nudge: () => {
      isNudged = true
      if (running === undefined) arm(Math.min(nudgeMs, intervalMs))
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
