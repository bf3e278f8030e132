// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type MunicipalityInfo, type Place, type SpotCounts, commons, place } from './definitions.js'
import { onStreetParking as check } from './validators.js'

/** A stretch of street where vehicles may park */
export interface OnStreetParking extends EntityHead<'OnStreetParking'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Categories of it */
  category?: readonly (
    | 'barrierAccess' | 'blueZone' | 'feeCharged' | 'forDisabled' | 'forElectricalCharging' | 'forLoadUnload'
    | 'forResidents' | 'free' | 'greenZone' | 'mediumTerm' | 'onlyWithPermit' | 'public' | 'shortTerm' | 'taxiStop'
    | 'underground'
  )[]
  /** Vehicle types allowed; the principal one comes first */
  allowedVehicleType?: readonly (
    | 'agriculturalVehicle' | 'anyVehicle' | 'articulatedVehicle' | 'bicycle' | 'bus' | 'car' | 'caravan'
    | 'carOrLightVehicle' | 'carWithCaravan' | 'carWithTrailer' | 'constructionOrMaintenanceVehicle' | 'fourWheelDrive'
    | 'highSidedVehicle' | 'lorry' | 'moped' | 'motorcycle' | 'motorcycleWithSideCar' | 'motorscooter' | 'tanker'
    | 'threeWheeledVehicle' | 'trailer' | 'tram' | 'twoWheeledVehicle' | 'van' | 'vehicleWithCatalyticConverter'
    | 'vehicleWithoutCatalyticConverter' | 'vehicleWithCaravan' | 'vehicleWithTrailer'
    | 'withEvenNumberedRegistrationPlates' | 'withOddNumberedRegistrationPlates' | 'other'
  )[]
  /** Permits of which one is needed */
  requiredPermit?: readonly string[]
  /** Hours during which a permit is needed */
  permitActiveHours?: {
    blueZonePermit?: string
  }
  /** Longest stay, an ISO 8601 duration */
  maximumParkingDuration?: string
  /** Spots in use */
  occupiedSpotNumber?: number
  /** When occupancy last changed; date-time */
  occupancyModified?: string
  /** Layout of the site */
  layout?: readonly string[]
  /** Kinds of charge */
  chargeType?: readonly (
    | 'additionalIntervalPrice' | 'annualPayment' | 'firstIntervalPrice' | 'flat' | 'free' | 'minimum' | 'maximum'
    | 'monthlyPayment' | 'seasonTicket' | 'temporaryFee' | 'temporaryPrice' | 'unknown' | 'other'
  )[]
  /** How one can pay */
  acceptedPaymentMethod?:
    | 'ByBankTransferInAdvance' | 'ByInvoice' | 'Cash' | 'CheckInAdvance' | 'COD' | 'DirectDebit' | 'GoogleCheckout'
    | 'PayPal' | 'PaySwarm'
  /** What the site is used for */
  usageScenario?:
    | 'carSharing' | 'dropOff' | 'kissAndRide' | 'liftShare' | 'loadingBay' | 'overnightParking' | 'parkAndRide'
    | 'parkAndCycle' | 'parkAndWalk' | 'vehicleLift' | 'other'
  /** Spots in total; at least 0 */
  totalSpotNumber?: number
  /** Free spots of every vehicle type, reserved ones included; at least 0 */
  availableSpotNumber?: number
  /** Free spots among those for special use; at least 0 */
  extraSpotNumber?: number
  /** How occupancy is found out */
  occupancyDetectionType?: readonly ('balancing' | 'manual' | 'modelBased' | 'none' | 'singleSpaceDetection')[]
  /** How vehicles stand */
  parkingMode?: 'echelonParking' | 'parallelParking' | 'perpendicularParking'
  /** Whether the spots are marked on the ground */
  areBordersMarked?: boolean
  /** Mean width of a spot; at least 0 */
  averageSpotWidth?: number
  /** Mean length of a spot; at least 0 */
  averageSpotLength?: number
  /** Spots of the site; uri */
  refParkingSpot?: readonly string[]
  /** Groups of spots */
  refParkingGroup?: readonly string[]
  /** Slots out of order */
  outOfServiceSlotNumber?: number
  /** Id of the site in the operator's system */
  parkingSiteId?: string
  /** When the observation was reported; date-time */
  observationDateTime?: string
  /** Spot counts for cars */
  fourWheelerSlots?: {
    availableSlotNumber?: number
    totalSlotNumber?: number
    occupiedSlotNumber?: number
  }
  /** Spot counts for other vehicles */
  unclassifiedSlots?: SpotCounts
  /** Spot counts for two-wheelers */
  twoWheelerSlots?: SpotCounts
  /** Municipality, ward and zone that it lies in */
  municipalityInfo?: MunicipalityInfo
}

/** OnStreetParking, normalized. */
export interface OnStreetParkingNormalized extends Normalized<OnStreetParking, {
  GeoProperty: 'location'
  Relationship: 'refParkingSpot' | 'refParkingGroup'
}> {}

/** A partial OnStreetParking. */
export type OnStreetParkingUpdate = Update<OnStreetParking>

/** The model of OnStreetParking. */
export const OnStreetParking: Model<OnStreetParking, OnStreetParkingNormalized> = defineModel(
  {
    type: 'OnStreetParking',
    source: 'dataModel.Parking/OnStreetParking',
    version: '0.1.4',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      category: {
        type: 'string',
        many: true,
        enum: [
          'barrierAccess', 'blueZone', 'feeCharged', 'forDisabled', 'forElectricalCharging', 'forLoadUnload',
          'forResidents', 'free', 'greenZone', 'mediumTerm', 'onlyWithPermit', 'public', 'shortTerm', 'taxiStop',
          'underground',
        ],
      },
      allowedVehicleType: {
        type: 'string',
        many: true,
        enum: [
          'agriculturalVehicle', 'anyVehicle', 'articulatedVehicle', 'bicycle', 'bus', 'car', 'caravan',
          'carOrLightVehicle', 'carWithCaravan', 'carWithTrailer', 'constructionOrMaintenanceVehicle', 'fourWheelDrive',
          'highSidedVehicle', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter', 'tanker',
          'threeWheeledVehicle', 'trailer', 'tram', 'twoWheeledVehicle', 'van', 'vehicleWithCatalyticConverter',
          'vehicleWithoutCatalyticConverter', 'vehicleWithCaravan', 'vehicleWithTrailer',
          'withEvenNumberedRegistrationPlates', 'withOddNumberedRegistrationPlates', 'other',
        ],
      },
      requiredPermit: { type: 'string', many: true },
      permitActiveHours: { type: 'object' },
      maximumParkingDuration: { type: 'string' },
      occupiedSpotNumber: { type: 'number' },
      occupancyModified: { type: 'string', format: 'date-time' },
      layout: { type: 'string', many: true },
      chargeType: {
        type: 'string',
        many: true,
        enum: [
          'additionalIntervalPrice', 'annualPayment', 'firstIntervalPrice', 'flat', 'free', 'minimum', 'maximum',
          'monthlyPayment', 'seasonTicket', 'temporaryFee', 'temporaryPrice', 'unknown', 'other',
        ],
      },
      acceptedPaymentMethod: {
        type: 'string',
        enum: [
          'ByBankTransferInAdvance', 'ByInvoice', 'Cash', 'CheckInAdvance', 'COD', 'DirectDebit', 'GoogleCheckout',
          'PayPal', 'PaySwarm',
        ],
      },
      usageScenario: {
        type: 'string',
        enum: [
          'carSharing', 'dropOff', 'kissAndRide', 'liftShare', 'loadingBay', 'overnightParking', 'parkAndRide',
          'parkAndCycle', 'parkAndWalk', 'vehicleLift', 'other',
        ],
      },
      totalSpotNumber: { type: 'integer', minimum: 0 },
      availableSpotNumber: { type: 'integer', minimum: 0 },
      extraSpotNumber: { type: 'integer', minimum: 0 },
      occupancyDetectionType: {
        type: 'string',
        many: true,
        enum: ['balancing', 'manual', 'modelBased', 'none', 'singleSpaceDetection'],
      },
      parkingMode: { type: 'string', enum: ['echelonParking', 'parallelParking', 'perpendicularParking'] },
      areBordersMarked: { type: 'boolean' },
      averageSpotWidth: { type: 'number', minimum: 0 },
      averageSpotLength: { type: 'number', minimum: 0 },
      refParkingSpot: { kind: 'Relationship', type: 'string', many: true, format: 'uri' },
      refParkingGroup: { kind: 'Relationship', type: 'string', many: true },
      outOfServiceSlotNumber: { type: 'number' },
      parkingSiteId: { type: 'string' },
      observationDateTime: { type: 'string', format: 'date-time' },
      fourWheelerSlots: { type: 'object' },
      unclassifiedSlots: { type: 'object' },
      twoWheelerSlots: { type: 'object' },
      municipalityInfo: { type: 'object' },
    },
  },
  check,
)
