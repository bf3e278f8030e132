import { NetworkError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createIdSet, type IdSet } from './id-set.js'
import type { Page, PageSource } from './page.js'

/** What was given: in the whole reading, and in the run of pages that a new one must follow on. */
export interface Given {
  readonly all: IdSet
  readonly run: IdSet
}

/** How far a reading has come. */
export interface Cursor {
  readonly start: number
  offset: number
  /** How many entities are still wanted. */
  left: number
  /** How often it may still step back. */
  patience: number
  /** How far it stepped back last, doubled each time until a page follows on what was given. */
  stride: number
  /** How many entities a page shows again: more after entities have gone, so that it need not step back each time. */
  overlap: number
  /** It stepped back: whole pages are asked for until one follows on what was given. */
  isBack: boolean
  /** The entity before the next page is hidden, so that the page cannot show it again. */
  isBlind: boolean
  /** Where a page had no entities; -1 once stepping back from there found nothing new. */
  emptyAt: number | undefined
  /** How many there are in all, as the page before said; the first page is asked without knowing. */
  total: number | undefined
  entityMap: string | undefined
  /** Up to which place of the entity map pages have reached, and the ids of those that may come again. */
  reached: number
  recent: IdSet
  emptyPages: number
  /** The most entities that one page had: what the broker gives at least, whatever it is asked. */
  largestPage: number
}

/** One page that was asked for. */
export interface Asked {
  readonly from: number
  /** Entities of the page before that this one shows again. */
  readonly overlap: number
  readonly limit: number
  readonly page: Promise<Page>
}

/** What a page brings, and whether there is more. In a gap the count promises some, but the page shows none. */
export interface Progress {
  readonly fresh: readonly JsonObject[]
  readonly more: 'yes' | 'no' | 'gap'
}

const idOf = (item: JsonObject): string => item['id'] as string

/** A cursor before the first page. */
export const startCursor = (offset: number, limit: number): Cursor => ({
  start: offset,
  offset,
  left: limit,
  patience: 1000,
  stride: 0,
  overlap: 1,
  isBack: false,
  isBlind: false,
  emptyAt: undefined,
  total: undefined,
  entityMap: undefined,
  reached: offset,
  recent: createIdSet(),
  emptyPages: 0,
  largestPage: 0,
})

const isEnd = (page: Page, next: number): boolean => {
  const isShort = page.items.length < page.limit
  if (page.total === undefined) return isShort
  // A full page that reaches beyond the count shows that the count is wrong.
  return next > page.total ? isShort : next === page.total
}

/**
 * Tells whether a page does not follow on what was given: entities before it went away meanwhile and others moved up.
 * What it holds is left aside then, so that what was given stays one run without gaps.
 */
const isTornOff = (cursor: Cursor, { from, overlap }: Asked, page: Page, run: IdSet): boolean => {
  if (overlap === 0 || from === cursor.start || cursor.patience === 0) return false
  const [first] = page.items
  if (first !== undefined) return !run.has(idOf(first))
  // An empty page may be torn off too; but not when stepping back has led to it again.
  return cursor.emptyAt === undefined || from < cursor.emptyAt || (page.total ?? from + 1) <= from
}

const stepBack = (cursor: Cursor, { from }: Asked, page: Page): Progress => {
  const isEmpty = page.items.length === 0
  cursor.patience -= 1
  cursor.isBack = true
  if (isEmpty) cursor.emptyAt = from
  const end = isEmpty ? Math.min(from, page.total ?? from) : from
  const half = Math.ceil(page.limit / 2)
  cursor.stride = cursor.stride === 0 ? half : cursor.stride * 2
  cursor.overlap = half
  const place = end - cursor.stride
  cursor.offset = place <= cursor.start ? cursor.start : place + half
  return { fresh: [], more: 'yes' }
}

const advanceByOffset = (cursor: Cursor, asked: Asked, page: Page, given: Given): Progress => {
  if (isTornOff(cursor, asked, page, given.run)) return stepBack(cursor, asked, page)
  const { items, total } = page
  given.all.reserve(Math.min(total ?? 0, cursor.left))
  const fresh = given.all.addAll(items, idOf)
  if (given.run !== given.all) given.run.addAll(items, idOf)
  cursor.isBack = false
  cursor.isBlind = false
  cursor.stride = 0
  cursor.overlap = Math.max(1, Math.floor(cursor.overlap / 2))
  if (cursor.emptyAt !== undefined) cursor.emptyAt = fresh.length > 0 ? undefined : -1
  // Halved down to the overlap alone: the next one is asked without.
  if (page.limit <= asked.overlap && items.length > 0) return { fresh, more: 'yes' }
  const next = asked.from + items.length
  cursor.offset = next
  if (items.length > asked.overlap || fresh.length > 0)
    return { fresh, more: isEnd(page, next) ? 'no' : 'yes' }
  return { fresh, more: total !== undefined && next < total ? 'gap' : 'no' }
}

const nameOf = (entityMap: string): string => entityMap.slice(entityMap.lastIndexOf('/') + 1)

const refuseOtherMap = ({ connection, dialect }: PageSource): never => {
  throw new NetworkError({
    method: 'GET',
    url: `${connection.baseUrl}/ngsi-ld/v1/entities`,
    code: 'EMAPENDED',
    reason: `${dialect.product} has let the entity map of this reading expire and made another: what was given and what is missing cannot be told any more. Read again, and keep what you do with a page short, or collect the pages first`,
  })
}

const maxEmptyPages = 100

/**
 * A map holds each id once, so that none need be remembered. But where entities have gone its pages are short, as they
 * are where a broker gives less than it was asked for: the next page begins behind what came, and what it shows again
 * is left out.
 */
const advanceInMap = (cursor: Cursor, { from }: Asked, page: Page): Progress => {
  const { items, limit, total } = page
  if (from >= cursor.reached && cursor.recent.size() > 0) cursor.recent = createIdSet()
  const mayRepeat = from < cursor.reached || items.length < limit
  const fresh = mayRepeat ? cursor.recent.addAll(items, idOf) : items
  cursor.reached = Math.max(cursor.reached, from + limit)
  cursor.emptyPages = items.length === 0 ? cursor.emptyPages + 1 : 0
  cursor.largestPage = Math.max(cursor.largestPage, items.length)
  cursor.offset = from + (items.length === 0 ? cursor.largestPage || limit : items.length)
  const isBehind = total === undefined || cursor.offset >= total || cursor.emptyPages > maxEmptyPages
  // Entities behind the count show that it is wrong: then the end is a page without any.
  const isOver = items.length === 0 ? isBehind : cursor.offset === total
  return { fresh, more: isOver ? 'no' : 'yes' }
}

const maxPatience = 100_000

const tooRestless =
  'A result changed so much while it was read that pages no longer followed on each other: entities may be missing'

/** Takes a page, which overlaps the one before by one entity except where the broker has an entity map. */
export const advance = (
  source: PageSource,
  cursor: Cursor,
  asked: Asked,
  page: Page,
  given: Given,
): Progress => {
  const isFirst = cursor.total === undefined && asked.from === cursor.start && given.all.size() === 0
  if (isFirst && source.dialect.can.entityMap === 'yes') cursor.entityMap = page.entityMap
  if (isFirst) cursor.patience += Math.min(maxPatience, 4 * Math.ceil((page.total ?? 0) / page.limit))
  cursor.total = page.total
  if (cursor.entityMap === undefined) {
    const hadPatience = cursor.patience > 0
    const progress = advanceByOffset(cursor, asked, page, given)
    if (hadPatience && cursor.patience === 0) source.connection.emulated(tooRestless)
    return progress
  }
  if (page.entityMap !== undefined && nameOf(page.entityMap) !== nameOf(cursor.entityMap))
    refuseOtherMap(source)
  return advanceInMap(cursor, asked, page)
}
