import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { type City, connect } from '../../src/connect.js'
import type { Change } from '../../src/live/change.js'
import { Container, containerId } from '../support/container.js'

let url: string
let stop: () => Promise<unknown>
const open: City[] = []
let folder: string

beforeAll(async () => {
  const broker = await startBroker({ port: 0 })
  url = broker.url
  stop = () => broker.close()
  folder = await mkdtemp(join(tmpdir(), 'live-'))
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})
afterEach(async () => {
  for (const city of open.splice(0)) await city.close()
})

let tenants = 0
const newCity = async (tenant = `live${tenants++}`): Promise<City> => {
  const city = (await connect(url)).tenant(tenant)
  open.push(city)
  return city
}
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !holds(); tries++) await new Promise((done) => setTimeout(done, 10))
  expect(holds()).toBe(true)
}
const level = (n: number, fillingLevel: number) => ({ id: containerId(n), fillingLevel })

describe('a live subscription', () => {
  test('hands over typed changes, in order, with what changed', async () => {
    const city = await newCity()
    await city.upsert(Container, [level(1, 0.1)])
    const changes: Change<{ readonly fillingLevel: number }>[] = []
    const live = await city.subscribe(
      Container,
      { name: 'levels', reconcileSeconds: 0 },
      (change) => void changes.push(change),
    )
    for (const value of [0.2, 0.3, 0.4]) await city.upsert(Container, [level(1, value)])
    await until(() => changes.length === 3)
    expect(changes.map(({ entity }) => entity.fillingLevel)).toEqual([0.2, 0.3, 0.4])
    expect(changes[0]).toMatchObject({
      kind: 'changed',
      changed: ['fillingLevel'],
      via: 'notification',
      id: containerId(1),
    })
    expect(live.status()).toMatchObject({ ensured: 'created', delivered: 3, known: 1 })
  })

  test('conditions and watched attributes are the broker’s work', async () => {
    const city = await newCity()
    const seen: string[] = []
    await city.subscribe(
      Container,
      {
        name: 'full',
        reconcileSeconds: 0,
        where: (c) => c.where('fillingLevel', '>', 0.8),
        watchedAttributes: ['fillingLevel'],
      },
      ({ id }) => void seen.push(id),
    )
    await city.upsert(Container, [level(1, 0.5), level(2, 0.9)])
    await until(() => seen.length === 1)
    expect(seen).toEqual([containerId(2)])
  })

  test('the same name again: found, changed, never doubled', async () => {
    const city = await newCity()
    const first = await city.subscribe(Container, {
      name: 'same',
      secret: 's',
      endpoint: 'http://127.0.0.1:9/x',
    })
    await first.close()
    const second = await city.subscribe(Container, {
      name: 'same',
      secret: 's',
      endpoint: 'http://127.0.0.1:9/x',
    })
    expect(second.status().ensured).toBe('unchanged')
    await second.close()
    const third = await city.subscribe(Container, {
      name: 'same',
      secret: 's',
      endpoint: 'http://127.0.0.1:9/x',
      watchedAttributes: ['name'],
    })
    expect(third.status().ensured).toBe('changed')
    const all = []
    for await (const one of city.subscriptions.list()) all.push(one)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatchObject({ subscriptionName: 'same', watchedAttributes: ['name'] })
  })

  test('two processes with one name at the same moment: one subscription', async () => {
    for (let round = 0; round < 10; round++) {
      const tenant = `race${round}`
      const [a, b] = await Promise.all([newCity(tenant), newCity(tenant)])
      const options = { name: 'race', secret: 's', endpoint: 'http://127.0.0.1:9/x', reconcileSeconds: 0 }
      await Promise.all([a.subscribe(Container, options), b.subscribe(Container, options)])
      const all = []
      for await (const one of a.subscriptions.list()) all.push(one)
      expect(all).toHaveLength(1)
    }
  })

  test('what came while nobody listened is found afterwards: changes and deletions, each once', async () => {
    const city = await newCity()
    const state = join(folder, 'state.json')
    await city.upsert(Container, [level(1, 0.1), level(2, 0.2), level(3, 0.3)])
    const first = await city.subscribe(
      Container,
      { name: 'gap', state, reconcileSeconds: 0 },
      () => undefined,
    )
    await first.close()
    await city.upsert(Container, [level(1, 0.9), level(4, 0.4)])
    await city.delete(containerId(2))
    const changes: Change<unknown>[] = []
    await city.subscribe(
      Container,
      { name: 'gap', state, reconcileSeconds: 0 },
      (change) => void changes.push(change),
    )
    await until(() => changes.length === 3)
    expect(changes.map(({ id, kind, via }) => [id, kind, via]).sort()).toEqual([
      [containerId(1), 'changed', 'reconcile'],
      [containerId(2), 'deleted', 'reconcile'],
      [containerId(4), 'changed', 'reconcile'],
    ])
  })

  test('a paused subscription is woken by the next comparison', async () => {
    const city = await newCity()
    const live = await city.subscribe(Container, { name: 'sleepy', reconcileSeconds: 0.1 }, () => undefined)
    await city.subscriptions.pause(live.status().subscriptionId)
    await until(() => live.status().revived === 1)
    expect((await city.subscriptions.get(live.status().subscriptionId)).isActive).not.toBe(false)
  })

  test('a handler that throws is called again, then the change goes to the dead letters', async () => {
    const city = await newCity()
    const dead: string[] = []
    let calls = 0
    const live = await city.subscribe(
      Container,
      { name: 'throws', reconcileSeconds: 0, attempts: 2, onDeadLetter: ({ id }) => dead.push(id) },
      () => {
        calls += 1
        throw new Error('handler')
      },
    )
    await city.upsert(Container, [level(1, 0.5)])
    await until(() => dead.length === 1)
    expect([calls, live.status().deadLetters]).toEqual([2, 1])
  })

  test('without a handler it is iterated', async () => {
    const city = await newCity()
    const live = await city.subscribe(Container, { name: 'iterate', reconcileSeconds: 0, as: 'normalized' })
    await city.upsert(Container, [level(1, 0.5)])
    for await (const { entity } of live) {
      expect(entity.fillingLevel.value).toBe(0.5)
      break
    }
  })

  test('reports deletions that the broker tells', async () => {
    const city = await newCity()
    await city.upsert(Container, [level(1, 0.1)])
    const changes: Change<unknown>[] = []
    const live = await city.subscribe(
      Container,
      { name: 'gone', reconcileSeconds: 0 },
      (change) => void changes.push(change),
    )
    await city.delete(containerId(1))
    await live.reconcile('all')
    await until(() => changes.length === 1)
    expect(changes[0]).toMatchObject({ id: containerId(1), kind: 'deleted' })
  })
})
