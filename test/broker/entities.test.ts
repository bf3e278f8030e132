import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, freshBroker, kindOf, lamp, ld } from './ask.js'

const nothing = 'urn:ngsi-ld:null'
const id = 'urn:ngsi-ld:Lamp:1'
const one = `/entities/${id}`

let ask: Ask
beforeEach(async () => {
  ;({ ask } = await freshBroker())
})

const read = async (query = ''): Promise<Record<string, unknown>> => (await ask('GET', `${one}${query}`)).body

describe('create (5.6.1)', () => {
  it('answers 201 with Location and no body, then 409', async () => {
    const answer = await ask('POST', '/entities', lamp(1))
    expect([answer.status, answer.headers.get('location'), answer.body]).toEqual([
      201,
      `/ngsi-ld/v1${one}`,
      undefined,
    ])
    expect(kindOf(await ask('POST', '/entities', lamp(1)))).toBe('AlreadyExists')
  })

  it('percent-encodes in Location what a header cannot carry', async () => {
    const answer = await ask('POST', '/entities', { id: 'urn:x:ä', type: 'T' })
    expect(answer.headers.get('location')).toBe('/ngsi-ld/v1/entities/urn:x:%C3%A4')
  })

  it.each([
    ['no id', { id: undefined }],
    ['an id that is no URI', { id: 'lamp 1' }],
    ['an id with half a character', { id: 'urn:x:\ud800' }],
    ['no type', { type: undefined }],
    ['an empty type list', { type: [] }],
    ['a type with a blank', { type: 'My Lamp' }],
    ['an attribute name with a minus', { 'a-b': 1 }],
    ['an attribute name that is a member name', { observedAt: { type: 'Property', value: 1 } }],
    ['a null value', { a: { type: 'Property', value: null } }],
    ['a null attribute', { a: null }],
    ['the deletion marker', { a: nothing }],
    ['the deletion marker inside a value', { a: { type: 'Property', value: { b: [nothing] } } }],
    ['an unknown attribute type', { a: { type: 'Prop', value: 1 } }],
    ['a Property with object', { a: { type: 'Property', value: 1, object: 'urn:a:b' } }],
    ['a Property without value', { a: { type: 'Property' } }],
    ['a Relationship to no URI', { a: { type: 'Relationship', object: 'here' } }],
    ['a Relationship with unitCode', { a: { type: 'Relationship', object: 'urn:a:b', unitCode: 'MTR' } }],
    ['two value members', { a: { value: 1, object: 'urn:a:b' } }],
    ['location as a Relationship', { location: { type: 'Relationship', object: 'urn:a:b' } }],
    [
      'a ring that is not closed',
      {
        location: {
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 1],
            ],
          ],
        },
      },
    ],
    ['a latitude of 91', { location: { type: 'Point', coordinates: [0, 91] } }],
    ['an offset in observedAt', { a: { value: 1, observedAt: '2026-01-01T00:00:00+01:00' } }],
    ['an impossible date', { a: { value: 1, observedAt: '2026-02-30T00:00:00Z' } }],
    ['a datasetId that is no URI', { a: { value: 1, datasetId: 'x' } }],
    [
      'the same datasetId twice',
      {
        a: [
          { value: 1, datasetId: 'urn:d:1' },
          { value: 2, datasetId: 'urn:d:1' },
        ],
      },
    ],
    [
      'two default instances',
      {
        a: [
          { type: 'Property', value: 1 },
          { type: 'Property', value: 2 },
        ],
      },
    ],
    ['a JsonProperty of a number', { a: { type: 'JsonProperty', json: 5 } }],
    ['a languageMap with a bad tag', { a: { languageMap: { 'not a tag': 'x' } } }],
    ['previousValue', { a: { type: 'Property', value: 1, previousValue: 2 } }],
    ['an @context inside an attribute', { a: { type: 'Property', value: 1, '@context': {} } }],
    ['a malformed scope', { scope: '/a//b' }],
    ['a malformed expiresAt', { expiresAt: 'tomorrow' }],
    ['valueType other than langString', { a: { languageMap: { en: 'x' }, valueType: 'Other' } }],
    ['objectType on a Property', { a: { type: 'Property', value: 1, objectType: 'T' } }],
  ])('refuses %s and stores nothing', async (_title, members) => {
    const answer = await ask('POST', '/entities', { ...lamp(1), ...members })
    expect([answer.status, kindOf(answer)]).toEqual([400, 'BadRequestData'])
    expect((await ask('GET', '/entities?local=true')).body).toEqual([])
  })

  it('refuses values deeper than the limit, and numbers that cannot be kept', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const value of [deep, '1e400', '[1e999]'])
      expect(
        (
          await ask(
            'POST',
            '/entities',
            `{"id":"${id}","type":"Lamp","a":{"type":"Property","value":${value}}}`,
          )
        ).status,
      ).toBe(400)
  })

  it('keeps values verbatim, also those with names of JavaScript', async () => {
    const value = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":2,"@type":"x","a":[1],"e":[],"n":null}',
    )
    await ask('POST', '/entities', { ...lamp(1), a: { type: 'Property', value } })
    expect(JSON.stringify((await read('?pick=a'))['a'])).toBe(JSON.stringify({ type: 'Property', value }))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('takes every kind, normalized and concise mixed, and gives it back normalized', async () => {
    await ask('POST', '/entities', {
      id,
      type: ['Lamp', 'Device'],
      scope: ['/city', 'north/east'],
      bare: 5,
      text: { value: 'x', unitCode: 'MTR', accuracy: 0.5 },
      location: { type: 'Point', coordinates: [5, 51] },
      place: { type: 'GeoProperty', value: '{"type":"Point","coordinates":[1,2]}' },
      link: { object: ['urn:a:1', 'urn:a:2'], objectType: 'Pole' },
      name: { languageMap: { nl: 'Lamp', en: ['a', 'b'] } },
      kind: { vocab: 'Led' },
      raw: { json: { a: null } },
      list: { valueList: [1, 'x'] },
      links: { objectList: ['urn:a:1', { object: 'urn:a:2' }] },
      many: [{ value: 1 }, { value: 2, datasetId: 'urn:d:2' }],
      none: { value: 1, datasetId: '@none' },
    })
    expect(await read()).toEqual({
      id,
      type: ['Lamp', 'Device'],
      scope: ['/city', 'north/east'],
      bare: { type: 'Property', value: 5 },
      text: { type: 'Property', value: 'x', unitCode: 'MTR', accuracy: { type: 'Property', value: 0.5 } },
      location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [5, 51] } },
      place: { type: 'GeoProperty', value: { type: 'Point', coordinates: [1, 2] } },
      link: { type: 'Relationship', object: ['urn:a:1', 'urn:a:2'], objectType: 'Pole' },
      name: { type: 'LanguageProperty', languageMap: { nl: 'Lamp', en: ['a', 'b'] } },
      kind: { type: 'VocabProperty', vocab: 'Led' },
      raw: { type: 'JsonProperty', json: { a: null } },
      list: { type: 'ListProperty', valueList: [1, 'x'] },
      links: { type: 'ListRelationship', objectList: [{ object: 'urn:a:1' }, { object: 'urn:a:2' }] },
      many: [
        { type: 'Property', value: 1 },
        { type: 'Property', value: 2, datasetId: 'urn:d:2' },
      ],
      none: { type: 'Property', value: 1 },
    })
    const simplified = await read('?format=simplified')
    expect(simplified).toEqual({
      id,
      type: ['Lamp', 'Device'],
      scope: ['/city', 'north/east'],
      bare: 5,
      text: 'x',
      location: { type: 'Point', coordinates: [5, 51] },
      place: { type: 'Point', coordinates: [1, 2] },
      link: ['urn:a:1', 'urn:a:2'],
      name: { languageMap: { nl: 'Lamp', en: ['a', 'b'] } },
      kind: { vocab: 'Led' },
      raw: { json: { a: null } },
      list: [1, 'x'],
      links: ['urn:a:1', 'urn:a:2'],
      many: { dataset: { '@none': 1, 'urn:d:2': 2 } },
      none: 1,
    })
    expect(await read('?options=keyValues')).toEqual(simplified)
    const concise = await read('?format=concise')
    await ask('PUT', one, concise)
    expect(await read('?format=concise')).toEqual(concise)
  })

  it('shows system attributes only where asked', async () => {
    await ask('POST', '/entities', lamp(1))
    expect(Object.keys(await read())).toEqual(['id', 'type', 'power'])
    const shown = await read('?options=sysAttrs')
    const instant = expect.stringMatching(/^\d{4}-.*Z$/)
    expect(shown).toMatchObject({
      createdAt: instant,
      modifiedAt: instant,
      power: { createdAt: instant, modifiedAt: instant },
    })
    expect(Object.keys(await read('?options=sysAttrs,keyValues'))).toEqual([
      'id',
      'type',
      'createdAt',
      'modifiedAt',
      'power',
    ])
  })
})

describe('retrieve (5.7.1)', () => {
  beforeEach(async () => {
    await ask(
      'POST',
      '/entities',
      lamp(1, {
        name: { languageMap: { nl: 'Lamp', 'en-GB': 'Light', '@none': '?' } },
        b: [{ value: 1 }, { value: 2, datasetId: 'urn:d:1' }],
      }),
    )
  })

  it.each([
    ['?attrs=power', ['id', 'type', 'power']],
    ['?pick=id,power', ['id', 'power']],
    ['?omit=name,b,type', ['id', 'power']],
    ['?type=Lamp&pick=power', ['power']],
  ])('%s shows %j', async (query, keys) => {
    expect(Object.keys(await read(query))).toEqual(keys)
  })

  it.each(['?attrs=nope', '?pick=nope', '?type=Car'])('%s is 404', async (query) => {
    expect((await ask('GET', one + query)).status).toBe(404)
  })

  it.each([
    ['nl', { type: 'Property', value: 'Lamp', lang: 'nl' }],
    ['en', { type: 'Property', value: 'Light', lang: 'en-GB' }],
    ['en-GB-oed', { type: 'Property', value: 'Light', lang: 'en-GB' }],
    ['fr', { type: 'Property', value: '?', lang: '@none' }],
    ['fr;q=1, nl;q=0.5', { type: 'Property', value: 'Lamp', lang: 'nl' }],
  ])('lang=%s', async (lang, expected) => {
    expect((await read(`?lang=${encodeURIComponent(lang)}&pick=name`))['name']).toEqual(expected)
  })

  it('keeps the instances of the asked datasetIds', async () => {
    expect(await read('?datasetId=urn:d:1')).toEqual({
      id,
      type: 'Lamp',
      b: { type: 'Property', value: 2, datasetId: 'urn:d:1' },
    })
    expect((await read('?datasetId=@none&pick=b'))['b']).toEqual({ type: 'Property', value: 1 })
  })
})

describe('merge, replace, delete, purge (5.6.17, 5.6.18, 5.6.6, 5.6.21)', () => {
  beforeEach(async () => {
    await ask('POST', '/entities', {
      ...lamp(1),
      address: {
        type: 'Property',
        value: { street: 'A', city: { name: 'B', code: 1 } },
        observedAt: '2026-01-01T00:00:00Z',
        note: 'n',
      },
      name: { languageMap: { nl: 'Lamp', en: 'Light' } },
      link: { object: 'urn:a:1' },
      scope: '/a',
    })
  })

  it('merges deep, deletes by the marker, and adds types', async () => {
    const body = {
      type: 'Device',
      power: nothing,
      address: { value: { street: nothing, city: { code: 2 } }, note: nothing },
      name: { languageMap: { en: nothing, de: 'Leuchte' } },
      fresh: 1,
      scope: nothing,
    }
    expect((await ask('PATCH', one, body)).status).toBe(204)
    expect(await read()).toEqual({
      id,
      type: ['Lamp', 'Device'],
      address: {
        type: 'Property',
        value: { city: { name: 'B', code: 2 } },
        observedAt: '2026-01-01T00:00:00Z',
      },
      name: { type: 'LanguageProperty', languageMap: { nl: 'Lamp', de: 'Leuchte' } },
      link: { type: 'Relationship', object: 'urn:a:1' },
      fresh: { type: 'Property', value: 1 },
    })
  })

  it('merges simplified values by the stored type, with lang and observedAt', async () => {
    const body = {
      power: 9,
      name: 'Verlichting',
      link: 'urn:a:2',
      address: { street: 'C' },
      pin: { type: 'Point', coordinates: [1, 2] },
    }
    const query = '?format=keyValues&lang=nl&observedAt=2026-05-05T00:00:00Z'
    expect((await ask('PATCH', one + query, body)).status).toBe(204)
    expect(await read()).toMatchObject({
      power: { type: 'Property', value: 9 },
      name: { languageMap: { nl: 'Verlichting', en: 'Light' } },
      link: { type: 'Relationship', object: 'urn:a:2' },
      address: { value: { street: 'C', city: { name: 'B', code: 1 } }, observedAt: '2026-05-05T00:00:00Z' },
      pin: { type: 'GeoProperty' },
    })
    expect(await read('?pick=power')).not.toHaveProperty('power.observedAt')
  })

  it('refuses an empty fragment, another id, and a missing entity', async () => {
    expect((await ask('PATCH', one, {})).status).toBe(400)
    expect((await ask('PATCH', one, { id: 'urn:x:y', a: 1 })).status).toBe(400)
    expect((await ask('PATCH', '/entities/urn:a:b', { a: 1 })).status).toBe(404)
  })

  it('replaces everything but createdAt', async () => {
    const before = await read('?options=sysAttrs')
    expect((await ask('PUT', one, { id, type: 'Device', power: 5 })).status).toBe(204)
    const after = await read('?options=sysAttrs')
    expect(after).toEqual({
      id,
      type: 'Device',
      createdAt: before['createdAt'],
      modifiedAt: expect.any(String),
      power: expect.objectContaining({
        value: 5,
        createdAt: (before['power'] as { createdAt: string }).createdAt,
      }),
    })
    expect((await ask('PUT', one, { power: nothing })).status).toBe(400)
  })

  it('deletes, and 404 afterwards', async () => {
    expect((await ask('DELETE', one)).status).toBe(204)
    expect((await ask('DELETE', one)).status).toBe(404)
  })

  it.each([
    ['?id=urn:ngsi-ld:Lamp:1', 400],
    ['?idPattern=.*', 400],
    ['?attrs=createdAt', 400],
    ['?q=modifiedAt>2020-01-01T00:00:00Z', 400],
    ['?type=Lamp&keep=power&drop=name', 400],
    ['', 400],
  ])('purge %s answers %i and deletes nothing', async (query, status) => {
    expect((await ask('DELETE', `/entities${query}`)).status).toBe(status)
    expect((await ask('GET', one)).status).toBe(200)
  })

  it('purges entities, or attributes of them', async () => {
    await ask('DELETE', '/entities?type=Lamp&drop=power,scope')
    expect(Object.keys(await read())).toEqual(['id', 'type', 'address', 'name', 'link'])
    await ask('DELETE', '/entities?q=link&keep=name')
    expect(Object.keys(await read())).toEqual(['id', 'type', 'name'])
    expect((await ask('DELETE', '/entities?local=true')).status).toBe(204)
    expect((await ask('GET', one)).status).toBe(404)
  })
})

describe('attributes (5.6.2 to 5.6.5, 5.6.19)', () => {
  beforeEach(async () => {
    await ask(
      'POST',
      '/entities',
      lamp(1, {
        a: [
          { value: 1, unitCode: 'MTR', sub: 3 },
          { value: 2, datasetId: 'urn:d:1' },
        ],
      }),
    )
  })
  const attrs = `${one}/attrs`

  it('appends, and with noOverwrite tells what was left alone', async () => {
    expect((await ask('POST', attrs, { power: 2, b: 1 })).status).toBe(204)
    const answer = await ask('POST', `${attrs}?options=noOverwrite`, { power: 3, c: 1 })
    expect(answer.status).toBe(207)
    expect(answer.body).toMatchObject({
      updated: ['https://uri.etsi.org/ngsi-ld/default-context/c'],
      notUpdated: [
        { attributeName: 'https://uri.etsi.org/ngsi-ld/default-context/power', reason: expect.any(String) },
      ],
    })
    expect(await read('?options=keyValues')).toMatchObject({ power: 2, b: 1, c: 1 })
  })

  it('update replaces instances whole, appends, deletes by the marker', async () => {
    expect(
      (await ask('PATCH', attrs, { a: { value: 5 }, power: nothing, fresh: 1, missing: nothing })).status,
    ).toBe(204)
    expect(await read()).toEqual({
      id,
      type: 'Lamp',
      a: [
        { type: 'Property', value: 5 },
        { type: 'Property', value: 2, datasetId: 'urn:d:1' },
      ],
      fresh: { type: 'Property', value: 1 },
    })
    expect((await ask('PATCH', attrs, {})).status).toBe(400)
    expect((await ask('PATCH', attrs, { x: { value: { deep: nothing } } })).status).toBe(400)
  })

  it('partial update overwrites members of one instance', async () => {
    expect((await ask('PATCH', `${attrs}/a`, { value: 7, sub: nothing, more: 1 })).status).toBe(204)
    expect(
      (await ask('PATCH', `${attrs}/a`, { datasetId: 'urn:d:1', observedAt: '2026-01-01T00:00:00Z' })).status,
    ).toBe(204)
    expect((await read('?pick=a'))['a']).toEqual([
      { type: 'Property', value: 7, unitCode: 'MTR', more: { type: 'Property', value: 1 } },
      { type: 'Property', value: 2, datasetId: 'urn:d:1', observedAt: '2026-01-01T00:00:00Z' },
    ])
    expect((await ask('PATCH', `${attrs}/a`, { value: nothing })).status).toBe(204)
    expect((await read('?pick=a'))['a']).toMatchObject({ value: 2 })
  })

  it.each([
    ['a', {}, 400],
    ['a', [1], 400],
    ['a', { type: 'Relationship', object: 'urn:a:b' }, 400],
    ['a', { object: 'urn:a:b' }, 400],
    ['a', { datasetId: 'urn:d:9', value: 1 }, 404],
    ['nope', { value: 1 }, 404],
    ['scope', { value: 1 }, 400],
    ['a(b', { value: 1 }, 400],
  ])('partial update of %s with %j is %i', async (name, body, status) => {
    const path = name === 'scope' ? `${attrs}/datasetId` : `${attrs}/${encodeURIComponent(name)}`
    expect((await ask('PATCH', path, body)).status).toBe(status)
  })

  it('replaces one instance, whose type may change', async () => {
    expect((await ask('PUT', `${attrs}/a`, { object: 'urn:a:b' })).status).toBe(204)
    expect((await read('?pick=a'))['a']).toContainEqual({ type: 'Relationship', object: 'urn:a:b' })
    expect((await ask('PUT', `${attrs}/nope`, { value: 1 })).status).toBe(404)
  })

  it('deletes the default instance, one by datasetId, or all', async () => {
    expect((await ask('DELETE', `${attrs}/a`)).status).toBe(204)
    expect((await ask('DELETE', `${attrs}/a`)).status).toBe(404)
    expect((await ask('DELETE', `${attrs}/a?datasetId=urn:d:1`)).status).toBe(204)
    await ask('POST', attrs, { a: [{ value: 1 }, { value: 2, datasetId: 'urn:d:1' }] })
    expect((await ask('DELETE', `${attrs}/a?deleteAll=true`)).status).toBe(204)
    expect(await read()).toEqual(lamp(1))
  })

  it('takes names as IRIs in the path', async () => {
    const iri = encodeURIComponent('https://uri.etsi.org/ngsi-ld/default-context/power')
    expect((await ask('DELETE', `${attrs}/${iri}`)).status).toBe(204)
  })

  it('leaves modifiedAt where nothing differs', async () => {
    const before = await read('?options=sysAttrs')
    await new Promise((resolve) => setTimeout(resolve, 5))
    await ask('PATCH', attrs, { power: { type: 'Property', value: 1 } })
    expect(await read('?options=sysAttrs')).toEqual(before)
  })
})

describe('expiresAt (4.22)', () => {
  it('ends entities and attributes, and frees the id', async () => {
    const soon = new Date(Date.now() + 1000).toISOString()
    await ask('POST', '/entities', lamp(1, { expiresAt: soon }))
    await ask(
      'POST',
      '/entities',
      lamp(2, {
        a: [
          { value: 1, expiresAt: soon },
          { value: 2, datasetId: 'urn:d:1' },
        ],
      }),
    )
    expect((await ask('GET', one)).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 1020))
    expect((await ask('GET', one)).status).toBe(404)
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:2')).body.a).toEqual({
      type: 'Property',
      value: 2,
      datasetId: 'urn:d:1',
    })
    expect((await ask('POST', '/entities', lamp(1))).status).toBe(201)
  })

  it('takes effect at once when past', async () => {
    await ask('POST', '/entities', lamp(1, { expiresAt: '2020-01-01T00:00:00Z' }))
    expect((await ask('GET', one)).status).toBe(404)
  })
})

describe('contexts in answers (6.3.5)', () => {
  const body = { ...lamp(1), '@context': { power: 'https://x/power', Lamp: 'https://x/Lamp' } }

  it('expands with the context of the request and compacts with that of the reader', async () => {
    expect((await ask('POST', '/entities', body, ld)).status).toBe(201)
    expect(Object.keys(await read())).toEqual(['id', 'type', 'https://x/power'])
    const answer = await ask(
      'POST',
      '/entityOperations/query',
      { type: 'Query', entities: [{ type: 'Lamp' }], '@context': body['@context'] },
      { ...ld, Accept: 'application/ld+json' },
    )
    expect(answer.body).toEqual([
      { id, type: 'Lamp', power: { type: 'Property', value: 1 }, '@context': body['@context'] },
    ])
  })

  it('gives an inline context a URL for the Link header', async () => {
    await ask('POST', '/entities', body, ld)
    const answer = await ask(
      'POST',
      '/entityOperations/query',
      { type: 'Query', entities: [{ type: 'Lamp' }], '@context': body['@context'] },
      ld,
    )
    const url = /<([^>]+)>/.exec(answer.headers.get('link') ?? '')?.[1] ?? ''
    const served = await ask('GET', new URL(url).pathname)
    expect(served.body).toEqual({ '@context': body['@context'] })
    const again = await ask('GET', '/entities?type=Lamp', undefined, {
      Link: `<${url}>; rel="http://www.w3.org/ns/json-ld#context"`,
    })
    expect(again.body[0].power.value).toBe(1)
  })

  it('puts the context of GeoJSON on top, or in the Link with Prefer: body=json', async () => {
    await ask('POST', '/entities', lamp(1))
    const geo = { Accept: 'application/geo+json' }
    const plain = await ask('GET', one, undefined, geo)
    expect(plain.body).toMatchObject({
      type: 'Feature',
      id,
      geometry: null,
      properties: { type: 'Lamp' },
      '@context': expect.any(String),
    })
    const preferred = await ask('GET', one, undefined, { ...geo, Prefer: 'body=json' })
    expect(preferred.body).not.toHaveProperty('@context')
    expect(preferred.headers.get('link')).toContain('json-ld#context')
  })
})
