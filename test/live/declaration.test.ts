import { expect, it } from 'vitest'
import { dialects } from '../../src/dialect/table.js'
import { isUsageError } from '../../src/errors.js'
import { declareSubscription, type SubscriptionOptions } from '../../src/live/declaration.js'
import type { Model } from '../../src/model/descriptor.js'
import { Container } from '../support/container.js'

const geoQ = async (options: Partial<SubscriptionOptions<unknown, unknown>>): Promise<unknown> => {
  const to = { uri: 'http://receiver.example/notify', secret: 'x' }
  const made = await declareSubscription(Container as Model, { name: 'x', ...options }, to, dialects.embedded)
  return made.document['geoQ']
}
const point = { type: 'Point', coordinates: [5, 51] } as const
const ring = [
  [5, 51],
  [6, 51],
  [6, 52],
  [5, 51],
] as const

it.each([
  ['a pair', { place: [5, 51], maxMeters: 500 }, 'near;maxDistance==500'],
  ['a geometry', { place: point, minMeters: 500 }, 'near;minDistance==500'],
] as const)('a subscription near a place takes %s, as a query does', async (_, near, georel) => {
  expect(await geoQ({ near })).toMatchObject({
    georel,
    geometry: 'Point',
    coordinates: [5, 51],
    geoproperty: 'location',
  })
})

it('a subscription within an area names its geometry', async () => {
  const within = { area: { type: 'Polygon', coordinates: [ring] }, geoproperty: 'observationSpace' } as const
  expect(await geoQ({ within })).toMatchObject({
    georel: 'within',
    geometry: 'Polygon',
    geoproperty: 'observationSpace',
  })
})

it.each([
  [{ near: { place: [95, 151] as const, maxMeters: 500 } }, /near.within/],
  [{ near: { place: point } }, /maxMeters, minMeters or both/],
  [{ near: { place: point, maxMeters: -1 } }, /metres, 0 or more/],
])('refuses %j as a query does', async (options, message) => {
  const refused = await geoQ(options).catch((error: unknown) => error)
  expect(isUsageError(refused) && refused.message).toMatch(message)
})
