import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What happens to a result between two pages. */
export type Change =
  | { readonly kind: 'insert' | 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'clear' }

/** A result that changes, and how the broker answers for it. */
export interface World {
  readonly size: number
  /** One after each request, until there are none left. */
  readonly changes?: readonly Change[] | undefined
  /** The count that it gives, from the right one. */
  readonly count?: ((total: number) => string | undefined) | undefined
  /** Entities per page at most, from how many requests there were; more is refused, or only so many are given. */
  readonly largest?: ((requests: number) => number) | undefined
  readonly refuses?: boolean | undefined
  /** Nothing is given from this offset on. */
  readonly wall?: number | undefined
  /** Entities that stand in the order and in the count, but are not shown. */
  readonly hidden?: ((place: number) => boolean) | undefined
  /** Places that show the entity of the place before once more. */
  readonly doubled?: ((place: number) => boolean) | undefined
  /** Entities that are shown without their id. */
  readonly nameless?: ((place: number) => boolean) | undefined
  /** Gives entity maps; undefined for a request that finds its map expired. */
  readonly entityMap?: ((requests: number) => string | undefined) | undefined
  readonly delayMs?: ((requests: number) => number) | undefined
}

/** A broker of which a test decides everything. */
export interface ChangingBroker {
  readonly url: string
  readonly become: (world: World) => void
  /** Entities that were there all the time, each at its place in the order. */
  readonly constant: () => readonly string[]
  readonly requests: () => number
  /** Requests that are not answered yet. */
  readonly open: () => number
  readonly close: () => Promise<void>
}

export const changingId = (n: number): string => `urn:ngsi-ld:Container:${n}`

const apply = (ids: string[], constant: Set<string>, change: Change, fresh: () => string): void => {
  const gone = (list: readonly string[]): void => {
    for (const id of list) constant.delete(id)
  }
  switch (change.kind) {
    case 'insert':
      ids.splice(change.at % (ids.length + 1), 0, ...Array.from({ length: change.count }, fresh))
      break
    case 'delete':
      gone(ids.splice(change.at % (ids.length + 1), change.count))
      break
    case 'clear':
      gone(ids.splice(0))
      break
    case 'move':
      if (ids.length > 0) {
        const [moved = ''] = ids.splice(change.from % ids.length, 1)
        ids.splice(change.to % (ids.length + 1), 0, moved)
        constant.delete(moved)
      }
  }
}

/** Starts it; before each reading, `become` says what it has. */
export const startChangingBroker = async (): Promise<ChangingBroker> => {
  let world: World = { size: 0 }
  let ids: string[] = []
  let constant = new Set<string>()
  let maps = new Map<string, readonly string[]>()
  let changes: Change[] = []
  let next = 0
  let requests = 0
  let open = 0
  const fresh = (): string => changingId(next++)

  const listFor = (pattern: string | null, header: string | undefined): readonly string[] => {
    const all = (header === undefined ? undefined : maps.get(header)) ?? ids
    const matches = pattern === null ? undefined : new RegExp(pattern, 'u')
    return matches === undefined ? all : all.filter((id) => matches.test(id))
  }
  const page = (list: readonly string[], offset: number, limit: number): readonly string[] => {
    const { wall = Number.POSITIVE_INFINITY, hidden = () => false, doubled = () => false } = world
    if (offset >= wall) return []
    return list.slice(offset, offset + limit).flatMap((id, index) => {
      const place = offset + index
      return hidden(place) ? [] : doubled(place) ? (list[place - 1] ?? id) : id
    })
  }
  const answer = (url: URL, header: string | undefined) => {
    requests += 1
    const { count = String, largest = () => 1000, refuses = false, entityMap } = world
    const asked = Number(url.searchParams.get('limit'))
    const most = largest(requests)
    if (asked > most && refuses)
      return { status: 400, headers: {}, body: { title: 'Bad Request', detail: 'limit is too large' } }
    const map = entityMap?.(requests)
    if (entityMap !== undefined && map === undefined)
      return {
        status: 404,
        headers: {},
        body: { type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound', title: 'No such map' },
      }
    if (map !== undefined && !maps.has(map)) maps.set(map, [...ids])
    const list = listFor(url.searchParams.get('idPattern'), map ?? header)
    const living = new Set(ids)
    const shown = page(list, Number(url.searchParams.get('offset') ?? 0), Math.min(asked, most))
    const total = count(list.length)
    return {
      status: 200,
      headers: {
        ...(total === undefined ? {} : { 'NGSILD-Results-Count': total }),
        ...(map === undefined ? {} : { 'NGSILD-EntityMap': `/ngsi-ld/v1/entityMaps/${map}` }),
      },
      body: shown
        .filter((id) => living.has(id))
        .map((id) => ({
          ...(world.nameless?.(ids.indexOf(id)) ? {} : { id }),
          type: 'Container',
          fillingLevel: 0,
        })),
    }
  }

  const server = createServer((request, response) => {
    open += 1
    response.on('close', () => {
      open -= 1
    })
    const respond = (): void => {
      const header = request.headers['ngsild-entitymap']
      const { status, headers, body } = answer(
        new URL(request.url ?? '', 'http://x'),
        typeof header === 'string' ? header.slice(header.lastIndexOf('/') + 1) : undefined,
      )
      const change = changes.shift()
      if (change !== undefined) apply(ids, constant, change, fresh)
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
      response.end(JSON.stringify(body))
    }
    const delay = world.delayMs?.(requests) ?? 0
    if (delay === 0) respond()
    else setTimeout(respond, delay)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (other) => {
      world = other
      next = 0
      requests = 0
      ids = Array.from({ length: other.size }, fresh)
      constant = new Set(ids)
      maps = new Map()
      changes = [...(other.changes ?? [])]
    },
    constant: () => [...constant],
    requests: () => requests,
    open: () => open,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
