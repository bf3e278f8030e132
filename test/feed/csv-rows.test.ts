import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCsv } from '../../src/feed/csv-table.js'

async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const rowsOf = async (text: string, size: number): Promise<unknown[]> => {
  const table = await openCsv(pieces(text, size), { format: 'csv', header: ['a', 'b', 'c'] }, 'test')
  const rows: unknown[] = []
  for await (const { records } of table.batches()) rows.push(...records)
  return rows
}

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('x', '1', ' ', 'é', ';', "'"), maxLength: 4 }),
  fc.constant('"q,""\n"'),
)

describe('rows of a CSV', () => {
  it('are those of csv-parse, however the text is cut and whatever ends its lines (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.integer({ min: 1, max: 20 }),
        async (rows, end, closed, size) => {
          const text = `${rows.map((row) => row.join(',')).join(end)}${closed ? end : ''}`
          // A row of blanks alone is no row for a feed.
          const expected = (
            parse(text, {
              record_delimiter: ['\r\n', '\n', '\r'],
              skip_empty_lines: true,
              relax_column_count: true,
            }) as string[][]
          ).filter((row) => row.length === 3)
          expect(await rowsOf(text, size)).toEqual(expected)
        },
      ),
      { numRuns: 400 },
    )
  })
})
