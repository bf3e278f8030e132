import { startBroker } from 'city-context/broker'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { naiveMatch } from '../support/naive-q.js'
import { randomAttributes, randomQ } from '../support/random-entities.js'

it('the embedded broker agrees with the naive reading of q over a socket', { timeout: 60_000 }, async () => {
  const broker = await startBroker()
  const url = `${broker.url}/ngsi-ld/v1`
  const entities = fc
    .sample(randomAttributes, { seed: 5, numRuns: 200 })
    .map((attributes, index) => ({ id: `urn:x:${index}`, type: 'T', ...attributes }))
  const created = await fetch(`${url}/entityOperations/create`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(entities),
  })
  expect(created.status).toBe(201)
  let found = 0
  for (const q of fc.sample(randomQ, { seed: 6, numRuns: 400 })) {
    const reply = await fetch(`${url}/entities?type=T&limit=1000&q=${encodeURIComponent(q)}`)
    const ids = ((await reply.json()) as readonly { readonly id: string }[]).map(({ id }) => id)
    const expected = entities.filter((entity) => naiveMatch(entity, q)).map(({ id }) => id)
    expect({ q, ids: ids.sort() }).toEqual({ q, ids: expected.sort() })
    found += ids.length
  }
  await broker.close()
  // A generator whose filters never match would prove nothing.
  expect(found).toBeGreaterThan(1000)
})
