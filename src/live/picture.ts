import type { JsonObject } from '../ngsi/entity.js'
import { differing, isDeletion, type Known, knownOf, laterOf, type Moment } from './change.js'

/** What a version of an entity means to a consumer; `known` is to be remembered once it was told. */
export type Judgement =
  | { readonly kind: 'news'; readonly changed: readonly string[] | undefined; readonly known: Known }
  | { readonly kind: 'deleted'; readonly known: Known }
  /** Told before. */
  | { readonly kind: 'duplicate'; readonly known: Known }
  /** Older than what was told. */
  | { readonly kind: 'late' }
  /** Only the broker knows whether it is the later one: read it back. */
  | { readonly kind: 'unclear' }

/** What is kept of a picture between processes. */
export interface PictureState {
  readonly entities: Iterable<readonly [string, Known]>
  readonly gone: Iterable<readonly [string, Moment]>
  readonly watermark: number
}

/** What a consumer was told: a moment and fingerprints per entity. Judging changes nothing; telling is followed by `remember`. */
export interface Picture {
  /** `settled`: the version was read from the broker just now, so nothing remembered can be later. */
  readonly judge: (entity: JsonObject, notifiedAt: string | undefined, settled?: boolean) => Judgement
  readonly remember: (id: string, known: Known) => void
  /** Remembers that an entity is gone, and when. */
  readonly bury: (id: string, moment: Moment) => void
  readonly forget: (id: string) => void
  readonly known: (id: string) => Known | undefined
  readonly ids: () => IterableIterator<string>
  readonly size: () => number
  /** Microseconds; everything changed before was compared with the broker. */
  readonly watermark: () => number
  readonly raiseWatermark: (at: number) => void
  readonly state: () => PictureState
  readonly restore: (state: PictureState) => void
}

/** Deleted entities that are remembered, so that a notification that is late does not bring them back. */
const maxGone = 10_000

/** Makes an empty picture. */
export const createPicture = (): Picture => {
  const known = new Map<string, Known>()
  const gone = new Map<string, Moment>()
  let compared = 0

  const judgeDeletion = (id: string, now: Known): Judgement => {
    const before = known.get(id)
    if (before !== undefined && laterOf(before, now) === 'first') return { kind: 'late' }
    return gone.has(id) ? { kind: 'duplicate', known: now } : { kind: 'deleted', known: now }
  }
  const judgeUnknown = (id: string, now: Known, settled: boolean): Judgement => {
    // Older than the last comparison, which did not find it: most likely deleted since.
    const isSuspect = gone.has(id) || (now.clock === 'modifiedAt' && now.at <= compared)
    return isSuspect && !settled ? { kind: 'unclear' } : { kind: 'news', changed: undefined, known: now }
  }
  const judgeKnown = (before: Known, now: Known, settled: boolean): Judgement => {
    const later = laterOf(before, now)
    if (later === 'first' && !settled) return { kind: 'late' }
    const changed = differing(before, now)
    if (changed.length === 0) return { kind: 'duplicate', known: now }
    return later === 'second' || settled ? { kind: 'news', changed, known: now } : { kind: 'unclear' }
  }

  return {
    judge: (entity, notifiedAt, settled = false) => {
      const id = String(entity['id'])
      const now = knownOf(entity, notifiedAt)
      if (isDeletion(entity)) return judgeDeletion(id, now)
      const before = known.get(id)
      return before === undefined ? judgeUnknown(id, now, settled) : judgeKnown(before, now, settled)
    },
    remember: (id, now) => {
      gone.delete(id)
      known.set(id, now)
    },
    bury: (id, { at, clock }) => {
      known.delete(id)
      gone.delete(id)
      gone.set(id, { at, clock })
      for (const oldest of gone.keys()) {
        if (gone.size <= maxGone) break
        gone.delete(oldest)
      }
    },
    forget: (id) => void known.delete(id),
    known: (id) => known.get(id),
    ids: () => known.keys(),
    size: () => known.size,
    watermark: () => compared,
    raiseWatermark: (at) => {
      compared = Math.max(compared, at)
    },
    state: () => ({ entities: known, gone, watermark: compared }),
    restore: (state) => {
      for (const [id, value] of state.entities) known.set(id, value)
      for (const [id, value] of state.gone) gone.set(id, value)
      compared = Math.max(compared, state.watermark)
    },
  }
}
