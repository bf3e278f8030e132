// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type ContactPoint, type Place, commons, place } from './definitions.js'
import { pointOfInterest as check } from './validators.js'

/** A place that people may want to find. dataModel.PointOfInterest/PointOfInterest 0.3.1 */
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

/** PointOfInterest with every attribute in normalized form. */
export interface PointOfInterestNormalized extends Normalized<PointOfInterest, {
  GeoProperty: 'location'
  Relationship: 'additionalInfoURL'
}> {}

/** What an update of a PointOfInterest takes: its id and any attributes. */
export type PointOfInterestUpdate = Update<PointOfInterest>

/** The model of PointOfInterest: kinds, units, IRIs, and the check of its entities. */
export const PointOfInterest: Model<PointOfInterest, PointOfInterestNormalized> = defineModel(
  {
    type: 'PointOfInterest',
    iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/PointOfInterest',
    source: 'dataModel.PointOfInterest/PointOfInterest',
    version: '0.3.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.PointOfInterest/master/context.jsonld',
    required: ['name'],
    attributes: {
      ...commons,
      ...place,
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/category',
        type: 'string',
        many: true,
      },
      contactPoint: { kind: 'Property', iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      refSeeAlso: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/refSeeAlso',
        type: 'string',
        many: true,
      },
      wardId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/wardId',
        type: 'string',
      },
      zoneId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/zoneId',
        type: 'string',
      },
      additionalInfoURL: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/additionalInfoURL',
        type: 'string',
      },
      zoneName: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/zoneName',
        type: 'string',
      },
      municipalityInfo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/municipalityInfo',
        type: 'object',
      },
      title: { kind: 'Property', iri: 'http://purl.org/dc/terms/title', type: 'string' },
      relevance: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/relevance',
        type: 'number',
      },
      image: { kind: 'Property', iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      priceRange: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/priceRange',
        type: 'string',
      },
      capacity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/capacity',
        type: 'number',
      },
      occupancy: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.PointOfInterest/occupancy',
        type: 'number',
      },
    },
  },
  check,
)
