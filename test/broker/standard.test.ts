import { beforeEach, describe, expect, it } from 'vitest'
import { type Ask, freshBroker, kindOf } from './ask.js'

let ask: Ask
beforeEach(async () => {
  ;({ ask } = await freshBroker())
})

type Row = readonly [what: string, members: Readonly<Record<string, unknown>>, status: number]
const created: readonly Row[] = [
  ['id space', { id: 'urn:a b' }, 400],
  ['id bidi', { id: 'urn:a\u202eb' }, 400],
  ['id relative', { id: 'abc' }, 400],
  ['id <', { id: 'urn:a<b' }, 400],
  ['type empty', { type: '' }, 400],
  ['type []', { type: [] }, 400],
  ['types', { type: ['A', 'B'] }, 201],
  ['type 1', { type: 1 }, 400],
  ['location prop', { location: { type: 'Property', value: 1 } }, 400],
  ['location rel', { location: { object: 'urn:a:b' } }, 400],
  ['observationSpace prop', { observationSpace: { type: 'Property', value: 1 } }, 400],
  ['name space', { 'a b': 1 }, 400],
  ['name -', { 'a-b': 1 }, 400],
  ['name (', { 'a(': 1 }, 400],
  ['name @', { '@a': 1 }, 400],
  ['digit', { '1a': 1 }, 400],
  ['unicode', { été: 1 }, 201],
  ['iri', { 'https://x/y#z': 1 }, 201],
  ['datasetId attr', { datasetId: 'urn:x:y' }, 400],
  ['observedAt attr', { observedAt: '2020-01-01T00:00:00Z' }, 400],
  ['unitCode attr', { unitCode: 'X' }, 400],
  ['instanceId attr', { instanceId: 'urn:i:1' }, 400],
  ['createdAt ignored', { createdAt: '2020-01-01T00:00:00Z' }, 201],
  ['prop null', { a: { type: 'Property', value: null } }, 400],
  ['prop no value', { a: { type: 'Property' } }, 400],
  ['prop object', { a: { type: 'Property', value: 1, object: 'urn:x:y' } }, 400],
  ['prop previousValue', { a: { type: 'Property', value: 1, previousValue: 2 } }, 400],
  ['rel prevValue', { a: { type: 'Relationship', object: 'urn:x:y', previousValue: 2 } }, 400],
  ['prop entity', { a: { type: 'Property', value: 1, entity: {} } }, 400],
  ['rel array', { a: { type: 'Relationship', object: ['urn:x:y', 'urn:x:z'] } }, 201],
  ['rel bad', { a: { type: 'Relationship', object: 'x y' } }, 400],
  ['rel unitCode', { a: { type: 'Relationship', object: 'urn:x:y', unitCode: 'A' } }, 400],
  ['rel empty', { a: { type: 'Relationship', object: '' } }, 400],
  ['rel number', { a: { type: 'Relationship', object: 1 } }, 400],
  ['rel value', { a: { type: 'Relationship', value: 'urn:x:y' } }, 400],
  ['geo coll', { a: { type: 'GeoProperty', value: { type: 'GeometryCollection', geometries: [] } } }, 400],
  ['geo feature', { a: { type: 'GeoProperty', value: { type: 'Feature' } } }, 400],
  ['geo str', { a: { type: 'GeoProperty', value: '{"type":"Point","coordinates":[1,2]}' } }, 201],
  ['geo str bad', { a: { type: 'GeoProperty', value: 'xx' } }, 400],
  ['geo no coords', { a: { type: 'GeoProperty', value: { type: 'Point' } } }, 400],
  ['lang', { a: { type: 'LanguageProperty', languageMap: { en: 'x', '@none': ['y'] } } }, 201],
  ['lang bad tag', { a: { type: 'LanguageProperty', languageMap: { '': 'x' } } }, 400],
  ['lang num', { a: { type: 'LanguageProperty', languageMap: { en: 1 } } }, 400],
  ['lang str', { a: { type: 'LanguageProperty', languageMap: 'x' } }, 400],
  ['lang unit', { a: { type: 'LanguageProperty', languageMap: { en: 'x' }, unitCode: 'A' } }, 400],
  ['lang value', { a: { type: 'LanguageProperty', value: 'x' } }, 400],
  ['vocab', { a: { type: 'VocabProperty', vocab: 'x' } }, 201],
  ['vocab arr', { a: { type: 'VocabProperty', vocab: ['x', 'y'] } }, 201],
  ['vocab num', { a: { type: 'VocabProperty', vocab: 1 } }, 400],
  ['vocab unit', { a: { type: 'VocabProperty', vocab: 'x', unitCode: 'A' } }, 400],
  ['vocab value', { a: { type: 'VocabProperty', value: 'x' } }, 400],
  ['list', { a: { type: 'ListProperty', valueList: [1, 'x', {}] } }, 201],
  ['list str', { a: { type: 'ListProperty', valueList: 'x' } }, 400],
  ['list value', { a: { type: 'ListProperty', value: [1] } }, 400],
  ['list unit', { a: { type: 'ListProperty', valueList: [1], unitCode: 'A' } }, 201],
  ['lrel', { a: { type: 'ListRelationship', objectList: [{ object: 'urn:a:b' }, 'urn:a:c'] } }, 201],
  ['lrel bad', { a: { type: 'ListRelationship', objectList: ['x y'] } }, 400],
  ['lrel object', { a: { type: 'ListRelationship', object: 'urn:a:b' } }, 400],
  ['json', { a: { type: 'JsonProperty', json: { x: null } } }, 201],
  ['json arr', { a: { type: 'JsonProperty', json: [1] } }, 201],
  ['json scalar', { a: { type: 'JsonProperty', json: 'x' } }, 400],
  ['json unit', { a: { type: 'JsonProperty', json: {}, unitCode: 'A' } }, 400],
  ['json value', { a: { type: 'JsonProperty', value: {} } }, 400],
  ['datasetId bad', { a: { value: 1, datasetId: 'x y' } }, 400],
  [
    'observedAt obj',
    { a: { value: 1, observedAt: { type: 'Property', value: '2020-01-01T00:00:00Z' } } },
    400,
  ],
  ['observedAt offset', { a: { value: 1, observedAt: '2020-01-01T00:00:00+01:00' } }, 400],
  ['observedAt comma', { a: { value: 1, observedAt: '2020-01-01T00:00:00,5Z' } }, 201],
  ['imposs', { a: { value: 1, observedAt: '2020-02-31T00:00:00Z' } }, 400],
  ['date only', { a: { value: 1, observedAt: '2020-02-03' } }, 400],
  ['valueType', { a: { value: 1, valueType: 'X' } }, 201],
  ['valueType lang', { a: { languageMap: { en: 'x' }, valueType: 'X' } }, 400],
  ['valueType rel', { a: { object: 'urn:a:b', valueType: 'X' } }, 400],
  ['objectType', { a: { object: 'urn:a:b', objectType: 'X' } }, 201],
  ['objectType arr', { a: { object: 'urn:a:b', objectType: ['X', 'Y'] } }, 201],
  ['objectType prop', { a: { value: 1, objectType: 'X' } }, 400],
  [
    'proof sub',
    {
      a: {
        value: 1,
        ngsildproof: { type: 'Property', value: { p: 1 }, entityIdSealed: 'urn:a:b', entityTypeSealed: 'T' },
      },
    },
    201,
  ],
  ['sealed elsewhere', { a: { value: 1, entityIdSealed: 'x' } }, 400],
  ['two defaults', { a: [{ value: 1 }, { value: 2, datasetId: '@none' }] }, 400],
  [
    'dup ds',
    {
      a: [
        { value: 1, datasetId: 'urn:d:1' },
        { value: 2, datasetId: 'urn:d:1' },
      ],
    },
    400,
  ],
  ['mixed types', { a: [{ value: 1 }, { object: 'urn:a:b', datasetId: 'urn:d:1' }] }, 201],
  ['past expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }, 201],
  ['bad expiresAt', { expiresAt: 'soon' }, 400],
  ['scope', { scope: '/A/B' }, 201],
  ['scope -', { scope: '/A-B' }, 400],
  ['scope //', { scope: '/A//B' }, 400],
  ['scope digit', { scope: '/1' }, 400],
  ['scopes', { scope: ['/A', 'B/C'] }, 201],
  ['scope one bad', { scope: ['/A', 'B C'] }, 400],
  ['null marker', { a: 'urn:ngsi-ld:null' }, 400],
  ['null marker value', { a: { value: 'urn:ngsi-ld:null' } }, 400],
  ['null deep', { a: { value: { x: 'urn:ngsi-ld:null' } } }, 400],
  ['null sub', { a: { value: 1, b: 'urn:ngsi-ld:null' } }, 400],
  ['null literal', { a: null }, 400],
  ['null @json', { a: { value: { '@type': '@json', '@value': null } } }, 201],
  ['unknown attr type', { a: { type: 'Foo', x: 1 } }, 400],
  ['two values', { a: { value: 1, vocab: 'x' } }, 400],
  ['empty lang', { a: { languageMap: {} } }, 201],
]

describe('what an entity may be (CIM 009 4.5, 5.2.4 to 5.2.7)', () => {
  it.each(created)('%s: %j is answered %i', async (_what, members, status) => {
    const answer = await ask('POST', '/entities', { id: 'urn:e:1', type: 'T', ...members })
    expect([answer.status, answer.body?.detail]).toEqual([
      status,
      status === 400 ? expect.any(String) : undefined,
    ])
    if (status === 400) expect(kindOf(answer)).toBe('BadRequestData')
  })
})

const found: readonly (readonly [q: string, ids: string])[] = [
  ['!heading;speed>25', '2'],
  ['heading', '1'],
  ['s=="abc"', '1'],
  ['s==abc', '1'],
  ['s!="x"', '1'],
  ['speed==30,40', '12'],
  ['speed==30..35', '1'],
  ['s~="^a"', '1'],
  ['s~=^a', '1'],
  ['s!~="^a"', ''],
  ['t>2019-12-31T00:00:00Z', '1'],
  ['t==2020-01-01T00:00:00Z', '1'],
  ['j[a.b]==1', '1'],
  ['j[a][b]==1', 'x'],
  ['l[en]=="hi"', '1'],
  ['l[*]=="hoi"', '1'],
  ['l=="hoi"', '1'],
  ['r==urn:x:1', '1'],
  ['r=="urn:x:1"', '1'],
  ['arr==2', '1'],
  ['arr!=2', ''],
  ['b==true', '1'],
  ['w.observedAt>2020-01-01T00:00:00Z', '1'],
  ['w.unitCode=="CEL"', '1'],
  ['w.sub=="z"', '1'],
  ['(speed<35|heading);s', '1'],
  ['v==Male', ''],
  ['createdAt>2020-01-01T00:00:00Z;speed', '12'],
  ['modifiedAt<2020-01-01T00:00:00Z;speed', ''],
  ['speed>"x"', ''],
  ['nope!=1', ''],
  ['speed!="30"', '12'],
  ['r>"urn:a:1"', ''],
  ['j', '1'],
  ['j[nope]', ''],
  ['j[arr]==2', '1'],
].map(([text = '', ids = '']) => [text, ids])

describe('q (4.9)', () => {
  beforeEach(async () => {
    await ask('POST', '/entities', {
      id: 'urn:q:1',
      type: 'Q',
      heading: 5,
      speed: 30,
      s: 'abc',
      t: { value: '2020-01-01T00:00:00Z' },
      v: { vocab: 'Male' },
      j: { value: { a: { b: 1 }, arr: [1, 2] } },
      l: { languageMap: { en: 'hi', nl: 'hoi' } },
      r: { object: 'urn:x:1' },
      arr: { value: [1, 2, 3] },
      b: { value: true },
      w: { value: 1, observedAt: '2021-01-01T00:00:00Z', unitCode: 'CEL', sub: { value: 'z' } },
    })
    await ask('POST', '/entities', { id: 'urn:q:2', type: 'Q', speed: 40 })
  })

  it.each(found)('%s finds "%s"', async (q, ids) => {
    const answer = await ask('GET', `/entities?type=Q&q=${encodeURIComponent(q)}`)
    expect(
      answer.status === 200 ? answer.body.map(({ id }: { id: string }) => id.slice(-1)).join('') : 'x',
    ).toBe(ids)
  })

  it.each([
    'a..b',
    '(a',
    'a)',
    'a==',
    ';a',
    'a|',
    'a[b',
    'a{b',
    'a>1..2',
    'a<1,2',
    'a==1.."x"',
    'a~="("',
    '"',
  ])('%s is bad', async (q) => {
    const answer = await ask('GET', `/entities?type=Q&q=${encodeURIComponent(q)}`)
    expect([answer.status, kindOf(answer)]).toEqual([400, 'BadRequestData'])
  })
})

it.each([
  'georel=near;maxDistance==-1&geometry=Point&coordinates=[1,2]',
  'georel=near&geometry=Point&coordinates=[1,2]',
  'georel=foo&geometry=Point&coordinates=[1,2]',
  'georel=near;maxDistance=10&geometry=Point&coordinates=[1,2]',
  'georel=within&geometry=point&coordinates=[1,2]',
  'georel=within&geometry=Polygon&coordinates=[1,2]',
  'georel=within&geometry=Polygon&coordinates=[[[1,2],[2,3],[1,2]]]',
  'georel=within&geometry=Point&coordinates=[200,2]',
  'georel=within&geometry=Circle&coordinates=[1,2]',
  'georel=within&geometry=Point&coordinates=x',
  'geometry=Point&coordinates=[1,2]',
  'pick=',
  'pick=a;b',
  'pick=a{{b}}',
  'pick=a{b',
  'omit=a,,b',
  'attrs=id',
  'attrs=type',
  'attrs=',
  'scopeQ=',
  'scopeQ=/A-',
  'datasetId=',
  'lang=',
  'joinLevel=x&join=flat',
  'join=',
  'local=yes',
  'splitEntities=x',
  'entityMapLifetime=x&entityMap=true',
  'entityMap=x',
  'collation=de-&orderBy=speed',
  'options=keyValues,foo',
  'orderBy=',
])('the query %s is bad (4.10, 4.21, 6.4.3.2)', async (query) => {
  const answer = await ask('GET', `/entities?type=Q&${query}`)
  expect(answer.status).toBe(400)
})

it.each([
  'timerel=after',
  'timeAt=2020-01-01T01:00:00Z',
  'timerel=foo&timeAt=2020-01-01T01:00:00Z',
  'timerel=between&timeAt=2020-01-01T01:00:00Z',
  'timerel=after&timeAt=2020-01-01T01:00:00Z&endTimeAt=2020-01-01T02:00:00Z',
  'timerel=after&timeAt=2020',
  'lastN=0',
  'lastN=-1',
  'lastN=x',
  'timeproperty=foo',
  'format=aggregatedValues',
  'format=aggregatedValues&aggrMethods=foo',
  'format=aggregatedValues&aggrMethods=max&aggrPeriodDuration=x',
])('the window %s is bad (4.11)', async (window) => {
  await ask('POST', '/entities', { id: 'urn:t:1', type: 'T', a: 1 })
  const answer = await ask('GET', `/temporal/entities/urn:t:1?${window}`)
  expect([answer.status, kindOf(answer)]).toEqual([400, 'BadRequestData'])
})

type Change = readonly [what: string, members: Readonly<Record<string, unknown>>]

const badSubscriptions: readonly Change[] = [
  ['no entities', { entities: undefined }],
  ['empty', { entities: [] }],
  ['watched empty', { watchedAttributes: [] }],
  ['ti+watched', { timeInterval: 5, watchedAttributes: ['a'] }],
  ['ti+throttling', { timeInterval: 5, throttling: 5 }],
  ['ti 0', { timeInterval: 0 }],
  ['thr -1', { throttling: -1 }],
  ['trigger', { notificationTrigger: ['foo'] }],
  ['trigger []', { notificationTrigger: [] }],
  ['q', { q: '((' }],
  ['csf', { csf: '((' }],
  ['geo', { geoQ: { georel: 'near' } }],
  ['past', { expiresAt: '2020-01-01T00:00:00Z' }],
  ['noti', { notification: undefined }],
  ['endpoint', { notification: {} }],
  ['uri', { notification: { endpoint: { uri: 'x' } } }],
  ['accept', { notification: { endpoint: { uri: 'http://x/', accept: 'text/x' } } }],
  ['format', { notification: { endpoint: { uri: 'http://x/' }, format: 'foo' } }],
  ['attrs []', { notification: { endpoint: { uri: 'http://x/' }, attributes: [] } }],
  [
    'kv changes',
    { notification: { endpoint: { uri: 'http://x/' }, format: 'keyValues', showChanges: true } },
  ],
  ['type', { type: 'Foo' }],
  ['id', { id: 'x' }],
  ['temporalQ', { temporalQ: { timerel: 'after', timeAt: '2020-01-01T00:00:00Z' } }],
  ['timeout', { notification: { endpoint: { uri: 'http://x/', timeout: 0 } } }],
  ['isActive', { isActive: 'x' }],
  ['sel no type', { entities: [{ id: 'urn:x:1' }] }],
  ['sel bad id', { entities: [{ type: 'T', id: 'x' }] }],
  ['sel bad pattern', { entities: [{ type: 'T', idPattern: '(' }] }],
]
it.each(badSubscriptions)('a subscription with bad %s is refused: %j (5.2.12)', async (_what, members) => {
  const answer = await ask('POST', '/subscriptions', {
    id: 'urn:s:1',
    type: 'Subscription',
    entities: [{ type: 'Lamp' }],
    notification: { endpoint: { uri: 'http://127.0.0.1:9/x' } },
    ...members,
  })
  expect([answer.status, kindOf(answer)]).toEqual([400, 'BadRequestData'])
})

const badRegistrations: readonly Change[] = [
  ['type', { type: 'X' }],
  ['endpoint', { endpoint: undefined }],
  ['endpoint', { endpoint: 'x y' }],
  ['info', { information: undefined }],
  ['info []', { information: [] }],
  ['info [{}]', { information: [{}] }],
  ['ents []', { information: [{ entities: [] }] }],
  ['ent no type', { information: [{ entities: [{ id: 'urn:x:y' }] }] }],
  ['pn []', { information: [{ propertyNames: [] }] }],
  ['mode', { mode: 'x' }],
  ['ops', { operations: ['x'] }],
  ['past', { expiresAt: '2020-01-01T00:00:00Z' }],
  ['name', { registrationName: '' }],
  ['excl', { mode: 'exclusive' }],
  ['aux', { mode: 'auxiliary', operations: ['updateOps'] }],
  ['loc', { location: { type: 'Foo' } }],
  ['interval', { observationInterval: { endAt: '2020-01-01T00:00:00Z' } }],
  ['mgmt', { management: { timeout: -1 } }],
  ['id', { id: 'x' }],
  ['refresh', { refreshRate: 'x' }],
]
it.each(badRegistrations)('a registration with bad %s is refused: %j (5.2.9)', async (_what, members) => {
  const answer = await ask('POST', '/csourceRegistrations', {
    id: 'urn:r:1',
    type: 'ContextSourceRegistration',
    information: [{ entities: [{ type: 'Lamp' }], propertyNames: ['a'] }],
    endpoint: 'http://x.example',
    ...members,
  })
  expect([answer.status, kindOf(answer)]).toEqual([400, 'BadRequestData'])
})

const one = '/entities/urn:e:1'
const writes: readonly (readonly [method: string, path: string, body: unknown, status: number])[] = [
  ['PATCH', `${one}/attrs?type=Other`, { a: 1 }, 404],
  ['PATCH', `${one}/attrs`, { zz: 'urn:ngsi-ld:null' }, 204],
  ['PATCH', `${one}/attrs`, { a: { value: { x: 'urn:ngsi-ld:null' } } }, 400],
  ['PATCH', `${one}/attrs`, {}, 400],
  ['POST', `${one}/attrs`, { a: 'urn:ngsi-ld:null' }, 400],
  ['POST', `${one}/attrs?options=noOverwrite`, { a: 5, c: 1 }, 207],
  ['PATCH', `${one}/attrs/a`, { type: 'Relationship', object: 'urn:x:y' }, 400],
  ['PATCH', `${one}/attrs/a`, { value: 9, datasetId: 'urn:d:9' }, 404],
  ['PATCH', `${one}/attrs/a`, [{ value: 1 }], 400],
  ['PATCH', `${one}/attrs/scope`, { value: 1 }, 400],
  ['PUT', `${one}/attrs/scope`, { value: 1 }, 400],
  ['PUT', `${one}/attrs/a`, { object: 'urn:x:y' }, 204],
  ['PUT', `${one}/attrs/none`, { value: 1 }, 404],
  ['PATCH', `${one}/attrs/a-b`, { value: 1 }, 400],
  ['DELETE', `${one}/attrs/a?datasetId=x`, undefined, 400],
  ['DELETE', `${one}/attrs/a?deleteAll=x`, undefined, 400],
  ['DELETE', `${one}/attrs/a?datasetId=urn:d:9`, undefined, 404],
  ['PATCH', one, { id: 'urn:e:9', a: 1 }, 400],
  ['PATCH', `${one}?observedAt=2020`, { a: 1 }, 400],
  ['PATCH', '/entities/urn:e:77', { a: 1 }, 404],
  ['PUT', one, { id: 'urn:e:2', type: 'T' }, 400],
  ['DELETE', `${one}?type=Nope`, undefined, 404],
  ['DELETE', '/entities?idPattern=urn', undefined, 400],
  ['DELETE', '/entities?type=T&keep=a&drop=b', undefined, 400],
  ['DELETE', '/temporal/entities', undefined, 405],
  ['PATCH', '/csourceRegistrations', {}, 405],
]
it.each(writes)('%s %s with %j is answered %i (5.6)', async (method, path, body, status) => {
  await ask('POST', '/entities', { id: 'urn:e:1', type: 'T', a: 1 })
  expect((await ask(method, path, body)).status).toBe(status)
})

it('gives lists of one target, term, scope or type as that one, and values as they were written (4.5.3)', async () => {
  await ask('POST', '/entities', {
    id: 'urn:e:1',
    type: ['T'],
    scope: ['/A'],
    a: { value: [1] },
    r: { object: ['urn:a:b'] },
    v: { vocab: ['x'] },
  })
  expect((await ask('GET', `${one}?options=keyValues`)).body).toEqual({
    id: 'urn:e:1',
    type: 'T',
    scope: '/A',
    a: [1],
    r: 'urn:a:b',
    v: { vocab: 'x' },
  })
})

it('merges the seal of an attribute (4.5.0, 5.6.17)', async () => {
  const proof = { type: 'Property', value: { proof: 1 }, entityIdSealed: 'urn:e:1', entityTypeSealed: 'T' }
  await ask('POST', '/entities', { id: 'urn:e:1', type: 'T', a: { value: 1, ngsildproof: proof } })
  const merged = { a: { value: 2, ngsildproof: { ...proof, value: { more: 2 }, entityIdSealed: 'urn:e:2' } } }
  expect((await ask('PATCH', one, merged)).status).toBe(204)
  expect((await ask('GET', one)).body.a).toEqual({
    type: 'Property',
    value: 2,
    ngsildproof: { ...proof, value: { proof: 1, more: 2 }, entityIdSealed: 'urn:e:2' },
  })
})

describe('sysAttrs of sub-attributes (4.8)', () => {
  interface Stamps {
    readonly createdAt: string
    readonly modifiedAt: string
  }
  const read = async (): Promise<{
    readonly unit: Stamps
    readonly source: Stamps
    readonly level: Stamps
  }> => {
    const { body } = await ask('GET', '/entities/urn:a:1?options=sysAttrs')
    return { level: body.level, unit: body.level.unit, source: body.level.source }
  }
  const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5))

  beforeEach(async () => {
    await ask('POST', '/entities', {
      id: 'urn:a:1',
      type: 'Bin',
      level: { type: 'Property', value: 1, unit: { value: 'x' }, source: { object: 'urn:s:1' } },
    })
    await later()
  })

  it('are those of the attribute at first, and hidden unless asked', async () => {
    const { level, unit, source } = await read()
    expect(unit.createdAt).toBe(level.createdAt)
    expect(source.modifiedAt).toBe(level.createdAt)
    expect(JSON.stringify((await ask('GET', '/entities/urn:a:1')).body)).not.toContain('createdAt')
  })

  it.each<readonly [string, string, string, object]>([
    [
      'append',
      'POST',
      '/entities/urn:a:1/attrs',
      { level: { value: 1, unit: 'y', source: { object: 'urn:s:1' } } },
    ],
    [
      'update',
      'PATCH',
      '/entities/urn:a:1/attrs',
      { level: { value: 1, unit: 'y', source: { object: 'urn:s:1' } } },
    ],
    ['partial update', 'PATCH', '/entities/urn:a:1/attrs/level', { unit: { type: 'Property', value: 'y' } }],
    ['merge', 'PATCH', '/entities/urn:a:1', { level: { value: 1, unit: 'y' } }],
  ])(
    '%s: only what changed gets a new modifiedAt, nothing a new createdAt',
    async (_what, method, path, body) => {
      const before = await read()
      expect((await ask(method, path, body)).status).toBe(204)
      const after = await read()
      expect(after.source).toEqual(before.source)
      expect(after.unit.createdAt).toBe(before.unit.createdAt)
      expect(after.unit.modifiedAt > before.unit.modifiedAt).toBe(true)
      expect(after.level.modifiedAt).toBe(after.unit.modifiedAt)
    },
  )

  it('a sub-attribute that comes later is younger than its attribute', async () => {
    await ask('PATCH', '/entities/urn:a:1', { level: { value: 1, accuracy: 3 } })
    const { body } = await ask('GET', '/entities/urn:a:1?options=sysAttrs')
    expect(body.level.accuracy.createdAt > body.level.createdAt).toBe(true)
  })

  it('a write that says the same changes none of them', async () => {
    const before = await read()
    await ask('PATCH', '/entities/urn:a:1', { level: { value: 1, unit: 'x' } })
    expect(await read()).toEqual(before)
  })
})
