import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startBroker } from '../../src/broker/index.js'
import { connect } from '../../src/connect.js'
import { Container, containerId } from '../support/container.js'

/** What means something in a URL, in q, in JSON or in a header, and what is no ASCII. */
const reserved = fc.constantFrom(
  ...'"\\;|()[]{},.:<>=!~&?#%+*/@$\'`^_- \t\n\r\u0000\u007f\u2028üß€🚮'.split(/(?:)/u),
)
const text = fc.oneof(
  fc.array(reserved, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'true',
    '1',
    '1..2',
    'a..b',
    '2026-01-01T00:00:00Z',
    '"',
    '\\"',
    '%22',
    'x==y',
    'urn:ngsi-ld:null:x',
  ),
  // Longer than fits into the address of any broker's request.
  fc.string({ unit: 'grapheme-ascii', minLength: 5000, maxLength: 6000 }),
)
const idEnd = fc
  .array(fc.constantFrom(..."abcXYZ019-._~:/?#[]@!$&'()*+,;=éß"), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))

describe.each(['embedded', 'orion-ld-legacy', 'scorpio', 'stellio'] as const)('as %s answers', (dialect) => {
  test('random ids and texts with every reserved character reach the broker and come back intact', async () => {
    const broker = await startBroker({ port: 0, faults: dialect === 'embedded' ? {} : { dialect } })
    const city = await connect(broker.url)
    await city.upsert(Container, [{ id: containerId('other'), fillingLevel: 1, name: 'other' }])
    const found = async (id: string, name: string): Promise<void> => {
      const one = city.find(Container)
      expect((await city.get(Container, id)).name).toBe(name)
      expect((await one.where('name', '==', name).toArray()).map((entity) => entity.id)).toEqual([id])
      expect(await one.where('name', '!=', name).count()).toBe(1)
      expect((await one.ids([id]).toArray()).map((entity) => entity.name)).toEqual([name])
    }
    await fc.assert(
      fc.asyncProperty(idEnd, text, async (end, name) => {
        const id = containerId(`${end}x`)
        await city.create(Container, { id, fillingLevel: 0, name })
        await found(id, name)
        await city.delete(id)
      }),
      { numRuns: 80 },
    )
    await city.close()
    await broker.close()
  }, 60_000)
})
