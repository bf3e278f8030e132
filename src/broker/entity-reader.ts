import { attributeMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { isNullInstance } from '../ngsi/null-marker.js'
import { ngsiNull } from '../ngsi/uri.js'
import { isScope } from '../query/scope.js'
import { joinInstances, readAttribute, readDateTime } from './attribute-reader.js'
import { badData, shown } from './problem-error.js'
import { expandName, type Reading, readUri } from './reading.js'
import { type Instances, instancesOf } from './stored-entity.js'

/** A payload about one entity, read and expanded: a whole entity or a part of one. */
export interface Fragment {
  readonly id?: string | undefined
  readonly types: readonly string[]
  /** The deletion marker, where the reading allows it, stands for "no scope". */
  readonly scope?: string | readonly string[] | undefined
  readonly expiresAt?: string | undefined
  /** Instances by attribute IRI. IRIs hold a colon, so that no name can be `__proto__`. */
  readonly attributes: Readonly<Record<string, Instances>>
}

const geoNames: ReadonlySet<string> = new Set(['location', 'observationSpace', 'operationSpace'])

const readTypes = (value: unknown, reading: Reading): readonly string[] => {
  const names = typeof value === 'string' ? [value] : value
  if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string'))
    return badData('type: must be a name or a non-empty list of names')
  return [...new Set(names.map((name) => expandName(reading.context, name, 'type name')))]
}

const readScope = (value: unknown, reading: Reading): string | readonly string[] => {
  if (value === ngsiNull && reading.nulls !== 'refused') return ngsiNull
  const scopes = Array.isArray(value) ? value : [value]
  const wrong = scopes.find((scope) => !isScope(scope))
  if (wrong !== undefined || scopes.length === 0)
    return badData(
      `scope: "${shown(wrong)}" is no scope; write /city/centre (letters, digits and _ in each level)`,
    )
  return scopes.length === 1 ? (scopes[0] as string) : (scopes as string[])
}

interface Head {
  id?: string
  types: readonly string[]
  scope?: string | readonly string[]
  expiresAt?: string
}

/** Reads the members that are no attributes; says whether the name was one of them. */
const readHead = (head: Head, name: string, value: unknown, reading: Reading): boolean => {
  switch (name) {
    case 'id':
    case '@id':
      head.id = readUri(value, 'id')
      return true
    case 'type':
    case '@type':
      head.types = readTypes(value, reading)
      return true
    case 'scope':
      head.scope = readScope(value, reading)
      return true
    case 'expiresAt':
      head.expiresAt = readDateTime(value, 'expiresAt', reading)
      return true
    case '@context':
    case 'createdAt':
    case 'modifiedAt':
    case 'deletedAt':
      return true
    default:
      return false
  }
}

/** The attribute name of a payload or path as IRI; refuses names that the standard keeps for members (CIM 009 4.5.1). */
export const attributeIri = (name: string, reading: Pick<Reading, 'context'>): string => {
  if (attributeMembers.has(name) || name === 'entityIdSealed' || name === 'entityTypeSealed')
    return badData(`"${name}" is a member of attributes and cannot be the name of one`)
  return expandName(reading.context, name)
}

const checkGeoName = (name: string, instances: Instances): void => {
  if (!geoNames.has(name)) return
  const wrong = instancesOf(instances).find((one) => one.type !== 'GeoProperty' && !isNullInstance(one))
  if (wrong !== undefined) badData(`${name}: must be a GeoProperty, not a ${wrong.type}`)
}

/**
 * Reads an entity or a fragment of one: head and attributes, normalized and concise mixed (CIM 009 5.2.4).
 * Ids, types and whether anything is there are the operation's to demand.
 */
export const readFragment = (
  body: unknown,
  reading: Reading,
  read: (raw: unknown, path: string, reading: Reading, iri: string) => Instances = (raw, path, how) =>
    readAttribute(raw, path, how),
): Fragment => {
  if (!isObject(body)) return badData('the payload must be a JSON object')
  const head: Head = { types: [] }
  const attributes: Record<string, Instances> = {}
  for (const name of Object.keys(body)) {
    const raw = body[name]
    if (readHead(head, name, raw, reading)) continue
    const iri = attributeIri(name, reading)
    const instances = read(raw, name, reading, iri)
    checkGeoName(name, instances)
    const earlier = attributes[iri]
    attributes[iri] =
      earlier === undefined
        ? instances
        : joinInstances([...instancesOf(earlier), ...instancesOf(instances)], name)
  }
  return { ...head, attributes }
}

/** Refuses an entity without id or type (CIM 009 5.2.4). */
export const requireWhole = <Given extends Fragment>(fragment: Given): Given & { readonly id: string } => {
  if (fragment.id === undefined) return badData('an entity needs an id')
  if (fragment.types.length === 0) return badData('an entity needs a type')
  return fragment as Given & { readonly id: string }
}

/** Tells whether a fragment says nothing at all (CIM 009 5.5.8: an empty fragment is bad data). */
export const isEmptyFragment = (fragment: Fragment): boolean =>
  Object.keys(fragment.attributes).length === 0 &&
  fragment.types.length === 0 &&
  fragment.scope === undefined &&
  fragment.expiresAt === undefined

/** Refuses a body id that is not the entity of the path. */
export const checkBodyId = (body: JsonObject, id: string): void => {
  const given = body['id'] ?? body['@id']
  if (given !== undefined && given !== id)
    badData(`the id in the body, "${shown(given)}", is not the entity of the path`)
}
