import { UnsupportedError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { createIdSet, type IdSet } from './id-set.js'
import { fetchPage, type Page, type PageSource } from './page.js'

/** Which part of a result is read. */
export interface Window {
  readonly offset: number
  readonly limit: number
  readonly pageSize?: number | undefined
}

const maxStepsBack = 1000
const idOf = (item: JsonObject): string => (typeof item['id'] === 'string' ? item['id'] : '')

interface Cursor {
  readonly start: number
  offset: number
  /** How many entities are still wanted. */
  left: number
  stepsBack: number
  entityMap: string | undefined
  /** How many there are in all, as the page before said; the first page is asked without knowing. */
  total: number | undefined
}

/** One page that was asked for. */
interface Asked {
  readonly from: number
  /** Entities of the page before that this one shows again. */
  readonly overlap: number
  readonly limit: number
  readonly page: Promise<Page>
}

interface Progress {
  readonly fresh: readonly JsonObject[]
  readonly done: boolean
  /** The broker says that more is there, but gives nothing: Orion-LD beyond offset 50,000 (#1407). */
  readonly wall: boolean
}

const isEnd = (page: Page, next: number): boolean =>
  page.total === undefined ? page.items.length < page.limit : next >= page.total

/**
 * Takes a page that overlaps the one before by one entity. When its first entity is not known, entities before it
 * went away meanwhile and others moved up: then it steps back, so that none is skipped.
 */
const advance = (source: PageSource, cursor: Cursor, asked: Asked, page: Page, seen: IdSet): Progress => {
  const { from, overlap } = asked
  cursor.entityMap ??= source.dialect.can.entityMap === 'yes' ? page.entityMap : undefined
  cursor.total = page.total
  // An entity map holds each id once, so that none need be remembered here.
  if (cursor.entityMap === undefined) seen.reserve(Math.min(page.total ?? 0, cursor.left))
  const fresh = cursor.entityMap === undefined ? seen.addAll(page.items, idOf) : page.items
  const first = page.items[0]
  const shifted = overlap === 1 && (first === undefined || first === fresh[0])
  if (shifted && from > cursor.start && cursor.stepsBack < maxStepsBack) {
    cursor.stepsBack += 1
    cursor.offset = Math.max(cursor.start, from - page.limit + 1)
    return { fresh, done: false, wall: first === undefined && page.total !== undefined && from < page.total }
  }
  const next = from + page.items.length
  const empty = page.items.length === overlap
  const wall = empty && page.total !== undefined && next < page.total
  cursor.offset = next
  return { fresh, done: empty || isEnd(page, next), wall }
}

/** Id patterns that split a result by the last characters of the ids; together they cover every id once. */
const splits = (suffix: string): readonly string[] => {
  const plain = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return [...plain.map((char) => `${char}${suffix}$`), `[^0-9a-zA-Z]${suffix}$`]
}

const withPattern = (source: PageSource, idPattern: string): PageSource => ({
  ...source,
  plan: {
    ...source.plan,
    parameters: { ...source.plan.parameters, idPattern },
    body: {
      ...source.plan.body,
      entities: (source.plan.body['entities'] as readonly JsonObject[]).map((selector) => ({
        ...selector,
        idPattern,
      })),
    },
  },
})

const refuseSplit = (source: PageSource): never => {
  throw new UnsupportedError(
    'Reading everything',
    `${source.dialect.product} gives nothing beyond offset ${source.dialect.limits.maxOffset}, and a query with ids or idPattern cannot be split further; narrow the query`,
  )
}

const maxDepth = 6

/** Reads a result beyond the offset wall piece by piece; ids delivered before are left out. */
async function* readSplit(
  source: PageSource,
  seen: IdSet,
  size: number,
  suffix: string,
): AsyncGenerator<readonly JsonObject[]> {
  const { idPattern, id } = source.plan.parameters
  if ((idPattern !== undefined && suffix === '') || id !== undefined || suffix.length > maxDepth)
    refuseSplit(source)
  for (const pattern of splits(suffix)) {
    const part = withPattern(source, pattern)
    const { total } = await fetchPage(part, { offset: 0, limit: 1 })
    if (total === 0) continue
    const deeper = total !== undefined && total > source.dialect.limits.maxOffset
    if (deeper && !pattern.startsWith('[')) yield* readSplit(part, seen, size, pattern.slice(0, -1))
    else if (deeper) refuseSplit(source)
    else yield* readStraight(part, { offset: 0, limit: Number.POSITIVE_INFINITY }, seen, size)
  }
}

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
const createAsker = (source: PageSource, window: Window, cursor: Cursor, pageSize: number) => {
  // The broker may have shown a lower limit meanwhile.
  const largest = async (): Promise<number> =>
    Math.min(pageSize, (await source.connection.dialect(source.signal)).limits.maxPageSize)
  const ask = (offset: number, left: number, size: number): Asked => {
    const overlap = offset > window.offset && cursor.entityMap === undefined ? 1 : 0
    const from = offset - overlap
    const limit = Math.min(size, left + (left < window.limit ? 1 : 0))
    const page = fetchPage(source, { offset: from, limit, entityMap: cursor.entityMap })
    page.catch(() => undefined)
    return { from, overlap, limit, page }
  }
  /** Asks for the page after one as if that will be full, as most are. */
  const guess = ({ from, overlap, limit }: Asked): Asked | undefined => {
    const offset = from + limit
    const left = cursor.left - (limit - overlap)
    const end = Math.min(cursor.total ?? 0, source.dialect.limits.maxOffset)
    return left > 0 && offset < end ? ask(offset, left, limit) : undefined
  }
  /** The page at the cursor: the guessed one where it is that. */
  const next = async (guessed?: Asked): Promise<Asked> => {
    const size = await largest()
    const right =
      guessed !== undefined && guessed.from + guessed.overlap === cursor.offset && guessed.limit <= size
    return right ? guessed : ask(cursor.offset, cursor.left, size)
  }
  return { guess, next }
}

async function* readStraight(
  given: PageSource,
  window: Window,
  seen: IdSet,
  pageSize: number,
): AsyncGenerator<readonly JsonObject[]> {
  const { source, end } = endable(given)
  const cursor: Cursor = {
    start: window.offset,
    offset: window.offset,
    left: window.limit,
    stepsBack: 0,
    entityMap: undefined,
    total: undefined,
  }
  const { guess, next } = createAsker(source, window, cursor, pageSize)
  try {
    for (let asked = await next(); ; ) {
      // While one page is read and parsed, the broker works at the next.
      const guessed = guess(asked)
      const { fresh, done, wall } = advance(source, cursor, asked, await asked.page, seen)
      const page = fresh.length > cursor.left ? fresh.slice(0, cursor.left) : fresh
      cursor.left -= page.length
      const blocked = wall || cursor.offset >= source.dialect.limits.maxOffset
      const goesOn = cursor.left > 0 && !done && !blocked
      // The next page is on its way while the caller works on this one: one page ahead, never more.
      if (goesOn) asked = await next(guessed)
      if (page.length > 0) yield page
      if (cursor.left > 0 && blocked) return yield* readSplit(given, seen, pageSize, '')
      if (!goesOn) return
    }
  } finally {
    end()
  }
}

/**
 * Reads a result page by page: each entity once, none skipped while others come and go, no Link headers needed.
 * Remembers each id in at most 32 bytes.
 */
export async function* readPages(source: PageSource, window: Window): AsyncGenerator<readonly JsonObject[]> {
  if (window.limit <= 0) return
  const { limits } = source.dialect
  const pageSize = Math.max(2, Math.min(window.pageSize ?? limits.pageSize, limits.maxPageSize))
  yield* readStraight(source, window, createIdSet(), pageSize)
}
