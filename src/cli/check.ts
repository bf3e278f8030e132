import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { renderBehaviour } from '../check/behaviour/table.js'
import { brokerBehaviour } from '../check/broker-behaviour.js'
import { type BrokerEntitiesOptions, brokerEntities } from '../check/broker-entities.js'
import { check } from '../check/check.js'
import { examplePayloads } from '../check/examples.js'
import { type ReportFormat, renderReport, reportFormats } from '../check/render.js'
import type { CheckReport } from '../check/report.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { bundledModels, requiredModel } from '../profile/bundled-model.js'
import type { WatchOptions } from './check-watch.js'
import type { Configure, Io } from './command.js'

interface Flags {
  readonly model?: string
  readonly profile?: string
  readonly format: ReportFormat
  readonly out?: string
  readonly maxIssues: number
  readonly lang: 'en' | 'nl'
  readonly json?: boolean
  readonly contexts?: boolean
  readonly allowPrivate?: boolean
  readonly broker?: string
  readonly type?: string
  readonly tenant?: string
  readonly token?: string
  readonly examples?: string
  readonly brokerBehaviour?: string
  readonly watch?: string
  readonly host?: string
  readonly endpoint?: string
}

const count = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('a whole number is needed')
  return value
}

const examples = `
Examples:
  city-context check parking.json --model OffStreetParking
  city-context check delivery.ndjson --profile profile.yaml --format html --out report.html
  city-context check https://example.org/entities.json --format sarif
  city-context check --broker http://localhost:1026 --type OffStreetParking
  city-context check --broker http://localhost:1026 --type OffStreetParking --watch 10m
  city-context check --broker-behaviour http://localhost:1026
  city-context check --examples kit --model OffStreetParking
  cat entities.ndjson | city-context check - --json

Exit code 0: conformant; 1: not conformant; 2: wrong use.
`

const fileSources = (sources: readonly string[], io: Io): readonly string[] =>
  sources.map((source) => (source === '-' || /^https?:/i.test(source) ? source : resolve(io.cwd, source)))

const brokerAccess = (
  flags: Flags,
  broker: string,
  model: Model | undefined,
  io: Io,
): Omit<BrokerEntitiesOptions, 'type'> => ({
  broker,
  context: model?.context,
  tenant: flags.tenant,
  token: flags.token ?? io.env['CITY_CONTEXT_TOKEN'],
  signal: io.signal,
})

/** Only a check that watches needs the client and the receiver. */
async function* watched(options: WatchOptions, io: Io): AsyncGenerator<unknown> {
  const { watchedEntities } = await import('./check-watch.js')
  yield* watchedEntities(options, io)
}

const brokerSource = (flags: Flags, model: Model | undefined, io: Io): AsyncIterable<unknown> => {
  const type = flags.type ?? model?.type
  if (flags.broker === undefined || type === undefined)
    throw new UsageError('what is to be checked? Name files, or --broker URL with --type or --model')
  const access = brokerAccess(flags, flags.broker, model, io)
  return flags.watch === undefined
    ? brokerEntities({ ...access, type })
    : watched({ ...access, type, watch: flags.watch, host: flags.host, endpoint: flags.endpoint }, io)
}

const checked = async (sources: readonly string[], flags: Flags, io: Io): Promise<CheckReport> => {
  const asked = flags.model ?? flags.type
  const model = asked === undefined ? undefined : requiredModel(await bundledModels(), asked)
  const live = sources.length === 0
  return check(live ? brokerSource(flags, model, io) : fileSources(sources, io), {
    model,
    name: live ? `${flags.broker} ${asked}` : undefined,
    profile: flags.profile === undefined ? undefined : fileSources([flags.profile], io)[0],
    maxIssues: flags.maxIssues,
    lang: flags.lang,
    stdin: io.stdin as AsyncIterable<Uint8Array | string>,
    allowPrivate: flags.allowPrivate,
    changes: flags.watch !== undefined,
    contexts: flags.contexts,
    targets: flags.broker === undefined ? undefined : brokerAccess(flags, flags.broker, model, io),
    // A watch that is stopped ends like one whose time is up: with its report.
    signal: flags.watch === undefined ? io.signal : undefined,
  })
}

const writeExamples = async (flags: Flags, folder: string, io: Io): Promise<void> => {
  if (flags.model === undefined) throw new UsageError('--examples needs --model')
  const payloads = examplePayloads(requiredModel(await bundledModels(), flags.model))
  const path = resolve(io.cwd, folder)
  await mkdir(path, { recursive: true })
  for (const { name, entity } of payloads)
    await writeFile(join(path, `${name}.json`), `${JSON.stringify(entity, null, 2)}\n`)
  const expected = payloads.map(({ name, valid, rule }) => ({ file: `${name}.json`, valid, rule }))
  await writeFile(join(path, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
  io.stdout.write(`${payloads.length} payloads are in ${path}; expected.json says what each must give\n`)
}

const askBroker = async (flags: Flags, broker: string, io: Io): Promise<void> => {
  const tty = io.stderr.isTTY === true
  const report = await brokerBehaviour({
    broker,
    token: flags.token ?? io.env['CITY_CONTEXT_TOKEN'],
    host: flags.host,
    endpoint: flags.endpoint,
    onProgress: (asked, of) => tty && io.stderr.write(`\r${asked} of ${of} requests`),
    signal: io.signal,
  })
  if (tty) io.stderr.write('\r\u001b[K')
  const text =
    flags.json === true || flags.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderBehaviour(report)
  if (flags.out !== undefined) await writeFile(resolve(io.cwd, flags.out), text)
  else io.stdout.write(text)
  io.exitCode = report.results.some(({ state }) => state === 'deviates') ? 1 : 0
}

/** Configures `city-context check`. */
export const configure: Configure = (command, io) => {
  command
    .argument('[source...]', 'files, http(s) URLs, or - for standard input')
    .option(
      '--broker <url>',
      'check what a live broker holds; with files: look there for what their relationships point to',
    )
    .option('--type <name>', 'entity type on the broker')
    .option(
      '--broker-behaviour <url>',
      'ask a broker every operation of the standard, in a tenant of its own',
    )
    .option('--watch <time>', 'with --broker and --type: check what is notified for a time, such as 10m')
    .option('--host <host>', 'with --watch and --broker-behaviour: address to listen on')
    .option(
      '--endpoint <url>',
      'with --watch and --broker-behaviour: address under which the broker reaches this machine',
    )
    .option('--tenant <name>', 'tenant of the broker')
    .option('--token <token>', 'bearer token; better: the environment variable CITY_CONTEXT_TOKEN')
    .option('-m, --model <name>', "model that every payload must follow (default: by each payload's type)")
    .option('-p, --profile <file>', "a city's profile, file or URL")
    .addOption(
      new Option('-f, --format <format>', 'form of the report').choices([...reportFormats]).default('text'),
    )
    .option('-o, --out <file>', 'write the report to a file')
    .option('--max-issues <count>', 'how many findings the report lists', count, 1000)
    .addOption(new Option('--lang <lang>', 'language of text and HTML').choices(['en', 'nl']).default('en'))
    .option('--contexts', 'fetch the addresses in @context too: do they give a context?')
    .option('--allow-private', 'URLs may lie on this machine or in a private network')
    .option(
      '--examples <folder>',
      'write valid and invalid payloads of --model into a folder, for vendors to test with',
    )
    .option('--json', 'same as --format json')
    .addHelpText('after', examples)
    .action(async (sources: readonly string[], flags: Flags) => {
      if (flags.examples !== undefined) return writeExamples(flags, flags.examples, io)
      if (flags.brokerBehaviour !== undefined) return askBroker(flags, flags.brokerBehaviour, io)
      const report = await checked(sources, flags, io)
      const text = renderReport(report, flags.json === true ? 'json' : flags.format, flags.lang)
      if (flags.out !== undefined) await writeFile(resolve(io.cwd, flags.out), text)
      io.stdout.write(flags.out === undefined ? text : renderReport(report, 'text', flags.lang))
      io.exitCode = report.conformant ? 0 : 1
    })
}
