import type { Model } from '../model/descriptor.js'
import { entityMembers } from '../ngsi/attribute.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createEnumCounts } from './enum-counts.js'
import type { Finding, RuleGroup, Severity } from './finding.js'
import type { EnumResult, RuleResult } from './report.js'
import { ruleOf } from './rule-table.js'

/** How many different names and paths are counted; more would be hostile. */
const maxNames = 5000

interface RuleCount {
  count: number
  payloads: number
  lastPayload: number
  readonly paths: Map<string, number>
  readonly example: Finding
  readonly severity: Severity
}

/** Counts findings, attributes and enum values of one check. */
export interface CheckTally {
  readonly startPayload: (representation: string) => void
  readonly finding: (finding: Finding) => void
  readonly attributes: (entity: JsonObject, model: Model | undefined) => void
  readonly endPayload: () => void
  readonly payloads: () => number
  readonly clean: () => number
  readonly severities: () => Readonly<Record<Severity, number>>
  readonly representations: () => Readonly<Record<string, number>>
  readonly rules: (language: 'en' | 'nl') => readonly RuleResult[]
  readonly enums: () => readonly EnumResult[]
  readonly names: () => ReadonlyMap<string, number>
  readonly withLocation: () => number
  readonly dirty: (group: RuleGroup) => number
}

const bump = (counts: Map<string, number>, key: string): void => {
  const known = counts.get(key)
  if (known !== undefined) counts.set(key, known + 1)
  else if (counts.size < maxNames) counts.set(key, 1)
}

const byCount = (
  counts: ReadonlyMap<string, number>,
  limit: number,
): readonly { path: string; count: number }[] =>
  [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([path, count]) => ({ path, count }))

/** A path without list positions and members of the value, so that findings of one attribute count together. */
const grouped = (path: string): string => path.replaceAll(/\[\d+\]/g, '').replace(/\.value$/, '')

/** Makes an empty tally. */
export const createCheckTally = (): CheckTally => {
  const rules = new Map<string, RuleCount>()
  const names = new Map<string, number>()
  const representations = new Map<string, number>()
  const dirty = new Map<RuleGroup, number>()
  const enums = createEnumCounts()
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  let payload = 0
  let clean = 0
  let located = 0
  let failed = false
  let groups = new Set<RuleGroup>()

  return {
    startPayload: (representation) => {
      payload += 1
      failed = false
      groups = new Set()
      bump(representations, representation)
    },
    finding: (finding) => {
      const { group } = ruleOf(finding.rule)
      severities[finding.severity] += 1
      if (finding.severity === 'error') failed = true
      if (finding.severity !== 'info') groups.add(group)
      const counted = rules.get(finding.rule) ?? {
        count: 0,
        payloads: 0,
        lastPayload: 0,
        paths: new Map<string, number>(),
        example: finding,
        severity: finding.severity,
      }
      rules.set(finding.rule, counted)
      counted.count += 1
      if (counted.lastPayload !== payload) counted.payloads += 1
      counted.lastPayload = payload
      bump(counted.paths, grouped(finding.path))
    },
    attributes: (entity, model) => {
      for (const name of Object.keys(entity)) if (!entityMembers.has(name)) bump(names, name)
      if (entity['location'] !== undefined) located += 1
      if (model !== undefined) enums.count(entity, model)
    },
    endPayload: () => {
      if (!failed) clean += 1
      for (const group of groups) dirty.set(group, (dirty.get(group) ?? 0) + 1)
    },
    payloads: () => payload,
    clean: () => clean,
    severities: () => ({ ...severities }),
    representations: () => Object.fromEntries(representations),
    names: () => names,
    withLocation: () => located,
    dirty: (group) => dirty.get(group) ?? 0,
    enums: enums.results,
    rules: (language) => {
      const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
      return [...rules]
        .map(([id, counted]) => {
          const rule = ruleOf(id)
          return {
            rule: id,
            group: rule.group,
            severity: counted.severity,
            title: rule[language].title,
            count: counted.count,
            payloads: counted.payloads,
            paths: byCount(counted.paths, 50),
            example: counted.example,
          }
        })
        .sort(
          (a, b) => order[a.severity] - order[b.severity] || b.count - a.count || (a.rule < b.rule ? -1 : 1),
        )
    },
  }
}
