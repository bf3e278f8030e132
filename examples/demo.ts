/**
 * The main job on one machine: a broker, a vocabulary, a town's messy files, questions, changes.
 * `npm run demo` ends by itself; `npm run demo -- --serve` keeps the broker up. Every number is measured in this run.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { styleText } from 'node:util'
import { type City, connect, point } from 'city-context'
import { startBroker } from 'city-context/broker'
import { check } from 'city-context/check'
import { type FeedReport, importFeed } from 'city-context/feed'
import { generate } from 'city-context/generate'
import { OffStreetParking, WasteContainer } from 'city-context/models'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const feeds = ['parkeergarages', 'afvalcontainers', 'luchtkwaliteit', 'lantaarnpalen', 'meldingen']
const station = [5.2416, 52.5319] as const

const began = performance.now()
let step = 0
const head = (title: string): void => {
  step += 1
  console.log(`\n${styleText('bold', `${step}. ${title}`)}`)
}
const say = (text: string): void => console.log(`   ${text}`)
const dim = (text: string): string => styleText('dim', text)
const good = (text: string): string => styleText('green', text)
const bad = (text: string): string => styleText('yellow', text)
const timed = async <T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly ms: string }> => {
  const start = performance.now()
  const result = await work()
  return { result, ms: dim(`${(performance.now() - start).toFixed(0)} ms`) }
}

/** Runs one import per feed, dry when no city is given, and collects what each made. */
const readFeeds = async (
  city?: City,
): Promise<{ readonly reports: readonly FeedReport[]; readonly entities: object[] }> => {
  const reports: FeedReport[] = []
  const entities: object[] = []
  for (const feed of feeds)
    reports.push(
      await importFeed({
        mapping: here(`data/${feed}.map.yaml`),
        city,
        onEntity: (entity) => entities.push(entity),
      }),
    )
  return { reports, entities }
}

console.log(styleText('bold', 'city-context: one evening in Voorbeeldstad, an invented town'))

head('A context broker, without containers')
const { result: broker, ms: startMs } = await timed(() => startBroker())
const city = await connect(broker.url)
say(`${broker.url} speaks NGSI-LD after ${startMs}`)

head('A vocabulary: types from Smart Data Models')
const folder = await mkdtemp(join(tmpdir(), 'city-context-demo-'))
const { result: generated, ms: generateMs } = await timed(() =>
  generate({ source: here('../schemas'), out: folder }),
)
await rm(folder, { recursive: true })
say(`${generated.models} models with ${generated.attributes} attributes became typed code in ${generateMs}`)

head('Five files as suppliers send them, read in a dry run')
const { result: dry, ms: dryMs } = await timed(() => readFeeds())
for (const report of dry.reports) {
  const { rows, entities, type, problems } = report
  const rejected = rows.rejected > 0 ? bad(`, ${rows.rejected} rejected`) : ''
  say(
    `${basename(report.source).padEnd(22)} ${String(rows.read).padStart(3)} rows → ${String(entities).padStart(3)} ${type}${rejected}`,
  )
  for (const problem of problems.slice(0, 2)) say(dim(`    ${problem.path}: ${problem.message}`))
}
say(`in ${dryMs}; nothing was written yet`)

head('Do they follow the models?')
const { result: checked, ms: checkMs } = await timed(() => check(dry.entities))
const verdict = checked.conformant ? good('all conform') : bad('not all conform')
say(`${dry.entities.length} entities checked in ${checkMs}: ${verdict}`)

head('Into the broker')
const { result: first, ms: firstMs } = await timed(() => readFeeds(city))
const created = first.reports.reduce((sum, report) => sum + (report.broker?.created ?? 0), 0)
say(`${created} entities created in ${firstMs}; each one accounted for`)
for (const { name, attributes } of await city.types())
  say(dim(`  ${name.slice(name.lastIndexOf('/') + 1)}: ${attributes.length} attributes`))

head('Three questions, typed: a wrong name or value would not compile')
const full = city.find(WasteContainer).where('fillingLevel', '>', 0.8)
const { result: fullOnes, ms: fullMs } = await timed(() => full.toArray())
say(`fuller than 80 %: ${good(String(fullOnes.length))} containers ${dim(full.toString())} ${fullMs}`)

const near = city.find(WasteContainer).near(station, { maxMeters: 500 })
const { result: nearOnes, ms: nearMs } = await timed(() => near.toArray())
say(`within 500 m of the station: ${good(String(nearOnes.length))} containers ${nearMs}`)

const free = city
  .find(OffStreetParking)
  .where('availableSpotNumber', '>', 0)
  .near(station, { maxMeters: 1000 })
const { result: garages, ms: freeMs } = await timed(() => free.toArray())
const spots = garages.reduce((sum, garage) => sum + (garage.availableSpotNumber ?? 0), 0)
say(`free spots within 1 km of the station: ${good(String(spots))} in ${garages.length} garages ${freeMs}`)

head('Something changes, and a handler hears of it')
const heard: string[] = []
const subscription = await city.subscribe(
  WasteContainer,
  {
    name: 'almost-full',
    watchedAttributes: ['fillingLevel'],
    where: (c) => c.where('fillingLevel', '>', 0.9),
  },
  async ({ entity }) => {
    heard.push(`${entity.serialNumber}: ${Math.round((entity.fillingLevel ?? 0) * 100)} %`)
  },
)
const [a, b, c] = (await city.find(WasteContainer).where('fillingLevel', '<', 0.5).limit(3).toArray()).map(
  ({ id }) => id,
)
const changes = [a, b, c].flatMap((id) =>
  id === undefined ? [] : [{ id, type: 'WasteContainer' as const, fillingLevel: 0.95 }],
)
const { ms: heardMs } = await timed(async () => {
  await city.update(WasteContainer, changes)
  for (const limit = performance.now() + 5000; heard.length < changes.length && performance.now() < limit; )
    await new Promise((resolve) => setTimeout(resolve, 5))
})
say(`${changes.length} values changed, ${good(String(heard.length))} notifications handled in ${heardMs}`)
for (const line of heard) say(dim(`  container ${line}`))
await subscription.close()

head('A wrong value gets past neither the compiler nor the library')
const wrong = await city.upsert(WasteContainer, [
  {
    id: 'urn:ngsi-ld:WasteContainer:voorbeeldstad:x',
    type: 'WasteContainer',
    location: point(5.24, 52.53),
    // @ts-expect-error a status that the model does not know does not compile; the library refuses it at run time too
    status: 'vol',
  },
])
const issue = wrong.problems[0]?.issues?.[0]
say(`${wrong.invalid} of ${wrong.read} refused before sending: ${bad(`${issue?.path}: ${issue?.message}`)}`)
if (issue?.hint !== undefined) say(dim(`  ${issue.hint}`))

const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(
  `\n${good('Done')} in ${seconds} s: ${created} entities in, ${heard.length} changes heard, ${changes.length - heard.length} lost.`,
)

if (process.argv.includes('--serve')) {
  console.log(`\nThe broker stays up at ${broker.url} until Ctrl-C. Try, in another terminal:
  npx city-context query --broker ${broker.url} --type WasteContainer --q 'fillingLevel>0.8'
  npx city-context query --broker ${broker.url} --type OffStreetParking --near ${station.join(',')},1000 --format geojson
  npx city-context watch --broker ${broker.url} --type WasteContainer
  npx city-context import examples/data/afvalcontainers.csv --map examples/data/afvalcontainers.map.yaml --broker ${broker.url} --dry-run
  npx city-context check examples/data/meldingen.json --model service_requests`)
  await new Promise((resolve) => process.once('SIGINT', resolve))
} else
  console.log(`
Where to go next:
  npm run demo -- --serve          the same, and the broker stays up to try commands against it
  npx city-context --help          the commands
  examples/data/*.map.yaml         how a messy file becomes entities
  README.md                        the library in twenty lines`)
await city.close()
await broker.close()
