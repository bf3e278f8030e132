import { describe, expect, test } from 'vitest'
import { answering, type Load, runDialect } from '../support/dialect-run.js'

// The second of an id stands in the same batch, in the next one, or much later; sources are slow async generators.
const loads: readonly Load[] = ['upsert', 'replace', 'skipUnchanged', 'mixed', 'create', 'update', 'delete']

describe.each(answering.map((dialect, seed) => ({ dialect, seed })))(
  'at 30 % faults, before $dialect',
  ({ dialect, seed }) => {
    test.concurrent.each(loads)(
      '%s: the last value of each id is in, and each time that it stands in the source is told once',
      async (load) => {
        expect(await runDialect({ dialect, load, seed, count: 300, rate: 0.3 })).toEqual([])
      },
    )
  },
)
