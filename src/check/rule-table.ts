import { cityRules } from './city-rules.js'
import type { RuleGroup, Severity } from './finding.js'
import { modelRules } from './model-rules.js'
import { payloadRules } from './payload-rules.js'
import type { RuleRow } from './rule-row.js'

/** What a rule says in one language. */
export interface RuleText {
  readonly title: string
  /** What goes wrong where it is broken. */
  readonly protects: string
}

/** One rule of the check. */
export interface Rule {
  readonly id: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly en: RuleText
  readonly nl: RuleText
}

const rows: readonly RuleRow[] = [...payloadRules, ...modelRules, ...cityRules]

/** Every rule, in the order of docs/rules.md. */
export const rules: readonly Rule[] = rows.map(([id, severity, title, protects, nlTitle, nlProtects]) => ({
  id,
  // A rule's group is the first part of its id.
  group: id.slice(0, id.indexOf('.')) as RuleGroup,
  severity,
  en: { title, protects },
  nl: { title: nlTitle, protects: nlProtects },
}))

const byId = new Map(rules.map((rule) => [rule.id, rule]))

/** The rule of an id; an id that the table lacks counts as a breach of the model's schema. */
export const ruleOf = (id: string): Rule => byId.get(id) ?? (byId.get('model.schema') as Rule)
