import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import nock from 'nock'
import { afterEach, describe, expect, test } from 'vitest'
import type { EntityOutcome, Progress } from '../../src/client/outcome.js'
import type { City } from '../../src/connect.js'
import type { DialectName } from '../../src/dialect/dialect.js'
import { isUsageError } from '../../src/errors.js'
import { Container, containerId } from '../support/container.js'
import { loadFiles } from '../support/load-files.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const upsertPath = '/ngsi-ld/v1/entityOperations/upsert?options=update'
const connected = connectsUntilEnd()
const { path: inFolder } = loadFiles()
afterEach(() => {
  nock.cleanAll()
})

const cityOf = (dialect: DialectName = 'embedded'): Promise<City> => connected(host, { dialect })

/** Takes every batch and keeps the ids that were in it. */
const taking = (path = upsertPath): string[] => {
  const ids: string[] = []
  nock(host)
    .persist()
    .post(path)
    .reply((_path, body) => {
      for (const one of body as unknown as ({ id: string } | string)[])
        ids.push(typeof one === 'string' ? one : one.id)
      return [204]
    })
  return ids
}

const good = (n: number) => ({ id: containerId(n), type: 'Container' as const, fillingLevel: 0.5 })

const boom = (): never => {
  throw new Error('boom')
}
const loop: Record<string, unknown> = {}
loop['again'] = [loop, loop]

const garbage: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  'a number': 5,
  'a text': 'urn:ngsi-ld:Container:9',
  'a list': [],
  'no id': { fillingLevel: 0.5 },
  'an id that is no text': { id: 5, fillingLevel: 0.5 },
  'an id that throws': {
    get id() {
      return boom()
    },
  },
  'an id that cannot be printed': { id: { toString: boom } },
  'an attribute that throws': {
    id: containerId(9),
    fillingLevel: 0.5,
    get name() {
      return boom()
    },
  },
  'a value that throws': { ...good(9), name: { type: 'Property', value: { toJSON: boom } } },
  'what throws at everything': new Proxy({}, { get: boom, ownKeys: boom, has: boom }),
  'a circular value': { ...good(9), name: { type: 'Property', value: loop } },
  'a circular bare value': { ...good(9), address: loop },
  'a BigInt': { ...good(9), serialNumber: 5n },
}

describe('one thing that is no entity', () => {
  test.each(
    Object.keys(garbage).flatMap((title) =>
      (['embedded', 'orion-ld'] as const).map((dialect) => ({ title, dialect })),
    ),
  )('$title, $dialect: it is told, the others go in', async ({ title, dialect }) => {
    for (const validate of ['reject', 'report', false] as const) {
      const sent = taking()
      const source = [good(1), garbage[title], good(2)]
      const deadLetter = inFolder('dead.ndjson')
      const report = await (await cityOf(dialect)).upsert(Container, source as never, {
        validate,
        deadLetter,
      })
      expect(report).toMatchObject({ read: 3, updated: 2, invalid: 1 })
      expect(report.problems).toMatchObject([{ index: 1, attempts: 0 }])
      expect(report.problems[0]?.issues?.[0]?.message).toMatch(/\S/)
      expect(sent).toEqual([1, 2].map(containerId))
      expect(readFileSync(deadLetter, 'utf8').split('\n')).toHaveLength(2)
      nock.cleanAll()
    }
  })

  test('NaN and infinities are against the model; a Date is written as its text', async () => {
    const bodies: unknown[] = []
    nock(host)
      .post(upsertPath)
      .reply((_path, body) => {
        bodies.push(body)
        return [204]
      })
    const emptiedAt = new Date('2026-01-02T03:04:05.678Z')
    const source = [
      { ...good(1), fillingLevel: Number.NaN },
      { ...good(2), emptiedAt },
    ]
    const report = await (await cityOf()).upsert(Container, source as never)
    expect(report).toMatchObject({ read: 2, invalid: 1, updated: 1 })
    expect(bodies).toEqual([[{ ...good(2), emptiedAt: '2026-01-02T03:04:05.678Z' }]])
  })

  test('ids to delete that are no URIs are told and not sent: Orion-LD would refuse the whole batch', async () => {
    const sent = taking('/ngsi-ld/v1/entityOperations/delete')
    const ids = [containerId(1), null, 5, {}, 'no uri', containerId(2)]
    const report = await (await cityOf('orion-ld')).deleteAll(ids as never)
    expect(report).toMatchObject({ read: 6, deleted: 2, invalid: 4 })
    expect(report.problems.map(({ index }) => index)).toEqual([1, 2, 3, 4])
    expect(sent).toEqual([1, 2].map(containerId))
  })
})

describe('a source that fails', () => {
  function* failing() {
    for (let n = 0; n < 25; n++) yield good(n)
    boom()
  }

  test('rejects with its own error; what was pulled before has its outcome, sent or not', async () => {
    const sent = taking()
    const outcomes: EntityOutcome[] = []
    const deadLetter = inFolder('dead.ndjson')
    const each = (await cityOf()).upsertEach(Container, failing(), { batchSize: 10, deadLetter })
    await expect(
      (async () => {
        for await (const outcome of each) outcomes.push(outcome)
      })(),
    ).rejects.toThrow('boom')
    expect(sent).toHaveLength(20)
    expect(outcomes.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...Array(25).keys()])
    const notSent = outcomes.filter(({ outcome }) => outcome === 'failed')
    expect(notSent.map(({ id }) => id)).toEqual([20, 21, 22, 23, 24].map(containerId))
    expect(notSent.every(({ attempts }) => attempts === 0)).toBe(true)
    const letters = readFileSync(deadLetter, 'utf8').trim().split('\n')
    expect(letters.map((line) => JSON.parse(line).id)).toEqual(notSent.map(({ id }) => id))
  })

  test('the last progress has the counts of what was settled', async () => {
    taking()
    let last: unknown
    const options = { batchSize: 10, onProgress: (progress: unknown) => (last = progress) }
    await expect((await cityOf()).upsert(Container, failing(), options)).rejects.toThrow('boom')
    expect(last).toMatchObject({ read: 25, updated: 20, failed: 5 })
  })

  test('a journal makes the next call go on where it failed', async () => {
    const sent = taking()
    const options = { batchSize: 10, journal: { file: inFolder('journal.ndjson'), source: 'x' } }
    await expect((await cityOf()).upsert(Container, failing(), options)).rejects.toThrow('boom')
    const source = Array.from({ length: 25 }, (_, n) => good(n))
    const report = await (await cityOf()).upsert(Container, source, options)
    expect(report).toMatchObject({ read: 25, resumed: 20, updated: 25 })
    expect(sent).toEqual(source.map(({ id }) => id))
  })
})

describe('kinds of sources', () => {
  test('a Node stream; it is destroyed where the signal ends the load', async () => {
    const sent = taking()
    const whole = Readable.from([good(1), good(2)])
    expect(await (await cityOf()).upsert(Container, whole as AsyncIterable<never>)).toMatchObject({
      updated: 2,
    })
    expect(sent).toHaveLength(2)
    const endless = Readable.from(
      (function* () {
        for (let n = 0; ; n++) yield good(n)
      })(),
    )
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 30)
    const options = { batchSize: 5, concurrency: 1, signal: stop.signal }
    const report = await (await cityOf()).upsert(Container, endless as AsyncIterable<never>, options)
    expect(report.aborted).toBe(true)
    expect(endless.destroyed).toBe(true)
  })

  test.each([['one entity', good(1)] as const, ['a text', 'x'] as const, ['nothing', undefined] as const])(
    '%s instead of a source is refused with a sentence',
    async (_title, source) => {
      const refused = await (await cityOf()).upsert(Container, source as never).catch((error) => error)
      expect(isUsageError(refused) && refused.message).toMatch(/an array, an iterable or an async iterable/)
    },
  )

  test('a progress function that throws rejects the call', async () => {
    taking()
    const options = {
      onProgress: () => {
        throw new Error('no screen')
      },
    }
    await expect((await cityOf()).upsert(Container, [good(1)], options)).rejects.toThrow('no screen')
  })

  test('also where it throws but once, while the broker does not answer', async () => {
    nock(host).post(upsertPath).delay(1300).reply(204)
    const told: number[] = []
    const onProgress = ({ read }: Progress): void => {
      if (told.push(read) === 1) throw new Error('no screen')
    }
    await expect((await cityOf()).upsert(Container, [good(1)], { onProgress })).rejects.toThrow('no screen')
    expect(told[0]).toBe(0)
  })
})

describe('dead letters', () => {
  test('are entities as they were to be sent, also those against the model: any loader takes them', async () => {
    const deadLetter = inFolder('dead.ndjson')
    const source = [{ id: containerId(1), fillingLevel: 7, refIsle: 'urn:ngsi-ld:Isle:1' }]
    await (await cityOf()).upsert(Container, source, { deadLetter })
    expect(JSON.parse(readFileSync(deadLetter, 'utf8'))).toEqual({
      id: containerId(1),
      type: 'Container',
      fillingLevel: 7,
      refIsle: { type: 'Relationship', object: 'urn:ngsi-ld:Isle:1' },
    })
  })

  test('on a full disk: one sentence, and nothing is called done that is not', async () => {
    taking()
    const deadLetter = inFolder('dead.ndjson')
    symlinkSync('/dev/full', deadLetter)
    const source = [{ ...good(1), fillingLevel: 7 }]
    const refused = await (await cityOf()).upsert(Container, source, { deadLetter }).catch((error) => error)
    expect(isUsageError(refused) && refused.message).toMatch(/dead-letter file .* cannot be written: ENOSPC/)
  })

  test('what has no JSON text is a line of null', async () => {
    const deadLetter = inFolder('dead.ndjson')
    await (await cityOf()).upsert(Container, [undefined] as never, { deadLetter })
    expect(readFileSync(deadLetter, 'utf8')).toBe('null\n')
  })

  test('of another load stay where nothing fails, with a new journal too', async () => {
    taking()
    const deadLetter = inFolder('dead.ndjson')
    writeFileSync(deadLetter, '{"id":"urn:x:1"}\n')
    writeFileSync(`${deadLetter}.reasons.ndjson`, '{"id":"urn:x:1","index":0,"outcome":"failed"}\n')
    const options = { deadLetter, journal: { file: inFolder('load.ndjson'), source: 'x' } }
    const report = await (await cityOf()).upsert(Container, [good(1)], options)
    expect(report).not.toHaveProperty('deadLetter')
    expect(readFileSync(deadLetter, 'utf8')).toBe('{"id":"urn:x:1"}\n')
  })

  test('that could not be written are written by the next run of a load with a journal', async () => {
    const journal = { file: inFolder('load.ndjson'), source: 'x' }
    symlinkSync('/dev/full', inFolder('full.ndjson'))
    const source = [{ ...good(1), fillingLevel: 7 }]
    const load = (name: string) =>
      cityOf().then((city) => city.upsert(Container, source, { journal, deadLetter: inFolder(name) }))
    await expect(load('full.ndjson')).rejects.toThrow(/ENOSPC/)
    expect(await load('dead.ndjson')).toMatchObject({ read: 1, invalid: 1, resumed: 0 })
    expect(readFileSync(inFolder('dead.ndjson'), 'utf8').trim().split('\n')).toHaveLength(1)
  })
})
