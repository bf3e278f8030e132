import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constantNameOf, fileNameOf, nameModels, typeNameOf } from '../../src/model/identifier.js'
import { printLiteral } from '../../src/model/literal.js'
import { proseOf, unitIn } from '../../src/model/prose.js'
import { parseReference, printReference } from '../../src/model/reference.js'
import { unitCodeOf } from '../../src/model/unit-codes.js'

describe('names', () => {
  it.each([
    ['OffStreetParking', 'OffStreetParking', 'offStreetParking', 'off-street-parking'],
    ['EVChargingStation', 'EVChargingStation', 'evChargingStation', 'ev-charging-station'],
    ['service_requests', 'ServiceRequests', 'serviceRequests', 'service-requests'],
    ['3DPrinter', 'Model3DPrinter', 'model3DPrinter', 'model-3d-printer'],
    ['open311:type', 'Open311Type', 'open311Type', 'open-311-type'],
    ['Model', 'ModelModel', 'modelModel', 'model-model'],
  ])('%s', (published, type, constant, file) => {
    expect([typeNameOf(published), constantNameOf(type), fileNameOf(type)]).toEqual([type, constant, file])
  })

  it('gives models of one name their subject, and each a file of its own', () => {
    const models = [
      { path: 'dataModel.A/Sensor', subject: 'dataModel.A', name: 'Sensor' },
      { path: 'dataModel.B/Sensor', subject: 'dataModel.B', name: 'Sensor' },
      { path: 'dataModel.B/sensor_', subject: 'dataModel.B', name: 'sensor_' },
      { path: 'dataModel.B/Index', subject: 'dataModel.B', name: 'Index' },
    ]
    expect([...nameModels(models).values()]).toEqual(['ASensor', 'BSensor', 'BSensor2', 'Index2'])
  })

  it('makes legal identifiers of any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeNameOf(text)).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
      }),
    )
  })
})

describe('references', () => {
  it.each([
    'https://smart-data-models.github.io/data-models/common-schema.json#/definitions/tag',
    'https://raw.githubusercontent.com/smart-data-models/data-models/master/common-schema.json#/definitions/tag',
    'https://raw.githubusercontent.com/smart-data-models/data-models/refs/heads/feature/common-schema.json#/definitions/tag',
    'https://github.com/smart-data-models/data-models/raw/master/common-schema.json#/definitions/tag',
    'http://github.com/smart-data-models/data-models/blob/master/common-schema.json#/definitions/tag',
    '../../data-models/common-schema.json#/definitions/tag',
  ])('%s is the one common schema', (ref) => {
    expect(printReference(parseReference(ref, 'dataModel.X/Y/schema.json'))).toBe(
      'data-models/common-schema.json#/definitions/tag',
    )
  })

  it('never leave the folder of the models', () => {
    expect(parseReference('../../../../etc/passwd', 'dataModel.X/Y/schema.json').document).toBe('etc/passwd')
  })
})

describe('literals', () => {
  it('are read back as the same value, on lines of at most 120 characters where no single word is longer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = new Function(`return (${printLiteral(value)})`) as () => unknown
        expect(JSON.stringify(read())).toBe(JSON.stringify(value))
      }),
    )
  })
})

describe('units', () => {
  it.each([
    ['meters', 'MTR'],
    ['Kilometer (Km)', 'KMT'],
    ['mg/l', 'M1'],
    ['mW', 'C31'],
    ['MW', 'MAW'],
    ['furlong', undefined],
    ['KiloVolts-Ampere-Reactive (kVArh)', undefined],
  ])('%s', (spelling, code) => {
    expect(unitCodeOf(spelling)).toBe(code)
  })

  it('are found in descriptions, whose tags are no prose', () => {
    const text =
      "Property. Model:'https://schema.org/Number'. Units:'meters'. How long it is. Further words follow here"
    expect(unitIn(text)).toEqual({ spelling: 'meters', code: 'MTR' })
    expect(proseOf(text)).toBe('How long it is. Further words follow here')
  })
})
