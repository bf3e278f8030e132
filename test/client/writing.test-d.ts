import { describe, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { AirQualityObserved, OffStreetParking, WasteContainer } from '../../src/models/index.js'
import { property, relationship } from '../../src/ngsi/attribute.js'
import { Container } from '../support/container.js'

declare const city: City
const q = city.find(Container)
const id = 'urn:ngsi-ld:Container:1'

describe('writing: what compiles', () => {
  test('bare, concise and normalized in one entity', () => {
    void city.upsert(Container, [
      { id, fillingLevel: 0.4 },
      { id, fillingLevel: property(0.4, { observedAt: new Date() }), name: 'x', status: 'open' },
      {
        id,
        fillingLevel: { value: 0.4, observedAt: '2026-01-01T00:00:00Z' },
        refIsle: relationship('urn:a:b'),
      },
      { id, type: 'Container', fillingLevel: 0.4, location: { type: 'Point', coordinates: [5, 51] } },
    ])
  })
  test('through map and generators', () => {
    const rows = [{ number: 1, level: 0.5 }]
    void city.upsert(
      Container,
      rows.map((row) => ({ id: `urn:x:${row.number}`, fillingLevel: row.level })),
    )
    function* all() {
      for (const row of rows) yield { id: `urn:x:${row.number}`, fillingLevel: row.level }
    }
    void city.upsert(Container, all())
    async function* later() {
      yield { id, fillingLevel: 1 }
    }
    void city.upsert(Container, later(), { mode: 'replace', validate: 'report', batchSize: 10 })
    void city.upsertEach(Container, later())
  })
  test('models of the official catalogue', () => {
    void city.upsert(OffStreetParking, [
      {
        id,
        location: { type: 'Point', coordinates: [5, 51] },
        availableSpotNumber: property(3),
        status: ['open'],
      },
    ])
    void city.create(WasteContainer, { id, location: { type: 'Point', coordinates: [5, 51] } } as never)
    city.find(AirQualityObserved).where('dateObserved', '>', new Date('2026-01-01'))
  })
  test('sub-attributes, instances, what was read, what a query gives', async () => {
    void city.upsert(Container, [{ id, fillingLevel: { value: 0.4, accuracy: property(0.01) } }])
    void city.upsert(Container, [{ id, fillingLevel: { value: 0.4, accuracy: { value: 0.01 } } }])
    const second = { value: 0.5, datasetId: 'urn:ngsi-ld:Dataset:2' }
    void city.update(WasteContainer, [{ id, fillingLevel: [property(0.4), second] }])
    void city.upsert(Container, [{ id, fillingLevel: { type: 'Property', value: 0.4, unitCode: 'P1' } }])
    const widened = [0.4].map((value) => ({ id, fillingLevel: { type: 'Property', value } }))
    void city.upsert(Container, widened)
    void city.upsert(Container, [{ id, fillingLevel: 1, address: { addressLocality: 'Breda' } }])
    void city.upsert(Container, [{ id, fillingLevel: 1, description: { languageMap: { nl: 'x' } } }])
    void city.upsert(Container, await q.toArray())
    void city.upsert(Container, await q.as('normalized').sysAttrs().toArray())
    void city.upsert(Container, await q.as('concise').toArray())
    void city.upsert(Container, q)
    void city.upsert(Container, new Set([{ id, fillingLevel: 1 }]))
    void city.upsertMixed([{ model: Container, entity: { id, fillingLevel: 1 }, tenant: 'x' }])
  })
  test('parts', () => {
    void city.merge(Container, { id, fillingLevel: 'urn:ngsi-ld:null', location: 'urn:ngsi-ld:null' })
    void city.attribute(Container, id, 'fillingLevel').patch({ observedAt: '2026-01-01T00:00:00Z' })
    void city.attribute(Container, id, 'fillingLevel').patch({ value: 0.5, accuracy: property(0.01) })
    const past = { value: 1, observedAt: '2026-01-01T00:00:00Z' }
    void city.history(WasteContainer).append({ id, fillingLevel: [past, past] })
    void city.subscribe(Container, { name: 'x', watchedAttributes: ['name'], attributes: ['status'] })
    void city.merge(Container, { id, name: 'x' })
    void city.update(Container, [{ id, status: 'closed' }])
    void city.attribute(Container, id, 'fillingLevel').set(0.5)
    void city.attribute(Container, id, 'status').set(property('open'))
  })
})

describe('writing: what does not', () => {
  test('wrong entities', () => {
    // @ts-expect-error wrong enum value
    void city.upsert(Container, [{ id, fillingLevel: 0.4, status: 'ajar' }])
    // @ts-expect-error a required attribute is missing
    void city.upsert(Container, [{ id, name: 'x' }])
    // @ts-expect-error no such attribute
    void city.upsert(Container, [{ id, fillingLevel: 0.4, fillingLvl: 0.4 }])
    // @ts-expect-error wrong type
    void city.upsert(Container, [{ id, fillingLevel: 'half' }])
    // @ts-expect-error wrong type inside of property
    void city.upsert(Container, [{ id, fillingLevel: property('half') }])
    // @ts-expect-error the id is missing
    void city.upsert(Container, [{ fillingLevel: 0.4 }])
    // @ts-expect-error another type
    void city.upsert(Container, [{ id, type: 'Bin', fillingLevel: 0.4 }])
    // @ts-expect-error no such item
    void city.upsert(Container, [{ id, fillingLevel: 0.4, categories: ['metal'] }])
    // @ts-expect-error no geometry
    void city.upsert(Container, [{ id, fillingLevel: 0.4, location: [5, 51] }])
    const misspelt = [1].map((n) => ({ id: `urn:x:${n}`, fillingLevel: 1, nmae: 'x' }))
    // @ts-expect-error a typo through map
    void city.upsert(Container, misspelt)
    // @ts-expect-error a required attribute is missing in an official model
    void city.upsert(OffStreetParking, [{ id, availableSpotNumber: 1 }])
    const here = { type: 'Point', coordinates: [5, 51] } as const
    // @ts-expect-error wrong enum value in an official model
    void city.create(OffStreetParking, { id, location: here, status: ['ajar'] })
  })
  test('wrong members of attributes', () => {
    // @ts-expect-error observedAt misspelt in concise form
    void city.upsert(Container, [{ id, fillingLevel: { value: 0.4, observdAt: '2026-01-01T00:00:00Z' } }])
    // @ts-expect-error a Date is for the builders
    void city.upsert(Container, [{ id, fillingLevel: { value: 0.4, observedAt: new Date() } }])
    const misspelt = [0.4].map((value) => ({ id, fillingLevel: { value, unit: 'P1' } }))
    // @ts-expect-error unitCode misspelt, through map
    void city.upsert(Container, misspelt)
    // @ts-expect-error a kind of NGSI v2
    void city.upsert(Container, [{ id, fillingLevel: { type: 'Number', value: 0.4 } }])
    // @ts-expect-error datasetId misspelt in one of several instances
    void city.update(WasteContainer, [{ id, fillingLevel: [{ value: 1 }, { value: 2, dataset: 'urn:d:2' }] }])
    // @ts-expect-error a relationship is no property
    void city.upsert(Container, [{ id, fillingLevel: relationship('urn:a:b') }])
    // @ts-expect-error a property is no relationship
    void city.upsert(Container, [{ id, fillingLevel: 1, refIsle: property('urn:a:b') }])
    // @ts-expect-error a relationship is a URI, not an entity
    void city.upsert(Container, [{ id, fillingLevel: 1, refIsle: { id: 'urn:a:b' } }])
    // @ts-expect-error the builder takes unitCode
    property(0.4, { unit: 'P1' })
    // @ts-expect-error the second of two entities
    void city.upsert(Container, [{ id, fillingLevel: 1 }, { id, fillingLevel: { value: 1, observd: 'x' } }]) // biome-ignore format: one line
    // @ts-expect-error a member of a value
    void city.upsert(Container, [{ id, fillingLevel: 1, address: { locality: 'Breda' } }])
    // @ts-expect-error no such member
    void city.attribute(Container, id, 'fillingLevel').patch({ observdAt: '2026-01-01T00:00:00Z' })
  })
  test('wrong sources', () => {
    function* misspelt() {
      yield { id, fillingLevel: 1, nmae: 'x' }
    }
    async function* later() {
      yield* misspelt()
    }
    // @ts-expect-error a typo through a generator
    void city.upsert(Container, misspelt())
    // @ts-expect-error a typo through an async generator
    void city.upsertEach(Container, later())
    // @ts-expect-error a typo through a set
    void city.createAll(Container, new Set(misspelt()))
    // @ts-expect-error the generator is not called
    void city.upsert(Container, misspelt)
    // @ts-expect-error a promise is awaited first
    void city.upsert(Container, Promise.resolve([{ id, fillingLevel: 1 }]))
    // @ts-expect-error a file is read first
    void city.upsert(Container, 'containers.json')
  })
  test('wrong parts and options', async () => {
    // @ts-expect-error null is written urn:ngsi-ld:null
    void city.merge(Container, { id, name: null })
    // @ts-expect-error a whole entity has no null
    void city.upsert(Container, [{ id, fillingLevel: 'urn:ngsi-ld:null' }])
    // @ts-expect-error no such attribute of the history
    void city.history(Container).append({ id, fillingLvl: 1 })
    // @ts-expect-error the id is no attribute
    void city.subscribe(Container, { name: 'x', watchedAttributes: ['id'] })
    // @ts-expect-error the form misspelt
    void city.get(Container, id, { as: 'keyValues' })
    // @ts-expect-error delete takes an id
    void city.delete(Container, id)
    // @ts-expect-error a query is read first
    ;(await q).map((one) => one)
    // @ts-expect-error no such attribute
    void city.merge(Container, { id, nmae: 'x' })
    // @ts-expect-error wrong value
    void city.update(Container, [{ id, status: 'ajar' }])
    // @ts-expect-error no such attribute
    void city.attribute(Container, id, 'nmae')
    // @ts-expect-error wrong value
    void city.attribute(Container, id, 'fillingLevel').set('half')
    // @ts-expect-error no such mode
    void city.upsert(Container, [{ id, fillingLevel: 1 }], { mode: 'append' })
    // @ts-expect-error no source
    void city.upsert(Container, { id, fillingLevel: 1 })
    // @ts-expect-error no such watched attribute
    void city.subscribe(Container, { name: 'x', watchedAttributes: ['nmae'] })
  })
})
