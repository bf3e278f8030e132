/**
 * A town leaves its supplier: everything is copied to another broker, and the copy is proven equal, twice.
 * `npx tsx examples/exit-drill.ts`; `BROKER_URL` names the broker to go to, the one to leave is always an own one.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { connect, receive } from 'city-context'
import { startBroker } from 'city-context/broker'
import { copyBroker, importFeed } from 'city-context/feed'
import { WasteContainer } from 'city-context/models'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const leaving = await startBroker()
const given = process.env['BROKER_URL']
const joining = given === undefined ? await startBroker() : undefined
const url = joining?.url ?? given ?? ''
const from = await connect(leaving.url, { tenant: 'exit_drill' })
const to = await connect(url, { tenant: 'exit_drill' })

for (const feed of ['parkeergarages', 'afvalcontainers', 'lantaarnpalen'])
  await importFeed({ mapping: here(`data/${feed}.map.yaml`), city: from })

// The planning of collection rounds hears of full containers from the old broker.
const told: string[] = []
const receiver = await receive({ onNotification: ({ subscriptionId }) => void told.push(subscriptionId) })
const subscription = 'urn:ngsi-ld:Subscription:full-containers'
await from.subscriptions.create({
  id: subscription,
  type: 'Subscription',
  entities: [{ type: WasteContainer.iri }],
  notification: { endpoint: { uri: receiver.url, accept: 'application/json' } },
})

const first = await copyBroker(from, to)
console.log('Copied and compared, type by type:')
for (const { type, from: old, to: copy, equal } of first.types)
  console.log(
    `  ${type.slice(type.lastIndexOf('/') + 1).padEnd(18)} ${old.count} there, ${copy.count} here, ` +
      `${old.hash.slice(0, 8)} ${equal ? 'equals' : 'DIFFERS FROM'} ${copy.hash.slice(0, 8)}`,
  )

// Life goes on at the old supplier while the town prepares to leave.
const emptied = await from.find(WasteContainer).where('fillingLevel', '>', 0.8).toArray()
await from.update(
  WasteContainer,
  emptied.map(({ id, type }) => ({ id, type, fillingLevel: 0 })),
)
const drift = await copyBroker(from, to, { verifyOnly: true })
const stale = drift.types.flatMap(({ differences }) => differences)
console.log(`\nThen ${emptied.length} containers are emptied; comparing finds ${stale.length} that differ`)

const last = await copyBroker(from, to)
const { written, unchanged, failed } = last.entities
console.log(`The last copy writes ${written}, leaves ${unchanged} alone, and fails on ${failed}`)
for (const note of last.notes) console.log(`  note: ${note}`)

// The switch: only now may the new broker notify, and the old one no longer.
await from.subscriptions.pause(subscription)
await to.subscriptions.resume(subscription)
const heard = told.length
await to.update(WasteContainer, [{ id: emptied[0]?.id ?? '', type: 'WasteContainer', fillingLevel: 0.1 }])
for (const limit = Date.now() + 5000; told.length === heard && Date.now() < limit; ) await wait(10)
console.log(
  `${heard} notifications came from the old broker, ${told.length - heard} from the new one after the switch`,
)

const still = await to.find(WasteContainer).where('fillingLevel', '>', 0.8).count()
const total = last.types.reduce((sum, type) => sum + type.to.count, 0)
console.log(
  `\nResult: ${total} entities of ${last.types.length} types, ${last.equal ? 'proven equal' : 'NOT equal'}; ` +
    `${stale.length} changes caught up, ${last.subscriptions.present} subscription switched over, ${still} containers over 80 % at the new broker`,
)

if (process.argv.includes('--serve')) {
  console.log(`The new broker stays up at ${url} (tenant exit_drill) until Ctrl-C.`)
  await new Promise((resolve) => process.once('SIGINT', resolve))
}
await receiver.close()
await from.close()
await to.close()
await leaving.close()
await joining?.close()
