import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChecker } from '../../src/check/checker.js'
import type { Finding } from '../../src/check/finding.js'
import { judgeOf } from '../../src/check/judge.js'
import type { Model } from '../../src/model/descriptor.js'
import { isObject, type JsonObject } from '../../src/ngsi/entity.js'
import { plainAjv } from '../support/plain-ajv.js'
import { type FaultKind, faultKinds } from './fault-kinds.js'
import { spoils } from './spoil.js'
import type { Spoiled, Subject } from './spoil-parts.js'

/** A published example that follows its own schema. */
export interface Example extends Subject {
  /** Path under the folder of schemas. */
  readonly name: string
  /** Half of the examples, by hash of the model's path: the rules were never tuned with the second. */
  readonly half: 'tuning' | 'held out'
}

/** How one kind of fault was found in one half. */
export interface KindResult extends FaultKind {
  readonly half: Example['half']
  readonly made: number
  readonly found: number
  /** Examples in which it was missed, and what was said instead. */
  readonly missed: readonly string[]
}

/** An example that nobody touched, and the errors that it does not have. */
export interface Untouched {
  readonly name: string
  readonly half: Example['half']
  /** Errors that the list of known faults has; the example breaks NGSI-LD, whatever its schema says. */
  readonly known: number
  readonly wrong: readonly Finding[]
}

const now = new Date('2026-11-23T10:00:00Z')

const halfOf = (path: string): Example['half'] =>
  (createHash('sha256').update(path).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'held out'

const bare = (attribute: unknown): unknown => {
  if (Array.isArray(attribute)) return attribute.map(bare)
  if (!isObject(attribute)) return attribute
  const { value, object, languageMap } = attribute
  return value ?? object ?? languageMap ?? attribute
}

/** The values alone, as plain Ajv checks them; written apart from the library's own reduction. */
const reduced = (entity: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(entity).map(([name, member]) => [
      name,
      name === 'id' || name === 'type' || name === '@context' ? member : bare(member),
    ]),
  )

/** The models' site publishes its example-normalized.json as NGSIv2, the JSON-LD ones as NGSI-LD. */
const formOf: Readonly<Record<string, Example['form']>> = {
  'example.json': 'simplified',
  'example.jsonld': 'simplified',
  'example-normalized.json': 'ngsiv2',
  'example-normalized.jsonld': 'normalized',
}
const files = Object.keys(formOf)

const read = (path: string): JsonObject | undefined => {
  if (!existsSync(path)) return undefined
  try {
    const document: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isObject(document) ? document : undefined
  } catch {
    return undefined
  }
}

/** The published examples of models that plain Ajv accepts by the published schema. */
export const validExamples = (folder: string, models: readonly Model[]): readonly Example[] => {
  const plain = plainAjv(folder)
  return models.flatMap((model) => {
    const { source } = model
    if (source === undefined || source.startsWith('schemas/')) return []
    return files.flatMap((file): readonly Example[] => {
      const name = `${source}/examples/${file}`
      const entity = read(join(folder, name))
      if (entity === undefined) return []
      const form = formOf[file] ?? 'simplified'
      if (plain(`${source}/schema.json`)?.(form === 'simplified' ? entity : reduced(entity)) !== true)
        return []
      return [{ name, half: halfOf(source), form, entity, model }]
    })
  })
}

const findingsOf = (model: Model, spoiled: Spoiled): readonly Finding[] => {
  const checker = createChecker(judgeOf([model], model, spoiled.profile, now), { maxIssues: 200 })
  for (let time = 0; time < (spoiled.twice === true ? 2 : 1); time += 1)
    checker.take({ place: 'example', entity: spoiled.entity })
  return checker.report([], '', 'en').findings
}

const plainPath = (path: string): string => path.replaceAll(/\[\d+\]/g, '')

const isRight = (finding: Finding, kind: FaultKind, at: string): boolean => {
  const place = kind.place.replace('*', at)
  const path = plainPath(finding.path)
  return finding.rule === kind.rule && (path === place || path.startsWith(`${place}.`))
}

const measured = (kind: FaultKind, half: Example['half'], examples: readonly Example[]): KindResult => {
  const missed: string[] = []
  let made = 0
  for (const example of examples) {
    if (example.half !== half || (kind.form !== 'any' && kind.form !== example.form)) continue
    const spoiled = spoils[kind.fault]?.(example)
    if (spoiled === undefined) continue
    made += 1
    const findings = findingsOf(example.model, spoiled)
    if (findings.some((finding) => isRight(finding, kind, spoiled.at))) continue
    const said = findings.map(({ rule, path }) => `${rule} ${path}`).slice(0, 5)
    missed.push(`${example.name} ${spoiled.at}: ${said.join(', ')}`)
  }
  return { ...kind, half, made, found: made - missed.length, missed }
}

/** Spoils every example with every kind of fault that it can have, and counts which were told, by kind and half. */
export const measureRecall = (examples: readonly Example[]): readonly KindResult[] =>
  faultKinds.flatMap((kind) =>
    (['tuning', 'held out'] as const).map((half) => measured(kind, half, examples)),
  )

/** Rule, model, attributes: where published examples break NGSI-LD (no URI, no unit code, two values for one) or their model's kinds. */
const knownFaults = JSON.parse(
  readFileSync(new URL('./known-faults.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, readonly string[]>>

const isKnown = ({ rule, path }: Finding, source: string): boolean =>
  knownFaults[rule]?.[source]?.includes(/^[^.[]*/.exec(path)?.[0] ?? '') ?? false

/** Checks the examples as they were published. */
export const measureUntouched = (examples: readonly Example[]): readonly Untouched[] =>
  examples.map(({ name, half, model, entity }) => {
    const errors = findingsOf(model, { entity, at: '' }).filter(({ severity }) => severity === 'error')
    const wrong = errors.filter((finding) => !isKnown(finding, model.source ?? ''))
    return { name, half, known: errors.length - wrong.length, wrong }
  })
