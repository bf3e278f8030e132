import { atPointer } from './json-schema.js'

/**
 * Ajv's standalone code, made smaller: arguments that only messages need go, an error becomes a list of pointer,
 * keyword and what was asked, the schemas' text goes, and what Ajv requires is imported.
 */

const string = String.raw`"(?:[^"\\]|\\.)*"`
const schemaReference = String.raw`\b(schema\d+)((?:\.[A-Za-z_$][\w$]*|\[${string}\]|\[\d+\])*)`

const signature = /^(function validate\d+)\(data, \{.*\}=\{\}\)\{$/
const schemaLine = /^const (schema\d+) = (.*);$/
const requireLine = /^const (\w+) = require\("ajv\/dist\/runtime\/(\w+)"\)\.default;$/
const exportLine = /^export const (\w+) = (validate\d+);$/
const error = new RegExp(
  String.raw`\{instancePath(?::(.*?))?,schemaPath:${string},keyword:(${string}),params:(\{.*?\})\}(?=\]?;$)`,
)
// Names in a schema are anybody's text: every string literal is taken whole, so that none can end a match early.
const call = new RegExp(
  String.raw`\{instancePath(?::((?:[^"]|${string})*?))?,parentData(?::[\w$]+)?,parentDataProperty(?::(?:${string}|[\w$]+))?,rootData\}`,
  'g',
)
const stringOrPath = new RegExp(`${string}|\\binstancePath\\b`, 'g')
const stringOrSchema = new RegExp(`${string}|${schemaReference}`, 'g')
const askedReference = new RegExp(String.raw`:\s*${schemaReference}\}$`)
const askedValue = new RegExp(
  String.raw`(?:type|format|pattern|limit|multipleOf|missingProperty|allowedValue): ?(${string}|-?[\d.e+-]+|\[.*?\])\}?`,
)

/** Allowed values beyond this many are not repeated in an error of a nested member. */
const maxListed = 20

type Schemas = ReadonlyMap<string, unknown>

const partsOf = (path: string): readonly string[] =>
  (path.match(/[A-Za-z_$][\w$]*|"(?:[^"\\]|\\.)*"|\d+/g) ?? []).map((part) =>
    part.startsWith('"') ? (JSON.parse(part) as string) : part,
  )

const schemaValue = (schemas: Schemas, name: string, path: string): unknown => {
  const pointer = partsOf(path).map(
    (part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('%', '%25')}`,
  )
  return atPointer(schemas.get(name), pointer.join(''))
}

/** Tells whether an enum is that of an attribute or its items, which the descriptor knows too. */
const ofAttribute = (path: string): boolean =>
  /^\.properties(?:\.[\w$]+|\["[^"]*"\])(?:\.items)?\.enum$/.test(path)

const askedOf = (keyword: string, params: string, schemas: Schemas): string => {
  const [reference, name = '', path = ''] = askedReference.exec(params) ?? []
  if (reference !== undefined) {
    const value = schemaValue(schemas, name, path)
    const listed = Array.isArray(value) && (value.length > maxListed || ofAttribute(path))
    return value === undefined || listed ? '' : `,${JSON.stringify(value)}`
  }
  const value = askedValue.exec(params)?.[1]
  return value === undefined || keyword === '"enum"' ? '' : `,${value}`
}

const pointerOf = (path: string | undefined): string =>
  (path ?? 'instancePath').replace(stringOrPath, (found) => (found === 'instancePath' ? 'path' : found))

const shortError = (line: string, schemas: Schemas): string =>
  line.replace(
    error,
    (_, path: string | undefined, keyword: string, params: string) =>
      `[${pointerOf(path)},${keyword}${askedOf(keyword, params, schemas)}]`,
  )

/** What stands for the functions of Ajv that the code requires. */
const imported: Readonly<Record<string, string>> = { ucs2length: 'textLength', equal: 'sameValue' }

const shortLine = (line: string, schemas: Schemas): string => {
  if (line.startsWith('function validate')) return line.replace(signature, '$1(data, path){')
  const needed = requireLine.exec(line)
  if (needed !== null) return `const ${needed[1]} = ${imported[needed[2] ?? ''] ?? 'undefined'};`
  return shortError(line, schemas)
    .replace(call, (_, path: string | undefined) => pointerOf(path))
    .replace(stringOrSchema, (found, name: string | undefined, path: string | undefined) =>
      name === undefined || !schemas.has(name)
        ? found
        : JSON.stringify(schemaValue(schemas, name, path ?? '') ?? null),
    )
}

/** Makes Ajv's standalone code (`code.lines`, `code.esm`) small; `exported` maps the names it exports to those wanted. */
export const shortenCheckCode = (code: string, exported: ReadonlyMap<string, string>): string => {
  const lines = code.split('\n')
  const schemas = new Map<string, unknown>()
  for (const line of lines) {
    const [, name, json] = schemaLine.exec(line) ?? []
    if (name !== undefined && json !== undefined) schemas.set(name, parsed(json))
  }
  const result: string[] = []
  for (const line of lines) {
    if (line === '"use strict";' || line === '' || schemaLine.test(line)) continue
    const out = exportLine.exec(line)
    if (out === null) result.push(shortLine(line, schemas))
    else if (exported.has(out[1] ?? ''))
      result.push(`export const ${exported.get(out[1] ?? '')}: ValuesCheck = ${out[2]};`)
  }
  return result.join('\n')
}

/** Ajv prints schemas as JavaScript: JSON with bare keys where they are identifiers. */
const parsed = (printed: string): unknown => {
  try {
    return JSON.parse(printed)
  } catch {
    return undefined
  }
}
