import fc from 'fast-check'

const names = ['a', 'b', 'c', 'speed', 'näme'] as const
const times = ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.250Z', '2020-01-01T00:00:00Z'] as const
const texts = ['', 'x', 'X y', 'a;b|c', 'umläut', "it's", '(z)', ...times] as const
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom(0.5, 1.5),
  fc.constantFrom(...texts),
  fc.boolean(),
)
const plain = fc.oneof(
  { weight: 5, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ m: scalar, n: fc.record({ k: scalar }) }, { requiredKeys: [] }) },
)
const meta = fc.record(
  { observedAt: fc.constantFrom(...times), unitCode: fc.constantFrom('CEL', 'KMH') },
  { requiredKeys: [] },
)
const property = fc
  .tuple(plain, meta)
  .map(([value, extra]): Record<string, unknown> => ({ type: 'Property', value, ...extra }))
const relationship = fc
  .constantFrom('urn:x:1', 'urn:x:2')
  .map((object): Record<string, unknown> => ({ type: 'Relationship', object }))
const language = fc
  .record({ nl: fc.constantFrom('x', 'hallo'), en: fc.constantFrom('x', 'hello') })
  .map((languageMap): Record<string, unknown> => ({ type: 'LanguageProperty', languageMap }))
const sub = fc.tuple(property, property).map(([outer, inner]) => ({ ...outer, deep: inner }))
const instance = fc.oneof({ weight: 4, arbitrary: property }, relationship, language, sub)
const attribute = fc.oneof(
  { weight: 5, arbitrary: instance },
  {
    weight: 1,
    arbitrary: fc.tuple(property, property).map(([one, two]) => [one, { ...two, datasetId: 'urn:d:2' }]),
  },
)

/** Attributes of a random normalized entity with few names and values, so that filters often meet them. */
export const randomAttributes: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.constantFrom(...names),
  attribute,
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
)

const literal = fc.oneof(
  fc.integer({ min: -3, max: 5 }).map(String),
  fc.constantFrom('0.5', '1.5', 'true', 'false'),
  fc.constantFrom(...texts, 'hallo', 'urn:x:1').map((text) => JSON.stringify(text)),
  fc.constantFrom(...times),
)
const ordered = literal.filter((text) => text !== 'true' && text !== 'false')
const path = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  fc
    .constantFrom(...names)
    .chain((name) =>
      fc.constantFrom(
        `${name}.observedAt`,
        `${name}.unitCode`,
        `${name}.deep`,
        `${name}[m]`,
        `${name}[n.k]`,
        `${name}[nl]`,
        `${name}[*]`,
      ),
    ),
)
const leaf = fc.oneof(
  path,
  path.map((where) => `!${where}`),
  fc.tuple(path, fc.constantFrom('==', '!='), literal).map((parts) => parts.join('')),
  fc.tuple(path, fc.constantFrom('>', '>=', '<', '<='), ordered).map((parts) => parts.join('')),
  fc
    .tuple(path, fc.constantFrom('==', '!='), fc.array(literal, { minLength: 2, maxLength: 3 }))
    .map(([where, operator, list]) => `${where}${operator}${list.join(',')}`),
  fc
    .tuple(path, fc.constantFrom('1', '-2', '0.5'), fc.constantFrom('3', '5'))
    .map(([where, from, to]) => `${where}==${from}..${to}`),
)

/** Random q text over the same names and values. */
export const randomQ: fc.Arbitrary<string> = fc.letrec<{ q: string; leaf: string }>((tie) => ({
  leaf,
  q: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc
      .tuple(tie('q'), fc.constantFrom(';', '|'), tie('q'))
      .map(([left, separator, right]) => `(${left})${separator}(${right})`),
    fc
      .tuple(tie('leaf'), fc.constantFrom(';', '|'), tie('leaf'), fc.constantFrom(';', '|'), tie('leaf'))
      .map((parts) => parts.join('')),
  ),
})).q
