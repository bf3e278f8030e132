import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, freshBroker, kindOf, lamp, ld } from './ask.js'

let ask: Ask
beforeEach(async () => {
  ;({ ask } = await freshBroker({ limits: { maxBodyBytes: 2000, maxTenants: 3 } }))
})

const context =
  '<https://example.org/c>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"'

describe('the request gate (CIM 009 6.3)', () => {
  it('asks for Content-Length before anything else, even before the tenant', async () => {
    const { broker } = await freshBroker()
    const response = await broker.fetch(
      new Request('http://b/ngsi-ld/v1/entities/urn:a:b/attrs', {
        method: 'POST',
        body: '{}',
        headers: { 'NGSILD-Tenant': 'nowhere', 'Content-Type': 'text/plain' },
      }),
    )
    expect([response.status, await response.text(), response.headers.get('ngsild-tenant')]).toEqual([
      411,
      '',
      'nowhere',
    ])
  })

  it.each([
    ['text/plain', 415],
    ['application/json; charset=utf-8', 201],
    ['application/merge-patch+json', 415],
  ])('POST with Content-Type %s answers %i', async (type, status) => {
    const answer = await ask('POST', '/entities', lamp(1), { 'Content-Type': type })
    expect([answer.status, answer.body]).toEqual([status, undefined])
  })

  it('takes application/merge-patch+json for PATCH', async () => {
    await ask('POST', '/entities', lamp(1))
    const patch = { power: { type: 'Property', value: 2 } }
    const answer = await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1', patch, {
      'Content-Type': 'application/merge-patch+json',
    })
    expect(answer.status).toBe(204)
  })

  it.each([
    [undefined, 200, 'application/json'],
    ['*/*', 200, 'application/json'],
    ['application/ld+json', 200, 'application/ld+json'],
    ['application/ld+json;q=0.5, application/json;q=0.4', 200, 'application/ld+json'],
    ['application/json;q=0, */*', 200, 'application/ld+json'],
    ['application/geo+json, application/json;q=0.9', 200, 'application/geo+json'],
    ['application/ld+json;q=x', 200, 'application/ld+json'],
    ['text/turtle', 406, 'application/json'],
  ])('Accept %s is answered %i %s', async (accept, status, type) => {
    const answer = await ask(
      'GET',
      '/entities?type=Lamp',
      undefined,
      accept === undefined ? {} : { Accept: accept },
    )
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type])
  })

  it('has no GeoJSON where no entities are', async () => {
    expect((await ask('GET', '/types', undefined, { Accept: 'application/geo+json' })).status).toBe(406)
  })

  it.each([
    ['/entities?type=Lamp&page=2', 'InvalidRequest'],
    ['/entities?type=Lamp&options=fast', 'InvalidRequest'],
    ['/entities?type=Lamp&format=xml', 'InvalidRequest'],
    ['/entities?type=%E0%A4%A', 'InvalidRequest'],
    ['/entities?type=Lamp&limit=-1', 'BadRequestData'],
    ['/entities?type=Lamp&limit=0', 'BadRequestData'],
    ['/entities?type=Lamp&limit=1001', 'BadRequestData'],
    ['/entities?type=Lamp&offset=x', 'BadRequestData'],
    ['/entities?type=Lamp&count=yes', 'BadRequestData'],
    ['/entities?type=', 'BadRequestData'],
    ['/entities?id=urn:a:b', 'BadRequestData'],
    ['/entities?q=createdAt>1', 'BadRequestData'],
    ['/entities?q=', 'BadRequestData'],
    ['/entities?type=Lamp&georel=near', 'BadRequestData'],
    ['/entities?type=Lamp&geoproperty=location', 'BadRequestData'],
    ['/entities?type=Lamp&idPattern=(', 'BadRequestData'],
    ['/entities?type=Lamp&id=nouri', 'BadRequestData'],
    ['/entities?type=Lamp&join=all', 'BadRequestData'],
    ['/entities?type=Lamp&join=flat&joinLevel=0', 'BadRequestData'],
    ['/entities?type=Lamp&attrs=power&pick=power', 'BadRequestData'],
    ['/entities?type=Lamp&pick=power&omit=power', 'BadRequestData'],
    ['/entities?type=Lamp&pick=a{b}', 'BadRequestData'],
    ['/entities?type=Lamp&pick=a,,b', 'BadRequestData'],
    ['/entities?type=Lamp&lang=q;;', 'BadRequestData'],
    ['/entities?type=Lamp&orderBy=power;up', 'BadRequestData'],
    ['/entities?type=Lamp&orderBy=power;dist-asc', 'BadRequestData'],
    ['/entities?type=Lamp&collation=!&orderBy=power', 'BadRequestData'],
    ['/entities?type=Lamp&scopeQ=a//b', 'BadRequestData'],
    ['/entities?type=Lamp&datasetId=x', 'BadRequestData'],
    ['/entities?type=Lamp&geometryProperty=location', 'BadRequestData'],
    ['/entities?type=*&local=false', 'BadRequestData'],
    [`/entities?type=Lamp&q=${'a;'.repeat(9000)}a`, 'TooComplexQuery'],
  ])('GET %s is refused as %s', async (path, kind) => {
    const answer = await ask('GET', path)
    expect([answer.status, kindOf(answer)]).toEqual([kind === 'TooComplexQuery' ? 403 : 400, kind])
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.body.title).not.toBe(answer.body.detail)
  })

  it.each([
    ['POST', '/entities', '{', {}, 400, 'InvalidRequest'],
    ['POST', '/entities', '[]', {}, 400, 'BadRequestData'],
    ['POST', '/entities', { ...lamp(1), '@context': [] }, {}, 400, 'BadRequestData'],
    ['POST', '/entities', lamp(1), ld, 400, 'BadRequestData'],
    ['POST', '/entities', { ...lamp(1), '@context': {} }, { ...ld, Link: context }, 400, 'BadRequestData'],
    ['POST', '/entities', { ...lamp(1), '@context': 5 }, ld, 400, 'BadRequestData'],
    ['POST', '/entities', lamp(1), { Link: context, 'NGSILD-Tenant': 'a b' }, 400, 'BadRequestData'],
    ['POST', '/entities', `"${'x'.repeat(3000)}"`, {}, 413, 'InvalidRequest'],
    ['PUT', '/entities', {}, {}, 400, 'BadRequestData'],
    ['PATCH', '/entities', {}, {}, 400, 'BadRequestData'],
    ['DELETE', '/entities//attrs/x', undefined, {}, 400, 'BadRequestData'],
    ['GET', '/entities/nouri', undefined, {}, 400, 'BadRequestData'],
    ['GET', '/entities/urn:a:b', undefined, {}, 404, 'ResourceNotFound'],
    ['GET', '/entities/urn:a:b', undefined, { 'NGSILD-Tenant': 'nowhere' }, 404, 'NonexistentTenant'],
    ['GET', '/nothing', undefined, {}, 404, 'ResourceNotFound'],
    ['PATCH', '/entities/urn:a:b/attrs/%252e%252e', { value: 1 }, {}, 400, 'BadRequestData'],
  ])('%s %s with %j is refused with %i', async (method, path, body, headers, status, kind) => {
    const answer = await ask(method, path, body, headers)
    expect([answer.status, kindOf(answer)]).toEqual([status, kind])
  })

  it.each([
    ['PATCH', '/subscriptions', 'GET, POST'],
    ['DELETE', '/subscriptions', 'GET, POST'],
    ['DELETE', '/entities/urn:a:b/attrs', 'POST, PATCH'],
  ])('%s %s is answered 405 with Allow', async (method, path, allow) => {
    const answer = await ask(method, path)
    expect(answer.status).toBe(405)
    for (const one of allow.split(', ')) expect(answer.headers.get('allow')).toContain(one)
  })

  it('never takes an empty instance segment for the attribute', async () => {
    await ask('POST', '/entities', lamp(1))
    expect((await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:1/attrs/power/')).status).toBe(405)
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body.power.value).toBe(1)
  })

  it('accepts collections with a slash at the end, and HEAD and OPTIONS', async () => {
    expect((await ask('GET', '/entities/?type=Lamp')).status).toBe(200)
    expect((await ask('HEAD', '/entities?type=Lamp')).status).toBe(200)
    expect((await ask('OPTIONS', '/entities')).headers.get('allow')).toContain('POST')
  })

  it('decodes an id once', async () => {
    await ask('POST', '/entities', { id: 'urn:x:a%2Fb', type: 'T' })
    expect((await ask('GET', '/entities/urn:x:a%252Fb')).status).toBe(200)
    expect((await ask('GET', '/entities/urn:x:a%2Fb')).status).toBe(404)
  })
})

describe('tenants (CIM 009 4.14, 6.3.14)', () => {
  it('creates them on create, isolates them, and echoes the header', async () => {
    const tenant = { 'NGSILD-Tenant': 'north' }
    const created = await ask('POST', '/entities', lamp(1), tenant)
    expect([created.status, created.headers.get('ngsild-tenant')]).toEqual([201, 'north'])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).status).toBe(404)
    const read = await ask('GET', '/entities/urn:ngsi-ld:Lamp:1', undefined, tenant)
    expect([read.status, read.headers.get('ngsild-tenant')]).toEqual([200, 'north'])
  })

  it('keeps no more than the limit', async () => {
    for (const name of ['a', 'b'])
      expect((await ask('POST', '/entities', lamp(1), { 'NGSILD-Tenant': name })).status).toBe(201)
    expect((await ask('POST', '/entities', lamp(1), { 'NGSILD-Tenant': 'c' })).status).toBe(403)
  })
})
