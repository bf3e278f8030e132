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
import { airQualityObserved as check } from './validators.js'

/** Air quality measured at a place and time */
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

/** AirQualityObserved, normalized. */
export interface AirQualityObservedNormalized extends Normalized<AirQualityObserved, {
  GeoProperty: 'location'
  Relationship: 'refDevice' | 'refPointOfInterest' | 'refWeatherObserved'
}> {}

/** A partial AirQualityObserved. */
export type AirQualityObservedUpdate = Update<AirQualityObserved>

/** The model of AirQualityObserved. */
export const AirQualityObserved: Model<AirQualityObserved, AirQualityObservedNormalized> = defineModel(
  {
    type: 'AirQualityObserved',
    source: 'dataModel.Environment/AirQualityObserved',
    version: '0.1.4',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string', format: 'date-time' },
      airQualityIndex: { type: 'integer', minimum: 0 },
      airQualityLevel: { type: 'string' },
      reliability: { type: 'number', minimum: 0, maximum: 1 },
      as: { type: 'number', minimum: 0 },
      c6h6: { type: 'number', minimum: 0 },
      cd: { type: 'number', minimum: 0 },
      co: { type: 'number', minimum: 0 },
      coLevel: { type: 'string' },
      co2: { type: 'number', minimum: 0 },
      ni: { type: 'number', minimum: 0 },
      no: { type: 'number', minimum: 0 },
      no2: { type: 'number', minimum: 0 },
      nox: { type: 'number', minimum: 0 },
      o3: { type: 'number', minimum: 0 },
      pm10: { type: 'number', minimum: 0 },
      pm25: { type: 'number', minimum: 0 },
      pb: { type: 'number', minimum: 0 },
      precipitation: { type: 'number', minimum: 0, unit: 'MMT' },
      relativeHumidity: { type: 'number', minimum: 0, maximum: 1 },
      sh2: { type: 'number', minimum: 0 },
      so2: { type: 'number', minimum: 0 },
      typeofLocation: { type: 'string', enum: ['indoor', 'outdoor'] },
      volatileOrganicCompoundsTotal: { type: 'number', minimum: 0 },
      refDevice: { kind: 'Relationship', type: 'string' },
      refPointOfInterest: { kind: 'Relationship', type: 'string' },
      refWeatherObserved: { kind: 'Relationship', type: 'string' },
      temperature: { type: 'number' },
      windDirection: { type: 'number', minimum: -180, maximum: 180 },
      windSpeed: { type: 'number', minimum: 0 },
      pm1: { type: 'number' },
      pm4: { type: 'number', minimum: 0 },
      tpc: { type: 'integer', minimum: 0 },
      tsp: { type: 'integer', minimum: 0 },
      pressure: { type: 'number', minimum: 0 },
      charge: { type: 'number', minimum: 0 },
    },
  },
  check,
)
