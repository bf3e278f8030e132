import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { compactEntity, compileContext, coreContext, expandEntity } from '../../src/ngsi/context.js'
import { coreContexts, coreContextUrl } from '../../src/ngsi/core-contexts.js'
import type { LdContext } from '../../src/ngsi/entity.js'
import { shared } from '../support/shared.js'

const vocabulary = 'https://uri.etsi.org/ngsi-ld/default-context/'

const never = (url: string): Promise<unknown> => Promise.reject(new Error(`not to be loaded: ${url}`))

const from =
  (documents: Readonly<Record<string, unknown>>) =>
  (url: string): Promise<unknown> =>
    Object.hasOwn(documents, url) ? Promise.resolve(documents[url]) : never(url)

describe('expansion and compaction of names', () => {
  it('gives names that no context defines the default vocabulary, and back', () => {
    expect(coreContext.expand('fillingLevel')).toBe(`${vocabulary}fillingLevel`)
    expect(coreContext.compact(`${vocabulary}fillingLevel`)).toBe('fillingLevel')
  })

  it('knows the core terms and keeps absolute IRIs', () => {
    expect(coreContext.expand('location')).toBe('https://uri.etsi.org/ngsi-ld/location')
    expect(coreContext.expand('description')).toBe('http://purl.org/dc/terms/description')
    expect(coreContext.expand('https://example.org/a#b')).toBe('https://example.org/a#b')
    expect(coreContext.expand('ngsi-ld:default-context/x')).toBe(`${vocabulary}x`)
  })

  it('lets no user term and no user @vocab win over the core context', async () => {
    const context = await compileContext(
      {
        '@vocab': 'https://example.org/',
        location: 'https://example.org/place',
        speed: 'ex:speed',
        ex: 'https://ex.org/',
      },
      never,
    )
    expect(context.expand('location')).toBe('https://uri.etsi.org/ngsi-ld/location')
    expect(context.expand('other')).toBe(`${vocabulary}other`)
    expect(context.expand('speed')).toBe('https://ex.org/speed')
    expect(context.expand('ex:width')).toBe('https://ex.org/width')
    expect(context.compact('https://ex.org/width')).toBe('ex:width')
  })

  it('writes ngsi-ld:default-context/x where the bare name means something else', async () => {
    const context = await compileContext({ almostFull: 'https://test/context#almostFull' }, never)
    expect(context.compact(`${vocabulary}almostFull`)).toBe('ngsi-ld:default-context/almostFull')
    expect(coreContext.compact('https://test/context#almostFull')).toBe('https://test/context#almostFull')
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'treats %s as an ordinary name',
    async (name) => {
      const context = await compileContext(
        JSON.parse(`{"${name}":"https://evil/","a":"https://a/a"}`) as LdContext,
        never,
      )
      expect(context.expand('a')).toBe('https://a/a')
      expect(coreContext.expand(name)).toBe(vocabulary + name)
      expect(Object.prototype).not.toHaveProperty('a')
    },
  )

  it('compact(expand(name)) is the name again, in any context', async () => {
    const context = await compileContext(
      { b: 'https://b/', c: 'b:c', long: 'https://b/x', d: { '@id': 'b:d' } },
      never,
    )
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,12}$/), (name) => {
        expect(context.expand(context.compact(context.expand(name)))).toBe(context.expand(name))
        if (!['id', 'type'].includes(name))
          expect(context.compact(coreContext.expand(name))).toBeTypeOf('string')
      }),
    )
  })
})

describe('context documents', () => {
  it('follows URLs, relative URLs and nested arrays, and loads no core context', async () => {
    const load = from({
      'https://a/one.jsonld': { '@context': ['two.jsonld', [coreContextUrl, { x: 'https://a/x' }]] },
      'https://a/two.jsonld': { '@context': { y: 'https://a/y', x: 'https://a/overridden' } },
    })
    const context = await compileContext(['https://a/one.jsonld', { z: 'https://a/z' }], load)
    expect(['x', 'y', 'z'].map(context.expand)).toEqual(['https://a/x', 'https://a/y', 'https://a/z'])
    expect(context.source).toEqual(['https://a/one.jsonld', { z: 'https://a/z' }])
  })

  it.each([
    ['a number', 7, 'no context'],
    ['null', null, 'no context'],
    ['an array with a boolean', [{}, true], 'no context'],
    ['a scoped context', { a: { '@id': 'https://a/a', '@context': {} } }, 'scoped'],
    ['a relative URL', 'context.jsonld', 'no absolute URL'],
    ['a document without @context', 'https://a/empty.jsonld', 'no top-level @context'],
    ['a document that includes itself', 'https://a/loop.jsonld', 'includes itself'],
    ['a term with a number as IRI', { a: 5 }, ''],
  ])('refuses %s', async (_title, context, message) => {
    const load = from({
      'https://a/empty.jsonld': { nothing: 1 },
      'https://a/loop.jsonld': { '@context': ['https://a/loop.jsonld'] },
    })
    await expect(compileContext(context as unknown as LdContext, load)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(message),
    })
  })

  it('stops at 32 documents', async () => {
    let count = 0
    const load = (): Promise<unknown> => {
      count += 1
      return Promise.resolve({ '@context': {} })
    }
    const urls = Array.from({ length: 100 }, (_, index) => `https://a/${index}`)
    await expect(compileContext(urls, load)).rejects.toThrow('more than 32')
    expect(count).toBe(32)
  })

  it('passes on why a document could not be had', async () => {
    await expect(compileContext('https://down/x.jsonld', never)).rejects.toThrow('not to be loaded')
  })
})

describe('entities', () => {
  const entity = {
    id: 'urn:ngsi-ld:Car:1',
    type: ['Car', 'Vehicle'],
    speed: {
      type: 'Property',
      value: { speed: 1 },
      valueType: 'Metric',
      accuracy: { type: 'Property', value: 2 },
    },
    owner: [
      { type: 'Relationship', object: 'urn:x:1', objectType: 'Person' },
      { type: 'VocabProperty', vocab: ['Male', 'Other'], datasetId: 'urn:d:1' },
    ],
  }

  it('expands names at every level, types, vocab, objectType and valueType, and no values', async () => {
    const context = await compileContext(
      { Car: 'https://c/Car', speed: 'https://c/speed', accuracy: 'https://c/acc' },
      never,
    )
    expect(expandEntity(entity, context)).toEqual({
      id: 'urn:ngsi-ld:Car:1',
      type: ['https://c/Car', `${vocabulary}Vehicle`],
      'https://c/speed': {
        type: 'Property',
        value: { speed: 1 },
        valueType: `${vocabulary}Metric`,
        'https://c/acc': { type: 'Property', value: 2 },
      },
      [`${vocabulary}owner`]: [
        { type: 'Relationship', object: 'urn:x:1', objectType: `${vocabulary}Person` },
        { type: 'VocabProperty', vocab: [`${vocabulary}Male`, `${vocabulary}Other`], datasetId: 'urn:d:1' },
      ],
    })
    expect(compactEntity(expandEntity(entity, context), context)).toEqual(entity)
  })
})

const sdm = shared('sdm')

describe.skipIf(!sdm.present)(
  `the contexts of Smart Data Models against jsonld (${sdm.present ? 'all' : sdm.reason})`,
  () => {
    const files = sdm.present
      ? (readdirSync(sdm.path, { recursive: true }) as string[]).filter(
          (path) => path.endsWith('context.jsonld') && !path.includes('uri.etsi.org'),
        )
      : []
    const core = { '@context': coreContexts[coreContextUrl] }

    // jsonld refuses terms such as "open311:metadata", which published contexts contain.
    const strict = (context: object): object =>
      Object.fromEntries(Object.entries(context).filter(([term]) => !term.includes(':')))

    const oracle = async (
      context: unknown,
      names: readonly string[],
    ): Promise<readonly (string | undefined)[]> => {
      const document = {
        '@context': [context, core['@context']],
        '@graph': names.map((name) => ({ [name]: { '@id': 'urn:x' } })),
      }
      const expand = jsonld.expand as (input: unknown, options: unknown) => Promise<unknown>
      const empty = { contextUrl: undefined, documentUrl: '', document: { '@context': {} } }
      const options = { documentLoader: () => Promise.resolve(empty), ordered: false }
      const expanded = (await expand(document, options)) as Record<string, unknown>[]
      return expanded.map((node) => Object.keys(node)[0])
    }

    it('expands terms spread over each context as jsonld does', { timeout: 120_000 }, async () => {
      let compared = 0
      for (const file of files) {
        const document = JSON.parse(readFileSync(join(sdm.path, file), 'utf8')) as { '@context'?: LdContext }
        if (document['@context'] === undefined) continue
        const context = await compileContext(document['@context'], never)
        const names = Object.keys(document['@context'])
          .filter((name) => /^[A-Za-z_]\w*$/.test(name) && !context.expand(name).startsWith('@'))
          .filter((_, index, all) => index % Math.ceil(all.length / 40) === 0)
        const expected = await oracle(strict(document['@context'] as object), names)
        expect(expected.length, file).toBe(names.length)
        expect(names.map(context.expand), file).toEqual(expected)
        compared += names.length
      }
      expect(compared).toBeGreaterThan(1000)
    })
  },
)
