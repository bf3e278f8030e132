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

/** One place for one vehicle, watched singly. dataModel.Parking/ParkingSpot 0.1.0 */
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

/** ParkingSpot with every attribute in normalized form. */
export interface ParkingSpotNormalized extends Normalized<ParkingSpot, {
  GeoProperty: 'location'
  Relationship: 'refParkingGroup' | 'refParkingSite' | 'refDevice'
}> {}

/** What an update of a ParkingSpot takes: its id and any attributes. */
export type ParkingSpotUpdate = Update<ParkingSpot>

/** The model of ParkingSpot: kinds, units, IRIs, and the check of its entities. */
export const ParkingSpot: Model<ParkingSpot, ParkingSpotNormalized> = defineModel(
  {
    type: 'ParkingSpot',
    iri: 'https://smartdatamodels.org/dataModel.Parking/ParkingSpot',
    source: 'dataModel.Parking/ParkingSpot',
    version: '0.1.0',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Parking/master/context.jsonld',
    required: ['location', 'status', 'category', 'refParkingSite'],
    attributes: {
      ...commons,
      ...place,
      color: { kind: 'Property', iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { kind: 'Property', iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { kind: 'Property', iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      status: {
        kind: 'Property',
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['closed', 'free', 'occupied', 'unknown'],
      },
      width: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Parking/width',
        type: 'number',
        minimum: 0,
      },
      length: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Parking/length',
        type: 'number',
        minimum: 0,
      },
      refParkingGroup: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Parking/refParkingGroup',
        type: 'string',
      },
      refParkingSite: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Parking/refParkingSite',
        type: 'string',
      },
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Parking/category',
        type: 'string',
        many: true,
        enum: ['onStreet', 'offStreet'],
      },
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Parking/refDevice',
        type: 'string',
        many: true,
      },
      timeInstant: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/timeInstant',
        type: 'string',
        format: 'date-time',
      },
    },
  },
  check,
)
