import { UsageError } from '../errors.js'
import type { Configure, Io } from './command.js'

interface Options {
  readonly port: string
  readonly host: string
  readonly data?: string | undefined
  readonly history: string
  readonly historyDays?: string | undefined
  readonly cors?: string | undefined
  readonly allowPrivateContexts: boolean
  readonly allowPrivateReceivers?: boolean | undefined
  readonly accessLog: boolean
  readonly backup?: string | undefined
}

const examples = `
Examples:
  city-context broker                        on a free port of this machine
  city-context broker --port 1026
  city-context broker --port 1026 --data city.db      keeps everything in a file
  city-context broker --host 0.0.0.0 --port 1026
  city-context broker --data city.db --backup monday.db    copies the file, also while a broker uses it

It prints its URL, and nothing else, on stdout when it is ready. Ctrl-C stops it.
With CITY_CONTEXT_BROKER_TOKEN in the environment, every request must carry that bearer token.
`

const historyOf = (text: string): number => {
  if (/^\d{1,7}$/.test(text)) return Number(text)
  throw new UsageError(`--history must be a number of instances, not "${text}"`)
}

const daysOf = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text)
  throw new UsageError(`--history-days must be a number of days above 0, not "${text}"`)
}

const portOf = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new UsageError(`--port must be 0 to 65535, not "${text}"`)
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

const backup = async ({ data }: Options, target: string): Promise<void> => {
  if (data === undefined) throw new UsageError('--backup copies a data file; name it with --data')
  const { backupDataFile } = await import('../broker/backup.js')
  await backupDataFile(data, target)
}

const run = async (options: Options, io: Io): Promise<void> => {
  if (options.backup !== undefined) return backup(options, options.backup)
  const port = portOf(options.port)
  const { startBroker } = await import('../broker/server.js')
  const broker = await startBroker({
    port,
    host: options.host,
    file: options.data,
    history: historyOf(options.history),
    historyDays: options.historyDays === undefined ? undefined : daysOf(options.historyDays),
    cors: options.cors,
    // A token on the command line would be seen by every user of the machine.
    token: io.env['CITY_CONTEXT_BROKER_TOKEN'],
    allowPrivateContexts: options.allowPrivateContexts,
    allowPrivateReceivers: options.allowPrivateReceivers,
    accessLog: options.accessLog,
    log: (event) => void io.stderr.write(`${JSON.stringify(event)}\n`),
  })
  io.stdout.write(`${broker.url}\n`)
  await aborted(io.signal)
  await broker.close()
}

/** Adds options, examples and action of `city-context broker`. */
export const configure: Configure = (command, io) => {
  command
    .option('--port <number>', 'port to listen on; 0 takes a free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <file>', 'keep everything in this file (needs the package libsql)')
    .option('--history <number>', 'instances kept of each attribute; 0 keeps none', '1000')
    .option('--history-days <number>', 'days after which an instance goes when a newer one comes')
    .option('--cors <origin>', 'origin whose web pages may call the broker, or *')
    .option('--allow-private-contexts', 'fetch @contexts also from private addresses', false)
    .option(
      '--allow-private-receivers',
      'notify receivers, and ask registered sources, on this machine and in private networks (default: where --host is this machine)',
    )
    .option('--access-log', 'one JSON line on stderr for every request, without parameters and bodies', false)
    .option('--backup <file>', 'copy the file of --data into this new file, and end')
    .addHelpText('after', examples)
    .action((options: Options) => run(options, io))
}
