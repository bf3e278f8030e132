import { describe, expect, test } from 'vitest'
import { killBroker, killImporter } from '../support/kill-run.js'

describe('kill -9 in the middle of an import', () => {
  test('of the importer: the same command again completes it, each entity once', {
    timeout: 240_000,
  }, async () => {
    const rounds = await killImporter(3, 2000, 7)
    expect(rounds.flatMap(({ wrong }) => wrong)).toEqual([])
  })

  test('of the broker: started again, the import goes on by itself', { timeout: 120_000 }, async () => {
    const rounds = await killBroker(1, 2000, 7)
    expect(rounds.flatMap(({ wrong }) => wrong)).toEqual([])
  })
})
