// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { trafficFlowObserved as check } from './validators.js'

/** Traffic counted and timed on a lane or road */
export interface TrafficFlowObserved extends EntityHead<'TrafficFlowObserved'>, Commons, Place {
  /** Number of the lane; at least 1 */
  laneId?: number
  /** Road segment observed; uri */
  refRoadSegment?: string
  /** Instant or interval of the observation */
  dateObserved: string
  /** Begin of the observation period; date-time */
  dateObservedFrom?: string
  /** End of the observation period; date-time */
  dateObservedTo?: string
  /** Number counted in the observation period; at least 0 */
  intensity?: number
  /** Share in use; 0 to 1 */
  occupancy?: number
  /** Mean speed of the vehicles that passed; km/h (KMH), at least 0 */
  averageVehicleSpeed?: number
  /** Mean length of the vehicles that passed; m (MTR), at least 0 */
  averageVehicleLength?: number
  /** Mean gap between consecutive vehicles; m (MTR), at least 0 */
  averageGapDistance?: number
  /** Whether traffic was congested */
  congested?: boolean
  /** Mean time between consecutive vehicles; s (SEC), at least 0 */
  averageHeadwayTime?: number
  /** Direction of travel seen from the road's */
  laneDirection?: 'forward' | 'backward'
  /** Whether traffic ran the other way */
  reversedLane?: boolean
  /** Type of the vehicle */
  vehicleType?:
    | 'agriculturalVehicle' | 'bicycle' | 'bus' | 'minibus' | 'car' | 'caravan' | 'tram' | 'tanker' | 'carWithCaravan'
    | 'carWithTrailer' | 'lorry' | 'moped' | 'motorcycle' | 'motorcycleWithSideCar' | 'motorscooter' | 'trailer' | 'van'
    | 'constructionOrMaintenanceVehicle' | 'trolley' | 'binTrolley' | 'sweepingMachine' | 'cleaningTrolley'
  /** Finer type of the vehicle */
  vehicleSubType?: string
}

/** TrafficFlowObserved, normalized. */
export interface TrafficFlowObservedNormalized extends Normalized<TrafficFlowObserved, {
  GeoProperty: 'location'
  Relationship: 'refRoadSegment'
}> {}

/** A partial TrafficFlowObserved. */
export type TrafficFlowObservedUpdate = Update<TrafficFlowObserved>

/** The model of TrafficFlowObserved. */
export const TrafficFlowObserved: Model<TrafficFlowObserved, TrafficFlowObservedNormalized> = defineModel(
  {
    type: 'TrafficFlowObserved',
    source: 'dataModel.Transportation/TrafficFlowObserved',
    version: '0.0.1',
    required: ['dateObserved'],
    attributes: {
      ...commons,
      ...place,
      laneId: { type: 'integer', minimum: 1 },
      refRoadSegment: { kind: 'Relationship', type: 'string', format: 'uri' },
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      dateObservedFrom: { type: 'string', format: 'date-time' },
      dateObservedTo: { type: 'string', format: 'date-time' },
      intensity: { type: 'number', minimum: 0 },
      occupancy: { type: 'number', minimum: 0, maximum: 1 },
      averageVehicleSpeed: { type: 'number', minimum: 0, unit: 'KMH' },
      averageVehicleLength: { type: 'number', minimum: 0, unit: 'MTR' },
      averageGapDistance: { type: 'number', minimum: 0, unit: 'MTR' },
      congested: { type: 'boolean' },
      averageHeadwayTime: { type: 'number', minimum: 0, unit: 'SEC' },
      laneDirection: { type: 'string', enum: ['forward', 'backward'] },
      reversedLane: { type: 'boolean' },
      vehicleType: {
        type: 'string',
        enum: [
          'agriculturalVehicle', 'bicycle', 'bus', 'minibus', 'car', 'caravan', 'tram', 'tanker', 'carWithCaravan',
          'carWithTrailer', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter', 'trailer', 'van',
          'constructionOrMaintenanceVehicle', 'trolley', 'binTrolley', 'sweepingMachine', 'cleaningTrolley',
        ],
      },
      vehicleSubType: { type: 'string' },
    },
  },
  check,
)
