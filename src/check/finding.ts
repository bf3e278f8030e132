/** How much a finding weighs: only errors make data not conformant. */
export type Severity = 'error' | 'warning' | 'info'

/** What a rule is about. */
export type RuleGroup =
  | 'ngsi'
  | 'model'
  | 'vocabulary'
  | 'relationship'
  | 'profile'
  | 'plausibility'
  | 'privacy'
  | 'source'

/** One thing that is wrong with one payload. */
export interface Finding {
  /** Rule id, see docs/rules.md. */
  readonly rule: string
  readonly severity: Severity
  /** Where the payload stands: file, and line or index. */
  readonly place: string
  /** Id of the entity, where it has one. */
  readonly entity?: string | undefined
  /** Place in the entity, `fillingLevel.value`. */
  readonly path: string
  readonly message: string
  readonly hint?: string | undefined
}

/** What a rule found, before it is known where the payload stands. */
export interface Fault {
  readonly rule: string
  readonly path: string
  readonly message: string
  readonly hint?: string | undefined
}
