import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { Container, containerId } from '../support/container.js'
import {
  host,
  many,
  mockedBroker,
  one,
  operations,
  quick,
  reset,
  upsertPath,
} from '../support/mocked-broker.js'

const cityOf = mockedBroker()
const stored = (n: number) => ({ ...one(n), fillingLevel: { type: 'Property', value: 0.5 } })
const entities = /\/ngsi-ld\/v1\/entities/
/** A signal that fires a moment after a request that meets it. */
const stopping = () => {
  const stop = new AbortController()
  const met = (): boolean => {
    setTimeout(() => stop.abort(), 50)
    return true
  }
  return { signal: stop.signal, met }
}
const error = (n: number, status: number) => ({ entityId: containerId(n), error: { title: 'no', status } })

describe('what nobody vouches for', () => {
  test('put off by a 207 and no attempt left: read back, and told with its reason', async () => {
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [], errors: [error(0, 503)] })
    nock(host).get(entities).query(true).reply(200, [])
    const report = await (await cityOf()).upsert(Container, many(1), { ...quick, attempts: 1 })
    expect(report.problems).toMatchObject([{ outcome: 'failed', problem: { title: 'no', status: 503 } }])
  })

  test('an answer without a verdict and no attempt left: read back', async () => {
    nock(host).post(upsertPath).reply(207, '')
    nock(host)
      .get(entities)
      .query(true)
      .reply(200, [stored(0)])
    const report = await (await cityOf()).upsert(Container, many(2), { ...quick, attempts: 1 })
    expect(report).toMatchObject({ written: 1, failed: 1, requests: 1 })
  })

  test('a replacement that left something more is not called written', async () => {
    nock(host).post(`${operations}/upsert`).replyWithError(reset)
    nock(host)
      .get(entities)
      .query(true)
      .reply(200, [{ ...stored(0), fillingLevel: { type: 'Property', value: 0.5, unitCode: 'P1' } }])
    const options = { ...quick, attempts: 1, mode: 'replace' } as const
    expect(await (await cityOf()).upsert(Container, many(1), options)).toMatchObject({
      failed: 1,
      written: 0,
    })
  })

  test('a deletion that is forbidden after one without an answer is not called deleted', async () => {
    nock(host).post(`${operations}/delete`).replyWithError(reset)
    nock(host)
      .post(`${operations}/delete`)
      .reply(207, { success: [], errors: [error(0, 403), error(1, 404)] })
    nock(host)
      .get(entities)
      .query(true)
      .reply(200, [stored(0)])
    const report = await (await cityOf()).deleteAll([0, 1].map(containerId), quick)
    expect(report).toMatchObject({ deleted: 1, failed: 1 })
    expect(report.problems[0]?.problem).toMatchObject({ status: 403 })
  })

  test('the signal while it is read back: in the account, as unconfirmed', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    const { signal, met } = stopping()
    nock(host).get(entities).query(met).delay(5000).reply(200, [])
    const options = { ...quick, attempts: 1, signal }
    const report = await (await cityOf()).upsert(Container, many(2), options)
    expect(report).toMatchObject({ aborted: true, read: 2, unconfirmed: 2 })
  })
})

describe('a doubt stays, whatever comes after it', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })

  test('a broker that is gone: written, not updated', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host).post(upsertPath).replyWithError(refused)
    nock(host).post(upsertPath).reply(204)
    expect(await (await cityOf()).upsert(Container, many(1), quick)).toMatchObject({ written: 1, updated: 0 })
  })

  test('a broker that is busy: written, not updated', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host).post(upsertPath).reply(429)
    nock(host).post(upsertPath).reply(204)
    expect(await (await cityOf()).upsert(Container, many(1), quick)).toMatchObject({ written: 1, updated: 0 })
  })

  test('put off by a 207: sent again, then written', async () => {
    nock(host).post(upsertPath).replyWithError(reset)
    nock(host)
      .post(upsertPath)
      .reply(207, { success: [], errors: [error(0, 503)] })
    nock(host).post(upsertPath).reply(204)
    expect(await (await cityOf()).upsert(Container, many(1), quick)).toMatchObject({
      written: 1,
      requests: 3,
    })
  })

  test('halved because of a 500: both halves are written, not updated', async () => {
    nock(host).post(upsertPath).times(3).reply(429)
    nock(host).post(upsertPath).reply(500)
    nock(host).post(upsertPath).times(2).reply(204)
    expect(await (await cityOf()).upsert(Container, many(2), quick)).toMatchObject({ written: 2, updated: 0 })
  })

  test('the signal while an answer is waited for: unconfirmed, sent once', async () => {
    const { signal, met } = stopping()
    nock(host).post(upsertPath, met).delay(5000).reply(204)
    const report = await (await cityOf()).upsert(Container, many(2), { signal })
    expect(report).toMatchObject({ aborted: true, read: 2, unconfirmed: 2 })
    expect(report.problems.map(({ attempts }) => attempts)).toEqual([1, 1])
  })
})

describe('500 again and again', () => {
  const failing = (): number[] => {
    const sizes: number[] = []
    nock(host)
      .persist()
      .post(upsertPath)
      .reply((_path, body) => {
        sizes.push(body.length)
        return [500]
      })
    nock(host).persist().get(entities).query(true).reply(200, [])
    return sizes
  }

  test.each([
    [4, [4, 4, 4, 4]],
    [6, [4, 4, 4, 4, 2, 2, 2, 2]],
  ])('%d attempts: each half has those that are left', async (attempts, expected) => {
    const sizes = failing()
    const report = await (await cityOf()).upsert(Container, many(4), { ...quick, attempts })
    expect(report).toMatchObject({ failed: 4, requests: expected.length })
    expect(sizes).toEqual(expected)
  })

  test('for one entity alone: asked as often, and never without any', async () => {
    const sizes = failing()
    await (await cityOf()).upsert(Container, many(1), { ...quick, attempts: 6 })
    expect(sizes).toEqual([1, 1, 1, 1, 1, 1])
  })
})

describe('between two attempts', () => {
  test('what a 207 puts off is waited for as well; only what it put off is unknown after the signal', async () => {
    const { signal, met } = stopping()
    nock(host)
      .post(upsertPath, met)
      .reply(207, { success: [containerId(0)], errors: [error(1, 503)] })
    const report = await (await cityOf()).upsert(Container, many(2), { minDelayMs: 60_000, signal })
    expect(report).toMatchObject({ aborted: true, requests: 1, written: 1, unconfirmed: 1 })
  })

  test('refused with 429, then the signal: not in, and sent once', async () => {
    const { signal, met } = stopping()
    nock(host).post(upsertPath, met).reply(429)
    const report = await (await cityOf()).upsert(Container, many(1), { minDelayMs: 60_000, signal })
    expect(report).toMatchObject({ aborted: true, requests: 1, failed: 1, unconfirmed: 0 })
    expect(report.problems[0]).toMatchObject({ attempts: 1 })
  })

  test('each attempt is one of those allowed: the connection adds none of its own', async () => {
    const city = await cityOf({ retry: undefined })
    nock(host).post(upsertPath).reply(429)
    nock(host).post(upsertPath).reply(204)
    expect(await city.upsert(Container, many(1), quick)).toMatchObject({
      requests: 2,
      retries: 1,
      updated: 1,
    })
  })
})

test('a size that went through stays allowed when a gateway refuses it once', async () => {
  const sizes: number[] = []
  nock(host)
    .persist()
    .post(upsertPath)
    .reply((_path, body) => {
      sizes.push(body.length)
      return [sizes.length === 2 ? 413 : 204]
    })
  const source = Array.from({ length: 40 }, (_, n) => ({ ...one(n + 10), name: 'x'.repeat(500) }))
  const report = await (await cityOf()).upsert(Container, source, { batchSize: 10, concurrency: 1 })
  expect(report).toMatchObject({ updated: 40 })
  expect(sizes).toEqual([10, 10, 5, 5, 10, 10])
})

test('a batch may take longer than a small request', async () => {
  nock(host).post(upsertPath).delay(150).reply(204)
  const city = await cityOf({ timeoutMs: 50 })
  expect(await city.upsert(Container, many(1), quick)).toMatchObject({ updated: 1, requests: 1 })
})
