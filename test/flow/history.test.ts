import { beforeAll, describe, expect } from 'vitest'
import type { City } from '../../src/connect.js'
import { isBrokerError } from '../../src/errors.js'
import { property } from '../../src/ngsi/attribute.js'
import { Container, containerId } from '../support/container.js'
import { flow } from '../support/flow.js'

const { test, ...broker } = flow()
let city: City
beforeAll(async () => {
  city = await broker.city('history')
})

const at = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()
const series = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => property((from + n) / 1000, { observedAt: at(from + n) }))
const valuesOf = (found: readonly { readonly value: number }[] | undefined): readonly number[] =>
  (found ?? []).map(({ value }) => value * 1000)
const upTo = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, n) => from + n)
const id = containerId('past')

describe('a long history', () => {
  test('comes whole, though the broker gives it in parts', ['temporal'], async () => {
    const history = city.history(Container)
    await history.append({ id, fillingLevel: series(0, 100), name: property('x', { observedAt: at(5) }) })
    expect(valuesOf((await history.get(id)).series.fillingLevel)).toEqual(upTo(0, 100))
    const some = { after: at(10), before: at(60), pick: ['fillingLevel'] } as const
    expect(valuesOf((await history.get(id, some)).series.fillingLevel)).toEqual(upTo(10, 60))
  })
  test(
    'the newest so many: as many as there are, oldest first, of each attribute',
    ['temporal'],
    async () => {
      const { series: found } = await city.history(Container).get(id, { lastN: 70 })
      expect(valuesOf(found.fillingLevel)).toEqual(upTo(30, 100))
      expect(found.name).toEqual([{ value: 'x', at: expect.stringMatching(/^2026-01-01T00:05:00/) }])
      const picked = await city
        .history(Container)
        .get(id, { lastN: 70, pick: ['fillingLevel'], before: at(50) })
      expect(valuesOf(picked.series.fillingLevel)).toEqual(upTo(0, 50))
    },
  )
  test('of many entities, each whole', ['temporal'], async () => {
    const other = containerId('past2')
    await city.history(Container).append({ id: other, fillingLevel: series(0, 40) })
    const found = new Map<string, number>()
    for await (const one of city.history(Container).find({ ids: [id, other] }))
      found.set(one.id, one.series.fillingLevel?.length ?? 0)
    expect(Object.fromEntries(found)).toEqual({ [id]: 100, [other]: 40 })
  })
  test('aggregates, of one and of each', ['temporal'], async () => {
    const window = { after: at(0), before: at(60), pick: ['fillingLevel'] } as const
    const one = await city.history(Container).aggregate(id, ['max', 'totalCount'], 'PT30M', window)
    expect(one['fillingLevel']?.max?.map(({ value }) => value)).toEqual([0.029, 0.059])
    const all: Record<string, unknown> = {}
    for await (const { id: whose, aggregates } of city
      .history(Container)
      .aggregateEach(['totalCount'], 'PT0S', window))
      all[whose] = aggregates['fillingLevel']?.totalCount?.[0]?.value
    expect(all).toMatchObject({ [id]: 60, [containerId('past2')]: 40 })
  })
})

describe('one instance', () => {
  test('is found by its instanceId, changed and deleted; the others stay', ['temporal'], async () => {
    const history = city.history(Container)
    const three = containerId('three')
    await history.append({
      id: three,
      fillingLevel: series(0, 3),
      name: property('x', { observedAt: at(1) }),
    })
    const instances = async () => (await history.instances(three)).fillingLevel ?? []
    const [, second, third] = (await instances()).map(({ instanceId }) => String(instanceId))
    await history.modify(three, 'fillingLevel', second ?? '', property(0.9, { observedAt: at(1) }))
    await history.deleteInstance(three, 'fillingLevel', third ?? '')
    expect((await instances()).map(({ value }) => value)).toEqual([0, 0.9])
    await history.deleteAttribute(three, 'fillingLevel')
    const left = (await history.get(three)).series
    expect(left.name?.map(({ value }) => value)).toEqual(['x'])
    await history.delete(three)
    const gone = await history.get(three).catch((e: unknown) => e)
    expect(isBrokerError(gone, 'ResourceNotFound')).toBe(true)
  })
  test('of several datasets: each value says which', ['temporal'], async () => {
    const two = containerId('two')
    await city.history(Container).append({
      id: two,
      fillingLevel: [
        property(0.1, { observedAt: at(1) }),
        property(0.1, { observedAt: at(1), datasetId: 'urn:d:radar' }),
      ],
    })
    const { series: found } = await city.history(Container).get(two)
    expect(found.fillingLevel?.map(({ datasetId }) => datasetId)).toEqual(
      expect.arrayContaining([undefined, 'urn:d:radar']),
    )
    expect(found.fillingLevel).toHaveLength(2)
  })
})
