import type { Extent, Reconciled } from './reconcile.js'

/** Runs comparisons one after the other. */
export interface Comparer {
  /** Gives a comparison that starts after the call: one that is going on may have read past what the caller means. */
  readonly ask: (extent: Extent) => Promise<Reconciled>
  /** Resolves when nothing runs, however that ended. */
  readonly idle: () => Promise<void>
}

interface Round {
  extent: Extent
  readonly result: Promise<Reconciled>
}

/** Makes a comparer; those who ask while one runs share the next one. */
export const createComparer = (compare: (extent: Extent) => Promise<Reconciled>): Comparer => {
  let running: Promise<unknown> = Promise.resolve()
  let next: Round | undefined
  return {
    ask: (extent) => {
      if (next !== undefined) {
        if (extent === 'all') next.extent = 'all'
        return next.result
      }
      const start = (): Promise<Reconciled> => {
        next = undefined
        return compare(round.extent)
      }
      const round: Round = { extent, result: running.then(start, start) }
      next = round
      running = round.result.catch(() => undefined)
      return round.result
    },
    idle: async () => {
      await running
    },
  }
}
