import { readFile } from 'node:fs/promises'
import { UsageError } from '../errors.js'
import { readCheckedYaml } from '../profile/checked-yaml.js'
import type { AttributeSpec, FullAttributeSpec, Mapping } from './mapping.js'

const origins = [
  'from',
  'value',
  'template',
  'relationship',
  'object',
  'list',
  'point',
  'latlon',
  'lonlat',
  'wkt',
  'geojson',
  'esri',
] as const

/** Where a value comes from. */
export type Origin = (typeof origins)[number]

/** Writes the short form of an attribute, a bare column, in full. */
export const fullSpec = (spec: AttributeSpec): FullAttributeSpec =>
  typeof spec === 'string' ? { from: spec } : spec

/** The one member of a value's specification that says where it comes from; throws a UsageError for none or two. */
export const originOf = (spec: FullAttributeSpec, place: string): Origin => {
  const found = origins.filter((origin) => spec[origin] !== undefined)
  const [origin] = found
  if (origin !== undefined && found.length === 1) return origin
  throw new UsageError(
    found.length === 0
      ? `${place} says not where its value comes from; add one of ${origins.join(', ')}`
      : `${place} has ${found.join(' and ')}; keep one`,
  )
}

const checkSpec = (spec: AttributeSpec, place: string): void => {
  const full = fullSpec(spec)
  originOf(full, place)
  for (const [member, inner] of Object.entries(full.object ?? {}))
    checkSpec(inner, `${place}.object.${member}`)
  for (const [index, inner] of (full.list ?? []).entries()) checkSpec(inner, `${place}.list[${index}]`)
  if (full.observedAt !== undefined) checkSpec(full.observedAt, `${place}.observedAt`)
}

/**
 * Reads a mapping from YAML text, strictly: every unknown key, wrong value or missing part is a UsageError
 * with file, line, place and the nearest known key.
 */
export const parseMapping = async (text: string, name = 'mapping'): Promise<Mapping> => {
  // Checked against schemas/map.schema.json, whose shape `Mapping` writes down.
  const mapping = (await readCheckedYaml(text, name, 'map.schema.json')) as Mapping
  for (const [attribute, spec] of Object.entries(mapping.map)) checkSpec(spec, `${name}: map.${attribute}`)
  return mapping.version === undefined ? mapping : { ...mapping, version: String(mapping.version) }
}

/** Reads a mapping file; see `parseMapping`. */
export const readMapping = async (file: string): Promise<Mapping> => {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new UsageError(
      code === 'ENOENT'
        ? `there is no mapping file ${file}`
        : `mapping file ${file} cannot be read (${code})`,
    )
  }
  return parseMapping(text, file)
}
