import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, freshBroker, lamp, ld } from './ask.js'

let ask: Ask
beforeEach(async () => {
  ;({ ask } = await freshBroker({ limits: { maxBatch: 5 } }))
})

const ops = '/entityOperations'
const ids = (...numbers: number[]): string[] => numbers.map((number) => `urn:ngsi-ld:Lamp:${number}`)
const kinds = (errors: readonly { error: { type: string } }[]): string[] =>
  errors.map(({ error }) => error.type.replace(/^.*\//, ''))

describe('batch operations (5.6.7 to 5.6.10, 5.6.20)', () => {
  it.each(['create', 'upsert', 'update', 'merge', 'delete'])(
    '%s refuses what is no array of elements',
    async (name) => {
      for (const body of [{}, [], [null], 'x'])
        expect((await ask('POST', `${ops}/${name}`, JSON.stringify(body))).status).toBe(400)
      expect((await ask('POST', `${ops}/${name}`, '{')).status).toBe(400)
      expect(
        (
          await ask(
            'POST',
            `${ops}/${name}`,
            Array.from({ length: 6 }, (_, n) => lamp(n)),
          )
        ).status,
      ).toBe(413)
    },
  )

  it('create answers 201 with the ids, or 207 with what failed', async () => {
    const all = await ask('POST', `${ops}/create`, [lamp(1), lamp(2)])
    expect([all.status, all.body]).toEqual([201, ids(1, 2)])
    const some = await ask('POST', `${ops}/create`, [
      lamp(2),
      lamp(3),
      lamp(3),
      { ...lamp(4), power: null },
      { type: 'Lamp' },
    ])
    expect([some.status, some.body.success]).toEqual([207, ids(3)])
    expect(some.body.errors.map(({ entityId }: { entityId: string }) => entityId)).toEqual([
      ...ids(2, 3, 4),
      '',
    ])
    expect(kinds(some.body.errors)).toEqual([
      'AlreadyExists',
      'AlreadyExists',
      'BadRequestData',
      'BadRequestData',
    ])
    expect(some.headers.get('content-type')).toBe('application/json')
  })

  it('upsert answers 201 with the created ids, 204 when none was', async () => {
    const first = await ask('POST', `${ops}/upsert`, [lamp(1, { extra: 1 })])
    expect([first.status, first.body]).toEqual([201, ids(1)])
    const mixed = await ask('POST', `${ops}/upsert?options=update`, [lamp(1), lamp(2)])
    expect([mixed.status, mixed.body]).toEqual([201, ids(2)])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1?options=keyValues')).body).toMatchObject({
      extra: 1,
    })
    const replaced = await ask('POST', `${ops}/upsert`, [lamp(1)])
    expect([replaced.status, replaced.body]).toEqual([204, undefined])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body).toEqual(lamp(1))
  })

  it('upsert lets the later of two elements with one id win', async () => {
    await ask('POST', `${ops}/upsert`, [lamp(1), lamp(1, { power: { type: 'Property', value: 9 } })])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body.power.value).toBe(9)
  })

  it('update appends and overwrites; with noOverwrite it reports elements with existing attributes', async () => {
    await ask('POST', `${ops}/create`, [lamp(1), lamp(2)])
    const some = await ask('POST', `${ops}/update`, [lamp(1, { a: 1 }), lamp(3)])
    expect([some.status, some.body.success, kinds(some.body.errors)]).toEqual([
      207,
      ids(1),
      ['ResourceNotFound'],
    ])
    const kept = await ask('POST', `${ops}/update?options=noOverwrite`, [lamp(2, { power: 9, b: 1 })])
    expect([kept.status, kept.body.success, kinds(kept.body.errors)]).toEqual([207, [], ['BadRequestData']])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:2?options=keyValues')).body).toMatchObject({
      power: 2,
      b: 1,
    })
    expect((await ask('POST', `${ops}/update`, [lamp(1, { a: 2 })])).status).toBe(204)
  })

  it('merge merges, delete deletes, both report unknown entities', async () => {
    await ask('POST', `${ops}/create`, [lamp(1, { v: { value: { a: 1 } } })])
    const merged = await ask('POST', `${ops}/merge`, [{ id: ids(1)[0], v: { value: { b: 2 } } }, lamp(2)])
    expect([merged.status, kinds(merged.body.errors)]).toEqual([207, ['ResourceNotFound']])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body.v.value).toEqual({ a: 1, b: 2 })
    const deleted = await ask('POST', `${ops}/delete`, [...ids(1), ...ids(1), 'nouri'])
    expect([deleted.status, deleted.body.success, kinds(deleted.body.errors)]).toEqual([
      207,
      ids(1),
      ['ResourceNotFound', 'BadRequestData'],
    ])
    await ask('POST', `${ops}/create`, [lamp(1)])
    expect((await ask('POST', `${ops}/delete`, ids(1), ld)).status).toBe(204)
  })

  it('takes the context of each element, and fails only elements without a usable one', async () => {
    const answer = await ask(
      'POST',
      `${ops}/create`,
      [
        { ...lamp(1), '@context': { power: 'https://x/p' } },
        lamp(2),
        { ...lamp(3), '@context': 'http://127.0.0.1:1/none' },
        { ...lamp(4), '@context': 7 },
      ],
      ld,
    )
    expect([answer.status, answer.body.success]).toEqual([207, ids(1)])
    expect(kinds(answer.body.errors)).toEqual(['BadRequestData', 'LdContextNotAvailable', 'BadRequestData'])
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).body).toHaveProperty(['https://x/p'])
    const plain = await ask('POST', `${ops}/create`, [{ ...lamp(5), '@context': {} }])
    expect([plain.status, kinds(plain.body.errors)]).toEqual([207, ['BadRequestData']])
    const link = { ...ld, Link: '<https://x/c>; rel="http://www.w3.org/ns/json-ld#context"' }
    expect((await ask('POST', `${ops}/create`, [lamp(6)], link)).status).toBe(400)
  })

  it('gives all entities of a batch the same modifiedAt', async () => {
    await ask('POST', `${ops}/create`, [lamp(1), lamp(2)])
    const { body } = await ask('GET', '/entities?type=Lamp&options=sysAttrs')
    expect(body[0].modifiedAt).toBe(body[1].modifiedAt)
  })
})

describe('POST query (5.7.2, 6.23)', () => {
  beforeEach(async () => {
    await ask('POST', `${ops}/create`, [lamp(1), lamp(2), lamp(3, { type: 'Pole' })])
  })
  const query = `${ops}/query`

  it('finds by selectors, q, pick, and pages', async () => {
    const entities = [
      { type: 'Lamp', id: ids(1, 3) },
      { type: 'Pole', idPattern: ':3$' },
    ]
    expect(
      (await ask('POST', query, { type: 'Query', entities })).body.map(({ id }: { id: string }) => id),
    ).toEqual(ids(1, 3))
    const paged = await ask('POST', `${query}?limit=1&count=true&format=simplified`, {
      type: 'Query',
      entities: [{ type: 'Lamp' }],
      pick: ['power'],
    })
    expect([paged.body, paged.headers.get('ngsild-results-count')]).toEqual([[{ power: 1 }], '2'])
    expect((await ask('POST', query, { type: 'Query', q: 'power>2' })).body).toHaveLength(1)
  })

  it.each([
    [{}],
    [{ type: 'Query' }],
    [{ type: 'Query', entities: [] }],
    [{ type: 'Query', entities: [{ id: 'urn:a:b' }] }],
    [{ type: 'Query', entities: [{ type: 'Lamp' }], attrs: [] }],
    [{ type: 'Query', entities: [{ type: 'Lamp' }], joinLevel: 0 }],
    [{ type: 'Query', entities: [{ type: 'Lamp' }], q: 'power>' }],
    [{ type: 'Query', entities: [{ type: 'Lamp' }], geoQ: { georel: 'near' } }],
  ])('refuses %j', async (body) => {
    expect((await ask('POST', query, body)).status).toBe(400)
  })
})
