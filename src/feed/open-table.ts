import { type OpenOptions, openBytes } from '../profile/byte-source.js'
import { openCsv } from './csv-table.js'
import { openJson, openNdjson } from './json-table.js'
import type { SourceSpec } from './mapping.js'
import type { Table } from './table.js'

/**
 * Opens a source by its declared format (never by its file ending).
 * Throws a UsageError for a file that is missing, unreadable, empty, or not of the format.
 */
export const openTable = async (
  location: string,
  source: SourceSpec,
  options: OpenOptions = {},
): Promise<Table> => {
  const chunks = await openBytes(location, { ...options, entry: source.entry })
  const name = location === '-' ? 'standard input' : location
  if (source.format === 'csv') return openCsv(chunks, source, name)
  if (source.format === 'ndjson') return openNdjson(chunks, source, name)
  return openJson(chunks, source, name)
}
