import { describe, expect, it } from 'vitest'
import type { Issue } from '../../src/errors.js'
import { defineModel } from '../../src/model/define.js'
import { forBroker } from '../../src/model/lenience.js'
import { OffStreetParking, PublicTransportStop, WasteContainer } from '../../src/models/index.js'
import { toConcise } from '../../src/ngsi/representation.js'

const simplified = {
  id: 'urn:ngsi-ld:WasteContainer:12',
  type: 'WasteContainer',
  location: { type: 'Point', coordinates: [5.47, 51.44] },
  fillingLevel: 0.4,
  category: ['underground'],
  refDevice: ['urn:ngsi-ld:Device:7'],
  dateLastEmptying: '2026-11-23T10:00:00Z',
}
const normalized = {
  id: simplified.id,
  type: simplified.type,
  location: { type: 'GeoProperty', value: simplified.location },
  fillingLevel: {
    type: 'Property',
    value: 0.4,
    unitCode: 'P1',
    observedAt: '2026-11-23T10:00:00Z',
    accuracy: { type: 'Property', value: 0.05 },
  },
  category: { type: 'Property', value: ['underground'] },
  refDevice: { type: 'Relationship', object: ['urn:ngsi-ld:Device:7'] },
  dateLastEmptying: { type: 'Property', value: { '@type': 'DateTime', '@value': '2026-11-23T10:00:00Z' } },
}
const validate = (changes: object, base: object = simplified): readonly Issue[] =>
  WasteContainer.validate({ ...base, ...changes })
const found = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ path, rule }) => `${path} ${rule}`)

describe('validate accepts', () => {
  it.each([
    ['simplified', simplified],
    ['normalized', normalized],
    ['concise', toConcise(normalized)],
    ['mixed', { ...simplified, fillingLevel: normalized.fillingLevel }],
    ['several types', { ...simplified, type: ['Thing', 'WasteContainer'] }],
    [
      'several instances',
      {
        ...normalized,
        fillingLevel: [normalized.fillingLevel, { ...normalized.fillingLevel, datasetId: 'urn:d:1' }],
      },
    ],
    [
      'scope, context and system attributes',
      { ...simplified, '@context': 'https://x.example', scope: '/a', createdAt: '2026-11-23T10:00:00Z' },
    ],
  ])('%s', (_, entity) => {
    expect(WasteContainer.validate(entity)).toEqual([])
  })
})

describe('validate finds', () => {
  it.each<[string, object, readonly string[]]>([
    ['an unknown attribute', { fillingLvl: 1 }, ['fillingLvl model.unknown-attribute']],
    ['a wrong type', { fillingLevel: '0.4' }, ['fillingLevel model.type']],
    ['a value out of range', { fillingLevel: 1.5 }, ['fillingLevel model.range']],
    [
      'every wrong item of a list',
      { category: ['fixed', 'x', 'portable', 'y'] },
      ['category[1] model.enum', 'category[3] model.enum'],
    ],
    ['a bad date', { dateLastEmptying: '23-11-2026' }, ['dateLastEmptying model.format']],
    ['a member of a value', { address: { streetAddress: 3 } }, ['address.streetAddress model.type']],
    [
      'swapped coordinates',
      { location: { type: 'Point', coordinates: [51.44, 105.4] } },
      ['location ngsi.geometry'],
    ],
    [
      'an open ring',
      {
        location: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
      ['location ngsi.geometry'],
    ],
    ['a missing id', { id: undefined }, ['id model.required']],
    ['an id that is no URI', { id: 'bin 12' }, ['id ngsi.id']],
    ['another type', { type: 'ParkingSpot' }, ['type model.entity-type']],
    ['a missing required attribute', { location: undefined }, ['location model.required']],
    ['null', { fillingLevel: null }, ['fillingLevel model.type']],
  ])('%s in a simplified entity', (_, changes, expected) => {
    const { location, ...rest } = { ...simplified, ...changes }
    const entity = location === undefined ? rest : { ...rest, location }
    expect(found(WasteContainer.validate(entity, forBroker))).toEqual(expected)
  })

  it.each<[string, object, readonly string[]]>([
    [
      'a Relationship with a value',
      { refDevice: { type: 'Relationship', value: 'urn:a:b' } },
      ['refDevice.value ngsi.value-member'],
    ],
    [
      'a Property without value',
      { fillingLevel: { type: 'Property' } },
      ['fillingLevel.value ngsi.value-member'],
    ],
    ['an unknown kind', { fillingLevel: { type: 'Propperty', value: 1 } }, ['fillingLevel.type ngsi.kind']],
    ['another kind', { refDevice: { type: 'Property', value: 'urn:a:b' } }, ['refDevice.type model.kind']],
    [
      'two default instances',
      {
        fillingLevel: [
          { type: 'Property', value: 0.1 },
          { type: 'Property', value: 0.2 },
        ],
      },
      ['fillingLevel[1] ngsi.dataset-id'],
    ],
    [
      'a wrong second instance',
      {
        fillingLevel: [
          { type: 'Property', value: 0.1 },
          { type: 'Property', value: 7, datasetId: 'urn:d:1' },
        ],
      },
      ['fillingLevel.value model.range'],
    ],
    [
      'a bad observedAt',
      { fillingLevel: { type: 'Property', value: 0.1, observedAt: 'today' } },
      ['fillingLevel.observedAt ngsi.date-time'],
    ],
    [
      'a bad sub-attribute',
      { fillingLevel: { type: 'Property', value: 0.1, accuracy: { type: 'Property' } } },
      ['fillingLevel.accuracy.value ngsi.value-member'],
    ],
    [
      'a value in its member',
      { fillingLevel: { type: 'Property', value: 7 } },
      ['fillingLevel.value model.range'],
    ],
    [
      'a bad geometry',
      { location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [5] } } },
      ['location.value ngsi.geometry'],
    ],
  ])('%s in a normalized entity', (_, changes, expected) => {
    expect(found(validate(changes, normalized))).toEqual(expected)
  })

  it('everything at once, and at most as many as asked for', () => {
    const bad = { fillingLevel: 'x', category: ['x', 'y'], typo: 1, temperature: 'hot' }
    expect(validate(bad)).toHaveLength(5)
    expect(WasteContainer.validate({ ...simplified, ...bad }, { maxIssues: 2 })).toHaveLength(2)
  })

  it('the nearest name, the allowed values, and numbers written as texts, as hints', () => {
    const hints = validate({ fillingLevl: 1, category: ['Fixed'], temperature: '21' }).map(({ hint }) => hint)
    expect(hints).toEqual(
      ['did you mean "fillingLevel"?', 'write 21 without quotes', 'write "fixed"'].sort(
        (a, b) => hints.indexOf(a) - hints.indexOf(b),
      ),
    )
  })

  it.each([[null], ['x'], [[]], [1], [undefined]])('that %j is no entity', (value) => {
    expect(found(WasteContainer.validate(value))).toEqual([' ngsi.entity'])
  })

  it('no prototype in names such as __proto__ and constructor', () => {
    const entity = JSON.parse(
      `{"id":"urn:a:b","type":"WasteContainer","location":{"type":"Point","coordinates":[1,2]},"__proto__":{"x":1},"constructor":1}`,
    )
    expect(found(WasteContainer.validate(entity))).toEqual([
      '__proto__ model.unknown-attribute',
      'constructor model.unknown-attribute',
    ])
  })
})

describe('leniences', () => {
  const stop = {
    id: 'urn:ngsi-ld:PublicTransportStop:1',
    type: 'PublicTransportStop',
    name: 'Station',
    transportationType: [3],
    openingHoursSpecification: [{ opens: '08:00:00', closes: '20:00:00', dayOfWeek: 'Monday' }],
  }
  const used = (
    entity: object,
    options: object = {},
  ): { readonly issues: readonly string[]; readonly leniences: readonly string[] } => {
    const leniences: Issue[] = []
    const model =
      (entity as { type: string }).type === 'PublicTransportStop' ? PublicTransportStop : WasteContainer
    const issues = model.validate(entity, { ...options, onLenience: (issue) => leniences.push(issue) })
    return { issues: found(issues), leniences: found(leniences) }
  }

  it('lets times without zone pass and says so for each', () => {
    expect(used(stop)).toEqual({
      issues: [],
      leniences: [
        'openingHoursSpecification lenience.time-without-zone',
        'openingHoursSpecification lenience.time-without-zone',
      ],
    })
    expect(used(stop, { leniences: [] }).issues).toEqual(['openingHoursSpecification[0].opens model.format'])
  })

  it('lets one relationship stand for several and one value for a list', () => {
    const { issues, leniences } = used({ ...simplified, refDevice: 'urn:a:b', category: 'fixed' })
    expect(issues).toEqual([])
    expect(leniences).toEqual([
      'category lenience.single-or-list',
      'refDevice lenience.one-or-many-relationships',
    ])
  })

  it('does not let a wrong value pass as a list', () => {
    expect(used({ ...simplified, category: 'nowhere' }).issues).toEqual(['category model.type'])
  })

  it('grants none because another attribute is wrong too', () => {
    const { issues } = used({ ...simplified, refDevice: 7, category: 'nowhere', dateLastEmptying: 'x' })
    expect([...issues].sort()).toEqual([
      'category model.type',
      'dateLastEmptying model.format',
      'refDevice model.type',
    ])
  })

  it('takes an id of NGSI v2 and says so, but not for a broker', () => {
    const old = { ...simplified, id: 'bin-12' }
    expect(used(old)).toEqual({ issues: [], leniences: ['id lenience.id-no-uri'] })
    expect(used(old, forBroker).issues).toEqual(['id ngsi.id'])
  })

  it.each([
    ['bare', (value: object) => value, 'location'],
    ['normalized', (value: object) => ({ type: 'GeoProperty', value }), 'location.value'],
    [
      'with metadata',
      (value: object) => ({ type: 'GeoProperty', value, datasetId: 'urn:d:1' }),
      'location.value',
    ],
  ])('takes coordinates beyond the earth, %s, once told, and hides nothing else', (_, written, path) => {
    const far = { type: 'Point', coordinates: [51.44, 105.4] }
    const entity = { ...simplified, location: written(far) }
    expect(used(entity)).toEqual({ issues: [], leniences: [`${path} lenience.coordinates-out-of-range`] })
    expect(used(entity, forBroker).issues).toEqual([`${path} ngsi.geometry`])
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [200, 0],
          [1, 1],
          [0, 1],
        ],
      ],
    }
    expect(used({ ...simplified, location: written(open) }).issues).toEqual([`${path} ngsi.geometry`])
  })

  it('tells bad metadata beside coordinates beyond the earth', () => {
    const location = {
      type: 'GeoProperty',
      value: { type: 'Point', coordinates: [0, 100] },
      observedAt: 'today',
    }
    expect(used({ ...simplified, location }).issues).toEqual(['location.observedAt ngsi.date-time'])
  })

  it('takes another entity type only where the schema states none', () => {
    const stated = { type: 'Part', attributes: {}, required: [] } as const
    const open = defineModel({ ...stated, anyType: true }, () => true)
    const entity = { id: 'urn:a:1', type: 'Component' }
    expect(open.validate(entity)).toEqual([])
    expect(found(open.validate(entity, forBroker))).toEqual(['type model.entity-type'])
    expect(found(defineModel(stated, () => true).validate(entity))).toEqual(['type model.entity-type'])
  })
})

describe('descriptors', () => {
  it('say kind, IRI, type, cardinality, values, range and unit', () => {
    expect(OffStreetParking.attributes['category']).toMatchObject({
      kind: 'Property',
      type: 'string',
      many: true,
    })
    expect(OffStreetParking.attributes['averageSpotWidth']).toMatchObject({ unit: 'MTR', minimum: 0 })
    expect(OffStreetParking.attributes['location']).toMatchObject({
      kind: 'GeoProperty',
      required: true,
      iri: 'https://uri.etsi.org/ngsi-ld/location',
    })
    expect(OffStreetParking.iri).toBe('https://smartdatamodels.org/dataModel.Parking/OffStreetParking')
    expect(OffStreetParking.context).toBe(
      'https://raw.githubusercontent.com/smart-data-models/dataModel.Parking/master/context.jsonld',
    )
  })
})
