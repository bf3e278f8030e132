import type { Format } from 'ajv'
import { shortenCheckCode } from './check-code.js'
import { collectCheckSchemas, valuesSchemaOf } from './check-schema.js'
import type { Documents } from './document.js'
import { flattenCode } from './flat-code.js'
import type { ResolvedModel } from './resolve.js'

/** A model whose check is wanted, and the name under which the module exports it. */
export interface CheckedModel {
  readonly exportName: string
  readonly model: Pick<ResolvedModel, 'schema' | 'attributes' | 'path'>
}

/** Shared schemas with at most this many keywords are compiled in place. */
const inlineKeywords = 2

const options = {
  strict: false,
  validateSchema: false,
  messages: false,
  inlineRefs: inlineKeywords,
  loopEnum: Number.POSITIVE_INFINITY,
  addUsedSchema: false,
  logger: false,
} as const

/**
 * Compiles the checks of models' values into one module with shared definitions (Ajv standalone code without
 * messages, schemas or require). Loads Ajv, which nothing needs at run time.
 */
export const printCheckModule = async (
  models: readonly CheckedModel[],
  documents: Documents,
): Promise<string> => {
  const [{ _, Ajv }, standalone, { formats }] = await Promise.all([
    import('ajv'),
    import('ajv/dist/standalone/index.js'),
    import('./checks.js'),
  ])
  const schemas = collectCheckSchemas(documents)
  const roots = models.map(({ model }) => schemas.add(valuesSchemaOf(model, documents)))
  // The code refers to the formats by the name under which the module imports them.
  const ajv = new Ajv({
    ...options,
    code: { source: true, esm: true, optimize: 1, lines: true, formats: _`formats` },
    formats: formats as Record<string, Format>,
  })
  for (const [id, schema] of schemas.shared) ajv.addSchema(schema, id)
  const ids: Record<string, string> = {}
  for (const [index, root] of roots.entries()) {
    ajv.addSchema(root, `m:${index}`)
    ids[`m${index}`] = `m:${index}`
  }
  const code = standalone.default.default(ajv, ids)
  return flattenCode(
    shortenCheckCode(code, new Map(models.map(({ exportName }, index) => [`m${index}`, exportName]))),
  )
}
