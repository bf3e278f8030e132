// Written by city-context generate; do not edit.
import {
  defineModel,
  type EntityHead,
  type Geometry,
  type JsonObject,
  type Model,
  type Normalized,
  type Update,
} from '../model/index.js'
import { type Commons, type MunicipalityInfo, type Place, type SpotCounts, commons, place } from './definitions.js'
import { offStreetParking as check } from './validators.js'

/** A car park or garage off the street, with its capacity and occupancy */
export interface OffStreetParking extends EntityHead<'OffStreetParking'>, Commons, Place {
  /** Where it is */
  location: Geometry
  /** Categories of it */
  category?: readonly (
    | 'barrierAccess' | 'feeCharged' | 'forCustomers' | 'forDisabled' | 'forElectricalCharging' | 'forEmployees'
    | 'forMembers' | 'forResidents' | 'forStudents' | 'forVisitors' | 'free' | 'freeAccess' | 'gateAccess' | 'guarded'
    | 'ground' | 'longTerm' | 'mediumTerm' | 'onlyResidents' | 'onlyWithPermit' | 'parkingGarage' | 'parkingLot'
    | 'private' | 'public' | 'publicPrivate' | 'shortTerm' | 'staffed' | 'underground' | 'urbanDeterrentParking'
    | 'other'
  )[]
  /** Categories beyond the list */
  extCategory?: readonly string[]
  /** Vehicle types allowed; the principal one comes first */
  allowedVehicleType?: readonly (
    | 'agriculturalVehicle' | 'anyVehicle' | 'bicycle' | 'bus' | 'car' | 'caravan' | 'carWithCaravan' | 'carWithTrailer'
    | 'constructionOrMaintenanceVehicle' | 'lorry' | 'moped' | 'motorcycle' | 'motorcycleWithSideCar' | 'motorscooter'
    | 'tanker' | 'trailer' | 'van'
  )[]
  /** Kinds of charge */
  chargeType?: readonly (
    | 'additionalIntervalPrice' | 'annualPayment' | 'firstIntervalPrice' | 'flat' | 'free' | 'minimum' | 'maximum'
    | 'monthlyPayment' | 'other' | 'seasonTicket' | 'temporaryPrice'
  )[]
  /** Permits of which one is needed */
  requiredPermit?: readonly (
    | 'employeePermit' | 'fairPermit' | 'governmentPermit' | 'noPermitNeeded' | 'residentPermit'
    | 'specificIdentifiedVehiclePermit' | 'studentPermit' | 'visitorPermit'
  )[]
  /** How occupancy is found out */
  occupancyDetectionType?: readonly ('balancing' | 'manual' | 'modelBased' | 'none' | 'singleSpaceDetection')[]
  /** Spots in use; at least 0 */
  occupiedSpotNumber?: number
  /** When occupancy last changed; date-time */
  occupancyModified?: string
  /** Share in use; 0 to 1 */
  occupancy?: number
  /** How one can pay */
  acceptedPaymentMethod?: readonly (
    | 'ByBankTransferInAdvance' | 'ByInvoice' | 'Cash' | 'CheckInAdvance' | 'COD' | 'DirectDebit' | 'GoogleCheckout'
    | 'PayPal' | 'PaySwarm'
  )[]
  /** Price per minute */
  priceRatePerMinute?: number
  /** Currency of the price */
  priceCurrency?: string
  /** Layout of the site */
  layout?: readonly (
    | 'automatedParkingGarage' | 'carports' | 'covered' | 'field' | 'garageBoxes' | 'multiLevel' | 'multiStorey'
    | 'nested' | 'openSpace' | 'rooftop' | 'sheds' | 'singleLevel' | 'surface' | 'other'
  )[]
  /** What the site is used for */
  usageScenario?: readonly (
    | 'automaticParkingGuidance' | 'carSharing' | 'dropOffWithValet' | 'dropOffMechanical' | 'dropOff' | 'eventParking'
    | 'kissAndRide' | 'liftShare' | 'loadingBay' | 'overnightParking' | 'parkAndCycle' | 'parkAndRide' | 'parkAndWalk'
    | 'restArea' | 'serviceArea' | 'staffGuidesToSpace' | 'truckParking' | 'vehicleLift' | 'other'
  )[]
  /** How vehicles stand */
  parkingMode?: readonly ('echelonParking' | 'parallelParking' | 'perpendicularParking')[]
  /** What the site offers */
  facilities?: readonly (
    | 'bikeParking' | 'cashMachine' | 'copyMachineOrService' | 'defibrillator' | 'dumpingStation'
    | 'electricChargingStation' | 'elevator' | 'faxMachineOrService' | 'fireHose' | 'fireExtinguisher' | 'fireHydrant'
    | 'firstAidEquipment' | 'freshWater' | 'iceFreeScaffold' | 'informationPoint' | 'internetWireless' | 'luggageLocker'
    | 'payDesk' | 'paymentMachine' | 'playground' | 'publicPhone' | 'refuseBin' | 'safeDeposit' | 'shower' | 'toilet'
    | 'tollTerminal' | 'vendingMachine' | 'wasteDisposal'
  )[]
  /** What keeps the site safe */
  security?: readonly (
    | 'areaSeparatedFromSurroundings' | 'cctv' | 'dog' | 'externalSecurity' | 'fences' | 'floodLight' | 'guard24hours'
    | 'lighting' | 'patrolled' | 'securityStaff'
  )[]
  /** Highest floor; 0 is the ground */
  highestFloor?: number
  /** Lowest floor */
  lowestFloor?: number
  /** Longest stay, an ISO 8601 duration */
  maximumParkingDuration?: string
  /** Spots in total; at least 1 */
  totalSpotNumber?: number
  /** Free spots of every vehicle type, reserved ones included; at least 0 */
  availableSpotNumber?: number
  /** Free spots among those for special use; at least 0 */
  extraSpotNumber?: number
  /** Opening hours */
  openingHours?: string
  /** Floor with free spots that is nearest to the ground */
  firstAvailableFloor?: number
  /** Special place that the site belongs to */
  specialLocation?: readonly (
    | 'airportTerminal' | 'cableCarStation' | 'campground' | 'cinema' | 'coachStation' | 'conventionCentre'
    | 'exhibitionCentre' | 'ferryTerminal' | 'hotel' | 'market' | 'publicTransportStation' | 'religiousCentre'
    | 'shoppingCentre' | 'skilift' | 'specificFacility' | 'themePark' | 'trainStation' | 'vehicleOnRailTerminal'
    | 'other'
  )[]
  /** State of it */
  status?: readonly (
    | 'almostFull' | 'closed' | 'closedAbnormal' | 'full' | 'fullAtEntrance' | 'open' | 'openingTimesInForce'
    | 'spacesAvailable'
  )[]
  /** Whether one can or must reserve */
  reservationType?: readonly ('mandatory' | 'notAvailable' | 'optional' | 'partly')[]
  /** Who provides it */
  provider?: JsonObject
  /** Period that the measures cover */
  measuresPeriod?: number
  /** Unit of the measures' period */
  measuresPeriodUnit?: string
  /** Whom to contact */
  contactPoint?: JsonObject
  /** Mean width of a spot; m (MTR), at least 0 */
  averageSpotWidth?: number
  /** Mean length of a spot; m (MTR), at least 0 */
  averageSpotLength?: number
  /** Height limit for vehicles; m (MTR), at least 0 */
  maximumAllowedHeight?: number
  /** Width limit for vehicles; m (MTR), at least 0 */
  maximumAllowedWidth?: number
  /** Entrances and exits */
  refParkingAccess?: string
  /** Groups of spots */
  refParkingGroup?: string
  /** Spots of the site */
  refParkingSpot?: string
  /** Overall rating by users */
  aggregateRating?: JsonObject
  /** Vehicles that came in; at least 0 */
  vehicleEntranceCount?: number
  /** Vehicles that went out; at least 0 */
  vehicleExitCount?: number
  /** When the entrance and exit counts were last brought up to date */
  accessModified?: string
  /** URLs of pictures; uri */
  images?: readonly string[]
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

/** OffStreetParking, normalized. */
export interface OffStreetParkingNormalized extends Normalized<OffStreetParking, {
  GeoProperty: 'location'
  Relationship: 'refParkingAccess' | 'refParkingGroup' | 'refParkingSpot'
}> {}

/** A partial OffStreetParking. */
export type OffStreetParkingUpdate = Update<OffStreetParking>

/** The model of OffStreetParking. */
export const OffStreetParking: Model<OffStreetParking, OffStreetParkingNormalized> = defineModel(
  {
    type: 'OffStreetParking',
    source: 'dataModel.Parking/OffStreetParking',
    version: '0.1.3',
    required: ['location'],
    attributes: {
      ...commons,
      ...place,
      category: {
        type: 'string',
        many: true,
        enum: [
          'barrierAccess', 'feeCharged', 'forCustomers', 'forDisabled', 'forElectricalCharging', 'forEmployees',
          'forMembers', 'forResidents', 'forStudents', 'forVisitors', 'free', 'freeAccess', 'gateAccess', 'guarded',
          'ground', 'longTerm', 'mediumTerm', 'onlyResidents', 'onlyWithPermit', 'parkingGarage', 'parkingLot',
          'private', 'public', 'publicPrivate', 'shortTerm', 'staffed', 'underground', 'urbanDeterrentParking', 'other',
        ],
      },
      extCategory: { type: 'string', many: true },
      allowedVehicleType: {
        type: 'string',
        many: true,
        enum: [
          'agriculturalVehicle', 'anyVehicle', 'bicycle', 'bus', 'car', 'caravan', 'carWithCaravan', 'carWithTrailer',
          'constructionOrMaintenanceVehicle', 'lorry', 'moped', 'motorcycle', 'motorcycleWithSideCar', 'motorscooter',
          'tanker', 'trailer', 'van',
        ],
      },
      chargeType: {
        type: 'string',
        many: true,
        enum: [
          'additionalIntervalPrice', 'annualPayment', 'firstIntervalPrice', 'flat', 'free', 'minimum', 'maximum',
          'monthlyPayment', 'other', 'seasonTicket', 'temporaryPrice',
        ],
      },
      requiredPermit: {
        type: 'string',
        many: true,
        enum: [
          'employeePermit', 'fairPermit', 'governmentPermit', 'noPermitNeeded', 'residentPermit',
          'specificIdentifiedVehiclePermit', 'studentPermit', 'visitorPermit',
        ],
      },
      occupancyDetectionType: {
        type: 'string',
        many: true,
        enum: ['balancing', 'manual', 'modelBased', 'none', 'singleSpaceDetection'],
      },
      occupiedSpotNumber: { type: 'integer', minimum: 0 },
      occupancyModified: { type: 'string', format: 'date-time' },
      occupancy: { type: 'number', minimum: 0, maximum: 1 },
      acceptedPaymentMethod: {
        type: 'string',
        many: true,
        enum: [
          'ByBankTransferInAdvance', 'ByInvoice', 'Cash', 'CheckInAdvance', 'COD', 'DirectDebit', 'GoogleCheckout',
          'PayPal', 'PaySwarm',
        ],
      },
      priceRatePerMinute: { type: 'number' },
      priceCurrency: { type: 'string' },
      layout: {
        type: 'string',
        many: true,
        enum: [
          'automatedParkingGarage', 'carports', 'covered', 'field', 'garageBoxes', 'multiLevel', 'multiStorey',
          'nested', 'openSpace', 'rooftop', 'sheds', 'singleLevel', 'surface', 'other',
        ],
      },
      usageScenario: {
        type: 'string',
        many: true,
        enum: [
          'automaticParkingGuidance', 'carSharing', 'dropOffWithValet', 'dropOffMechanical', 'dropOff', 'eventParking',
          'kissAndRide', 'liftShare', 'loadingBay', 'overnightParking', 'parkAndCycle', 'parkAndRide', 'parkAndWalk',
          'restArea', 'serviceArea', 'staffGuidesToSpace', 'truckParking', 'vehicleLift', 'other',
        ],
      },
      parkingMode: { type: 'string', many: true, enum: ['echelonParking', 'parallelParking', 'perpendicularParking'] },
      facilities: {
        type: 'string',
        many: true,
        enum: [
          'bikeParking', 'cashMachine', 'copyMachineOrService', 'defibrillator', 'dumpingStation',
          'electricChargingStation', 'elevator', 'faxMachineOrService', 'fireHose', 'fireExtinguisher', 'fireHydrant',
          'firstAidEquipment', 'freshWater', 'iceFreeScaffold', 'informationPoint', 'internetWireless', 'luggageLocker',
          'payDesk', 'paymentMachine', 'playground', 'publicPhone', 'refuseBin', 'safeDeposit', 'shower', 'toilet',
          'tollTerminal', 'vendingMachine', 'wasteDisposal',
        ],
      },
      security: {
        type: 'string',
        many: true,
        enum: [
          'areaSeparatedFromSurroundings', 'cctv', 'dog', 'externalSecurity', 'fences', 'floodLight', 'guard24hours',
          'lighting', 'patrolled', 'securityStaff',
        ],
      },
      highestFloor: { type: 'integer' },
      lowestFloor: { type: 'integer' },
      maximumParkingDuration: { type: 'string' },
      totalSpotNumber: { type: 'integer', minimum: 1 },
      availableSpotNumber: { type: 'integer', minimum: 0 },
      extraSpotNumber: { type: 'integer', minimum: 0 },
      openingHours: { iri: 'https://smartdatamodels.org/openingHours', type: 'string' },
      firstAvailableFloor: { type: 'integer' },
      specialLocation: {
        type: 'string',
        many: true,
        enum: [
          'airportTerminal', 'cableCarStation', 'campground', 'cinema', 'coachStation', 'conventionCentre',
          'exhibitionCentre', 'ferryTerminal', 'hotel', 'market', 'publicTransportStation', 'religiousCentre',
          'shoppingCentre', 'skilift', 'specificFacility', 'themePark', 'trainStation', 'vehicleOnRailTerminal',
          'other',
        ],
      },
      status: {
        iri: 'https://uri.etsi.org/ngsi-ld/status',
        type: 'string',
        many: true,
        enum: [
          'almostFull', 'closed', 'closedAbnormal', 'full', 'fullAtEntrance', 'open', 'openingTimesInForce',
          'spacesAvailable',
        ],
      },
      reservationType: { type: 'string', many: true, enum: ['mandatory', 'notAvailable', 'optional', 'partly'] },
      provider: { type: 'object' },
      measuresPeriod: { type: 'number' },
      measuresPeriodUnit: { type: 'string' },
      contactPoint: { iri: 'https://smartdatamodels.org/contactPoint', type: 'object' },
      averageSpotWidth: { type: 'number', minimum: 0, unit: 'MTR' },
      averageSpotLength: { type: 'number', minimum: 0, unit: 'MTR' },
      maximumAllowedHeight: { type: 'number', minimum: 0, unit: 'MTR' },
      maximumAllowedWidth: { type: 'number', minimum: 0, unit: 'MTR' },
      refParkingAccess: { kind: 'Relationship', type: 'string' },
      refParkingGroup: { kind: 'Relationship', type: 'string' },
      refParkingSpot: { kind: 'Relationship', type: 'string' },
      aggregateRating: { type: 'object' },
      vehicleEntranceCount: { type: 'number', minimum: 0 },
      vehicleExitCount: { type: 'number', minimum: 0 },
      accessModified: { type: 'string' },
      images: { type: 'string', many: true, format: 'uri' },
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
