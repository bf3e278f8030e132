import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { City } from '../../src/connect.js'
import { type FeedReport, importFeed } from '../../src/feed/index.js'
import { shared } from './shared.js'

/** What became of a file that was imported four times. */
export interface Reimport {
  readonly file: string
  readonly entities: number
  /** Entities that the second import of the same file wrote. */
  readonly second: number
  /** Entities that were written after one was changed. */
  readonly afterChange: number
  /** Entities whose row was taken out of the file, that the import reported, and that it deleted on request. */
  readonly gone: number
  readonly reported: number
  readonly pruned: number
}

const lists = ['features', 'records', 'value'] as const

/** The file without its last row or record. */
const withoutLast = (text: string): string => {
  if (!/^\s*[[{]/.test(text)) {
    const rows = text.trimEnd().split(/(?<=\r\n|\n|\r(?!\n))/)
    return rows.slice(0, -1).join('')
  }
  const document = JSON.parse(text) as Record<string, unknown[]> | unknown[]
  const list = Array.isArray(document)
    ? document
    : lists.map((name) => document[name]).find((value) => Array.isArray(value))
  list?.pop()
  // Some say how many records they hold, and are refused when they hold fewer.
  return JSON.stringify(document, (name, value: unknown) =>
    typeof value === 'number' && /^(totalCount|numberMatched|nhits|count|total_count)$/.test(name)
      ? undefined
      : value,
  )
}

const writesOf = ({ broker }: FeedReport): number =>
  (broker?.created ?? 0) + (broker?.updated ?? 0) + (broker?.written ?? 0)

/** Changes one attribute of one entity, as a person at the broker would, by bare HTTP. */
const changeOne = async (url: string, tenant: string, entity: Readonly<Record<string, unknown>>) => {
  const [name] =
    Object.entries(entity).find(([, value]) => (value as { type?: unknown }).type === 'Property') ?? []
  if (name === undefined) throw new Error(`${String(entity['id'])} has no Property`)
  const headers = { Accept: 'application/json', 'NGSILD-Tenant': tenant }
  const path = `${url}/ngsi-ld/v1/entities/${encodeURIComponent(String(entity['id']))}`
  const stored = (await (await fetch(path, { headers })).json()) as Record<string, { type?: string }>
  const property = Object.entries(stored).find(([, value]) => value.type === 'Property')?.[0] ?? name
  const reply = await fetch(`${path}/attrs/${encodeURIComponent(property)}`, {
    method: 'PATCH',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'Property', value: 'changed by hand' }),
  })
  if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
}

/** Imports one real file into a tenant of its own: as it is, again, after a change, and with a row taken out. */
export const reimport = async (
  city: City,
  url: string,
  [map, file]: readonly [string, string, ...unknown[]],
  folder: string,
): Promise<Reimport> => {
  const tenant = file.replaceAll(/[^a-z0-9]+/g, '_')
  const mapping = new URL(`../../schemas/recipes/${map}/${map}.map.yaml`, import.meta.url).pathname
  const { path } = shared(`city-data/${file}`)
  let example: Readonly<Record<string, unknown>> = {}
  const run = (source: string, removed: 'report' | 'delete') =>
    importFeed({
      mapping,
      file: source,
      city: city.tenant(tenant),
      removed,
      onEntity: (entity) => {
        example = entity
      },
    })
  const first = await run(path, 'report')
  const second = await run(path, 'report')
  await changeOne(url, tenant, example)
  const third = await run(path, 'report')
  const shorter = join(folder, `${tenant}.txt`)
  await writeFile(shorter, withoutLast(await readFile(path, 'utf8')))
  const fourth = await run(shorter, 'report')
  const fifth = await run(shorter, 'delete')
  return {
    file,
    entities: first.entities,
    second: writesOf(second),
    afterChange: writesOf(third),
    gone: first.entities - fourth.entities,
    reported: fourth.removed?.count ?? -1,
    pruned: fifth.removed?.pruned ?? -1,
  }
}

/** The results as a table for people. */
export const reimportTable = (results: readonly Reimport[]): string => {
  const width = Math.max(...results.map(({ file }) => file.length))
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, n) => (n === 0 ? String(cell).padEnd(width) : String(cell).padStart(9))).join(' ')
  return [
    row(['file', 'entities', '2nd wrote', '1 changed', 'gone', 'reported', 'pruned']),
    ...results.map((one) =>
      row([one.file, one.entities, one.second, one.afterChange, one.gone, one.reported, one.pruned]),
    ),
  ].join('\n')
}
