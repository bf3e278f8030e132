/**
 * Lamp posts from the asset register (RD coordinates) meet what their sensors say tonight; how many should have been
 * replaced already is a key figure that carries its formula and sources.
 * `npx tsx examples/lamp-posts.ts`; `--data FILE` reads Groningen's register. Sensor values are simulated.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { attribute, extend, property } from 'city-context'
import { importFeed } from 'city-context/feed'
import { KeyPerformanceIndicator, Streetlight } from 'city-context/models'
import { tellStory } from './story.js'

const { values: options } = parseArgs({ options: { data: { type: 'string' }, serve: { type: 'boolean' } } })
const mapping = options.data === undefined ? 'lampvervanging' : 'groningen-lampen'
const thisYear = 2026

const Lamp = extend(Streetlight, {
  plannedReplacementYear: attribute('Property', 'integer', {
    iri: 'https://voorbeeldstad.example/terms/plannedReplacementYear',
  }),
})

await tellStory('lamp_posts', async (city) => {
  const register = await importFeed({
    mapping: fileURLToPath(new URL(`data/${mapping}.map.yaml`, import.meta.url)),
    file: options.data,
    city,
  })
  const lamps = city.find(Lamp)
  console.log(
    `${register.rows.read} rows of the register, ${register.entities} lamp posts, ${register.rows.rejected} refused`,
  )

  // Tonight's controllers report by post number: every seventh lamp that should burn draws no current.
  const posts = await lamps.orderBy('id').toArray()
  const at = new Date()
  const readings = posts.map(({ id, type }, index) => ({
    id,
    type,
    powerState: 'on' as const,
    current: property(index % 7 === 3 ? 0 : 0.2, { observedAt: at, unitCode: 'AMP' }),
  }))
  const told = await city.update(Lamp, readings)
  console.log(`${told.read} sensor readings joined to them, ${told.failed} failed`)

  const dark = lamps.where('powerState', '==', 'on').where('current', '==', 0)
  const silentlyDark = await dark.where('status', '==', 'ok').count()
  console.log(
    `${await dark.count()} burn no light though switched on; ${silentlyDark} of them are "ok" in the register`,
  )

  const overdue = lamps.where('plannedReplacementYear', '<', thisYear)
  const [late, known, all] = [
    await overdue.count(),
    await lamps.where('plannedReplacementYear', 'exists').count(),
    await lamps.count(),
  ]
  const id = 'urn:ngsi-ld:KeyPerformanceIndicator:lamps-overdue'
  await city.upsert(KeyPerformanceIndicator, [
    {
      id,
      type: 'KeyPerformanceIndicator',
      name: 'Lamps past their planned replacement',
      calculationFormula: `count(plannedReplacementYear < ${thisYear})`,
      aggregatedData: [{ entityType: 'Streetlight', attrs: ['plannedReplacementYear'] }],
      source: register.source.split('/').at(-1) ?? '',
      kpiValue: late,
      updatedAt: at.toISOString(),
    },
  ])
  const kpi = await city.get(KeyPerformanceIndicator, id)
  return (
    `${kpi.kpiValue} of ${all} lamps past their planned replacement in ${thisYear} (year known of ${known}); ` +
    `${kpi.calculationFormula} over ${kpi.source}; ${silentlyDark} dark ones that the register calls ok`
  )
})
