import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Model } from '../../src/model/descriptor.js'
import { generate } from '../../src/model/generate.js'
import {
  type Example,
  type KindResult,
  measureRecall,
  measureUntouched,
  type Untouched,
  validExamples,
} from '../check/recall.js'
import { shared } from '../support/shared.js'

const project = fileURLToPath(new URL('../..', import.meta.url))

const officialModels = async (folder: string): Promise<readonly Model[]> => {
  const out = await mkdtemp(join(tmpdir(), 'recall-'))
  try {
    await symlink(join(project, 'node_modules'), join(out, 'node_modules'))
    await writeFile(join(out, 'package.json'), '{"type":"module"}')
    const library = pathToFileURL(join(project, 'src/model/index.js')).pathname
    await generate({ source: folder, out, library })
    const made = (await import(pathToFileURL(join(out, 'index.ts')).href)) as Record<string, unknown>
    return Object.values(made).filter(
      (value): value is Model => typeof (value as { validate?: unknown } | null)?.validate === 'function',
    )
  } finally {
    await rm(out, { recursive: true, force: true })
  }
}

const halves: readonly Example['half'][] = ['tuning', 'held out']

const share = (found: number, made: number): string =>
  made === 0 ? '-' : `${found}/${made} ${((100 * found) / made).toFixed(2)} %`

const sums = (results: readonly KindResult[]): string =>
  share(
    results.reduce((sum, { found }) => sum + found, 0),
    results.reduce((sum, { made }) => sum + made, 0),
  )

const line = (name: string, cells: readonly string[]): void =>
  console.log(`${name.padEnd(34)} ${cells.map((cell) => cell.padStart(22)).join(' ')}`)

const printRecall = (results: readonly KindResult[]): void => {
  line('rule: faults told, of those made', halves)
  const of = (half: Example['half'], rule?: string): readonly KindResult[] =>
    results.filter((result) => result.half === half && (rule === undefined || result.rule === rule))
  for (const rule of new Set(results.map((result) => result.rule)))
    line(
      rule,
      halves.map((half) => sums(of(half, rule))),
    )
  line(
    'all (goal ≥ 99 %)',
    halves.map((half) => sums(of(half))),
  )
}

const printUntouched = (results: readonly Untouched[]): void => {
  const of = (half: Example['half']): readonly Untouched[] => results.filter((result) => result.half === half)
  line(
    'examples with a known fault',
    halves.map((half) => share(of(half).filter(({ known }) => known > 0).length, of(half).length)),
  )
  line(
    'examples with a wrong error (≤ 0.5 %)',
    halves.map((half) => share(of(half).filter(({ wrong }) => wrong.length > 0).length, of(half).length)),
  )
  for (const { name, wrong } of results)
    for (const { rule, path, message } of wrong) console.log(`  ${name} ${path}: ${message} [${rule}]`)
}

/** Spoils every valid official example with every kind of fault, and prints by rule and half how many the check tells. */
export const printRecallAndPrecision = async (): Promise<void> => {
  const official = shared('sdm')
  if (!official.present) {
    console.log(official.reason)
    return
  }
  const examples = validExamples(official.path, await officialModels(official.path))
  console.log(
    `\n${examples.length} official examples that plain Ajv accepts, of ${new Set(examples.map(({ model }) => model.source)).size} models`,
  )
  const start = performance.now()
  const results = measureRecall(examples)
  const seconds = (performance.now() - start) / 1000
  const made = results.reduce((sum, result) => sum + result.made, 0)
  printRecall(results)
  printUntouched(measureUntouched(examples))
  console.log(
    `${made} faults of ${new Set(results.map(({ fault }) => fault)).size} kinds in ${seconds.toFixed(1)} s`,
  )
}
