import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { readLock, writeLock } from '../model/lock.js'
import { chooseModels, type Fetched, fetchModels, mergeLock } from '../model/locking.js'
import { openSupply } from '../model/supply.js'
import { bundledModels, requiredModel } from '../profile/bundled-model.js'
import type { Configure, Io } from './command.js'
import { writeNew } from './new-file.js'

interface Flags {
  readonly name?: string
  readonly owner?: string
  readonly models?: string
  readonly dir: string
  readonly force?: boolean
}

interface Answers {
  readonly name: string
  readonly owner: string
  readonly models: readonly Model[]
}

const chosen = (text: string, models: readonly Model[]): readonly Model[] =>
  text
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .map((name) => requiredModel(models, name))

const askedFor = async (flags: Flags, io: Io): Promise<Answers> => {
  const models = await bundledModels()
  const complete = flags.name !== undefined && flags.owner !== undefined && flags.models !== undefined
  if (!complete && io.stdout.isTTY !== true)
    throw new UsageError('say --name, --owner and --models; without a terminal nothing can be asked')
  const ask = createInterface({ input: io.stdin, output: io.stdout as NodeJS.WritableStream })
  try {
    const answer = async (given: string | undefined, question: string, usual: string): Promise<string> =>
      given ?? ((await ask.question(`${question} [${usual}] `, { signal: io.signal })).trim() || usual)
    const name = await answer(flags.name, 'Short name of the town?', 'voorbeeldstad')
    const owner = await answer(flags.owner, 'Who decides about the profile?', `Gemeente ${name}`)
    const list = await answer(flags.models, 'Which models?', 'OffStreetParking,WasteContainer')
    return { name, owner, models: chosen(list, models) }
  } finally {
    ask.close()
  }
}

const profileText = ({ name, owner, models }: Answers): string =>
  [
    `# What ${owner} asks of its data. See city-context profile --help and docs/rules.md.`,
    `name: ${JSON.stringify(name)}`,
    'version: "0.1.0"',
    `owner: ${JSON.stringify(owner)}`,
    'license: CC0-1.0',
    'governance:',
    '  purpose: Management of public space',
    '  legalBasis: Public task (GDPR article 6.1.e)',
    `  contact: data@${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.example`,
    'models:',
    ...models.flatMap((model) => [
      `  ${model.type}:`,
      ...(model.version === undefined ? [] : [`    version: ${model.version}`]),
      '    class: public',
      '    attributes:',
      ...[...new Set([...model.required, 'name'])]
        .filter((attribute) => Object.hasOwn(model.attributes, attribute))
        .map((attribute) => `      ${attribute}: { level: mandatory }`),
    ]),
    '',
  ].join('\n')

const scriptText = ({ models }: Answers): string => {
  const [first] = models
  const type = first?.type ?? 'OffStreetParking'
  return `import { connect } from 'city-context'
import { startBroker } from 'city-context/broker'
import { ${type} } from 'city-context/models'

const broker = await startBroker({ port: 0 })
const city = await connect(broker.url)
console.log(await city.find(${type}).count(), '${type} in', broker.url)
await city.close()
await broker.close()
`
}

/** Where the package's schemas lie in the project of a user: the same path on every machine. */
const packageSchemas = 'node_modules/city-context/schemas'

const fromPackage = (fetched: Fetched): Fetched => ({
  ...fetched,
  models: Object.fromEntries(
    Object.entries(fetched.models).map(([path, model]) => [path, { ...model, source: packageSchemas }]),
  ),
})

/** Locks the chosen models as the package has them, so that generate and a later update know what the profile was written for. */
const lockModels = async (models: readonly Model[], folder: string, signal: AbortSignal): Promise<void> => {
  const paths = models.flatMap(({ source }) => (source === undefined ? [] : [source]))
  // From src/cli and from dist/cli alike, schemas/ is two folders up.
  const supply = await openSupply(fileURLToPath(new URL('../../schemas/', import.meta.url)), folder)
  const fetched = fromPackage(await fetchModels(await chooseModels(supply, paths, false), supply, signal))
  await writeLock(folder, mergeLock(await readLock(folder), fetched), fetched.copies)
}

const examples = `
Examples:
  city-context init
  city-context init --name voorbeeldstad --owner "Gemeente Voorbeeldstad" --models OffStreetParking,Streetlight
`

/** Configures `city-context init`. */
export const configure: Configure = (command, io) => {
  command
    .option('--name <name>', 'short name of the town')
    .option('--owner <owner>', 'who decides about the profile')
    .option('--models <names>', 'models, with commas')
    .option('--dir <folder>', 'where to write', '.')
    .option('--force', 'overwrite files')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const answers = await askedFor(flags, io)
      const folder = resolve(io.cwd, flags.dir)
      await mkdir(folder, { recursive: true })
      const force = flags.force === true
      await writeNew(join(folder, 'profile.yaml'), profileText(answers), force)
      await writeNew(join(folder, 'first.js'), scriptText(answers), force)
      await lockModels(answers.models, folder, io.signal)
      io.stdout.write(
        `profile.yaml, city-context.lock.json and first.js are in ${folder}.\nNext: city-context generate --out src/generated --profile profile.yaml; node first.js\n`,
      )
    })
}
