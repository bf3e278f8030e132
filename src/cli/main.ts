#!/usr/bin/env node
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import {
  isBrokerError,
  isQuerySyntaxError,
  isUnsupportedError,
  isUsageError,
  isValidationError,
} from '../errors.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { type Configure, type Io, isUnreachable } from './command.js'

interface Entry {
  readonly summary: string
  readonly load: () => Promise<{ readonly configure: Configure }>
}

/** Every command, in the order a newcomer needs them; each file is loaded only when its command runs. */
const commands: Readonly<Record<string, Entry>> = {
  init: { summary: 'write a first profile and script from a few answers', load: () => import('./init.js') },
  models: { summary: 'find, lock, compare and lint models', load: () => import('./models.js') },
  generate: {
    summary: 'write types, descriptors and validators for models',
    load: () => import('./generate.js'),
  },
  broker: { summary: 'run the embedded NGSI-LD broker', load: () => import('./broker.js') },
  check: { summary: 'check files, URLs or a live broker against a model', load: () => import('./check.js') },
  profile: { summary: "show, compare and lint a city's profile", load: () => import('./profile.js') },
  tender: { summary: 'write requirement texts with acceptance commands', load: () => import('./tender.js') },
  infer: { summary: 'draft a mapping for a file', load: () => import('./infer.js') },
  import: { summary: 'bring a file into the broker through a mapping', load: () => import('./import.js') },
  sync: { summary: 'import a source again and again', load: () => import('./sync.js') },
  recipes: { summary: 'list and test mappings for real files', load: () => import('./recipes.js') },
  explain: {
    summary: 'say where the value of an attribute comes from',
    load: () => import('./explain.js'),
  },
  query: { summary: 'ask the broker for entities', load: () => import('./query.js') },
  get: { summary: 'read one entity', load: () => import('./get.js') },
  export: {
    summary: 'write entities to a file: NDJSON, JSON, GeoJSON, CSV',
    load: () => import('./export.js'),
  },
  watch: { summary: 'show changes live', load: () => import('./watch.js') },
  delete: { summary: 'delete entities by id or by query', load: () => import('./delete.js') },
  subscriptions: {
    summary: 'plan, apply, list and diagnose subscriptions',
    load: () => import('./subscriptions.js'),
  },
  copy: { summary: 'copy a tenant to another broker, with proof', load: () => import('./copy.js') },
  doctor: {
    summary: 'say which broker this is, what it can do, what to fix',
    load: () => import('./doctor.js'),
  },
}

const overview = (): string => {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`)
  return `Usage: city-context COMMAND [options]

One vocabulary (Smart Data Models), one API (NGSI-LD), for a city's own data.

Commands:
${lines.join('\n')}

Examples:
  city-context broker --port 1026
  city-context import parking.csv --map parking.map.yaml --broker http://localhost:1026 --dry-run
  city-context COMMAND --help
`
}

/** The exit code of an error, and whether its message is meant for people (no stack trace). */
const outcomeOf = (error: unknown): { readonly code: number; readonly known: boolean } => {
  if (isUnreachable(error)) return { code: 3, known: true }
  if (isBrokerError(error) || isUnsupportedError(error)) return { code: 1, known: true }
  if (isUsageError(error) || isQuerySyntaxError(error) || isValidationError(error))
    return { code: 2, known: true }
  return { code: 2, known: false }
}

const nearest = (name: string): string => {
  const candidate = nearestName(name, Object.keys(commands))
  return candidate === undefined ? '' : ` Did you mean "${candidate}"?`
}

const isClosedPipe = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'EPIPE'

const report = (error: unknown, io: Io): number => {
  const { code, known } = outcomeOf(error)
  if (io.signal.aborted && !known) {
    // Of a reader that has enough, such as head, nobody needs to be told.
    if (!isClosedPipe(io.signal.reason)) io.stderr.write('stopped\n')
    return 1
  }
  const message =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error)
  io.stderr.write(`error: ${message}\n`)
  return code
}

const version = async (): Promise<string> => {
  const { readFile } = await import('node:fs/promises')
  const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return manifest.version
}

/** Runs one command line and gives its exit code; prints only through `io`. */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout.write(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-V') {
    io.stdout.write(`${await version()}\n`)
    return 0
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (entry === undefined) {
    io.stderr.write(`error: there is no command "${name}".${nearest(name)} See city-context --help\n`)
    return 2
  }
  const command = new Command(`city-context ${name}`)
    .description(entry.summary)
    .exitOverride()
    .showHelpAfterError('(add --help for examples)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
  try {
    const { configure } = await entry.load()
    configure(command, io)
    await command.parseAsync(rest, { from: 'user' })
    return io.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return report(error, io)
  }
}

const isEntryPoint = (): boolean => {
  const script = process.argv[1]
  return script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)
}

if (isEntryPoint()) {
  const interrupt = new AbortController()
  // The first Ctrl-C asks the command to stop cleanly; the second ends the process at once.
  process.once('SIGINT', () => {
    interrupt.abort()
    process.once('SIGINT', () => process.exit(130))
  })
  process.once('SIGTERM', () => interrupt.abort())
  process.stdout.on('error', (error) => {
    if (!isClosedPipe(error)) throw error
    interrupt.abort(error)
  })
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    signal: interrupt.signal,
    exitCode: 0,
  }
  process.exitCode = await main(process.argv.slice(2), io)
}
