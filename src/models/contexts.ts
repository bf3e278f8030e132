// Written by city-context generate; do not edit.

/** Terms whose IRI is the base with the term's own name behind it. */
const terms = (base: string, names: string): Record<string, string> =>
  Object.fromEntries(names.trim().split(/\s+/).map((name) => [name, base + name]))

/** JSON-LD context documents of the models by URL. */
export const bundledContexts: Readonly<Record<string, object>> = {
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Alert/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified dateObserved district name owner postalCode postOfficeBoxNumber seeAlso source streetAddress
          streetNr validFrom`,
      ),
      ...terms(
        'https://smartdatamodels.org/dataModel.Alert/',
        `
          Alert alertSource anomalousProperty Anomaly category dateDetected dateIssued detectedBy measuredValue severity
          subCategory thresholdBreach thresholdType thresholdValue validTo`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          data location`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Device/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      success: { '@id': 'https://uri.etsi.org/ngsi-ld/success', '@type': '@id' },
      value: 'https://uri.etsi.org/ngsi-ld/hasValue',
      ...terms(
        'https://smartdatamodels.org/dataModel.Device/',
        `
          acc accelerometer addressedAt anchorData anchorId annotatedMap batteryLevel blinkIndex brandName Camera
          cameraName cameraNum cameraOrientation cameraType cameraUsage category clientId comments configuration
          controlledAsset controlledProperty crossborderTransfer dateFirstUsed dateInstalled dateLastCalibration
          dateLastValueReported dateManufactured depth Device device deviceCategory deviceClass deviceId
          DeviceMeasurement DeviceModel DeviceOperation deviceState deviceType direction distance documentation dstAware
          ecg endDateTime endedAt energyLimitationClass entityVersion firmwareVersion floor function hardwareVersion hr
          hrv humidity imageSnapshot ipAddress isIndoor isPersonalData latency legitimateInterest macAddress
          manufacturerName mcc measurementType mediaURL memoryAddress meterType metrics mnc Modbus modelName moving
          numValue offPeakConsumption on operationType operator osVersion outlier parameter peakConsumption plannedEndAt
          plannedStartAt PolarH10 powerFactor pressure primaryTable PrivacyObject protocolId provider purpose raspSn
          rates recipientList refDevice refDeviceModel relativePosition reportedAt result retentionPeriod rr rss rssi
          sampleRate SenseHat sensorTimeStamp serialNumber sessionId SmartMeteringObservation softwareVersion
          startDateTime startedAt streamName streamURL supportedProtocol supportedUnits tagData tagId temperature
          textValue timeStamp timestamp totalConsumption transactionId unit unitId update user UWBAnchor version x y z
          zones`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName annotations areaServed color dataProvider
          dateCreated dateModified dateObserved district image name owner postalCode postOfficeBoxNumber seeAlso source
          streetAddress streetNr`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          data location status`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Environment/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified dateObserved district instValue maxOverTime minOverTime name owner postalCode postOfficeBoxNumber
          seeAlso source streetAddress streetNr validFrom`,
      ),
      ...terms(
        'https://smartdatamodels.org/dataModel.Environment/',
        `
          AeroAllergenObserved AirQualityForecast airQualityIndex airQualityLevel AirQualityMonitoring
          AirQualityObserved airQualityObserved airTemperature airTemperatureTSA alertLevel allergenRisk ambientNoiseTSA
          ambientTemperature aqiMajorPollutant arsenicTSA as atmosphericPressure atmosphericPressureTSA averageValue
          averageVehicleSpeedExpected bapTSA battery batteryLevel benzeneTSA brandName buildingsType c6h6
          CarbonFootprint cd cellsSize charge clouds co co2 CO2eq co2TSA coLevel comments coTSA currentLevel dangerLevel
          dataDescriptor dateIssued dateObservedFrom dateObservedTo depth deviceBatteryStatus deviceID deviceId
          deviceInfo deviceList deviceModel deviceName deviceSimNumber deviceStatus distanceAverage
          ElectroMagneticObserved eMF emissionDate emissionSource endDateTime EnvironmentObserved feelsLikeTemperature
          femaleSpeciesCount femaleTotal floodLevelStatus FloodMonitoring flow groundType gustSpeed height heightAverage
          illuminance IndoorEnvironmentObserved intensityExpected investigationDepth isMobile LAeq LAeq2 Laeq2 LAeq_d
          LAmax LAmax2 Lamax2 LANight LAS maleSpeciesCount maleTotal manufacturerName mapScale measurand measuredArea
          measuredDistance measurementType modelName modelURL MosquitoDensity mosquitoDensity mosquitoSpecies nh3TSA ni
          nickelTSA NightSkyQuality no no2 no2TSA noiseAnnoyanceIndex NoiseLevelObserved noiseOrigin NoisePollution
          NoisePollutionForecast noTSA nox numberOfCol numberOfRow o2TSA o3 o3TSA objectArea objectHeightAverage
          objectHeightMax objectVolume observationDateTime obstacles occupancyExpected pb pbTSA peopleCount
          PhreaticObserved pm1 pm10 pm10TSA pm25 pm25TSA pm4 pointOfInterest pollutionRate precipitation pressure
          rainFallRadarContent RainFallRadarObserved refDevice referenceLevel refPointOfInterest refTrafficFlowObserved
          refWeatherObserved relatedSource relativeHumidity relativeHumidityTSA reliability residueLevel RFID rfID
          sensorHeight sensorPlacement sh2 sigmaMagnitude skyMagnitude skyTemperature so2 so2TSA solarRadiation
          sonometerClass speciesName speciesTotal startDateTime stationID swellDirection swellHeight swellPeriod tags
          temperature totalSpeciesCount tpc traffic TrafficEnvironmentImpact TrafficEnvironmentImpactForecast tsp
          typeofLocation uvTSA validity validTo vehicleClass versionInfo versionName visibility
          volatileOrganicCompoundsTotal wallsType waterDischarge waterLevel WaterObserved waterQualityObserved
          waterTable waveLength weatherObserved weatherType windDirection windSpeed windType`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.IssueTracking/master/context.jsonld': {
    '@context': {
      attributes: { '@id': 'https://uri.etsi.org/ngsi-ld/attributes', '@type': '@vocab' },
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      key: 'https://uri.etsi.org/ngsi-ld/hasKey',
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      values: { '@id': 'https://uri.etsi.org/ngsi-ld/hasValues', '@container': '@list' },
      ...terms(
        'https://smartdatamodels.org/dataModel.IssueTracking/',
        `
          account_id address_string agency_responsible category categoryCode code comments datatype datatype_description
          departmentId device_id effectiveSince expected_datetime first_name group IssueReporting jurisdiction_id
          keywords landmark last_name media_url mediaURL observationDateTime open311:metadata open311:type order phone
          provider reportId requested_datetime required resolutionStatus service_code service_name service_notice
          service_request_id service_requests services status_notes subCategory subCategoryCode titleCode
          updated_datetime variable wardId`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified district email name owner postalCode postOfficeBoxNumber seeAlso source streetAddress streetNr`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description title`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location status`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.KeyPerformanceIndicator/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified district name owner postalCode postOfficeBoxNumber seeAlso source streetAddress streetNr`,
      ),
      ...terms(
        'https://smartdatamodels.org/dataModel.KeyPerformanceIndicator/',
        `
          aggregatedData area businessTarget calculatedBy calculationFormula calculationFrequency calculationMethod
          calculationPeriod category currentStanding dateExpires dateNextCalculation effectiveSince entityType from
          KeyPerformanceIndicator kpiValue organization process product provider to updatedAt`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          attrs location`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Parking/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      features: { '@id': 'https://purl.org/geojson/vocab#features', '@container': '@set' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/dataModel.Parking/',
        `
          acceptedPaymentMethod accessModified aggregateRating allowedVehicleType areBordersMarked availableSlotNumber
          availableSpotNumber averageSpotLength averageSpotWidth category chargeType cityId cityName extCategory
          extraSpotNumber facilities firstAvailableFloor fourWheelerSlots height highestFloor images layout length
          lowestFloor maximumAllowedHeight maximumAllowedWidth maximumParkingDuration measuresPeriod measuresPeriodUnit
          municipalityInfo observationDateTime occupancy occupancyDetectionType occupancyModified occupiedSlotNumber
          occupiedSpotNumber OffStreetParking OnStreetParking outOfServiceSlotNumber ParkingAccess ParkingGroup
          parkingMode parkingSiteId ParkingSpot permitActiveHours priceCurrency priceRatePerMinute provider refDevice
          refOffStreetParking refParkingAccess refParkingGroup refParkingSite refParkingSpot requiredPermit
          reservationType security slope specialLocation stateName totalSlotNumber totalSpotNumber twoWheelerSlots
          ulbName unclassifiedSlots usageScenario vehicleEntranceCount vehicleExitCount wardId wardName wardNum width
          zoneId zoneName`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName annotations areaServed color contactPoint
          dataProvider dateCreated dateModified district image name openingHours owner postalCode postOfficeBoxNumber
          seeAlso source streetAddress streetNr timeInstant`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location status`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.PointOfInterest/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/dataModel.PointOfInterest/',
        `
          accessType additionalInfoURL artPeriod Beach beachType buildingType capacity category cityID cityName
          currenciesAccepted facilities featuredArtist historicalPeriod length logo municipalityInfo Museum museumType
          occupancy occupationRate paymentAccepted peopleOccupancy PointOfInterest priceRange refSeeAlso relevance
          stateName Store touristArea ulbName wardID wardId wardName wardNum width zoneID zoneId zoneName`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed availabilityRestriction
          availableLanguage closes contactOption contactPoint contactType dataProvider dateCreated dateModified
          dateObserved dayOfWeek district email endDate faxNumber image name openingHours openingHoursSpecification
          opens owner postalCode postOfficeBoxNumber productSupported seeAlso source startDate streetAddress streetNr
          telephone url validFrom validThrough`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description title`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Streetlighting/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      features: { '@id': 'https://purl.org/geojson/vocab#features', '@container': '@set' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/dataModel.Streetlighting/',
        `
          activePower activePowerR activePowerS activePowerT activeProgramId brandName category circuit circuitId cityId
          cityName colorRenderingIndex colorTemperature columnBrandName columnColor columnMadeOf columnManufacturerName
          columnModelName compliantWith controllingMethod cosPhi cupboardMadeOf current dateLastLampChange
          dateLastProgramming dateLastSwitchingOff dateLastSwitchingOn dateMeteringStarted dateServiceStarted
          deviceBatteryStatus deviceId deviceInfo deviceModel deviceName deviceSimNumber energyConsumed energyCost
          feederID feederPillarNum frequency from hours illuminanceLevel intensityR intensityS intensityT lampBrandName
          lampManufacturerName lampModelName lampTechnology lampWeight lanternBrandName lanternHeight
          lanternManufacturerName lanternModelName lanternWeight lastMeterReading lifetimeMotionDetected
          lifetimePowerConsumption locationCategory luminousFlux manufacturerName maximumPowerAvailable
          maxPowerConsumption measurand meterReadingPeriod minPowerConsumption modelName modelURL municipalityInfo
          nextActuationDeadline numStreetlight observationDateTime phaseCurrent phaseVoltage powerConsumption
          powerFactor powerFactorR powerFactorS powerFactorT powerRating powerState reactiveEnergyConsumed reactivePower
          reactivePowerR reactivePowerS reactivePowerT refDevice refStreetlight refStreetlightControlCabinet
          refStreetlightGroup refStreetlightModel responsible RFId rfId serialNumber stateName Streetlight
          StreetlightControlCabinet StreetlightFeeder StreetlightGroup StreetlightModel streetPoleNum switchingMode
          switchingOnHours thdrIntensityR thdrIntensityS thdrIntensityT thdrVoltageR thdrVoltageS thdrVoltageT to
          totalActivePower totalReactivePower ulbName voltage voltageR voltageS voltageT wardNum workingLife workingMode
          zoneId`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName annotations areaServed color dataProvider
          dateCreated dateModified district image name owner postalCode postOfficeBoxNumber seeAlso source streetAddress
          streetNr`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location status`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Transportation/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      observedAt: {
        '@id': 'https://uri.etsi.org/ngsi-ld/observedAt',
        '@type': 'https://uri.etsi.org/ngsi-ld/DateTime',
      },
      ...terms(
        'https://smartdatamodels.org/dataModel.Transportation/',
        `
          acceptedPaymentMethod accidentDate accidentDescription accidentLocation accidentStatisticalDate accidentType
          agency_fare_url agency_name agency_url aggregationDateType algorithm allowedVehicle allowedVehicleType
          amountCollected amperage anonymizedId AnonymousCommuterId AnprFlowObserved APDSObservation architect
          availableBikeNumber availableCapacity averageCrowdSpeed averageDistanceKm averageGapDistance
          averageHeadwayTime averageLength averageSpeed averageVehicleLength averageVehicleSpeed battery bearing
          BikeHireDockingStation BikeLane binaryContent brand brandName bridgeCount busImpacted camId capacity cardId
          cargoVolume cargoWeight carriagewayLength carriagewayWidth category chargeType chargingUnitId cityId cityName
          CityWork code comment commissioningDate confidence congested constructionDate contentType contractingAuthority
          contractingCompany countOfBusLineImpacted countOfDerogation countOfEventImpacted countOfRailwayLineImpacted
          countOfRoadImpacted countOfSchoolBusLineImpacted countOfSchoolImpacted countOfStationImpacted
          countOfSubwayLineImpacted countOfTramwayLineImpacted country countryCode creator CrowdFlowObserved
          culvertCount currencyAccepted currentOperative currentStatus currentTripCount cyclePathLeftHeight
          cyclePathLeftWidth cyclePathMaterial cyclePathPlacement cyclePathRightHeight cyclePathRightWidth
          dataDescriptor date dateFirstUsed dateLastReported dateObservedFrom dateObservedTo dateReceived
          dateVehicleFirstRegistered decrees defibrillator depth derogation derogationType dest destinationLocation
          destinationLocationCode destinationLocationName destinationStopCategory destinationStopId destinationStopName
          deviceBatteryStatus deviceBrand deviceSimNumber dimension direction direction_id disposition distance dtCode
          ElectricVehicleMobility emergencyPhone emergencyVehicleType encroachment endDateTime endedAt endKilometer
          endPoint entryAreaCode equipmentCompanyCode equipmentId equipmentSequenceNumber equipmentStopId equipmentType
          equipmentTypeCode EVChargingStation eventsImpacted eventType exceptionValidityHours exitAreaCode
          expiryDateTime FareCollectionSystem fareForAdult fareForChild faultLog feature featuredArtist FleetVehicle
          fleetVehicle fleetVehicleId FleetVehicleOperation fleetVehicleOperation FleetVehicleStatus fleetVehicleStatus
          fleetVehicleType flowCount flowType freeSlotNumber fuelConsumption fuelEfficiency fuelFilled fuelType heading
          height hour identifier ignitionStatus imageContent images imageType informationBoardDevice
          infrastructureFunction initiatingLocation inRestrictedArea installationMode intensity interactiveDevice
          inventory isMainRoadImpactedHTR isMobile ItemFlowObserved itemSubType itemType jobTitle laneDirection laneId
          laneInfo laneLength laneOccupancy laneUsage laneWidth lastFuellingAmount lastKnownPosition
          lastKnownPositionUpdatedAt length levelId license_plate licensePlate lineId lineLocation lineName
          linesConnected localId locationCode locationType mainContractingCompany manufacturerName maxAuthorizedTonnage
          maximumAllowedHeight maximumAllowedSpeed maximumAllowedWeight maximumAllowedWidth maxSpeed maxTonnage
          medianHeight medianLength medianWidth mediaURL messageDevice mileageFromOdometer minimumAllowedSpeed minSpeed
          model modelName municipality municipalityInfo n nationality nationalityName nbOfIOPoint nbOfLane nbOfPlatform
          network notAllowedVehicleType numPassengersDead numPassengersInjured numPedestrianDead numPedestrianInjured
          observationDateTime observationEndDateTime observationStartDateTime observedBy
          observedCredentialCharacterConfidence observedCredentialConfidence observedCredentialCountry
          observedCredentialId observedCredentialType observedHeading observedLocation observedLocationPDOP
          observedMethod observedSpeed observedVehicle observedVehicleColour observedVehicleMake observedVehicleType
          observer observerCameras observerDescription observerHeading observerLocation observerLocationPDOP
          observerSpeed occupancy occupancyLevel operatingCompany operationType operator orig originDestinationCode
          OriginDestinationFlow originLocation originLocationCode originLocationName originStopCategory originStopId
          originStopName othersContractingCompany outOfServiceSlotNumber parentStation passengerCount paymentAccepted
          paymentStatus pedestrianPathLeftHeight pedestrianPathLeftWidth pedestrianPathMaterial pedestrianPathPlacement
          pedestrianPathRightHeight pedestrianPathRightWidth pedestriansInvolved peopleCount peopleCountAway
          peopleCountTowards plateColor platformCode PlatformType powerConsumption previousLocation processingType
          provider purchaseDate purchaseDevice quarter railwayImpacted refDevice refImages refPointOfInterest
          refRestrictedTrafficArea refRoad refRoadSegment refVehicleModel region regulation reportId resolvedAt
          responseTime responsible restBench restFuelAmount RestrictedTrafficArea RestrictionException
          restrictionExceptions restrictionValidityHours result reversedLane reverseLane rightOfWayWidth Road
          RoadAccident roadClass roadDirection roadId roadImpacted roadImpactedMT roadImpactedSA roadIntersection
          roadLocation roadMaterial roadName roadPaving RoadSegment roadSign roadSurface roadTrunk roadWork route_id
          schoolBusImpacted schoolImpacted security segmentId segmentLocation segmentName serviceOnDuty serviceProvided
          services serviceStatus shelters shiftOfOperation socketNumber socketType SpecialRestriction
          specialRestrictions speed stage startDateTime startedAt startKilometer startPoint stateName stationCode
          stationConnected stationId stationImpacted stationLocation stationName stationType statusDescription
          subwayImpacted taxAmountCollected territorialArea ticketTypeCode timetableDevice titleCode totalCyclePathWidth
          totalDeadPeopleWithin24Hours totalDeadPeopleWithin30Days totalInjured totalLaneNumber
          totalPedestrianPathLength totalPedestrianPathWidth totalSlotNumber towardsObserver TrafficFlowObserved
          TrafficViolation tramwayImpacted transactionDateTime transactionId transactionType transactionTypeDescription
          transactionVehicleNum TransportStation transportTime travelDistance trip_id tripNetWeightCollected
          typeOfInterventionRequest ulbName URL validityEndDate validityStartDate Vehicle vehicle vehicle_label
          vehicleAltitude vehicleConfiguration vehicleEngine VehicleFault vehicleIdentificationNumber VehicleModel
          vehicleModelDate vehiclePlateIdentifier vehiclePlateNotRead vehicleRunningStatus vehiclesInvolved
          vehicleSpecialUsage vehicleSubType vehicleTrackerDevice vehicleType voiceDevice voltage wardId wardName
          wardNum weakestSubject weatherConditions webSite weekday weight wheelChairAccessible width workDate
          workDisposition workLastDateUpdate workLevel workNature workNumber workOtherImpact workReason workState
          workTarget workZone year zoneId zoneName zonesServed`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName annotations areaServed
          availabilityRestriction availableLanguage closes color contactOption contactPoint contactType dataProvider
          dateCreated dateModified dateObserved dayOfWeek district email endDate faxNumber givenName image name
          openingHours openingHoursSpecification opens owner postalCode postOfficeBoxNumber productSupported seeAlso
          source startDate streetAddress streetNr telephone url validFrom validThrough`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location status`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.UrbanMobility/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/dataModel.UrbanMobility/',
        `
          ac_available acAvailable actual_trip_end_time actual_trip_start_time agency_email agency_fare_url agency_id
          agency_lang agency_name agency_phone agency_timezone agency_url agencyInfo agencyName appliesOn arrival
          arrival_time ArrivalEstimation arrivalTime arrivalUncertainty bearing bikesAllowed block brandName code
          congestion_level continuous_drop_off continuous_pickup current_status current_stop_sequence dataDescriptor
          departure departure_time departureTime departureUncertainty depot_id depot_name depotID depotName
          deviceBatteryStatus deviceID deviceInfo deviceModel deviceName deviceSimNumber direction direction_id
          distanceTravelled drop_off_type dropOffType endTime entity_id entitySource exactTimes exceptionType friday
          GtfsAccessPoint GtfsAgency GtfsCalendarDateRule GtfsCalendarRule GtfsFrequency GtfsRoute GtfsService GtfsShape
          GtfsStation GtfsStop GtfsStopTime GtfsTransferRule GtfsTrip hasAccessPoint hasDestination hasOrigin
          hasParentStation hasRoute hasService hasShape hasStop hasTrip headSign headwaySeconds language
          last_stop_arrival_time last_stop_id last_tracked_time latitude license_plate longitude manufacturerName
          measurand minimumTransferTime modelName modelURL monday observationDateTime occupancy_status odometer
          operatedBy page peopleCount phone pickup_type pickupType position positionInfo PublicTransportRoute
          PublicTransportStop refPeopleCountDevice refPublicTransportRoute refPublicTransportStops remainingDistance
          remainingTime rfID route_color route_desc route_id route_long_name route_short_name route_text_color
          route_type route_url routeCode routeColor routeInfo routeSegments routeSortOrder routeStopSequence
          routeTextColor routeType saturday schedule schedule_relationship seating_capacity segmentName
          shape_dist_traveled shape_id shape_pt_sequence shapeInfo shortName shortRouteCode shortStopCode speed
          standing_capacity standingCapacity start_date start_time startTime stop_code stop_desc stop_headsign stop_id
          stop_name stop_sequence stop_sequence_detail stop_time_update stop_url stopCode stopHeadsign stopInfo
          stopScheduleRelationship stopSequence stopTimesInfo stopTimeUpdateInfo sunday thursday timepoint timestamp
          timezone transferType TransitManagement transportationType travelDistance travelTime trip trip_delay
          trip_details trip_direction trip_id trip_update tripDetails tripDirection tripInfo tuesday uncertainty
          vehicle_id vehicle_label vehicle_position vehicleDesc vehicleID vehicleInfo vehiclePositionInfo vehicleType
          wednesday wheelChairAccessible zoneCode`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed closes dataProvider dateCreated
          dateModified dayOfWeek district endDate name openingHoursSpecification opens owner postalCode
          postOfficeBoxNumber seeAlso source startDate streetAddress streetNr validFrom validThrough`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.WasteManagement/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      features: { '@id': 'https://purl.org/geojson/vocab#features', '@container': '@set' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/dataModel.WasteManagement/',
        `
          actuationHours binCapacity binColor binFullnessThreshold binId binLoggedTime binMaxLoad binRecommendedLoad
          brandName cargoVolume cargoWeight category compliantWith dateLastCleaning dateLastEmptying dateServiceStarted
          depth fillingLevel grossWeight height insertHolesNumber isleId license_plate madeOf madeOfCode
          manufacturerName maximumLoad methaneConcentration modelName nextActuationDeadline nextCleaningDeadline
          recommendedLoad refDevice refGarbageTruck refServiceOrderId refWasteContainer refWasteContainerIsle
          refWasteContainerModel refWeighingDevice regulation responsible RFID serialNumber storedWasteCode
          storedWasteKind storedWasteOrigin tareWeight temperature wardId WasteContainer WasteContainerIsle
          WasteContainerModel WasteObserved weight width`,
      ),
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName annotations areaServed color dataProvider
          dateCreated dateModified dateObserved district image name owner postalCode postOfficeBoxNumber seeAlso source
          streetAddress streetNr timeInstant`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location status`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.WaterQuality/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      value: 'https://uri.etsi.org/ngsi-ld/hasValue',
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified dateObserved district name owner postalCode postOfficeBoxNumber seeAlso source streetAddress
          streetNr`,
      ),
      ...terms(
        'https://smartdatamodels.org/dataModel.WaterQuality/',
        `
          Al alkalinity anionic-surfactants AOX As B Ba Be bod C-ORG C10-C40 cationic-surfactants Cd Chla Cl- cod
          componentAnalyzed componentName concentration conductance conductivity Cr Cr-III Cr-VI Cu datePredicted DEHP
          enterococci escherichiaColi expiryDate faecal-coliforms Fe flow fluoride Hg IPA K-TOT measurand N-TOT NH3 NH4
          Ni NO2 NO3 non-ionic-surfactants O2 orp P-PO4 P-TOT Pb PC PCB PE percentile pH PO4 prediction predictions
          refPointOfInterest salinity salmonella Se SludgeQualityObserved Sn sulphate sulphite tds temperature THC TKN
          TO toluene total-surfactants tss turbidity WaterQualityObserved WaterQualityPredicted
          waterQualityPredictionValue Zn`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          location`,
      ),
    },
  },
  'https://raw.githubusercontent.com/smart-data-models/dataModel.Weather/master/context.jsonld': {
    '@context': {
      bbox: { '@id': 'https://purl.org/geojson/vocab#bbox', '@container': '@list' },
      coordinates: { '@id': 'https://purl.org/geojson/vocab#coordinates', '@container': '@list' },
      'ngsi-ld': 'https://uri.etsi.org/ngsi-ld/',
      ...terms(
        'https://smartdatamodels.org/',
        `
          address addressCountry addressLocality addressRegion alternateName areaServed dataProvider dateCreated
          dateModified dateObserved district instValue maxOverTime minOverTime name owner postalCode postOfficeBoxNumber
          seeAlso source streetAddress streetNr validFrom`,
      ),
      ...terms(
        'https://smartdatamodels.org/dataModel.Weather/',
        `
          airQualityIndex airQualityIndexForecast airTemperatureForecast airTemperatureTSA alertSource aqiMajorPollutant
          aqiMajorPollutantForecast atmosphericPressure averageValue category dateIssued dateRetrieved dayMaximum
          dayMinimum dewPoint diffuseIrradiation directIrradiation feelLikesTemperature feelsLikeTemperature gustSpeed
          illuminance pH precipitation precipitationForecast precipitationProbability pressureTendency refDevice
          refPointOfInterest relativeHumidity relativeHumidityForecast salinity SeaConditions severity snowHeight
          solarRadiation streamGauge subCategory surfaceTemperature temperature uVIndexMax validity validTo visibility
          waveHeight waveLevel wavePeriod WeatherAlert WeatherForecast WeatherObserved weatherType windDirection
          windSpeed`,
      ),
      ...terms(
        'https://uri.etsi.org/ngsi-ld/',
        `
          data location`,
      ),
      ...terms(
        'http://purl.org/dc/terms/',
        `
          description`,
      ),
      ...terms(
        '@',
        `
          id type`,
      ),
    },
  },
}
