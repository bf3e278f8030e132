import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { City } from '../connect.js'
import { UsageError } from '../errors.js'
import { importFeed } from '../feed/import-feed.js'
import { isClean } from '../feed/report.js'
import { renderFeedReport } from '../feed/report-text.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'
import { runLoad } from './load.js'
import { loadProgress, sayHowToResume } from './progress.js'

interface Flags extends BrokerOptions {
  readonly map?: string
  readonly profile?: string
  readonly dryRun?: boolean
  readonly report?: string
  readonly lineage?: boolean
  readonly json?: boolean
  readonly allowPrivate?: boolean
  readonly prune?: boolean
  readonly yes?: boolean
  readonly resume?: boolean
  readonly journal?: string
  readonly deadLetter?: string
}

const targetOf = (flags: Flags, io: Io): Promise<City> | undefined => {
  if (flags.dryRun === true) return undefined
  if (flags.broker === undefined && io.env['CITY_CONTEXT_BROKER'] === undefined)
    throw new UsageError('say --broker URL (or set CITY_CONTEXT_BROKER), or --dry-run to write nothing')
  return connectBroker(flags, io)
}

const removedRule = ({ prune, yes }: Flags): 'ignore' | 'report' | 'delete' => {
  if (prune !== true) return 'ignore'
  return yes === true ? 'delete' : 'report'
}

const located = (location: string, io: Io): string =>
  location === '-' || /^https?:/i.test(location) ? location : resolve(io.cwd, location)

/** Where the journal of an import stands: named, or in this folder, after the source. */
const journalFile = (
  file: string | undefined,
  { resume, journal, map }: Flags,
  io: Io,
): string | undefined => {
  if (journal !== undefined) return resolve(io.cwd, journal)
  if (resume !== true) return undefined
  const name =
    file === undefined || file === '-' ? basename(map ?? 'stdin') : basename(file.replace(/[?#].*$/, ''))
  return resolve(io.cwd, `${name}.journal.ndjson`)
}

/** What only a mapping gives a meaning to. */
const refuseWithoutMap = ({ profile, dryRun, report, lineage, prune }: Flags): void => {
  if ([profile, dryRun, report, lineage, prune].some((given) => given !== undefined))
    throw new UsageError('--profile, --dry-run, --report, --lineage and --prune go with --map')
}

const optionalPath = (path: string | undefined, io: Io): string | undefined =>
  path === undefined ? undefined : resolve(io.cwd, path)

const runImport = async (
  file: string | undefined,
  map: string,
  journal: string | undefined,
  flags: Flags,
  io: Io,
): Promise<void> => {
  const city = await targetOf(flags, io)
  const progress = await loadProgress(io)
  try {
    const report = await importFeed({
      mapping: located(map, io),
      file,
      stdin: io.stdin as AsyncIterable<Uint8Array | string>,
      city,
      profile: flags.profile === undefined ? undefined : located(flags.profile, io),
      dryRun: flags.dryRun,
      lineage: flags.lineage,
      journal,
      deadLetter: optionalPath(flags.deadLetter, io),
      removed: removedRule(flags),
      allowPrivate: flags.allowPrivate,
      onProgress: progress.update,
      signal: io.signal,
    })
    progress.stop()
    const json = `${JSON.stringify(report, null, 2)}\n`
    if (flags.report !== undefined) await writeFile(resolve(io.cwd, flags.report), json)
    io.stdout.write(flags.json === true ? json : renderFeedReport(report))
    if (flags.dryRun !== true) sayHowToResume(journal, io)
    io.exitCode = isClean(report) && !io.signal.aborted ? 0 : 1
  } finally {
    progress.stop()
    await city?.close()
  }
}

const examples = `
Examples:
  city-context import parking.csv --map parking.map.yaml --dry-run
  city-context import parking.csv --map parking.map.yaml --broker http://localhost:1026
  city-context import parking.csv --map parking.map.yaml --profile profile.yaml --broker http://localhost:1026
  city-context import https://example.org/lamps.geojson --map lamps.map.yaml --broker http://localhost:1026 --report report.json
  city-context import parking.csv --map parking.map.yaml --broker http://localhost:1026 --resume --dead-letter failed.ndjson
  city-context import city.ndjson --broker http://localhost:1026
  city-context import failed.ndjson --broker http://localhost:1026
  unzip -p register.zip trees.csv | city-context import - --map trees.map.yaml --dry-run --json

With a mapping, everything is read and checked before anything is written. With --resume a journal is kept, and a run that was
stopped or killed goes on when the same command is given again. Exit code 0: clean; 1: rows were rejected or writes failed;
2: mapping, file or options are wrong; 3: the broker could not be reached.
`

/** Configures `city-context import`. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .argument('[file]', "file, http(s) URL, or - for standard input (default: the mapping's source.file)")
    .option(
      '--map <file>',
      'mapping file; left out for NGSI-LD entities as export and dead letters hold them (.ndjson)',
    )
    .option('-p, --profile <file>', "a city's profile, file or URL: rows that break it are rejected")
    .option('--dry-run', 'read, map and check everything, write nothing')
    .option('--report <file>', 'write the whole report as JSON')
    .option('--resume', 'keep a journal, and go on where an earlier run of this source stopped')
    .option('--journal <file>', 'the journal; implies --resume (default: FILE.journal.ndjson in this folder)')
    .option(
      '--dead-letter <file>',
      'write entities that the broker did not take as NDJSON, reasons beside it',
    )
    .option('--prune', 'report entities of this mapping whose rows are gone; with --yes delete them')
    .option('--yes', 'delete without asking')
    .option('--lineage', 'say of each attribute from which file and row it comes')
    .option('--allow-private', 'URLs may lie on this machine or in a private network')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', examples)
    .action((file: string | undefined, flags: Flags) => {
      const place = file === undefined ? undefined : located(file, io)
      const journal = journalFile(file, flags, io)
      if (flags.map !== undefined) return runImport(place, flags.map, journal, flags, io)
      refuseWithoutMap(flags)
      return runLoad(place, { journal, deadLetter: optionalPath(flags.deadLetter, io) }, flags, io)
    })
}
