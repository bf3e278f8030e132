import type { Reply } from '../../http/reply.js'
import type { RequestSpec } from '../../http/request-spec.js'
import { isObject } from '../../ngsi/entity.js'
import type { Told } from './listener.js'
import { entityPath, member, type Names, property } from './probe.js'

/** What must be true of what was notified after a request, or of its answer. */
export interface NotificationCheck {
  readonly asks: string
  readonly expects: string
  /** Says how it differs, or undefined. */
  readonly judge: (told: readonly Told[], reply: Reply) => string | undefined
}

/** A request that leads to notifications, or must not. */
export interface NotificationStep {
  readonly operation: string
  readonly request: RequestSpec
  /** What the receiver answers. */
  readonly answer: number
  /** Whether everything has come that should; undefined where nothing is waited for. */
  readonly enough?: ((told: readonly Told[]) => boolean) | undefined
  /** Nothing may come: waited for a while all the same. */
  readonly silent?: boolean | undefined
  readonly checks: readonly NotificationCheck[]
}

const notification = 'Notification (5.8.6)'

/** Entities told, once each. */
const entitiesIn = (told: readonly Told[]): ReadonlySet<string> =>
  new Set(
    told.flatMap(({ body }) =>
      [isObject(body) ? body['data'] : undefined]
        .flat()
        .flatMap((entity) => (isObject(entity) && typeof entity['id'] === 'string' ? [entity['id']] : [])),
    ),
  )

const shapeProblem = (body: unknown, subscription: string): string | undefined => {
  if (!isObject(body)) return 'is no JSON object'
  if (body['type'] !== 'Notification') return `has the type ${JSON.stringify(body['type'])}`
  if (body['subscriptionId'] !== subscription) return 'does not name the subscription'
  if (typeof body['notifiedAt'] !== 'string') return 'lacks notifiedAt'
  return Array.isArray(body['data']) ? undefined : 'has no list as data'
}

const missingOf = (told: readonly Told[], ids: readonly string[]): string | undefined => {
  const found = entitiesIn(told)
  const count = ids.filter((id) => found.has(id)).length
  return count === ids.length ? undefined : `told ${count} of ${ids.length}`
}

const failedCount = (reply: Reply): boolean =>
  member(reply, 'notification', 'status') === 'failed' ||
  Number(member(reply, 'notification', 'timesFailed') ?? 0) > 0 ||
  member(reply, 'notification', 'lastFailure') !== undefined

/** Makes the steps; `endpoint` is the address of the listener. The failing receiver comes last: a broker may wait after it. */
export const notificationSteps = ({ id, type }: Names, endpoint: string): readonly NotificationStep[] => {
  const subscription = id('s20')
  const one = `/ngsi-ld/v1/subscriptions/${encodeURIComponent(subscription)}`
  const query = new URL(endpoint).pathname
  const crowd = ['n1', 'n2', 'n3'].map(id)
  const entity = (name: string, value: number) => ({ id: name, type, temperature: property(value) })
  const patch = (value: number): RequestSpec => ({
    method: 'PATCH',
    path: entityPath(id('n1'), '/attrs'),
    body: { temperature: property(value) },
  })
  const active = (isActive: boolean): NotificationStep => ({
    operation: 'Update subscription (5.8.2)',
    request: { method: 'PATCH', path: one, body: { isActive } },
    answer: 200,
    checks: [],
  })
  const uri = `${endpoint}?a=1`
  return [
    {
      operation: notification,
      request: {
        method: 'POST',
        path: '/ngsi-ld/v1/subscriptions',
        body: {
          id: subscription,
          type: 'Subscription',
          entities: [{ type }],
          watchedAttributes: ['temperature'],
          q: 'temperature>50',
          notification: { endpoint: { uri, accept: 'application/json' } },
        },
      },
      answer: 200,
      checks: [],
    },
    {
      operation: notification,
      request: { method: 'POST', path: '/ngsi-ld/v1/entities', body: entity(id('n1'), 60) },
      answer: 200,
      enough: (told) => told.length > 0,
      checks: [
        {
          asks: 'of a new entity',
          expects: 'a Notification with the entity',
          judge: (told) => missingOf(told, [id('n1')]) ?? shapeProblem(told[0]?.body, subscription),
        },
        {
          asks: 'to an address with a query',
          expects: 'the address as it is',
          judge: ([first]) =>
            first === undefined || first.target === `${query}?a=1`
              ? undefined
              : `calls ${first.target.slice(query.length, query.length + 60)}`,
        },
      ],
    },
    {
      operation: notification,
      request: {
        method: 'POST',
        path: '/ngsi-ld/v1/entityOperations/upsert',
        body: crowd.map((name, index) => entity(name, 80 + index)),
      },
      answer: 200,
      enough: (told) => crowd.every((name) => entitiesIn(told).has(name)),
      checks: [
        {
          asks: 'of a batch of three',
          expects: 'all three, in one or several',
          judge: (told) => missingOf(told, crowd),
        },
      ],
    },
    active(false),
    {
      operation: notification,
      request: patch(91),
      answer: 200,
      silent: true,
      checks: [
        {
          asks: 'while the subscription is paused',
          expects: 'nothing',
          judge: (told) => (told.length === 0 ? undefined : 'notifies though isActive is false'),
        },
      ],
    },
    active(true),
    {
      operation: notification,
      request: patch(90),
      answer: 500,
      enough: (told) => told.length > 0,
      checks: [],
    },
    {
      operation: notification,
      request: { method: 'GET', path: one },
      answer: 200,
      checks: [
        {
          asks: 'to a receiver that answers 500',
          expects: 'a failure in the subscription',
          judge: (_told, reply) => (failedCount(reply) ? undefined : 'counts it as a success'),
        },
      ],
    },
  ]
}
