/**
 * Children save bicycle kilometres for their school. The city gets kilometres per school and week, never a child:
 * groups under k children are not published, and the trips are gone when the week is counted.
 * `npx tsx examples/bicycle-kilometres.ts`; the trips are simulated, the same in every run.
 */
import { attribute, extend, point } from 'city-context'
import { KeyPerformanceIndicator, TrafficFlowObserved } from 'city-context/models'
import { tellStory } from './story.js'

const k = 10
const terms = 'https://voorbeeldstad.example/terms/'
/** One trip, in the internal tenant and only until the week is counted. `token` changes every week. */
const Trip = extend(TrafficFlowObserved, {
  token: attribute('Property', 'string', { iri: `${terms}token` }),
  school: attribute('Property', 'string', { iri: `${terms}school` }),
  week: attribute('Property', 'string', { iri: `${terms}week` }),
  distance: attribute('Property', 'number', {
    iri: `${terms}distance`,
    unit: 'KMT',
    minimum: 0,
    maximum: 30,
  }),
})

const schools = [
  { school: 'De Wegwijzer', children: 42, kilometres: 1.8 },
  { school: 'Het Kompas', children: 27, kilometres: 2.6 },
  { school: 'De Dijk', children: 7, kilometres: 3.4 },
]
const days = ['02', '03', '04', '05', '06']

/** A week of rides to school and back; each child cycles on most days, by a fixed pattern. */
const trips = schools.flatMap(({ school, children, kilometres }, row) =>
  Array.from({ length: children }, (_, child) =>
    days
      .filter((_day, index) => (child + index * 2 + row) % 3 !== 0)
      .map((day) => ({
        id: `urn:ngsi-ld:TrafficFlowObserved:trip:${row}-${child}-${day}`,
        type: 'TrafficFlowObserved' as const,
        dateObserved: `2026-11-${day}T08:00:00Z`,
        vehicleType: 'bicycle' as const,
        token: `week45-${row}-${child}`,
        school,
        week: '2026-W45',
        distance: Math.round((kilometres + (child % 5) / 10) * 20) / 10,
      })),
  ).flat(),
)

await tellStory('bicycle_internal', async (internal) => {
  const outside = internal.tenant('bicycle_public')
  const ridden = await internal.upsert(Trip, trips)
  console.log(`${ridden.read} trips of one week arrive in the internal tenant`)

  // Read by pages, counted per school: only sums and numbers of different tokens are kept.
  const sums = new Map<string, { kilometres: number; trips: number; children: Set<string> }>()
  for await (const { school = '', token = '', distance = 0 } of internal
    .find(Trip)
    .where('week', '==', '2026-W45')) {
    const sum = sums.get(school) ?? { kilometres: 0, trips: 0, children: new Set<string>() }
    sum.kilometres += distance
    sum.trips += 1
    sum.children.add(token)
    sums.set(school, sum)
  }

  const groups = [...sums].map(([school, sum]) => ({ school, ...sum, publishable: sum.children.size >= k }))
  for (const { school, kilometres, children, publishable } of groups)
    console.log(
      publishable
        ? `  ${school}: ${kilometres.toFixed(1)} km by ${children.size} children`
        : `  ${school}: not published, fewer than ${k} children cycled`,
    )
  await outside.upsert(
    KeyPerformanceIndicator,
    groups
      .filter(({ publishable }) => publishable)
      .map(({ school, kilometres }) => ({
        id: `urn:ngsi-ld:KeyPerformanceIndicator:bicycle:${school.toLowerCase().replaceAll(' ', '-')}:2026-W45`,
        type: 'KeyPerformanceIndicator' as const,
        name: `Bicycle kilometres of ${school}`,
        organization: school,
        calculationFormula: `sum of trips, only where at least ${k} children cycled`,
        calculationFrequency: 'weekly' as const,
        kpiValue: Math.round(kilometres),
        location: point(5.2416, 52.5319),
      })),
  )

  const purged = await internal.deleteWhere(internal.find(Trip).where('week', '==', '2026-W45'))
  const left = await internal.find(Trip).count()
  const published = await outside.find(KeyPerformanceIndicator).toArray()
  const total = published.reduce((sum, { kpiValue }) => sum + Number(kpiValue), 0)
  return (
    `${published.length} of ${groups.length} schools published, ${total} km; ` +
    `${purged.report?.deleted ?? 0} trips purged, ${left} left, ${await outside.find(Trip).count()} ever outside`
  )
})
