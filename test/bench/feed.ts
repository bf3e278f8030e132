import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { feedSource } from '../../src/feed/feed-source.js'
import { parseMapping } from '../../src/feed/mapping-file.js'
import { mappedBatches, openReading } from '../../src/feed/survey.js'
import { OffStreetParking } from '../../src/models/index.js'
import { cityFiles } from '../support/city-files.js'
import { draftTable, measureDrafts } from '../support/infer-run.js'
import { type Reimport, reimport, reimportTable } from '../support/reimport-run.js'
import { shared } from '../support/shared.js'
import { fuzzFeeds } from '../support/spoiled-feeds.js'

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

const throughput = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-feed-'))
  const path = join(folder, 'rows.csv')
  try {
    await writeRows(path)
    const [alone, parsed] = await seconds(() => parseAlone(path))
    const before = process.memoryUsage().rss
    const [mapped, made] = await seconds(() => mapAll(path))
    if (parsed !== rows || made !== rows) throw new Error(`${parsed} and ${made} of ${rows} rows`)
    const growth = (process.memoryUsage().rss - before) / 2 ** 20
    const size = (await stat(path)).size / 2 ** 20
    console.log(
      [
        `import mapping, ${rows} rows (${size.toFixed(0)} MB): csv-parse alone ${alone.toFixed(2)} s, mapped ${mapped.toFixed(2)} s CPU`,
        `ratio ${(alone / mapped).toFixed(2)} (goal ≥ 0.4), ${Math.round(rows / mapped)} rows/s, resident growth ${growth.toFixed(0)} MB`,
      ].join('\n'),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const drafts = async (): Promise<void> => {
  console.log(`\ninfer, compared with the mapping written by hand (same values on 99 of 100 rows)`)
  console.log(draftTable(await measureDrafts()))
}

const again = async (): Promise<void> => {
  console.log('\nimport again: unchanged, one entity changed, one row gone')
  const folder = await mkdtemp(join(tmpdir(), 'bench-feed-'))
  await using broker = await startBroker({ port: 0, history: 0 })
  await using city = await connect(broker.url)
  try {
    const results: Reimport[] = []
    for (const file of cityFiles) results.push(await reimport(city, broker.url, file, folder))
    console.log(reimportTable(results))
    const wrong = results.filter(
      (one) =>
        one.second !== 0 || one.afterChange !== 1 || one.reported !== one.gone || one.pruned !== one.gone,
    )
    if (wrong.length > 0) throw new Error(`not as it should be: ${wrong.map(({ file }) => file).join(', ')}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const fuzz = async (): Promise<void> => {
  const count = Number(process.env['FUZZ_INPUTS'] ?? 50_000)
  const { inputs, refused, read, rows: seen, entities, rejected, faults } = await fuzzFeeds(count)
  console.log(
    `\n${inputs} broken sources and mappings: ${refused} refused with a sentence, ${read} read; ${seen} rows of those: ${entities} entities, ${rejected} rejected with a reason; ${faults.length} crashed or were silent`,
  )
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** Measures mapping against csv-parse alone, drafts against mappings by hand, repeated imports, and broken inputs. */
export const run = async (): Promise<void> => {
  await throughput()
  if (shared('city-data').present) {
    await drafts()
    await again()
  } else console.log(`\nReal files left out: ${shared('city-data').reason}`)
  await fuzz()
}
