import { fileURLToPath } from 'node:url'
import { startBroker } from 'city-context/broker'
import { readProfile, withProfile } from 'city-context/check'
import { OffStreetParking, Streetlight, TrafficFlowObserved } from 'city-context/models'
import { describe, expect, it } from 'vitest'
import { connect } from '../../src/connect.js'

const file = fileURLToPath(new URL('../../examples/profiles/voorbeeldstad.profile.yaml', import.meta.url))
const good = {
  id: 'urn:ngsi-ld:OffStreetParking:GM0000:1',
  type: 'OffStreetParking',
  name: 'Haven',
  location: { type: 'Point', coordinates: [5.21001, 52.54001] },
  totalSpotNumber: 100,
  availableSpotNumber: { value: 5, observedAt: new Date().toISOString() },
  evBays: 4,
} as const

describe('a model with a profile', () => {
  it('finds what the profile does not allow, in any representation', async () => {
    const model = withProfile(OffStreetParking, await readProfile(file))
    const rules = (entity: object): readonly unknown[] => model.validate(entity).map(({ rule }) => rule)
    expect(rules(good)).toEqual([])
    expect(rules({ ...good, id: 'urn:ngsi-ld:OffStreetParking:GM1111:1' })).toEqual(['profile.id'])
    const { name: _, ...nameless } = good
    expect(rules(nameless)).toEqual(['profile.mandatory'])
    expect(rules({ ...good, evBays: 1.5 })).toContain('profile.type')
    expect(rules({ ...good, totalSpotNumber: { type: 'Property', value: 'x' } })).toContain('model.type')
    expect(rules({ ...good, address: { type: 'PostalAddress', addressLocality: 'X' } })).toEqual([])
    expect(model.attributes['evBays']).toMatchObject({ iri: 'https://voorbeeldstad.example/terms/evBays' })
    expect(OffStreetParking.attributes).not.toHaveProperty('evBays')
  })

  it('is the model itself where the profile does not name it', async () => {
    const profile = await readProfile(file)
    expect(withProfile(TrafficFlowObserved, profile)).toBe(TrafficFlowObserved)
    expect(withProfile(Streetlight, profile)).not.toBe(Streetlight)
  })

  it('keeps a write from the broker that breaks the profile', async () => {
    const broker = await startBroker({ port: 0 })
    const city = await connect(broker.url)
    try {
      const model = withProfile(OffStreetParking, await readProfile(file))
      const report = await city.upsertMixed([
        { model, entity: good },
        { model, entity: { ...good, id: 'urn:ngsi-ld:OffStreetParking:GM0000:2', name: undefined } },
      ])
      expect([report.created, report.invalid]).toEqual([1, 1])
      expect(report.problems).toMatchObject([{ id: 'urn:ngsi-ld:OffStreetParking:GM0000:2' }])
    } finally {
      await city.close()
      await broker.close()
    }
  })
})
