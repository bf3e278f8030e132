import { UsageError } from '../errors.js'
import { download } from '../http/download.js'
import { isObject } from '../ngsi/entity.js'
import type { OpenOptions } from '../profile/byte-source.js'
import { announcedCount, listIn, nextAddress, parseJson } from './json-records.js'
import type { PagingSpec, SourceSpec } from './mapping.js'

/** More pages than this are a server that never ends. */
const maxPages = 10_000
/** The largest page, and the most that all pages together may be, in bytes. */
const maxPage = 64 * 1024 * 1024
const maxHeld = 512 * 1024 * 1024
const timeoutMs = 120_000

interface Page {
  /** How many records there are in all, where the server says so. */
  readonly total: number | undefined
  readonly records: unknown[]
  readonly next: string | undefined
  readonly bytes: number
}

const linkHeader = (header: string | undefined): string | undefined =>
  /<([^>]*)>\s*;[^,]*\brel="?next\b/i.exec(header ?? '')?.[1]

/** NGSIv2 says it in a header, where `options=count` asks for it. */
const totalOf = (document: unknown, headers: Readonly<Record<string, string>>): number | undefined => {
  const header = headers['fiware-total-count']
  if (header !== undefined && /^\d+$/.test(header)) return Number(header)
  return isObject(document) ? announcedCount(document) : undefined
}

const fetchPage = async (url: string, source: SourceSpec, options: OpenOptions): Promise<Page> => {
  const { allowPrivate, signal } = options
  const answer = await download(url, { maxBytes: maxPage, allowPrivate, signal, timeoutMs })
  const document = parseJson(answer.text, url)
  return {
    total: totalOf(document, answer.headers),
    records: [...listIn(document, source, url)],
    next: nextAddress(document) ?? linkHeader(answer.headers['link']),
    bytes: answer.bytes.length,
  }
}

const withParameters = (url: string, parameters: Readonly<Record<string, number | undefined>>): string => {
  const address = new URL(url)
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined) address.searchParams.set(name, String(value))
  return address.href
}

/** The address of each page but the first follows from what came before. */
const following = (
  first: string,
  spec: PagingSpec,
  page: Page,
  pages: number,
  records: number,
): string | undefined => {
  if (spec === 'next') {
    if (page.next === undefined) return undefined
    const address = new URL(page.next, first)
    // Another host could be one that only this machine reaches, or one that nobody named.
    if (address.host !== new URL(first).host)
      throw new UsageError(`${first} names its next page on another host, ${address.host}`)
    return address.href
  }
  if (page.records.length === 0) return undefined
  const step = 'offset' in spec ? { [spec.offset]: records } : { [spec.page]: (spec.first ?? 1) + pages }
  return withParameters(first, { ...step, ...sizeOf(spec) })
}

const sizeOf = (spec: Exclude<PagingSpec, 'next'>): Readonly<Record<string, number | undefined>> =>
  spec.limit === undefined ? {} : { [spec.limit]: spec.size ?? 100 }

const firstAddress = (url: string, spec: PagingSpec): string => {
  if (spec === 'next') return url
  return withParameters(url, {
    ...('offset' in spec ? { [spec.offset]: 0 } : { [spec.page]: spec.first ?? 1 }),
    ...sizeOf(spec),
  })
}

const checkTotal = (total: number | undefined, count: number, url: string): void => {
  if (total === undefined || total <= count) return
  throw new UsageError(
    `${url} announces ${total} records, and its pages end after ${count}; check source.paging (some servers allow no more than 100 per page)`,
  )
}

const isSame = (page: Page, before: Page): boolean =>
  page.records.length > 0 && JSON.stringify(page.records) === JSON.stringify(before.records)

/**
 * Fetches every page of a JSON source and gives one list of records. Throws a UsageError where the pages do not hold what they
 * announce, repeat themselves, or never end.
 */
export const pagedRecords = async (
  url: string,
  source: SourceSpec & { readonly paging: PagingSpec },
  options: OpenOptions,
): Promise<readonly unknown[]> => {
  const records: unknown[] = []
  const first = firstAddress(url, source.paging)
  let address: string | undefined = first
  let before: Page | undefined
  let total: number | undefined
  let bytes = 0
  for (let pages = 1; address !== undefined; pages += 1) {
    options.signal?.throwIfAborted()
    const page: Page = await fetchPage(address, source, options)
    if (before !== undefined && isSame(page, before))
      throw new UsageError(
        `${url} gives the same page again at ${address}; does it know the parameter in source.paging?`,
      )
    for (const record of page.records) records.push(record)
    bytes += page.bytes
    if (pages > maxPages || bytes > maxHeld)
      throw new UsageError(`${url} has no end after ${pages} pages and ${records.length} records`)
    total ??= page.total
    const isDone = source.paging !== 'next' && total !== undefined && records.length >= total
    address = isDone ? undefined : following(first, source.paging, page, pages, records.length)
    before = page
  }
  if (source.allowPartial !== true) checkTotal(total, records.length, url)
  return records
}
