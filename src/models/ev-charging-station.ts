// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type ContactPoint, type Place, commons, place } from './definitions.js'
import { evChargingStation as check } from './validators.js'

/** A charging station for electric vehicles. dataModel.Transportation/EVChargingStation 0.1.0 */
export interface EVChargingStation extends EntityHead<'EVChargingStation'>, Commons, Place {
  /** How many there is room for at the same time; at least 1 */
  capacity: number
  /** Sockets in total; at least 1 */
  socketNumber?: number
  /** Vehicles that can be charged at this moment; at most the capacity; at least 0 */
  availableCapacity?: number
  /** Vehicle types allowed; the principal one comes first */
  allowedVehicleType: readonly ('bicycle' | 'bus' | 'car' | 'caravan' | 'motorcycle' | 'motorscooter' | 'truck')[]
  /** Kinds of socket */
  socketType: readonly (
    | 'Caravan_Mains_Socket' | 'CHAdeMO' | 'CCS/SAE' | 'Dual_CHAdeMO' | 'Dual_J-1772' | 'Dual_Mennekes' | 'J-1772'
    | 'Mennekes' | 'Other' | 'Tesla' | 'Type2' | 'Type3' | 'Wall_Euro'
  )[]
  /** Opening hours */
  openingHours?: string
  /** State of it */
  status?: 'almostEmpty' | 'almostFull' | 'empty' | 'full' | 'outOfService' | 'withIncidence' | 'working'
  /** Network that the operator works with */
  network?: string
  /** Who runs the station */
  operator?: string
  /** Whom to contact */
  contactPoint?: ContactPoint
  /** Current that the station offers in total; A (AMP), at least 0 */
  amperage?: number
  /** Voltage; V (VLT), at least 0 */
  voltage?: number
  /** Kinds of charge */
  chargeType?: readonly ('annualPayment' | 'flat' | 'free' | 'monthlyPayment' | 'other')[]
  /** How one can pay */
  acceptedPaymentMethod?: readonly (
    | 'ByBankTransferInAdvance' | 'ByInvoice' | 'Cash' | 'CheckInAdvance' | 'COD' | 'DirectDebit' | 'GoogleCheckout'
    | 'PayPal' | 'PaySwarm'
  )[]
  /** Entity that describes the data; uri */
  dataDescriptor?: string
  /** Power drawn */
  powerConsumption?: number
  /** Id of the charging point */
  chargingUnitId?: string
  /** Id of the transaction */
  transactionId?: string
  /** How the transaction was paid */
  transactionType?: string
  /** Name of the station */
  stationName?: string
  /** Money taken for the service */
  amountCollected?: number
  /** Taxes taken */
  taxAmountCollected?: number
  /** End of the charging session; date-time */
  endDateTime?: string
  /** Begin of the charging session; date-time */
  startDateTime?: string
  /** Type of the vehicle */
  vehicleType?:
    | 'agriculturalVehicle' | 'ambulance' | 'articulatedVehicle' | 'autorickshaw' | 'bicycle' | 'binTrolley' | 'BRT bus'
    | 'BRT minibus' | 'bus' | 'car' | 'caravan' | 'carOrLightVehicle' | 'carWithCaravan' | 'carWithTrailer'
    | 'cleaningTrolley' | 'compactor' | 'constructionOrMaintenanceVehicle' | 'dumper' | 'e-moped' | 'e-scooter'
    | 'e-motorcycle' | 'fire tender' | 'fourWheelDrive' | 'highSidedVehicle' | 'hopper' | 'lorry' | 'minibus' | 'moped'
    | 'motorcycle' | 'motorcycleWithSideCar' | 'motorscooter' | 'police van' | 'sweepingMachine' | 'tanker' | 'tempo'
    | 'threeWheeledVehicle' | 'tipper' | 'trailer' | 'tram' | 'twoWheeledVehicle' | 'trolley' | 'van'
  /** When the observation was reported; date-time */
  observationDateTime?: string
}

/** EVChargingStation with every attribute in normalized form. */
export interface EVChargingStationNormalized extends Normalized<EVChargingStation, {
  GeoProperty: 'location'
  Relationship: 'dataDescriptor'
}> {}

/** What an update of an EVChargingStation takes: its id and any attributes. */
export type EVChargingStationUpdate = Update<EVChargingStation>

/** The model of EVChargingStation: kinds, units, IRIs, and the check of its entities. */
export const EVChargingStation: Model<EVChargingStation, EVChargingStationNormalized> = defineModel(
  {
    type: 'EVChargingStation',
    iri: 'https://smartdatamodels.org/dataModel.Transportation/EVChargingStation',
    source: 'dataModel.Transportation/EVChargingStation',
    version: '0.1.0',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld',
    required: ['socketType', 'capacity', 'allowedVehicleType'],
    attributes: {
      ...commons,
      ...place,
      capacity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/capacity',
        type: 'integer',
        minimum: 1,
      },
      socketNumber: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/socketNumber',
        type: 'integer',
        minimum: 1,
      },
      availableCapacity: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/availableCapacity',
        type: 'integer',
        minimum: 0,
      },
      allowedVehicleType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/allowedVehicleType',
        type: 'string',
        many: true,
        enum: ['bicycle', 'bus', 'car', 'caravan', 'motorcycle', 'motorscooter', 'truck'],
      },
      socketType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/socketType',
        type: 'string',
        many: true,
        enum: [
          'Caravan_Mains_Socket', 'CHAdeMO', 'CCS/SAE', 'Dual_CHAdeMO', 'Dual_J-1772', 'Dual_Mennekes', 'J-1772',
          'Mennekes', 'Other', 'Tesla', 'Type2', 'Type3', 'Wall_Euro',
        ],
      },
      openingHours: { kind: 'Property', iri: 'https://smartdatamodels.org/openingHours', type: 'string' },
      status: {
        kind: 'Property',
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['almostEmpty', 'almostFull', 'empty', 'full', 'outOfService', 'withIncidence', 'working'],
      },
      network: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/network',
        type: 'string',
      },
      operator: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/operator',
        type: 'string',
      },
      contactPoint: { kind: 'Property', iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      amperage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/amperage',
        type: 'number',
        minimum: 0,
        unit: 'AMP',
      },
      voltage: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/voltage',
        type: 'number',
        minimum: 0,
        unit: 'VLT',
      },
      chargeType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/chargeType',
        type: 'string',
        many: true,
        enum: ['annualPayment', 'flat', 'free', 'monthlyPayment', 'other'],
      },
      acceptedPaymentMethod: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/acceptedPaymentMethod',
        type: 'string',
        many: true,
        enum: [
          'ByBankTransferInAdvance', 'ByInvoice', 'Cash', 'CheckInAdvance', 'COD', 'DirectDebit', 'GoogleCheckout',
          'PayPal', 'PaySwarm',
        ],
      },
      dataDescriptor: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/dataDescriptor',
        type: 'string',
        format: 'uri',
      },
      powerConsumption: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/powerConsumption',
        type: 'number',
      },
      chargingUnitId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/chargingUnitId',
        type: 'string',
      },
      transactionId: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/transactionId',
        type: 'string',
      },
      transactionType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/transactionType',
        type: 'string',
      },
      stationName: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/stationName',
        type: 'string',
      },
      amountCollected: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/amountCollected',
        type: 'number',
      },
      taxAmountCollected: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/taxAmountCollected',
        type: 'number',
      },
      endDateTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/endDateTime',
        type: 'string',
        format: 'date-time',
      },
      startDateTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/startDateTime',
        type: 'string',
        format: 'date-time',
      },
      vehicleType: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/vehicleType',
        type: 'string',
        enum: [
          'agriculturalVehicle', 'ambulance', 'articulatedVehicle', 'autorickshaw', 'bicycle', 'binTrolley', 'BRT bus',
          'BRT minibus', 'bus', 'car', 'caravan', 'carOrLightVehicle', 'carWithCaravan', 'carWithTrailer',
          'cleaningTrolley', 'compactor', 'constructionOrMaintenanceVehicle', 'dumper', 'e-moped', 'e-scooter',
          'e-motorcycle', 'fire tender', 'fourWheelDrive', 'highSidedVehicle', 'hopper', 'lorry', 'minibus', 'moped',
          'motorcycle', 'motorcycleWithSideCar', 'motorscooter', 'police van', 'sweepingMachine', 'tanker', 'tempo',
          'threeWheeledVehicle', 'tipper', 'trailer', 'tram', 'twoWheeledVehicle', 'trolley', 'van',
        ],
      },
      observationDateTime: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Transportation/observationDateTime',
        type: 'string',
        format: 'date-time',
      },
    },
  },
  check,
)
