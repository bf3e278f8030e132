import { pbkdf2 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'
import { loadFiles } from '../support/load-files.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const upsertPath = '/ngsi-ld/v1/entityOperations/upsert?options=update'
const connected = connectsUntilEnd()
const { journal } = loadFiles()
afterEach(() => {
  nock.cleanAll()
})
const cityOf = (): Promise<City> => connected(host, { dialect: 'embedded', retry: false })
const one = (id: string, fillingLevel: number, name = '') => ({
  id: containerId(id),
  type: 'Container' as const,
  fillingLevel,
  name,
})

interface Sent {
  readonly id: string
  readonly fillingLevel: number | { readonly value: number }
}

/** A broker that takes its time for the first request, and tells the order in which values of one id arrived and were in. */
const slow = (id: string): readonly string[] => {
  const seen: string[] = []
  let first = true
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(async (_path, body) => {
      const delay = first ? 60 : 5
      first = false
      const mine = (body as unknown as readonly Sent[])
        .filter((entity) => entity.id === containerId(id))
        .map(({ fillingLevel }) => (typeof fillingLevel === 'number' ? fillingLevel : fillingLevel.value))
      seen.push(...mine.map((value) => `${value} came`))
      await wait(delay)
      seen.push(...mine.map((value) => `${value} in`))
      return [204]
    })
  return seen
}

describe('a later value of one id follows the earlier one', () => {
  test.each([0, 60])('and %d others: never in one batch', async (between) => {
    const seen = slow('x')
    const others = Array.from({ length: between }, (_, n) => one(`other-${n}`, 0.5))
    const source = [one('x', 0.1), ...others, one('x', 0.2)]
    await (await cityOf()).upsert(Container, source, { batchSize: 200, concurrency: 4 })
    expect(seen).toEqual(['0.1 came', '0.1 in', '0.2 came', '0.2 in'])
  })

  test('also where its batch was cut by bytes', async () => {
    const seen = slow('x')
    const source = [one('x', 0.1), one('a', 0.5), one('b', 0.5, 'b'.repeat(300)), one('x', 0.2)]
    await (await cityOf()).upsert(Container, source, { batchSize: 2, concurrency: 4, maxBytes: 400 })
    expect(seen).toEqual(['0.1 came', '0.1 in', '0.2 came', '0.2 in'])
  })

  test('also where it has another context, and the earlier one waits for a third', async () => {
    const seen = slow('x')
    const Other = { ...Container, context: 'https://city.example/other.jsonld' }
    const mixed = (model: typeof Container, id: string, level: number) => ({ model, entity: one(id, level) })
    const source = [
      ...['y', 'a', 'b'].map((id) => mixed(Container, id, 0.5)),
      mixed(Container, 'y', 0.6),
      mixed(Container, 'x', 0.1),
      ...['p', 'q'].map((id) => mixed(Other, id, 0.5)),
      mixed(Other, 'x', 0.2),
    ]
    await (await cityOf()).upsertMixed(source as never, { batchSize: 3, concurrency: 4 })
    expect(seen).toEqual(['0.1 came', '0.1 in', '0.2 came', '0.2 in'])
  })
})

test('nothing is sent, and no outcome given, before the journal says so, however slow the disk', async () => {
  const { file } = journal()
  const told: boolean[] = []
  const tells = (text: string): void => void told.push(readFileSync(file, 'utf8').includes(text))
  /** Work that goes before a write in the queue of the threads that write. */
  const slowDisk = (): void => {
    for (let work = 0; work < 8; work++) pbkdf2('x', 'y', 50_000, 32, 'sha256', () => undefined)
  }
  let asked = 0
  nock(host)
    .persist()
    .post(upsertPath)
    .reply(() => {
      tells(`"sending":[${asked},${asked}]`)
      asked += 1
      slowDisk()
      return [204]
    })
  function* source() {
    for (const n of [0, 1, 2]) {
      slowDisk()
      yield one(String(n), 0.5)
    }
  }
  const options = { batchSize: 1, concurrency: 1, journal: journal() }
  for await (const { index } of (await cityOf()).upsertEach(Container, source(), options))
    tells(`"updated":[${index},${index}]`)
  expect(told).toEqual(Array(6).fill(true))
})
