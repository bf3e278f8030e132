import { expect, it } from 'vitest'
import { freshBroker, lamp } from './ask.js'

it('entity maps keep pages the same while entities come and go (5.14)', async () => {
  const { ask } = await freshBroker()
  await ask(
    'POST',
    '/entityOperations/create',
    [1, 2, 3, 4].map((n) => lamp(n)),
  )
  const ids = (body: { id: string }[]): string => body.map(({ id }) => id.slice(-1)).join('')
  const first = await ask('GET', '/entities?type=Lamp&entityMap=true&limit=2&entityMapLifetime=PT5M')
  const location = first.headers.get('ngsild-entitymap') ?? ''
  expect([first.status, ids(first.body)]).toEqual([201, '12'])
  await ask('DELETE', '/entities/urn:ngsi-ld:Lamp:1')
  await ask('POST', '/entities', lamp(5))
  const again = await ask('GET', '/entities?type=Lamp&limit=2&offset=1', undefined, {
    'NGSILD-EntityMap': location,
  })
  expect([again.status, ids(again.body), again.headers.get('ngsild-entitymap')]).toEqual([
    200,
    '34',
    location,
  ])
  expect((await ask('GET', location)).body).toMatchObject({
    type: 'EntityMap',
    entityMap: { 'urn:ngsi-ld:Lamp:4': ['@none'] },
  })
  const unknown = await ask('GET', '/entities?type=Lamp', undefined, { 'NGSILD-EntityMap': `${location}x` })
  expect([unknown.status, unknown.headers.get('ngsild-entitymap') === `${location}x`]).toEqual([201, false])
  expect((await ask('PATCH', location, { expiresAt: '2020-01-01T00:00:00Z' })).status).toBe(204)
  expect((await ask('GET', location)).status).toBe(404)
  const built = await ask('POST', '/entityMaps', { type: 'Query', entities: [{ type: 'Lamp' }] })
  expect(built.status).toBe(201)
  expect((await ask('DELETE', built.headers.get('location') ?? '')).status).toBe(204)
  expect((await ask('GET', '/entityMaps/nouri')).status).toBe(400)
  expect((await ask('GET', '/entities?type=Lamp&entityMap=true&entityMapLifetime=long')).status).toBe(400)
})

it('entity maps of temporal queries do the same, by parameters and by body (5.14)', async () => {
  const { ask } = await freshBroker()
  for (let n = 1; n <= 3; n += 1)
    await ask('POST', '/entities', lamp(n, { power: { value: n, observedAt: '2026-01-01T00:00:00Z' } }))
  const query = '/temporal/entities?type=Lamp&timerel=after&timeAt=2025-01-01T00:00:00Z'
  const first = await ask('GET', `${query}&entityMap=true&limit=2&count=true`)
  const map = first.headers.get('ngsild-entitymap') ?? ''
  expect([first.status, first.body.length, first.headers.get('ngsild-results-count')]).toEqual([201, 2, '3'])
  await ask('POST', '/entities', lamp(9, { power: { value: 9, observedAt: '2026-01-01T00:00:00Z' } }))
  const second = await ask('GET', `${query}&limit=2&offset=2`, undefined, { 'NGSILD-EntityMap': map })
  expect([second.status, second.body.map(({ id }: { id: string }) => id)]).toEqual([
    200,
    ['urn:ngsi-ld:Lamp:3'],
  ])
  const body = {
    type: 'Query',
    entities: [{ type: 'Lamp' }],
    temporalQ: { timerel: 'after', timeAt: '2025-01-01T00:00:00Z' },
  }
  for (const built of [
    await ask('GET', query.replace('entities', 'entityMaps')),
    await ask('POST', '/temporal/entityMaps', body),
    await ask('POST', '/temporal/entityMaps?entityMapLifetime=PT1H', body),
  ]) {
    expect([built.status, Object.keys(built.body.entityMap).length]).toEqual([201, 4])
    expect((await ask('GET', built.headers.get('location') ?? '')).status).toBe(200)
  }
  const wished = await ask('POST', '/entityOperations/query', {
    type: 'Query',
    entities: [{ type: 'Lamp' }],
    entityMap: true,
  })
  expect([wished.status, wished.headers.get('ngsild-entitymap')]).toEqual([201, expect.any(String)])
  expect((await ask('POST', '/temporal/entityMaps', { ...body, temporalQ: undefined })).status).toBe(400)
})
