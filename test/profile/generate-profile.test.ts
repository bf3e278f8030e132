import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/descriptor.js'
import { generate } from '../../src/model/generate.js'
import { agreementsOf } from '../../src/profile/agreement.js'
import { readProfile } from '../../src/profile/profile-file.js'
import { runCli } from '../support/run-cli.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
const profile = `name: x
version: "1.0.0"
models:
  OffStreetParking:
    attributes:
      name: { level: mandatory }
      description: { level: forbidden }
      status: { values: [open, closed] }
      totalSpotNumber: { level: mandatory, minimum: 10, maximum: 500 }
      evBays:
        type: integer
        minimum: 0
        level: mandatory
        iri: https://voorbeeldstad.example/terms/evBays
`

const program = `import type { OffStreetParking } from './off-street-parking.js'

const head = { id: 'urn:x:1', type: 'OffStreetParking', location: { type: 'Point', coordinates: [5, 52] } } as const
const all = { ...head, name: 'A', totalSpotNumber: 20, evBays: 2 }
export const good: OffStreetParking = { ...all, status: ['open'] }
// @ts-expect-error the profile demands the city's own attribute
export const own: OffStreetParking = { ...head, name: 'A', totalSpotNumber: 20 }
// @ts-expect-error the profile allows open and closed
export const status: OffStreetParking = { ...all, status: ['full'] }
// @ts-expect-error the profile forbids it
export const forbidden: OffStreetParking = { ...all, description: 'Garage' }
`

let folder = ''
let model: Model
const argv = (): readonly string[] => [
  'generate',
  'OffStreetParking',
  ...['--source', join(project, 'schemas'), '--out', join(folder, 'out')],
  ...['--profile', join(folder, 'profile.yaml')],
]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generate-profile-'))
  await writeFile(join(folder, 'profile.yaml'), profile)
  const result = await runCli(argv())
  expect([result.code, result.stderr]).toEqual([0, ''])
  const out = join(folder, 'code')
  await generate({
    source: join(project, 'schemas'),
    out,
    models: ['OffStreetParking'],
    library: join(project, 'src/model/index.ts'),
    agreements: agreementsOf(await readProfile(join(folder, 'profile.yaml'))),
  })
  const made = (await import(pathToFileURL(join(out, 'index.ts')).href)) as { OffStreetParking: Model }
  model = made.OffStreetParking
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const execute = promisify(execFile)

describe('generate --profile', () => {
  it('writes the context of the city’s own attributes', async () => {
    expect(JSON.parse(await readFile(join(folder, 'out/context.jsonld'), 'utf8'))).toEqual({
      '@context': { evBays: 'https://voorbeeldstad.example/terms/evBays' },
    })
  })

  it('narrows the types: mandatory, values, forbidden, own', async () => {
    await writeFile(join(folder, 'out/program.ts'), program)
    const tsconfig = JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        module: 'nodenext',
        target: 'es2023',
        types: [],
        paths: { 'city-context/model': [join(project, 'src/model/index.ts')] },
      },
      files: ['program.ts'],
    })
    await writeFile(join(folder, 'out/tsconfig.json'), tsconfig)
    const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
    const found = await execute(process.execPath, [tsc, '-p', join(folder, 'out')]).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    )
    expect(found).toBe('')
  }, 60_000)

  it('narrows the validators and descriptors', () => {
    const head = {
      id: 'urn:x:1',
      type: 'OffStreetParking',
      location: { type: 'Point', coordinates: [5, 52] },
      name: 'A',
      totalSpotNumber: 20,
      evBays: 2,
    }
    const rules = (more: object): readonly string[] =>
      model.validate({ ...head, ...more }).map(({ path, rule }) => `${path} ${rule}`)
    expect(rules({ status: ['open'] })).toEqual([])
    expect(rules({ status: ['full'] })).toEqual(['status[0] model.enum'])
    expect(rules({ totalSpotNumber: 5 })).toEqual(['totalSpotNumber model.range'])
    expect(rules({ evBays: 'two' })).toEqual(['evBays model.type'])
    expect(rules({ description: 'x' })).toHaveLength(1)
    const { evBays: _, ...without } = head
    expect(model.validate(without).map(({ path }) => path)).toEqual(['evBays'])
    expect(model.terms).toEqual({ evBays: 'https://voorbeeldstad.example/terms/evBays' })
    expect(model.attributes['evBays']).toMatchObject({ iri: model.terms?.['evBays'], required: true })
    expect(model.attributes['totalSpotNumber']).toMatchObject({ minimum: 10, maximum: 500 })
    expect(model.attributes['status']).toMatchObject({ enum: ['open', 'closed'], many: true })
  })

  it('says when the code no longer follows the profile', async () => {
    await writeFile(join(folder, 'profile.yaml'), profile.replace('maximum: 500', 'maximum: 400'))
    const result = await runCli([...argv(), '--check'])
    expect([result.code, result.stdout]).toEqual([1, expect.stringContaining('is stale')])
  })
})
