/** A member's place in an entity: names and list indexes. */
export type MemberPath = readonly string[]

/** Members that keep entities from fitting their types, and errors that no member explains. */
export interface Excess {
  /** For each example, the members that its type does not have. */
  readonly members: readonly (readonly MemberPath[])[]
  readonly other: readonly string[]
}

interface Typed {
  readonly constant: string
  readonly entity: unknown
}

/** One line for each member, so that an error's line says which member it is about. */
const printed = (value: unknown, path: MemberPath, places: (MemberPath | undefined)[]): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)]
  const list = Array.isArray(value)
  const lines: string[] = [list ? '[' : '{']
  places.push(path)
  for (const [name, member] of Object.entries(value)) {
    const inner = [...path, name]
    const scalar = typeof member !== 'object' || member === null
    if (scalar) places.push(inner)
    const [first = '', ...rest] = printed(member, inner, places)
    lines.push(list ? first : `${JSON.stringify(name)}: ${first}`, ...rest)
    lines[lines.length - 1] += ','
  }
  places.push(path)
  return [...lines, list ? ']' : '}']
}

const without = (value: unknown, [name, ...rest]: MemberPath): unknown => {
  if (typeof value !== 'object' || value === null || name === undefined) return value
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === name ? without(item, rest) : item))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([own]) => rest.length > 0 || own !== name)
      .map(([own, member]) => [own, own === name ? without(member, rest) : member]),
  )
}

const maxRounds = 40

/**
 * Compiles entities against their types, takes out each member that the compiler names as unknown, and compiles again
 * until it names none: the compiler tells one such member of an object at a time.
 */
export const excessMembers = async (
  examples: readonly Typed[],
  compile: (text: string) => Promise<readonly string[]>,
): Promise<Excess> => {
  const entities = examples.map(({ entity }) => entity)
  const members: MemberPath[][] = examples.map(() => [])
  let other: string[] = []
  for (let round = 0; round < maxRounds; round += 1) {
    const owners: { readonly index: number; readonly path: MemberPath | undefined }[] = []
    const text = entities.map((entity, index) => {
      const places: (MemberPath | undefined)[] = []
      const lines = printed(entity, [], places)
      for (const path of places) owners.push({ index, path })
      return `export const e${index}: ${examples[index]?.constant} = ${lines.join('\n')}`
    })
    const errors = await compile(text.join('\n'))
    other = []
    let taken = 0
    for (const error of errors) {
      const owner = owners[Number(/\((\d+),/.exec(error)?.[1]) - 2]
      const name = /'"?(.+?)"?' does not exist in type/.exec(error)?.[1]
      if (owner?.path === undefined || name === undefined || owner.path.at(-1) !== name) {
        other.push(error)
        continue
      }
      members[owner.index]?.push(owner.path)
      entities[owner.index] = without(entities[owner.index], owner.path)
      taken += 1
    }
    if (taken === 0) break
  }
  return { members, other }
}
