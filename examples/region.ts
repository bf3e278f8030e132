/**
 * Two towns keep their own data in their own brokers; the region asks one broker and gets both, each with its town.
 * `npx tsx examples/region.ts`; `BROKER_URL` names the regional broker, the towns' ones are always own ones.
 */
import { fileURLToPath } from 'node:url'
import { connect, point } from 'city-context'
import { startBroker } from 'city-context/broker'
import { copyBroker, importFeed } from 'city-context/feed'
import { OffStreetParking } from 'city-context/models'
import { tellStory } from './story.js'

/** A town's own broker. The broker of a region asks it by its public address. */
const openTown = async () => {
  const broker = await startBroker()
  const city = await connect(broker.url)
  const close = async (): Promise<void> => {
    await city.close()
    await broker.close()
  }
  return { url: broker.url, city, close }
}

const [voorbeeldstad, polderdam] = [await openTown(), await openTown()]
await importFeed({
  mapping: fileURLToPath(new URL('data/parkeergarages.map.yaml', import.meta.url)),
  city: voorbeeldstad.city,
})
await polderdam.city.upsert(
  OffStreetParking,
  [
    { name: 'Haven', free: 31 },
    { name: 'Markt', free: 0 },
    { name: 'Sluis', free: 112 },
  ].map(({ name, free }) => ({
    id: `urn:ngsi-ld:OffStreetParking:polderdam:${name.toLowerCase()}`,
    type: 'OffStreetParking' as const,
    name,
    availableSpotNumber: free,
    location: point(5.31, 52.48),
  })),
)

await tellStory('region', async (region) => {
  const towns = { voorbeeldstad, polderdam }
  const { can } = await region.info()
  for (const [name, town] of Object.entries(towns)) {
    if (can.registrations !== 'no') {
      const id = `urn:ngsi-ld:ContextSourceRegistration:${name}`
      await region.registrations.delete(id).catch(() => undefined)
      await region.registrations.create({
        id,
        type: 'ContextSourceRegistration',
        information: [{ entities: [{ type: OffStreetParking.iri }] }],
        endpoint: town.url,
        mode: 'inclusive',
        operations: ['federationOps'],
      })
      console.log(`${name} is registered: the region asks ${town.url} when it is asked itself`)
    } else {
      const { entities } = await copyBroker(town.city, region, { types: [OffStreetParking.iri] })
      console.log(`${name} is copied (${entities.written} written): this broker cannot ask other ones`)
    }
  }

  const townOf = (id: string): string => id.split(':')[3] ?? 'unknown'
  const ask = async () => {
    const sites = await region.find(OffStreetParking).where('availableSpotNumber', '>', 0).toArray()
    const free = new Map<string, number>()
    for (const { id, availableSpotNumber = 0 } of sites)
      free.set(townOf(id), (free.get(townOf(id)) ?? 0) + availableSpotNumber)
    return { sites: sites.length, free }
  }
  const first = await ask()
  console.log(`\nOne question to the region finds ${first.sites} sites with free places:`)
  for (const [town, free] of first.free) console.log(`  ${town.padEnd(16)} ${free} free`)

  // A town changes its own data; the region need not be told.
  await polderdam.city.merge(OffStreetParking, {
    id: 'urn:ngsi-ld:OffStreetParking:polderdam:markt',
    type: 'OffStreetParking',
    availableSpotNumber: 58,
  })
  if (can.registrations === 'no') await copyBroker(polderdam.city, region, { types: [OffStreetParking.iri] })
  const second = await ask()
  const kept = can.registrations !== 'no' ? await region.find(OffStreetParking).local().count() : second.sites
  const total = [...second.free.values()].reduce((sum, free) => sum + free, 0)
  return (
    `${second.free.size} towns answer one query: ${second.sites} sites, ${total} free places ` +
    `(${second.sites - first.sites} more after a town's own change); ${kept} entities kept at the region`
  )
})
await voorbeeldstad.close()
await polderdam.close()
