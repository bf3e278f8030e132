import type { WasteContainerNormalized } from '../../src/models/index.js'

/** What these entities are: ten attributes of the bundled model, normalized. */
export type Ten = Required<
  Pick<
    WasteContainerNormalized,
    | 'id'
    | 'type'
    | 'name'
    | 'location'
    | 'address'
    | 'fillingLevel'
    | 'status'
    | 'serialNumber'
    | 'storedWasteKind'
    | 'category'
    | 'dateLastEmptying'
    | 'refWasteContainerIsle'
  >
>

/** A normalized entity of ten attributes, as registers have them. */
export const tenAttributes = (n: number): Ten => ({
  id: `urn:ngsi-ld:WasteContainer:${n}`,
  type: 'WasteContainer',
  name: { type: 'Property', value: `Container ${n}` },
  location: { type: 'GeoProperty', value: { type: 'Point', coordinates: [5.1, 51.5] } },
  address: { type: 'Property', value: { addressLocality: 'Voorbeeldstad' } },
  fillingLevel: { type: 'Property', value: (n % 100) / 100, observedAt: '2026-11-23T10:00:00Z' },
  status: { type: 'Property', value: 'ok' },
  serialNumber: { type: 'Property', value: `S${n}` },
  storedWasteKind: { type: 'Property', value: 'glass' },
  category: { type: 'Property', value: ['ground', 'fixed'] },
  dateLastEmptying: { type: 'Property', value: '2026-11-20T07:00:00Z' },
  refWasteContainerIsle: { type: 'Relationship', object: 'urn:ngsi-ld:WasteContainerIsle:1' },
})

/** So many of them, one after another. */
export function* generateTen(count: number): Generator<Ten> {
  for (let n = 0; n < count; n++) yield tenAttributes(n)
}
