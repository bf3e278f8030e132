// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Point,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { noiseLevelObserved as check } from './validators.js'

/** Sound levels measured at a place over a period. dataModel.Environment/NoiseLevelObserved 0.2.1 */
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

/** NoiseLevelObserved with every attribute in normalized form. */
export interface NoiseLevelObservedNormalized extends Normalized<NoiseLevelObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refPointOfInterest' | 'refWeatherObserved'
}> {}

/** What an update of a NoiseLevelObserved takes: its id and any attributes. */
export type NoiseLevelObservedUpdate = Update<NoiseLevelObserved>

/** The model of NoiseLevelObserved: kinds, units, IRIs, and the check of its entities. */
export const NoiseLevelObserved: Model<NoiseLevelObserved, NoiseLevelObservedNormalized> = defineModel(
  {
    type: 'NoiseLevelObserved',
    iri: 'https://smartdatamodels.org/dataModel.Environment/NoiseLevelObserved',
    source: 'dataModel.Environment/NoiseLevelObserved',
    version: '0.2.1',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Environment/master/context.jsonld',
    required: ['dateObservedFrom', 'dateObservedTo', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: { kind: 'Property', iri: 'https://smartdatamodels.org/dateObserved', type: 'string' },
      dateObservedFrom: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/dateObservedFrom',
        type: 'string',
        format: 'date-time',
      },
      dateObservedTo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/dateObservedTo',
        type: 'string',
        format: 'date-time',
      },
      sonometerClass: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/sonometerClass',
        type: 'string',
        enum: ['0', '1', '2'],
      },
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Environment/refDevice',
        type: 'string',
      },
      refPointOfInterest: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Environment/refPointOfInterest',
        type: 'string',
      },
      refWeatherObserved: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Environment/refWeatherObserved',
        type: 'string',
      },
      LAS: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/LAS', type: 'number' },
      LAeq: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/LAeq', type: 'number' },
      LAeq_d: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/LAeq_d', type: 'number' },
      LAmax: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/LAmax', type: 'number' },
      obstacles: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/obstacles',
        type: 'string',
      },
      heightAverage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/heightAverage',
        type: 'string',
        unit: 'MTR',
      },
      distanceAverage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/distanceAverage',
        type: 'string',
        unit: 'MTR',
      },
    },
  },
  check,
)
