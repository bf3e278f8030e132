import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Option } from 'commander'
import { printCoreContexts } from '../model/core-contexts.js'
import { type GenerateOptions, type GenerateReport, generate } from '../model/generate.js'
import { compareFolder, writeFolder } from '../model/output-folder.js'
import { agreementsOf } from '../profile/agreement.js'
import type { Configure, Io } from './command.js'
import { countedRules, printFindings } from './finding-list.js'
import { lockedSource } from './locked-source.js'

interface Options {
  readonly source?: string
  readonly out: string
  readonly check?: boolean
  readonly findings?: boolean
  readonly json?: boolean
  readonly internal?: boolean
  readonly profile?: string
}

const coreVersions = ['1.6', '1.9']

/** The project's own core contexts are generated beside its models. */
const coreContextFiles = async (source: string): Promise<ReadonlyMap<string, string>> => {
  const contexts: Record<string, unknown> = {}
  for (const version of coreVersions) {
    const name = `ngsi-ld-core-context-v${version}.jsonld`
    const document = JSON.parse(await readFile(join(source, 'contexts', name), 'utf8')) as {
      '@context': unknown
    }
    contexts[`https://uri.etsi.org/ngsi-ld/v1/${name}`] = document['@context']
  }
  return new Map([['core-contexts.ts', printCoreContexts(contexts)]])
}

const internalFiles = async (source: string, out: string, check: boolean): Promise<readonly string[]> => {
  const folder = resolve(out, '../ngsi')
  const files = await coreContextFiles(source)
  const { changed } = await compareFolder(folder, files)
  if (!check) await writeFolder(folder, files, { changed, superfluous: [] })
  return changed
}

const summary = (report: GenerateReport, out: string, check: boolean, seconds: number): string => {
  const what = `${report.models} models, ${report.attributes} attributes`
  if (check)
    return report.stale.length === 0
      ? `${out} is up to date: ${what}\n`
      : `${out} is stale: ${report.stale.slice(0, 10).join(', ')}${report.stale.length > 10 ? ` and ${report.stale.length - 10} more` : ''}\nRun city-context generate without --check\n`
  const size = `${report.files.length} files, ${Math.round(report.bytes / 1000)} kB`
  return `${what} in ${out}: ${size}, ${report.stale.length} written, ${seconds.toFixed(1)} s\n`
}

const agreements = async (profile: string | undefined, io: Io): Promise<GenerateOptions['agreements']> => {
  if (profile === undefined) return undefined
  const { readProfile } = await import('../profile/profile-file.js')
  const location = /^https?:/i.test(profile) ? profile : resolve(io.cwd, profile)
  return agreementsOf(await readProfile(location, { signal: io.signal }))
}

const run = async (models: readonly string[], options: Options, io: Io): Promise<void> => {
  const started = performance.now()
  const source = options.source === undefined ? await lockedSource(io.cwd) : resolve(io.cwd, options.source)
  const out = resolve(io.cwd, options.out)
  const check = options.check === true
  const report = await generate({
    source,
    out,
    models,
    check,
    agreements: await agreements(options.profile, io),
    library: options.internal === true ? '../model/index.js' : undefined,
    signal: io.signal,
    onProgress: io.stderr.isTTY
      ? (done, total) => void io.stderr.write(`\r${done} of ${total} models${done === total ? '\n' : ''}`)
      : undefined,
  })
  const internal = options.internal === true ? await internalFiles(source, out, check) : []
  const stale = [...report.stale, ...internal]
  if ((check && stale.length > 0) || report.lost.length > 0) io.exitCode = 1
  const whole = { ...report, stale }
  if (options.json === true) {
    io.stdout.write(`${JSON.stringify(whole, null, 2)}\n`)
    return
  }
  if (report.findings.length > 0)
    io.stderr.write(
      options.findings === true ? printFindings(report.findings) : countedRules(report.findings),
    )
  for (const path of report.lost.slice(0, 20)) {
    const why = report.findings.find(({ place }) => place.startsWith(`${path}/`))
    io.stderr.write(
      `error: ${why?.place ?? path}: ${why?.message ?? 'the schema cannot be read'}; this model was left out\n`,
    )
  }
  io.stdout.write(summary(whole, options.out, check, (performance.now() - started) / 1000))
}

/** `city-context generate`: writes types, descriptors and validators of models. */
export const configure: Configure = (command, io) => {
  command
    .argument('[MODEL...]', 'models by name, path or subject; all of the source when none is given')
    .option(
      '--source <DIR>',
      'folder with the layout REPO/MODEL/schema.json; the locked models when not given',
    )
    .requiredOption('--out <DIR>', 'folder to write into')
    .option(
      '-p, --profile <file>',
      "a city's profile, file or URL: types and validators obey it, its own attributes are added",
    )
    .option('--check', 'write nothing; exit 1 when the folder is stale')
    .option('--findings', 'list everything that the schemas say wrongly')
    .option('--json', 'print the report as JSON')
    .addOption(
      new Option('--internal', 'for the library itself: relative imports, and its core contexts').hideHelp(),
    )
    .addHelpText(
      'after',
      `
Examples:
  city-context generate --out src/generated                        the locked models (see city-context models)
  city-context generate --source ./schemas --out src/generated WasteContainer
  city-context generate --out src/generated --profile voorbeeldstad.profile.yaml
  city-context generate --out src/generated --check                for a build: fails when the folder is stale`,
    )
    .action((models: readonly string[], options: Options) => run(models, options, io))
}
