import fc from 'fast-check'
import nock from 'nock'
import { afterEach, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import type { City } from '../../src/connect.js'
import { isUsageError } from '../../src/errors.js'
import { Container, containerId } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const upsertPath = '/ngsi-ld/v1/entityOperations/upsert?options=update'
const connected = connectsUntilEnd()
afterEach(() => {
  nock.cleanAll()
})

const cityOf = (options: ConnectOptions): Promise<City> => connected(host, options)

type Sent = readonly { readonly id: string }[]

/** Takes every upsert and keeps what was in it. */
const taking = (): Sent[] => {
  const sent: Sent[] = []
  nock(host)
    .persist()
    .post(upsertPath)
    .reply((_path, body) => {
      sent.push(body as Sent)
      return [204]
    })
  return sent
}

const normalized = (n: number, name: string) =>
  ({ id: containerId(n), type: 'Container', name: { type: 'Property', value: name } }) as const

test('bodies stay within the bytes given, also where entities grow and one is far larger than the others', async () => {
  const sent = taking()
  const city = await cityOf({ dialect: 'embedded' })
  const source = Array.from({ length: 300 }, (_, n) => normalized(n, 'x'.repeat(n === 150 ? 9000 : n * 5)))
  const report = await city.upsert(Container, source as never, {
    maxBytes: 10_000,
    concurrency: 1,
    validate: false,
  })
  expect(report).toMatchObject({ read: 300, updated: 300 })
  for (const body of sent) expect(JSON.stringify(body).length).toBeLessThanOrEqual(10_000)
  expect(sent.flat().map(({ id }) => id)).toEqual(source.map(({ id }) => id))
})

test('random texts of any script, cut anywhere by bytes: every body within its limit, every entity as it was', async () => {
  const sent = taking()
  const city = await cityOf({ dialect: 'embedded' })
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.nat({ max: 3000 }).map((length) => '\u00e9'.repeat(length)),
      fc.nat({ max: 2000 }).map((length) => '\u{1f6ae}'.repeat(length)),
    ),
    { maxLength: 120 },
  )
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 300, max: 20_000 }), async (names, maxBytes) => {
      const source = names.map((name, n) => normalized(n, name))
      sent.length = 0
      await city.upsert(Container, source as never, { maxBytes, concurrency: 1, validate: false })
      expect(sent.flat()).toEqual(source)
      for (const body of sent)
        if (body.length > 1) expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThanOrEqual(maxBytes)
    }),
    { numRuns: 60 },
  )
})

test('what no JSON can be made of is told by its id; the others of its batch go', async () => {
  const sent = taking()
  const city = await cityOf({ dialect: 'embedded' })
  const loop: Record<string, unknown> = {}
  loop['loop'] = loop
  const bad = { id: containerId(7), type: 'Container', name: { type: 'Property', value: loop } }
  const source = Array.from({ length: 20 }, (_, n) => (n === 7 ? bad : normalized(n, 'a')))
  const report = await city.upsert(Container, source as never, { validate: false })
  expect(report).toMatchObject({ read: 20, updated: 19, invalid: 1 })
  expect(report.problems).toMatchObject([
    {
      id: containerId(7),
      index: 7,
      issues: [{ rule: 'json', message: expect.stringContaining('circular') }],
    },
  ])
  expect(sent.flat()).toHaveLength(19)
  const alone = await city.upsert(Container, [bad] as never, { validate: false })
  expect(alone).toMatchObject({ read: 1, invalid: 1, requests: 0 })
})

test.each([
  ['normalized', { type: 'GeoProperty', value: { type: 'Point', coordinates: [5, 52] } }],
  ['bare', { type: 'Point', coordinates: [5, 52] }],
])(
  'a source that changes one %s object again and again is refused: its earlier values would be lost',
  async (_form, location) => {
    const sent = taking()
    const city = await cityOf({ dialect: 'embedded' })
    function* reusing() {
      const one = { id: containerId(0), type: 'Container', location }
      yield normalized(9, 'b')
      for (let n = 0; n < 5; n++) {
        one.id = containerId(n)
        yield one
      }
    }
    const refused = await city
      .upsert(Container, reusing() as never, { validate: false })
      .catch((error: unknown) => error)
    expect(isUsageError(refused) && refused.message).toMatch(/a new object for each entity/)
    expect(sent).toEqual([])
  },
)

test('one object twice under one id is sent twice: nothing of it is lost', async () => {
  const sent = taking()
  const city = await cityOf({ dialect: 'embedded' })
  const one = normalized(0, 'a')
  expect(await city.upsert(Container, [one, one] as never, { validate: false })).toMatchObject({ read: 2 })
  expect(sent).toEqual([[one], [one]])
})

test('Scorpio 5.0.9 fails at upserts that update: created, and updated where they are there', async () => {
  const city = await cityOf({ dialect: 'scorpio' })
  const source = [1, 2, 3].map((n) => normalized(n, 'a'))
  nock(host)
    .post(upsertPath)
    .once()
    .reply(500, { title: 'InternalError', detail: 'ERROR: missing FROM-clause entry for table "b"' })
  nock(host)
    .post('/ngsi-ld/v1/entityOperations/create', (body: Sent) => body.length === 3)
    .reply(207, {
      success: [containerId(1), containerId(3)],
      errors: [{ entityId: containerId(2), error: { status: 409, title: 'AlreadyExists' } }],
    })
  nock(host)
    .post('/ngsi-ld/v1/entityOperations/update', [source[1]] as never)
    .reply(204)
  const report = await city.upsert(Container, source as never, { validate: false })
  expect(report).toMatchObject({ read: 3, created: 2, updated: 1, failed: 0 })
  expect((await city.info()).emulated.join()).toMatch(/upsert fails on this broker/)
  // Each load asks anew, so that a mended broker is used as it should be.
  expect(nock.pendingMocks()).toEqual([])
})

test('the first entity of a load into a tenant of Scorpio goes alone (ScorpioBroker#653)', async () => {
  const sent = taking()
  const city = await cityOf({ dialect: 'scorpio', tenant: 'breda' })
  const source = Array.from({ length: 30 }, (_, n) => normalized(n, 'a'))
  const report = await city.upsert(Container, source as never, {
    batchSize: 10,
    concurrency: 4,
    validate: false,
  })
  expect(report).toMatchObject({ read: 30, updated: 30 })
  expect(sent.map((body) => body.length)).toEqual([
    1,
    expect.any(Number),
    expect.any(Number),
    expect.any(Number),
  ])
  expect(sent[0]?.map(({ id }) => id)).toEqual([containerId(0)])
  await city.upsert(Container, [normalized(0, 'a')] as never, { validate: false })
  expect(sent.slice(4), 'of one entity nothing is left for a second request').toHaveLength(1)
})

test.each(['upsert', 'createAll'] as const)(
  '%s says once after the first write where a context did not define the names',
  async (call) => {
    nock(host)
      .persist()
      .post(/\/entityOperations\//)
      .reply(201)
    const read = nock(host, { reqheaders: { accept: 'application/ld+json' }, badheaders: ['link'] })
      .get(`/ngsi-ld/v1/entities/${encodeURIComponent(containerId(0))}`)
      .reply(
        200,
        {
          '@context': 'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.8.jsonld',
          ...normalized(0, 'a'),
        },
        { 'Content-Type': 'application/ld+json' },
      )
    const { attributes } = Container
    const far = {
      ...Container,
      attributes: { ...attributes, name: { ...attributes['name'], iri: 'https://example.org/name' } },
    } as typeof Container
    const city = await cityOf({ dialect: 'embedded' })
    for (let load = 0; load < 2; load++)
      await city[call](far, [normalized(0, 'a')] as never, { validate: false })
    expect(read.isDone()).toBe(true)
    expect((await city.info()).emulated).toEqual([
      expect.stringMatching(/name was stored as .*default-context\/name, not as https:\/\/example.org\/name/),
    ])
  },
)

test('values of one id go one after another, in their order, whatever else is under way', async () => {
  const stored = new Map<string, number>()
  const running = new Set<string>()
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(async (_path, body) => {
      const entities = body as unknown as readonly { id: string; fillingLevel: { value: number } }[]
      for (const { id } of entities) expect(running.has(id)).toBe(false)
      for (const { id } of entities) running.add(id)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
      for (const { id, fillingLevel } of entities) {
        expect(fillingLevel.value).toBeGreaterThan(stored.get(id) ?? -1)
        stored.set(id, fillingLevel.value)
        running.delete(id)
      }
      return [204]
    })
  const city = await cityOf({ dialect: 'embedded' })
  const source = Array.from({ length: 2000 }, (_, n) => ({
    id: containerId(n % 3 === 0 ? n % 7 : n),
    type: 'Container',
    fillingLevel: { type: 'Property', value: n },
  }))
  const report = await city.upsert(Container, source as never, {
    batchSize: 20,
    concurrency: 4,
    validate: false,
  })
  expect(report).toMatchObject({ read: 2000, updated: 2000 })
  for (const { id, fillingLevel } of source) expect(stored.get(id)).toBeGreaterThanOrEqual(fillingLevel.value)
})
