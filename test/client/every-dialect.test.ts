import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { type City, connect } from '../../src/connect.js'
import { isUnsupportedError } from '../../src/errors.js'
import { property } from '../../src/ngsi/attribute.js'
import type { Polygon } from '../../src/ngsi/geojson.js'
import { Container, containerId, Isle } from '../support/container.js'
import { Sign } from '../support/sign.js'

/** The embedded broker as it is, and answering as others do. */
const names = ['embedded', 'orion-ld-legacy', 'orion-ld-mongoc', 'scorpio', 'stellio'] as const
type Name = (typeof names)[number]

const square = (west: number, south: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})
const oddName = 'a "b"\\c;d|e(f),g..h\nü🚮%+&#=\'i'

const containers = Array.from({ length: 30 }, (_, n) => ({
  id: containerId(String(n).padStart(2, '0')),
  fillingLevel: property(n / 30, { observedAt: new Date(Date.UTC(2026, 0, n + 1)) }),
  status: n % 2 === 0 ? ('open' as const) : ('closed' as const),
  ...(n % 3 === 0 ? { name: n === 9 ? oddName : `Markt ${n}` } : {}),
  location: { type: 'Point' as const, coordinates: [5 + n / 1000, 51.5] as const },
  address: { addressLocality: n % 5 === 0 ? 'Breda' : 'Tilburg', streetNr: String(n) },
  refIsle: `urn:ngsi-ld:Isle:${n % 3}`,
}))
const isles = [0, 1, 2].map((n) => ({ id: `urn:ngsi-ld:Isle:${n}`, label: `Isle ${n}` }))
const sign = (n: number, more: object) => ({ id: `urn:ngsi-ld:Sign:${n}`, ...more })
const signs = [
  sign(1, { meaning: 'stop', lines: ['a', 'b'], raw: { a: 1 }, location: square(5, 51, 1) }),
  sign(2, {
    meaning: 'go',
    poles: ['urn:ngsi-ld:Isle:1', 'urn:ngsi-ld:Isle:0'],
    location: square(5.5, 51.5, 1),
  }),
  sign(3, {
    name: [property('plain'), property('tin', { datasetId: 'urn:d:tin' })],
    location: { type: 'Point', coordinates: [5.25, 51.25] },
  }),
]

const brokers = new Map<Name, Awaited<ReturnType<typeof startBroker>>>()
const cities = new Map<Name, City>()
beforeAll(async () => {
  for (const name of names) {
    const broker = await startBroker({ port: 0, faults: name === 'embedded' ? {} : { dialect: name } })
    const city = await connect(broker.url)
    brokers.set(name, broker)
    cities.set(name, city)
    // Shows which mode of Orion-LD it is, and then goes again.
    const probe = { id: containerId('probe'), fillingLevel: 0 }
    await city.create(Container, probe)
    await city.merge(Container, probe)
    await city.delete(probe.id)
    await city.upsert(Container, containers)
    await city.upsert(Isle, isles)
    await city.upsert(Sign, signs as never)
  }
})
afterAll(async () => {
  for (const city of cities.values()) await city.close()
  for (const broker of brokers.values()) await broker.close()
})

const reference = { type: 'Point', coordinates: [5.25, 51.25] } as const
const line = {
  type: 'LineString',
  coordinates: [
    [5, 51.5],
    [5.0105, 51.5],
  ],
} as const

/** What is asked; the embedded broker's answer is what every other must give. */
const questions: Readonly<Record<string, (city: City) => Promise<unknown>>> = {
  'all of them': (city) => city.find(Container).toArray(),
  'equal, list, range': (city) =>
    city
      .find(Container)
      .where('status', '==', ['open', 'closed'])
      .where('fillingLevel', '==', { from: 0.1, to: 0.6 })
      .where('name', '!=', 'Markt 6')
      .toArray(),
  'an odd text': (city) => city.find(Container).where('name', '==', oddName).toArray(),
  'an odd text among others': (city) =>
    city
      .find(Container)
      .or(
        (group) => group.where('name', '==', oddName),
        (group) => group.where('name', '==', 'Markt 3'),
      )
      .toArray(),
  'patterns and their negation': (city) =>
    city.find(Container).where('name', '~=', '^Markt').where('name', '!~=', '[26]$').toArray(),
  'exists and missing': async (city) => [
    await city.find(Container).where('name', 'exists').count(),
    await city.find(Container).where('name', 'missing').count(),
  ],
  'members and metadata': (city) =>
    city
      .find(Container)
      .where('address[addressLocality]', '==', 'Breda')
      .where('fillingLevel.observedAt', '>=', new Date('2026-01-11'))
      .toArray(),
  near: (city) => city.find(Container).near([5, 51.5], { maxMeters: 500 }).toArray(),
  'far away': (city) => city.find(Container).near([5, 51.5], { minMeters: 1500 }).toArray(),
  'a ring': (city) => city.find(Container).near([5, 51.5], { minMeters: 300, maxMeters: 900 }).toArray(),
  within: (city) =>
    city
      .find(Container)
      .within(square(4.999, 51.499, 0.006))
      .toArray(),
  intersects: (city) => city.find(Container).georel('intersects', line).toArray(),
  disjoint: (city) =>
    city
      .find(Container)
      .georel('disjoint', square(4.9, 51.4, 0.115))
      .toArray(),
  equals: (city) => city.find(Sign).georel('equals', reference).toArray(),
  contains: (city) => city.find(Sign).georel('contains', reference).toArray(),
  overlaps: (city) =>
    city
      .find(Sign)
      .georel('overlaps', square(5.75, 51.75, 1))
      .toArray(),
  'order, limit, offset': async (city) => [
    await city.find(Container).orderBy('fillingLevel', 'desc').limit(3).offset(2).toArray(),
    await city.find(Container).orderBy('status').orderBy('id', 'desc').limit(4).toArray(),
    await city.find(Container).orderBy('address[addressLocality]').orderBy('fillingLevel').first(),
  ],
  'pick and omit': async (city) => [
    await city.find(Container).pick('name', 'status').limit(4).toArray(),
    await city.find(Container).omit('location', 'address').limit(4).toArray(),
  ],
  'every form': async (city) => [
    await city.find(Container).as('concise').limit(2).toArray(),
    await city.find(Container).as('normalized').limit(2).toArray(),
    await city.find(Sign).as('concise').toArray(),
  ],
  'ids and id patterns': async (city) => [
    await city
      .find(Container)
      .ids([containerId('01'), containerId('29'), containerId('none')])
      .toArray(),
    await city.find(Container).idPattern('0[1-3]$').toArray(),
  ],
  'linked entities': (city) => city.find(Container).linked('refIsle', Isle).limit(4).toArray(),
  'linked entities in a list': (city) =>
    city
      .find(Sign)
      .linked('poles', Isle)
      .ids([sign(2, {}).id])
      .toArray(),
  'instances by datasetId': (city) =>
    city
      .find(Sign)
      .datasetIds(['urn:d:tin'])
      .ids([sign(3, {}).id])
      .as('normalized')
      .toArray(),
  'vocabulary terms': (city) => city.find(Sign).q('meaning=="stop"').toArray(),
  'lists and JSON': async (city) => [
    await city.find(Sign).q('lines=="b"').count(),
    await city.find(Sign).q('raw[a]==1').count(),
  ],
  GeoJSON: (city) => city.find(Container).pick('name').limit(3).toGeoJSON(),
  'several types': (city) => city.find(Isle).orTypes('Sign').count(),
  'small pages': (city) => city.find(Container).pageSize(4).toArray(),
  'a query too long for a URL': (city) =>
    city
      .find(Container)
      .where(
        'name',
        '==',
        Array.from({ length: 380 }, (_, n) => `Markt ${n}, a name with more to it`).concat('Markt 3'),
      )
      .near([5, 51.5], { maxMeters: 500 })
      .toArray(),
}

describe.each(names.slice(1))('as %s answers', (name) => {
  test.each(Object.entries(questions))('%s: the same result', async (_title, ask) => {
    const [expected, found] = await Promise.all(
      [cities.get('embedded'), cities.get(name)].map((city) => city && ask(city)),
    )
    expect(JSON.stringify(expected)).not.toMatch(/^(\[\]|0|undefined)$/)
    expect(found).toEqual(expected)
  })
  test('what was done on this side is said', async () => {
    const { emulated, lacks } = (await cities.get(name)?.info()) ?? { emulated: [], lacks: [] }
    const needed = lacks.filter(({ without }) => without === 'emulated').map(({ capability }) => capability)
    const said = emulated.join('\n')
    if (needed.includes('orderBy')) expect(said).toContain('cannot order results')
    if (needed.includes('quoteInString')) expect(said).toContain('double quote')
    if (needed.includes('notMatches')) expect(said).toContain('"!~="')
    expect(said).toContain('one geo condition')
  })
})

test('what cannot be had by other means is refused with a sentence, not left out', async () => {
  const legacy = cities.get('orion-ld-legacy')
  if (legacy === undefined) throw new Error('not started')
  const refused: readonly Promise<unknown>[] = [
    legacy.find(Container).inScope('/Breda').toArray(),
    legacy.find(Container).lang('nl').toArray(),
    legacy.find(Container).linked('refIsle', Isle).where('refIsle{label}', '==', 'Isle 1').toArray(),
  ]
  for (const run of refused) {
    const error = await run.catch((e: unknown) => e)
    expect(isUnsupportedError(error)).toBe(true)
    expect(String(error)).toContain('Orion-LD (default mode)')
  }
})
