import type { IncomingMessage } from 'node:http'
import fc from 'fast-check'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { isUsageError } from '../../src/errors.js'
import type { RequestSpec } from '../../src/http/request-spec.js'
import { createTransport } from '../../src/http/transport.js'
import { httpTests } from '../support/http.js'

const { transport, serve } = httpTests()
const get: RequestSpec = { method: 'GET', path: '/ngsi-ld/v1/entities' }
const broker = (): nock.Scope => nock('http://broker.example:1026')

describe('what goes on the wire', () => {
  test('percent-encodes every reserved character of a value', async () => {
    const value = 'name=="a&b c;d|e:f$g,h+i\'j(k)l!m*n"'
    broker()
      .get('/ngsi-ld/v1/entities?q=name%3D%3D%22a%26b%20c%3Bd%7Ce%3Af%24g%2Ch%2Bi%27j%28k%29l%21m%2An%22')
      .reply(200, [])
    await transport().send({ ...get, query: { q: value } })
  })

  test('random values arrive as they were', async () => {
    const seen: string[] = []
    const base = await serve((request, response) => {
      seen.push(new URL(request.url ?? '', 'http://x').searchParams.get('q') ?? '')
      response.end('[]')
    })
    const client = transport({ baseUrl: base })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (q) => {
        await client.send({ ...get, query: { q } })
        expect(seen.pop()).toBe(q)
      }),
      { numRuns: 60 },
    )
  })

  test('leaves out false, undefined and null; joins lists by a bare comma', async () => {
    broker().get('/ngsi-ld/v1/entities?id=urn%3Aa,urn%3Ab%2Cc&count=true').reply(200, [])
    await transport().send({
      ...get,
      query: { local: false, type: undefined, q: null, id: ['urn:a', 'urn:b,c'], count: true },
    })
  })

  test('wrong rel: the three-part Link of JSON-LD contexts; tenant and request id; no body, no Content-Type', async () => {
    let headers: Record<string, unknown> = {}
    broker()
      .get('/ngsi-ld/v1/entities')
      .reply(function () {
        headers = this.req.headers
        return [200, []]
      })
    await transport({ tenant: 'eindhoven' }).send({ ...get, context: 'https://x.example/c.jsonld' })
    expect(headers).toMatchObject({
      'ngsild-tenant': 'eindhoven',
      link: '<https://x.example/c.jsonld>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"',
      accept: 'application/json',
    })
    expect(headers['content-type']).toBeUndefined()
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('lower-cased headers: names go out with capitals, Content-Length always, never chunked', async () => {
    let got: IncomingMessage | undefined
    const base = await serve((request, response) => {
      got = request
      request.resume().on('end', () => response.writeHead(204).end())
    })
    await transport({ baseUrl: base, tenant: 't' }).send({
      method: 'POST',
      path: '/x',
      body: { name: 'Zoë' },
    })
    expect(got?.rawHeaders).toContain('NGSILD-Tenant')
    expect(got?.rawHeaders).toContain('Content-Length')
    expect(got?.headers).toMatchObject({ 'content-length': '15', 'content-type': 'application/json' })
    expect(got?.headers['transfer-encoding']).toBeUndefined()
  })

  test.each([
    ['http://broker.example:1026/city/', '/city/ngsi-ld/v1/entities'],
    ['http://broker.example:1026/ngsi-ld/v1', '/ngsi-ld/v1/entities'],
    ['http://broker.example:1026/a/b/ngsi-ld/v1/', '/a/b/ngsi-ld/v1/entities'],
  ])('%s keeps its prefix: %s', async (baseUrl, path) => {
    broker().get(path).reply(200, [])
    await transport({ baseUrl }).send(get)
  })

  test('connections are kept alive', async () => {
    const sockets = new Set<unknown>()
    const base = await serve((request, response) => {
      sockets.add(request.socket)
      response.end('[]')
    })
    // Even where it lets a request through, nock opens a socket per request.
    nock.restore()
    try {
      const client = transport({ baseUrl: base })
      for (let n = 0; n < 5; n++) await client.send(get)
    } finally {
      nock.activate()
    }
    expect(sockets.size).toBe(1)
  })

  test.each([
    { baseUrl: 'broker' },
    { baseUrl: 'http://b?x=1' },
    { timeoutMs: 0 },
    { tenant: 'a\r\nX: y' },
    { sockets: -1 },
    { breaker: { failures: 0 } },
    { breaker: { openMs: Number.NaN } },
  ])('%o is a usage error', (options) => {
    expect(() => createTransport({ baseUrl: 'http://b', ...options })).toThrow()
    try {
      createTransport({ baseUrl: 'http://b', ...options })
    } catch (error) {
      expect(isUsageError(error)).toBe(true)
    }
  })
})

describe('circuit breaker', () => {
  test('opens after failures in a row, probes health, closes again', async () => {
    const reset = Object.assign(new Error('x'), { code: 'ECONNRESET' })
    let now = 0
    const client = transport({ retry: false, breaker: { failures: 2, openMs: 1000, now: () => now } })
    client.setDialect('orion-ld')
    for (let n = 0; n < 2; n++) {
      broker().get('/ngsi-ld/v1/entities').replyWithError(reset)
      await expect(client.send(get)).rejects.toThrow()
    }
    expect(client.openMs()).toBe(1000)
    await expect(client.send({ ...get, signal: AbortSignal.timeout(5) })).rejects.toThrow()
    now = 1001
    broker().get('/ngsi-ld/ex/v1/ping').reply(200, { response: 'pong' })
    broker().get('/ngsi-ld/v1/entities').reply(200, [])
    expect((await client.send(get)).status).toBe(200)
    expect(client.openMs()).toBe(0)
  })

  test('five in a row by default: an answer between them counts as none', async () => {
    let well = false
    const base = await serve((request, response) => {
      if (well) response.end('[]')
      else request.socket.destroy()
    })
    const client = transport({ baseUrl: base, retry: false })
    const fail = async (times: number): Promise<number> => {
      for (let n = 0; n < times; n++) await expect(client.send(get)).rejects.toThrow()
      return client.openMs()
    }
    expect(await fail(4)).toBe(0)
    well = true
    await client.send(get)
    well = false
    expect(await fail(4)).toBe(0)
    expect(await fail(1)).toBeGreaterThan(0)
  })

  test('open for a second at first, twice as long after each failed probe, at most openMs', async () => {
    let now = 0
    let well = false
    const base = await serve((request, response) => {
      if (well) response.end('[]')
      else setTimeout(() => request.socket.destroy(), 20)
    })
    const client = transport({
      baseUrl: base,
      retry: false,
      breaker: { failures: 2, openMs: 5000, now: () => now },
    })
    const opened = async (requests: number): Promise<number> => {
      await Promise.allSettled(Array.from({ length: requests }, () => client.send(get)))
      return client.openMs()
    }
    expect(await opened(8), 'those in flight open it once').toBe(1000)
    for (const openMs of [2000, 4000, 5000, 5000]) {
      now += client.openMs() + 1
      expect(await opened(1)).toBe(openMs)
    }
    now += client.openMs() + 1
    well = true
    expect(await opened(1)).toBe(0)
    well = false
    expect(await opened(2), 'an answer begins anew').toBe(1000)
  })

  test('no longer than openMs, also where that is less than a second', async () => {
    const base = await serve((request) => request.socket.destroy())
    const client = transport({ baseUrl: base, retry: false, breaker: { failures: 1, openMs: 300 } })
    await expect(client.send(get)).rejects.toThrow()
    expect(client.openMs()).toBeLessThanOrEqual(300)
  })

  test('half-open: of many requests one pings, and a POST that was never sent is tried again', async () => {
    let now = 0
    let pings = 0
    let well = false
    const base = await serve((request, response) => {
      if (request.url === '/ngsi-ld/v1/types') pings += 1
      if (!well) request.socket.destroy()
      else if (request.url !== '/ngsi-ld/v1/types') response.writeHead(201).end()
      else setTimeout(() => response.end('[]'), 50)
    })
    const breaker = { failures: 1, openMs: 1000, now: () => now }
    const client = transport({ baseUrl: base, breaker, retry: { random: () => 0, attempts: 3 } })
    const create: RequestSpec = { method: 'POST', path: '/ngsi-ld/v1/entities', body: {} }
    await expect(client.send({ ...create, retry: false })).rejects.toThrow('reset')
    now = 1001
    await expect(client.send({ ...create, retry: false })).rejects.toThrow(
      `POST ${base}/ngsi-ld/v1/entities got no answer: the broker failed several times in a row and is asked again in 1 s; at last the connection was reset`,
    )
    expect(pings).toBe(1)
    now = 2002
    well = true
    const replies = await Promise.all([1, 2, 3].map(() => client.send(create)))
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(pings).toBe(2)
  })
})
