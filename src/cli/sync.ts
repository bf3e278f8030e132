import { basename, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { type Schedule, timetable } from '../feed/schedule.js'
import { type SyncRun, syncFeed } from '../feed/sync-feed.js'
import { readState } from '../feed/sync-state.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'

interface Flags extends BrokerOptions {
  readonly map: string
  readonly every: string
  readonly timeZone?: string
  readonly profile?: string
  readonly state?: string
  readonly prune?: boolean
  readonly yes?: boolean
  readonly lineage?: boolean
  readonly allowPrivate?: boolean
  readonly once?: boolean
  readonly status?: boolean
}

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `15m` and the like, or a cron expression; which of both is seen by its blanks. */
const scheduleOf = ({ every, timeZone }: Flags): Schedule => {
  if (/^@|\s/.test(every.trim())) return { every: every.trim(), timeZone }
  const [, count, unit = ''] = /^(\d+)([smhd])$/.exec(every) ?? []
  const ms = Number(count) * (units[unit] ?? Number.NaN)
  if (Number.isNaN(ms))
    throw new UsageError(
      `--every: write 30s, 15m, 1h or 1d, or a cron expression such as "0 3 * * *", not "${every}"`,
    )
  return { every: ms }
}

const lineOf = ({ outcome, report, error, shrunk, nextMs }: SyncRun): string => {
  const { broker, rows, removed } = report ?? {}
  const counts =
    broker === undefined
      ? ''
      : `: ${rows?.read ?? 0} rows, ${rows?.rejected ?? 0} rejected, ${broker.created} created, ${broker.updated + broker.written} changed, ${broker.unchanged} unchanged${removed === undefined ? '' : `, ${removed.pruned} deleted`}`
  const warning = shrunk ? '; the source has less than half of what it had, nothing was deleted' : ''
  const why = error === undefined ? '' : `: ${error}`
  return `${new Date().toISOString()} ${outcome}${counts}${why}${warning}; next in ${Math.round(nextMs / 1000)} s\n`
}

/** Well: the last run was good, and not more than one that was due is missing. */
const status = async (file: string, schedule: Schedule, io: Io): Promise<void> => {
  const state = await readState(file)
  io.stdout.write(`${JSON.stringify(state, null, 2)}\n`)
  const { after } = timetable(schedule)
  const due = state.lastRun === undefined ? undefined : after(after(new Date(state.lastRun)))
  io.exitCode = state.failures === 0 && due !== undefined && Date.now() < due.getTime() + 60_000 ? 0 : 1
}

const located = (location: string | undefined, io: Io): string | undefined =>
  location === undefined || /^https?:/i.test(location) ? location : resolve(io.cwd, location)

const run = async (file: string | undefined, flags: Flags, io: Io): Promise<void> => {
  const schedule = scheduleOf(flags)
  const state = resolve(io.cwd, flags.state ?? `${basename(flags.map).replace(/\.map\.yaml$/, '')}.sync.json`)
  if (flags.status === true) return status(state, schedule, io)
  if (file === '-') throw new UsageError('standard input can be read once; name a file or a URL')
  if (flags.prune === true && flags.yes !== true)
    throw new UsageError('--prune deletes entities while nobody looks; say --yes too')
  await using city = await connectBroker(flags, io)
  await syncFeed({
    mapping: resolve(io.cwd, flags.map),
    file: located(file, io),
    city,
    ...schedule,
    state,
    profile: located(flags.profile, io),
    prune: flags.prune,
    lineage: flags.lineage,
    allowPrivate: flags.allowPrivate,
    runs: flags.once === true ? 1 : undefined,
    signal: io.signal,
    onRun: (done) => {
      io.stdout.write(lineOf(done))
      io.exitCode = done.outcome === 'failed' ? 1 : 0
    },
  })
}

const examples = `
Examples:
  city-context sync https://example.org/parking.json --map parking.map.yaml --broker http://localhost:1026 --every 5m
  city-context sync lamps.csv --map lamps.map.yaml --broker http://localhost:1026 --every 1d --prune --yes
  city-context sync lamps.csv --map lamps.map.yaml --broker http://localhost:1026 --every "0 3 * * *" --time-zone Europe/Amsterdam
  city-context sync --map lamps.map.yaml --every 1d --status

One line per run. An interval begins at once, a cron expression has its times. An http source that says by ETag or Last-Modified
that it has not changed is left alone for a day. After a failure it tries again sooner, ever more seldom. --status prints what is
known; exit code 1 where the last run failed or is overdue.
`

/** Configures `city-context sync`. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .argument('[file]', "file or http(s) URL (default: the mapping's source.file)")
    .requiredOption('--map <file>', 'mapping file')
    .option('-p, --profile <file>', "a city's profile, file or URL: rows that break it are rejected")
    .requiredOption('--every <when>', 'how often: 30s, 15m, 1h, 1d, or when: a cron expression')
    .option('--time-zone <name>', "of a cron expression, such as Europe/Amsterdam (default: this machine's)")
    .option('--state <file>', 'what is known between runs (default: NAME.sync.json in this folder)')
    .option('--prune', 'delete entities whose rows are gone; needs --yes')
    .option('--yes', 'delete without asking')
    .option('--lineage', 'say of each attribute from which file and row it comes')
    .option('--allow-private', 'URLs may lie on this machine or in a private network')
    .option('--once', 'run once, as a scheduler would call it')
    .option('--status', 'print what is known and whether all is well')
    .addHelpText('after', examples)
    .action((file: string | undefined, flags: Flags) => run(file, flags, io))
}
