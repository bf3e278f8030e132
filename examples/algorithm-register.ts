/**
 * A forecast says which algorithm, in which version, made it from what; anyone can follow it back.
 * `npx tsx examples/algorithm-register.ts`
 */
import { fileURLToPath } from 'node:url'
import { attribute, extend, property, relationship } from 'city-context'
import { importFeed } from 'city-context/feed'
import { defineModel } from 'city-context/model'
import { WasteContainer } from 'city-context/models'
import { tellStory } from './story.js'

const terms = 'https://voorbeeldstad.example/terms/'
const algorithm = 'urn:ngsi-ld:Algorithm:voorbeeldstad:fill-forecast'
const now = new Date('2026-11-23T07:00:00Z')

/** Some fields of the Dutch algorithm register; no Smart Data Model describes an algorithm, so these are the town's own. */
interface Algorithm {
  id: string
  type: 'Algorithm'
  name: string
  version: string
  purpose: string
  legalBasis: string
  humanIntervention: string
}

const Container = extend(WasteContainer, {
  fillForecast: attribute('Property', 'number', { iri: `${terms}fillForecast`, minimum: 0, maximum: 1 }),
})

/** Tomorrow: what the container gained per day since it was emptied, once more. Version 1.1 counts half days. */
const forecast = (level: number, emptied: Date): number => {
  const days = Math.max(0.5, Math.round((now.getTime() - emptied.getTime()) / 43_200_000) / 2)
  return Math.min(1, Math.round((level + level / days) * 100) / 100)
}

await tellStory('algorithm_register', async (city) => {
  // Words of one's own need a context of one's own; the broker serves it to everybody.
  const names = ['Algorithm', 'version', 'purpose', 'legalBasis', 'humanIntervention', 'name']
  const context = await city.contexts.host({
    '@context': Object.fromEntries(names.map((name) => [name, `${terms}${name}`])),
  })
  const own = { type: 'string' } as const
  const Algorithm = defineModel<Algorithm>(
    {
      type: 'Algorithm',
      context,
      vocabulary: terms,
      required: ['name', 'version', 'purpose'],
      attributes: { name: own, version: own, purpose: own, legalBasis: own, humanIntervention: own },
    },
    () => true,
  )
  await city.upsert(Algorithm, [
    {
      id: algorithm,
      type: 'Algorithm',
      name: 'Fill forecast',
      version: '1.1',
      purpose: 'Emptying containers before they are full',
      legalBasis: 'Wet milieubeheer, public task',
      humanIntervention: 'The planner decides on the round',
    },
  ])
  await importFeed({
    mapping: fileURLToPath(new URL('data/afvalcontainers.map.yaml', import.meta.url)),
    city,
  })

  const containers = await city.find(Container).where('fillingLevel', 'exists').toArray()
  const known = containers.filter(({ dateLastEmptying }) => dateLastEmptying !== undefined)
  const told = await city.update(
    Container,
    known.map(({ id, type, fillingLevel = 0, dateLastEmptying = '' }) => ({
      id,
      type,
      fillForecast: property(
        forecast(fillingLevel, new Date(dateLastEmptying)),
        { observedAt: now },
        {
          computedBy: relationship(algorithm),
          algorithmVersion: property('1.1'),
          inputs: property({ fillingLevel, dateLastEmptying }),
        },
      ),
    })),
  )
  console.log(`${told.read} forecasts written, each with its algorithm, version and inputs`)

  // A citizen asks: why will my container be called full?
  const asked = await city
    .find(Container)
    .where('fillForecast', '>=', 0.9)
    .orderBy('id')
    .as('normalized')
    .first()
  const answer = [asked?.fillForecast].flat()[0] as
    | {
        value: number
        computedBy: { object: string }
        inputs: { value: { fillingLevel: number; dateLastEmptying: string } }
      }
    | undefined
  const made = await city.get(Algorithm, answer?.computedBy.object ?? '')
  const { fillingLevel = 0, dateLastEmptying = '' } = answer?.inputs.value ?? {}
  console.log(`\n${asked?.id}: forecast ${answer?.value}`)
  console.log(`  made by   ${made.name} ${made.version}: ${made.purpose}`)
  console.log(`  ground    ${made.legalBasis}; ${made.humanIntervention.toLowerCase()}`)
  console.log(`  from      fillingLevel ${fillingLevel}, emptied ${dateLastEmptying}`)
  const again = forecast(fillingLevel, new Date(dateLastEmptying))
  console.log(`  computed again from these inputs: ${again}`)

  const unexplained = await city
    .find(Container)
    .where('fillForecast', 'exists')
    .q('!fillForecast.computedBy')
    .count()
  return (
    `${told.read} forecasts by ${made.name} ${made.version}, ${unexplained} without an explanation; ` +
    `followed one back: ${answer?.value} ${again === answer?.value ? 'comes out again' : 'DOES NOT come out again'}`
  )
})
