import { describe, expectTypeOf, test } from 'vitest'
import type { City } from '../../src/connect.js'
import { OffStreetParking, WasteContainer } from '../../src/models/index.js'
import { Container, Isle } from '../support/container.js'

declare const city: City
const q = city.find(Container)
const p = city.find(OffStreetParking)

describe('where: what compiles', () => {
  test('numbers', () => {
    q.where('fillingLevel', '==', 1).where('fillingLevel', '!=', 1).where('fillingLevel', '>', 1)
    q.where('fillingLevel', '>=', 1).where('fillingLevel', '<', 1).where('fillingLevel', '<=', 1)
    q.where('fillingLevel', '==', [0.1, 0.2])
    q.where('fillingLevel', '==', { from: 0.1, to: 0.2 })
    p.where('availableSpotNumber', '>', 10).where('occupancy', '<', 0.5)
  })
  test('texts', () => {
    q.where('name', '==', 'x')
      .where('name', '!=', ['x', 'y'])
      .where('name', '~=', '^A')
      .where('name', '!~=', 'B$')
    q.where('name', '>', 'M')
    q.where('name', '==', { from: 'a', to: 'f' })
  })
  test('enums', () => {
    q.where('status', '==', 'open').where('status', '!=', ['open', 'closed']).where('status', '~=', 'op')
    q.where('categories', '==', 'glass').where('categories', '==', ['glass', 'paper'])
    p.where('status', '==', 'almostFull').where('category', '==', ['guarded', 'free'])
  })
  test('booleans', () => {
    q.where('locked', '==', true).where('locked', '!=', false)
  })
  test('dates', () => {
    q.where('emptiedAt', '>', new Date()).where('emptiedAt', '<=', '2026-01-01T00:00:00Z')
    q.where('emptiedAt', '==', { from: new Date(), to: new Date() })
    q.where('modifiedAt', '>=', new Date()).where('createdAt', '<', '2026-01-01T00:00:00Z')
    q.where('fillingLevel.observedAt', '>', new Date()).where('fillingLevel.unitCode', '==', 'P1')
    p.where('observationDateTime', '>', new Date())
  })
  test('existence', () => {
    q.where('location', 'exists')
      .where('name', 'missing')
      .where('address', 'exists')
      .where('description', 'exists')
  })
  test('members inside a value', () => {
    q.where('address[addressLocality]', '==', 'Breda').where('address[geo.floor]', '>', 2)
    q.where('description[nl]', '~=', 'glas')
    p.where('address[addressLocality]', '==', ['Breda', 'Tilburg'])
    p.where('fourWheelerSlots[availableSlotNumber]', '>', 3)
  })
  test('relationships', () => {
    q.where('refIsle', '==', 'urn:ngsi-ld:Isle:1')
    q.linked('refIsle', Isle).where('refIsle{label}', '==', ['a', 'b'])
    q.linked('refIsle', Isle).where('refIsle{label}', 'exists')
    q.linked('refIsle', Isle).or((g) => g.where('refIsle{label}', '~=', '^a').where('name', '==', 'x'))
  })
  test('groups', () => {
    q.or(
      (g) => g.where('fillingLevel', '>', 0.8).where('status', '==', 'open'),
      (g) => g.where('name', 'missing'),
    )
    q.q('fillingLevel.accuracy>3')
  })
  test('places, scopes, ids, order, pages', () => {
    q.near([5, 51], { maxMeters: 500 }).near(
      { type: 'Point', coordinates: [5, 51] },
      { minMeters: 1, geoproperty: 'location' },
    )
    q.within({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    })
    q.georel('disjoint', { type: 'Point', coordinates: [5, 51] })
    q.inScope('/Breda/#')
      .ids(['urn:a:b'])
      .idPattern('^urn:')
      .orTypes('Bin')
      .limit(3)
      .offset(2)
      .pageSize(10)
      .local()
    q.near([5, 51], { maxMeters: 5, geoproperty: 'observationSpace' })
    q.orderBy('fillingLevel', 'desc').orderBy('id').orderBy('address[addressLocality]')
  })
})

describe('where: what does not', () => {
  test('unknown attribute', () => {
    // @ts-expect-error no such attribute
    q.where('fillingLvl', '>', 1)
    // @ts-expect-error no such attribute
    p.where('availableSpots', '>', 1)
    // @ts-expect-error id is asked by ids()
    q.where('id', '==', 'x')
    // @ts-expect-error type is given by the model
    q.where('type', '==', 'Container')
    // @ts-expect-error an empty path
    q.where('', 'exists')
    // @ts-expect-error wrong case
    q.where('FillingLevel', '>', 1)
  })
  test('wrong paths', () => {
    // @ts-expect-error members are written in brackets
    q.where('address.addressLocality', '==', 'Breda')
    // @ts-expect-error no such member
    q.where('address[locality]', '==', 'Breda')
    // @ts-expect-error no such member on the second level
    q.where('address[geo.storey]', '==', 1)
    // @ts-expect-error a number has no members
    q.where('fillingLevel[x]', '==', 1)
    // @ts-expect-error no such metadata
    q.where('fillingLevel.observed', '>', new Date())
    // @ts-expect-error a geometry is not looked into
    q.where('location[coordinates]', 'exists')
    // @ts-expect-error no such member
    p.where('fourWheelerSlots[free]', '>', 1)
  })
  test('wrong operators', () => {
    // @ts-expect-error an enum has no order
    q.where('status', '>', 'open')
    // @ts-expect-error an enum has no order
    p.where('status', '<=', 'open')
    // @ts-expect-error a list of an enum has no order
    q.where('categories', '<', 'glass')
    // @ts-expect-error a boolean has no order
    q.where('locked', '>', true)
    // @ts-expect-error a boolean has no pattern
    q.where('locked', '~=', 'tr')
    // @ts-expect-error a number has no pattern
    q.where('fillingLevel', '~=', '1')
    // @ts-expect-error a geometry only exists
    q.where('location', '==', 'x')
    // @ts-expect-error an object only exists
    q.where('address', '==', 'Breda')
    // @ts-expect-error no such operator
    q.where('fillingLevel', '=', 1)
    // @ts-expect-error no such operator
    q.where('name', 'like', 'x')
    // @ts-expect-error no such operator
    q.where('name', '===', 'x')
  })
  test('wrong values', () => {
    // @ts-expect-error a number is compared with numbers
    q.where('fillingLevel', '>', 'much')
    // @ts-expect-error a number is compared with numbers
    q.where('fillingLevel', '==', true)
    // @ts-expect-error no such value of the enum
    q.where('status', '==', 'ajar')
    // @ts-expect-error no such value of the enum in the list
    q.where('status', '==', ['open', 'ajar'])
    // @ts-expect-error no such value of the enum
    p.where('category', '==', 'cheap')
    // @ts-expect-error no such item
    q.where('categories', '==', 'metal')
    // @ts-expect-error a text is compared with texts
    q.where('name', '==', 5)
    // @ts-expect-error a boolean is compared with booleans
    q.where('locked', '==', 'true')
    // @ts-expect-error a list goes with == and != only
    q.where('fillingLevel', '>', [1, 2])
    // @ts-expect-error a range goes with == and != only
    q.where('fillingLevel', '<', { from: 1, to: 2 })
    // @ts-expect-error a range has both ends
    q.where('fillingLevel', '==', { from: 1 })
    // @ts-expect-error an enum has no range
    q.where('status', '==', { from: 'open', to: 'closed' })
    // @ts-expect-error a value that may be missing
    q.where('fillingLevel', '>', [1].find(Boolean))
    // @ts-expect-error a number is no date
    q.where('emptiedAt', '>', 1764000000000)
    // @ts-expect-error a boolean has no range
    q.where('locked', '==', { from: false, to: true })
    // @ts-expect-error an enum is no date
    q.where('status', '==', new Date())
    // @ts-expect-error a number is no date
    q.where('fillingLevel', '>', new Date())
    // @ts-expect-error a pattern is a text
    q.where('name', '~=', /x/)
    // @ts-expect-error a value is missing
    q.where('fillingLevel', '>')
    // @ts-expect-error existence takes no value
    q.where('fillingLevel', 'exists', true)
    // @ts-expect-error null is no value
    q.where('name', '==', null)
    // @ts-expect-error a member is compared by its type
    q.where('address[geo.floor]', '==', 'two')
    // @ts-expect-error the same inside of groups
    q.or((g) => g.where('status', '==', 'ajar'))
  })
  test('wrong calls', () => {
    // @ts-expect-error distances are named
    q.near([5, 51], 500)
    // @ts-expect-error a place has two numbers
    q.near([5], { maxMeters: 500 })
    // @ts-expect-error no such geometry
    q.near([5, 51], { maxMeters: 500, geoproperty: 'locatie' })
    // @ts-expect-error a text holds no geometry
    q.near([5, 51], { maxMeters: 500, geoproperty: 'name' })
    // @ts-expect-error no such geometry
    q.within({ type: 'Point', coordinates: [5, 51] }, 'place')
    // @ts-expect-error a line has a list of positions
    q.within({ type: 'LineString', coordinates: [5, 51] })
    // @ts-expect-error no such geometry
    void q.toGeoJSON({ geometryProperty: 'place' })
    // @ts-expect-error ids are a list
    q.ids('urn:a:b')
    // @ts-expect-error names are not in a list
    q.pick(['name'])
    // @ts-expect-error a number is no relationship
    q.linked('fillingLevel', Isle)
    // @ts-expect-error a group gives its conditions
    q.or((g) => {
      g.where('name', 'exists')
    })
    // @ts-expect-error no such relation
    q.georel('touches', { type: 'Point', coordinates: [5, 51] })
    // @ts-expect-error no such attribute
    q.pick('nam')
    // @ts-expect-error no such attribute
    q.omit('nam')
    // @ts-expect-error no such attribute
    q.orderBy('nam')
    // @ts-expect-error no such direction
    q.orderBy('name', 'down')
    // @ts-expect-error no such form
    q.as('keyValues')
    // @ts-expect-error a number
    q.limit('3')
    // @ts-expect-error no such relationship
    q.linked('refIsl', Isle)
    // @ts-expect-error not followed yet
    q.where('refIsle{label}', '==', 'a')
    const followed = q.linked('refIsle', Isle)
    // @ts-expect-error no such attribute of the linked entity
    followed.where('refIsle{labl}', '==', 'a')
    // @ts-expect-error a text there
    followed.where('refIsle{label}', '==', 5)
    // @ts-expect-error another relationship
    followed.where('name{label}', '==', 'a')
    // @ts-expect-error nor in a group
    followed.or((g) => g.where('refIsle{labl}', '==', 'a'))
  })
})

describe('results', () => {
  test('simplified', async () => {
    const [one] = await q.toArray()
    expectTypeOf(one?.fillingLevel).toEqualTypeOf<number | undefined>()
    expectTypeOf((await p.first())?.totalSpotNumber).toEqualTypeOf<number | undefined>()
    expectTypeOf((await q.first())?.type).toEqualTypeOf<'Container' | undefined>()
    // @ts-expect-error no such attribute in the result
    one?.fillingLvl
  })
  test('pages of them', async () => {
    for await (const page of q.pages()) {
      expectTypeOf(page[0]?.fillingLevel).toEqualTypeOf<number | undefined>()
      // @ts-expect-error a page cannot be changed
      page.push(page[0])
    }
  })
  test('pick keeps id, type and what was picked', async () => {
    const one = await q.pick('name', 'status').first()
    expectTypeOf(one?.id).toEqualTypeOf<string | undefined>()
    expectTypeOf(one?.name).toEqualTypeOf<string | undefined>()
    // @ts-expect-error not picked
    one?.fillingLevel
    // @ts-expect-error not picked
    for await (const each of q.pick('name')) each.status
  })
  test('omit', async () => {
    const one = await q.omit('name').first()
    expectTypeOf(one?.fillingLevel).toEqualTypeOf<number | undefined>()
    // @ts-expect-error left out
    one?.name
  })
  test('normalized and concise', async () => {
    const normalized = await q.as('normalized').first()
    expectTypeOf(normalized?.fillingLevel.value).toEqualTypeOf<number | undefined>()
    expectTypeOf(normalized?.fillingLevel.observedAt).toEqualTypeOf<string | undefined>()
    expectTypeOf(normalized?.refIsle?.object).toEqualTypeOf<string | undefined>()
    // @ts-expect-error the simplified form is gone
    normalized?.fillingLevel.toFixed(2)
    const concise = await q.as('concise').first()
    const level = concise?.fillingLevel
    if (typeof level === 'object') expectTypeOf(level.value).toEqualTypeOf<number>()
    else expectTypeOf(level).toEqualTypeOf<number | undefined>()
  })
  test('system times only when asked', async () => {
    expectTypeOf((await q.sysAttrs().first())?.modifiedAt).toEqualTypeOf<string | undefined>()
    // @ts-expect-error not asked
    ;(await q.first())?.modifiedAt
  })
  test('linked entities take the place of the id', async () => {
    const one = await q.linked('refIsle', Isle).first()
    const isle = one?.refIsle
    if (typeof isle === 'object') expectTypeOf(isle.label).toEqualTypeOf<string>()
    // @ts-expect-error it may still be the id
    isle?.label
    const bins = await city.find(WasteContainer).linked('refDevice', Isle).first()
    const [device] = bins?.refDevice ?? []
    if (typeof device === 'object') expectTypeOf(device.label).toEqualTypeOf<string>()
    const { refIsle: reified } = (await q.linked('refIsle', Isle).as('normalized').toArray())[0] ?? {}
    expectTypeOf(reified?.object).toEqualTypeOf<string | undefined>()
    const behind = reified?.entity
    if (behind !== undefined && 'id' in behind) expectTypeOf(behind.label.value).toEqualTypeOf<string>()
    const { refIsle: lean } = (await q.as('concise').linked('refIsle', Isle).toArray())[0] ?? {}
    if (lean?.entity !== undefined && 'id' in lean.entity)
      expectTypeOf(lean.entity.id).toEqualTypeOf<string>()
  })
  test('one attribute, history, aggregates', async () => {
    const level = await city.attribute(Container, 'urn:a:b', 'fillingLevel').get()
    expectTypeOf(level?.value).toEqualTypeOf<number | undefined>()
    const { series } = await city.history(Container).get('urn:a:b', { pick: ['fillingLevel'] })
    expectTypeOf(series.fillingLevel?.[0]?.value).toEqualTypeOf<number | undefined>()
    const periods = await city.history(Container).aggregate('urn:a:b', ['avg'], 'PT1H')
    expectTypeOf(periods.fillingLevel?.avg?.[0]?.from).toEqualTypeOf<string | undefined>()
    // @ts-expect-error no such attribute
    periods.fillingLvl
    // @ts-expect-error no such attribute
    series.fillingLvl
  })
  test('get', async () => {
    const part = await city.get(Container, 'urn:a:b', { pick: ['name'], sysAttrs: true })
    expectTypeOf(part.name).toEqualTypeOf<string | undefined>()
    expectTypeOf(part.modifiedAt).toEqualTypeOf<string>()
    // @ts-expect-error not picked
    part.fillingLevel
    // @ts-expect-error no such attribute
    void city.get(Container, 'urn:a:b', { pick: ['nmae'] })
    const whole = await city.get(Container, 'urn:a:b')
    // @ts-expect-error system times are not asked
    whole.modifiedAt
    expectTypeOf((await city.get(Container, 'urn:a:b')).fillingLevel).toEqualTypeOf<number>()
    expectTypeOf(
      (await city.get(Container, 'urn:a:b', { as: 'normalized' })).fillingLevel.value,
    ).toEqualTypeOf<number>()
  })
})
