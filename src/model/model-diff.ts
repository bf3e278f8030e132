import type { DescribedModel } from './describe.js'
import type { AttributeDescriptor } from './descriptor.js'

/** Who must change something: those who read the data, those who write it. */
export type Breaks = 'readers' | 'writers'

/** One difference between two versions of a model. */
export interface ModelChange {
  readonly model: string
  /** Undefined where the model as a whole changed. */
  readonly attribute?: string | undefined
  readonly what:
    | 'added'
    | 'removed'
    | 'kind'
    | 'type'
    | 'cardinality'
    | 'enum'
    | 'range'
    | 'format'
    | 'required'
    | 'unit'
    | 'iri'
  readonly from?: unknown
  readonly to?: unknown
  readonly breaks: readonly Breaks[]
}

type Change = Omit<ModelChange, 'model' | 'attribute'>

const both: readonly Breaks[] = ['readers', 'writers']

const text = (value: unknown): string => JSON.stringify(value) ?? ''

const plainChange = (what: Change['what'], from: unknown, to: unknown): readonly Change[] =>
  text(from) === text(to) ? [] : [{ what, from, to, breaks: both }]

const enumChange = (
  from: AttributeDescriptor['enum'],
  to: AttributeDescriptor['enum'],
): readonly Change[] => {
  const added = to?.filter((value) => from?.includes(value) !== true) ?? []
  const removed = from?.filter((value) => to?.includes(value) !== true) ?? []
  if (from === undefined ? to === undefined : to !== undefined && added.length + removed.length === 0)
    return []
  const readers = to === undefined || (from !== undefined && added.length > 0)
  const writers = from === undefined || (to !== undefined && removed.length > 0)
  return [
    {
      what: 'enum',
      from,
      to,
      breaks: [...(readers ? (['readers'] as const) : []), ...(writers ? (['writers'] as const) : [])],
    },
  ]
}

const rangeChange = (from: AttributeDescriptor, to: AttributeDescriptor): readonly Change[] => {
  const low = [from.minimum ?? Number.NEGATIVE_INFINITY, to.minimum ?? Number.NEGATIVE_INFINITY] as const
  const high = [from.maximum ?? Number.POSITIVE_INFINITY, to.maximum ?? Number.POSITIVE_INFINITY] as const
  const wider = low[1] < low[0] || high[1] > high[0]
  const narrower = low[1] > low[0] || high[1] < high[0]
  if (!wider && !narrower) return []
  return [
    {
      what: 'range',
      from: [from.minimum, from.maximum],
      to: [to.minimum, to.maximum],
      breaks: [...(wider ? (['readers'] as const) : []), ...(narrower ? (['writers'] as const) : [])],
    },
  ]
}

const requiredChange = (from: boolean, to: boolean): readonly Change[] =>
  from === to ? [] : [{ what: 'required', from, to, breaks: [to ? 'writers' : 'readers'] }]

const attributeChanges = (from: AttributeDescriptor, to: AttributeDescriptor): readonly Change[] => [
  ...plainChange('kind', from.kind, to.kind),
  ...plainChange('type', from.type, to.type),
  ...plainChange('cardinality', from.many === true ? 'many' : 'one', to.many === true ? 'many' : 'one'),
  ...enumChange(from.enum, to.enum),
  ...rangeChange(from, to),
  ...plainChange('format', from.format, to.format),
  ...requiredChange(from.required === true, to.required === true),
  ...plainChange('unit', from.unit, to.unit),
  ...plainChange('iri', from.iri, to.iri),
]

/** Compares two versions of a model attribute by attribute, and says whom each difference breaks. */
export const diffModels = (from: DescribedModel, to: DescribedModel): readonly ModelChange[] => {
  const before = new Map(from.described.map(({ name, descriptor }) => [name, descriptor]))
  const after = new Map(to.described.map(({ name, descriptor }) => [name, descriptor]))
  const changes: ModelChange[] = plainChange('iri', from.iri, to.iri).map((change) => ({
    model: to.path,
    ...change,
  }))
  for (const [attribute, descriptor] of before) {
    const other = after.get(attribute)
    if (other === undefined) changes.push({ model: to.path, attribute, what: 'removed', breaks: both })
    else
      for (const change of attributeChanges(descriptor, other))
        changes.push({ model: to.path, attribute, ...change })
  }
  for (const [attribute, descriptor] of after)
    if (!before.has(attribute))
      changes.push({
        model: to.path,
        attribute,
        what: 'added',
        breaks: descriptor.required === true ? ['writers'] : [],
      })
  return changes
}
