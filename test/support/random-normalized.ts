import fc from 'fast-check'
import {
  geoProperty,
  jsonProperty,
  languageProperty,
  listProperty,
  listRelationship,
  point,
  relationship,
  vocabProperty,
} from '../../src/ngsi/attribute.js'
import type { Geometry } from '../../src/ngsi/geojson.js'

type Thing = Record<string, unknown>

/** Names that mean something inside of an attribute: a value with such a member can be told from one only by its kind. */
const taken = ['type', 'id', 'value', 'object', 'json', 'vocab', 'scope', 'lang', 'entity', 'dataset']
const json = fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }).filter((value) => value !== null)
const uri = fc.stringMatching(/^urn:[a-z]{2}:[A-Za-z0-9]{1,5}$/)
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,7}$/).filter((text) => !taken.includes(text)),
  fc.constantFrom('näme', 'straße', '字段', '__proto__', 'constructor'),
)
const metadata = fc.record(
  {
    observedAt: fc.constantFrom('2026-11-23T10:00:00Z', '2026-11-23T10:00:00.123Z'),
    unitCode: fc.constantFrom('CEL', 'P1'),
    expiresAt: fc.constant('2027-01-01T00:00:00Z'),
  },
  { requiredKeys: [] },
)
const longitude = fc.double({ min: -180, max: 180, noNaN: true })
const latitude = fc.double({ min: -90, max: 90, noNaN: true })
const position = fc.tuple(longitude, latitude)
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  position.map(([x, y]) => point(x, y)),
  fc
    .array(position, { minLength: 2, maxLength: 4 })
    .map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc
    .array(position, { minLength: 1, maxLength: 3 })
    .map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
)
const text = fc.string({ unit: 'grapheme' })
const words = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }))

/** One instance of a random kind, without sub-attributes. */
export const randomInstance: fc.Arbitrary<Thing> = fc.oneof(
  // A Property may hold a geometry; it must not come back as a GeoProperty.
  fc.tuple(geometry, metadata).map(([value, meta]) => ({ type: 'Property', value, ...meta })),
  fc.tuple(json, metadata).map(([value, meta]) => ({ type: 'Property', value, ...meta })),
  fc
    .array(fc.dictionary(name, json, { minKeys: 1, maxKeys: 3 }), { minLength: 1, maxLength: 3 })
    .map((value) => ({ type: 'Property', value })),
  geometry.map((value) => ({ ...geoProperty(value) })),
  fc.oneof(uri, fc.array(uri, { minLength: 1 })).map((object) => ({ ...relationship(object) })),
  fc
    .dictionary(fc.constantFrom('nl', 'en', 'fr-BE', '@none'), words, { minKeys: 1, noNullPrototype: true })
    .map((map) => ({ ...languageProperty(map) })),
  words.map((term) => ({ ...vocabProperty(term) })),
  fc.array(json).map((list) => ({ ...listProperty(list) })),
  fc.array(uri).map((list) => ({ ...listRelationship(list) })),
  fc
    .dictionary(name, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true })
    .map((value) => ({ ...jsonProperty(value) })),
)
const withSubs = (inner: fc.Arbitrary<Thing>): fc.Arbitrary<Thing> =>
  fc
    .tuple(randomInstance, fc.dictionary(name, inner, { maxKeys: 2, noNullPrototype: true }))
    .map(([outer, subs]) => ({ ...subs, ...outer }))
const reified = withSubs(withSubs(randomInstance))
const attribute = fc.oneof(
  { weight: 4, arbitrary: reified },
  {
    weight: 1,
    arbitrary: fc
      .array(reified, { minLength: 2, maxLength: 3 })
      .map((several) =>
        several.map((one, index) => (index === 0 ? one : { ...one, datasetId: `urn:d:${index}` })),
      ),
  },
)

/** A random normalized entity: all kinds, sub-attributes two levels deep, several instances. */
export const randomNormalized: fc.Arbitrary<Thing> = fc
  .dictionary(name, attribute, { maxKeys: 4, noNullPrototype: true })
  .map((attributes) => ({ id: 'urn:x:1', type: 'T', ...attributes }))
