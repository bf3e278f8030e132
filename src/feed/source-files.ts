import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '../errors.js'
import type { Batch, Table } from './table.js'

/** More files than this are a mistake in a pattern. */
const maxFiles = 10_000

const isPattern = (name: string): boolean => /[*?]/.test(name)

const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[\\^$.+()[\]{}|]/g, '\\$&')
      .replaceAll(/\*+/g, '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  )

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(
      code === 'ENOENT' ? `there is no folder ${folder}` : `${folder} cannot be read (${code})`,
    )
  }
}

const isFolder = async (location: string): Promise<boolean> => {
  try {
    return (await stat(location)).isDirectory()
  } catch {
    return false
  }
}

/**
 * The files that a location stands for, in the order of their names: those of a folder, those that a pattern in the last
 * part names (`counts/2025-*.csv`), or the one file. Throws a UsageError for a folder or pattern without files.
 */
export const filesOf = async (location: string): Promise<readonly string[]> => {
  const name = basename(location)
  const pattern = isPattern(name)
  if (!pattern && !(await isFolder(location))) return [location]
  const folder = pattern ? dirname(location) : location
  const shape = pattern ? matcher(name) : /./
  const found = (await namesIn(folder)).filter((file) => shape.test(file)).sort()
  if (found.length === 0) throw new UsageError(`${location} names no file`)
  if (found.length > maxFiles)
    throw new UsageError(`${location} names ${found.length} files; at most ${maxFiles} are read at once`)
  return found.map((file) => join(folder, file))
}

const checkSameColumns = (first: Table, other: Table): void => {
  if (other.crs !== first.crs)
    throw new UsageError(
      `${other.name} is in ${other.crs ?? 'another system'}, ${first.name} in ${first.crs}`,
    )
  // Only a CSV has columns with places; JSON is read by names.
  if (first.unit !== 'row') return
  const differs = first.columns.findIndex((column, index) => other.columns[index] !== column)
  if (differs < 0 && other.columns.length === first.columns.length) return
  const at = differs < 0 ? first.columns.length : differs
  throw new UsageError(
    `${other.name} has ${JSON.stringify(other.columns[at] ?? 'nothing')} as column ${at + 1}, where ${first.name} has ${JSON.stringify(first.columns[at] ?? 'nothing')}; files that are read together need the same columns`,
  )
}

/** Reads several tables as one, opened one after the other; each batch tells its file. */
export const tableOf = async (
  files: readonly string[],
  location: string,
  open: (file: string) => Promise<Table>,
): Promise<Table> => {
  const [head = location, ...others] = files
  const first = await open(head)
  if (others.length === 0) return first
  async function* batches(): AsyncGenerator<Batch> {
    for await (const batch of first.batches()) yield { ...batch, file: basename(head) }
    for (const file of others) {
      const table = await open(file)
      checkSameColumns(first, table)
      for await (const batch of table.batches()) yield { ...batch, file: basename(file) }
    }
  }
  return { ...first, name: location, batches }
}
