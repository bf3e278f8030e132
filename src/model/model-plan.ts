import type { DefinitionSet, Group } from './definition-set.js'
import type { DescribedAttribute, DescribedModel } from './describe.js'
import type { AttributeDescriptor } from './descriptor.js'
import type { JsonSchema } from './json-schema.js'
import { typeSchemaOf } from './type-schema.js'

/** A group that a model's interface extends, and the members that it says otherwise. */
export interface ExtendedGroup {
  readonly group: Group
  readonly omitted: readonly string[]
}

/** How a model is written down: what it extends, what it says itself. */
export interface ModelPlan {
  readonly model: DescribedModel
  readonly typeName: string
  readonly groups: readonly ExtendedGroup[]
  /** The interface's own members. */
  readonly shape: JsonSchema
  /** Attributes whose descriptor is not the group's. */
  readonly ownDescriptors: readonly DescribedAttribute[]
}

/** The descriptors of the groups, as the first model that extends a group has them. */
export type GroupDescriptors = Map<string, ReadonlyMap<string, AttributeDescriptor>>

const commentOf = (
  { description, unit, minimum, maximum, format }: AttributeDescriptor,
  symbol: string | undefined,
): string | undefined => {
  const range =
    minimum !== undefined && maximum !== undefined
      ? `${minimum} to ${maximum}`
      : minimum !== undefined
        ? `at least ${minimum}`
        : maximum !== undefined
          ? `at most ${maximum}`
          : undefined
  const facts = [
    unit === undefined ? undefined : symbol === undefined ? unit : `${symbol} (${unit})`,
    range,
    format,
  ].filter((fact) => fact !== undefined)
  const parts = [description, facts.length === 0 ? undefined : facts.join(', ')].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? undefined : parts.join('; ')
}

const withoutRequired = ({ required: _, ...descriptor }: AttributeDescriptor): AttributeDescriptor =>
  descriptor

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const compared = [
  'iri',
  'kind',
  'type',
  'many',
  'enum',
  'format',
  'minimum',
  'maximum',
  'unit',
  'geometries',
] as const

/** Tells whether two descriptors say the same, apart from `required`. */
const sameDescriptor = (a: AttributeDescriptor | undefined, b: AttributeDescriptor): boolean =>
  a !== undefined &&
  compared.every((name) => a[name] === b[name] || (typeof a[name] === 'object' && sameText(a[name], b[name])))

const groupMember = (group: Group, name: string): JsonSchema | undefined =>
  (group.shape['properties'] as Readonly<Record<string, JsonSchema>>)[name]

interface Split {
  readonly extended: readonly ExtendedGroup[]
  readonly own: readonly DescribedAttribute[]
}

/** Tells which attributes the groups already say, and which members of groups the model says otherwise. */
const split = (
  model: DescribedModel,
  groups: readonly Group[],
  shapeOf: (attribute: DescribedAttribute) => JsonSchema,
): Split => {
  const omitted = new Map<Group, string[]>(groups.map((group) => [group, []]))
  const own: DescribedAttribute[] = []
  for (const attribute of model.described) {
    const having = groups.filter((group) => group.attributes.has(attribute.name))
    const other = having.filter(
      (group) =>
        group.attributes.get(attribute.name) !== attribute.schema &&
        !sameText(groupMember(group, attribute.name), shapeOf(attribute)),
    )
    for (const group of other) omitted.get(group)?.push(attribute.name)
    if (having.length === other.length || attribute.descriptor.required === true) own.push(attribute)
  }
  const extended = groups.map((group) => ({ group, omitted: omitted.get(group) ?? [] }))
  return {
    extended: extended.filter(({ group, omitted: names }) => names.length < group.attributes.size),
    own,
  }
}

/** Plans how a model is written; new groups get their descriptors from it. */
export const planModel = (
  model: DescribedModel,
  typeName: string,
  set: DefinitionSet,
  groupDescriptors: GroupDescriptors,
  symbolOf: (unit: string) => string | undefined,
): ModelPlan => {
  const groups = set.groupsOf(model.schema)
  const shapeOf = (attribute: DescribedAttribute): JsonSchema => typeSchemaOf(attribute.schema, set.scope)
  const { extended, own } = split(model, groups, shapeOf)
  const described = new Map(model.described.map((attribute) => [attribute.name, attribute]))
  for (const { group } of extended)
    if (!groupDescriptors.has(group.name))
      groupDescriptors.set(
        group.name,
        new Map(
          [...group.attributes.keys()].flatMap((name) => {
            const attribute = described.get(name)
            return attribute === undefined ? [] : [[name, withoutRequired(attribute.descriptor)] as const]
          }),
        ),
      )
  const inherited = new Map(extended.flatMap(({ group }) => [...(groupDescriptors.get(group.name) ?? [])]))
  const members = own.map((attribute) => {
    const { unit } = attribute.descriptor
    const description = commentOf(attribute.descriptor, unit === undefined ? undefined : symbolOf(unit))
    const shape = shapeOf(attribute)
    return [attribute.name, description === undefined ? shape : { ...shape, description }] as const
  })
  return {
    model,
    typeName,
    groups: extended,
    shape: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(members),
      required: own.filter(({ descriptor }) => descriptor.required).map(({ name }) => name),
    },
    ownDescriptors: model.described.filter(
      ({ name, descriptor }) => !sameDescriptor(inherited.get(name), descriptor),
    ),
  }
}

/** Adds the descriptors' comments to the members of a group's interface. */
export const withComments = (
  shape: JsonSchema,
  descriptors: ReadonlyMap<string, AttributeDescriptor> | undefined,
  symbolOf: (unit: string) => string | undefined,
): JsonSchema => {
  if (descriptors === undefined) return shape
  const members = Object.entries(shape['properties'] as Readonly<Record<string, JsonSchema>>).map(
    ([name, member]) => {
      const descriptor = descriptors.get(name)
      const description =
        descriptor === undefined ? undefined : commentOf(descriptor, symbolOf(descriptor.unit ?? ''))
      return [name, description === undefined ? member : { ...member, description }] as const
    },
  )
  return { ...shape, properties: Object.fromEntries(members) }
}
