// Written by city-context generate; do not edit.
import type { Attributes, Geometry } from '../model/index.js'

export interface Address {
  streetAddress?: string
  addressLocality?: string
  addressRegion?: string
  addressCountry?: string
  postalCode?: string
  postOfficeBoxNumber?: string
  streetNr?: string
  district?: string
}

/** What every entity may say of itself */
export interface Commons {
  /** When the entity was made; usually set by the platform; date-time */
  dateCreated?: string
  /** When the entity was last changed; usually set by the platform; date-time */
  dateModified?: string
  /** Where the data come from, preferably a URL */
  source?: string
  /** Name */
  name?: string
  /** Another name of it */
  alternateName?: string
  /** Description in words */
  description?: string
  /** Who provides the data */
  dataProvider?: string
  /** Ids of the owners */
  owner?: readonly string[]
  /** URLs with more about it */
  seeAlso?: readonly string[] | string
}

/** Attributes of Commons. */
export const commons: Attributes = {
  dateCreated: { iri: 'https://smartdatamodels.org/dateCreated', type: 'string', format: 'date-time' },
  dateModified: { iri: 'https://smartdatamodels.org/dateModified', type: 'string', format: 'date-time' },
  source: { iri: 'https://smartdatamodels.org/source', type: 'string' },
  name: { iri: 'https://smartdatamodels.org/name', type: 'string' },
  alternateName: { iri: 'https://smartdatamodels.org/alternateName', type: 'string' },
  description: { iri: 'http://purl.org/dc/terms/description', type: 'string' },
  dataProvider: { iri: 'https://smartdatamodels.org/dataProvider', type: 'string' },
  owner: { iri: 'https://smartdatamodels.org/owner', type: 'string', many: true },
  seeAlso: { iri: 'https://smartdatamodels.org/seeAlso', type: ['array', 'string'] },
}

export interface ContactPoint {
  contactType?: string
  email?: string
  telephone?: string
  name?: string
  url?: string
  areaServed?: string
  availableLanguage?: string | readonly string[]
  contactOption?: string | readonly string[]
  faxNumber?: string
  productSupported?: string
  availabilityRestriction?: readonly string[]
}

export interface MunicipalityInfo {
  district?: string
  ulbName?: string
  cityId?: string
  wardId?: string
  stateName?: string
  cityName?: string
  zoneName?: string
  zoneId?: string
  wardName?: string
  wardNum?: number
}

export interface OpeningHours {
  opens?: string
  closes?: string
  dayOfWeek?:
    | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday' | 'PublicHolidays'
    | 'https://schema.org/Monday' | 'https://schema.org/Tuesday' | 'https://schema.org/Wednesday'
    | 'https://schema.org/Thursday' | 'https://schema.org/Friday' | 'https://schema.org/Saturday'
    | 'https://schema.org/Sunday' | 'https://schema.org/PublicHolidays'
  validFrom?: string
  validThrough?: string
}

/** Where an entity is */
export interface Place {
  /** Where it is */
  location?: Geometry
  /** Postal address */
  address?: Address
  /** Area that it serves */
  areaServed?: string
}

/** Attributes of Place. */
export const place: Attributes = {
  location: { kind: 'GeoProperty', iri: 'https://uri.etsi.org/ngsi-ld/location', type: 'object' },
  address: { iri: 'https://smartdatamodels.org/address', type: 'object' },
  areaServed: { iri: 'https://smartdatamodels.org/areaServed', type: 'string' },
}

export interface SpotCounts {
  availableSpotNumber?: number
  totalSpotNumber?: number
  occupiedSpotNumber?: number
}

export interface TimeSeries {
  instValue?: number
  minOverTime?: number
  maxOverTime?: number
  averageValue?: number
}
