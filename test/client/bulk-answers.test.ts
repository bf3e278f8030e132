import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import type { City } from '../../src/connect.js'
import type { DialectName } from '../../src/dialect/dialect.js'
import { Container, containerId } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const batch = '/ngsi-ld/v1/entityOperations'
const connected = connectsUntilEnd()
afterEach(() => {
  nock.cleanAll()
})
const cityOf = (dialect: DialectName): Promise<City> => connected(host, { dialect, retry: false })

const [a, b] = [containerId(1), containerId(2)] as const
const both = [a, b].map((id) => ({ id, type: 'Container' as const, fillingLevel: 0.5 }))
const problem = (status: number | undefined, title = 'no') => ({
  type: 'https://uri.etsi.org/ngsi-ld/errors/X',
  title,
  ...(status === undefined ? {} : { status }),
})
/** An error as Orion-LD and Stellio write it. */
const orion = (entityId: string, status = 400, title?: string) => ({
  entityId,
  error: problem(status, title),
})
/** An error as Scorpio writes it. */
const scorpio = (id: string, status?: number) => ({ id, type: 'Upsert', ProblemDetails: problem(status) })

type Row = readonly [
  title: string,
  dialect: DialectName,
  answers: readonly (readonly [status: number, body?: unknown])[],
  expected: object,
]
const quick = { minDelayMs: 1 } as const
const usual = (run: DialectName): Row[] => [
  ['all created', run, [[201, [a, b]]], { created: 2 }],
  ['all updated', run, [[204]], { updated: 2 }],
  ['mixed', run, [[201, [b]]], { created: 1, updated: 1 }],
]
const perEntity = (run: DialectName): Row[] => [
  ['some failed', run, [[207, { success: [a], errors: [orion(b)] }]], { written: 1, failed: 1 }],
  ['all failed', run, [[207, { success: [], errors: [orion(a), orion(b)] }]], { failed: 2 }],
]

describe('upsert', () => {
  test.each<Row>([
    ['all created', 'orion-ld-legacy', [[201, [a, b]]], { created: 2 }],
    ['all updated', 'orion-ld-legacy', [[204]], { updated: 2 }],
    ['mixed, no error', 'orion-ld-legacy', [[207, { success: [a, b], errors: [] }]], { written: 2 }],
    ...perEntity('orion-ld-legacy'),
    ...usual('orion-ld-mongoc'),
    ...perEntity('orion-ld-mongoc'),
    ...usual('stellio'),
    ...perEntity('stellio'),
    [
      'some failed, with the registration that failed',
      'stellio',
      [[207, { success: [a], errors: [{ ...orion(b), registrationId: 'urn:r:1' }] }]],
      { written: 1, failed: 1 },
    ],
    ['unknown tenant', 'stellio', [[404, problem(404)]], { failed: 2, retries: 0 }],
    ...usual('scorpio'),
    [
      'some failed',
      'scorpio',
      [[207, { success: [a], errors: [scorpio(b, 400)] }]],
      { written: 1, failed: 1 },
    ],
    ['all failed, 400', 'scorpio', [[400, { errors: [scorpio(a, 400), scorpio(b, 400)] }]], { failed: 2 }],
    ['all failed, 409', 'scorpio', [[409, { errors: [scorpio(a), scorpio(b)] }]], { failed: 2 }],
    [
      'all failed, 503, each without a status: asked again',
      'scorpio',
      [
        [503, { errors: [scorpio(a), scorpio(b)] }],
        [201, [a]],
      ],
      { written: 2, failed: 0, retries: 1 },
    ],
    [
      'the array form of 4.1',
      'scorpio',
      [
        [
          207,
          [
            { id: a, type: 'Upsert', success: [{ attributes: [] }] },
            { id: b, type: 'Upsert', failure: [{ status: 400 }] },
          ],
        ],
      ],
      { written: 1, failed: 1 },
    ],
    ['the empty 207 of 2.1: asked again', 'scorpio', [[207], [204]], { written: 2, retries: 1 }],
    [
      '201 with an empty list: asked again',
      'orion-ld-legacy',
      [[201, []], [204]],
      { written: 2, retries: 1 },
    ],
    [
      'an error that names no entity, one id left',
      'orion-ld-legacy',
      [[207, { success: [a], errors: [orion('No entity::id')] }]],
      { written: 1, failed: 1 },
    ],
    [
      'an id in both lists: asked again',
      'orion-ld-legacy',
      [[207, { success: [a, b], errors: [orion(b, 400, 'Duplicated Entity')] }], [204]],
      { written: 2, failed: 0 },
    ],
    [
      'an id in neither list: asked again',
      'orion-ld-mongoc',
      [[207, { success: [a], errors: [] }], [204]],
      { written: 2, retries: 1 },
    ],
    [
      'E11000 of two writers: asked again',
      'orion-ld-mongoc',
      [[500, problem(500, 'Database Error')], [204]],
      { written: 2, retries: 1 },
    ],
    [
      'an entity error that passes: only that one again',
      'orion-ld-mongoc',
      [[207, { success: [a], errors: [orion(b, 503)] }], [204]],
      { written: 2, retries: 1 },
    ],
    [
      'another type than stored',
      'orion-ld-legacy',
      [[207, { success: [a], errors: [orion(b, 400, 'non-matching entity type')] }]],
      { written: 1, failed: 1 },
    ],
  ])('%s, %s', async (_title, dialect, answers, expected) => {
    for (const [status, body] of answers)
      nock(host)
        .post(`${batch}/upsert?options=update`)
        .reply(status, body as nock.Body)
    const report = await (await cityOf(dialect)).upsert(Container, both, quick)
    expect(report).toMatchObject({ read: 2, unconfirmed: 0, ...expected })
    expect(report.requests).toBe(answers.length)
  })
})

describe('create', () => {
  test.each<Row>([
    ['all created', 'orion-ld', [[201, [a, b]]], { created: 2 }],
    [
      'one exists',
      'orion-ld-legacy',
      [[207, { success: [a], errors: [orion(b, 400, 'entity already exists')] }]],
      { created: 1, failed: 1 },
    ],
    ['all exist', 'stellio', [[207, { success: [], errors: [orion(a, 409), orion(b, 409)] }]], { failed: 2 }],
    ['all exist', 'scorpio', [[409, { errors: [scorpio(a), scorpio(b)] }]], { failed: 2 }],
  ])('%s, %s', async (_title, dialect, [[status, body] = [500, undefined]], expected) => {
    nock(host)
      .post(`${batch}/create`)
      .reply(status, body as nock.Body)
    const report = await (await cityOf(dialect)).createAll(Container, both, quick)
    expect(report).toMatchObject({ read: 2, requests: 1, ...expected })
  })
})

describe('update', () => {
  test.each<Row>([
    ['all there', 'orion-ld', [[204]], { updated: 2 }],
    [
      'one missing',
      'orion-ld-legacy',
      [[207, { success: [a], errors: [orion(b)] }]],
      { updated: 1, failed: 1 },
    ],
    [
      'one missing',
      'orion-ld-mongoc',
      [[207, { success: [a], errors: [orion(b, 404)] }]],
      { updated: 1, failed: 1 },
    ],
    ['all missing', 'scorpio', [[404, { errors: [scorpio(a), scorpio(b)] }]], { failed: 2 }],
  ])('%s, %s', async (_title, dialect, [[status, body] = [500, undefined]], expected) => {
    nock(host)
      .post(/entityOperations\/(update|merge)$/)
      .reply(status, body as nock.Body)
    const report = await (await cityOf(dialect)).update(Container, both, quick)
    expect(report).toMatchObject({ read: 2, requests: 1, ...expected })
  })
})

describe('delete', () => {
  const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
  const missing = { success: [], errors: [orion(a, 404), orion(b, 404)] }
  test.each<Row>([
    ['all there', 'orion-ld', [[204]], { deleted: 2 }],
    [
      'one missing',
      'orion-ld',
      [[207, { success: [a], errors: [orion(b, 404)] }]],
      { deleted: 1, failed: 1 },
    ],
    ['all missing', 'stellio', [[207, missing]], { failed: 2 }],
    ['all missing', 'scorpio', [[404, { errors: [scorpio(a), scorpio(b)] }]], { failed: 2 }],
  ])('%s, %s', async (_title, dialect, [[status, body] = [500, undefined]], expected) => {
    nock(host)
      .post(`${batch}/delete`, [a, b])
      .reply(status, body as nock.Body)
    const report = await (await cityOf(dialect)).deleteAll([a, b], quick)
    expect(report).toMatchObject({ read: 2, requests: 1, ...expected })
  })

  test.each<[DialectName, number, unknown]>([
    ['orion-ld', 207, missing],
    ['scorpio', 404, { errors: [scorpio(a), scorpio(b)] }],
  ])(
    'missing after an attempt without an answer: that attempt deleted them, %s',
    async (dialect, status, body) => {
      nock(host).post(`${batch}/delete`).replyWithError(reset)
      nock(host)
        .post(`${batch}/delete`)
        .reply(status, body as nock.Body)
      expect(await (await cityOf(dialect)).deleteAll([a, b], quick)).toMatchObject({ deleted: 2, failed: 0 })
    },
  )
})
