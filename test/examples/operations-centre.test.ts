import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type City, connect } from 'city-context'
import { OffStreetParking, ServiceRequests, Streetlight, WasteContainer } from 'city-context/models'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type BrowserPage, chromium, openBrowser } from '../support/headless-browser.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const sizes = { phone: [390, 844], desk: [1440, 900], wall: [2560, 1440] } as const
const garage = 'urn:ngsi-ld:OffStreetParking:voorbeeldstad:P03'

const serve = async () => {
  const { BROKER_URL: _, ...env } = process.env
  const example: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', 'examples/operations-centre.ts', '--serve'],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let out = ''
  example.stdout?.on('data', (data) => {
    out += data
  })
  await vi.waitFor(() => expect(out).toContain('until Ctrl-C'), 60_000)
  const url = /The page is at (\S+)/.exec(out)?.[1] ?? ''
  const broker = /stays up at (\S+)/.exec(out)?.[1] ?? ''
  const close = async (): Promise<number | null> => {
    const ended = new Promise<number | null>((resolve) => example.once('exit', resolve))
    example.kill('SIGINT')
    return ended
  }
  return { url, broker, out, close }
}

describe('operations-centre', { timeout: 90_000 }, () => {
  let served: Awaited<ReturnType<typeof serve>>
  let city: City
  let page: BrowserPage
  const figure = (theme: string): Promise<number> =>
    page.evaluate<number>(`Number(document.getElementById('figure-${theme}')?.value || -1)`)
  beforeAll(async () => {
    served = await serve()
    city = await connect(served.broker, { tenant: 'operations_centre' })
    if (chromium === undefined) return
    page = await openBrowser(chromium)
    await page.size(...sizes.desk)
    await page.open(`${served.url}?lang=en`)
    await vi.waitFor(async () => expect(await figure('parking')).toBeGreaterThan(0), 20_000)
  }, 90_000)
  afterAll(async () => {
    if (chromium !== undefined) await page.close()
    await city.close()
    expect(await served.close()).toBe(0)
  })

  it('an hour of the town reaches the page whole, and a silent source shows', () => {
    expect(served.out).toMatch(/Result: (\d+) of \1 places on the page are as in the broker/)
    expect(served.out).toContain('40 containers fell silent')
  })

  it('the server gives its own files to GET, with a policy that lets nothing else in', async () => {
    const page = await fetch(served.url)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(await page.text()).not.toMatch(/\son\w+=|style=|https?:/)
    expect((await fetch(served.url, { method: 'POST', body: 'x' })).status).toBe(405)
    for (const path of ['%2e%2e/story.ts', 'places.ts', '/', '\\', '..%2fstory.ts'])
      expect((await fetch(`${served.url}${path}`)).status, path).toBe(404)
  })

  describe.skipIf(chromium === undefined)(
    `in Chromium${chromium ? '' : ' (none found; set CHROMIUM)'}`,
    () => {
      const free = async (): Promise<number> => {
        let sum = 0
        for await (const { availableSpotNumber = 0 } of city.find(OffStreetParking))
          sum += availableSpotNumber
        return sum
      }
      const differences = async (): Promise<readonly number[]> => [
        (await figure('parking')) - (await free()),
        (await figure('waste')) - (await city.find(WasteContainer).where('fillingLevel', '>', 0.8).count()),
        (await figure('lamps')) -
          (await city.find(Streetlight).where('status', '==', 'defectiveLamp').count()),
        (await figure('reports')) - (await city.find(ServiceRequests).where('status', '==', 'open').count()),
        (await page.evaluate<number>("document.querySelectorAll('.place').length")) -
          (await city.find(OffStreetParking).count()) -
          (await city.find(WasteContainer).count()) -
          (await city.find(Streetlight).count()) -
          (await city.find(ServiceRequests).count()) -
          6,
      ]

      it('shows what the broker holds, before and after changes', async () => {
        await expect.poll(differences, { timeout: 20_000 }).toEqual([0, 0, 0, 0, 0])
        const container = (
          await city.find(WasteContainer).where('fillingLevel', '<', 0.5).limit(1).toArray()
        )[0]
        const before = await figure('waste')
        await city.update(WasteContainer, [{ id: container!.id, type: 'WasteContainer', fillingLevel: 0.97 }])
        await city.update(OffStreetParking, [
          { id: garage, type: 'OffStreetParking', availableSpotNumber: 0 },
        ])
        await expect.poll(() => figure('waste'), { timeout: 10_000 }).toBe(before + 1)
        await expect.poll(differences, { timeout: 20_000 }).toEqual([0, 0, 0, 0, 0])
        await expect
          .poll(() => page.evaluate<string>("document.getElementById('attention').textContent"))
          .toContain('De Werffull')
      })

      it('a hostile name stays text', async () => {
        const name = '<img src=x onerror="document.title=\'taken\'">'
        await city.merge(OffStreetParking, { id: garage, type: 'OffStreetParking', name })
        await expect
          .poll(() => page.evaluate<string>("document.getElementById('attention').textContent"), {
            timeout: 10_000,
          })
          .toContain(name)
        expect(await page.evaluate("document.images.length + ' ' + document.title")).toBe(
          '0 Voorbeeldstad: city picture',
        )
        await city.merge(OffStreetParking, { id: garage, type: 'OffStreetParking', name: 'De Werf' })
      })

      it('keys move and zoom the map; themes, language and pause switch', async () => {
        const view = () =>
          page.evaluate<string>("document.querySelector('#map > svg').getAttribute('viewBox')")
        await page.evaluate("document.getElementById('map').focus()")
        const whole = await view()
        await page.press('+')
        const closer = await view()
        expect(Number(closer.split(' ')[2])).toBeCloseTo(Number(whole.split(' ')[2]) / 1.5, 0)
        await page.press('ArrowRight')
        expect(Number((await view()).split(' ')[0])).toBeGreaterThan(Number(closer.split(' ')[0]))
        await page.press('Home')
        expect(await view()).toBe(whole)

        const lamps = () => page.evaluate<number>("document.querySelectorAll('.place.lamps').length")
        expect(await lamps()).toBe(60)
        await page.evaluate("document.querySelector('#card-lamps input').click()")
        expect(await lamps()).toBe(0)
        await page.evaluate("document.querySelector('#card-lamps input').click()")
        await page.evaluate("document.getElementById('language').click()")
        expect(
          await page.evaluate(
            "document.documentElement.lang + ' ' + document.querySelector('.card .name').textContent",
          ),
        ).toBe('nl Parkeren')
        await page.evaluate("document.getElementById('pause').click()")
        expect(await page.evaluate("document.getElementById('connection').textContent")).toBe('Gepauzeerd')
        await page.evaluate("document.getElementById('pause').click()")
      })

      it('the silent source is marked', async () => {
        await page.evaluate("document.getElementById('list-waste').open = true")
        await expect
          .poll(() => page.evaluate<number>("document.querySelectorAll('.place.waste.stale').length"))
          .toBeGreaterThanOrEqual(39)
      })

      it.each(Object.entries(sizes))(
        '%s: nothing is cut off, and axe finds nothing against WCAG 2.2 A and AA',
        async (name, [width, height]) => {
          await page.size(width, height)
          await expect
            .poll(() => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'))
            .toBeLessThanOrEqual(0)
          const shots = process.env['SCREENSHOTS']
          if (shots !== undefined) {
            await mkdir(shots, { recursive: true })
            await page.screenshot(join(shots, `operations-centre-${name}.png`))
          }
          await page.evaluate(axe.source)
          const tags = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
          const found = await page.evaluate<readonly string[]>(
            `axe.run(document, { runOnly: ${tags} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
          )
          expect(found).toEqual([])
        },
      )

      it('the console stays empty', () => expect(page.errors).toEqual([]))
    },
  )
})
