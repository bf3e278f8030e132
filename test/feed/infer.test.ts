import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFeed, parseMapping, readMapping } from 'city-context/feed'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inferMapping } from '../../src/feed/infer-mapping.js'
import type { Model } from '../../src/model/descriptor.js'
import { shared } from '../support/shared.js'

let folder = ''
let models: readonly Model[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'infer-'))
  const bundled: Record<string, unknown> = { ...(await import('city-context/models')) }
  models = Object.values(bundled).filter((value): value is Model => 'validate' in (value as object))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (content: string | Uint8Array): Promise<string> => {
  const path = join(folder, 'source.txt')
  await writeFile(path, content)
  return path
}

describe('inferMapping', () => {
  it('drafts delimiter, encoding, coordinate system, id and attributes, each with its evidence', async () => {
    const text =
      'GARAGE_ID;NAAM;X;Y;CAPACITEIT;VRIJ\n1;Straße;155000,5;463000,1;100;5\n2;Markt;155100,5;463100,1;90;15\n'
    const path = await file(Buffer.from(text, 'latin1'))
    const draft = await inferMapping(path, { models })
    expect(draft.model).toBe('OffStreetParking')
    expect(draft.attributes).toMatchObject({
      location: 'X, Y',
      name: 'NAAM',
      totalSpotNumber: 'CAPACITEIT',
      availableSpotNumber: 'VRIJ',
    })
    const mapping = await parseMapping(draft.mapping)
    expect(mapping).toMatchObject({
      source: { format: 'csv', delimiter: ';', encoding: 'cp1252' },
      crs: 'EPSG:28992',
      id: 'urn:ngsi-ld:OffStreetParking:OWNER:{GARAGE_ID}',
    })
    expect(draft.guesses.every(({ evidence, confidence }) => evidence !== '' && confidence > 0)).toBe(true)
    const report = await importFeed({ mapping, file: path })
    expect(report).toMatchObject({ accepted: true, entities: 2, rows: { rejected: 0 } })
  })

  it('asks where it is not sure', async () => {
    const draft = await inferMapping(await file('a,b\n1,x\n1,x\n'), { models })
    expect(draft.questions.join('\n')).toMatch(/is \w+ the right model\?/)
    expect(draft.mapping).toContain('{*|hash}')
  })

  it.each([
    ['', /is empty/],
    ['just words\nand more words\n', /is it a table\?/],
    ['{"a": ', /is not JSON/],
  ])('refuses %j in one line', async (content, message) => {
    await expect(inferMapping(await file(content), { models })).rejects.toThrow(message)
  })
})

const folderOfFiles = shared('city-data')

/** File and the hand-written mapping that the draft is measured by. */
const measured: readonly (readonly [string, string])[] = [
  ['parking/bielefeld-parken.csv', 'bielefeld-parken'],
  ['parking/karlsruhe-parkhaeuser.json', 'karlsruhe-parkhaeuser'],
  ['parking/basel-parkhaeuser-belegung.json', 'basel-parkhaeuser'],
  ['parking/herrenberg-fahrradabstellanlagen.json', 'herrenberg-fahrrad'],
  ['parking/heidelberg-offstreetparking-ngsiv2.json', 'heidelberg-parken'],
  ['parking/friedrichshafen-strassenparken.csv', 'friedrichshafen-parken'],
  ['waste/zuerich-sammelstellen.csv', 'zuerich-sammelstellen'],
  ['waste/basel-entsorgungsstellen.csv', 'basel-entsorgung'],
  ['streetlights/groningen-openbare-verlichting-binnenstad.csv', 'groningen-verlichting'],
  ['transport/groningen-bushaltes.csv', 'groningen-bushaltes'],
  ['charging/muenster-ladesaeulen.csv', 'muenster-laden'],
  ['citizen-reports/koeln-sags-uns-open311.json', 'koeln-open311'],
  ['air/antwerpen-recht-op-lucht-no2.csv', 'antwerpen-no2'],
]

describe.skipIf(!folderOfFiles.present)(
  `drafts of real files (${folderOfFiles.present ? 'measured' : folderOfFiles.reason})`,
  () => {
    it('reads each file as its hand-written mapping does, and finds most attributes', async () => {
      const lines: string[] = []
      let right = 0
      let wanted = 0
      for (const [path, map] of measured) {
        const mapping = await readMapping(new URL(`./maps/${map}.map.yaml`, import.meta.url).pathname)
        const draft = await inferMapping(shared(`city-data/${path}`).path, {
          models,
          type: mapping.entity.type,
        })
        const drafted = await parseMapping(draft.mapping)
        expect(drafted.source.format, path).toBe(mapping.source.format)
        expect(drafted.source.delimiter ?? ',', path).toBe(mapping.source.delimiter ?? ',')
        expect(drafted.crs, path).toBe(mapping.crs)
        // Values that the source does not hold cannot be found in it.
        const attributes = Object.entries(mapping.map).filter(
          ([, spec]) => typeof spec === 'string' || spec.value === undefined,
        )
        const found = attributes.filter(([name]) => drafted.map[name] !== undefined)
        right += found.length
        wanted += attributes.length
        lines.push(`${path}: ${found.length} of ${attributes.length}`)
      }
      // Two of three attributes without a hand; the rest is what the questions are for.
      expect(right / wanted, lines.join('\n')).toBeGreaterThan(0.66)
    }, 60_000)
  },
)
