import nock from 'nock'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { isUnsupportedError, isUsageError } from '../../src/errors.js'
import { property } from '../../src/ngsi/attribute.js'
import { Container, containerId } from '../support/container.js'
import { connectsUntilEnd } from '../support/opened.js'

const host = 'http://broker.example:1026'
const path = `/ngsi-ld/v1/temporal/entities/${encodeURIComponent(containerId(1))}`
const connected = connectsUntilEnd()
const cityOf = (dialect: 'stellio'): Promise<City> => connected(host, { dialect, retry: false })

describe('history', () => {
  test('a series per attribute, oldest first', async () => {
    nock(host)
      .get(
        `${path}?attrs=fillingLevel&options=temporalValues&timerel=after&timeAt=2026-01-01T00%3A00%3A00.000Z`,
      )
      .reply(200, {
        id: containerId(1),
        type: 'Container',
        fillingLevel: {
          type: 'Property',
          values: [
            [0.2, '2026-01-02T00:00:00Z'],
            [0.1, '2026-01-01T00:00:00Z'],
          ],
        },
      })
    const city = await cityOf('stellio')
    const { series } = await city
      .history(Container)
      .get(containerId(1), { after: new Date('2026-01-01'), pick: ['fillingLevel'] })
    expect(series.fillingLevel).toEqual([
      { value: 0.1, at: '2026-01-01T00:00:00Z' },
      { value: 0.2, at: '2026-01-02T00:00:00Z' },
    ])
    expectTypeOf(series.fillingLevel?.[0]?.value).toEqualTypeOf<number | undefined>()
  })

  test('206: the rest is read from where the broker stopped, nothing twice', async () => {
    const part = (pairs: unknown): object => ({
      id: containerId(1),
      type: 'Container',
      fillingLevel: { type: 'Property', values: pairs },
    })
    nock(host)
      .get(`${path}?options=temporalValues`)
      .reply(
        206,
        part([
          [1, '2026-01-01T00:00:00Z'],
          [2, '2026-01-02T00:00:00Z'],
        ]),
        {
          'Content-Range': 'date-time 2026-01-01T00:00:00Z-2026-01-02T00:00:00Z/*',
        },
      )
    nock(host)
      .get(`${path}?options=temporalValues&timerel=after&timeAt=2026-01-02T00%3A00%3A00Z`)
      .reply(
        200,
        part([
          [2, '2026-01-02T00:00:00Z'],
          [3, '2026-01-03T00:00:00Z'],
        ]),
      )
    const { series } = await (await cityOf('stellio')).history(Container).get(containerId(1))
    expect(series.fillingLevel?.map(({ value }) => value)).toEqual([1, 2, 3])
  })

  test('the order is that of time, not of texts, and equal values of one instant all come', async () => {
    nock(host)
      .get(`${path}?options=temporalValues`)
      .reply(200, {
        id: containerId(1),
        type: 'Container',
        fillingLevel: {
          type: 'Property',
          values: [
            [2, '2026-01-01T00:00:00.5Z'],
            [1, '2026-01-01T00:00:00Z'],
            [1, '2026-01-01T00:00:00Z'],
          ],
        },
      })
    const { series } = await (await cityOf('stellio')).history(Container).get(containerId(1))
    expect(series.fillingLevel?.map(({ value }) => value)).toEqual([1, 1, 2])
  })

  test('more at one instant than the broker gives at once: it goes on behind that instant', async () => {
    const part = (...pairs: readonly (readonly [number, string])[]): object => ({
      id: containerId(1),
      type: 'Container',
      fillingLevel: { type: 'Property', values: pairs },
    })
    const noon = '2026-01-01T12:00:00Z'
    const cut = { 'Content-Range': `date-time ${noon}-${noon}/*` }
    nock(host)
      .get(`${path}?options=temporalValues`)
      .reply(206, part([1, noon], [2, noon]), cut)
    const later = (time: string): string =>
      `${path}?options=temporalValues&timerel=after&timeAt=${encodeURIComponent(time)}`
    nock(host)
      .get(later(noon))
      .reply(206, part([1, noon], [2, noon]), cut)
    nock(host)
      .get(later('2026-01-01T12:00:00.000001Z'))
      .reply(200, part([3, '2026-01-01T13:00:00Z']))
    const { series } = await (await cityOf('stellio')).history(Container).get(containerId(1))
    expect(series.fillingLevel?.map(({ value }) => value)).toEqual([1, 2, 3])
  })

  test.each([
    ['no range', {}],
    [
      'a range that does not move',
      { 'Content-Range': 'date-time 2025-01-01T00:00:00Z-2025-01-01T00:00:00Z/*' },
    ],
    ['a range without a time', { 'Content-Range': 'bytes 0-10/20' }],
  ])('a part with %s is an error, not a short history', async (_what, headers) => {
    nock(host)
      .get((uri) => uri.startsWith(path))
      .times(5)
      .reply(206, { id: containerId(1), type: 'Container' }, headers)
    const error = await (await cityOf('stellio'))
      .history(Container)
      .get(containerId(1))
      .catch((e: unknown) => e)
    nock.cleanAll()
    expect(isUnsupportedError(error)).toBe(true)
    expect(String(error)).toContain('read shorter windows')
  })

  test('Mintaka’s range has no zone, and no seconds where they are zero', async () => {
    const part = (value: number, at: string): object => ({
      id: containerId(1),
      type: 'Container',
      fillingLevel: { type: 'Property', values: [[value, at]] },
    })
    nock(host).get(`${path}?options=temporalValues`).reply(206, part(1, '2026-01-01T12:00:00Z'), {
      'Content-Range': 'date-time 1970-01-01T00:00-2026-01-01T12:00/*',
    })
    nock(host)
      .get(`${path}?options=temporalValues&timerel=after&timeAt=2026-01-01T12%3A00%3A00Z`)
      .reply(200, part(2, '2026-01-01T13:00:00Z'))
    const { series } = await (await cityOf('stellio')).history(Container).get(containerId(1))
    expect(series.fillingLevel?.map(({ value }) => value)).toEqual([1, 2])
  })

  test('of many entities: conditions, a window, page by page; a page that is cut is read one by one', async () => {
    const entity = (n: number): object => ({
      id: containerId(n),
      type: 'Container',
      fillingLevel: { type: 'Property', values: [[n, '2026-01-01T00:00:00Z']] },
    })
    const asked =
      '/ngsi-ld/v1/temporal/entities?q=fillingLevel%3E0.5&type=Container&options=temporalValues&timerel=after&timeAt=1970-01-01T00%3A00%3A00Z&limit=100'
    nock(host)
      .get(`${asked}&count=true`)
      .reply(
        200,
        Array.from({ length: 100 }, (_, n) => entity(n)),
      )
    nock(host)
      .get(`${asked}&offset=100&count=true`)
      .reply(206, [entity(1)], { 'Content-Range': 'date-time 2026-01-01T00:00:00Z-2026-01-02T00:00:00Z/*' })
    nock(host).get(`${path}?options=temporalValues`).reply(200, entity(1))
    const found = []
    const city = await cityOf('stellio')
    for await (const history of city
      .history(Container)
      .find({ where: (one) => one.where('fillingLevel', '>', 0.5) }))
      found.push(history.series.fillingLevel?.[0]?.value)
    expect(found).toHaveLength(101)
    expect(found.at(-1)).toBe(1)
  })

  test('lastN cut by the broker: what is still missing is asked, of the attributes that lack it', async () => {
    const part = (attributes: object): object => ({ id: containerId(1), type: 'Container', ...attributes })
    const values = (...days: number[]): object => ({
      type: 'Property',
      values: days.map((day) => [day, `2026-01-0${day}T00:00:00Z`]),
    })
    nock(host)
      .get(`${path}?attrs=fillingLevel,name&options=temporalValues&lastN=3`)
      .reply(206, part({ fillingLevel: values(8, 9), name: values(7, 8, 9) }), {
        'Content-Range': 'date-time 2026-01-09T00:00:00Z-2026-01-07T00:00:00Z/3',
      })
    nock(host)
      .get(
        `${path}?attrs=fillingLevel&options=temporalValues&timerel=before&timeAt=2026-01-07T00%3A00%3A00Z&lastN=3`,
      )
      .reply(200, part({ fillingLevel: values(3, 4, 5) }))
    const { series } = await (await cityOf('stellio'))
      .history(Container)
      .get(containerId(1), { lastN: 3, pick: ['fillingLevel', 'name'] })
    expect(series.fillingLevel?.map(({ value }) => value)).toEqual([5, 8, 9])
    expect(series.name).toHaveLength(3)
  })

  test('what is too long for a URL goes by POST, the window in temporalQ', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => containerId(`a-rather-long-name-of-a-container-${n}`))
    nock(host)
      .post('/ngsi-ld/v1/temporal/entityOperations/query?options=aggregatedValues&limit=100&count=true', {
        type: 'Query',
        entities: [{ type: 'Container', id: ids }],
        attrs: ['fillingLevel'],
        temporalQ: {
          timerel: 'between',
          timeAt: '2026-01-01T00:00:00Z',
          endTimeAt: '2026-02-01T00:00:00Z',
          aggrMethods: 'avg,max',
          aggrPeriodDuration: 'P1D',
        },
      } as never)
      .reply(200, [], { 'NGSILD-Results-Count': '0' })
    const window = { after: '2026-01-01T00:00:00Z', before: '2026-02-01T00:00:00Z' }
    const found = (await cityOf('stellio'))
      .history(Container)
      .aggregateEach(['avg', 'max'], 'P1D', { ...window, ids, pick: ['fillingLevel'] })
    for await (const one of found) expect(one).toBeUndefined()
  })

  test('a count that is none does not end it: negative, or less than what came', async () => {
    const asked =
      '/ngsi-ld/v1/temporal/entities?type=Container&options=temporalValues&timerel=after&timeAt=1970-01-01T00%3A00%3A00Z&limit=100'
    const page = (from: number, count: number): readonly object[] =>
      Array.from({ length: count }, (_, n) => ({ id: containerId(from + n), type: 'Container' }))
    for (const count of ['-2', '7']) {
      const headers = { 'NGSILD-Results-Count': count }
      nock(host).get(`${asked}&count=true`).reply(200, page(0, 100), headers)
      nock(host).get(`${asked}&offset=100&count=true`).reply(200, page(100, 3), headers)
      const found = []
      for await (const { id } of (await cityOf('stellio')).history(Container).find()) found.push(id)
      expect(new Set(found).size).toBe(103)
    }
  })

  test('a page shorter than asked is not the end when the count says more', async () => {
    const asked =
      '/ngsi-ld/v1/temporal/entities?type=Container&options=temporalValues&timerel=after&timeAt=1970-01-01T00%3A00%3A00Z&limit=100'
    const entity = (n: number): object => ({ id: containerId(n), type: 'Container' })
    const total = { 'NGSILD-Results-Count': '2' }
    nock(host)
      .get(`${asked}&count=true`)
      .reply(200, [entity(1)], total)
    nock(host)
      .get(`${asked}&offset=1&count=true`)
      .reply(200, [entity(2)], total)
    const found = []
    for await (const { id } of (await cityOf('stellio')).history(Container).find()) found.push(id)
    expect(found).toEqual([containerId(1), containerId(2)])
  })

  test('one instance: changed, deleted; one attribute: deleted', async () => {
    const instance = `${path}/attrs/fillingLevel/urn%3Ai%3A1`
    nock(host).patch(instance, { type: 'Property', value: 0.3 }).reply(204)
    nock(host).delete(instance).reply(204)
    nock(host).delete(`${path}/attrs/fillingLevel?datasetId=urn%3Ad%3A1`).reply(204)
    nock(host).delete(`${path}/attrs/fillingLevel?deleteAll=true`).reply(204)
    nock(host).delete(path).reply(204)
    const history = (await cityOf('stellio')).history(Container)
    await history.modify(containerId(1), 'fillingLevel', 'urn:i:1', 0.3)
    await history.deleteInstance(containerId(1), 'fillingLevel', 'urn:i:1')
    await history.deleteAttribute(containerId(1), 'fillingLevel', { datasetId: 'urn:d:1' })
    await history.deleteAttribute(containerId(1), 'fillingLevel', { all: true })
    await history.delete(containerId(1))
  })

  test('values are added once: a POST that got no answer is not repeated', async () => {
    nock(host)
      .post('/ngsi-ld/v1/temporal/entities', {
        id: containerId(1),
        type: 'Container',
        fillingLevel: [{ type: 'Property', value: 0.3, observedAt: '2026-01-01T00:00:00Z' }],
      })
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    const city = await connected(host, { dialect: 'stellio', retry: { minDelayMs: 1 } })
    const fillingLevel = [property(0.3, { observedAt: '2026-01-01T00:00:00Z' })]
    await expect(city.history(Container).append({ id: containerId(1), fillingLevel })).rejects.toThrow(
      'reset',
    )
  })

  test('aggregates', async () => {
    nock(host)
      .get(`${path}?options=aggregatedValues&aggrMethods=avg,max&aggrPeriodDuration=P1D`)
      .reply(200, {
        id: containerId(1),
        type: 'Container',
        fillingLevel: {
          type: 'Property',
          avg: [[0.5, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z']],
          max: [[0.9, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z']],
        },
      })
    const got = await (await cityOf('stellio'))
      .history(Container)
      .aggregate(containerId(1), ['avg', 'max'], 'P1D')
    expect(got['fillingLevel']?.max?.[0]).toEqual({
      value: 0.9,
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-02T00:00:00Z',
    })
  })

  test('an instant that is none, and a broker without history', async () => {
    const stellio = await cityOf('stellio')
    const bad = stellio.history(Container).get(containerId(1), { after: 'yesterday' })
    expect(isUsageError(await bad.catch((e: unknown) => e))).toBe(true)
    const city = await connected(host, { dialect: 'stellio', retry: false })
    city.connection.learn('temporal', 'no')
    expect(
      isUnsupportedError(
        await city
          .history(Container)
          .get(containerId(1))
          .catch((e: unknown) => e),
      ),
    ).toBe(true)
  })
})
