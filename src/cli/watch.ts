import type { Conditions } from '../client/condition.js'
import { UsageError } from '../errors.js'
import type { Change } from '../live/change.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import {
  addBrokerOptions,
  type BrokerOptions,
  connectBroker,
  modelOf,
  wholeNumber,
} from './broker-options.js'
import type { Configure, Io } from './command.js'

interface WatchOptions extends BrokerOptions {
  readonly type?: string | undefined
  readonly q?: string | undefined
  readonly watched?: string | undefined
  readonly name?: string | undefined
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly endpoint?: string | undefined
  readonly limit?: string | undefined
  readonly json?: boolean | undefined
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return (text ?? '').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 60)
}

const line = ({ entity, changed, kind, id, notifiedAt, via }: Change<unknown>): string => {
  const time = (notifiedAt ?? new Date().toISOString()).slice(11, 19)
  const source = isObject(entity) ? entity : {}
  const names = changed ?? Object.keys(source).filter((name) => name !== 'id' && name !== 'type')
  const values = names.slice(0, 6).map((name) => `${name}=${shown(source[name])}`)
  const what = kind === 'deleted' ? 'deleted' : values.join(' ')
  return `${time}  ${id}  ${what}${via === 'reconcile' ? '  (found by comparing)' : ''}\n`
}

const run = async (options: WatchOptions, io: Io): Promise<void> => {
  if (options.type === undefined) throw new UsageError('what to watch? give --type OffStreetParking')
  const limit = wholeNumber('--limit', options.limit, 1) ?? Number.POSITIVE_INFINITY
  await using city = await connectBroker(options, io)
  const model = await modelOf(options.type, options.context)
  const { q } = options
  let seen = 0
  const live = await city.subscribe<JsonObject, JsonObject>(model as never, {
    name: options.name ?? `watch ${options.type} ${process.pid}`,
    ephemeral: options.name === undefined,
    watchedAttributes: options.watched?.split(',').map((name) => name.trim()),
    where: q === undefined ? undefined : (conditions: Conditions<JsonObject, JsonObject>) => conditions.q(q),
    host: options.host,
    port: wholeNumber('--port', options.port),
    endpoint: options.endpoint,
    reconcileSeconds: 30,
    onWarning: (sentence) => io.stderr.write(`warning: ${sentence}\n`),
    onError: (error) => io.stderr.write(`note: ${error instanceof Error ? error.message : String(error)}\n`),
    signal: io.signal,
  })
  io.stderr.write(
    `watching ${options.type} at ${city.connection.baseUrl}; notifications come to ${live.status().endpoint}. Ctrl-C ends it.\n`,
  )
  for await (const change of live) {
    io.stdout.write(options.json === true ? `${JSON.stringify(change)}\n` : line(change))
    seen += 1
    if (seen >= limit) break
  }
  const { delivered, duplicates, reconciled } = live.status()
  io.stderr.write(
    `${delivered} changes; ${reconciled} of them found by comparing, ${duplicates} duplicates left out\n`,
  )
}

/** `city-context watch`: shows changes live. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .option('--type <type>', 'entity type')
    .option('--q <text>', 'condition in the q language')
    .option('--watched <names>', 'only changes of these attributes, separated by commas')
    .option('--name <name>', 'keep the subscription under this name when the command ends')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on', '0')
    .option('--endpoint <url>', 'address under which the broker reaches this machine, or mqtt://host/topic')
    .option('--limit <n>', 'end after so many changes')
    .option('--json', 'one JSON object per line')
    .addHelpText(
      'after',
      `
Examples:
  city-context watch --broker http://localhost:1026 --type OffStreetParking
  city-context watch --broker http://localhost:1026 --type WasteContainer --q 'fillingLevel>0.8' --watched fillingLevel
  city-context watch --broker http://orion:1026 --type Streetlight --host 0.0.0.0 --port 8099 --endpoint http://172.17.0.1:8099/notify
  city-context watch --broker http://orion:1026 --type Streetlight --endpoint mqtt://mosquitto/city/lights`,
    )
    .action((options: WatchOptions) => run(options, io))
}
