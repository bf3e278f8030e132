import nock from 'nock'
import { describe, expect, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'
import { all, connectsUntilEnd } from '../support/opened.js'

/** What a real Orion-LD (36a8d17) answered in its default mode and with -experimental -mongocOnly, in own values. */
type Mode = 'orion-ld-legacy' | 'orion-ld-mongoc'
type Answer = readonly [status: number, body?: unknown, headers?: Readonly<Record<string, string>>]

interface Recorded {
  readonly run: (city: City) => Promise<unknown>
  /** Method and path of each request, in their order. */
  readonly asked: string | readonly string[] | Readonly<Record<Mode, readonly string[]>>
  /** One answer for both modes, or one for each; several where several requests are made. */
  readonly answers: readonly Answer[] | Readonly<Record<Mode, readonly Answer[]>>
  /** What comes of it, or the text of the error. */
  readonly gives: unknown
}

const connected = connectsUntilEnd()
const host = 'http://orion.example:1026'
const id = containerId(1)
const other = containerId(2)
const api = '/ngsi-ld/v1'
const entities = `${api}/entities`
const one = `${entities}/${encodeURIComponent(id)}`
const batch = `${api}/entityOperations`
const whole = { id, type: 'Container', fillingLevel: 0.5 } as const
const error = (kind: string, title: string, detail = ''): object => ({
  type: `https://uri.etsi.org/ngsi-ld/errors/${kind}`,
  title,
  detail,
})
const notFound = error('ResourceNotFound', 'Entity not found', id)
const bad = (title: string, detail = ''): object => error('BadRequestData', title, detail)
const failedIn = (entityId: string, problem: object): object => ({
  success: [],
  errors: [{ entityId, error: problem }],
})
const page = `${entities}?type=Container&options=keyValues`
const recorded: Readonly<Record<string, Recorded>> = {
  'create: the Location names the id unencoded': {
    run: (city) => city.create(Container, whole),
    asked: `POST ${entities}`,
    answers: [[201, undefined, { Location: `${entities}/${id}` }]],
    gives: id,
  },
  'create: an id that is taken': {
    run: (city) => city.create(Container, whole),
    asked: `POST ${entities}`,
    answers: [[409, error('AlreadyExists', 'Entity already exists', id)]],
    gives: /409 AlreadyExists: Entity already exists/,
  },
  'create: a LanguageProperty': {
    run: (city) => city.create(Container, { ...whole, description: { languageMap: { nl: 'bak' } } }),
    asked: `POST ${entities}`,
    answers: {
      'orion-ld-legacy': [[501, bad('Invalid Attribute Type', 'LanguageProperty')]],
      'orion-ld-mongoc': [[201]],
    },
    gives: { 'orion-ld-legacy': /501.*LanguageProperty.*mongocOnly/, 'orion-ld-mongoc': id },
  },
  'create: several types': {
    run: (city) => city.create(Container, { ...whole, type: ['Container', 'Device'] } as never),
    asked: `POST ${entities}`,
    answers: [[400, bad('Not a JSON String', 'type')]],
    gives: /400 BadRequestData: Not a JSON String: type/,
  },
  'create: a context that the broker does not reach': {
    run: (city) => city.create(Container, whole),
    asked: `POST ${entities}`,
    answers: [[503, error('LdContextNotAvailable', 'Unable to download context', 'http://x/c.jsonld')]],
    gives: /503 LdContextNotAvailable.*city\.contexts\.host/,
  },
  'get: none': {
    run: (city) => city.get(Container, id),
    asked: `GET ${one}?options=keyValues`,
    answers: [[404, error('ResourceNotFound', 'Entity Not Found', id)]],
    gives: /404 ResourceNotFound/,
  },
  'get: a tenant that is not there': {
    run: (city) => city.get(Container, id),
    asked: `GET ${one}?options=keyValues`,
    answers: [[404, error('NonExistingTenant', 'No such tenant', 'breda')]],
    gives: /404 NonexistentTenant.*misspelt/,
  },
  'get: headers beyond 64 KB are answered with HTML': {
    run: (city) => city.get(Container, id),
    asked: `GET ${one}?options=keyValues`,
    answers: [
      [431, '<html><head><title>Request too big</title></head></html>', { 'Content-Type': 'text/html' }],
    ],
    gives: /431.*Request too big/,
  },
  'a query in a tenant that is not there is empty': {
    run: (city) => city.find(Container).toArray(),
    asked: `GET ${page}&limit=500&count=true`,
    answers: [[404, error('NonExistingTenant', 'No such tenant', 'breda')]],
    gives: [],
  },
  'a query that finds nothing': {
    run: (city) => city.find(Container).toArray(),
    asked: `GET ${page}&limit=500&count=true`,
    answers: [[200, [], { 'NGSILD-Results-Count': '0' }]],
    gives: [],
  },
  'a page larger than 1000': {
    run: (city) => city.find(Container).pageSize(1600).toArray(),
    asked: [`GET ${page}&limit=1600&count=true`, `GET ${page}&limit=800&count=true`],
    answers: [
      [400, bad('Invalid value for URI parameter /limit/', 'must be an integer value <= 1000')],
      [200, [whole], { 'NGSILD-Results-Count': '1' }],
    ],
    gives: [whole],
  },
  'a count': {
    run: (city) => city.find(Container).count(),
    asked: `GET ${page}&limit=1&count=true`,
    answers: [[200, [whole], { 'NGSILD-Results-Count': '31' }]],
    gives: 31,
  },
  'two types in one query': {
    run: (city) => city.find(Container).orTypes('Isle').count(),
    asked: `GET ${entities}?type=Container,Isle&options=keyValues&limit=1&count=true`,
    answers: [[200, [whole], { 'NGSILD-Results-Count': '36' }]],
    gives: 36,
  },
  'one language': {
    run: (city) => city.find(Container).lang('nl').as('normalized').toArray(),
    asked: `GET ${entities}?type=Container&lang=nl&limit=500&count=true`,
    answers: {
      'orion-ld-legacy': [],
      'orion-ld-mongoc': [
        [200, [{ id, type: 'Container', description: { type: 'Property', lang: 'nl', value: 'bak' } }]],
      ],
    },
    gives: {
      'orion-ld-legacy': /lang: Orion-LD \(default mode\) has no language properties/,
      'orion-ld-mongoc': [
        { id, type: 'Container', description: { type: 'Property', lang: 'nl', value: 'bak' } },
      ],
    },
  },
  'merge: only one mode has it, the other is asked by batch': {
    run: (city) => city.merge(Container, { id, name: 'x' }),
    asked: {
      'orion-ld-legacy': [`GET ${one}`, `POST ${batch}/upsert?options=update`],
      'orion-ld-mongoc': [`PATCH ${one}`],
    },
    answers: { 'orion-ld-legacy': [[200, { id, type: 'Container' }], [204]], 'orion-ld-mongoc': [[204]] },
    gives: undefined,
  },
  'replace: only one mode has it, the other is asked by batch': {
    run: (city) => city.replace(Container, whole),
    asked: {
      'orion-ld-legacy': [`GET ${one}?options=keyValues`, `POST ${batch}/upsert`],
      'orion-ld-mongoc': [`PUT ${one}`],
    },
    answers: { 'orion-ld-legacy': [[200, whole], [204]], 'orion-ld-mongoc': [[204]] },
    gives: undefined,
  },
  'merge: an entity that is not there': {
    run: (city) => city.merge(Container, { id, name: 'x' }),
    asked: { 'orion-ld-legacy': [`GET ${one}`], 'orion-ld-mongoc': [`PATCH ${one}`] },
    answers: {
      'orion-ld-legacy': [[404, error('ResourceNotFound', 'Entity Not Found', id)]],
      'orion-ld-mongoc': [[404, error('ResourceNotFound', 'Entity does not exist', id)]],
    },
    gives: /404 ResourceNotFound/,
  },
  'attributes: PATCH with one that the entity has not': {
    run: (city) => city.updateAttributes(Container, { id, name: 'x', fillingLevel: 0.1 }),
    asked: `PATCH ${one}/attrs`,
    answers: {
      'orion-ld-legacy': [
        [207, { updated: ['fillingLevel'], notUpdated: [{ attributeName: 'name', reason: 'not there' }] }],
      ],
      'orion-ld-mongoc': [
        [
          207,
          {
            notUpdated: [{ statusCode: 404, title: 'not there', attributes: ['name'] }],
            updated: ['fillingLevel'],
          },
        ],
      ],
    },
    gives: { updated: ['fillingLevel'], notUpdated: [{ attribute: 'name', reason: 'not there' }] },
  },
  'attributes: PATCH with only that': {
    run: (city) => city.updateAttributes(Container, { id, name: 'x' }),
    asked: `PATCH ${one}/attrs`,
    answers: {
      'orion-ld-legacy': [
        [207, { updated: [], notUpdated: [{ attributeName: 'name', reason: 'not there' }] }],
      ],
      'orion-ld-mongoc': [[404, { title: 'not there', attributes: ['name'] }]],
    },
    gives: { updated: [], notUpdated: [{ attribute: 'name', reason: 'not there' }] },
  },
  'attributes: append with a bad one': {
    run: (city) => city.append(Container, { id, name: 'x', status: { type: 'Property' } } as never),
    asked: `POST ${one}/attrs`,
    answers: {
      'orion-ld-legacy': [
        [207, { updated: ['name'], notUpdated: [{ attributeName: 'status', reason: 'Missing /value/' }] }],
      ],
      'orion-ld-mongoc': [[400, bad('Missing /value/ field for Property at creation time', 'status')]],
    },
    gives: {
      'orion-ld-legacy': {
        updated: ['name'],
        notUpdated: [{ attribute: 'status', reason: 'Missing /value/' }],
      },
      'orion-ld-mongoc': /400 BadRequestData: Missing \/value\//,
    },
  },
  'attribute: patch one that is not there': {
    run: (city) => city.attribute(Container, id, 'name').patch({ value: 'x' }),
    asked: `PATCH ${one}/attrs/name`,
    answers: [[404, error('ResourceNotFound', 'Entity/Attribute not found', 'name')]],
    gives: /404 ResourceNotFound/,
  },
  'attribute: change its kind': {
    run: (city) =>
      city.attribute(Container, id, 'name').patch({ type: 'Relationship', object: 'urn:a:b' } as never),
    asked: `PATCH ${one}/attrs/name`,
    answers: [[400, bad('Attempt to transform a Property into a Relationship', 'name')]],
    gives: /400 BadRequestData.*keeps its kind/,
  },
  'attribute: replace': {
    run: (city) => city.attribute(Container, id, 'name').replace('x'),
    asked: `PUT ${one}/attrs/name`,
    answers: [[204]],
    gives: undefined,
  },
  'attribute: delete it twice': {
    run: async (city) => {
      await city.attribute(Container, id, 'name').delete()
      await city.attribute(Container, id, 'name').delete()
    },
    asked: [`DELETE ${one}/attrs/name`, `DELETE ${one}/attrs/name`],
    answers: [[204], [404, error('ResourceNotFound', 'Entity/Attribute not found', 'name')]],
    gives: /404 ResourceNotFound/,
  },
  'delete: twice': {
    run: async (city) => {
      await city.delete(id)
      await city.delete(id)
    },
    asked: [`DELETE ${one}`, `DELETE ${one}`],
    answers: [[204], [404, notFound]],
    gives: /404 ResourceNotFound: Entity not found/,
  },
  'a wrong verb: 405, no body': {
    run: (city) => city.connection.send({ method: 'PUT', path: entities, body: whole }),
    asked: `PUT ${entities}`,
    answers: [[405, undefined, { Allow: 'GET,POST,DELETE' }]],
    gives: /405 without a reason/,
  },
  'batch create: one is taken': {
    run: async (city) => {
      const report = await city.createAll(Container, [whole, { ...whole, id: other }])
      return [report.created + report.written, report.failed, report.problems[0]?.id]
    },
    asked: `POST ${batch}/create`,
    answers: {
      'orion-ld-legacy': [
        [207, { ...failedIn(id, { ...bad('entity already exists'), status: 400 }), success: [other] }],
      ],
      'orion-ld-mongoc': [
        [
          207,
          {
            ...failedIn(id, { ...error('AlreadyExists', 'Entity already exists'), status: 409 }),
            success: [other],
          },
        ],
      ],
    },
    gives: [1, 1, id],
  },
  'batch upsert: one new, one known, no error': {
    run: async (city) => {
      const { created, updated, written, failed } = await city.upsert(Container, [
        whole,
        { ...whole, id: other },
      ])
      return { created, updated, written, failed }
    },
    asked: `POST ${batch}/upsert?options=update`,
    answers: {
      'orion-ld-legacy': [[207, { success: [id, other], errors: [] }]],
      'orion-ld-mongoc': [[201, [other]]],
    },
    gives: {
      'orion-ld-legacy': { created: 0, updated: 0, written: 2, failed: 0 },
      'orion-ld-mongoc': { created: 1, updated: 1, written: 0, failed: 0 },
    },
  },
  'batch update: an entity that is not there': {
    run: async (city) => {
      const report = await city.update(Container, [{ id, name: 'x' }])
      return [report.failed, report.problems[0]?.problem?.status]
    },
    asked: `POST ${batch}/update`,
    answers: {
      'orion-ld-legacy': [[207, failedIn(id, { ...bad('entity does not exist'), status: 400 })]],
      'orion-ld-mongoc': [[207, failedIn(id, { ...notFound, status: 404 })]],
    },
    gives: { 'orion-ld-legacy': [1, 400], 'orion-ld-mongoc': [1, 404] },
  },
  'types: one in detail': {
    run: (city) => city.typeInfo('Nope'),
    asked: `GET ${api}/types/Nope`,
    answers: [[404, error('ResourceNotFound', 'Entity Type Not Found', 'Nope')]],
    gives: /404 ResourceNotFound: Entity Type Not Found/,
  },
  registrations: {
    run: (city) => all(city.registrations.list()),
    asked: `GET ${api}/csourceRegistrations?limit=100`,
    answers: [[200, [{ type: 'ContextSourceRegistration', id: 'urn:r:1', status: 'active' }]]],
    gives: [{ type: 'ContextSourceRegistration', id: 'urn:r:1', status: 'active' }],
  },
  'subscriptions: an unknown member': {
    run: (city) => city.subscriptions.create({ type: 'Subscription', foo: 1 }),
    asked: `POST ${api}/subscriptions`,
    answers: [[400, bad('Unknown field for subscription', 'foo')]],
    gives: /400 BadRequestData: Unknown field for subscription: foo/,
  },
  'history without TRoE: asked once, then refused, also the adding, which answers 503': {
    run: async (city) => {
      await city
        .history(Container)
        .get(id)
        .catch(() => undefined)
      await city.history(Container).append(whole)
    },
    asked: `GET ${api}/temporal/entities?type=SdkProbe&timerel=after&timeAt=1970-01-02T00%3A00%3A00Z&lastN=1`,
    answers: [
      [
        501,
        error('OperationNotSupported', 'Not Implemented in Orion-LD, please use Mintaka for this operation'),
      ],
    ],
    gives: /history: Orion-LD .* cannot do this; it keeps no history; record changes from a subscription/,
  },
}

const ofMode = <Value>(mode: Mode, value: unknown): Value =>
  (typeof value === 'object' && value !== null && mode in value
    ? (value as Record<Mode, Value>)[mode]
    : value) as Value

const outcomeOf = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    return await work
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message
    throw thrown
  }
}

describe.each<Mode>(['orion-ld-legacy', 'orion-ld-mongoc'])('%s, as it was recorded', (mode) => {
  test.each(Object.entries(recorded))('%s', async (_title, { run, asked, answers, gives }) => {
    const requests = [ofMode<string | readonly string[]>(mode, asked)].flat()
    for (const [index, [status, body, headers]] of ofMode<readonly Answer[]>(mode, answers).entries()) {
      const [method = '', path = ''] = (requests[index] ?? '').split(' ')
      nock(host)
        .intercept(path, method)
        .reply(status, body as nock.Body, headers)
    }
    const limits = { maxPageSize: 2000 }
    const city = await connected(host, { dialect: mode, tenant: 'breda', retry: false, limits })
    const outcome = await outcomeOf(run(city))
    const expected = ofMode<unknown>(mode, gives)
    if (expected instanceof RegExp) expect(outcome).toMatch(expected)
    else expect(outcome).toEqual(expected)
  })
})
