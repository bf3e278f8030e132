import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, freshBroker, lamp } from './ask.js'

let ask: Ask
beforeEach(async () => {
  ;({ ask } = await freshBroker())
})

const at = (hour: number): string => `2026-01-01T${String(hour).padStart(2, '0')}:00:00Z`
const one = '/temporal/entities/urn:ngsi-ld:Lamp:1'
const series = (hours: readonly number[]): unknown[] =>
  hours.map((hour) => ({ type: 'Property', value: hour, observedAt: at(hour) }))
const provide = (hours: readonly number[], members: object = {}) =>
  ask('POST', '/temporal/entities', {
    id: 'urn:ngsi-ld:Lamp:1',
    type: 'Lamp',
    power: series(hours),
    ...members,
  })
const values = (body: { power: { value: unknown }[] }): unknown[] => body.power.map(({ value }) => value)

describe('temporal writes (5.6.11 to 5.6.16)', () => {
  it('create, then append; the newest instance is the current value', async () => {
    const created = await provide([1, 2])
    expect([created.status, created.headers.get('location')]).toEqual([201, `/ngsi-ld/v1${one}`])
    expect((await provide([3])).status).toBe(204)
    expect((await provide([0])).status).toBe(204)
    expect(values((await ask('GET', one)).body)).toEqual([0, 1, 2, 3])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body.power).toEqual({
      type: 'Property',
      value: 3,
      observedAt: at(3),
    })
    expect((await ask('POST', `${one}/attrs`, { power: { value: 4, observedAt: at(4) } })).status).toBe(204)
    expect((await ask('POST', '/temporal/entities/urn:a:b/attrs', { power: 1 })).status).toBe(404)
  })

  it('replace an instance with the same observedAt and datasetId', async () => {
    await provide([1, 2])
    await ask('POST', `${one}/attrs`, { power: { value: 9, observedAt: at(2) } })
    expect(values((await ask('GET', one)).body)).toEqual([1, 9])
  })

  it('update and delete one instance, an attribute, an entity', async () => {
    await provide([1, 2, 3])
    const [first, second] = (await ask('GET', one)).body.power
    const path = `${one}/attrs/power`
    expect(
      (await ask('PATCH', `${path}/${first.instanceId}`, { type: 'Property', value: 129, observedAt: at(1) }))
        .status,
    ).toBe(204)
    expect(
      (await ask('PATCH', `${path}/${second.instanceId}`, { power: [{ value: 130, observedAt: at(2) }] }))
        .status,
    ).toBe(204)
    expect(values((await ask('GET', one)).body)).toEqual([129, 130, 3])
    expect((await ask('DELETE', `${path}/${second.instanceId}`)).status).toBe(204)
    expect((await ask('DELETE', `${path}/${second.instanceId}`)).status).toBe(404)
    expect((await ask('DELETE', `${path}/nouri`)).status).toBe(400)
    expect((await ask('DELETE', path)).status).toBe(204)
    expect((await ask('DELETE', path)).status).toBe(404)
    expect((await ask('DELETE', one)).status).toBe(204)
    expect((await ask('GET', one)).status).toBe(404)
  })

  it('come from the core API too, deletions included', async () => {
    await ask('POST', '/entities', lamp(1, { scope: '/a' }))
    await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1/attrs', { power: { value: 2, observedAt: at(2) } })
    await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:1/attrs/power')
    await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:1/attrs/scope')
    const deleted = (
      await ask('GET', `${one}?timeproperty=deletedAt&timerel=after&timeAt=2020-01-01T00:00:00Z`)
    ).body
    expect(deleted).toMatchObject({
      power: [{ value: 'urn:ngsi-ld:null', deletedAt: expect.any(String) }],
      scope: [{ type: 'Property', value: [], deletedAt: expect.any(String) }],
    })
    await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:1')
    expect((await ask('GET', `${one}?options=sysAttrs`)).body).toHaveProperty('deletedAt')
  })
})

describe('temporal reads (5.7.3, 5.7.4)', () => {
  beforeEach(async () => {
    await provide([1, 2, 3, 4, 5], {
      name: [{ languageMap: { nl: 'a' }, observedAt: at(1) }],
      link: { object: 'urn:a:b', observedAt: at(2) },
    })
  })

  it.each([
    [`timerel=before&timeAt=${at(3)}`, [1, 2]],
    [`timerel=after&timeAt=${at(3)}`, [3, 4, 5]],
    [`timerel=between&timeAt=${at(2)}&endTimeAt=${at(4)}`, [2, 3]],
    ['lastN=2', [4, 5]],
    [`timerel=before&timeAt=${at(4)}&lastN=1`, [3]],
  ])('%s', async (query, expected) => {
    expect(values((await ask('GET', `${one}?${query}`)).body)).toEqual(expected)
  })

  it.each([
    'timerel=before',
    `timeAt=${at(1)}`,
    `timerel=between&timeAt=${at(1)}`,
    `timerel=after&timeAt=${at(1)}&endTimeAt=${at(2)}`,
    `timerel=around&timeAt=${at(1)}`,
    'timerel=after&timeAt=yesterday',
    'lastN=0',
    'timeproperty=now',
    'format=aggregatedValues',
    'format=aggregatedValues&aggrMethods=median',
    'format=aggregatedValues&aggrMethods=sum&aggrPeriodDuration=1h',
    `format=aggregatedValues&aggrMethods=sum&aggrPeriodDuration=P${'9'.repeat(400)}Y`,
  ])('refuses %s', async (query) => {
    expect((await ask('GET', `${one}?${query}`)).status).toBe(400)
  })

  it('gives temporalValues', async () => {
    expect((await ask('GET', `${one}?format=temporalValues&lastN=2`)).body).toEqual({
      id: 'urn:ngsi-ld:Lamp:1',
      type: 'Lamp',
      power: {
        type: 'Property',
        values: [
          [4, at(4)],
          [5, at(5)],
        ],
      },
      name: { type: 'LanguageProperty', languageMaps: [[{ languageMap: { nl: 'a' } }, at(1)]] },
      link: { type: 'Relationship', objects: [['urn:a:b', at(2)]] },
    })
  })

  it.each([
    ['2020-01-01T00:00:00,25Z', 'PT0S', '2020-01-01T00:00:00.250Z', at(5)],
    ['2020-01-01T00:00:00Z', 'P999999999Y', '2020-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['2020-01-01T00:00:00Z', 'PT99999999999999999S', '2020-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z'],
    ['2016-12-31T23:59:60Z', 'PT0S', '2017-01-01T00:00:00Z', at(5)],
  ])('aggregates after %s over %s', async (timeAt, period, start, end) => {
    const query = `timerel=after&timeAt=${timeAt}&format=aggregatedValues&aggrMethods=totalCount&aggrPeriodDuration=${period}&attrs=power`
    const { status, body } = await ask('GET', `${one}?${query}`)
    expect(status).toBe(200)
    expect(body.power.totalCount).toEqual([[5, start, end]])
  })

  it('gives aggregatedValues over periods that hold data', async () => {
    const query = `timerel=after&timeAt=${at(0)}&format=aggregatedValues&aggrMethods=sum,avg,min,max,totalCount&aggrPeriodDuration=PT3H&attrs=power`
    expect((await ask('GET', `${one}?${query}`)).body.power).toEqual({
      type: 'Property',
      sum: [
        [3, at(0), at(3)],
        [12, at(3), at(6)],
      ],
      avg: [
        [1.5, at(0), at(3)],
        [4, at(3), at(6)],
      ],
      min: [
        [1, at(0), at(3)],
        [3, at(3), at(6)],
      ],
      max: [
        [2, at(0), at(3)],
        [5, at(3), at(6)],
      ],
      totalCount: [
        [2, at(0), at(3)],
        [3, at(3), at(6)],
      ],
    })
    const whole = await ask('GET', `${one}?format=aggregatedValues&aggrMethods=stddev&attrs=power`)
    expect(whole.body.power.stddev).toEqual([[Math.SQRT2, at(1), at(5)]])
    const wrong = await ask('GET', `${one}?format=aggregatedValues&aggrMethods=sum&attrs=link`)
    expect([wrong.status, wrong.body.type]).toEqual([400, expect.stringContaining('InvalidRequest')])
  })

  it('queries by instances in the window only', async () => {
    await ask('POST', '/temporal/entities', { id: 'urn:ngsi-ld:Lamp:2', type: 'Lamp', power: series([1]) })
    const ids = async (query: string): Promise<string[]> =>
      (await ask('GET', `/temporal/entities?type=Lamp&${query}`)).body.map(({ id }: { id: string }) =>
        id.slice(-1),
      )
    expect(await ids(`timerel=before&timeAt=${at(9)}&q=power>3`)).toEqual(['1'])
    expect(await ids(`timerel=before&timeAt=${at(3)}&q=power>3`)).toEqual([])
    expect(await ids(`timerel=after&timeAt=${at(2)}`)).toEqual(['1'])
    expect((await ask('GET', '/temporal/entities?type=Lamp')).status).toBe(400)
    expect((await ask('GET', `/temporal/entities?timerel=after&timeAt=${at(0)}`)).status).toBe(400)
    const posted = await ask('POST', '/temporal/entityOperations/query', {
      type: 'Query',
      entities: [{ type: 'Lamp' }],
      temporalQ: { timerel: 'after', timeAt: at(4) },
    })
    expect(values(posted.body[0])).toEqual([4, 5])
    expect(
      (await ask('POST', '/temporal/entityOperations/query', { type: 'Query', entities: [{ type: 'Lamp' }] }))
        .status,
    ).toBe(400)
    expect(
      (
        await ask('POST', '/entityOperations/query', {
          type: 'Query',
          entities: [{ type: 'Lamp' }],
          temporalQ: {},
        })
      ).status,
    ).toBe(400)
  })
})

describe('long histories (6.3.10)', () => {
  const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString().replace('.000', '')
  beforeEach(async () => {
    const power = Array.from({ length: 50 }, (_, n) => ({
      type: 'Property',
      value: n,
      observedAt: minute(n),
    }))
    await ask('POST', '/temporal/entities', { id: 'urn:ngsi-ld:Lamp:1', type: 'Lamp', power })
  })

  it('are cut at the limit with 206 and Content-Range', async () => {
    const first = await ask('GET', `${one}?timerel=after&timeAt=${minute(0)}`)
    expect([first.status, first.headers.get('content-range'), first.body.power.length]).toEqual([
      206,
      `date-time ${minute(0)}-${minute(29)}/*`,
      30,
    ])
    const last = await ask('GET', `${one}?timerel=before&timeAt=${minute(50)}&lastN=40`)
    expect([last.status, last.headers.get('content-range')]).toEqual([
      206,
      `date-time ${minute(50)}-${minute(20)}/40`,
    ])
    expect((await ask('GET', `${one}?lastN=30`)).status).toBe(200)
  })
})

it('keeps at most the given number of instances, and none with 0', async () => {
  const small = await freshBroker({ history: 2 })
  for (const power of [1, 2, 3]) await small.ask('POST', '/entityOperations/upsert', [lamp(1, { power })])
  expect(values((await small.ask('GET', one)).body)).toEqual([2, 3])
  const off = await freshBroker({ history: 0 })
  await off.ask('POST', '/entities', lamp(1))
  expect((await off.ask('GET', one)).status).toBe(404)
})

it('drops what is older than historyDays when something newer comes, but never the current value', async () => {
  const { ask } = await freshBroker({ historyDays: 0.05 / 86_400 })
  const values = async (): Promise<number[]> =>
    [(await ask('GET', '/temporal/entities/urn:ngsi-ld:Lamp:1')).body.power]
      .flat()
      .map(({ value }: { value: number }) => value)
  await ask('POST', '/entities', lamp(1))
  await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1/attrs', { power: { value: 2 } })
  await new Promise((resolve) => setTimeout(resolve, 80))
  expect((await values()).at(-1)).toBe(2)
  await ask('PATCH', '/entities/urn:ngsi-ld:Lamp:1/attrs', { power: { value: 3 } })
  expect(await values()).toEqual([3])
})
