// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { parkingSpot as check } from './validators.js'

/** One place for one vehicle, watched singly */
export interface ParkingSpot extends EntityHead<'ParkingSpot'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Colour */
  color?: string
  /** URL of a picture; uri */
  image?: string
  /** Remarks */
  annotations?: readonly string[]
  /** State of it */
  status: 'closed' | 'free' | 'occupied' | 'unknown'
  /** Width; at least 0 */
  width?: number
  /** Length; at least 0 */
  length?: number
  /** Groups of spots */
  refParkingGroup?: string
  /** Site that the spot belongs to */
  refParkingSite: string
  /** Categories of it */
  category: readonly ('onStreet' | 'offStreet')[]
  /** Devices that measure it */
  refDevice?: readonly string[]
  /** Instant of the payload, kept for older platforms; date-time */
  timeInstant?: string
}

/** ParkingSpot, normalized. */
export interface ParkingSpotNormalized extends Normalized<ParkingSpot, {
  GeoProperty: 'location'
  Relationship: 'refParkingGroup' | 'refParkingSite' | 'refDevice'
}> {}

/** A partial ParkingSpot. */
export type ParkingSpotUpdate = Update<ParkingSpot>

/** The model of ParkingSpot. */
export const ParkingSpot: Model<ParkingSpot, ParkingSpotNormalized> = defineModel(
  {
    type: 'ParkingSpot',
    source: 'dataModel.Parking/ParkingSpot',
    version: '0.1.0',
    required: ['location', 'status', 'category', 'refParkingSite'],
    attributes: {
      ...commons,
      ...place,
      color: { iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['closed', 'free', 'occupied', 'unknown'],
      },
      width: { type: 'number', minimum: 0 },
      length: { type: 'number', minimum: 0 },
      refParkingGroup: { kind: 'Relationship', type: 'string' },
      refParkingSite: { kind: 'Relationship', type: 'string' },
      category: { type: 'string', many: true, enum: ['onStreet', 'offStreet'] },
      refDevice: { kind: 'Relationship', type: 'string', many: true },
      timeInstant: { iri: 'https://smartdatamodels.org/timeInstant', type: 'string', format: 'date-time' },
    },
  },
  check,
)
