import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { isUsageError, isValidationError } from '../../src/errors.js'
import { type Notification, readMqttNotification, readNotification } from '../../src/receiver/notification.js'
import { mountReceiver, type ReceiveOptions, type Receiver, receive } from '../../src/receiver/receiver.js'

const entity = { id: 'urn:ngsi-ld:T:1', type: 'T', a: { type: 'Property', value: 1 } }
const base = {
  id: 'urn:n:1',
  type: 'Notification',
  subscriptionId: 'urn:s:1',
  notifiedAt: '2026-01-01T00:00:00Z',
}

describe('envelopes', () => {
  test.each<[string, unknown, Partial<Notification>]>([
    ['normalized json', { ...base, data: [entity] }, { entities: [entity], subscriptionId: 'urn:s:1' }],
    ['one entity instead of a list', { ...base, data: entity }, { entities: [entity] }],
    [
      'ld+json with the context at the top (Orion-LD)',
      { ...base, '@context': 'https://c.example/x.jsonld', data: [entity] },
      { entities: [entity], context: 'https://c.example/x.jsonld' },
    ],
    [
      'ld+json with the context in each entity',
      { ...base, data: [{ ...entity, '@context': ['https://c.example/x.jsonld'] }] },
      { entities: [entity], context: 'https://c.example/x.jsonld' },
    ],
    [
      'geo+json',
      {
        ...base,
        data: {
          type: 'FeatureCollection',
          features: [{ type: 'Feature', id: entity.id, geometry: null, properties: { type: 'T', a: 1 } }],
        },
      },
      { entities: [{ id: entity.id, type: 'T', a: 1 }] },
    ],
    [
      'an id that is no URN (Scorpio)',
      { ...base, id: 'notification:-886', data: [] },
      { id: 'notification:-886' },
    ],
    [
      'a deleted entity (Orion-LD)',
      { ...base, data: [{ id: entity.id, type: 'T', deletedAt: '2026-01-01T00:00:00Z' }] },
      { entities: [{ id: entity.id, type: 'T', deletedAt: '2026-01-01T00:00:00Z' }] },
    ],
  ])('%s', (_title, body, expected) => {
    expect(readNotification(body)).toMatchObject(expected)
  })

  test('tenant and context from headers', () => {
    const headers = {
      'ngsild-tenant': 't',
      link: '<https://c.example/x>; rel="http://www.w3.org/ns/json-ld#context"',
    }
    expect(readNotification({ ...base, data: [] }, headers)).toMatchObject({
      tenant: 't',
      context: 'https://c.example/x',
    })
  })

  test.each([
    [
      'Orion-LD: metadata is one object',
      { metadata: { 'NGSILD-Tenant': 't', Link: 'https://c.example/x' }, body: { ...base, data: [entity] } },
      't',
    ],
    [
      'Scorpio: metadata is a list of pairs',
      { metadata: [{ 'NGSILD-Tenant': 't' }], body: { ...base, data: [entity] } },
      't',
    ],
    ['no metadata', { body: { ...base, data: [entity] } }, undefined],
    ['no envelope', { ...base, data: [entity] }, undefined],
  ])('MQTT, %s', (_title, message, tenant) => {
    expect(readMqttNotification(message).notification).toMatchObject({ entities: [entity], tenant })
  })

  test.each([
    null,
    1,
    [],
    {},
    { ...base },
    { ...base, data: [1] },
    { ...base, data: [{}] },
    { data: [entity] },
  ])('%j is refused', (body) => {
    try {
      readNotification(body)
      expect.unreachable()
    } catch (error) {
      expect(isValidationError(error)).toBe(true)
    }
  })
})

const open: Receiver[] = []
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close()
})
const start = async (options: ReceiveOptions = {}): Promise<Receiver> => {
  const receiver = await receive(options)
  open.push(receiver)
  return receiver
}
const raw = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connectSocket(port, '127.0.0.1', () => socket.end(text))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
const post = (body: unknown, path = '/notify', headers = ''): string => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
const good = { ...base, data: [entity] }

describe('the receiver', () => {
  test('answers 200 with "Content-Length: 0" in capitals, before the handler has finished', async () => {
    let release = (): void => undefined
    const receiver = await start({
      onNotification: () => new Promise<void>((resolve) => (release = resolve)),
    })
    const answer = await raw(receiver.port, post(good))
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(answer).toContain('\r\nContent-Length: 0\r\n')
    expect(answer).not.toMatch(/transfer-encoding/i)
    release()
  })

  test('Orion-LD’s subscriptionId appended to an address that already has a query', async () => {
    const receiver = await start()
    const { subscriptionId: _id, ...without } = good
    await raw(receiver.port, post(without, '/notify?a=1?subscriptionId=urn:s:h'))
    for await (const { subscriptionId } of receiver) {
      expect(subscriptionId).toBe('urn:s:h')
      break
    }
  })

  test.each([
    ['GET', 'GET /notify HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['another path', post(good, '/other'), 404],
    ['no secret', post(good), 401],
    ['a wrong secret', post(good, '/notify', 'X-City-Context-Secret: no\r\n'), 401],
    ['no JSON', post('{"a":', '/notify', 'X-City-Context-Secret: s3\r\n'), 400],
    ['no notification', post([], '/notify', 'X-City-Context-Secret: s3\r\n'), 400],
    ['too large', post('x'.repeat(5000), '/notify', 'X-City-Context-Secret: s3\r\n'), 413],
    ['the right secret', post(good, '/notify', 'X-City-Context-Secret: s3\r\n'), 200],
  ])('%s: %s', async (_title, request, status) => {
    const receiver = await start({ secret: 's3', maxBytes: 4000 })
    expect(await raw(receiver.port, request)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(receiver.counts().received + receiver.counts().refused).toBe(1)
  })

  test('a chunked body over the limit is refused too', async () => {
    const receiver = await start({ maxBytes: 1000 })
    const chunk = 'x'.repeat(2000)
    const request = `POST /notify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${(2000).toString(16)}\r\n${chunk}\r\n0\r\n\r\n`
    expect(await raw(receiver.port, request)).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('a full queue is told to the broker, and what was taken is delivered in order', async () => {
    const receiver = await start({ maxQueue: 2 })
    for (const n of [1, 2, 3]) {
      const answer = await raw(receiver.port, post({ ...good, id: `urn:n:${n}` }))
      expect(answer).toMatch(n === 3 ? /^HTTP\/1\.1 503 / : /^HTTP\/1\.1 200 /)
    }
    expect(receiver.counts()).toEqual({ received: 2, refused: 0, overflowed: 1, waiting: 2 })
    await receiver.close()
    const ids: (string | undefined)[] = []
    for await (const { id } of receiver) ids.push(id)
    expect(ids).toEqual(['urn:n:1', 'urn:n:2'])
  })

  test('garbage does not bring it down', async () => {
    const receiver = await start()
    await raw(receiver.port, '\x16\x03\x01 not http\r\n\r\n').catch(() => '')
    await raw(receiver.port, `POST /notify HTTP/1.1\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`).catch(() => '')
    expect(await raw(receiver.port, post(good))).toMatch(/^HTTP\/1\.1 200 /)
  })

  test('a handler that throws is told and does not stop the next', async () => {
    const errors: unknown[] = []
    const done: string[] = []
    const receiver = await start({
      onNotification: ({ id }) => {
        if (id === 'urn:n:1') throw new Error('handler')
        done.push(String(id))
      },
      onError: (error) => errors.push(error),
    })
    await raw(receiver.port, post(good))
    await raw(receiver.port, post({ ...good, id: 'urn:n:2' }))
    await receiver.close()
    expect([errors.length, done]).toEqual([1, ['urn:n:2']])
  })

  test('a port in use and a bad path are usage errors', async () => {
    const { port } = await start()
    expect(isUsageError(await receive({ port }).catch((e: unknown) => e))).toBe(true)
    expect(isUsageError(await receive({ path: 'x?y' }).catch((e: unknown) => e))).toBe(true)
  })

  test('mounted in hono on Node: capitals kept, the handler called', async () => {
    const ids: (string | undefined)[] = []
    const receiver = mountReceiver({ path: '/notify', onNotification: ({ id }) => void ids.push(id) })
    const app = new Hono<{ Bindings: HttpBindings }>()
    app.post('/notify', ({ env }) => {
      receiver.listener(env.incoming, env.outgoing)
      return RESPONSE_ALREADY_SENT
    })
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
    if (!server.listening) await once(server, 'listening')
    const answer = await raw((server.address() as AddressInfo).port, post(good))
    expect(answer).toContain('\r\nContent-Length: 0\r\n')
    await receiver.close()
    expect(ids).toEqual(['urn:n:1'])
    server.close()
  })

  test('a body that a framework parsed is taken as it is', async () => {
    const ids: (string | undefined)[] = []
    const receiver = mountReceiver({ onNotification: ({ id }) => void ids.push(id) })
    const server = createServer((request, response) => {
      request.resume()
      request.on('end', () => {
        receiver.listener(Object.assign(request, { body: good }), response)
      })
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    expect(await raw((server.address() as AddressInfo).port, post(good))).toMatch(/^HTTP\/1\.1 200 /)
    await receiver.close()
    expect(ids).toEqual(['urn:n:1'])
    server.close()
  })
})
