import type { DataClass } from './data-class.js'

/** How much an attribute is wanted. */
export type Level = 'mandatory' | 'recommended' | 'optional' | 'forbidden'

/** JSON type of an attribute of the city's own. */
export type OwnType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'dateTime'

/** What a profile says of one attribute. */
export interface AttributeRule {
  /** @default 'optional' */
  readonly level?: Level | undefined
  /** Allowed values (of the items, where the attribute is a list). */
  readonly values?: readonly (string | number | boolean)[] | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  /** UN/CEFACT code that the value must carry. */
  readonly unit?: string | undefined
  /** ISO 8601 duration: how old `observedAt` may be, `PT1H`. */
  readonly maxAge?: string | undefined
  /** Digits after the point that a number, or a coordinate, must have at least. */
  readonly precision?: number | undefined
  readonly class?: DataClass | undefined
  /** ISO 8601 duration: how long values may be kept. */
  readonly retention?: string | undefined
  /** The city's own attribute: its meaning. */
  readonly iri?: string | undefined
  readonly kind?: 'Property' | 'GeoProperty' | 'Relationship' | 'LanguageProperty' | undefined
  readonly type?: OwnType | undefined
  readonly many?: boolean | undefined
  readonly description?: string | undefined
  /** True where a profile that extends this one may ask for less. @default false */
  readonly mayLoosen?: boolean | undefined
}

/** What a profile says of one model. */
export interface ModelRule {
  /** Version of the model that the profile was written for. */
  readonly version?: string | undefined
  /** Regular expression (RE2 syntax) that ids follow. */
  readonly id?: string | undefined
  readonly class?: DataClass | undefined
  readonly retention?: string | undefined
  readonly license?: string | undefined
  /** True: attributes that neither the model nor the profile knows are errors. @default false */
  readonly closed?: boolean | undefined
  readonly attributes?: Readonly<Record<string, AttributeRule>> | undefined
}

/** Why data are collected, and who answers for it. */
export interface Governance {
  readonly purpose?: string | undefined
  readonly legalBasis?: string | undefined
  readonly contact?: string | undefined
  /** Day after which the collecting must have ended. */
  readonly endDate?: string | undefined
  /** Link to the assessment (DPIA, DEDA session). */
  readonly assessment?: string | undefined
}

/** A finding that is accepted for a time. */
export interface Waiver {
  /** Rule id; `profile.*` means all of a group. */
  readonly rule: string
  readonly model?: string | undefined
  readonly attribute?: string | undefined
  readonly reason: string
  /** Last day on which it holds. */
  readonly expires: string
}

/** A city's profile: which models, what is mandatory, which values, which class of data, who owns it. */
export interface Profile {
  readonly name: string
  readonly version: string
  readonly owner?: string | undefined
  readonly description?: string | undefined
  readonly extends?: { readonly from: string; readonly sha256?: string | undefined } | string | undefined
  readonly license?: string | undefined
  /** West, south, east, north in degrees. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly governance?: Governance | undefined
  readonly models: Readonly<Record<string, ModelRule>>
  readonly waivers?: readonly Waiver[] | undefined
}

/** A profile with everything that it extends worked in. */
export interface ResolvedProfile extends Profile {
  readonly extends?: undefined
  /** Name, version and SHA-256 of each file, the base first. */
  readonly layers: readonly {
    readonly name: string
    readonly version: string
    readonly from: string
    readonly sha256: string
  }[]
}
