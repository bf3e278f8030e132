import { attribute, type City, connect, extend } from 'city-context'
import { startBroker } from 'city-context/broker'
import { OffStreetParking } from 'city-context/models'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const shade = 'https://voorbeeldstad.example/terms/shade'
const Own = extend(OffStreetParking, {
  shade: attribute('Property', 'number', { iri: shade }),
  keptBy: attribute('Relationship', 'string', { iri: 'https://voorbeeldstad.example/terms/keptBy' }),
})

let broker: Awaited<ReturnType<typeof startBroker>>
let city: City

beforeEach(async () => {
  broker = await startBroker()
  city = await connect(broker.url)
  await city.upsert(
    Own,
    [0.2, 0.4, 0.6].map((share, index) => ({
      id: `urn:ngsi-ld:OffStreetParking:${index}`,
      type: 'OffStreetParking' as const,
      location: { type: 'Point' as const, coordinates: [5, 52] as const },
      shade: share,
      keptBy: 'urn:ngsi-ld:Person:1',
    })),
  )
})

afterEach(async () => {
  await city.close()
  await broker.close()
})

const stored = async (id: string): Promise<Record<string, unknown>> => {
  const reply = await fetch(`${broker.url}/ngsi-ld/v1/entities/${id}?options=keyValues`)
  return (await reply.json()) as Record<string, unknown>
}

describe("attributes of the city's own", () => {
  it('stand in the broker under their IRI and come back by their name', async () => {
    expect(await stored('urn:ngsi-ld:OffStreetParking:0')).toMatchObject({ [shade]: 0.2 })
    expect(await city.get(Own, 'urn:ngsi-ld:OffStreetParking:0')).toMatchObject({
      shade: 0.2,
      keptBy: 'urn:ngsi-ld:Person:1',
    })
    const normalized = await city.get(Own, 'urn:ngsi-ld:OffStreetParking:0', { as: 'normalized' })
    expect(normalized.keptBy).toMatchObject({ type: 'Relationship', object: 'urn:ngsi-ld:Person:1' })
  })

  it('can be asked for, ordered by and picked', async () => {
    const found = await city
      .find(Own)
      .where('shade', '>', 0.3)
      .orderBy('shade', 'desc')
      .pick('shade')
      .toArray()
    expect(found.map((site) => site.shade)).toEqual([0.6, 0.4])
    expect(await city.find(Own).where('keptBy', '==', 'urn:ngsi-ld:Person:1').count()).toBe(3)
    expect(await city.find(Own).where('shade', 'missing').count()).toBe(0)
  })

  it('are merged, set and deleted by name', async () => {
    const id = 'urn:ngsi-ld:OffStreetParking:0'
    await city.merge(Own, { id, type: 'OffStreetParking', shade: 0.9 })
    await city.attribute(Own, id, 'keptBy').delete()
    expect(await city.get(Own, id)).toMatchObject({ shade: 0.9 })
    await city.attribute(Own, id, 'shade').set(0.1)
    expect(await stored(id)).toMatchObject({ [shade]: 0.1 })
    expect(Object.keys(await stored(id))).not.toContain('https://voorbeeldstad.example/terms/keptBy')
    expect(await city.history(Own).get(id, { pick: ['shade'], timeproperty: 'modifiedAt' })).toMatchObject({
      series: { shade: [{ value: 0.2 }, { value: 0.9 }, { value: 0.1 }] },
    })
  })

  it('are watched and judged in a subscription', async () => {
    const told: (number | undefined)[] = []
    const live = await city.subscribe(
      Own,
      {
        name: 'shade',
        watchedAttributes: ['shade'],
        where: (site) => site.where('shade', '>', 0.5),
        ephemeral: true,
      },
      ({ entity }) => void told.push(entity.shade),
    )
    for (const shade of [0.3, 0.7])
      await city.merge(Own, { id: 'urn:ngsi-ld:OffStreetParking:0', type: 'OffStreetParking', shade })
    await expect.poll(() => told).toEqual([0.7])
    await live.close()
  })

  it('need no writing when nothing changed', async () => {
    const again = await city.upsert(Own, await city.find(Own).toArray(), { skipUnchanged: true })
    expect(again).toMatchObject({ unchanged: 3, updated: 0 })
  })
})
