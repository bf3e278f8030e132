import { existsSync } from 'node:fs'
import { UsageError } from '../errors.js'
import { loadDriver } from './data-file.js'

/**
 * Writes a copy of a data file as it is at this moment into a new file, also while a broker works with it. The copy is
 * one complete data file. Rejects with a UsageError where there is no data file, or where the new file exists already.
 */
export const backupDataFile = async (file: string, target: string): Promise<void> => {
  if (!existsSync(file)) throw new UsageError(`there is no data file ${file}`)
  if (existsSync(target)) throw new UsageError(`${target} exists already; choose a new file for the backup`)
  const Driver = await loadDriver()
  let database: InstanceType<typeof Driver> | undefined
  try {
    database = new Driver(file)
    // A transaction of its own: it reads what is committed and does not keep the broker from writing.
    database.prepare('VACUUM INTO ?').run(target)
  } catch (error) {
    throw new UsageError(
      `the data file ${file} cannot be copied to ${target}: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    database?.close()
  }
}
