/**
 * Phones on dashboards feel bumps; many phones at one place make one road defect, with a confidence; it closes when cars
 * pass and feel nothing any more. `npx tsx examples/street-bumps.ts`; the drives are simulated, the same in every run.
 */
import { attribute, extend, point } from 'city-context'
import { RoadSegment, ServiceRequests } from 'city-context/models'
import { tellStory } from './story.js'

const terms = 'https://voorbeeldstad.example/terms/'
/** A report that no person wrote: it knows its road segment and how sure it is (0 to 1). */
const RoadDefect = extend(ServiceRequests, {
  refRoadSegment: attribute('Relationship', 'string', { iri: `${terms}refRoadSegment` }),
  confidence: attribute('Property', 'number', { iri: `${terms}confidence`, minimum: 0, maximum: 1 }),
})

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
let seed = 7
const random = (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

// Three straight streets; a place on one is a number of metres from its start.
const streets = ['Dijkweg', 'Stationsstraat', 'Ringweg'].map((name, row) => ({
  id: `urn:ngsi-ld:RoadSegment:voorbeeldstad:${name.toLowerCase()}`,
  name,
  latitude: 52.53 + row * 0.004,
  length: 400,
}))
const eastOf = (metres: number): number => 5.235 + metres / 67_700
const holes = [
  { street: 0, at: 120, repairedInWeek: 3 },
  { street: 0, at: 302, repairedInWeek: Number.POSITIVE_INFINITY },
  { street: 2, at: 55, repairedInWeek: 4 },
]

interface Bump {
  readonly phone: number
  readonly street: number
  readonly at: number
}

/** What 60 phones feel in one week: each hole most times, give or take 3 m, and now and then a kerb. */
const week = (number: number): readonly Bump[] =>
  Array.from({ length: 60 }, (_, phone) =>
    streets.flatMap(({ length }, street) => [
      ...holes
        .filter((hole) => hole.street === street && number < hole.repairedInWeek)
        .filter(() => random() < 0.4)
        .map(({ at }) => ({ phone, street, at: at + (random() - 0.5) * 6 })),
      ...(random() < 0.05 ? [{ phone, street, at: random() * length }] : []),
    ]),
  ).flat()

/** Bumps less than 8 m from the next one belong together; four phones must agree before it is a defect. */
const clusters = (bumps: readonly Bump[]) => {
  const groups: Bump[][] = []
  for (const bump of bumps.toSorted((a, b) => a.street - b.street || a.at - b.at)) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (before !== undefined && before.street === bump.street && bump.at - before.at < 8) last?.push(bump)
    else groups.push([bump])
  }
  return groups.flatMap((group) => {
    const phones = new Set(group.map(({ phone }) => phone)).size
    const at = group.reduce((sum, bump) => sum + bump.at, 0) / group.length
    return phones < 4 ? [] : [{ street: group[0]?.street ?? 0, at, confidence: 1 - 0.8 ** phones }]
  })
}

await tellStory('street_bumps', async (city) => {
  await city.upsert(
    RoadSegment,
    streets.map(({ id, name, latitude, length }) => ({
      id,
      type: 'RoadSegment' as const,
      name,
      refRoad: `urn:ngsi-ld:Road:voorbeeldstad:${name.toLowerCase()}`,
      startPoint: point(eastOf(0), latitude),
      endPoint: point(eastOf(length), latitude),
      allowedVehicleType: ['car', 'bus', 'bicycle'] as const,
    })),
  )

  let felt = 0
  for (const number of [1, 2, 3, 4]) {
    const at = `2026-11-0${number * 2}T12:00:00Z`
    const bumps = week(number)
    felt += bumps.length
    const seen = clusters(bumps).map(({ street, at: metres, confidence }) => ({
      // The stretch of 20 m names the defect: the same hole is the same report next week.
      id: `urn:ngsi-ld:service_requests:bump:${street}-${Math.round(metres / 20)}`,
      type: 'service_requests' as const,
      service_code: '011',
      service_name: 'Road damage',
      status: 'open' as const,
      updated_datetime: at,
      refRoadSegment: streets[street]?.id ?? '',
      confidence: Math.round(confidence * 100) / 100,
      location: point(eastOf(metres), streets[street]?.latitude ?? 0),
    }))
    await city.upsert(RoadDefect, seen)
    // Sixty phones passed; an open defect that none of them felt is gone.
    const silent = await city
      .find(RoadDefect)
      .where('status', '==', 'open')
      .where('updated_datetime', '<', at)
      .toArray()
    await city.update(
      RoadDefect,
      silent.map(({ id, type }) => ({ id, type, status: 'closed' as const, updated_datetime: at })),
    )
    const open = await city
      .find(RoadDefect)
      .where('status', '==', 'open')
      .where('confidence', '>', 0.9)
      .count()
    console.log(
      `Week ${number}: ${bumps.length} bumps, ${seen.length} defects felt, ${silent.length} closed, ${open} sure`,
    )
  }

  const dijkweg = streets[0]?.id ?? ''
  const left = await city
    .find(RoadDefect)
    .where('refRoadSegment', '==', dijkweg)
    .where('status', '==', 'open')
    .toArray()
  for (const { id, confidence } of left)
    console.log(`  still open on Dijkweg: ${id}, confidence ${confidence}`)
  const all = await city.find(RoadDefect).count()
  const closed = await city.find(RoadDefect).where('status', '==', 'closed').count()
  return `${felt} bumps of 60 phones became ${all} road defects; ${closed} closed after repair, ${all - closed} open`
})
