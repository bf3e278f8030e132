import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { DataClass } from '../profile/data-class.js'
import { classCovers, sensitiveName, sensitiveValue } from '../profile/sensitive-names.js'
import type { Fault } from './finding.js'

const texts = (value: unknown, path: string, depth = 6): readonly (readonly [string, string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (depth === 0) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => texts(item, `${path}[${index}]`, depth - 1))
  return isObject(value)
    ? Object.entries(value).flatMap(([name, item]) => texts(item, `${path}.${name}`, depth - 1))
    : []
}

const names = (value: unknown, depth = 6): readonly string[] =>
  depth > 0 && isObject(value)
    ? Object.entries(value).flatMap(([name, item]) => [name, ...names(item, depth - 1)])
    : []

const nameFault = (name: string, attribute: unknown, dataClass: DataClass | undefined): Fault | undefined => {
  for (const candidate of [name, ...names(attribute)]) {
    const sensitive = sensitiveName(candidate)
    if (sensitive === undefined || classCovers(dataClass, sensitive)) continue
    return {
      rule: sensitive.kind === 'secret' ? 'privacy.secret' : 'privacy.personal-name',
      path: name,
      message: `"${candidate}" looks ${sensitive.kind}: ${sensitive.reason}`,
      hint: 'leave it out, or give it a class in the profile',
    }
  }
  return undefined
}

const valueFault = (
  name: string,
  attribute: unknown,
  dataClass: DataClass | undefined,
): Fault | undefined => {
  for (const [path, text] of texts(attribute, name)) {
    const sensitive = sensitiveValue(text)
    if (sensitive === undefined || classCovers(dataClass, sensitive)) continue
    // The value itself never goes into a report.
    return {
      rule: sensitive.kind === 'secret' ? 'privacy.secret' : 'privacy.personal-value',
      path,
      message: sensitive.reason,
      hint: 'leave it out, or give it a class in the profile',
    }
  }
  return undefined
}

/** Names and values that look personal or secret, where the profile gives them no class. */
export const privacyFaults = (
  entity: JsonObject,
  classOf: (attribute: string) => DataClass | undefined,
): readonly Fault[] => {
  const faults: Fault[] = []
  for (const [name, attribute] of Object.entries(entity)) {
    if (entityMembers.has(name)) continue
    const dataClass = classOf(name)
    const fault = nameFault(name, attribute, dataClass) ?? valueFault(name, attribute, dataClass)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}
