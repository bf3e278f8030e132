import { UsageError } from '../errors.js'
import type { Model } from '../model/descriptor.js'
import type { OpenOptions } from '../profile/byte-source.js'
import { type ColumnFacts, columnFacts } from './infer-column.js'
import { inferLocation, type LocationGuess } from './infer-location.js'
import { guessId, guessModel, type Match, matchAttributes } from './infer-match.js'
import { type Guess, inferSource } from './infer-source.js'
import { addressLines, attributeLines, sourceLine } from './infer-text.js'
import type { SourceSpec } from './mapping.js'
import { openTable } from './open-table.js'
import type { Accessor, Table } from './table.js'

/** A drafted mapping. */
export interface Draft {
  /** The mapping file's text; unsure guesses are lines with QUESTION. */
  readonly mapping: string
  readonly model: string
  /** Attribute to the column that it was given. */
  readonly attributes: Readonly<Record<string, string>>
  readonly guesses: readonly (Guess<string> & { readonly about: string })[]
  readonly questions: readonly string[]
}

/** Options of `inferMapping`. */
export interface InferOptions extends OpenOptions {
  readonly models: readonly Model[]
  /** Entity type; guessed from the columns where left out. */
  readonly type?: string | undefined
  /** Rows that are looked at. @default 5000 */
  readonly rows?: number | undefined
}

const sampleFacts = async (table: Table, limit: number): Promise<readonly ColumnFacts[]> => {
  const columns = table.columns.map((name) => [name, table.accessor(name)] as const)
  const values = new Map<string, unknown[]>(columns.map(([name]) => [name, []]))
  let rows = 0
  for await (const batch of table.batches()) {
    for (const record of batch.records.slice(0, limit - rows))
      for (const [name, read] of columns) values.get(name)?.push((read as Accessor)(record))
    rows += batch.records.length
    if (rows >= limit) break
  }
  if (rows === 0) throw new UsageError(`${table.name} has no rows`)
  return [...values].map(([name, found]) => columnFacts(name, found))
}

interface Parts {
  readonly file: string
  readonly source: Guess<SourceSpec>
  readonly facts: readonly ColumnFacts[]
  readonly model: Guess<Model>
  readonly id: Guess<string>
  readonly place: Guess<LocationGuess> | undefined
  readonly found: readonly Match[]
  readonly crs: string
}

const percent = ({ confidence }: { readonly confidence: number }): string =>
  `${Math.round(confidence * 100)} %`

const missingOf = ({ model, found, place }: Parts): readonly string[] => {
  const made = new Set([
    ...found.map(({ attribute }) => attribute),
    ...(place === undefined ? [] : ['location']),
  ])
  return model.value.required.filter((name) => !made.has(name))
}

const isLocal = ({ facts, found }: Parts): boolean => {
  const used = new Set(found.map(({ column }) => column.name))
  return facts.some(({ local, name }) => local === true && used.has(name))
}

const questionsOf = (parts: Parts): readonly string[] => {
  const { model, place } = parts
  return [
    'license: which licence do the data have?',
    'id: who owns the ids (OWNER), such as a municipality code?',
    ...missingOf(parts).map(
      (name) => `${name}: ${model.value.type} requires it, and no column seems to hold it`,
    ),
    ...(isLocal(parts) ? ['timezone: in which zone are the local times?'] : []),
    ...(place !== undefined && place.confidence < 0.7 ? [`crs: ${place.evidence}; which is it?`] : []),
    ...(model.confidence < 0.7 ? [`entity: ${model.evidence}; is ${model.value.type} the right model?`] : []),
  ]
}

const headLines = (parts: Parts, questions: number): readonly string[] => {
  const { source, place, model, id } = parts
  return [
    `# Drafted by city-context infer. ${questions} questions: answer the lines with QUESTION, then run import --dry-run.`,
    `# ${source.evidence} (${percent(source)})`,
    sourceLine(source.value, parts.file.split(/[\\/]/).at(-1) ?? parts.file),
    'license: UNKNOWN # QUESTION: which licence do the data have?',
    `crs: ${parts.crs} # ${place === undefined ? 'no coordinates were found' : `${place.evidence} (${percent(place)})`}`,
    ...(isLocal(parts) ? ['timezone: Europe/Amsterdam # QUESTION: in which zone are the local times?'] : []),
    `entity: { type: ${model.value.type} } # ${model.evidence} (${percent(model)})`,
    `# ${id.evidence} (${percent(id)}). QUESTION: who owns the ids (OWNER)?`,
    `id: ${JSON.stringify(id.value)}`,
    ...(id.value.includes('{*|hash}') ? ['onDuplicate: merge'] : []),
    'map:',
    ...(place === undefined ? [] : [`  location: ${place.value.yaml}`]),
  ]
}

const guessesOf = ({ source, model, id, place, found }: Parts): Draft['guesses'] => [
  { about: 'source', value: source.value.format, evidence: source.evidence, confidence: source.confidence },
  { about: 'entity', value: model.value.type, evidence: model.evidence, confidence: model.confidence },
  { about: 'id', value: id.value, evidence: id.evidence, confidence: id.confidence },
  ...(place === undefined
    ? []
    : [
        {
          about: 'location',
          value: place.value.yaml,
          evidence: place.evidence,
          confidence: place.confidence,
        },
      ]),
  ...found.map(({ attribute, column, exact }) => ({
    about: attribute,
    value: column.name,
    evidence: exact ? 'the column has the name of the attribute' : 'the column has a word for it',
    confidence: exact ? 0.95 : 0.75,
  })),
]

const draftOf = (parts: Parts): Draft => {
  const { facts, model, place, found } = parts
  const questions = [...questionsOf(parts)]
  const attributes = found.flatMap((match) => attributeLines(match, model.value, questions))
  const taken = new Set([...(place?.value.columns ?? []), ...found.map(({ column }) => column.name)])
  const address = 'address' in model.value.attributes ? addressLines(facts, taken) : { lines: [], used: [] }
  for (const column of address.used) taken.add(column)
  const unused = facts
    .filter(({ name, kind }) => kind !== 'empty' && !taken.has(name))
    .map(({ name }) => name)
  const lines = [
    ...headLines(parts, questions.length),
    ...attributes,
    ...address.lines,
    ...missingOf(parts).map(
      (name) =>
        `  # QUESTION: ${model.value.type} requires ${name}; where the source has none: ${name}: { value: …, assumed: true }`,
    ),
    ...(unused.length === 0 ? [] : [`# Not used: ${unused.join(', ').slice(0, 600)}`]),
    '',
  ]
  return {
    mapping: lines.join('\n'),
    model: model.value.type,
    attributes: Object.fromEntries([
      ...found.map(({ attribute, column }) => [attribute, column.name]),
      ...(place === undefined ? [] : [['location', place.value.columns.join(', ')]]),
    ]),
    guesses: guessesOf(parts),
    questions,
  }
}

/**
 * Drafts a mapping for a file: how to read it, coordinate system by range, id by uniqueness, attributes by Dutch, German,
 * French and English words. Each guess is in the draft with its evidence; what is unsure stands there as a QUESTION.
 */
export const inferMapping = async (file: string, options: InferOptions): Promise<Draft> => {
  const source = await inferSource(file, options)
  const table = await openTable(file, { ...source.value, allowPartial: true }, options)
  const facts = await sampleFacts(table, options.rows ?? 5000)
  const model = guessModel(facts, options.models, options.type)
  const place = inferLocation(facts)
  // An entity of a broker has an id and a type of its own, which are no attributes.
  const frame = ['ngsiv2', 'ngsi-ld'].includes(source.value.format) ? ['id', 'type'] : []
  return draftOf({
    file,
    source,
    facts,
    model,
    id: guessId(facts, model.value.type),
    place,
    found: matchAttributes(facts, model.value, new Set([...(place?.value.columns ?? []), ...frame])),
    crs: table.crs ?? place?.value.crs ?? 'EPSG:4326',
  })
}
