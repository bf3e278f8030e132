import { describe, expect, test } from 'vitest'
import {
  classifyIdentity,
  classifyParameter,
  classifyVersion,
  isServiceNotFound,
} from '../../src/dialect/detection.js'
import { remedyFor } from '../../src/dialect/remedy.js'
import { dialects, isDialectName } from '../../src/dialect/table.js'

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) => ({
  status,
  body,
  headers,
})

describe('identity probe', () => {
  test('the embedded broker names itself', () => {
    const body = {
      id: 'urn:x:y',
      type: 'ContextSourceIdentity',
      contextSourceExtras: { product: 'city-context', version: '0.1.0' },
    }
    expect(classifyIdentity(answer(200, body))).toMatchObject({ dialect: 'embedded', version: '0.1.0' })
  })
  test('Orion-LD 1.7 and later carry their version document', () => {
    const body = { type: 'ContextSourceIdentity', contextSourceExtras: { 'orionld version': 'post-v1.7.0' } }
    expect(classifyIdentity(answer(200, body))).toMatchObject({ dialect: 'orion-ld', version: 'post-v1.7.0' })
  })
  test.each([
    answer(404, { title: 'x' }),
    answer(200, undefined),
    answer(200, {}),
    answer(200, { contextSourceExtras: 1 }),
  ])('%j says nothing', (given) => {
    expect(classifyIdentity(given)).toBeUndefined()
  })
})

describe('parameter probe', () => {
  test.each([
    ['orion-ld', answer(400, { title: 'Unknown URI parameter', detail: 'sdkProbe' })],
    [
      'stellio',
      answer(400, {
        title: 'The request is invalid',
        detail:
          "The ['sdkProbe'] parameters are not allowed on this endpoint. Allowed: [limit, offset, type]",
      }),
    ],
    ['scorpio', answer(200, [], { 'ngsild-entitymap': 'urn:x' })],
    ['unknown', answer(200, [])],
    ['unknown', answer(401)],
  ])('%s', (dialect, given) => {
    expect(classifyParameter(given).dialect).toBe(dialect)
  })
})

test('the version document of Orion-LD', () => {
  expect(classifyVersion({ 'orionld version': '1.12.0', uptime: '1 s' })?.version).toBe('1.12.0')
  expect(classifyVersion('<html>')).toBeUndefined()
})

test('the default mode of Orion-LD shows itself by "Service Not Found"', () => {
  expect(isServiceNotFound(404, 'Service Not Found')).toBe(true)
  expect(isServiceNotFound(404, 'Entity not found')).toBe(false)
})

test('no dialect sends batches beyond what breaks', () => {
  for (const [name, dialect] of Object.entries(dialects)) {
    expect(dialect.name).toBe(name)
    expect(dialect.limits.batchEntities).toBeLessThanOrEqual(dialect.limits.maxBatchEntities)
    expect(dialect.limits.pageSize).toBeLessThanOrEqual(dialect.limits.maxPageSize)
    if (name.startsWith('orion-ld')) {
      expect(dialect.limits.maxBatchEntities).toBeLessThanOrEqual(500)
      expect(dialect.limits.batchBytes).toBeLessThan(1024 * 1024)
    }
  }
  expect(isDialectName('orion-ld')).toBe(true)
  expect(isDialectName('constructor')).toBe(false)
})

test.each([
  [{ dialect: 'unknown', status: 404, kind: 'NonexistentTenant' }, /misspelt/],
  [{ dialect: 'orion-ld', status: 400, title: 'Too broad query' }, /add a type/],
  [{ dialect: 'orion-ld', status: 503, kind: 'LdContextNotAvailable' }, /city\.contexts\.host/],
  [{ dialect: 'unknown', status: 413 }, /batchSize/],
  [{ dialect: 'scorpio', status: 400, title: 'Bad Request Data.' }, /value=null/],
  [
    {
      dialect: 'orion-ld',
      status: 404,
      kind: 'ResourceNotFound',
      title: 'Combination Entity/Attributes Not Found',
    },
    /none of the attributes/,
  ],
  [
    {
      dialect: 'orion-ld',
      status: 400,
      title: 'Incoherent value for /options/ URI param',
      detail: "Can't have system attributes when /simplified/ output format is selected",
    },
    /normalized or concise/,
  ],
  [
    {
      dialect: 'orion-ld',
      status: 501,
      kind: 'BadRequestData',
      title: 'Invalid Attribute Type',
      detail: 'LanguageProperty',
    },
    /mongocOnly/,
  ],
  [
    { dialect: 'orion-ld', status: 400, title: 'Attempt to transform a Property into a Relationship' },
    /keeps its kind/,
  ],
  [{ dialect: 'stellio', status: 404, kind: 'NonexistentTenant' }, /APPLICATION_TENANTS/],
  [{ dialect: 'scorpio', status: 500, detail: 'missing FROM-clause entry for table b' }, /5\.0\.9/],
  [{ dialect: 'orion-ld', status: 503, kind: 'ResourceNotFound', title: 'TRoE Not Enabled' }, /no history/],
  [{ dialect: 'orion-ld', status: 501, title: 'please use Mintaka for this operation' }, /no history/],
  [
    {
      dialect: 'orion-ld',
      status: 500,
      title: 'Database Error',
      detail: 'mongocEntitiesUpsert failed',
    },
    /800 ids/,
  ],
  [{ dialect: 'orion-ld', status: 500, title: 'Database Error' }, /MongoDB/],
  [{ dialect: 'orion-ld', status: 404, kind: 'ResourceNotFound', title: 'Service Not Found' }, /mongocOnly/],
  [
    { dialect: 'orion-ld', status: 400, title: 'Unknown field for subscription', detail: 'x' },
    /leave it out/,
  ],
  [{ dialect: 'orion-ld', status: 400, title: 'Invalid tenant name' }, /52 letters/],
  [{ dialect: 'orion-ld', status: 400, title: 'Unsupported URI parameter', detail: 'options' }, /parameter/],
  [{ dialect: 'orion-ld', status: 400, title: 'non-matching entity type' }, /different @contexts/],
  [{ dialect: 'orion-ld', status: 431, detail: '431 Request Header Fields Too Large' }, /fewer ids/],
  [{ dialect: 'unknown', status: 401 }, /auth to connect/],
  [{ dialect: 'stellio', status: 403, kind: 'TooManyResults' }, /smaller limit/],
  [{ dialect: 'unknown', status: 403 }, /lacks the right/],
  [{ dialect: 'unknown', status: 302 }, /redirects/],
  [{ dialect: 'unknown', status: 404, detail: '404 Not Found' }, /prefix of a reverse proxy/],
  [{ dialect: 'unknown', status: 405 }, /does not have that operation/],
  [{ dialect: 'unknown', status: 502, detail: '502 Bad Gateway' }, /proxy got no answer/],
] as const)('%j has a remedy', (complaint, remedy) => {
  expect(remedyFor(complaint)).toMatch(remedy)
})

test('a proxy that says 503 for a broker that is down does not send anybody looking for contexts', () => {
  const remedy = remedyFor({ dialect: 'unknown', status: 503, detail: '503 Service Temporarily Unavailable' })
  expect(remedy).toMatch(/starting, stopping or overloaded/)
})

test('an unknown complaint has none', () => {
  expect(remedyFor({ dialect: 'unknown', status: 400, title: 'x' })).toBeUndefined()
})
