// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { trafficFlowObserved as check } from './validators.js'

/** Traffic counted and timed on a lane or road. dataModel.Transportation/TrafficFlowObserved 0.0.1 */
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

/** TrafficFlowObserved with every attribute in normalized form. */
export interface TrafficFlowObservedNormalized extends Normalized<TrafficFlowObserved, {
  GeoProperty: 'location'
  Relationship: 'refRoadSegment'
}> {}

/** What an update of a TrafficFlowObserved takes: its id and any attributes. */
export type TrafficFlowObservedUpdate = Update<TrafficFlowObserved>

/** The model of TrafficFlowObserved: kinds, units, IRIs, and the check of its entities. */
export const TrafficFlowObserved: Model<TrafficFlowObserved, TrafficFlowObservedNormalized> = defineModel(
  {
    type: 'TrafficFlowObserved',
    iri: 'https://smartdatamodels.org/dataModel.Transportation/TrafficFlowObserved',
    source: 'dataModel.Transportation/TrafficFlowObserved',
    version: '0.0.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
    required: ['dateObserved'],
    attributes: {
      ...commons,
      ...place,
      laneId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneId',
        type: 'integer',
        minimum: 1,
      },
      refRoadSegment: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/refRoadSegment',
        type: 'string',
        format: 'uri',
      },
      dateObserved: { kind: 'Property', iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      dateObservedFrom: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/dateObservedFrom',
        type: 'string',
        format: 'date-time',
      },
      dateObservedTo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/dateObservedTo',
        type: 'string',
        format: 'date-time',
      },
      intensity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/intensity',
        type: 'number',
        minimum: 0,
      },
      occupancy: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/occupancy',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      averageVehicleSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageVehicleSpeed',
        type: 'number',
        minimum: 0,
        unit: 'KMH',
      },
      averageVehicleLength: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageVehicleLength',
        type: 'number',
        minimum: 0,
        unit: 'MTR',
      },
      averageGapDistance: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageGapDistance',
        type: 'number',
        minimum: 0,
        unit: 'MTR',
      },
      congested: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/congested',
        type: 'boolean',
      },
      averageHeadwayTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageHeadwayTime',
        type: 'number',
        minimum: 0,
        unit: 'SEC',
      },
      laneDirection: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneDirection',
        type: 'string',
        enum: ['forward', 'backward'],
      },
      reversedLane: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/reversedLane',
        type: 'boolean',
      },
      vehicleType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/vehicleType',
        type: 'string',
        enum: [
          'agriculturalVehicle', 'bicycle', 'bus', 'minibus', 'car', 'caravan', 'tram', 'tanker', 'carWithCaravan',
          'carWithTrailer', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter', 'trailer', 'van',
          'constructionOrMaintenanceVehicle', 'trolley', 'binTrolley', 'sweepingMachine', 'cleaningTrolley',
        ],
      },
      vehicleSubType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/vehicleSubType',
        type: 'string',
      },
    },
  },
  check,
)
