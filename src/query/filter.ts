/** A literal on the right of a q comparison. Date-times, dates and times are unquoted in q; URIs are too (CIM 009 4.9). */
export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'dateTime'; readonly value: string }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'time'; readonly value: string }
  | { readonly kind: 'uri'; readonly value: string }

/**
 * Where a condition looks: attribute, then sub-attributes (`speed.observedAt`), then members inside the value
 * (`address[addressLocality]`). `linked` goes through a relationship: `locatedIn{Building:name}`.
 */
export interface Path {
  /** Attribute name, then sub-attribute names; never empty. */
  readonly names: readonly string[]
  /** Member names inside the value, empty when the whole value is meant. */
  readonly members: readonly string[]
  readonly linked?: { readonly types: readonly string[]; readonly path: Path } | undefined
}

/** The order operators. */
export type OrderOperator = '>' | '>=' | '<' | '<='
/** The equality operators. */
export type EqualityOperator = '==' | '!='
/** The pattern operators. */
export type PatternOperator = '~=' | '!~='

/** A filter of the q language as a tree: what `parseFilter` reads and `printFilter` writes. */
export type Filter =
  | { readonly kind: 'and'; readonly filters: readonly Filter[] }
  | { readonly kind: 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'exists'; readonly path: Path; readonly negated?: boolean | undefined }
  | {
      readonly kind: 'compare'
      readonly path: Path
      readonly operator: OrderOperator | EqualityOperator
      readonly value: Literal
    }
  | {
      readonly kind: 'anyOf'
      readonly path: Path
      readonly operator: EqualityOperator
      readonly values: readonly Literal[]
    }
  | {
      readonly kind: 'range'
      readonly path: Path
      readonly operator: EqualityOperator
      readonly from: Literal
      readonly to: Literal
    }
  | {
      readonly kind: 'pattern'
      readonly path: Path
      readonly operator: PatternOperator
      readonly pattern: string
    }
