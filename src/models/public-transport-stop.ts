// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type OpeningHours, type Place, commons, place } from './definitions.js'
import { publicTransportStop as check } from './validators.js'

/** A stop of public transport */
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

/** PublicTransportStop, normalized. */
export interface PublicTransportStopNormalized extends Normalized<PublicTransportStop, {
  GeoProperty: 'location'
  Relationship: 'refPublicTransportRoute'
}> {}

/** A partial PublicTransportStop. */
export type PublicTransportStopUpdate = Update<PublicTransportStop>

/** The model of PublicTransportStop. */
export const PublicTransportStop: Model<PublicTransportStop, PublicTransportStopNormalized> = defineModel(
  {
    type: 'PublicTransportStop',
    source: 'dataModel.UrbanMobility/PublicTransportStop',
    version: '0.0.2',
    required: ['transportationType', 'name'],
    attributes: {
      ...commons,
      ...place,
      stopCode: { type: 'string' },
      shortStopCode: { type: 'string' },
      wheelChairAccessible: { type: 'string', enum: ['0', '1', '2'] },
      transportationType: { type: 'integer', many: true, enum: [0, 1, 2, 3, 4, 5, 6, 7] },
      refPublicTransportRoute: { kind: 'Relationship', type: 'string', many: true },
      peopleCount: { type: 'integer', minimum: 0 },
      refPeopleCountDevice: { type: 'string' },
      openingHoursSpecification: {
        iri: 'https://smartdatamodels.org/openingHoursSpecification',
        type: 'object',
        many: true,
      },
    },
  },
  check,
)
