import fc from 'fast-check'

type Thing = Record<string, unknown>

const names = ['a', 'b', 'c', 'speed', 'näme'] as const
const times = [
  '2026-11-23T10:00:00Z',
  '2026-11-23T10:00:00.000Z',
  '2026-11-23T10:00:00.250Z',
  '2020-01-01T00:00:00Z',
] as const
const days = ['2026-11-23', '2020-02-29'] as const
const clocks = ['10:00:00Z', '23:59:59.5Z'] as const
const links = ['urn:x:1', 'urn:x:2', 'urn:x:none'] as const
const terms = ['https://a.example/v#car', 'https://a.example/v#van'] as const
/** Operators of q, quotes, a backslash at the end, a character of two UTF-16 units, and texts that look like something else. */
const texts = [
  ...[
    '',
    'x',
    'X y',
    'a;b|c',
    'umläut',
    "it's",
    '(z)',
    'say "ho"',
    'back\\',
    '🚲 pad',
    '字',
    '5',
    'true',
    'a..b',
    'p,q',
  ],
  ...times,
  ...days,
  ...clocks,
] as const

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom(0.5, 1.5),
  fc.constantFrom(...texts),
  fc.boolean(),
)
const struct = fc.record(
  { m: scalar, n: fc.record({ k: scalar, 'straße nr': scalar }, { requiredKeys: [] }) },
  { requiredKeys: [] },
)
const plain = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }) },
  { weight: 2, arbitrary: struct },
  { weight: 1, arbitrary: fc.array(struct, { minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.array(scalar, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  },
)
const meta = fc.record(
  { observedAt: fc.constantFrom(...times), unitCode: fc.constantFrom('CEL', 'KMH') },
  { requiredKeys: [] },
)
const property = fc.tuple(plain, meta).map(([value, extra]): Thing => ({ type: 'Property', value, ...extra }))
const relationship = fc
  .oneof(fc.constantFrom(...links), fc.uniqueArray(fc.constantFrom(...links), { minLength: 2 }))
  .map((object): Thing => ({ type: 'Relationship', object }))
const word = fc.constantFrom('x', 'hallo', 'hello', 'umläut')
const language = fc
  .record(
    { nl: word, en: fc.oneof(word, fc.array(word, { minLength: 1, maxLength: 2 })), '@none': word },
    { requiredKeys: ['nl'] },
  )
  .map((languageMap): Thing => ({ type: 'LanguageProperty', languageMap }))
const others = fc.oneof(
  fc
    .oneof(fc.constantFrom(...terms), fc.constant([...terms]))
    .map((vocab): Thing => ({ type: 'VocabProperty', vocab })),
  fc
    .array(fc.oneof(scalar, struct), { minLength: 1, maxLength: 3 })
    .map((valueList): Thing => ({ type: 'ListProperty', valueList })),
  fc
    .array(fc.constantFrom(...links), { minLength: 1, maxLength: 2 })
    .map((uris): Thing => ({ type: 'ListRelationship', objectList: uris.map((object) => ({ object })) })),
  fc
    .record({ m: fc.oneof(scalar, fc.constant(null)), n: struct }, { requiredKeys: [] })
    .map((json): Thing => ({ type: 'JsonProperty', json })),
  fc
    .constantFrom([5, 51], [5.5, 51.5])
    .map((coordinates): Thing => ({ type: 'GeoProperty', value: { type: 'Point', coordinates } })),
)
const simple = fc.oneof({ weight: 4, arbitrary: property }, relationship, language, others)
const withSub = fc.tuple(simple, simple).map(([outer, deep]): Thing => ({ ...outer, deep }))
const instance = fc.oneof({ weight: 5, arbitrary: simple }, { weight: 2, arbitrary: withSub })
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

const number = fc.oneof(fc.integer({ min: -3, max: 5 }).map(String), fc.constantFrom('0.5', '1.5'))
const quoted = fc
  .constantFrom(...texts, 'hallo', 'KMH', 'urn:d:2', ...links, ...terms)
  .map((text) => JSON.stringify(text))
const ordered = fc.oneof(
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: quoted },
  fc.constantFrom(...times),
  fc.constantFrom(...days, ...clocks),
)
const literal = fc.oneof(
  { weight: 4, arbitrary: ordered },
  fc.constantFrom('true', 'false'),
  fc.constantFrom(...links),
)
const range = fc.oneof(
  fc.tuple(fc.constantFrom('-2', '0.5', '1'), fc.constantFrom('3', '5')),
  fc.tuple(fc.constantFrom('""', '"X y"'), fc.constantFrom('"umläut"', '"x"', '"🚲 pad"')),
  fc.tuple(fc.constantFrom(...times), fc.constantFrom(...times)),
  fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)),
)
const pattern = fc.constantFrom(
  '^x',
  'x',
  'l+o',
  '[XY] ?y$',
  '\\.',
  'uml.ut',
  '^$',
  '^[^a-z]+$',
  ';b',
  '"ho"',
  '^.',
  '字|🚲',
)
const own = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  fc
    .constantFrom(...names)
    .chain((name) =>
      fc
        .constantFrom(
          ...['.observedAt', '.unitCode', '.datasetId', '.deep', '.deep.observedAt', '.deep[m]', '.deep[nl]'],
          ...['[m]', '[n.k]', '[n.straße nr]', '[nl]', '[*]'],
        )
        .map((rest) => name + rest),
    ),
)
const joined = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom('', 'T:', 'Other:', 'Other,T:'), own)
  .map(([name, types, inner]) => `${name}{${types}${inner}}`)

const leafOf = (path: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const equality = fc.constantFrom('==', '!=')
  return fc.oneof(
    path,
    path.map((where) => `!${where}`),
    fc.tuple(path, equality, literal).map((parts) => parts.join('')),
    fc.tuple(path, fc.constantFrom('>', '>=', '<', '<='), ordered).map((parts) => parts.join('')),
    fc
      .tuple(path, equality, fc.array(literal, { minLength: 2, maxLength: 3 }))
      .map(([where, operator, list]) => `${where}${operator}${list.join(',')}`),
    fc.tuple(path, equality, range).map(([where, operator, ends]) => `${where}${operator}${ends.join('..')}`),
    fc
      .tuple(path, fc.constantFrom('~=', '!~='), pattern)
      .map(([where, operator, text]) => `${where}${operator}${JSON.stringify(text)}`),
  )
}

const queryOf = (path: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.letrec<{ q: string; leaf: string }>((tie) => ({
    leaf: leafOf(path),
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

/** Random q text over the same names and values. */
export const randomQ: fc.Arbitrary<string> = queryOf(own)

/** The same, with paths through relationships. */
export const randomLinkedQ: fc.Arbitrary<string> = queryOf(
  fc.oneof({ weight: 1, arbitrary: own }, { weight: 2, arbitrary: joined }),
)
