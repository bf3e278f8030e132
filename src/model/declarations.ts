import { type Declaration, readDeclarations } from './declaration.js'
import type { JsonSchema } from './json-schema.js'

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

/** Writes shapes as TypeScript declarations by json-schema-to-typescript; the answer has the order of the shapes. */
export const declare = async (shapes: readonly JsonSchema[]): Promise<readonly Declaration[]> => {
  const { compile } = await import('json-schema-to-typescript')
  const declarations: Declaration[] = []
  for (let start = 0; start < shapes.length; start += batchSize) {
    const batch = shapes.slice(start, start + batchSize)
    const definitions = Object.fromEntries(
      batch.map((shape, index) => [`D${index}`, { ...shape, title: `D${index}` }]),
    )
    const text = await compile(
      { title: 'Batch', type: 'object', additionalProperties: false, definitions } as never,
      'Batch',
      compilerOptions,
    )
    const byName = new Map(readDeclarations(text).map((declaration) => [declaration.name, declaration]))
    for (const index of batch.keys())
      declarations.push(
        byName.get(`D${index}`) ?? {
          kind: 'alias',
          name: `D${index}`,
          type: { kind: 'text', text: 'unknown' },
        },
      )
  }
  return declarations
}
