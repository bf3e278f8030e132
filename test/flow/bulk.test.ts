import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import type { City } from '../../src/connect.js'
import { isUsageError } from '../../src/errors.js'
import { Container, containerId } from '../support/container.js'
import { flow } from '../support/flow.js'
import { linesIn, loadFiles } from '../support/load-files.js'
import { rawEntities } from '../support/raw-broker.js'

const { test, ...broker } = flow()
let count = 0
let tenant: string
let city: City
beforeEach(async () => {
  tenant = `bulk${count++}`
  city = await broker.city(tenant)
})
afterEach(async () => {
  await city.close()
})
const { journal, dead } = loadFiles()

const containers = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: containerId(n), fillingLevel: n / count, name: `C ${n}` }))

describe('poison', () => {
  test(
    'one in each of 100 batches of 200: 19,900 in, 100 told by id with the reason of the broker',
    [],
    async () => {
      const isPoison = (n: number): boolean => n % 200 === 77
      // A location that is no geometry: the model of this test lets it pass, the broker does not.
      const source = containers(20_000).map((one, n) =>
        isPoison(n)
          ? { ...one, location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [5] } } }
          : one,
      )
      const report = await city.upsert(Container, source as never, { batchSize: 200, validate: false })
      // A 207 names what went in without saying whether it was there: `written`; alone, the first of a tenant is `created`.
      expect(report).toMatchObject({ read: 20_000, updated: 0, failed: 100, invalid: 0, unconfirmed: 0 })
      expect(report.created).toBeLessThanOrEqual(1)
      expect(report.created + report.written).toBe(19_900)
      expect(report.problems.map(({ index }) => index).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 100 }, (_, batch) => batch * 200 + 77),
      )
      for (const { id, index, problem } of report.problems) {
        expect(id).toBe(containerId(index))
        expect(`${problem?.title} ${problem?.detail}`).toMatch(/location|geo|coordinates|position/i)
      }
      const stored = await rawEntities(broker.url(), 'Container', broker.tenant(tenant))
      expect(stored.size).toBe(19_900)
      expect([...stored.keys()].some((id) => isPoison(Number(id.slice(containerId('').length))))).toBe(false)
    },
  )
})

describe('a second run', () => {
  test('of an unchanged register of 5,000 writes nothing', [], async () => {
    await city.upsert(Container, containers(5000))
    const report = await city.upsert(Container, containers(5000), { skipUnchanged: true })
    expect(report).toMatchObject({
      read: 5000,
      unchanged: 5000,
      created: 0,
      updated: 0,
      written: 0,
      bytes: 0,
    })
  })
})

describe('create, update and delete in bulk', () => {
  test('each entity has its outcome', [], async () => {
    expect(await city.createAll(Container, containers(300))).toMatchObject({
      read: 300,
      created: 300,
      failed: 0,
    })
    const again = await city.createAll(Container, containers(310), { batchSize: 100 })
    expect(again).toMatchObject({ read: 310, created: 10, failed: 300 })
    const update = await city.update(Container, [
      { id: containerId(1), name: 'new' },
      { id: containerId('none'), name: 'new' },
    ])
    expect(update).toMatchObject({ read: 2, updated: 1, failed: 1 })
    expect((await city.get(Container, containerId(1))).name).toBe('new')
    const ids = containers(310).map(({ id }) => id)
    expect(await city.deleteAll(ids)).toMatchObject({ read: 310, deleted: 310 })
    expect((await rawEntities(broker.url(), 'Container', broker.tenant(tenant))).size).toBe(0)
  })
})

describe('a journal', () => {
  test('stopped and given again: every entity once, nothing sent twice that was settled', [], async () => {
    const interrupt = new AbortController()
    function* slow() {
      for (const [n, one] of containers(2000).entries()) {
        if (n === 900) interrupt.abort()
        yield one
      }
    }
    const first = await city.upsert(Container, slow(), {
      batchSize: 100,
      journal: journal(),
      signal: interrupt.signal,
    })
    expect(first.aborted).toBe(true)
    expect(first.created).toBeLessThan(2000)
    const second = await city.upsert(Container, containers(2000), { batchSize: 100, journal: journal() })
    expect(second).toMatchObject({ read: 2000, resumed: first.created, failed: 0, unconfirmed: 0 })
    expect(second.created + second.written).toBe(2000)
    const third = await city.upsert(Container, containers(2000), { journal: journal() })
    expect(third).toMatchObject({ read: 2000, resumed: 2000, requests: 0, created: second.created })
  })

  test('a last line that a crash has cut is read as not written', [], async () => {
    await city.upsert(Container, containers(500), { batchSize: 100, journal: journal() })
    const text = readFileSync(journal().file, 'utf8')
    const upTo = text.lastIndexOf('{"created"')
    writeFileSync(journal().file, text.slice(0, upTo + 12))
    const report = await city.upsert(Container, containers(500), { batchSize: 100, journal: journal() })
    // The broker holds them from the first run, so that nobody can say any more who created them.
    expect(report).toMatchObject({ read: 500, resumed: 400, created: 400, written: 100, updated: 0 })
  })

  test(
    'cut at any byte, the load goes on from what is whole; nothing is lost, nothing counts twice',
    [],
    async () => {
      const bad = (n: number): boolean => n % 10 === 7
      const source = containers(30).map((one, n) => (bad(n) ? { ...one, fillingLevel: 7 } : one))
      const load = () => city.upsert(Container, source, { batchSize: 5, concurrency: 2, journal: journal() })
      await load()
      const whole = readFileSync(journal().file)
      const end = whole.indexOf(10)
      for (let cut = 0; cut <= whole.length; cut += cut < end ? 40 : 13) {
        writeFileSync(journal().file, whole.subarray(0, cut))
        const { read, created, updated, written, invalid, problems } = await load()
        expect({ cut, read, invalid, done: created + updated + written }).toEqual({
          cut,
          read: 30,
          invalid: 3,
          done: 27,
        })
        expect(problems.map(({ index }) => index).sort((a, b) => a - b)).toEqual([7, 17, 27])
        expect(readFileSync(journal().file, 'utf8')).toMatch(/"ended":true}\n$/)
      }
      expect((await rawEntities(broker.url(), 'Container', broker.tenant(tenant))).size).toBe(27)
    },
  )

  test(
    'a journal of another source or broker is refused with a remedy while it has not ended',
    [],
    async () => {
      const stop = AbortSignal.abort()
      await city.upsert(Container, containers(10), { journal: journal(), signal: stop })
      const other = city.upsert(Container, containers(10), {
        journal: { ...journal(), source: 'register 2' },
      })
      await expect(other).rejects.toSatisfy(
        (error) => isUsageError(error) && /other content/.test(error.message),
      )
    },
  )

  test(
    'two loads do not use one journal at once; the lock of a process that is gone is taken over',
    [],
    async () => {
      const first = city.upsert(Container, containers(2000), { batchSize: 100, journal: journal() })
      const second = city.upsert(Container, containers(2000), { journal: journal() })
      const ends = await Promise.allSettled([first, second])
      const refused = ends.filter((end) => end.status === 'rejected')
      expect(refused).toHaveLength(1)
      expect(String(refused[0]?.reason)).toContain('in use by another load (process')
      writeFileSync(`${journal().file}.lock`, '999999999')
      expect(await city.upsert(Container, containers(2000), { journal: journal() })).toMatchObject({
        read: 2000,
      })
      expect(existsSync(`${journal().file}.lock`)).toBe(false)
    },
  )

  test('a file that is no journal is left alone', [], async () => {
    writeFileSync(journal().file, '{"id":"urn:x:1"}\n')
    await expect(city.upsert(Container, containers(1), { journal: journal() })).rejects.toThrow('no journal')
    expect(readFileSync(journal().file, 'utf8')).toBe('{"id":"urn:x:1"}\n')
  })

  test('an earlier value of an id that is sent once more does not overwrite the later one', [], async () => {
    const source = [0.1, 0.9].map((fillingLevel) => ({ id: containerId('twice'), fillingLevel }))
    writeFileSync(
      journal().file,
      `${JSON.stringify({ journal: 1, source: 'register', broker: broker.url(), tenant: broker.tenant(tenant), operation: 'upsert', mode: 'update' })}\n{"sending":[0,1]}\n{"written":[1,1]}\n`,
    )
    const report = await city.upsert(Container, source, { journal: journal() })
    expect(report).toMatchObject({ read: 2, written: 2, updated: 0 })
    expect((await city.get(Container, containerId('twice'))).fillingLevel).toBe(0.9)
  })
})

describe('dead letters', () => {
  test('can be sent again as they are; a resumed load has each once', [], async () => {
    const deadLetter = dead()
    const source = containers(300).map((one, n) => (n % 100 === 5 ? { ...one, fillingLevel: 7 } : one))
    const options = { deadLetter, journal: journal(), batchSize: 50 }
    const report = await city.upsert(Container, source, options)
    expect(report).toMatchObject({ created: 297, invalid: 3, deadLetter })
    await city.upsert(Container, source, options)
    expect(linesIn(deadLetter).map((line) => JSON.parse(line).id)).toEqual([5, 105, 205].map(containerId))
    expect(linesIn(`${deadLetter}.reasons.ndjson`).map((line) => JSON.parse(line).index)).toEqual([
      5, 105, 205,
    ])
    const again = linesIn(deadLetter).map((line) => JSON.parse(line) as (typeof source)[number])
    expect(await city.upsert(Container, again, { validate: false })).toMatchObject({ created: 3 })
  })
})
