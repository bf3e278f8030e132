import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject, typesOf } from '../ngsi/entity.js'
import type { Fault } from './finding.js'

/** Where a relationship's target was first met. */
interface Mention {
  readonly place: string
  readonly entity: JsonObject
  readonly path: string
  /** What the relationship says of its target: `objectType`, else the type that a URN names. */
  readonly types: readonly string[]
}

/** A fault, and the payload that has it. */
export interface PlacedFault {
  readonly place: string
  readonly entity: JsonObject
  readonly fault: Fault
}

/** Finds the types of entities by their ids; those that are not there are left out. */
export type FindTypes = (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>

/** Remembers what relationships point to, and says which targets are missing or of another type. */
export interface Targets {
  readonly note: (entity: JsonObject, place: string) => void
  readonly faults: (find: FindTypes) => AsyncGenerator<PlacedFault>
}

/** Beyond so many targets, and so many payloads, nothing more is remembered: the rules are silent about the rest. */
const maxTargets = 200_000
const maxIds = 2_000_000

/** Ids in one request: 50 URNs stay far below the length of URL that any proxy takes. */
const atOnce = 50

const expectedTypes = (instance: JsonObject, target: string): readonly string[] => {
  const stated = [instance['objectType']].flat().filter((type) => typeof type === 'string')
  if (stated.length > 0) return stated
  const [, named] = /^urn:ngsi-ld:(\w+):/.exec(target) ?? []
  return named === undefined ? [] : [named]
}

const missing = (target: string, path: string): Fault => ({
  rule: 'relationship.target',
  path,
  message: `${target.slice(0, 100)} is neither in the source nor in the broker`,
  hint: 'deliver the entity that is referred to, or correct the id',
})

const otherType = (target: string, types: readonly string[], mention: Mention): Fault => ({
  rule: 'relationship.type',
  path: mention.path,
  message: `${target.slice(0, 100)} is a ${types.join(', ')}; a ${mention.types.join(', ')} is meant`,
  hint: 'refer to an entity of the right type',
})

/** Types may come as IRIs where a broker was asked without their context. */
const shortName = (type: string): string =>
  type.slice(Math.max(type.lastIndexOf('/'), type.lastIndexOf('#')) + 1)

const faultOf = (
  target: string,
  types: readonly string[] | undefined,
  mention: Mention,
): Fault | undefined => {
  if (types === undefined) return missing(target, mention.path)
  const fits = mention.types.length === 0 || types.some((type) => mention.types.includes(shortName(type)))
  return fits ? undefined : otherType(target, types, mention)
}

function* faultsOf(
  mentions: readonly (readonly [string, Mention])[],
  found: ReadonlyMap<string, readonly string[]>,
): Generator<PlacedFault> {
  for (const [target, mention] of mentions) {
    const fault = faultOf(target, found.get(target), mention)
    if (fault !== undefined) yield { place: mention.place, entity: mention.entity, fault }
  }
}

/** Makes the memory of a check's relationships. */
export const createTargets = (): Targets => {
  const mentions = new Map<string, Mention>()
  const own = new Map<string, readonly string[]>()

  const noteInstance = (instance: unknown, name: string, entity: JsonObject, place: string): void => {
    if (!isObject(instance) || instance['type'] !== 'Relationship') return
    for (const target of [instance['object']].flat()) {
      if (typeof target !== 'string' || mentions.has(target) || mentions.size >= maxTargets) continue
      mentions.set(target, { place, entity, path: `${name}.object`, types: expectedTypes(instance, target) })
    }
  }

  /** Those of the source are known; the others are asked for, part by part. */
  async function* faults(find: FindTypes): AsyncGenerator<PlacedFault> {
    const foreign = [...mentions].filter(([target]) => !own.has(target))
    yield* faultsOf(
      [...mentions].filter(([target]) => own.has(target)),
      own,
    )
    for (let start = 0; start < foreign.length; start += atOnce) {
      const part = foreign.slice(start, start + atOnce)
      yield* faultsOf(part, await find(part.map(([target]) => target)))
    }
  }

  return {
    note: (entity, place) => {
      const { id } = entity
      if (typeof id === 'string' && own.size < maxIds) own.set(id, typesOf(entity).map(String))
      for (const name of Object.keys(entity))
        if (!entityMembers.has(name))
          for (const instance of [entity[name]].flat()) noteInstance(instance, name, { id }, place)
    },
    faults,
  }
}
