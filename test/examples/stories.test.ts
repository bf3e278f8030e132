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
      '110 entities of 3 types, proven equal; 8 changes caught up, 0 containers over 80 %',
    )
  })

  it('run-all: every story ends with one line of result', async () => {
    const out = await story('run-all')
    expect(out).toMatch(/^no-silos +[\d.]+ s {2}4 suppliers/m)
    expect(out).toMatch(/^fill-levels +[\d.]+ s {2}8 full/m)
    expect(out).toMatch(/^exit-drill +[\d.]+ s {2}110 entities/m)
    expect(out).toContain('3 of 3 stories ended well')
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
