import { readFile } from 'node:fs/promises'
import { type AttributeSpec, importFeed, type Mapping, parseMapping } from '../../src/feed/index.js'
import { inferMapping } from '../../src/feed/infer-mapping.js'
import type { Model } from '../../src/model/descriptor.js'
import * as bundled from '../../src/models/index.js'
import { cityFiles } from './city-files.js'
import { shared } from './shared.js'

/** How a draft compares with the mapping that a person wrote for the same file. */
export interface DraftMeasure {
  readonly file: string
  /** Attributes that the person took from the source. */
  readonly wanted: number
  /** Of those, the ones that the draft makes at all; those it makes with the same values; and those after its questions. */
  readonly found: number
  readonly right: number
  readonly answered: number
  readonly questions: number
  /** The draft after its questions were answered: rows read and rejected. */
  readonly rows: number
  readonly rejected: number
  readonly refusal: string | undefined
  /** What the draft does not make as the person does, even after the answers. */
  readonly wrong: readonly string[]
}

const models: readonly Model[] = Object.values(bundled as Record<string, unknown>).filter(
  (value): value is Model => typeof value === 'object' && value !== null && 'validate' in value,
)

type Values = Map<number, Map<string, unknown>>

const bare = (attribute: unknown): unknown => {
  if (typeof attribute !== 'object' || attribute === null) return attribute
  const { observedAt: _at, unitCode: _unit, ...rest } = attribute as Record<string, unknown>
  return rest
}

const valuesOf = async (mapping: Mapping, file: string) => {
  const rows: Values = new Map()
  const report = await importFeed({
    mapping,
    file,
    onEntity: (entity, row) => {
      const values = Object.entries(entity).map(([name, attribute]) => [name, bare(attribute)] as const)
      // Where several entities come from one row, the first is compared.
      if (!rows.has(row)) rows.set(row, new Map(values))
    },
  })
  return { report, rows }
}

/** Members of an object that the mapping writes itself; no draft can find them in the source. */
const constantsOf = (spec: AttributeSpec): readonly string[] =>
  typeof spec === 'string' || spec.object === undefined
    ? []
    : Object.entries(spec.object)
        .filter(([, member]) => typeof member === 'object' && member.value !== undefined)
        .map(([name]) => name)

const textOf = (attribute: unknown, constants: readonly string[]): string =>
  JSON.stringify(attribute, (name, value: unknown) => (constants.includes(name) ? undefined : value)) ?? ''

/** The share of rows on which both have the same. */
const agreement = (name: string, spec: AttributeSpec, hand: Values, draft: Values): number => {
  const constants = constantsOf(spec)
  let same = 0
  let all = 0
  for (const [row, values] of hand) {
    const wanted = textOf(values.get(name), constants)
    const got = textOf(draft.get(row)?.get(name), constants)
    if (wanted === '' && got === '') continue
    all += 1
    if (wanted === got) same += 1
  }
  return all === 0 ? 0 : same / all
}

const askedFor = (questions: readonly string[]): ReadonlySet<string> =>
  new Set(questions.map((question) => question.split(':')[0] ?? ''))

/** What a person answers: licence, owner, time zone, and the attributes that are asked for. */
const answered = (draft: Mapping, questions: readonly string[], hand: Mapping): Mapping => {
  const asked = askedFor(questions)
  const answers = Object.entries(hand.map).filter(([name]) => asked.has(name))
  return {
    ...draft,
    license: hand.license,
    crs: asked.has('crs') ? hand.crs : draft.crs,
    timezone: hand.timezone ?? draft.timezone,
    id: draft.id.replace('OWNER', 'owner'),
    map: { ...draft.map, ...Object.fromEntries(answers) },
    // A person looks at what the dry run says of columns that seem personal.
    classify: { ...draft.classify, ...hand.classify },
  }
}

/** Drafts one file and compares. A type that no model describes is drafted as a PointOfInterest, which needs a name. */
const measure = async (map: string, file: string): Promise<DraftMeasure> => {
  const path = shared(`city-data/${file}`).path
  const place = new URL(`../../schemas/recipes/${map}/${map}.map.yaml`, import.meta.url)
  const hand = await parseMapping(await readFile(place, 'utf8'), map)
  const known = models.some(({ type }) => type === hand.entity.type)
  const draft = await inferMapping(path, { models, type: known ? hand.entity.type : 'PointOfInterest' })
  const drafted = await parseMapping(draft.mapping)
  const complete = answered(drafted, draft.questions, hand)
  const named: Mapping = known
    ? complete
    : { ...complete, map: { ...complete.map, name: { value: 'x', assumed: true } } }
  const truth = await valuesOf(hand, path)
  const result = await valuesOf(named, path)
  const wanted = Object.entries(hand.map).filter(
    ([, spec]) => typeof spec === 'string' || spec.value === undefined,
  )
  const equal = wanted.filter(([name, spec]) => {
    const written = typeof spec === 'object' ? (spec.iri ?? name) : name
    return agreement(written, spec, truth.rows, result.rows) >= 0.99
  })
  const asked = askedFor(draft.questions)
  return {
    file,
    wanted: wanted.length,
    found: wanted.filter(([name]) => drafted.map[name] !== undefined).length,
    right: equal.filter(([name]) => !asked.has(name)).length,
    answered: equal.length,
    questions: draft.questions.length,
    rows: result.report.rows.read,
    rejected: result.report.rows.rejected,
    refusal: result.report.refusal,
    wrong: wanted.filter((one) => !equal.includes(one)).map(([name]) => name),
  }
}

/** Measures the drafts of all real files; attributes count as right where 99 of 100 rows get the same value as by hand. */
export const measureDrafts = async (): Promise<readonly DraftMeasure[]> => {
  const measures: DraftMeasure[] = []
  for (const [map, file] of cityFiles) measures.push(await measure(map, file))
  return measures
}

/** The sums over all files. */
export const draftTotals = (
  measures: readonly DraftMeasure[],
): Readonly<Record<'wanted' | 'found' | 'right' | 'answered', number>> => {
  const sum = (pick: (measure: DraftMeasure) => number): number =>
    measures.reduce((total, one) => total + pick(one), 0)
  return {
    wanted: sum(({ wanted }) => wanted),
    found: sum(({ found }) => found),
    right: sum(({ right }) => right),
    answered: sum((one) => one.answered),
  }
}

/** The measures as a table for people. */
export const draftTable = (measures: readonly DraftMeasure[]): string => {
  const width = Math.max(...measures.map(({ file }) => file.length))
  const cell = (text: number | string, size: number): string => String(text).padStart(size)
  const { wanted, found, right, answered: after } = draftTotals(measures)
  const percent = (part: number): string => `${Math.round((100 * part) / wanted)} %`
  return [
    `${'file'.padEnd(width)}  of  found  right  answered  questions   rows  rejected  not as by hand`,
    ...measures.map((one) =>
      [
        one.file.padEnd(width),
        cell(one.wanted, 3),
        cell(one.found, 6),
        cell(one.right, 6),
        cell(one.answered, 9),
        cell(one.questions, 10),
        cell(one.rows, 6),
        cell(one.rejected, 9),
        ` ${one.refusal ?? one.wrong.join(', ')}`,
      ].join(' '),
    ),
    `${right} of ${wanted} attributes right without a hand (${percent(right)}), ${after} after the questions (${percent(after)}); ${found} found`,
  ].join('\n')
}
