import type { Representation } from '../client/result.js'
import { UsageError } from '../errors.js'
import { addBrokerOptions, type BrokerOptions, connectBroker, modelOf } from './broker-options.js'
import type { Configure, Io } from './command.js'

interface GetCommandOptions extends BrokerOptions {
  readonly type?: string | undefined
  readonly as: string
  readonly sysAttrs?: boolean | undefined
  readonly json?: boolean | undefined
}

const forms: readonly string[] = ['simplified', 'concise', 'normalized']

const run = async (id: string, options: GetCommandOptions, io: Io): Promise<void> => {
  if (!forms.includes(options.as))
    throw new UsageError(`--as must be ${forms.join(', ')}; got "${options.as}"`)
  await using city = await connectBroker(options, io)
  const model = await modelOf(options.type ?? id.split(':')[2] ?? '', options.context)
  const as = options.as as Representation
  const entity = await city.get(model, id, { as, sysAttrs: options.sysAttrs, signal: io.signal })
  io.stdout.write(`${JSON.stringify(entity, undefined, options.json === true ? 0 : 2)}\n`)
}

/** `city-context get`: reads one entity. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command.argument('<id>', 'id of the entity'))
    .option('--type <type>', 'entity type, for its context; read from a urn:ngsi-ld:Type:… id otherwise')
    .option('--as <form>', forms.join(', '), 'simplified')
    .option('--sys-attrs', 'with createdAt and modifiedAt')
    .option('--json', 'on one line')
    .addHelpText(
      'after',
      `
Examples:
  city-context get urn:ngsi-ld:OffStreetParking:station --broker http://localhost:1026
  city-context get urn:ngsi-ld:WasteContainer:7 --broker http://localhost:1026 --as normalized --sys-attrs`,
    )
    .action((id: string, options: GetCommandOptions) => run(id, options, io))
}
