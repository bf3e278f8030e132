import { isObject } from '../ngsi/entity.js'
import type { ResolvedProfile } from './profile.js'

/** One difference between two profiles. */
export interface ProfileDifference {
  /** `models.OffStreetParking.attributes.name.level` */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly from?: unknown
  readonly to?: unknown
}

const differences = (from: unknown, to: unknown, path: string): readonly ProfileDifference[] => {
  if (JSON.stringify(from) === JSON.stringify(to)) return []
  if (from === undefined) return [{ path, kind: 'added', to }]
  if (to === undefined) return [{ path, kind: 'removed', from }]
  if (!isObject(from) || !isObject(to)) return [{ path, kind: 'changed', from, to }]
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort()
  return names.flatMap((name) => differences(from[name], to[name], path === '' ? name : `${path}.${name}`))
}

/** What the second profile says otherwise than the first, both resolved; who they are and what they extend left out. */
export const diffProfiles = (from: ResolvedProfile, to: ResolvedProfile): readonly ProfileDifference[] => {
  const said = ({
    layers: _layers,
    name: _name,
    version: _version,
    owner: _owner,
    description: _text,
    ...rest
  }: ResolvedProfile): unknown => rest
  return differences(said(from), said(to), '')
}

/** Writes a difference as one line. */
export const printDifference = ({ path, kind, from, to }: ProfileDifference): string => {
  const [before, after] = [from, to].map((value) => JSON.stringify(value))
  if (kind === 'added') return `+ ${path}: ${after}`
  return kind === 'removed' ? `- ${path}: ${before}` : `~ ${path}: ${before} → ${after}`
}
