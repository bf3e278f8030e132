import { expect, it } from 'vitest'
import { conditions } from '../../src/client/condition.js'
import { connect } from '../../src/connect.js'
import { isUsageError } from '../../src/errors.js'
import { Container, Isle } from '../support/container.js'

const { find, close } = await connect('http://localhost:1', { dialect: 'embedded' })
await close()
const q = find(Container)
const instant = new Date('2026-11-01T00:00:00Z')

it.each([
  [q.where('emptiedAt', '>', instant), 'emptiedAt>2026-11-01T00:00:00.000Z'],
  [q.where('emptiedAt', '>', '2026-11-01T00:00:00Z'), 'emptiedAt>2026-11-01T00:00:00Z'],
  [q.where('emptiedAt', '>', '2026-11-01'), 'emptiedAt>"2026-11-01"'],
  [q.where('modifiedAt', '>', '2026-11-01'), 'modifiedAt>2026-11-01T00:00:00Z'],
  [
    q.where('name.observedAt', '==', { from: '2026-11-01', to: instant }),
    'name.observedAt==2026-11-01T00:00:00Z..2026-11-01T00:00:00.000Z',
  ],
  [q.where('name', '>', '1-11-2026'), 'name>"1-11-2026"'],
  [q.where('name.unitCode', '!=', ['CEL', 'K']), 'name.unitCode!="CEL","K"'],
  [q.where('refIsle', '==', 'urn:a:b'), 'refIsle=="urn:a:b"'],
  [q.linked('refIsle', Isle).where('refIsle{label}', '~=', '^a"'), 'refIsle{label}~="^a\\""'],
  [
    q.where('address[geo.floor]', '<=', 2).where('locked', '!=', false),
    'address[geo.floor]<=2;locked!=false',
  ],
])('says the condition %#', (query, text) => {
  expect(query.toString()).toBe(text)
})

it.each([
  [
    () => q.where('emptiedAt', '>', '1-11-2026'),
    /emptiedAt.*"1-11-2026" is no date-time.*2026-11-23T10:00:00Z/,
  ],
  [() => q.where('emptiedAt', '==', ['2026-11-01T00:00:00Z', 'gisteren']), /"gisteren" is no date-time/],
  [() => q.where('createdAt', '<', 'yesterday'), /"yesterday" is no date-time/],
  [() => q.where('createdAt', '<', '2026-11-01T00:00:00'), /is no date-time/],
  [() => q.where('fillingLevel', '>', Number.NaN), /NaN cannot be compared/],
  [() => q.where('name', '==', []), /must not be empty/],
  [() => conditions(Container).where('name', 'like' as never, 'x' as never), /"like" is no operator/],
])('refuses %s, naming the remedy', (wrong, message) => {
  try {
    wrong()
    expect.unreachable()
  } catch (error) {
    expect(isUsageError(error) && error.message).toMatch(message)
  }
})
