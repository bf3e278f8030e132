import { isObject } from '../ngsi/entity.js'
import { type Documents, dereference } from './document.js'
import { fileNameOf, typeNameOf } from './identifier.js'
import { type JsonSchema, pointerParts } from './json-schema.js'
import { collectAttributes } from './resolve.js'
import { type TypeScope, typeSchemaOf } from './type-schema.js'

/** A declaration that several models use; written once. */
export interface Definition {
  readonly name: string
  /** What json-schema-to-typescript gets. */
  readonly shape: JsonSchema
  readonly description: string | undefined
}

/** A definition whose members are attributes: models extend it instead of repeating them. */
export interface Group extends Definition {
  readonly attributes: ReadonlyMap<string, JsonSchema>
}

/** The shared declarations of a set of models, found while their types are shaped. */
export interface DefinitionSet {
  readonly scope: TypeScope
  /** The groups of attributes that a root schema refers to. */
  readonly groupsOf: (root: JsonSchema) => readonly Group[]
  /** Every definition found so far, by name. */
  readonly definitions: () => readonly Definition[]
}

/** Shapes whose text is shorter than this are written in place. */
const worthNaming = 90

interface Entry {
  name: string | undefined
  shape: JsonSchema | undefined
  inPlace: boolean
}

const lastPart = (ref: string): string => {
  const pointer = ref.slice(ref.indexOf('#') + 1)
  const file = ref.slice(0, ref.indexOf('#')).split('/').at(-1) ?? ''
  return pointerParts(pointer).at(-1) ?? file.replace(/(-schema)?\.json$/, '')
}

const documentName = (ref: string): string => {
  const parts = ref.slice(0, ref.indexOf('#')).split('/')
  return (parts.length > 2 ? parts.at(-2) : parts[0]?.replace(/^dataModel\./, '')) ?? ''
}

/** Hands out names that no model and no other definition has, the same for the same reference. */
const namer = (taken: Iterable<string>): ((ref: string) => string) => {
  const used = new Set([...taken].map(fileNameOf))
  return (ref) => {
    const plain = typeNameOf(lastPart(ref))
    const withDocument = typeNameOf(`${documentName(ref)}_${lastPart(ref)}`)
    let name = used.has(fileNameOf(plain)) ? withDocument : plain
    for (let number = 2; used.has(fileNameOf(name)); number += 1) name = `${withDocument}${number}`
    used.add(fileNameOf(name))
    return name
  }
}

const refsOf = (root: JsonSchema): readonly string[] => {
  const own = typeof root['$ref'] === 'string' ? [root['$ref']] : []
  const parts = [root['allOf'] ?? []].flat().filter(isObject)
  return [...own, ...parts.flatMap(refsOf)]
}

const heads = new Set(['id', 'type', '@context', 'scope'])

/** Collects the shared definitions of models; `taken` are the names that the models and their forms have. */
export const collectDefinitions = (documents: Documents, taken: Iterable<string>): DefinitionSet => {
  const nameFor = namer(taken)
  const entries = new Map<string, Entry>()
  const groups = new Map<string, Group | undefined>()

  const nameOf = (ref: string): string | undefined => {
    const known = entries.get(ref)
    if (known !== undefined) {
      if (known.inPlace) return undefined
      // Asked for while it is being shaped: it refers to itself and must have a name.
      known.name ??= nameFor(ref)
      return known.name
    }
    const target = documents.target(ref)
    const entry: Entry = { name: undefined, shape: undefined, inPlace: target === undefined }
    entries.set(ref, entry)
    if (target === undefined) return undefined
    entry.shape = typeSchemaOf(target, scope)
    if (entry.name === undefined && JSON.stringify(entry.shape).length < worthNaming) entry.inPlace = true
    else entry.name ??= nameFor(ref)
    return entry.name
  }
  const scope: TypeScope = { documents, nameOf }

  const groupOf = (ref: string): Group | undefined => {
    if (groups.has(ref)) return groups.get(ref)
    const target = documents.target(ref)
    const { properties } = collectAttributes(target ?? {}, documents)
    const attributes = new Map([...properties].filter(([name]) => !heads.has(name)))
    const description = dereference(target ?? {}, documents)['description']
    const group =
      attributes.size < 2
        ? undefined
        : {
            name: nameFor(ref),
            description: typeof description === 'string' ? description : undefined,
            attributes,
            shape: membersOf(attributes, scope),
          }
    groups.set(ref, group)
    return group
  }

  const definitions = (): readonly Definition[] => {
    const named = [...entries.values()].flatMap(({ name, shape, inPlace }) =>
      inPlace || name === undefined || shape === undefined ? [] : [{ name, shape, description: undefined }],
    )
    const grouped = [...groups.values()].filter((group) => group !== undefined)
    return [...grouped, ...named].sort((a, b) => (a.name < b.name ? -1 : 1))
  }
  return {
    scope,
    groupsOf: (root) => [...new Set(refsOf(root))].map(groupOf).filter((group) => group !== undefined),
    definitions,
  }
}

/** The shape of an interface whose members are attributes, all optional. */
const membersOf = (attributes: ReadonlyMap<string, JsonSchema>, scope: TypeScope): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    [...attributes].map(([name, schema]) => [name, typeSchemaOf(schema, scope)]),
  ),
})
