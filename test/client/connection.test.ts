import { attribute, extend } from 'city-context'
import { OffStreetParking } from 'city-context/models'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import { type City, connect } from '../../src/connect.js'
import { isUnsupportedError, isUsageError } from '../../src/errors.js'
import { Container, containerId } from '../support/container.js'
import { caught } from '../support/http.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const connected = connectsUntilEnd()
const cityOf = (options: ConnectOptions = {}): Promise<City> => connected(host, { retry: false, ...options })
const silent = (): nock.Scope => nock(host).get('/ngsi-ld/v1/info/sourceIdentity').reply(404, {})
const probe = (): nock.Interceptor => nock(host).get('/ngsi-ld/v1/entities?type=SdkProbe&limit=1&sdkProbe=1')

describe('finding out which broker it is', () => {
  test('many callers share one request, and none ends it for the others', async () => {
    silent()
    probe().delay(80).reply(200, [], { 'NGSILD-EntityMap': 'urn:map:1' })
    const { connection } = await cityOf()
    const patient = connection.dialect()
    const error = await caught(connection.dialect(AbortSignal.timeout(20)))
    expect((error as Error).name).toBe('TimeoutError')
    expect((await patient).name).toBe('scorpio')
    expect((await connection.dialect()).name).toBe('scorpio')
  })

  test.each([401, 429, 500, 503])('an answer of %d says nothing and is not remembered', async (status) => {
    silent()
    probe().reply(status, { title: 'not now' })
    probe().reply(400, { title: 'Unknown URI parameter', detail: 'sdkProbe' })
    nock(host).get('/version').reply(200, { 'orionld version': '1.12.0' })
    const { connection } = await cityOf()
    expect((await connection.dialect()).name).toBe('unknown')
    expect((await connection.dialect()).name).toBe('orion-ld')
    expect(connection.verdict().version).toBe('1.12.0')
  })

  test('a plain answer is remembered, also one that no rule fits', async () => {
    silent()
    probe().reply(200, [])
    const { connection } = await cityOf()
    for (let n = 0; n < 2; n++) expect((await connection.dialect()).name).toBe('unknown')
  })
})

const linkRest = 'rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'

describe('contexts', () => {
  test('the connection’s context is checked at once', async () => {
    expect(isUsageError(await caught(connect(host, { context: 'my-context.jsonld' })))).toBe(true)
  })

  test('the call’s wins over the model’s, the model’s over the connection’s', async () => {
    const link = (url: string): string => `<${url}>; ${linkRest}`
    const city = await cityOf({ dialect: 'embedded', context: 'https://x.example/city.jsonld' })
    const bare = { ...Container, context: '' } as typeof Container
    const own = { ...Container, context: 'https://x.example/model.jsonld' } as typeof Container
    const call = { context: 'https://x.example/call.jsonld' }
    for (const [url, model, options] of [
      ['https://x.example/city.jsonld', bare, {}],
      ['https://x.example/model.jsonld', own, {}],
      ['https://x.example/call.jsonld', own, call],
    ] as const) {
      nock(host, { reqheaders: { link: link(url) } })
        .get(/entities/)
        .reply(200, { id: containerId(1), type: 'Container' })
        .patch(/entities/)
        .reply(204)
        .get(/entities\?/)
        .reply(200, [], { 'NGSILD-Results-Count': '0' })
        .post(/upsert/)
        .reply(204)
      await city.get(model, containerId(1), options)
      await city.merge(model, { id: containerId(1), name: 'x' }, options)
      await city.find(model, options).toArray()
      await city.upsert(model, [{ id: containerId(1), type: 'Container', fillingLevel: 0 }], options)
    }
  })

  test('an entity that brings another context than its call is refused: Link and body never go together', async () => {
    const city = await cityOf({ dialect: 'embedded' })
    const given = {
      id: containerId(1),
      type: 'Container' as const,
      fillingLevel: 0,
      '@context': 'https://other.example/c.jsonld',
    }
    const error = await caught(city.create(Container, given as never))
    expect(isUsageError(error) && error.message).toContain('@context')
    let sent: unknown
    nock(host)
      .post('/ngsi-ld/v1/entities', (body) => {
        sent = body
        return true
      })
      .reply(201)
    await city.create(Container, { ...given, '@context': Container.context } as never)
    expect(sent).not.toHaveProperty('@context')
  })

  test('attributes of the city’s own bring their terms in the body, and then no Link goes along', async () => {
    const shade = 'https://x.example/terms/shade'
    const Own = extend(OffStreetParking, { shade: attribute('Property', 'number', { iri: shade }) })
    let sent: unknown
    nock(host, { reqheaders: { 'content-type': 'application/ld+json' }, badheaders: ['link'] })
      .post(/entityOperations\/query/, (body) => {
        sent = body
        return true
      })
      .reply(200, [], { 'NGSILD-Results-Count': '0' })
    const city = await cityOf({ dialect: 'orion-ld' })
    await city.find(Own).where('shade', '>', 0.5).toArray()
    expect(sent).toMatchObject({ type: 'Query', q: 'shade>0.5', '@context': [Own.context, { shade }] })
    const id = 'urn:ngsi-ld:OffStreetParking:1'
    const part = { id, type: 'OffStreetParking' as const, shade: 0.5 }
    nock(host, { reqheaders: { 'content-type': 'application/json', link: `<${Own.context}>; ${linkRest}` } })
      .post(/entityOperations\/update/, [{ id, type: 'OffStreetParking', [shade]: 0.5 }])
      .reply(204)
    expect(await city.update(Own, [part])).toMatchObject({ read: 1, updated: 1 })
  })

  test('wrong-context trap: after the first creation, names that a context does not know are told', async () => {
    const { attributes } = Container
    const far = {
      ...Container,
      attributes: { ...attributes, name: { ...attributes['name'], iri: 'https://example.org/name' } },
    } as typeof Container
    nock(host).post('/ngsi-ld/v1/entities').times(2).reply(201)
    nock(host, { badheaders: ['link'] })
      .get(`/ngsi-ld/v1/entities/${encodeURIComponent(containerId(1))}`)
      .reply(200, {
        id: containerId(1),
        type: 'Container',
        name: { type: 'Property', value: 'a' },
        '@context': 'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.8.jsonld',
      })
    const city = await cityOf({ dialect: 'embedded' })
    for (const n of [1, 2])
      await city.create(far, { id: containerId(n), type: 'Container', fillingLevel: 0, name: 'a' })
    expect((await city.info()).emulated).toEqual([
      expect.stringMatching(/name was stored as .*default-context\/name, not as https:\/\/example.org\/name/),
    ])
  })

  test('a hosted context behind a prefix keeps it; an answer that does not say where is an error', async () => {
    const document = { '@context': { a: 'https://x.example/a' } }
    const city = await connected(`${host}/city`, { dialect: 'embedded', retry: false })
    const hosting = (headers: Record<string, string>): nock.Scope =>
      nock(host).post('/city/ngsi-ld/v1/jsonldContexts').reply(201, '', headers)
    hosting({ Location: '/ngsi-ld/v1/jsonldContexts/7' })
    expect(await city.contexts.host(document)).toBe(`${host}/city/ngsi-ld/v1/jsonldContexts/7`)
    hosting({})
    expect(isUnsupportedError(await caught(city.contexts.host(document)))).toBe(true)
  })
})
