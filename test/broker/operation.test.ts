import { describe, expect, it } from 'vitest'
import { asker, freshBroker, lamp } from './ask.js'

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Request =>
  new Request(`http://b${path}`, { headers })

describe('operation', () => {
  it('answers /health and /metrics', async () => {
    const { broker, ask } = await freshBroker()
    await ask('POST', '/entities', lamp(1))
    await ask('GET', '/entities/urn:a:b')
    expect(await (await broker.fetch(get('/health'))).json()).toMatchObject({ status: 'ok' })
    const metrics = await (await broker.fetch(get('/metrics'))).text()
    expect(metrics).toContain('city_context_requests_total{method="POST",status="201"} 1')
    expect(metrics).toContain('city_context_requests_total{method="GET",status="404"} 1')
    expect(metrics).toContain('city_context_entities 1')
  })

  it('asks for the token where one is set, not for /health', async () => {
    const { broker } = await freshBroker({ token: 'secret' })
    const status = async (path: string, authorization?: string): Promise<number> =>
      (await broker.fetch(get(path, authorization === undefined ? {} : { Authorization: authorization })))
        .status
    expect(await status('/health')).toBe(200)
    expect(await status('/ngsi-ld/v1/types')).toBe(401)
    expect(await status('/ngsi-ld/v1/types', 'Bearer wrong')).toBe(401)
    expect(await status('/ngsi-ld/v1/types', 'Bearer secret')).toBe(200)
    expect(await status('/metrics')).toBe(401)
  })

  it('tells of requests where asked, without parameters, tokens and bodies', async () => {
    const events: object[] = []
    const { broker, ask } = await freshBroker({ accessLog: true, log: (event) => void events.push(event) })
    await ask('POST', '/entities', lamp(1, { owner: 'J. Jansen' }), { 'NGSILD-Tenant': 'north' })
    await ask('GET', '/entities?type=Lamp&q=owner=="J. Jansen"')
    expect(events).toEqual([
      {
        level: 'info',
        message: 'request',
        time: expect.any(String),
        method: 'POST',
        path: '/ngsi-ld/v1/entities',
        tenant: 'north',
        status: 201,
        milliseconds: expect.any(Number),
      },
      expect.objectContaining({ method: 'GET', path: '/ngsi-ld/v1/entities', status: 200 }),
    ])
    expect(JSON.stringify(events)).not.toContain('Jansen')
    await broker.close()
  })

  it('sends CORS headers only where asked', async () => {
    const plain = await freshBroker()
    expect((await plain.ask('GET', '/types')).headers.get('access-control-allow-origin')).toBeNull()
    const open = await freshBroker({ cors: 'https://map.example' })
    const answer = await open.ask('OPTIONS', '/entities')
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://map.example')
  })
})

describe('faults', () => {
  it('refuse before the work, or lose the answer after it', async () => {
    let mode = ''
    const { broker, ask } = await freshBroker({
      faults: {
        refuse: ({ method }) =>
          mode === 'refuse' && method === 'POST'
            ? { status: 429, headers: { 'Retry-After': '1' } }
            : undefined,
        replace: () => (mode === 'replace' ? { status: 503 } : undefined),
      },
    })
    mode = 'refuse'
    const refused = await ask('POST', '/entities', lamp(1))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    mode = 'replace'
    expect((await asker(broker)('POST', '/entities', lamp(2))).status).toBe(503)
    mode = ''
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:1')).status).toBe(404)
    expect((await ask('GET', '/entities/urn:ngsi-ld:Lamp:2')).status).toBe(200)
  })

  it('reduce arrays of one, as brokers with JSON-LD compaction do', async () => {
    const { ask } = await freshBroker({ faults: { reduceArrays: true } })
    await ask(
      'POST',
      '/entities',
      lamp(1, {
        a: { type: 'Property', value: ['x'] },
        location: { type: 'MultiPoint', coordinates: [[1, 2]] },
      }),
    )
    const { body } = await ask('GET', '/entities?type=Lamp')
    expect(body[0].a.value).toBe('x')
    expect(body[0].location.value.coordinates).toEqual([[1, 2]])
  })

  it('lose notifications', async () => {
    const lost: string[] = []
    const { broker, ask } = await freshBroker({ faults: { dropNotification: (id) => lost.push(id) > 0 } })
    await ask('POST', '/subscriptions', {
      id: 'urn:s:1',
      type: 'Subscription',
      entities: [{ type: 'Lamp' }],
      notification: { endpoint: { uri: 'http://127.0.0.1:9/' } },
    })
    await ask('POST', '/entities', lamp(1))
    await broker.idle()
    expect(lost).toEqual(['urn:s:1'])
    expect((await ask('GET', '/subscriptions/urn:s:1')).body.notification).not.toHaveProperty('timesSent')
  })
})
