import { coreContexts, coreContextUrl } from '../ngsi/core-contexts.js'
import { isObject } from '../ngsi/entity.js'
import { defaultVocabulary } from '../ngsi/uri.js'

/** What a JSON-LD context says of names, as far as models need it: term to absolute IRI. */
export interface TermMap {
  readonly terms: ReadonlyMap<string, string>
  /** IRI of a name: the core context's, else the own context's, else the default vocabulary's (CIM 009 annex B). */
  readonly expand: (name: string) => string
  /** Tells whether the own context or the core context defines a name. */
  readonly has: (name: string) => boolean
}

type Definitions = ReadonlyMap<string, string>

const idOf = (definition: unknown): string | undefined => {
  const id = isObject(definition) ? definition['@id'] : definition
  return typeof id === 'string' ? id : undefined
}

/** Terms of a context document: an object, or a list in which later objects win; URLs inside are not followed. */
const definitionsOf = (context: unknown): Definitions => {
  const raw = new Map<string, string>()
  for (const part of [context].flat(8))
    for (const [term, definition] of isObject(part) ? Object.entries(part) : []) {
      const id = idOf(definition)
      if (id !== undefined && !term.startsWith('@')) raw.set(term, id)
    }
  return raw
}

/** Writes a compact IRI in full; prefixes may be compact themselves, at most a few times. */
const absolute = (id: string, definitions: Definitions): string => {
  let iri = id
  for (let round = 0; round < 5; round += 1) {
    const colon = iri.indexOf(':')
    const prefix = colon === -1 ? undefined : definitions.get(iri.slice(0, colon))
    if (prefix === undefined || iri.slice(colon + 1).startsWith('//')) return iri
    iri = prefix + iri.slice(colon + 1)
  }
  return iri
}

const mapOf = (context: unknown): ReadonlyMap<string, string> => {
  const definitions = definitionsOf(context)
  return new Map([...definitions].map(([term, id]) => [term, absolute(id, definitions)]))
}

const core = mapOf(coreContexts[coreContextUrl])

/** Names that the core context gives an IRI to; it overrules every other context. */
export const coreTerms: ReadonlyMap<string, string> = core

/** Reads the `@context` of a document as a map from term to IRI. */
export const termMapOf = (document: unknown): TermMap => {
  const terms = mapOf(isObject(document) ? document['@context'] : undefined)
  return {
    terms,
    has: (name) => core.has(name) || terms.has(name),
    expand: (name) => core.get(name) ?? terms.get(name) ?? defaultVocabulary + name,
  }
}
