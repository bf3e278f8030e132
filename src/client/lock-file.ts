import { open, readFile, unlink } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UsageError } from '../errors.js'

/** Locks of this process: in a container a killed process and the next one have the same number. */
const held = new Set<string>()

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Another user's process lives too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const claim = async (lock: string): Promise<boolean> => {
  try {
    const handle = await open(lock, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    held.add(lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new UsageError(`${lock} cannot be written: ${(error as Error).message}`)
  }
}

const holderOf = async (lock: string): Promise<number | undefined> => {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''))
  const isHeld = pid === process.pid ? held.has(lock) : Number.isInteger(pid) && pid > 0 && isAlive(pid)
  return isHeld ? pid : undefined
}

/**
 * Takes the lock of a file (FILE.lock), so that two processes do not work with it at once; gives the function that releases it.
 * A lock of a process that is gone is taken over. Throws a UsageError where another holds it; `work` says what it does (`sync`).
 */
export const lockFile = async (file: string, work: string): Promise<() => Promise<void>> => {
  const lock = `${resolve(file)}.lock`
  const release = async (): Promise<void> => {
    held.delete(lock)
    await unlink(lock).catch(() => undefined)
  }
  if (await claim(lock)) return release
  const pid = await holderOf(lock)
  if (pid !== undefined)
    throw new UsageError(
      `another ${work} (process ${pid}) works with ${file}; wait for it or stop it, or name another file`,
    )
  await release()
  if (await claim(lock)) return release
  throw new UsageError(`another ${work} has just begun to work with ${file}`)
}
