import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { runCli } from '../support/run-cli.js'

const folder = await mkdtemp(join(tmpdir(), 'city-context-bad-schema-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const schema = async (path: string, text: string): Promise<void> => {
  await mkdir(join(folder, path), { recursive: true })
  await writeFile(join(folder, path, 'schema.json'), text)
}

it('a schema that is no JSON: one line with its place, exit 2, nothing written', async () => {
  await schema('dataModel.X/Broken', '{ nope')
  const out = join(folder, 'out')
  const { code, stderr } = await runCli(['generate', '--source', folder, '--out', out])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /^error: no model could be generated: dataModel\.X\/Broken\/schema\.json: is no JSON: .*repair the schema.*\n$/,
  )
  expect(existsSync(out)).toBe(false)
})

it('beside good ones it costs only itself, and the exit code says so', async () => {
  await schema('dataModel.X/Broken', '{ nope')
  await schema(
    'dataModel.X/Good',
    JSON.stringify({ type: 'object', properties: { type: { enum: ['Good'] }, name: { type: 'string' } } }),
  )
  const out = join(folder, 'out')
  const { code, stderr } = await runCli(['generate', '--source', folder, '--out', out])
  expect(code).toBe(1)
  expect(stderr).toContain('error: dataModel.X/Broken/schema.json: is no JSON')
  expect(existsSync(join(out, 'good.ts'))).toBe(true)
})
