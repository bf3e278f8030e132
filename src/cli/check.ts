import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { check } from '../check/check.js'
import { type ReportFormat, renderReport, reportFormats } from '../check/render.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { nearestName } from '../ngsi/nearest-name.js'
import type { Configure } from './command.js'

interface Flags {
  readonly model?: string
  readonly profile?: string
  readonly format: ReportFormat
  readonly out?: string
  readonly maxIssues: number
  readonly lang: 'en' | 'nl'
  readonly json?: boolean
  readonly allowPrivate?: boolean
}

const count = (text: string): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('a whole number is needed')
  return value
}

/** The bundled model of a name; throws a UsageError with the nearest one. */
const bundledModel = async (name: string): Promise<Model> => {
  const bundled = new Map<string, unknown>(Object.entries(await import('../models/index.js')))
  const found = bundled.get(name)
  // Of the models' index only models have a validator.
  if (typeof found === 'object' && found !== null && 'validate' in found) return found as Model
  const near = nearestName(name, bundled.keys())
  throw new UsageError(
    `there is no model "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} See city-context models list`,
  )
}

const examples = `
Examples:
  city-context check parking.json --model OffStreetParking
  city-context check delivery.ndjson --profile profile.yaml --format html --out report.html
  city-context check https://example.org/entities.json --format sarif
  cat entities.ndjson | city-context check - --json

Exit code 0: conformant; 1: not conformant; 2: wrong use.
`

/** Configures `city-context check`. */
export const configure: Configure = (command, io) => {
  command
    .argument('<source...>', 'files, http(s) URLs, or - for standard input')
    .option('-m, --model <name>', "model that every payload must follow (default: by each payload's type)")
    .option('-p, --profile <file>', "a city's profile, file or URL")
    .addOption(
      new Option('-f, --format <format>', 'form of the report').choices([...reportFormats]).default('text'),
    )
    .option('-o, --out <file>', 'write the report to a file')
    .option('--max-issues <count>', 'how many findings the report lists', count, 1000)
    .addOption(new Option('--lang <lang>', 'language of text and HTML').choices(['en', 'nl']).default('en'))
    .option('--allow-private', 'URLs may lie on this machine or in a private network')
    .option('--json', 'same as --format json')
    .addHelpText('after', examples)
    .action(async (sources: readonly string[], flags: Flags) => {
      const model = flags.model === undefined ? undefined : await bundledModel(flags.model)
      const located = sources.map((source) =>
        source === '-' || /^https?:/i.test(source) ? source : resolve(io.cwd, source),
      )
      const report = await check(located, {
        model,
        profile:
          flags.profile === undefined || /^https?:/i.test(flags.profile)
            ? flags.profile
            : resolve(io.cwd, flags.profile),
        maxIssues: flags.maxIssues,
        lang: flags.lang,
        stdin: io.stdin as AsyncIterable<Uint8Array | string>,
        allowPrivate: flags.allowPrivate,
        signal: io.signal,
      })
      const text = renderReport(report, flags.json === true ? 'json' : flags.format, flags.lang)
      if (flags.out === undefined) io.stdout.write(text)
      else {
        await writeFile(resolve(io.cwd, flags.out), text)
        io.stdout.write(renderReport(report, 'text', flags.lang))
      }
      io.exitCode = report.conformant ? 0 : 1
    })
}
