import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import nock from 'nock'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Progress } from '../../src/client/outcome.js'
import type { City } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'
import { linesIn, loadFiles } from '../support/load-files.js'
import { host, mockedBroker, one, upsertPath as path } from '../support/mocked-broker.js'

const cityOf = mockedBroker()
let city: City
beforeEach(async () => {
  city = await cityOf()
})
const { journal, dead } = loadFiles()
const reasons = () => `${dead()}.reasons.ndjson`
const indexes = (): readonly number[] =>
  linesIn(reasons())
    .map((line) => JSON.parse(line).index as number)
    .sort((a, b) => a - b)

describe('a consumer of upsertEach that breaks off', () => {
  test('what is under way is waited for; letters, journal and the last progress have it; the lock is free', async () => {
    let asked = 0
    let answered = 0
    nock(host)
      .persist()
      .post(path)
      .reply(async (_path, body) => {
        asked += 1
        if (asked > 1) await wait(60)
        answered += 1
        const ids = (body as unknown as readonly { id: string }[]).map(({ id }) => id)
        const [first, ...others] = ids
        const error = { title: 'not here', status: 400 }
        return [207, { success: others, errors: [{ entityId: first, error }] }]
      })
    let closed = false
    let pulled = 0
    async function* source() {
      try {
        for (let n = 0; ; n++) {
          pulled = n + 1
          yield one(n)
        }
      } finally {
        closed = true
      }
    }
    let last: Progress | undefined
    const options = { batchSize: 10, concurrency: 3, journal: journal(), deadLetter: dead() } as const
    const onProgress = (progress: Progress): void => {
      last = progress
    }
    for await (const { index } of city.upsertEach(Container, source(), { ...options, onProgress }))
      if (index === 3) break
    expect({ closed, inFlight: asked - answered }).toEqual({ closed: true, inFlight: 0 })
    expect(existsSync(`${journal().file}.lock`)).toBe(false)
    // Of each batch one was refused; what was pulled and not sent is a letter too, as after the signal.
    const refused = Array.from({ length: asked }, (_, batch) => batch * 10)
    const unsent = Array.from({ length: pulled - asked * 10 }, (_, n) => asked * 10 + n)
    expect(asked).toBeGreaterThan(1)
    expect(indexes()).toEqual([...refused, ...unsent])
    expect(last).toMatchObject({
      read: pulled,
      updated: 0,
      written: asked * 9,
      failed: asked + unsent.length,
    })
    // The next run sends nothing again that was settled.
    const before = asked
    const rest = await city.upsert(
      Container,
      Array.from({ length: asked * 10 }, (_, n) => one(n)),
      options,
    )
    expect(rest).toMatchObject({ read: before * 10, resumed: before * 10, requests: 0 })
  })
})

describe('a source and the signal', () => {
  test('what the source had given when the signal fired is in the account', async () => {
    nock(host).persist().post(path).delay(40).reply(204)
    const stop = new AbortController()
    let given = 0
    async function* source() {
      for (let n = 0; n < 1000; n++) {
        if (n === 17) stop.abort()
        given += 1
        yield one(n)
      }
    }
    const options = { batchSize: 5, concurrency: 2, signal: stop.signal, deadLetter: dead() }
    const report = await city.upsert(Container, source(), options)
    expect(report.aborted).toBe(true)
    expect(report.read).toBe(given)
  })

  test('a source that fails by the same signal ends it as the signal does: with an account', async () => {
    nock(host).persist().post(path).reply(204)
    const stop = new AbortController()
    async function* source() {
      yield one(1)
      await wait(10_000, undefined, { signal: stop.signal })
      yield one(2)
    }
    setTimeout(() => stop.abort(), 50)
    const report = await city.upsert(Container, source(), { signal: stop.signal, maxWaitMs: 5 })
    expect(report).toMatchObject({ aborted: true, read: 1, updated: 1 })
  })

  test('a Node stream that stays silent is destroyed by it', async () => {
    nock(host).persist().post(path).reply(204)
    const silent = new Readable({ objectMode: true, read: () => undefined })
    silent.push(one(1))
    const options = { signal: AbortSignal.timeout(50), maxWaitMs: 5 }
    const report = await city.upsert(Container, silent as AsyncIterable<never>, options)
    expect(report).toMatchObject({ aborted: true, read: 1, updated: 1 })
    expect(silent.destroyed).toBe(true)
  })
})

describe('dead letters of a load that goes on', () => {
  const options = () => ({ journal: journal(), deadLetter: dead(), batchSize: 1 })
  const refusing = (): void => {
    nock(host).post(path).reply(400, { title: 'no' })
    nock(host).post(path).reply(204)
  }

  test('no file is named where there are none', async () => {
    nock(host).persist().post(path).reply(204)
    await city.upsert(Container, [one(1), one(2)], options())
    const again = await city.upsert(Container, [one(1), one(2), one(3)], options())
    expect(again).toMatchObject({ read: 3, resumed: 2, updated: 3 })
    expect(again.deadLetter).toBeUndefined()
    expect(existsSync(dead())).toBe(false)
  })

  test('the letters of the run before are named, and stay, where nothing is left to send', async () => {
    refusing()
    await city.upsert(Container, [one(1), one(2)], { ...options(), concurrency: 1 })
    const again = await city.upsert(Container, [one(1), one(2)], options())
    expect(again).toMatchObject({ resumed: 2, failed: 1, updated: 1, deadLetter: dead() })
    expect(linesIn(dead())).toHaveLength(1)
    expect(indexes()).toEqual([0])
  })

  test('of a run that settled nothing: gone where their entities are in now', async () => {
    nock(host).post(path).reply(204)
    const head = {
      journal: 1,
      source: 'register',
      broker: host,
      tenant: '',
      operation: 'upsert',
      mode: 'update',
    }
    writeFileSync(journal().file, `${JSON.stringify(head)}\n{"sending":[0,0]}\n`)
    writeFileSync(dead(), `${JSON.stringify(one(1))}\n`)
    writeFileSync(reasons(), `${JSON.stringify({ id: containerId(1), index: 0, outcome: 'unconfirmed' })}\n`)
    const report = await city.upsert(Container, [one(1)], options())
    expect(report).toMatchObject({ written: 1 })
    expect(report.deadLetter).toBeUndefined()
    expect(linesIn(dead())).toEqual([])
  })

  test('killed while the two files were put in place: each letter keeps its reason', async () => {
    refusing()
    await city.upsert(Container, [one(1), one(2)], { ...options(), concurrency: 1 })
    const reason = linesIn(reasons())[0] as string
    // The letters are in place, their reasons are not yet: beside them lie those of before, one more.
    renameSync(reasons(), `${dead()}.new.reasons.ndjson`)
    const other = { id: containerId(2), index: 1, outcome: 'unconfirmed', attempts: 1 }
    writeFileSync(reasons(), `${JSON.stringify(other)}\n${reason}\n`)
    await city.upsert(Container, [one(1), one(2)], options())
    expect(linesIn(dead()).map((line) => JSON.parse(line).id)).toEqual([containerId(1)])
    expect(linesIn(reasons())).toEqual([reason])
  })
})

test('an async source leaves nothing behind per value, however long the load', async () => {
  nock(host).persist().post(path).reply(204)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held: number[] = []
  async function* source() {
    for (let n = 0; n <= 40_000; n++) {
      if (n % 20_000 === 0) {
        collect()
        held.push(process.memoryUsage().heapUsed)
      }
      yield one(n)
    }
  }
  const report = await city.upsert(Container, source(), {
    batchSize: 500,
    deadLetter: dead(),
    signal: new AbortController().signal,
  })
  expect(report).toMatchObject({ read: 40_001, updated: 40_001 })
  const [, half = 0, end = 0] = held
  // 650 bytes of each would be 13 MB.
  expect((end - half) / 20_000).toBeLessThan(70)
})
