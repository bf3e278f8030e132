import nock from 'nock'
import { describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import type { City } from '../../src/connect.js'
import type { DialectName } from '../../src/dialect/dialect.js'
import { isUnsupportedError } from '../../src/errors.js'
import { Isle } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'
import { Sign } from '../support/sign.js'

const connected = connectsUntilEnd()
const host = 'http://broker.example:1026'
const cityOf = (dialect: DialectName, options: ConnectOptions = {}): Promise<City> =>
  connected(host, { dialect, retry: false, ...options })
const total = (count: number): Record<string, string> => ({ 'NGSILD-Results-Count': String(count) })
const sign = (n: number, attributes: object = {}) => ({
  id: `urn:ngsi-ld:Sign:${n}`,
  type: 'Sign',
  ...attributes,
})
const property = (value: unknown) => ({ type: 'Property', value })
const idsOf = (found: readonly { readonly id: string }[]): readonly string[] => found.map(({ id }) => id)
const noted = (): { readonly notes: string[]; readonly options: ConnectOptions } => {
  const notes: string[] = []
  return { notes, options: { onEmulation: (note) => notes.push(note) } }
}

describe('vocabulary terms in conditions', () => {
  test('expandValues names them, so that the short name finds what is stored under its IRI', async () => {
    nock(host)
      .get(
        '/ngsi-ld/v1/entities?q=meaning%3D%3D%22stop%22&type=Sign&expandValues=meaning&options=keyValues&limit=1000&count=true',
      )
      .reply(200, [sign(1)], total(1))
    expect(await (await cityOf('embedded')).find(Sign).q('meaning=="stop"').toArray()).toHaveLength(1)
  })
  test('a broker that is not known to expand them gets no such condition; it is checked on this side', async () => {
    nock(host)
      .get('/ngsi-ld/v1/entities?type=Sign&limit=100&count=true')
      .reply(
        200,
        [
          sign(1, { meaning: { type: 'VocabProperty', vocab: 'stop' } }),
          sign(2, { meaning: { type: 'VocabProperty', vocab: 'go' } }),
        ],
        total(2),
      )
    const { notes, options } = noted()
    const city = await cityOf('stellio', options)
    expect(idsOf(await city.find(Sign).q('meaning=="stop"').toArray())).toEqual([sign(1).id])
    expect(notes.join()).toContain('vocabulary terms')
  })
  test('that one exists needs no term', async () => {
    nock(host)
      .get('/ngsi-ld/v1/entities?q=meaning&type=Sign&options=keyValues&limit=100&count=true')
      .reply(200, [], total(0))
    await (await cityOf('stellio')).find(Sign).where('meaning', 'exists').toArray()
  })
})

describe('texts that a broker cannot read in q', () => {
  test.each<[DialectName, string]>([
    ['orion-ld', 'a "b"'],
    ['orion-ld', 'a\\b'],
    ['orion-ld', 'two\nlines'],
    ['orion-ld-mongoc', 'a\tb'],
    ['scorpio', 'a "b"'],
    // Scorpio takes the quotes away before it looks for operators.
    ['scorpio', 'a;b'],
    ['scorpio', 'a|b'],
    ['scorpio', 'a(b)'],
    ['scorpio', 'a,b'],
    ['scorpio', '1..2'],
  ])('%s, %j: checked on this side', async (dialect, text) => {
    nock(host)
      .get('/ngsi-ld/v1/entities?type=Sign&limit=500&count=true')
      .reply(200, [sign(1, { name: property(text) }), sign(2, { name: property('other') })], total(2))
    const { notes, options } = noted()
    const city = await cityOf(dialect, options)
    expect(idsOf(await city.find(Sign).where('name', '==', text).toArray())).toEqual([sign(1).id])
    expect(notes.join()).toContain('checked on this side')
  })
  test.each([";'|(),..", '%', '+', 'ü🚮', ' ', '#', '='])(
    'Orion-LD reads %j, quoted and encoded once',
    async (text) => {
      let asked = ''
      nock(host)
        .get(/entities/)
        .reply((uri) => {
          asked = uri
          return [200, [], total(0)]
        })
      await (await cityOf('orion-ld')).find(Sign).where('name', '==', text).toArray()
      expect(new URL(asked, host).searchParams.get('q')).toBe(`name=="${text}"`)
      expect(asked).not.toMatch(/[ +"'()]/)
    },
  )
  test('such a text behind a relationship cannot be checked on this side: refused', async () => {
    const found = (await cityOf('scorpio'))
      .find(Sign)
      .linked('standsAt', Isle)
      .where('standsAt{label}', '==', 'a "b"')
    expect(isUnsupportedError(await found.toArray().catch((e: unknown) => e))).toBe(true)
  })
})

describe('relationships', () => {
  test('a condition through one asks for the join, also where nobody knows whether the broker has it', async () => {
    nock(host)
      .get(
        '/ngsi-ld/v1/entities?q=standsAt%7Blabel%7D%3D%3D%22Plein%22&type=Sign&join=inline&options=keyValues&limit=100&count=true',
      )
      .reply(200, [sign(1)], total(1))
    const city = await cityOf('unknown')
    expect(
      await city.find(Sign).linked('standsAt', Isle).where('standsAt{label}', '==', 'Plein').toArray(),
    ).toHaveLength(1)
  })
  test('one that goes two deep says so by joinLevel', async () => {
    nock(host)
      .get(
        '/ngsi-ld/v1/entities?q=standsAt%7Bowner%7Bname%7D%7D%3D%3D%22x%22&type=Sign&join=inline&joinLevel=2&options=keyValues&limit=1000&count=true',
      )
      .reply(200, [], total(0))
    await (await cityOf('embedded')).find(Sign).q('standsAt{owner{name}}=="x"').toArray()
  })
  test('followed on this side: lists in their order, in as many pages as the broker makes of them', async () => {
    const isles = ['1', '2', '3'].map((n) => `urn:ngsi-ld:Isle:${n}`)
    nock(host)
      .get('/ngsi-ld/v1/entities?type=Sign&limit=500&count=true')
      .reply(
        200,
        [sign(1, { poles: { type: 'ListRelationship', objectList: isles.map((object) => ({ object })) } })],
        total(1),
      )
    const asked = `/ngsi-ld/v1/entities?type=Isle&id=${isles.map(encodeURIComponent).join(',')}`
    const isle = (n: number) => ({ id: isles[n], type: 'Isle', label: property(`Isle ${n}`) })
    nock(host)
      .get(`${asked}&limit=3&count=true`)
      .reply(200, [isle(2), isle(1)], total(3))
    nock(host)
      .get(`${asked}&limit=2&offset=1&count=true`)
      .reply(200, [isle(1), isle(0)], total(3))
    const [one] = await (await cityOf('orion-ld')).find(Sign).linked('poles', Isle).toArray()
    expect(one?.poles).toMatchObject([{ label: 'Isle 0' }, { label: 'Isle 1' }, { label: 'Isle 2' }])
  })
})

test('instances by datasetId: Orion-LD is not known to read by it, so they are chosen on this side', async () => {
  const name = [property('plain'), { ...property('tin'), datasetId: 'urn:d:tin' }]
  nock(host)
    .get('/ngsi-ld/v1/entities?type=Sign&limit=500&count=true')
    .reply(200, [sign(1, { name }), sign(2, { name: property('plain') })], total(2))
  const { notes, options } = noted()
  const found = await (await cityOf('orion-ld', options)).find(Sign).datasetIds(['urn:d:tin']).toArray()
  expect(found).toEqual([sign(1, { name: 'tin' }), sign(2)])
  expect(notes.join()).toContain('datasetId')
})

test('an id with a comma goes in a body: a list in a URL is split there', async () => {
  const id = 'urn:ngsi-ld:Sign:a,b'
  nock(host, { reqheaders: { 'content-type': 'application/ld+json' }, badheaders: ['link'] })
    .post('/ngsi-ld/v1/entityOperations/query?options=keyValues&limit=500&count=true', {
      type: 'Query',
      entities: [{ type: 'Sign', id: [id] }],
      '@context': [Sign.context],
    })
    .reply(200, [{ id, type: 'Sign' }], total(1))
  expect(idsOf(await (await cityOf('orion-ld')).find(Sign).ids([id]).toArray())).toEqual([id])
})

test('GeoJSON of picked attributes has its geometry all the same', async () => {
  const location = { type: 'Point', coordinates: [5, 51] } as const
  nock(host)
    .get('/ngsi-ld/v1/entities?type=Sign&pick=id,type,name,location&options=keyValues&limit=1000&count=true')
    .reply(200, [sign(1, { name: 'x', location })], total(1))
  const { features } = await (await cityOf('embedded')).find(Sign).pick('name').toGeoJSON()
  expect(features).toEqual([
    { type: 'Feature', id: sign(1).id, geometry: location, properties: { type: 'Sign', name: 'x' } },
  ])
})

test('a query too long for a URL cannot bring its id pattern on Orion-LD, which ignores it in a body: refused', async () => {
  const names = Array.from({ length: 900 }, (_, n) => `a name that is rather long ${n}`)
  const run = (await cityOf('orion-ld-legacy'))
    .find(Sign)
    .where('name', '==', names)
    .idPattern('7$')
    .toArray()
  const error = await run.catch((e: unknown) => e)
  expect(isUnsupportedError(error)).toBe(true)
  expect(String(error)).toContain('ignores idPattern in a body')
})
