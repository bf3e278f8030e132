import type { Query } from '../client/query.js'
import type { Representation, Shape } from '../client/result.js'
import type { City } from '../connect.js'
import { UsageError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import {
  addBrokerOptions,
  type BrokerOptions,
  connectBroker,
  modelOf,
  wholeNumber,
} from './broker-options.js'
import type { Configure, Io } from './command.js'
import { entityWriter, type OutputFormat, outputFormats } from './entity-output.js'

/** What `query` and `export` are asked. */
export interface QueryOptions extends BrokerOptions {
  readonly type?: string | undefined
  readonly q?: string | undefined
  readonly near?: string | undefined
  readonly id?: readonly string[] | undefined
  readonly scope?: string | undefined
  readonly pick?: string | undefined
  readonly orderBy?: string | undefined
  readonly as?: string | undefined
  readonly limit?: string | undefined
  readonly format?: string | undefined
  readonly count?: boolean | undefined
  readonly json?: boolean | undefined
}

type AnyQuery = Query<JsonObject, JsonObject, Shape>

const nearOf = (text: string): { readonly place: readonly [number, number]; readonly maxMeters: number } => {
  const numbers = text.split(',').map(Number)
  const [longitude, latitude, maxMeters] = numbers
  if (
    numbers.length !== 3 ||
    longitude === undefined ||
    latitude === undefined ||
    maxMeters === undefined ||
    numbers.some((n) => !Number.isFinite(n))
  )
    throw new UsageError(`--near takes longitude,latitude,metres such as 5.47,51.44,500; got "${text}"`)
  return { place: [longitude, latitude], maxMeters }
}

const representation = (text: string): Representation => {
  if (text === 'simplified' || text === 'concise' || text === 'normalized') return text
  throw new UsageError(`--as must be simplified, concise or normalized; got "${text}"`)
}

const formatOf = (options: QueryOptions, io: Io): OutputFormat => {
  const text =
    options.format ?? (options.json === true ? 'json' : io.stdout.isTTY === true ? 'table' : 'ndjson')
  const format = outputFormats.find((known) => known === text)
  if (format === undefined)
    throw new UsageError(`--format must be ${outputFormats.join(', ')}; got "${text}"`)
  return format
}

const withOrder = (query: AnyQuery, text: string | undefined): AnyQuery => {
  if (text === undefined) return query
  const descending = text.startsWith('-')
  return query.orderBy(descending ? text.slice(1) : text, descending ? 'desc' : 'asc')
}

/** Adds what the options ask to a query. */
export const applyOptions = (start: AnyQuery, options: QueryOptions): AnyQuery => {
  let query = start.as(representation(options.as ?? 'simplified')) as AnyQuery
  if (options.q !== undefined) query = query.q(options.q)
  if (options.near !== undefined) {
    const { place, maxMeters } = nearOf(options.near)
    query = query.near(place, { maxMeters })
  }
  if (options.id !== undefined) query = query.ids(options.id)
  if (options.scope !== undefined) query = query.inScope(options.scope)
  if (options.pick !== undefined)
    query = query.pick(...options.pick.split(',').map((name) => name.trim())) as AnyQuery
  const limit = wholeNumber('--limit', options.limit)
  query = withOrder(query, options.orderBy)
  return limit === undefined ? query : query.limit(limit)
}

/** No entities of a type and no such type look the same; says on stderr where it is the latter. */
export const tellUnknownType = async (city: City, type: string, io: Io): Promise<void> => {
  const known = (await city.types({ signal: io.signal })).map(({ name }) => name)
  if (known.includes(type)) return
  const near = nearestName(type, known)
  const { tenant } = city.connection
  const where = tenant === undefined ? 'the broker' : `tenant "${tenant}"`
  const others = known.length === 0 ? 'no entities' : known.slice(0, 10).join(', ')
  io.stderr.write(
    `note: ${where} has no entities of type ${type}, but ${others}${near === undefined ? '' : `; did you mean ${near}?`}\n`,
  )
}

const run = async (options: QueryOptions, io: Io): Promise<void> => {
  if (options.type === undefined) throw new UsageError('which entities? give --type OffStreetParking')
  const format = formatOf(options, io)
  await using city = await connectBroker(options, io)
  const model = await modelOf(options.type, options.context)
  const query = applyOptions(city.find(model) as unknown as AnyQuery, options)
  if (options.count === true) {
    const count = await query.count({ signal: io.signal })
    io.stdout.write(options.json === true ? `${JSON.stringify({ count })}\n` : `${count}\n`)
    if (count === 0) await tellUnknownType(city, options.type, io)
    return
  }
  const writer = entityWriter(format, (text) => io.stdout.write(text), {
    columnsWide: io.stdout.columns,
  })
  let empty = true
  for await (const entity of query.run({ signal: io.signal })) {
    writer.add(entity)
    empty = false
  }
  writer.end()
  if (empty) await tellUnknownType(city, options.type, io)
  for (const note of city.connection.emulations()) io.stderr.write(`note: ${note}\n`)
}

/** `city-context query`: asks the broker for entities. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .option('--type <type>', 'entity type')
    .option('--q <text>', 'condition in the q language')
    .option('--near <lon,lat,metres>', 'only near a place')
    .option('--id <id...>', 'only these ids')
    .option('--scope <scope>', 'only in a scope, /Breda/#')
    .option('--pick <names>', 'only these attributes, separated by commas')
    .option('--order-by <path>', 'order; -path for descending')
    .option('--as <form>', 'simplified, concise or normalized', 'simplified')
    .option('--limit <n>', 'at most so many')
    .option('--format <format>', `${outputFormats.join(', ')} (table on a terminal, else ndjson)`)
    .option('--count', 'only count')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Examples:
  city-context query --broker http://localhost:1026 --type OffStreetParking --limit 10
  city-context query --broker http://localhost:1026 --type WasteContainer --q 'fillingLevel>0.8' --count
  city-context query --broker http://localhost:1026 --type WasteContainer --near 5.47,51.44,500 --format geojson > near.geojson`,
    )
    .action((options: QueryOptions) => run(options, io))
}
