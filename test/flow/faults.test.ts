import { describe, expect, test } from 'vitest'
import { faults } from '../support/fault-proxy.js'
import { brokenWriters, libraryWriter, runFaults, runOperation } from '../support/fault-run.js'

describe('a broker behind a bad network', () => {
  test('at 20 % faults everything arrives and the account is exact; every kind of fault was met', async () => {
    const met = new Set<string>()
    for (const seed of [1, 2, 3]) {
      const result = await runFaults(seed, 6000, 0.2, libraryWriter(40))
      expect({ seed, wrong: result.wrong }).toEqual({ seed, wrong: [] })
      const { created = 0, updated = 0, written = 0 } = result.outcomes
      expect(created + updated + written).toBe(6000)
      for (const kind of result.kinds) met.add(kind)
    }
    expect([...met].sort()).toEqual([...faults].sort())
  })

  test.each(
    (['create', 'update', 'delete'] as const).flatMap((operation) =>
      [1, 2, 3].map((seed) => ({ operation, seed })),
    ),
  )('$operation, seed $seed: the same', async ({ operation, seed }) => {
    expect(await runOperation(operation, seed, 4000, 0.4)).toEqual([])
  })

  test.each(Object.entries(brokenWriters))('the comparison notices a client that %s', async (_, writer) => {
    expect((await runFaults(1, 8000, 0.6, writer)).wrong.length).toBeGreaterThan(0)
  })
})
