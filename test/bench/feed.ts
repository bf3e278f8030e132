import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { feedSource } from '../../src/feed/feed-source.js'
import { parseMapping } from '../../src/feed/mapping-file.js'
import { mappedBatches, openReading } from '../../src/feed/survey.js'
import { OffStreetParking } from '../../src/models/index.js'

const rows = Number(process.env['BENCH_ROWS'] ?? 1_000_000)

const mappingText = `source: { format: csv, delimiter: ";" }
license: CC0-1.0
crs: EPSG:28992
entity: { type: OffStreetParking }
id: "urn:ngsi-ld:OffStreetParking:bench:{nr}"
map:
  name: naam
  location: { point: [x, y], number: nl }
  totalSpotNumber: { from: plaatsen, type: integer }
  availableSpotNumber: { from: vrij, type: integer, observedAt: { from: tijd, date: iso } }
  status: { from: stand, enum: { open: [open], vol: [full] } }
  maximumAllowedHeight: { from: hoogte, number: nl, unit: m }
`

const writeRows = async (path: string): Promise<void> => {
  const file = await open(path, 'w')
  await file.write('nr;naam;x;y;plaatsen;vrij;stand;hoogte;tijd\n')
  for (let start = 0; start < rows; start += 10_000) {
    let text = ''
    for (let row = start; row < Math.min(rows, start + 10_000); row += 1)
      text += `${row};Garage ${row};${150_000 + (row % 9000)},5;${460_000 + (row % 7000)},25;${row % 900};${row % 300};${row % 2 ? 'open' : 'vol'};2,10 m;2026-11-23T10:00:00Z\n`
    await file.write(text)
  }
  await file.close()
}

const seconds = async (work: () => Promise<number>): Promise<readonly [number, number]> => {
  const start = process.cpuUsage()
  const count = await work()
  const used = process.cpuUsage(start)
  return [(used.user + used.system) / 1e6, count]
}

const parseAlone = async (path: string): Promise<number> => {
  let count = 0
  const parser = createReadStream(path).pipe(parse({ columns: true, delimiter: ';' }))
  for await (const record of parser) if (record !== null) count += 1
  return count
}

const mapAll = async (path: string): Promise<number> => {
  const mapping = await parseMapping(mappingText)
  const source = feedSource(mapping, path, undefined, {})
  const reading = await openReading(source, mapping, OffStreetParking, 'bench')
  let count = 0
  for await (const batch of mappedBatches(reading, new Set())) count += batch.length
  return count
}

/** Measures the mapping of a large CSV against csv-parse alone on the same file; prints CPU seconds, ratio and memory. */
export const run = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-feed-'))
  const path = join(folder, 'rows.csv')
  try {
    await writeRows(path)
    const before = process.memoryUsage().rss
    const [alone, parsed] = await seconds(() => parseAlone(path))
    const [mapped, made] = await seconds(() => mapAll(path))
    if (parsed !== rows || made !== rows) throw new Error(`${parsed} and ${made} of ${rows} rows`)
    const growth = (process.memoryUsage().rss - before) / 2 ** 20
    process.stdout.write(
      `${[
        `import mapping, ${rows} rows: csv-parse alone ${alone.toFixed(2)} s, mapped ${mapped.toFixed(2)} s CPU`,
        `ratio ${(alone / mapped).toFixed(2)} (goal ≥ 0.4), ${Math.round(rows / mapped)} rows/s, resident growth ${growth.toFixed(0)} MB`,
      ].join('\n')}\n`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
