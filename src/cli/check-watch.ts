import { UsageError } from '../errors.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type BrokerOptions, connectBroker, modelOf } from './broker-options.js'
import type { Io } from './command.js'

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 }

/** Milliseconds of a time such as `90s`, `10m` or `1h`. Throws a UsageError for other text. */
export const watchMs = (text: string): number => {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(text) ?? []
  const factor = seconds[unit ?? '']
  if (count === undefined || factor === undefined || Number(count) === 0)
    throw new UsageError(`--watch ${text}: write a time such as 90s, 10m or 1h`)
  return Number(count) * factor * 1000
}

/** Where notifications come to, besides the broker. */
export interface WatchOptions extends BrokerOptions {
  readonly type: string
  readonly watch: string
  readonly host?: string | undefined
  readonly endpoint?: string | undefined
}

/**
 * Gives the entities that a broker notifies of, for a time. The subscription is gone afterwards. Changes are told as they come;
 * deletions have nothing to check.
 */
export async function* watchedEntities(options: WatchOptions, io: Io): AsyncGenerator<unknown> {
  const end = AbortSignal.timeout(watchMs(options.watch))
  await using city = await connectBroker(options, io)
  const model = await modelOf(options.type, options.context)
  const live = await city.subscribe<JsonObject, JsonObject>(model as never, {
    name: `check ${options.type} ${process.pid}`,
    ephemeral: true,
    host: options.host,
    endpoint: options.endpoint,
    onWarning: (sentence) => io.stderr.write(`warning: ${sentence}\n`),
    onError: (error) => io.stderr.write(`note: ${error instanceof Error ? error.message : String(error)}\n`),
    signal: AbortSignal.any([io.signal, end]),
  })
  io.stderr.write(`checking what comes in for ${options.watch}; Ctrl-C ends it and writes the report\n`)
  for await (const { entity, kind } of live) if (kind !== 'deleted' && isObject(entity)) yield entity
}
