import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFeed, parseMapping } from 'city-context/feed'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inferMapping } from '../../src/feed/infer-mapping.js'
import type { Model } from '../../src/model/descriptor.js'
import { draftTable, draftTotals, measureDrafts } from '../support/infer-run.js'
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

const realFiles = shared('city-data')

describe.skipIf(!realFiles.present)(
  `drafts of real files (${realFiles.present ? 'measured' : realFiles.reason})`,
  () => {
    it('find most attributes; each draft runs once its questions are answered', async () => {
      const measures = await measureDrafts()
      const table = draftTable(measures)
      expect(measures).toHaveLength(25)
      for (const { file, rows, rejected, refusal } of measures) {
        expect(refusal, table).toBeUndefined()
        // Heidelberg: three garages without a place. Münster: the hour that a clock change repeats. Basel: an empty record.
        expect(rejected / rows, `${file}\n${table}`).toBeLessThan(0.13)
      }
      const { wanted, found, right } = draftTotals(measures)
      expect(found / wanted, table).toBeGreaterThan(0.7)
      expect(right / wanted, table).toBeGreaterThan(0.55)
    }, 120_000)
  },
)
