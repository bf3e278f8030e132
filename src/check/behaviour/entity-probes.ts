import {
  answers,
  entityPath,
  header,
  member,
  type Names,
  type Probe,
  problem,
  property,
  that,
} from './probe.js'

const entities = '/ngsi-ld/v1/entities'

/** 2^53: the largest integer that JSON brings over everywhere (RFC 8259 section 6). */
const large = 2 ** 53

const first = ({ id, type }: Names): Record<string, unknown> => ({
  id: id(1),
  type,
  temperature: { ...property(21.5), unitCode: 'CEL', observedAt: '2024-05-01T10:00:00.123Z' },
  name: property('alpha'),
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [9.1, 49] } },
  address: property({ city: 'Berlin', no: 5 }),
  big: property(large),
})

const create = (names: Names): readonly Probe[] => {
  const operation = 'Create entity (5.6.1)'
  const post = (
    asks: string,
    expects: string,
    body: unknown,
    judge: Probe['judge'],
    since?: string,
  ): Probe => ({ operation, asks, expects, since, request: { method: 'POST', path: entities, body }, judge })
  const kind = (name: string, attribute: unknown, since: string): Probe =>
    post(`with a ${name}`, '201', { id: names.id(name), type: names.type, l: attribute }, answers(201), since)
  return [
    post(
      'new',
      '201 with Location',
      first(names),
      answers(
        201,
        that((reply) => header(reply, 'location').includes('/entities/'), 'sent no Location'),
      ),
    ),
    post('again', '409 AlreadyExists', first(names), problem(409, 'AlreadyExists')),
    post('without id', '400 BadRequestData', { type: names.type }, problem(400, 'BadRequestData')),
    post(
      'with a null value',
      '400 BadRequestData',
      { id: names.id('null'), type: names.type, n: property(null) },
      problem(400, 'BadRequestData'),
    ),
    {
      operation,
      asks: 'in broken JSON',
      expects: '400 InvalidRequest',
      request: { method: 'POST', path: entities, text: '{"id":' },
      judge: problem(400, 'InvalidRequest'),
    },
    {
      operation,
      asks: 'as text/plain',
      expects: '415',
      request: { method: 'POST', path: entities, text: 'x', contentType: 'text/plain' },
      judge: answers(415),
    },
    {
      operation,
      asks: 'JSON-LD without @context',
      expects: '400',
      request: {
        method: 'POST',
        path: entities,
        body: { id: names.id('ld'), type: names.type },
        contentType: 'application/ld+json',
      },
      judge: answers(400),
    },
    {
      operation,
      asks: 'with a context that nobody serves',
      expects: '504 LdContextNotAvailable (503 before 1.9)',
      request: {
        method: 'POST',
        path: entities,
        body: { id: names.id('context'), type: names.type },
        // Port 9 is "discard": nothing answers HTTP there.
        context: 'http://127.0.0.1:9/none.jsonld',
      },
      judge: problem([503, 504], 'LdContextNotAvailable'),
    },
    kind('LanguageProperty', { type: 'LanguageProperty', languageMap: { de: 'Hallo' } }, '1.4'),
    kind('VocabProperty', { type: 'VocabProperty', vocab: 'Male' }, '1.6'),
    kind('ListProperty', { type: 'ListProperty', valueList: [1, 2] }, '1.8'),
    kind('JsonProperty', { type: 'JsonProperty', json: { a: 1 } }, '1.8'),
    post(
      'with two types',
      '201',
      { id: names.id('types'), type: [names.type, 'Other'], a: property(1) },
      answers(201),
      '1.3',
    ),
    post(
      'with a scope',
      '201',
      { id: names.id('scope'), type: names.type, scope: '/Town/Centre' },
      answers(201),
      '1.4',
    ),
  ]
}

const retrieve = ({ id }: Names): readonly Probe[] => {
  const operation = 'Retrieve entity (5.7.1)'
  const get = (
    asks: string,
    expects: string,
    query: Record<string, string>,
    judge: Probe['judge'],
    rest: Partial<Probe['request']> & { readonly since?: string } = {},
  ): Probe => {
    const { since, ...request } = rest
    return {
      operation,
      asks,
      expects,
      since,
      request: { method: 'GET', path: entityPath(id(1)), query, ...request },
      judge,
    }
  }
  const temperature = (...path: readonly string[]): Probe['judge'] =>
    answers(
      200,
      that((reply) => member(reply, 'temperature', ...path) === 21.5, 'sent another temperature'),
    )
  return [
    get('normalized', '200 with its values', {}, temperature('value')),
    get(
      'with an integer of 2^53',
      '200 with that integer',
      {},
      answers(200, (reply) =>
        member(reply, 'big', 'value') === large
          ? undefined
          : `sent ${String(member(reply, 'big', 'value'))} for ${large}`,
      ),
    ),
    get('keyValues', '200 with bare values', { options: 'keyValues' }, temperature()),
    get('concise', '200', { options: 'concise' }, temperature('value'), { since: '1.5' }),
    get(
      'with sysAttrs',
      '200 with createdAt',
      { options: 'sysAttrs' },
      answers(
        200,
        that((reply) => member(reply, 'createdAt') !== undefined, 'sent no createdAt'),
      ),
    ),
    get('keyValues with sysAttrs', '200', { options: 'sysAttrs,keyValues' }, answers(200)),
    get('pick', '200', { pick: 'temperature' }, answers(200), { since: '1.8' }),
    get(
      'as JSON-LD',
      '200 with @context',
      {},
      answers(
        200,
        that((reply) => member(reply, '@context') !== undefined, 'sent no @context'),
      ),
      { accept: 'application/ld+json' },
    ),
    get(
      'as GeoJSON',
      '200 with a Feature',
      {},
      answers(
        200,
        that((reply) => member(reply, 'type') === 'Feature', 'sent no Feature'),
      ),
      { accept: 'application/geo+json' },
    ),
    get('as HTML', '406', {}, answers(406), { accept: 'text/html' }),
    get('that is not there', '404 ResourceNotFound', {}, problem(404, 'ResourceNotFound'), {
      path: entityPath(id('nobody')),
    }),
    {
      operation: 'HTTP (RFC 9110)',
      asks: 'HEAD of an entity',
      expects: '200 without body',
      request: { method: 'HEAD', path: entityPath(id(1)) },
      judge: answers(200),
    },
    {
      operation: 'HTTP (6.3.2)',
      asks: 'PUT of all entities',
      // The public conformance suite asks for 400 here, HTTP for 405.
      expects: '405 or 400, with a problem',
      request: { method: 'PUT', path: entities, body: {} },
      judge: problem([400, 405]),
    },
  ]
}

const change = ({ id, type }: Names): readonly Probe[] => {
  const ask = (
    operation: string,
    asks: string,
    expects: string,
    request: Probe['request'],
    judge: Probe['judge'],
    since?: string,
  ): Probe => ({ operation, asks, expects, since, request, judge })
  const attributes = entityPath(id(1), '/attrs')
  const nobody = entityPath(id('nobody'), '/attrs')
  const one = entityPath(id(1), '/attrs/temperature')
  const notUpdated = that((reply) => {
    const [entry] = [member(reply, 'notUpdated')].flat() as readonly unknown[]
    const { attributeName, reason } = (entry ?? {}) as Record<string, unknown>
    return typeof attributeName === 'string' && typeof reason === 'string'
  }, 'names no attributeName and reason in notUpdated')
  return [
    ask(
      'Append attributes (5.6.3)',
      'new one',
      '204',
      { method: 'POST', path: attributes, body: { humidity: property(40) } },
      answers(204),
    ),
    ask(
      'Append attributes (5.6.3)',
      'noOverwrite, one of two exists',
      '207 with notUpdated',
      {
        method: 'POST',
        path: attributes,
        query: { options: 'noOverwrite' },
        body: { humidity: property(41), extra: property(1) },
      },
      answers(207, notUpdated),
    ),
    ask(
      'Update attributes (5.6.2)',
      'existing one',
      '204',
      { method: 'PATCH', path: attributes, body: { temperature: property(22) } },
      answers(204),
    ),
    ask(
      'Update attributes (5.6.2)',
      'one of two exists',
      '204 (appended, 1.9), or 207 with notUpdated',
      { method: 'PATCH', path: attributes, body: { zzz: property(1), temperature: property(23) } },
      (reply) => (reply.status === 204 ? undefined : answers(207, notUpdated)(reply)),
    ),
    ask(
      'Update attributes (5.6.2)',
      'that are not there',
      '204 (appended, 1.9), 207 with notUpdated, or 404 with a problem',
      { method: 'PATCH', path: attributes, body: { yyy: property(1) } },
      (reply) => {
        if (reply.status === 204) return undefined
        return reply.status === 207 ? notUpdated(reply) : problem(404)(reply)
      },
    ),
    ask(
      'Update attributes (5.6.2)',
      'of no entity',
      '404 ResourceNotFound',
      { method: 'PATCH', path: nobody, body: { temperature: property(23) } },
      problem(404, 'ResourceNotFound'),
    ),
    ask(
      'Partial update of an attribute (5.6.4)',
      'value only',
      '204',
      { method: 'PATCH', path: one, body: { value: 24 } },
      answers(204),
    ),
    ask(
      'Replace attribute (5.6.19)',
      'existing one',
      '204',
      { method: 'PUT', path: one, body: property(25) },
      answers(204),
      '1.6',
    ),
    ask(
      'Merge entity (5.6.17)',
      'one attribute',
      '204',
      { method: 'PATCH', path: entityPath(id(1)), body: { temperature: property(26) } },
      answers(204),
      '1.6',
    ),
    ask(
      'Replace entity (5.6.18)',
      'existing one',
      '204',
      {
        method: 'PUT',
        path: entityPath(id(1)),
        body: { id: id(1), type, temperature: property(27), name: property('alpha') },
      },
      answers(204),
      '1.6',
    ),
    ask(
      'Delete attribute (5.6.5)',
      'existing one',
      '204',
      { method: 'DELETE', path: entityPath(id(1), '/attrs/name') },
      answers(204),
    ),
    ask(
      'Delete attribute (5.6.5)',
      'again',
      '404 ResourceNotFound',
      { method: 'DELETE', path: entityPath(id(1), '/attrs/name') },
      problem(404, 'ResourceNotFound'),
    ),
    ask(
      'Delete entity (5.6.6)',
      'existing one',
      '204',
      { method: 'DELETE', path: entityPath(id(1)) },
      answers(204),
    ),
    ask(
      'Delete entity (5.6.6)',
      'again',
      '404 ResourceNotFound',
      { method: 'DELETE', path: entityPath(id(1)) },
      problem(404, 'ResourceNotFound'),
    ),
  ]
}

/** One entity from its creation to its end. */
export const entityProbes = (names: Names): readonly Probe[] => [
  ...create(names),
  ...retrieve(names),
  ...change(names),
]
