import { describe, expect, test } from 'vitest'
import { createSizeLimit } from '../../src/client/size-limit.js'

describe('how large a body may be', () => {
  test('half of what was refused, a kibibyte at least', () => {
    const size = createSizeLimit()
    expect(size.bytes()).toBe(Number.POSITIVE_INFINITY)
    size.refused(100_000)
    expect(size.bytes()).toBe(50_000)
    size.refused(600)
    expect(size.bytes()).toBe(1024)
    size.refused(90_000)
    expect(size.bytes(), 'one that was on its way already').toBe(1024)
  })

  test('a refusal of what went through before teaches nothing', () => {
    const size = createSizeLimit()
    size.accepted(100_000)
    size.accepted(10)
    size.refused(100_000)
    expect(size.bytes()).toBe(Number.POSITIVE_INFINITY)
    size.refused(100_001)
    expect(size.bytes()).toBe(50_000)
  })

  test('after twenty that nearly filled it twice as much is tried; small ones show nothing', () => {
    const size = createSizeLimit()
    size.refused(100_000)
    for (let n = 0; n < 100; n++) size.accepted(24_000)
    expect(size.bytes()).toBe(50_000)
    for (let n = 0; n < 19; n++) size.accepted(40_000)
    expect(size.bytes()).toBe(50_000)
    size.accepted(40_000)
    expect(size.bytes()).toBe(100_000)
    size.accepted(60_000)
    expect(size.bytes(), 'twenty more for the next').toBe(100_000)
  })

  test('a refusal between them makes it count anew', () => {
    const size = createSizeLimit()
    size.refused(100_000)
    for (let n = 0; n < 19; n++) size.accepted(40_000)
    size.refused(50_000)
    size.accepted(20_000)
    expect(size.bytes()).toBe(25_000)
  })
})
