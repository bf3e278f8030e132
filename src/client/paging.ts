import type { JsonObject } from '../ngsi/entity.js'
import { createIdSet, type IdSet } from './id-set.js'
import { fetchPage, type PageSource } from './page.js'
import { type Asked, advance, type Cursor, type Given, startCursor } from './paging-cursor.js'
import { partsOf, refuseParts } from './paging-parts.js'

/** Which part of a result is read. */
export interface Window {
  readonly offset: number
  readonly limit: number
  readonly pageSize?: number | undefined
}

/** What a reading and the parts that it may fall into have in common. */
interface Reading {
  readonly seen: IdSet
  readonly pageSize: number
  /** The id pattern of the part that is read; empty for the whole. */
  readonly pattern: string
}

/** No broker is known whose wall stands earlier; before it, a page without entities means that the count is wrong. */
const nearestWall = 10_000

/** A source whose requests end with the caller's signal, and with the reading. */
const endable = (source: PageSource): { readonly source: PageSource; readonly end: () => void } => {
  const stop = new AbortController()
  const { signal } = source
  const onAbort = (): void => stop.abort(signal?.reason)
  if (signal?.aborted === true) onAbort()
  else signal?.addEventListener('abort', onAbort, { once: true })
  return {
    source: { ...source, signal: stop.signal },
    end: () => {
      signal?.removeEventListener('abort', onAbort)
      stop.abort()
    },
  }
}

/** Asks for pages: the one at the cursor, and by a guess the one after a page that did not come yet. */
const createAsker = (source: PageSource, cursor: Cursor, pageSize: number) => {
  const { maxOffset } = source.dialect.limits
  // The broker may have shown a lower limit meanwhile.
  const largest = async (): Promise<number> =>
    Math.min(pageSize, (await source.connection.dialect(source.signal)).limits.maxPageSize)
  const ask = (offset: number, wanted: number, size: number): Asked => {
    const isChained = cursor.entityMap === undefined && !cursor.isBlind
    const overlap = isChained ? Math.min(cursor.overlap, offset - cursor.start, size - 1) : 0
    const from = offset - overlap
    const limit = Math.min(size, wanted + overlap, maxOffset - from)
    const page = fetchPage(source, { offset: from, limit, entityMap: cursor.entityMap })
    page.catch(() => undefined)
    return { from, overlap, limit, page }
  }
  /** Asks for the page after one as if that will be full, as most are. */
  const guess = ({ from, overlap, limit }: Asked): Asked | undefined => {
    const offset = from + limit
    const wanted = cursor.left - (limit - overlap)
    const end = Math.min(cursor.total ?? 0, maxOffset)
    return wanted > 0 && offset < end && !cursor.isBlind ? ask(offset, wanted, limit) : undefined
  }
  /** The page at the cursor: the guessed one where it is that. */
  const next = async (guessed?: Asked): Promise<Asked> => {
    const size = await largest()
    const isRight =
      guessed !== undefined && guessed.from + guessed.overlap === cursor.offset && guessed.limit <= size
    return isRight && !cursor.isBack && !cursor.isBlind
      ? guessed
      : ask(cursor.offset, cursor.isBack ? size : cursor.left, size)
  }
  return { guess, next }
}

/** Tells whether there is something behind a page without entities, by the last page that the count promises. */
const goesOnBehind = async (source: PageSource, cursor: Cursor, size: number): Promise<boolean> => {
  const { total } = cursor
  if (total === undefined) return false
  const offset = Math.min(Math.max(cursor.offset, total - size), source.dialect.limits.maxOffset)
  return (await fetchPage(source, { offset, limit: size })).items.length > 0
}

/** Goes over a page without entities, where the count promised some; false where nothing comes behind it. */
const passGap = async (source: PageSource, cursor: Cursor, end: number, size: number): Promise<boolean> => {
  if (!(await goesOnBehind(source, cursor, size))) return false
  cursor.offset = end
  cursor.isBlind = true
  return true
}

interface Step {
  readonly page: readonly JsonObject[]
  readonly more: 'yes' | 'no' | 'behind a wall'
}

const step = async (source: PageSource, cursor: Cursor, asked: Asked, given: Given): Promise<Step> => {
  const got = await asked.page
  const { fresh, more } = advance(source, cursor, asked, got, given)
  const page = fresh.length > cursor.left ? fresh.slice(0, cursor.left) : fresh
  cursor.left -= page.length
  if (cursor.left <= 0 || more === 'no') return { page, more: 'no' }
  if (more === 'gap' && !(await passGap(source, cursor, asked.from + got.limit, got.limit)))
    return { page, more: cursor.offset >= nearestWall ? 'behind a wall' : 'no' }
  return { page, more: cursor.offset >= source.dialect.limits.maxOffset ? 'behind a wall' : 'yes' }
}

async function* readStraight(
  given: PageSource,
  window: Window,
  reading: Reading,
): AsyncGenerator<readonly JsonObject[]> {
  const { source, end } = endable(given)
  const cursor = startCursor(window.offset, window.limit)
  const { guess, next } = createAsker(source, cursor, reading.pageSize)
  const { seen } = reading
  const ids: Given = { all: seen, run: reading.pattern === '' ? seen : createIdSet() }
  try {
    for (let asked = await next(); ; ) {
      // While one page is read and parsed, the broker works at the next.
      const guessed = guess(asked)
      const { page, more } = await step(source, cursor, asked, ids)
      // The next page is on its way while the caller works on this one: one page ahead, never more.
      if (more === 'yes') asked = await next(guessed)
      if (page.length > 0) yield page
      if (more === 'yes') continue
      if (more !== 'no') yield* readBehindWall(given, window, reading, cursor)
      return
    }
  } finally {
    end()
  }
}

/** Reads what lies behind the offset wall part by part; ids that were given are left out. */
async function* readBehindWall(
  source: PageSource,
  { offset }: Window,
  reading: Reading,
  cursor: Pick<Cursor, 'offset' | 'left'>,
): AsyncGenerator<readonly JsonObject[]> {
  const wall = Math.min(cursor.offset, source.dialect.limits.maxOffset)
  if (source.plan.parameters['orderBy'] !== undefined)
    refuseParts(source, wall, 'what is behind it can only be had in another order')
  // What the window leaves out before itself must not come now.
  if (offset > 0 && (await skim(source, Math.min(offset, wall), reading)) < Math.min(offset, wall)) return
  yield* cut(readParts(source, reading, wall), Math.max(0, offset - wall), cursor.left)
}

/** Remembers the ids of the first places, and gives how many of these there are. */
const skim = async (source: PageSource, places: number, { seen, pageSize }: Reading): Promise<number> => {
  let offset = 0
  while (offset < places) {
    const page = await fetchPage(source, { offset, limit: Math.min(pageSize, places - offset) })
    if (page.items.length === 0) break
    seen.addAll(page.items, (item) => item['id'] as string)
    offset += page.items.length
  }
  return offset
}

async function* cut(
  pages: AsyncIterable<readonly JsonObject[]>,
  skip: number,
  limit: number,
): AsyncGenerator<readonly JsonObject[]> {
  let at = -skip
  for await (const page of pages) {
    const kept = page.slice(Math.max(0, -at), Math.max(0, limit - at))
    at += page.length
    if (kept.length > 0) yield kept
    if (at >= limit) return
  }
}

async function* readParts(
  whole: PageSource,
  reading: Reading,
  wall: number,
): AsyncGenerator<readonly JsonObject[]> {
  for (const { source, pattern } of partsOf(whole, reading.pattern, wall)) {
    const { total } = await fetchPage(source, { offset: 0, limit: 1 })
    if (total === 0) continue
    const part = { ...reading, pattern }
    if (total !== undefined && total > source.dialect.limits.maxOffset) yield* readParts(source, part, wall)
    else yield* readStraight(source, { offset: 0, limit: Number.POSITIVE_INFINITY }, part)
  }
}

/**
 * Reads a result page by page: each entity once, none skipped while others come and go, no Link headers needed.
 * Remembers each id in at most 32 bytes, or none where the broker has entity maps.
 */
export async function* readPages(source: PageSource, window: Window): AsyncGenerator<readonly JsonObject[]> {
  if (window.limit <= 0) return
  const { limits } = source.dialect
  const pageSize = Math.max(2, Math.min(window.pageSize ?? limits.pageSize, limits.maxPageSize))
  const reading: Reading = { seen: createIdSet(), pageSize, pattern: '' }
  if (window.offset < limits.maxOffset) yield* readStraight(source, window, reading)
  else yield* readBehindWall(source, window, reading, { offset: limits.maxOffset, left: window.limit })
}
