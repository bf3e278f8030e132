import { ValidationError } from '../errors.js'
import { isObject, type JsonObject } from './entity.js'

/** Fetches the JSON document of a context URL; rejects when it cannot. */
export type LoadContext = (url: string) => Promise<unknown>

const maxDocuments = 32
const maxDepth = 8

/** Tells whether a URL names a core context of NGSI-LD, which is always built in and never fetched (5.5.7). */
export const isCoreContextUrl = (url: string): boolean =>
  /^https?:\/\/uri\.etsi\.org\/ngsi-ld\/v1\/ngsi-ld-core-context(-v1\.[3-9])?\.jsonld$/.test(url)

/** The error for a context that cannot be used; `path` names the place in it. */
export const invalidContext = (path: string, message: string): ValidationError =>
  new ValidationError('Not a usable @context', [{ path, message, rule: 'ngsi.context' }])

const checkTerms = (context: JsonObject, path: string): JsonObject => {
  const kept: Record<string, unknown> = {}
  for (const [term, definition] of Object.entries(context)) {
    // "__proto__" is no usable term: assigning it would change a prototype in the parser.
    if (term === '__proto__' || term === '@import') continue
    if (isObject(definition) && Object.hasOwn(definition, '@context'))
      throw invalidContext(`${path}.${term}`, 'scoped contexts (an @context inside a term) are not allowed')
    const id = isObject(definition) ? definition['@id'] : definition
    if (!term.startsWith('@') && id !== null && id !== undefined && typeof id !== 'string')
      throw invalidContext(`${path}.${term}`, 'a term stands for an IRI, or for an object with "@id"')
    kept[term] = definition
  }
  return kept
}

interface Walk {
  readonly load: LoadContext
  readonly found: JsonObject[]
  documents: number
}

const resolveUrl = (url: string, base: string | undefined, path: string): string => {
  try {
    return new URL(url, base).href
  } catch {
    throw invalidContext(path, `"${url.slice(0, 200)}" is no absolute URL`)
  }
}

const collectRemote = async (
  url: string,
  trail: readonly string[],
  path: string,
  walk: Walk,
): Promise<void> => {
  if (isCoreContextUrl(url)) return
  const absolute = resolveUrl(url, trail.at(-1), path)
  if (trail.includes(absolute)) throw invalidContext(path, `${absolute} includes itself`)
  walk.documents += 1
  if (walk.documents > maxDocuments || trail.length >= maxDepth)
    throw invalidContext(
      path,
      `more than ${maxDocuments} context documents, or nested deeper than ${maxDepth}`,
    )
  const document = await walk.load(absolute)
  if (!isObject(document) || !Object.hasOwn(document, '@context'))
    throw invalidContext(absolute, 'the document has no top-level @context')
  await collect(document['@context'], [...trail, absolute], absolute, walk)
}

const collect = async (
  context: unknown,
  trail: readonly string[],
  path: string,
  walk: Walk,
): Promise<void> => {
  if (typeof context === 'string') return collectRemote(context, trail, path, walk)
  if (Array.isArray(context)) {
    if (path.length > 2000) throw invalidContext(path.slice(0, 40), 'nested too deeply')
    for (const [index, item] of context.entries()) await collect(item, trail, `${path}[${index}]`, walk)
    return
  }
  if (!isObject(context))
    throw invalidContext(
      path,
      `${JSON.stringify(context)} is no context; use a URL, an object, or an array of both`,
    )
  const imported = context['@import']
  if (typeof imported === 'string') await collectRemote(imported, trail, `${path}.@import`, walk)
  walk.found.push(checkTerms(context, path))
}

/**
 * Resolves a context, remote documents included, into the term maps that it consists of, in order. Core contexts are left
 * out. Rejects with a ValidationError for what is no context, and with the loader's error for what cannot be fetched.
 */
export const contextDocuments = async (
  context: unknown,
  load: LoadContext,
): Promise<readonly JsonObject[]> => {
  const walk: Walk = { load, found: [], documents: 0 }
  await collect(context, [], '@context', walk)
  return walk.found
}
