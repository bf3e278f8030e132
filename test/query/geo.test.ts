import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { point } from '../../src/ngsi/attribute.js'
import type { Geometry } from '../../src/ngsi/geojson.js'
import { parseGeoQuery, printGeoQuery } from '../../src/query/geo.js'
import { distanceMeters, evaluateGeo } from '../../src/query/geo-evaluate.js'

const square = (x: number, y: number, size: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
})
const donut: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ],
    [
      [4, 4],
      [6, 4],
      [6, 6],
      [4, 6],
      [4, 4],
    ],
  ],
}
const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [1, 1],
  ],
}

describe('geo queries', () => {
  it('reads and prints the parameters, geoproperty always present', () => {
    const geo = parseGeoQuery({
      georel: 'near;maxDistance==500',
      geometry: 'Point',
      coordinates: '[5.47,51.44]',
    })
    expect(geo).toEqual({ relation: { kind: 'near', maxMeters: 500 }, reference: point(5.47, 51.44) })
    expect(printGeoQuery(geo)).toEqual({
      georel: 'near;maxDistance==500',
      geometry: 'Point',
      coordinates: '[5.47,51.44]',
      geoproperty: 'location',
    })
  })

  it('reads back what it prints', () => {
    const kinds = ['within', 'contains', 'intersects', 'disjoint', 'equals', 'overlaps'] as const
    const relation = fc.oneof(
      fc.constantFrom(...kinds).map((kind) => ({ kind })),
      fc.nat().map((maxMeters) => ({ kind: 'near' as const, maxMeters })),
      fc.nat().map((minMeters) => ({ kind: 'near' as const, minMeters })),
    )
    fc.assert(
      fc.property(
        relation,
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (rel, x, y) => {
          const geo = { relation: rel, reference: point(x + 0, y + 0), geoproperty: 'place' }
          expect(JSON.stringify(parseGeoQuery(printGeoQuery(geo)))).toBe(JSON.stringify(geo))
        },
      ),
    )
  })

  it.each([
    [{ georel: 'near', geometry: 'Point', coordinates: '[1,2]' }, /georel must be/],
    [{ georel: 'near;maxDistance=5', geometry: 'Point', coordinates: '[1,2]' }, /georel must be/],
    [{ georel: 'within', geometry: 'Point' }, /go together/],
    [{ georel: 'within', geometry: 'Circle', coordinates: '[1,2]' }, /geometry must be/],
    [{ georel: 'within', geometry: 'Point', coordinates: '1,2' }, /JSON array/],
    [{ georel: 'within', geometry: 'Point', coordinates: '[51,200]' }, /out of range/],
    [{ georel: 'within', geometry: 'Polygon', coordinates: '[[[0,0],[1,0],[1,1],[0,1]]]' }, /not closed/],
    [{ georel: 'within', geometry: 'LineString', coordinates: '[[0,0]]' }, /at least 2/],
  ])('refuses %j', (text, message) => {
    expect(() => parseGeoQuery(text)).toThrow(message)
  })

  it.each<[string, Geometry, Geometry, boolean]>([
    ['within', point(5, 1), square(0, 0, 10), true],
    ['within', point(5, 5), donut, false],
    ['within', point(2, 2), donut, true],
    ['within', square(1, 1, 1), square(0, 0, 10), true],
    ['contains', square(0, 0, 10), point(1, 1), true],
    ['contains', point(1, 1), square(0, 0, 10), false],
    ['intersects', line, square(0.5, 0.5, 3), true],
    ['disjoint', line, square(5, 5, 3), true],
    ['disjoint', line, square(0.5, 0.5, 3), false],
    [
      'equals',
      square(0, 0, 1),
      {
        type: 'Polygon',
        coordinates: [
          [
            [1, 0],
            [1, 1],
            [0, 1],
            [0, 0],
            [1, 0],
          ],
        ],
      },
      true,
    ],
    ['equals', square(0, 0, 1), square(0, 0, 2), false],
    ['overlaps', square(0, 0, 2), square(1, 1, 2), true],
    ['overlaps', square(0, 0, 3), square(1, 1, 1), false],
    ['overlaps', point(1, 1), point(1, 1), false],
    [
      'within',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [2, 2],
        ],
      },
      square(0, 0, 10),
      true,
    ],
    [
      'within',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [20, 2],
        ],
      },
      square(0, 0, 10),
      false,
    ],
  ])('%s of %j and %j is %s', (kind, entity, reference, expected) => {
    expect(evaluateGeo({ relation: { kind: kind as 'within' }, reference }, entity)).toBe(expected)
  })

  it('measures metres on the ground', () => {
    // One minute of latitude is a nautical mile, 1,852 m; the sphere that turf takes differs by less than 0.3 %.
    expect(distanceMeters(point(5, 52), point(5, 52 + 1 / 60))).toBeGreaterThan(1846)
    expect(distanceMeters(point(5, 52), point(5, 52 + 1 / 60))).toBeLessThan(1858)
    expect(distanceMeters(point(1, 1), square(0, 0, 10))).toBe(0)
    expect(distanceMeters(point(0.5, -1 / 60), square(0, 0, 10))).toBeCloseTo(1853, -1)
    const near = { relation: { kind: 'near' as const, maxMeters: 500 }, reference: point(5, 52) }
    expect(evaluateGeo(near, point(5, 52.004))).toBe(true)
    expect(evaluateGeo(near, point(5, 52.005))).toBe(false)
    expect(evaluateGeo({ ...near, relation: { kind: 'near', minMeters: 500 } }, point(5, 52.005))).toBe(true)
  })
})
