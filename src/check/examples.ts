import type { AttributeDescriptor, Model } from '../model/descriptor.js'
import { forBroker } from '../model/lenience.js'
import type { JsonObject } from '../ngsi/entity.js'
import { toNormalized } from '../ngsi/representation.js'
import { isName } from '../ngsi/uri.js'

/** A payload for vendors to test their own side with. */
export interface ExamplePayload {
  readonly name: string
  readonly valid: boolean
  /** The rule that an invalid one breaks. */
  readonly rule?: string | undefined
  readonly entity: JsonObject
}

const itemValue = (name: string, descriptor: AttributeDescriptor): unknown => {
  const [first] = descriptor.enum ?? []
  if (first !== undefined) return first
  switch (descriptor.format) {
    case 'date-time':
      return '2026-01-31T12:00:00Z'
    case 'date':
      return '2026-01-31'
    case 'time':
      return '12:00:00Z'
    case 'uri':
      return 'https://voorbeeldstad.example/doc'
    case 'email':
      return 'desk@voorbeeldstad.example'
    default:
  }
  const types = [descriptor.type ?? 'string'].flat()
  if (types.includes('integer')) return Math.ceil(Math.max(descriptor.minimum ?? 1, 1))
  if (types.includes('number')) return descriptor.minimum ?? descriptor.maximum ?? 1.5
  if (types.includes('boolean')) return true
  return types.includes('object') ? {} : `Example ${name}`
}

const exampleValue = (name: string, descriptor: AttributeDescriptor): unknown => {
  if (descriptor.kind === 'GeoProperty') return { type: 'Point', coordinates: [5.12345, 52.09876] }
  if (descriptor.kind === 'Relationship') {
    const target = `urn:ngsi-ld:Example:${name}`
    return { type: 'Relationship', object: descriptor.many === true ? [target] : target }
  }
  const value = itemValue(name, descriptor)
  return descriptor.many === true ? [value] : value
}

const withValues = (model: Model, names: readonly string[]): JsonObject =>
  Object.fromEntries([
    ['id', `urn:ngsi-ld:${model.type}:example`],
    ['type', model.type],
    ...names.flatMap((name) => {
      const descriptor = model.attributes[name]
      return descriptor === undefined ? [] : [[name, exampleValue(name, descriptor)] as const]
    }),
  ])

/** The attributes whose example the model's own validator accepts: shapes that a descriptor does not tell are left out. */
const fullEntity = (model: Model, minimal: JsonObject): JsonObject => {
  // Some official models have names that brokers refuse ("N-TOT" of WaterQualityObserved).
  const accepted = Object.keys(model.attributes)
    .filter(isName)
    .filter((name) => {
      const one = { ...minimal, ...withValues(model, [name]) }
      return model.validate(one, forBroker).length === 0
    })
  return { ...minimal, ...withValues(model, accepted) }
}

type Fault = readonly [name: string, rule: string, entity: JsonObject]

const attributeFaults = (
  name: string,
  descriptor: AttributeDescriptor,
  good: JsonObject,
): readonly Fault[] => {
  if (descriptor.kind === 'Relationship')
    return [
      [
        `${name}-property`,
        'model.kind',
        { ...good, [name]: { type: 'Property', value: 'urn:ngsi-ld:Example:1' } },
      ],
    ]
  if (descriptor.kind !== 'Property') return []
  const many = (value: unknown): unknown => (descriptor.many === true ? [value] : value)
  const types = [descriptor.type ?? []].flat()
  const numeric = types.length > 0 && types.every((type) => type === 'number' || type === 'integer')
  const faults: Fault[] = []
  if (descriptor.enum !== undefined)
    faults.push([`${name}-enum`, 'model.enum', { ...good, [name]: many('no-such-word') }])
  else if (numeric) faults.push([`${name}-text`, 'model.type', { ...good, [name]: many('12') }])
  if (numeric && descriptor.enum === undefined && descriptor.maximum !== undefined)
    faults.push([`${name}-above`, 'model.range', { ...good, [name]: many(descriptor.maximum + 1) }])
  if (numeric && descriptor.enum === undefined && descriptor.minimum !== undefined)
    faults.push([`${name}-below`, 'model.range', { ...good, [name]: many(descriptor.minimum - 1) }])
  if (descriptor.format === 'date-time')
    faults.push([`${name}-local`, 'model.format', { ...good, [name]: many('2026-01-31 12:00') }])
  return faults
}

const generalFaults = (model: Model, good: JsonObject): readonly Fault[] => {
  const { id: _id, ...withoutId } = good
  return [
    ['id-missing', 'ngsi.id', withoutId],
    ['id-no-uri', 'ngsi.id', { ...good, id: 'example 1' }],
    ['name-null', 'ngsi.null', { ...good, name: { type: 'Property', value: null } }],
    ...('location' in model.attributes
      ? ([
          [
            'location-swapped',
            'ngsi.geometry',
            { ...good, location: { type: 'Point', coordinates: [52.09876, 150.12345] } },
          ],
          [
            'location-unclosed',
            'ngsi.geometry',
            {
              ...good,
              location: {
                type: 'Polygon',
                coordinates: [
                  [
                    [5, 52],
                    [6, 52],
                    [6, 53],
                    [5, 53],
                  ],
                ],
              },
            },
          ],
        ] as const)
      : []),
    ...model.required
      .filter((name) => name !== 'id' && name !== 'type')
      .map((name): Fault => {
        const rest = Object.fromEntries(Object.entries(good).filter(([member]) => member !== name))
        return [`${name}-missing`, 'model.required', rest]
      }),
  ]
}

/**
 * Makes payloads of a model for vendors: valid ones (smallest, fullest, normalized) and one invalid for each rule that the
 * model's attributes can break, limits included.
 */
export const examplePayloads = (model: Model): readonly ExamplePayload[] => {
  const minimal = withValues(model, model.required)
  const full = fullEntity(model, minimal)
  const faults = [
    ...generalFaults(model, minimal),
    ...Object.entries(model.attributes).flatMap(([name, descriptor]) =>
      attributeFaults(name, descriptor, minimal),
    ),
  ]
  return [
    { name: 'valid-smallest', valid: true, entity: minimal },
    { name: 'valid-fullest', valid: true, entity: full },
    { name: 'valid-normalized', valid: true, entity: toNormalized(full) },
    ...faults.map(([name, rule, entity]) => ({ name: `invalid-${name}`, valid: false, rule, entity })),
  ]
}
