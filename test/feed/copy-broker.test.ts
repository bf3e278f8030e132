import { BrokerError } from 'city-context'
import { startBroker } from 'city-context/broker'
import { copyBroker, importFeed, parseMapping } from 'city-context/feed'
import { OffStreetParking, Streetlight } from 'city-context/models'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type City, connect } from '../../src/connect.js'
import { createHashSum, entityHash } from '../../src/feed/canonical.js'

type Broker = Awaited<ReturnType<typeof startBroker>>
let brokers: Broker[] = []
let from: City
let to: City

beforeEach(async () => {
  brokers = [await startBroker({ port: 0 }), await startBroker({ port: 0 })]
  from = await connect(brokers[0]?.url ?? '')
  to = await connect(brokers[1]?.url ?? '')
  await from.upsert(
    OffStreetParking,
    Array.from({ length: 150 }, (_, index) => ({
      id: `urn:ngsi-ld:OffStreetParking:${index}`,
      type: 'OffStreetParking' as const,
      name: `Garage ${index}`,
      location: { type: 'Point' as const, coordinates: [5 + index / 1000, 52] as const },
      totalSpotNumber: 100 + index,
    })),
  )
  await from.upsert(
    Streetlight,
    Array.from({ length: 120 }, (_, index) => ({
      id: `urn:ngsi-ld:Streetlight:${index}`,
      type: 'Streetlight' as const,
      location: { type: 'Point' as const, coordinates: [5, 52 + index / 1000] as const },
      status: 'ok' as const,
    })),
  )
})

afterEach(async () => {
  await from.close()
  await to.close()
  for (const broker of brokers) await broker.close()
})

const counts = async (city: City): Promise<readonly number[]> => [
  await city.find(OffStreetParking).count(),
  await city.find(Streetlight).count(),
]

describe('copyBroker', () => {
  it('copies every type and proves it; a second copy writes nothing', async () => {
    const report = await copyBroker(from, to)
    expect(report.equal).toBe(true)
    expect(report.types.map((type) => [type.from.count, type.to.count, type.equal])).toEqual([
      [150, 150, true],
      [120, 120, true],
    ])
    expect(report.entities).toEqual({ written: 270, unchanged: 0, failed: 0, pruned: 0 })
    expect(await counts(to)).toEqual([150, 120])
    const again = await copyBroker(from, to)
    expect(again.entities).toEqual({ written: 0, unchanged: 270, failed: 0, pruned: 0 })
  })

  it('finds one changed value, one missing and one extra entity on the target, writing nothing', async () => {
    await copyBroker(from, to)
    await to.merge(OffStreetParking, {
      id: 'urn:ngsi-ld:OffStreetParking:7',
      type: 'OffStreetParking',
      totalSpotNumber: 106,
    })
    await to.delete('urn:ngsi-ld:OffStreetParking:8')
    await to.create(OffStreetParking, {
      id: 'urn:ngsi-ld:OffStreetParking:x',
      type: 'OffStreetParking',
      location: { type: 'Point', coordinates: [5, 52] },
    })
    const report = await copyBroker(from, to, { verifyOnly: true })
    expect(report.equal).toBe(false)
    expect(report.types[0]?.differences).toEqual([
      { id: 'urn:ngsi-ld:OffStreetParking:7', what: 'different' },
      { id: 'urn:ngsi-ld:OffStreetParking:8', what: 'missing' },
      { id: 'urn:ngsi-ld:OffStreetParking:x', what: 'extra' },
    ])
    expect(report.types[1]?.equal).toBe(true)
    expect(await counts(to)).toEqual([150, 120])
  })

  it('goes on after an interruption', async () => {
    const interrupt = new AbortController()
    await copyBroker(from, to, {
      types: ['OffStreetParking', 'Streetlight'].map((type) =>
        type === 'Streetlight' ? Streetlight.iri : OffStreetParking.iri,
      ),
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(),
    }).catch(() => undefined)
    const report = await copyBroker(from, to)
    expect(report.equal).toBe(true)
    expect(report.entities.failed).toBe(0)
  })

  it('takes registrations along, only once', async () => {
    const id = 'urn:ngsi-ld:ContextSourceRegistration:1'
    await from.registrations.create({
      id,
      type: 'ContextSourceRegistration',
      information: [{ entities: [{ type: 'Lantern' }] }],
      endpoint: 'http://127.0.0.1:9',
      mode: 'inclusive',
    })
    expect(await copyBroker(from, to, { types: [OffStreetParking.iri] })).toMatchObject({
      equal: true,
      complete: true,
      notes: [],
      registrations: { copied: 1, present: 0 },
    })
    expect(await to.registrations.get(id)).toMatchObject({ endpoint: 'http://127.0.0.1:9' })
    expect((await copyBroker(from, to, { types: [OffStreetParking.iri] })).registrations).toEqual({
      copied: 0,
      present: 1,
    })
  })

  it('is not complete where the target refuses a part', async () => {
    const refusing = {
      ...to,
      registrations: {
        ...to.registrations,
        create: () =>
          Promise.reject(
            new BrokerError({ method: 'POST', url: '/csourceRegistrations', status: 501, title: 'Not here' }),
          ),
      },
    }
    await from.registrations.create({
      id: 'urn:ngsi-ld:ContextSourceRegistration:1',
      type: 'ContextSourceRegistration',
      information: [{ entities: [{ type: 'Lantern' }] }],
      endpoint: 'http://127.0.0.1:9',
    })
    const report = await copyBroker(from, refusing, { types: [OffStreetParking.iri] })
    expect(report).toMatchObject({ equal: true, complete: false })
    expect(report.notes[0]).toContain('registrations were not copied')
  })

  it('takes subscriptions along, paused, and only once', async () => {
    await from.subscriptions.create({
      id: 'urn:ngsi-ld:Subscription:1',
      type: 'Subscription',
      entities: [{ type: 'OffStreetParking' }],
      notification: { endpoint: { uri: 'http://127.0.0.1:9/notify' } },
    })
    expect((await copyBroker(from, to)).subscriptions).toEqual({ copied: 1, present: 0 })
    expect(await to.subscriptions.get('urn:ngsi-ld:Subscription:1')).toMatchObject({ isActive: false })
    expect((await copyBroker(from, to)).subscriptions).toEqual({ copied: 0, present: 1 })
  })
})

describe('importFeed with a changing source', () => {
  const mapping = `source: { format: csv }
license: CC0-1.0
crs: EPSG:4326
entity: { type: Streetlight }
id: "urn:ngsi-ld:Streetlight:GM0000:{nr}"
map: { name: nr, location: { point: [x, y] }, status: { value: ok, assumed: true }, lanternHeight: { from: h, type: number } }
`
  const run = async (csv: string, removed: 'report' | 'delete') => {
    async function* stdin(): AsyncGenerator<string> {
      yield csv
    }
    return importFeed({
      mapping: await parseMapping(mapping),
      file: '-',
      stdin: stdin(),
      city: from,
      removed,
    })
  }

  it('writes only the changed row, reports a removed one, and deletes it on request alone', async () => {
    const first = await run('nr,x,y,h\n1,5,52,4\n2,5,52,6\n3,5,52,8\n', 'report')
    expect(first).toMatchObject({ broker: { created: 3 }, removed: { count: 0 } })
    const second = await run('nr,x,y,h\n1,5,52,4\n2,5,52,7\n', 'report')
    expect(second.broker).toMatchObject({ updated: 1, unchanged: 1, created: 0 })
    expect(second.removed).toEqual({ count: 1, ids: ['urn:ngsi-ld:Streetlight:GM0000:3'], pruned: 0 })
    // The 120 lamps of another source are no business of this mapping.
    expect(await from.find(Streetlight).count()).toBe(123)
    const third = await run('nr,x,y,h\n1,5,52,4\n2,5,52,7\n', 'delete')
    expect(third).toMatchObject({ broker: { unchanged: 2, updated: 0 }, removed: { count: 1, pruned: 1 } })
    expect(await from.find(Streetlight).count()).toBe(122)
  })
})

describe('hashes', () => {
  it('do not depend on the order of members or entities (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 }), (entities) => {
        const reversed = entities
          .map((entity) => Object.fromEntries(Object.entries(entity).reverse()))
          .reverse()
        const sum = (list: readonly object[]): string => {
          const hashes = createHashSum()
          for (const entity of list) hashes.add(entityHash(entity))
          return hashes.hex()
        }
        expect(sum(reversed)).toBe(sum(entities))
      }),
    )
  })

  it('tell values apart that look alike', () => {
    const texts = [{ a: [] }, { a: {} }, { a: '1' }, { a: 1 }, { a: [['b', 1]] }, { a: { b: 1 } }].map(
      entityHash,
    )
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('leave out what a broker adds', () => {
    expect(entityHash({ id: 'a', x: { value: 1, createdAt: '2026-01-01T00:00:00Z' } })).toBe(
      entityHash({ id: 'a', x: { value: 1 } }),
    )
    expect(entityHash({ t: '2026-01-01T00:00:00.000Z' })).toBe(entityHash({ t: '2026-01-01T00:00:00Z' }))
  })
})
