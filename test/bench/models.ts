import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Issue } from '../../src/errors.js'
import type { Model } from '../../src/model/descriptor.js'
import { generate, generateCode } from '../../src/model/generate.js'
import { OffStreetParking, ParkingSpot, WasteContainer } from '../../src/models/index.js'
import { brokenSchemas } from '../support/broken-schemas.js'
import { plainAjv } from '../support/plain-ajv.js'
import { shared } from '../support/shared.js'
import { excessMembers } from './excess-members.js'
import { measureValidation } from './validation-speed.js'

const project = fileURLToPath(new URL('../..', import.meta.url))
const execute = promisify(execFile)

interface Part {
  readonly ms: number
  readonly bytes: number
  readonly count: number
  readonly failed: number
  readonly memoryMb: number
}

const part = async (name: string, folder: string): Promise<Part> => {
  const script = join(project, 'test/bench/models-part.ts')
  const { stdout } = await execute(process.execPath, ['--import', 'tsx', script, name, folder], {
    cwd: project,
  })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Part
}

const row = (what: string, ours: string, theirs: string, ratio: string, goal: string): void =>
  console.log(`${what.padEnd(46)} ${ours.padStart(14)} ${theirs.padStart(14)} ${ratio.padStart(8)}  ${goal}`)

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`

const generation = async (folder: string): Promise<void> => {
  const [types, j2ts] = [await part('our-types', folder), await part('their-types', folder)]
  row(
    'types and descriptors, whole process',
    seconds(types.ms),
    seconds(j2ts.ms),
    `${(j2ts.ms / types.ms).toFixed(1)} ×`,
    '≥ 6 × faster than json-schema-to-typescript',
  )
  row(
    '  bytes',
    kilobytes(types.bytes),
    kilobytes(j2ts.bytes),
    (types.bytes / j2ts.bytes).toFixed(2),
    '≤ 0.33',
  )
  row(
    '  peak memory',
    `${Math.round(types.memoryMb)} MB`,
    `${Math.round(j2ts.memoryMb)} MB`,
    (types.memoryMb / j2ts.memoryMb).toFixed(2),
    '≤ 1',
  )
  row('  models generated', `${types.count}`, `${j2ts.count}`, '', `of ${types.count + types.failed}`)
  const [checks, standalone] = [await part('our-checks', folder), await part('their-checks', folder)]
  row(
    'validators',
    seconds(checks.ms),
    seconds(standalone.ms),
    `${(standalone.ms / checks.ms).toFixed(1)} ×`,
    '≥ 2 × faster than Ajv standalone per model',
  )
  row(
    '  bytes per model',
    kilobytes(checks.bytes / checks.count),
    kilobytes(standalone.bytes / standalone.count),
    '',
    '≤ 25 kB',
  )
}

interface Example {
  readonly name: string
  readonly model: Model
  readonly constant: string
  readonly entity: unknown
}

const examplesOf = (models: Readonly<Record<string, unknown>>, folder: string): readonly Example[] =>
  Object.entries(models).flatMap(([constant, value]) => {
    const model = value as Model
    if (model?.source === undefined) return []
    return ['example.json', 'example.jsonld'].flatMap((file) => {
      const path = join(folder, model.source ?? '', 'examples', file)
      if (!existsSync(path)) return []
      try {
        return [
          {
            name: `${model.source}/${file}`,
            model,
            constant,
            entity: JSON.parse(readFileSync(path, 'utf8')) as unknown,
          },
        ]
      } catch {
        return []
      }
    })
  })

const rulesOf = (issues: readonly Issue[]): string => [...new Set(issues.map(({ rule }) => rule))].join(', ')

/** Examples that plain Ajv accepts and we do not, with the reason; those that only carry unknown attributes go on. */
const compareExamples = (examples: readonly Example[], folder: string): readonly Example[] => {
  const plain = plainAjv(folder)
  const refused: string[] = []
  const lenient = new Map<string, number>()
  const count = ({ rule = '' }: Issue): void => void lenient.set(rule, (lenient.get(rule) ?? 0) + 1)
  let outside = 0
  const accepted = examples.filter(({ name, model, entity }) => {
    if (plain(`${model.source}/schema.json`)?.(entity) !== true) return false
    const issues = model.validate(entity, { onLenience: count })
    const only = issues.every(({ rule }) => rule === 'model.unknown-attribute')
    if (!only) refused.push(`${name} (${rulesOf(issues)})`)
    else if (issues.length > 0) outside += 1
    return only
  })
  console.log(
    `Examples valid by plain Ajv: ${accepted.length + refused.length}; valid here: ${accepted.length - outside}; with attributes outside their model: ${outside}; refused here: ${refused.length}`,
  )
  console.log(`  leniences used: ${[...lenient].map(([rule, times]) => `${rule} ${times}`).join(', ')}`)
  for (const name of refused) console.log(`  refused: ${name}`)
  return accepted
}

const compile = async (folder: string, file: string): Promise<readonly string[]> => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  const options = [
    '--strict',
    '--noEmit',
    '--skipLibCheck',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ]
  try {
    await execute(process.execPath, [tsc, ...options, join(folder, file)], {
      cwd: folder,
      maxBuffer: 1 << 28,
    })
    return []
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
      .split('\n')
      .filter((line) => /error TS/.test(line))
  }
}

/** Prints which examples do not fit their type, and that nothing but the members named makes them so. */
const compareTypes = async (examples: readonly Example[], out: string, head: string): Promise<void> => {
  const found = await excessMembers(examples, (text) => {
    writeFileSync(join(out, 'example-entities.ts'), `${head}\n${text}`)
    return compile(out, 'example-entities.ts')
  })
  const outside = examples.filter((_, index) => (found.members[index]?.length ?? 0) > 0)
  console.log(
    `Examples assignable to their type: ${examples.length - outside.length} of ${examples.length}; with members that their model does not describe: ${outside.length}; without these members all but ${found.other.length} compile`,
  )
  for (const line of found.other) console.log(`  ${line}`)
  const differing: string[] = []
  for (const [index, { name, model, entity }] of examples.entries()) {
    const members = found.members[index] ?? []
    const attributes = members.filter((path) => path.length === 1).map(([attribute]) => attribute)
    const told = model.validate(entity).map(({ path }) => path)
    if ([...attributes].sort().join() !== [...told].sort().join()) differing.push(name)
    if (members.length > 0) console.log(`  ${name}: ${members.map((path) => path.join('.')).join(', ')}`)
  }
  console.log(
    `Examples whose attributes outside the model the compiler and the validator name differently: ${differing.length} ${differing.join(', ')}`,
  )
}

const correctness = async (schemas: string): Promise<void> => {
  const out = await mkdtemp(join(tmpdir(), 'city-context-'))
  try {
    await symlink(join(project, 'node_modules'), join(out, 'node_modules'))
    await writeFile(join(out, 'package.json'), '{"type":"module"}')
    const library = pathToFileURL(join(project, 'src/model/index.js')).pathname
    await generate({ source: schemas, out, library })
    const errors = await compile(out, 'index.ts')
    console.log(`tsc --strict on the output: ${errors.length} errors`)
    for (const line of errors.slice(0, 5)) console.log(`  ${line}`)
    const models = (await import(pathToFileURL(join(out, 'index.ts')).href)) as Record<string, unknown>
    const names = Object.keys(models).filter((name) => (models[name] as Partial<Model>).source !== undefined)
    const head = `import type { ${names.join(', ')} } from './index.js'`
    await writeFile(
      join(out, 'empty-entities.ts'),
      [
        head,
        ...names.flatMap((name, index) => ['// @ts-expect-error', `export const e${index}: ${name} = {}`]),
      ].join('\n'),
    )
    console.log(
      `types that accept {}: ${(await compile(out, 'empty-entities.ts')).length} of ${names.length}`,
    )
    await compareTypes(compareExamples(examplesOf(models, schemas), schemas), out, head)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

const speed = (folder: string): void => {
  for (const { name, plain, simplified, normalized } of measureValidation(folder, [
    WasteContainer,
    ParkingSpot,
    OffStreetParking,
  ])) {
    const rate = (value: number): string => `${Math.round(value / 1000)} k/s`
    row(
      `validate ${name}, simplified`,
      rate(simplified),
      rate(plain),
      (simplified / plain).toFixed(2),
      '≥ 0.75 of plain Ajv',
    )
    row(
      `validate ${name}, normalized`,
      rate(normalized),
      rate(plain),
      (normalized / plain).toFixed(2),
      '≥ 0.4 of plain Ajv',
    )
  }
}

/** Breaks official schemas at random places; every one must end in code, none may hang. */
const fuzz = async (folder: string, runs: number): Promise<void> => {
  const broken = await brokenSchemas(folder)
  const random = (): number => Math.floor(Math.random() * 2 ** 31)
  let [crashed, told, slowest] = [0, 0, 0]
  for (let index = 0; index < runs; index += 1) {
    const { source, chosen } = broken(random(), Array.from({ length: 24 }, random))
    const started = performance.now()
    await generateCode(source, chosen).then(
      ({ findings }) => {
        if (findings.length > 0) told += 1
      },
      () => {
        crashed += 1
      },
    )
    slowest = Math.max(slowest, performance.now() - started)
  }
  console.log(
    `${runs} broken schemas: ${crashed} crashed, ${told} with findings, slowest ${Math.round(slowest)} ms`,
  )
}

/** Prints how the generator and its validators compare with today's tools, over the official models. */
export const run: () => Promise<void> = async () => {
  const official = shared('sdm')
  if (!official.present) {
    console.log(official.reason)
    return
  }
  row('', 'here', 'others', 'ratio', 'goal')
  speed(official.path)
  await generation(official.path)
  await correctness(official.path)
  await fuzz(official.path, 1000)
}
