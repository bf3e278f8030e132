import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isQuerySyntaxError, isUsageError } from '../../src/errors.js'
import { evaluateFilter } from '../../src/query/evaluate.js'
import {
  type Filter,
  type Literal,
  linkDepth,
  mapFilterNames,
  type Path,
  pathsOf,
} from '../../src/query/filter.js'
import { parseFilter } from '../../src/query/parse.js'
import { printFilter } from '../../src/query/print.js'

/** Letters and digits of several scripts; some need two UTF-16 units. */
const letter = fc.constantFrom('a', 'Z', 'é', 'ß', 'Ж', '字', 'ا', '𐐷')
const name = fc
  .tuple(letter, fc.array(fc.oneof(letter, fc.constantFrom('0', '9', '_', '٣')), { maxLength: 7 }))
  .map(([first, rest]) => first + rest.join(''))
const member = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9_ @:-]{1,8}$/u).filter((text) => text.trim() === text),
  // Operators, quotes inside, braces and other scripts are data between brackets.
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => text.trim() === text && !/[\].]/u.test(text) && !/^".*"$/su.test(text)),
)
const literal: fc.Arbitrary<Literal> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((value): Literal => ({ kind: 'string', value })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value): Literal => ({ kind: 'number', value: value === 0 ? 0 : value })),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value })),
  fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-01-01'), noInvalidDate: true })
    .map((date): Literal => ({ kind: 'dateTime', value: date.toISOString() })),
  fc.constantFrom<Literal>({ kind: 'date', value: '2026-02-28' }, { kind: 'time', value: '10:00:00Z' }),
  fc
    .stringMatching(/^urn:[a-z]{1,5}:[A-Za-z0-9.:/-]{1,9}$/)
    .map((value): Literal => ({ kind: 'uri', value })),
)
const equality = fc.constantFrom('==' as const, '!=' as const)
const orderable = literal.filter((value) => value.kind !== 'boolean' && value.kind !== 'uri')
const plainPath: fc.Arbitrary<Path> = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
  members: fc.array(member, { maxLength: 3 }),
})
const path: fc.Arbitrary<Path> = fc.oneof(
  { weight: 4, arbitrary: plainPath },
  {
    weight: 1,
    arbitrary: fc
      .record({
        names: fc.array(name, { minLength: 1, maxLength: 1 }),
        types: fc.array(fc.array(name, { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        inner: plainPath,
      })
      .map(({ names, types, inner }) =>
        types.reduce<Path>(
          (path, linked) => ({ names, members: [], linked: { types: linked, path } }),
          inner,
        ),
      ),
  },
)
const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constant('exists' as const), path }),
    fc.record({ kind: fc.constant('exists' as const), path, negated: fc.constant(true) }),
    fc.record({
      kind: fc.constant('compare' as const),
      path,
      operator: equality,
      value: literal,
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      path,
      operator: fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
      value: orderable,
    }),
    fc.record({
      kind: fc.constant('anyOf' as const),
      path,
      operator: equality,
      values: fc.array(literal, { minLength: 2, maxLength: 4 }),
    }),
    fc
      .tuple(path, equality, fc.tuple(orderable, orderable))
      .map(([where, operator, [from, other]]): Filter => {
        // Both ends of a range are of one kind.
        const to = other.kind === from.kind ? other : from
        return { kind: 'range', path: where, operator, from, to }
      }),
    fc.record({
      kind: fc.constant('pattern' as const),
      path,
      operator: fc.constantFrom('~=' as const, '!~=' as const),
      pattern: fc.string({ minLength: 1, unit: 'grapheme' }),
    }),
  ),
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      filters: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<Filter>,
}))

describe('the q language as text', () => {
  it('reads back every printed filter as the same tree', () => {
    fc.assert(
      fc.property(filter, (tree) => {
        expect(parseFilter(printFilter(tree))).toEqual(tree)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['speed>25', 'speed>25'],
    ['!heading;speed>25', '!heading;speed>25'],
    ['a==1|b==2;c', 'a==1|b==2;c'],
    ['(a==1|b==2);c', '(a==1|b==2);c'],
    ['gender==Male', 'gender=="Male"'],
    ['name~=^A.*', 'name~="^A.*"'],
    ['name~="\\d+"', 'name~="\\\\d+"'],
    ['address[addressLocality]=="Porto"', 'address[addressLocality]=="Porto"'],
    ['brand=="a;b|c"', 'brand=="a;b|c"'],
    ['t.observedAt>=2026-11-23T10:00:00Z', 't.observedAt>=2026-11-23T10:00:00Z'],
    ['p==10..20', 'p==10..20'],
    ['isIn==urn:ngsi-ld:Building:1', 'isIn==urn:ngsi-ld:Building:1'],
    ['isIn{Building,House:owner{name}}=="X"', 'isIn{Building,House:owner{name}}=="X"'],
  ])('reads %s', (text, printed) => {
    expect(printFilter(parseFilter(text))).toBe(printed)
  })

  it.each([
    '',
    '   ',
    ';',
    'a==',
    'a>',
    'a=5',
    '(a',
    'a)',
    'a[b',
    'a[]',
    'a{b',
    'a==1;',
    'a==1||b',
    'a>1..2',
    'a>1,2',
    'a>true',
    'a=="x',
    'a..b',
    '1a==2',
    'a==1..',
    'a=="x"..2',
    'a~=',
    '(((((',
  ])('refuses %j with the position', (text) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ name: 'QuerySyntaxError', position: expect.any(Number) }),
    )
  })

  it('refuses nesting that would exhaust the stack, and over-long text', () => {
    expect(() => parseFilter('('.repeat(50_000))).toThrow(/nested more than/)
    expect(() => parseFilter(`a==${'1'.repeat(70_000)}`)).toThrow(/longer than/)
  })

  it('never throws anything but its own error', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c"\\.;|()[\]{}=!<>~,: 0-9T-]{0,30}$/), (text) => {
        try {
          parseFilter(text)
        } catch (error) {
          expect(isQuerySyntaxError(error)).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['N-TOT', '3D', 'a b', 'https://x.example/a', ''])(
    'says why the name %j cannot be printed',
    (bad) => {
      try {
        printFilter({ kind: 'exists', path: { names: [bad], members: [] } })
        expect.unreachable()
      } catch (error) {
        expect(isUsageError(error)).toBe(true)
      }
    },
  )
})

const entity = {
  id: 'urn:ngsi-ld:Vehicle:1',
  type: 'Vehicle',
  modifiedAt: '2026-11-23T10:00:00.5Z',
  speed: {
    type: 'Property',
    value: 30,
    observedAt: '2026-11-23T09:00:00Z',
    unitCode: 'KMH',
    accuracy: { type: 'Property', value: 0.5 },
  },
  brand: { type: 'Property', value: 'Mercedes' },
  tags: { type: 'Property', value: ['a', 'b'] },
  on: { type: 'Property', value: true },
  seen: { type: 'Property', value: '2026-11-23T11:00:00Z' },
  day: { type: 'Property', value: '2026-11-23' },
  address: { type: 'Property', value: { city: 'Porto', geo: [{ n: 1 }, { n: 2 }] } },
  isIn: { type: 'Relationship', object: 'urn:ngsi-ld:Building:1' },
  ofList: { type: 'ListRelationship', objectList: [{ object: 'urn:a:1' }, { object: 'urn:a:2' }] },
  street: { type: 'LanguageProperty', languageMap: { nl: 'Stationsplein', fr: ['Gare', 'Place'] } },
  level: [
    { type: 'Property', value: 1 },
    { type: 'Property', value: 9, datasetId: 'urn:d:2' },
  ],
  kind: { type: 'VocabProperty', vocab: 'https://v.example/car' },
  list: { type: 'ListProperty', valueList: [3, 4] },
  raw: { type: 'JsonProperty', json: { a: null } },
}

describe('evaluation', () => {
  it.each([
    ['speed', true],
    ['nope', false],
    ['!nope', true],
    ['!speed', false],
    ['nope!=1', false],
    ['speed>25', true],
    ['speed>30', false],
    ['speed>=30', true],
    ['speed<"40"', false],
    ['speed==25..30', true],
    ['speed!=25..30', false],
    ['speed==1,30', true],
    ['speed!=1,30', false],
    ['speed!="30"', true],
    ['speed.accuracy==0.5', true],
    ['speed.unitCode=="KMH"', true],
    ['speed.observedAt>2026-11-23T08:00:00Z', true],
    ['speed.observedAt<2026-11-23T08:00:00Z', false],
    ['modifiedAt>2026-11-23T10:00:00Z', true],
    ['modifiedAt==2026-11-23T10:00:00.500Z', true],
    ['brand=="Mercedes"', true],
    ['brand~="^Mer"', true],
    ['brand!~="^Mer"', false],
    ['brand!~="x"', true],
    ['speed~="3"', false],
    ['speed!~="3"', false],
    ['brand>"A"', true],
    ['tags=="a"', true],
    ['tags!="a"', false],
    ['tags!="z"', true],
    ['on==true', true],
    ['on==false', false],
    ['on=="true"', false],
    ['seen>2026-11-23T10:59:59.999999Z', true],
    ['day>=2026-11-23', true],
    ['day>2026-11-22T00:00:00Z', false],
    ['address[city]=="Porto"', true],
    ['address[geo.n]==2', true],
    ['address[nope]', false],
    ['address=="Porto"', false],
    ['isIn=="urn:ngsi-ld:Building:1"', true],
    ['isIn==urn:ngsi-ld:Building:1', true],
    ['isIn>"a"', false],
    ['ofList=="urn:a:2"', true],
    ['street=="Stationsplein"', true],
    ['street[nl]=="Stationsplein"', true],
    ['street[fr]=="Place"', true],
    ['street[de]', false],
    ['street[*]=="Gare"', true],
    ['level==9', true],
    ['level==1', true],
    ['kind=="https://v.example/car"', true],
    ['list==4', true],
    ['raw[a]', true],
    ['speed>25;brand=="x"|on==true', true],
    ['speed>25;(brand=="x"|on==false)', false],
    ['isIn{Building:name}=="Hall"', true],
    ['isIn{House:name}=="Hall"', false],
    ['isIn{name}~="^H"', true],
    ['isIn{name}', true],
  ])('%s is %s', (q, expected) => {
    const linked = (uri: string) =>
      uri === 'urn:ngsi-ld:Building:1'
        ? { id: uri, type: 'Building', name: { type: 'Property', value: 'Hall' } }
        : undefined
    expect(evaluateFilter(parseFilter(q), entity, { linked })).toBe(expected)
  })

  it('expands vocabulary terms on request', () => {
    const expandValue = (_: Path, text: string) => `https://v.example/${text}`
    expect(evaluateFilter(parseFilter('kind==car'), entity, { expandValue })).toBe(true)
  })

  it('never reads the prototype', () => {
    expect(evaluateFilter(parseFilter('constructor'), entity)).toBe(false)
    expect(evaluateFilter(parseFilter('address[toString]'), entity)).toBe(false)
  })

  it('maps names and leaves members of NGSI-LD alone', () => {
    const mapped = mapFilterNames(
      parseFilter('speed.observedAt>2026-11-23T10:00:00Z;isIn{Building:name}'),
      (text) => `x:${text}`,
    )
    expect(pathsOf(mapped).map((found) => found.names)).toEqual([['x:speed', 'observedAt'], ['x:isIn']])
    expect(pathsOf(mapped)[1]?.linked).toEqual({
      types: ['x:Building'],
      path: { names: ['x:name'], members: [] },
    })
    expect(linkDepth(pathsOf(parseFilter('a{b{c}}'))[0] as Path)).toBe(2)
  })
})
