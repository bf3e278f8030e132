import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { isBrokerError } from '../../src/errors.js'
import { Container } from '../support/container.js'
import { flow } from '../support/flow.js'
import { rawEntities } from '../support/raw-broker.js'

const { test, ...broker } = flow()

const reserved = [..." :/?#[]@!$&'()*+,;=%.-_~"]
const awkward = [...'"\\<>{}|^`\n\t', '%2F', '..', '\u0000', '\u00e9', '\u20ac', '\u{1f6ae}', '\u202e']
const letters = [...'azAZ09']
const uriCharacters = [...reserved.filter((char) => char !== ' '), ...letters, '%20', '\u00e9', '\u{1f6ae}']
const textOf = (characters: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
const ids = textOf(uriCharacters).map((tail) => `urn:ngsi-ld:Container:${tail}`)
const values = textOf([...reserved, ...awkward, ...letters])

/** What the broker has, by plain HTTP: nothing of src may turn a mistake back. */
const stored = async (tenant: string): Promise<Map<string, unknown>> => {
  const entities = await rawEntities(broker.url(), 'Container', broker.tenant(tenant))
  return new Map([...entities].map(([id, entity]) => [id, entity['name']]))
}

describe('random ids and values with every reserved character reach the broker intact', () => {
  test('one by one: created, read, found by value, changed, deleted', [], async () => {
    const city = await broker.city('random')
    const isEmbedded = (await city.info()).dialect === 'embedded'
    await fc.assert(
      fc.asyncProperty(ids, values, values, async (id, name, next) => {
        try {
          await city.create(Container, { id, fillingLevel: 0, name })
        } catch (error) {
          // Other brokers take fewer characters in an id; a refusal changes nothing.
          if (isEmbedded || !isBrokerError(error) || error.status !== 400) throw error
          return
        }
        expect(await stored('random')).toEqual(new Map([[id, name]]))
        expect((await city.get(Container, id)).name).toBe(name)
        const found = await city.find(Container).where('name', '==', name).toArray()
        expect(found.map((one) => one.id)).toEqual([id])
        expect(await city.find(Container).where('name', '!=', name).count()).toBe(0)
        await city.merge(Container, { id, name: next })
        await city.attribute(Container, id, 'fillingLevel').set(0.5)
        expect(await city.get(Container, id)).toEqual({
          id,
          type: 'Container',
          fillingLevel: 0.5,
          name: next,
        })
        await city.delete(id)
        expect(await stored('random')).toEqual(new Map())
      }),
      { numRuns: 60 },
    )
  })

  test('in a batch', [], async () => {
    const city = await broker.city('batch')
    const isEmbedded = (await city.info()).dialect === 'embedded'
    const source = fc.sample(fc.tuple(ids, values), { numRuns: 200, seed: 7 })
    const wanted = new Map(source)
    const entities = [...wanted].map(([id, name]) => ({ id, fillingLevel: 0, name }))
    const report = await city.upsert(Container, entities)
    const has = await stored('batch')
    if (isEmbedded) expect(report.failed).toBe(0)
    for (const [id, name] of has) expect(name).toBe(wanted.get(id))
    expect(has.size + report.failed).toBe(wanted.size)
    const asked = [...has.keys()].filter((id) => !id.includes(','))
    const got = await city.find(Container).ids(asked).toArray()
    expect(new Set(got.map(({ id }) => id))).toEqual(new Set(asked))
  })
})
