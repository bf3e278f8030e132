import type { Command } from 'commander'
import type { ConnectOptions } from '../client/connection.js'
import { nameOnly } from '../client/stored.js'
import { type City, connect } from '../connect.js'
import { dialects, isDialectName } from '../dialect/table.js'
import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import { bundledModels, modelNamed } from '../profile/bundled-model.js'
import type { Io } from './command.js'

/** Options of every command that talks to a broker. */
export interface BrokerOptions {
  readonly broker?: string | undefined
  readonly tenant?: string | undefined
  readonly token?: string | undefined
  readonly context?: string | undefined
  readonly dialect?: string | undefined
  readonly timeout?: string | undefined
}

/** Adds the options that say which broker, and how to reach it. */
export const addBrokerOptions = (command: Command): Command =>
  command
    .option('--broker <url>', 'address of the broker; or the environment variable CITY_CONTEXT_BROKER')
    .option('--tenant <name>', 'tenant (NGSILD-Tenant)')
    .option('--token <token>', 'bearer token; better: the environment variable CITY_CONTEXT_TOKEN')
    .option('--context <url>', 'URL of the JSON-LD context')
    .option('--dialect <name>', 'which broker it is, instead of asking it')
    .option('--timeout <ms>', 'milliseconds per request')

/** Reads a whole number from an option; a UsageError names it. */
export const wholeNumber = (name: string, text: string | undefined, least = 0): number | undefined => {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!Number.isInteger(value) || value < least)
    throw new UsageError(`${name} must be a whole number, ${least} or more; got "${text}"`)
  return value
}

/** Connects as the options and the environment say. */
export const connectBroker = (options: BrokerOptions, io: Io): Promise<City> => {
  const url = options.broker ?? io.env['CITY_CONTEXT_BROKER']
  if (url === undefined) throw new UsageError('which broker? give --broker http://localhost:1026')
  const token = options.token ?? io.env['CITY_CONTEXT_TOKEN']
  const { dialect } = options
  if (dialect !== undefined && !isDialectName(dialect))
    throw new UsageError(`--dialect must be ${Object.keys(dialects).join(', ')}; got "${dialect}"`)
  const connectOptions: ConnectOptions = {
    tenant: options.tenant,
    context: options.context,
    timeoutMs: wholeNumber('--timeout', options.timeout, 1),
    signal: io.signal,
    dialect,
    proxy: io.env['CITY_CONTEXT_PROXY'],
    auth: token === undefined ? undefined : { token },
    // A person waits: few attempts, so that a broker that is not there shows soon.
    retry: { attempts: 3, deadlineMs: 20_000 },
  }
  return connect(url, connectOptions)
}

/** The bundled model of a type name, or the bare name where there is none. */
export const modelOf = async (type: string, context: string | undefined): Promise<Model> => {
  const model = modelNamed(await bundledModels(), type)
  if (model === undefined) return nameOnly(type, context ?? '')
  return context === undefined ? model : { ...model, context }
}
