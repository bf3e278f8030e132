import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FeedTarget, importFeed, parseMapping } from 'city-context/feed'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.js'

const head = `source: { format: csv, delimiter: ";" }
license: CC0-1.0
crs: EPSG:28992
timezone: Europe/Amsterdam
bounds: [3.2, 50.7, 7.3, 53.6]
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:x:{nr}"
`
const map = `map:
  name: naam
  location: { point: [x, y], number: nl }
  totalSpotNumber: { from: plaatsen, type: integer }
  status: { from: stand, enum: { open: [open], vol: [full] } }
`
const rows = 'nr;naam;x;y;plaatsen;stand\n1;Station;155000,5;463000;100;open\n2;Markt;155100;463100;50;vol\n'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function* stdin(text: string): AsyncGenerator<string> {
  yield text
}

const run = async (text: string, mapping = head + map, more: object = {}) => {
  const entities: Record<string, unknown>[] = []
  const report = await importFeed({
    mapping: await parseMapping(mapping, 'x.map.yaml'),
    file: '-',
    stdin: stdin(text),
    onEntity: (entity) => void entities.push(entity),
    ...more,
  })
  return { report, entities }
}

describe('importFeed', () => {
  it('makes normalized entities with kinds and units of the model', async () => {
    const { report, entities } = await run(rows)
    expect(report).toMatchObject({
      accepted: true,
      dryRun: true,
      entities: 2,
      rows: { read: 2, rejected: 0 },
    })
    expect(entities[0]).toMatchObject({
      id: 'urn:ngsi-ld:OffStreetParking:x:1',
      type: 'OffStreetParking',
      name: { type: 'Property', value: 'Station' },
      location: { type: 'GeoProperty', value: { type: 'Point' } },
      totalSpotNumber: { type: 'Property', value: 100 },
      status: { type: 'Property', value: ['open'] },
    })
  })

  it('gives every problem of a row with its number, and takes the other rows', async () => {
    const bad = `${rows}3;Kerk;463000;155000;veel;dicht\n4;Dom;155000;463000;3;open\n`
    const { report } = await run(bad)
    expect(report.entities).toBe(3)
    expect(report.rows.rejected).toBe(1)
    expect(report.problems.map(({ row, path, rule }) => [row, path, rule])).toEqual([
      [4, 'row 4, location', 'feed.bounds'],
      [4, 'row 4, totalSpotNumber', 'feed.number'],
      [4, 'row 4, status', 'feed.enum'],
    ])
    expect(report.enums[0]).toMatchObject({ mapped: 3, unmapped: 1, missing: [{ text: 'dicht', count: 1 }] })
  })

  it('proposes to exchange swapped degrees', async () => {
    const mapping = (head + map).replace('EPSG:28992', 'EPSG:4326')
    const { report } = await run('nr;naam;x;y;plaatsen;stand\n1;a;52,1;5,1;1;open\n', mapping)
    expect(report.problems[0]?.hint).toContain('swapped')
  })

  it('rejects an unclosed ring, a bad date and a value that the model does not allow', async () => {
    const mapping = `${head.replace('EPSG:28992', 'EPSG:4326')}map:
  location: { wkt: x }
  occupancyModified: { from: naam, date: "dd-MM-yyyy HH:mm" }
  occupancy: { from: plaatsen, type: number }
`
    const { report } = await run(
      'nr;naam;x;plaatsen\n1;31-02-2026 10:00;POLYGON ((5 52, 6 52, 6 53, 5 53));1\n2;28-02-2026 10:00;POINT (5 52);-3\n',
      mapping,
    )
    expect(report.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringMatching(/^row 2, location: .*not closed/),
      expect.stringMatching(/^row 2, occupancyModified: "31-02-2026 10:00" is no date of the form/),
      expect.stringMatching(/^row 3, occupancy/),
    ])
  })

  it.each([
    ['fail', 0],
    ['first', 2],
    ['last', 2],
    ['suffix', 3],
  ])('treats a repeated id by onDuplicate: %s', async (rule, entities) => {
    const { report } = await run(
      `${rows}1;Ander;155000;463000;7;open\n`,
      `onDuplicate: ${rule}\n${head}${map}`,
    )
    expect(report.entities).toBe(entities)
    expect(report.duplicates).toMatchObject({ ids: 1, rows: 2, examples: [{ rows: [2, 4] }] })
  })

  it('merges rows that agree, and rejects one that contradicts', async () => {
    const twice = `${rows}1;Station;155000,5;463000;100;vol\n2;Anders;155100;463100;50;vol\n`
    const { report, entities } = await run(twice, `onDuplicate: merge\n${head}${map}`)
    expect(entities[0]?.['status']).toMatchObject({ value: ['open', 'full'] })
    expect(report.problems[0]).toMatchObject({ rule: 'feed.duplicate', path: 'row 5, name' })
  })

  it('writes nothing at all where ids repeat', async () => {
    let calls = 0
    const city: FeedTarget = {
      upsertMixed: () => {
        calls += 1
        return Promise.reject(new Error('must not be called'))
      },
    }
    const { report } = await run(`${rows}1;a;155000;463000;7;open\n`, head + map, { city })
    expect(report.accepted).toBe(false)
    expect(calls).toBe(0)
  })

  it.each([
    [
      'an unknown attribute',
      map.replace('totalSpotNumber', 'totalSpotNumbr'),
      /no attribute "totalSpotNumbr"; did you mean "totalSpotNumber"\?/,
    ],
    [
      'an unknown key',
      map.replace('number: nl', 'numbr: nl'),
      /x\.map\.yaml:10: "numbr" is no known key of map\.location; did you mean "number"\?/,
    ],
    ['a missing requirement', 'map: { name: naam }\n', /requires location, and map does not make it/],
    ['an unknown column', map.replace('plaatsen', 'plaats'), /no column "plaats"; did you mean "plaatsen"\?/],
    [
      'two origins',
      map.replace('{ from: plaatsen', '{ value: 3, from: plaatsen'),
      /has from and value; keep one/,
    ],
  ])('refuses a mapping with %s in one line', async (_name, text, message) => {
    await expect(run(rows, head + text)).rejects.toThrow(message)
  })

  it('names the delimiter that a file has instead', async () => {
    await expect(run(rows.replaceAll(';', ','))).rejects.toThrow(
      /its delimiter looks like ","; say source\.delimiter/,
    )
  })

  it('stops before it takes over what looks personal or secret, unless it has a class', async () => {
    const text = rows.replace('naam', 'E-Mail')
    const own = (head + map).replace('name: naam', 'name: E-Mail')
    await expect(run(text, own)).rejects.toThrow(/takes over "E-Mail" .*classify/)
    await expect(run(text, `classify: { E-Mail: personal }\n${own}`)).resolves.toBeDefined()
  })

  it('writes where each attribute comes from on request', async () => {
    const seen: Record<string, unknown>[] = []
    const city: FeedTarget = {
      upsertMixed: async (source) => {
        for await (const { entity } of source) seen.push(entity)
        return {
          read: 2,
          created: 2,
          updated: 0,
          written: 0,
          unchanged: 0,
          invalid: 0,
          failed: 0,
          unconfirmed: 0,
          problems: [],
        }
      },
    }
    await run(rows, `version: "3"\n${head}${map}`, { city, lineage: true })
    expect(seen[1]?.['name']).toMatchObject({
      lineage: { value: { file: 'standard input', row: 3, mapping: '3' } },
    })
  })

  it('never crashes and never loses a row, whatever the file holds (property)', {
    timeout: 600_000,
  }, async () => {
    const cell = fc.oneof(
      fc.constantFrom('1', 'a', '155000,5', 'open', '', '"', ';', '\n', '99999999999'),
      fc.string({ maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 }),
        async (table) => {
          const text = `nr;naam;x;y;plaatsen;stand\n${table.map((row) => row.join(';')).join('\n')}\n`
          try {
            const { report } = await run(text, `onDuplicate: first\n${head}${map}`)
            const { rows: counts, duplicates, entities } = report
            expect(entities + counts.rejected + (duplicates.rows - duplicates.ids)).toBe(counts.read)
          } catch (error) {
            expect((error as Error).name).toBe('UsageError')
          }
        },
      ),
      // FUZZ_RUNS=50000 for the long run.
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    )
  })
})

describe('city-context import', () => {
  const command = async (argv: readonly string[]) => {
    let stdout = ''
    let stderr = ''
    const io = {
      stdout: { write: (text: string) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
      stdin: process.stdin,
      env: {},
      cwd: folder,
      signal: new AbortController().signal,
      exitCode: 0,
    }
    return { code: await main(argv, io), stdout, stderr }
  }

  it('reports a dry run with exit 0, and 1 where a row was rejected', async () => {
    await writeFile(join(folder, 'a.map.yaml'), head + map)
    await writeFile(join(folder, 'a.csv'), rows)
    await writeFile(join(folder, 'b.csv'), `${rows}x;y;z;1;1;1\n`)
    const good = await command(['import', 'a.csv', '--map', 'a.map.yaml', '--dry-run', '--report', 'r.json'])
    expect([good.code, good.stderr]).toEqual([0, ''])
    expect(good.stdout).toContain('Ready to import')
    expect(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8'))).toMatchObject({ entities: 2 })
    expect((await command(['import', 'b.csv', '--map', 'a.map.yaml', '--dry-run'])).code).toBe(1)
  })

  it.each([
    [
      ['import', 'none.csv', '--map', 'a.map.yaml', '--dry-run'],
      2,
      /^error: there is no file .*none\.csv\n$/,
    ],
    [
      ['import', 'a.csv', '--map', 'none.yaml', '--dry-run'],
      2,
      /^error: there is no mapping file .*none\.yaml\n$/,
    ],
    [['import', 'a.csv', '--map', 'a.map.yaml'], 2, /^error: say --broker URL/],
    [['import', 'a.csv', '--map', 'a.map.yaml', '--broker', 'http://127.0.0.1:9'], 3, /127\.0\.0\.1:9/],
  ])('%j ends with %i and one line', async (argv, code, message) => {
    const result = await command(argv)
    expect(result.code).toBe(code)
    expect(result.stderr).toMatch(message)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
  })
})
