import type { Issue } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { nearestName } from '../ngsi/nearest-name.js'
import type { AttributeRule, ModelRule, ResolvedProfile } from './profile.js'

const attributeIssues = (name: string, rule: AttributeRule, model: Model, path: string): readonly Issue[] => {
  const known = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined
  if (known === undefined && rule.iri === undefined) {
    const near = nearestName(name, Object.keys(model.attributes))
    return [
      {
        path,
        message: `${model.type} has no attribute "${name}"`,
        rule: 'profile-lint.unknown-attribute',
        hint: near === undefined ? 'an attribute of your own needs an iri' : `did you mean "${near}"?`,
      },
    ]
  }
  const issues: Issue[] = []
  const stray = rule.values?.find((value) => known?.enum !== undefined && !known.enum.includes(value))
  if (stray !== undefined)
    issues.push({
      path: `${path}.values`,
      message: `"${String(stray)}" is not in the model's list`,
      rule: 'profile-lint.value',
    })
  if (rule.level === 'forbidden' && known?.required === true)
    issues.push({
      path: `${path}.level`,
      message: 'is forbidden, and the model requires it',
      rule: 'profile-lint.level',
    })
  if (rule.unit !== undefined && known?.unit !== undefined && rule.unit !== known.unit)
    issues.push({
      path: `${path}.unit`,
      message: `is ${rule.unit}; the model means ${known.unit}`,
      rule: 'profile-lint.unit',
    })
  if (known === undefined && rule.type === undefined)
    issues.push({ path, message: 'an attribute of your own needs a type', rule: 'profile-lint.type' })
  return issues
}

const modelIssues = (type: string, rule: ModelRule, model: Model): readonly Issue[] => {
  const path = `models.${type}`
  const version =
    rule.version !== undefined && model.version !== undefined && rule.version !== model.version
      ? [
          {
            path: `${path}.version`,
            message: `the profile was written for ${rule.version}, the model is ${model.version}`,
            rule: 'profile-lint.version',
          },
        ]
      : []
  return [
    ...version,
    ...Object.entries(rule.attributes ?? {}).flatMap(([name, attribute]) =>
      attributeIssues(name, attribute, model, `${path}.attributes.${name}`),
    ),
  ]
}

/** What of a profile cannot be meant so, compared with the models: unknown models and attributes, values outside lists, wrong units. */
export const lintProfile = (profile: ResolvedProfile, models: readonly Model[]): readonly Issue[] => {
  const byType = new Map(models.map((model) => [model.type, model]))
  return Object.entries(profile.models).flatMap(([type, rule]) => {
    const model = byType.get(type)
    if (model !== undefined) return modelIssues(type, rule, model)
    const near = nearestName(type, byType.keys())
    return [
      {
        path: `models.${type}`,
        message: `there is no model "${type}"`,
        rule: 'profile-lint.unknown-model',
        ...(near === undefined ? {} : { hint: `did you mean "${near}"?` }),
      },
    ]
  })
}
