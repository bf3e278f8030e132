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
import { itemFlowObserved as check } from './validators.js'

/** Passages of any item, such as bikes or people, counted on a lane */
export interface ItemFlowObserved extends EntityHead<'ItemFlowObserved'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Devices that measure it */
  refDevice?: string
  /** Road segment observed */
  refRoadSegment?: string
  /** Instant or interval of the observation; date-time */
  dateObserved: string
  /** Begin of the observation period; date-time */
  dateObservedFrom?: string
  /** End of the observation period; date-time */
  dateObservedTo?: string
  /** Type of what is counted */
  itemType?: 'people' | 'ship' | 'vehicle' | 'yacht'
  /** Finer type of what is counted */
  itemSubType?: string
  /** Number of the lane; at least 1 */
  laneId: number
  /** Direction of travel seen from the road's */
  laneDirection?: 'forward' | 'backward' | 'inbound' | 'outbound' | 'right' | 'left'
  /** Whether traffic ran the other way */
  reverseLane?: boolean
  /** Number counted in the observation period; at least 0 */
  intensity?: number
  /** Share in use; 0 to 1 */
  occupancy?: number
  /** Whether traffic was congested */
  congested?: boolean
  /** Mean speed of what passed; at least 0 */
  averageSpeed?: number
  /** Mean length of what passed; at least 0 */
  averageLength?: number
  /** Mean time between consecutive vehicles; at least 0 */
  averageHeadwayTime?: number
  /** Mean gap between consecutive vehicles; at least 0 */
  averageGapDistance?: number
  /** Lowest speed; at least 0 */
  minSpeed?: number
  /** Highest speed; at least 0 */
  maxSpeed?: number
}

/** ItemFlowObserved, normalized. */
export interface ItemFlowObservedNormalized extends Normalized<ItemFlowObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refRoadSegment'
}> {}

/** A partial ItemFlowObserved. */
export type ItemFlowObservedUpdate = Update<ItemFlowObserved>

/** The model of ItemFlowObserved. */
export const ItemFlowObserved: Model<ItemFlowObserved, ItemFlowObservedNormalized> = defineModel(
  {
    type: 'ItemFlowObserved',
    source: 'dataModel.Transportation/ItemFlowObserved',
    version: '0.0.2',
    required: ['location', 'dateObserved', 'laneId'],
    attributes: {
      ...commons,
      ...place,
      refDevice: { kind: 'Relationship', type: 'string' },
      refRoadSegment: { kind: 'Relationship', type: 'string' },
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string', format: 'date-time' },
      dateObservedFrom: { type: 'string', format: 'date-time' },
      dateObservedTo: { type: 'string', format: 'date-time' },
      itemType: { type: 'string', enum: ['people', 'ship', 'vehicle', 'yacht'] },
      itemSubType: { type: 'string' },
      laneId: { type: 'integer', minimum: 1 },
      laneDirection: { type: 'string', enum: ['forward', 'backward', 'inbound', 'outbound', 'right', 'left'] },
      reverseLane: { type: 'boolean' },
      intensity: { type: 'number', minimum: 0 },
      occupancy: { type: 'number', minimum: 0, maximum: 1 },
      congested: { type: 'boolean' },
      averageSpeed: { type: 'number', minimum: 0 },
      averageLength: { type: 'number', minimum: 0 },
      averageHeadwayTime: { type: 'number', minimum: 0 },
      averageGapDistance: { type: 'number', minimum: 0 },
      minSpeed: { type: 'number', minimum: 0 },
      maxSpeed: { type: 'number', minimum: 0 },
    },
  },
  check,
)
