import { afterEach, beforeEach, expect, it } from 'vitest'
import { type RunningBroker, startBroker } from '../../src/broker/index.js'
import { lamp } from './ask.js'

let near: RunningBroker
let far: RunningBroker
beforeEach(async () => {
  near = await startBroker()
  far = await startBroker()
})
afterEach(async () => {
  await near.close()
  await far.close()
})

const post = (broker: RunningBroker, path: string, body: unknown): Promise<Response> =>
  fetch(`${broker.url}/ngsi-ld/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const get = async (broker: RunningBroker, path: string) => {
  const response = await fetch(`${broker.url}/ngsi-ld/v1${path}`)
  return {
    status: response.status,
    warning: response.headers.get('ngsild-warning'),
    body: (await response.json()) as never,
  }
}
const register = (broker: RunningBroker, endpoint: string, members: object = {}): Promise<Response> =>
  post(broker, '/csourceRegistrations', {
    type: 'ContextSourceRegistration',
    information: [{ entities: [{ type: 'Lamp' }] }],
    endpoint,
    ...members,
  })
const ids = (body: { id: string }[]): string => body.map(({ id }) => id.slice(-1)).join('')

it('reads at inclusive sources and merges by id, what was observed last winning (4.3.6)', async () => {
  await post(near, '/entityOperations/create', [
    lamp(1),
    lamp(2, { a: { value: 1, observedAt: '2026-01-01T00:00:00Z' } }),
  ])
  await post(far, '/entityOperations/create', [
    lamp(2, { a: { value: 2, observedAt: '2026-02-01T00:00:00Z' }, b: 5 }),
    lamp(3),
  ])
  expect((await register(near, far.url)).status).toBe(201)
  const all = await get(near, '/entities?type=Lamp&options=keyValues')
  expect(ids(all.body)).toBe('123')
  expect(all.body[1]).toMatchObject({ power: 2, a: 2, b: 5 })
  expect(ids((await get(near, '/entities?type=Lamp&local=true')).body)).toBe('12')
  expect(ids((await get(near, '/entities?type=Lamp&q=power>2')).body)).toBe('3')
  expect((await get(near, '/entities/urn:ngsi-ld:Lamp:3')).body).toEqual(lamp(3))
  expect((await get(near, '/entities/urn:ngsi-ld:Lamp:9')).status).toBe(404)
  expect(ids((await get(near, '/entities?type=Lamp&limit=1&offset=2')).body)).toBe('3')
})

it('never asks in circles', async () => {
  await post(near, '/entities', lamp(1))
  await register(near, far.url)
  await register(far, near.url)
  expect(ids((await get(near, '/entities?type=Lamp')).body)).toBe('1')
  expect(ids((await get(far, '/entities?type=Lamp')).body)).toBe('1')
})

it('tells of sources that fail, and answers all the same (6.3.17)', async () => {
  await post(near, '/entities', lamp(1))
  await register(near, 'http://127.0.0.1:1', { contextSourceAlias: 'gone' })
  const answer = await get(near, '/entities?type=Lamp')
  expect([answer.status, ids(answer.body), answer.warning]).toEqual([200, '1', '199 gone "no answer"'])
  await register(near, far.url, { operations: ['createEntity'] })
  expect(ids((await get(near, '/entities?type=Lamp')).body)).toBe('1')
})
