import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateFilter } from '../../src/query/evaluate.js'
import { parseFilter } from '../../src/query/parse.js'
import { printFilter } from '../../src/query/print.js'
import { naiveMatch } from '../support/naive-q.js'
import { randomAttributes, randomQ } from '../support/random-entities.js'

it('agrees with a second, naive reading of q on random entities and filters', () => {
  let matches = 0
  fc.assert(
    fc.property(randomAttributes, randomQ, (attributes, q) => {
      const entity = { id: 'urn:x:1', type: 'T', ...attributes }
      const expected = naiveMatch(entity, q)
      if (expected) matches += 1
      expect(evaluateFilter(parseFilter(q), entity)).toBe(expected)
      expect(evaluateFilter(parseFilter(printFilter(parseFilter(q))), entity)).toBe(expected)
    }),
    { numRuns: 5000 },
  )
  // A generator whose filters never match would prove nothing.
  expect(matches).toBeGreaterThan(500)
})
