import { isUsageError } from 'city-context'
import { startBroker } from 'city-context/broker'
import { copyBroker, tenantsOf } from 'city-context/feed'
import { OffStreetParking } from 'city-context/models'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type City, connect } from '../../src/connect.js'
import { exitDrill } from '../support/exit-run.js'

let brokers: Awaited<ReturnType<typeof startBroker>>[] = []
let from: City
let to: City

beforeAll(async () => {
  brokers = [await startBroker({ port: 0 }), await startBroker({ port: 0 })]
  from = await connect(brokers[0]?.url ?? '')
  to = await connect(brokers[1]?.url ?? '')
})
afterAll(async () => {
  await from.close()
  await to.close()
  for (const broker of brokers) await broker.close()
})

const id = 'urn:ngsi-ld:OffStreetParking:1'

const measured = (tenant: string, spaces: number, observedAt: string): Promise<unknown> =>
  from.tenant(tenant).upsert(OffStreetParking, [
    {
      id,
      type: 'OffStreetParking' as const,
      location: { type: 'Point' as const, coordinates: [5, 52] as const },
      availableSpotNumber: { value: spaces, observedAt },
    },
  ])

describe('copyBroker, its options', () => {
  it('copies values of the past once, and says which ones stay', async () => {
    await measured('past', 10, '2026-11-01T10:00:00Z')
    await measured('past', 20, '2026-11-01T11:00:00Z')
    await measured('past', 30, '2026-11-01T12:00:00Z')
    const [source, target] = [from.tenant('past'), to.tenant('past')]
    expect((await copyBroker(source, target)).history).toBeUndefined()
    const report = await copyBroker(source, target, { history: true })
    // The newest value came with the entity itself.
    expect(report).toMatchObject({
      equal: true,
      complete: true,
      history: { entities: 1, values: 3, copied: 2, missing: 0 },
    })
    expect(report.notes[0]).toMatch(/values of the past have no observedAt/)
    const { series } = await target.history(OffStreetParking).get(id, { pick: ['availableSpotNumber'] })
    expect(series.availableSpotNumber?.map(({ value }) => value)).toEqual([10, 20, 30])
    expect((await copyBroker(source, target, { history: true })).history).toMatchObject({
      copied: 0,
      missing: 0,
    })
    await measured('past', 40, '2026-11-01T13:00:00Z')
    expect(await copyBroker(source, target, { history: true, verifyOnly: true })).toMatchObject({
      equal: false,
      history: { copied: 0, missing: 1 },
    })
  })

  it('says what the target cannot hold, and writes nothing unless that is accepted', async () => {
    await from.tenant('loss').upsert(OffStreetParking, [
      {
        id,
        type: 'OffStreetParking' as const,
        location: { type: 'Point' as const, coordinates: [5, 52] as const },
        scope: '/parking',
      },
    ])
    const source = from.tenant('loss')
    const target = to.tenant('loss')
    const info = await target.info()
    const poor = {
      ...target,
      info: async () => ({ ...info, can: { ...info.can, scope: 'no' as const } }),
    }
    const refused = await copyBroker(source, poor)
    expect(refused).toMatchObject({
      equal: false,
      complete: false,
      obstacles: [{ what: 'entities with a scope', count: 1, example: id }],
      types: [],
      entities: { written: 0 },
    })
    expect(await target.types()).toEqual([])
    const accepted = await copyBroker(source, poor, { acceptLoss: true })
    expect(accepted).toMatchObject({ complete: false, entities: { written: 1 } })
  })

  it('deletes on the target what the source no longer holds, only when asked', async () => {
    const [source, target] = [from.tenant('prune'), to.tenant('prune')]
    await measured('prune', 1, '2026-11-01T10:00:00Z')
    await copyBroker(source, target)
    await source.delete(id)
    // The type is gone from the source with its last entity.
    expect((await copyBroker(source, target, { verifyOnly: true })).types[0]?.differences).toEqual([
      { id, what: 'extra' },
    ])
    expect(await copyBroker(source, target, { prune: true })).toMatchObject({
      equal: true,
      entities: { pruned: 1 },
    })
  })

  it('takes types by their names, and refuses one that is not there', async () => {
    await measured('names', 1, '2026-11-01T10:00:00Z')
    const source = from.tenant('names')
    const report = await copyBroker(source, to.tenant('names'), { types: ['OffStreetParking'] })
    expect(report.types.map(({ type }) => type)).toEqual([OffStreetParking.iri])
    await expect(copyBroker(source, to.tenant('names'), { types: ['Lantern'] })).rejects.toThrow(
      /has no type "Lantern"; it has https:/,
    )
  })
})

describe('tenantsOf', () => {
  afterEach(() => nock.cleanAll())

  it('lists the tenants of an Orion-LD', async () => {
    nock('http://orion:1026').get('/ngsi-ld/ex/v1/tenants').reply(200, ['parking', 'waste'])
    const city = await connect('http://orion:1026', { dialect: 'orion-ld-mongoc' })
    expect(await tenantsOf(city)).toEqual([undefined, 'parking', 'waste'])
    await city.close()
  })

  it('asks for their names where a broker does not tell', async () => {
    const error = await tenantsOf(from).catch((reason: unknown) => reason)
    expect(isUsageError(error) && error.message).toContain('does not list its tenants; name them')
  })
})

describe('exit drill', () => {
  it('ends equal though the copy is killed three times and the source is in use', async () => {
    const drill = await exitDrill(2400)
    expect(drill.killedAt.every((there) => there > 0)).toBe(true)
    expect(drill.changes).toBeGreaterThan(0)
    expect(drill.report).toMatchObject({ equal: true, complete: true, entities: { failed: 0 } })
    expect(drill.wrong).toEqual([])
    expect([drill.code, drill.subscriptions, drill.active, drill.contexts]).toEqual([0, 8, 0, 2])
    expect([drill.found, drill.codeAfter]).toEqual([[drill.spoiled], 1])
  }, 120_000)
})
