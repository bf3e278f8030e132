import type { Model } from '../model/descriptor.js'
import { forBroker } from '../model/lenience.js'
import { isObject, type JsonObject, typesOf } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { bundledModels } from '../profile/bundled-model.js'
import type { DataClass } from '../profile/data-class.js'
import { type ProfileCheck, profileCheck } from '../profile/entity-rules.js'
import type { ResolvedProfile } from '../profile/profile.js'
import type { Fault } from './finding.js'
import {
  contextFaults,
  descriptorFaults,
  rootOf,
  schemaFaults,
  unitFaults,
  unknownAttributes,
} from './model-faults.js'
import { fromNgsiv2 } from './ngsiv2.js'
import { plausibilityFaults } from './plausibility.js'
import { privacyFaults } from './privacy.js'
import { asNormalized } from './reading.js'
import { relationshipFaults } from './relationship.js'
import type { Representation } from './representation.js'
import { structureFaults } from './structure.js'

/** What payloads are judged by: models, profile, the present. */
export interface Judge {
  readonly models: ReadonlyMap<string, Model>
  /** The one model that was asked for; undefined where payloads name theirs. */
  readonly only: Model | undefined
  readonly profile: ResolvedProfile | undefined
  readonly profileChecks: ReadonlyMap<string, ProfileCheck>
  readonly now: number
}

const modelsOf = async (given: Model | readonly Model[] | undefined): Promise<readonly Model[]> => {
  if (given !== undefined) return [given].flat() as readonly Model[]
  return bundledModels()
}

/** Makes the judge of given models. */
export const judgeOf = (
  models: readonly Model[],
  only: Model | undefined,
  profile: ResolvedProfile | undefined,
  now: Date,
): Judge => {
  const rules = profile?.models ?? {}
  return {
    models: new Map(models.map((model) => [model.type, model])),
    only,
    profile,
    profileChecks: new Map(
      models.flatMap((model) => {
        const rule = Object.hasOwn(rules, model.type) ? rules[model.type] : undefined
        return rule === undefined ? [] : [[model.type, profileCheck(rule, model)] as const]
      }),
    ),
    now: now.getTime(),
  }
}

/** Makes the judge of a check; without a model the bundled ones serve, each payload's type choosing. */
export const createJudge = async (
  given: Model | readonly Model[] | undefined,
  profile: ResolvedProfile | undefined,
  now: Date,
): Promise<Judge> => {
  const models = await modelsOf(given)
  const only = given !== undefined && models.length === 1 ? models[0] : undefined
  return judgeOf(models, only, profile, now)
}

const modelOf = (entity: JsonObject, judge: Judge): Model | undefined => {
  if (judge.only !== undefined) return judge.only
  for (const type of typesOf(entity)) {
    const found = judge.models.get(type)
    if (found !== undefined) return found
  }
  return undefined
}

const unknownType = (entity: JsonObject, judge: Judge): Fault => {
  const [first] = typesOf(entity)
  const type = typeof first === 'string' ? first : ''
  const near = nearestName(type, judge.models.keys())
  return {
    rule: 'vocabulary.unknown-type',
    path: 'type',
    message: `"${type.slice(0, 80)}" is no known model`,
    ...(near === undefined ? {} : { hint: `did you mean "${near}"?` }),
  }
}

/** Names of the attributes that a profile names for a model. */
export const ownAttributes = (profile: ResolvedProfile | undefined, model: Model): ReadonlySet<string> =>
  new Set(Object.keys(profile?.models[model.type]?.attributes ?? {}))

const classReader =
  (
    profile: ResolvedProfile | undefined,
    model: Model | undefined,
  ): ((name: string) => DataClass | undefined) =>
  (name) => {
    const rule = model === undefined ? undefined : profile?.models[model.type]
    return rule?.attributes?.[name]?.class ?? rule?.class
  }

const profileFaults = (entity: JsonObject, model: Model, judge: Judge): readonly Fault[] => {
  if (judge.profile === undefined) return []
  const run = judge.profileChecks.get(model.type)
  return run === undefined
    ? [{ rule: 'profile.unlisted-model', path: 'type', message: `the profile does not name ${model.type}` }]
    : run(entity, judge.now)
}

const modelFaults = (
  raw: JsonObject,
  entity: JsonObject,
  model: Model,
  structure: readonly Fault[],
): readonly Fault[] => {
  const issues = model.validate(raw, forBroker)
  // The validator is compiled code; only where it finds something is it worth to say what, attribute by attribute.
  if (issues.length === 0) return unitFaults(entity, model)
  const described = descriptorFaults(entity, model)
  return [...described, ...schemaFaults(issues, [...structure, ...described])]
}

/** A payload read as normalized NGSI-LD, its model, and what is wrong with it. */
export interface Judged {
  readonly entity: JsonObject | undefined
  readonly model: Model | undefined
  readonly faults: readonly Fault[]
}

const fromGeoJson = (feature: JsonObject): JsonObject => {
  const properties = isObject(feature['properties']) ? feature['properties'] : {}
  return { ...(feature['id'] === undefined ? {} : { id: feature['id'] }), ...properties }
}

const readable = (
  raw: JsonObject,
  representation: Representation,
  model: Model | undefined,
): {
  readonly entity: JsonObject
  readonly checked: JsonObject
  readonly faults: readonly Fault[]
} => {
  if (representation === 'ngsiv2') {
    const { entity, faults } = fromNgsiv2(raw, model)
    const note = { rule: 'source.ngsiv2', path: '', message: 'is NGSIv2', hint: 'send NGSI-LD' }
    return { entity, checked: entity, faults: [note, ...faults] }
  }
  const { entity, faults } = asNormalized(raw, model, representation)
  return { entity, checked: raw, faults }
}

const beyond = (found: readonly Fault[], told: readonly Fault[]): readonly Fault[] => {
  const unread = new Set(told.filter(({ rule }) => rule === 'ngsi.attribute').map(({ path }) => rootOf(path)))
  return found.filter(({ path }) => !unread.has(rootOf(path)))
}

/** Judges one entity of any representation. */
export const judgeEntity = (given: JsonObject, representation: Representation, judge: Judge): Judged => {
  const raw = representation === 'geojson' ? fromGeoJson(given) : given
  const model = modelOf(raw, judge)
  const { entity, checked, faults } = readable(raw, representation, model)
  const found = structureFaults(entity)
  // What could not be read was told already; most payloads have neither.
  const structure = faults.length === 0 || found.length === 0 ? found : beyond(found, faults)
  const byModel =
    model === undefined
      ? [unknownType(entity, judge)]
      : [
          ...modelFaults(checked, entity, model, [...faults, ...structure]),
          ...contextFaults(entity, model),
          ...unknownAttributes(entity, model, ownAttributes(judge.profile, model)),
          ...profileFaults(entity, model, judge),
        ]
  return {
    entity,
    model,
    faults: [
      ...faults,
      ...structure,
      ...byModel,
      ...relationshipFaults(entity),
      ...plausibilityFaults(entity, { bounds: judge.profile?.bounds, now: judge.now }),
      ...privacyFaults(entity, classReader(judge.profile, model)),
    ],
  }
}
