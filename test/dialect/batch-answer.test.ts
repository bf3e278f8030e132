import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BatchOperation, readBatchAnswer, readProblem } from '../../src/dialect/batch-answer.js'

const a = 'urn:ngsi-ld:T:a'
const b = 'urn:ngsi-ld:T:b'
const bad = {
  type: 'https://uri.etsi.org/ngsi-ld/errors/BadRequestData',
  title: 'no',
  detail: 'why',
  status: 400,
}

const outcomes = (operation: BatchOperation, status: number, body: unknown, sent = [a, b]): unknown => {
  const reading = readBatchAnswer(operation, sent, { status, body })
  return reading.kind === 'refused' ? reading.problem.title : sent.map((id) => reading.verdict(id).outcome)
}

describe('upsert answers', () => {
  test.each<[string, number, unknown, unknown]>([
    ['204: all existed', 204, undefined, ['updated', 'updated']],
    ['201 with every id: all are new', 201, [a, b], ['created', 'created']],
    [
      '201 with some ids (Orion-LD mongoc, Scorpio, Stellio): the rest existed',
      201,
      [a],
      ['created', 'updated'],
    ],
    ['201 with an empty list (Orion-LD default after an inner failure)', 201, [], ['unknown', 'unknown']],
    ['201 with foreign ids only', 201, ['urn:x:y'], ['unknown', 'unknown']],
    ['201 without a body', 201, undefined, ['written', 'written']],
    ['200 with a list', 200, [a, b], ['written', 'written']],
    [
      '207 without errors (Orion-LD default, new and existing mixed): a success',
      207,
      { success: [a, b], errors: [] },
      ['written', 'written'],
    ],
    [
      '207 with errors by entityId and error (Orion-LD, Stellio)',
      207,
      { success: [a], errors: [{ entityId: b, error: bad }] },
      ['written', 'failed'],
    ],
    [
      '207 with errors by id and ProblemDetails (Scorpio)',
      207,
      { success: [a], errors: [{ id: b, type: 'Upsert', ProblemDetails: bad }] },
      ['written', 'failed'],
    ],
    [
      '207 as an array (Scorpio 4.1)',
      207,
      [
        { id: a, type: 'Upsert', success: [{ attributes: [] }] },
        { id: b, type: 'Upsert', failure: [{ status: 400 }] },
      ],
      ['written', 'failed'],
    ],
    [
      '207 as an array of failures alone',
      207,
      [a, b].map((id) => ({ id, type: 'Upsert', failure: [{ status: 400 }] })),
      ['failed', 'failed'],
    ],
    [
      '207 as an array, of one neither success nor failure',
      207,
      [{ id: a, success: [] }, { id: b }],
      ['written', 'unknown'],
    ],
    [
      '207 with successes as objects',
      207,
      { success: [{ id: a }, { entityId: b }], errors: [] },
      ['written', 'written'],
    ],
    ['207 with an empty body (Scorpio 2.1)', 207, undefined, ['unknown', 'unknown']],
    ['an id in neither list', 207, { success: [a], errors: [] }, ['written', 'unknown']],
    [
      'an id in both lists',
      207,
      { success: [a, b], errors: [{ entityId: b, error: bad }] },
      ['written', 'unknown'],
    ],
    [
      'an error that names no entity, one id left: it is that one',
      207,
      { success: [a], errors: [{ entityId: 'no entity::id', error: bad }] },
      ['written', 'failed'],
    ],
    [
      'an error that names no entity, two ids left: nobody knows',
      207,
      { success: [], errors: [{ entityId: 'No Entity::id', error: bad }] },
      ['unknown', 'unknown'],
    ],
    [
      '400 with an error per entity (Scorpio, all failed)',
      400,
      {
        errors: [
          { id: a, ProblemDetails: bad },
          { id: b, ProblemDetails: bad },
        ],
      },
      ['failed', 'failed'],
    ],
    ['400 that names no entity', 400, bad, 'no'],
    ['502 from a proxy', 502, undefined, 'no reason given'],
    ['302: of nobody that keeps entities', 302, undefined, 'no reason given'],
  ])('%s', (_title, status, body, expected) => {
    expect(outcomes('upsert', status, body)).toEqual(expected)
  })
})

test.each<[BatchOperation, number, unknown, unknown]>([
  ['create', 201, [a, b], ['created', 'created']],
  ['create', 201, [a], ['created', 'unknown']],
  ['create', 207, { success: [a], errors: [{ entityId: b, error: bad }] }, ['created', 'failed']],
  ['update', 204, undefined, ['updated', 'updated']],
  ['merge', 204, undefined, ['updated', 'updated']],
  ['delete', 204, undefined, ['deleted', 'deleted']],
  [
    'delete',
    404,
    {
      errors: [
        { id: a, ProblemDetails: bad },
        { id: b, ProblemDetails: bad },
      ],
    },
    ['failed', 'failed'],
  ],
])('%s answered %d %j', (operation, status, body, expected) => {
  expect(outcomes(operation, status, body)).toEqual(expected)
})

test('every id sent has exactly one verdict, whatever comes back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<BatchOperation>('create', 'upsert', 'update', 'merge', 'delete'),
      fc.uniqueArray(fc.webUrl(), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(200, 201, 204, 207, 400, 404, 409, 500, 503),
      fc.oneof(
        fc.jsonValue(),
        fc.record({ success: fc.array(fc.webUrl()), errors: fc.array(fc.record({ entityId: fc.webUrl() })) }),
      ),
      (operation, sent, status, body) => {
        const reading = readBatchAnswer(operation, sent, { status, body })
        if (reading.kind === 'refused') expect(status).toBeGreaterThanOrEqual(400)
        else
          for (const id of sent)
            expect(reading.verdict(id).outcome).toMatch(/^(created|updated|written|deleted|failed|unknown)$/)
      },
    ),
  )
})

test.each([
  [
    { type: 400, title: 'x', details: { a: 1 } },
    { title: 'x', detail: '{"a":1}', type: 'about:blank' },
  ],
  ['plain text', { title: 'plain text', type: 'about:blank' }],
  [undefined, { title: 'no reason given', type: 'about:blank' }],
])('a problem in any shape: %j', (given, expected) => {
  expect(readProblem(given)).toEqual(expected)
})

test('lists under a plain 200 are read as under 207', () => {
  const body = { success: ['urn:a'], errors: [{ entityId: 'urn:b', error: { title: 'no', status: 400 } }] }
  const reading = readBatchAnswer('upsert', ['urn:a', 'urn:b'], { status: 200, body })
  const verdicts = ['urn:a', 'urn:b'].map((id) => reading.kind === 'perEntity' && reading.verdict(id))
  expect(verdicts).toMatchObject([{ outcome: 'written' }, { outcome: 'failed', problem: { title: 'no' } }])
})

test('an error under 207 that has no status is given none; the answer is no refusal', () => {
  const body = { success: [], errors: [{ entityId: 'urn:a', error: { title: 'no' } }] }
  const reading = readBatchAnswer('upsert', ['urn:a'], { status: 207, body })
  expect(reading.kind === 'perEntity' && reading.verdict('urn:a').problem).toEqual({
    type: 'about:blank',
    title: 'no',
  })
})

test('what the broker says of a whole request stands before what its status asks for', () => {
  const told = readBatchAnswer('upsert', [a], { status: 413, body: { title: 'too long', detail: 'why' } })
  expect(told).toMatchObject({ kind: 'refused', problem: { detail: 'why' } })
  const silent = readBatchAnswer('upsert', [a], { status: 413, body: undefined })
  expect(silent).toMatchObject({ kind: 'refused', problem: { detail: expect.stringMatching(/maxBytes/) } })
})
