import { readFileSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.js'

/** The largest schema or context file that is read, in bytes; the largest official one has 1.5 MB. */
export const maxDocumentBytes: number = 8 * 1024 * 1024

/** Where a model is in a source. */
export interface SourceModel {
  /** `dataModel.Parking/OffStreetParking`. */
  readonly path: string
  /** `dataModel.Parking`. */
  readonly subject: string
  /** `OffStreetParking`: the folder's name. */
  readonly name: string
}

/** A folder of models in the layout of the official site (`REPO/MODEL/schema.json`, `REPO/context.jsonld`). */
export interface Source {
  readonly folder: string
  readonly models: readonly SourceModel[]
  /** The text of a file by its path under the folder, or undefined where there is none. */
  readonly read: (path: string) => string | undefined
}

const folders = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort()

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/** References in a schema are anybody's text: only names that every file system takes, and no way out of the folder. */
const isPlainPath = (path: string): boolean =>
  path.length <= 1000 &&
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be in a path
  !/[\\\u0000-\u001f\u007f]/.test(path) &&
  path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= 255)

/** Reads one file of a source; a path that is not plainly below the folder reads as absent. */
const reader =
  (folder: string): Source['read'] =>
  (path) => {
    if (!isPlainPath(path)) return undefined
    const file = join(folder, path)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined || !found.isFile()) return undefined
    if (found.size > maxDocumentBytes)
      throw new UsageError(`${path} has ${found.size} bytes; a schema may have ${maxDocumentBytes}`)
    return readFileSync(file, 'utf8')
  }

/**
 * Opens a folder of models. Throws a UsageError when it is absent or holds no `REPO/MODEL/schema.json`.
 */
export const openSource = async (folder: string): Promise<Source> => {
  const subjects = await folders(folder).catch(() => {
    throw new UsageError(`There is no folder ${folder}; give the folder that holds REPO/MODEL/schema.json`)
  })
  const models: SourceModel[] = []
  for (const subject of subjects)
    for (const name of await folders(join(folder, subject)))
      if (await isFile(join(folder, subject, name, 'schema.json')))
        models.push({ path: `${subject}/${name}`, subject, name })
  if (models.length === 0)
    throw new UsageError(`${folder} holds no model; it must have the layout REPO/MODEL/schema.json`)
  return { folder, models, read: reader(folder) }
}
