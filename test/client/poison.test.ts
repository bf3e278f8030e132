import nock from 'nock'
import { describe, expect, test } from 'vitest'
import { Container, containerId } from '../support/container.js'
import { host, many, mockedBroker, quick, reset, upsertPath } from '../support/mocked-broker.js'

const cityOf = mockedBroker()

describe('a broker that dies inside of one entity', () => {
  test('500 for every batch with it: the others go in, it is told', async () => {
    nock(host)
      .persist()
      .post(upsertPath)
      .reply((_path, body) =>
        (body as unknown as { id: string }[]).some(({ id }) => id === containerId(1))
          ? [500, { title: 'Database Error' }]
          : [204],
      )
    nock(host)
      .persist()
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(200, [])
    const options = { ...quick, attempts: 6 }
    const report = await (await cityOf()).upsert(Container, many(2), options)
    expect(report).toMatchObject({ read: 2, written: 1, failed: 1 })
    expect(report.problems).toMatchObject([{ id: containerId(1), problem: { title: 'Database Error' } }])
  })

  const holdsPoison = (body: unknown): boolean =>
    (body as { id: string }[]).some(({ id }) => id === containerId(77))
  const nothingStored = (): void => {
    nock(host)
      .persist()
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(200, [])
  }

  test.each([
    ['500', () => nock(host).persist().post(upsertPath, holdsPoison).reply(500, { title: 'Database Error' })],
    ['a reset', () => nock(host).persist().post(upsertPath, holdsPoison).replyWithError(reset)],
    ['no answer in time', () => nock(host).persist().post(upsertPath, holdsPoison).delay(500).reply(204)],
  ])('%s for every batch with it: of 200 only it is told', async (_title, poison) => {
    poison()
    nock(host).persist().post(upsertPath).reply(204)
    nothingStored()
    const limits = { batchTimeoutMs: 30 }
    const city = await cityOf({ limits, breaker: false })
    const report = await city.upsert(Container, many(200), { ...quick, batchSize: 200 })
    expect(report).toMatchObject({ read: 200, written: 199, failed: 1 })
    expect(report.problems).toMatchObject([{ id: containerId(77) }])
    expect(report.requests).toBeLessThan(40)
  })

  test.each([
    ['no answer in time', () => nock(host).post(upsertPath).delay(500).reply(204)],
    ['504', () => nock(host).post(upsertPath).reply(504)],
  ])('%s: so many may take too long, each half is sent at once', async (_title, tooMany) => {
    tooMany()
    nock(host).persist().post(upsertPath).reply(204)
    const city = await cityOf({ limits: { batchTimeoutMs: 100 } })
    const report = await city.upsert(Container, many(200), { ...quick, batchSize: 200 })
    expect(report).toMatchObject({ written: 200, requests: 3 })
  })

  test('504 while a broker starts again: each half waits before it is sent', async () => {
    nock(host).post(upsertPath).times(3).reply(504)
    nock(host).persist().post(upsertPath).reply(204)
    const options = { ...quick, batchSize: 8, concurrency: 1 }
    const report = await (await cityOf()).upsert(Container, many(8), options)
    expect(report).toMatchObject({ written: 8, retries: 3 })
  })

  test('500 for everything: nobody is asked for each entity', async () => {
    nock(host).persist().post(upsertPath).reply(500, { title: 'Database Error' })
    nothingStored()
    const report = await (await cityOf()).upsert(Container, many(400), { ...quick, batchSize: 200 })
    expect(report).toMatchObject({ read: 400, failed: 400 })
    expect(report.requests).toBeLessThan(60)
  })

  test('500 for everything from one moment on: nobody is asked for each entity', async () => {
    nock(host).post(upsertPath).reply(204)
    nock(host).persist().post(upsertPath).reply(500, { title: 'Database Error' })
    nothingStored()
    const options = { ...quick, batchSize: 200, concurrency: 1 }
    const report = await (await cityOf()).upsert(Container, many(400), options)
    expect(report).toMatchObject({ updated: 200, failed: 200 })
    expect(report.requests).toBeLessThan(30)
  })

  test('beyond the deadline no half is sent either', async () => {
    nock(host).persist().post(upsertPath).delay(60).reply(504)
    nothingStored()
    const options = { ...quick, deadlineMs: 30 }
    expect(await (await cityOf()).upsert(Container, many(8), options)).toMatchObject({
      failed: 8,
      requests: 1,
    })
  })

  test('500 for one of two in thousands of batches: it is looked for a thousand times, not in each', async () => {
    const isOdd = ({ id }: { id: string }): boolean => /[13579]$/.test(id)
    nock(host)
      .persist()
      .post(upsertPath, (body) => (body as { id: string }[]).some(isOdd))
      .reply(500, { title: 'Database Error' })
    nock(host).persist().post(upsertPath).reply(204)
    nothingStored()
    const options = { ...quick, batchSize: 3, attempts: 1 }
    const { failed, written, requests } = await (await cityOf()).upsert(Container, many(4800), options)
    expect(failed + written).toBe(4800)
    expect(requests).toBeLessThanOrEqual(1600 + 2 * 1000)
  })
})
