// Bare HTTP, importing nothing of the library: the truth that reports are compared with.

/** An entity in simplified form. */
export interface RawEntity {
  readonly id: string
  readonly [attribute: string]: unknown
}

const headers = { Accept: 'application/json' }

/** Every entity of a type, simplified, by id. */
export const rawEntities = async (
  url: string,
  type: string,
  tenant?: string,
): Promise<ReadonlyMap<string, RawEntity>> => {
  const asTenant = tenant === undefined ? headers : { ...headers, 'NGSILD-Tenant': tenant }
  const found = new Map<string, RawEntity>()
  let limit = 1000
  for (let offset = 0; ; offset += limit) {
    const ask = (): Promise<Response> =>
      fetch(
        `${url}/ngsi-ld/v1/entities?type=${encodeURIComponent(type)}&options=keyValues&limit=${limit}&offset=${offset}`,
        { headers: asTenant },
      )
    let reply = await ask()
    if (reply.status === 403) {
      // Stellio gives 100 at most.
      limit = 100
      reply = await ask()
    }
    const page = (await reply.json()) as readonly RawEntity[]
    for (const entity of page) found.set(entity.id, entity)
    if (page.length < limit) return found
  }
}

/** Creates entities, with the core context. */
export const rawCreate = async (url: string, entities: readonly unknown[]): Promise<void> => {
  for (let at = 0; at < entities.length; at += 500) {
    const reply = await fetch(`${url}/ngsi-ld/v1/entityOperations/create`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(entities.slice(at, at + 500)),
    })
    if (reply.status !== 201) throw new Error(`the broker could not be prepared: ${reply.status}`)
  }
}
