import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { bundledContexts } from '../../src/models/contexts.js'
import { coreContexts, coreContextUrl } from '../../src/ngsi/core-contexts.js'
import { shared } from '../support/shared.js'

const json = (path: string): { '@context': Record<string, unknown> } => JSON.parse(readFileSync(path, 'utf8'))
const official19 = shared('sdm/uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v1.9.jsonld')
const official16 = shared('sdm/data-models/context/ontologies_files/ngsi-ld-core-context.jsonld')
const coreUrl = (version: string): string =>
  `https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context-v${version}.jsonld`

describe.skipIf(!official19.present)(
  `core contexts, term by term${official19.present ? '' : ` (${official19.reason})`}`,
  () => {
    it('v1.9 is the newest and has every term of the published document', () => {
      expect(coreContextUrl).toBe(coreUrl('1.9'))
      expect(coreContexts[coreUrl('1.9')]).toEqual(json(official19.path)['@context'])
    })

    it('v1.6 has every term of the published facts', () => {
      const published = (
        JSON.parse(readFileSync(official16.path, 'utf8')) as Record<string, Record<string, unknown>>
      )['1.6']
      expect(coreContexts[coreUrl('1.6')]).toEqual({ '@version': 1.1, '@protected': true, ...published })
    })
  },
)

describe('bundled subject contexts', () => {
  const subjects = Object.keys(bundledContexts).map((url) => url.split('/')[4] ?? '')

  it('holds one for each subject of the bundled models', () => {
    expect(subjects).toContain('dataModel.Parking')
    expect(new Set(subjects).size).toBe(13)
  })

  it.each(subjects)('%s gives the same IRI to every term as the published one', (subject) => {
    const published = shared(`sdm/${subject}/context.jsonld`)
    const own = fileURLToPath(new URL(`../../schemas/contexts/${subject}.jsonld`, import.meta.url))
    const expected = json(published.present ? published.path : own)
    const url = `https://raw.githubusercontent.com/smart-data-models/${subject}/master/context.jsonld`
    expect(bundledContexts[url]).toEqual(expected)
  })
})
