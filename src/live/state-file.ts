import { readFile, rename, writeFile } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { isObject } from '../ngsi/entity.js'
import type { Known, Moment } from './change.js'
import type { Picture } from './picture.js'

const isMoment = (value: unknown): value is Moment =>
  isObject(value) && typeof value['at'] === 'number' && typeof value['clock'] === 'string'

const isKnown = (value: unknown): value is Known => isMoment(value) && isObject((value as Known).prints)

const entriesOf = <Value>(
  members: unknown,
  isValue: (value: unknown) => value is Value,
): readonly (readonly [string, Value])[] =>
  Object.entries(isObject(members) ? members : {}).filter((entry): entry is [string, Value] =>
    isValue(entry[1]),
  )

/** Reads what a former process was told; false when there is no file. Throws a UsageError for a file of another kind. */
export const restorePicture = async (file: string, picture: Picture): Promise<boolean> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new UsageError(`The state file ${file} cannot be read: ${(error as Error).message}`)
  }
  try {
    const state: unknown = JSON.parse(text)
    if (!isObject(state) || !isObject(state['entities'])) throw new Error('it has no "entities"')
    picture.restore({
      entities: entriesOf(state['entities'], isKnown),
      gone: entriesOf(state['gone'], isMoment),
      watermark: Number(state['watermark'] ?? 0),
    })
    return true
  } catch (error) {
    throw new UsageError(
      `${file} is no state file of a subscription (${(error as Error).message}); move it away to start anew`,
    )
  }
}

/** Writes what was told, so that either the old or the new state is there at any moment. */
export const savePicture = async (file: string, picture: Picture): Promise<void> => {
  const { watermark, entities, gone } = picture.state()
  const state = { watermark, entities: Object.fromEntries(entities), gone: Object.fromEntries(gone) }
  const part = `${file}.${process.pid}.part`
  try {
    await writeFile(part, JSON.stringify(state))
    await rename(part, file)
  } catch (error) {
    throw new UsageError(`The state file ${file} cannot be written: ${(error as Error).message}`)
  }
}
