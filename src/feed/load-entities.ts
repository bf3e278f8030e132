import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { UpsertReport } from '../client/outcome.js'
import { nameOnly } from '../client/stored.js'
import type { UpsertOptions } from '../client/upsert-options.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { bundledModels } from '../profile/bundled-model.js'
import { openBytes } from '../profile/byte-source.js'
import { decodeText, linesOf } from '../profile/text-source.js'

/** A line of a file of entities that holds none. */
export interface LineProblem {
  /** From 1. */
  readonly line: number
  readonly reason: string
}

/** What loading a file of entities came to. */
export interface LoadReport extends UpsertReport {
  /** Lines that hold no entity, and the first 1,000 of them. */
  readonly rejected: number
  readonly rejectedLines: readonly LineProblem[]
}

/** Options of `loadEntities`. */
export interface LoadOptions extends Pick<UpsertOptions, 'deadLetter' | 'onProgress' | 'signal'> {
  /** NDJSON: one NGSI-LD entity on each line, in any representation; file, gz, http(s) URL, or `-`. */
  readonly file: string
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined
  readonly allowPrivate?: boolean | undefined
  readonly city: {
    upsertMixed(
      source: AsyncIterable<{ readonly model: Model; readonly entity: JsonObject }>,
      options: UpsertOptions,
    ): Promise<UpsertReport>
  }
  /** Context of the names in the file. @default that of the bundled model of the type, else the broker's */
  readonly context?: string | undefined
  /** File of a journal, so that a load that was stopped or killed goes on; not from standard input. */
  readonly journal?: string | undefined
}

const maxProblems = 1000

const fingerprint = async (options: LoadOptions): Promise<string> => {
  if (options.file === '-')
    throw new UsageError('standard input can be read once: a journal needs a file or a URL')
  const hash = createHash('sha256')
  for await (const bytes of await openBytes(options.file, options)) hash.update(bytes)
  return hash.digest('hex')
}

/** The entity on a line, or what keeps it from being one. */
const entityOn = (text: string): JsonObject | string => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `is no JSON: ${(error as Error).message}`
  }
  if (!isObject(value)) return 'is no object; write one entity on each line'
  if (typeof value['id'] !== 'string') return 'has no "id"'
  const { type } = value
  const isType = typeof type === 'string' || (Array.isArray(type) && typeof type[0] === 'string')
  return isType ? value : 'has no "type"'
}

/** Only the names of a type: a file of entities says itself what kind each attribute has. */
const modelFinder = async (context: string | undefined): Promise<(type: unknown) => Model> => {
  const contexts = new Map((await bundledModels()).map((model) => [model.type, model.context]))
  const known = new Map<string, Model>()
  return (types) => {
    const type = String(Array.isArray(types) ? types[0] : types)
    const model = known.get(type) ?? nameOnly(type, context ?? contexts.get(type) ?? '')
    known.set(type, model)
    return model
  }
}

/**
 * Writes a file of NGSI-LD entities as it is, without a mapping: what `export` wrote, or dead letters. What the broker holds
 * already is not written again. Lines that are no entity are rejected by number; the others go in.
 */
export const loadEntities = async (options: LoadOptions): Promise<LoadReport> => {
  const { file, city, context, journal, deadLetter, onProgress, signal } = options
  if (deadLetter !== undefined && resolve(deadLetter) === resolve(file))
    throw new UsageError(
      `${file} cannot be read and take the dead letters at once; name another file for them`,
    )
  const name = file === '-' ? 'standard input' : file
  const modelOf = await modelFinder(context)
  const source = journal === undefined ? undefined : await fingerprint(options)
  const rejectedLines: LineProblem[] = []
  let rejected = 0
  async function* entities(): AsyncGenerator<{ readonly model: Model; readonly entity: JsonObject }> {
    let line = 0
    const bytes = await openBytes(file, options)
    for await (const text of linesOf(decodeText(bytes, 'utf-8', name), name)) {
      line += 1
      if (text.trim() === '') continue
      const entity = entityOn(text)
      if (typeof entity !== 'string') yield { model: modelOf(entity['type']), entity }
      else {
        rejected += 1
        if (rejectedLines.length < maxProblems) rejectedLines.push({ line, reason: entity })
      }
    }
  }
  const report = await city.upsertMixed(entities(), {
    validate: false,
    skipUnchanged: true,
    context,
    deadLetter,
    onProgress,
    signal,
    journal: journal === undefined || source === undefined ? undefined : { file: journal, source },
  })
  return { ...report, rejected, rejectedLines }
}
