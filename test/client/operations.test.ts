import nock from 'nock'
import { describe, expect, test } from 'vitest'
import type { City } from '../../src/connect.js'
import type { DialectName } from '../../src/dialect/dialect.js'
import { Container, containerId, coreContext, Isle } from '../support/container.js'
import { all, connectsUntilEnd } from '../support/opened.js'

const connected = connectsUntilEnd()
const host = 'http://broker.example:1026'
const link = `<${coreContext}>; rel="http://www.w3.org/ns/json-ld#context"; type="application/ld+json"`
const tenant = 'breda'
const id = containerId(1)
const entity = `/ngsi-ld/v1/entities/${encodeURIComponent(id)}`
const batch = '/ngsi-ld/v1/entityOperations'
const whole = { id, type: 'Container', fillingLevel: 0.5 } as const
const registration = { type: 'ContextSourceRegistration', endpoint: 'http://other.example' }

/** Method, path with query, body sent, status, body answered. */
type Wire = readonly [method: string, path: string, sent: unknown, status: number, answered?: unknown]

interface Operation {
  readonly run: (city: City) => Promise<unknown>
  readonly wire: readonly Wire[]
  readonly gives: unknown
  /** Without a Link header: nothing in it needs a context. */
  readonly bare?: boolean
}

/** What every broker is asked in the same way. */
const shared: Readonly<Record<string, Operation>> = {
  'create one': {
    run: (city) => city.create(Container, whole),
    wire: [['POST', '/ngsi-ld/v1/entities', whole, 201]],
    gives: id,
  },
  'get, simplified': {
    run: (city) => city.get(Container, id),
    wire: [['GET', `${entity}?options=keyValues`, undefined, 200, whole]],
    gives: whole,
  },
  'get, concise': {
    run: (city) => city.get(Container, id, { as: 'concise' }),
    wire: [['GET', `${entity}?options=concise`, undefined, 200, whole]],
    gives: whole,
  },
  'get, normalized': {
    run: (city) => city.get(Container, id, { as: 'normalized' }),
    wire: [['GET', entity, undefined, 200, { id, type: 'Container' }]],
    gives: { id, type: 'Container' },
  },
  'delete one': {
    run: (city) => city.delete(id),
    wire: [['DELETE', entity, undefined, 204]],
    gives: undefined,
    bare: true,
  },
  'attribute: get': {
    run: (city) => city.attribute(Container, id, 'fillingLevel').get(),
    wire: [
      [
        'GET',
        entity,
        undefined,
        200,
        { id, type: 'Container', fillingLevel: { type: 'Property', value: 1 } },
      ],
    ],
    gives: { type: 'Property', value: 1 },
  },
  'attribute: set appends where there was none': {
    run: (city) => city.attribute(Container, id, 'fillingLevel').set(0.2),
    wire: [['POST', `${entity}/attrs`, { fillingLevel: { type: 'Property', value: 0.2 } }, 204]],
    gives: undefined,
  },
  'attribute: replace': {
    run: (city) => city.attribute(Container, id, 'fillingLevel').replace(0.2),
    wire: [['PUT', `${entity}/attrs/fillingLevel`, { type: 'Property', value: 0.2 }, 204]],
    gives: undefined,
  },
  'attribute: replace by a relationship': {
    run: (city) => city.attribute(Container, id, 'refIsle').replace('urn:ngsi-ld:Isle:1'),
    wire: [['PUT', `${entity}/attrs/refIsle`, { type: 'Relationship', object: 'urn:ngsi-ld:Isle:1' }, 204]],
    gives: undefined,
  },
  'attributes: append, overwriting': {
    run: (city) => city.append(Container, { id, name: 'x', scope: ['/a', '/b'] } as never),
    wire: [['POST', `${entity}/attrs`, { name: 'x', scope: ['/a', '/b'] }, 204]],
    gives: { updated: ['name', 'scope'], notUpdated: [] },
  },
  'attributes: append, without overwriting': {
    run: (city) => city.append(Container, { id, name: 'x' }, { overwrite: false }),
    wire: [['POST', `${entity}/attrs?options=noOverwrite`, { name: 'x' }, 204]],
    gives: { updated: ['name'], notUpdated: [] },
  },
  'attributes: update': {
    run: (city) => city.updateAttributes(Container, { id, name: 'x' }),
    wire: [['PATCH', `${entity}/attrs`, { name: 'x' }, 204]],
    gives: { updated: ['name'], notUpdated: [] },
  },
  'attribute: patch': {
    run: (city) =>
      city.attribute(Container, id, 'fillingLevel').patch({ observedAt: '2026-01-01T00:00:00Z' }),
    wire: [['PATCH', `${entity}/attrs/fillingLevel`, { observedAt: '2026-01-01T00:00:00Z' }, 204]],
    gives: undefined,
  },
  'attribute: delete one instance': {
    run: (city) => city.attribute(Container, id, 'name').delete({ datasetId: 'urn:d:1' }),
    wire: [['DELETE', `${entity}/attrs/name?datasetId=urn%3Ad%3A1`, undefined, 204]],
    gives: undefined,
  },
  'attribute: delete every instance': {
    run: (city) => city.attribute(Container, id, 'name').delete({ all: true }),
    wire: [['DELETE', `${entity}/attrs/name?deleteAll=true`, undefined, 204]],
    gives: undefined,
  },
  count: {
    run: (city) => city.find(Container).count(),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/entities?type=Container&options=keyValues&limit=1&count=true',
        undefined,
        200,
        [whole],
      ],
    ],
    gives: 7,
  },
  'create many': {
    run: (city) => city.createAll(Container, [whole]),
    wire: [['POST', `${batch}/create`, [whole], 201, [id]]],
    gives: expect.objectContaining({ read: 1, created: 1 }),
  },
  'upsert, update mode': {
    run: (city) => city.upsert(Container, [whole]),
    wire: [['POST', `${batch}/upsert?options=update`, [whole], 201, [id]]],
    gives: expect.objectContaining({ read: 1, created: 1 }),
  },
  'upsert, replace mode': {
    run: (city) => city.upsert(Container, [whole], { mode: 'replace' }),
    wire: [['POST', `${batch}/upsert`, [whole], 204]],
    gives: expect.objectContaining({ read: 1, updated: 1 }),
  },
  'delete many': {
    run: (city) => city.deleteAll([id]),
    wire: [['POST', `${batch}/delete`, [id], 204]],
    gives: expect.objectContaining({ read: 1, deleted: 1 }),
    bare: true,
  },
  types: {
    run: (city) => city.types(),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/types?details=true',
        undefined,
        200,
        [{ id: 'https://x.example/T', type: 'EntityType', typeName: 'T', attributeNames: ['a'] }],
      ],
    ],
    gives: [{ name: 'T', iri: 'https://x.example/T', attributes: ['a'] }],
    bare: true,
  },
  attributes: {
    run: (city) => city.attributes(),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/attributes?details=true',
        undefined,
        200,
        [{ id: 'https://x.example/a', type: 'Attribute', attributeName: 'a', typeNames: ['T'] }],
      ],
    ],
    gives: [{ name: 'a', iri: 'https://x.example/a', types: ['T'] }],
    bare: true,
  },
  'attributes of a broker that gives names only': {
    run: (city) => city.attributes(),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/attributes?details=true',
        undefined,
        200,
        { id: 'urn:x:1', type: 'AttributeList', attributeList: ['a', 'b'] },
      ],
    ],
    gives: [
      { name: 'a', iri: undefined, types: [] },
      { name: 'b', iri: undefined, types: [] },
    ],
    bare: true,
  },
  'one type in detail': {
    run: (city) => city.typeInfo(Container),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/types/Container',
        undefined,
        200,
        {
          id: 'https://x.example/Container',
          type: 'EntityTypeInfo',
          typeName: 'Container',
          entityCount: 31,
          attributeDetails: [
            {
              id: 'https://x.example/name',
              type: 'Attribute',
              attributeName: 'name',
              attributeTypes: ['Property'],
            },
          ],
        },
      ],
    ],
    gives: {
      name: 'Container',
      iri: 'https://x.example/Container',
      count: 31,
      attributes: [{ name: 'name', iri: 'https://x.example/name', kinds: ['Property'] }],
    },
  },
  'one attribute in detail': {
    run: (city) => city.attributeInfo('https://x.example/name'),
    wire: [
      [
        'GET',
        '/ngsi-ld/v1/attributes/https%3A%2F%2Fx.example%2Fname',
        undefined,
        200,
        {
          id: 'https://x.example/name',
          type: 'Attribute',
          attributeName: 'name',
          attributeCount: 9,
          attributeTypes: ['Property'],
          typeNames: ['Container'],
        },
      ],
    ],
    gives: {
      name: 'name',
      iri: 'https://x.example/name',
      types: ['Container'],
      count: 9,
      kinds: ['Property'],
    },
    bare: true,
  },
  'subscriptions to registrations: create, list': {
    run: async ({ registrationSubscriptions }) => [
      await registrationSubscriptions.create({ type: 'Subscription' }),
      await all(registrationSubscriptions.list()),
    ],
    wire: [
      ['POST', '/ngsi-ld/v1/csourceSubscriptions', { type: 'Subscription' }, 201],
      ['GET', '/ngsi-ld/v1/csourceSubscriptions?limit=100', undefined, 200, [{ id: 'urn:r:1' }]],
    ],
    gives: ['urn:r:1', [{ id: 'urn:r:1' }]],
    bare: true,
  },
  'registrations: create, get, update, delete': {
    run: async ({ registrations }) => {
      const made = await registrations.create(registration)
      const got = await registrations.get(made)
      await registrations.update(made, { endpoint: 'http://new.example' })
      await registrations.delete(made)
      return [made, got]
    },
    wire: [
      ['POST', '/ngsi-ld/v1/csourceRegistrations', registration, 201],
      ['GET', '/ngsi-ld/v1/csourceRegistrations/urn%3Ar%3A1', undefined, 200, registration],
      ['PATCH', '/ngsi-ld/v1/csourceRegistrations/urn%3Ar%3A1', { endpoint: 'http://new.example' }, 204],
      ['DELETE', '/ngsi-ld/v1/csourceRegistrations/urn%3Ar%3A1', undefined, 204],
    ],
    gives: ['urn:r:1', registration],
    bare: true,
  },
  'subscriptions: create, list, delete': {
    run: async ({ subscriptions }) => {
      const made = await subscriptions.create({ type: 'Subscription' })
      const found = await all(subscriptions.list())
      await subscriptions.delete(made)
      return [made, found]
    },
    wire: [
      ['POST', '/ngsi-ld/v1/subscriptions', { type: 'Subscription' }, 201],
      ['GET', '/ngsi-ld/v1/subscriptions?limit=100', undefined, 200, [{ id: 'urn:r:1' }]],
      ['DELETE', '/ngsi-ld/v1/subscriptions/urn%3Ar%3A1', undefined, 204],
    ],
    gives: ['urn:r:1', [{ id: 'urn:r:1' }]],
    bare: true,
  },
  'contexts: list, delete': {
    run: async ({ contexts }) => {
      const found = await contexts.list({ kind: 'Hosted' })
      await contexts.delete('urn:c:1')
      return found
    },
    wire: [
      ['GET', '/ngsi-ld/v1/jsonldContexts?kind=Hosted', undefined, 200, ['http://b/urn:c:1']],
      ['DELETE', '/ngsi-ld/v1/jsonldContexts/urn%3Ac%3A1', undefined, 204],
    ],
    gives: ['http://b/urn:c:1'],
    bare: true,
  },
}

const merged: Operation = {
  run: (city) => city.merge(Container, { id, name: 'x' }),
  wire: [['PATCH', entity, { name: 'x' }, 204]],
  gives: undefined,
}
const replaced: Operation = {
  run: (city) => city.replace(Container, whole),
  wire: [['PUT', entity, whole, 204]],
  gives: undefined,
}
const readFirst: Wire = ['GET', `${entity}?options=keyValues`, undefined, 200, whole]
const updated = (operation: 'merge' | 'update'): Operation => ({
  run: (city) => city.update(Container, [{ id, name: 'x' }]),
  wire: [['POST', `${batch}/${operation}`, [{ id, type: 'Container', name: 'x' }], 204]],
  gives: expect.objectContaining({ read: 1, updated: 1 }),
})
const mergedAt: Operation = {
  run: (city) => city.merge(Container, { id, name: 'x' }, { observedAt: new Date('2026-01-01') }),
  wire: [['PATCH', `${entity}?observedAt=2026-01-01T00%3A00%3A00.000Z`, { name: 'x' }, 204]],
  gives: undefined,
}
const native = { 'merge one': merged, 'merge one, with observedAt': mergedAt, 'replace one': replaced }

const purged: Readonly<Record<string, Operation>> = {
  'purge what matches': {
    run: (city) =>
      city.purge(city.find(Container).where('name', '==', 'x').linked('refIsle', Isle).pick('name')),
    wire: [['DELETE', '/ngsi-ld/v1/entities?q=name%3D%3D%22x%22&type=Container', undefined, 204]],
    gives: undefined,
  },
  'purge an attribute of what matches': {
    run: (city) => city.purge(city.find(Container).idPattern('7$'), { drop: ['name'] }),
    wire: [['DELETE', '/ngsi-ld/v1/entities?type=Container&idPattern=7%24&drop=name', undefined, 204]],
    gives: undefined,
  },
}

/** What brokers are asked in ways of their own. */
const own: Readonly<
  Record<Exclude<DialectName, 'unknown' | 'orion-ld'>, Readonly<Record<string, Operation>>>
> = {
  embedded: { ...native, ...purged, 'update many': updated('merge') },
  scorpio: { ...native, 'update many': updated('merge') },
  stellio: { ...native, ...purged, 'update many': updated('merge') },
  'orion-ld-mongoc': { ...native, 'update many': updated('update') },
  'orion-ld-legacy': {
    'merge one, emulated': {
      ...merged,
      wire: [
        ['GET', entity, undefined, 200, { id, type: 'Container' }],
        ['POST', `${batch}/upsert?options=update`, [{ id, type: 'Container', name: 'x' }], 204],
      ],
    },
    'replace one, emulated': { ...replaced, wire: [readFirst, ['POST', `${batch}/upsert`, [whole], 204]] },
    'update many': updated('update'),
  },
}

const answerHeaders = { 'NGSILD-Results-Count': '7', Location: '/ngsi-ld/v1/x/urn%3Ar%3A1' }

describe.each(Object.keys(own) as (keyof typeof own)[])('%s is asked to', (dialect) => {
  test.each(Object.entries({ ...shared, ...own[dialect] }))('%s', async (_, { run, wire, gives, bare }) => {
    const headers: Record<string, string> = {
      accept: 'application/json',
      'ngsild-tenant': tenant,
      ...(bare === true ? {} : { link }),
    }
    for (const [method, path, sent, status, answered] of wire)
      nock(host, {
        reqheaders: sent === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        badheaders: [...(bare === true ? ['link'] : []), ...(sent === undefined ? ['content-type'] : [])],
      })
        .intercept(path, method, sent as nock.Body)
        .reply(status, answered as nock.Body, answerHeaders)
    const city = await connected(host, { dialect, tenant, retry: false })
    expect(await run(city)).toEqual(gives)
  })
})

test.each<[DialectName, (city: City) => Promise<void>, RegExp]>([
  ['scorpio', (city) => city.purge(city.find(Container)), /Scorpio is not known to do this; use deleteWhere/],
  ['orion-ld', (city) => city.purge(city.find(Container)), /Orion-LD is not known/],
  ['unknown', (city) => city.purge(city.find(Container)), /not known/],
  [
    'embedded',
    (city) => city.purge(city.find(Container).near([5, 51], { minMeters: 1, maxMeters: 9 })),
    /checked on this side; use deleteWhere/,
  ],
  ['embedded', (city) => city.purge(city.find(Container).limit(5)), /no limit/],
  ['embedded', (city) => city.purge(city.find(Container), { drop: ['name'], keep: ['name'] }), /not both/],
])(
  '%s: a purge that could delete too much is refused before anything is sent',
  async (dialect, run, message) => {
    const city = await connected(host, { dialect, retry: false })
    await expect(run(city)).rejects.toThrow(message)
  },
)
