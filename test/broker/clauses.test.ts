import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../docs/broker.md', import.meta.url), 'utf8')
const [, table = ''] = page.split('## What is done, by clause')
const rows = table.split('\n').filter((line) => /^\| \d/.test(line))

it('has a test that exists for every clause that is done, and none for one that is not', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) {
    const [clause, , state = '', tests = ''] = row
      .split(' | ')
      .map((cell) => cell.replace(/^\| | \|$/g, '').trim())
    const names = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    expect(names.length > 0, `${clause}: ${state}`).toBe(!/^not\b/.test(state))
    for (const name of names)
      expect(
        existsSync(fileURLToPath(new URL(`${name}.test.ts`, import.meta.url))),
        `${clause}: ${name}`,
      ).toBe(true)
  }
})
