import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { Container, containerId, Isle } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const operations = '/ngsi-ld/v1/entityOperations'
const connected = connectsUntilEnd()
afterEach(() => {
  nock.cleanAll()
})
const cityOf = (): Promise<City> => connected(host, { dialect: 'embedded' })

const id = containerId(1)
const head = { id, type: 'Container' }
const level = { type: 'Property', value: 0.5 }
const point = (longitude: number) => ({
  type: 'GeoProperty',
  value: { type: 'Point', coordinates: [longitude, 51.4] },
})
const at = (observedAt: string) => ({ ...level, observedAt })
const named = (value: unknown) => ({ type: 'Property', value })
const isle = (object: unknown) => ({ type: 'Relationship', object })
const told = (languageMap: object) => ({ type: 'LanguageProperty', languageMap })
const instance = (value: number, datasetId?: string) => ({
  ...named(value),
  ...(datasetId === undefined ? {} : { datasetId }),
})
const day = (text: string) => named({ '@type': 'DateTime', '@value': text })

const holding = (stored: unknown): void => {
  nock(host)
    .get(/\/ngsi-ld\/v1\/entities\?/)
    .reply(200, [stored] as never)
}

const isUnchanged = async (stored: object, sent: object, mode: 'update' | 'replace'): Promise<boolean> => {
  holding({ ...head, ...stored })
  nock(host)
    .post(/\/entityOperations\/upsert/)
    .reply(204)
  const entity = { ...head, ...sent }
  const options = { skipUnchanged: true, validate: false, mode } as const
  return (await (await cityOf()).upsert(Container, [entity] as never, options)).unchanged === 1
}

describe('the broker has it already', () => {
  test.each<[string, object, object]>([
    ['the same', { fillingLevel: level }, { fillingLevel: level }],
    [
      'in another representation',
      { fillingLevel: level, location: point(5) },
      { fillingLevel: 0.5, location: point(5).value },
    ],
    [
      'members in another order',
      { address: named({ a: 1, b: { c: [1], d: 2 } }) },
      { address: named({ b: { d: 2, c: [1] }, a: 1 }) },
    ],
    [
      'an instant with fewer digits',
      { fillingLevel: at('2026-01-02T03:04:05.000Z') },
      { fillingLevel: at('2026-01-02T03:04:05Z') },
    ],
    [
      'microseconds on a broker of milliseconds',
      { fillingLevel: at('2026-01-02T03:04:05.123Z') },
      { fillingLevel: at('2026-01-02T03:04:05.123456Z') },
    ],
    [
      'a DateTime value with other digits',
      { emptiedAt: day('2026-01-02T03:04:05.000Z') },
      { emptiedAt: day('2026-01-02T03:04:05Z') },
    ],
    [
      'system attributes of the broker',
      { fillingLevel: { ...level, createdAt: 'x', modifiedAt: 'y', instanceId: 'urn:i:1' } },
      { fillingLevel: level },
    ],
    [
      'system attributes that are sent along',
      { fillingLevel: level },
      { fillingLevel: { ...level, createdAt: 'x', modifiedAt: 'y', instanceId: 'urn:i:1' } },
    ],
    [
      'instances in another order',
      { name: [instance(2, 'urn:d:2'), instance(1)] },
      { name: [instance(1), instance(2, 'urn:d:2')] },
    ],
    ['one instance as a list', { name: instance(1) }, { name: [instance(1)] }],
    [
      'languages in another order',
      { description: told({ nl: 'a', en: 'b' }) },
      { description: told({ en: 'b', nl: 'a' }) },
    ],
    [
      'a list of one that came back as its item',
      { refIsle: isle('urn:ngsi-ld:Isle:1') },
      { refIsle: isle(['urn:ngsi-ld:Isle:1']) },
    ],
    [
      'scopes in another order',
      { scope: ['/b', '/a'], fillingLevel: level },
      { scope: ['/a', '/b'], fillingLevel: level },
    ],
    [
      'a sub-attribute in another representation',
      { fillingLevel: { ...level, accuracy: named(1) } },
      { fillingLevel: { ...level, accuracy: 1 } },
    ],
  ])('%s: unchanged in both modes', async (_title, stored, sent) => {
    expect(await isUnchanged(stored, sent, 'update')).toBe(true)
    expect(await isUnchanged(stored, sent, 'replace')).toBe(true)
  })

  test.each<[string, object, object]>([
    ['attributes of other suppliers', { fillingLevel: level, name: named('x') }, { fillingLevel: level }],
    [
      'another type beside its own',
      { type: ['Container', 'Thing'], fillingLevel: level },
      { fillingLevel: level },
    ],
    ['a scope where none is sent', { scope: '/a', fillingLevel: level }, { fillingLevel: level }],
    [
      'an end where none is sent',
      { expiresAt: '2030-01-01T00:00:00Z', fillingLevel: level },
      { fillingLevel: level },
    ],
    [
      'an instance of another supplier',
      { name: [instance(1), instance(2, 'urn:d:2')] },
      { name: instance(1) },
    ],
  ])('%s: unchanged by an update, gone by a replacement', async (_title, stored, sent) => {
    expect(await isUnchanged(stored, sent, 'update')).toBe(true)
    expect(await isUnchanged(stored, sent, 'replace')).toBe(false)
  })
})

describe('never called unchanged', () => {
  test.each<[string, object, object]>([
    ['another value', { fillingLevel: level }, { fillingLevel: named(0.6) }],
    [
      'a text that is the same time with other digits',
      { name: named('2026-01-02T03:04:05.000Z') },
      { name: named('2026-01-02T03:04:05Z') },
    ],
    ['two DateTimes that are none', { emptiedAt: day('never') }, { emptiedAt: day('soon') }],
    ['a number and its text', { name: named('1') }, { name: named(1) }],
    ['an attribute that is not there', {}, { fillingLevel: level }],
    ['another kind', { name: named('urn:x:1') }, { name: isle('urn:x:1') }],
    [
      'a later observation',
      { fillingLevel: at('2026-01-02T03:04:05Z') },
      { fillingLevel: at('2026-01-02T03:04:06Z') },
    ],
    [
      'an observation a microsecond later',
      { fillingLevel: at('2026-01-02T03:04:05.123456Z') },
      { fillingLevel: at('2026-01-02T03:04:05.123457Z') },
    ],
    ['an observedAt that is gone', { fillingLevel: at('2026-01-02T03:04:05Z') }, { fillingLevel: level }],
    [
      'another unit',
      { fillingLevel: { ...level, unitCode: 'C62' } },
      { fillingLevel: { ...level, unitCode: 'P1' } },
    ],
    ['a unit that is gone', { fillingLevel: { ...level, unitCode: 'C62' } }, { fillingLevel: level }],
    [
      'a sub-attribute that is gone',
      { fillingLevel: { ...level, accuracy: named(1) } },
      { fillingLevel: level },
    ],
    [
      'another sub-attribute',
      { fillingLevel: { ...level, accuracy: named(1) } },
      { fillingLevel: { ...level, accuracy: named(2) } },
    ],
    [
      'an instance of a sub-attribute that is gone',
      { fillingLevel: { ...level, accuracy: [instance(1), instance(2, 'urn:d:2')] } },
      { fillingLevel: { ...level, accuracy: instance(1) } },
    ],
    [
      'a null marker that the broker keeps as a value',
      { name: named('urn:ngsi-ld:null') },
      { name: named('urn:ngsi-ld:null') },
    ],
    [
      'a null marker that it keeps in one instance',
      { name: { ...named('urn:ngsi-ld:null'), datasetId: 'urn:d:2' } },
      { name: { ...named('urn:ngsi-ld:null'), datasetId: 'urn:d:2' } },
    ],
    ['a member of a value that is gone', { address: named({ a: 1, b: 2 }) }, { address: named({ a: 1 }) }],
    [
      'a value with a member named as a system attribute',
      { address: named({ modifiedAt: 'a' }) },
      { address: named({ modifiedAt: 'b' }) },
    ],
    [
      'a value with one such member more',
      { address: named({ a: 1, createdAt: 'a' }) },
      { address: named({ a: 1 }) },
    ],
    ['another order of a list', { categories: named(['a', 'b']) }, { categories: named(['b', 'a']) }],
    ['a list that is longer there', { categories: named(['a', 'b']) }, { categories: named(['a']) }],
    ['another language', { description: told({ nl: 'a' }) }, { description: told({ nl: 'a', en: 'b' }) }],
    [
      'a language that is gone',
      { description: told({ nl: 'a', en: 'b' }) },
      { description: told({ nl: 'a' }) },
    ],
    ['another point', { location: point(5.000001) }, { location: point(5.000002) }],
    [
      'a moved dataset',
      { name: [instance(1), instance(2, 'urn:d:2')] },
      { name: [instance(1), instance(2, 'urn:d:3')] },
    ],
    ['another scope', { scope: ['/a', '/b'], fillingLevel: level }, { scope: '/a', fillingLevel: level }],
    [
      'another end',
      { expiresAt: '2030-01-01T00:00:00Z', fillingLevel: level },
      { expiresAt: '2031-01-01T00:00:00Z', fillingLevel: level },
    ],
    ['a type more', { fillingLevel: level }, { type: ['Container', 'Thing'], fillingLevel: level }],
    ['what no broker takes', { name: named(1) }, { name: { type: 'Property', value: 1, object: 2 } }],
  ])('%s', async (_title, stored, sent) => {
    expect(await isUnchanged(stored, sent, 'update')).toBe(false)
    expect(await isUnchanged(stored, sent, 'replace')).toBe(false)
  })
})

test('a null marker: unchanged where the attribute is gone, sent where it is there', async () => {
  expect(
    await isUnchanged({ fillingLevel: level }, { fillingLevel: level, name: 'urn:ngsi-ld:null' }, 'update'),
  ).toBe(true)
  expect(await isUnchanged({ name: named(1) }, { name: 'urn:ngsi-ld:null' }, 'update')).toBe(false)
})

test('a null marker in the form of its kind, or of one instance, counts for that alone', async () => {
  const gone = { label: told({ '@none': 'urn:ngsi-ld:null' }) }
  expect(await isUnchanged({ fillingLevel: level }, gone, 'update')).toBe(true)
  expect(await isUnchanged({ label: told({ nl: 'x' }) }, gone, 'update')).toBe(false)
  const noSecond = { name: { ...named('urn:ngsi-ld:null'), datasetId: 'urn:x:2' } }
  expect(await isUnchanged({ name: instance(1) }, noSecond, 'update')).toBe(true)
  expect(await isUnchanged({ name: instance(1, 'urn:x:2') }, noSecond, 'update')).toBe(false)
  const noAccuracy = { name: { ...named(1), accuracy: named('urn:ngsi-ld:null') } }
  expect(await isUnchanged({ name: named(1) }, noAccuracy, 'update')).toBe(true)
  expect(await isUnchanged({ name: { ...named(1), accuracy: named(2) } }, noAccuracy, 'update')).toBe(false)
  expect(
    await isUnchanged({ name: named(['urn:ngsi-ld:null']) }, { name: named(['urn:ngsi-ld:null']) }, 'update'),
  ).toBe(true)
})

test('several models of one context in a batch: each is found by its own type', async () => {
  const isleOne = { id: 'urn:ngsi-ld:Isle:1', type: 'Isle', label: named('x') }
  nock(host)
    .get('/ngsi-ld/v1/entities')
    .query((query) => query['type'] === 'Container,Isle')
    .reply(200, [{ ...head, fillingLevel: level }, isleOne])
  const source = [
    { model: Container, entity: { id, fillingLevel: 0.5 } },
    { model: Isle, entity: { id: isleOne.id, label: 'x' } },
  ]
  const report = await (await cityOf()).upsertMixed(source, { skipUnchanged: true })
  expect(report).toMatchObject({ read: 2, unchanged: 2, bytes: 0 })
})

test('more models than a query should name: asked for without them', async () => {
  const types: unknown[] = []
  nock(host)
    .get('/ngsi-ld/v1/entities')
    .query((query) => types.push(query['type']) > 0)
    .reply(200, [])
  nock(host).post(`${operations}/upsert?options=update`).reply(204)
  const source = Array.from({ length: 21 }, (_, n) => ({
    model: { ...Container, type: `Kind${n}` } as unknown as typeof Container,
    entity: { id: containerId(n), fillingLevel: 0.5 },
  }))
  await (await cityOf()).upsertMixed(source as never, { skipUnchanged: true, validate: false })
  expect(types.every((type) => !String(type).includes('Kind'))).toBe(true)
})

test('the broker does not answer the reading: everything is written, nothing is lost', async () => {
  nock(host)
    .get(/\/ngsi-ld\/v1\/entities\?/)
    .reply(404)
  nock(host).post(`${operations}/upsert?options=update`).reply(204)
  const report = await (await cityOf()).upsert(Container, [{ id, fillingLevel: 0.5 }], {
    skipUnchanged: true,
  })
  expect(report).toMatchObject({ updated: 1 })
})

describe('read back after attempts without an answer', () => {
  const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
  const settled = async (stored: object, run: (city: City) => Promise<object>): Promise<object> => {
    nock(host)
      .persist()
      .post(/entityOperations/)
      .replyWithError(reset)
    holding({ ...head, ...stored })
    return run(await cityOf())
  }
  const options = { attempts: 1, minDelayMs: 1, validate: false } as const
  const upsert = (sent: object) => (city: City) =>
    city.upsert(Container, [{ ...head, ...sent }] as never, options)
  const update = (sent: object) => (city: City) =>
    city.update(Container, [{ ...head, ...sent }] as never, options)

  test.each<[string, object, (city: City) => Promise<object>, object]>([
    ['upsert: there as sent', { name: named('x') }, upsert({ name: 'x' }), { written: 1 }],
    [
      'upsert: old sub-attributes that a broker keeps',
      { name: { ...named('x'), old: named(1) } },
      upsert({ name: 'x' }),
      { written: 1 },
    ],
    [
      'upsert: a value with old members did not arrive',
      { address: named({ a: 1, b: 2 }) },
      upsert({ address: { a: 1 } }),
      { failed: 1 },
    ],
    [
      'upsert: languages of before',
      { description: told({ nl: 'a', en: 'b' }) },
      upsert({ description: told({ nl: 'a' }) }),
      { failed: 1 },
    ],
    [
      'merge: goes into values',
      { address: named({ a: 1, b: 2 }) },
      update({ address: { a: 1 } }),
      { written: 1 },
    ],
    [
      'merge: a deleted attribute is gone',
      { fillingLevel: level },
      update({ name: 'urn:ngsi-ld:null' }),
      { written: 1 },
    ],
    [
      'merge: a deleted attribute is still there',
      { name: named(1) },
      update({ name: 'urn:ngsi-ld:null' }),
      { failed: 1 },
    ],
    [
      'merge: a deleted member is gone',
      { address: named({ b: 2 }) },
      update({ address: named({ a: 'urn:ngsi-ld:null' }) }),
      { written: 1 },
    ],
    [
      'merge: a list is replaced whole, also by objects that hold less',
      { address: named({ lines: [{ a: 1, b: 2 }] }) },
      update({ address: named({ lines: [{ a: 1 }] }) }),
      { failed: 1 },
    ],
    [
      'merge: a null marker in a list is a value like others',
      { address: named({ lines: ['urn:ngsi-ld:null'] }) },
      update({ address: named({ lines: ['urn:ngsi-ld:null'] }) }),
      { written: 1 },
    ],
    [
      'merge: a deleted unit is gone',
      { fillingLevel: level },
      update({ fillingLevel: { ...level, unitCode: 'urn:ngsi-ld:null' } }),
      { written: 1 },
    ],
    [
      'merge: a deleted observedAt is still there',
      { fillingLevel: at('2026-01-02T03:04:05Z') },
      update({ fillingLevel: { ...level, observedAt: 'urn:ngsi-ld:null' } }),
      { failed: 1 },
    ],
    ['delete: still there', {}, (city) => city.deleteAll([id], options), { failed: 1 }],
    ['delete: gone', { id: 'urn:x:other' }, (city) => city.deleteAll([id], options), { deleted: 1 }],
    [
      'create: there as sent',
      { name: named('x') },
      (city) => city.createAll(Container, [{ ...head, name: 'x' }] as never, options),
      { written: 1 },
    ],
  ])('%s', async (_title, stored, run, expected) => {
    expect(await settled(stored, run)).toMatchObject({ read: 1, unconfirmed: 0, ...expected })
  })

  test('deleteWhere over several types: what is still there under any of them is not called deleted', async () => {
    nock(host)
      .get(/type=Container,Isle/)
      .reply(200, [{ id, type: 'Isle' }] as never, { 'NGSILD-Results-Count': '1' })
    nock(host).post(`${operations}/delete`).replyWithError(reset)
    nock(host)
      .get('/ngsi-ld/v1/entities')
      .query((query) => query['type'] === undefined && query['id'] === id && query['local'] === 'true')
      .reply(200, [{ id, type: 'Isle' }] as never)
    const city = await cityOf()
    const { report } = await city.deleteWhere(city.find(Container).orTypes('Isle'), { attempts: 1 })
    expect(report).toMatchObject({ read: 1, failed: 1, deleted: 0 })
  })
})
