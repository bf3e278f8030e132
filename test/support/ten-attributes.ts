import { containerId, type NormalizedContainer } from './container.js'

/** What these entities are: the normalized form of the model of tests, whole. */
export type Ten = Required<Omit<NormalizedContainer, 'description'>>

/** A normalized entity of ten attributes, as registers have them. */
export const tenAttributes = (n: number): Ten => ({
  id: containerId(n),
  type: 'Container',
  fillingLevel: { type: 'Property', value: (n % 100) / 100, observedAt: '2026-11-23T10:00:00Z' },
  name: { type: 'Property', value: `Container ${n}` },
  status: { type: 'Property', value: 'open' },
  serialNumber: { type: 'Property', value: n },
  locked: { type: 'Property', value: false },
  categories: { type: 'Property', value: ['glass', 'paper'] },
  emptiedAt: { type: 'Property', value: '2026-11-20T07:00:00Z' },
  location: {
    type: 'GeoProperty',
    value: { type: 'Point', coordinates: [5.1, 51.5] },
  },
  address: { type: 'Property', value: { addressLocality: 'Voorbeeldstad' } },
  refIsle: { type: 'Relationship', object: 'urn:ngsi-ld:Isle:1' },
})

/** So many of them, one after another. */
export function* generateTen(count: number): Generator<Ten> {
  for (let n = 0; n < count; n++) yield tenAttributes(n)
}
