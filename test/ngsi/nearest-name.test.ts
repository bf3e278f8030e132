import { describe, expect, it } from 'vitest'
import { nearestName } from '../../src/ngsi/nearest-name.js'

describe('nearestName', () => {
  it.each([
    ['totalSpotNumbr', ['totalSpotNumber', 'availableSpotNumber'], 'totalSpotNumber'],
    ['Location', ['name', 'location'], 'location'],
    ['filling_level', ['fillingLevel'], 'fillingLevel'],
    ['colour', ['color', 'power'], 'color'],
  ])('finds what %s means', (name, known, wanted) => {
    expect(nearestName(name, known)).toBe(wanted)
  })

  it('guesses nothing where no name is near', () => {
    expect(nearestName('zvv_label', ['location', 'address'])).toBeUndefined()
  })
})
