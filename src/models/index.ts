// Written by city-context generate; do not edit.
export { bundledContexts } from './contexts.js'
export {
  AirQualityObserved,
  type AirQualityObservedNormalized,
  type AirQualityObservedUpdate,
} from './air-quality-observed.js'
export { Alert, type AlertNormalized, type AlertUpdate } from './alert.js'
export {
  BikeHireDockingStation,
  type BikeHireDockingStationNormalized,
  type BikeHireDockingStationUpdate,
} from './bike-hire-docking-station.js'
export { Device, type DeviceNormalized, type DeviceUpdate } from './device.js'
export {
  EVChargingStation,
  type EVChargingStationNormalized,
  type EVChargingStationUpdate,
} from './ev-charging-station.js'
export { ItemFlowObserved, type ItemFlowObservedNormalized, type ItemFlowObservedUpdate } from './item-flow-observed.js'
export {
  KeyPerformanceIndicator,
  type KeyPerformanceIndicatorNormalized,
  type KeyPerformanceIndicatorUpdate,
} from './key-performance-indicator.js'
export {
  NoiseLevelObserved,
  type NoiseLevelObservedNormalized,
  type NoiseLevelObservedUpdate,
} from './noise-level-observed.js'
export { OffStreetParking, type OffStreetParkingNormalized, type OffStreetParkingUpdate } from './off-street-parking.js'
export { OnStreetParking, type OnStreetParkingNormalized, type OnStreetParkingUpdate } from './on-street-parking.js'
export { ParkingSpot, type ParkingSpotNormalized, type ParkingSpotUpdate } from './parking-spot.js'
export { PointOfInterest, type PointOfInterestNormalized, type PointOfInterestUpdate } from './point-of-interest.js'
export { PrivacyObject, type PrivacyObjectNormalized, type PrivacyObjectUpdate } from './privacy-object.js'
export {
  PublicTransportStop,
  type PublicTransportStopNormalized,
  type PublicTransportStopUpdate,
} from './public-transport-stop.js'
export { RoadSegment, type RoadSegmentNormalized, type RoadSegmentUpdate } from './road-segment.js'
export { ServiceRequests, type ServiceRequestsNormalized, type ServiceRequestsUpdate } from './service-requests.js'
export { Streetlight, type StreetlightNormalized, type StreetlightUpdate } from './streetlight.js'
export {
  TrafficFlowObserved,
  type TrafficFlowObservedNormalized,
  type TrafficFlowObservedUpdate,
} from './traffic-flow-observed.js'
export { WasteContainer, type WasteContainerNormalized, type WasteContainerUpdate } from './waste-container.js'
export {
  WasteContainerIsle,
  type WasteContainerIsleNormalized,
  type WasteContainerIsleUpdate,
} from './waste-container-isle.js'
export {
  WaterQualityObserved,
  type WaterQualityObservedNormalized,
  type WaterQualityObservedUpdate,
} from './water-quality-observed.js'
export { WeatherObserved, type WeatherObservedNormalized, type WeatherObservedUpdate } from './weather-observed.js'
