import type { City } from '../connect.js'
import { UsageError } from '../errors.js'
import { type CopyReport, copyBroker } from '../feed/copy-broker.js'
import { tenantsOf } from '../feed/copy-tenants.js'
import { connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'

interface Flags {
  readonly from: string
  readonly to: string
  readonly tenant?: readonly string[]
  readonly toTenant?: string
  readonly allTenants?: boolean
  readonly type?: readonly string[]
  readonly history?: boolean
  readonly prune?: boolean
  readonly yes?: boolean
  readonly acceptLoss?: boolean
  readonly verifyOnly?: boolean
  readonly json?: boolean
}

const refusal = (report: CopyReport): readonly string[] => [
  '  The target cannot hold everything; nothing was written:',
  ...report.obstacles.map(({ what, count, example }) => `    ${count} ${what} (${example})`),
  '  Say --accept-loss to copy the rest.',
]

const copied = ({ entities, subscriptions, registrations, contexts, history }: CopyReport): string[] => [
  `  entities: ${entities.written} written, ${entities.unchanged} unchanged, ${entities.failed} failed, ${entities.pruned} pruned`,
  ...(history === undefined
    ? []
    : [
        `  past: ${history.values} values of ${history.entities} entities, ${history.copied} copied, ${history.missing} missing`,
      ]),
  `  subscriptions: ${subscriptions.copied} copied (paused), ${subscriptions.present} there already; registrations: ${registrations.copied}; contexts: ${contexts.copied}`,
]

const verdict = ({ equal, complete, seconds }: CopyReport): string =>
  `${equal ? (complete ? 'Equal' : 'Entities equal, but INCOMPLETE (see above)') : 'NOT EQUAL'}, in ${seconds.toFixed(1)} s.`

const render = (report: CopyReport, verifyOnly: boolean): string => {
  if (report.obstacles.length > 0 && report.types.length === 0) return `${refusal(report).join('\n')}\n`
  const width = Math.max(4, ...report.types.map(({ type }) => type.length))
  const rows = report.types.flatMap(({ type, from, to, equal, differences }) => [
    `  ${type.padEnd(width)}  ${String(from.count).padStart(8)}  ${String(to.count).padStart(8)}  ${equal ? 'equal' : 'DIFFERENT'}  ${from.hash.slice(0, 12)} ${to.hash.slice(0, 12)}`,
    ...differences.slice(0, 5).map(({ id, what }) => `    ${what}: ${id}`),
  ])
  return [
    `  ${'type'.padEnd(width)}  ${'source'.padStart(8)}  ${'target'.padStart(8)}  proof`,
    ...rows,
    ...(verifyOnly ? [] : copied(report)),
    ...report.obstacles.map(({ what, count }) => `  lost: ${count} ${what}`),
    ...report.notes.map((note) => `  note: ${note}`),
    verdict(report),
    '',
  ].join('\n')
}

/** Which tenants are copied to which; undefined is the default one. */
const pairs = async (
  { tenant, toTenant, allTenants }: Flags,
  from: City,
  io: Io,
): Promise<readonly (readonly [string | undefined, string | undefined])[]> => {
  if (allTenants === true) {
    if (tenant !== undefined || toTenant !== undefined)
      throw new UsageError('--all-tenants goes without --tenant and --to-tenant')
    return (await tenantsOf(from, io.signal)).map((name) => [name, name])
  }
  if (toTenant !== undefined && (tenant?.length ?? 1) > 1)
    throw new UsageError('--to-tenant goes with one --tenant')
  return (tenant ?? [undefined]).map((name) => [name, toTenant ?? name])
}

const run = async (flags: Flags, from: City, to: City, io: Io): Promise<void> => {
  const reports: (CopyReport & { readonly tenant: string | undefined })[] = []
  for (const [source, target] of await pairs(flags, from, io)) {
    if (flags.from === flags.to && source === target)
      throw new UsageError('--from and --to are the same; name two brokers or two tenants')
    const report = await copyBroker(from.tenant(source), to.tenant(target), {
      types: flags.type,
      history: flags.history,
      prune: flags.prune,
      acceptLoss: flags.acceptLoss,
      verifyOnly: flags.verifyOnly,
      signal: io.signal,
    })
    reports.push({ tenant: source, ...report })
    if (flags.json === true) continue
    if (source !== undefined || flags.allTenants === true)
      io.stdout.write(`Tenant ${source ?? '(default)'}\n`)
    io.stdout.write(render(report, flags.verifyOnly === true))
  }
  if (flags.json === true)
    io.stdout.write(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`)
  const good = reports.every(({ equal, complete, entities }) => equal && complete && entities.failed === 0)
  io.exitCode = good ? 0 : 1
}

const examples = `
Examples:
  city-context copy --from http://old:1026 --to http://new:9090
  city-context copy --from http://old:1026 --to http://new:9090 --tenant parking waste --type OffStreetParking
  city-context copy --from http://old:1026 --to http://new:9090 --all-tenants --history
  city-context copy --from http://old:1026 --to http://new:9090 --verify-only --json

It can be interrupted, also killed, and run again; the source may be in use. What the target cannot hold is said before anything
is written. Subscriptions arrive paused. Exit code 0: equal and complete; 1: not; 3: a broker was not reached.
`

/** Configures `city-context copy`. */
export const configure: Configure = (command, io) => {
  command
    .requiredOption('--from <url>', 'broker to copy from')
    .requiredOption('--to <url>', 'broker to copy to')
    .option('--tenant <name...>', 'tenants, the same on both sides (default: the one without a name)')
    .option('--to-tenant <name>', 'tenant on the target, where it differs')
    .option('--all-tenants', 'every tenant, where the source lists them (Orion-LD does)')
    .option('--type <type...>', 'entity types, by name or IRI (default: all)')
    .option('--history', 'values of the past too, where both brokers keep them')
    .option('--prune', 'delete on the target what the source does not hold; needs --yes')
    .option('--yes', 'delete without asking')
    .option('--accept-loss', 'copy though the target cannot hold everything')
    .option('--verify-only', 'compare, write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      if (flags.prune === true && flags.yes !== true)
        throw new UsageError('--prune deletes on the target; say --yes too')
      await using from = await connectBroker({ broker: flags.from }, io)
      await using to = await connectBroker({ broker: flags.to }, io)
      await run(flags, from, to, io)
    })
}
