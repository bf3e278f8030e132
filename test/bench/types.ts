import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from '../../src/model/generate.js'
import { shared } from '../support/shared.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const compilers = ['5.9.3', '7.0.2'] as const
const subjects = ['Parking', 'WasteManagement', 'Environment', 'Streetlighting', 'Weather', 'Transportation']
const wanted = 50

const execute = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

interface Written {
  readonly model: string
  readonly file: string
  readonly isNamed: boolean
}

/** Models of generated code: the value's name, its file, and whether it has a `name` to ask for. */
const written = (folder: string): readonly Written[] =>
  readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    const model = /^export const (\w+): Model</m.exec(text)?.[1]
    return model === undefined
      ? []
      : [{ model, file, isNamed: /\bCommons\b|^ {2}name\?: string/m.test(text) }]
  })

/** What a project does with each model: asks, reads normalized, writes back what it read. */
const useOf = ({ model, file, isNamed }: Written, index: number): string => `
import { ${model} as Model${index} } from './generated/${file.replace('.ts', '.js')}'
export const use${index} = async (city: City): Promise<number> => {
  const found = await city.find(Model${index})${isNamed ? ".where('name', '~=', 'a.*').orderBy('name')" : ''}.limit(10).toArray()
  const normal = await city.find(Model${index}).as('normalized').first()
  const report = await city.upsert(Model${index}, found)
  return report.read + (normal === undefined ? 0 : 1)
}
`

const measure = (project: string, version: string): readonly string[] => {
  const compiler = join(project, 'node_modules', `typescript-${version}`, 'bin', 'tsc')
  const text = execute(process.execPath, [compiler, '-p', '.', '--extendedDiagnostics'], project)
  const value = (name: string): string => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(text)?.[1] ?? '-'
  return [
    version,
    value('Instantiations'),
    value('Types'),
    value('Memory used'),
    value('Check time'),
    value('Total time'),
  ]
}

/** Type-checks a project of 50 official models and their use, by two compilers. */
export const run = async (): Promise<void> => {
  const source = shared('sdm')
  if (!source.present) return console.log(source.reason)
  if (!existsSync(join(root, 'dist', 'index.d.ts')))
    return console.log('run npm run build first: types are measured as they ship')
  const project = mkdtempSync(join(tmpdir(), 'city-context-types-'))
  try {
    const generated = join(project, 'generated')
    await generate({ source: source.path, out: generated, models: subjects })
    const models = written(generated).slice(0, wanted)
    mkdirSync(join(project, 'node_modules'))
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
    const aliases = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`)
    execute(
      'npm',
      ['install', '--no-audit', '--no-fund', '--silent', ...aliases, '@types/node@20.19.43'],
      project,
    )
    symlinkSync(root, join(project, 'node_modules', 'city-context'))
    writeFileSync(
      join(project, 'use.ts'),
      `import type { City } from 'city-context'\n${models.map(useOf).join('')}`,
    )
    const compilerOptions = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      skipLibCheck: false,
    }
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    console.log(
      `${models.length} models, each asked for, read normalized and written back; no error with either compiler`,
    )
    console.table(
      compilers
        .map((version) => measure(project, version))
        .map(([version, instantiations, types, memory, check, total]) => ({
          TypeScript: version,
          instantiations,
          types,
          memory,
          check,
          total,
        })),
    )
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
