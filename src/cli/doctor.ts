import { type BrokerInfo, probeHistory } from '../client/discovery.js'
import type { City } from '../connect.js'
import type { Support } from '../dialect/dialect.js'
import { isBrokerError, isNetworkError } from '../errors.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'

/** One thing that was tried, and how it went. */
interface Finding {
  readonly what: string
  readonly good: boolean
  readonly evidence: string
  readonly remedy?: string | undefined
}

const said = (error: unknown): string => {
  if (isBrokerError(error) || isNetworkError(error)) return error.message
  throw error
}

const tryIt = async (what: string, work: () => Promise<string>, remedy: string): Promise<Finding> => {
  try {
    return { what, good: true, evidence: await work() }
  } catch (error) {
    return { what, good: false, evidence: said(error), remedy }
  }
}

/** Cheap reads that show whether the broker does its daily work; nothing is written. */
const findings = async (city: City, io: Io): Promise<readonly Finding[]> => {
  const { connection } = city
  const { signal } = io
  const get = (path: string, context?: string) => connection.send({ method: 'GET', path, signal, context })
  return [
    await tryIt(
      'types are listed',
      async () => `${(await city.types({ signal })).length} types`,
      'the broker or its database is not well; look into its log',
    ),
    await tryIt(
      'entities can be queried',
      async () => `answered ${(await get('/ngsi-ld/v1/entities?limit=1&local=true')).status}`,
      'check the rights of the token, and that the broker may be queried with local=true',
    ),
    await tryIt(
      'subscriptions can be read',
      async () => {
        let count = 0
        let asleep = 0
        for await (const one of city.subscriptions.list({ signal })) {
          count += 1
          if (one.isActive === false || one.status === 'paused') asleep += 1
        }
        return `${count} subscriptions, ${asleep} paused`
      },
      'check the rights of the token',
    ),
    ...(connection.context === undefined
      ? []
      : [
          await tryIt(
            'the broker reaches the context',
            async () =>
              `answered ${(await get('/ngsi-ld/v1/entities?limit=1&local=true', connection.context)).status}`,
            'the broker itself fetches the @context URL: put it where the broker reaches it',
          ),
        ]),
  ]
}

const historyLine: Readonly<Record<Support, string>> = {
  yes: 'kept',
  no: 'none; Orion-LD keeps it when started with -troe, and older ones answer through Mintaka',
  try: 'not known: the broker did not say whether it keeps any',
}

const print = (info: BrokerInfo, found: readonly Finding[], io: Io): void => {
  const { limits, can } = info
  const able = (answer: string): string =>
    Object.entries(can)
      .flatMap(([name, support]) => (support === answer ? name : []))
      .join(', ') || 'nothing'
  const lines = [
    `${info.product}${info.version === undefined ? '' : ` ${info.version}`} at ${info.url} (known by ${info.evidence})`,
    `batches: ${limits.batchEntities} entities, at most ${limits.maxBatchEntities} and ${Math.round(limits.batchBytes / 1024)} KiB, ${limits.concurrency} at once`,
    `pages: ${limits.pageSize}, at most ${limits.maxPageSize}`,
    `history: ${historyLine[can.temporal]}`,
    `can: ${able('yes')}`,
    `tried when needed: ${able('try')}`,
    `done on this side or refused: ${able('no')}`,
    ...info.notes.map((note) => `note: ${note}`),
    ...found.map(({ what, good, evidence }) => `${good ? 'ok  ' : 'FAIL'} ${what}: ${evidence}`),
    ...found.flatMap(({ good, remedy }) => (good || remedy === undefined ? [] : `     ${remedy}`)),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

const run = async (
  options: BrokerOptions & { readonly json?: boolean | undefined },
  io: Io,
): Promise<void> => {
  await using city = await connectBroker(options, io)
  await probeHistory(city.connection, io.signal)
  const info = await city.info(io.signal)
  const found = await findings(city, io)
  if (found.some(({ good }) => !good)) io.exitCode = 1
  if (options.json === true) io.stdout.write(`${JSON.stringify({ ...info, findings: found })}\n`)
  else print(info, found, io)
}

/** `city-context doctor`: which broker, what it can do, what is wrong. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  city-context doctor --broker http://localhost:1026
  city-context doctor --broker https://broker.example/city --tenant breda --json`,
    )
    .action((options: BrokerOptions & { readonly json?: boolean | undefined }) => run(options, io))
}
