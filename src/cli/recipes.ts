import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  bundledRecipes,
  listRecipes,
  type Recipe,
  readRecipe,
  testRecipe,
  writeExpected,
} from '../feed/recipes.js'
import type { Configure, Io } from './command.js'

const named = (names: readonly string[], io: Io): Promise<readonly Recipe[]> =>
  Promise.all(
    names.map((name) => {
      const bundled = join(bundledRecipes, name)
      return readRecipe(/^[\w-]+$/.test(name) && existsSync(bundled) ? bundled : resolve(io.cwd, name))
    }),
  )

const list = async (json: boolean, io: Io): Promise<void> => {
  const recipes = await listRecipes()
  if (json) io.stdout.write(`${JSON.stringify(recipes, null, 2)}\n`)
  else {
    const width = Math.max(...recipes.map(({ name }) => name.length))
    const typeWidth = Math.max(...recipes.map(({ type }) => type.length))
    for (const { name, type, description } of recipes)
      io.stdout.write(`${name.padEnd(width)}  ${type.padEnd(typeWidth)}  ${description}\n`)
    io.stdout.write(`\nThey stand in ${bundledRecipes}; copy a folder to begin with it.\n`)
  }
}

const test = async (names: readonly string[], write: boolean, io: Io): Promise<void> => {
  const recipes = names.length === 0 ? await listRecipes() : await named(names, io)
  for (const recipe of recipes) {
    if (write) await writeExpected(recipe)
    const { passed, entities, differences } = await testRecipe(recipe)
    io.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${recipe.name}: ${entities} entities\n`)
    for (const difference of differences.slice(0, 10)) io.stdout.write(`     ${difference}\n`)
    if (!passed) io.exitCode = 1
  }
}

const examples = `
A recipe is a folder: NAME.map.yaml, a small invented source (source.csv, source.json, …) and expected.json.

Examples:
  city-context recipes list
  city-context recipes test
  city-context recipes test ./my-recipe --write     writes expected.json; look at it once
`

/** Configures `city-context recipes`. */
export const configure: Configure = (command, io) => {
  command.addHelpText('after', examples)
  command
    .command('list')
    .description('the tested mappings that come with the package')
    .option('--json', 'as JSON')
    .action(({ json }: { readonly json?: boolean }) => list(json === true, io))
  command
    .command('test [names...]')
    .description(
      'run mappings over their small sources and compare; all that come with the package where none is named',
    )
    .option('--write', 'write expected.json from what the mapping makes')
    .action((names: readonly string[], { write }: { readonly write?: boolean }) =>
      test(names, write === true, io),
    )
}
