import { isObject } from '../../ngsi/entity.js'
import {
  answers,
  type Judge,
  kindIn,
  member,
  type Names,
  type Probe,
  problem,
  property,
  that,
} from './probe.js'

type Path = 'create' | 'upsert' | 'update' | 'merge' | 'delete'

const operations: Readonly<Record<Path, string>> = {
  create: 'Batch create (5.6.7)',
  upsert: 'Batch upsert (5.6.8)',
  update: 'Batch update (5.6.9)',
  merge: 'Batch merge (5.6.20)',
  delete: 'Batch delete (5.6.10)',
}

const batch = (
  path: Path,
  asks: string,
  expects: string,
  body: unknown,
  judge: Judge,
  rest: { readonly query?: Record<string, string>; readonly since?: string } = {},
): Probe => ({
  operation: operations[path],
  asks,
  expects,
  since: rest.since,
  request: { method: 'POST', path: `/ngsi-ld/v1/entityOperations/${path}`, body, query: rest.query },
  judge,
})

const created = (...ids: readonly string[]): Judge =>
  answers(
    201,
    that(
      ({ body }) => Array.isArray(body) && body.length === ids.length && ids.every((id) => body.includes(id)),
      'does not list the ids that were created, and only those',
    ),
  )

const firstError = (kind: string): Judge =>
  answers(207, (reply) => {
    const errors = member(reply, 'errors')
    const first: unknown = Array.isArray(errors) ? errors[0] : undefined
    if (!isObject(first) || typeof first['entityId'] !== 'string') return 'names no entityId in errors'
    const error = first['error']
    const found = kindIn(error)
    return found === kind ? undefined : `calls it ${found ?? 'nothing'}`
  })

/** More than 1,000 and fewer bytes than any broker's limit. */
const many = 1001

/** Batches: what was created, what was there, what fails. */
export const batchProbes = ({ id, type }: Names): readonly Probe[] => {
  const entity = (name: string | number, value: number): Record<string, unknown> => ({
    id: id(name),
    type,
    temperature: property(value),
  })
  const crowd = Array.from({ length: many }, (_, index) => entity(`m${index}`, index))
  return [
    batch(
      'create',
      'two new',
      '201 with both ids',
      [entity('b1', 1), entity('b2', 2)],
      created(id('b1'), id('b2')),
    ),
    batch(
      'create',
      'one exists, one is new',
      '207 with AlreadyExists',
      [entity('b1', 1), entity('b3', 3)],
      firstError('AlreadyExists'),
    ),
    batch('create', 'an entity without id', '207 or 400', [{ type, a: property(1) }], (reply) =>
      reply.status === 400 ? undefined : answers(207)(reply),
    ),
    batch('create', 'an empty list', '400 BadRequestData', [], problem(400, 'BadRequestData')),
    batch(
      'upsert',
      'two new',
      '201 with both ids',
      [entity('u1', 1), entity('u2', 2)],
      created(id('u1'), id('u2')),
    ),
    batch(
      'upsert',
      'one exists, one is new',
      '201 with the id of the new one',
      [entity('u1', 10), entity('u3', 3)],
      created(id('u3')),
    ),
    batch('upsert', 'all exist', '204', [entity('u1', 11), entity('u2', 12)], answers(204)),
    batch(
      'upsert',
      'options=update, one exists, one is new',
      '201 with the id of the new one',
      [entity('u1', 13), entity('u9', 9)],
      created(id('u9')),
      { query: { options: 'update' } },
    ),
    batch(
      'upsert',
      'one id twice',
      '201 with that id, no error',
      [
        { ...entity('u20', 1), a: property(1) },
        { ...entity('u20', 2), b: property(2) },
      ],
      created(id('u20')),
      { query: { options: 'update' } },
    ),
    batch(
      'update',
      'nothing is there',
      '207 with ResourceNotFound, 404',
      [entity('u99', 1)],
      answers(207, (reply) => {
        const errors = member(reply, 'errors')
        const first: unknown = Array.isArray(errors) ? errors[0] : undefined
        const error = isObject(first) ? first['error'] : undefined
        const status = isObject(error) ? error['status'] : undefined
        return status === 404 || status === undefined
          ? firstError('ResourceNotFound')(reply)
          : `says ${status}`
      }),
    ),
    batch('merge', 'all exist', '204', [entity('u1', 14)], answers(204), { since: '1.6' }),
    batch('delete', 'all exist', '204', [id('u1'), id('u2')], answers(204)),
    batch(
      'delete',
      'one exists, one does not',
      '207 with ResourceNotFound',
      [id('u3'), id('u98')],
      firstError('ResourceNotFound'),
    ),
    batch(
      'upsert',
      `${many} new`,
      '201 with all ids',
      crowd,
      created(...crowd.map((one) => String(one['id']))),
      {
        query: { options: 'update' },
      },
    ),
    batch('upsert', `${many} that exist`, '204', crowd, answers(204), { query: { options: 'update' } }),
    batch(
      'delete',
      `${many} that exist`,
      '204',
      crowd.map((one) => one['id']),
      answers(204),
    ),
  ]
}
