import { writeFileSync } from 'node:fs'
import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { Container, containerId } from '../support/container.js'
import { loadFiles } from '../support/load-files.js'
import { host, many, mockedBroker, one, operations, quick, upsertPath } from '../support/mocked-broker.js'

const cityOf = mockedBroker({ breaker: false })
const { journal } = loadFiles()
const stored = (n: number) => ({ ...one(n), fillingLevel: { type: 'Property', value: 0.5 } })
const reading = (...found: object[]) =>
  nock(host)
    .get(/\/ngsi-ld\/v1\/entities\?/)
    .reply(200, found as never)
const refused = (code: string) => Object.assign(new Error(code), { code })
const failure = (n: number, status: number) => ({
  entityId: containerId(n),
  error: { title: 'no', status },
})

describe('what a 207 says of one entity', () => {
  test('501: not asked again, the broker cannot do it', async () => {
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [containerId(0)], errors: [failure(1, 501)] })
    const report = await (await cityOf()).upsert(Container, many(2), quick)
    expect(report).toMatchObject({ written: 1, failed: 1, requests: 1 })
  })

  test.each([429, 500, 503])('%d: that one is asked again', async (status) => {
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [containerId(0)], errors: [failure(1, status)] })
    nock(host)
      .post(upsertPath, (body) => body.length === 1)
      .reply(204)
    expect(await (await cityOf()).upsert(Container, many(2), quick)).toMatchObject({
      written: 2,
      requests: 2,
    })
  })

  test('nothing, again and again: asked five times, then read back', async () => {
    const asked = nock(host).post(upsertPath).times(5).reply(207, '')
    reading(stored(0))
    const report = await (await cityOf()).upsert(Container, many(2), { ...quick, attempts: 10 })
    expect(report).toMatchObject({ written: 1, failed: 1, requests: 5, retries: 4 })
    expect(asked.isDone()).toBe(true)
  })

  test('nothing: no more attempts than are allowed', async () => {
    nock(host).post(upsertPath).times(9).reply(207, '')
    reading(stored(0), stored(1))
    const report = await (await cityOf()).upsert(Container, many(2), { ...quick, attempts: 3 })
    expect(report).toMatchObject({ written: 2, requests: 3 })
  })
})

describe('attempts', () => {
  test('as many as are allowed, and no more', async () => {
    nock(host).post(upsertPath).times(9).reply(429)
    const report = await (await cityOf()).upsert(Container, many(1), { ...quick, attempts: 3 })
    expect(report).toMatchObject({ failed: 1, requests: 3, retries: 2 })
    expect(report.problems[0]).toMatchObject({ attempts: 3 })
  })

  test('a broker that nobody listens at costs time, not attempts', async () => {
    nock(host).post(upsertPath).times(6).replyWithError(refused('ECONNREFUSED'))
    nock(host).post(upsertPath).reply(204)
    const report = await (await cityOf()).upsert(Container, many(1), { ...quick, attempts: 3 })
    expect(report).toMatchObject({ updated: 1, requests: 7 })
  })

  test('what never left counts as not sent', async () => {
    nock(host).persist().post(upsertPath).replyWithError(refused('ECONNREFUSED'))
    const { problems } = await (await cityOf()).upsert(Container, many(1), { ...quick, deadlineMs: 30 })
    expect(problems).toMatchObject([{ outcome: 'failed', attempts: 0, problem: { title: 'No answer' } }])
    nock.cleanAll()
    nock(host).post(upsertPath).replyWithError(refused('CERT_HAS_EXPIRED'))
    const lasting = await (await cityOf()).upsert(Container, many(1), quick)
    expect(lasting.problems).toMatchObject([{ outcome: 'failed', attempts: 0 }])
    nock(host).post(upsertPath).replyWithError(refused('ECONNREFUSED'))
    nock(host).post(upsertPath).reply(400, { title: 'Bad' })
    const refusedOnce = await (await cityOf()).upsert(Container, many(1), quick)
    expect(refusedOnce.problems).toMatchObject([{ attempts: 1 }])
  })

  test('a deletion that is answered after a doubtful attempt is deleted', async () => {
    nock(host).post(`${operations}/delete`).replyWithError(refused('ECONNRESET'))
    nock(host).post(`${operations}/delete`).reply(204)
    expect(await (await cityOf()).deleteAll([containerId(0)], quick)).toMatchObject({
      deleted: 1,
      written: 0,
    })
  })

  test('the signal during the wait after one without an answer: nobody knows', async () => {
    nock(host).post(upsertPath).replyWithError(refused('ECONNRESET'))
    const options = { minDelayMs: 60_000, signal: AbortSignal.timeout(60) }
    const report = await (await cityOf()).upsert(Container, many(2), options)
    expect(report).toMatchObject({ aborted: true, unconfirmed: 2, failed: 0 })
  })
})

describe('Scorpio 5.0.9, which fails at upserts that update', () => {
  const missing = { title: 'InternalError', detail: 'missing FROM-clause entry for table b' }

  test('is asked for it once in a load', async () => {
    nock(host).post(upsertPath).once().reply(500, missing)
    const created = nock(host)
      .post(`${operations}/create`)
      .times(2)
      .reply((_path, body) => [201, (body as unknown as readonly { id: string }[]).map(({ id }) => id)])
    const options = { batchSize: 1, concurrency: 1 }
    const report = await (await cityOf({ dialect: 'scorpio' })).upsert(Container, many(2), options)
    expect(report).toMatchObject({ created: 2, requests: 3 })
    expect(created.isDone()).toBe(true)
  })

  test.each([
    ['alone, with 409', many(1), [409, { title: 'taken' }]],
    [
      'in a batch, with a status of 409',
      many(2),
      [207, { success: [containerId(1)], errors: [failure(0, 409)] }],
    ],
    [
      'in a batch, by name',
      many(2),
      [
        207,
        {
          success: [containerId(1)],
          errors: [{ entityId: containerId(0), error: { title: 'AlreadyExists' } }],
        },
      ],
    ],
  ] as const)('what is there is updated: told %s', async (_title, source, answer) => {
    nock(host).post(upsertPath).reply(500, missing)
    nock(host)
      .post(`${operations}/create`)
      .reply(answer[0], answer[1] as never)
    nock(host)
      .post(`${operations}/update`, (body) => body.length === 1)
      .reply(204)
    const report = await (await cityOf({ dialect: 'scorpio' })).upsert(Container, source)
    expect(report).toMatchObject({ updated: 1, created: source.length - 1, failed: 0 })
  })

  test('is not taken for it where it says the same of one entity: that one is told', async () => {
    const errors = [{ entityId: containerId(1), error: { ...missing, status: 400 } }]
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [containerId(0)], errors })
    const report = await (await cityOf({ dialect: 'scorpio' })).upsert(Container, many(2))
    expect(report).toMatchObject({ written: 1, failed: 1, requests: 1 })
  })

  test('a replacement is not done by an update, which would keep what was to go', async () => {
    nock(host).post(`${operations}/upsert`).times(2).reply(500, missing)
    reading()
    const city = await cityOf({ dialect: 'scorpio' })
    const report = await city.upsert(Container, many(1), { ...quick, mode: 'replace', attempts: 2 })
    expect(report).toMatchObject({ failed: 1, requests: 2 })
    expect(report.problems[0]?.problem?.detail).toMatch(/FROM-clause/)
  })
})

test('the signal before the first of a tenant went out: what waits for it ends too', async () => {
  nock(host).post(upsertPath).matchHeader('ngsild-tenant', 'north').reply(503, '', { 'retry-after': '30' })
  const city = await cityOf({ dialect: 'scorpio' })
  async function* source() {
    yield { model: Container, tenant: 'north', entity: one(0) }
    await new Promise((done) => setTimeout(done, 60))
    for (const n of [1, 2, 3]) yield { model: Container, tenant: 'south', entity: one(n) }
  }
  const options = { batchSize: 1, concurrency: 4, maxWaitMs: 5, signal: AbortSignal.timeout(200) }
  const report = await city.upsertMixed(source() as never, options)
  expect(report).toMatchObject({ aborted: true, read: 4, failed: 3, unconfirmed: 1, requests: 1 })
})

test('unchanged after an earlier run that may have sent it: written, for that run may have done it', async () => {
  const { file } = journal()
  const head = {
    journal: 1,
    source: 'register',
    broker: host,
    tenant: '',
    operation: 'upsert',
    mode: 'update',
  }
  writeFileSync(file, `${JSON.stringify(head)}\n{"sending":[0,0]}\n`)
  reading(stored(0), stored(1))
  const options = { skipUnchanged: true, journal: journal() }
  const report = await (await cityOf()).upsert(Container, many(2), options)
  expect(report).toMatchObject({ written: 1, unchanged: 1, requests: 0 })
})

test('a shorter Retry-After of another request does not end the longer one', async () => {
  const at: number[] = []
  const answers = ['0.4', '0.05'] as const
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(() => {
      at.push(performance.now())
      const wait = answers[at.length - 1]
      return wait === undefined ? [204] : [429, '', { 'retry-after': wait }]
    })
  const options = { ...quick, batchSize: 1, concurrency: 2 }
  expect(await (await cityOf()).upsert(Container, many(4), options)).toMatchObject({ updated: 4 })
  expect((at[2] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(380)
})

describe('one request refused whole', () => {
  test.each([400, 409, 422])('%d for a batch: each half is asked alone', async (status) => {
    nock(host)
      .post(upsertPath, (body) => body.length === 2)
      .reply(status, { title: 'no' })
    nock(host)
      .post(upsertPath, (body) => body.length === 1)
      .reply(204)
    nock(host)
      .post(upsertPath, (body) => body.length === 1)
      .reply(status, { title: 'no' })
    expect(await (await cityOf()).upsert(Container, many(2), quick)).toMatchObject({ updated: 1, failed: 1 })
  })

  test('413 for one entity may be of the moment: asked three times', async () => {
    nock(host).post(upsertPath).times(2).reply(413)
    nock(host).post(upsertPath).reply(204)
    const city = await cityOf()
    expect(await city.upsert(Container, many(1), quick)).toMatchObject({ updated: 1, requests: 3 })
    // Whatever went wrong before that.
    nock(host).post(upsertPath).times(4).reply(503)
    nock(host).post(upsertPath).reply(413)
    nock(host).post(upsertPath).reply(204)
    expect(await city.upsert(Container, many(1), quick)).toMatchObject({ written: 1, requests: 6 })
    nock(host).post(upsertPath).times(9).reply(413)
    expect(await city.upsert(Container, many(1), quick)).toMatchObject({ failed: 1, requests: 3 })
  })
})

test('while the breaker is open nothing counts as sent', async () => {
  nock(host).post(upsertPath).replyWithError(refused('ECONNREFUSED'))
  nock(host).post(upsertPath).reply(204)
  nock(host)
    .persist()
    .get(/sourceIdentity/)
    .reply(200, {})
  const city = await cityOf({ breaker: { failures: 1, openMs: 200 } })
  const report = await city.upsert(Container, many(1), quick)
  expect(report).toMatchObject({ updated: 1, requests: 2, retries: 1 })
})

test('a body of exactly as many bytes as are allowed is one request', async () => {
  nock(host).persist().post(upsertPath).reply(204)
  const city = await cityOf()
  const { bytes } = await city.upsert(Container, many(2))
  expect(await city.upsert(Container, many(2), { maxBytes: bytes })).toMatchObject({ requests: 1 })
  expect(await city.upsert(Container, many(2), { maxBytes: bytes - 1 })).toMatchObject({ requests: 2 })
})

test('of many tenants no more than 32 batches are being filled at once', async () => {
  let pulled = 0
  const pulledAt: number[] = []
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(() => {
      pulledAt.push(pulled)
      return [204]
    })
  async function* source() {
    for (let n = 0; n < 40; n++) {
      pulled = n + 1
      yield { model: Container, tenant: `t${n}`, entity: one(n) }
      await new Promise((done) => setTimeout(done, 5))
    }
  }
  const report = await (await cityOf()).upsertMixed(source() as never, { maxWaitMs: 60_000 })
  expect(report).toMatchObject({ read: 40, updated: 40, requests: 40 })
  expect(pulledAt[0]).toBeLessThan(36)
})

describe('reading back', () => {
  test('in the tenant of each, a hundred at a time: Stellio gives no more', async () => {
    const asked: string[] = []
    nock(host)
      .persist()
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(function (uri) {
        const { searchParams } = new URL(uri, host)
        const ids = searchParams.get('id')?.split(',') ?? []
        asked.push(`${this.req.headers['ngsild-tenant']} ${searchParams.get('limit')} ${ids.length}`)
        return [200, ids.map((id) => ({ ...stored(0), id }))]
      })
    const city = await cityOf({ dialect: 'stellio' })
    const source = many(150).map((entity) => ({ model: Container, tenant: 'north', entity }))
    const options = { batchSize: 150, skipUnchanged: true }
    const report = await city.upsertMixed(source as never, options)
    expect(report).toMatchObject({ unchanged: 150, requests: 0 })
    expect(asked).toEqual(['north 100 100', 'north 50 50'])
  })

  test('in a tenant that is not there: nothing is there', async () => {
    nock(host)
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(404, { type: 'https://uri.etsi.org/ngsi-ld/errors/NonexistentTenant', title: 'No such tenant' })
    nock(host).post(upsertPath).replyWithError(refused('ECONNRESET'))
    const city = await cityOf({ tenant: 'north' })
    const report = await city.upsert(Container, many(1), { ...quick, attempts: 1 })
    expect(report).toMatchObject({ failed: 1, unconfirmed: 0 })
  })
})

test('of a tenant that begins, nothing goes out before the answer to its first entity', async () => {
  const seen: string[] = []
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(async (_path, body) => {
      seen.push(`sent ${body.length}`)
      await new Promise((done) => setTimeout(done, 40))
      seen.push(`answered ${body.length}`)
      return [204]
    })
  const city = await cityOf({ dialect: 'scorpio', tenant: 'north' })
  const report = await city.upsert(Container, many(9), { batchSize: 3, concurrency: 3 })
  expect(report).toMatchObject({ read: 9, updated: 9, requests: 4 })
  expect(seen.slice(0, 2)).toEqual(['sent 1', 'answered 1'])
  // Nobody waits longer than for that one.
  expect(seen.slice(2, 5).sort()).toEqual(['sent 2', 'sent 3', 'sent 3'])
})
