/**
 * Words of registers, Dutch, German, French and English, and the attribute that each usually means. Compared without case,
 * accents and separators; a whole word of a longer name counts less than the whole name.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  name: [
    'naam',
    'name',
    'nom',
    'bezeichnung',
    'bez',
    'titel',
    'title',
    'benaming',
    'standort',
    'standortbeschreibung',
    'parkhausname',
    'quayname',
    'betreiber',
    'locatie',
    'location',
    'meetpunt',
    'meetpuntidentificatie',
  ],
  description: [
    'omschrijving',
    'beschreibung',
    'beschreibu',
    'description',
    'opmerking',
    'opmerkingen',
    'bemerkung',
    'remarks',
    'infofeld',
  ],
  totalSpotNumber: [
    'capaciteit',
    'kapazitaet',
    'kapazität',
    'total',
    'gesamteparkplaetze',
    'plaatsen',
    'stellplaetze',
    'anzahlabstellmoeglichkeiten',
    'totalspotnumber',
    'capacite',
    'aantalplaatsen',
  ],
  availableSpotNumber: [
    'vrij',
    'frei',
    'free',
    'freieparkplaetze',
    'bplsrest',
    'libres',
    'vrijeplaatsen',
    'availablespotnumber',
  ],
  maximumAllowedHeight: [
    'hoehe',
    'höhe',
    'maxdurchfahrtshoehe',
    'doorrijhoogte',
    'einfahrtshoehe',
    'hauteur',
    'maximumallowedheight',
  ],
  status: ['status', 'stand', 'toestand', 'zustand', 'bplsstatus', 'echtzeitstatus', 'etat', 'storing'],
  category: ['categorie', 'kategorie', 'category', 'soort', 'art', 'typ', 'type'],
  dateInstalled: [
    'startofoperation',
    'inbetriebnahmedatum',
    'ingebruikname',
    'datumplaatsing',
    'aanlegdatum',
  ],
  dateLastValueReported: ['lastdatapackage', 'laatstemeting', 'letztemessung', 'lastmeasurement'],
  streetPoleNum: ['mastnummer', 'mastnr', 'lichtmastnummer', 'mastcode'],
  length: ['lengte', 'laenge', 'länge', 'longueur'],
  areaServed: ['wijk', 'stadsdeel', 'buurt', 'stadtteil', 'quartier'],
  lanternHeight: ['montagehg', 'lichtpunthoogte', 'masthoogte', 'lichtpunkthoehe'],
  powerRating: ['vermogen', 'leistung', 'power', 'wattage'],
  locationCategory: ['omschrijve', 'lpsoort', 'mastsoort'],
  fillingLevel: ['vulgraad', 'fuellstand', 'füllstand', 'fillinglevel', 'niveau'],
  storedWasteKind: ['fractie', 'fraktion', 'afvalsoort', 'abfallart'],
  dateLastEmptying: ['geleegdop', 'laatsteleging', 'geleert', 'lediging'],
  serialNumber: ['containernr', 'serienummer', 'seriennummer'],
  dateObserved: [
    'tijdstip',
    'datum',
    'timestamp',
    'datetime',
    'zeit',
    'zeitpunkt',
    'enddate',
    'waarnemingdatum',
    'date',
    'yyyymmdd',
  ],
  no2: ['no2', 'no2ugm3', 'stikstofdioxide', 'stickstoffdioxid'],
  pm10: ['pm10', 'pm10ugm3', 'fijnstof'],
  pm25: ['pm25', 'pm25ugm3', 'pm2.5'],
  temperature: ['temperatuur', 'temperatur', 'temperature', 'tempc', 'temp'],
  relativeHumidity: ['luchtvochtigheid', 'luftfeuchte', 'humidity', 'relativehumidity'],
  precipitation: ['neerslag', 'niederschlag', 'rd', 'regen', 'precipitation'],
  intensity: ['intensiteit', 'anzahl', 'aantal', 'count', 'intensity', 'zaehlung'],
  capacity: ['anzahlladepunkte', 'laadpunten', 'capacity'],
  operator: ['betreiber', 'exploitant', 'operator', 'beheerder'],
  socketType: ['steckertypen1', 'steckertyp', 'stekkertype', 'sockettype'],
  stopCode: ['quaycode', 'haltecode', 'haltestelle', 'stopcode'],
  wheelChairAccessible: ['accessible', 'toegankelijk', 'barrierefrei'],
  service_request_id: ['servicerequestid', 'meldingnummer', 'nummer'],
  service_code: ['servicecode', 'categoriecode'],
  service_name: ['servicename', 'categorienaam'],
  requested_datetime: ['requesteddatetime', 'ingediend', 'gemeld'],
  updated_datetime: ['updateddatetime', 'bijgewerkt', 'afgehandeld'],
  dateModified: ['mutation', 'mutatie', 'gewijzigd', 'geaendert', 'stand'],
  dataProvider: ['zustaendig', 'zuständig', 'bronhouder', 'da'],
  openingHours: ['oeffnungszeiten', 'openingstijden', 'openinghours', 'oeffnungsz'],
}

/** Address parts, by the same kind of words. */
const addressTable: Readonly<Record<string, readonly string[]>> = {
  streetAddress: [
    'adres',
    'adresse',
    'address',
    'straat',
    'strasse',
    'straße',
    'rue',
    'street',
    'zufahrt',
    'omschrijvb',
    'parkhausstrasse',
    'streetaddress',
  ],
  postalCode: ['postcode', 'plz', 'postleitzahl', 'zipcode', 'codepostal', 'parkhausplz', 'postalcode'],
  addressLocality: [
    'plaats',
    'woonplaats',
    'ort',
    'ortschaft',
    'stadt',
    'gemeinde',
    'ville',
    'city',
    'parkhausgemeinde',
    'addresslocality',
    'omschrijva',
  ],
}

/** A name as it is compared. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

const indexOf = (
  source: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, string[]>()
  for (const [attribute, names] of Object.entries(source))
    for (const name of names) {
      const key = plainName(name)
      index.set(key, [...(index.get(key) ?? []), attribute])
    }
  return index
}

const attributes = indexOf(table)
const addresses = indexOf(addressTable)

/** The attributes that a column's name may mean, the likeliest first. */
export const attributesMeant = (column: string): readonly string[] =>
  attributes.get(plainName(column.split('.').at(-1) ?? column)) ?? []

/** The part of an address that a column's name means. */
export const addressPartMeant = (column: string): string | undefined =>
  addresses.get(plainName(column.split('.').at(-1) ?? column))?.[0]

/** How many of these columns mean an attribute of a model with these names. */
export const matches = (columns: readonly string[], names: ReadonlySet<string>): number => {
  const plain = new Set([...names].map(plainName))
  return columns.filter(
    (column) => attributesMeant(column).some((name) => names.has(name)) || plain.has(plainName(column)),
  ).length
}
