import { describe, expect, test } from 'vitest'
import { brokenWriters, runFaults } from '../support/fault-run.js'

describe('a broker behind a bad network', () => {
  test.each([1, 2, 3])(
    'seed %d: at 20 % faults everything arrives and the account is exact',
    async (seed) => {
      const result = await runFaults(seed, 4000, 0.2)
      expect(result.wrong).toEqual([])
      expect(result.faults).toBeGreaterThan(0)
    },
  )

  test.each(Object.entries(brokenWriters))('the comparison notices a client that %s', async (_, writer) => {
    expect((await runFaults(1, 8000, 0.6, writer)).wrong.length).toBeGreaterThan(0)
  })
})
