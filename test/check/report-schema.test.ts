import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import { type CheckReport, type CheckSource, check, renderReport } from 'city-context/check'
import { OffStreetParking } from 'city-context/models'
import { describe, expect, it } from 'vitest'
import { shared } from '../support/shared.js'

const file = new URL('../../schemas/report.schema.json', import.meta.url)
const ajv = new Ajv2020({ strict: true, allErrors: true })
formatsPlugin.default(ajv)
const validate = ajv.compile(JSON.parse(await readFile(file, 'utf8')) as object)

const faultsOf = (report: CheckReport): unknown => {
  validate(JSON.parse(renderReport(report, 'json')))
  return validate.errors ?? []
}

const good = {
  id: 'urn:ngsi-ld:OffStreetParking:1',
  type: 'OffStreetParking',
  location: { type: 'Point', coordinates: [5.1, 52.1] },
}

describe('schemas/report.schema.json', () => {
  it.each<[string, unknown]>([
    ['a good payload', good],
    ['an unknown type', { ...good, type: 'OffStretParking' }],
    ['faults of many groups', { ...good, status: ['vrij'], email: 'a@b.nl', totalSpotNumber: 'x', id: 1 }],
    ['no object', [1, null]],
  ])('holds for the report on %s', async (_, payload) => {
    expect(faultsOf(await check(payload as CheckSource))).toEqual([])
  })

  const heidelberg = shared('city-data/parking/heidelberg-offstreetparking-ngsiv2.json')
  it.skipIf(!heidelberg.present)(
    `holds for Heidelberg (${heidelberg.present ? 'NGSIv2' : heidelberg.reason})`,
    async () => {
      expect(faultsOf(await check(heidelberg.path, { model: OffStreetParking }))).toEqual([])
    },
  )

  it('refuses a report with a member too few or too many', async () => {
    const report = await check(good)
    const { counts: _, ...without } = report
    expect([validate(without), validate({ ...report, grade: 'A' })]).toEqual([false, false])
  })
})
