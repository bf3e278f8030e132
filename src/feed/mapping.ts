import type { DataClass } from '../profile/data-class.js'

/** What a feed does with two rows of the same id. */
export type DuplicateRule = 'fail' | 'merge' | 'first' | 'last' | 'suffix'

/** Shape of a source's text. */
export type SourceFormat =
  | 'csv'
  | 'json'
  | 'geojson'
  | 'ndjson'
  | 'ngsi-ld'
  | 'ngsiv2'
  | 'opendatasoft'
  | 'esri'
  | 'open311'
  | 'sensorthings'
  | 'ttn'
  | 'chirpstack'

/**
 * How further pages of an http source are found: by the link that each page names, or by a parameter that counts records
 * (`offset`) or pages (`page`, from `first`, 1 where left out); `limit` names the parameter of the page's `size` (100).
 */
export type PagingSpec =
  | 'next'
  | { readonly offset: string; readonly limit?: string | undefined; readonly size?: number | undefined }
  | {
      readonly page: string
      readonly first?: number | undefined
      readonly limit?: string | undefined
      readonly size?: number | undefined
    }

/** Where the rows come from and how to read them. */
export interface SourceSpec {
  readonly format: SourceFormat
  /** File, folder or pattern (`counts/2025-*.csv`), relative to the mapping, or http(s) URL; the command line may name another. */
  readonly file?: string | undefined
  /** Who publishes the source, as attribution asks. */
  readonly name?: string | undefined
  /** WHATWG label, such as `utf-8` or `windows-1252` (also `cp1252`). @default 'utf-8' */
  readonly encoding?: string | undefined
  /** CSV: one character. @default ',' */
  readonly delimiter?: string | undefined
  /** CSV: one character; `false` where quotes are plain text. @default '"' */
  readonly quote?: string | false | undefined
  /** CSV: lines that begin with it are left out. */
  readonly comment?: string | undefined
  /** CSV: the header is the first line that begins with `match`, or the names are given. */
  readonly header?: { readonly match: string } | readonly string[] | undefined
  /** CSV: blanks around values are removed. @default true */
  readonly trim?: boolean | undefined
  /** JSON: path from the top to the list of records, `result.records`. */
  readonly path?: string | undefined
  /** JSON over http(s): how to fetch every page. */
  readonly paging?: PagingSpec | undefined
  /** Takes a first page that announces more records than it holds. @default false */
  readonly allowPartial?: boolean | undefined
  /** ZIP: name of the file inside. */
  readonly entry?: string | undefined
}

/** A condition on one column; a row must meet all conditions of `where`. */
export interface Condition {
  readonly column: string
  readonly in?: readonly (string | number | boolean)[] | undefined
  readonly notIn?: readonly (string | number | boolean)[] | undefined
  /** Regular expression (RE2 syntax). */
  readonly matches?: string | undefined
  /** True: must have a value; false: must have none. */
  readonly present?: boolean | undefined
}

/** Turns columns into rows: one row per matching column. */
export interface UnpivotSpec {
  /** Names, or a regular expression whose named groups become columns. */
  readonly columns: readonly string[] | string
  /** Column that receives the header. */
  readonly name: string
  /** Column that receives the value. */
  readonly value: string
  /** Companion columns: own name to a template of the source column, `{ state: "{channel}-status" }`. */
  readonly with?: Readonly<Record<string, string>> | undefined
  /** Leaves out rows whose value is empty. @default true */
  readonly skipEmpty?: boolean | undefined
}

/** Adds the columns of a second source to each row. */
export interface JoinSpec {
  readonly source: SourceSpec & { readonly file: string }
  /** Column here to column there. */
  readonly on: Readonly<Record<string, string>>
  /** Prefix of the added columns. @default '' */
  readonly prefix?: string | undefined
  /** What a row without a partner means. @default 'fail' */
  readonly missing?: 'fail' | 'keep' | 'drop' | undefined
}

type Scalar = string | number | boolean

/** How one value is made. Exactly one of the members of the first group says where it comes from. */
export interface ValueSpec {
  readonly from?: string | readonly string[] | undefined
  readonly value?: unknown
  readonly template?: string | undefined
  readonly relationship?: string | undefined
  readonly object?: Readonly<Record<string, AttributeSpec>> | undefined
  readonly list?: readonly AttributeSpec[] | undefined
  readonly point?: readonly [string, string] | undefined
  readonly latlon?: string | undefined
  readonly lonlat?: string | undefined
  readonly wkt?: string | undefined
  readonly geojson?: string | undefined
  readonly esri?: string | undefined

  /** Joins several columns of `from`. @default ' ' */
  readonly join?: string | undefined
  readonly parse?: 'json' | undefined
  readonly fix?: 'mojibake' | undefined
  readonly nullIf?: readonly (Scalar | null)[] | undefined
  /** Regular expression (RE2 syntax); its first group is the value. */
  readonly capture?: string | undefined
  readonly split?: string | undefined
  readonly type?:
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | 'dateTime'
    | 'date'
    | 'array'
    | 'json'
    | undefined
  /** Number format: `nl`/`de` have a decimal comma. @default 'en' */
  readonly number?: 'en' | 'nl' | 'de' | 'fr' | 'ch' | undefined
  /** Unit text at the end of the value, removed where it stands. */
  readonly unit?: string | undefined
  /** UN/CEFACT code written with the value. @default the model's unit */
  readonly unitCode?: string | undefined
  readonly scale?: number | undefined
  readonly offset?: number | undefined
  readonly round?: number | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly boolean?:
    | {
        readonly true: readonly Scalar[]
        readonly false: readonly Scalar[]
        readonly unknown?: readonly Scalar[] | undefined
      }
    | undefined
  readonly enum?: Readonly<Record<string, unknown>> | undefined
  /** A value that the enum does not name: reject the row, leave the attribute out, keep the text, or write this. @default 'fail' */
  readonly default?: 'fail' | 'skip' | 'keep' | { readonly value: unknown } | undefined
  /** Date patterns (`dd.MM.yyyy HH:mm`), `iso`, `epoch-ms`, `epoch-s`. */
  readonly date?: string | readonly string[] | undefined
  readonly timezone?: string | undefined
  /** The hour that a clock change repeats. @default 'reject' */
  readonly ambiguous?: 'first' | 'last' | 'reject' | undefined
  /** Hour 24 is the next day's hour 0. @default false */
  readonly hour24?: boolean | undefined
  /** Removes values that repeat in a list. @default true */
  readonly unique?: boolean | undefined
  /** Replaces a line or area by its middle point. */
  readonly centroid?: boolean | undefined
  readonly crs?: string | { readonly column: string } | undefined
}

/** How one attribute is made. A bare text names the column. */
export interface FullAttributeSpec extends ValueSpec {
  /** IRI of an attribute that is not the model's. */
  readonly iri?: string | undefined
  readonly kind?:
    | 'Property'
    | 'GeoProperty'
    | 'Relationship'
    | 'LanguageProperty'
    | 'JsonProperty'
    | undefined
  /** Language tag: the attribute becomes a LanguageProperty. */
  readonly language?: string | undefined
  readonly required?: boolean | undefined
  /** Marks a value that the source does not hold. */
  readonly assumed?: boolean | undefined
  readonly observedAt?: AttributeSpec | undefined
  readonly datasetId?: string | undefined
  readonly class?: DataClass | undefined
}

export type AttributeSpec = string | FullAttributeSpec

/** A mapping file: from the rows of one source to the entities of one model. */
export interface Mapping {
  readonly source: SourceSpec
  /** Licence of the data, SPDX id or URL. */
  readonly license: string
  /** Coordinate system of the source's coordinates: `EPSG:28992`, or the column that says so. */
  readonly crs: string | { readonly column: string }
  /** Version of the mapping; part of the lineage. */
  readonly version?: string | undefined
  /** Time zone of local times: IANA name, `UTC`, or a fixed offset such as `+01:00`. */
  readonly timezone?: string | undefined
  /** West, south, east, north in degrees: where the data must lie. */
  readonly bounds?: readonly [number, number, number, number] | undefined
  readonly entity: {
    readonly type: string
    /** IRI of a type that no model describes. */
    readonly iri?: string | undefined
    /** Context URL of a type that no model describes. */
    readonly context?: string | undefined
    readonly scope?: string | undefined
  }
  readonly id: string
  readonly map: Readonly<Record<string, AttributeSpec>>
  readonly onDuplicate?: DuplicateRule | undefined
  readonly where?: readonly Condition[] | undefined
  readonly unpivot?: UnpivotSpec | undefined
  /** Column or path that holds a list: one row per item; the item's members become columns with this prefix. */
  readonly explode?: string | undefined
  readonly joins?: readonly JoinSpec[] | undefined
  /** Columns that are knowingly not used. */
  readonly ignore?: readonly string[] | undefined
  /** Class of columns that look personal or secret. */
  readonly classify?: Readonly<Record<string, DataClass>> | undefined
}
