import { extend } from 'city-context'
import { beforeAll, expect } from 'vitest'
import type { City } from '../../src/connect.js'
import { isUnsupportedError } from '../../src/errors.js'
import { attribute } from '../../src/model/extend.js'
import { Device, WasteContainer, WasteContainerIsle } from '../../src/models/index.js'
import { point } from '../../src/ngsi/attribute.js'
import { flow } from '../support/flow.js'

const { test, ...broker } = flow()
const Meter = extend(Device, {
  keeper: attribute('Property', 'string', { iri: 'https://voorbeeldstad.example/terms/keeper' }),
})
const id = (type: string, n: number): string => `urn:ngsi-ld:${type}:linked${n}`
let city: City

beforeAll(async () => {
  city = await broker.city('linked')
  const unchecked = { validate: false } as const
  const devices = [1, 2].map((n) => ({
    id: id('Device', n),
    type: 'Device' as const,
    name: `Sensor ${n}`,
    batteryLevel: n / 10,
    category: ['sensor' as const],
    keeper: `Ploeg ${n}`,
  }))
  await city.upsertMixed(
    devices.map((entity) => ({ model: Meter, entity })),
    unchecked,
  )
  const containers = [1, 2].map((n) => ({
    id: id('WasteContainer', n),
    location: point(5, 51),
    category: ['ground' as const],
    refDevice: [id('Device', n)],
  }))
  await city.upsert(WasteContainer, containers, unchecked)
})

const names = { type: 'Device', name: 'Sensor 2', batteryLevel: 0.2, keeper: 'Ploeg 2' }
const second = () =>
  city
    .find(WasteContainer)
    .ids([id('WasteContainer', 2)])
    .linked('refDevice', Meter)

test('a linked entity has the names of its own model, not those of the context that asks', [], async () => {
  expect((await second().first())?.refDevice).toMatchObject([names])
  const [normalized] = await second().as('normalized').toArray()
  const { entity } = [normalized?.refDevice].flat()[0] ?? {}
  expect([entity].flat()).toMatchObject([
    { type: 'Device', batteryLevel: { value: 0.2 }, keeper: { value: 'Ploeg 2' } },
  ])
})

test('a linked entity has the asked form, also where that is made on this side', [], async () => {
  expect((await second().sysAttrs().first())?.refDevice).toMatchObject([names])
})

test('conditions on a linked entity mean the attributes of its own model', ['join'], async () => {
  const all = city.find(WasteContainer).linked('refDevice', Meter)
  const low = await all.where('refDevice{batteryLevel}', '<', 0.15).toArray()
  expect(low.map((one) => one.id)).toEqual([id('WasteContainer', 1)])
  const kept = await all
    .where('refDevice{keeper}', '==', 'Ploeg 2')
    .where('category', '==', 'ground')
    .toArray()
  expect(kept.map((one) => one.id)).toEqual([id('WasteContainer', 2)])
  expect(await all.where('refDevice{name}', '==', 'Sensor 1').count()).toBe(1)
})

test('a name that both models have with two meanings is refused', ['join'], async () => {
  const asked = city
    .find(WasteContainer)
    .linked('refDevice', Device)
    .where('refDevice{category}', '==', 'sensor')
  const refused = await asked.toArray().catch((error: unknown) => error)
  expect(isUnsupportedError(refused) && refused.message).toMatch(/category.*WasteContainer.*Device/)
  const alike = city.find(WasteContainer).linked('refWasteContainerIsle', WasteContainerIsle)
  expect(await alike.where('refWasteContainerIsle{name}', '==', 'x').toArray()).toEqual([])
})
