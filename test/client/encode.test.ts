import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeEntity } from '../../src/client/encode.js'
import type { Model } from '../../src/model/descriptor.js'
import { type AttributeKind, valueMembers } from '../../src/ngsi/attribute.js'
import { looksLikeAttribute, toConcise, toNormalized, toSimplified } from '../../src/ngsi/representation.js'
import { coreContext } from '../support/container.js'
import { randomNormalized } from '../support/random-normalized.js'

type Thing = Record<string, unknown>

const listOf = (value: unknown): readonly Thing[] => (Array.isArray(value) ? value : [value as Thing])
const attributesOf = ({ id: _, type: __, ...attributes }: Thing): Thing => attributes

/** A model that knows the kind of each attribute. */
const modelOf = (entity: Thing): Model => ({
  type: 'T',
  iri: 'https://a.example/T',
  context: coreContext,
  required: [],
  attributes: Object.fromEntries(
    Object.entries(attributesOf(entity)).map(([name, attribute]) => [
      name,
      { kind: listOf(attribute)[0]?.['type'] as AttributeKind, iri: `https://a.example/${name}` },
    ]),
  ),
  validate: () => [],
})

const kindAndValue = (instance: Thing): Thing => {
  const member = valueMembers[instance['type'] as AttributeKind]
  const { datasetId } = instance
  return {
    type: instance['type'],
    [member]: instance[member],
    ...(datasetId === undefined ? {} : { datasetId }),
  }
}

const sent = (model: Model, given: Thing): Thing => {
  const encoded = encodeEntity(model, given, coreContext)
  if ('issues' in encoded) throw new Error(JSON.stringify(encoded.issues))
  return toNormalized(encoded.entity)
}

/** What one instance says bare; an object with a member such as `value` would read as an attribute, in any client. */
const sayableBare = (instance: Thing): boolean => {
  const bare = (toSimplified({ a: instance }) as { readonly a: unknown }).a
  const isBareKind = ['Property', 'ListProperty', 'GeoProperty'].includes(String(instance['type']))
  return !isBareKind || !(looksLikeAttribute(bare) || (Array.isArray(bare) && bare.some(looksLikeAttribute)))
}

it('writes back what was read simplified with kinds, values and datasetIds; only metadata is lost', () => {
  fc.assert(
    fc.property(randomNormalized, (random) => {
      // Instances of one attribute are of one kind.
      const entity = Object.fromEntries(
        Object.entries(random).filter(
          ([, attribute]) =>
            typeof attribute === 'string' ||
            (new Set(listOf(attribute).map(({ type }) => type)).size === 1 &&
              listOf(attribute).every(sayableBare)),
        ),
      )
      const expected = Object.fromEntries(
        Object.entries(attributesOf(entity)).map(([name, attribute]) => [
          name,
          Array.isArray(attribute) ? attribute.map(kindAndValue) : kindAndValue(attribute as Thing),
        ]),
      )
      expect(attributesOf(sent(modelOf(entity), toSimplified(entity)))).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})

it('writes back what was read concise or normalized as it was', () => {
  fc.assert(
    fc.property(randomNormalized, (entity) => {
      expect(sent(modelOf(entity), entity)).toEqual(entity)
      expect(sent(modelOf(entity), toConcise(entity))).toEqual(entity)
    }),
    { numRuns: 2000 },
  )
})
