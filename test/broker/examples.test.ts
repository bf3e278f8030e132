import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { type ActiveContext, compileContext } from '../../src/ngsi/context.js'
import { coreContexts, coreContextUrl } from '../../src/ngsi/core-contexts.js'
import type { JsonObject, LdContext } from '../../src/ngsi/entity.js'
import { toConcise, toNormalized, toSimplified } from '../../src/ngsi/representation.js'
import { shared } from '../support/shared.js'
import { freshBroker, ld } from './ask.js'

const sdm = shared('sdm')
const files = sdm.present
  ? (readdirSync(sdm.path, { recursive: true }) as string[]).filter((path) =>
      path.endsWith('example-normalized.jsonld'),
    )
  : []

/** The contexts that examples name, found beside the models; examples that name others are posted without. */
const localContext = (file: string): object | undefined => {
  const [subject] = file.split('/')
  try {
    return JSON.parse(readFileSync(join(sdm.path, subject ?? '', 'context.jsonld'), 'utf8'))['@context']
  } catch {
    return undefined
  }
}

interface Example {
  readonly file: string
  readonly entity: JsonObject & { readonly id: string }
  readonly context: LdContext
}

const examples = (): readonly Example[] =>
  files.flatMap((file) => {
    const { '@context': _context, ...entity } = JSON.parse(readFileSync(join(sdm.path, file), 'utf8'))
    const context = localContext(file)
    return context === undefined || typeof entity.id !== 'string'
      ? []
      : [{ file, entity, context: context as LdContext }]
  })

const attributeIris = async (entity: JsonObject, context: object): Promise<readonly string[]> => {
  const strict = Object.fromEntries(Object.entries(context).filter(([term]) => !term.includes(':')))
  const expand = jsonld.expand as (input: unknown, options: unknown) => Promise<unknown>
  // Only names are compared; values would be expanded by jsonld and are kept verbatim by NGSI-LD brokers.
  const names = Object.fromEntries(
    Object.keys(entity)
      .filter((name) => !['id', 'type'].includes(name))
      .map((name) => [name, { '@id': 'urn:x:y' }]),
  )
  const [node] = (await expand(
    { '@context': [strict, coreContexts[coreContextUrl]], '@id': 'urn:x:z', ...names },
    { documentLoader: () => Promise.resolve({ document: { '@context': {} }, documentUrl: '' }) },
  )) as [JsonObject | undefined]
  return Object.keys(node ?? {})
    .filter((name) => name !== '@id')
    .sort()
}

describe.skipIf(!sdm.present)(
  `official examples (${sdm.present ? `${files.length} files` : sdm.reason})`,
  () => {
    it('come back equivalent in every representation, or are refused with a reason', {
      timeout: 120_000,
    }, async () => {
      const { ask } = await freshBroker({ limits: { maxDepth: 64 } })
      const refused = new Map<string, string>()
      let kept = 0
      for (const { file, entity, context } of examples()) {
        const created = await ask('POST', '/entities', { ...entity, '@context': context }, ld)
        if (created.status !== 201) {
          refused.set(file, created.body.detail)
          continue
        }
        kept += 1
        const active: ActiveContext = await compileContext(context, () =>
          Promise.reject(new Error('offline')),
        )
        const query = { type: 'Query', entities: [{ type: '*', id: entity.id }], '@context': context }
        const read = async (format: string): Promise<JsonObject> => {
          const answer = await ask('POST', `/entityOperations/query?format=${format}&local=true`, query, {
            ...ld,
            Accept: 'application/json',
          })
          return answer.body[0]
        }
        const normalized = await read('normalized')
        const expected = canonical(toNormalized(entity), active)
        expect(canonical(normalized, active), file).toEqual(expected)
        expect(canonical(toNormalized(await read('concise')), active), file).toEqual(expected)
        expect(await read('concise'), file).toEqual(toConcise(normalized))
        expect(await read('simplified'), file).toEqual(toSimplified(normalized))
        await ask('DELETE', `/entities/${encodeURIComponent(entity.id)}`)
      }
      expect(kept, [...refused].slice(0, 5).join('\n')).toBeGreaterThan(100)
      expect([...refused.values()].every((reason) => reason.length > 10)).toBe(true)
    })

    it('have their names expanded as jsonld does', { timeout: 120_000 }, async () => {
      const { ask } = await freshBroker({ limits: { maxDepth: 64 } })
      let compared = 0
      for (const { file, entity, context } of examples().filter((_, index) => index % 3 === 0)) {
        const created = await ask('POST', '/entities', { ...entity, '@context': context }, ld)
        if (created.status !== 201) continue
        const { body } = await ask('GET', `/entities/${encodeURIComponent(entity.id)}`)
        const names = await attributeIris(entity, context as object).catch(() => undefined)
        await ask('DELETE', `/entities/${encodeURIComponent(entity.id)}`)
        if (names === undefined) continue
        const core = await compileContext(undefined, () => Promise.reject(new Error('offline')))
        const shown = Object.keys(body)
          .filter((name) => !['id', 'type', 'scope'].includes(name))
          .map(core.expand)
          .sort()
        expect(shown, file).toEqual(
          names.filter((name) => !/\/ngsi-ld\/(scope|createdAt|modifiedAt|expiresAt)$/.test(name)),
        )
        compared += 1
      }
      expect(compared).toBeGreaterThan(30)
    })
  },
)

/** Names as IRIs, system members away, lists of one type or scope as one: what a reader may rely on. */
const canonical = (entity: JsonObject, active: ActiveContext): JsonObject =>
  Object.fromEntries(
    Object.entries(entity)
      .filter(([name]) => !['createdAt', 'modifiedAt', '@context'].includes(name))
      .map(([name, value]) => [
        name === 'id' || name === 'type' ? name : active.expand(name),
        name === 'type' ? [value].flat().sort() : canonicalValue(value, active),
      ]),
  )

const canonicalValue = (value: unknown, active: ActiveContext): unknown => {
  // A list of one instance is that instance.
  if (Array.isArray(value) && value.length === 1) return canonicalValue(value[0], active)
  if (Array.isArray(value)) return value.map((item) => canonicalValue(item, active))
  if (typeof value !== 'object' || value === null) return value
  const { createdAt: _c, modifiedAt: _m, value: inner, type, ...others } = value as JsonObject
  // Concise cannot tell a Property that holds a geometry from a GeoProperty (CIM 009 annex C).
  const rest = type === undefined ? others : { ...others, type: type === 'GeoProperty' ? 'Property' : type }
  const members = Object.entries(rest).map(([name, member]) => [
    active.expand(name),
    canonicalValue(member, active),
  ])
  return { ...Object.fromEntries(members), ...(inner === undefined ? {} : { value: inner }) }
}
