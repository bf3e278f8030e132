import { startBroker } from 'city-context/broker'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { naiveMatch } from '../support/naive-q.js'
import { randomAttributes, randomLinkedQ, randomQ } from '../support/random-entities.js'

const entities = fc
  .sample(randomAttributes, { seed: 5, numRuns: 200 })
  .map((attributes, index) => ({ id: `urn:x:${index}`, type: 'T', ...attributes }))
const lookup = (uri: string): (typeof entities)[number] | undefined => entities.find(({ id }) => id === uri)

let broker: Awaited<ReturnType<typeof startBroker>>
beforeAll(async () => {
  broker = await startBroker()
  const created = await fetch(`${broker.url}/ngsi-ld/v1/entityOperations/create`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(entities),
  })
  expect(created.status).toBe(201)
})
afterAll(() => broker.close())

const idsFor = async (q: string, more = ''): Promise<readonly string[]> => {
  const reply = await fetch(
    `${broker.url}/ngsi-ld/v1/entities?type=T&limit=1000&q=${encodeURIComponent(q)}${more}`,
  )
  const found = (await reply.json()) as readonly { readonly id: string }[]
  return Array.isArray(found) ? found.map(({ id }) => id).sort() : [JSON.stringify(found)]
}

it.each([
  ['', randomQ, ''],
  [', through relationships too', randomLinkedQ, '&join=inline&joinLevel=1'],
])(
  'the embedded broker agrees with the naive reading of q over a socket%s',
  { timeout: 60_000 },
  async (_, queries, more) => {
    let found = 0
    for (const q of fc.sample(queries, { seed: 6, numRuns: 400 })) {
      const ids = await idsFor(q, more)
      const expected = entities.filter((entity) => naiveMatch(entity, q, lookup)).map(({ id }) => id)
      expect({ q, ids }).toEqual({ q, ids: expected.sort() })
      found += ids.length
    }
    // A generator whose filters never match would prove nothing.
    expect(found).toBeGreaterThan(1000)
  },
)
