import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import { entityHash } from './canonical.js'
import { importFeed } from './import-feed.js'
import { readMapping } from './mapping-file.js'

/** A folder with a mapping, a small invented source of the same shape as the real one, and the entities it must give. */
export interface Recipe {
  readonly name: string
  readonly folder: string
  readonly mapping: string
  readonly source: string
  readonly expected: string
  /** The comment at the top of the mapping. */
  readonly description: string
  readonly type: string
  readonly license: string
}

/** What the test of a recipe found. */
export interface RecipeResult {
  readonly name: string
  readonly passed: boolean
  readonly entities: number
  /** Sentences: which entity is missing, extra or different, which row was rejected. */
  readonly differences: readonly string[]
}

/** The recipes that come with the package. */
export const bundledRecipes: string = fileURLToPath(new URL('../../schemas/recipes', import.meta.url))

const expectedName = 'expected.json'

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch {
    throw new UsageError(`there is no folder ${folder}`)
  }
}

/** Reads one recipe folder; throws a UsageError that says what it lacks. */
export const readRecipe = async (folder: string): Promise<Recipe> => {
  const names = await namesIn(folder)
  const map = names.find((name) => name.endsWith('.map.yaml'))
  if (map === undefined) throw new UsageError(`${folder} has no mapping (NAME.map.yaml)`)
  const source = names.find((name) => name.startsWith('source.'))
  if (source === undefined) throw new UsageError(`${folder} has no small source (source.csv, source.json, …)`)
  const mapping = join(folder, map)
  const { entity, license } = await readMapping(mapping)
  const comment = /^#\s*(.*)$/m.exec(await readFile(mapping, 'utf8'))?.[1] ?? ''
  return {
    name: basename(folder),
    folder,
    mapping,
    source: join(folder, source),
    expected: join(folder, expectedName),
    description: comment,
    type: entity.type,
    license,
  }
}

/** Reads every recipe of a folder of recipes, in the order of their names. */
export const listRecipes = async (folder: string = bundledRecipes): Promise<readonly Recipe[]> => {
  const names = [...(await namesIn(folder))].sort()
  return Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => readRecipe(join(folder, name))),
  )
}

const expectedEntities = async (recipe: Recipe): Promise<readonly Record<string, unknown>[]> => {
  let document: unknown
  try {
    document = JSON.parse(await readFile(recipe.expected, 'utf8'))
  } catch {
    throw new UsageError(
      `${recipe.folder} has no readable ${expectedName}; write it with recipes test --write`,
    )
  }
  if (Array.isArray(document) && document.every(isObject)) return document
  throw new UsageError(`${recipe.expected} is no list of entities`)
}

const madeBy = async (recipe: Recipe) => {
  const entities: Record<string, unknown>[] = []
  const report = await importFeed({
    mapping: recipe.mapping,
    file: recipe.source,
    onEntity: (entity) => void entities.push({ ...entity }),
  })
  const { refusal, problems } = report
  const rejected = problems.map(({ path, message }) => `rejected: ${path}: ${message}`)
  return { entities, faults: refusal === undefined ? rejected : [refusal, ...rejected] }
}

const differencesOf = (
  made: readonly Record<string, unknown>[],
  expected: readonly Record<string, unknown>[],
): readonly string[] => {
  const left = new Map(expected.map((entity) => [String(entity['id']), entityHash(entity)]))
  const found: string[] = []
  for (const entity of made) {
    const id = String(entity['id'])
    const hash = left.get(id)
    if (hash === undefined) found.push(`not expected: ${id}`)
    else if (hash !== entityHash(entity)) found.push(`different: ${id}`)
    left.delete(id)
  }
  return [...found, ...[...left.keys()].map((id) => `missing: ${id}`)]
}

/** Imports a recipe's small source dry and compares what its mapping makes with what is expected. */
export const testRecipe = async (recipe: Recipe): Promise<RecipeResult> => {
  const expected = await expectedEntities(recipe)
  const { entities, faults } = await madeBy(recipe)
  const differences = [...faults, ...differencesOf(entities, expected)]
  return { name: recipe.name, passed: differences.length === 0, entities: entities.length, differences }
}

/** Writes down what a recipe's mapping makes as what is expected of it; a person must look at it once. */
export const writeExpected = async (recipe: Recipe): Promise<number> => {
  const { entities } = await madeBy(recipe)
  await writeFile(recipe.expected, `${JSON.stringify(entities, null, 2)}\n`)
  return entities.length
}
