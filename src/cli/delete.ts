import { failureLines } from '../client/failure-lines.js'
import type { EntityOutcome } from '../client/outcome.js'
import { UsageError } from '../errors.js'
import { addBrokerOptions, connectBroker, modelOf } from './broker-options.js'
import type { Configure, Io } from './command.js'
import { applyOptions, type QueryOptions } from './query.js'

interface DeleteOptions extends QueryOptions {
  readonly dryRun?: boolean | undefined
  readonly yes?: boolean | undefined
}

const tellFailures = (problems: readonly EntityOutcome[], io: Io): void => {
  for (const line of failureLines(problems, 10)) io.stderr.write(`${line}\n`)
}

const deleteIds = async (ids: readonly string[], options: DeleteOptions, io: Io): Promise<void> => {
  await using city = await connectBroker(options, io)
  // As many as connectBroker gives every other request: a person waits.
  const limits = { attempts: 3, deadlineMs: 20_000 }
  const report =
    options.dryRun === true ? undefined : await city.deleteAll(ids, { ...limits, signal: io.signal })
  const { deleted = 0, failed = 0, problems = [], aborted = false } = report ?? {}
  if (aborted || problems.length > 0) io.exitCode = 1
  if (options.json === true)
    io.stdout.write(`${JSON.stringify({ asked: ids.length, deleted, failed, problems })}\n`)
  else
    io.stdout.write(
      options.dryRun === true ? `would delete ${ids.length}\n` : `deleted ${deleted}, failed ${failed}\n`,
    )
  if (options.json !== true) tellFailures(problems, io)
}

const deleteMatches = async (type: string, options: DeleteOptions, io: Io): Promise<void> => {
  await using city = await connectBroker(options, io)
  const model = await modelOf(type, options.context)
  const query = applyOptions(city.find(model) as never, options)
  const sure = options.yes === true && options.dryRun !== true
  const { matched, ids, report } = await city.deleteWhere(query, { dryRun: !sure, signal: io.signal })
  const { problems = [], aborted = false } = report ?? {}
  if (aborted || problems.length > 0) io.exitCode = 1
  if (options.json === true) {
    io.stdout.write(
      `${JSON.stringify({ matched, deleted: report?.deleted ?? 0, failed: report?.failed ?? 0, problems, dryRun: !sure })}\n`,
    )
    return
  }
  tellFailures(problems, io)
  if (sure) io.stdout.write(`deleted ${report?.deleted ?? 0} of ${matched}\n`)
  else
    io.stdout.write(
      `would delete ${matched}${ids.length > 0 ? `, such as ${ids.slice(0, 3).join(', ')}` : ''}; --yes does it\n`,
    )
}

const run = async (ids: readonly string[], options: DeleteOptions, io: Io): Promise<void> => {
  if (ids.length > 0) return deleteIds(ids, options, io)
  if (options.type === undefined)
    throw new UsageError('what to delete? give ids, or --type with --q, --near or --yes')
  return deleteMatches(options.type, options, io)
}

/** `city-context delete`: deletes entities by id or by query; a query needs --yes. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command.argument('[ids...]', 'ids of the entities'))
    .option('--type <type>', 'entities of this type')
    .option('--q <text>', 'only where this holds')
    .option('--near <lon,lat,metres>', 'only near a place')
    .option('--scope <scope>', 'only in a scope')
    .option('--dry-run', 'only tell')
    .option('--yes', 'really delete what the query matches')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  city-context delete urn:ngsi-ld:WasteContainer:7 --broker http://localhost:1026
  city-context delete --type WasteContainer --q 'status=="removed"' --broker http://localhost:1026 --dry-run
  city-context delete --type WasteContainer --q 'status=="removed"' --broker http://localhost:1026 --yes`,
    )
    .action((ids: readonly string[], options: DeleteOptions) => run(ids, options, io))
}
