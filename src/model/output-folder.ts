import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.js'
import { banner } from './model-file.js'

/** What the files of a folder are, compared with what they should be. */
export interface Difference {
  /** Files that are absent or have another text. */
  readonly changed: readonly string[]
  /** Generated files that belong to no model any more. */
  readonly superfluous: readonly string[]
}

const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw new UsageError(`Cannot read ${path}: ${error.code}`)
  })

const generatedFiles = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch(() => [])
  const found: string[] = []
  for (const name of names.filter((file) => file.endsWith('.ts')).sort())
    if ((await textOf(join(folder, name)))?.startsWith(banner)) found.push(name)
  return found
}

/** Compares a folder with the files that it should hold. */
export const compareFolder = async (
  folder: string,
  files: ReadonlyMap<string, string>,
): Promise<Difference> => {
  const changed: string[] = []
  for (const [name, text] of files) if ((await textOf(join(folder, name))) !== text) changed.push(name)
  const present = await generatedFiles(folder)
  return { changed, superfluous: present.filter((name) => !files.has(name)) }
}

/** Writes what differs and removes what is superfluous; each file is complete or as it was. */
export const writeFolder = async (
  folder: string,
  files: ReadonlyMap<string, string>,
  difference: Difference,
): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true })
    for (const name of difference.changed) {
      const path = join(folder, name)
      await writeFile(`${path}.tmp`, files.get(name) ?? '')
      await rename(`${path}.tmp`, path)
    }
    for (const name of difference.superfluous) await rm(join(folder, name), { force: true })
  } catch (error) {
    throw new UsageError(`Cannot write into ${folder}: ${(error as NodeJS.ErrnoException).code ?? 'failed'}`)
  }
}
