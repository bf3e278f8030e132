import { createHash } from 'node:crypto'
import { dirname, isAbsolute, resolve } from 'node:path'
import { UsageError } from '../errors.js'
import { collectBytes, openBytes } from './byte-source.js'
import { readCheckedYaml } from './checked-yaml.js'
import type { ModelRule, Profile, ResolvedProfile } from './profile.js'
import { tightenModel } from './tighten.js'

/** How a profile is read. */
export interface ReadProfileOptions {
  /** Whether profiles may lie on this machine's or a private network's web servers. @default false */
  readonly allowPrivate?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** More layers than this are a circle. */
const maxLayers = 10
const maxBytes = 2_000_000

const isUrl = (location: string): boolean => /^https?:\/\//i.test(location)

const relative = (location: string, from: string): string => {
  if (isUrl(location) || isAbsolute(location)) return location
  return isUrl(from) ? new URL(location, from).href : resolve(dirname(from), location)
}

interface Layer {
  readonly profile: Profile
  readonly from: string
  readonly sha256: string
}

const readLayer = async (
  location: string,
  expected: string | undefined,
  options: ReadProfileOptions,
): Promise<Layer> => {
  const bytes = await collectBytes(location, await openBytes(location, options), maxBytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (expected !== undefined && expected !== sha256)
    throw new UsageError(`${location} has changed: its SHA-256 is ${sha256}, extends says ${expected}`)
  // Checked against schemas/profile.schema.json, whose shape `Profile` writes down.
  const profile = (await readCheckedYaml(bytes.toString('utf8'), location, 'profile.schema.json')) as Profile
  return { profile, from: location, sha256 }
}

const layersOf = async (location: string, options: ReadProfileOptions): Promise<readonly Layer[]> => {
  const layers: Layer[] = []
  let next: { readonly from: string; readonly sha256?: string | undefined } | undefined = { from: location }
  while (next !== undefined) {
    if (layers.length === maxLayers)
      throw new UsageError(`${location} extends more than ${maxLayers} profiles; is there a circle?`)
    const layer: Layer = await readLayer(next.from, next.sha256, options)
    layers.unshift(layer)
    const base: Profile['extends'] = layer.profile.extends
    const named = typeof base === 'string' ? { from: base } : base
    next = named === undefined ? undefined : { ...named, from: relative(named.from, layer.from) }
  }
  return layers
}

const merged = (base: Profile, own: Profile, name: string): Profile => {
  const models: Record<string, ModelRule> = { ...base.models }
  for (const [type, rule] of Object.entries(own.models)) {
    const before = Object.hasOwn(models, type) ? models[type] : undefined
    // A model may be named without saying more: `Alert:`.
    models[type] = tightenModel(before ?? {}, rule ?? {}, `${name}: models.${type}`)
  }
  return {
    ...base,
    ...own,
    models,
    governance: { ...base.governance, ...own.governance },
    waivers: [...(base.waivers ?? []), ...(own.waivers ?? [])],
  }
}

/**
 * Reads a profile from a file or URL with everything that it extends. Throws a UsageError for an unknown key (with line and
 * nearest known key), a base that changed, or an override that loosens what its base demands.
 */
export const readProfile = async (
  location: string,
  options: ReadProfileOptions = {},
): Promise<ResolvedProfile> => {
  const layers = await layersOf(isUrl(location) ? location : resolve(location), options)
  const empty: Profile = { name: '', version: '0.0.0', models: {} }
  const { extends: _base, ...profile } = layers.reduce<Profile>(
    (base, layer) => merged(base, layer.profile, layer.from),
    empty,
  )
  return {
    ...profile,
    layers: layers.map(({ profile: { name, version }, from, sha256 }) => ({ name, version, from, sha256 })),
  }
}
