// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type ContactPoint, type Place, commons, place } from './definitions.js'
import { evChargingStation as check } from './validators.js'

/** A charging station for electric vehicles */
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

/** EVChargingStation, normalized. */
export interface EVChargingStationNormalized extends Normalized<EVChargingStation, {
  GeoProperty: 'location'
  Relationship: 'dataDescriptor'
}> {}

/** A partial EVChargingStation. */
export type EVChargingStationUpdate = Update<EVChargingStation>

/** The model of EVChargingStation. */
export const EVChargingStation: Model<EVChargingStation, EVChargingStationNormalized> = defineModel(
  {
    type: 'EVChargingStation',
    source: 'dataModel.Transportation/EVChargingStation',
    version: '0.1.0',
    required: ['socketType', 'capacity', 'allowedVehicleType'],
    attributes: {
      ...commons,
      ...place,
      capacity: { type: 'integer', minimum: 1 },
      socketNumber: { type: 'integer', minimum: 1 },
      availableCapacity: { type: 'integer', minimum: 0 },
      allowedVehicleType: {
        type: 'string',
        many: true,
        enum: ['bicycle', 'bus', 'car', 'caravan', 'motorcycle', 'motorscooter', 'truck'],
      },
      socketType: {
        type: 'string',
        many: true,
        enum: [
          'Caravan_Mains_Socket', 'CHAdeMO', 'CCS/SAE', 'Dual_CHAdeMO', 'Dual_J-1772', 'Dual_Mennekes', 'J-1772',
          'Mennekes', 'Other', 'Tesla', 'Type2', 'Type3', 'Wall_Euro',
        ],
      },
      openingHours: { iri: 'https://smartdatamodels.org/openingHours', type: 'string' },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        enum: ['almostEmpty', 'almostFull', 'empty', 'full', 'outOfService', 'withIncidence', 'working'],
      },
      network: { type: 'string' },
      operator: { type: 'string' },
      contactPoint: { iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      amperage: { type: 'number', minimum: 0, unit: 'AMP' },
      voltage: { type: 'number', minimum: 0, unit: 'VLT' },
      chargeType: { type: 'string', many: true, enum: ['annualPayment', 'flat', 'free', 'monthlyPayment', 'other'] },
      acceptedPaymentMethod: {
        type: 'string',
        many: true,
        enum: [
          'ByBankTransferInAdvance', 'ByInvoice', 'Cash', 'CheckInAdvance', 'COD', 'DirectDebit', 'GoogleCheckout',
          'PayPal', 'PaySwarm',
        ],
      },
      dataDescriptor: { kind: 'Relationship', type: 'string', format: 'uri' },
      powerConsumption: { type: 'number' },
      chargingUnitId: { type: 'string' },
      transactionId: { type: 'string' },
      transactionType: { type: 'string' },
      stationName: { type: 'string' },
      amountCollected: { type: 'number' },
      taxAmountCollected: { type: 'number' },
      endDateTime: { type: 'string', format: 'date-time' },
      startDateTime: { type: 'string', format: 'date-time' },
      vehicleType: {
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
      observationDateTime: { type: 'string', format: 'date-time' },
    },
  },
  check,
)
