import type { Severity } from './finding.js'

/** A rule as it is written down: its id, and what it says in English and in Dutch. */
export type RuleRow = readonly [
  id: string,
  severity: Severity,
  en: string,
  enProtects: string,
  nl: string,
  nlProtects: string,
]
