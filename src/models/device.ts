// Written by city-context generate; do not edit.
import { defineModel, type EntityHead, type Model, type Normalized, type Update } from '../model/index.js'
import { type Commons, type Place, commons, place } from './definitions.js'
import { device as check } from './validators.js'

/** A sensor, actuator, meter or other apparatus. dataModel.Device/Device 0.0.9 */
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

/** Device with every attribute in normalized form. */
export interface DeviceNormalized extends Normalized<Device, {
  GeoProperty: 'location'
  Relationship: 'refDeviceModel'
}> {}

/** What an update of a Device takes: its id and any attributes. */
export type DeviceUpdate = Update<Device>

/** The model of Device: kinds, units, IRIs, and the check of its entities. */
export const Device: Model<Device, DeviceNormalized> = defineModel(
  {
    type: 'Device',
    iri: 'https://smartdatamodels.org/dataModel.Device/Device',
    source: 'dataModel.Device/Device',
    version: '0.0.9',
    context: 'https://raw.githubusercontent.com/smart-data-models/dataModel.Device/master/context.jsonld',
    required: ['controlledProperty'],
    attributes: {
      ...commons,
      ...place,
      category: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/category',
        type: 'string',
        many: true,
        enum: [
          'actuator', 'beacon', 'endgun', 'HVAC', 'implement', 'irrSection', 'irrSystem', 'meter', 'multimedia',
          'network', 'sensor',
        ],
      },
      deviceCategory: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/deviceCategory',
        type: 'string',
        many: true,
        enum: [
          'actuator', 'beacon', 'endgun', 'HVAC', 'implement', 'irrSection', 'irrSystem', 'meter', 'multimedia',
          'network', 'sensor',
        ],
      },
      controlledProperty: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/controlledProperty',
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
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/supportedProtocol',
        type: 'string',
        many: true,
        enum: [
          '3g', 'bluetooth', 'bluetooth LE', 'cat-m', 'coap', 'ec-gsm-iot', 'gprs', 'http', 'lwm2m', 'lora', 'lte-m',
          'mqtt', 'nb-iot', 'onem2m', 'sigfox', 'ul20', 'websocket',
        ],
      },
      macAddress: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/macAddress', type: 'string' },
      controlledAsset: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/controlledAsset',
        type: 'string',
        many: true,
      },
      mnc: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/mnc', type: 'string' },
      mcc: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/mcc', type: 'string' },
      ipAddress: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/ipAddress',
        type: 'string',
        many: true,
      },
      configuration: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/configuration',
        type: 'object',
        many: true,
      },
      dateInstalled: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/dateInstalled',
        type: 'string',
        format: 'date-time',
      },
      dateFirstUsed: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/dateFirstUsed',
        type: 'string',
        format: 'date-time',
      },
      dateManufactured: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/dateManufactured',
        type: 'string',
        format: 'date-time',
      },
      hardwareVersion: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/hardwareVersion',
        type: 'string',
      },
      softwareVersion: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/softwareVersion',
        type: 'string',
      },
      firmwareVersion: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/firmwareVersion',
        type: 'string',
      },
      osVersion: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/osVersion', type: 'string' },
      distance: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/distance', type: 'number' },
      dstAware: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/dstAware', type: 'boolean' },
      depth: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/depth', type: 'number' },
      relativePosition: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/relativePosition',
        type: 'string',
      },
      direction: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/direction',
        type: 'string',
        enum: ['Inlet', 'Outlet', 'Entry', 'Exit'],
      },
      dateLastCalibration: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/dateLastCalibration',
        type: 'string',
        format: 'date-time',
      },
      serialNumber: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/serialNumber',
        type: 'string',
      },
      provider: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/provider', type: 'string' },
      refDeviceModel: {
        kind: 'Relationship',
        iri: 'https://smartdatamodels.org/dataModel.Device/refDeviceModel',
        type: 'string',
      },
      batteryLevel: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/batteryLevel',
        type: 'number',
        minimum: -1,
        maximum: 1,
      },
      rssi: { kind: 'Property', iri: 'https://smartdatamodels.org/dataModel.Device/rssi', type: 'number' },
      deviceState: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/deviceState',
        type: 'string',
      },
      dateLastValueReported: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dataModel.Device/dateLastValueReported',
        type: 'string',
        format: 'date-time',
      },
      value: { kind: 'Property', iri: 'https://uri.etsi.org/ngsi-ld/hasValue', type: 'string' },
      dateObserved: {
        kind: 'Property',
        iri: 'https://smartdatamodels.org/dateObserved',
        type: 'string',
        format: 'date-time',
      },
    },
  },
  check,
)
