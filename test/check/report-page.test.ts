import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { check, renderReport } from '../../src/check/index.js'
import { OffStreetParking } from '../../src/models/index.js'
import { type BrowserPage, chromium, openBrowser } from '../support/headless-browser.js'
import { shared } from '../support/shared.js'

const heidelberg = shared('city-data/parking/heidelberg-offstreetparking-ngsiv2.json')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const good = {
  id: 'urn:ngsi-ld:OffStreetParking:Almere:P1',
  type: 'OffStreetParking',
  location: { type: 'Point', coordinates: [5.2213, 52.3702] },
  name: 'P1',
}
const bad = {
  id: 'P 2',
  type: 'OffStreetParking',
  location: { type: 'Point', coordinates: [52.3702, 5.2213] },
  status: 'half open',
  availableSpotNumber: -1,
  contact: 'jan@example.org',
  unheardOf: { type: 'Property', value: null },
}
const sources = [
  ['a delivery without faults', [good]],
  ['a delivery with faults of many kinds', [good, bad, bad]],
  ...(heidelberg.present ? [['Heidelberg', heidelberg.path] as const] : []),
] as const
const sizes = { desk: [1280, 900], phone: [360, 740] } as const
const skipped = chromium === undefined ? ' (no Chromium: set CHROMIUM or put it on the PATH)' : ''

describe.skipIf(chromium === undefined)(`the HTML report in a browser${skipped}`, () => {
  let page: BrowserPage
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'city-context-report-'))
    page = await openBrowser(chromium ?? '')
  }, 30_000)

  afterAll(async () => {
    await page?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const show = async (source: (typeof sources)[number][1], lang: 'en' | 'nl'): Promise<void> => {
    const file = join(folder, 'report.html')
    const now = new Date('2026-01-01T00:00:00Z')
    const report = await check(source, { model: OffStreetParking, lang, now })
    await writeFile(file, renderReport(report, 'html', lang))
    await page.open(pathToFileURL(file).href)
    await expect
      .poll(() => page.evaluate<string>("document.readyState + ' ' + document.documentElement.lang"))
      .toBe(`complete ${lang}`)
    await page.evaluate(axe)
  }

  const violations = (): Promise<readonly string[]> =>
    page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    )

  describe.each(sources)('%s', (name, source) => {
    it.each(['en', 'nl'] as const)(
      'in %s keeps WCAG 2.2 A and AA and fits, at desk and at phone width',
      async (lang) => {
        await show(source, lang)
        for (const [size, [width, height]] of Object.entries(sizes)) {
          await page.size(width, height)
          await expect
            .poll(() => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'), {
              message: size,
            })
            .toBeLessThanOrEqual(0)
          expect(await violations(), size).toEqual([])
          const shots = process.env['SCREENSHOTS']
          if (shots === undefined) continue
          await mkdir(shots, { recursive: true })
          await page.screenshot(join(shots, `report-${name.replaceAll(' ', '-')}-${lang}-${size}.png`))
        }
      },
      30_000,
    )
  })

  it('finds what is spoiled', async () => {
    await show([good], 'en')
    await page.evaluate("document.documentElement.removeAttribute('lang'); document.title = ''")
    const found = (await violations()).map((violation) => violation.split(' ')[0])
    expect(found.sort()).toEqual(['document-title', 'html-has-lang'])
  }, 30_000)

  it('loads nothing and says nothing in the console', () => expect(page.errors).toEqual([]))
})
