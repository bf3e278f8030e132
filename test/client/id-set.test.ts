import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createIdSet } from '../../src/client/id-set.js'

test('behaves as a Set does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 3000 }), (ids) => {
      const own = createIdSet()
      const real = new Set<string>()
      for (const id of ids) {
        expect(own.add(id)).toBe(!real.has(id))
        real.add(id)
      }
      expect(own.size()).toBe(real.size)
    }),
    { numRuns: 30 },
  )
})

test('takes at most 32 bytes per id, and tells 200,000 similar ids apart', () => {
  const set = createIdSet()
  let fresh = 0
  for (let n = 0; n < 200_000; n++) {
    if (set.add(`urn:ngsi-ld:OffStreetParking:municipality-of-somewhere:${n}`)) fresh += 1
    if (n > 2000 && n % 997 === 0) expect(set.bytes() / set.size()).toBeLessThanOrEqual(32)
  }
  expect(fresh).toBe(200_000)
  expect(set.add('urn:ngsi-ld:OffStreetParking:municipality-of-somewhere:7')).toBe(false)
})
