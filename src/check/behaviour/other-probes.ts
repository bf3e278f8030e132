import {
  answers,
  entityPath,
  header,
  type Judge,
  member,
  type Names,
  type Probe,
  problem,
  property,
  that,
} from './probe.js'

const subscriptions = '/ngsi-ld/v1/subscriptions'

const ask = (
  operation: string,
  asks: string,
  expects: string,
  request: Probe['request'],
  judge: Judge,
  since?: string,
): Probe => ({ operation, asks, expects, since, request, judge })

const subscriptionProbes = ({ id, type, endpoint }: Names): readonly Probe[] => {
  const one = `${subscriptions}/${encodeURIComponent(id('s1'))}`
  const notification = { endpoint: { uri: endpoint, accept: 'application/json' } }
  const post = (
    asks: string,
    expects: string,
    body: Record<string, unknown>,
    judge: Judge,
    since?: string,
  ): Probe =>
    ask(
      'Create subscription (5.8.1)',
      asks,
      expects,
      { method: 'POST', path: subscriptions, body: { type: 'Subscription', entities: [{ type }], ...body } },
      judge,
      since,
    )
  return [
    post(
      'new',
      '201 with Location',
      { id: id('s1'), watchedAttributes: ['temperature'], q: 'temperature>50', notification },
      answers(
        201,
        that((reply) => header(reply, 'location').includes('/subscriptions/'), 'sent no Location'),
      ),
    ),
    post('again', '409 AlreadyExists', { id: id('s1'), notification }, problem(409, 'AlreadyExists')),
    post('without notification', '400 BadRequestData', { id: id('s2') }, problem(400, 'BadRequestData')),
    post(
      'that has expired',
      '400 BadRequestData',
      { id: id('s3'), notification, expiresAt: '2020-01-01T00:00:00Z' },
      problem(400, 'BadRequestData'),
    ),
    post('with timeInterval', '201', { id: id('s4'), notification, timeInterval: 600 }, answers(201)),
    post(
      'with showChanges',
      '201',
      { id: id('s5'), notification: { ...notification, showChanges: true } },
      answers(201),
      '1.6',
    ),
    post(
      'with sysAttrs',
      '201',
      { id: id('s6'), notification: { ...notification, sysAttrs: true } },
      answers(201),
      '1.6',
    ),
    post(
      'with notificationTrigger',
      '201',
      { id: id('s7'), notification, notificationTrigger: ['entityDeleted'] },
      answers(201),
      '1.6',
    ),
    ask(
      'Query subscriptions (5.8.4)',
      'all',
      '200 with a list',
      { method: 'GET', path: subscriptions },
      answers(200),
    ),
    ask('Retrieve subscription (5.8.3)', 'one', '200', { method: 'GET', path: one }, answers(200)),
    ask(
      'Retrieve subscription (5.8.3)',
      'that is not there',
      '404 ResourceNotFound',
      { method: 'GET', path: `${subscriptions}/${encodeURIComponent(id('s99'))}` },
      problem(404, 'ResourceNotFound'),
    ),
    ask(
      'Update subscription (5.8.2)',
      'isActive: false',
      '204',
      { method: 'PATCH', path: one, body: { isActive: false } },
      answers(204),
    ),
    ask(
      'Retrieve subscription (5.8.3)',
      'that was paused',
      '200 with status "paused"',
      { method: 'GET', path: one },
      answers(200, (reply) => {
        const status = member(reply, 'status')
        return status === 'paused' ? undefined : `says ${String(status)}`
      }),
    ),
    ask('Delete subscription (5.8.5)', 'one', '204', { method: 'DELETE', path: one }, answers(204)),
    ask(
      'Delete subscription (5.8.5)',
      'again',
      '404 ResourceNotFound',
      { method: 'DELETE', path: one },
      problem(404, 'ResourceNotFound'),
    ),
  ]
}

const purge: Probe['operation'] = 'Purge entities (5.6.21)'

/** Tells whether a probe may only be run where the tenant is known to be apart: a broker may ignore its condition. */
export const needsOwnTenant = ({ operation }: Probe): boolean => operation === purge

const otherProbes = ({ id, type }: Names): readonly Probe[] => [
  ask(
    'Tenants (4.14)',
    'an entity of another tenant',
    '404',
    {
      method: 'GET',
      path: entityPath(id('q1')),
      tenant: '',
    },
    answers(404),
    '1.5',
  ),
  ask(
    'Tenants (4.14)',
    'read from a tenant that is not there',
    '404 NonexistentTenant',
    { method: 'GET', path: '/ngsi-ld/v1/entities', query: { type, local: 'true' }, tenant: 'nosuchtenant' },
    problem(404, 'NonexistentTenant'),
    '1.5',
  ),
  ask(
    'Store context (5.13.2)',
    'new',
    '201 with Location at the address that was asked',
    {
      method: 'POST',
      path: '/ngsi-ld/v1/jsonldContexts',
      body: { '@context': { foo: 'https://ex.org/foo' } },
    },
    answers(201, (reply) => {
      const location = header(reply, 'location')
      if (!location.includes('/jsonldContexts/')) return 'sent no Location'
      const host = new URL(location, reply.url).host
      return host === new URL(reply.url).host ? undefined : `sends the client to ${host}`
    }),
    '1.5',
  ),
  ask(
    'List contexts (5.13.3)',
    'all',
    '200',
    { method: 'GET', path: '/ngsi-ld/v1/jsonldContexts' },
    answers(200),
    '1.5',
  ),
  ask(
    'Query temporal (5.7.4)',
    'by type',
    '200',
    {
      method: 'GET',
      path: '/ngsi-ld/v1/temporal/entities',
      query: { type, timerel: 'after', timeAt: '2020-01-01T00:00:00Z' },
    },
    answers([200, 206]),
  ),
  ask(
    'Create temporal (5.6.11)',
    'new',
    '201',
    {
      method: 'POST',
      path: '/ngsi-ld/v1/temporal/entities',
      body: {
        id: id('t1'),
        type,
        temperature: [{ ...property(1), observedAt: '2024-05-01T10:00:00Z' }],
      },
    },
    answers(201),
  ),
  ask(
    purge,
    'by type',
    '204',
    { method: 'DELETE', path: '/ngsi-ld/v1/entities', query: { type } },
    answers(204),
    '1.8',
  ),
]

/** Subscriptions, tenants, contexts, history, and the end. */
export const remainingProbes = (names: Names): readonly Probe[] => [
  ...subscriptionProbes(names),
  ...otherProbes(names),
]
