import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '../errors.js'
import { copiesFolder, lockFileName } from '../model/lock.js'

/** The folder of a project's locked models. Throws a UsageError where nothing is locked. */
export const lockedSource = async (cwd: string): Promise<string> => {
  const present = async (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    )
  if ((await present(join(cwd, lockFileName))) && (await present(join(cwd, copiesFolder))))
    return join(cwd, copiesFolder)
  throw new UsageError(
    `There is no ${lockFileName} with ${copiesFolder}/ in ${cwd}; run city-context models add, or give --source`,
  )
}
