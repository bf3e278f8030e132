import { type BrokerInfo, probeHistory, probeMode } from '../client/discovery.js'
import { isMissingTenant } from '../client/page.js'
import type { City } from '../connect.js'
import { type CapabilityWords, capabilityWords } from '../dialect/capability.js'
import type { Support } from '../dialect/dialect.js'
import { isBrokerError, isNetworkError } from '../errors.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import { type Configure, type Io, isUnreachable } from './command.js'

/** One thing that was tried, and how it went. */
interface Finding {
  readonly what: string
  readonly good: boolean
  readonly evidence: string
  /** Nothing was reached that could have answered. */
  readonly unreachable?: boolean | undefined
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
    return { what, good: false, evidence: said(error), unreachable: isUnreachable(error), remedy }
  }
}

const query = async (city: City, io: Io, context?: string): Promise<string> => {
  const { connection } = city
  const started = performance.now()
  try {
    const { status } = await connection.send({
      method: 'GET',
      path: '/ngsi-ld/v1/entities',
      query: { type: 'SdkProbe', limit: 1 },
      signal: io.signal,
      context,
    })
    return `answered ${status} in ${Math.round(performance.now() - started)} ms`
  } catch (error) {
    if (!isMissingTenant(error)) throw error
    return `tenant "${connection.tenant}" is not there yet: nothing was written to it, or its name is misspelt`
  }
}

/** Cheap reads that show whether the broker does its daily work; nothing is written. */
const findings = async (city: City, io: Io): Promise<readonly Finding[]> => {
  const { connection } = city
  const { signal } = io
  return [
    await tryIt(
      'types are listed',
      async () =>
        `${
          (await city.types({ signal }))
            .map(({ name }) => name)
            .slice(0, 10)
            .join(', ') || 'none yet'
        }`,
      'the broker or its database is not well; look into its log',
    ),
    await tryIt('entities can be queried', () => query(city, io), 'check the rights of the token'),
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
            () => query(city, io, connection.context),
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

const withoutIt: readonly (readonly [CapabilityWords['without'], string])[] = [
  ['emulated', 'done by the library instead'],
  ['differs', 'works with a difference'],
  ['refused', 'refused, with an error that says so'],
]

const lackLines = ({ lacks }: BrokerInfo): readonly string[] =>
  withoutIt.flatMap(([kind, title]) => {
    const some = lacks.filter(({ without }) => without === kind)
    return some.length === 0 ? [] : [`${title}:`, ...some.map(({ what, how }) => `  - ${what}: ${how}`)]
  })

const print = (info: BrokerInfo, found: readonly Finding[], io: Io): void => {
  const { limits, can } = info
  const able = (answer: Support): readonly string[] => {
    const some = Object.entries(capabilityWords).filter(([name]) => can[name as keyof typeof can] === answer)
    return some.map(([, { what }]) => what)
  }
  const tried = able('try')
  const lines = [
    `${info.product}${info.version === undefined ? '' : ` ${info.version}`} at ${info.url} (known by ${info.evidence})`,
    `batches: ${limits.batchEntities} entities, at most ${limits.maxBatchEntities} and ${Math.round(limits.batchBytes / 1024)} KiB, ${limits.concurrency} at once`,
    `pages: ${limits.pageSize}, at most ${limits.maxPageSize}`,
    `geo relations: ${info.geoRelations.join(', ')}${info.geoRelations.length < 7 ? '; others are checked by the library' : ''}`,
    `history: ${historyLine[can.temporal]}`,
    `works: ${able('yes').join(', ') || 'nothing is known to'}`,
    ...(tried.length === 0
      ? []
      : [
          `not known; tried when needed, or done by the library where trying could mislead: ${tried.join(', ')}`,
        ]),
    ...lackLines(info),
    ...info.notes.map((note) => `note: ${note}`),
    ...found.map(({ what, good, evidence }) => `${good ? 'ok  ' : 'FAIL'} ${what}: ${evidence}`),
    ...found.flatMap(({ good, what, remedy }) =>
      good || remedy === undefined ? [] : `to fix, so that ${what}: ${remedy}`,
    ),
  ]
  io.stdout.write(`${lines.join('\n')}\n`)
}

const run = async (
  options: BrokerOptions & { readonly json?: boolean | undefined },
  io: Io,
): Promise<void> => {
  await using city = await connectBroker(options, io)
  // Asks the broker once, so that what follows knows who it is.
  await city.connection.dialect(io.signal)
  await probeMode(city.connection, io.signal)
  await probeHistory(city.connection, io.signal)
  const info = await city.info(io.signal)
  const found = await findings(city, io)
  if (found.some(({ good }) => !good)) io.exitCode = found.every(({ unreachable }) => unreachable) ? 3 : 1
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
