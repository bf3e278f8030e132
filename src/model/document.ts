import { isObject } from '../ngsi/entity.js'
import type { Report } from './finding.js'
import { atPointer, type JsonSchema } from './json-schema.js'
import { repairDocument } from './repair.js'
import type { Source } from './source.js'

/** The repaired schema documents of a source, read when they are first asked for. */
export interface Documents {
  /** The whole document, or undefined where it is absent or no JSON. */
  readonly get: (path: string) => JsonSchema | undefined
  /** What a repaired `$ref` points at, or undefined where it is dead. */
  readonly target: (ref: string) => JsonSchema | undefined
  /** The references that a document holds, once it was read. */
  readonly refsOf: (path: string) => ReadonlySet<string>
  /** Documents whose references were looked at. */
  readonly walked: Set<string>
}

const parse = (path: string, text: string, report: Report): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    report({
      place: path,
      rule: 'schema.not-json',
      message: `is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    })
    return undefined
  }
}

/** Opens the documents of a source; findings of each document are reported once. */
export const openDocuments = (source: Pick<Source, 'read'>, report: Report): Documents => {
  const documents = new Map<string, JsonSchema | undefined>()
  const refsOf = new Map<string, ReadonlySet<string>>()
  const load = (path: string): JsonSchema | undefined => {
    const text = source.read(path)
    const content = text === undefined ? undefined : parse(path, text, report)
    if (text !== undefined && content !== undefined && !isObject(content))
      report({ place: path, rule: 'schema.not-a-schema', message: 'a schema document must be a JSON object' })
    const refs = new Set<string>()
    refsOf.set(path, refs)
    return isObject(content) ? repairDocument(path, content, report, refs) : undefined
  }
  const get = (path: string): JsonSchema | undefined => {
    if (!documents.has(path)) documents.set(path, load(path))
    return documents.get(path)
  }
  const pointed = (ref: string): JsonSchema | undefined => {
    const hash = ref.indexOf('#')
    const document = get(hash === -1 ? ref : ref.slice(0, hash))
    const found =
      document === undefined ? undefined : atPointer(document, hash === -1 ? '' : ref.slice(hash + 1))
    return isObject(found) ? found : undefined
  }
  const target = (ref: string): JsonSchema | undefined => {
    // A definition that is only a reference stands for its own target; a circle of such stands for nothing.
    const seen = new Set<string>()
    let here = ref
    for (;;) {
      const found = seen.has(here) ? undefined : pointed(here)
      seen.add(here)
      if (found === undefined || typeof found['$ref'] !== 'string' || Object.keys(found).length > 1)
        return found
      here = found['$ref']
    }
  }
  return { get, target, refsOf: (path) => refsOf.get(path) ?? new Set(), walked: new Set() }
}

/**
 * Follows `$ref`s until a schema without one; members beside a `$ref` win over the target's.
 * Dead and circular references give what stands beside them.
 */
export const dereference = (schema: JsonSchema, documents: Documents): JsonSchema => {
  let here = schema
  const seen = new Set<string>()
  while (typeof here['$ref'] === 'string') {
    const { $ref, ...beside } = here as { $ref: string }
    const target = seen.has($ref) ? undefined : documents.target($ref)
    seen.add($ref)
    here = { ...target, ...beside }
    if (target === undefined) return here
  }
  return here
}

/** Reports the references of a document, and of those that it refers to, that lead nowhere; each document once. */
export const reportDeadReferences = (document: string, documents: Documents, report: Report): void => {
  const pending = [document]
  while (pending.length > 0) {
    const path = pending.pop() ?? ''
    if (documents.walked.has(path) || documents.get(path) === undefined) continue
    documents.walked.add(path)
    for (const ref of documents.refsOf(path)) {
      if (documents.target(ref) !== undefined) {
        pending.push(ref.slice(0, ref.indexOf('#')))
        continue
      }
      report({
        place: path,
        rule: 'schema.dead-reference',
        message: `refers to ${ref.slice(0, 200)}, which leads nowhere; any value is allowed there`,
      })
    }
  }
}
