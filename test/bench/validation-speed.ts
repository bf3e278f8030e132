import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model } from '../../src/model/descriptor.js'
import type { JsonObject } from '../../src/ngsi/entity.js'
import { plainAjv } from '../support/plain-ajv.js'

/** How fast one entity of a model is checked, in validations per second. */
export interface ValidationSpeed {
  readonly name: string
  readonly plain: number
  readonly simplified: number
  readonly normalized: number
}

const rate = (work: () => unknown): number => {
  const started = performance.now()
  let count = 0
  while (performance.now() - started < 60) {
    for (let index = 0; index < 500; index += 1) work()
    count += 500
  }
  return (count / (performance.now() - started)) * 1000
}

/** Best rate of each of several works, in turn over many rounds: the machine may be busy with other things at any time. */
const bestRates = (works: readonly (() => unknown)[]): readonly number[] => {
  const best = works.map(() => 0)
  for (let round = 0; round < 20; round += 1)
    for (const [index, work] of works.entries()) best[index] = Math.max(best[index] ?? 0, rate(work))
  return best
}

const normalizedOf = (entity: JsonObject, model: Model): JsonObject =>
  Object.fromEntries(
    Object.entries(entity).map(([name, value]) => {
      const kind = model.attributes[name]?.kind
      if (kind === undefined) return [name, value]
      return [name, kind === 'Relationship' ? { type: kind, object: value } : { type: kind, value }]
    }),
  )

/** Measures plain compiled Ajv (first error) on the simplified example, and our validator on it simplified and normalized. */
export const measureValidation = (folder: string, models: readonly Model[]): readonly ValidationSpeed[] => {
  const plain = plainAjv(folder)
  return models.map((model) => {
    const path = join(folder, model.source ?? '', 'examples/example.json')
    const example = JSON.parse(readFileSync(path, 'utf8')) as JsonObject
    const simplified = { ...example, id: `urn:ngsi-ld:${model.type}:1` }
    const normalized = normalizedOf(simplified, model)
    const check = plain(`${model.source}/schema.json`)
    if (
      check === undefined ||
      !check(simplified) ||
      model.validate(simplified).length + model.validate(normalized).length > 0
    )
      throw new Error(
        `${model.type}: ${JSON.stringify([check?.errors, model.validate(simplified), model.validate(normalized)])}`,
      )
    const [plainRate = 0, simplifiedRate = 0, normalizedRate = 0] = bestRates([
      () => check(simplified),
      () => model.validate(simplified),
      () => model.validate(normalized),
    ])
    return { name: model.type, plain: plainRate, simplified: simplifiedRate, normalized: normalizedRate }
  })
}
