import { getEventListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import nock from 'nock'
import { describe, expect, test, vi } from 'vitest'
import { isUsageError } from '../../src/errors.js'
import { Container } from '../support/container.js'
import { host, many, mockedBroker, upsertPath } from '../support/mocked-broker.js'

const cityOf = mockedBroker()

test('no more requests at once than allowed, also at the end of a source of many tenants', async () => {
  let running = 0
  let most = 0
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(async () => {
      running += 1
      most = Math.max(most, running)
      await wait(10)
      running -= 1
      return [204]
    })
  const source = many(12).map((entity, n) => ({ model: Container, tenant: `t${n}`, entity }))
  const report = await (await cityOf()).upsertMixed(source as never, { concurrency: 2 })
  expect(report).toMatchObject({ updated: 12, requests: 12 })
  expect(most).toBe(2)
})

test('no larger batch than the broker takes, whatever the caller says', async () => {
  const sizes: { readonly entities: number; readonly bytes: number }[] = []
  nock(host)
    .persist()
    .post(upsertPath)
    .reply((_path, body) => {
      sizes.push({ entities: body.length, bytes: JSON.stringify(body).length })
      return [204]
    })
  const city = await cityOf({ dialect: 'orion-ld' })
  await city.upsert(Container, many(1200), { batchSize: 1200 })
  expect(Math.max(...sizes.splice(0).map(({ entities }) => entities))).toBe(500)
  const long = many(20).map((entity) => ({ ...entity, name: 'x'.repeat(100_000) }))
  await city.upsert(Container, long, { maxBytes: 10 * 1024 * 1024 })
  expect(Math.max(...sizes.map(({ bytes }) => bytes))).toBeLessThanOrEqual(768 * 1024)
})

test('a half-filled batch is sent in time, also where its time came while the consumer was busy', async () => {
  nock(host).persist().post(upsertPath).reply(204)
  let seen = (): void => undefined
  const last = new Promise<void>((resolve) => {
    seen = resolve
  })
  async function* source() {
    yield* many(3)
    await last
  }
  const indexes: number[] = []
  const options = { batchSize: 2, maxWaitMs: 30 }
  for await (const { index } of (await cityOf()).upsertEach(Container, source(), options)) {
    indexes.push(index)
    if (index === 0) await wait(100)
    if (index === 2) seen()
  }
  expect(indexes).toEqual([0, 1, 2])
})

test('a half-filled batch is sent in time, also where another tenant fills one', async () => {
  nock(host).persist().post(upsertPath).reply(204)
  let seen = (): void => undefined
  const last = new Promise<void>((resolve) => {
    seen = resolve
  })
  async function* source() {
    for (const [n, entity] of many(3).entries())
      yield { model: Container, tenant: n === 0 ? 'quiet' : 'busy', entity }
    await last
  }
  const city = await cityOf()
  const stop = new AbortController()
  const report = city.upsertMixed(source() as never, {
    batchSize: 2,
    maxWaitMs: 30,
    signal: stop.signal,
    onProgress: ({ updated }) => {
      if (updated === 3) seen()
    },
  })
  const late = setTimeout(() => stop.abort(), 5000)
  expect(await report).toMatchObject({ aborted: false, updated: 3 })
  clearTimeout(late)
})

test('a consumer that breaks off: what was pulled into a half-filled batch is in the account', async () => {
  nock(host).post(upsertPath).delay(50).reply(204)
  async function* source() {
    yield* many(5)
    await new Promise(() => undefined)
  }
  let read = 0
  const onProgress = (progress: { readonly read: number }): void => {
    read = progress.read
  }
  for await (const { index } of (await cityOf()).upsertEach(Container, source(), {
    batchSize: 3,
    onProgress,
  }))
    if (index === 0) break
  expect(read).toBe(5)
})

test('a source that hung when the signal fired is closed as soon as it gives something', async () => {
  let go = (): void => undefined
  let closed = false
  async function* source() {
    try {
      await new Promise<void>((resolve) => {
        go = resolve
      })
      yield* many(3)
    } finally {
      closed = true
    }
  }
  const report = await (await cityOf()).upsert(Container, source(), { signal: AbortSignal.timeout(50) })
  expect(report).toMatchObject({ aborted: true, read: 0 })
  go()
  await wait(20)
  expect(closed).toBe(true)
})

test('progress is told at most four times a second, and by no timer after the end', async () => {
  nock(host).persist().post(upsertPath).reply(204)
  const city = await cityOf()
  const started = vi.spyOn(globalThis, 'setInterval')
  const ended = vi.spyOn(globalThis, 'clearInterval')
  let told = 0
  const onProgress = (): void => void told++
  const before = performance.now()
  await city.upsert(Container, many(60), { batchSize: 1, onProgress })
  const most = 2 + (performance.now() - before) / 250
  const own = started.mock.results.filter((_, n) => started.mock.calls[n]?.[1] === 1000)
  const cleared = new Set<unknown>(ended.mock.calls.map(([timer]) => timer))
  vi.restoreAllMocks()
  expect(told).toBeLessThanOrEqual(most)
  expect(own.length).toBeGreaterThan(0)
  expect(own.every(({ value }) => cleared.has(value))).toBe(true)
})

describe('a load that has ended', () => {
  test.each([
    ['of full batches', 4],
    ['whose last batch was not full', 3],
  ])('%s keeps no timer', async (_title, count) => {
    nock(host).persist().post(upsertPath).reply(204)
    const city = await cityOf()
    const started = vi.spyOn(globalThis, 'setTimeout')
    const ended = vi.spyOn(globalThis, 'clearTimeout')
    const maxWaitMs = 54_321
    await city.upsert(Container, many(count), { batchSize: 2, maxWaitMs })
    const own = started.mock.results.filter((_, n) => started.mock.calls[n]?.[1] === maxWaitMs)
    const cleared = new Set<unknown>(ended.mock.calls.map(([timer]) => timer))
    vi.restoreAllMocks()
    expect(own.length).toBe(2)
    expect(own.filter(({ value }) => !cleared.has(value))).toEqual([])
  })

  test('leaves nothing on its signal, which may outlive many of them', async () => {
    nock(host).get(/.*/).reply(404, {}).persist()
    nock(host).post(upsertPath).reply(429)
    nock(host).post(upsertPath).reply(204)
    const city = await cityOf({ dialect: undefined })
    const { signal } = new AbortController()
    const report = await city.upsert(Container, many(2), { minDelayMs: 1, signal })
    expect(report).toMatchObject({ updated: 2, requests: 2 })
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })

  test('by what no repetition mends rejects with that', async () => {
    const wrong = { context: 'file:///etc/passwd' }
    await expect((await cityOf()).upsert(Container, many(2), wrong)).rejects.toSatisfy(isUsageError)
  })
})
