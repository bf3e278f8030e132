import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedBroker } from '../../src/broker/index.js'
import { type Ask, freshBroker, lamp } from './ask.js'

let broker: EmbeddedBroker
let ask: Ask
beforeEach(async () => {
  ;({ broker, ask } = await freshBroker())
})

const registration = (number: number, members: object = {}): Record<string, unknown> => ({
  id: `urn:r:${number}`,
  type: 'ContextSourceRegistration',
  information: [{ entities: [{ type: 'Lamp' }], propertyNames: ['power'] }],
  endpoint: 'http://source.example/ngsi-ld',
  ...members,
})
const register = (number: number, members?: object) =>
  ask('POST', '/csourceRegistrations', registration(number, members))
const found = async (query: string): Promise<string[]> => {
  const answer = await ask('GET', `/csourceRegistrations?${query}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.map(({ id }: { id: string }) => id.slice(-1))
}

describe('registrations (5.9, 5.10)', () => {
  it('are created, read, patched and deleted', async () => {
    const created = await register(1, { expiresAt: '2099-01-01T00:00:00Z' })
    expect([created.status, created.headers.get('location')]).toEqual([
      201,
      '/ngsi-ld/v1/csourceRegistrations/urn:r:1',
    ])
    expect((await register(1)).status).toBe(409)
    const path = '/csourceRegistrations/urn:r:1'
    expect((await ask('GET', path)).body).toEqual(registration(1, { expiresAt: '2099-01-01T00:00:00Z' }))
    expect((await ask('PATCH', path, { registrationName: 'x', expiresAt: null })).status).toBe(204)
    expect((await ask('GET', `${path}?options=sysAttrs`)).body).toMatchObject({
      registrationName: 'x',
      createdAt: expect.any(String),
    })
    expect((await ask('GET', path)).body).not.toHaveProperty('expiresAt')
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('GET', path)).status).toBe(404)
  })

  it.each([
    [{ type: 'X' }],
    [{ endpoint: undefined }],
    [{ information: [] }],
    [{ information: [{}] }],
    [{ information: [{ entities: [] }] }],
    [{ information: [{ entities: [{ id: 'urn:a:b' }] }] }],
    [{ information: [{ propertyNames: [] }] }],
    [{ mode: 'greedy' }],
    [{ operations: ['fly'] }],
    [{ mode: 'exclusive' }],
    [{ mode: 'auxiliary' }],
    [{ mode: 'auxiliary', operations: ['updateOps'] }],
    [{ expiresAt: '2020-01-01T00:00:00Z' }],
    [{ location: { type: 'Point', coordinates: [500, 0] } }],
    [{ observationInterval: {} }],
    [{ refreshRate: 'often' }],
    [{ registrationName: '' }],
  ])('are refused with %j', async (members) => {
    expect((await register(1, members)).status).toBe(400)
  })

  it('conflict with entities and registrations where they are exclusive', async () => {
    const information = [{ entities: [{ type: 'Lamp', id: 'urn:ngsi-ld:Lamp:1' }], propertyNames: ['power'] }]
    expect((await register(1, { mode: 'exclusive', information })).status).toBe(201)
    expect((await register(2, { mode: 'exclusive', information })).status).toBe(409)
    await ask('DELETE', '/csourceRegistrations/urn:r:1')
    await ask('POST', '/entities', lamp(1))
    expect((await register(3, { mode: 'exclusive', information })).status).toBe(409)
    expect((await register(4, { information })).status).toBe(201)
  })

  it('are found by type, id, attributes, place, time, scope and csf', async () => {
    await register(1, { contextSourceInfo: [{ key: 'level', value: 'city' }] })
    await register(2, {
      information: [{ entities: [{ type: 'Pole', idPattern: '^urn:p:' }] }],
      scope: '/city/north',
    })
    await register(3, {
      information: [{ entities: [{ type: 'Lamp', id: 'urn:l:3' }] }],
      location: { type: 'Point', coordinates: [5, 51] },
    })
    await register(4, {
      observationInterval: { startAt: '2026-01-01T00:00:00Z', endAt: '2026-02-01T00:00:00Z' },
    })
    expect(await found('type=Lamp')).toEqual(['1', '3'])
    expect(await found('type=Lamp&id=urn:l:4')).toEqual(['1'])
    expect(await found('type=Pole&id=urn:p:7')).toEqual(['2'])
    expect(await found('type=Pole&id=urn:x:7')).toEqual([])
    expect(await found('attrs=speed')).toEqual(['2', '3'])
    expect(await found('type=Lamp&georel=near;maxDistance==10&geometry=Point&coordinates=[5,51]')).toEqual([
      '3',
    ])
    expect(await found('type=Pole&scopeQ=/city/%23')).toEqual(['2'])
    expect(await found('type=Lamp&timerel=after&timeAt=2026-01-15T00:00:00Z')).toEqual(['4'])
    expect(await found('type=Lamp&timerel=after&timeAt=2026-03-15T00:00:00Z')).toEqual([])
    expect(await found(`type=Lamp&csf=${encodeURIComponent('contextSourceInfo[level]=="city"')}`)).toEqual([
      '1',
    ])
    expect(await found('type=Car')).toEqual([])
    expect((await ask('GET', '/csourceRegistrations')).status).toBe(400)
    expect((await ask('GET', '/csourceRegistrations?type=Lamp&csf=a==')).status).toBe(400)
  })
})

describe('subscriptions to registrations (5.11)', () => {
  let server: Server
  let uri: string
  // biome-ignore lint/suspicious/noExplicitAny: notifications are looked into
  const received: any[] = []
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        received.push(JSON.parse(Buffer.concat(chunks).toString()))
        response.writeHead(200).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  it('tell of what matches, newly, still, and no longer', async () => {
    const notified = async (): Promise<unknown[]> => {
      await broker.idle()
      return received
        .splice(0)
        .map(({ triggerReason, data }) => [
          triggerReason,
          data.map(({ id, information }: { id: string; information: unknown[] }) => [id, information.length]),
        ])
    }
    await register(1)
    const subscription = {
      id: 'urn:s:1',
      type: 'Subscription',
      entities: [{ type: 'Lamp' }],
      notification: { endpoint: { uri } },
    }
    expect((await ask('POST', '/csourceSubscriptions', subscription)).status).toBe(201)
    expect(await notified()).toEqual([['newlyMatching', [['urn:r:1', 1]]]])
    const information = [{ entities: [{ type: 'Lamp' }] }, { entities: [{ type: 'Pole' }] }]
    await register(2, { information })
    expect(await notified()).toEqual([['newlyMatching', [['urn:r:2', 1]]]])
    await ask('PATCH', '/csourceRegistrations/urn:r:2', { registrationName: 'x' })
    expect(await notified()).toEqual([['updated', [['urn:r:2', 1]]]])
    await ask('PATCH', '/csourceRegistrations/urn:r:2', { information: [{ entities: [{ type: 'Pole' }] }] })
    await ask('DELETE', '/csourceRegistrations/urn:r:1')
    expect((await notified()).map((one) => (one as unknown[])[0])).toEqual([
      'noLongerMatching',
      'noLongerMatching',
    ])
    await register(3, { information: [{ entities: [{ type: 'Car' }] }] })
    expect(await notified()).toEqual([])
    expect((await ask('GET', '/csourceSubscriptions/urn:s:1')).body).toMatchObject({
      notification: { timesSent: 5 },
      status: 'active',
    })
    expect((await ask('DELETE', '/csourceSubscriptions/urn:s:1')).status).toBe(204)
    await broker.close()
  })
})
