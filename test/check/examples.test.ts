import { check, examplePayloads } from 'city-context/check'
import * as bundled from 'city-context/models'
import { describe, expect, it } from 'vitest'
import type { Model } from '../../src/model/descriptor.js'

const named: Record<string, unknown> = { ...bundled }
const models = Object.values(named).filter(
  (value): value is Model => typeof (value as { validate?: unknown }).validate === 'function',
)
const now = new Date('2026-11-23T10:00:00Z')

const judged = async (model: Model) =>
  Promise.all(
    examplePayloads(model).map(async (payload) => ({
      payload,
      report: await check(payload.entity, { model, now }),
    })),
  )

describe("vendors' payloads", () => {
  it.each(models.map((model) => [model.type, model] as const))(
    'of %s are valid or break the rule that they name',
    async (_type, model) => {
      const results = await judged(model)
      const wrong = results
        .filter(({ payload, report }) =>
          payload.valid
            ? !report.conformant
            : !report.findings.some(({ rule, severity }) => rule === payload.rule && severity === 'error'),
        )
        .map(
          ({ payload, report }) =>
            `${payload.name}: ${report.findings.map(({ rule, path, message }) => `${rule} ${path} ${message}`).join('; ')}`,
        )
      expect(wrong).toEqual([])
      expect(results.length).toBeGreaterThan(6)
    },
  )
})
