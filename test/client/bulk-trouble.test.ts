import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import type { Progress } from '../../src/client/outcome.js'
import { type City, connect } from '../../src/connect.js'
import { makeCertificate } from '../support/certificate.js'
import { Container, containerId, Isle } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const operations = '/ngsi-ld/v1/entityOperations'
const upsertPath = `${operations}/upsert?options=update`
const connected = connectsUntilEnd()
afterEach(() => {
  nock.cleanAll()
})
const cityOf = (options: ConnectOptions = {}): Promise<City> =>
  connected(host, { dialect: 'embedded', retry: false, ...options })
const one = (n: number) => ({ id: containerId(n), type: 'Container' as const, fillingLevel: (n % 100) / 100 })
const many = (count: number) => Array.from({ length: count }, (_, n) => one(n))
const stored = (n: number) => ({
  id: containerId(n),
  type: 'Container',
  fillingLevel: { type: 'Property', value: (n % 100) / 100 },
})
const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
const quick = { minDelayMs: 1 } as const
const conflict = { type: 'https://uri.etsi.org/ngsi-ld/errors/AlreadyExists', title: 'taken', status: 409 }

describe('refused after an attempt without an answer: read back, never called failed unseen', () => {
  const reading = (...found: object[]): void => {
    nock(host)
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(200, found as never)
  }

  test('by 401 for all', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host).post(upsertPath).reply(401, { title: 'Unauthorized' })
    reading(stored(1))
    const report = await (await cityOf()).upsert(Container, [one(1), one(2)], quick)
    expect(report).toMatchObject({ written: 1, failed: 1 })
    expect(report.problems).toMatchObject([
      { id: containerId(2), attempts: 2, problem: { title: 'Unauthorized' } },
    ])
  })

  test('by a 207 for one of them: it keeps the reason that the broker gave', async () => {
    const errors = [1, 2].map((n) => ({ entityId: containerId(n), error: { title: `no ${n}`, status: 400 } }))
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [containerId(3)], errors })
    reading(stored(1))
    const report = await (await cityOf()).upsert(Container, [one(1), one(2), one(3)], quick)
    expect(report).toMatchObject({ written: 2, failed: 1 })
    expect(report.problems).toMatchObject([{ id: containerId(2), problem: { title: 'no 2' } }])
  })

  test('by a plain 409 for a creation', async () => {
    nock(host).post(`${operations}/create`).replyWithError(reset)
    nock(host).post(`${operations}/create`).reply(409, conflict)
    reading(stored(1))
    expect(await (await cityOf()).createAll(Container, [one(1)], quick)).toMatchObject({ written: 1 })
  })

  test('by conflicts of their own for creations: ours are in, another’s is not ours', async () => {
    nock(host).post(`${operations}/create`).replyWithError(reset)
    nock(host)
      .post(`${operations}/create`)
      .reply(207, {
        success: [],
        errors: [1, 2].map((n) => ({ entityId: containerId(n), error: conflict })),
      })
    reading(stored(1), { ...stored(2), fillingLevel: { type: 'Property', value: 0.9 } })
    const report = await (await cityOf()).createAll(Container, [one(1), one(2)], quick)
    expect(report).toMatchObject({ created: 0, written: 1, failed: 1 })
  })

  test('by a plain 404 for a deletion', async () => {
    nock(host).post(`${operations}/delete`).replyWithError(reset)
    nock(host).post(`${operations}/delete`).reply(404, { title: 'not found' })
    reading()
    expect(await (await cityOf()).deleteAll([containerId(1)], quick)).toMatchObject({ deleted: 1, failed: 0 })
  })

  test('and where the reading is refused too, nobody knows', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host).post(upsertPath).reply(401)
    nock(host)
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(401)
    expect(await (await cityOf()).upsert(Container, [one(1)], quick)).toMatchObject({
      unconfirmed: 1,
      failed: 0,
    })
  })
})

describe('a broker that is busy', () => {
  test('a Retry-After beyond the deadline ends what would have to wait for it, at once', async () => {
    nock(host).post(upsertPath).reply(429, { title: 'Too Many' }, { 'Retry-After': '86400' })
    const started = performance.now()
    const report = await (await cityOf()).upsert(Container, many(30), { batchSize: 10, concurrency: 1 })
    expect(performance.now() - started).toBeLessThan(2000)
    expect(report).toMatchObject({ read: 30, failed: 30, requests: 1 })
    expect(report.problems.map(({ attempts }) => attempts)).toEqual([
      ...Array(10).fill(1),
      ...Array(20).fill(0),
    ])
    expect(report.problems.at(-1)?.problem).toMatchObject({ title: 'Too Many', status: 429 })
  })

  test.each(['429', '503'] as const)(
    '%s with Retry-After: no worker asks before it is over',
    async (status) => {
      const times: number[] = []
      let first = true
      nock(host)
        .persist()
        .post(upsertPath)
        .reply(() => {
          times.push(performance.now())
          if (!first) return [204]
          first = false
          return [Number(status), '', { 'Retry-After': '0.3' }]
        })
      const slow = async function* () {
        for (const entity of many(40)) {
          yield entity
          await new Promise((done) => setTimeout(done, 5))
        }
      }
      const options = { ...quick, batchSize: 10, concurrency: 4 }
      const report = await (await cityOf()).upsert(Container, slow(), options)
      expect(report.updated + report.written).toBe(40)
      const [asked = 0, ...later] = times
      for (const time of later) expect(time - asked).toBeGreaterThanOrEqual(290)
    },
  )

  test('a size that was answered 413 is kept: later batches and later calls stay below it', async () => {
    const sizes: number[] = []
    nock(host)
      .persist()
      .post(upsertPath)
      .reply(function () {
        const size = Number(this.req.headers['content-length'])
        sizes.push(size)
        return size > 5000 ? [413] : [204]
      })
    const city = await cityOf()
    expect(await city.upsert(Container, many(500))).toMatchObject({ updated: 500 })
    const refused = sizes.filter((size) => size > 5000).length
    sizes.length = 0
    expect(await city.tenant('other').upsert(Container, many(500))).toMatchObject({ updated: 500 })
    expect(refused).toBeGreaterThan(0)
    expect(sizes.every((size) => size <= 5000)).toBe(true)
  })

  test('one entity that is too large is told, the others of its batch go in', async () => {
    nock(host)
      .persist()
      .post(upsertPath)
      .reply(function () {
        return Number(this.req.headers['content-length']) > 3000 ? [413, { title: 'too large' }] : [204]
      })
    const source = many(20).map((entity, n) => (n === 7 ? { ...entity, name: 'x'.repeat(4000) } : entity))
    const report = await (await cityOf()).upsert(Container, source, quick)
    expect(report).toMatchObject({ updated: 19, failed: 1 })
    expect(report.problems).toMatchObject([
      { id: containerId(7), problem: { title: 'too large', status: 413 } },
    ])
  })
})

describe('a broker of which nothing is known yet', () => {
  // What answers as Scorpio or Stellio do tells which of them it is at the second question only.
  const unidentified = async (): Promise<City> => {
    nock(host).get('/ngsi-ld/v1/info/sourceIdentity').reply(404, { type: 'about:blank', title: 'Not Found' })
    const city = await connected(host, { retry: false })
    return city
  }

  test('a signal that fired before: nothing read, nothing sent, and an account of that', async () => {
    const city = await unidentified()
    const none = { read: 0, aborted: true }
    const options = { signal: AbortSignal.abort() }
    expect(await city.upsert(Container, [one(1)], options)).toMatchObject(none)
    expect(await city.update(Container, [one(1)], options)).toMatchObject(none)
    expect(await city.deleteAll([containerId(1)], options)).toMatchObject(none)
  })

  test('gone when a load begins: every entity is accounted for', async () => {
    const city = await unidentified()
    nock(host).persist().get(/.*/).replyWithError(reset).post(/.*/).replyWithError(reset)
    const report = await city.upsert(Container, [one(1), one(2)], { ...quick, attempts: 2, deadlineMs: 500 })
    expect(report).toMatchObject({ read: 2, unconfirmed: 2 })
  })
})

describe('the signal', () => {
  test('during a wait for the broker: what was refused before is not called unknown', async () => {
    const stop = new AbortController()
    nock(host).persist().post(upsertPath).reply(429, '', { 'Retry-After': '60' })
    setTimeout(() => stop.abort(), 100)
    const options = { batchSize: 10, concurrency: 2, signal: stop.signal }
    const report = await (await cityOf()).upsert(Container, many(20), options)
    expect(report).toMatchObject({ aborted: true, unconfirmed: 0, failed: report.read })
    expect(report.problems.every(({ attempts }) => attempts <= 1)).toBe(true)
  })

  test('while nothing listens there: what never left is not called unknown', async () => {
    const stop = new AbortController()
    nock(host)
      .persist()
      .post(upsertPath)
      .replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))
    setTimeout(() => stop.abort(), 300)
    const report = await (await cityOf()).upsert(Container, many(20), { batchSize: 5, signal: stop.signal })
    expect(report).toMatchObject({ aborted: true, read: 20, failed: 20, unconfirmed: 0 })
  })

  test('while a token is waited for: nothing was sent, and the account says so', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 50)
    const city = await cityOf({ auth: () => new Promise<string>(() => undefined) })
    const report = await city.upsert(Container, many(20), { batchSize: 20, signal: stop.signal })
    expect(report).toMatchObject({ aborted: true, read: 20, failed: 20, unconfirmed: 0 })
    expect(report.problems.every(({ attempts }) => attempts === 0)).toBe(true)
  })

  test('AbortSignal.timeout is the deadline of a whole load: it ends with its account', async () => {
    nock(host).persist().post(upsertPath).delay(20).reply(204)
    function* endless() {
      for (let n = 0; ; n++) yield one(n)
    }
    const options = { batchSize: 10, concurrency: 2, signal: AbortSignal.timeout(200) }
    const report = await (await cityOf()).upsert(Container, endless(), options)
    const { read, updated, failed, unconfirmed } = report
    expect(report.aborted).toBe(true)
    expect(updated).toBeGreaterThan(0)
    expect(updated + failed + unconfirmed).toBe(read)
  })

  test('is heard in a source at hand that is all against its model', async () => {
    function* endless() {
      for (let n = 0; ; n++) yield { ...one(n), fillingLevel: 7 }
    }
    const report = await (await cityOf()).upsert(Container, endless(), { signal: AbortSignal.timeout(100) })
    expect(report).toMatchObject({ aborted: true, invalid: report.read, requests: 0 })
  })

  test('given before the start: nothing is read, nothing is sent', async () => {
    let pulled = 0
    function* source() {
      pulled += 1
      yield one(1)
    }
    const report = await (await cityOf()).upsert(Container, source(), { signal: AbortSignal.abort() })
    expect(report).toMatchObject({ aborted: true, read: 0, requests: 0 })
    expect(pulled).toBe(0)
  })

  test('a source that hangs does not keep it from ending', async () => {
    const stop = new AbortController()
    nock(host)
      .post(upsertPath)
      .reply(() => {
        setTimeout(() => stop.abort(), 150)
        return [204]
      })
    async function* hanging() {
      yield* many(3)
      await new Promise(() => undefined)
    }
    const options = { batchSize: 2, signal: stop.signal, maxWaitMs: 10_000 }
    const report = await (await cityOf()).upsert(Container, hanging(), options)
    expect(report).toMatchObject({ aborted: true, read: 3, updated: 2, failed: 1 })
  })

  test('a consumer that breaks off stops the source', async () => {
    nock(host).persist().post(upsertPath).reply(204)
    let closed = false
    function* source() {
      try {
        for (let n = 0; ; n++) yield one(n)
      } finally {
        closed = true
      }
    }
    for await (const outcome of (await cityOf()).upsertEach(Container, source(), { batchSize: 10 }))
      if (outcome.index === 5) break
    expect(closed).toBe(true)
  })
})

describe('what is not worth repeating', () => {
  test.each([400, 401, 403, 404, 405, 415, 422, 501])('%d is asked once for one entity', async (status) => {
    nock(host).post(upsertPath).reply(status, { title: 'no' })
    const report = await (await cityOf()).upsert(Container, [one(1)], quick)
    expect(report).toMatchObject({ failed: 1, requests: 1, retries: 0 })
  })

  test('a certificate that nobody vouches for: failed at once, nothing was sent', async () => {
    const { key, cert } = makeCertificate('127.0.0.1')
    const server = createSecureServer({ key, cert }, (_request, response) => response.end())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    nock.enableNetConnect('127.0.0.1')
    const city = await connect(`https://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      dialect: 'embedded',
    })
    const report = await city.upsert(Container, [one(1)])
    expect(report).toMatchObject({ failed: 1, unconfirmed: 0, retries: 0 })
    await city.close()
    nock.disableNetConnect()
    await new Promise((done) => server.close(done))
  })
})

describe('progress', () => {
  test('counts, rate, bytes, retries and the time that is left', async () => {
    nock(host).post(upsertPath).reply(503)
    nock(host).persist().post(upsertPath).delay(30).reply(204)
    const told: Progress[] = []
    const options = {
      ...quick,
      batchSize: 10,
      concurrency: 1,
      expected: 200,
      onProgress: (progress: Progress) => void told.push(progress),
    }
    const report = await (await cityOf()).upsert(Container, many(200), options)
    const last = told.at(-1)
    expect(told.length).toBeGreaterThan(1)
    expect(last).toMatchObject({ read: 200, retries: 1, requests: 21, remainingMs: 0, bytes: report.bytes })
    const between = told[0]
    expect(between?.remainingMs).toBeGreaterThan(0)
    expect(between?.perSecond).toBeGreaterThan(0)
    expect(told.map(({ read }) => read)).toEqual(told.map(({ read }) => read).sort((a, b) => a - b))
  })

  test('of upsertEach too', async () => {
    nock(host).persist().post(upsertPath).reply(204)
    let last: Progress | undefined
    const onProgress = (progress: Progress): void => {
      last = progress
    }
    const options = { batchSize: 10, onProgress }
    let count = 0
    for await (const outcome of (await cityOf()).upsertEach(Container, many(30), options))
      count += outcome.outcome === 'updated' ? 1 : 0
    expect([count, last?.read, last?.updated]).toEqual([30, 30, 30])
  })

  test('is told while nothing settles, because the broker does not answer', async () => {
    nock(host).post(upsertPath).delay(2600).reply(204)
    const told: Progress[] = []
    const onProgress = (progress: Progress): void => void told.push(progress)
    await (await cityOf()).upsert(Container, [one(1)], { expected: 2, onProgress })
    expect(told.slice(0, 2).map(({ read }) => read)).toEqual([0, 0])
    expect(told[0], 'nobody knows how long that goes on').not.toHaveProperty('remainingMs')
    expect(told.at(-1)?.read).toBe(1)
  })

  test('no time is left where the source gives more than was expected', async () => {
    nock(host).post(upsertPath).reply(204)
    const left: unknown[] = []
    const onProgress = ({ remainingMs }: Progress): void => void left.push(remainingMs)
    await (await cityOf()).upsert(Container, many(3), { expected: 1, onProgress })
    expect(left.at(-1)).toBe(0)
  })
})

describe('the account', () => {
  test('has at most 1,000 problems and 1,000 warnings, and counts them all', async () => {
    nock(host).persist().post(upsertPath).reply(204)
    const bad = many(3000).map((entity) => ({ ...entity, fillingLevel: 7 }))
    const rejected = await (await cityOf()).upsert(Container, bad)
    expect(rejected).toMatchObject({ read: 3000, invalid: 3000, requests: 0 })
    expect(rejected.problems).toHaveLength(1000)
    const reported = await (await cityOf()).upsert(Container, bad, { validate: 'report' })
    expect(reported).toMatchObject({ read: 3000, updated: 3000, invalid: 0 })
    expect(reported.warnings).toHaveLength(1000)
    expect(reported.warnings[0]).toMatchObject({ id: containerId(0), issues: [{ path: 'fillingLevel' }] })
    const unseen = await (await cityOf()).upsert(Container, bad, { validate: false })
    expect(unseen).toMatchObject({ updated: 3000, warnings: [] })
  })

  test('a source is pulled no further than what is in flight', async () => {
    let pulled = 0
    let most = 0
    let answered = 0
    nock(host)
      .persist()
      .post(upsertPath)
      .reply(async (_path, body) => {
        await new Promise((done) => setTimeout(done, 1))
        most = Math.max(most, pulled - answered)
        answered += (body as unknown as unknown[]).length
        return [204]
      })
    function* source() {
      for (let n = 0; n < 5000; n++) {
        pulled += 1
        yield one(n)
      }
    }
    await (await cityOf()).upsert(Container, source(), { batchSize: 50, concurrency: 3 })
    expect(most).toBeLessThanOrEqual(4 * 50)
  })

  test('two models and two tenants in one stream: each batch has one context and one tenant', async () => {
    const seen: string[] = []
    const other = { ...Isle, context: 'https://other.example/c.jsonld' }
    nock(host)
      .persist()
      .post(upsertPath)
      .reply(function (_path, body) {
        const types = new Set((body as unknown as { type: string }[]).map(({ type }) => type))
        const { link, 'ngsild-tenant': tenant } = this.req.headers
        seen.push(`${[...types]} ${/<([^>]*)>/.exec(String(link))?.[1]} ${tenant}`)
        return [204]
      })
    const source = Array.from({ length: 400 }, (_, n) => ({
      model: n % 2 === 0 ? Container : other,
      tenant: n % 4 < 2 ? 'a' : 'b',
      entity: n % 2 === 0 ? one(n) : { id: `urn:ngsi-ld:Isle:${n}`, label: 'x' },
    }))
    const report = await (await cityOf()).upsertMixed(source as never, { batchSize: 50 })
    expect(report).toMatchObject({ read: 400, updated: 400, requests: 8 })
    expect(new Set(seen)).toEqual(
      new Set(
        ['a', 'b'].flatMap((tenant) => [
          `Container ${Container.context} ${tenant}`,
          `Isle ${other.context} ${tenant}`,
        ]),
      ),
    )
  })

  test('a tenant that no header can carry is told for its entity; the others go', async () => {
    nock(host).post(upsertPath).reply(204)
    const source = [0, 1, 2].map((n) => ({
      model: Container,
      tenant: n === 1 ? 'bre\nda' : 'breda',
      entity: one(n),
    }))
    const report = await (await cityOf()).upsertMixed(source as never)
    expect(report).toMatchObject({ read: 3, updated: 2, invalid: 1 })
    expect(report.problems[0]?.issues?.[0]?.message).toMatch(/^The tenant "bre/)
  })
})
