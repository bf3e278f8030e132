import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Notification } from '../../src/receiver/notification.js'
import { type Receiver, receive } from '../../src/receiver/receiver.js'
import { shared } from '../support/shared.js'

let receiver: Receiver
const got: Notification[] = []
beforeEach(async () => {
  got.length = 0
  receiver = await receive({ onNotification: (notification) => void got.push(notification) })
})
afterEach(() => receiver.close())

const send = (path: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const length = { 'Content-Length': String(Buffer.byteLength(body)) }
    const where = {
      port: receiver.port,
      host: '127.0.0.1',
      method: 'POST',
      path,
      headers: { ...headers, ...length },
    }
    const sent = request(where, (reply) => {
      reply.resume()
      reply.on('end', () => resolve(reply.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const context = 'https://example.org/city.jsonld'
const link = `<${context}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`
const level = { type: 'Property', value: 0.8, observedAt: '2026-11-23T10:00:00Z' }
const lamp = { id: 'urn:ngsi-ld:Lamp:1', type: 'Lamp', level }
const envelope = {
  id: 'urn:ngsi-ld:Notification:7',
  type: 'Notification',
  subscriptionId: 'urn:ngsi-ld:Subscription:lamps',
  notifiedAt: '2026-11-23T10:00:01.000Z',
}
const json = { 'Content-Type': 'application/json' }

describe('each broker’s notifications over a socket', () => {
  test.each<[string, string, Readonly<Record<string, string>>, object, Partial<Notification>]>([
    [
      'Orion-LD, default mode: charset, Ngsiv2-AttrsFormat, the id in the address',
      '/notify?subscriptionId=urn:ngsi-ld:Subscription:lamps',
      {
        'Content-Type': 'application/json; charset=utf-8',
        'Ngsild-Tenant': 'town',
        'Ngsiv2-AttrsFormat': 'normalized',
        Link: link,
      },
      { ...envelope, data: [lamp] },
      { tenant: 'town', context, entities: [lamp] },
    ],
    [
      'Orion-LD, mongoc: several entities in one, the context at the top, a second question mark',
      '/notify?a=1?subscriptionId=urn:ngsi-ld:Subscription:lamps',
      { 'Content-Type': 'application/ld+json', 'Ngsild-Attribute-Format': 'Normalized' },
      { ...envelope, '@context': context, data: [lamp, { ...lamp, id: 'urn:ngsi-ld:Lamp:2' }] },
      { context, entities: [lamp, { ...lamp, id: 'urn:ngsi-ld:Lamp:2' }] },
    ],
    [
      'Orion-LD: a deleted entity',
      '/notify?subscriptionId=urn:ngsi-ld:Subscription:lamps',
      json,
      { ...envelope, data: [{ id: lamp.id, type: 'Lamp', deletedAt: '2026-11-23T10:00:00Z' }] },
      { entities: [{ id: lamp.id, type: 'Lamp', deletedAt: '2026-11-23T10:00:00Z' }] },
    ],
    [
      'Scorpio: an id that is no URN, the context in each entity, one element instead of a list',
      '/notify',
      { 'Content-Type': 'application/ld+json', 'NGSILD-Tenant': 'town' },
      { ...envelope, id: 'notification:-8863', data: { ...lamp, '@context': [context] } },
      { id: 'notification:-8863', tenant: 'town', context, entities: [lamp] },
    ],
    [
      'Stellio: no tenant header for the default tenant, system times in the attribute',
      '/notify',
      { ...json, Link: link },
      { ...envelope, data: [{ ...lamp, level: { ...level, modifiedAt: '2026-11-23T10:00:00.123456Z' } }] },
      { tenant: undefined, context },
    ],
    [
      'GeoJSON of any of them',
      '/notify',
      { 'Content-Type': 'application/geo+json' },
      {
        ...envelope,
        data: {
          type: 'FeatureCollection',
          features: [{ id: lamp.id, type: 'Feature', geometry: null, properties: { type: 'Lamp', level } }],
        },
      },
      { entities: [lamp] },
    ],
    ['concise', '/notify', json, { ...envelope, data: [{ ...lamp, level: { value: 0.8 } }] }, {}],
    ['simplified', '/notify', json, { ...envelope, data: [{ ...lamp, level: 0.8 }] }, {}],
  ])('%s', async (_title, path, headers, body, expected) => {
    expect(await send(path, headers, JSON.stringify(body))).toBe(200)
    expect(got).toHaveLength(1)
    expect(got[0]).toMatchObject({ subscriptionId: envelope.subscriptionId, ...expected })
  })
})

/** Bodies of notifications as a real Orion-LD sent them, from a recording. */
const recorded = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('{') && line.includes('"type":"Notification"'))

describe.each(['transcript-default.md', 'transcript-experimental.md'])('recorded: %s', (name) => {
  const source = shared(`orion-ld-live/${name}`)
  test.skipIf(!source.present)(
    `every recorded notification is taken${source.present ? '' : `: ${source.reason}`}`,
    async () => {
      const bodies = recorded(readFileSync(source.path, 'utf8'))
      expect(bodies.length).toBeGreaterThan(0)
      for (const body of bodies) expect(await send('/notify', json, body)).toBe(200)
      expect(got).toHaveLength(bodies.length)
      for (const { subscriptionId, entities } of got) {
        expect(subscriptionId).toMatch(/^urn:/)
        expect(entities.length).toBeGreaterThan(0)
      }
    },
  )
})
