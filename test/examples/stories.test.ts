import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { shared } from '../support/shared.js'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs an example as a person would, against its own broker; it must end by itself and. */
const story = async (name: string, ...options: readonly string[]): Promise<string> => {
  const { BROKER_URL: _, ...env } = process.env
  const { stdout } = await run(process.execPath, ['--import', 'tsx', `examples/${name}.ts`, ...options], {
    cwd: root,
    env,
    timeout: 60_000,
  })
  return stdout
}

describe('examples', { timeout: 90_000 }, () => {
  it('no-silos: four shapes become one model; what cannot be used is named', async () => {
    const out = await story('no-silos')
    expect(out).toContain('status: "Demontage" is not in the enum table')
    expect(out).toContain('occupiedSpotNumber: "circa 20" is no number')
    expect(out).toContain('assumed  status of')
    expect(out).toContain('withheld contactEmail')
    // 113 + 48 + 37 + (85 - 61) + 5 + 0 + (140 - 140) in the sample files.
    expect(out).toContain('227 free; 7 places of 4 suppliers, 0 do not say')
    expect(out).toMatch(/Result: 4 suppliers, 14 rows, 10 entities of one model, 4 rows refused; 227 free/)
  })

  it('fill-levels: the subscription finds exactly the containers that a query finds', async () => {
    const out = await story('fill-levels')
    // 8 rows of the file are above 80 %, 17 above 55 %: those a quarter lifts over the line.
    expect(out).toContain('In the evening 8 of 40 are above 80 %')
    expect(out).toContain('40 readings come in; the subscription makes the round 17 stops long')
    expect(out).toContain('8 full in the evening, 17 in the night, 17 emptied (0 failed), 0 above 80 %')
  })

  it('exit-drill: the copy is proven equal again after the old broker went on', async () => {
    const out = await story('exit-drill')
    expect(out).toMatch(/WasteContainer +40 there, 40 here, (\w{8}) equals \1/)
    expect(out).toContain('8 containers are emptied; comparing finds 8 that differ')
    expect(out).toContain('The last copy writes 8, leaves 102 alone, and fails on 0')
    expect(out).toContain(
      '110 entities of 3 types, proven equal; 8 changes caught up, 1 subscription switched over, 0 containers over 80 %',
    )
  })

  it('citizen-reports: what is published has no name; progress comes back', async () => {
    const out = await story('citizen-reports')
    expect(out).toContain('8 reports come in; 8 are published')
    expect(out).toMatch(/^ {2}VB-001 {2}Zwerfafval: closed$/m)
    expect(out).toContain(
      '8 reports inside, 8 outside, 3 of them closed today; 0 published with a name, an address or free text',
    )
  })

  it('citizen-sensing: a pair that disagrees is doubtful', async () => {
    const out = await story('citizen-sensing')
    expect(out).toContain('442 hours of 2 stations; 10 tubes of citizens, 1 refused')
    // Dijkpark: 17.4 and 26.9 side by side.
    expect(out).toMatch(/Dijkpark, 2026-10-25 +22\.1 +26\.2 +-4\.1 {2}doubtful/)
    expect(out).toContain(
      '10 tubes in 6 pairs flagged, 2 doubtful; 3 good pairs differ from the stations by 4.4',
    )
  })

  it('street-bumps: each hole is one defect, closed in the week after its repair', async () => {
    const out = await story('street-bumps')
    expect(out).toContain('Week 3: 47 bumps, 2 defects felt, 1 closed, 2 sure')
    expect(out).toContain('became 3 road defects; 2 closed after repair, 1 open')
  })

  it('bicycle-kilometres: a small group is not published, no trip is left', async () => {
    const out = await story('bicycle-kilometres')
    expect(out).toContain('De Dijk: not published, fewer than 10 children cycled')
    expect(out).toContain('2 of 3 schools published, 1060 km; 254 trips purged, 0 left, 0 ever outside')
  })

  it('lamp-posts: the key figure carries formula and source', async () => {
    const out = await story('lamp-posts')
    expect(out).toContain('60 sensor readings joined to them, 0 failed')
    expect(out).toMatch(
      /Result: \d+ of 60 lamps past .*count\(plannedReplacementYear < 2026\) over lantaarnpalen\.csv/,
    )
  })

  it('sensor-register: the incomplete ones are named', async () => {
    const out = await story('sensor-register')
    expect(out).toContain('5 devices in public space, 2 concern persons; incomplete: mic-02, wifi-3')
    expect(out).toMatch(/wifi-3 .*\n +does not say on what ground/)
  })

  it('algorithm-register: a forecast comes out again from what it names', async () => {
    const out = await story('algorithm-register')
    expect(out).toContain('40 forecasts by Fill forecast 1.1, 0 without an explanation')
    expect(out).toMatch(/followed one back: \S+ comes out again/)
  })

  it('region: one query over two brokers, nothing kept at the region', async () => {
    const out = await story('region')
    expect(out).toMatch(/voorbeeldstad +\d+ free\n +polderdam +143 free/)
    expect(out).toContain(
      "2 towns answer one query: 11 sites, 1442 free places (1 more after a town's own change)",
    )
    expect(out).toContain('0 entities kept at the region')
  })

  it('run-all: every story ends with one line of result', async () => {
    const out = await story('run-all')
    expect(out).toMatch(/^no-silos +[\d.]+ s {2}4 suppliers/m)
    expect(out).toMatch(/^fill-levels +[\d.]+ s {2}8 full/m)
    expect(out).toMatch(/^exit-drill +[\d.]+ s {2}110 entities/m)
    expect(out).toMatch(/^operations-centre +[\d.]+ s {2}(\d+) of \1 places on the page/m)
    expect(out).toContain('12 of 12 stories ended well')
  })

  const koeln = shared('city-data/citizen-reports/koeln-sags-uns-open311.json')
  it.skipIf(!koeln.present)(`citizen-reports: Köln${koeln.present ? '' : `, ${koeln.reason}`}`, async () => {
    expect(await story('citizen-reports', '--data', koeln.path)).toContain('50 reports inside, 50 outside')
  })

  const lamps = shared('city-data/streetlights/groningen-openbare-verlichting-binnenstad.csv')
  it.skipIf(!lamps.present)(`lamp-posts: Groningen${lamps.present ? '' : `, ${lamps.reason}`}`, async () => {
    expect(await story('lamp-posts', '--data', lamps.path)).toContain('574 of 2594 lamps past')
  })

  const parking = shared('city-data/parking')
  it.skipIf(!parking.present)(
    `no-silos: open data of four cities${parking.present ? '' : `, ${parking.reason}`}`,
    async () => {
      const out = await story('no-silos', '--data', parking.path)
      expect(out).toContain('25 rows → 22 OffStreetParking')
      expect(out).toContain('853 rows → 853 OffStreetParking')
      expect(out).toMatch(/Result: 4 suppliers, 985 rows, 981 entities of one model, 1 rows refused/)
    },
  )
})
