// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { alert as check } from './validators.js'

/** An alert raised by a person or a device */
export interface Alert extends EntityHead<'Alert'>, Commons, Place {
  /** When the alert was issued; date-time */
  dateIssued: string
  /** Begin of validity; date-time */
  validFrom?: string
  /** End of validity; date-time */
  validTo?: string
  /** How severe it is */
  severity?: 'informational' | 'low' | 'medium' | 'high' | 'critical'
  /** Categories of it */
  category: 'traffic' | 'naturalDisaster' | 'weather' | 'environment' | 'health' | 'security' | 'agriculture'
  /** What raised the alert: a device, a person or a system */
  alertSource: string
  /** What was received with the alert */
  data?: JsonObject
  /** Finer category of the alert */
  subCategory?:
    | 'airPollution' | 'assault' | 'asthmaAttack' | 'avalancheRisk' | 'bacteria' | 'badSeaState' | 'bikerOnRoad'
    | 'buildingFire' | 'bumpedPatient' | 'carAccident' | 'carStopped' | 'carWrongDirection' | 'coastalEvent'
    | 'civilDisorder' | 'coldWave' | 'crowdRisk' | 'earthquake' | 'fallenPatient' | 'fertilisation' | 'fireRisk'
    | 'flood' | 'floodRisk' | 'fog' | 'forestFire' | 'fungus' | 'hazardOnRoad' | 'heartAttack' | 'heatWave'
    | 'highAtmosphericPressure' | 'highHumidity' | 'highTemperature' | 'hurricane' | 'ice' | 'injuredBiker' | 'insect'
    | 'irrigation' | 'lowAtmosphericPressure' | 'lowHumidity' | 'lowTemperature' | 'microbe' | 'mite' | 'nematodes'
    | 'noxiousWeed' | 'pedestrianOnRoad' | 'pollenConcentration' | 'pothole' | 'rainfall' | 'roadClosed' | 'roadWorks'
    | 'robbery' | 'rodent' | 'snail' | 'snow' | 'snow/ice' | 'suspiciousAction' | 'thunderstorms' | 'tornado'
    | 'trafficJam' | 'tramApproaching' | 'tropicalCyclone' | 'tsunami' | 'virus' | 'waterPollution' | 'wind'
    | 'avalanches' | 'rain_flood' | 'snow_ice'
}

/** Alert, normalized. */
export interface AlertNormalized extends Normalized<Alert, {
  GeoProperty: 'location'
  Relationship: 'alertSource'
}> {}

/** A partial Alert. */
export type AlertUpdate = Update<Alert>

/** The model of Alert. */
export const Alert: Model<Alert, AlertNormalized> = defineModel(
  {
    type: 'Alert',
    source: 'dataModel.Alert/Alert',
    version: '0.0.3',
    required: ['alertSource', 'category', 'dateIssued'],
    attributes: {
      ...commons,
      ...place,
      dateIssued: { type: 'string', format: 'date-time' },
      validFrom: { iri: 'https://smartdatamodels.org/validFrom', type: 'string', format: 'date-time' },
      validTo: { type: 'string', format: 'date-time' },
      severity: { type: 'string', enum: ['informational', 'low', 'medium', 'high', 'critical'] },
      category: {
        type: 'string',
        enum: ['traffic', 'naturalDisaster', 'weather', 'environment', 'health', 'security', 'agriculture'],
      },
      alertSource: { kind: 'Relationship', type: 'string' },
      data: { iri: 'https://uri.etsi.org/ngsi-ld/data', type: 'object' },
      subCategory: {
        type: 'string',
        enum: [
          'airPollution', 'assault', 'asthmaAttack', 'avalancheRisk', 'bacteria', 'badSeaState', 'bikerOnRoad',
          'buildingFire', 'bumpedPatient', 'carAccident', 'carStopped', 'carWrongDirection', 'coastalEvent',
          'civilDisorder', 'coldWave', 'crowdRisk', 'earthquake', 'fallenPatient', 'fertilisation', 'fireRisk', 'flood',
          'floodRisk', 'fog', 'forestFire', 'fungus', 'hazardOnRoad', 'heartAttack', 'heatWave',
          'highAtmosphericPressure', 'highHumidity', 'highTemperature', 'hurricane', 'ice', 'injuredBiker', 'insect',
          'irrigation', 'lowAtmosphericPressure', 'lowHumidity', 'lowTemperature', 'microbe', 'mite', 'nematodes',
          'noxiousWeed', 'pedestrianOnRoad', 'pollenConcentration', 'pothole', 'rainfall', 'roadClosed', 'roadWorks',
          'robbery', 'rodent', 'snail', 'snow', 'snow/ice', 'suspiciousAction', 'thunderstorms', 'tornado',
          'trafficJam', 'tramApproaching', 'tropicalCyclone', 'tsunami', 'virus', 'waterPollution', 'wind',
          'avalanches', 'rain_flood', 'snow_ice',
        ],
      },
    },
  },
  check,
)
