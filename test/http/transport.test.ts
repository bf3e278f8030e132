import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import { isBrokerError, isNetworkError, isUsageError } from '../../src/errors.js'
import type { ExchangeTrace, RequestSpec, TransportOptions } from '../../src/http/request-spec.js'
import { createTransport, type Transport } from '../../src/http/transport.js'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
const transport = (options: Partial<TransportOptions> = {}): Transport => {
  const made = createTransport({
    baseUrl: 'http://broker.example:1026',
    retry: { random: () => 0 },
    ...options,
  })
  closers.push(made.close)
  return made
}
const serve = async (listener: RequestListener): Promise<string> => {
  const server: Server = createServer(listener)
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
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
  ])('%o is a usage error', (options) => {
    expect(() => createTransport({ baseUrl: 'http://b', ...options })).toThrow()
    try {
      createTransport({ baseUrl: 'http://b', ...options })
    } catch (error) {
      expect(isUsageError(error)).toBe(true)
    }
  })
})

describe('answers', () => {
  test('a problem document becomes a BrokerError with kind, title, detail', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(404, {
      type: 'https://uri.etsi.org/ngsi-ld/errors/NonExistingTenant',
      title: 'No such tenant',
      detail: 'eindhoven',
    })
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isBrokerError(error, 'NonexistentTenant')).toBe(true)
    expect(String(error)).toBe(
      'BrokerError: GET http://broker.example:1026/ngsi-ld/v1/entities answered 404 NonexistentTenant: No such tenant: eindhoven (nothing has been written to this tenant yet, or its name is misspelt)',
    )
  })

  test('HTML error as SyntaxError: a 502 page is a BrokerError with its first line', async () => {
    broker()
      .get('/ngsi-ld/v1/entities')
      .times(5)
      .reply(502, '<html><head><title>502 Bad Gateway</title></head></html>')
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isBrokerError(error) && [error.status, error.detail]).toEqual([502, '502 Bad Gateway'])
  })

  test('a login page with status 200 is no success and is not repeated', async () => {
    broker()
      .get('/ngsi-ld/v1/entities')
      .reply(200, '<!doctype html><h1>Sign in</h1>', { 'Content-Type': 'text/html' })
    const error = await transport()
      .send(get)
      .catch((e: unknown) => e)
    expect(isNetworkError(error) && error.message).toContain('text/html, not JSON: "Sign in"')
  })

  test('a body that ends in the middle is repeated for a GET', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(200, '[{"id":"urn:', { 'Content-Type': 'application/json' })
    broker().get('/ngsi-ld/v1/entities').reply(200, [])
    expect((await transport().send(get)).attempts).toBe(2)
  })

  test('a POST is not repeated after a reset, a GET is', async () => {
    const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    broker().post('/x').replyWithError(reset)
    await expect(transport().send({ method: 'POST', path: '/x', body: {} })).rejects.toThrow(
      'connection was reset',
    )
    broker().get('/x').replyWithError(reset)
    broker().get('/x').reply(204)
    expect((await transport().send({ method: 'GET', path: '/x' })).status).toBe(204)
  })

  test('nobody there: one line with the remedy', async () => {
    const error = await transport({ baseUrl: 'http://127.0.0.1:1', retry: false })
      .send(get)
      .catch((e: unknown) => e)
    expect(String(error)).toBe(
      'NetworkError: GET http://127.0.0.1:1/ngsi-ld/v1/entities got no answer: nothing listens there (ECONNREFUSED); is the broker running, and is the port right?',
    )
  })

  test('the hook sees each attempt and no secret', async () => {
    broker().get('/ngsi-ld/v1/entities').reply(503)
    broker().get('/ngsi-ld/v1/entities').reply(200, [])
    const traces: ExchangeTrace[] = []
    await transport({ auth: { token: 'geheim' }, onExchange: (trace) => traces.push(trace) }).send(get)
    expect(traces.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, 200],
    ])
    expect(new Set(traces.map(({ requestId }) => requestId)).size).toBe(1)
    expect(JSON.stringify(traces)).not.toContain('geheim')
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
})
