// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type ContactPoint, type Place, commons, place } from './definitions.js'
import { pointOfInterest as check } from './validators.js'

/** A place that people may want to find */
export interface PointOfInterest extends EntityHead<'PointOfInterest'>, Commons, Place {
  /** Name */
  name: string
  /** Categories of it */
  category?: readonly string[]
  /** Whom to contact */
  contactPoint?: ContactPoint
  /** Related entities */
  refSeeAlso?: readonly string[]
  /** Ward */
  wardId?: string
  /** Id of the zone */
  zoneId?: string
  /** Where more information is found */
  additionalInfoURL?: string
  /** Name of the zone */
  zoneName?: string
  /** Municipality, ward and zone that it lies in */
  municipalityInfo?: {
    district?: string
    ulbName?: string
    cityID?: string
    wardID?: string
    stateName?: string
    cityName?: string
    zoneName?: string
    zoneID?: string
    wardName?: string
    wardNum?: number
  }
  /** Title beside the name */
  title?: string
  /** Importance on a map; 0 is the greatest */
  relevance?: number
  /** URL of a picture; uri */
  image?: string
  /** Range of prices, in words */
  priceRange?: string
  /** How many there is room for at the same time */
  capacity?: number
  /** Share in use */
  occupancy?: number
}

/** PointOfInterest, normalized. */
export interface PointOfInterestNormalized extends Normalized<PointOfInterest, {
  GeoProperty: 'location'
  Relationship: 'additionalInfoURL'
}> {}

/** A partial PointOfInterest. */
export type PointOfInterestUpdate = Update<PointOfInterest>

/** The model of PointOfInterest. */
export const PointOfInterest: Model<PointOfInterest, PointOfInterestNormalized> = defineModel(
  {
    type: 'PointOfInterest',
    source: 'dataModel.PointOfInterest/PointOfInterest',
    version: '0.3.1',
    required: ['name'],
    attributes: {
      ...commons,
      ...place,
      category: { type: 'string', many: true },
      contactPoint: { iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      refSeeAlso: { type: 'string', many: true },
      wardId: { type: 'string' },
      zoneId: { type: 'string' },
      additionalInfoURL: { kind: 'Relationship', type: 'string' },
      zoneName: { type: 'string' },
      municipalityInfo: { type: 'object' },
      title: { iri: 'http://purl.org/dc/terms/title', type: 'string' },
      relevance: { type: 'number' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      priceRange: { type: 'string' },
      capacity: { type: 'number' },
      occupancy: { type: 'number' },
    },
  },
  check,
)
