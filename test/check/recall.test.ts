import * as bundled from 'city-context/models'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/descriptor.js'
import { shared } from '../support/shared.js'
import { faultKinds } from './fault-kinds.js'
import { measureRecall, measureUntouched, validExamples } from './recall.js'
import { spoils } from './spoil.js'

const named: Record<string, unknown> = { ...bundled }
const models = Object.values(named).filter(
  (value): value is Model => typeof (value as { validate?: unknown }).validate === 'function',
)

describe('the table of faults', () => {
  it('has more than forty kinds, each with a way to make it', () => {
    expect(faultKinds.length).toBeGreaterThan(40)
    expect(Object.keys(spoils).sort()).toEqual(faultKinds.map(({ fault }) => fault).sort())
  })
})

const official = shared('sdm')

describe.skipIf(!official.present)(
  `official examples of the bundled models (${official.present ? 'mutated' : official.reason})`,
  () => {
    const examples = official.present ? validExamples(official.path, models) : []

    it('have at least 99 of 100 injected faults told by the right rule at the right place', () => {
      const results = measureRecall(examples)
      const made = results.reduce((sum, result) => sum + result.made, 0)
      const missed = results.flatMap((result) => result.missed.map((where) => `${result.fault}: ${where}`))
      expect(made).toBeGreaterThan(1000)
      expect(missed.length / made, missed.join('\n')).toBeLessThanOrEqual(0.01)
      const never = faultKinds.filter(
        ({ fault }) => !results.some((result) => result.fault === fault && result.found > 0),
      )
      expect(never).toEqual([])
    })

    it('have no error that they do not have', () => {
      expect(examples.length).toBeGreaterThan(30)
      expect(measureUntouched(examples).filter(({ wrong }) => wrong.length > 0)).toEqual([])
    })
  },
)
