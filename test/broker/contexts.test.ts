import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundledContexts } from '../../src/models/contexts.js'
import { type Ask, freshBroker, kindOf, lamp } from './ask.js'

let server: Server
let base: string
let hits: Map<string, number>
const documents = new Map<string, string>()

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    hits.set(path, (hits.get(path) ?? 0) + 1)
    const text = documents.get(path)
    if (text === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': 'application/ld+json' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  documents.set('/c', JSON.stringify({ '@context': { power: 'https://x/power' } }))
  documents.set('/nested', JSON.stringify({ '@context': ['/c', { Lamp: 'https://x/Lamp' }] }))
  documents.set('/html', '<html>')
  documents.set('/empty', '{}')
  documents.set('/big', JSON.stringify({ '@context': { a: `https://x/${'a'.repeat(3000)}` } }))
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

let ask: Ask
beforeEach(async () => {
  hits = new Map()
  ;({ ask } = await freshBroker({ allowPrivateContexts: true, limits: { maxContextBytes: 2000 } }))
})

const link = (url: string): Record<string, string> => ({
  Link: `<${url}>; rel="http://www.w3.org/ns/json-ld#context"`,
})

describe('contexts from elsewhere', () => {
  it('are fetched once, also by requests at the same time', async () => {
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => ask('POST', '/entities', lamp(n), link(`${base}/nested`))),
    )
    expect([...hits]).toEqual([
      ['/nested', 1],
      ['/c', 1],
    ])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body).toMatchObject({
      type: 'https://x/Lamp',
      'https://x/power': { value: 1 },
    })
  })

  it.each([
    ['/none', 504, 'LdContextNotAvailable'],
    ['/html', 400, 'BadRequestData'],
    ['/empty', 400, 'BadRequestData'],
    ['/big', 504, 'LdContextNotAvailable'],
  ])('%s is refused with %i and nothing is stored', async (path, status, kind) => {
    const answer = await ask('POST', '/entities', lamp(1), link(base + path))
    expect([answer.status, kindOf(answer)]).toEqual([status, kind])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).status).toBe(404)
  })

  it('are not fetched from private addresses unless allowed', async () => {
    const guarded = await freshBroker()
    const answer = await guarded.ask('POST', '/entities', lamp(1), link(`${base}/c`))
    expect([answer.status, hits.size]).toEqual([504, 0])
  })

  it('of the bundled models need no network', async () => {
    for (const url of Object.keys(bundledContexts))
      expect((await ask('GET', '/entities?type=Lamp', undefined, link(url))).status).toBe(200)
  })

  it('given to the broker need no network either', async () => {
    const own = await freshBroker({
      contexts: { 'https://city.example/c.jsonld': { '@context': { power: 'https://c/p' } } },
    })
    await own.ask('POST', '/entities', lamp(1), link('https://city.example/c.jsonld'))
    expect((await own.ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body).toHaveProperty(['https://c/p'])
  })
})

describe('jsonldContexts (5.13)', () => {
  it('hosts, lists, serves and deletes, per tenant', async () => {
    const created = await ask('POST', '/jsonldContexts', { '@context': { power: 'https://h/power' } })
    const location = created.headers.get('location') ?? ''
    expect(created.status).toBe(201)
    const url = `http://broker.test${location}`
    expect((await ask('GET', location)).body).toEqual({ '@context': { power: 'https://h/power' } })
    await ask('POST', '/entities', lamp(1), link(url))
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body).toHaveProperty(['https://h/power'])
    expect((await ask('GET', '/jsonldContexts?kind=Hosted')).body).toEqual([url])
    const [details] = (await ask('GET', '/jsonldContexts?details=true&kind=Hosted')).body
    expect(details).toMatchObject({
      URL: url,
      kind: 'Hosted',
      localId: expect.any(String),
      createdAt: expect.any(String),
      numberOfHits: expect.any(Number),
      lastUsage: expect.any(String),
    })
    await ask('POST', '/entities', lamp(1), { 'NGSILD-Tenant': 'other' })
    expect((await ask('GET', location, undefined, { 'NGSILD-Tenant': 'other' })).status).toBe(404)
    expect((await ask('DELETE', `${location}?reload=true`)).status).toBe(400)
    expect((await ask('DELETE', location)).status).toBe(204)
    expect((await ask('GET', location)).status).toBe(404)
  })

  it('tells of cached ones, refuses to serve them, and reloads', async () => {
    await ask('GET', '/entities?type=Lamp', undefined, link(`${base}/c`))
    const path = `/jsonldContexts/${encodeURIComponent(`${base}/c`)}`
    expect((await ask('GET', path)).status).toBe(422)
    expect((await ask('GET', `${path}?details=true`)).body).toMatchObject({
      kind: 'Cached',
      URL: `${base}/c`,
    })
    expect((await ask('DELETE', `${path}?reload=true`)).status).toBe(204)
    expect(hits.get('/c')).toBe(2)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('GET', `${path}?details=true`)).status).toBe(404)
  })

  it.each([
    ['POST', '/jsonldContexts', {}, 400],
    ['POST', '/jsonldContexts', '{', 400],
    ['POST', '/jsonldContexts', { '@context': 5 }, 400],
    ['GET', '/jsonldContexts?kind=Other', undefined, 400],
    ['GET', '/jsonldContexts?details=x', undefined, 400],
    ['GET', '/jsonldContexts/none', undefined, 404],
    [
      'DELETE',
      `/jsonldContexts/${encodeURIComponent('https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld')}`,
      undefined,
      400,
    ],
  ])('%s %s %j is %i', async (method, path, body, status) => {
    expect((await ask(method, path, body)).status).toBe(status)
  })
})
