import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { UsageError } from '../errors.js'
import { openContexts } from '../model/context-source.js'
import type { DescribedModel } from '../model/describe.js'
import { describeModels, selectModels } from '../model/generate.js'
import { type Collision, lintModels, lintRules } from '../model/lint.js'
import { copiesFolder, readLock, writeLock } from '../model/lock.js'
import { chooseModels, fetchModels, mergeLock } from '../model/locking.js'
import { diffModels, type ModelChange } from '../model/model-diff.js'
import { openSource } from '../model/source.js'
import { officialSite, openSupply } from '../model/supply.js'
import { termMapOf } from '../model/term-map.js'
import type { Configure, Io } from './command.js'
import { lockedSource } from './locked-source.js'

interface Options {
  readonly source?: string
  readonly all?: boolean
  readonly json?: boolean
  readonly apply?: boolean
  readonly failOn?: string
  readonly limit?: string
}

const print = (io: Io, options: Options, data: unknown, text: string): void => {
  io.stdout.write(options.json === true ? `${JSON.stringify(data, null, 2)}\n` : text)
}

const add = async (names: readonly string[], options: Options, io: Io): Promise<void> => {
  const supply = await openSupply(options.source ?? officialSite, io.cwd, { signal: io.signal })
  const models = await chooseModels(supply, names, options.all === true)
  if (models.length === 0)
    throw new UsageError(
      'Name the models to add, such as WasteContainer or dataModel.Parking/ParkingSpot, or give --all',
    )
  const fetched = await fetchModels(models, supply, io.signal)
  await writeLock(io.cwd, mergeLock(await readLock(io.cwd), fetched), fetched.copies)
  print(
    io,
    options,
    fetched.models,
    `${models.length} models locked, ${fetched.copies.size} files in ${copiesFolder}\nNext: city-context generate --out src/generated\n`,
  )
}

const list = async (options: Options, io: Io): Promise<void> => {
  const { models } = await readLock(io.cwd)
  const lines = Object.entries(models).map(
    ([path, { version, source }]) => `${path}  ${version ?? '-'}  ${source}\n`,
  )
  print(
    io,
    options,
    models,
    lines.length === 0 ? 'No model is locked; see city-context models add --help\n' : lines.join(''),
  )
}

const search = async (words: readonly string[], options: Options, io: Io): Promise<void> => {
  const supply = await openSupply(options.source ?? officialSite, io.cwd, { signal: io.signal })
  const wanted = words.map((word) => word.toLowerCase())
  const found = (await supply.models())
    .map(({ path }) => path)
    .filter((path) => wanted.every((word) => path.toLowerCase().includes(word)))
  if (found.length === 0) io.exitCode = 1
  print(
    io,
    options,
    found,
    found.length === 0
      ? `No model of ${supply.source} has ${words.join(' and ')} in its name\n`
      : `${found.join('\n')}\n`,
  )
}

const describedIn = async (
  folder: string,
  names: readonly string[],
  io: Io,
): Promise<ReadonlyMap<string, DescribedModel>> => {
  const source = await openSource(folder)
  const { models } = await describeModels(source, selectModels(source, names), { signal: io.signal })
  return new Map(models.map((model) => [model.path, model]))
}

/** Describes what a supply has now, from memory: nothing is written. */
const describedFrom = async (
  sources: ReadonlyMap<string, readonly string[]>,
  io: Io,
): Promise<{
  readonly models: ReadonlyMap<string, DescribedModel>
  readonly fetched: Awaited<ReturnType<typeof fetchModels>>[]
}> => {
  const models = new Map<string, DescribedModel>()
  const fetched: Awaited<ReturnType<typeof fetchModels>>[] = []
  for (const [name, paths] of sources) {
    const supply = await openSupply(name, io.cwd, { signal: io.signal })
    const chosen = await chooseModels(supply, paths, false)
    const now = await fetchModels(chosen, supply, io.signal)
    fetched.push(now)
    const source = { folder: name, models: chosen, read: (path: string) => now.copies.get(path) }
    for (const model of (await describeModels(source, chosen, { signal: io.signal })).models)
      models.set(model.path, model)
  }
  return { models, fetched }
}

const printChange = ({ model, attribute, what, from, to, breaks }: ModelChange): string => {
  const values =
    from === undefined && to === undefined
      ? ''
      : `: ${JSON.stringify(from) ?? 'none'} → ${JSON.stringify(to) ?? 'none'}`
  const effect = breaks.length === 0 ? 'breaks nobody' : `breaks ${breaks.join(' and ')}`
  return `${model}${attribute === undefined ? '' : ` ${attribute}`} ${what}${values} (${effect})\n`
}

const sourcesOf = async (
  names: readonly string[],
  options: Options,
  io: Io,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { models } = await readLock(io.cwd)
  const paths = Object.keys(models).filter(
    (path) => names.length === 0 || names.some((name) => path === name || path.endsWith(`/${name}`)),
  )
  if (paths.length === 0)
    throw new UsageError(
      names.length === 0
        ? 'No model is locked; run city-context models add'
        : `None of ${names.join(', ')} is locked`,
    )
  const sources = new Map<string, string[]>()
  for (const path of paths) {
    const source = options.source ?? models[path]?.source ?? officialSite
    sources.set(source, [...(sources.get(source) ?? []), path])
  }
  return sources
}

const compare = async (names: readonly string[], options: Options, io: Io) => {
  const sources = await sourcesOf(names, options, io)
  const { models, fetched } = await describedFrom(sources, io)
  const locked = await describedIn(await lockedSource(io.cwd), [...models.keys()], io)
  const changes = [...models].flatMap(([path, now]) => {
    const before = locked.get(path)
    return before === undefined ? [] : diffModels(before, now)
  })
  return { changes, fetched }
}

const showChanges = (changes: readonly ModelChange[]): string =>
  changes.length === 0 ? 'Nothing differs from what is locked\n' : changes.map(printChange).join('')

const diff = async (names: readonly string[], options: Options, io: Io): Promise<void> => {
  const { changes } = await compare(names, options, io)
  if (changes.length > 0) io.exitCode = 1
  print(io, options, changes, showChanges(changes))
}

const update = async (names: readonly string[], options: Options, io: Io): Promise<void> => {
  const { changes, fetched } = await compare(names, options, io)
  if (options.apply === true) {
    for (const part of fetched) await writeLock(io.cwd, mergeLock(await readLock(io.cwd), part), part.copies)
    print(io, options, changes, `${showChanges(changes)}The lock is up to date; run city-context generate\n`)
    return
  }
  if (changes.length > 0) io.exitCode = 1
  print(
    io,
    options,
    changes,
    `${showChanges(changes)}${changes.length > 0 ? 'Nothing was changed; --apply takes the new versions\n' : ''}`,
  )
}

const printCollision = ({ rule, name, of, iri, variants }: Collision): string => {
  const lines = variants.map(({ value, models }) => {
    const shown = models
      .slice(0, 4)
      .map((path) => path.replace(/^dataModel\./, ''))
      .join(', ')
    return `    ${value}  (${shown}${models.length > 4 ? ` and ${models.length - 4} more` : ''})\n`
  })
  return `${of === 'type' ? 'entity type ' : ''}${name}${iri === undefined ? '' : `  ${iri}`}  [${rule}]\n${lines.join('')}`
}

const failing = (failOn: string | undefined, found: readonly Collision[]): boolean => {
  if (failOn === undefined) return false
  const rules = failOn === 'any' ? [...lintRules] : failOn.split(',').map((rule) => rule.trim())
  const unknown = rules.find((rule) => !(lintRules as readonly string[]).includes(rule))
  if (unknown !== undefined)
    throw new UsageError(`--fail-on ${unknown}: there is no such rule; use any, or ${lintRules.join(', ')}`)
  return found.some(({ rule }) => (rules as readonly string[]).includes(rule))
}

const lint = async (names: readonly string[], options: Options, io: Io): Promise<void> => {
  const folder = options.source === undefined ? await lockedSource(io.cwd) : resolve(io.cwd, options.source)
  const source = await openSource(folder)
  const { models } = await describeModels(source, selectModels(source, names), { signal: io.signal })
  const contextOf = openContexts(source, () => {})
  const global = source.read(join('data-models', 'context.jsonld'))
  const found = lintModels(
    models,
    ({ subject }) => contextOf(subject).terms,
    global === undefined ? undefined : termMapOf(JSON.parse(global)),
  )
  if (failing(options.failOn, found)) io.exitCode = 1
  const counts = lintRules.map((rule) => `${found.filter((item) => item.rule === rule).length} ${rule}`)
  print(
    io,
    options,
    found,
    `${found.map(printCollision).join('')}${models.length} models: ${counts.join(', ')}\n`,
  )
}

const sourceOption = '--source <SOURCE>'
const sourceText = 'folder with the layout REPO/MODEL/schema.json, base URL of a site, or URL of one schema'

const subcommand = (parent: Command, name: string, summary: string): Command =>
  parent.command(name).description(summary).option('--json', 'print JSON').copyInheritedSettings(parent)

/** `city-context models`: finds models, locks them in the project, compares and lints them. */
export const configure: Configure = (command, io) => {
  subcommand(command, 'search', 'find models by words in their names')
    .argument('<WORD...>')
    .option(sourceOption, sourceText, officialSite)
    .action((words: readonly string[], options: Options) => search(words, options, io))
  subcommand(command, 'add', 'lock models: copy their schemas and contexts into the project')
    .argument('[MODEL...]')
    .option(sourceOption, sourceText, officialSite)
    .option('--all', 'every model of the source')
    .action((names: readonly string[], options: Options) => add(names, options, io))
  subcommand(command, 'list', 'show the locked models').action((options: Options) => list(options, io))
  subcommand(command, 'diff', 'show how the source differs from what is locked, and whom that breaks')
    .argument('[MODEL...]')
    .option(sourceOption, `${sourceText}; the recorded one when not given`)
    .action((names: readonly string[], options: Options) => diff(names, options, io))
  subcommand(command, 'update', 'show what an update would change; --apply changes it')
    .argument('[MODEL...]')
    .option(sourceOption, `${sourceText}; the recorded one when not given`)
    .option('--apply', 'take the new versions into the lock')
    .action((names: readonly string[], options: Options) => update(names, options, io))
  subcommand(command, 'lint', 'find names that do not mean the same in every model')
    .argument('[MODEL...]', 'models or subjects; all of the source when none is given')
    .option('--source <DIR>', 'folder of models; the locked ones when not given')
    .option(
      '--fail-on <RULES>',
      `exit 1 when one of these rules finds something: any, or ${lintRules.join(', ')}`,
    )
    .action((names: readonly string[], options: Options) => lint(names, options, io))
  command.addHelpText(
    'after',
    `
Examples:
  city-context models search parking
  city-context models add dataModel.Parking/OffStreetParking dataModel.WasteManagement/WasteContainer
  city-context models add --source ./schemas --all
  city-context models update                     shows what would change; --apply changes it
  city-context models lint Parking Environment   same name, other meaning`,
  )
}
