/**
 * Citizens measure the air beside the official stations: how far are they apart, and which values may one trust?
 * `npx tsx examples/citizen-sensing.ts`; `--data FOLDER` reads Antwerp's two files instead of the invented ones.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { attribute, extend, toSimplified } from 'city-context'
import { importFeed } from 'city-context/feed'
import { AirQualityObserved } from 'city-context/models'
import { tellStory } from './story.js'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, serve: { type: 'boolean' } } })
const here = (path: string): string => fileURLToPath(new URL(`data/${path}`, import.meta.url))
const source = (own: string, real: string, mapping: string, realMapping = mapping) =>
  options.data === undefined
    ? { mapping: here(mapping), file: here(own) }
    : { mapping: here(realMapping), file: join(options.data, real) }

const terms = 'https://voorbeeldstad.example/terms/'
const CitizenAir = extend(AirQualityObserved, {
  dateObservedFrom: attribute('Property', 'string', { iri: `${terms}dateObservedFrom`, format: 'date-time' }),
  quality: attribute('Property', 'string', { iri: `${terms}quality`, enum: ['good', 'doubtful', 'single'] }),
  difference: attribute('Property', 'number', { iri: `${terms}difference`, unit: 'GQ' }),
})

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
const shown = (value: number): string => value.toFixed(1).padStart(6)

/** Hours of the official stations by name: they stay in their file, only what is compared goes into the broker. */
const hours = new Map<string, { readonly at: number; readonly no2: number }[]>()
const collect = (entity: Parameters<typeof toSimplified>[0]): void => {
  const { name, dateObserved, no2 } = toSimplified(entity) as unknown as AirQualityObserved
  const station = hours.get(name ?? '') ?? []
  if (no2 !== undefined) station.push({ at: Date.parse(dateObserved), no2 })
  hours.set(name ?? '', station)
}

await tellStory('citizen_sensing', async (city) => {
  const official = source('luchtstations.csv', 'antwerpen-vmm-no2-uur.csv', 'luchtstations.map.yaml')
  const read = await importFeed({ ...official, onEntity: collect })
  const tubes = source(
    'burgermeetnet.csv',
    'antwerpen-recht-op-lucht-no2.csv',
    'burgermeetnet.map.yaml',
    'burgermeetnet-antwerpen.map.yaml',
  )
  const citizens = await importFeed({ ...tubes, city })
  console.log(
    `${read.entities} hours of ${hours.size} stations; ${citizens.entities} tubes of citizens, ` +
      `${citizens.rows.rejected} refused`,
  )
  for (const { row, path, message } of citizens.problems.slice(0, 3))
    console.log(`  row ${row}, ${path}: ${message}`)

  const measured = await city.find(CitizenAir).where('no2', 'exists').toArray()
  const bySite = new Map<string, typeof measured>()
  for (const tube of measured) {
    // A pair is what hung at one place over the same weeks.
    const site = `${tube.areaServed}, ${tube.dateObserved.slice(0, 10)}`
    bySite.set(site, [...(bySite.get(site) ?? []), tube])
  }
  const stationMean = (from: string | undefined, to: string): number => {
    const [start, end] = [Date.parse(from ?? to), Date.parse(to)]
    return mean(
      [...hours.values()]
        .flat()
        .filter(({ at }) => at >= start && at < end)
        .map(({ no2 }) => no2),
    )
  }
  // Two tubes hang side by side: a pair that disagrees by more than 15 % is not to be trusted.
  const flagOf = (values: readonly number[]): 'good' | 'doubtful' | 'single' =>
    values.length < 2
      ? 'single'
      : Math.max(...values) - Math.min(...values) > 0.15 * mean(values)
        ? 'doubtful'
        : 'good'

  const rows = [...bySite].map(([site, pair]) => {
    const values = pair.flatMap(({ no2 }) => no2 ?? [])
    const reference = mean(pair.map((tube) => stationMean(tube.dateObservedFrom, tube.dateObserved)))
    return { site, pair, no2: mean(values), reference, quality: flagOf(values) }
  })
  const report = await city.update(
    CitizenAir,
    rows.flatMap(({ pair, quality, reference }) =>
      pair.map(({ id, type, no2 = 0 }) => ({
        id,
        type,
        quality,
        difference: Math.round((no2 - reference) * 10) / 10,
      })),
    ),
  )

  console.log('\nNO2 in µg/m³                        citizens  stations  difference')
  const good = rows.filter(({ quality }) => quality === 'good')
  for (const { site, no2, reference, quality } of rows.sort((a, b) => b.no2 - a.no2).slice(0, 12))
    console.log(
      `  ${site.slice(-34).padEnd(34)}${shown(no2)}    ${shown(reference)}     ${shown(no2 - reference)}  ${quality}`,
    )
  const doubtful = await city.find(CitizenAir).where('quality', '==', 'doubtful').count()
  const apart = mean(good.map(({ no2, reference }) => no2 - reference))
  return (
    `${report.updated + report.written} tubes in ${rows.length} pairs flagged, ${doubtful} doubtful; ` +
    `${good.length} good pairs differ from the stations by ${apart.toFixed(1)} µg/m³ on average`
  )
})
