import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  compileQuery,
  findCandidates,
  matchingEntities,
  prepareIndexes,
} from '../../src/broker/entity-query.js'
import { createEntityStore } from '../../src/broker/entity-store.js'
import { readParameters } from '../../src/broker/parameters.js'
import { queryFromParameters } from '../../src/broker/query-parameters.js'
import { readQuery } from '../../src/broker/query-request.js'
import { createSortedColumn } from '../../src/broker/sorted-column.js'
import type { StoredEntity } from '../../src/broker/stored-entity.js'
import { coreContext } from '../../src/ngsi/context.js'
import { evaluateGeo } from '../../src/query/geo-evaluate.js'
import { type Ask, freshBroker } from './ask.js'

let ask: Ask
const names = async (query: string): Promise<string[]> => {
  const answer = await ask('GET', `/entities?type=*&limit=100&${query}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.map(({ id }: { id: string }) => id.replace('urn:t:', ''))
}

beforeAll(async () => {
  ;({ ask } = await freshBroker())
  const at = (x: number, y: number): unknown => ({ type: 'Point', coordinates: [x, y] })
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  }
  const entities = [
    {
      id: 'urn:t:a',
      type: 'A',
      scope: '/x/y',
      n: { value: 1, observedAt: '2026-01-01T00:00:00Z', acc: 5 },
      s: 'apple',
      location: at(1, 1),
    },
    {
      id: 'urn:t:b',
      type: ['A', 'B'],
      scope: ['/x', '/z'],
      n: 2,
      s: 'pear',
      location: at(5, 51),
      v: { vocab: 'Male' },
    },
    {
      id: 'urn:t:c',
      type: 'B',
      n: 10,
      s: ['apple', 'fig'],
      when: '2026-05-01T00:00:00Z',
      location: at(5.005, 51),
    },
    { id: 'urn:t:d', type: 'C', n: 'ten', s: 'á', o: { value: { p: { q: 7 } } }, location: square },
    {
      id: 'urn:t:e',
      type: 'C',
      name: { languageMap: { nl: 'brug', en: 'bridge' } },
      in: { object: 'urn:t:a' },
    },
    {
      id: 'urn:t:f',
      type: 'F',
      in: { object: ['urn:t:e', 'urn:t:gone'] },
      flag: true,
      n: [{ value: 7 }, { value: 8, datasetId: 'urn:d:1' }],
    },
  ]
  expect((await ask('POST', '/entityOperations/create', entities)).status).toBe(201)
})

const q = (text: string): string => `q=${encodeURIComponent(text)}`

describe('q over HTTP (4.9)', () => {
  it.each([
    ['n==2', 'b'],
    ['n>1', 'bcf'],
    ['n>=1;n<10', 'abf'],
    ['n==1..2', 'ab'],
    ['n==1,10', 'ac'],
    ['n!=2', 'acdf'],
    ['n==8', 'f'],
    ['s=="apple"', 'ac'],
    ['s~="^p"', 'b'],
    ['s!~="^a"', 'bd'],
    ['when>2026-04-01T00:00:00Z', 'c'],
    ['when==2026-05-01T00:00:00.000Z', 'c'],
    ['n.observedAt<2027-01-01T00:00:00Z', 'a'],
    ['n.acc==5', 'a'],
    ['o[p.q]==7', 'd'],
    ['o[p.x]==7', ''],
    ['name[nl]=="brug"', 'e'],
    ['name=="bridge"', 'e'],
    ['in==urn:t:a', 'e'],
    ['flag==true', 'f'],
    ['flag|o', 'df'],
    ['!n', 'e'],
    ['(n==1|n==2);s=="pear"', 'b'],
    ['missing!=1', ''],
    ['v=="Male"', ''],
  ])('%s finds "%s"', async (text, expected) => {
    expect((await names(q(text))).join('')).toBe(expected)
  })

  it('expands right-hand terms of expandValues', async () => {
    expect(await names(`${q('v==Male')}&expandValues=v`)).toEqual(['b'])
  })

  it('follows links with join', async () => {
    expect(await names(`${q('in{n}==1')}&join=inline`)).toEqual(['e'])
    expect(await names(`${q('in{in{n}}==1')}&join=flat&joinLevel=2`)).toContain('f')
    expect((await ask('GET', `/entities?type=*&${q('in{n}==1')}`)).status).toBe(400)
  })

  it('answers patterns that would run away elsewhere', async () => {
    expect(await names(q('s~="(a+)+$"'))).toEqual([])
  })
})

describe('types, ids, scopes', () => {
  it.each([
    ['A', 'ab'],
    ['A,C', 'abde'],
    ['(A;B)|F', 'bf'],
    ['A;B', 'b'],
  ])('type=%s', async (type, expected) => {
    const { body } = await ask('GET', `/entities?type=${encodeURIComponent(type)}`)
    expect(body.map(({ id }: { id: string }) => id.slice(-1)).join('')).toBe(expected)
  })

  it.each([
    ['/x', 'b'],
    ['/x/#', 'ab'],
    ['/+/y', 'a'],
    ['/x;/z', 'b'],
    ['/#', 'ab'],
  ])('scopeQ=%s', async (scope, expected) => {
    expect((await names(`scopeQ=${scope.replace('#', '%23')}`)).join('')).toBe(expected)
  })

  it.each([
    'id=urn:t:a',
    'idPattern=b$',
    'attrs=when,v',
    'q=n==1',
    'scopeQ=/z',
    'georel=near;maxDistance==1000&geometry=Point&coordinates=[5,51]',
    'orderBy=n;desc',
  ])('holds what is asked beside a type: %s', async (condition) => {
    const ofType = async (type: string) => {
      const answer = await ask('GET', `/entities?type=${type}&limit=1&count=true&${condition}`)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return [answer.body, answer.headers.get('NGSILD-Results-Count')]
    }
    // A type that is written as an expression is tested entity by entity.
    const tested = await ofType('(A;A)')
    expect(await ofType('A')).toEqual(tested)
  })

  it('finds several types by several selectors', async () => {
    const entities = [{ type: 'A' }, { type: 'C', id: 'urn:t:d' }]
    const answer = await ask('POST', '/entityOperations/query', { type: 'Query', entities })
    expect(answer.body.map(({ id }: { id: string }) => id)).toEqual(['urn:t:a', 'urn:t:b', 'urn:t:d'])
  })

  it('lets id win over idPattern', async () => {
    expect(await names('id=urn:t:a,urn:t:zz&idPattern=b')).toEqual(['a'])
    expect(await names('idPattern=%5Eurn:t:%5Bab%5D$')).toEqual(['a', 'b'])
  })
})

describe('geo (4.10)', () => {
  it.each([
    ['georel=near;maxDistance==500&geometry=Point&coordinates=[5,51]', 'bc'],
    ['georel=near;maxDistance==100&geometry=Point&coordinates=[5,51]', 'b'],
    ['georel=near;minDistance==100000&geometry=Point&coordinates=[5,51]', 'ad'],
    ['georel=within&geometry=Polygon&coordinates=[[[0,0],[3,0],[3,3],[0,3],[0,0]]]', 'ad'],
    ['georel=intersects&geometry=Point&coordinates=[1,1]', 'ad'],
    ['georel=contains&geometry=Point&coordinates=[1,1.5]', 'd'],
    ['georel=disjoint&geometry=Polygon&coordinates=[[[0,0],[3,0],[3,3],[0,3],[0,0]]]', 'bc'],
    ['georel=equals&geometry=Point&coordinates=[5,51]', 'b'],
  ])('%s', async (query, expected) => {
    expect((await names(query)).join('')).toBe(expected)
  })
})

describe('order, paging, join', () => {
  it.each([
    ['orderBy=n', 'abfcde'],
    ['orderBy=n;desc', 'edcfba'],
    ['orderBy=type,id;desc', 'bacedf'],
    ['orderBy=location;dist-asc&orderFrom=[5,51]', 'bcdaef'],
  ])('%s', async (query, expected) => {
    expect((await names(query)).join('').slice(0, 2)).toBe(expected.slice(0, 2))
  })

  it('sorts texts by code point without collation, and by language with it', async () => {
    expect((await names('orderBy=s&id=urn:t:b,urn:t:d')).join('')).toBe('bd')
    expect((await names('orderBy=s&collation=und&id=urn:t:b,urn:t:d')).join('')).toBe('db')
  })

  it('pages with links that keep all parameters', async () => {
    const first = await ask('GET', '/entities?type=A,B,C&limit=2&count=true')
    expect(first.headers.get('ngsild-results-count')).toBe('5')
    expect(first.headers.get('link')).toContain(
      '</ngsi-ld/v1/entities?type=A,B,C&count=true&limit=2&offset=2>;rel="next";type="application/json"',
    )
    const middle = await ask('GET', '/entities?type=A,B,C&limit=2&offset=2')
    expect(middle.headers.get('link')).toContain('offset=0>;rel="prev"')
    const last = await ask('GET', '/entities?type=A,B,C&limit=2&offset=4')
    expect([last.body.length, last.headers.get('link')?.includes('next')]).toEqual([1, false])
    expect((await ask('GET', '/entities?type=A&offset=100')).body).toEqual([])
    const none = await ask('GET', '/entities?type=A&limit=0&count=true')
    expect([none.body, none.headers.get('ngsild-results-count')]).toEqual([[], '2'])
  })

  it('shows linked entities inside or after', async () => {
    const inline = await ask('GET', '/entities?type=F&join=inline&joinLevel=2&pick=id,in%7Bid,in%7Bid%7D%7D')
    expect(inline.body).toEqual([
      {
        id: 'urn:t:f',
        in: {
          type: 'Relationship',
          object: ['urn:t:e', 'urn:t:gone'],
          entity: [
            { id: 'urn:t:e', in: { type: 'Relationship', object: 'urn:t:a', entity: { id: 'urn:t:a' } } },
          ],
        },
      },
    ])
    const flat = await ask('GET', '/entities/urn:t:f?join=flat&joinLevel=2&format=simplified&pick=id')
    expect(flat.body.map(({ id }: { id: string }) => id)).toEqual(['urn:t:f', 'urn:t:e', 'urn:t:a'])
    const simplified = await ask('GET', '/entities/urn:t:e?join=inline&format=simplified&pick=in')
    expect(simplified.body.in).toMatchObject({ id: 'urn:t:a', n: 1 })
    const dangling = await ask('GET', '/entities/urn:t:a?join=flat')
    expect(dangling.body.id).toBe('urn:t:a')
  })
})

describe('discovery (5.7.5 to 5.7.10)', () => {
  it('lists and describes types and attributes', async () => {
    expect((await ask('GET', '/types')).body).toMatchObject({
      type: 'EntityTypeList',
      typeList: ['A', 'B', 'C', 'F'],
    })
    expect((await ask('GET', '/types?details=true')).body[1]).toEqual({
      id: coreContext.expand('B'),
      type: 'EntityType',
      typeName: 'B',
      attributeNames: ['n', 's', 'location', 'v', 'when'],
    })
    expect((await ask('GET', '/types/A')).body).toMatchObject({ entityCount: 2, type: 'EntityTypeInfo' })
    expect((await ask('GET', '/attributes')).body.attributeList).toContain('flag')
    expect((await ask('GET', '/attributes/n')).body).toEqual({
      id: coreContext.expand('n'),
      type: 'Attribute',
      attributeName: 'n',
      attributeCount: 6,
      attributeTypes: ['Property'],
      typeNames: ['A', 'B', 'C', 'F'],
    })
    expect((await ask('GET', '/types/Nope')).status).toBe(404)
    expect((await ask('GET', '/attributes/a(b')).status).toBe(400)
    expect((await ask('GET', '/types?details=maybe')).status).toBe(400)
  })
})

describe('indexes', () => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: 30 }),
    fc.constantFrom('a', 'b', 'c', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00.0Z', '2027-01-01T00:00:00Z'),
    fc.boolean(),
    fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
  )
  const instance = (v: unknown): object => ({ type: 'Property', value: v })
  const n = coreContext.expand('n')
  const entity = (id: number, v: unknown, x: number, type: string): StoredEntity => ({
    id: `urn:t:${id}`,
    type,
    createdAt: '',
    modifiedAt: '',
    [n]: instance(v),
    'https://uri.etsi.org/ngsi-ld/location': {
      type: 'GeoProperty',
      value: { type: 'Point', coordinates: [x, 51] },
    },
  })
  const queries = [
    'q=n==5',
    'q=n>25',
    'q=n<=3;n>=2',
    'q=n=="a"',
    'q=n==3..5|n=="b"',
    'q=n==2026-01-01T00:00:00Z',
    'q=n>2026-06-01T00:00:00Z',
    'q=n==true',
    'q=n==1,2',
    'q=n!=1',
    'georel=near;maxDistance==30000&geometry=Point&coordinates=[0,51]',
    'georel=near;maxDistance==60000&geometry=Point&coordinates=[179.9,51]',
    'georel=within&geometry=Polygon&coordinates=[[[0,50],[1,50],[1,52],[0,52],[0,50]]]',
    'type=A&q=n<4',
  ]

  it('find exactly what a scan finds, after any inserts, updates and deletions', { timeout: 60_000 }, () => {
    const tools = { geoTest: evaluateGeo, linked: () => undefined }
    const step = fc.tuple(
      fc.integer({ min: 0, max: 700 }),
      value,
      fc.integer({ min: -1790, max: 1790 }),
      fc.constantFrom('A', 'B', undefined),
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 100, maxLength: 200 }), (steps) => {
        const store = createEntityStore()
        for (let id = 0; id < 600; id += 1)
          store.put(entity(id, id % 31, ((id * 37) % 3580) / 10 - 179, id % 2 ? 'A' : 'B'))
        const parsed = queries.map(
          (text) => readQuery(queryFromParameters(readParameters(text)), coreContext, 1000).query,
        )
        for (const query of parsed) findCandidates(store, query)
        for (const [id, v, x, type] of steps)
          if (type === undefined) store.remove(`urn:t:${id}`)
          else store.put(entity(id, v, x / 10, type))
        for (const [index, query] of parsed.entries()) {
          const test = compileQuery(query, tools)
          const scanned = [...store.records()]
            .filter((record) => test(record.entity))
            .map((record) => record.entity.id)
          const found = [...matchingEntities(store, query, tools)].map(({ id }) => id)
          expect([...found].sort(), queries[index]).toEqual([...scanned].sort())
        }
      }),
      { numRuns: 8 },
    )
  })

  it('are built in slices while entities are written', async () => {
    const tools = { geoTest: evaluateGeo, linked: () => undefined }
    const total = 12_000
    const at = (id: number, shift: number) =>
      entity(id, (id + shift) % 31, ((id * 37 + shift * 100) % 3580) / 10 - 179, 'A')
    const store = createEntityStore()
    for (let id = 0; id < total; id += 1) store.put(at(id, 0))
    const parsed = queries.map(
      (text) => readQuery(queryFromParameters(readParameters(text)), coreContext, 1000).query,
    )
    let turns = 0
    const prepared = Promise.all(parsed.map((query) => prepareIndexes(store, query))).then(() => true)
    while (!(await Promise.race([prepared, new Promise((resolve) => setImmediate(resolve, false))]))) {
      turns += 1
      // Below, at and above what the indexes hold by then.
      for (const id of [turns, 5000 + turns, total - turns]) store.put(at(id, 7))
      for (const id of [100 + turns, 5100 + turns, total - 100 - turns]) store.remove(`urn:t:${id}`)
      store.put(at(100 + turns, 9))
      store.put(at(total + turns, 3))
    }
    expect(turns).toBeGreaterThan(1)
    for (const [index, query] of parsed.entries()) {
      const test = compileQuery(query, tools)
      const scanned = [...store.records()]
        .filter((record) => test(record.entity))
        .map(({ entity }) => entity.id)
      expect(
        [...matchingEntities(store, query, tools)].map(({ id }) => id),
        queries[index],
      ).toEqual(scanned)
    }
  })

  it('a sorted column holds what a sorted array holds', () => {
    const keys = fc.array(
      fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 5 })),
      { maxLength: 3000 },
    )
    fc.assert(
      fc.property(
        keys,
        fc.integer({ min: -1, max: 51 }),
        fc.integer({ min: -1, max: 51 }),
        (steps, from, to) => {
          const column = createSortedColumn<number, number>([])
          const model: [number, number][] = []
          for (const [isAdd, key, item] of steps) {
            const at = model.findIndex(([k, i]) => k === key && i === item)
            if (isAdd && at < 0) {
              model.push([key, item])
              column.add(key, item)
            } else if (!isAdd && at >= 0) {
              model.splice(at, 1)
              column.remove(key, item)
            }
          }
          const expected = model.filter(([key]) => key >= from && key <= to).map(([, item]) => item)
          expect([...column.range(from, to)].sort()).toEqual(expected.sort())
          expect(column.count(from, to)).toBe(expected.length)
          expect(column.count(undefined, undefined)).toBe(model.length)
        },
      ),
      { numRuns: 60 },
    )
  })
})
