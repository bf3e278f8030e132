import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crs, crsCodes } from '../../src/feed/crs.js'
import { dateReader } from '../../src/feed/date-pattern.js'
import { createIdIndex } from '../../src/feed/id-index.js'
import type { SourceSpec } from '../../src/feed/mapping.js'
import { repairMojibake } from '../../src/feed/mojibake.js'
import { numberReader } from '../../src/feed/number-format.js'
import { openTable } from '../../src/feed/open-table.js'
import { timeZone } from '../../src/feed/time-zone.js'
import { parseWkt } from '../../src/feed/wkt.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const rowsOf = async (content: string | Uint8Array, source: SourceSpec) => {
  const table = await openTable(await file('source', content), source)
  const rows: unknown[][] = []
  const numbers: number[] = []
  const problems: string[] = []
  for await (const batch of table.batches()) {
    for (const [index, record] of batch.records.entries()) {
      rows.push(table.columns.map((column) => table.accessor(column)?.(record)))
      numbers.push(batch.rows[index] ?? 0)
    }
    problems.push(...batch.problems.map(({ row, message }) => `${row}: ${message}`))
  }
  return { columns: table.columns, rows, numbers, problems }
}

const csv: SourceSpec = { format: 'csv' }

describe('CSV', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR alone', 'a,b\r1,2\r3,4'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n3,4'],
  ])('reads lines that end with %s', async (_name, text) => {
    expect(await rowsOf(text, csv)).toMatchObject({
      columns: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      numbers: [2, 3],
    })
  })

  it('skips a preamble and counts its lines', async () => {
    const text = 'STN = station\nnot data\n# STN,  HH\n\n260,1\n'
    expect(await rowsOf(text, { ...csv, header: { match: '# STN,' } })).toMatchObject({
      columns: ['STN', 'HH'],
      rows: [['260', '1']],
    })
  })

  it('names columns without a name and columns that repeat', async () => {
    expect((await rowsOf(',a,a\n1,2,3\n', csv)).columns).toEqual(['#1', 'a', 'a (2)'])
  })

  it('reads Windows-1252 where the mapping says so, and names the line where it does not', async () => {
    const bytes = Buffer.from('name\nplain\nStra\xdfe\n', 'latin1')
    expect((await rowsOf(bytes, { ...csv, encoding: 'cp1252' })).rows).toEqual([['plain'], ['Straße']])
    await expect(rowsOf(bytes, csv)).rejects.toThrow(/line 3 is not valid utf-8; say source.encoding/)
  })

  it('refuses a row of the wrong length and keeps the others', async () => {
    expect(await rowsOf('a,b\n1\n2,3\n4,5,6\n', csv)).toMatchObject({
      rows: [['2', '3']],
      problems: ['2: has 1 values where the header has 2', '4: has 3 values where the header has 2'],
    })
  })

  it('says where a quote is never closed', async () => {
    await expect(rowsOf('a,b\n1,"2\n3,4\n', csv)).rejects.toThrow(/row 2: a quote is opened and never closed/)
  })

  it('reads gzip by its first bytes', async () => {
    expect((await rowsOf(gzipSync('a,b\n1,2\n'), csv)).rows).toEqual([['1', '2']])
    await expect(rowsOf(gzipSync('a,b\n1,2\n'.repeat(500)).subarray(0, 30), csv)).rejects.toThrow(
      /broken gzip/,
    )
  })

  it('refuses an empty file', async () => {
    await expect(rowsOf('', csv)).rejects.toThrow(/is empty/)
  })

  it('gives every row of any table back (property)', async () => {
    const value = fc.string({ maxLength: 12 }).filter((text) => text === text.trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 20 }), async (rows) => {
        const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
        const read = await rowsOf(`a;b\n${quoted.join('\n')}\n`, { ...csv, delimiter: ';' })
        expect(read.rows).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
})

describe('JSON', () => {
  it.each([
    ['a bare array', { format: 'json' }, [{ x: 1 }]],
    ['a path', { format: 'json', path: 'a.b' }, { a: { b: [{ x: 1 }] } }],
    ['Opendatasoft 1', { format: 'opendatasoft' }, { nhits: 1, records: [{ fields: { x: 1 } }] }],
    ['Esri', { format: 'esri' }, { features: [{ attributes: { x: 1 } }] }],
    ['SensorThings', { format: 'sensorthings' }, { value: [{ x: 1 }] }],
    ['NGSIv2', { format: 'ngsiv2' }, [{ id: 'a', type: 'T', x: { type: 'Number', value: 1 } }]],
    ['NGSI-LD', { format: 'ngsi-ld' }, [{ id: 'a', type: 'T', x: { type: 'Property', value: 1 } }]],
    ['GeoJSON', { format: 'geojson' }, { type: 'FeatureCollection', features: [{ properties: { x: 1 } }] }],
  ] as const)('finds the records of %s', async (_name, source, document) => {
    const table = await openTable(await file('json', JSON.stringify(document)), source as SourceSpec)
    const read = table.accessor('x')
    const values: unknown[] = []
    for await (const batch of table.batches()) values.push(...batch.records.map((record) => read?.(record)))
    expect(values).toEqual([1])
  })

  it.each([
    ['exceededTransferLimit', { format: 'esri' }, { exceededTransferLimit: true, features: [] }],
    ['an @iot.nextLink', { format: 'sensorthings' }, { '@iot.nextLink': 'http://x', value: [] }],
    ['a next page', { format: 'json', path: 'items' }, { _links: { next: {} }, items: [] }],
  ] as const)('refuses a first page that tells of more by %s', async (_name, source, document) => {
    const path = await file('page', JSON.stringify(document))
    await expect(openTable(path, source as SourceSpec)).rejects.toThrow(/only a part/)
    await expect(openTable(path, { ...source, allowPartial: true } as SourceSpec)).resolves.toBeDefined()
  })

  it('names the line of a fault, and the lists there are', async () => {
    await expect(rowsOf('{"a":\n1,}', { format: 'json' })).rejects.toThrow(/line 2 is not JSON/)
    await expect(rowsOf('{"a":{"b":[1,2]}}', { format: 'json' })).rejects.toThrow(/it holds a\.b \(2\)/)
  })

  it('reads NDJSON line by line and rejects only the broken line', async () => {
    const read = await rowsOf('{"x":1}\n{"x":\n[1]\n{"x":2}\n', { format: 'ndjson' })
    expect(read.rows).toEqual([[1], [2]])
    expect(read.problems).toHaveLength(2)
    expect(read.problems[0]).toMatch(/^2: is not JSON/)
  })

  it('reads own members only', async () => {
    const table = await openTable(await file('proto', '[{"a":1}]'), { format: 'json' })
    for await (const batch of table.batches())
      expect(table.accessor('__proto__.constructor')?.(batch.records[0])).toBeUndefined()
  })
})

describe('coordinate systems', () => {
  // [code, x, y, longitude, latitude]: published control points (Kadaster, swisstopo, IGN Brussels, EPSG guidance).
  it.each([
    ['EPSG:28992', 155_000, 463_000, 5.387203, 52.155172],
    ['EPSG:2056', 2_600_000, 1_200_000, 7.438632, 46.951083],
    ['EPSG:31370', 157_022.87, 171_745.084, 4.468493, 50.856057],
    ['EPSG:25832', 500_000, 5_538_630.7, 9, 50],
    ['EPSG:25831', 500_000, 5_538_630.7, 3, 50],
    ['EPSG:3857', 556_597.45, 6_800_125.45, 5, 52],
    ['EPSG:4326', 5.1, 52.1, 5.1, 52.1],
    ['EPSG:4258', 5.1, 52.1, 5.1, 52.1],
  ])('%s hits its control point', (code, x, y, longitude, latitude) => {
    const [east, north] = crs(code).toDegrees(x, y)
    expect(Math.hypot((east - longitude) * 68_000, (north - latitude) * 111_000)).toBeLessThan(1)
  })

  it.each(crsCodes)('%s goes back and forth without loss', (code) => {
    const system = crs(code)
    const [x, y] = system.fromDegrees(5.5, 51.5)
    const [longitude, latitude] = system.toDegrees(x, y)
    expect(longitude).toBeCloseTo(5.5, 6)
    expect(latitude).toBeCloseTo(51.5, 6)
  })

  it('names the known ones where a code is not known', () => {
    expect(() => crs('EPSG:999')).toThrow(/not known; known are EPSG:4326/)
  })
})

describe('well-known text', () => {
  it.each([
    ['POINT (5.1 52.1)', 'Point', [5.1, 52.1]],
    ['POINT Z (5.1 52.1 3)', 'Point', [5.1, 52.1, 3]],
    ['POINT M (5.1 52.1 3)', 'Point', [5.1, 52.1]],
    [
      'SRID=4326;LINESTRING(1 2, 3 4)',
      'LineString',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'POLYGON ((0 0, 1 0, 1 1, 0 0), (.1 .1, .2 .1, .2 .2, .1 .1))',
      'Polygon',
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
        [
          [0.1, 0.1],
          [0.2, 0.1],
          [0.2, 0.2],
          [0.1, 0.1],
        ],
      ],
    ],
    [
      'MULTIPOINT ((1 2), (3 4))',
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'MULTIPOINT (1 2, 3 4)',
      'MultiPoint',
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])('reads %s', (text, type, coordinates) => {
    expect(parseWkt(text)).toEqual({ type, coordinates })
  })

  it.each(['POINT (5.1)', 'POINT 5.1 52.1', 'CIRCLE (1 2)', 'POLYGON ((0 0, 1 0)', 'POINT (a b)'])(
    'refuses %s',
    (text) => {
      expect(() => parseWkt(text)).toThrow(/no well-known text/)
    },
  )
})

describe('numbers, dates and text', () => {
  it.each([
    ['nl', '1.234,56', 1234.56],
    ['nl', '51,964164', 51.964164],
    ['de', '-7,5', -7.5],
    ['ch', "1'234.5", 1234.5],
    ['fr', '1 234,5', 1234.5],
    ['en', '1e3', 1000],
  ] as const)('reads %s %s', (format, text, value) => {
    expect(numberReader(format)(text)).toBe(value)
  })

  it.each([
    ['en', '7,11'],
    ['nl', '12.5'],
    ['en', ''],
    ['en', '0x10'],
    ['en', 'NaN'],
  ] as const)('refuses %s %s', (format, text) => {
    expect(() => numberReader(format)(text)).toThrow(/is no number/)
  })

  it('guesses nothing between day and month', () => {
    expect(dateReader('dd.MM.yyyy', false)('07.03.2022')?.localMs).toBe(Date.UTC(2022, 2, 7))
    expect(dateReader('dd.MM.yyyy', false)('30.02.2022')).toBeUndefined()
    expect(() => dateReader('DD.MM.yyyy', false)).toThrow(/has the letter "D"/)
  })

  it.each([
    ['2023-10-29T02:30', 'first', Date.UTC(2023, 9, 29, 0, 30), 'ambiguous'],
    ['2023-10-29T02:30', 'last', Date.UTC(2023, 9, 29, 1, 30), 'ambiguous'],
    ['2024-03-31T02:30', 'first', Date.UTC(2024, 2, 31, 1, 30), 'missing'],
    ['2024-07-01T12:00', 'first', Date.UTC(2024, 6, 1, 10), 'plain'],
  ] as const)('puts Berlin clock %s (%s) right', (local, prefer, ms, kind) => {
    expect(timeZone('Europe/Berlin').toInstant(Date.parse(`${local}:00Z`), prefer)).toEqual({ ms, kind })
  })

  it('agrees with the platform for any instant in any zone (property)', () => {
    const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', '+05:30', 'UTC']
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000_000_000 }), (name, seconds) => {
        const ms = seconds * 1000
        const iana = name.startsWith('+') ? 'Asia/Kolkata' : name
        const text = new Date(ms).toLocaleString('sv-SE', { timeZone: iana })
        const { ms: back, kind } = timeZone(name).toInstant(Date.parse(`${text.replace(' ', 'T')}Z`), 'first')
        const again = new Date(back).toLocaleString('sv-SE', { timeZone: iana })
        expect(again).toBe(text)
        if (kind === 'plain') expect(back).toBe(ms)
      }),
      { numRuns: 300 },
    )
  })

  it('repairs what was decoded wrongly, and leaves right text alone', () => {
    expect(repairMojibake('SÃ¼d â€“ BrÃ¼cke')).toBe('Süd – Brücke')
    for (const text of ['Süd', 'Café', 'plain', 'naïve – ok']) expect(repairMojibake(text)).toBe(text)
  })

  it('remembers ids without mistaking one for another', () => {
    const index = createIdIndex()
    for (let row = 0; row < 50_000; row += 1)
      expect(index.add(`urn:ngsi-ld:Lamp:${row}`, row)).toBeUndefined()
    expect(index.size).toBe(50_000)
    expect(index.add('urn:ngsi-ld:Lamp:4711', 1)).toBe(4711)
  })
})
