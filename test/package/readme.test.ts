import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { codeBlocks } from '../support/code-blocks.js'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const docs = (await readdir(join(root, 'docs')))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`)
const pages = ['README.md', ...docs]
const blocks = pages.flatMap((page) =>
  codeBlocks(page)
    .filter((block) => block.language === 'ts')
    .map((block) => ({ ...block, page })),
)
// Inside test/, so that the project's own tsconfig paths resolve `city-context`.
const folder = await mkdtemp(join(root, 'test', '.readme-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('code blocks of README and docs', () => {
  it('README has a runnable first block', () => {
    expect(blocks.some((block) => block.page === 'README.md')).toBe(true)
  })

  it('all compile under strict', { timeout: 120_000 }, async () => {
    await Promise.all(
      blocks.map((block, index) =>
        writeFile(
          join(folder, `block-${index}.ts`),
          `// ${block.page}:${block.line}\n${block.code}export {}\n`,
        ),
      ),
    )
    await writeFile(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: { isolatedDeclarations: false, declaration: false },
        include: ['*.ts'],
        exclude: [],
      }),
    )
    const tsc = join(root, 'node_modules/.bin/tsc')
    const result = await run(tsc, ['-p', folder], { cwd: root }).catch((error: { stdout: string }) => error)
    expect(result.stdout).toBe('')
  })

  it('the first block of README runs and prints', { timeout: 60_000 }, async () => {
    const first = blocks.find((block) => block.page === 'README.md')
    const file = join(folder, 'first.ts')
    await writeFile(file, first?.code ?? '')
    const { stdout } = await run(process.execPath, ['--import', 'tsx', file], { cwd: root })
    expect(stdout).toContain('Station')
  })
})
