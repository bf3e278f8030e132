import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate, generateCode } from '../../src/model/generate.js'
import { openSource } from '../../src/model/source.js'

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

/** Breaks a real schema somewhere: a member removed, renamed, or replaced by something else. */
const mutate = (value: unknown, choose: () => number): unknown => {
  const junk: readonly unknown[] = [
    null,
    true,
    7,
    '',
    'x',
    [],
    {},
    [[]],
    { $ref: '#/a' },
    { $ref: '' },
    { type: 'x' },
    -1,
    '\u0000',
    { allOf: [{}] },
  ]
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[choose() % Math.max(1, items.length)]
  if (choose() % 4 === 0 || typeof value !== 'object' || value === null) return pick(junk)
  if (Array.isArray(value)) {
    const index = choose() % Math.max(1, value.length)
    return value.map((item, at) => (at === index ? mutate(item, choose) : item))
  }
  const name = pick(Object.keys(value))
  if (name === undefined) return pick(junk)
  const { [name]: member, ...rest } = value as Record<string, unknown>
  switch (choose() % 6) {
    case 0:
      return rest
    case 1:
      return { ...rest, [`${name}X`]: member }
    case 2:
      return { ...rest, $ref: `#/${name}`, [name]: member }
    default:
      return { ...rest, [name]: mutate(member, choose) }
  }
}

describe('broken schemas', () => {
  it('always end in code, and in findings where the breakage means something', async () => {
    const source = await openSource(schemas)
    const originals = source.models.map(
      ({ path }) => [path, JSON.parse(source.read(`${path}/schema.json`) ?? '{}')] as const,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
        async (which, choices) => {
          const [path, original] = originals[which % originals.length] ?? ['', {}]
          let next = 0
          const broken = JSON.stringify(mutate(original, () => choices[next++ % choices.length] ?? 0))
          const one = {
            ...source,
            read: (name: string) => (name === `${path}/schema.json` ? broken : source.read(name)),
          }
          const { files } = await generateCode(
            one,
            source.models.filter((model) => model.path === path),
          )
          expect(files.get('index.ts')).toBeDefined()
        },
      ),
      { numRuns: 200 },
    )
  })
})
