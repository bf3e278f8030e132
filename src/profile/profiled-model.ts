import { type Issue, isValidationError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { attribute, extend } from '../model/extend.js'
import { entityMembers } from '../ngsi/attribute.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { setOwn } from '../ngsi/own-member.js'
import { normalizeAttribute } from '../ngsi/representation.js'
import { profileCheck } from './entity-rules.js'
import type { AttributeRule, ResolvedProfile } from './profile.js'

const ownAttributes = (
  model: Model,
  rules: Readonly<Record<string, AttributeRule>>,
): Readonly<Record<string, ReturnType<typeof attribute>>> =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([name, rule]) => {
      const { iri, kind = 'Property', type = 'string', unit, many } = rule
      if (iri === undefined || Object.hasOwn(model.attributes, name)) return []
      const own = attribute(kind, type === 'dateTime' ? 'string' : type, {
        iri,
        ...(unit === undefined ? {} : { unit }),
        ...(many === undefined ? {} : { many }),
        ...(type === 'dateTime' ? { format: 'date-time' } : {}),
      })
      return [[name, own] as const]
    }),
  )

/** Simplified values may have a "type" that is no attribute's; they are values then. */
const asAttribute = (value: unknown): unknown => {
  try {
    return normalizeAttribute(value)
  } catch (error) {
    if (!isValidationError(error)) throw error
    return { type: 'Property', value }
  }
}

const asNormalized = (entity: JsonObject): JsonObject => {
  const result: Record<string, unknown> = {}
  for (const name of Object.keys(entity))
    setOwn(result, name, entityMembers.has(name) ? entity[name] : asAttribute(entity[name]))
  return result
}

const severe = ({ rule }: Issue): boolean => rule !== 'profile.recommended'

/**
 * A model that obeys a profile: its validation also finds what the profile does not allow, and it knows the city's own
 * attributes. Writes with it are refused where the profile is broken; what the profile only recommends passes.
 * A model that the profile does not name is given back as it is.
 * @example await city.upsert(withProfile(OffStreetParking, await readProfile('profile.yaml')), garages)
 */
export const withProfile = <S, N>(model: Model<S, N>, profile: ResolvedProfile): Model<S, N> => {
  const rule = Object.hasOwn(profile.models, model.type) ? profile.models[model.type] : undefined
  if (rule === undefined) return model
  const own = ownAttributes(model, rule.attributes ?? {})
  const base = (Object.keys(own).length === 0 ? model : extend(model, own)) as Model<S, N>
  const check = profileCheck(rule, base)
  return {
    ...base,
    validate: (entity, options) => {
      const issues = base.validate(entity, options)
      if (!isObject(entity)) return issues
      return [...issues, ...check(asNormalized(entity), Date.now()).filter(severe)]
    },
  }
}
