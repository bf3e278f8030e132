// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type ContactPoint, type Place, commons, place } from './definitions.js'
import { bikeHireDockingStation as check } from './validators.js'

/** A docking station of a bike hire scheme */
export interface BikeHireDockingStation extends EntityHead<'BikeHireDockingStation'>, Commons, Place {
  /** Slots in total; at least 0 */
  totalSlotNumber?: number
  /** Slots where a bike can be returned; at least 0 */
  freeSlotNumber?: number
  /** Bikes that can be hired at this moment; at least 0 */
  availableBikeNumber?: number
  /** Slots out of order; at least 0 */
  outOfServiceSlotNumber?: number
  /** Opening hours */
  openingHours?: string
  /** State of it */
  status?: 'almostEmpty' | 'almostFull' | 'empty' | 'full' | 'outOfService' | 'withIncidence' | 'working'
  /** Who provides it */
  provider?: string
  /** Whom to contact */
  contactPoint?: ContactPoint
  /** Name of the station */
  stationName?: string
  /** URL of a picture or recording; uri */
  mediaURL?: string
  /** Page of the transit agency; uri */
  agency_url?: string
  /** Full name of the transit agency */
  agency_name?: string
  /** Number or code of the station */
  stationCode?: string
  /** When the observation was reported; date-time */
  observationDateTime?: string
  /** Page with the fares */
  agency_fare_url?: string
}

/** BikeHireDockingStation, normalized. */
export interface BikeHireDockingStationNormalized extends Normalized<BikeHireDockingStation, {
  GeoProperty: 'location'
}> {}

/** A partial BikeHireDockingStation. */
export type BikeHireDockingStationUpdate = Update<BikeHireDockingStation>

/** The model of BikeHireDockingStation. */
export const BikeHireDockingStation: Model<BikeHireDockingStation, BikeHireDockingStationNormalized> = defineModel(
  {
    type: 'BikeHireDockingStation',
    source: 'dataModel.Transportation/BikeHireDockingStation',
    version: '0.1.1',
    attributes: {
      ...commons,
      ...place,
      totalSlotNumber: { type: 'integer', minimum: 0 },
      freeSlotNumber: { type: 'integer', minimum: 0 },
      availableBikeNumber: { type: 'integer', minimum: 0 },
      outOfServiceSlotNumber: { type: 'integer', minimum: 0 },
      openingHours: { iri: 'https://smartdatamodels.org/openingHours', type: 'string' },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['almostEmpty', 'almostFull', 'empty', 'full', 'outOfService', 'withIncidence', 'working'],
      },
      provider: { type: 'string' },
      contactPoint: { iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      stationName: { type: 'string' },
      mediaURL: { type: 'string', format: 'uri' },
      agency_url: { type: 'string', format: 'uri' },
      agency_name: { type: 'string' },
      stationCode: { type: 'string' },
      observationDateTime: { type: 'string', format: 'date-time' },
      agency_fare_url: { type: 'string' },
    },
  },
  check,
)
