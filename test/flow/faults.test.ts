import { describe, expect, test } from 'vitest'
import { brokenWriter, runFaults } from '../support/fault-run.js'

describe('a broker behind a bad network', () => {
  test.each([1, 2, 3])(
    'seed %d: at 20 % faults everything arrives and the account is exact',
    async (seed) => {
      const result = await runFaults(seed, 4000, 0.2)
      expect(result.wrong).toEqual([])
      expect(result.faults).toBeGreaterThan(0)
    },
  )

  test('the comparison notices a client that never repeats and takes every answer for a success', async () => {
    expect((await runFaults(1, 4000, 0.2, brokenWriter)).wrong.length).toBeGreaterThan(0)
  })
})
