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
import { airQualityObserved as check } from './validators.js'

/** Air quality measured at a place and time. dataModel.Environment/AirQualityObserved 0.1.4 */
export interface AirQualityObserved extends EntityHead<'AirQualityObserved'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Instant or interval of the observation; date-time */
  dateObserved: string
  /** Air quality index; at least 0 */
  airQualityIndex?: number
  /** Air quality in words */
  airQualityLevel?: string
  /** How reliable the observation is, 0 to 1; 0 to 1 */
  reliability?: number
  /** Arsenic in the air; at least 0 */
  as?: number
  /** Benzene in the air; at least 0 */
  c6h6?: number
  /** Cadmium in the air; at least 0 */
  cd?: number
  /** Carbon monoxide in the air; at least 0 */
  co?: number
  /** Carbon monoxide in words */
  coLevel?: string
  /** Carbon dioxide in the air; at least 0 */
  co2?: number
  /** Nickel in the air; at least 0 */
  ni?: number
  /** Nitrogen monoxide in the air; at least 0 */
  no?: number
  /** Nitrogen dioxide in the air; at least 0 */
  no2?: number
  /** Nitrogen oxides in the air; at least 0 */
  nox?: number
  /** Ozone in the air; at least 0 */
  o3?: number
  /** Particles up to 10 µm in the air; at least 0 */
  pm10?: number
  /** Particles up to 2.5 µm in the air; at least 0 */
  pm25?: number
  /** Lead in the air; at least 0 */
  pb?: number
  /** Rain fallen; mm (MMT), at least 0 */
  precipitation?: number
  /** Relative humidity, 0 to 1; 0 to 1 */
  relativeHumidity?: number
  /** Hydrogen sulfide in the air; at least 0 */
  sh2?: number
  /** Sulfur dioxide in the air; at least 0 */
  so2?: number
  /** Whether the sample is from indoors or outdoors */
  typeofLocation?: 'indoor' | 'outdoor'
  /** Volatile organic compounds; at least 0 */
  volatileOrganicCompoundsTotal?: number
  /** Devices that measure it */
  refDevice?: string
  /** Point of interest that it belongs to, such as a station */
  refPointOfInterest?: string
  /** Weather at the time */
  refWeatherObserved?: string
  /** Temperature */
  temperature?: number
  /** Direction that the wind comes from; -180 to 180 */
  windDirection?: number
  /** Speed of the wind; at least 0 */
  windSpeed?: number
  /** Particles up to 1 µm in the air */
  pm1?: number
  /** Particles up to 4 µm in the air; at least 0 */
  pm4?: number
  /** Total particle count; at least 0 */
  tpc?: number
  /** Total suspended particles; at least 0 */
  tsp?: number
  /** Air pressure; at least 0 */
  pressure?: number
  /** Supply voltage of the measuring device; at least 0 */
  charge?: number
}

/** AirQualityObserved with every attribute in normalized form. */
export interface AirQualityObservedNormalized extends Normalized<AirQualityObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refPointOfInterest' | 'refWeatherObserved'
}> {}

/** What an update of an AirQualityObserved takes: its id and any attributes. */
export type AirQualityObservedUpdate = Update<AirQualityObserved>

/** The model of AirQualityObserved: kinds, units, IRIs, and the check of its entities. */
export const AirQualityObserved: Model<AirQualityObserved, AirQualityObservedNormalized> = defineModel(
  {
    type: 'AirQualityObserved',
    iri: 'https://smartdatamodels.org/dataModel.Environment/AirQualityObserved',
    source: 'dataModel.Environment/AirQualityObserved',
    version: '0.1.4',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Environment/master/context.jsonld',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dateObserved',
        type: 'string',
        format: 'date-time',
      },
      airQualityIndex: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/airQualityIndex',
        type: 'integer',
        minimum: 0,
      },
      airQualityLevel: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/airQualityLevel',
        type: 'string',
      },
      reliability: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/reliability',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      as: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/as',
        type: 'number',
        minimum: 0,
      },
      c6h6: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/c6h6',
        type: 'number',
        minimum: 0,
      },
      cd: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/cd',
        type: 'number',
        minimum: 0,
      },
      co: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/co',
        type: 'number',
        minimum: 0,
      },
      coLevel: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/coLevel', type: 'string' },
      co2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/co2',
        type: 'number',
        minimum: 0,
      },
      ni: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/ni',
        type: 'number',
        minimum: 0,
      },
      no: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/no',
        type: 'number',
        minimum: 0,
      },
      no2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/no2',
        type: 'number',
        minimum: 0,
      },
      nox: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/nox',
        type: 'number',
        minimum: 0,
      },
      o3: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/o3',
        type: 'number',
        minimum: 0,
      },
      pm10: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/pm10',
        type: 'number',
        minimum: 0,
      },
      pm25: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/pm25',
        type: 'number',
        minimum: 0,
      },
      pb: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/pb',
        type: 'number',
        minimum: 0,
      },
      precipitation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/precipitation',
        type: 'number',
        minimum: 0,
        unit: 'MMT',
      },
      relativeHumidity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/relativeHumidity',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      sh2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/sh2',
        type: 'number',
        minimum: 0,
      },
      so2: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/so2',
        type: 'number',
        minimum: 0,
      },
      typeofLocation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/typeofLocation',
        type: 'string',
        enum: ['indoor', 'outdoor'],
      },
      volatileOrganicCompoundsTotal: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/volatileOrganicCompoundsTotal',
        type: 'number',
        minimum: 0,
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
      temperature: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/temperature',
        type: 'number',
      },
      windDirection: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/windDirection',
        type: 'number',
        minimum: -180,
        maximum: 180,
      },
      windSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/windSpeed',
        type: 'number',
        minimum: 0,
      },
      pm1: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Environment/pm1', type: 'number' },
      pm4: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/pm4',
        type: 'number',
        minimum: 0,
      },
      tpc: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/tpc',
        type: 'integer',
        minimum: 0,
      },
      tsp: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/tsp',
        type: 'integer',
        minimum: 0,
      },
      pressure: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/pressure',
        type: 'number',
        minimum: 0,
      },
      charge: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Environment/charge',
        type: 'number',
        minimum: 0,
      },
    },
  },
  check,
)
