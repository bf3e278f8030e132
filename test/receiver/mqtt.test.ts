import { createServer, type Server } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isNetworkError, isUsageError } from '../../src/errors.js'
import { receiveMqtt } from '../../src/receiver/mqtt.js'
import type { Notification } from '../../src/receiver/notification.js'

let broker: Aedes
let server: Server
let url: string
beforeAll(async () => {
  broker = await Aedes.createBroker()
  server = createServer(broker.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `mqtt://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  await new Promise<void>((done) => broker.close(() => done()))
  server.close()
})

const body = {
  id: 'urn:n:1',
  type: 'Notification',
  subscriptionId: 'urn:s:1',
  notifiedAt: '2026-01-01T00:00:00Z',
  data: [{ id: 'urn:ngsi-ld:T:1', type: 'T' }],
}

test.each([0, 1, 2] as const)(
  'QoS %d: both metadata shapes arrive in order, garbage is told',
  async (qos) => {
    const got: Notification[] = []
    const errors: unknown[] = []
    const receiver = await receiveMqtt({
      url: `${url}/city/levels`,
      qos,
      onNotification: (notification) => void got.push(notification),
      onError: (error) => errors.push(error),
    })
    const sender = await connectAsync(url)
    const send = (message: unknown): Promise<unknown> =>
      sender.publishAsync('city/levels', typeof message === 'string' ? message : JSON.stringify(message), {
        qos,
      })
    await send({ metadata: { 'NGSILD-Tenant': 'orion', Link: 'https://c.example/x' }, body })
    await send('not json')
    await send({ metadata: [{ 'NGSILD-Tenant': 'scorpio' }], body })
    for (let tries = 0; tries < 200 && got.length < 2; tries++)
      await new Promise((done) => setTimeout(done, 10))
    expect(got.map(({ tenant }) => tenant)).toEqual(['orion', 'scorpio'])
    expect(errors).toHaveLength(1)
    await sender.endAsync()
    await receiver.close()
  },
)

test('a wrong address is a usage error, nobody there a network error', async () => {
  const onNotification = (): void => undefined
  expect(
    isUsageError(await receiveMqtt({ url: 'http://x/y', onNotification }).catch((e: unknown) => e)),
  ).toBe(true)
  expect(
    isUsageError(await receiveMqtt({ url: `${url}/a/#`, onNotification }).catch((e: unknown) => e)),
  ).toBe(true)
  const nobody = await receiveMqtt({ url: 'mqtt://127.0.0.1:1/t', timeoutMs: 500, onNotification }).catch(
    (e: unknown) => e,
  )
  expect(isNetworkError(nobody)).toBe(true)
})
