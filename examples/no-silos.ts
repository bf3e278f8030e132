/**
 * Four suppliers, four shapes, one model, one question: how many places are free within 500 m?
 * `npx tsx examples/no-silos.ts`; `--data FOLDER` reads the open data of Heidelberg, Bielefeld, Karlsruhe and Basel.
 */
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { connect } from 'city-context'
import { startBroker } from 'city-context/broker'
import { type FeedReport, importFeed } from 'city-context/feed'
import { OffStreetParking } from 'city-context/models'

const { values: options } = parseArgs({
  options: { data: { type: 'string' }, serve: { type: 'boolean' } },
})
const here = (path: string): string => fileURLToPath(new URL(`data/no-silos/${path}`, import.meta.url))
const given = process.env['BROKER_URL']
const broker = given === undefined ? await startBroker() : undefined
const url = broker?.url ?? given ?? ''
const city = await connect(url, { tenant: 'no_silos' })

/** A mapping file, and the source it reads where that is not beside it. */
interface Feed {
  readonly mapping: string
  readonly file?: string | undefined
}

const samples: readonly Feed[] = ['centrum', 'terreinen', 'ziekenhuis', 'p-en-r'].map((name) => ({
  mapping: here(`${name}.map.yaml`),
}))
const openData = (folder: string): readonly Feed[] =>
  [
    ['heidelberg', 'heidelberg-offstreetparking-ngsiv2.json'],
    ['bielefeld', 'bielefeld-parken.csv'],
    ['karlsruhe', 'karlsruhe-parkhaeuser.json'],
    ['basel', 'basel-parkhaeuser-belegung.json'],
  ].map(([town, file = '']) => ({ mapping: here(`real/${town}.map.yaml`), file: join(folder, file) }))
const places: Readonly<Record<string, readonly [number, number]>> =
  options.data === undefined
    ? { 'Station Voorbeeldstad': [5.2416, 52.5319] }
    : {
        'Heidelberg Bismarckplatz': [8.6935, 49.4095],
        'Bielefeld Jahnplatz': [8.5336, 52.0229],
        'Karlsruhe Marktplatz': [8.4038, 49.0093],
        'Basel Marktplatz': [7.5879, 47.5581],
      }

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)

/** What had to be decided for one source: translated, refused, assumed, left out. */
const tell = (report: FeedReport): void => {
  const { rows, entities, enums, assumed, columns, problems } = report
  const translated = sum(enums.map(({ mapped }) => mapped))
  console.log(
    `\n${basename(report.source)}: ${rows.read} rows → ${entities} ${report.type}` +
      `; ${translated} words translated, ${rows.rejected} rows refused, ${rows.filtered} left out`,
  )
  for (const { row, path, message } of problems.slice(0, 3))
    console.log(`  refused  row ${row}, ${path}: ${message}`)
  for (const [attribute, count] of Object.entries(assumed))
    console.log(`  assumed  ${attribute} of ${count} entities: the source does not say`)
  for (const { column, reason } of columns.sensitive) console.log(`  withheld ${column}: ${reason}`)
  if (columns.unused.length > 0)
    console.log(`  unused   ${columns.unused.length} columns: ${columns.unused.slice(0, 6).join(', ')}`)
}

const feeds = options.data === undefined ? samples : openData(options.data)
const reports: FeedReport[] = []
for (const feed of feeds) {
  const report = await importFeed({ ...feed, city })
  if (!report.accepted) throw new Error(`${report.source}: ${report.refusal}`)
  tell(report)
  reports.push(report)
}

// Some suppliers count free places, others occupied ones; who says neither is not counted as having none.
const freeIn = (site: OffStreetParking): number | undefined => {
  const { availableSpotNumber, totalSpotNumber, occupiedSpotNumber } = site
  if (availableSpotNumber !== undefined) return availableSpotNumber
  if (totalSpotNumber === undefined || occupiedSpotNumber === undefined) return undefined
  return totalSpotNumber - occupiedSpotNumber
}

const answers: number[] = []
for (const [name, at] of Object.entries(places)) {
  const near = city
    .find(OffStreetParking)
    .near(at, { maxMeters: 500 })
    .or(
      (site) => site.where('status', '!=', 'closed'),
      (site) => site.where('status', 'missing'),
    )
  const sites = await near.toArray()
  const known = sites.flatMap((site) => {
    const free = freeIn(site)
    return free === undefined ? [] : [{ free, site }]
  })
  const suppliers = new Set(sites.map((site) => site.dataProvider))
  const total = sum(known.map(({ free }) => free))
  answers.push(total)
  console.log(
    `\n${name}, 500 m: ${total} free; ${sites.length} places of ${suppliers.size} suppliers, ` +
      `${sites.length - known.length} do not say`,
  )
  for (const { free, site } of known.sort((a, b) => b.free - a.free).slice(0, 8))
    console.log(`  ${String(free).padStart(4)}  ${site.name} (${site.dataProvider})`)
}

const read = sum(reports.map(({ rows }) => rows.read))
const stored = await city.find(OffStreetParking).count()
const refused = sum(reports.map(({ rows }) => rows.rejected))
console.log(
  `\nResult: ${reports.length} suppliers, ${read} rows, ${stored} entities of one model, ${refused} rows refused; ` +
    `${answers.join(' + ')} free places within 500 m`,
)

if (options.serve) {
  console.log(`The broker stays up at ${url} (tenant no_silos) until Ctrl-C.`)
  await new Promise((resolve) => process.once('SIGINT', resolve))
}
await city.close()
await broker?.close()
