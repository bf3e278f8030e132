import { describe, expect, test } from 'vitest'
import { runHostile } from '../support/hostile-run.js'
import { runLoss } from '../support/loss-run.js'
import { runRace } from '../support/race-run.js'

describe('notifications that get lost, doubled, reordered and late, and a consumer that is killed', () => {
  test('after comparing, the picture is the broker’s and nothing went back', {
    timeout: 60_000,
  }, async () => {
    const result = await runLoss({ seed: 1, changes: 1500, kills: 2 })
    expect(result.wrong).toEqual([])
    expect(result.relay.dropped).toBeGreaterThan(0)
    expect(result.reconciled).toBeGreaterThan(0)
  })

  test('a consumer that never compares is noticed', { timeout: 60_000 }, async () => {
    const { wrong } = await runLoss({ seed: 1, changes: 400, kills: 1, compares: false })
    expect(wrong.length).toBeGreaterThan(0)
  })
})

test('two processes with one name at the same moment: one subscription', { timeout: 60_000 }, async () => {
  expect(await runRace(10)).toMatchObject({ rounds: 10, single: 10 })
})

test('hostile senders: never down, never taken in, good ones served', { timeout: 60_000 }, async () => {
  const result = await runHostile(600)
  expect(result).toMatchObject({ isAlive: true, takenIn: 0, served: result.good })
  expect(result.grownMiB).toBeLessThan(192)
})
