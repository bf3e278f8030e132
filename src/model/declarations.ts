import { isObject } from '../ngsi/entity.js'
import { type Member, readTypes, type Type } from './declaration.js'
import type { JsonSchema } from './json-schema.js'
import { printKey } from './literal.js'

/** Shapes that json-schema-to-typescript gets in one call; more cost it more than proportionally. */
const batchSize = 40

const compilerOptions = {
  bannerComment: '',
  format: false,
  additionalProperties: false,
  // Tuples for minItems would refuse every list that a program builds.
  ignoreMinAndMaxItems: true,
  unknownAny: true,
  unreachableDefinitions: true,
  declareExternallyReferenced: true,
}

const compileBatch = async (shapes: readonly JsonSchema[]): Promise<readonly Type[]> => {
  const { compile } = await import('json-schema-to-typescript')
  const definitions = Object.fromEntries(
    shapes.map((shape, index) => [`D${index}`, { ...shape, title: `D${index}` }]),
  )
  const root = { title: 'Batch', type: 'object', additionalProperties: false, definitions }
  const types = readTypes(await compile(root as never, 'Batch', compilerOptions))
  return shapes.map((_, index) => types.get(`D${index}`) ?? { kind: 'text', text: 'unknown' })
}

const compileShapes = async (shapes: ReadonlyMap<string, JsonSchema>): Promise<ReadonlyMap<string, Type>> => {
  const texts = [...shapes.keys()]
  const types = new Map<string, Type>()
  for (let start = 0; start < texts.length; start += batchSize) {
    const batch = texts.slice(start, start + batchSize)
    const compiled = await compileBatch(batch.map((text) => shapes.get(text) ?? {}))
    for (const [index, type] of compiled.entries()) types.set(batch[index] ?? '', type)
  }
  return types
}

/**
 * Writes shapes as TypeScript types by json-schema-to-typescript; the answer has the order of the shapes. The members
 * of all interfaces are compiled each text once: official models repeat a few hundred shapes some thousand times.
 */
export const declare = async (shapes: readonly JsonSchema[]): Promise<readonly Type[]> => {
  const distinct = new Map<string, JsonSchema>()
  const textOf = ({ description: _, ...shape }: JsonSchema): string => {
    const text = JSON.stringify(shape)
    distinct.set(text, shape)
    return text
  }
  const plans = shapes.map((shape) => {
    const { properties, required } = shape
    if (!isObject(properties)) return textOf(shape)
    return Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, member]) => ({
      comment: member['description'] as string | undefined,
      key: printKey(name),
      optional: !(required as readonly string[] | undefined)?.includes(name),
      text: textOf(member),
    }))
  })
  const types = await compileShapes(distinct)
  const typeOf = (text: string): Type => types.get(text) ?? { kind: 'text', text: 'unknown' }
  return plans.map((plan) =>
    typeof plan === 'string'
      ? typeOf(plan)
      : {
          kind: 'members',
          members: plan.map(({ text, ...member }): Member => ({ ...member, type: typeOf(text) })),
        },
  )
}
