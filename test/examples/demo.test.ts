import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

it('the demonstration ends by itself and its numbers agree with its files', { timeout: 60_000 }, async () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'examples/demo.ts'], { cwd: root })
  expect(stdout).toMatch(/parkeergarages\.csv +10 rows → +10 OffStreetParking/)
  expect(stdout).toMatch(/lantaarnpalen\.csv +61 rows → +60 Streetlight, 1 rejected/)
  expect(stdout).toContain('131 entities checked')
  expect(stdout).toContain('all conform')
  expect(stdout).toContain('131 entities created')
  expect(stdout).toMatch(/fuller than 80 %: 8 containers/)
  expect(stdout).toContain('3 values changed, 3 notifications handled')
  expect(stdout).toContain('1 of 1 refused before sending: status: "vol"')
  expect(stdout).toMatch(/Done in [\d.]+ s: 131 entities in, 3 changes heard, 0 lost\./)
})
