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
import { noiseLevelObserved as check } from './validators.js'

/** Sound levels measured at a place over a period */
export interface NoiseLevelObserved extends EntityHead<'NoiseLevelObserved'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Instant or interval of the observation */
  dateObserved?: string
  /** Begin of the observation period; date-time */
  dateObservedFrom: string
  /** End of the observation period; date-time */
  dateObservedTo: string
  /** Class of the sound level meter */
  sonometerClass?: '0' | '1' | '2'
  /** Devices that measure it */
  refDevice?: string
  /** Point of interest that it belongs to, such as a station */
  refPointOfInterest?: string
  /** Weather at the time */
  refWeatherObserved?: string
  /** A-weighted level, slow (one second) */
  LAS?: number
  /** A-weighted equivalent continuous level */
  LAeq?: number
  /** A-weighted equivalent level over a day */
  LAeq_d?: number
  /** A-weighted maximum level */
  LAmax?: number
  /** Sort of obstacles between sensor and source */
  obstacles?: string
  /** Mean height of obstacles around; m (MTR) */
  heightAverage?: string
  /** Mean distance between sensor and possible sources of noise; m (MTR) */
  distanceAverage?: string
}

/** NoiseLevelObserved, normalized. */
export interface NoiseLevelObservedNormalized extends Normalized<NoiseLevelObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refPointOfInterest' | 'refWeatherObserved'
}> {}

/** A partial NoiseLevelObserved. */
export type NoiseLevelObservedUpdate = Update<NoiseLevelObserved>

/** The model of NoiseLevelObserved. */
export const NoiseLevelObserved: Model<NoiseLevelObserved, NoiseLevelObservedNormalized> = defineModel(
  {
    type: 'NoiseLevelObserved',
    source: 'dataModel.Environment/NoiseLevelObserved',
    version: '0.2.1',
    required: ['dateObservedFrom', 'dateObservedTo', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      dateObservedFrom: { type: 'string', format: 'date-time' },
      dateObservedTo: { type: 'string', format: 'date-time' },
      sonometerClass: { type: 'string', enum: ['0', '1', '2'] },
      refDevice: { kind: 'Relationship', type: 'string' },
      refPointOfInterest: { kind: 'Relationship', type: 'string' },
      refWeatherObserved: { kind: 'Relationship', type: 'string' },
      LAS: { type: 'number' },
      LAeq: { type: 'number' },
      LAeq_d: { type: 'number' },
      LAmax: { type: 'number' },
      obstacles: { type: 'string' },
      heightAverage: { type: 'string', unit: 'MTR' },
      distanceAverage: { type: 'string', unit: 'MTR' },
    },
  },
  check,
)
