// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type OpeningHours, type Place, commons, place } from './definitions.js'
import { publicTransportStop as check } from './validators.js'

/** A stop of public transport. dataModel.UrbanMobility/PublicTransportStop 0.0.2 */
export interface PublicTransportStop extends EntityHead<'PublicTransportStop'>, Commons, Place {
  /** Name */
  name: string
  /** Code of the stop */
  stopCode?: string
  /** Short code of the stop */
  shortStopCode?: string
  /** Whether wheelchairs can board, as GTFS numbers it */
  wheelChairAccessible?: '0' | '1' | '2'
  /** Modes that call here, as GTFS numbers them */
  transportationType: readonly (0 | 1 | 2 | 3 | 4 | 5 | 6 | 7)[]
  /** Routes that call here */
  refPublicTransportRoute?: readonly string[]
  /** People waiting, estimated; at least 0 */
  peopleCount?: number
  /** Device that counts the people */
  refPeopleCountDevice?: string
  /** Opening hours as structured values */
  openingHoursSpecification?: readonly OpeningHours[]
}

/** PublicTransportStop with every attribute in normalized form. */
export interface PublicTransportStopNormalized extends Normalized<PublicTransportStop, {
  GeoProperty: 'location'
  Relationship: 'refPublicTransportRoute'
}> {}

/** What an update of a PublicTransportStop takes: its id and any attributes. */
export type PublicTransportStopUpdate = Update<PublicTransportStop>

/** The model of PublicTransportStop: kinds, units, IRIs, and the check of its entities. */
export const PublicTransportStop: Model<PublicTransportStop, PublicTransportStopNormalized> = defineModel(
  {
    type: 'PublicTransportStop',
    iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/PublicTransportStop',
    source: 'dataModel.UrbanMobility/PublicTransportStop',
    version: '0.0.2',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.UrbanMobility/master/context.jsonld',
    required: ['transportationType', 'name'],
    attributes: {
      ...commons,
      ...place,
      stopCode: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/stopCode',
        type: 'string',
      },
      shortStopCode: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/shortStopCode',
        type: 'string',
      },
      wheelChairAccessible: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/wheelChairAccessible',
        type: 'string',
        enum: ['0', '1', '2'],
      },
      transportationType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/transportationType',
        type: 'integer',
        many: true,
        enum: [0, 1, 2, 3, 4, 5, 6, 7],
      },
      refPublicTransportRoute: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/refPublicTransportRoute',
        type: 'string',
        many: true,
      },
      peopleCount: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/peopleCount',
        type: 'integer',
        minimum: 0,
      },
      refPeopleCountDevice: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.UrbanMobility/refPeopleCountDevice',
        type: 'string',
      },
      openingHoursSpecification: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/openingHoursSpecification',
        type: 'object',
        many: true,
      },
    },
  },
  check,
)
