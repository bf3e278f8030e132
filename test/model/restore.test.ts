import { describe, expect, it } from 'vitest'
import { restoreLists } from '../../src/model/restore.js'
import { WasteContainer } from '../../src/models/index.js'

describe('restoreLists', () => {
  it('gives lists of one back where the model describes lists, simplified and normalized', () => {
    const read = {
      id: 'urn:a:b',
      type: 'WasteContainer',
      category: 'fixed',
      refDevice: { type: 'Relationship', object: 'urn:d:1' },
      fillingLevel: 0.5,
      own: 'x',
    }
    expect(restoreLists(WasteContainer, read)).toEqual({
      ...read,
      category: ['fixed'],
      refDevice: { type: 'Relationship', object: ['urn:d:1'] },
    })
  })

  it('leaves lists, and instances in a list, as lists', () => {
    const read = {
      id: 'urn:a:b',
      type: 'WasteContainer',
      category: [
        { type: 'Property', value: 'fixed' },
        { type: 'Property', value: ['ground'], datasetId: 'urn:d:1' },
      ],
      refDevice: ['urn:d:1', 'urn:d:2'],
    }
    expect(restoreLists(WasteContainer, read)).toEqual({
      ...read,
      category: [
        { type: 'Property', value: ['fixed'] },
        { type: 'Property', value: ['ground'], datasetId: 'urn:d:1' },
      ],
    })
  })
})
