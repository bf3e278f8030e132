import { expect } from 'vitest'
import type { Model } from '../model/descriptor.js'
import { isObject } from '../ngsi/entity.js'
import { createChecker } from './checker.js'
import { judgeOf } from './judge.js'
import type { CheckReport } from './report.js'

interface ConformanceMatchers<Result> {
  /** Passes where the entity has no error-level finding against the model. */
  toConformTo(model: Model): Result
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: vitest declares its interface with this parameter
  interface Assertion<T = any> extends ConformanceMatchers<T> {}
  interface AsymmetricMatchersContaining extends ConformanceMatchers<unknown> {}
}

const lines = (report: CheckReport): string =>
  report.findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, 10)
    .map(
      ({ rule, path, message, hint }) =>
        `  ${path}: ${message} [${rule}]${hint === undefined ? '' : ` (${hint})`}`,
    )
    .join('\n')

expect.extend({
  toConformTo(entity: unknown, model: Model) {
    const checker = createChecker(judgeOf([model], model, undefined, new Date()), { maxIssues: 50 })
    checker.take(
      isObject(entity)
        ? { place: 'entity', entity }
        : { place: 'entity', fault: `is ${String(entity)}, no object` },
    )
    const report = checker.report([], '', 'en')
    return {
      pass: report.conformant,
      message: () =>
        report.conformant
          ? `expected the entity not to conform to ${model.type}`
          : `expected the entity to conform to ${model.type}:\n${lines(report)}`,
    }
  },
})
