import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { DataClass } from '../profile/data-class.js'
import { classCovers, type Sensitive, sensitiveName, sensitiveValue } from '../profile/sensitive-names.js'
import type { Fault } from './finding.js'

const maxDepth = 6

const nameProblem = (name: string, dataClass: DataClass | undefined): Sensitive | undefined => {
  const sensitive = sensitiveName(name)
  return sensitive === undefined || classCovers(dataClass, sensitive) ? undefined : sensitive
}

/** The first sensitive name in a value, at any depth that matters. */
const nameInside = (
  value: unknown,
  dataClass: DataClass | undefined,
  depth: number,
): { readonly name: string; readonly sensitive: Sensitive } | undefined => {
  if (depth === 0 || !isObject(value)) return undefined
  for (const name in value) {
    const sensitive = nameProblem(name, dataClass)
    if (sensitive !== undefined) return { name, sensitive }
    const deeper = nameInside(value[name], dataClass, depth - 1)
    if (deeper !== undefined) return deeper
  }
  return undefined
}

/** Values that no one means as personal: they come with every entity. */
const structural: ReadonlySet<string> = new Set(['type', 'observedAt', 'unitCode', 'createdAt', 'modifiedAt'])

interface PlacedSensitive {
  readonly path: string
  readonly sensitive: Sensitive
}

const textFound = (
  text: string,
  path: string,
  dataClass: DataClass | undefined,
): PlacedSensitive | undefined => {
  const sensitive = sensitiveValue(text)
  return sensitive === undefined || classCovers(dataClass, sensitive) ? undefined : { path, sensitive }
}

/** The first sensitive text in a value. Paths are only made where something was found. */
const textInside = (
  value: unknown,
  path: string,
  dataClass: DataClass | undefined,
  depth: number,
): PlacedSensitive | undefined => {
  if (typeof value === 'string') return textFound(value, path, dataClass)
  if (depth === 0 || typeof value !== 'object' || value === null) return undefined
  for (const name in value) {
    if (structural.has(name)) continue
    const found = textInside((value as JsonObject)[name], '', dataClass, depth - 1)
    if (found === undefined) continue
    return { ...found, path: `${path}${Array.isArray(value) ? `[${name}]` : `.${name}`}${found.path}` }
  }
  return undefined
}

const nameFault = (name: string, attribute: unknown, dataClass: DataClass | undefined): Fault | undefined => {
  const own = nameProblem(name, dataClass)
  const found = own === undefined ? nameInside(attribute, dataClass, maxDepth) : { name, sensitive: own }
  if (found === undefined) return undefined
  return {
    rule: found.sensitive.kind === 'secret' ? 'privacy.secret' : 'privacy.personal-name',
    path: name,
    message: `"${found.name}" looks ${found.sensitive.kind}: ${found.sensitive.reason}`,
    hint: 'leave it out, or give it a class in the profile',
  }
}

const valueFault = (
  name: string,
  attribute: unknown,
  dataClass: DataClass | undefined,
): Fault | undefined => {
  const found = textInside(attribute, name, dataClass, maxDepth)
  if (found === undefined) return undefined
  // The value itself never goes into a report.
  return {
    rule: found.sensitive.kind === 'secret' ? 'privacy.secret' : 'privacy.personal-value',
    path: found.path,
    message: found.sensitive.reason,
    hint: 'leave it out, or give it a class in the profile',
  }
}

/** Names and values that look personal or secret, where the profile gives them no class. */
export const privacyFaults = (
  entity: JsonObject,
  classOf: (attribute: string) => DataClass | undefined,
): readonly Fault[] => {
  const faults: Fault[] = []
  for (const name in entity) {
    if (entityMembers.has(name)) continue
    const dataClass = classOf(name)
    const fault = nameFault(name, entity[name], dataClass) ?? valueFault(name, entity[name], dataClass)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}
