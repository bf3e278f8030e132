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
import { type Commons, type Place, type TimeSeries, commons, place } from './definitions.js'
import { weatherObserved as check } from './validators.js'

/** Weather measured at a place and time. dataModel.Weather/WeatherObserved 0.3.4 */
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

/** WeatherObserved with every attribute in normalized form. */
export interface WeatherObservedNormalized extends Normalized<WeatherObserved, {
  GeoProperty: 'location'
  Relationship: 'refPointOfInterest' | 'refDevice'
}> {}

/** What an update of a WeatherObserved takes: its id and any attributes. */
export type WeatherObservedUpdate = Update<WeatherObserved>

/** The model of WeatherObserved: kinds, units, IRIs, and the check of its entities. */
export const WeatherObserved: Model<WeatherObserved, WeatherObservedNormalized> = defineModel(
  {
    type: 'WeatherObserved',
    iri: 'https://smartdatamodels.org/dataModel.Weather/WeatherObserved',
    source: 'dataModel.Weather/WeatherObserved',
    version: '0.3.4',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Weather/master/context.jsonld',
    required: ['dateObserved', 'location'],
    attributes: {
      ...commons,
      ...place,
      weatherType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/weatherType',
        type: 'string',
      },
      visibility: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/visibility',
        type: ['string', 'number'],
        minimum: 0,
      },
      windDirection: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/windDirection',
        type: 'number',
        minimum: 0,
        maximum: 360,
      },
      windSpeed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/windSpeed',
        type: 'number',
        minimum: 0,
      },
      gustSpeed: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Weather/gustSpeed', type: 'number' },
      refPointOfInterest: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Weather/refPointOfInterest',
        type: 'string',
      },
      atmosphericPressure: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/atmosphericPressure',
        type: 'number',
        minimum: 0,
        unit: 'A97',
      },
      illuminance: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/illuminance',
        type: 'number',
        minimum: 0,
        unit: 'LUX',
      },
      temperature: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/temperature',
        type: 'number',
      },
      feelsLikeTemperature: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/feelsLikeTemperature',
        type: 'number',
      },
      relativeHumidity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/relativeHumidity',
        type: 'number',
        minimum: 0,
        maximum: 1,
      },
      dateObserved: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dateObserved',
        type: 'string',
        format: 'date-time',
      },
      precipitation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/precipitation',
        type: 'number',
        minimum: 0,
        unit: 'MMT',
      },
      solarRadiation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/solarRadiation',
        type: 'number',
        minimum: 0,
        unit: 'D54',
      },
      directIrradiation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/directIrradiation',
        type: 'number',
        minimum: 0,
        unit: 'D54',
      },
      diffuseIrradiation: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/diffuseIrradiation',
        type: 'number',
        minimum: 0,
        unit: 'D54',
      },
      pressureTendency: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/pressureTendency',
        type: ['string', 'number'],
      },
      dewPoint: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/dewPoint',
        type: 'number',
        unit: 'CEL',
      },
      refDevice: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Weather/refDevice',
        type: 'string',
      },
      streamGauge: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/streamGauge',
        type: 'number',
        minimum: 0,
        unit: 'CMT',
      },
      snowHeight: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/snowHeight',
        type: 'number',
        minimum: 0,
        unit: 'CMT',
      },
      uVIndexMax: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/uVIndexMax',
        type: 'number',
        minimum: 0,
      },
      aqiMajorPollutant: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/aqiMajorPollutant',
        type: 'string',
      },
      aqiMajorPollutantForecast: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/aqiMajorPollutantForecast',
        type: 'string',
      },
      airTemperatureForecast: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/airTemperatureForecast',
        type: 'number',
      },
      precipitationForecast: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/precipitationForecast',
        type: 'number',
      },
      airQualityIndex: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/airQualityIndex',
        type: 'number',
      },
      relativeHumidityForecast: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/relativeHumidityForecast',
        type: 'number',
      },
      airQualityIndexForecast: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/airQualityIndexForecast',
        type: 'number',
      },
      airTemperatureTSA: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Weather/airTemperatureTSA',
        type: 'object',
      },
    },
  },
  check,
)
