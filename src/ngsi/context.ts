import { ContextParser, type IDocumentLoader } from 'jsonld-context-parser'
import { attributeMembers, entityMembers } from './attribute.js'
import { contextDocuments, invalidContext, type LoadContext } from './context-documents.js'
import { coreContexts, coreContextUrl } from './core-contexts.js'
import { isObject, type JsonObject, type LdContext } from './entity.js'
import { setOwn } from './own-member.js'
import { defaultVocabulary, ngsiNull } from './uri.js'

/**
 * A compiled JSON-LD context: names to IRIs and back. The core context is part of it, stands last and cannot be
 * redefined (CIM 009 5.5.7), also not by an `@vocab` of the user.
 */
export interface ActiveContext {
  /** The IRI of a name; a name that nothing defines gets the default vocabulary (5.5.7). */
  readonly expand: (name: string) => string
  /** The shortest name that expands to the IRI again; the IRI itself where there is none (5.5.7, JSON-LD 1.1 API 5.1). */
  readonly compact: (iri: string) => string
  /** The context as the user gave it, to be served with answers; undefined for the core context alone. */
  readonly source: LdContext | undefined
}

interface Terms {
  readonly iris: ReadonlyMap<string, string>
  /** Prefix and the IRI that it stands for, only those that JSON-LD 1.1 allows in compact IRIs. */
  readonly prefixes: ReadonlyMap<string, string>
}

/** A hostile client could otherwise fill the memory with names that occur once. */
const maxMemoized = 20_000

const genericDelimiter = /[:/?#[\]@]$/

const idOf = (definition: unknown): string | undefined => {
  const id = isObject(definition) ? definition['@id'] : definition
  return typeof id === 'string' ? id : undefined
}

const usableAsPrefix = (definition: unknown, iri: string): boolean =>
  isObject(definition) ? definition['@prefix'] === true : genericDelimiter.test(iri)

const coreTerms = (context: JsonObject): Terms => {
  const full = (id: string): string => {
    const colon = id.indexOf(':')
    const prefix = colon < 0 ? undefined : idOf(context[id.slice(0, colon)])
    return prefix === undefined || id.startsWith('//', colon + 1) ? id : prefix + id.slice(colon + 1)
  }
  const iris = new Map<string, string>()
  const prefixes = new Map<string, string>()
  for (const [term, definition] of Object.entries(context)) {
    const id = term.startsWith('@') ? undefined : idOf(definition)
    if (id === undefined) continue
    const iri = full(id)
    iris.set(term, iri)
    if (usableAsPrefix(definition, iri)) prefixes.set(term, iri)
  }
  return { iris, prefixes }
}

const core: Terms = coreTerms(coreContexts[coreContextUrl] as JsonObject)

const memoized = (compute: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const hit = known.get(text)
    if (hit !== undefined) return hit
    if (known.size >= maxMemoized) known.clear()
    const result = compute(text)
    known.set(text, result)
    return result
  }
}

const expander = (user: Terms): ((name: string) => string) => {
  const expandCompact = (name: string, colon: number): string => {
    const rest = name.slice(colon + 1)
    if (rest.startsWith('//')) return name
    const prefix = name.slice(0, colon)
    const iri = core.prefixes.get(prefix) ?? user.prefixes.get(prefix)
    return iri === undefined ? name : iri + rest
  }
  return (name) => {
    const defined = core.iris.get(name) ?? user.iris.get(name)
    if (defined !== undefined) return defined
    const colon = name.indexOf(':')
    if (colon > 0) return expandCompact(name, colon)
    return name.startsWith('@') ? name : defaultVocabulary + name
  }
}

/** JSON-LD 1.1 API 4.3: of several terms for one IRI the shortest, then the first by code point. */
const better = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b)

const inverse = (user: Terms): Map<string, string> => {
  const names = new Map<string, string>()
  const offer = (term: string, iri: string): void => {
    const known = names.get(iri)
    if (known === undefined || better(term, known)) names.set(iri, term)
  }
  for (const [term, iri] of core.iris) offer(term, iri)
  for (const [term, iri] of user.iris) if (!core.iris.has(term)) offer(term, iri)
  return names
}

/** The shortest compact IRI `prefix:rest` that expands back, or undefined (JSON-LD 1.1 API 5.1.2). */
const compactIri = (
  iri: string,
  prefixes: readonly (readonly [string, string])[],
  expand: (name: string) => string,
): string | undefined => {
  const candidates = prefixes
    .filter(([, start]) => iri.startsWith(start) && iri.length > start.length)
    .map(([prefix, start]) => `${prefix}:${iri.slice(start.length)}`)
    .filter((candidate) => expand(candidate) === iri)
  return candidates.length === 0 ? undefined : candidates.reduce((a, b) => (better(b, a) ? b : a))
}

const compacter = (user: Terms, expand: (name: string) => string): ((iri: string) => string) => {
  const names = inverse(user)
  const prefixes = [...core.prefixes, ...user.prefixes]
  return (iri) => {
    const exact = names.get(iri)
    if (exact !== undefined) return exact
    if (iri.startsWith(defaultVocabulary)) {
      const rest = iri.slice(defaultVocabulary.length)
      if (rest !== '' && expand(rest) === iri) return rest
    }
    return compactIri(iri, prefixes, expand) ?? iri
  }
}

const activate = (user: Terms, source: LdContext | undefined): ActiveContext => {
  const expand = memoized(expander(user))
  return { expand, compact: memoized(compacter(user, expand)), source }
}

/** The core context alone: what applies when a request names none. */
export const coreContext: ActiveContext = activate({ iris: new Map(), prefixes: new Map() }, undefined)

const noLoader: IDocumentLoader = {
  load: (url) => Promise.reject(invalidContext(url, 'contexts are resolved before they are parsed')),
}

const parseTerms = async (contexts: readonly JsonObject[]): Promise<Terms> => {
  // Published contexts of Smart Data Models break rules that the validation enforces (a term "open311:metadata" for another IRI).
  const parser = new ContextParser({ documentLoader: noLoader, skipValidation: true })
  try {
    const parsed = await parser.parse(contexts as Record<string, unknown>[], { processingMode: 1.1 })
    const raw = parsed.getContextRaw() as JsonObject
    const iris = new Map<string, string>()
    const prefixes = new Map<string, string>()
    for (const term of Object.keys(raw)) {
      const iri = term.startsWith('@') ? null : parsed.expandTerm(term, true)
      if (iri === null || iri === term || core.iris.has(term)) continue
      iris.set(term, iri)
      if (usableAsPrefix(raw[term], iri)) prefixes.set(term, iri)
    }
    return { iris, prefixes }
  } catch (error) {
    throw invalidContext('@context', error instanceof Error ? error.message : String(error))
  }
}

/**
 * Compiles a context as a user gives it: URL, term map, or array of both, nested documents included. Core context URLs
 * are never loaded. Rejects with a ValidationError for what is no context, and with the loader's error for what cannot
 * be fetched (CIM 009 5.5.7, 6.3.5).
 */
export const compileContext = async (
  context: LdContext | undefined,
  load: LoadContext,
): Promise<ActiveContext> => {
  if (context === undefined) return coreContext
  const documents = await contextDocuments(context, load)
  if (documents.length === 0) return { ...coreContext, source: context }
  return activate(await parseTerms(documents), context)
}

type Translate = (name: string) => string

/** Sub-members whose values are vocabulary terms (CIM 009 5.5.7). */
const vocabularyMembers: ReadonlySet<string> = new Set(['vocab', 'objectType', 'valueType', 'previousVocab'])

const translateTerms = (value: unknown, translate: Translate): unknown => {
  if (typeof value === 'string') return value === ngsiNull ? value : translate(value)
  return Array.isArray(value) ? value.map((item) => translateTerms(item, translate)) : value
}

const translateAttribute = (attribute: unknown, translate: Translate): unknown => {
  if (Array.isArray(attribute)) return attribute.map((instance) => translateAttribute(instance, translate))
  if (!isObject(attribute)) return attribute
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attribute)) {
    if (vocabularyMembers.has(name)) result[name] = translateTerms(value, translate)
    else if (name === 'entity' || name === 'entityList') result[name] = translateLinked(value, translate)
    else if (attributeMembers.has(name)) result[name] = value
    else setOwn(result, translate(name), translateAttribute(value, translate))
  }
  return result
}

const translateLinked = (value: unknown, translate: Translate): unknown =>
  Array.isArray(value)
    ? value.map((item) => translateLinked(item, translate))
    : isObject(value)
      ? translateEntity(value, translate)
      : value

const translateEntity = (entity: JsonObject, translate: Translate): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entity)) {
    if (name === 'type' || name === '@type') result['type'] = translateTerms(value, translate)
    else if (name === '@id') result['id'] = value
    else if (entityMembers.has(name)) result[name] = value
    else setOwn(result, translate(name), translateAttribute(value, translate))
  }
  return result
}

/**
 * Writes a normalized entity with IRIs instead of names: types, attribute names at every level, vocab, objectType and
 * valueType; values stay as they are (CIM 009 5.5.7).
 */
export const expandEntity = (entity: JsonObject, context: ActiveContext): JsonObject =>
  translateEntity(entity, context.expand)

/** Writes an expanded normalized entity with the names of a context; the reverse of `expandEntity`. */
export const compactEntity = (entity: JsonObject, context: ActiveContext): JsonObject =>
  translateEntity(entity, context.compact)
