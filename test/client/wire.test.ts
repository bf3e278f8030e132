import nock from 'nock'
import { describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import { probeHistory, probeMode } from '../../src/client/discovery.js'
import { type City, connect } from '../../src/connect.js'
import type { DialectName } from '../../src/dialect/dialect.js'
import { isBrokerError, isNetworkError, isUnsupportedError } from '../../src/errors.js'
import { Container, containerId, coreContext, Isle } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const connected = connectsUntilEnd()
const host = 'http://broker.example:1026'
const cityOf = (dialect: DialectName, options: ConnectOptions = {}): Promise<City> =>
  connected(host, { dialect, retry: false, ...options })
const link = `<${coreContext}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`
const broker = (): nock.Scope => nock(host, { reqheaders: { link } })
const plain = (): nock.Scope => nock(host)
const total = (count: number): Record<string, string> => ({ 'NGSILD-Results-Count': String(count) })
const level = (n: number, fillingLevel = n / 10) => ({
  id: containerId(n),
  type: 'Container' as const,
  fillingLevel,
})
const normalized = (n: number, more: object = {}) => ({
  id: containerId(n),
  type: 'Container',
  fillingLevel: { type: 'Property', value: n / 10 },
  ...more,
})
const upsertPath = '/ngsi-ld/v1/entityOperations/upsert?options=update'
const quick = { minDelayMs: 1 }

describe('connecting', () => {
  test('one request tells the embedded broker; nothing else is asked', async () => {
    plain()
      .get('/ngsi-ld/v1/info/sourceIdentity')
      .reply(200, {
        type: 'ContextSourceIdentity',
        contextSourceExtras: { product: 'city-context', version: '9' },
      })
    const city = await connected(host)
    expect(await city.info()).toMatchObject({ dialect: 'embedded', version: '9' })
  })
  test('with a dialect nothing is asked at all', async () => {
    expect((await (await cityOf('scorpio')).info()).product).toBe('Scorpio')
  })
  test('nothing answers: a NetworkError', async () => {
    const error = await connect('http://127.0.0.1:1', { retry: false }).catch((e: unknown) => e)
    expect(isNetworkError(error)).toBe(true)
  })
  test('an older Orion-LD shows itself by the unknown parameter, and its version is asked', async () => {
    plain().get('/ngsi-ld/v1/info/sourceIdentity').reply(404, { title: 'Service Not Found' })
    plain()
      .get('/ngsi-ld/v1/entities?type=SdkProbe&limit=1&sdkProbe=1')
      .reply(400, { title: 'Unknown URI parameter', detail: 'sdkProbe' })
    plain().get('/version').reply(200, { 'orionld version': '1.4.0' })
    const city = await connected(host, { retry: false })
    expect(await city.info()).toMatchObject({ dialect: 'orion-ld', version: '1.4.0' })
  })
})

test('one call that is ended does not end what others wait for: which broker it is', async () => {
  plain().get('/ngsi-ld/v1/info/sourceIdentity').reply(404, { title: 'x' })
  plain()
    .get('/ngsi-ld/v1/entities?type=SdkProbe&limit=1&sdkProbe=1')
    .delay(100)
    .reply(200, [], { 'NGSILD-EntityMap': 'urn:m:1' })
  broker()
    .get('/ngsi-ld/v1/entities?type=Container&options=keyValues&limit=500&count=true')
    .reply(200, [level(1)], total(1))
  const city = await connected(host, { retry: false })
  const stop = new AbortController()
  const first = city.find(Container).toArray({ signal: stop.signal })
  const second = city.find(Container).toArray()
  setTimeout(() => stop.abort(new Error('no longer needed')), 20)
  await expect(first).rejects.toThrow('no longer needed')
  expect(await second).toEqual([level(1)])
})

describe('the two modes of Orion-LD', () => {
  const place =
    '/ngsi-ld/v1/entities?type=SdkProbe&georel=equals&geometry=Point&coordinates=%5B0%2C0%5D&limit=1'
  test.each([
    [200, [], 'orion-ld-legacy'],
    [501, { title: 'Not Implemented', detail: 'Geo Equals Query' }, 'orion-ld-mongoc'],
    [403, { title: 'Forbidden' }, 'orion-ld'],
  ] as const)('a question that changes nothing, answered %d: %j is %s', async (status, body, dialect) => {
    plain().get(place).reply(status, body)
    const city = await cityOf('orion-ld')
    await probeMode(city.connection)
    expect((await city.info()).dialect).toBe(dialect)
  })
  test('the first merge or replacement tells as well; from then on all of that mode is known', async () => {
    const path = `/ngsi-ld/v1/entities/${encodeURIComponent(containerId(1))}`
    const mongoc = await cityOf('orion-ld')
    broker().patch(path).reply(204)
    await mongoc.merge(Container, { id: containerId(1), name: 'x' })
    expect(await mongoc.info()).toMatchObject({ dialect: 'orion-ld-mongoc', can: { scope: 'yes' } })
    const legacy = await cityOf('orion-ld')
    broker().put(path).reply(404, { title: 'Service Not Found' })
    broker().get(`${path}?options=keyValues`).reply(200, level(1))
    broker().post('/ngsi-ld/v1/entityOperations/upsert').reply(204)
    await legacy.replace(Container, level(1))
    const { dialect, geoRelations, lacks } = await legacy.info()
    expect([dialect, geoRelations.includes('equals')]).toEqual(['orion-ld-legacy', true])
    expect(lacks).toContainEqual(expect.objectContaining({ capability: 'scope', without: 'refused' }))
  })
  test('an entity that is not there says nothing of the mode', async () => {
    const city = await cityOf('orion-ld')
    broker()
      .patch(/entities/)
      .reply(404, { type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound', title: 'Entity Not Found' })
    await expect(city.merge(Container, { id: containerId(1), name: 'x' })).rejects.toThrow('Not Found')
    expect((await city.info()).dialect).toBe('orion-ld')
  })
})

describe('queries on the wire', () => {
  test('q first, quoted, encoded once; keyValues; count with every page', async () => {
    broker()
      .get(
        '/ngsi-ld/v1/entities?q=fillingLevel%3E0.8%3Bname%3D%3D%22a%26b%22&type=Container&options=keyValues&limit=500&count=true',
      )
      .reply(200, [level(9)], total(1))
    const city = await cityOf('orion-ld')
    expect(
      await city.find(Container).where('fillingLevel', '>', 0.8).where('name', '==', 'a&b').toArray(),
    ).toEqual([level(9)])
  })

  test('URNs go out quoted, dates bare, enums as a list', async () => {
    const q =
      'refIsle==%22urn%3Angsi-ld%3AIsle%3A1%22%3BemptiedAt%3E2026-01-01T00%3A00%3A00.000Z%3Bstatus%3D%3D%22open%22%2C%22closed%22'.replace(
        '==',
        '%3D%3D',
      )
    broker()
      .get(`/ngsi-ld/v1/entities?q=${q}&type=Container&options=keyValues&limit=100&count=true`)
      .reply(200, [], total(0))
    const city = await cityOf('stellio')
    await city
      .find(Container)
      .where('refIsle', '==', 'urn:ngsi-ld:Isle:1')
      .where('emptiedAt', '>', new Date('2026-01-01'))
      .where('status', '==', ['open', 'closed'])
      .toArray()
  })

  test('geo: one modifier, coordinates in brackets, geoproperty always', async () => {
    broker()
      .get(
        '/ngsi-ld/v1/entities?type=Container&georel=near%3BmaxDistance%3D%3D500&geometry=Point&coordinates=%5B5.4%2C51.4%5D&geoproperty=location&options=keyValues&limit=500&count=true',
      )
      .reply(200, [], total(0))
    await (await cityOf('orion-ld')).find(Container).near([5.4, 51.4], { maxMeters: 500 }).toArray()
  })

  test.each(['orion-ld', 'orion-ld-legacy', 'orion-ld-mongoc', 'stellio'] as const)(
    'geoQ without geoproperty kills Orion-LD: a long query by POST always has it (%s)',
    async (dialect) => {
      let body: Record<string, unknown> = {}
      const size = dialect === 'stellio' ? 100 : 500
      broker()
        .post(`/ngsi-ld/v1/entityOperations/query?options=keyValues&limit=${size}&count=true`, (sent) => {
          body = sent
          return true
        })
        .reply(200, [], total(0))
      const names = Array.from({ length: 800 }, (_, n) => `a name that is rather long ${n}`)
      await (await cityOf(dialect))
        .find(Container)
        .where('name', '==', names)
        .near([5, 51], { maxMeters: 10 })
        .toArray()
      expect(body['type']).toBe('Query')
      expect(body['entities']).toEqual([{ type: 'Container' }])
      expect(body['geoQ']).toEqual({
        georel: 'near;maxDistance==10',
        geometry: 'Point',
        coordinates: [5, 51],
        geoproperty: 'location',
      })
    },
  )

  test('a double quote in q has no escape in Orion-LD: checked on this side, and said so', async () => {
    const notes: string[] = []
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&limit=500&count=true')
      .reply(200, [normalized(1, { name: { type: 'Property', value: 'a "b"' } }), normalized(2)], total(2))
    const city = await cityOf('orion-ld', { onEmulation: (note) => notes.push(note) })
    expect(await city.find(Container).where('name', '==', 'a "b"').toArray()).toEqual([
      { ...level(1), name: 'a "b"' },
    ])
    expect(notes.join()).toContain('double quote')
  })

  test('an onEmulation that fails does not end the question', async () => {
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&limit=500&count=true')
      .reply(200, [normalized(1, { name: { type: 'Property', value: 'a "b"' } })], total(1))
    const warned = new Promise<Error>((done) => process.once('warning', done))
    const city = await cityOf('orion-ld', {
      onEmulation: () => {
        throw new Error('the log is full')
      },
    })
    expect(await city.find(Container).where('name', '==', 'a "b"').toArray()).toHaveLength(1)
    expect((await warned).message).toBe('onEmulation failed: Error: the log is full')
  })

  test('!~= is ignored by Orion-LD’s default mode: checked on this side', async () => {
    const named = (n: number, name: string) => normalized(n, { name: { type: 'Property', value: name } })
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&limit=500&count=true')
      .reply(200, [named(1, 'Ab'), named(2, 'Bb')], total(2))
    const city = await cityOf('orion-ld-legacy')
    const found = await city.find(Container).where('name', '!~=', '^A').toArray()
    expect(found.map(({ id }) => id)).toEqual([containerId(2)])
  })

  test('attrs= of a missing attribute answers 404 on Orion-LD: pick is done on this side', async () => {
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&options=keyValues&limit=500&count=true')
      .reply(200, [level(1)], total(1))
    const city = await cityOf('orion-ld')
    expect(await city.find(Container).pick('name').toArray()).toEqual([
      { id: containerId(1), type: 'Container' },
    ])
  })

  test('more than 800 ids in one request fail on Orion-LD: asked in parts of 200', async () => {
    const ids = Array.from({ length: 850 }, (_, n) => containerId(n))
    const asked: number[] = []
    broker()
      .get(/entities\?/)
      .times(5)
      .reply((uri) => {
        const some = (new URL(uri, host).searchParams.get('id') ?? '').split(',')
        asked.push(some.length)
        return [200, some.map((id) => ({ id, type: 'Container', fillingLevel: 0 })), total(some.length)]
      })
    expect(await (await cityOf('orion-ld')).find(Container).ids(ids).toArray()).toHaveLength(850)
    expect(asked).toEqual([200, 200, 200, 200, 50])
  })

  test('more than 800 ids in one deletion fail on Orion-LD: deleted in batches of 200', async () => {
    const sent: number[] = []
    broker()
      .post('/ngsi-ld/v1/entityOperations/delete')
      .times(5)
      .reply((_uri, body) => {
        sent.push((body as unknown as string[]).length)
        return [204]
      })
    const ids = Array.from({ length: 850 }, (_, n) => containerId(n))
    const report = await (await cityOf('orion-ld', { context: coreContext })).deleteAll(ids)
    expect(report).toMatchObject({ read: 850, deleted: 850 })
    expect(sent.sort((a, b) => b - a)).toEqual([200, 200, 200, 200, 50])
  })

  test('join is followed on this side where the broker cannot', async () => {
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&limit=500&count=true')
      .reply(
        200,
        [normalized(1, { refIsle: { type: 'Relationship', object: 'urn:ngsi-ld:Isle:1' } })],
        total(1),
      )
    broker()
      .get('/ngsi-ld/v1/entities?type=Isle&id=urn%3Angsi-ld%3AIsle%3A1&limit=1&count=true')
      .reply(
        200,
        [{ id: 'urn:ngsi-ld:Isle:1', type: 'Isle', label: { type: 'Property', value: 'Plein' } }],
        total(1),
      )
    const city = await cityOf('orion-ld')
    const [one] = await city.find(Container).linked('refIsle', Isle).toArray()
    expect(one?.refIsle).toEqual({ id: 'urn:ngsi-ld:Isle:1', type: 'Isle', label: 'Plein' })
  })

  test('local=false is never sent; Scorpio’s flag has another name', async () => {
    broker()
      .get('/ngsi-ld/v1/entities?type=Container&options=keyValues&localOnly=true&limit=500&count=true')
      .reply(200, [], total(0))
    await (await cityOf('scorpio')).find(Container).local().toArray()
  })

  test('Scorpio cuts q at "&": such a query goes by POST', async () => {
    broker()
      .post(
        '/ngsi-ld/v1/entityOperations/query?options=keyValues&limit=500&count=true',
        (body) => body.q === 'name=="a&b"',
      )
      .reply(200, [], total(0))
    await (await cityOf('scorpio')).find(Container).where('name', '==', 'a&b').toArray()
  })

  test('scopes on Orion-LD’s default mode are refused', async () => {
    const run = (await cityOf('orion-ld-legacy')).find(Container).inScope('/Breda').toArray()
    expect(isUnsupportedError(await run.catch((e: unknown) => e))).toBe(true)
  })

  test('the count of -2 that Orion-LD gives with near is no count', async () => {
    const path =
      '/ngsi-ld/v1/entities?type=Container&georel=near%3BmaxDistance%3D%3D5&geometry=Point&coordinates=%5B5%2C51%5D&geoproperty=location&options=keyValues'
    broker()
      .get(`${path}&limit=1&count=true`)
      .reply(200, [level(1)], total(-2))
    broker()
      .get(`${path}&limit=500&count=true`)
      .reply(200, [level(1), level(2)], total(-2))
    expect(
      await (await cityOf('orion-ld-mongoc')).find(Container).near([5, 51], { maxMeters: 5 }).count(),
    ).toBe(2)
  })
})

describe('paging', () => {
  const path = '/ngsi-ld/v1/entities?type=Container&options=keyValues'
  const collect = async (city: City, size: number): Promise<string[]> =>
    (await city.find(Container).pageSize(size).toArray()).map(({ id }) => id.split(':').at(-1) ?? '')

  test('paging that stops early: a short page is not the end when the count says more', async () => {
    broker()
      .get(`${path}&limit=3&count=true`)
      .reply(200, [level(1), level(2)], total(3))
    broker()
      .get(`${path}&limit=3&offset=1&count=true`)
      .reply(200, [level(2), level(3)], total(3))
    expect(await collect(await cityOf('unknown'), 3)).toEqual(['1', '2', '3'])
  })

  test('paging that skips: entities deleted meanwhile move others up, none is missed', async () => {
    broker()
      .get(`${path}&limit=3&count=true`)
      .reply(200, [level(1), level(2), level(3)], total(5))
    // 1 and 2 are gone: 3, 4, 5 moved up, and the overlap shows an entity that is not known.
    broker()
      .get(`${path}&limit=3&offset=2&count=true`)
      .reply(200, [level(5)], total(3))
    broker()
      .get(`${path}&limit=3&count=true`)
      .reply(200, [level(3), level(4), level(5)], total(3))
    expect((await collect(await cityOf('unknown'), 3)).sort()).toEqual(['1', '2', '3', '4', '5'])
  })

  test('pages: one page after another; the one after a page not yet there is asked by a guess', async () => {
    broker()
      .get(`${path}&limit=3&count=true`)
      .reply(200, [level(1), level(2), level(3)], total(6))
    broker()
      .get(`${path}&limit=3&offset=2&count=true`)
      .reply(200, [level(3), level(4), level(5)], total(6))
    broker()
      .get(`${path}&limit=3&offset=4&count=true`)
      .reply(200, [level(5), level(6)], total(6))
    const pages: (string | undefined)[][] = []
    for await (const page of (await cityOf('unknown')).find(Container).pageSize(3).pages())
      pages.push(page.map(({ id }) => id.split(':').at(-1)))
    expect(pages).toEqual([['1', '2', '3'], ['4', '5'], ['6']])
  })

  test('a wrong guess: a page shorter than asked loses nothing', async () => {
    broker()
      .get(`${path}&limit=3&count=true`)
      .reply(200, [level(1), level(2), level(3)], total(6))
    broker()
      .get(`${path}&limit=3&offset=2&count=true`)
      .reply(200, [level(3), level(4)], total(6))
    // Guessed while the page before was on its way; that one ended earlier, so that this answer is left aside.
    broker()
      .get(`${path}&limit=3&offset=4&count=true`)
      .reply(200, [level(5), level(6)], total(6))
    broker()
      .get(`${path}&limit=3&offset=3&count=true`)
      .reply(200, [level(4), level(5), level(6)], total(6))
    expect(await collect(await cityOf('unknown'), 3)).toEqual(['1', '2', '3', '4', '5', '6'])
  })

  test('no count: the end is a short page', async () => {
    broker()
      .get(`${path}&limit=2&count=true`)
      .reply(200, [level(1), level(2)])
    broker()
      .get(`${path}&limit=2&offset=1&count=true`)
      .reply(200, [level(2)])
    expect(await collect(await cityOf('unknown'), 2)).toEqual(['1', '2'])
  })

  test('too large a page is asked smaller, and that is remembered', async () => {
    broker()
      .get(`${path}&limit=100&count=true`)
      .reply(403, { type: 'https://uri.etsi.org/ngsi-ld/errors/TooManyResults ', title: 'Too many results' })
    broker()
      .get(`${path}&limit=50&count=true`)
      .reply(200, [level(1)], total(1))
    const city = await cityOf('stellio')
    expect(await collect(city, 100)).toEqual(['1'])
    expect((await city.info()).limits.maxPageSize).toBe(50)
  })

  test('Scorpio: the entity map of page one goes along; nothing is asked twice', async () => {
    broker()
      .get(`${path}&limit=2&count=true`)
      .reply(200, [level(1), level(2)], { ...total(3), 'NGSILD-EntityMap': 'urn:map:1' })
    nock(host, { reqheaders: { 'ngsild-entitymap': 'urn:map:1' } })
      .get(`${path}&limit=2&offset=2&count=true`)
      .reply(200, [level(3)], total(3))
    expect(await collect(await cityOf('scorpio'), 2)).toEqual(['1', '2', '3'])
  })

  test('an offset wall: the rest is read in parts by the end of the id', async () => {
    const city = await cityOf('orion-ld', { limits: { maxOffset: 2 } })
    broker()
      .get(`${path}&limit=2&count=true`)
      .reply(200, [level(1), level(2)], total(3))
    const parts = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
      (char) => `${char}%24`,
    )
    for (const pattern of [...parts, '%5B%5E0-9a-zA-Z%5D%24']) {
      const n = Number(pattern[0])
      const found = n >= 1 && n <= 3 ? [level(n)] : []
      const query = `/ngsi-ld/v1/entities?type=Container&idPattern=${pattern}&options=keyValues`
      broker().get(`${query}&limit=1&count=true`).reply(200, found, total(found.length))
      if (found.length > 0) broker().get(`${query}&limit=2&count=true`).reply(200, found, total(1))
    }
    expect(await collect(city, 2)).toEqual(['1', '2', '3'])
  })

  test('Scorpio’s empty body for an empty page', async () => {
    broker().get(`${path}&limit=2&count=true`).reply(200, '', total(0))
    expect(await collect(await cityOf('scorpio'), 2)).toEqual([])
  })
})

describe('bulk writes on the wire', () => {
  const source = [level(1), level(2)]
  const refused = { type: 'https://uri.etsi.org/ngsi-ld/errors/BadRequestData', title: 'no', status: 400 }

  test.each<[string, number, unknown, object]>([
    ['201 all', 201, source.map(({ id }) => id), { created: 2 }],
    ['201 some (mixed)', 201, [containerId(1)], { created: 1, updated: 1 }],
    ['204', 204, undefined, { updated: 2 }],
    [
      '207 without errors: a success',
      207,
      { success: source.map(({ id }) => id), errors: [] },
      { written: 2 },
    ],
    [
      '207 read as success would be wrong: one failed',
      207,
      { success: [containerId(1)], errors: [{ entityId: containerId(2), error: refused }] },
      { written: 1, failed: 1 },
    ],
    [
      'Scorpio: 400 for all, with an error for each',
      400,
      { errors: source.map(({ id }) => ({ id, ProblemDetails: refused })) },
      { failed: 2 },
    ],
  ])('%s', async (_title, status, body, expected) => {
    broker()
      .post(upsertPath, source as never)
      .reply(status, body as nock.Body)
    expect(await (await cityOf('orion-ld')).upsert(Container, source)).toMatchObject({ read: 2, ...expected })
  })

  test('401: every entity is failed with the reason, nothing is repeated', async () => {
    broker().post(upsertPath).reply(401, { title: 'Unauthorized' })
    const report = await (await cityOf('orion-ld')).upsert(Container, source)
    expect(report).toMatchObject({ read: 2, failed: 2, retries: 0 })
    expect(report.problems[0]?.problem).toMatchObject({ title: 'Unauthorized', status: 401 })
  })

  test('413: halved, each half once', async () => {
    broker()
      .post(upsertPath, source as never)
      .reply(413)
    broker()
      .post(upsertPath, [level(1)] as never)
      .reply(201, [containerId(1)])
    broker()
      .post(upsertPath, [level(2)] as never)
      .reply(201, [containerId(2)])
    expect(await (await cityOf('orion-ld')).upsert(Container, source)).toMatchObject({ created: 2 })
  })

  test('400 that names none: down to the poison entity', async () => {
    const four = [1, 2, 3, 4].map((n) => level(n))
    for (const [sent, status] of [
      [four, 400],
      [four.slice(0, 2), 204],
      [four.slice(2), 400],
      [[four[2]], 400],
      [[four[3]], 204],
    ] as const)
      broker()
        .post(upsertPath, sent as never)
        .reply(status, status === 400 ? { title: 'poison' } : undefined)
    const report = await (await cityOf('orion-ld')).upsert(Container, four)
    expect(report).toMatchObject({ updated: 3, failed: 1 })
    expect(report.problems).toMatchObject([{ id: containerId(3), index: 2, problem: { title: 'poison' } }])
  })

  test('a reset after the broker acted: sent again, and only called written', async () => {
    broker()
      .post(upsertPath)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    broker().post(upsertPath).reply(204)
    expect(await (await cityOf('orion-ld')).upsert(Container, source, quick)).toMatchObject({
      written: 2,
      updated: 0,
      retries: 1,
    })
  })

  test('attempts used up: read back, and settled by what the broker holds', async () => {
    broker()
      .post(upsertPath)
      .times(2)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    broker()
      .get(
        `/ngsi-ld/v1/entities?type=Container&id=${encodeURIComponent(containerId(1))},${encodeURIComponent(containerId(2))}&limit=2&count=true`,
      )
      .reply(200, [normalized(1)], total(1))
    const report = await (await cityOf('orion-ld')).upsert(Container, source, { ...quick, attempts: 2 })
    expect(report).toMatchObject({ written: 1, failed: 1, unconfirmed: 0 })
  })

  test('nobody answers the reading either: unconfirmed', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
    broker().post(upsertPath).replyWithError(reset)
    broker()
      .get(/entities\?/)
      .replyWithError(reset)
    const report = await (await cityOf('orion-ld', { breaker: false })).upsert(Container, source, {
      ...quick,
      attempts: 1,
    })
    expect(report).toMatchObject({ read: 2, unconfirmed: 2 })
  })

  test('429 with Retry-After: everybody waits', async () => {
    broker().post(upsertPath).reply(429, '', { 'Retry-After': '0.15' })
    broker().post(upsertPath).reply(204)
    const started = performance.now()
    expect(await (await cityOf('orion-ld')).upsert(Container, source, quick)).toMatchObject({ updated: 2 })
    expect(performance.now() - started).toBeGreaterThanOrEqual(145)
  })

  test('Orion-LD’s 201 with an empty list: asked four times more, then read back', async () => {
    broker().post(upsertPath).times(5).reply(201, [])
    broker()
      .get(/entities\?/)
      .reply(200, [normalized(1), normalized(2)], total(2))
    expect(await (await cityOf('orion-ld-legacy')).upsert(Container, source, quick)).toMatchObject({
      written: 2,
    })
  })

  test('mixed models and tenants get the right context and tenant each', async () => {
    const other = { ...Isle, context: 'https://other.example/c.jsonld' }
    nock(host, { reqheaders: { link, 'ngsild-tenant': 'a' } })
      .post(upsertPath, [level(1)] as never)
      .reply(204)
    nock(host, { reqheaders: { link: /other\.example/ } })
      .post(upsertPath, [{ id: 'urn:ngsi-ld:Isle:1', type: 'Isle', label: 'x' }] as never)
      .reply(204)
    const city = await cityOf('orion-ld')
    const report = await city.upsertMixed([
      { model: Container, tenant: 'a', entity: level(1) },
      { model: other, entity: { id: 'urn:ngsi-ld:Isle:1', label: 'x' } },
    ])
    expect(report).toMatchObject({ read: 2, updated: 2 })
  })

  test('the signal: an exact account of what is in, unknown, and out', async () => {
    const stop = new AbortController()
    broker().post(upsertPath).reply(204)
    broker().post(upsertPath).delay(2000).reply(204)
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 150)
    const five = [1, 2, 3, 4, 5].map((n) => level(n))
    const report = await (await cityOf('orion-ld')).upsert(Container, five, {
      batchSize: 2,
      concurrency: 1,
      signal: stop.signal,
    })
    expect(report).toMatchObject({ aborted: true, updated: 2, unconfirmed: 2 })
    expect(report.updated + report.unconfirmed + report.failed).toBe(report.read)
    nock.cleanAll()
  })
})

describe('one entity on the wire', () => {
  const path = `/ngsi-ld/v1/entities/${encodeURIComponent(containerId(1))}`

  test('metadata wiped on update: merge sends only what is given', async () => {
    broker().patch(path, { name: 'x' }).reply(204)
    await (await cityOf('orion-ld-mongoc')).merge(Container, { id: containerId(1), name: 'x' })
  })

  test('Orion-LD’s default mode shows itself by "Service Not Found"; merge is emulated from then on', async () => {
    const city = await cityOf('orion-ld')
    broker().patch(path).reply(404, {
      type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound',
      title: 'Service Not Found',
    })
    for (let n = 0; n < 2; n++) {
      broker().get(path).reply(200, normalized(1))
      broker()
        .post(upsertPath, [{ id: containerId(1), type: 'Container', name: 'x' }])
        .reply(204)
      await city.merge(Container, { id: containerId(1), name: 'x' })
    }
    expect((await city.info()).emulated.join()).toContain('batch upsert')
  })

  test('merge of a missing entity is ResourceNotFound, emulated or not', async () => {
    broker()
      .get(path)
      .reply(404, { type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound', title: 'x' })
    const error = await (await cityOf('orion-ld-legacy'))
      .merge(Container, { id: containerId(1), name: 'x' })
      .catch((e: unknown) => e)
    expect(isBrokerError(error, 'ResourceNotFound')).toBe(true)
  })

  test('deleting an attribute by null is emulated by DELETE', async () => {
    broker()
      .get(path)
      .reply(200, normalized(1, { name: { type: 'Property', value: 'x' } }))
    broker().delete(`${path}/attrs/name`).reply(204)
    await (await cityOf('orion-ld-legacy')).merge(Container, { id: containerId(1), name: 'urn:ngsi-ld:null' })
  })

  test('merge of a member, emulated: the other members and the metadata stay, and observedAt comes along', async () => {
    broker()
      .get(path)
      .reply(
        200,
        normalized(1, {
          address: { type: 'Property', value: { addressLocality: 'Breda', streetNr: '7' } },
          fillingLevel: { type: 'Property', value: 0.1, unitCode: 'P1', observedAt: '2026-01-01T00:00:00Z' },
        }),
      )
    const observedAt = '2026-02-01T00:00:00Z'
    broker()
      .post(upsertPath, [
        {
          id: containerId(1),
          type: 'Container',
          address: { type: 'Property', value: { addressLocality: 'Tilburg', streetNr: '7' } },
          fillingLevel: { type: 'Property', value: 0.2, unitCode: 'P1', observedAt },
          name: 'x',
        },
      ])
      .reply(204)
    const part = { id: containerId(1), address: { addressLocality: 'Tilburg' }, fillingLevel: 0.2, name: 'x' }
    await (await cityOf('orion-ld-legacy')).merge(Container, part, { observedAt })
  })

  test('merge of null markers, emulated: attributes, sub-attributes and members are gone, in any form', async () => {
    const gone = 'urn:ngsi-ld:null'
    const accuracy = { type: 'Property', value: 1 }
    broker()
      .get(path)
      .reply(
        200,
        normalized(1, {
          address: { type: 'Property', value: { value: 'a', streetNr: '7' } },
          fillingLevel: { type: 'Property', value: 0.1, unitCode: 'P1', accuracy },
          refIsle: { type: 'Relationship', object: 'urn:ngsi-ld:Isle:1' },
          description: { type: 'LanguageProperty', languageMap: { nl: 'bak' } },
        }),
      )
    broker()
      .post(upsertPath, [
        {
          id: containerId(1),
          type: 'Container',
          address: { type: 'Property', value: { streetNr: '7' } },
          fillingLevel: { type: 'Property', value: 0.2 },
        },
      ])
      .reply(204)
    const deleted = ['refIsle', 'description'].map((name) =>
      broker().delete(`${path}/attrs/${name}`).reply(204),
    )
    const part = {
      id: containerId(1),
      address: { type: 'Property', value: { value: gone } },
      fillingLevel: {
        type: 'Property',
        value: 0.2,
        unitCode: gone,
        accuracy: { type: 'Property', value: gone },
      },
      refIsle: { object: gone },
      description: { type: 'LanguageProperty', languageMap: { '@none': gone } },
    }
    await (await cityOf('orion-ld-legacy')).merge(Container, part as never)
    expect(deleted.every((scope) => scope.isDone())).toBe(true)
  })

  test('merge of a text in one language: the others stay', async () => {
    broker()
      .patch(path, { description: { type: 'LanguageProperty', languageMap: { nl: 'bak' } } })
      .reply(204)
    const part = { id: containerId(1), description: 'bak' } as never
    await (await cityOf('stellio')).merge(Container, part, { lang: 'nl' })
  })

  const failing = {
    entityId: containerId(1),
    error: { type: 'InternalError', title: 'source down', status: 502 },
  }
  test.each<[string, (city: City) => Promise<unknown>, string, string, unknown, RegExp]>([
    [
      'attribute.set, refused by Orion-LD inside a 207',
      (city) => city.attribute(Container, containerId(1), 'name').set('x'),
      'POST',
      `${path}/attrs`,
      { updated: [], notUpdated: [{ attributeName: 'name', reason: 'no value' }] },
      /207: not everything was written: name: no value/,
    ],
    [
      'merge, where a context source failed',
      (city) => city.merge(Container, { id: containerId(1), name: 'x' }),
      'PATCH',
      path,
      { success: [], errors: [failing] },
      /502.*source down/,
    ],
    [
      'merge, where a context source failed, as Scorpio tells it',
      (city) => city.merge(Container, { id: containerId(1), name: 'x' }),
      'PATCH',
      path,
      { success: [], errors: [{ id: containerId(1), ProblemDetails: failing.error }] },
      /502.*source down/,
    ],
    [
      'delete, where a context source failed',
      (city) => city.delete(containerId(1)),
      'DELETE',
      path,
      { success: [], errors: [failing] },
      /502.*source down/,
    ],
    [
      'create, where a context source failed',
      (city) => city.create(Container, level(1)),
      'POST',
      '/ngsi-ld/v1/entities',
      { success: [], errors: [failing] },
      /502.*source down/,
    ],
    [
      'updateAttributes, where a context source failed',
      (city) => city.updateAttributes(Container, { id: containerId(1), name: 'x' }),
      'PATCH',
      `${path}/attrs`,
      { success: [], errors: [failing] },
      /502.*source down/,
    ],
  ])('a 207 is no success: %s', async (_title, run, method, asked, body, message) => {
    plain()
      .intercept(asked, method)
      .reply(207, body as nock.Body)
    await expect(run(await cityOf('orion-ld-mongoc'))).rejects.toThrow(message)
  })

  test.each<[DialectName, number, unknown, unknown]>([
    ['embedded', 204, undefined, { updated: ['name', 'status'], notUpdated: [] }],
    [
      'orion-ld-legacy',
      207,
      { updated: ['status'], notUpdated: [{ attributeName: 'name', reason: 'attribute already exists' }] },
      { updated: ['status'], notUpdated: [{ attribute: 'name', reason: 'attribute already exists' }] },
    ],
    [
      'orion-ld-mongoc',
      207,
      {
        updated: ['status'],
        notUpdated: [{ statusCode: 400, title: 'exists', detail: 'no overwriting', attributes: ['name'] }],
      },
      { updated: ['status'], notUpdated: [{ attribute: 'name', reason: 'exists: no overwriting' }] },
    ],
    // When all are there already, that mode answers 400, and a document without a type.
    [
      'orion-ld-mongoc',
      400,
      { title: 'exists', detail: 'no overwriting', attributes: ['name', 'status'] },
      {
        updated: [],
        notUpdated: [
          { attribute: 'name', reason: 'exists: no overwriting' },
          { attribute: 'status', reason: 'exists: no overwriting' },
        ],
      },
    ],
    [
      'stellio',
      207,
      {
        updated: [],
        notUpdated: [
          { attributeName: 'https://uri.etsi.org/ngsi-ld/default-context/name', reason: 'exists' },
        ],
      },
      { updated: ['status'], notUpdated: [{ attribute: 'name', reason: 'exists' }] },
    ],
  ])(
    'append without overwriting on %s, %d: what was left alone is told',
    async (dialect, status, body, report) => {
      broker()
        .post(`${path}/attrs?options=noOverwrite`, { name: 'x', status: 'open' })
        .reply(status, body as nock.Body)
      const part = { id: containerId(1), name: 'x', status: 'open' } as const
      expect(await (await cityOf(dialect)).append(Container, part, { overwrite: false })).toEqual(report)
    },
  )

  test('an error of the standard’s own types is one, whatever else stands in its document', async () => {
    const type = 'https://uri.etsi.org/ngsi-ld/errors/BadRequestData'
    broker()
      .post(`${path}/attrs`)
      .reply(400, { type, title: 'bad', attributes: ['name'] })
    const append = (await cityOf('orion-ld-mongoc')).append(Container, { id: containerId(1), name: 'x' })
    await expect(append).rejects.toThrow(/400.*bad/)
  })

  test('append to an entity that is not there is ResourceNotFound', async () => {
    broker().post(`${path}/attrs`).reply(404, {
      type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound',
      title: 'Entity does not exist',
    })
    const error = await (await cityOf('orion-ld'))
      .append(Container, { id: containerId(1), name: 'x' })
      .catch((e: unknown) => e)
    expect(isBrokerError(error, 'ResourceNotFound')).toBe(true)
  })

  test('207 with nothing left out is a success', async () => {
    plain()
      .patch(path)
      .reply(207, { updated: ['name'], notUpdated: [] })
    await (await cityOf('stellio')).merge(Container, { id: containerId(1), name: 'x' })
  })

  test('an integer beyond 2^31 is damaged by Orion-LD: said at the writing', async () => {
    const notes: string[] = []
    const city = await cityOf('orion-ld', { onEmulation: (note) => notes.push(note) })
    broker().post('/ngsi-ld/v1/entities').reply(201, undefined, { Location: '/x' })
    await city.create(Container, { ...level(1), serial: 2_147_483_648 } as never)
    expect(notes.join()).toContain('serial: 2147483648 is beyond the integers')
    broker()
      .post(upsertPath)
      .reply(201, [containerId(2)])
    const report = await city.upsert(Container, [{ ...level(2), serial: 2_147_483_648 } as never], {
      validate: false,
    })
    expect(report.created).toBe(1)
    expect(report.warnings).toMatchObject([
      { id: containerId(2), issues: [{ rule: 'broker.integer-range' }] },
    ])
  })
  test.each(['find', 'get'] as const)(
    'the wrong-context trap: names that come back as IRIs are said (%s)',
    async (how) => {
      const notes: string[] = []
      const city = await cityOf('orion-ld', { onEmulation: (note) => notes.push(note) })
      const long = {
        id: containerId(1),
        type: 'Container',
        'https://uri.etsi.org/ngsi-ld/default-context/level': 1,
      }
      broker()
        .get(/entities/)
        .reply(200, how === 'get' ? long : [long], total(1))
      if (how === 'get') await city.get(Container, containerId(1))
      else await city.find(Container).toArray()
      expect(notes.join()).toContain('names come back as IRIs')
    },
  )
  test('system times with the simplified form: Orion-LD refuses that, so it is made here', async () => {
    broker()
      .get(`${path}?options=sysAttrs`)
      .reply(200, { ...normalized(1), createdAt: '2026-01-01T00:00:00Z', modifiedAt: '2026-01-02T00:00:00Z' })
    const one = await (await cityOf('orion-ld')).get(Container, containerId(1), { sysAttrs: true })
    expect(one).toMatchObject({ fillingLevel: 0.1, modifiedAt: '2026-01-02T00:00:00Z' })
  })
})

test('history: Orion-LD without TRoE says 501 when asked once, and is not asked again', async () => {
  plain()
    .get('/ngsi-ld/v1/temporal/entities')
    .query({ type: 'SdkProbe', timerel: 'after', timeAt: '1970-01-02T00:00:00Z', lastN: '1' })
    .reply(501, {
      type: 'https://uri.etsi.org/ngsi-ld/errors/OperationNotSupported',
      title: 'Not Implemented in Orion-LD, please use Mintaka for this operation',
    })
  const city = await cityOf('orion-ld')
  expect(await probeHistory(city.connection)).toBe('no')
  expect(await probeHistory(city.connection)).toBe('no')
  expect((await city.info()).can.temporal).toBe('no')
})

describe('subscriptions on the wire', () => {
  test('a change on Orion-LD is a deletion and a creation under the same id', async () => {
    const id = 'urn:ngsi-ld:Subscription:x'
    const path = `/ngsi-ld/v1/subscriptions/${encodeURIComponent(id)}`
    const document = {
      id,
      type: 'Subscription',
      entities: [{ type: 'Container' }],
      status: 'active',
      origin: 'cache',
      jsonldContext: coreContext,
      notification: { endpoint: { uri: 'http://x/' }, status: 'ok', timesSent: 3 },
    }
    plain().get(path).reply(200, document)
    plain().delete(path).reply(204)
    broker()
      .post('/ngsi-ld/v1/subscriptions', {
        id,
        type: 'Subscription',
        entities: [{ type: 'Container' }],
        notification: { endpoint: { uri: 'http://x/' } },
        throttling: 5,
      })
      .reply(201, '', { Location: path })
    await (await cityOf('orion-ld')).subscriptions.update(id, { throttling: 5 })
  })

  test('a hosted context is named by the address that was used, not by the broker’s own host name', async () => {
    plain()
      .post('/ngsi-ld/v1/jsonldContexts', { '@context': { a: 'https://x.example/a' } })
      .reply(201, '', { Location: 'http://3f2a1b:1026/ngsi-ld/v1/jsonldContexts/7' })
    expect(await (await cityOf('orion-ld')).contexts.host({ '@context': { a: 'https://x.example/a' } })).toBe(
      `${host}/ngsi-ld/v1/jsonldContexts/7`,
    )
  })
})
