import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import nock from 'nock'
import { beforeEach, describe, expect, test } from 'vitest'
import type { UpsertReport } from '../../src/client/outcome.js'
import type { UpsertOptions } from '../../src/client/upsert-options.js'
import type { City } from '../../src/connect.js'
import { Container, containerId, Isle } from '../support/container.js'
import { seeded } from '../support/fault-proxy.js'
import { linesIn, loadFiles } from '../support/load-files.js'
import { host, mockedBroker, upsertPath as path } from '../support/mocked-broker.js'

const cityOf = mockedBroker()
let city: City
beforeEach(async () => {
  city = await cityOf()
})
const { journal, dead } = loadFiles()
const one = (n: number, fillingLevel = 0.5) => ({
  id: containerId(n),
  type: 'Container' as const,
  fillingLevel,
})
const head = { journal: 1, source: 'register', broker: host, tenant: '', operation: 'upsert', mode: 'update' }
const write = (...tellings: object[]): void =>
  writeFileSync(journal().file, [head, ...tellings].map((line) => `${JSON.stringify(line)}\n`).join(''))

/** A broker of one value per id, which says of each request what it was sent. */
const holding = () => {
  const values = new Map<string, unknown>()
  const sent: string[] = []
  nock(host)
    .persist()
    .post(path)
    .reply((_path, body) => {
      const entities = body as unknown as readonly { id: string; fillingLevel: { value: number } }[]
      for (const { id, fillingLevel } of entities) values.set(id, fillingLevel)
      sent.push(...entities.map(({ id }) => id))
      return [204]
    })
  return { values, sent }
}

describe('values of one id, over several runs that were killed', () => {
  const twice = [one(1, 0.1), one(1, 0.9)]
  const options: UpsertOptions = { batchSize: 1, concurrency: 1 }

  test('killed after the earlier value went out once more: the later one follows it in the next run', async () => {
    const { values } = holding()
    // The first run could not settle the earlier value, the second run did.
    write({ sending: [0, 1] }, { written: [1, 1] })
    const stop = new AbortController()
    async function* killed() {
      yield twice[0] as (typeof twice)[number]
      while (!readFileSync(journal().file, 'utf8').includes('"written":[0,0]'))
        await new Promise((done) => setTimeout(done, 5))
      stop.abort()
    }
    await city.upsert(Container, killed(), { ...options, journal: journal(), signal: stop.signal })
    expect(JSON.stringify(values.get(containerId(1)))).toContain('0.1')
    const report = await city.upsert(Container, twice, { ...options, journal: journal() })
    expect(report).toMatchObject({ read: 2, written: 2, resumed: 1 })
    expect(JSON.stringify(values.get(containerId(1)))).toContain('0.9')
  })

  test('killed while the later value was on its way again: it is sent again', async () => {
    const { sent } = holding()
    write(
      { sending: [0, 1] },
      { written: [1, 1] },
      { resumed: true },
      { sending: [0, 0] },
      { written: [0, 0] },
    )
    writeFileSync(journal().file, '{"sending":[1,1]}\n', { flag: 'a' })
    const report = await city.upsert(Container, twice, { ...options, journal: journal() })
    expect(report).toMatchObject({ read: 2, written: 2, resumed: 1 })
    expect(sent).toHaveLength(1)
  })

  test('a load that came to its end sends nothing again', async () => {
    const { sent } = holding()
    write({ sending: [0, 1] }, { written: [1, 1] })
    await city.upsert(Container, twice, { ...options, journal: journal() })
    const again = await city.upsert(Container, twice, { ...options, journal: journal() })
    expect(again).toMatchObject({ read: 2, resumed: 2, written: 2, requests: 0 })
    expect(sent).toHaveLength(2)
  })
})

test('a source that grew: what is new is sent; until that has ended, another load is refused', async () => {
  const { sent } = holding()
  await city.upsert(Container, [one(1), one(2)], { journal: journal() })
  const stop = new AbortController()
  async function* grown() {
    yield* [one(1), one(2), one(3)]
    while (!readFileSync(journal().file, 'utf8').includes('"updated":[2,2]'))
      await new Promise((done) => setTimeout(done, 5))
    stop.abort()
    yield one(4)
  }
  await city.upsert(Container, grown(), { batchSize: 1, journal: journal(), signal: stop.signal })
  expect(sent).toEqual([1, 2, 3].map(containerId))
  await expect(
    city.upsert(Container, [one(9)], { journal: { ...journal(), source: 'another' } }),
  ).rejects.toThrow(/other content/)
  const report = await city.upsert(
    Container,
    [1, 2, 3, 4].map((n) => one(n)),
    { journal: journal() },
  )
  expect(report).toMatchObject({ read: 4, resumed: 3, failed: 0 })
  expect(sent).toEqual([1, 2, 3, 4].map(containerId))
  const other = { ...journal(), source: 'another' }
  expect(await city.upsert(Container, [one(9)], { journal: other })).toMatchObject({ read: 1, resumed: 0 })
})

/** What a kill leaves: the journal and the broker as they were at one moment. */
interface Moment {
  readonly journal: Buffer
  readonly values: ReadonlyMap<string, string>
}

interface Sent {
  readonly id: string
  readonly fillingLevel?: { readonly value: number }
  readonly label?: { readonly value: string }
}

/** A broker that fails at random and remembers each moment at which a kill could come. */
const remembering = (random: () => number) => {
  const values = new Map<string, string>()
  const moments: Moment[] = []
  const remember = (): void => {
    if (existsSync(journal().file))
      moments.push({ journal: readFileSync(journal().file), values: new Map(values) })
  }
  nock(host)
    .persist()
    .post(path)
    .reply(function (_path, body) {
      const tenant = String(this.req.headers['ngsild-tenant'] ?? '')
      remember()
      const luck = random()
      if (luck < 0.1) return [503]
      const success: string[] = []
      const errors: object[] = []
      for (const { id, ...attributes } of body as unknown as readonly Sent[])
        if (luck < 0.3 && random() < 0.3) errors.push({ entityId: id, error: { title: 'busy', status: 503 } })
        else {
          values.set(`${tenant} ${id}`, JSON.stringify(attributes))
          success.push(id)
        }
      remember()
      return luck < 0.2 ? [503] : [207, { success, errors }]
    })
  nock(host)
    .persist()
    .get(/\/ngsi-ld\/v1\/entities\?/)
    .reply(function (uri) {
      if (random() < 0.5) return [503]
      const tenant = String(this.req.headers['ngsild-tenant'] ?? '')
      const ids = new URL(uri, host).searchParams.get('id')?.split(',') ?? []
      const found = ids.flatMap((id) => {
        const text = values.get(`${tenant} ${id}`)
        return text === undefined ? [] : [{ id, ...(JSON.parse(text) as object) }]
      })
      return [200, found]
    })
  return { values, moments }
}

const mixedSource = (count: number, random: () => number) =>
  Array.from({ length: count }, (_, n) => {
    // Every third value is a later one of an id that was there before.
    const id = n % 3 === 2 ? Math.floor(random() * n) : n
    const tenant = n % 2 === 0 ? 'north' : 'south'
    return id % 5 === 0
      ? { model: Isle, tenant, entity: { id: containerId(id), type: 'Isle', label: `value ${n}` } }
      : {
          model: Container,
          tenant,
          // Some are against their model.
          entity: { ...one(id, n / count), ...(n % 17 === 3 ? { fillingLevel: 7 } : {}) },
        }
  })

const isInvalid = ({ entity }: ReturnType<typeof mixedSource>[number]): boolean =>
  'fillingLevel' in entity && entity.fillingLevel > 1

/** What the broker must hold: of each id the last value that is not against its model. */
const expectedValues = (source: ReturnType<typeof mixedSource>): ReadonlyMap<string, unknown> =>
  new Map(
    source
      .filter((item) => !isInvalid(item))
      .map(({ tenant, entity }) => [
        `${tenant} ${entity.id}`,
        'label' in entity ? entity.label : entity.fillingLevel,
      ]),
  )

describe('killed three times at any moment, several models and tenants, ids that come again', () => {
  test.each(Array.from({ length: 12 }, (_, seed) => [seed]))(
    'seed %i: broker, account and letters are those of the source',
    async (seed) => {
      const random = seeded(seed)
      const { values, moments } = remembering(random)
      const source = mixedSource(120, random)
      const load = (length: number): Promise<UpsertReport> =>
        city.upsertMixed(source.slice(0, length) as never, {
          journal: journal(),
          deadLetter: dead(),
          skipUnchanged: seed % 2 === 1,
          batchSize: 7,
          concurrency: 3,
          attempts: 2,
          minDelayMs: 1,
        })
      for (let kill = 0; kill < 3; kill++) {
        moments.length = 0
        // The source grows at its end.
        await load(90 + 10 * kill)
        const moment = moments[Math.floor(random() * moments.length)]
        if (moment === undefined) continue
        values.clear()
        for (const [id, value] of moment.values) values.set(id, value)
        // A power cut may take some of the last bytes with it.
        writeFileSync(
          journal().file,
          moment.journal.subarray(0, moment.journal.length - Math.floor(random() * 40)),
        )
      }
      let report = await load(120)
      for (let more = 0; more < 20 && report.failed + report.unconfirmed > 0; more++) report = await load(120)
      const invalid = source.filter(isInvalid).length
      expect(report).toMatchObject({ read: 120, invalid, failed: 0, unconfirmed: 0, deadLetter: dead() })
      const wrong = [...expectedValues(source)].filter(
        ([key, value]) => !String(values.get(key)).includes(JSON.stringify(value)),
      )
      expect(wrong).toEqual([])
      expect(values.size).toBe(expectedValues(source).size)
      expect(
        linesIn(`${dead()}.reasons.ndjson`)
          .map((line) => JSON.parse(line).index as number)
          .sort((a, b) => a - b),
      ).toEqual([...source.keys()].filter((n) => isInvalid(source[n] as never)))
      expect(linesIn(dead())).toHaveLength(invalid)
    },
  )
})

describe('what an earlier run left', () => {
  const options: UpsertOptions = { attempts: 1, minDelayMs: 1 }

  test.each([
    [400, false],
    [404, false],
    [501, false],
    [429, true],
    [500, true],
    [503, true],
  ] as const)('refused with %d: sent again by the next run: %s', async (status, again) => {
    nock(host)
      .get(/\/ngsi-ld\/v1\/entities\?/)
      .reply(200, [])
    nock(host).post(path).reply(status, { title: 'no' })
    const first = await city.upsert(Container, [one(1)], { ...options, journal: journal() })
    expect(first).toMatchObject({ failed: 1 })
    const { sent } = holding()
    const second = await city.upsert(Container, [one(1)], { ...options, journal: journal() })
    expect(second).toMatchObject(again ? { resumed: 0, failed: 0 } : { resumed: 1, failed: 1 })
    expect(sent).toHaveLength(again ? 1 : 0)
  })

  test('what the last run settled in its order is not sent again', async () => {
    const { sent } = holding()
    write({ sending: [0, 1] }, { resumed: true }, { written: [0, 0] }, { written: [1, 1] })
    const report = await city.upsert(Container, [one(1, 0.1), one(1, 0.9)], { journal: journal() })
    expect(report).toMatchObject({ resumed: 2, written: 2 })
    expect(sent).toEqual([])
  })

  test('of another load that ended: nothing, however long it was', async () => {
    holding()
    const all = Array.from({ length: 50 }, (_, n) => one(n))
    await city.upsert(Container, all, { batchSize: 1, journal: journal() })
    const other = { ...journal(), source: 'another' }
    await city.upsert(Container, [one(1)], { journal: other })
    const again = await city.upsert(Container, [one(1), one(2)], { journal: other })
    expect(again).toMatchObject({ read: 2, resumed: 1, updated: 2, requests: 1 })
  })

  test('of ten thousand: each is known', async () => {
    write({ updated: [0, 9999] })
    const source = Array.from({ length: 10_000 }, (_, n) => one(n))
    const report = await city.upsert(Container, source, { journal: journal() })
    expect(report).toMatchObject({ resumed: 10_000, updated: 10_000, requests: 0 })
  })

  test('a position that no source reaches: the journal is refused, not held in memory', async () => {
    write({ written: [2_000_000_000, 2_000_000_000] })
    await expect(city.upsert(Container, [one(1)], { journal: journal() })).rejects.toThrow(/range of indexes/)
  })

  test('a long line that was cut leaves nothing behind the shorter ones of the next run', async () => {
    holding()
    write({ sending: [0, 1] })
    writeFileSync(journal().file, `{"updated":[0,1],"bad":["${'x'.repeat(150_000)}`, { flag: 'a' })
    const report = await city.upsert(Container, [one(1), one(2)], { journal: journal() })
    expect(report).toMatchObject({ written: 2 })
    for (const line of linesIn(journal().file)) expect(() => JSON.parse(line)).not.toThrow()
  })

  test('problems: those that still are, 1,000 at most; the rate is of this run alone', async () => {
    const failed = (index: number) => ({ id: containerId(index), index, outcome: 'failed', attempts: 1 })
    const bad = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => failed(from + n))
    write(
      { failed: [0, 799], bad: bad(0, 800) },
      { failed: [800, 1599], bad: bad(800, 1600) },
      { updated: [0, 9] },
      { ended: true },
    )
    let rate: number | undefined
    const report = await city.upsert(
      Container,
      Array.from({ length: 1600 }, (_, n) => one(n)),
      {
        journal: journal(),
        onProgress: ({ perSecond }) => {
          rate = perSecond
        },
      },
    )
    expect(report).toMatchObject({ read: 1600, resumed: 1600, updated: 10, failed: 1590, requests: 0 })
    expect(report.problems.length).toBeLessThanOrEqual(1000)
    expect(report.problems[0]?.index).toBe(10)
    expect(rate).toBe(0)
  })

  test('a later value that was refused stays so: it overwrote nothing, and keeps its letter', async () => {
    const { sent } = holding()
    const problem = { id: containerId(1), index: 1, outcome: 'failed', attempts: 1, problem: { status: 400 } }
    write({ sending: [0, 1] }, { failed: [1, 1], bad: [problem] })
    writeFileSync(dead(), `${JSON.stringify(one(1, 0.2))}\n`)
    writeFileSync(`${dead()}.reasons.ndjson`, `${JSON.stringify(problem)}\n`)
    const options = { journal: journal(), deadLetter: dead() }
    const report = await city.upsert(Container, [one(1, 0.1), one(1, 0.2)], options)
    expect(report).toMatchObject({ read: 2, written: 1, failed: 1, problems: [problem], resumed: 1 })
    expect(sent).toHaveLength(1)
    expect(linesIn(dead())).toHaveLength(1)
  })

  test('letters: what is in by now is none; a reason without its letter is left out', async () => {
    const { sent } = holding()
    const reason = (index: number) => JSON.stringify({ id: containerId(index), index, outcome: 'failed' })
    write({ failed: [0, 0] }, { updated: [1, 1] }, { failed: [2, 3] })
    writeFileSync(dead(), [0, 1, 2, 2].map((n) => `${JSON.stringify(one(n))}\n`).join(''))
    writeFileSync(`${dead()}.reasons.ndjson`, [0, 1, 2, 2, 3].map((n) => `${reason(n)}\n`).join(''))
    // A run that was killed while it copied them.
    writeFileSync(`${dead()}.new`, '')
    writeFileSync(`${dead()}.new.reasons.ndjson`, '')
    const source = [0, 1, 2, 3].map((n) => one(n))
    await city.upsert(Container, source, { journal: journal(), deadLetter: dead() })
    expect(sent).toEqual([])
    expect(linesIn(dead())).toEqual([0, 2].map((n) => JSON.stringify(one(n))))
    expect(linesIn(`${dead()}.reasons.ndjson`)).toEqual([0, 2].map(reason))
  })

  test('a tenant that begins with one entity alone: what may have been sent and what was not are both in', async () => {
    const scorpio = await cityOf({ dialect: 'scorpio', tenant: 'north' })
    const { sent } = holding()
    const here = { ...head, tenant: 'north' }
    writeFileSync(journal().file, `${JSON.stringify(here)}\n{"sending":[0,0]}\n`)
    const report = await scorpio.upsert(Container, [one(1), one(2), one(3)], { journal: journal() })
    expect(report).toMatchObject({ read: 3, written: 1, updated: 2 })
    expect([...sent].sort()).toEqual([1, 2, 3].map(containerId))
  })
})
