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

/** An alert raised by a person or a device. dataModel.Alert/Alert 0.0.3 */
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

/** Alert with every attribute in normalized form. */
export interface AlertNormalized extends Normalized<Alert, {
  GeoProperty: 'location'
  Relationship: 'alertSource'
}> {}

/** What an update of an Alert takes: its id and any attributes. */
export type AlertUpdate = Update<Alert>

/** The model of Alert: kinds, units, IRIs, and the check of its entities. */
export const Alert: Model<Alert, AlertNormalized> = defineModel(
  {
    type: 'Alert',
    iri: 'https://smartdatamodels.org/dataModel.Alert/Alert',
    source: 'dataModel.Alert/Alert',
    version: '0.0.3',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Alert/master/context.jsonld',
    required: ['alertSource', 'category', 'dateIssued'],
    attributes: {
      ...commons,
      ...place,
      dateIssued: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Alert/dateIssued',
        type: 'string',
        format: 'date-time',
      },
      validFrom: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/validFrom',
        type: 'string',
        format: 'date-time',
      },
      validTo: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Alert/validTo',
        type: 'string',
        format: 'date-time',
      },
      severity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Alert/severity',
        type: 'string',
        enum: ['informational', 'low', 'medium', 'high', 'critical'],
      },
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Alert/category',
        type: 'string',
        enum: ['traffic', 'naturalDisaster', 'weather', 'environment', 'health', 'security', 'agriculture'],
      },
      alertSource: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Alert/alertSource',
        type: 'string',
      },
      data: { kind: 'Property', iri: 'https://uri.etsi.org/ngsi-ld/data', type: 'object' },
      subCategory: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Alert/subCategory',
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
