import type { City } from '../connect.js'
import { UsageError } from '../errors.js'
import { encode } from '../http/url.js'
import { entityMembers } from '../ngsi/attribute.js'
import { coreContextUrl } from '../ngsi/core-contexts.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { nearestName } from '../ngsi/nearest-name.js'
import { bundledModels } from '../profile/bundled-model.js'
import { addBrokerOptions, type BrokerOptions, connectBroker } from './broker-options.js'
import type { Configure, Io } from './command.js'

interface Flags extends BrokerOptions {
  readonly json?: boolean
}

const short = (iri: string): string => iri.split(/[/#]/).at(-1) ?? iri

/** The IRI of a name by the bundled model of the entity's type. */
const iriBy = async (entity: JsonObject, name: string): Promise<string | undefined> => {
  const types = [entity['type']].flat()
  const models = await bundledModels()
  const model = models.find(({ type, iri }) => types.includes(iri) || types.includes(type))
  return model !== undefined && Object.hasOwn(model.attributes, name)
    ? model.attributes[name]?.iri
    : undefined
}

const instancesOf = async (entity: JsonObject, name: string): Promise<readonly JsonObject[]> => {
  const names = Object.keys(entity).filter((key) => !entityMembers.has(key) && key !== '@context')
  const iri = await iriBy(entity, name)
  const key =
    names.find((known) => known === name || known === iri) ?? names.find((known) => short(known) === name)
  if (key === undefined) {
    const near = nearestName(name, names.map(short))
    throw new UsageError(
      `${String(entity['id'])} has no attribute "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} It has ${names.map(short).join(', ')}`,
    )
  }
  return [entity[key]].flat().filter(isObject)
}

const valueMembers = ['value', 'object', 'languageMap', 'json', 'vocab', 'valueList', 'objectList']

const facts = (instance: JsonObject): readonly (readonly [string, unknown])[] => {
  const value = valueMembers.map((name) => instance[name]).find((found) => found !== undefined)
  const [, lineage] = Object.entries(instance).find(([name]) => short(name) === 'lineage') ?? []
  const origin = isObject(lineage) && isObject(lineage['value']) ? lineage['value'] : {}
  const assumed = Object.keys(instance).some((name) => short(name) === 'assumed')
  const all: readonly (readonly [string, unknown])[] = [
    ['value', value],
    ['kind', instance['type']],
    ['unit', instance['unitCode']],
    ['dataset', instance['datasetId']],
    ['observed', instance['observedAt']],
    ['assumed', assumed ? 'yes: the source does not hold it, the mapping says it' : undefined],
    ['file', origin['file']],
    ['row', origin['row']],
    ['mapping', origin['mapping']],
    ['written', instance['modifiedAt']],
  ]
  return all.filter(([, fact]) => fact !== undefined)
}

const entityOf = async (city: City, id: string, io: Io): Promise<JsonObject> => {
  const { body } = await city.connection.send({
    method: 'GET',
    path: `/ngsi-ld/v1/entities/${encode(id)}`,
    query: { options: 'sysAttrs' },
    context: coreContextUrl,
    signal: io.signal,
  })
  return isObject(body) ? body : {}
}

const run = async (id: string, name: string, flags: Flags, io: Io): Promise<void> => {
  await using city = await connectBroker(flags, io)
  const found = (await instancesOf(await entityOf(city, id, io), name)).map(facts)
  if (flags.json === true) {
    io.stdout.write(
      `${JSON.stringify(
        found.map((one) => Object.fromEntries(one)),
        null,
        2,
      )}\n`,
    )
    return
  }
  io.stdout.write(`${name} of ${id}\n`)
  for (const one of found) {
    for (const [label, fact] of one)
      io.stdout.write(`  ${label.padEnd(9)} ${typeof fact === 'string' ? fact : JSON.stringify(fact)}\n`)
    if (!one.some(([label]) => label === 'file'))
      io.stdout.write('  Where it comes from is not written down; import with --lineage does that.\n')
  }
}

const examples = `
Examples:
  city-context explain urn:ngsi-ld:Streetlight:GM0014:4711 lanternHeight --broker http://localhost:1026

File, row and mapping are known where the entity was brought in with import --lineage.
`

/** Configures `city-context explain`. */
export const configure: Configure = (command, io) => {
  addBrokerOptions(command)
    .argument('<id>', 'id of the entity')
    .argument('<attribute>', 'name or IRI of the attribute')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action((id: string, name: string, flags: Flags) => run(id, name, flags, io))
}
