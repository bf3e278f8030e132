import type { AttributeAgreement, ModelAgreement } from '../model/agreement.js'
import type { JsonSchema } from '../model/json-schema.js'
import type { AttributeRule, ResolvedProfile } from './profile.js'

const schemaOf = ({
  type = 'string',
  many,
  kind = 'Property',
  description,
  unit,
}: AttributeRule): JsonSchema => {
  const value: JsonSchema =
    kind === 'Relationship'
      ? { type: 'string', format: 'uri' }
      : type === 'dateTime'
        ? { type: 'string', format: 'date-time' }
        : { type }
  return {
    ...(many === true ? { type: 'array', items: value } : value),
    ...(description === undefined ? {} : { description }),
    'x-ngsi': { kind, ...(unit === undefined ? {} : { unit }) },
  }
}

const attributeAgreement = (rule: AttributeRule): AttributeAgreement => ({
  mandatory: rule.level === 'mandatory',
  forbidden: rule.level === 'forbidden',
  values: rule.values,
  minimum: rule.minimum,
  maximum: rule.maximum,
  unit: rule.unit,
  own: rule.iri === undefined ? undefined : { schema: schemaOf(rule), iri: rule.iri },
})

/** What a profile agrees on each model, by entity type, for generated code to follow. */
export const agreementsOf = (profile: ResolvedProfile): ReadonlyMap<string, ModelAgreement> =>
  new Map(
    Object.entries(profile.models).map(([type, rule]) => [
      type,
      new Map(
        Object.entries(rule.attributes ?? {}).map(([name, attribute]) => [
          name,
          attributeAgreement(attribute),
        ]),
      ),
    ]),
  )
