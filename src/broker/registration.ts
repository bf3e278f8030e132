import type { ActiveContext } from '../ngsi/context.js'
import { isDateTime } from '../ngsi/date-time.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { geometryProblem } from '../ngsi/geojson.js'
import { isScope } from '../query/scope.js'
import { readDuration } from './aggregation.js'
import { compilePattern, type PatternTest } from './pattern.js'
import { badData, shown } from './problem-error.js'
import { expandName, readUri } from './reading.js'
import { operationGroups, operationNames } from './registration-operations.js'
import { checkFuture } from './subscription.js'

/** Which entities an element of a registration is about (EntityInfo, CIM 009 5.2.8). */
export interface EntityInfo {
  readonly types: readonly string[]
  readonly id: string | undefined
  readonly idPattern: string | undefined
  readonly matchesId: PatternTest | undefined
}

/** One element of what a source offers; undefined lists mean everything (RegistrationInfo, CIM 009 5.2.10). */
export interface SourceElement {
  readonly entities: readonly EntityInfo[] | undefined
  /** IRIs of properties and relationships. */
  readonly names: ReadonlySet<string> | undefined
}

/** How the data of a source and local data go together (CIM 009 4.3.6). */
export type RegistrationMode = 'inclusive' | 'exclusive' | 'redirect' | 'auxiliary'

/** A registration that is read. */
export interface RegistrationPlan {
  readonly endpoint: string
  readonly mode: RegistrationMode
  readonly operations: ReadonlySet<string>
  readonly elements: readonly SourceElement[]
}

/** A registration as it is kept. */
export interface StoredRegistration {
  readonly id: string
  readonly document: JsonObject
  readonly context: ActiveContext
  readonly plan: RegistrationPlan
  readonly createdAt: string
  readonly modifiedAt: string
}

const modes: ReadonlySet<unknown> = new Set(['inclusive', 'exclusive', 'redirect', 'auxiliary'])
const readOnly: ReadonlySet<string> = new Set([
  'id',
  '@id',
  '@context',
  '@type',
  'createdAt',
  'modifiedAt',
  'status',
  'timesSent',
  'timesFailed',
  'lastSuccess',
  'lastFailure',
])

/** The members of a registration document that are kept. */
export const registrationMembers = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !readOnly.has(name)))

const nameList = (value: unknown, what: string, context: ActiveContext): readonly string[] | undefined => {
  if (value === undefined) return undefined
  if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === 'string'))
    return badData(`${what} must be a non-empty list of names`)
  return value.map((name) => expandName(context, name))
}

const readEntityInfo = (value: unknown, context: ActiveContext): EntityInfo => {
  if (!isObject(value)) return badData('information.entities: each element is an object with "type"')
  const types = typeof value['type'] === 'string' ? [value['type']] : value['type']
  if (!Array.isArray(types) || types.length === 0 || !types.every((type) => typeof type === 'string'))
    return badData('information.entities: an element needs a type, a name or a list of names')
  const { id, idPattern } = value
  if (idPattern !== undefined && typeof idPattern !== 'string')
    badData('information.entities: idPattern must be a text')
  return {
    types: types.map((type) => expandName(context, type, 'type name')),
    id: id === undefined ? undefined : readUri(id, 'information.entities.id'),
    idPattern: idPattern as string | undefined,
    matchesId: typeof idPattern === 'string' ? compilePattern(idPattern) : undefined,
  }
}

const readElement = (value: unknown, context: ActiveContext): SourceElement => {
  if (!isObject(value)) return badData('information: each element is an object')
  const { entities } = value
  if (entities !== undefined && (!Array.isArray(entities) || entities.length === 0))
    return badData('information.entities must be a non-empty list')
  const properties = nameList(value['propertyNames'], 'information.propertyNames', context)
  const relationships = nameList(value['relationshipNames'], 'information.relationshipNames', context)
  if (entities === undefined && properties === undefined && relationships === undefined)
    return badData('information: an element needs entities, propertyNames or relationshipNames')
  const hasNames = properties !== undefined || relationships !== undefined
  return {
    entities: entities?.map((info: unknown) => readEntityInfo(info, context)),
    names: hasNames ? new Set([...(properties ?? []), ...(relationships ?? [])]) : undefined,
  }
}

const readOperations = (value: unknown): ReadonlySet<string> => {
  const names = value ?? ['federationOps']
  if (!Array.isArray(names) || names.length === 0) return badData('operations must be a non-empty list')
  const wrong = names.find((name) => typeof name !== 'string' || !operationNames.has(name))
  if (wrong !== undefined)
    return badData(`operations: "${shown(wrong)}" is neither an operation nor a group of them`)
  return new Set((names as string[]).flatMap((name) => operationGroups[name] ?? [name]))
}

const checkInterval = (value: unknown, what: string): void => {
  if (value === undefined) return
  if (
    !isObject(value) ||
    !isDateTime(value['startAt']) ||
    (value['endAt'] !== undefined && !isDateTime(value['endAt']))
  )
    badData(`${what} needs startAt (and optionally endAt), DateTimes such as 2026-11-23T10:00:00Z`)
}

const checkTexts = (document: JsonObject): void => {
  for (const name of ['registrationName', 'description', 'contextSourceAlias', 'tenant'])
    if (document[name] !== undefined && (typeof document[name] !== 'string' || document[name] === ''))
      badData(`${name} must be a non-empty text`)
}

const checkManagement = (value: unknown): void => {
  if (value === undefined) return
  const management: JsonObject = isObject(value) ? value : badData('management must be an object')
  const { localOnly, cacheDuration } = management
  if (localOnly !== undefined && typeof localOnly !== 'boolean')
    badData('management.localOnly must be true or false')
  if (cacheDuration !== undefined) readDuration(cacheDuration, 'management.cacheDuration')
  for (const name of ['timeout', 'cooldown']) {
    const number = management[name]
    if (number !== undefined && !(typeof number === 'number' && Number.isFinite(number) && number > 0))
      badData(`management.${name} must be a number of milliseconds above 0`)
  }
}

const checkMembers = (document: JsonObject): void => {
  checkTexts(document)
  checkManagement(document['management'])
  for (const name of ['observationInterval', 'managementInterval']) checkInterval(document[name], name)
  for (const name of ['location', 'observationSpace', 'operationSpace'])
    if (document[name] !== undefined) {
      const wrong = geometryProblem(document[name])
      if (wrong !== undefined) badData(`${name}: ${wrong}`)
    }
  const scopes = document['scope'] === undefined ? [] : [document['scope']].flat()
  if (!scopes.every(isScope)) badData('scope: must be a scope such as /city/centre, or a list of them')
  if (document['refreshRate'] !== undefined) readDuration(document['refreshRate'], 'refreshRate')
}

const checkMode = (plan: RegistrationPlan, document: JsonObject): void => {
  if (plan.mode === 'exclusive') {
    const isExact = plan.elements.every(
      ({ entities, names }) =>
        names !== undefined &&
        entities?.every(({ id, idPattern }) => id !== undefined && idPattern === undefined) === true,
    )
    if (!isExact) badData('an exclusive registration names ids (no idPattern) and attributes')
  }
  if (plan.mode === 'auxiliary') {
    const allowed = new Set(['retrieveEntity', 'queryEntity'])
    if (document['operations'] === undefined || ![...plan.operations].every((name) => allowed.has(name)))
      badData('an auxiliary registration limits operations to retrieveOps, retrieveEntity or queryEntity')
  }
}

/** Reads a registration with a context; refuses with 400 what breaks a rule (CIM 009 5.2.9, 5.9.2). */
export const readRegistration = (document: JsonObject, context: ActiveContext): RegistrationPlan => {
  if (document['type'] !== 'ContextSourceRegistration') badData('type must be "ContextSourceRegistration"')
  const { information, mode = 'inclusive' } = document
  if (!Array.isArray(information) || information.length === 0)
    return badData('information must be a non-empty list')
  if (!modes.has(mode)) return badData(`mode: "${shown(mode)}" is none of ${[...modes].join(', ')}`)
  checkMembers(document)
  const plan: RegistrationPlan = {
    endpoint: readUri(document['endpoint'], 'endpoint'),
    mode: mode as RegistrationMode,
    operations: readOperations(document['operations']),
    elements: information.map((element) => readElement(element, context)),
  }
  checkMode(plan, document)
  checkFuture(document['expiresAt'])
  return plan
}
