import { describe, expect, it } from 'vitest'
import { evaluateScope, isScope, parseScopeQuery, printScopeQuery } from '../../src/query/scope.js'
import {
  evaluateTypes,
  mapTypeNames,
  parseTypeSelection,
  printTypeSelection,
  typeNamesOf,
} from '../../src/query/type-selection.js'

describe('scope queries', () => {
  it.each([
    ['/A/B', ['/A/B'], true],
    ['/A/B', ['A/B'], true],
    ['/A/B', ['/A/B/C'], false],
    ['/A/+/C', ['/A/x/C'], true],
    ['/A/+/C', ['/A/C'], false],
    ['/A/#', ['/A'], true],
    ['/A/#', ['/A/B/C'], true],
    ['/A/#', ['/B'], false],
    ['/#', ['/x'], true],
    ['/#', [], false],
    ['/A;/B', ['/A', '/B'], true],
    ['/A;/B', ['/A'], false],
    ['/A|/B', ['/B'], true],
    ['/A,/B', ['/B'], true],
    ['(/A|/B);/C', ['/B', '/C'], true],
  ])('%s on %j is %s', (text, scopes, expected) => {
    const query = parseScopeQuery(text)
    expect(evaluateScope(query, scopes)).toBe(expected)
    expect(parseScopeQuery(printScopeQuery(query))).toEqual(query)
  })

  it.each(['', '/', '//A', '/A//B', '/A;', '(/A', '/1A', '/A/#/B', '/A-B'])('refuses %j', (text) => {
    expect(() => parseScopeQuery(text)).toThrow(/at position/)
  })

  it('knows a scope', () => {
    expect(['/city/centre', 'city', '/a_1/b2'].every(isScope)).toBe(true)
    expect(['', '/', '/a-b', '/1a', 'a//b', '/a/', 5].some(isScope)).toBe(false)
  })
})

describe('type selections', () => {
  it.each([
    ['A', ['A'], true],
    ['A,B', ['B'], true],
    ['A|B', ['C'], false],
    ['A;B', ['A'], false],
    ['A;B', ['A', 'B'], true],
    ['(A;B),C', ['C'], true],
    ['A;(B|C)', ['A', 'C'], true],
    ['*', ['Z'], true],
    ['https://uri.example/x#A,urn:x:B', ['urn:x:B'], true],
  ])('%s on %j is %s', (text, types, expected) => {
    const selection = parseTypeSelection(text)
    expect(evaluateTypes(selection, types)).toBe(expected)
    expect(parseTypeSelection(printTypeSelection(selection))).toEqual(selection)
  })

  it.each(['', 'A,', '(A', 'A;;B', '1A', 'A B', 'A*'])('refuses %j', (text) => {
    expect(() => parseTypeSelection(text)).toThrow(/at position/)
  })

  it('lists and maps names', () => {
    const mapped = mapTypeNames(parseTypeSelection('A;(B|C)'), (name) => name.toLowerCase())
    expect(typeNamesOf(mapped)).toEqual(['a', 'b', 'c'])
    expect(typeNamesOf(parseTypeSelection('*'))).toEqual([])
  })
})
