import type { JsonObject } from '../ngsi/entity.js'
import { differing, isDeletion, type Known, knownOf } from './change.js'

/** What a new version of an entity means to a consumer. */
export type Judgement =
  | { readonly kind: 'news'; readonly changed: readonly string[] | undefined }
  | { readonly kind: 'deleted' }
  /** Told before. */
  | { readonly kind: 'duplicate' }
  /** Older than what was told. */
  | { readonly kind: 'late' }

/** What a consumer was told: one fingerprint per entity. */
export interface Picture {
  /** Compares with what is known and remembers the newer. A partial version has only the attributes of the subscription. */
  readonly judge: (entity: JsonObject, notifiedAt: string | undefined) => Judgement
  readonly forget: (id: string) => boolean
  readonly has: (id: string) => boolean
  /** Microseconds of the change that was told last of an entity. */
  readonly at: (id: string) => number | undefined
  readonly ids: () => IterableIterator<string>
  readonly size: () => number
  /** Microseconds of the newest change told. */
  readonly watermark: () => number
  readonly raiseWatermark: (at: number) => void
  readonly entries: () => IterableIterator<[string, Known]>
  readonly restore: (entries: Iterable<readonly [string, Known]>, watermark: number) => void
}

/** Makes an empty picture. */
export const createPicture = (): Picture => {
  const known = new Map<string, Known>()
  let newest = 0
  return {
    judge: (entity, notifiedAt) => {
      const id = String(entity['id'])
      const before = known.get(id)
      const now = knownOf(entity, notifiedAt)
      if (before !== undefined && now.at !== 0 && now.at < before.at) return { kind: 'late' }
      newest = Math.max(newest, now.at)
      if (isDeletion(entity)) {
        const was = known.delete(id)
        return was || before === undefined ? { kind: 'deleted' } : { kind: 'duplicate' }
      }
      if (before === undefined) {
        known.set(id, now)
        return { kind: 'news', changed: undefined }
      }
      const changed = differing(before, now)
      known.set(id, { at: Math.max(before.at, now.at), prints: now.prints })
      return changed.length === 0 ? { kind: 'duplicate' } : { kind: 'news', changed }
    },
    forget: (id) => known.delete(id),
    has: (id) => known.has(id),
    at: (id) => known.get(id)?.at,
    ids: () => known.keys(),
    size: () => known.size,
    watermark: () => newest,
    raiseWatermark: (at) => {
      newest = Math.max(newest, at)
    },
    entries: () => known.entries(),
    restore: (entries, watermark) => {
      for (const [id, value] of entries) known.set(id, value)
      newest = Math.max(newest, watermark)
    },
  }
}
