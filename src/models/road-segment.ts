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

/** A part of a road between two points */
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
  /** Open, closed or limited */
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

/** RoadSegment, normalized. */
export interface RoadSegmentNormalized extends Normalized<RoadSegment, {
  GeoProperty: 'location' | 'startPoint' | 'endPoint'
  Relationship: 'refRoad' | 'dataDescriptor'
}> {}

/** A partial RoadSegment. */
export type RoadSegmentUpdate = Update<RoadSegment>

/** The model of RoadSegment. */
export const RoadSegment: Model<RoadSegment, RoadSegmentNormalized> = defineModel(
  {
    type: 'RoadSegment',
    source: 'dataModel.Transportation/RoadSegment',
    version: '0.4.1',
    required: ['name', 'refRoad', 'startPoint', 'endPoint', 'allowedVehicleType'],
    attributes: {
      ...commons,
      ...place,
      color: { iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      refRoad: { kind: 'Relationship', type: 'string' },
      startPoint: { kind: 'GeoProperty', type: 'object' },
      endPoint: { kind: 'GeoProperty', type: 'object' },
      startKilometer: { type: 'number', minimum: 0 },
      endKilometer: { type: 'number', minimum: 0 },
      allowedVehicleType: {
        type: 'string',
        many: true,
        enum: [
          'agriculturalVehicle', 'bicycle', 'bus', 'car', 'caravan', 'carWithCaravan', 'carWithTrailer',
          'constructionOrMaintenanceVehicle', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter',
          'tanker', 'trailer', 'van', 'anyVehicle',
        ],
      },
      totalLaneNumber: { type: 'number', minimum: 1 },
      length: { type: 'number', minimum: 0, unit: 'KMT' },
      maximumAllowedSpeed: { type: 'number', minimum: 0, unit: 'KMH' },
      minimumAllowedSpeed: { type: 'number', minimum: 0, unit: 'KMH' },
      maximumAllowedHeight: { type: 'number', minimum: 0, unit: 'MTR' },
      maximumAllowedWeight: { type: 'number', minimum: 0, unit: 'KGM' },
      width: { type: 'number', minimum: 0, unit: 'MTR' },
      laneUsage: { type: 'string', many: true, enum: ['forward', 'backward'] },
      category: { type: 'string', many: true, enum: ['oneway', 'toll', 'link'] },
      status: { iri: 'https://uri.etsi.org/ngsi-ld/status', type: 'string' },
      statusDescription: { type: 'string' },
      dataDescriptor: { kind: 'Relationship', type: 'string' },
      cyclePathMaterial: { type: 'string' },
      carriagewayLength: { type: 'number' },
      bridgeCount: { type: 'number' },
      pedestrianPathLeftHeight: { type: 'number' },
      totalPedestrianPathLength: { type: 'number' },
      totalPedestrianPathWidth: { type: 'number' },
      culvertCount: { type: 'number' },
      roadName: { type: 'string' },
      roadClass: {
        type: 'string',
        enum: [
          'MAJOR_DISTRICT_ROAD', 'MAJOR_CITY_ROAD', 'MINOR_CITY_ROAD', 'NATIONAL_HIGHWAY', 'OTHER_DISTRICT_ROAD',
          'OTHER_PUBLIC_ROAD', 'PORT_ROAD', 'PRIVATE_ROAD', 'SERVICE_ROAD', 'STATE_HIGHWAY',
        ],
      },
      medianHeight: { type: 'number' },
      roadWork: {
        type: 'string',
        enum: [
          'COLLAPSE', 'DERAILMENT', 'FIRE', 'FLOOD', 'GASLEAK', 'LANDSLIDE', 'OTHER', 'POWERCUT', 'ROCKFALL', 'SAGGING',
          'WATERLEAK',
        ],
      },
      roadId: { type: 'string' },
      cyclePathRightWidth: { type: 'number' },
      roadMaterial: { type: 'string' },
      medianWidth: { type: 'number' },
      carriagewayWidth: { type: 'number' },
      cyclePathRightHeight: { type: 'number' },
      roadDirection: { type: 'string' },
      medianLength: { type: 'number' },
      pedestrianPathMaterial: { type: 'string' },
      cyclePathLeftWidth: { type: 'number' },
      maximumAllowedWidth: { type: 'number' },
      rightOfWayWidth: { type: 'number' },
      cyclePathLeftHeight: { type: 'number' },
      pedestrianPathRightWidth: { type: 'number' },
      pedestrianPathLeftWidth: { type: 'number' },
      laneInfo: { type: 'object' },
      pedestrianPathPlacement: { type: 'string' },
      pedestrianPathRightHeight: { type: 'number' },
      cyclePathPlacement: { type: 'string', enum: ['BOTH', 'LEFT', 'NOT_AVAILABLE', 'RIGHT'] },
      totalCyclePathWidth: { type: 'number' },
      agency_name: { type: 'string' },
      municipalityInfo: { type: 'object' },
    },
  },
  check,
)
