// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, type TimeSeries, commons, place } from './definitions.js'
import { weatherObserved as check } from './validators.js'

/** Weather measured at a place and time */
export interface WeatherObserved extends EntityHead<'WeatherObserved'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Weather in words */
  weatherType?: string
  /** Visibility in words; at least 0 */
  visibility?: 'veryPoor' | 'poor' | 'moderate' | 'good' | 'veryGood' | 'excellent' | number
  /** Direction that the wind comes from; 0 to 360 */
  windDirection?: number
  /** Speed of the wind; at least 0 */
  windSpeed?: number
  /** Speed of gusts */
  gustSpeed?: number
  /** Point of interest that it belongs to, such as a station */
  refPointOfInterest?: string
  /** Air pressure; hPa (A97), at least 0 */
  atmosphericPressure?: number
  /** Illuminance; lx (LUX), at least 0 */
  illuminance?: number
  /** Temperature */
  temperature?: number
  /** Temperature as people feel it */
  feelsLikeTemperature?: number
  /** Relative humidity, 0 to 1; 0 to 1 */
  relativeHumidity?: number
  /** Instant or interval of the observation; date-time */
  dateObserved: string
  /** Rain fallen; mm (MMT), at least 0 */
  precipitation?: number
  /** Solar radiation; W/m² (D54), at least 0 */
  solarRadiation?: number
  /** Direct part of the solar irradiance; W/m² (D54), at least 0 */
  directIrradiation?: number
  /** Diffuse part of the solar irradiance; W/m² (D54), at least 0 */
  diffuseIrradiation?: number
  /** How the pressure moves */
  pressureTendency?: 'falling' | 'raising' | 'steady' | number
  /** Dew point; °C (CEL) */
  dewPoint?: number
  /** Devices that measure it */
  refDevice?: string
  /** Water level; cm (CMT), at least 0 */
  streamGauge?: number
  /** Depth of snow; cm (CMT), at least 0 */
  snowHeight?: number
  /** Highest UV index of the period; at least 0 */
  uVIndexMax?: number
  /** Pollutant that decides the air quality index */
  aqiMajorPollutant?: string
  /** Pollutant expected to decide the air quality index */
  aqiMajorPollutantForecast?: string
  /** Air temperature expected */
  airTemperatureForecast?: number
  /** Rain expected */
  precipitationForecast?: number
  /** Air quality index */
  airQualityIndex?: number
  /** Relative humidity expected */
  relativeHumidityForecast?: number
  /** Air quality index expected */
  airQualityIndexForecast?: number
  /** Air temperature over a series: average, minimum, maximum */
  airTemperatureTSA?: TimeSeries
}

/** WeatherObserved, normalized. */
export interface WeatherObservedNormalized extends Normalized<WeatherObserved, {
  GeoProperty: 'location'
  Relationship: 'refPointOfInterest' | 'refDevice'
}> {}

/** A partial WeatherObserved. */
export type WeatherObservedUpdate = Update<WeatherObserved>

/** The model of WeatherObserved. */
export const WeatherObserved: Model<WeatherObserved, WeatherObservedNormalized> = defineModel(
  {
    type: 'WeatherObserved',
    source: 'dataModel.Weather/WeatherObserved',
    version: '0.3.4',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      weatherType: { type: 'string' },
      visibility: { type: ['string', 'number'], minimum: 0 },
      windDirection: { type: 'number', minimum: 0, maximum: 360 },
      windSpeed: { type: 'number', minimum: 0 },
      gustSpeed: { type: 'number' },
      refPointOfInterest: { kind: 'Relationship', type: 'string' },
      atmosphericPressure: { type: 'number', minimum: 0, unit: 'A97' },
      illuminance: { type: 'number', minimum: 0, unit: 'LUX' },
      temperature: { type: 'number' },
      feelsLikeTemperature: { type: 'number' },
      relativeHumidity: { type: 'number', minimum: 0, maximum: 1 },
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string', format: 'date-time' },
      precipitation: { type: 'number', minimum: 0, unit: 'MMT' },
      solarRadiation: { type: 'number', minimum: 0, unit: 'D54' },
      directIrradiation: { type: 'number', minimum: 0, unit: 'D54' },
      diffuseIrradiation: { type: 'number', minimum: 0, unit: 'D54' },
      pressureTendency: { type: ['string', 'number'] },
      dewPoint: { type: 'number', unit: 'CEL' },
      refDevice: { kind: 'Relationship', type: 'string' },
      streamGauge: { type: 'number', minimum: 0, unit: 'CMT' },
      snowHeight: { type: 'number', minimum: 0, unit: 'CMT' },
      uVIndexMax: { type: 'number', minimum: 0 },
      aqiMajorPollutant: { type: 'string' },
      aqiMajorPollutantForecast: { type: 'string' },
      airTemperatureForecast: { type: 'number' },
      precipitationForecast: { type: 'number' },
      airQualityIndex: { type: 'number' },
      relativeHumidityForecast: { type: 'number' },
      airQualityIndexForecast: { type: 'number' },
      airTemperatureTSA: { type: 'object' },
    },
  },
  check,
)
