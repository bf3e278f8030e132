import { readFile } from 'node:fs/promises'
import { type CheckReport, check, renderReport } from 'city-context/check'
import { OffStreetParking } from 'city-context/models'
import { describe, expect, it } from 'vitest'
import { inDutch } from '../../src/check/dutch.js'
import { shared } from '../support/shared.js'

const page = await readFile(new URL('../../docs/rules.md', import.meta.url), 'utf8')
const payloads = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].flatMap(([, text = '']) => {
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value : [value]
})
const now = new Date('2026-11-23T10:00:00Z')

const sentencesOf = ({ findings, mims }: CheckReport): readonly string[] => [
  ...findings.flatMap(({ message, hint }) => (hint === undefined ? [message] : [message, hint])),
  ...mims.flatMap(({ title, because }) => [title, because]),
]
const untold = (report: CheckReport): readonly string[] =>
  sentencesOf(report).filter((sentence) => inDutch(sentence) === undefined)

describe('a report in Dutch', () => {
  it('knows every sentence that the examples of the rules give', async () => {
    const report = await check(payloads.values(), { now })
    expect(report.findings.length).toBeGreaterThan(50)
    expect(untold(report)).toEqual([])
  })

  it.each([
    ['is missing; the profile demands it', 'ontbreekt; het profiel eist het'],
    [
      'is "12", string; the model asks for number or integer',
      'is "12", tekst; het model vraagt getal of geheel getal',
    ],
    ['"$1 $2" is not in the model\'s list', '"$1 $2" staat niet in de lijst van het model'],
    ['lacks purpose, legalBasis', 'mist doel, grondslag'],
    ['85 is outside 0 to 1', '85 ligt buiten 0 tot 1'],
  ])('says %s as %s', (english, dutch) => {
    expect(inDutch(english)).toBe(dutch)
  })

  it('leaves what it does not know in English, and says so to a screen reader', async () => {
    const report = await check('{"id":', { now, name: 'x' }).catch(() => undefined)
    expect(report).toBeUndefined()
    expect(inDutch('needs more thought')).toBeUndefined()
    const found = await check([{ id: 'urn:x:1', type: 'Whatever' }], { now })
    const [first] = found.findings
    const odd = {
      ...found,
      rules: found.rules.map((rule) => ({ ...rule, example: { ...first!, message: 'needs more thought' } })),
    }
    expect(renderReport(odd, 'html', 'nl')).toContain('<span lang="en">needs more thought</span>')
  })

  const heidelberg = shared('city-data/parking/heidelberg-offstreetparking-ngsiv2.json')
  it.skipIf(!heidelberg.present)(
    `has no English sentence for Heidelberg (${heidelberg.present ? 'NGSIv2' : heidelberg.reason})`,
    async () => {
      const report = await check(heidelberg.path, { model: OffStreetParking, now })
      expect(untold(report)).toEqual([])
      expect(renderReport(report, 'html', 'nl')).not.toContain('lang="en"')
    },
  )
})
