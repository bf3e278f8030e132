/**
 * What happens in town, on one page: a map with five themes, key figures, events, and how fresh each source is.
 * `npx tsx examples/operations-centre.ts --serve`, then open the address; without it, an hour of the town passes in
 * seconds, and what the page was told is compared with the broker. `--port 8090` fixes the address of the page.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Change } from 'city-context'
import { importFeed } from 'city-context/feed'
import { servePage } from './operations-centre/page-server.js'
import { type Place, placeOf, themes } from './operations-centre/places.js'
import { livingTown } from './operations-centre/town-life.js'
import { tellStory } from './story.js'

const { values: given } = parseArgs({
  options: { serve: { type: 'boolean' }, port: { type: 'string', default: '0' } },
})
const places = new Map<string, Place>()
/** The latest changes, for a page that is opened later. */
const recent: { readonly place: Place; readonly previous: unknown; readonly via: string }[] = []
// The hour before this moment passes first, faster than it did.
let clock = new Date(Date.now() - 3_600_000)
let replay = true
const page = await servePage({
  folder: new URL('operations-centre/', import.meta.url),
  port: Number(given.port),
  snapshot: () => ({
    clock,
    replay,
    staleMinutes: Object.fromEntries(
      Object.entries(themes).map(([name, { staleMinutes }]) => [name, staleMinutes]),
    ),
    places: [...places.values()],
    recent,
  }),
})

await tellStory('operations_centre', async (city) => {
  for (const { feed } of Object.values(themes))
    await importFeed({ mapping: fileURLToPath(new URL(`data/${feed}.map.yaml`, import.meta.url)), city })
  const live = await livingTown(city)
  const pass = async (minute: number): Promise<number> => {
    const written = await live(minute, clock)
    page.send('clock', { clock, replay })
    return written
  }
  let written = await pass(0)

  let changes = 0
  for (const [theme, { model }] of Object.entries(themes))
    await city.subscribe(
      model,
      {
        name: `operations-centre-${theme}`,
        as: 'normalized',
        sysAttrs: true,
        initial: true,
        ephemeral: true,
      },
      ({ id, kind, entity, via }: Change<unknown>) => {
        changes += 1
        const previous = places.get(id)?.value
        if (kind === 'deleted') {
          places.delete(id)
          page.send('gone', { id })
        } else {
          const place = placeOf(theme, id, entity)
          places.set(id, place)
          page.send('place', { place, previous, via })
          recent.push({ place, previous, via })
          if (recent.length > 300) recent.shift()
        }
      },
    )
  console.log(`The page is at ${page.url}`)

  let minute = 0
  while (minute < 60) {
    await wait(100)
    minute += 1
    clock = new Date(clock.getTime() + 60_000)
    written += await pass(minute)
  }
  replay = false
  page.send('clock', { clock, replay })

  /** Compares what the page was told with what the broker says. */
  const compare = async () => {
    const inBroker = new Map<string, unknown>()
    for (const [theme, { model }] of Object.entries(themes))
      for await (const entity of city.find(model).as('normalized').sysAttrs())
        inBroker.set((entity as { id: string }).id, placeOf(theme, (entity as { id: string }).id, entity))
    const equal = [...inBroker].filter(
      ([id, place]) => JSON.stringify(place) === JSON.stringify(places.get(id)),
    )
    return { inBroker: inBroker.size, equal: equal.length }
  }
  let compared = await compare()
  for (const limit = Date.now() + 10_000; compared.equal < compared.inBroker && Date.now() < limit; ) {
    await wait(100)
    compared = await compare()
  }
  const silent = [...places.values()].filter(
    ({ theme, at = '' }) => clock.getTime() - Date.parse(at) > (themes[theme]?.staleMinutes ?? 0) * 60_000,
  )
  if (given.serve) {
    const going = setInterval(() => {
      minute += 1
      clock = new Date()
      pass(minute).catch((error: unknown) => console.error(error))
    }, 5000)
    process.once('SIGINT', () => clearInterval(going))
  }
  return (
    `${compared.equal} of ${compared.inBroker} places on the page are as in the broker after an hour with ` +
    `${written} values written and ${changes} changes told; ${silent.length} containers fell silent and show as stale`
  )
})
await page.close()
