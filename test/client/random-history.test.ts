import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { type City, connect } from '../../src/connect.js'
import { property } from '../../src/ngsi/attribute.js'
import { Container, containerId } from '../support/container.js'

let broker: Awaited<ReturnType<typeof startBroker>>
let city: City
beforeAll(async () => {
  broker = await startBroker({ port: 0 })
  city = await connect(broker.url)
})
afterAll(async () => {
  await city.close()
  await broker.close()
})

interface Value {
  readonly value: number
  readonly at: string
  readonly datasetId?: string | undefined
}

/** Instants close together, some written with fractions: their order as texts is not their order in time. */
const instants = Array.from({ length: 60 }, (_, n) => {
  const second = String(Math.floor(n / 3)).padStart(2, '0')
  return `2026-01-01T00:00:${second}${['Z', '.25Z', '.500001Z'][n % 3]}`
})
/** Milliseconds and what is left of them, so that no text is compared. */
const timeOf = (at: string): number =>
  Date.parse(`${at.slice(0, 19)}Z`) + Number(`0${at.slice(19, -1)}`) * 1000
const value = fc.record({
  value: fc.nat({ max: 3 }),
  at: fc.constantFrom(...instants),
  datasetId: fc.option(fc.constant('urn:d:1'), { nil: undefined, freq: 4 }),
})
/** Many at one instant: more than the broker gives in one part. */
const burst = fc
  .tuple(fc.constantFrom(...instants), fc.integer({ min: 25, max: 70 }))
  .map(([at, count]): readonly Value[] =>
    Array.from({ length: count }, (_, n) => ({ value: n, at, datasetId: `urn:d:${n}` })),
  )
const series = fc
  .tuple(
    fc.array(value, { maxLength: 90 }),
    fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: burst }),
  )
  .map((parts): readonly Value[] => {
    // Of one dataset, a broker keeps one value per instant.
    const kept = new Map(parts.flat().map((one) => [`${one.at} ${one.datasetId}`, one]))
    return [...kept.values()]
  })
const bound = fc.option(fc.constantFrom(...instants), { nil: undefined })
const window = fc.record({
  after: bound,
  before: bound,
  lastN: fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined, freq: 2 }),
})

const written = (values: readonly Value[]) =>
  values.map(({ value: content, at, datasetId }) => property(content, { observedAt: at, datasetId }))
const told = ({ value: content, at, datasetId }: Value): string =>
  `${timeOf(at)} ${datasetId ?? ''} ${content}`
const expected = (values: readonly Value[], after: string | undefined, before: string | undefined) =>
  values
    .filter(
      ({ at }) =>
        (after === undefined || timeOf(at) >= timeOf(after)) &&
        (before === undefined || timeOf(at) < timeOf(before)),
    )
    .map(told)

/** With lastN, which of several values of the oldest instant come is free; all later ones must. */
const expectNewest = (found: readonly string[], all: readonly string[], lastN: number | undefined): void => {
  const timeIn = (text: string): number => Number(text.split(' ')[0])
  const wanted = [...all].sort((a, b) => timeIn(a) - timeIn(b)).slice(lastN === undefined ? 0 : -lastN)
  expect(found.map(timeIn)).toEqual(wanted.map(timeIn))
  const oldest = lastN === undefined ? Number.NEGATIVE_INFINITY : timeIn(wanted[0] ?? '0')
  const later = (list: readonly string[]): string[] => list.filter((text) => timeIn(text) > oldest).sort()
  expect(later(found)).toEqual(later(wanted))
  const left = [...all]
  for (const text of found)
    expect(left.splice(left.indexOf(text), left.includes(text) ? 1 : 0)).toEqual([text])
}

test('what comes out is what happened in the window, in the order of time, however the broker cuts it', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(series, series, window, async (levels, numbers, { after, before, lastN }) => {
      const id = containerId(`r${n++}`)
      const filled = {
        fillingLevel: written([{ value: 9, at: '2025-01-01T00:00:00Z' }, ...levels]),
        ...(numbers.length > 0 ? { serialNumber: written(numbers) } : {}),
      }
      await city.history(Container).append({ id, ...filled } as never)
      const all = {
        fillingLevel: expected([{ value: 9, at: '2025-01-01T00:00:00Z' }, ...levels], after, before),
        serialNumber: expected(numbers, after, before),
      }
      const got = await city.history(Container).get(id, { after, before, lastN })
      const many = []
      for await (const one of city.history(Container).find({ after, before, lastN, ids: [id] }))
        many.push(one)
      const single = await city.history(Container).instances(id, { after, before, lastN })
      expect(many).toEqual(Object.keys(got.series).length > 0 ? [got] : [])
      for (const name of ['fillingLevel', 'serialNumber'] as const) {
        const found = (got.series[name] ?? []) as readonly Value[]
        expectNewest(found.map(told), all[name], lastN)
        const instances = (single[name] ?? []) as readonly {
          value: number
          observedAt: string
          datasetId?: string
        }[]
        expectNewest(
          instances.map(({ observedAt, ...rest }) => told({ at: observedAt, ...rest })),
          all[name],
          lastN,
        )
      }
    }),
    { numRuns: 120 },
  )
}, 30_000)
