import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateFilter } from '../../src/query/evaluate.js'
import { parseFilter } from '../../src/query/parse.js'
import { printFilter } from '../../src/query/print.js'
import { naiveMatch } from '../support/naive-q.js'
import { randomAttributes, randomLinkedQ, randomQ } from '../support/random-entities.js'

describe('q on random entities', () => {
  it('agrees with a second, naive reading', () => {
    let matches = 0
    fc.assert(
      fc.property(randomAttributes, randomQ, (attributes, q) => {
        const entity = { id: 'urn:x:1', type: 'T', ...attributes }
        const expected = naiveMatch(entity, q)
        if (expected) matches += 1
        expect(evaluateFilter(parseFilter(q), entity)).toBe(expected)
        expect(evaluateFilter(parseFilter(printFilter(parseFilter(q))), entity)).toBe(expected)
      }),
      { numRuns: 10_000 },
    )
    // A generator whose filters never match would prove nothing.
    expect(matches).toBeGreaterThan(1000)
  })

  it('agrees with it through relationships too', () => {
    let matches = 0
    fc.assert(
      fc.property(randomAttributes, randomAttributes, randomLinkedQ, (attributes, others, q) => {
        const entity = { id: 'urn:x:1', type: 'T', ...attributes }
        const other = { id: 'urn:x:2', type: 'Other', ...others }
        const lookup = (uri: string) => [entity, other].find(({ id }) => id === uri)
        const expected = naiveMatch(entity, q, lookup)
        if (expected) matches += 1
        expect(evaluateFilter(parseFilter(q), entity, { linked: lookup })).toBe(expected)
      }),
      { numRuns: 5000 },
    )
    expect(matches).toBeGreaterThan(500)
  })
})

describe('the random entities and filters', () => {
  const count = 3000
  const entities = fc.sample(randomAttributes, { seed: 1, numRuns: count })
  const queries = fc.sample(fc.oneof(randomQ, randomLinkedQ), { seed: 2, numRuns: count })
  const valueTexts = entities.map((entity) => JSON.stringify(entity))

  it.each([
    ['each kind: GeoProperty', /"GeoProperty"/],
    ['LanguageProperty', /"LanguageProperty"/],
    ['VocabProperty', /"VocabProperty"/],
    ['ListProperty', /"ListProperty"/],
    ['JsonProperty', /"JsonProperty"/],
    ['ListRelationship', /"ListRelationship"/],
    ['several relationships', /"object":\[/],
    ['sub-attributes with metadata', /"deep":\{[^{}]*"observedAt"/],
    ['instances with datasetId', /\[\{"type".*"datasetId"/],
    ['lists of values', /"value":\["/],
    ['lists of objects', /"value":\[\{"[mn]"/],
    ['lists of lists', /"value":\[\[/],
    ['nested members', /"n":\{"k"/],
    ['null inside', /"m":null/],
    ['several texts of one language', /"en":\[/],
    ['characters beyond the basic plane', /🚲/u],
    ['quotes and backslashes', /\\\\"/],
    ['dates and times alone', /"(2020-02-29|10:00:00Z)"/],
  ])('have %s', (_, shape) => {
    expect(valueTexts.filter((text) => shape.test(text)).length).toBeGreaterThan(count / 100)
  })

  it.each([
    ['ranges', /==[^;|]*\.\.|!=[^;|]*\.\./],
    ['ranges of texts', /"\.\."/],
    ['ranges of instants', /Z\.\.20/],
    ['lists', /[=][^;|"]+,/],
    ['patterns', /[a-z\]}]~="/],
    ['negated patterns', /!~="/],
    ['dates', /[=<>]20\d\d-\d\d-\d\d(?!T)/],
    ['times', /[=<>]\d\d:/],
    ['unquoted URIs', /=urn:/],
    ['negated existence', /(^|[;|(])!/],
    ['sub-attributes of sub-attributes', /\.deep\.observedAt/],
    ['members of sub-attributes', /\.deep\[m\]/],
    ['nested members', /\[n\.k\]/],
    ['languages', /\[nl\]/],
    ['any language', /\[\*\]/],
    ['datasets', /\.datasetId/],
    ['linked entities', /\{\w/],
    ['types of linked entities', /\{Other,T:/],
    ['groups in groups', /\(\(/],
  ])('ask for %s', (_, shape) => {
    expect(queries.filter((text) => shape.test(text)).length).toBeGreaterThan(count / 100)
  })
})
