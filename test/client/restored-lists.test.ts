import nock from 'nock'
import { expect, it } from 'vitest'
import { connect } from '../../src/connect.js'
import { OffStreetParking } from '../../src/models/index.js'

// JSON-LD compaction reduces a list of one to its item; Scorpio and Orion-LD do so on reading.
it('gives lists of one back where a broker reduced them to their item', async () => {
  const head = { id: 'urn:ngsi-ld:OffStreetParking:1', type: 'OffStreetParking' }
  nock('http://broker.test')
    .get('/ngsi-ld/v1/entities')
    .query(true)
    .reply(200, [{ ...head, category: 'public', name: 'Station' }])
  nock('http://broker.test')
    .get('/ngsi-ld/v1/entities/urn%3Angsi-ld%3AOffStreetParking%3A1')
    .query(true)
    .reply(200, {
      ...head,
      category: { type: 'Property', value: 'public' },
      name: { type: 'Property', value: 'Station' },
    })
  const city = await connect('http://broker.test', { dialect: 'scorpio' })
  const [read] = await city.find(OffStreetParking).limit(1).toArray()
  expect(read).toEqual({ ...head, category: ['public'], name: 'Station' })
  const normalized = await city.get(OffStreetParking, head.id, { as: 'normalized' })
  expect(normalized.category).toEqual({ type: 'Property', value: ['public'] })
  await city.close()
})
