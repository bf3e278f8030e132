import type { Reply } from '../http/reply.js'
import type { Model } from '../model/descriptor.js'
import { instantOf } from '../ngsi/date-time.js'
import { isObject } from '../ngsi/entity.js'
import { isNotFound } from './attribute-access.js'
import type { HistorySelection } from './history-request.js'
import {
  collect,
  cutShort,
  inOrder,
  justAfter,
  type ReadItems,
  rangeEnd,
  type Series,
} from './history-series.js'
import { fromWireNames } from './own-term.js'

/** Names that are not yet known `lastN` times; those of the model where none were picked. */
const unfilled = (
  model: Model,
  pick: readonly string[] | undefined,
  series: Series<unknown>,
  lastN: number,
): readonly string[] =>
  [...new Set(pick ?? [...Object.keys(model.attributes), ...series.keys()])].filter(
    (name) => (series.get(name)?.size ?? 0) < lastN,
  )

const micros = (time: Date | string | undefined): number | undefined =>
  time === undefined ? undefined : instantOf(time instanceof Date ? time.toISOString() : time)

/** Where to go on after a part: later, or, of the newest, earlier and with what is still missing. */
const nextPart = (
  model: Model,
  part: HistorySelection,
  end: string,
  series: Series<unknown>,
): HistorySelection | undefined => {
  const { lastN, pick } = part
  const at = instantOf(end) ?? Number.NaN
  if (lastN !== undefined) {
    const names = unfilled(model, pick, series, lastN)
    if (names.length === 0) return undefined
    if (at >= (micros(part.before) ?? Number.POSITIVE_INFINITY)) throw cutShort(`does not get past ${end}`)
    return { ...part, before: end, pick: names }
  }
  const after = micros(part.after) ?? Number.NEGATIVE_INFINITY
  if (at < after) throw cutShort(`does not get past ${end}`)
  // More than fits happened at one instant: a part holds all of an instant, so that the next one begins after it.
  return { ...part, after: at === after ? justAfter(at) : end }
}

/** Parts without anything new after which nothing new is expected. */
const maxIdleParts = 3

const sizeOf = (series: Series<unknown>): number =>
  [...series.values()].reduce((sum, items) => sum + items.size, 0)

/** Reads one history part by part, until the broker cuts it no more. */
export const readWhole = async <Value>(
  ask: (part: HistorySelection) => Promise<Reply>,
  model: Model,
  selection: HistorySelection,
  read: ReadItems<Value>,
): Promise<Readonly<Record<string, readonly Value[]>>> => {
  const named = fromWireNames(model)
  const series: Series<Value> = new Map()
  let part: HistorySelection | undefined = selection
  let idleParts = 0
  while (part !== undefined) {
    const asked: HistorySelection = part
    const reply = await ask(asked).catch((error: unknown) => {
      // Nothing is left of the attributes that were still asked for.
      if (asked !== selection && isNotFound(error)) return undefined
      throw error
    })
    if (reply === undefined) break
    const before = sizeOf(series)
    collect(series, isObject(reply.body) ? named(reply.body) : {}, read)
    idleParts = sizeOf(series) > before ? 0 : idleParts + 1
    const end = rangeEnd(reply)
    if (end !== undefined && idleParts >= maxIdleParts) throw cutShort(`gives nothing new after ${end}`)
    part = end === undefined ? undefined : nextPart(model, asked, end, series)
  }
  return inOrder(series, part === selection ? undefined : selection.lastN)
}
