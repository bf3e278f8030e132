// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { device as check } from './validators.js'

/** A sensor, actuator, meter or other apparatus */
export interface Device extends EntityHead<'Device'>, Commons, Place {
  /** Categories of it */
  category?: readonly (
    | 'actuator' | 'beacon' | 'endgun' | 'HVAC' | 'implement' | 'irrSection' | 'irrSystem' | 'meter' | 'multimedia'
    | 'network' | 'sensor'
  )[]
  /** What sort of device it is */
  deviceCategory?: readonly (
    | 'actuator' | 'beacon' | 'endgun' | 'HVAC' | 'implement' | 'irrSection' | 'irrSystem' | 'meter' | 'multimedia'
    | 'network' | 'sensor'
  )[]
  /** What the device senses, meters or controls */
  controlledProperty: readonly (
    | 'airPollution' | 'atmosphericPressure' | 'averageVelocity' | 'batteryLife' | 'batterySupply' | 'cdom'
    | 'conductance' | 'conductivity' | 'depth' | 'eatingActivity' | 'electricityConsumption' | 'energy' | 'fillingLevel'
    | 'freeChlorine' | 'gasConsumption' | 'gateOpening' | 'heading' | 'humidity' | 'light' | 'location' | 'milking'
    | 'motion' | 'movementActivity' | 'noiseLevel' | 'occupancy' | 'orp' | 'pH' | 'power' | 'precipitation' | 'pressure'
    | 'refractiveIndex' | 'salinity' | 'smoke' | 'soilMoisture' | 'solarRadiation' | 'speed' | 'tds' | 'temperature'
    | 'trafficFlow' | 'tss' | 'turbidity' | 'uvLampIntensity' | 'uvOrganicLoad' | 'waterConsumption' | 'waterFlow'
    | 'waterLevel' | 'waterPollution' | 'weatherConditions' | 'weight' | 'windDirection' | 'windSpeed'
  )[]
  /** Protocols and networks of the device */
  supportedProtocol?: readonly (
    | '3g' | 'bluetooth' | 'bluetooth LE' | 'cat-m' | 'coap' | 'ec-gsm-iot' | 'gprs' | 'http' | 'lwm2m' | 'lora'
    | 'lte-m' | 'mqtt' | 'nb-iot' | 'onem2m' | 'sigfox' | 'ul20' | 'websocket'
  )[]
  /** MAC addresses of the device */
  macAddress?: string
  /** What the device is attached to or controls */
  controlledAsset?: readonly string[]
  /** Mobile network code of the network */
  mnc?: string
  /** Mobile country code of the network */
  mcc?: string
  /** IP addresses of the device */
  ipAddress?: readonly string[]
  /** Technical settings, one object per parameter */
  configuration?: readonly {
    parameter?: string
    value?: string
  }[]
  /** When the device was installed; date-time */
  dateInstalled?: string
  /** When the device was first used; date-time */
  dateFirstUsed?: string
  /** When the device was made; date-time */
  dateManufactured?: string
  /** Version of the hardware */
  hardwareVersion?: string
  /** Version of the software */
  softwareVersion?: string
  /** Version of the firmware */
  firmwareVersion?: string
  /** Version of the operating system */
  osVersion?: string
  /** Distance from a reference point */
  distance?: number
  /** Whether the device follows daylight saving time */
  dstAware?: boolean
  /** Depth from a reference point */
  depth?: number
  /** Place in a local system */
  relativePosition?: string
  /** Which way the device looks */
  direction?: 'Inlet' | 'Outlet' | 'Entry' | 'Exit'
  /** When the device was last calibrated; date-time */
  dateLastCalibration?: string
  /** Serial number */
  serialNumber?: string
  /** Who provides it */
  provider?: string
  /** Model of the device */
  refDeviceModel?: string
  /** Charge of the battery: 0 empty, 1 full, -1 unknown; -1 to 1 */
  batteryLevel?: number
  /** Strength of the radio signal */
  rssi?: number
  /** Operational state in the vendor's words */
  deviceState?: string
  /** When the device last reported a value; date-time */
  dateLastValueReported?: string
  /** Value observed, or to be set */
  value?: string
  /** Instant or interval of the observation; date-time */
  dateObserved?: string
}

/** Device, normalized. */
export interface DeviceNormalized extends Normalized<Device, {
  GeoProperty: 'location'
  Relationship: 'refDeviceModel'
}> {}

/** A partial Device. */
export type DeviceUpdate = Update<Device>

/** The model of Device. */
export const Device: Model<Device, DeviceNormalized> = defineModel(
  {
    type: 'Device',
    source: 'dataModel.Device/Device',
    version: '0.0.9',
    required: ['controlledProperty'],
    attributes: {
      ...commons,
      ...place,
      category: {
        type: 'string',
        many: true,
        enum: [
          'actuator', 'beacon', 'endgun', 'HVAC', 'implement', 'irrSection', 'irrSystem', 'meter', 'multimedia',
          'network', 'sensor',
        ],
      },
      deviceCategory: {
        type: 'string',
        many: true,
        enum: [
          'actuator', 'beacon', 'endgun', 'HVAC', 'implement', 'irrSection', 'irrSystem', 'meter', 'multimedia',
          'network', 'sensor',
        ],
      },
      controlledProperty: {
        type: 'string',
        many: true,
        enum: [
          'airPollution', 'atmosphericPressure', 'averageVelocity', 'batteryLife', 'batterySupply', 'cdom',
          'conductance', 'conductivity', 'depth', 'eatingActivity', 'electricityConsumption', 'energy', 'fillingLevel',
          'freeChlorine', 'gasConsumption', 'gateOpening', 'heading', 'humidity', 'light', 'location', 'milking',
          'motion', 'movementActivity', 'noiseLevel', 'occupancy', 'orp', 'pH', 'power', 'precipitation', 'pressure',
          'refractiveIndex', 'salinity', 'smoke', 'soilMoisture', 'solarRadiation', 'speed', 'tds', 'temperature',
          'trafficFlow', 'tss', 'turbidity', 'uvLampIntensity', 'uvOrganicLoad', 'waterConsumption', 'waterFlow',
          'waterLevel', 'waterPollution', 'weatherConditions', 'weight', 'windDirection', 'windSpeed',
        ],
      },
      supportedProtocol: {
        type: 'string',
        many: true,
        enum: [
          '3g', 'bluetooth', 'bluetooth LE', 'cat-m', 'coap', 'ec-gsm-iot', 'gprs', 'http', 'lwm2m', 'lora', 'lte-m',
          'mqtt', 'nb-iot', 'onem2m', 'sigfox', 'ul20', 'websocket',
        ],
      },
      macAddress: { type: 'string' },
      controlledAsset: { type: 'string', many: true },
      mnc: { type: 'string' },
      mcc: { type: 'string' },
      ipAddress: { type: 'string', many: true },
      configuration: { type: 'object', many: true },
      dateInstalled: { type: 'string', format: 'date-time' },
      dateFirstUsed: { type: 'string', format: 'date-time' },
      dateManufactured: { type: 'string', format: 'date-time' },
      hardwareVersion: { type: 'string' },
      softwareVersion: { type: 'string' },
      firmwareVersion: { type: 'string' },
      osVersion: { type: 'string' },
      distance: { type: 'number' },
      dstAware: { type: 'boolean' },
      depth: { type: 'number' },
      relativePosition: { type: 'string' },
      direction: { type: 'string', enum: ['Inlet', 'Outlet', 'Entry', 'Exit'] },
      dateLastCalibration: { type: 'string', format: 'date-time' },
      serialNumber: { type: 'string' },
      provider: { type: 'string' },
      refDeviceModel: { kind: 'Relationship', type: 'string' },
      batteryLevel: { type: 'number', minimum: -1, maximum: 1 },
      rssi: { type: 'number' },
      deviceState: { type: 'string' },
      dateLastValueReported: { type: 'string', format: 'date-time' },
      value: { iri: 'https://uri.etsi.org/ngsi-ld/hasValue', type: 'string' },
      dateObserved: { iri: 'https://smartdatamodels.org/dateObserved', type: 'string', format: 'date-time' },
    },
  },
  check,
)
