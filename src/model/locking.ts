import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { type Lock, type LockedModel, sha256 } from './lock.js'
import { parseReference } from './reference.js'
import type { SourceModel } from './source.js'
import type { Supply } from './supply.js'

/** Documents that a set of models may need; more is a mistake or an attack. */
const maxDocuments = 5000

/** Models with everything that they need, read from a supply. */
export interface Fetched {
  readonly models: Readonly<Record<string, LockedModel>>
  readonly documents: Readonly<Record<string, string>>
  /** Text of each file by its path. */
  readonly copies: ReadonlyMap<string, string>
}

const subjectName = (subject: string): string => subject.replace(/^dataModel\./, '')

/** Chooses the models that names ask for: name, path or subject. Throws a UsageError for a name that fits none. */
export const chooseModels = async (
  supply: Supply,
  wanted: readonly string[],
  all: boolean,
): Promise<readonly SourceModel[]> => {
  const paths = wanted.map((name) => {
    const [subject, model, ...rest] = name.split('/')
    return subject && model && rest.length === 0 ? { path: name, subject, name: model } : undefined
  })
  // Paths need no catalogue; a site may have none.
  if (!all && wanted.length > 0 && paths.every((path) => path !== undefined)) return paths
  const models = await supply.models()
  if (all) return models
  if (wanted.length === 0) return models.length === 1 ? models : []
  return wanted.flatMap((name) => {
    const found = models.filter((model) =>
      [model.path, model.name, model.subject, subjectName(model.subject)].includes(name),
    )
    if (found.length > 0) return found
    const near = nearestName(
      name,
      models.flatMap((model) => [model.name, subjectName(model.subject)]),
    )
    throw new UsageError(
      `There is no model "${name}" in ${supply.source}${near === undefined ? '' : `; did you mean "${near}"?`}`,
    )
  })
}

function* refsIn(value: unknown, depth = 0): Generator<string> {
  if (typeof value !== 'object' || value === null || depth > 400) return
  for (const [name, member] of Object.entries(value)) {
    if (name === '$ref' && typeof member === 'string') yield member
    else yield* refsIn(member, depth + 1)
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** Reads a document and, through its references, all that it needs. */
const fetchDocument = async (path: string, supply: Supply, copies: Map<string, string>): Promise<void> => {
  const pending = [path]
  while (pending.length > 0) {
    const next = pending.pop() ?? ''
    if (copies.has(next)) continue
    if (copies.size >= maxDocuments)
      throw new UsageError(`The models refer to more than ${maxDocuments} documents`)
    const text = await supply.read(next)
    if (text === undefined) continue
    copies.set(next, text)
    for (const ref of refsIn(parsed(text))) pending.push(parseReference(ref, next).document)
  }
}

const versionOf = (text: string): string | undefined => {
  const schema = parsed(text)
  const version = isObject(schema) ? schema['$schemaVersion'] : undefined
  return typeof version === 'string' ? version : undefined
}

const fetchContext = async (
  subject: string,
  supply: Supply,
  copies: Map<string, string>,
): Promise<string | undefined> => {
  const path = `${subject}/context.jsonld`
  if (!copies.has(path)) {
    const text = (await supply.read(path)) ?? (await supply.read(`contexts/${subject}.jsonld`))
    if (text !== undefined) copies.set(path, text)
  }
  const text = copies.get(path)
  return text === undefined ? undefined : sha256(text)
}

/** Reads models with their contexts and all documents that they refer to. Throws a UsageError for a model that is not there. */
export const fetchModels = async (
  models: readonly SourceModel[],
  supply: Supply,
  signal?: AbortSignal,
): Promise<Fetched> => {
  const copies = new Map<string, string>()
  const locked: Record<string, LockedModel> = {}
  for (const model of models) {
    signal?.throwIfAborted()
    const path = `${model.path}/schema.json`
    await fetchDocument(path, supply, copies)
    const text = copies.get(path)
    if (text === undefined)
      throw new UsageError(
        `${supply.source} has no ${path}; name a model as REPO/MODEL, such as dataModel.Parking/ParkingSpot`,
      )
    if (!isObject(parsed(text))) throw new UsageError(`${path} of ${supply.source} is no JSON object`)
    locked[model.path] = {
      version: versionOf(text),
      source: supply.source,
      commit: supply.commitOf(path),
      schema: sha256(text),
      context: await fetchContext(model.subject, supply, copies),
    }
  }
  const own = new Set(Object.keys(locked).map((path) => `${path}/schema.json`))
  const documents = [...copies].filter(([path]) => !own.has(path) && !path.endsWith('/context.jsonld'))
  return {
    models: locked,
    documents: Object.fromEntries(documents.map(([path, text]) => [path, sha256(text)])),
    copies,
  }
}

/** Adds what was fetched to a lock; models that it has already are replaced. */
export const mergeLock = (lock: Lock, fetched: Fetched): Lock => ({
  lockfileVersion: 1,
  models: { ...lock.models, ...fetched.models },
  documents: { ...lock.documents, ...fetched.documents },
})
