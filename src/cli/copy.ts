import { UsageError } from '../errors.js'
import { type CopyReport, copyBroker } from '../feed/copy-broker.js'
import { connectBroker } from './broker-options.js'
import type { Configure } from './command.js'

interface Flags {
  readonly from: string
  readonly to: string
  readonly tenant?: string
  readonly toTenant?: string
  readonly type?: readonly string[]
  readonly verifyOnly?: boolean
  readonly json?: boolean
}

const render = (report: CopyReport, verifyOnly: boolean): string => {
  const { entities, subscriptions, registrations, contexts } = report
  const width = Math.max(4, ...report.types.map(({ type }) => type.length))
  const rows = report.types.flatMap(({ type, from, to, equal, differences }) => [
    `  ${type.padEnd(width)}  ${String(from.count).padStart(8)}  ${String(to.count).padStart(8)}  ${equal ? 'equal' : 'DIFFERENT'}  ${from.hash.slice(0, 12)} ${to.hash.slice(0, 12)}`,
    ...differences.slice(0, 5).map(({ id, what }) => `    ${what}: ${id}`),
  ])
  return [
    `  ${'type'.padEnd(width)}  ${'source'.padStart(8)}  ${'target'.padStart(8)}  proof`,
    ...rows,
    ...(verifyOnly
      ? []
      : [
          `  entities: ${entities.written} written, ${entities.unchanged} unchanged, ${entities.failed} failed`,
          `  subscriptions: ${subscriptions.copied} copied (paused), ${subscriptions.present} there already; registrations: ${registrations.copied}; contexts: ${contexts.copied}`,
        ]),
    ...report.notes.map((note) => `  note: ${note}`),
    `${report.equal ? (report.complete ? 'Equal' : 'Entities equal, but INCOMPLETE (see the notes)') : 'NOT EQUAL'}, in ${report.seconds.toFixed(1)} s.`,
    '',
  ].join('\n')
}

const examples = `
Examples:
  city-context copy --from http://old:1026 --to http://new:9090
  city-context copy --from http://old:1026 --to http://new:9090 --tenant parking --type OffStreetParking
  city-context copy --from http://old:1026 --to http://new:9090 --verify-only --json

It can be interrupted and run again. Subscriptions arrive paused. Exit code 0: equal and complete; 1: not; 3: a broker was not reached.
`

/** Configures `city-context copy`. */
export const configure: Configure = (command, io) => {
  command
    .requiredOption('--from <url>', 'broker to copy from')
    .requiredOption('--to <url>', 'broker to copy to')
    .option('--tenant <name>', 'tenant on both sides')
    .option('--to-tenant <name>', 'tenant on the target, where it differs')
    .option('--type <type...>', 'entity types (default: all)')
    .option('--verify-only', 'compare, write nothing')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', examples)
    .action(async (flags: Flags) => {
      const toTenant = flags.toTenant ?? flags.tenant
      if (flags.from === flags.to && flags.tenant === toTenant)
        throw new UsageError('--from and --to are the same; name two brokers or two tenants')
      const from = await connectBroker({ broker: flags.from, tenant: flags.tenant }, io)
      try {
        const to = await connectBroker({ broker: flags.to, tenant: toTenant }, io)
        try {
          const report = await copyBroker(from, to, {
            types: flags.type,
            verifyOnly: flags.verifyOnly,
            signal: io.signal,
          })
          io.stdout.write(
            flags.json === true
              ? `${JSON.stringify(report, null, 2)}\n`
              : render(report, flags.verifyOnly === true),
          )
          io.exitCode = report.equal && report.complete && report.entities.failed === 0 ? 0 : 1
        } finally {
          await to.close()
        }
      } finally {
        await from.close()
      }
    })
}
