import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { City } from '../../src/connect.js'
import type { Change } from '../../src/live/change.js'
import { Container, containerId } from '../support/container.js'
import { flow } from '../support/flow.js'

const { test, ...broker } = flow()
const open: City[] = []
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(async () => {
  for (const city of open.splice(0)) await city.close()
})

let tenants = 0
const newCity = async (tenant = `live${tenants++}`): Promise<City> => {
  const city = await broker.city(tenant)
  open.push(city)
  return city
}
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !holds(); tries++) await new Promise((done) => setTimeout(done, 10))
  expect(holds()).toBe(true)
}
const level = (n: number, fillingLevel: number) => ({ id: containerId(n), fillingLevel })

describe('a live subscription', () => {
  test(
    'hands over typed changes, in order, with what changed',
    ['notifications', 'subscriptionExtras'],
    async () => {
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
    },
  )

  test('conditions and watched attributes are the broker’s work', ['notifications'], async () => {
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

  test('the same name again: found, changed, never doubled', [], async () => {
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

  test('two processes with one name at the same moment: one subscription', [], async () => {
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

  test(
    'what came while nobody listened is found afterwards: changes and deletions, each once',
    [],
    async () => {
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
    },
  )

  test('a paused subscription is woken by the next comparison', [], async () => {
    const city = await newCity()
    const live = await city.subscribe(Container, { name: 'sleepy', reconcileSeconds: 0.1 }, () => undefined)
    await city.subscriptions.pause(live.status().subscriptionId)
    await until(() => live.status().revived === 1)
    expect((await city.subscriptions.get(live.status().subscriptionId)).isActive).not.toBe(false)
  })

  test(
    'a handler that throws is called again, then the change goes to the dead letters',
    ['notifications'],
    async () => {
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
    },
  )

  test('without a handler it is iterated', ['notifications'], async () => {
    const city = await newCity()
    const live = await city.subscribe(Container, { name: 'iterate', reconcileSeconds: 0, as: 'normalized' })
    await city.upsert(Container, [level(1, 0.5)])
    for await (const { entity } of live) {
      expect(entity.fillingLevel.value).toBe(0.5)
      break
    }
  })

  test('reports deletions that the broker tells', ['notifications'], async () => {
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

  test('a handler that keeps throwing: a line in the dead-letter file', ['notifications'], async () => {
    const city = await newCity()
    const deadLetter = join(folder, 'dead.ndjson')
    const live = await city.subscribe(
      Container,
      { name: 'letters', reconcileSeconds: 0, attempts: 1, deadLetter },
      () => {
        throw new Error('the map is down')
      },
    )
    await city.upsert(Container, [level(1, 0.5)])
    await until(() => live.status().deadLetters === 1)
    const [line = ''] = (await readFile(deadLetter, 'utf8')).split('\n')
    expect(JSON.parse(line)).toMatchObject({ reason: 'the map is down', change: { id: containerId(1) } })
  })

  test('an area, attributes, the value before, and counters for Prometheus', ['notifications'], async () => {
    const city = await newCity()
    const area = {
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [6, 52],
          [6, 53],
          [5, 53],
          [5, 52],
        ],
      ],
    } as const
    const at = (n: number, x: number, fillingLevel: number) => ({
      ...level(n, fillingLevel),
      name: 'Markt',
      location: { type: 'Point', coordinates: [x, 52.5] } as const,
    })
    const changes: Change<unknown>[] = []
    const live = await city.subscribe(
      Container,
      {
        name: 'area',
        reconcileSeconds: 0,
        within: { area },
        attributes: ['fillingLevel'],
        showChanges: true,
      },
      (change) => void changes.push(change),
    )
    await city.upsert(Container, [at(1, 5.5, 0.1), at(2, 9, 0.1)])
    await city.upsert(Container, [at(1, 5.5, 0.2)])
    await until(() => changes.length === 2)
    const bare = { id: containerId(1), type: 'Container' }
    expect(changes[1]).toMatchObject({
      entity: { ...bare, fillingLevel: 0.2 },
      previous: { ...bare, fillingLevel: 0.1 },
      changed: ['fillingLevel'],
    })
    expect(Object.keys(changes[1]?.entity as object)).toEqual(['id', 'type', 'fillingLevel'])
    expect(live.metrics()).toContain(
      'city_context_subscription_delivered_total{subscription="urn:ngsi-ld:Subscription:area"} 2\n',
    )
  })

  test(
    'deletions and deleted attributes are told by a broker that can tell them',
    ['notifications', 'deleteNotifications', 'notificationTrigger'],
    async () => {
      const city = await newCity()
      await city.upsert(Container, [{ ...level(1, 0.1), name: 'Markt' }])
      const changes: Change<unknown>[] = []
      await city.subscribe(
        Container,
        { name: 'told', reconcileSeconds: 0 },
        (change) => void changes.push(change),
      )
      await city.attribute(Container, containerId(1), 'name').delete()
      await until(() => changes.length === 1)
      await city.delete(containerId(1))
      await until(() => changes.length === 2)
      expect(changes).toMatchObject([
        {
          kind: 'changed',
          changed: ['name'],
          entity: { id: containerId(1), fillingLevel: 0.1 },
          via: 'notification',
        },
        { kind: 'deleted', entity: { id: containerId(1), type: 'Container' }, via: 'notification' },
      ])
    },
  )

  test('two tenants with one name share a receiver and get each their own', ['notifications'], async () => {
    const city = await newCity()
    const seen: string[] = []
    for (const tenant of ['north', 'south'])
      await city
        .tenant(broker.tenant(tenant))
        .subscribe(
          Container,
          { name: 'both', reconcileSeconds: 0 },
          ({ id }) => void seen.push(`${tenant} ${id}`),
        )
    await city.tenant(broker.tenant('north')).upsert(Container, [level(1, 0.5)])
    await city.tenant(broker.tenant('south')).upsert(Container, [level(2, 0.5)])
    await until(() => seen.length === 2)
    expect(seen.sort()).toEqual([`north ${containerId(1)}`, `south ${containerId(2)}`])
  })

  test('a full queue is answered 503 and mended by comparing', ['notifications'], async () => {
    const city = await newCity()
    const told = new Map<string, unknown>()
    let release = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const live = await city.subscribe(
      Container,
      { name: 'full up', maxMemory: 5000, concurrency: 1, reconcileSeconds: 60 },
      async ({ id, entity }) => {
        await gate
        told.set(id, entity.fillingLevel)
      },
    )
    const many = Array.from({ length: 60 }, (_, n) => level(n, 0.5))
    await city.upsert(Container, many)
    await until(() => live.status().overflowed > 0)
    release()
    await until(() => told.size === 60)
    // The first entity of a tenant may have gone alone, and so been told by itself.
    expect(live.status().reconciled).toBeGreaterThanOrEqual(59)
  })

  test('an endpoint that means the broker’s own machine is warned of', [], async () => {
    const city = await newCity()
    const warnings: string[] = []
    const live = await city.subscribe(Container, {
      name: 'warned',
      reconcileSeconds: 0,
      endpoint: 'http://0.0.0.0:8099/notify',
      onWarning: (sentence) => warnings.push(sentence),
    })
    expect(warnings).toEqual([expect.stringContaining('is an address to listen on')])
    expect(live.status().warnings).toEqual(warnings)
  })
})
