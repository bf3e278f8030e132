import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedBroker } from '../../src/broker/index.js'
import { type Ask, freshBroker, lamp, ld } from './ask.js'

interface Received {
  readonly headers: IncomingHttpHeaders
  // biome-ignore lint/suspicious/noExplicitAny: notifications of every shape are looked into
  readonly body: any
}

let broker: EmbeddedBroker
let ask: Ask
let server: Server
let uri: string
let received: Received[]
let status: number

beforeEach(async () => {
  ;({ broker, ask } = await freshBroker())
  received = []
  status = 200
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`
})

afterEach(async () => {
  await broker.close()
  await new Promise((resolve) => server.close(resolve))
})

const subscription = (
  members: object = {},
  notification: object = {},
  endpoint: object = {},
): Record<string, unknown> => ({
  id: 'urn:ngsi-ld:Subscription:s',
  type: 'Subscription',
  entities: [{ type: 'Lamp' }],
  notification: { endpoint: { uri, ...endpoint }, ...notification },
  ...members,
})

const subscribe = async (members?: object, notification?: object, endpoint?: object): Promise<void> => {
  const answer = await ask('POST', '/subscriptions', subscription(members, notification, endpoint))
  expect([answer.status, answer.body]).toEqual([201, undefined])
}

const one = '/subscriptions/urn:ngsi-ld:Subscription:s'
const lamp1 = '/entities/urn:ngsi-ld:Lamp:1'
const notified = async (): Promise<readonly Received[]> => {
  await broker.idle()
  return received.splice(0)
}

describe('subscriptions (5.8.1 to 5.8.5)', () => {
  it('are created, read, listed, patched and deleted', async () => {
    const created = await ask('POST', '/subscriptions', subscription({ subscriptionName: 'n', q: 'power>1' }))
    expect(created.headers.get('location')).toBe(`/ngsi-ld/v1${one}`)
    expect((await ask('POST', '/subscriptions', subscription())).status).toBe(409)
    expect((await ask('GET', one)).body).toEqual({
      ...subscription({ subscriptionName: 'n', q: 'power>1' }),
      status: 'active',
      jsonldContext: expect.stringContaining('core-context'),
    })
    expect((await ask('PATCH', one, { isActive: false, q: 'urn:ngsi-ld:null' })).status).toBe(204)
    const patched = (await ask('GET', `${one}?options=sysAttrs`)).body
    expect(patched).toMatchObject({ status: 'paused', isActive: false, createdAt: expect.any(String) })
    expect(patched).not.toHaveProperty('q')
    const listed = await ask('GET', '/subscriptions?limit=1&count=true')
    expect([listed.body.length, listed.headers.get('ngsild-results-count')]).toEqual([1, '1'])
    expect((await ask('DELETE', one)).status).toBe(204)
    expect((await ask('GET', one)).status).toBe(404)
  })

  it.each([
    [{ type: 'Sub' }],
    [{ entities: undefined }],
    [{ entities: [] }],
    [{ entities: [{ id: 'urn:a:b' }] }],
    [{ watchedAttributes: [] }],
    [{ notificationTrigger: ['never'] }],
    [{ notificationTrigger: [] }],
    [{ timeInterval: -1 }],
    [{ timeInterval: 5, watchedAttributes: ['a'] }],
    [{ timeInterval: 5, throttling: 5 }],
    [{ throttling: 0 }],
    [{ q: 'a>' }],
    [{ geoQ: { georel: 'near' } }],
    [{ expiresAt: '2020-01-01T00:00:00Z' }],
    [{ expiresAt: 'x' }],
    [{ temporalQ: {} }],
    [{ isActive: 'yes' }],
    [{ unknown: 1 }],
    [{ notification: undefined }],
    [{ notification: { endpoint: {} } }],
    [{ notification: { endpoint: { uri: 'ftp://a/b' } } }],
    [{ notification: { endpoint: { uri: 'http://a/b', accept: 'text/html' } } }],
    [{ notification: { endpoint: { uri: 'http://a/b', receiverInfo: [{ key: 'a\nb', value: 'x' }] } } }],
    [{ notification: { endpoint: { uri: 'http://a/b', timeout: 0 } } }],
    [{ notification: { endpoint: { uri: 'http://a/b' }, attributes: [] } }],
    [{ notification: { endpoint: { uri: 'http://a/b' }, format: 'xml' } }],
    [{ notification: { endpoint: { uri: 'http://a/b' }, format: 'keyValues', showChanges: true } }],
  ])('refuses %j', async (members) => {
    const answer = await ask('POST', '/subscriptions', subscription(members))
    expect([answer.status, answer.body.type]).toEqual([
      400,
      'https://uri.etsi.org/ngsi-ld/errors/BadRequestData',
    ])
  })

  it('refuses to delete what is mandatory, or to change the id', async () => {
    await subscribe()
    for (const body of [
      { notification: 'urn:ngsi-ld:null' },
      { id: 'urn:x:y' },
      { expiresAt: '2020-01-01T00:00:00Z' },
      {},
    ])
      expect((await ask('PATCH', one, body)).status).toBe(400)
  })

  it('shows names in the terms of the reader', async () => {
    const context = { Lamp: 'https://x/Lamp', power: 'https://x/power' }
    await ask(
      'POST',
      '/subscriptions',
      { ...subscription({ watchedAttributes: ['power'] }), '@context': context },
      ld,
    )
    expect((await ask('GET', one)).body).toMatchObject({
      entities: [{ type: 'https://x/Lamp' }],
      watchedAttributes: ['https://x/power'],
    })
  })
})

describe('notifications (5.8.6, 6.3.8)', () => {
  it('hold the entity, with Link, tenant and receiverInfo', async () => {
    const tenant = { 'NGSILD-Tenant': 'north' }
    const body = subscription(
      {},
      {},
      {
        receiverInfo: [
          { key: 'Authorization', value: 'Bearer x' },
          { key: 'Link', value: 'no' },
        ],
      },
    )
    expect((await ask('POST', '/subscriptions', body, tenant)).status).toBe(201)
    await ask('POST', '/entities', lamp(1), tenant)
    const [notification] = await notified()
    expect(notification?.headers).toMatchObject({
      'content-type': 'application/json',
      'ngsild-tenant': 'north',
      authorization: 'Bearer x',
      link: expect.stringContaining('json-ld#context'),
    })
    expect(notification?.body).toEqual({
      id: expect.stringMatching(/^urn:ngsi-ld:Notification:/),
      type: 'Notification',
      subscriptionId: 'urn:ngsi-ld:Subscription:s',
      notifiedAt: expect.any(String),
      data: [lamp(1)],
    })
    expect((await ask('GET', one, undefined, tenant)).body.notification).toMatchObject({
      status: 'ok',
      timesSent: 1,
      lastSuccess: expect.any(String),
      lastNotification: expect.any(String),
    })
  })

  it('come once per request with all entities of a batch, and not for writes that change nothing', async () => {
    await subscribe({ q: 'power>1' })
    await ask('POST', '/entityOperations/upsert', [
      lamp(1),
      lamp(2),
      lamp(3),
      { id: 'urn:x:y', type: 'Car', power: 9 },
    ])
    const [first, ...more] = await notified()
    expect([first?.body.data.map(({ id }: { id: string }) => id), more]).toEqual([
      ['urn:ngsi-ld:Lamp:2', 'urn:ngsi-ld:Lamp:3'],
      [],
    ])
    await ask('POST', '/entityOperations/upsert', [lamp(2), lamp(3)])
    expect(await notified()).toEqual([])
  })

  it.each([
    [['entityCreated'], ['create']],
    [['entityDeleted'], ['delete']],
    [['attributeCreated'], ['create', 'append']],
    [['attributeUpdated'], ['update']],
    [['attributeDeleted'], ['remove', 'delete']],
    [['entityUpdated'], ['append', 'update', 'remove']],
    [undefined, ['create', 'append', 'update']],
  ])('are sent by the triggers %j', async (notificationTrigger, expected) => {
    await subscribe(notificationTrigger === undefined ? {} : { notificationTrigger })
    const steps: readonly (readonly [string, string, string, unknown?])[] = [
      ['create', 'POST', '/entities', lamp(1)],
      ['append', 'POST', `${lamp1}/attrs`, { extra: 1 }],
      ['update', 'PATCH', `${lamp1}/attrs/extra`, { value: 2 }],
      ['remove', 'DELETE', `${lamp1}/attrs/extra`],
      ['delete', 'DELETE', lamp1],
    ]
    const sent: string[] = []
    for (const [name, method, path, body] of steps) {
      expect((await ask(method, path, body)).status).toBeLessThan(300)
      if ((await notified()).length > 0) sent.push(name)
    }
    expect(sent).toEqual(expected)
  })

  it('watch only the attributes that are named', async () => {
    await ask('POST', '/entities', lamp(1, { other: 1 }))
    await subscribe({ watchedAttributes: ['power'] }, { attributes: ['power'], format: 'simplified' })
    await ask('PATCH', `${lamp1}/attrs`, { other: 2 })
    expect(await notified()).toEqual([])
    await ask('PATCH', `${lamp1}/attrs`, { power: 5 })
    expect((await notified())[0]?.body.data).toEqual([{ id: 'urn:ngsi-ld:Lamp:1', type: 'Lamp', power: 5 }])
  })

  it('show what was before, and deletions by the marker', async () => {
    await ask('POST', '/entities', lamp(1, { name: { languageMap: { nl: 'x' } } }))
    await subscribe(
      { notificationTrigger: ['attributeUpdated', 'attributeDeleted', 'entityDeleted'] },
      { showChanges: true },
    )
    await ask('PATCH', `${lamp1}/attrs`, { power: 5 })
    expect((await notified())[0]?.body.data[0].power).toEqual({
      type: 'Property',
      value: 5,
      previousValue: 1,
    })
    await ask('DELETE', `${lamp1}/attrs/name`)
    expect((await notified())[0]?.body.data[0].name).toEqual({
      type: 'LanguageProperty',
      languageMap: { '@none': 'urn:ngsi-ld:null' },
      previousLanguageMap: { nl: 'x' },
    })
    await ask('DELETE', lamp1)
    expect((await notified())[0]?.body.data[0]).toMatchObject({
      id: 'urn:ngsi-ld:Lamp:1',
      deletedAt: expect.any(String),
      power: { value: 'urn:ngsi-ld:null', previousValue: 5 },
    })
  })

  it('tell of a deleted entity exactly id, type and deletedAt', async () => {
    await ask('POST', '/entities', lamp(1))
    await subscribe({ notificationTrigger: ['entityDeleted'] })
    await ask('DELETE', lamp1)
    expect((await notified())[0]?.body.data).toEqual([
      { id: 'urn:ngsi-ld:Lamp:1', type: 'Lamp', deletedAt: expect.any(String) },
    ])
  })

  it('tell of all instances deleted with one marker without datasetId', async () => {
    await ask('POST', '/entities', lamp(1, { a: [{ value: 1 }, { value: 2, datasetId: 'urn:d:1' }] }))
    await subscribe({ notificationTrigger: ['attributeDeleted'] })
    await ask('DELETE', `${lamp1}/attrs/a?deleteAll=true`)
    expect((await notified())[0]?.body.data[0].a).toEqual({ type: 'Property', value: 'urn:ngsi-ld:null' })
  })

  it('carry the context in each entity as JSON-LD, and on top as GeoJSON', async () => {
    await subscribe({}, {}, { accept: 'application/ld+json' })
    await ask('POST', '/entities', lamp(1, { location: { type: 'Point', coordinates: [1, 2] } }))
    const [first] = await notified()
    expect(first?.headers['link']).toBeUndefined()
    expect(first?.body.data[0]['@context']).toContain('core-context')
    await ask('PATCH', one, { notification: { endpoint: { uri, accept: 'application/geo+json' } } })
    await ask('PATCH', `${lamp1}/attrs`, { power: 2 })
    expect((await notified())[0]?.body.data).toMatchObject({
      type: 'FeatureCollection',
      features: [
        {
          id: 'urn:ngsi-ld:Lamp:1',
          type: 'Feature',
          geometry: { type: 'Point' },
          properties: { type: 'Lamp' },
        },
      ],
      '@context': expect.any(String),
    })
  })

  it('count failures and keep the subscription', async () => {
    await subscribe()
    status = 500
    await ask('POST', '/entities', lamp(1))
    await notified()
    expect((await ask('GET', one)).body).toMatchObject({
      status: 'active',
      notification: { status: 'failed', timesSent: 1, timesFailed: 1, lastFailure: expect.any(String) },
    })
    status = 204
    await ask('PATCH', `${lamp1}/attrs`, { power: 2 })
    expect(await notified()).toHaveLength(1)
    expect((await ask('GET', one)).body.notification).toMatchObject({ timesSent: 2, timesFailed: 1 })
  })

  it('are dropped within the throttling time, and skipped in a cooldown', async () => {
    await subscribe({ throttling: 60 })
    await ask('POST', '/entities', lamp(1))
    await ask('POST', '/entities', lamp(2))
    expect(await notified()).toHaveLength(1)
    await ask('PATCH', one, {
      throttling: 'urn:ngsi-ld:null',
      notification: { endpoint: { uri, cooldown: 60_000 } },
    })
    status = 500
    await ask('POST', '/entities', lamp(3))
    expect(await notified()).toHaveLength(1)
    await ask('POST', '/entities', lamp(4))
    expect(await notified()).toHaveLength(0)
  })

  it('come at intervals with everything that matches', async () => {
    await ask('POST', '/entityOperations/create', [lamp(1), lamp(2)])
    await subscribe({ timeInterval: 0.1 })
    await ask('PATCH', `${lamp1}/attrs`, { power: 5 })
    await new Promise((resolve) => setTimeout(resolve, 400))
    const all = await notified()
    expect(all.length).toBeGreaterThanOrEqual(1)
    expect(all[0]?.body.data).toHaveLength(2)
  })

  it('stop when paused or expired', async () => {
    await subscribe({ isActive: false })
    await ask('POST', '/entities', lamp(1))
    await ask('PATCH', one, { isActive: true, expiresAt: new Date(Date.now() + 1000).toISOString() })
    await ask('POST', '/entities', lamp(2))
    expect(await notified()).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 1020))
    await ask('POST', '/entities', lamp(3))
    expect(await notified()).toHaveLength(0)
    expect((await ask('GET', one)).body.status).toBe('expired')
  })

  it('arrive all, in order, while writes never wait for them', async () => {
    await subscribe({}, { format: 'simplified' })
    await ask('POST', '/entities', lamp(1))
    const started = performance.now()
    for (let power = 2; power <= 200; power += 1) await ask('PATCH', `${lamp1}/attrs`, { power })
    expect(performance.now() - started).toBeLessThan(5000)
    const powers = (await notified()).map(({ body }) => body.data[0].power)
    expect(powers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
  })

  it('are not sent to private addresses where that is not allowed', async () => {
    const guarded = await freshBroker({ allowPrivateReceivers: false })
    await guarded.ask('POST', '/subscriptions', subscription())
    await guarded.ask('POST', '/entities', lamp(1))
    await guarded.broker.idle()
    expect(received).toEqual([])
    expect((await guarded.ask('GET', one)).body.notification).toMatchObject({ timesFailed: 1 })
    await guarded.broker.close()
  })
})
