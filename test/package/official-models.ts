import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shared } from '../support/shared.js'

const exitCode = (project: string, args: readonly string[]): number =>
  spawnSync('npx', ['city-context', ...args], { cwd: project, stdio: 'ignore' }).status ?? -1

const expectCode = (what: string, code: number, expected: number): void => {
  if (code !== expected) throw new Error(`${what} exited ${code} and must exit ${expected}`)
}

/**
 * Does in a project that has only the packed library what its users do with all official models: lock, generate,
 * compile, guard against stale code, lint a city's vocabulary. Gives one line that says so.
 */
export const proveOfficialModels = (project: string): string => {
  const official = shared('sdm')
  if (!official.present) return `official models: ${official.reason}`
  const run = (command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    })
  const added = run('npx', 'city-context', 'models', 'add', '--source', official.path, '--all').split('\n')[0]
  const generated = run('npx', 'city-context', 'generate', '--out', 'generated').trim()
  run(
    'npx',
    'tsc',
    '--strict',
    '--noEmit',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    'generated/index.ts',
  )
  expectCode('generate --check', exitCode(project, ['generate', '--out', 'generated', '--check']), 0)
  const file = join(project, 'generated/off-street-parking.ts')
  const before = readFileSync(file, 'utf8')
  appendFileSync(file, '\n')
  expectCode(
    'generate --check after a changed byte',
    exitCode(project, ['generate', '--out', 'generated', '--check']),
    1,
  )
  writeFileSync(file, before)
  const subjects = ['WasteManagement', 'Parking', 'Environment']
  const lint = run('npx', 'city-context', 'models', 'lint', '--source', official.path, ...subjects)
  // Each collision begins with the name and, where it is about one, its IRI; the IRIs of a name follow below.
  const collisions = lint.split(/\n(?=\S)/).filter((text) => text.includes('://'))
  for (const name of ['category', 'refDevice', 'status'])
    if (!collisions.some((text) => text.startsWith(`${name}  `)))
      throw new Error(`lint does not name ${name}`)
  return `official models: ${added}; ${generated}; tsc --strict: no error; --check: 0, 1 after a changed byte; lint names category, refDevice, status`
}
