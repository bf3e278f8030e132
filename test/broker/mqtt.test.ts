import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { Aedes } from 'aedes'
import { expect, it } from 'vitest'
import { freshBroker, lamp } from './ask.js'

it('sends notifications over MQTT with metadata and body (7.2)', async () => {
  const aedes = await Aedes.createBroker()
  const server = createServer(aedes.handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const published = new Promise<{ topic: string; payload: unknown; qos: number }>((resolve) =>
    aedes.on('publish', ({ topic, payload, qos }) => {
      if (!topic.startsWith('$SYS')) resolve({ topic, payload: JSON.parse(payload.toString()), qos })
    }),
  )
  const { broker, ask } = await freshBroker()
  const created = await ask('POST', '/subscriptions', {
    type: 'Subscription',
    entities: [{ type: 'Lamp' }],
    notification: {
      endpoint: {
        uri: `mqtt://127.0.0.1:${port}/city/lamps`,
        // aedes speaks MQTT 3.1.1 only.
        notifierInfo: [
          { key: 'MQTT-QoS', value: '1' },
          { key: 'MQTT-Version', value: 'mqtt3.1.1' },
        ],
        receiverInfo: [{ key: 'x-key', value: 'abc' }],
      },
    },
  })
  expect(created.status).toBe(201)
  await ask('POST', '/entities', lamp(1))
  expect(await published).toEqual({
    topic: 'city/lamps',
    qos: 1,
    payload: {
      metadata: expect.objectContaining({
        'Content-Type': 'application/json',
        'x-key': 'abc',
        Link: expect.stringContaining('json-ld#context'),
      }),
      body: expect.objectContaining({ type: 'Notification', data: [lamp(1)] }),
    },
  })
  await broker.idle()
  expect((await ask('GET', '/subscriptions')).body[0].notification).toMatchObject({
    status: 'ok',
    timesSent: 1,
  })
  await broker.close()
  await new Promise<void>((resolve) => aedes.close(() => server.close(() => resolve())))
})
