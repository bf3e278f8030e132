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

/** Passages of any item, such as bikes or people, counted on a lane. dataModel.Transportation/ItemFlowObserved 0.0.2 */
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

/** ItemFlowObserved with every attribute in normalized form. */
export interface ItemFlowObservedNormalized extends Normalized<ItemFlowObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refRoadSegment'
}> {}

/** What an update of an ItemFlowObserved takes: its id and any attributes. */
export type ItemFlowObservedUpdate = Update<ItemFlowObserved>

/** The model of ItemFlowObserved: kinds, units, IRIs, and the check of its entities. */
export const ItemFlowObserved: Model<ItemFlowObserved, ItemFlowObservedNormalized> = defineModel(
  {
    type: 'ItemFlowObserved',
    iri: 'https://smartdatamodels.org/dataModel.Transportation/ItemFlowObserved',
    source: 'dataModel.Transportation/ItemFlowObserved',
    version: '0.0.2',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
    required: ['location', 'dateObserved', 'laneId'],
    attributes: {
      ...commons,
      ...place,
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/refDevice',
        type: 'string',
      },
      refRoadSegment: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/refRoadSegment',
        type: 'string',
      },
      dateObserved: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dateObserved',
        type: 'string',
        format: 'date-time',
      },
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
      itemType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/itemType',
        type: 'string',
        enum: ['people', 'ship', 'vehicle', 'yacht'],
      },
      itemSubType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/itemSubType',
        type: 'string',
      },
      laneId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneId',
        type: 'integer',
        minimum: 1,
      },
      laneDirection: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneDirection',
        type: 'string',
        enum: ['forward', 'backward', 'inbound', 'outbound', 'right', 'left'],
      },
      reverseLane: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/reverseLane',
        type: 'boolean',
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
      congested: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/congested',
        type: 'boolean',
      },
      averageSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageSpeed',
        type: 'number',
        minimum: 0,
      },
      averageLength: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageLength',
        type: 'number',
        minimum: 0,
      },
      averageHeadwayTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageHeadwayTime',
        type: 'number',
        minimum: 0,
      },
      averageGapDistance: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/averageGapDistance',
        type: 'number',
        minimum: 0,
      },
      minSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/minSpeed',
        type: 'number',
        minimum: 0,
      },
      maxSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/maxSpeed',
        type: 'number',
        minimum: 0,
      },
    },
  },
  check,
)
