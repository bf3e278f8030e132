import type { Client } from '../client/client.js'
import { subscriptionInput } from '../client/subscriptions.js'
import { isBrokerError, isUnsupportedError } from '../errors.js'
import type { JsonObject } from '../ngsi/entity.js'
import { entityHash } from './canonical.js'

/** How many documents of one kind were copied, and how many the target had already. */
export interface Moved {
  copied: number
  present: number
}

const createOnce = async (moved: Moved, create: () => Promise<unknown>): Promise<void> => {
  try {
    await create()
    moved.copied += 1
  } catch (error) {
    if (!isBrokerError(error, 'AlreadyExists')) throw error
    moved.present += 1
  }
}

/** Runs a part that not every broker has; gives what is lacking. */
export const lackOf = async (part: string, run: () => Promise<void>): Promise<string | undefined> => {
  try {
    await run()
    return undefined
  } catch (error) {
    const lacking =
      isUnsupportedError(error) || (isBrokerError(error) && [400, 404, 405, 422, 501].includes(error.status))
    if (!lacking) throw error
    return `${part} were not copied: ${error.message}`
  }
}

/** Copies hosted contexts; `urls` learns which address on the target stands for which on the source. */
export const copyContexts = async (
  from: Client,
  to: Client,
  moved: Moved,
  urls: Map<string, string>,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const filter = { kind: 'Hosted' as const, ...(signal === undefined ? {} : { signal }) }
  const there = new Map<string, string>()
  for (const url of await to.contexts.list(filter))
    there.set(entityHash([await to.contexts.get(url, signal)]), url)
  for (const url of await from.contexts.list(filter)) {
    const document = await from.contexts.get(url, signal)
    const known = there.get(entityHash([document]))
    if (known === undefined) moved.copied += 1
    else moved.present += 1
    urls.set(url, known ?? (await to.contexts.host(document as JsonObject, signal)))
  }
}

/** Copies subscriptions, paused: until the switch, both brokers would notify the same receivers. */
export const copySubscriptions = async (
  from: Client,
  to: Client,
  moved: Moved,
  urls: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): Promise<void> => {
  for await (const document of from.subscriptions.list({ signal })) {
    const input = subscriptionInput(document)
    const context = typeof input['jsonldContext'] === 'string' ? input['jsonldContext'] : undefined
    const paused = {
      ...input,
      isActive: false,
      ...(context === undefined ? {} : { jsonldContext: urls.get(context) ?? context }),
    }
    await createOnce(moved, () => to.subscriptions.create(paused, { signal }))
  }
}

/** Copies context source registrations. */
export const copyRegistrations = async (
  from: Client,
  to: Client,
  moved: Moved,
  signal: AbortSignal | undefined,
): Promise<void> => {
  for await (const document of from.registrations.list({ signal })) {
    const {
      status: _status,
      createdAt: _created,
      modifiedAt: _modified,
      '@context': _context,
      ...input
    } = document
    await createOnce(moved, () => to.registrations.create(input, { signal }))
  }
}
