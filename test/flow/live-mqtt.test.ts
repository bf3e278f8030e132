import { createServer, type Server } from 'node:net'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Change } from '../../src/live/change.js'
import { Container, containerId } from '../support/container.js'
import { flow } from '../support/flow.js'

const { test, ...broker } = flow()
let mqtt: Aedes
let server: Server
let address: string
beforeAll(async () => {
  mqtt = await Aedes.createBroker()
  server = createServer(mqtt.handle)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `mqtt://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  await new Promise<void>((done) => mqtt.close(() => done()))
  server.close()
})

for (const qos of [0, 1, 2] as const)
  test(
    `a subscription over MQTT, QoS ${qos}: typed changes; strangers on the topic are not heard`,
    ['notifications'],
    async () => {
      const topic = `${address}/city/containers${qos}`
      const city = await broker.city(`mqtt${qos}`)
      const changes: Change<{ readonly fillingLevel: number }>[] = []
      const errors: unknown[] = []
      await city.subscribe(
        Container,
        {
          name: 'over mqtt',
          endpoint: topic,
          mqtt: { qos },
          reconcileSeconds: 0,
          onError: (error) => errors.push(error),
        },
        (change) => void changes.push(change),
      )
      const stranger = await connectAsync(address)
      const forged = {
        metadata: [{ 'X-City-Context-Secret': 'guessed' }],
        body: {
          id: 'urn:n:1',
          type: 'Notification',
          subscriptionId: 'urn:ngsi-ld:Subscription:over%20mqtt',
          data: [{ id: containerId(66), type: 'Container' }],
        },
      }
      await stranger.publishAsync(`city/containers${qos}`, JSON.stringify(forged), { qos: 1 })
      for (const fillingLevel of [0.1, 0.2, 0.3])
        await city.upsert(Container, [{ id: containerId(1), fillingLevel }])
      for (let tries = 0; tries < 300 && changes.length < 3; tries++)
        await new Promise((done) => setTimeout(done, 10))
      expect(changes.map(({ entity, via }) => [entity.fillingLevel, via])).toEqual([
        [0.1, 'notification'],
        [0.2, 'notification'],
        [0.3, 'notification'],
      ])
      expect(errors.map(String)).toEqual([expect.stringContaining('secret')])
      await stranger.endAsync()
      await city.close()
    },
  )
