import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIdSet } from '../../src/client/id-set.js'

const same = (id: string): string => id

test('behaves as a Set does, with many ids at a time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), { maxLength: 10 }),
      fc.nat({ max: 5000 }),
      (pages, reserved) => {
        const own = createIdSet()
        const real = new Set<string>()
        for (const [index, ids] of pages.entries()) {
          if (index === 1) own.reserve(reserved)
          const fresh = [...new Set(ids)].filter((id) => !real.has(id))
          expect(own.addAll(ids, same)).toEqual(fresh)
          for (const id of ids) real.add(id)
          for (const id of [...ids, `${ids[0] ?? ''}+`]) expect(own.has(id)).toBe(real.has(id))
        }
        expect(own.size()).toBe(real.size)
      },
    ),
    { numRuns: 100 },
  )
})

test('what a broker says of a total costs no memory without bound', () => {
  const set = createIdSet()
  set.reserve(Number.MAX_SAFE_INTEGER)
  expect(set.bytes()).toBeLessThan(128 * 2 ** 20)
  expect(set.addAll(['urn:x:1', 'urn:x:1', 'urn:x:2'], same)).toEqual(['urn:x:1', 'urn:x:2'])
})

test('takes at most 32 bytes per id, and tells 200,000 similar ids apart', () => {
  const set = createIdSet()
  let fresh = 0
  for (let n = 0; n < 200_000; n += 100) {
    const ids = Array.from(
      { length: 100 },
      (_, index) => `urn:ngsi-ld:OffStreetParking:municipality-of-somewhere:${n + index}`,
    )
    fresh += set.addAll(ids, same).length
    if (n > 2000) expect(set.bytes() / set.size()).toBeLessThanOrEqual(32)
  }
  expect(fresh).toBe(200_000)
  expect(set.addAll(['urn:ngsi-ld:OffStreetParking:municipality-of-somewhere:7'], same)).toEqual([])
})
