/**
 * Citizens report; the town hall sees everything, the public sees what, where about and how far, and never who.
 * `npx tsx examples/citizen-reports.ts`; `--data FILE` reads another Open311 list, such as Köln's.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { point } from 'city-context'
import { importFeed } from 'city-context/feed'
import { ServiceRequests } from 'city-context/models'
import { tellStory } from './story.js'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, serve: { type: 'boolean' } } })

/** What may be known outside: a place to three decimals (some 100 m), no name, no free text. */
const published = ({ id, status, location, ...report }: ServiceRequests) => {
  const [longitude = 0, latitude = 0] = location?.type === 'Point' ? location.coordinates : []
  return {
    id,
    type: 'service_requests' as const,
    service_request_id: report.service_request_id ?? id,
    service_name: report.service_name ?? 'unknown',
    status: status ?? 'open',
    location: point(Number(longitude.toFixed(3)), Number(latitude.toFixed(3))),
    updated_datetime: report.updated_datetime ?? new Date().toISOString(),
  }
}

await tellStory('reports_internal', async (internal) => {
  const outside = internal.tenant('reports_public')

  // Whatever changes inside is published: new reports as well as their progress.
  const subscription = await internal.subscribe(
    ServiceRequests,
    { name: 'publish-reports', initial: true, ephemeral: true },
    async ({ entity, id, kind }) => {
      if (kind === 'deleted') await outside.delete(id)
      else await outside.upsert(ServiceRequests, [published(entity)])
    },
  )
  const settled = async (done: () => Promise<boolean>): Promise<void> => {
    for (const limit = Date.now() + 10_000; !(await done()) && Date.now() < limit; ) await wait(20)
  }

  const { entities, rows } = await importFeed({
    mapping: fileURLToPath(new URL('data/open311.map.yaml', import.meta.url)),
    file: options.data,
    city: internal,
  })
  const reports = outside.find(ServiceRequests)
  await settled(async () => (await reports.count()) === entities)
  console.log(`${rows.read} reports come in; ${await reports.count()} are published`)

  // The works department closes the three oldest ones.
  const open = await internal
    .find(ServiceRequests)
    .where('status', '==', 'open')
    .orderBy('requested_datetime')
    .limit(3)
    .toArray()
  const now = new Date().toISOString()
  await internal.update(
    ServiceRequests,
    open.map(({ id, type }) => ({ id, type, status: 'closed' as const, updated_datetime: now })),
  )
  const closed = reports.where('updated_datetime', '>=', now).where('status', '==', 'closed')
  await settled(async () => (await closed.count()) === open.length)
  await subscription.close()

  console.log('\nWhat the reporters see:')
  for (const { service_request_id, service_name, status } of await closed.toArray())
    console.log(`  ${service_request_id}  ${service_name}: ${status}`)

  const personal = reports.or(
    (report) => report.where('email', 'exists'),
    (report) => report.where('first_name', 'exists'),
    (report) => report.where('description', 'exists'),
  )
  return (
    `${entities} reports inside, ${await reports.count()} outside, ${await closed.count()} of them closed today; ` +
    `${await personal.count()} published with a name, an address or free text`
  )
})
