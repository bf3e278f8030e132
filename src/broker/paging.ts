import type { Call, Reply } from './call.js'
import { readBoolean, readInteger } from './parameters.js'
import { badData } from './problem-error.js'

/** The part of a result that a request asks for. */
export interface Page {
  readonly limit: number
  readonly offset: number
  readonly count: boolean
}

/** Parameters of every paged request. */
export const pageParameters = ['limit', 'offset', 'count'] as const

/** Reads limit, offset and count; limit=0 only with count=true (CIM 009 5.5.9, 6.3.10). */
export const readPage = (call: Call): Page => {
  const { maxPage, defaultPage } = call.state.limits
  const count = readBoolean(call.query.get('count'), 'count') ?? false
  const limit = readInteger(call.query.get('limit'), 'limit', 0) ?? defaultPage
  if (limit === 0 && !count) badData('limit=0 needs count=true')
  if (limit > maxPage) badData(`limit must be at most ${maxPage}`)
  return { limit, offset: readInteger(call.query.get('offset'), 'offset', 0) ?? 0, count }
}

/** A page of items that are found one at a time: what is needed and, only where asked and not known, how many there are. */
export const takePage = <Item>(
  items: Iterable<Item>,
  page: Page,
  known?: number,
): { readonly items: readonly Item[]; readonly total: number; readonly hasMore: boolean } => {
  const taken: Item[] = []
  let total = 0
  const end = page.offset + page.limit
  for (const item of items) {
    if (total >= page.offset && total < end) taken.push(item)
    total += 1
    if (total > end && (!page.count || known !== undefined)) break
  }
  return { items: taken, total: known ?? total, hasMore: total > end }
}

const linkTo = (call: Call, page: Page, offset: number, relation: 'next' | 'prev'): string => {
  const rest = call.query.rest(['limit', 'offset'])
  const query = [rest, `limit=${page.limit}`, `offset=${offset}`].filter(Boolean).join('&')
  return `<${call.path}?${query}>;rel="${relation}";type="${call.accept}"`
}

/** Adds paging links and the count to an answer. */
export const withPaging = (
  call: Call,
  reply: Reply,
  page: Page,
  found: { readonly total: number; readonly hasMore: boolean },
): Reply => {
  const links: string[] = []
  if (page.limit > 0 && page.offset > 0)
    links.push(linkTo(call, page, Math.max(0, page.offset - page.limit), 'prev'))
  if (page.limit > 0 && found.hasMore) links.push(linkTo(call, page, page.offset + page.limit, 'next'))
  return {
    ...reply,
    links: [...(reply.links ?? []), ...links],
    headers: { ...reply.headers, ...(page.count ? { 'NGSILD-Results-Count': String(found.total) } : {}) },
  }
}
