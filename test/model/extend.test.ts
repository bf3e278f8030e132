import { describe, expect, it } from 'vitest'
import { attribute, extend } from '../../src/model/extend.js'
import { OffStreetParking } from '../../src/models/index.js'

const iri = 'https://voorbeeldstad.example/terms/evBays'
const parking = {
  id: 'urn:ngsi-ld:OffStreetParking:1',
  type: 'OffStreetParking',
  location: { type: 'Point', coordinates: [5.47, 51.44] },
}
const Own = extend(OffStreetParking, {
  evBays: attribute('Property', 'integer', { iri, minimum: 0, required: true }),
  colours: attribute('Property', 'string', {
    iri: 'https://voorbeeldstad.example/terms/colours',
    many: true,
    enum: ['red', 'blue'],
  }),
  owner2: attribute('Relationship', 'string', { iri: 'https://voorbeeldstad.example/terms/owner2' }),
})

describe('extend', () => {
  it('checks own attributes like published ones, bare and normalized', () => {
    expect(Own.validate({ ...parking, evBays: 4, colours: ['red'] })).toEqual([])
    expect(
      Own.validate({
        ...parking,
        evBays: { type: 'Property', value: 4 },
        owner2: { type: 'Relationship', object: 'urn:a:b' },
      }),
    ).toEqual([])
    const issues = Own.validate({
      ...parking,
      evBays: -1,
      colours: ['red', 'green', 'pink'],
      totalSpotNumber: 'x',
    })
    expect(issues.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'totalSpotNumber model.type',
      'evBays model.range',
      'colours[1] model.enum',
      'colours[2] model.enum',
    ])
    expect(Own.validate(parking).map(({ path }) => path)).toEqual(['evBays'])
  })

  it('leaves the given model as it is, and can be repeated', () => {
    expect(Object.hasOwn(OffStreetParking.attributes, 'evBays')).toBe(false)
    const Twice = extend(Own, { shade: attribute('Property', 'number', { iri: `${iri}/shade`, unit: 'P1' }) })
    expect(Twice.attributes['shade']).toMatchObject({ kind: 'Property', unit: 'P1' })
    expect(Twice.validate({ ...parking, evBays: 1, shade: '3' }).map(({ path }) => path)).toEqual(['shade'])
  })

  it('refuses a name that is taken or none, and an IRI that is none', () => {
    const own = attribute('Property', 'number', { iri })
    expect(() => extend(OffStreetParking, { occupancy: own })).toThrow(/has an attribute "occupancy" already/)
    expect(() => extend(OffStreetParking, { 'not a name': own })).toThrow(/no NGSI-LD attribute name/)
    expect(() => attribute('Property', 'number', { iri: 'evBays' })).toThrow(/no absolute IRI/)
  })
})
