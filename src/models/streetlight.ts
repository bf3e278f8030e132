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

/** A street lamp. dataModel.Streetlighting/Streetlight 0.2.1 */
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

/** Streetlight with every attribute in normalized form. */
export interface StreetlightNormalized extends Normalized<Streetlight, {
  GeoProperty: 'location'
  Relationship:
    | 'refStreetlightModel'
    | 'refStreetlightControlCabinet'
    | 'refDevice'
    | 'refStreetlightGroup'
    | 'feederID'
}> {}

/** What an update of a Streetlight takes: its id and any attributes. */
export type StreetlightUpdate = Update<Streetlight>

/** The model of Streetlight: kinds, units, IRIs, and the check of its entities. */
export const Streetlight: Model<Streetlight, StreetlightNormalized> = defineModel(
  {
    type: 'Streetlight',
    iri: 'https://smartdatamodels.org/dataModel.Streetlighting/Streetlight',
    source: 'dataModel.Streetlighting/Streetlight',
    version: '0.2.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Streetlighting/master/context.jsonld',
    required: ['location', 'status'],
    attributes: {
      ...commons,
      ...place,
      color: { kind: 'Property', iri: 'https://smartdatamodels.org/color', type: 'string' },
      image: { kind: 'Property', iri: 'https://smartdatamodels.org/image', type: 'string', format: 'uri' },
      annotations: { kind: 'Property', iri: 'https://smartdatamodels.org/annotations', type: 'string', many: true },
      circuit: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/circuit',
        type: 'string',
      },
      refStreetlightModel: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/refStreetlightModel',
        type: 'string',
      },
      refStreetlightControlCabinet: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/refStreetlightControlCabinet',
        type: 'string',
      },
      status: {
        kind: 'Property',
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['brokenLantern', 'columnIssue', 'defectiveLamp', 'ok'],
      },
      powerState: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/powerState',
        type: 'string',
        enum: ['bootingUp', 'low', 'off', 'on'],
      },
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/refDevice',
        type: 'string',
        many: true,
      },
      refStreetlightGroup: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/refStreetlightGroup',
        type: 'string',
      },
      dateLastLampChange: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/dateLastLampChange',
        type: 'string',
        format: 'date-time',
      },
      dateLastSwitchingOn: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/dateLastSwitchingOn',
        type: 'string',
        format: 'date-time',
      },
      dateLastSwitchingOff: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/dateLastSwitchingOff',
        type: 'string',
        format: 'date-time',
      },
      controllingMethod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/controllingMethod',
        type: 'string',
        enum: ['group', 'individual'],
      },
      dateServiceStarted: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/dateServiceStarted',
        type: 'string',
        format: 'date-time',
      },
      locationCategory: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/locationCategory',
        type: 'string',
        enum: [
          'bridge', 'centralIsland', 'facade', 'garden', 'park', 'parking', 'pedestrianPath', 'playground', 'road',
          'sidewalk', 'tunnel',
        ],
      },
      lanternHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/lanternHeight',
        type: 'number',
        minimum: 0,
      },
      lifetimeMotionDetected: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/lifetimeMotionDetected',
        type: 'number',
      },
      lifetimePowerConsumption: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/lifetimePowerConsumption',
        type: 'number',
      },
      illuminanceLevel: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/illuminanceLevel',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      powerConsumption: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/powerConsumption',
        type: 'number',
      },
      current: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/current',
        type: 'number',
      },
      powerRating: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/powerRating',
        type: 'number',
      },
      powerFactor: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/powerFactor',
        type: 'number',
      },
      voltage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/voltage',
        type: 'number',
      },
      feederPillarNum: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/feederPillarNum',
        type: 'string',
      },
      streetPoleNum: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/streetPoleNum',
        type: 'string',
      },
      observationDateTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/observationDateTime',
        type: 'string',
        format: 'date-time',
      },
      feederID: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/feederID',
        type: 'string',
      },
      municipalityInfo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/municipalityInfo',
        type: 'object',
      },
      deviceInfo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Streetlighting/deviceInfo',
        type: 'object',
      },
    },
  },
  check,
)
