import type { Finding, RuleGroup, Severity } from './finding.js'

/** What a rule found over the whole source. */
export interface RuleResult {
  readonly rule: string
  readonly group: RuleGroup
  readonly severity: Severity
  readonly title: string
  /** Findings, and payloads that have at least one. */
  readonly count: number
  readonly payloads: number
  /** Attributes, the most frequent first; at most 50. */
  readonly paths: readonly { readonly path: string; readonly count: number }[]
  readonly example: Finding
}

/** How the values of an attribute with a fixed list were met. */
export interface EnumResult {
  readonly model: string
  readonly attribute: string
  readonly values: number
  readonly outside: number
  readonly examples: readonly string[]
}

/** State of a minimal interoperability mechanism's rule. */
export interface MimResult {
  readonly id: string
  readonly title: string
  readonly state: 'proved' | 'broken' | 'declared' | 'not covered'
  readonly because: string
}

/** The result of a check. Equal input gives an equal report, but for `checkedAt`. */
export interface CheckReport {
  readonly conformant: boolean
  readonly checkedAt: string
  readonly tool: { readonly name: 'city-context'; readonly version: string }
  readonly sources: readonly {
    readonly name: string
    readonly payloads: number
    readonly sha256?: string | undefined
  }[]
  readonly models: readonly {
    readonly type: string
    readonly version?: string | undefined
    readonly source?: string | undefined
    readonly payloads: number
  }[]
  readonly profile?:
    | {
        readonly name: string
        readonly version: string
        readonly owner?: string | undefined
        readonly layers: readonly {
          readonly name: string
          readonly version: string
          readonly sha256: string
        }[]
      }
    | undefined
  readonly payloads: number
  /** Payloads without an error. */
  readonly conformantPayloads: number
  readonly representations: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<Severity, number>>
  readonly rules: readonly RuleResult[]
  /** The first findings, up to the limit; `rules` counts all. */
  readonly findings: readonly Finding[]
  readonly findingsOmitted: number
  readonly attributes: {
    /** Different names, without id, type, scope and @context. */
    readonly seen: number
    readonly unknown: readonly {
      readonly name: string
      readonly count: number
      readonly nearest?: string | undefined
    }[]
    /** How many payloads have a `location`. */
    readonly withLocation: number
  }
  readonly enums: readonly EnumResult[]
  /** Share of payloads, 0 to 1, without a finding of error or warning in the group. */
  readonly scores: readonly { readonly group: RuleGroup; readonly score: number }[]
  readonly mims: readonly MimResult[]
  readonly waived: readonly {
    readonly rule: string
    readonly count: number
    readonly reason: string
    readonly expires: string
  }[]
}
