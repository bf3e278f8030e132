import { openSource, type Source, type SourceModel } from '../../src/model/source.js'

/** Breaks a real schema somewhere: a member removed, renamed, or replaced by something else. */
const mutate = (value: unknown, choose: () => number): unknown => {
  const junk: readonly unknown[] = [
    null,
    true,
    7,
    '',
    'x',
    [],
    {},
    [[]],
    { $ref: '#/a' },
    { $ref: '' },
    { type: 'x' },
    -1,
    '\u0000',
    { allOf: [{}] },
  ]
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[choose() % Math.max(1, items.length)]
  if (choose() % 4 === 0 || typeof value !== 'object' || value === null) return pick(junk)
  if (Array.isArray(value)) {
    const index = choose() % Math.max(1, value.length)
    return value.map((item, at) => (at === index ? mutate(item, choose) : item))
  }
  const name = pick(Object.keys(value))
  if (name === undefined) return pick(junk)
  const { [name]: member, ...rest } = value as Record<string, unknown>
  switch (choose() % 6) {
    case 0:
      return rest
    case 1:
      return { ...rest, [`${name}X`]: member }
    case 2:
      return { ...rest, $ref: `#/${name}`, [name]: member }
    default:
      return { ...rest, [name]: mutate(member, choose) }
  }
}

/** A source in which one schema is broken as the numbers say. */
export interface BrokenSchema {
  readonly source: Source
  readonly chosen: readonly SourceModel[]
}

/** Breaks real schemas of a folder at random places, one at a time. */
export const brokenSchemas = async (
  folder: string,
): Promise<(which: number, choices: readonly number[]) => BrokenSchema> => {
  const source = await openSource(folder)
  return (which, choices) => {
    const model = source.models[which % source.models.length]
    if (model === undefined) throw new Error('no models')
    const path = `${model.path}/schema.json`
    let next = 0
    const original: unknown = JSON.parse(source.read(path) ?? '{}')
    const broken = JSON.stringify(mutate(original, () => choices[next++ % choices.length] ?? 0)) ?? ''
    return {
      source: { ...source, read: (name) => (name === path ? broken : source.read(name)) },
      chosen: [model],
    }
  }
}
