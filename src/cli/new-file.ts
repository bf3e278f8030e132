import { writeFile } from 'node:fs/promises'
import { UsageError } from '../errors.js'

/** Writes a text file; rejects with UsageError where it is there already and `force` is off. */
export const writeNew = async (path: string, text: string, force: boolean): Promise<void> => {
  try {
    await writeFile(path, text, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new UsageError(`${path} is there already; say --force to overwrite it`)
  }
}
