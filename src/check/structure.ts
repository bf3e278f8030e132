import { isUnitCode, unitCodeOf } from '../model/unit-codes.js'
import { attributeMembers, entityMembers } from '../ngsi/attribute.js'
import { attributeProblem } from '../ngsi/attribute-rules.js'
import { isObject, type JsonObject, typesOf } from '../ngsi/entity.js'
import { isName, isUri } from '../ngsi/uri.js'
import type { Fault } from './finding.js'

const headFaults = (entity: JsonObject): readonly Fault[] => {
  const faults: Fault[] = []
  if (!isUri(entity['id']))
    faults.push({
      rule: 'ngsi.id',
      path: 'id',
      message: entity['id'] === undefined ? 'is missing' : `${JSON.stringify(entity['id'])} is no URI`,
      hint: 'write urn:ngsi-ld:Type:name',
    })
  const types = typesOf(entity)
  const illegal = types.find((type) => typeof type !== 'string' || !isName(type))
  if (types.length === 0 || illegal !== undefined)
    faults.push({
      rule: 'ngsi.type',
      path: 'type',
      message: types.length === 0 ? 'is missing' : `"${illegal}" is no type name`,
    })
  return faults
}

const isContext = (value: unknown): boolean =>
  typeof value === 'string' ? isUri(value) : Array.isArray(value) ? value.every(isContext) : isObject(value)

const contextFaults = (entity: JsonObject): readonly Fault[] => {
  const context = entity['@context']
  if (context === undefined) return []
  if (!isContext(context))
    return [{ rule: 'ngsi.context', path: '@context', message: 'is no URL, term map or list of them' }]
  const old = [context]
    .flat(3)
    .find(
      (item) =>
        typeof item === 'string' &&
        /schema\.lab\.fiware\.org|fiware\.github\.io\/data-models\/context|data-models\/master\/context\.jsonld/.test(
          item,
        ),
    )
  return old === undefined
    ? []
    : [
        {
          rule: 'vocabulary.old-context',
          path: '@context',
          message: `${String(old)} is obsolete`,
          hint: 'use the context of the data model itself',
        },
      ]
}

/** Which of our rules an attribute problem of the information model breaks. */
const ruleFor = (rule: string, instance: unknown): string => {
  if (rule === 'ngsi.value' && isObject(instance) && instance['type'] === 'GeoProperty')
    return 'ngsi.geometry'
  return rule === 'ngsi.value-member' || rule === 'ngsi.kind' ? 'ngsi.attribute' : rule
}

/** The members that sources fill with null where they have no value. */
const nullMember = (instance: JsonObject): string | undefined =>
  instance['value'] === null ? 'value' : instance['object'] === null ? 'object' : undefined

const nullFault = (path: string, member: string): Fault => ({
  rule: 'ngsi.null',
  path: `${path}.${member}`,
  message: 'is null',
  hint: 'leave the attribute out',
})

/** The table has the codes of the models; others of the same form (there are some 2,000) are taken on trust. */
const unitFault = (unit: unknown, path: string): Fault | undefined =>
  typeof unit !== 'string' || isUnitCode(unit) || /^[A-Z0-9]{2,3}$/.test(unit)
    ? undefined
    : {
        rule: 'ngsi.unit-code',
        path: `${path}.unitCode`,
        message: `"${unit.slice(0, 30)}" is no UN/CEFACT code`,
        hint: `write ${unitCodeOf(unit) ?? 'a code such as CEL, MTR, GQ, P1'}`,
      }

/** Adds what is wrong with one instance. Most have nothing wrong, so that no list is made for them. */
const addInstanceFaults = (instance: unknown, path: string, faults: Fault[]): void => {
  const known = isObject(instance)
  const nothing = known ? nullMember(instance) : undefined
  if (nothing !== undefined) {
    faults.push(nullFault(path, nothing))
    return
  }
  const problem = attributeProblem(instance)
  if (problem !== undefined)
    faults.push({
      rule: ruleFor(problem.rule, instance),
      path: problem.member === '' ? path : `${path}.${problem.member}`,
      message: problem.message,
    })
  if (!known) return
  const unit = problem === undefined ? unitFault(instance['unitCode'], path) : undefined
  if (unit !== undefined) faults.push(unit)
  for (const name in instance)
    if (!attributeMembers.has(name)) addAttributeFaults(name, instance[name], `${path}.${name}`, faults)
}

const datasetFault = (instances: readonly unknown[], path: string): Fault | undefined => {
  const seen = new Set<string>()
  for (const instance of instances) {
    const id = isObject(instance) ? String(instance['datasetId'] ?? '@none') : ''
    if (seen.has(id))
      return {
        rule: 'ngsi.dataset-id',
        path,
        message: id === '@none' ? 'has several instances without datasetId' : `repeats datasetId ${id}`,
      }
    seen.add(id)
  }
  return undefined
}

const addAttributeFaults = (name: string, attribute: unknown, path: string, faults: Fault[]): void => {
  if (!isName(name)) faults.push({ rule: 'ngsi.name', path, message: `"${name}" is no attribute name` })
  if (!Array.isArray(attribute)) {
    addInstanceFaults(attribute, path, faults)
    return
  }
  const dataset = datasetFault(attribute, path)
  if (dataset !== undefined) faults.push(dataset)
  for (const [index, instance] of attribute.entries())
    addInstanceFaults(instance, `${path}[${index}]`, faults)
}

/** What is wrong with an entity as NGSI-LD, whatever its model: id, type, names, kinds, values, dates, units (CIM 009 4.5, 4.6, 4.7). */
export const structureFaults = (entity: JsonObject): readonly Fault[] => {
  const faults: Fault[] = [...headFaults(entity), ...contextFaults(entity)]
  for (const name in entity)
    if (!entityMembers.has(name)) addAttributeFaults(name, entity[name], name, faults)
  return faults
}
