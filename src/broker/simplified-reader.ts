import { isObject } from '../ngsi/entity.js'
import { looksLikeGeometry } from '../ngsi/geojson.js'
import { ngsiNull } from '../ngsi/uri.js'
import { readAttribute } from './attribute-reader.js'
import { type Fragment, readFragment } from './entity-reader.js'
import { badData } from './problem-error.js'
import type { Reading } from './reading.js'
import { type Instance, type Instances, instancesOf, type StoredEntity } from './stored-entity.js'

const unwrapped = (raw: unknown, member: string): unknown =>
  isObject(raw) && Object.hasOwn(raw, member) ? raw[member] : raw

const languageMapOf = (raw: unknown, lang: string | undefined, path: string): unknown => {
  const map = unwrapped(raw, 'languageMap')
  if (typeof map === 'string' && map !== ngsiNull)
    return lang === undefined
      ? badData(`${path}: a text for a LanguageProperty needs the parameter lang`)
      : { [lang]: map }
  return map
}

/** The normalized form of a simplified value, by the type that the stored attribute has (CIM 009 5.6.17). */
const normalizedLike = (stored: Instance, raw: unknown, lang: string | undefined, path: string): unknown => {
  switch (stored.type) {
    case 'Relationship':
      return { type: stored.type, object: unwrapped(raw, 'object') }
    case 'LanguageProperty':
      return { type: stored.type, languageMap: languageMapOf(raw, lang, path) }
    case 'VocabProperty':
      return { type: stored.type, vocab: unwrapped(raw, 'vocab') }
    case 'JsonProperty':
      return { type: stored.type, json: unwrapped(raw, 'json') }
    case 'ListProperty':
      return { type: stored.type, valueList: unwrapped(raw, 'valueList') }
    case 'ListRelationship':
      return { type: stored.type, objectList: unwrapped(raw, 'objectList') }
    default:
      return { type: stored.type, value: raw }
  }
}

const readOne = (
  raw: unknown,
  stored: Instance | undefined,
  path: string,
  reading: Reading,
  lang: string | undefined,
): Instance => {
  const normalized =
    raw === ngsiNull
      ? { type: 'Property', value: raw }
      : stored === undefined
        ? { type: looksLikeGeometry(raw) ? 'GeoProperty' : 'Property', value: raw }
        : normalizedLike(stored, raw, lang, path)
  return readAttribute(normalized, path, reading) as Instance
}

/**
 * Reads a fragment in simplified form: values of attributes that exist keep their type, others become Properties, bare
 * geometries GeoProperties (CIM 009 5.6.17).
 */
export const readSimplified = (
  body: unknown,
  stored: StoredEntity,
  reading: Reading,
  lang: string | undefined,
): Fragment =>
  readFragment(body, reading, (raw, path, how, iri): Instances => {
    const known = instancesOf(stored[iri])
    if (isObject(raw) && isObject(raw['dataset']) && Object.keys(raw).length === 1)
      return Object.entries(raw['dataset']).map(([datasetId, value]) => {
        const id = datasetId === '@none' ? undefined : datasetId
        const match = known.find((instance) => instance.datasetId === id)
        return { ...readOne(value, match, path, how, lang), datasetId: id }
      })
    return readOne(
      raw,
      known.find(({ datasetId }) => datasetId === undefined),
      path,
      how,
      lang,
    )
  })
