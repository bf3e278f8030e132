import { describe, expectTypeOf, it } from 'vitest'
import type { NormalizedOf, SimplifiedOf } from '../../src/model/descriptor.js'
import { attribute, extend } from '../../src/model/extend.js'
import {
  type OffStreetParking,
  OffStreetParking as OffStreetParkingModel,
  type OffStreetParkingNormalized,
  type ParkingSpotUpdate,
} from '../../src/models/index.js'
import type { GeoProperty, Property, Relationship } from '../../src/ngsi/attribute.js'
import type { Geometry } from '../../src/ngsi/geojson.js'

describe('generated types', () => {
  const head = {
    id: 'urn:a:b',
    type: 'OffStreetParking',
    location: { type: 'Point', coordinates: [5, 51] },
  } as const

  it('take what the model describes', () => {
    const parking: OffStreetParking = {
      ...head,
      category: ['public'],
      occupancy: 0.5,
      '@context': 'https://x.example',
    }
    expectTypeOf(parking.location).toEqualTypeOf<Geometry>()
    expectTypeOf<SimplifiedOf<typeof OffStreetParkingModel>>().toEqualTypeOf<OffStreetParking>()
    expectTypeOf<NormalizedOf<typeof OffStreetParkingModel>>().toEqualTypeOf<OffStreetParkingNormalized>()
  })

  it('refuse an unknown attribute, a wrong value, a missing one', () => {
    // @ts-expect-error the model has no such attribute
    const typo: OffStreetParking = { ...head, ocupancy: 1 }
    // @ts-expect-error not an allowed value
    const value: OffStreetParking = { ...head, category: ['publick'] }
    // @ts-expect-error location is required
    const missing: OffStreetParking = { id: 'urn:a:b', type: 'OffStreetParking' }
    // @ts-expect-error another type
    const other: OffStreetParking = { ...head, type: 'ParkingSpot' }
    void [typo, value, missing, other]
  })

  it('give each attribute its kind in normalized form', () => {
    expectTypeOf<OffStreetParkingNormalized['location']>().toEqualTypeOf<
      GeoProperty | readonly GeoProperty[]
    >()
    expectTypeOf<NonNullable<OffStreetParkingNormalized['occupancy']>>().toEqualTypeOf<
      Property<number> | readonly Property<number>[]
    >()
    expectTypeOf<NonNullable<OffStreetParkingNormalized['refParkingSpot']>>().toEqualTypeOf<
      Relationship | readonly Relationship[]
    >()
  })

  it('take part of an entity as an update, but never without id', () => {
    const update: ParkingSpotUpdate = { id: 'urn:a:b', status: 'free' }
    // @ts-expect-error an update needs the id
    const nameless: ParkingSpotUpdate = { status: 'free' }
    void [update, nameless]
  })
})

describe('extend', () => {
  const Own = extend(OffStreetParkingModel, {
    evBays: attribute('Property', 'number', { iri: 'https://x.example/evBays', required: true }),
    shades: attribute('Property', 'string', {
      iri: 'https://x.example/shades',
      many: true,
      enum: ['light', 'dark'],
    }),
  })
  type Own = SimplifiedOf<typeof Own>

  it('adds own attributes to both forms', () => {
    expectTypeOf<Own['evBays']>().toEqualTypeOf<number>()
    expectTypeOf<Own['shades']>().toEqualTypeOf<readonly ('light' | 'dark')[] | undefined>()
    expectTypeOf<Own['occupancy']>().toEqualTypeOf<number | undefined>()
    expectTypeOf<NormalizedOf<typeof Own>['evBays']>().toEqualTypeOf<
      Property<number> | readonly Property<number>[]
    >()
  })
})
