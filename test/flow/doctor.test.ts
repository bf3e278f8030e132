import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { diagnose } from '../../src/live/diagnosis.js'
import { type Receiver, receive } from '../../src/receiver/receiver.js'
import { containerId } from '../support/container.js'
import { flow } from '../support/flow.js'
import { runCli } from '../support/run-cli.js'

const { test, ...broker } = flow()
let receiver: Receiver
const other = 'https://example.org/other/Container'

const post = async (path: string, body: unknown, tenant: string, url = broker.url()): Promise<void> => {
  const reply = await fetch(`${url}/ngsi-ld/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'NGSILD-Tenant': broker.tenant(tenant) },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
}
const entity = (id: number, type = 'Container') => ({
  id: containerId(id),
  type,
  fillingLevel: { type: 'Property', value: 0.5 },
  name: { type: 'Property', value: 'Markt' },
})
const subscription = (more: object = {}, uri = receiver.url) => ({
  id: 'urn:ngsi-ld:Subscription:silent',
  type: 'Subscription',
  subscriptionName: 'silent',
  entities: [{ type: 'Container' }],
  notification: { endpoint: { uri } },
  ...more,
})
const subscribe = (tenant: string, more: object = {}, uri = receiver.url): Promise<void> =>
  post('/subscriptions', subscription(more, uri), tenant)
const causes = async (tenant: string, tenants: readonly string[] = []) =>
  diagnose(await broker.city(tenant), 'silent', { tenants: tenants.map(broker.tenant) })

beforeAll(async () => {
  receiver = await receive({ onNotification: () => undefined })
})
afterAll(async () => {
  await receiver.close()
})

const listening = async (status: number): Promise<{ readonly server: Server; readonly url: string }> => {
  const server = createServer((_request, response) =>
    response.writeHead(status, { 'Content-Length': '0' }).end(),
  )
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify` }
}

describe('the doctor names why nothing arrives', () => {
  test('nothing wrong: nothing named', ['notifications'], async () => {
    await post('/entities', entity(1), 'well')
    await subscribe('well')
    expect(await causes('well')).toEqual([])
  })

  test('the endpoint is down', [], async () => {
    await post('/entities', entity(1), 'down')
    await subscribe('down', {}, 'http://127.0.0.1:9/notify')
    expect(await causes('down')).toMatchObject([{ cause: 'endpoint unreachable' }])
  })

  test('the endpoint answers from here, and the broker does not reach it', [], async () => {
    const shut = await startBroker({ port: 0, allowPrivateReceivers: false })
    await post('/subscriptions', subscription(), 'shut', shut.url)
    await post('/entities', entity(1), 'shut', shut.url)
    await shut.idle()
    const there = await connect(shut.url, { tenant: broker.tenant('shut') })
    const [cause] = await diagnose(there, 'silent')
    expect(cause).toMatchObject({ cause: 'endpoint unreachable' })
    expect(cause?.evidence).toContain('answers from here')
    await there.close()
    await shut.close()
  })

  test('wrong context', [], async () => {
    await post('/entities', entity(1, other), 'context')
    await subscribe('context')
    const [cause] = await causes('context')
    expect(cause).toMatchObject({ cause: 'wrong context' })
    expect(cause?.evidence).toContain(other)
  })

  test('a q that matches nothing', [], async () => {
    await post('/entities', entity(1), 'q')
    await subscribe('q', { q: 'fillingLevel>0.9' })
    expect(await causes('q')).toMatchObject([
      { cause: 'condition matches nothing', evidence: 'none of 1 Container satisfies fillingLevel>0.9' },
    ])
  })

  test('a watched attribute that never changes, and one that does not exist', [], async () => {
    await post('/entities', entity(1), 'watched')
    await subscribe('watched', { watchedAttributes: ['name'] })
    await new Promise((done) => setTimeout(done, 5))
    await post(
      `/entities/${containerId(1)}/attrs`,
      { fillingLevel: { type: 'Property', value: 0.7 } },
      'watched',
    )
    const [cause] = await causes('watched')
    expect(cause).toMatchObject({ cause: 'watched attribute never changes' })
    expect(cause?.remedy).toContain('watch fillingLevel')
    await post('/entities', entity(1), 'typo')
    await subscribe('typo', { watchedAttributes: ['filingLevel'] })
    expect(await causes('typo')).toMatchObject([
      { cause: 'watched attribute never changes', evidence: 'none of 1 Container has filingLevel' },
    ])
  })

  test('paused', [], async () => {
    await post('/entities', entity(1), 'paused')
    await subscribe('paused', { isActive: false })
    expect(await causes('paused')).toMatchObject([{ cause: 'paused' }])
  })

  test('expired', [], async () => {
    await post('/entities', entity(1), 'expired')
    await subscribe('expired', { expiresAt: new Date(Date.now() + 300).toISOString() })
    await new Promise((done) => setTimeout(done, 350))
    expect(await causes('expired')).toMatchObject([{ cause: 'expired' }])
  })

  test('entities, or the subscription, are in another tenant', [], async () => {
    await post('/entities', entity(1), 'writers')
    await subscribe('readers')
    expect(await causes('readers', ['writers'])).toMatchObject([
      {
        cause: 'tenant differs',
        evidence: `tenant "${broker.tenant('readers')}" has no Container, tenant "${broker.tenant('writers')}" has 1`,
      },
    ])
    expect(await causes('writers', ['readers'])).toMatchObject([{ cause: 'tenant differs' }])
  })

  for (const [status, evidence] of [
    [500, 'answers 500'],
    [404, 'answers 404'],
    [401, 'refuses the secret'],
    [204, 'Stellio'],
  ] as const)
    test(`a receiver that answers ${status}`, ['notifications'], async () => {
      const { server, url } = await listening(status)
      await post('/entities', entity(1), `answers${status}`)
      await subscribe(`answers${status}`, {}, url)
      const [cause] = await causes(`answers${status}`)
      expect(cause).toMatchObject({ cause: 'receiver answers wrongly' })
      expect(cause?.evidence).toContain(evidence)
      server.close()
    })

  test('on the command line: cause and remedy, exit code 1', [], async () => {
    const { code, stdout } = await runCli([
      ...['subscriptions', 'doctor', 'silent', '--broker', broker.url()],
      ...['--tenant', broker.tenant('readers'), '--tenants', broker.tenant('writers')],
    ])
    expect(code).toBe(1)
    expect(stdout).toContain('tenant differs')
  })
})
