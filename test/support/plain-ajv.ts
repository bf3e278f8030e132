import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parseReference } from '../../src/model/reference.js'

const base = 'https://schemas.test/'

/** Refers by path, because the `$id`s of the official schemas collide; everything else stays as published. */
const byPath = (value: unknown, document: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => byPath(item, document))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, member]) =>
          !((name === '$id' || name === 'id' || name === '$schema') && typeof member === 'string'),
      )
      .map(([name, member]) => {
        if (name !== '$ref' || typeof member !== 'string') return [name, byPath(member, document)]
        const reference = parseReference(member, document)
        return [name, `${base}${reference.document}#${reference.pointer}`]
      }),
  )
}

const jsonFiles = (folder: string, prefix = ''): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return name === 'examples' ? [] : jsonFiles(path, `${prefix}${name}/`)
    return name.endsWith('.json') ? [`${prefix}${name}`] : []
  })

/** Every schema of a folder, referring to others by path. */
export const plainSchemas = (folder: string): ReadonlyMap<string, object> =>
  new Map(
    jsonFiles(folder).flatMap((path) => {
      const schema = byPath(JSON.parse(readFileSync(join(folder, path), 'utf8')), path)
      return typeof schema === 'object' && schema !== null ? [[base + path, schema] as const] : []
    }),
  )

/** An Ajv instance that knows the schemas, with formats. */
export const plainInstance = (schemas: ReadonlyMap<string, object>, options: Options = {}): Ajv2020 => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, ...options })
  addFormats.default(ajv)
  ajv.addFormat('idn-email', /^[^@\s]+@[^@\s]+$/u)
  for (const [id, schema] of schemas) ajv.addSchema(schema, id)
  return ajv
}

/**
 * Plain Ajv over published schemas, as a user would set it up by hand: the measure that our validators are compared
 * with. Gives a validator by the path of its schema, or undefined where Ajv refuses the schema.
 */
export const plainAjv = (folder: string): ((path: string) => ValidateFunction | undefined) => {
  const ajv = plainInstance(plainSchemas(folder))
  return (path) => {
    try {
      return ajv.getSchema(base + path)
    } catch {
      return undefined
    }
  }
}
