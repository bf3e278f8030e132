import { describe, expect, test } from 'vitest'
import { runLoss } from '../support/loss-run.js'

describe('notifications that get lost, doubled and delayed', () => {
  test.each([1, 2])('seed %d: after comparing, the picture is the broker’s', async (seed) => {
    const result = await runLoss(seed, 300)
    expect(result.wrong).toEqual([])
    expect(result.dropped).toBeGreaterThan(0)
    expect(result.reconciled).toBeGreaterThan(0)
  })

  test('a consumer that never compares is noticed', async () => {
    expect((await runLoss(1, 200, false)).wrong.length).toBeGreaterThan(0)
  })
})
