import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { freshBroker, lamp } from './ask.js'

const rich = lamp(1, {
  type: ['Lamp', 'Device'],
  scope: '/a',
  power: [
    { value: 1, observedAt: '2026-01-01T00:00:00Z', valueType: 'Watt' },
    { value: 2, datasetId: 'urn:d:1' },
  ],
  name: { languageMap: { nl: 'lamp' } },
  state: { vocab: 'on' },
  raw: { json: { a: 1 }, note: { valueList: [1] } },
  poles: { objectList: ['urn:p:1', 'urn:p:2'] },
})

describe('Prefer: ngsi-ld= (CIM 009 6.3.18)', () => {
  it.each([
    [
      '1.9',
      200,
      {
        type: ['Lamp', 'Device'],
        scope: '/a',
        name: { type: 'LanguageProperty', languageMap: { nl: 'lamp' } },
      },
    ],
    [
      '1.6',
      203,
      {
        scope: '/a',
        power: [
          { type: 'Property', value: 1, observedAt: '2026-01-01T00:00:00Z' },
          { type: 'Property', value: 2, datasetId: 'urn:d:1' },
        ],
        name: { type: 'LanguageProperty', languageMap: { nl: 'lamp' } },
        state: { type: 'Property', value: 'on' },
        raw: { type: 'Property', value: { a: 1 }, note: { type: 'Property', value: [1] } },
        poles: { type: 'Relationship', object: ['urn:p:1', 'urn:p:2'] },
      },
    ],
    [
      '1.2',
      203,
      {
        type: 'Lamp',
        power: { type: 'Property', value: 1 },
        name: { type: 'Property', value: { nl: 'lamp' } },
      },
    ],
  ])('shows entities as version %s can, with %i', async (version, status, expected) => {
    const { ask } = await freshBroker()
    await ask('POST', '/entities', rich)
    const headers = { Prefer: `return=minimal, ngsi-ld="${version}"` }
    for (const path of ['/entities/urn:ngsi-ld:Lamp:1', '/entities?type=Lamp']) {
      const answer = await ask('GET', path, undefined, headers)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('preference-applied')).toBe(`ngsi-ld=${version}`)
      expect([answer.body].flat()[0]).toMatchObject(expected)
      expect([answer.body].flat()[0].scope).toBe(version === '1.2' ? undefined : '/a')
    }
  })

  it('says nothing where no version is asked for, or what is asked is none', async () => {
    const { ask } = await freshBroker()
    await ask('POST', '/entities', rich)
    for (const Prefer of ['body=json', 'ngsi-ld=new']) {
      const answer = await ask('GET', '/entities/urn:ngsi-ld:Lamp:1', undefined, { Prefer })
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([200, null])
    }
  })

  it('is done to notifications by ngsildConformance of the subscription', async () => {
    const bodies: string[] = []
    const receiver = createServer((incoming, response) => {
      incoming.on('data', (chunk: Buffer) => bodies.push(chunk.toString()))
      incoming.on('end', () => response.end())
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const { ask, broker } = await freshBroker()
    await ask('POST', '/subscriptions', {
      type: 'Subscription',
      entities: [{ type: 'Lamp' }],
      ngsildConformance: '1.3',
      notification: { endpoint: { uri: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/` } },
    })
    await ask('POST', '/entities', rich)
    await broker.idle()
    expect(JSON.parse(bodies.join('')).data[0]).toMatchObject({
      name: { type: 'Property', value: { nl: 'lamp' } },
      state: { type: 'Property', value: 'on' },
    })
    await broker.close()
    receiver.close()
  })
})

it.each(['..', '.', '%2e%2e', '.%2E'])(
  'takes the segment %s for no way to another resource (6.3.2)',
  async (segment) => {
    const broker = await startBroker()
    const ask = (method: string, path: string, body = ''): Promise<number> =>
      new Promise<number>((resolve) => {
        const headers =
          body === '' ? {} : { 'Content-Type': 'application/json', 'Content-Length': body.length }
        request(`${broker.url}`, { method, path: `/ngsi-ld/v1${path}`, headers }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0))
        }).end(body)
      })
    expect(await ask('POST', '/entities', '{"id":"urn:a:1","type":"T","a":1}')).toBe(201)
    expect(await ask('DELETE', `/entities/urn:a:1/attrs/${segment}`)).toBe(400)
    expect(await ask('PATCH', `/entities/urn:a:1/attrs/${segment}`, '{"b":1}')).toBe(400)
    expect(await ask('GET', '/entities/urn:a:1')).toBe(200)
    await broker.close()
  },
)
