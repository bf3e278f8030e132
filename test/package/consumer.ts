/**
 * Packs the library, installs it into an empty project, compiles the README's first example there under `strict`, and runs it.
 * Part of `npm run verify`: what is shipped is what is tested.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeBlocks } from '../support/code-blocks.js'
import { proveOfficialModels } from './official-models.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const project = mkdtempSync(join(tmpdir(), 'city-context-consumer-'))
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

try {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], root)
  const tarball = readdirSync(project).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack made no file')
  const example = codeBlocks('README.md').find((block) => block.language === 'ts')
  if (example === undefined) throw new Error('README.md has no ts block')
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  )
  writeFileSync(join(project, 'first.ts'), example.code)
  run(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--silent',
      `./${tarball}`,
      'typescript@7.0.2',
      '@types/node@20.19.43',
    ],
    project,
  )
  const options = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--skipLibCheck',
    'false',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ]
  run('npx', ['tsc', ...options, 'first.ts'], project)
  const output = run('node', ['first.js'], project)
  if (output.trim() === '') throw new Error('the first example printed nothing')
  console.log(
    `consumer: ${tarball} installs, the README's first example compiles under strict and prints:\n${output.trim()}`,
  )
  const help = run('npx', ['city-context', '--help'], project)
  if (!help.includes('Commands:')) throw new Error('npx city-context --help printed no commands')
  console.log(proveOfficialModels(project))
} finally {
  rmSync(project, { recursive: true, force: true })
}
