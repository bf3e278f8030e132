import { isObject, type JsonObject } from '../../src/ngsi/entity.js'
import {
  added,
  agreed,
  attributesOf,
  hasWords,
  head,
  instance,
  inTown,
  isBoolean,
  isGeo,
  isList,
  isNumber,
  isPlainText,
  isPoint,
  isText,
  isTime,
  name,
  ofKind,
  only,
  profileOf,
  put,
  type Spoil,
  single,
  swapped,
  value,
  withContext,
  without,
  word,
} from './spoil-parts.js'

/** The ways in which a kind's fault is made, by its name in `faultKinds`. */
export const spoils: Readonly<Record<string, Spoil>> = {
  'id left out': head('id', (entity) => without(entity, 'id')),
  'id with a blank': head('id', (entity) => ({ ...entity, id: 'garage 12' })),
  'id a number': head('id', (entity) => ({ ...entity, id: 12 })),
  'type left out': head('type', (entity) => without(entity, 'type')),
  'type misspelt': ({ entity, model }) => ({
    entity: { ...entity, type: swapped(model.type) },
    at: 'type',
  }),
  'type a number': head('type', (entity) => ({ ...entity, type: 12 })),
  'id twice in a file': ({ entity }) => ({ entity, at: 'id', twice: true }),
  'blank in a name': name((from) => `${from} 2`),
  // NGSIv2 says with null that there is no value.
  'value null': (subject) =>
    subject.form === 'ngsiv2'
      ? undefined
      : value(
          () => true,
          () => null,
        )(subject),
  'kind misspelt': instance(
    () => true,
    (attribute) => ({ ...attribute, type: swapped(String(attribute['type'])) }),
  ),
  'kind left out and value missing': instance(
    () => true,
    () => ({ observedAt: '2026-01-01T00:00:00Z', worth: 1 }),
  ),
  'Property without value': instance(ofKind('Property'), (attribute) => without(attribute, 'value')),
  'Property with object': instance(ofKind('Property'), (attribute) => ({
    ...without(attribute, 'value'),
    object: attribute['value'],
  })),
  'Relationship without object': instance(ofKind('Relationship'), (attribute) =>
    without(attribute, 'object'),
  ),
  'Relationship to words': instance(ofKind('Relationship'), (attribute) => ({
    ...attribute,
    object: 'the garage next door',
  })),
  'Relationship to a number': instance(ofKind('Relationship'), (attribute) => ({
    ...attribute,
    object: 12,
  })),
  'observedAt without zone': instance(ofKind('Property'), (attribute) => ({
    ...attribute,
    observedAt: '2026-01-31T12:00:00',
  })),
  'observedAt with an offset': instance(ofKind('Property'), (attribute) => ({
    ...attribute,
    observedAt: '2026-01-31T12:00:00+01:00',
  })),
  'observedAt in words': instance(ofKind('Property'), (attribute) => ({
    ...attribute,
    observedAt: 'yesterday',
  })),
  'two instances without datasetId': instance(ofKind('Property'), (attribute) => [attribute, attribute]),
  'datasetId repeated': instance(ofKind('Property'), (attribute) => {
    const named = { ...attribute, datasetId: 'urn:ngsi-ld:Dataset:1' }
    return [named, named]
  }),
  'datasetId no URI': instance(ofKind('Property'), (attribute) => ({
    ...attribute,
    datasetId: 'second sensor',
  })),
  'unit in words': instance(isNumber, (attribute) => ({ ...attribute, unitCode: 'metres per second' })),
  'unit a symbol': instance(isNumber, (attribute) => ({ ...attribute, unitCode: 'µg/m³' })),
  'unit a number': instance(isNumber, (attribute) => ({ ...attribute, unitCode: 12 })),
  'geometry as text': value(isGeo, () => '52.1, 5.1'),
  'geometry type in small letters': value(isGeo, ({ value: given }) => ({
    ...(given as JsonObject),
    type: String((given as JsonObject)['type']).toLowerCase(),
  })),
  'coordinates as texts': value(isPoint, () => ({ type: 'Point', coordinates: ['5.1', '52.1'] })),
  'coordinates of one number': value(isPoint, () => ({ type: 'Point', coordinates: [5.1] })),
  'latitude above 90': value(isPoint, () => ({ type: 'Point', coordinates: [5.1, 152.1] })),
  'national grid in metres': value(isPoint, () => ({ type: 'Point', coordinates: [155_000, 463_000] })),
  'ring not closed': value(
    (found) => isGeo(found) && (found.descriptor.geometries?.includes('Polygon') ?? true),
    () => ({
      type: 'Polygon',
      coordinates: [
        [
          [5, 52],
          [6, 52],
          [6, 53],
          [5, 53],
        ],
      ],
    }),
  ),
  'required attribute left out': (subject) => {
    const at = subject.model.required.find((wanted) => Object.hasOwn(subject.entity, wanted))
    return at === undefined ? undefined : { entity: without(subject.entity, at), at }
  },
  'Relationship as Property': instance(ofKind('Relationship'), (attribute) => ({
    type: 'Property',
    value: attribute['object'],
  })),
  'Property as Relationship': instance(
    (found) => isNumber(found) || isBoolean(found) || hasWords(found),
    () => ({ type: 'Relationship', object: 'urn:ngsi-ld:Thing:1' }),
  ),
  'GeoProperty as text Property': instance(ofKind('GeoProperty'), () => ({
    type: 'Property',
    value: 'Main street',
  })),
  'number in quotes': value(isNumber, ({ value: given }) => String(given)),
  'number with a decimal comma': value(isNumber, () => '12,5'),
  'true in quotes': value(isBoolean, () => 'true'),
  'true as 1': value(isBoolean, () => 1),
  'text as number': value(isPlainText, () => 12),
  'text as object': value(isPlainText, () => ({ nl: 'Garage' })),
  'empty text for no number': value(isNumber, () => ''),
  'part of a whole': value(
    (found) => single(found) && only('integer')(found),
    ({ value: given }) => Number(given) + 0.5,
  ),
  'number among texts of a list': value(isList, ({ value: given }) => [...(given as readonly unknown[]), 12]),
  'member of an object of wrong type': value(
    (found) => found.name === 'address' && isObject(found.value) && 'streetAddress' in found.value,
    ({ value: given }) => ({ ...(given as JsonObject), streetAddress: 12 }),
  ),
  'word of another language for a listed one': value(hasWords, (found) => word(found, () => 'vrijgegeven')),
  'listed word in capitals': value(
    (found) =>
      hasWords(found) &&
      found.descriptor.enum?.includes(String([found.value].flat()[0]).toUpperCase()) === false,
    (found) => word(found, (text) => text.toUpperCase()),
  ),
  'listed word with a blank behind': value(hasWords, (found) => word(found, (text) => `${text} `)),
  'listed word as number': value(hasWords, (found) => word(found, () => 3)),
  'below the least': value(
    (found) => isNumber(found) && found.descriptor.minimum !== undefined,
    ({ descriptor }) => (descriptor.minimum ?? 0) - 1,
  ),
  'above the most': value(
    (found) => isNumber(found) && found.descriptor.maximum !== undefined,
    ({ descriptor }) => (descriptor.maximum ?? 0) + 1,
  ),
  'percent for a share of one': value(
    (found) => isNumber(found) && found.descriptor.maximum === 1,
    () => 85,
  ),
  'time with a blank for T': value(isTime, () => '2026-01-31 12:00:00'),
  'time as day-month-year': value(isTime, () => '31-01-2026 12:00'),
  'day without time': value(isTime, () => '2026-01-31'),
  'address of a page in words': value(
    (found) => isText(found) && found.descriptor.format === 'uri',
    () => 'see our site',
  ),
  'unit of another size': instance(
    (found) => isNumber(found) && found.descriptor.unit !== undefined,
    (attribute, { descriptor }) => ({ ...attribute, unitCode: descriptor.unit === 'KMT' ? 'MTR' : 'KMT' }),
  ),
  'two letters of a name swapped': name(swapped),
  'name in snake_case': name((from) => from.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  'name with a capital': name((from) => `${from[0]?.toUpperCase()}${from.slice(1)}`),
  'attribute of the supplier': added('acmeInternalState', 7),
  'own meaning of an agreed name': withContext((first, model) => [
    { [first]: 'https://acme.example/terms/other' },
    model.context,
  ]),
  'obsolete global context': withContext(() => [
    'https://schema.lab.fiware.org/ld/context',
    'https://uri.etsi.org/ngsi-ld/v1/ngsi-ld-core-context.jsonld',
  ]),
  'context a number': withContext(() => 12),
  'Relationship to a web page': instance(ofKind('Relationship'), (attribute) => ({
    ...attribute,
    object: 'https://acme.example/things/1',
  })),
  'location at (0, 0)': value(isPoint, () => ({ type: 'Point', coordinates: [0, 0] })),
  'coordinates swapped': inTown(([x, y]) => [y, x]),
  'location in another town': inTown(([x, y]) => [x + (x > 0 ? -1 : 1), y]),
  '-999 for no value': value(isNumber, () => -999),
  'observed tomorrow': instance(ofKind('Property'), (attribute) => ({
    ...attribute,
    observedAt: '2027-01-01T00:00:00Z',
  })),
  'more free than there are': (subject) => {
    const total = attributesOf(subject).find((found) => found.name === 'totalSpotNumber')
    const free = attributesOf(subject).find((found) => found.name === 'availableSpotNumber')
    if (free === undefined || total === undefined || typeof total.value !== 'number') return undefined
    return { entity: put(subject, free.name, total.value + 1), at: free.name }
  },
  'e-mail address in a text': value(isPlainText, () => 'ask jan.jansen@voorbeeldstad.example'),
  'licence plate in a text': value(isPlainText, () => 'parked: GH-123-K'),
  'MAC address in a text': value(isPlainText, () => 'seen 00:1A:2B:3C:4D:5E'),
  'attribute with a licence plate': added('licensePlate', 'unknown'),
  'attribute with a key': added('apiKey', 'unknown'),
  'attribute that the city demands left out': agreed(
    ({ name: at }, { model }) => !model.required.includes(at),
    () => ({ level: 'mandatory' }),
    ({ entity }, found) => without(entity, found.name),
  ),
  'attribute that the city forbids': agreed(
    () => true,
    () => ({ level: 'forbidden' }),
  ),
  'value that the city does not allow': agreed(
    (found) => hasWords(found) || isPlainText(found),
    () => ({ values: ['only this'] }),
  ),
  'number beyond the city’s range': agreed(
    (found) => isNumber(found) && typeof found.value === 'number',
    ({ value: given }) => ({ maximum: Number(given) - 1 }),
  ),
  'value without the city’s unit': agreed(isNumber, () => ({ unit: 'X99' })),
  'id of another town': ({ entity, model }) => ({
    entity,
    at: 'id',
    profile: profileOf(model, { id: '^urn:ngsi-ld:[A-Za-z]+:GM0000:' }),
  }),
  'attribute beyond a closed list': (subject) => {
    const spoiled = added('acmeInternalState', 7)(subject)
    return spoiled && { ...spoiled, profile: profileOf(subject.model, { closed: true }) }
  },
  'value older than the city allows': agreed(
    ofKind('Property'),
    () => ({ maxAge: 'PT1H' }),
    ({ entity }, { name: at }) => ({
      ...entity,
      [at]: { ...(entity[at] as JsonObject), observedAt: '2020-01-01T00:00:00Z' },
    }),
  ),
}
