import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate, generateCode } from '../../src/model/generate.js'
import { openSource } from '../../src/model/source.js'
import { brokenSchemas } from '../support/broken-schemas.js'
import { shared } from '../support/shared.js'

const schemas = fileURLToPath(new URL('../../schemas', import.meta.url))
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-context-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const model = async (content: unknown, path = 'dataModel.X/Thing'): Promise<string> => {
  const source = join(folder, 'source')
  await mkdir(join(source, path), { recursive: true })
  await writeFile(
    join(source, path, 'schema.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  )
  return source
}

describe('generate', () => {
  it('writes one file per model, an index, definitions, contexts and validators', async () => {
    const out = join(folder, 'out')
    const report = await generate({ source: schemas, out, models: ['ParkingSpot', 'WasteManagement'] })
    expect(report).toMatchObject({ models: 3, findings: [] })
    expect((await readdir(out)).sort()).toEqual(
      [
        'contexts',
        'definitions',
        'index',
        'parking-spot',
        'validators',
        'waste-container',
        'waste-container-isle',
      ]
        .map((name) => `${name}.ts`)
        .sort(),
    )
  })

  it('finds one changed byte, a missing and a superfluous file, and writes nothing with check', async () => {
    const out = join(folder, 'out')
    const options = { source: schemas, out, models: ['ParkingSpot', 'Alert'] }
    await generate(options)
    expect((await generate({ ...options, check: true })).stale).toEqual([])
    await appendFile(join(out, 'alert.ts'), ' ')
    await rm(join(out, 'index.ts'))
    expect((await generate({ ...options, check: true })).stale).toEqual(
      expect.arrayContaining(['alert.ts', 'index.ts']),
    )
    const smaller = { ...options, models: ['ParkingSpot'] }
    expect((await generate({ ...smaller, check: true })).stale).toContain('alert.ts')
    await generate(smaller)
    expect(await readdir(out)).not.toContain('alert.ts')
  })

  it('leaves files that it did not write alone', async () => {
    const out = join(folder, 'out')
    await mkdir(out)
    await writeFile(join(out, 'mine.ts'), 'export {}\n')
    await generate({ source: schemas, out, models: ['ParkingSpot'] })
    expect(await readFile(join(out, 'mine.ts'), 'utf8')).toBe('export {}\n')
  })

  it.each([
    ['an absent folder', 'nowhere', /There is no folder/],
    ['a folder without models', '.', /holds no model/],
  ])('says what is wrong with %s', async (_, source, message) => {
    await expect(generate({ source: join(folder, source), out: join(folder, 'out') })).rejects.toThrow(
      message,
    )
  })

  it('names the nearest model for one that is not there', async () => {
    await expect(generate({ source: schemas, out: folder, models: ['WasteContaner'] })).rejects.toThrow(
      /did you mean "WasteContainer"/,
    )
  })

  it('stops when it is asked to', async () => {
    await expect(generate({ source: schemas, out: folder, signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('turns a schema that is no JSON, or no schema, into a finding', async () => {
    await model('{ not json')
    await model([], 'dataModel.X/List')
    const source = await model(
      { properties: { a: 7, b: null, type: { enum: ['Good'] } } },
      'dataModel.X/Good',
    )
    const report = await generate({ source, out: join(folder, 'out') })
    expect(report.models).toBe(1)
    expect(report.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['schema.not-json', 'schema.not-a-schema']),
    )
  })

  it('says which keywords are not checked', async () => {
    const source = await model({
      properties: { type: { enum: ['Thing'] }, part: { type: 'object', unevaluatedProperties: false } },
    })
    const { findings } = await generate({ source, out: join(folder, 'out') })
    expect(findings.map(({ rule, place }) => `${rule} ${place}`)).toContain(
      'schema.unchecked-keyword dataModel.X/Thing/schema.json#/properties/part/unevaluatedProperties',
    )
  })

  it('lets a condition narrow nothing, and an attribute of two branches be either', async () => {
    const source = await openSource(
      await model({
        properties: { type: { enum: ['Thing'] }, lid: { type: 'boolean' } },
        if: { properties: { lid: { const: true }, unseen: { const: 1 } } },
        anyOf: [{ properties: { size: { type: 'number' } } }, { properties: { size: { enum: ['big'] } } }],
      }),
    )
    const { files } = await generateCode(source, source.models)
    const code = files.get('thing.ts') ?? ''
    expect(code).toContain('lid?: boolean')
    expect(code).toContain("size?: number | 'big'")
    expect(code).not.toContain('unseen')
  })

  it('lets no name in a schema become code', async () => {
    const names = [
      '__proto__',
      'constructor',
      "a'];process.exit(1)//",
      '*/process.exit(1)/*',
      `\`$\{process.exit(1)}\``,
      '",rootData}));process.exit(1);((',
      '{instancePath,schemaPath:"',
      'line\nbreak\u2028',
    ]
    const properties = Object.fromEntries(
      names.map((name) => [
        name,
        {
          type: 'object',
          properties: { [name]: { type: 'string', enum: [name, 'x'] } },
          required: [name],
          description: `Property. ${name}`,
        },
      ]),
    )
    const source = await openSource(
      await model(
        JSON.stringify({ properties: { ...properties, type: { enum: [names[2]] } } }).replace(
          '"__proto__"',
          '"__proto__"',
        ),
      ),
    )
    const { files } = await generateCode(source, source.models, { library: '../../src/model/index.js' })
    const { transform } = await import('esbuild' as string).catch(() => ({ transform: undefined }))
    for (const [name, text] of files) {
      if (transform !== undefined)
        await expect(transform(text, { loader: 'ts' }), name).resolves.toBeDefined()
      const bare = text
        .replace(/\/\*\*[\s\S]*?\*\//g, '')
        .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '')
      expect(bare, name).not.toContain('process.exit')
    }
  })
})

const official = shared('sdm')

const alwaysEndInCode = async (folder: string): Promise<void> => {
  const broken = await brokenSchemas(folder)
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
      async (which, choices) => {
        const { source, chosen } = broken(which, choices)
        const { files } = await generateCode(source, chosen)
        expect(files.get('index.ts')).toBeDefined()
      },
    ),
    { numRuns: 150 },
  )
}

describe('broken schemas', () => {
  it('of ours always end in code', { timeout: 120_000 }, () => alwaysEndInCode(schemas))

  it.skipIf(!official.present)(
    `of the official ones always end in code${official.present ? '' : ` (${official.reason})`}`,
    { timeout: 120_000 },
    () => alwaysEndInCode(official.path),
  )
})
