import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBroker } from 'city-context/broker'
import { importFeed, parseMapping, readMapping } from 'city-context/feed'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type City, connect } from '../../src/connect.js'
import { cityFiles } from '../support/city-files.js'
import { reimport } from '../support/reimport-run.js'
import { shared } from '../support/shared.js'

type Entity = Record<string, { readonly value?: unknown } | string>

const mapFile = (name: string): string =>
  new URL(`../../schemas/recipes/${name}/${name}.map.yaml`, import.meta.url).pathname

const mapped = async (map: string, file: string) => {
  const entities: Entity[] = []
  const report = await importFeed({
    mapping: mapFile(map),
    file,
    onEntity: (entity) => void entities.push(entity as unknown as Entity),
  })
  return { report, entities }
}

const attributeValue = (entity: Entity, name: string): unknown => {
  const attribute = entity[name]
  return typeof attribute === 'object' ? attribute.value : undefined
}

const folder = shared('city-data')

describe.skipIf(!folder.present)(`real city files (${folder.present ? '25 files' : folder.reason})`, () => {
  it.each(cityFiles)(
    '%s reads %s: %i rows make %i entities, %i rejected',
    async (map, file, rows, entities, rejected) => {
      const report = await importFeed({ mapping: mapFile(map), file: shared(`city-data/${file}`).path })
      expect(report.accepted).toBe(true)
      expect([report.rows.read, report.entities, report.rows.rejected]).toEqual([rows, entities, rejected])
    },
  )

  it('refuses Leeuwarden with the plain number as id, naming 1,637 rows, and writes nothing', async () => {
    const mapping = await readMapping(mapFile('leeuwarden-bomen'))
    const report = await importFeed({
      mapping: { ...mapping, id: 'urn:ngsi-ld:UrbanTree:GM0080:{ELEMENTNR|int}' },
      file: shared('city-data/trees/leeuwarden-bomen-rd.csv').path,
    })
    expect(report.accepted).toBe(false)
    expect(report.duplicates).toMatchObject({ ids: 341, rows: 1637 })
    expect(report.refusal).toContain('1637 rows')
    expect(report.entities).toBe(0)
  })

  it('puts every lamp of Groningen within 0.5 m of the coordinates in its own row', async () => {
    const { path } = shared('city-data/streetlights/groningen-openbare-verlichting-binnenstad.csv')
    const rows = parse(await readFile(path), { columns: true, delimiter: ';' }) as Record<string, string>[]
    const truth = new Map(
      rows.map((row) => [
        `urn:ngsi-ld:Streetlight:GM0014:${row['GUID']?.replace(/[{}]/g, '').toLowerCase()}`,
        [Number(row['LON']), Number(row['LAT'])] as const,
      ]),
    )
    const { entities } = await mapped('groningen-verlichting', path)
    const far = entities.filter((entity) => {
      const [x = 0, y = 0] = (attributeValue(entity, 'location') as { coordinates: number[] }).coordinates
      const [longitude, latitude] = truth.get(String(entity['id'])) ?? [0, 0]
      const east = (x - longitude) * 111_320 * Math.cos((latitude * Math.PI) / 180)
      return Math.hypot(east, (y - latitude) * 110_574) > 0.5
    })
    expect(far).toEqual([])
    expect(truth.size).toBe(2594)
  })

  it('keeps the sums of Münster: the channels of October 2023, with four ambiguous quarters', async () => {
    const { path } = shared('city-data/counts/muenster-rad-100020113-2023-10.csv')
    const { report, entities } = await mapped('muenster-rad', path)
    const rows = parse(await readFile(path), { columns: true }) as Record<string, string>[]
    const sum = (header: string): number => rows.reduce((total, row) => total + Number(row[header]), 0)
    const made = entities
      .filter((entity) => String(entity['id']).includes(':101020113:'))
      .reduce((total, entity) => total + Number(attributeValue(entity, 'intensity')), 0)
    expect(made).toBe(sum('101020113 (FR stdteinwärts)'))
    expect(report.times).toEqual({ ambiguous: 4, missing: 0 })
  })

  it('reads the day of March 2024 on which an hour is missing without a fault', async () => {
    const { report } = await mapped(
      'muenster-rad',
      shared('city-data/counts/muenster-rad-100020113-2024-03.csv').path,
    )
    expect(report.times).toEqual({ ambiguous: 0, missing: 0 })
  })

  it('repairs the text of 535 detectors in Berlin', async () => {
    const { report, entities } = await mapped(
      'berlin-teu',
      shared('city-data/counts/berlin-teu-verkehrszaehlstellen.geojson').path,
    )
    expect(report.repaired).toBe(535)
    expect(attributeValue(entities[0] as Entity, 'description')).toContain(
      'AS Spanische Allee – Brücke, Südwest',
    )
  })

  it("puts KNMI's 366 hours 24 on the next day at 00:00Z", async () => {
    const { entities } = await mapped(
      'knmi-uur',
      shared('city-data/weather/knmi-260-debilt-uurgegevens-2000.txt').path,
    )
    const hours = entities.filter((entity) => String(entity['id']).endsWith('-24'))
    expect(hours).toHaveLength(366)
    expect(attributeValue(hours[0] as Entity, 'dateObserved')).toBe('2000-01-02T00:00:00Z')
    expect(
      hours.every((entity) => String(attributeValue(entity, 'dateObserved')).endsWith('T00:00:00Z')),
    ).toBe(true)
  })

  it('merges forty exact duplicates among the charging stations', async () => {
    const { report } = await mapped(
      'muenster-laden',
      shared('city-data/charging/muenster-ladesaeulen.csv').path,
    )
    expect(report.rows.read - report.entities).toBe(40)
    expect(report.duplicates.rule).toBe('merge')
  })

  it('finds the water level of Krimpen where it is, from a column of EPSG codes and carriage returns alone', async () => {
    const { entities } = await mapped(
      'rws-waterinfo',
      shared('city-data/water/rws-waterinfo-krimpen.csv').path,
    )
    const [longitude = 0, latitude = 0] = (
      attributeValue(entities[0] as Entity, 'location') as { coordinates: number[] }
    ).coordinates
    // Krimpen aan de Lek lies at about 4.63 east, 51.89 north.
    expect(longitude).toBeCloseTo(4.63, 1)
    expect(latitude).toBeCloseTo(51.89, 1)
    expect(attributeValue(entities[0] as Entity, 'dateObserved')).toBe('2021-12-31T23:00:00Z')
  })

  it('says which columns of Zürich are empty, and takes over no telephone number', async () => {
    const { report } = await mapped(
      'zuerich-sammelstellen',
      shared('city-data/waste/zuerich-sammelstellen.csv').path,
    )
    expect(report.columns.empty).toHaveLength(38)
    expect(report.columns.sensitive.map(({ column }) => column)).toContain('tel')
  })

  it('refuses a first page that announces more than it holds', async () => {
    const mapping = await parseMapping(`
source: { format: opendatasoft }
license: CC0-1.0
crs: EPSG:4326
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:x:{id}"
map: { name: id, location: { latlon: geo } }
`)
    const page = JSON.stringify({ nhits: 10_260, records: [{ fields: { id: 'a', geo: [51.4, 5.5] } }] })
    async function* stdin(): AsyncGenerator<string> {
      yield page
    }
    await expect(importFeed({ mapping, file: '-', stdin: stdin() })).rejects.toThrow(
      /only a part: it announces 10260 records and holds 1; say source.paging to fetch every page/,
    )
  })
})

describe.skipIf(!folder.present)(
  `real city files in the broker (${folder.present ? 'over a socket' : folder.reason})`,
  () => {
    let broker: Awaited<ReturnType<typeof startBroker>>
    let city: City
    let folderForFiles = ''

    beforeAll(async () => {
      folderForFiles = await mkdtemp(join(tmpdir(), 'reimport-'))
      broker = await startBroker({ port: 0, history: 0 })
      city = await connect(broker.url)
    })
    afterAll(async () => {
      await city?.close()
      await broker?.close()
      await rm(folderForFiles, { recursive: true, force: true })
    })

    // The two largest take minutes; `npm run bench -- feed` runs all 25.
    const files = cityFiles.filter(([, , , entities]) => entities < 20_000)

    it.each(files)(
      '%s: a second import of %s writes nothing, a change one entity, a row that is gone is pruned on request',
      async (map, file, _rows, entities) => {
        const result = await reimport(city, broker.url, [map, file], folderForFiles)
        expect(result).toMatchObject({ entities, second: 0, afterChange: 1 })
        expect([result.reported, result.pruned]).toEqual([result.gone, result.gone])
        // The last charging station is one of the exact duplicates.
        if (map !== 'muenster-laden') expect(result.gone).toBeGreaterThan(0)
      },
      120_000,
    )

    it('finds lamps by a query over what the mapping made', async () => {
      await importFeed({
        mapping: mapFile('groningen-verlichting'),
        file: shared('city-data/streetlights/groningen-openbare-verlichting-binnenstad.csv').path,
        city,
      })
      const { Streetlight } = await import('city-context/models')
      const { path } = shared('city-data/streetlights/groningen-openbare-verlichting-binnenstad.csv')
      const rows = parse(await readFile(path), { columns: true, delimiter: ';' }) as Record<string, string>[]
      const high = rows.filter((row) => Number(row['MONTAGEHG']) > 9).length
      expect(await city.find(Streetlight).where('lanternHeight', '>', 9).count()).toBe(high)
      const wall = rows.filter((row) => row['OMSCHRIJVE'] === 'Wandarmatuur').length
      expect(await city.find(Streetlight).where('locationCategory', '==', 'facade').count()).toBe(wall)
    })
  },
)
