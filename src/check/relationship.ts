import { isObject, type JsonObject } from '../ngsi/entity.js'
import type { Fault } from './finding.js'

const webAddress = (target: unknown, path: string): Fault | undefined =>
  typeof target === 'string' && /^https?:/i.test(target)
    ? {
        rule: 'relationship.urn',
        path,
        message: `${target.slice(0, 100)} is a web address`,
        hint: 'refer to the entity by its id, urn:ngsi-ld:Type:name',
      }
    : undefined

const collect = (name: string, attribute: unknown, faults: Fault[]): void => {
  if (Array.isArray(attribute)) {
    for (const instance of attribute) collect(name, instance, faults)
    return
  }
  if (!isObject(attribute) || attribute['type'] !== 'Relationship') return
  for (const target of [attribute['object']].flat()) {
    const fault = webAddress(target, `${name}.object`)
    if (fault !== undefined) faults.push(fault)
  }
}

/** Relationships that point to something else than a URN. */
export const relationshipFaults = (entity: JsonObject): readonly Fault[] => {
  const faults: Fault[] = []
  for (const name in entity) collect(name, entity[name], faults)
  return faults
}
