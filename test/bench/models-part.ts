import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printCheckModule } from '../../src/model/check-module.js'
import { openDocuments } from '../../src/model/document.js'
import { describeModels, generateCode, printModels } from '../../src/model/generate.js'
import { parseReference } from '../../src/model/reference.js'
import { resolveModel } from '../../src/model/resolve.js'
import { openSource } from '../../src/model/source.js'

/** One measured part, run in a process of its own so that time and memory are its alone. */
const [part = '', folder = ''] = process.argv.slice(2)

interface Measured {
  readonly ms: number
  readonly bytes: number
  readonly count: number
  readonly failed: number
}

const timed = async (work: () => Promise<Omit<Measured, 'ms'>>): Promise<Measured> => {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, ...result }
}

const ourTypes = async (): Promise<Omit<Measured, 'ms'>> => {
  const source = await openSource(folder)
  const { files, plans } = await printModels(
    await describeModels(source, source.models),
    'city-context/model',
  )
  const bytes = [...files]
    .filter(([name]) => name !== 'contexts.ts')
    .reduce((sum, [, text]) => sum + text.length, 0)
  return { bytes, count: plans.length, failed: source.models.length - plans.length }
}

/** json-schema-to-typescript as one calls it, with its defaults; only the reading of references is local. */
const theirTypes = async (): Promise<Omit<Measured, 'ms'>> => {
  const { compile } = await import('json-schema-to-typescript')
  const source = await openSource(folder)
  const local = {
    order: 1,
    canRead: true,
    read: ({ url }: { url: string }) => readFileSync(join(folder, parseReference(url, '').document), 'utf8'),
  }
  let bytes = 0
  let failed = 0
  for (const model of source.models) {
    const schema = JSON.parse(readFileSync(join(folder, model.path, 'schema.json'), 'utf8'))
    try {
      bytes += (
        await compile(schema, model.name, { $refOptions: { resolve: { file: local, http: local } } as never })
      ).length
    } catch {
      failed += 1
    }
  }
  return { bytes, count: source.models.length - failed, failed }
}

const ourChecks = async (): Promise<Omit<Measured, 'ms'>> => {
  const source = await openSource(folder)
  const documents = openDocuments(source, () => {})
  const models = source.models.flatMap((model) => resolveModel(model, documents, () => {}) ?? [])
  const code = await printCheckModule(
    models.map((model, index) => ({ model, exportName: `check${index}` })),
    documents,
  )
  return { bytes: code.length, count: models.length, failed: source.models.length - models.length }
}

/** Ajv's standalone code per model: the way its documentation shows, the schemas referred to by path. */
const theirChecks = async (): Promise<Omit<Measured, 'ms'>> => {
  const { plainSchemas, plainInstance } = await import('../support/plain-ajv.js')
  const standalone = (await import('ajv/dist/standalone/index.js')).default
  const schemas = plainSchemas(folder)
  const source = await openSource(folder)
  let bytes = 0
  let failed = 0
  for (const model of source.models) {
    const ajv = plainInstance(schemas, { code: { source: true, esm: true } })
    try {
      const check = ajv.getSchema(`https://schemas.test/${model.path}/schema.json`)
      if (check === undefined) failed += 1
      else bytes += standalone.default(ajv, check).length
    } catch {
      failed += 1
    }
  }
  return { bytes, count: source.models.length - failed, failed }
}

const parts: Readonly<Record<string, () => Promise<Omit<Measured, 'ms'>>>> = {
  'our-types': ourTypes,
  'their-types': theirTypes,
  'our-checks': ourChecks,
  'their-checks': theirChecks,
  'all-code': async () => {
    const source = await openSource(folder)
    const { files, models } = await generateCode(source, source.models)
    return {
      bytes: [...files.values()].reduce((sum, text) => sum + text.length, 0),
      count: models.length,
      failed: 0,
    }
  },
}

const work = parts[part]
if (work === undefined || !existsSync(folder)) throw new Error(`no part ${part}, or no folder ${folder}`)
const measured = await timed(work)
console.log(JSON.stringify({ ...measured, memoryMb: process.resourceUsage().maxRSS / 1024 }))
