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
import { streetlight as check } from './validators.js'

/** A street lamp */
export interface Streetlight extends EntityHead<'Streetlight'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Colour */
  color?: string
  /** URL of a picture; uri */
  image?: string
  /** Remarks */
  annotations?: readonly string[]
  /** Circuit that feeds the light */
  circuit?: string
  /** Model of the light */
  refStreetlightModel?: string
  /** Cabinet that controls the light */
  refStreetlightControlCabinet?: string
  /** State of it */
  status: 'brokenLantern' | 'columnIssue' | 'defectiveLamp' | 'ok'
  /** Whether the light is on */
  powerState?: 'bootingUp' | 'low' | 'off' | 'on'
  /** Devices that measure it */
  refDevice?: readonly string[]
  /** Group that the light belongs to */
  refStreetlightGroup?: string
  /** When the lamp was last replaced; date-time */
  dateLastLampChange?: string
  /** When the light was last switched on; date-time */
  dateLastSwitchingOn?: string
  /** When the light was last switched off; date-time */
  dateLastSwitchingOff?: string
  /** Whether the light is switched alone or as a group */
  controllingMethod?: 'group' | 'individual'
  /** When it came into service; date-time */
  dateServiceStarted?: string
  /** Sort of place where the light stands */
  locationCategory?:
    | 'bridge' | 'centralIsland' | 'facade' | 'garden' | 'park' | 'parking' | 'pedestrianPath' | 'playground' | 'road'
    | 'sidewalk' | 'tunnel'
  /** Height of the lantern; at least 0 */
  lanternHeight?: number
  /** Motions detected since installation */
  lifetimeMotionDetected?: number
  /** Energy used since installation */
  lifetimePowerConsumption?: number
  /** Dimming level, 0 to 1; 0 to 1 */
  illuminanceLevel?: number
  /** Power drawn */
  powerConsumption?: number
  /** Electric current */
  current?: number
  /** Rated power */
  powerRating?: number
  /** Ratio of active to apparent power */
  powerFactor?: number
  /** Voltage */
  voltage?: number
  /** Number of the feeder pillar */
  feederPillarNum?: string
  /** Number of the pole */
  streetPoleNum?: string
  /** When the observation was reported; date-time */
  observationDateTime?: string
  /** Feeder panel of the light */
  feederID?: string
  /** Municipality, ward and zone that it lies in */
  municipalityInfo?: {
    district?: string
    ulbName?: string
    cityId?: string
    stateName?: string
    cityName?: string
    zoneId?: string
    wardNum?: number
  }
  /** Facts of the device on the light */
  deviceInfo?: {
    RFId?: string
    deviceBatteryStatus?: string
    deviceName?: string
    deviceId?: string
    measurand?: string
    deviceSimNumber?: string
    deviceModel?: {
      brandName?: string
      manufacturerName?: string
      modelName?: string
      modelURL?: string
    }
  }
}

/** Streetlight, normalized. */
export interface StreetlightNormalized extends Normalized<Streetlight, {
  GeoProperty: 'location'
  Relationship:
    | 'refStreetlightModel'
    | 'refStreetlightControlCabinet'
    | 'refDevice'
    | 'refStreetlightGroup'
    | 'feederID'
}> {}

/** A partial Streetlight. */
export type StreetlightUpdate = Update<Streetlight>

/** The model of Streetlight. */
export const Streetlight: Model<Streetlight, StreetlightNormalized> = defineModel(
  {
    type: 'Streetlight',
    source: 'dataModel.Streetlighting/Streetlight',
    version: '0.2.1',
    required: ['location', 'status'],
    attributes: {
      ...commons,
      ...place,
      color: { iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      circuit: { type: 'string' },
      refStreetlightModel: { kind: 'Relationship', type: 'string' },
      refStreetlightControlCabinet: { kind: 'Relationship', type: 'string' },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['brokenLantern', 'columnIssue', 'defectiveLamp', 'ok'],
      },
      powerState: { type: 'string', enum: ['bootingUp', 'low', 'off', 'on'] },
      refDevice: { kind: 'Relationship', type: 'string', many: true },
      refStreetlightGroup: { kind: 'Relationship', type: 'string' },
      dateLastLampChange: { type: 'string', format: 'date-time' },
      dateLastSwitchingOn: { type: 'string', format: 'date-time' },
      dateLastSwitchingOff: { type: 'string', format: 'date-time' },
      controllingMethod: { type: 'string', enum: ['group', 'individual'] },
      dateServiceStarted: { type: 'string', format: 'date-time' },
      locationCategory: {
        type: 'string',
        enum: [
          'bridge', 'centralIsland', 'facade', 'garden', 'park', 'parking', 'pedestrianPath', 'playground', 'road',
          'sidewalk', 'tunnel',
        ],
      },
      lanternHeight: { type: 'number', minimum: 0 },
      lifetimeMotionDetected: { type: 'number' },
      lifetimePowerConsumption: { type: 'number' },
      illuminanceLevel: { type: 'number', minimum: 0, maximum: 1 },
      powerConsumption: { type: 'number' },
      current: { type: 'number' },
      powerRating: { type: 'number' },
      powerFactor: { type: 'number' },
      voltage: { type: 'number' },
      feederPillarNum: { type: 'string' },
      streetPoleNum: { type: 'string' },
      observationDateTime: { type: 'string', format: 'date-time' },
      feederID: { kind: 'Relationship', type: 'string' },
      municipalityInfo: { type: 'object' },
      deviceInfo: { type: 'object' },
    },
  },
  check,
)
