import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isValidationError } from '../../src/errors.js'
import {
  geoProperty,
  jsonProperty,
  languageProperty,
  listProperty,
  listRelationship,
  point,
  property,
  relationship,
  vocabProperty,
} from '../../src/ngsi/attribute.js'
import { attributeProblem } from '../../src/ngsi/attribute-rules.js'
import { normalizeAttribute, toConcise, toNormalized, toSimplified } from '../../src/ngsi/representation.js'
import { randomInstance, randomNormalized } from '../support/random-normalized.js'

describe('representations', () => {
  it('loses nothing between normalized and concise', () => {
    fc.assert(
      fc.property(randomNormalized, (normalized) => {
        expect(toNormalized(toConcise(normalized))).toEqual(normalized)
        expect(toNormalized(normalized)).toEqual(normalized)
      }),
      { numRuns: 1000 },
    )
  })

  it.each<[string, unknown, unknown]>([
    ['a number', 5, { type: 'Property', value: 5 }],
    ['an array of values', [1, 2], { type: 'Property', value: [1, 2] }],
    ['a geometry', point(1, 2), { type: 'GeoProperty', value: point(1, 2) }],
    ['a value that is a geometry', { value: point(1, 2) }, { type: 'GeoProperty', value: point(1, 2) }],
    [
      'an object without value member',
      { a: 1, observedAt: 'x' },
      { type: 'Property', value: { a: 1, observedAt: 'x' } },
    ],
    ['a relationship', { object: 'urn:a:1' }, { type: 'Relationship', object: 'urn:a:1' }],
    [
      'bare URIs in a list of relationships',
      { objectList: ['urn:a:1'] },
      { type: 'ListRelationship', objectList: [{ object: 'urn:a:1' }] },
    ],
    [
      'several instances',
      [{ value: 1 }, { value: 2, datasetId: 'urn:d:2' }],
      [
        { type: 'Property', value: 1 },
        { type: 'Property', value: 2, datasetId: 'urn:d:2' },
      ],
    ],
    [
      'sub-attributes',
      { value: 1, accuracy: 0.5 },
      { type: 'Property', value: 1, accuracy: { type: 'Property', value: 0.5 } },
    ],
  ])('reads %s in concise form', (_, concise, normalized) => {
    expect(normalizeAttribute(concise)).toEqual(normalized)
  })

  it.each([
    [{ value: 1, object: 'urn:a:1' }],
    [{ type: 'RelationShip', object: 'urn:a:1' }],
    [{ type: 'Number', value: 1 }],
  ])('refuses %j naming the place', (wrong) => {
    try {
      toNormalized({ id: 'urn:x:1', type: 'T', speed: wrong })
      expect.unreachable()
    } catch (error) {
      expect(isValidationError(error) && error.issues[0]?.path).toMatch(/^speed/)
    }
  })

  it('writes every kind in simplified form', () => {
    const simplified = toSimplified({
      id: 'urn:x:1',
      type: 'T',
      p: property(1, { unitCode: 'CEL' }),
      g: geoProperty(point(1, 2)),
      r: relationship(['urn:a:1', 'urn:a:2']),
      l: languageProperty({ nl: 'x' }),
      v: vocabProperty('car'),
      lp: listProperty([1]),
      lr: listRelationship(['urn:a:1']),
      j: jsonProperty({ a: null }),
      many: [property(1), property(2, { datasetId: 'urn:d:2' })],
    })
    expect(simplified).toEqual({
      id: 'urn:x:1',
      type: 'T',
      p: 1,
      g: point(1, 2),
      r: ['urn:a:1', 'urn:a:2'],
      l: { languageMap: { nl: 'x' } },
      v: { vocab: 'car' },
      lp: [1],
      lr: ['urn:a:1'],
      j: { json: { a: null } },
      many: { dataset: { '@none': 1, 'urn:d:2': 2 } },
    })
  })

  it('does not touch the prototype through an attribute called __proto__', () => {
    const hostile = JSON.parse('{"id":"urn:x:1","type":"T","__proto__":{"value":{"polluted":true}}}')
    const normalized = toNormalized(hostile)
    expect(Object.hasOwn(normalized, '__proto__')).toBe(true)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(Object.getPrototypeOf(normalized)).toBe(Object.prototype)
  })
})

describe('rules of one attribute', () => {
  it('accepts what the builders make', () => {
    fc.assert(
      fc.property(randomInstance, (made) => {
        expect(attributeProblem(made)).toBeUndefined()
      }),
    )
  })

  it.each<[unknown, string]>([
    [5, 'ngsi.attribute'],
    [{ type: 'Geoproperty', value: point(1, 2) }, 'ngsi.kind'],
    [{ type: 'Property' }, 'ngsi.value-member'],
    [{ type: 'Relationship', value: 'urn:a:1' }, 'ngsi.value-member'],
    [{ type: 'Property', value: 1, object: 'urn:a:1' }, 'ngsi.value-member'],
    [{ type: 'Property', value: null }, 'ngsi.value'],
    [{ type: 'Relationship', object: 'not a uri' }, 'ngsi.value'],
    [{ type: 'GeoProperty', value: { type: 'Point', coordinates: [52, 195] } }, 'ngsi.value'],
    [{ type: 'LanguageProperty', languageMap: { 'not a tag': 'x' } }, 'ngsi.value'],
    [{ type: 'JsonProperty', json: 5 }, 'ngsi.value'],
    [{ type: 'ListProperty', valueList: 5 }, 'ngsi.value'],
    [{ type: 'Property', value: 1, observedAt: '2026-11-23T10:00:00+01:00' }, 'ngsi.date-time'],
    [{ type: 'Property', value: 1, observedAt: '2026-02-30T10:00:00Z' }, 'ngsi.date-time'],
    [{ type: 'Property', value: 1, datasetId: 'x' }, 'ngsi.dataset-id'],
    [{ type: 'Relationship', object: 'urn:a:1', unitCode: 'CEL' }, 'ngsi.unit-code'],
  ])('finds the fault in %j', (wrong, rule) => {
    expect(attributeProblem(wrong)?.rule).toBe(rule)
  })
})
