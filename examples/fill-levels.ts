/**
 * Waste containers report; whatever rises above 80 % joins the round; next morning's report is an entity too.
 * `npx tsx examples/fill-levels.ts`; the readings of the night are simulated, the same ones in every run.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connect, property } from 'city-context'
import { startBroker } from 'city-context/broker'
import { importFeed } from 'city-context/feed'
import { defineModel } from 'city-context/model'
import { KeyPerformanceIndicator, WasteContainer } from 'city-context/models'

const given = process.env['BROKER_URL']
const broker = given === undefined ? await startBroker() : undefined
const url = broker?.url ?? given ?? ''
const city = await connect(url, { tenant: 'fill_levels' })
await importFeed({
  mapping: fileURLToPath(new URL('data/afvalcontainers.map.yaml', import.meta.url)),
  city,
})
const full = city.find(WasteContainer).where('fillingLevel', '>', 0.8)
const evening = await full.toArray()
console.log(`In the evening ${evening.length} of ${await city.find(WasteContainer).count()} are above 80 %`)

const round = new Map(evening.map(({ id, serialNumber }) => [id, serialNumber]))
const subscription = await city.subscribe(
  WasteContainer,
  {
    name: 'collection-round',
    watchedAttributes: ['fillingLevel'],
    where: (container) => container.where('fillingLevel', '>', 0.8),
    ephemeral: true,
  },
  ({ id, kind, entity }) => {
    if (kind === 'changed') round.set(id, entity.serialNumber)
  },
)

// Every container gains a quarter overnight, and never holds more than it can.
const before = await city.find(WasteContainer).toArray()
const night = before.map(({ id, type, fillingLevel = 0 }) => ({
  id,
  type,
  fillingLevel: property(Math.min(1, Math.round((fillingLevel + 0.25) * 1000) / 1000), {
    observedAt: new Date(),
  }),
}))
const readings = await city.update(WasteContainer, night)
const expected = await full.count()
for (const limit = Date.now() + 10_000; round.size < expected && Date.now() < limit; ) await wait(10)
console.log(
  `Overnight ${readings.read} readings come in; the subscription makes the round ${round.size} stops long`,
)
await subscription.close()

// The round itself is an entity, in a word of the town's own that the broker serves to everybody.
const terms = 'https://voorbeeldstad.example/terms/'
const names = ['CollectionRound', 'stops', 'plannedFor']
const context = await city.contexts.host({
  '@context': Object.fromEntries(names.map((name) => [name, `${terms}${name}`])),
})
const CollectionRound = defineModel<{
  id: string
  type: 'CollectionRound'
  stops: readonly string[]
  plannedFor: string
}>(
  {
    type: 'CollectionRound',
    context,
    vocabulary: terms,
    required: ['stops', 'plannedFor'],
    attributes: {
      stops: { kind: 'Relationship', type: 'string', many: true },
      plannedFor: { type: 'string', format: 'date-time' },
    },
  },
  () => true,
)
const emptiedAt = new Date()
await city.upsert(CollectionRound, [
  {
    id: 'urn:ngsi-ld:CollectionRound:voorbeeldstad:morning',
    type: 'CollectionRound',
    stops: [...round.keys()],
    plannedFor: emptiedAt.toISOString(),
  },
])
const planned = await city.get(CollectionRound, 'urn:ngsi-ld:CollectionRound:voorbeeldstad:morning')
const emptied = await city.update(
  WasteContainer,
  planned.stops.map((id) => ({
    id,
    type: 'WasteContainer' as const,
    fillingLevel: property(0, { observedAt: emptiedAt }),
    dateLastEmptying: emptiedAt.toISOString(),
  })),
)
const left = await full.count()
const report = 'urn:ngsi-ld:KeyPerformanceIndicator:voorbeeldstad:emptied'
await city.upsert(KeyPerformanceIndicator, [
  {
    id: report,
    type: 'KeyPerformanceIndicator',
    name: 'Containers emptied in the round',
    calculationFormula: 'containers with fillingLevel > 0.8 before the round',
    aggregatedData: [{ entityType: 'WasteContainer', attrs: ['fillingLevel', 'dateLastEmptying'] }],
    kpiValue: round.size,
    updatedAt: emptiedAt.toISOString(),
  },
])
const morning = await city.get(KeyPerformanceIndicator, report)
console.log(
  `\nResult: ${evening.length} full in the evening, ${expected} in the night, ${morning.kpiValue} emptied ` +
    `(${emptied.failed} failed), ${left} above 80 % in the morning`,
)

if (process.argv.includes('--serve')) {
  console.log(`The broker stays up at ${url} (tenant fill_levels) until Ctrl-C.`)
  await new Promise((resolve) => process.once('SIGINT', resolve))
}
await city.close()
await broker?.close()
