import { getEventListeners } from 'node:events'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ConnectOptions } from '../../src/client/connection.js'
import { type City, connect } from '../../src/connect.js'
import { isBrokerError, isNetworkError, isUnsupportedError } from '../../src/errors.js'
import {
  type Change,
  type ChangingBroker,
  changingId,
  startChangingBroker,
  type World,
} from '../support/changing-broker.js'
import { Container } from '../support/container.js'

let broker: ChangingBroker
beforeAll(async () => {
  broker = await startChangingBroker()
})
afterAll(() => broker.close())
const cities: City[] = []
afterEach(async () => {
  for (const city of cities.splice(0)) await city.close()
})
const cityFor = async (world: World, options: ConnectOptions = {}): Promise<City> => {
  broker.become(world)
  const city = await connect(broker.url, { dialect: 'unknown', retry: false, ...options })
  cities.push(city)
  return city
}
const numbers = (length: number): readonly string[] => Array.from({ length }, (_, n) => changingId(n))
const read = async (city: City, pageSize: number): Promise<string[]> =>
  (await city.find(Container).pageSize(pageSize).toArray()).map(({ id }) => id)

/** Every entity that was there all the time, and none twice. */
const expectWhole = (found: readonly string[]): void => {
  expect(found.filter((id, index) => found.indexOf(id) !== index)).toEqual([])
  const given = new Set(found)
  expect(broker.constant().filter((id) => !given.has(id))).toEqual([])
}

const place = fc.nat({ max: 80 })
const comeOrGo: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: place,
      count: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: place,
      count: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      at: fc.nat({ max: 5 }),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
)
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 9, arbitrary: comeOrGo },
  { weight: 1, arbitrary: fc.constant({ kind: 'clear' as const }) },
)
const move = fc.record({ kind: fc.constant('move' as const), from: place, to: place })
const wrongCounts: Readonly<Record<string, (total: number) => string | undefined>> = {
  right: String,
  missing: () => undefined,
  negative: () => '-2',
  'no number': () => 'many',
  nothing: () => '0',
  'too high': (total) => String(total + 7),
  absurd: () => '1000000000000000',
}
const counts = fc.constantFrom(...Object.keys(wrongCounts))
const delays = fc.constantFrom(undefined, (requests: number) => (requests % 3 === 1 ? 2 : 0))

describe('while a result changes, what was there all the time is given once', () => {
  test('entities come and go anywhere between pages; counts are right, wrong, or missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 80 }),
        fc.integer({ min: 2, max: 12 }),
        fc.array(anyChange, { maxLength: 25 }),
        counts,
        delays,
        async (size, pageSize, changes, count, delayMs) => {
          const city = await cityFor({ size, changes, count: wrongCounts[count], delayMs })
          expectWhole(await read(city, pageSize))
          expect(broker.requests()).toBeLessThan(300)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('the page limit shrinks on the way, down to one: refused, or fewer given than asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 40 }),
        fc.integer({ min: 2, max: 12 }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (size, pageSize, limits, refuses) => {
          let least = 12
          const shrinking = limits.map(
            (limit) => (least = Math.min(least, refuses ? limit : Math.max(2, limit))),
          )
          const largest = (n: number): number => shrinking[Math.min(n, shrinking.length) - 1] ?? 12
          const city = await cityFor({ size, largest, refuses })
          expect(await read(city, pageSize)).toEqual(numbers(size))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('entities that change their places: none is given twice, and it ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 9 }),
        fc.array(fc.oneof(comeOrGo, move), { maxLength: 60 }),
        async (size, pageSize, changes) => {
          const found = await read(await cityFor({ size, changes }), pageSize)
          expect(new Set(found).size).toBe(found.length)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('a broker that lists an entity twice, and one that hides some of what it counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 2, max: 9 }),
        fc.uniqueArray(place),
        fc.boolean(),
        async (size, pageSize, places, hides) => {
          const chosen = (at: number): boolean => places.includes(at) && at < size - 1
          const world = hides ? { hidden: chosen } : { doubled: (at: number) => at > 0 && chosen(at) }
          const found = await read(await cityFor({ size, ...world }), pageSize)
          const wanted = hides
            ? numbers(size).filter((_, at) => !chosen(at))
            : numbers(size).map((id, at) => (at > 0 && chosen(at) ? changingId(at - 1) : id))
          expect(new Set(found).size).toBe(found.length)
          expect(new Set(found)).toEqual(new Set(wanted))
        },
      ),
      { numRuns: 150 },
    )
  })

  test('the oldest go and new ones come with every request: it keeps up', async () => {
    const size = 300
    const turn = (n: number): Change =>
      n % 2 === 0 ? { kind: 'delete', at: 0, count: 2 } : { kind: 'insert', at: 0, count: 0 }
    const city = await cityFor({ size, changes: Array.from({ length: 4000 }, (_, n) => turn(n)) })
    expectWhole(await read(city, 20))
    expect(broker.requests()).toBeLessThan(120)
  })

  test('half of a long result goes at once: few pages are asked for in vain', async () => {
    const changes: Change[] = [
      ...Array.from({ length: 80 }, (): Change => ({ kind: 'insert', at: 0, count: 0 })),
      { kind: 'delete', at: 0, count: 500 },
    ]
    expectWhole(await read(await cityFor({ size: 1000, changes }), 10))
    expect(broker.requests()).toBeLessThan(280)
  })

  test('an order that is another with every request: it ends, and says nothing twice', async () => {
    const changes = Array.from({ length: 5000 }, (_, n) => ({
      kind: 'move' as const,
      from: n * 7,
      to: n * 13,
    }))
    const found = await read(await cityFor({ size: 50, changes }), 5)
    expect(new Set(found).size).toBe(found.length)
  })
})

describe('entity maps', () => {
  const mapped = { entityMap: () => 'one' }

  test('entities come and go meanwhile, and pages are short for it or for a limit: none twice, none left out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 80 }),
        fc.integer({ min: 2, max: 12 }),
        fc.array(comeOrGo, { maxLength: 12 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('right', 'too high'),
        async (size, pageSize, changes, most, count) => {
          const world = { size, changes, largest: () => most, count: wrongCounts[count], ...mapped }
          const city = await cityFor(world, { dialect: 'scorpio' })
          expectWhole(await read(city, pageSize))
          expect(broker.requests()).toBeLessThan(400)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('one that expires is an error, not a result with gaps: told by 404, or by another map', async () => {
    const gone = await cityFor(
      { size: 20, entityMap: (n) => (n < 3 ? 'one' : undefined) },
      { dialect: 'scorpio' },
    )
    expect(isBrokerError(await read(gone, 5).catch((e: unknown) => e), 'ResourceNotFound')).toBe(true)
    const other = await cityFor(
      { size: 20, entityMap: (n) => (n < 3 ? 'one' : 'two') },
      { dialect: 'scorpio' },
    )
    const error = await read(other, 5).catch((e: unknown) => e)
    expect(isNetworkError(error)).toBe(true)
    expect(String(error)).toContain('entity map')
  })
})

describe('an offset wall', () => {
  const window = fc.tuple(fc.nat({ max: 40 }), fc.option(fc.nat({ max: 40 }), { nil: undefined }))

  test('limit and offset hold on both of its sides', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), window, async (size, [offset, limit]) => {
        const city = await cityFor({ size, wall: 16 }, { dialect: 'orion-ld', limits: { maxOffset: 15 } })
        const all = await read(city, 5)
        expect(new Set(all)).toEqual(new Set(numbers(size)))
        const query = city.find(Container).pageSize(5).offset(offset)
        const found = await (limit === undefined ? query : query.limit(limit)).toArray()
        expect(found.map(({ id }) => id)).toEqual(all.slice(offset, offset + (limit ?? size)))
      }),
      { numRuns: 40 },
    )
  })

  test('one that nobody knew of shows itself by empty pages behind ten thousand', async () => {
    const city = await cityFor({ size: 10_300, wall: 10_000 })
    expect(new Set(await read(city, 500))).toEqual(new Set(numbers(10_300)))
    expect(broker.requests()).toBeLessThan(250)
  })

  test('what cannot be read in parts is refused: ids, an id pattern, an order', async () => {
    const city = await cityFor({ size: 11_500, wall: 10_000 }, { dialect: 'embedded' })
    for (const query of [city.find(Container).idPattern('.'), city.find(Container).orderBy('fillingLevel')]) {
      const error = await query.toArray().catch((e: unknown) => e)
      expect(isUnsupportedError(error)).toBe(true)
      expect(String(error)).toMatch(/beyond offset 1\d{4}, and/)
    }
  })
})

describe('parts of a result', () => {
  test('limit, offset, first, count, pages, toArray and iteration agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 35 }),
        fc.option(fc.nat({ max: 35 }), { nil: undefined }),
        async (size, pageSize, offset, limit) => {
          const city = await cityFor({ size })
          const begun = city.find(Container).pageSize(pageSize).offset(offset)
          const query = limit === undefined ? begun : begun.limit(limit)
          const wanted = numbers(size).slice(offset, offset + (limit ?? size))
          expect((await query.toArray()).map(({ id }) => id)).toEqual(wanted)
          const pages: string[][] = []
          for await (const page of query.pages()) pages.push(page.map(({ id }) => id))
          expect(pages.flat()).toEqual(wanted)
          expect(pages.every((page) => page.length > 0 && page.length <= Math.max(2, pageSize))).toBe(true)
          const one: string[] = []
          for await (const { id } of query) one.push(id)
          expect(one).toEqual(wanted)
          expect((await query.first())?.id).toBe(wanted[0])
          expect(await query.count()).toBe(size)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('something without an id is an error that says so', async () => {
    const city = await cityFor({ size: 3, hidden: () => false, nameless: (at) => at === 1 })
    const error = await read(city, 5).catch((e: unknown) => e)
    expect(isNetworkError(error)).toBe(true)
    expect(String(error)).toContain('no id')
  })
})

describe('a reading that is left', () => {
  const slow = { size: 40, delayMs: (n: number) => (n === 1 ? 0 : 20) }
  const settled = async (): Promise<void> => {
    await expect.poll(() => broker.open(), { timeout: 2000 }).toBe(0)
  }

  test('early: what was asked ahead is ended, and nothing listens any more', async () => {
    const { signal } = new AbortController()
    const city = await cityFor(slow)
    for (const stopAfter of [1, 5, 6, 9, 11]) {
      let count = 0
      for await (const _ of city.find(Container).pageSize(5).run({ signal })) if (++count === stopAfter) break
      expect(getEventListeners(signal, 'abort')).toEqual([])
      await settled()
    }
    for await (const page of city.find(Container).pageSize(5).pages({ signal })) if (page.length > 0) break
    expect(getEventListeners(signal, 'abort')).toEqual([])
    await settled()
  })

  test('by a signal, while a page is awaited or while the caller works: the reason comes out', async () => {
    const city = await cityFor(slow)
    for (const stopAfter of [0, 1, 5, 9]) {
      const stop = new AbortController()
      let count = 0
      const reading = async (): Promise<void> => {
        if (stopAfter === 0) setTimeout(() => stop.abort(new Error('enough')), 5)
        for await (const _ of city.find(Container).pageSize(5).run({ signal: stop.signal }))
          if (++count === stopAfter) stop.abort(new Error('enough'))
      }
      await expect(reading()).rejects.toThrow('enough')
      expect(getEventListeners(stop.signal, 'abort')).toEqual([])
      await settled()
    }
  })

  test('by an error: what was asked ahead is ended', async () => {
    const { signal } = new AbortController()
    const city = await cityFor(
      { ...slow, largest: (n) => (n === 3 ? 0 : 5), refuses: true },
      { limits: { maxPageSize: 1 } },
    )
    await expect(city.find(Container).pageSize(5).toArray({ signal })).rejects.toThrow('limit')
    expect(getEventListeners(signal, 'abort')).toEqual([])
    await settled()
  })
})
