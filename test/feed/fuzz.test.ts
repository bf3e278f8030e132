import { describe, expect, it } from 'vitest'
import { fuzzFeeds } from '../support/spoiled-feeds.js'

describe('broken sources and mappings', () => {
  it('never crash an import, and never vanish: each row is an entity or has its reason', async () => {
    const { faults, inputs, refused, read, entities, rejected } = await fuzzFeeds(900, 7)
    expect(faults).toEqual([])
    expect(refused + read).toBe(inputs)
    expect(Math.min(refused, read, entities, rejected)).toBeGreaterThan(100)
  }, 60_000)
})
