// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type MunicipalityInfo, type Place, commons, place } from './definitions.js'
import { roadSegment as check } from './validators.js'

/** A part of a road between two points. dataModel.Transportation/RoadSegment 0.4.1 */
export interface RoadSegment extends EntityHead<'RoadSegment'>, Commons, Place {
  /** Name */
  name: string
  /** Colour */
  color?: string
  /** URL of a picture; uri */
  image?: string
  /** Remarks */
  annotations?: readonly string[]
  /** Road that the segment is part of */
  refRoad: string
  /** Where the segment begins */
  startPoint: Geometry
  /** Where the segment ends */
  endPoint: Geometry
  /** Kilometre mark at the beginning; at least 0 */
  startKilometer?: number
  /** Kilometre mark at the end; at least 0 */
  endKilometer?: number
  /** Vehicle types allowed; the principal one comes first */
  allowedVehicleType: readonly (
    | 'agriculturalVehicle' | 'bicycle' | 'bus' | 'car' | 'caravan' | 'carWithCaravan' | 'carWithTrailer'
    | 'constructionOrMaintenanceVehicle' | 'lorry' | 'moped' | 'motorcycle' | 'motorcycleWithSideCar' | 'motorscooter'
    | 'tanker' | 'trailer' | 'van' | 'anyVehicle'
  )[]
  /** Lanes in total; at least 1 */
  totalLaneNumber?: number
  /** Length; km (KMT), at least 0 */
  length?: number
  /** Speed limit; km/h (KMH), at least 0 */
  maximumAllowedSpeed?: number
  /** Lowest speed allowed; km/h (KMH), at least 0 */
  minimumAllowedSpeed?: number
  /** Height limit for vehicles; m (MTR), at least 0 */
  maximumAllowedHeight?: number
  /** Weight limit for vehicles; kg (KGM), at least 0 */
  maximumAllowedWeight?: number
  /** Width; m (MTR), at least 0 */
  width?: number
  /** Usage and direction per lane */
  laneUsage?: readonly ('forward' | 'backward')[]
  /** Categories of it */
  category?: readonly ('oneway' | 'toll' | 'link')[]
  /** State of it */
  status?: string
  /** More about the state */
  statusDescription?: string
  /** Entity that describes the data */
  dataDescriptor?: string
  /** Material of the cycle path */
  cyclePathMaterial?: string
  /** Length of the carriageway */
  carriagewayLength?: number
  /** Bridges in the segment */
  bridgeCount?: number
  /** Height of the footway on the left */
  pedestrianPathLeftHeight?: number
  /** Length of the footways in total */
  totalPedestrianPathLength?: number
  /** Width of the footways in total */
  totalPedestrianPathWidth?: number
  /** Culverts along the segment */
  culvertCount?: number
  /** Name of the road */
  roadName?: string
  /** Class of the road */
  roadClass?:
    | 'MAJOR_DISTRICT_ROAD' | 'MAJOR_CITY_ROAD' | 'MINOR_CITY_ROAD' | 'NATIONAL_HIGHWAY' | 'OTHER_DISTRICT_ROAD'
    | 'OTHER_PUBLIC_ROAD' | 'PORT_ROAD' | 'PRIVATE_ROAD' | 'SERVICE_ROAD' | 'STATE_HIGHWAY'
  /** Height of the central reservation */
  medianHeight?: number
  /** Reasons of road works */
  roadWork?:
    | 'COLLAPSE' | 'DERAILMENT' | 'FIRE' | 'FLOOD' | 'GASLEAK' | 'LANDSLIDE' | 'OTHER' | 'POWERCUT' | 'ROCKFALL'
    | 'SAGGING' | 'WATERLEAK'
  /** Id of the road in the operator's system */
  roadId?: string
  /** Width of the cycle path on the right */
  cyclePathRightWidth?: number
  /** Material of the carriageway */
  roadMaterial?: string
  /** Width of the central reservation */
  medianWidth?: number
  /** Width of the carriageway */
  carriagewayWidth?: number
  /** Height of the cycle path on the right */
  cyclePathRightHeight?: number
  /** Direction that the road leads to */
  roadDirection?: string
  /** Length of the central reservation */
  medianLength?: number
  /** Material of the footway */
  pedestrianPathMaterial?: string
  /** Width of the cycle path on the left */
  cyclePathLeftWidth?: number
  /** Width limit for vehicles */
  maximumAllowedWidth?: number
  /** Width of the land reserved for the road */
  rightOfWayWidth?: number
  /** Height of the cycle path on the left */
  cyclePathLeftHeight?: number
  /** Width of the footway on the right */
  pedestrianPathRightWidth?: number
  /** Width of the footway on the left */
  pedestrianPathLeftWidth?: number
  /** Direction, length and width of a lane */
  laneInfo?: {
    laneId?: number
    laneDirection?: 'BACKWARD' | 'FORWARD' | 'INBOUND' | 'LEFT' | 'OUTBOUND' | 'RIGHT'
    laneLength?: number
    laneWidth?: number
  }
  /** Where the footway lies */
  pedestrianPathPlacement?: string
  /** Height of the footway on the right */
  pedestrianPathRightHeight?: number
  /** Where the cycle path lies */
  cyclePathPlacement?: 'BOTH' | 'LEFT' | 'NOT_AVAILABLE' | 'RIGHT'
  /** Width of the cycle paths in total */
  totalCyclePathWidth?: number
  /** Full name of the transit agency */
  agency_name?: string
  /** Municipality, ward and zone that it lies in */
  municipalityInfo?: MunicipalityInfo
}

/** RoadSegment with every attribute in normalized form. */
export interface RoadSegmentNormalized extends Normalized<RoadSegment, {
  GeoProperty: 'location' | 'startPoint' | 'endPoint'
  Relationship: 'refRoad' | 'dataDescriptor'
}> {}

/** What an update of a RoadSegment takes: its id and any attributes. */
export type RoadSegmentUpdate = Update<RoadSegment>

/** The model of RoadSegment: kinds, units, IRIs, and the check of its entities. */
export const RoadSegment: Model<RoadSegment, RoadSegmentNormalized> = defineModel(
  {
    type: 'RoadSegment',
    iri: 'https://smartdatamodels.org/dataModel.Transportation/RoadSegment',
    source: 'dataModel.Transportation/RoadSegment',
    version: '0.4.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
    required: ['name', 'refRoad', 'startPoint', 'endPoint', 'allowedVehicleType'],
    attributes: {
      ...commons,
      ...place,
      color: { kind: 'Property', iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { kind: 'Property', iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { kind: 'Property', iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      refRoad: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/refRoad',
        type: 'string',
      },
      startPoint: {
        kind: 'GeoProperty',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/startPoint',
        type: 'object',
      },
      endPoint: {
        kind: 'GeoProperty',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/endPoint',
        type: 'object',
      },
      startKilometer: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/startKilometer',
        type: 'number',
        minimum: 0,
      },
      endKilometer: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/endKilometer',
        type: 'number',
        minimum: 0,
      },
      allowedVehicleType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/allowedVehicleType',
        type: 'string',
        many: true,
        enum: [
          'agriculturalVehicle', 'bicycle', 'bus', 'car', 'caravan', 'carWithCaravan', 'carWithTrailer',
          'constructionOrMaintenanceVehicle', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter',
          'tanker', 'trailer', 'van', 'anyVehicle',
        ],
      },
      totalLaneNumber: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/totalLaneNumber',
        type: 'number',
        minimum: 1,
      },
      length: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/length',
        type: 'number',
        minimum: 0,
        unit: 'KMT',
      },
      maximumAllowedSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/maximumAllowedSpeed',
        type: 'number',
        minimum: 0,
        unit: 'KMH',
      },
      minimumAllowedSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/minimumAllowedSpeed',
        type: 'number',
        minimum: 0,
        unit: 'KMH',
      },
      maximumAllowedHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/maximumAllowedHeight',
        type: 'number',
        minimum: 0,
        unit: 'MTR',
      },
      maximumAllowedWeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/maximumAllowedWeight',
        type: 'number',
        minimum: 0,
        unit: 'KGM',
      },
      width: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/width',
        type: 'number',
        minimum: 0,
        unit: 'MTR',
      },
      laneUsage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneUsage',
        type: 'string',
        many: true,
        enum: ['forward', 'backward'],
      },
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/category',
        type: 'string',
        many: true,
        enum: ['oneway', 'toll', 'link'],
      },
      status: { kind: 'Property', iri: 'https://uri.etsi.org/ngsi-ld/status', type: 'string' },
      statusDescription: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/statusDescription',
        type: 'string',
      },
      dataDescriptor: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/dataDescriptor',
        type: 'string',
      },
      cyclePathMaterial: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathMaterial',
        type: 'string',
      },
      carriagewayLength: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/carriagewayLength',
        type: 'number',
      },
      bridgeCount: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/bridgeCount',
        type: 'number',
      },
      pedestrianPathLeftHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathLeftHeight',
        type: 'number',
      },
      totalPedestrianPathLength: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/totalPedestrianPathLength',
        type: 'number',
      },
      totalPedestrianPathWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/totalPedestrianPathWidth',
        type: 'number',
      },
      culvertCount: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/culvertCount',
        type: 'number',
      },
      roadName: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/roadName',
        type: 'string',
      },
      roadClass: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/roadClass',
        type: 'string',
        enum: [
          'MAJOR_DISTRICT_ROAD', 'MAJOR_CITY_ROAD', 'MINOR_CITY_ROAD', 'NATIONAL_HIGHWAY', 'OTHER_DISTRICT_ROAD',
          'OTHER_PUBLIC_ROAD', 'PORT_ROAD', 'PRIVATE_ROAD', 'SERVICE_ROAD', 'STATE_HIGHWAY',
        ],
      },
      medianHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/medianHeight',
        type: 'number',
      },
      roadWork: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/roadWork',
        type: 'string',
        enum: [
          'COLLAPSE', 'DERAILMENT', 'FIRE', 'FLOOD', 'GASLEAK', 'LANDSLIDE', 'OTHER', 'POWERCUT', 'ROCKFALL', 'SAGGING',
          'WATERLEAK',
        ],
      },
      roadId: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Transportation/roadId', type: 'string' },
      cyclePathRightWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathRightWidth',
        type: 'number',
      },
      roadMaterial: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/roadMaterial',
        type: 'string',
      },
      medianWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/medianWidth',
        type: 'number',
      },
      carriagewayWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/carriagewayWidth',
        type: 'number',
      },
      cyclePathRightHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathRightHeight',
        type: 'number',
      },
      roadDirection: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/roadDirection',
        type: 'string',
      },
      medianLength: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/medianLength',
        type: 'number',
      },
      pedestrianPathMaterial: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathMaterial',
        type: 'string',
      },
      cyclePathLeftWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathLeftWidth',
        type: 'number',
      },
      maximumAllowedWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/maximumAllowedWidth',
        type: 'number',
      },
      rightOfWayWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/rightOfWayWidth',
        type: 'number',
      },
      cyclePathLeftHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathLeftHeight',
        type: 'number',
      },
      pedestrianPathRightWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathRightWidth',
        type: 'number',
      },
      pedestrianPathLeftWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathLeftWidth',
        type: 'number',
      },
      laneInfo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/laneInfo',
        type: 'object',
      },
      pedestrianPathPlacement: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathPlacement',
        type: 'string',
      },
      pedestrianPathRightHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/pedestrianPathRightHeight',
        type: 'number',
      },
      cyclePathPlacement: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/cyclePathPlacement',
        type: 'string',
        enum: ['BOTH', 'LEFT', 'NOT_AVAILABLE', 'RIGHT'],
      },
      totalCyclePathWidth: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/totalCyclePathWidth',
        type: 'number',
      },
      agency_name: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/agency_name',
        type: 'string',
      },
      municipalityInfo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/municipalityInfo',
        type: 'object',
      },
    },
  },
  check,
)
