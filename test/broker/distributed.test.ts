import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

describe('writes at inclusive sources (4.3.6)', () => {
  const writes = ['createEntity', 'appendAttrs', 'updateAttrs', 'deleteAttrs', 'deleteEntity', 'mergeEntity']
  const send = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${near.url}/ngsi-ld/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const lampAt = async (broker: RunningBroker) =>
    (await get(broker, '/entities/urn:ngsi-ld:Lamp:1?options=keyValues&local=true')) as {
      status: number
      body: Record<string, unknown>
    }
  const one = '/entities/urn:ngsi-ld:Lamp:1'

  it('are done on both sides, each with the attributes that the registration names', async () => {
    await register(near, far.url, {
      operations: writes,
      information: [{ entities: [{ type: 'Lamp' }], propertyNames: ['power'] }],
    })
    expect((await send('POST', '/entities', lamp(1, { name: { value: 'x' } }))).status).toBe(201)
    expect((await lampAt(near)).body).toMatchObject({ power: 1, name: 'x' })
    expect((await lampAt(far)).body).toEqual({ id: 'urn:ngsi-ld:Lamp:1', type: 'Lamp', power: 1 })
    expect((await send('PATCH', `${one}/attrs`, { power: 2 })).status).toBe(204)
    expect((await send('PATCH', `${one}/attrs/power`, { value: 3 })).status).toBe(204)
    expect((await send('PATCH', `${one}/attrs/name`, { value: 'y' })).status).toBe(204)
    expect([(await lampAt(near)).body['power'], (await lampAt(far)).body['power']]).toEqual([3, 3])
    expect((await lampAt(far)).body['name']).toBeUndefined()
    expect((await send('DELETE', one)).status).toBe(204)
    expect([(await lampAt(near)).status, (await lampAt(far)).status]).toEqual([404, 404])
  })

  it('reach an entity that only the source has', async () => {
    await post(far, '/entities', lamp(1))
    await register(near, far.url, { operations: writes })
    expect((await send('PATCH', one, { power: 9 })).status).toBe(204)
    expect((await lampAt(far)).body['power']).toBe(9)
    expect((await send('DELETE', '/entities/urn:ngsi-ld:Lamp:2')).status).toBe(404)
  })

  it('are told in a 207 where a source refuses or does not answer, and stay here with local=true', async () => {
    await register(near, far.url, { id: 'urn:r:far', operations: writes })
    await register(near, 'http://127.0.0.1:9', { id: 'urn:r:dead', operations: writes })
    await post(far, '/entities', lamp(1))
    const created = await send('POST', '/entities', lamp(1))
    expect(created.status).toBe(207)
    expect(created.body.success).toEqual(['urn:ngsi-ld:Lamp:1'])
    expect(
      created.body.errors.map(
        (one: { registrationId: string; entityId: string; error: { status: number } }) => [
          one.registrationId,
          one.entityId,
          one.error.status,
        ],
      ),
    ).toEqual([
      ['urn:r:far', 'urn:ngsi-ld:Lamp:1', 409],
      ['urn:r:dead', 'urn:ngsi-ld:Lamp:1', 504],
    ])
    const updated = await send('PATCH', `${one}/attrs`, { power: 5 })
    expect(updated.body).toMatchObject({
      updated: ['https://uri.etsi.org/ngsi-ld/default-context/power'],
      notUpdated: [{ registrationId: 'urn:r:dead' }],
    })
    expect((await send('PATCH', `${one}/attrs?local=true`, { power: 6 })).status).toBe(204)
    expect((await lampAt(far)).body['power']).toBe(5)
    expect((await send('PATCH', `${one}/attrs`, { power: null })).status).toBe(400)
  })

  it('are not forwarded by default, and never in circles', async () => {
    await register(near, far.url)
    expect((await send('POST', '/entities', lamp(1))).status).toBe(201)
    expect((await lampAt(far)).status).toBe(404)
    await register(near, far.url, { operations: writes })
    await register(far, near.url, { operations: writes })
    expect((await send('POST', '/entities', lamp(2))).status).toBe(201)
    expect((await get(far, '/entities/urn:ngsi-ld:Lamp:2?local=true')).status).toBe(200)
  })
})
