import { beforeAll, describe, expect } from 'vitest'
import type { City } from '../../src/connect.js'
import { isBrokerError } from '../../src/errors.js'
import { property } from '../../src/ngsi/attribute.js'
import { Container, containerId, Isle } from '../support/container.js'
import { flow } from '../support/flow.js'

const { test, ...broker } = flow()
let city: City
beforeAll(async () => {
  city = await broker.city('main')
})

const containers = Array.from({ length: 250 }, (_, n) => ({
  id: containerId(String(n).padStart(3, '0')),
  fillingLevel: n / 250,
  status: n % 2 === 0 ? ('open' as const) : ('closed' as const),
  name: `Container ${n}`,
  location: { type: 'Point' as const, coordinates: [5 + n / 1000, 51.5] as const },
  address: { addressLocality: n % 5 === 0 ? 'Breda' : 'Tilburg' },
  refIsle: `urn:ngsi-ld:Isle:${n % 3}`,
}))

describe('the main road', () => {
  test('upserts new ones, then the same again', [], async () => {
    const first = await city.upsert(Container, containers, { batchSize: 40 })
    expect(first).toMatchObject({ read: 250, created: 250, failed: 0, invalid: 0, unconfirmed: 0 })
    const second = await city.upsert(Container, containers, { batchSize: 40 })
    expect(second).toMatchObject({ read: 250, created: 0, failed: 0 })
    expect(second.updated + second.written).toBe(250)
  })

  test('an unchanged register writes nothing', [], async () => {
    const report = await city.upsert(Container, containers, { skipUnchanged: true })
    expect(report).toMatchObject({ read: 250, unchanged: 250, updated: 0, created: 0 })
  })

  test('one changed entity among them is the only one written', [], async () => {
    const changed = containers.map((one, n) => (n === 7 ? { ...one, fillingLevel: 0.99 } : one))
    const report = await city.upsert(Container, changed, { skipUnchanged: true })
    expect(report).toMatchObject({ unchanged: 249, updated: 1 })
    await city.upsert(Container, containers)
  })

  test('counts, filters, pages, picks', [], async () => {
    const all = city.find(Container)
    expect(await all.count()).toBe(250)
    const full = all.where('fillingLevel', '>=', 0.8).where('status', '==', 'open')
    expect(await full.count()).toBe(25)
    const names = await full.pick('name').pageSize(7).toArray()
    expect(names).toHaveLength(25)
    expect(Object.keys(names[0] ?? {}).sort()).toEqual(['id', 'name', 'type'])
    expect(new Set(names.map(({ id }) => id)).size).toBe(25)
  })

  test('each id once over many pages', [], async () => {
    const ids: string[] = []
    for await (const { id } of city.find(Container).pageSize(9)) ids.push(id)
    expect(ids.length).toBe(250)
    expect(new Set(ids).size).toBe(250)
  })

  test('nested member, or, near, limit, first', [], async () => {
    const breda = city.find(Container).where('address[addressLocality]', '==', 'Breda')
    expect(await breda.count()).toBe(50)
    const either = city.find(Container).or(
      (g) => g.where('fillingLevel', '<', 0.02),
      (g) => g.where('name', '==', ['Container 100', 'Container 101']),
    )
    expect(await either.count()).toBe(7)
    expect(await city.find(Container).near([5, 51.5], { maxMeters: 500 }).count()).toBe(8)
    expect(await city.find(Container).limit(3).toArray()).toHaveLength(3)
    expect(await city.find(Container).where('name', '==', 'nobody').first()).toBeUndefined()
  })

  test('a ring: both distances', [], async () => {
    const ring = city.find(Container).near([5, 51.5], { maxMeters: 500, minMeters: 100 })
    expect((await ring.toArray()).length).toBe(6)
  })

  test('representations and GeoJSON', [], async () => {
    const one = city.find(Container).ids([containerId('000')])
    expect((await one.first())?.fillingLevel).toBe(0)
    expect((await one.as('normalized').first())?.fillingLevel).toMatchObject({ type: 'Property', value: 0 })
    const { features } = await one.toGeoJSON()
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [5, 51.5] })
  })

  test('relationships are followed', [], async () => {
    await city.upsert(
      Isle,
      [0, 1, 2].map((n) => ({ id: `urn:ngsi-ld:Isle:${n}`, label: `Isle ${n}` })),
    )
    const first = await city
      .find(Container)
      .ids([containerId('001')])
      .linked('refIsle', Isle)
      .first()
    expect(first?.refIsle).toMatchObject({ label: 'Isle 1' })
  })

  test('conditions on what a relationship leads to', ['join'], async () => {
    await city.upsert(
      Isle,
      [0, 1, 2].map((n) => ({ id: `urn:ngsi-ld:Isle:${n}`, label: `Isle ${n}` })),
    )
    const found = city.find(Container).linked('refIsle', Isle)
    const one = await found.where('refIsle{label}', '==', 'Isle 1').toArray()
    expect(one.length).toBeGreaterThan(0)
    for (const { refIsle } of one) expect(refIsle).toMatchObject({ label: 'Isle 1' })
    const both = await found
      .or(
        (g) => g.where('refIsle{label}', '==', 'Isle 1'),
        (g) => g.where('refIsle{label}', '==', 'Isle 2'),
      )
      .count()
    expect(both).toBeGreaterThan(one.length)
  })

  test('order', [], async () => {
    const top = await city.find(Container).orderBy('fillingLevel', 'desc').limit(2).toArray()
    expect(top.map(({ id }) => id)).toEqual([containerId('249'), containerId('248')])
  })
})

describe('one entity', () => {
  const id = containerId('single')
  test('create, get, merge, replace, attribute, delete', [], async () => {
    expect(
      await city.create(Container, {
        id,
        fillingLevel: property(0.5, { observedAt: '2026-01-01T00:00:00Z' }),
        name: 'x',
      }),
    ).toBe(id)
    const twice = await city.create(Container, { id, fillingLevel: 0.1 }).catch((e: unknown) => e)
    expect(isBrokerError(twice, 'AlreadyExists')).toBe(true)
    await city.merge(Container, { id, name: 'y' })
    expect(await city.get(Container, id)).toMatchObject({ name: 'y', fillingLevel: 0.5 })
    expect((await city.get(Container, id, { as: 'normalized' })).fillingLevel.observedAt).toBe(
      '2026-01-01T00:00:00Z',
    )
    await city.attribute(Container, id, 'fillingLevel').patch({ observedAt: '2026-01-02T00:00:00Z' })
    expect(await city.attribute(Container, id, 'fillingLevel').get()).toMatchObject({
      value: 0.5,
      observedAt: '2026-01-02T00:00:00Z',
    })
    await city.attribute(Container, id, 'status').set('closed')
    expect((await city.get(Container, id)).status).toBe('closed')
    await city.attribute(Container, id, 'status').delete()
    await city.replace(Container, { id, fillingLevel: 0.2 })
    expect(await city.get(Container, id)).toEqual({ id, type: 'Container', fillingLevel: 0.2 })
    await city.delete(id)
    const gone = await city.get(Container, id).catch((e: unknown) => e)
    expect(isBrokerError(gone, 'ResourceNotFound')).toBe(true)
  })

  test(
    'append leaves alone what is there when told so, and says what; update replaces whole',
    [],
    async () => {
      const appended = containerId('appended')
      const observedAt = '2026-01-01T00:00:00Z'
      await city.create(Container, { id: appended, fillingLevel: property(0.5, { observedAt }), name: 'x' })
      const part = { id: appended, name: 'y', status: 'open' } as const
      const report = await city.append(Container, part, { overwrite: false })
      expect(report.updated).toEqual(['status'])
      expect(report.notUpdated.map(({ attribute }) => attribute)).toEqual(['name'])
      expect(await city.append(Container, part)).toEqual({ updated: ['name', 'status'], notUpdated: [] })
      await city.updateAttributes(Container, { id: appended, fillingLevel: 0.6 })
      const { fillingLevel, name } = await city.get(Container, appended, { as: 'normalized' })
      expect([fillingLevel.value, fillingLevel.observedAt, name?.value]).toEqual([0.6, undefined, 'y'])
      await city.attribute(Container, appended, 'name').replace('z')
      expect((await city.get(Container, appended)).name).toBe('z')
      const missing = city.attribute(Container, appended, 'locked').replace(true)
      expect(isBrokerError(await missing.catch((e: unknown) => e), 'ResourceNotFound')).toBe(true)
      await city.delete(appended)
    },
  )

  test('merge goes into values, deletes by null, and dates what was dated', [], async () => {
    const merged = containerId('merged')
    await city.create(Container, {
      id: merged,
      fillingLevel: property(0.5, { observedAt: '2026-01-01T00:00:00Z', unitCode: 'P1' }),
      address: { addressLocality: 'Breda', streetNr: '7' },
      name: 'x',
    })
    const part = {
      id: merged,
      fillingLevel: 0.6,
      address: { addressLocality: 'Tilburg' },
      name: 'urn:ngsi-ld:null',
    }
    await city.merge(Container, part, { observedAt: '2026-02-01T00:00:00Z' })
    const found = await city.get(Container, merged, { as: 'normalized' })
    expect(found).toMatchObject({
      fillingLevel: { value: 0.6, observedAt: '2026-02-01T00:00:00Z', unitCode: 'P1' },
      address: { value: { addressLocality: 'Tilburg', streetNr: '7' } },
    })
    expect(found.name).toBeUndefined()
    await city.delete(merged)
  })

  test('instances by datasetId: written, read, deleted one by one', ['datasetId'], async () => {
    const several = containerId('several')
    const name = [property('plain'), property('tin', { datasetId: 'urn:d:tin' })]
    await city.create(Container, { id: several, fillingLevel: 0, name } as never)
    const found = city.find(Container).ids([several]).datasetIds(['urn:d:tin']).as('normalized')
    expect(await found.first()).toMatchObject({ name: { value: 'tin', datasetId: 'urn:d:tin' } })
    await city.attribute(Container, several, 'name').delete({ datasetId: 'urn:d:tin' })
    expect((await city.get(Container, several)).name).toBe('plain')
    await city.delete(several)
  })

  test('languages: all, one of them, and one more beside', ['language'], async () => {
    const spoken = containerId('spoken')
    await city.create(Container, {
      id: spoken,
      fillingLevel: 0,
      description: { languageMap: { nl: 'bak', en: 'bin' } },
    })
    const one = city.find(Container).ids([spoken])
    expect((await one.first())?.description).toEqual({ languageMap: { nl: 'bak', en: 'bin' } })
    expect((await one.lang('nl').first())?.description).toBe('bak')
    expect(await one.where('description[en]', '==', 'bin').count()).toBe(1)
    await city.merge(Container, { id: spoken, description: 'Tonne' } as never, { lang: 'de' })
    expect((await one.first())?.description).toEqual({ languageMap: { nl: 'bak', en: 'bin', de: 'Tonne' } })
    await city.delete(spoken)
  })

  test('scopes: asked for, united, replaced', ['scope'], async () => {
    const scoped = containerId('scoped')
    await city.create(Container, { id: scoped, fillingLevel: 0, scope: '/Breda/Centrum' } as never)
    const inScope = async (scope: string): Promise<number> => city.find(Container).inScope(scope).count()
    expect([await inScope('/Breda/#'), await inScope('/Breda'), await inScope('/+/Centrum')]).toEqual([
      1, 0, 1,
    ])
    await city.append(Container, { id: scoped, scope: '/Tilburg' } as never, { overwrite: false })
    expect([await inScope('/Breda/Centrum;/Tilburg'), await inScope('/Tilburg')]).toEqual([1, 1])
    await city.merge(Container, { id: scoped, scope: '/Eindhoven' } as never)
    expect([await inScope('/Breda/#'), await inScope('/Tilburg|/Eindhoven')]).toEqual([0, 1])
    await city.delete(scoped)
  })

  test('metadata wiped on update: a merge of a bare value keeps the unit of that attribute', [], async () => {
    const kept = containerId('kept')
    await city.create(Container, { id: kept, fillingLevel: property(0.5, { unitCode: 'P1' }) })
    await city.merge(Container, { id: kept, fillingLevel: 0.6 })
    expect((await city.get(Container, kept, { as: 'normalized' })).fillingLevel).toMatchObject({
      value: 0.6,
      unitCode: 'P1',
    })
    await city.delete(kept)
  })

  test('reserved characters in ids and values reach the broker intact', [], async () => {
    const odd = "urn:ngsi-ld:Container:a/b?c=d&e#f;g,h'i(j)k%20*+$@!é"
    const name = 'a;b|c(d)"e"\\f&g=h,i..j<k>\u00e9\u{1F6AE}\n'
    await city.create(Container, { id: odd, fillingLevel: 0, name })
    expect((await city.get(Container, odd)).name).toBe(name)
    const found = await city.find(Container).where('name', '==', name).toArray()
    expect(found.map((one) => one.id)).toEqual([odd])
    await city.delete(odd)
  })
})

describe('in bulk', () => {
  test('invalid ones never block valid ones', [], async () => {
    const report = await city.upsert(Container, [
      { id: containerId('v1'), fillingLevel: 0.1 },
      { id: containerId('v2'), fillingLevel: 7 },
      { id: 'no uri', fillingLevel: 0.1 },
    ])
    expect(report).toMatchObject({ read: 3, created: 1, invalid: 2 })
    expect(report.problems.map(({ index }) => index)).toEqual([1, 2])
  })

  test('an id that comes twice keeps its order', [], async () => {
    const source = [0.1, 0.2, 0.3].map((fillingLevel) => ({ id: containerId('twice'), fillingLevel }))
    const report = await city.upsert(Container, source)
    expect(report).toMatchObject({ read: 3, created: 1, updated: 2 })
    expect((await city.get(Container, containerId('twice'))).fillingLevel).toBe(0.3)
  })

  test('delete while paging: everything that matched goes, nothing else', [], async () => {
    const open = city.find(Container).where('status', '==', 'open')
    expect(await city.deleteWhere(open, { dryRun: true })).toMatchObject({ matched: 125 })
    expect(await open.count()).toBe(125)
    const { report } = await city.deleteWhere(open)
    expect(report).toMatchObject({ read: 125, deleted: 125 })
    expect(await open.count()).toBe(0)
    expect(await city.find(Container).where('status', '==', 'closed').count()).toBe(125)
  })

  test('purge: attributes of what matches, then what matches', ['purge'], async () => {
    const closed = city.find(Container).where('status', '==', 'closed')
    const matched = await closed.count()
    expect(matched).toBeGreaterThan(0)
    await city.purge(closed, { drop: ['refIsle', 'address'] })
    expect(await closed.where('refIsle', 'exists').count()).toBe(0)
    await city.purge(closed.where('fillingLevel', '<', 0.5), { keep: ['status', 'fillingLevel'] })
    expect(await closed.where('name', 'exists').where('fillingLevel', '<', 0.5).count()).toBe(0)
    expect(await closed.count()).toBe(matched)
    await city.purge(closed.where('fillingLevel', '<', 0.1))
    expect(await closed.where('fillingLevel', '<', 0.1).count()).toBe(0)
    expect(await closed.count()).toBeGreaterThan(0)
  })

  test('a tenant that does not exist yet hides nothing of what the broker is', [], async () => {
    const known = await city.info()
    const fresh = await broker.city('fresh')
    // What the first connection learnt meanwhile, such as the mode of an Orion-LD, the second has yet to learn.
    expect(known.dialect.startsWith((await fresh.info()).dialect)).toBe(true)
  })

  test('a read of a tenant that nobody wrote to is empty', [], async () => {
    const other = await broker.city('nobodywrotehere')
    expect(await other.find(Container).toArray()).toEqual([])
    expect(await other.find(Container).count()).toBe(0)
    expect(await other.types()).toEqual([])
  })

  test('history of many entities', ['temporal'], async () => {
    await city.merge(Container, { id: containerId('101'), type: 'Container', fillingLevel: 0.77 })
    const found = []
    for await (const history of city
      .history(Container)
      .find({ ids: [containerId('101')], timeproperty: 'modifiedAt' }))
      found.push(history.series.fillingLevel?.at(-1)?.value)
    expect(found).toEqual([0.77])
  })

  test('types and info', [], async () => {
    expect((await city.types()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Container', 'Isle']),
    )
    const level = (await city.attributes()).find(({ name }) => name === 'fillingLevel')
    expect(level?.types).toContain('Container')
    expect((await city.info()).product).not.toBe('')
    const { count, attributes } = await city.typeInfo(Container)
    expect(count).toBeGreaterThan(0)
    expect(attributes.find(({ name }) => name === 'location')?.kinds).toEqual(['GeoProperty'])
    expect((await city.attributeInfo('fillingLevel')).kinds).toEqual(['Property'])
  })
})
