import { open, rename, unlink } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { crs, crsCodes, geometriesIn } from '../feed/crs.js'
import type { JsonObject } from '../ngsi/entity.js'
import { addBrokerOptions, connectBroker, modelOf } from './broker-options.js'
import type { Configure, Io } from './command.js'
import { entityWriter, type OutputFormat, outputFormats } from './entity-output.js'
import { applyOptions, type QueryOptions, tellUnknownType } from './query.js'

interface ExportOptions extends QueryOptions {
  readonly out?: string | undefined
  readonly crs?: string | undefined
}

const formatOf = (options: ExportOptions): OutputFormat => {
  const extension = options.out?.split('.').at(-1)
  const text =
    options.format ??
    (extension === 'csv' || extension === 'geojson' || extension === 'json' ? extension : 'ndjson')
  const format = outputFormats.find((known) => known === text && known !== 'table')
  if (format === undefined)
    throw new UsageError(`--format must be ndjson, json, geojson or csv; got "${text}"`)
  return format
}

interface Target {
  readonly write: (text: string) => void
  readonly flush: () => Promise<void>
  readonly finish: () => Promise<void>
  /** Removes what was written; nothing where it was finished. */
  readonly drop: () => Promise<void>
}

/** Writes to a file beside the wanted one and renames it at the end, so that a stopped export leaves no half file. */
const fileTarget = async (path: string): Promise<Target> => {
  const part = `${path}.part`
  const file = await open(part, 'w').catch((error: Error) => {
    throw new UsageError(`${path} cannot be written: ${error.message}`)
  })
  let buffer = ''
  let isOpen = true
  const flush = async (): Promise<void> => {
    const text = buffer
    buffer = ''
    if (text !== '') await file.appendFile(text)
  }
  const close = async (): Promise<void> => {
    isOpen = false
    await file.close()
  }
  return {
    write: (text) => {
      buffer += text
    },
    flush,
    finish: async () => {
      await flush()
      await close()
      await rename(part, path)
    },
    drop: async () => {
      if (!isOpen) return
      await close()
      await unlink(part).catch(() => undefined)
    },
  }
}

const types = async (
  options: ExportOptions,
  city: { types: (options: { signal: AbortSignal }) => Promise<readonly { readonly name: string }[]> },
  io: Io,
): Promise<readonly string[]> =>
  options.type === undefined
    ? (await city.types({ signal: io.signal })).map(({ name }) => name)
    : [options.type]

/** NGSI-LD and NDJSON stay in degrees, as the standard says; a map program may want the country's own system. */
const placedIn = (options: ExportOptions, format: OutputFormat): ((entity: JsonObject) => JsonObject) => {
  if (options.crs === undefined) return (entity) => entity
  if (format !== 'csv' && format !== 'geojson')
    throw new UsageError(
      '--crs goes with --format geojson or csv: NGSI-LD itself knows only degrees (WGS 84)',
    )
  const system = crs(options.crs)
  return (entity) => geometriesIn(system, entity) as JsonObject
}

const run = async (options: ExportOptions, io: Io): Promise<void> => {
  const format = formatOf(options)
  const placed = placedIn(options, format)
  await using city = await connectBroker(options, io)
  const target = options.out === undefined ? undefined : await fileTarget(resolve(io.cwd, options.out))
  const writer = entityWriter(format, (text) => (target ?? io.stdout).write(text), { crs: options.crs })
  let count = 0
  const add = async (entity: JsonObject): Promise<void> => {
    writer.add(placed(entity))
    count += 1
    if (count % 1000 === 0) await target?.flush()
  }
  try {
    for (const type of await types(options, city, io)) {
      const model = await modelOf(type, options.context)
      const query = applyOptions(city.find(model) as never, { as: 'concise', ...options })
      for await (const entity of query.run({ signal: io.signal })) await add(entity)
    }
    writer.end()
    await target?.finish()
  } finally {
    await target?.drop()
  }
  if (count === 0 && options.type !== undefined) await tellUnknownType(city, options.type, io)
  io.stderr.write(`${count} entities${options.out === undefined ? '' : ` in ${options.out}`}\n`)
}

/** `city-context export`: writes entities to a file, concise by default so that nothing is lost. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .option('--type <type>', 'entity type; all types where it is left out')
    .option('--q <text>', 'only where this holds')
    .option('--near <lon,lat,metres>', 'only near a place')
    .option('--scope <scope>', 'only in a scope')
    .option('--pick <names>', 'only these attributes, separated by commas')
    .option('--as <form>', 'simplified, concise or normalized', 'concise')
    .option('--limit <n>', 'at most so many of each type')
    .option('--format <format>', 'ndjson, json, geojson or csv; read from the name of the file otherwise')
    .option('--crs <code>', `coordinates of geojson and csv: ${crsCodes.join(', ')} (default: EPSG:4326)`)
    .option('--out <file>', 'file to write; standard output otherwise')
    .addHelpText(
      'after',
      `
Examples:
  city-context export --broker http://localhost:1026 --out city.ndjson
  city-context export --broker http://localhost:1026 --type WasteContainer --as simplified --out containers.csv
  city-context export --broker http://localhost:1026 --type OffStreetParking --out parking.geojson
  city-context export --broker http://localhost:1026 --type Streetlight --as simplified --crs EPSG:28992 --out lamps.csv

NDJSON holds everything, and comes back in with city-context import city.ndjson.`,
    )
    .action((options: ExportOptions) => run(options, io))
}
