import { readFile } from 'node:fs/promises'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formatsPlugin from 'ajv-formats'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { UsageError } from '../errors.js'
import { nearestName } from '../ngsi/nearest-name.js'

/** The longest YAML text that is read, in characters; a mapping or profile of 10,000 lines is far below. */
const maxLength = 2_000_000

// ajv-formats is CommonJS: under nodenext its callable export is the member `default`.
const addFormats = formatsPlugin.default

const compiled = new Map<string, Promise<ValidateFunction>>()

const compile = async (schemaFile: string): Promise<ValidateFunction> => {
  // From src/profile and from dist/profile alike, schemas/ is two folders up.
  const text = await readFile(new URL(`../../schemas/${schemaFile}`, import.meta.url), 'utf8')
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true })
  addFormats(ajv)
  return ajv.compile(JSON.parse(text) as object)
}

const validator = (schemaFile: string): Promise<ValidateFunction> => {
  const known = compiled.get(schemaFile)
  if (known !== undefined) return known
  const made = compile(schemaFile)
  compiled.set(schemaFile, made)
  return made
}

const place = (path: readonly string[]): string => (path.length === 0 ? 'the top level' : path.join('.'))

/** One sentence for one schema error: what was found, where, what is allowed. */
const sentence = (error: ErrorObject, path: readonly string[]): string => {
  const { params } = error as { params: Record<string, unknown> }
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(params['additionalProperty'] ?? params['unevaluatedProperty'])
      const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {})
      const near = nearestName(name, known)
      return `"${name}" is no known key of ${place(path)}${near === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${near}"?`}`
    }
    case 'required':
      return `${place(path)} lacks "${String(params['missingProperty'])}", which is mandatory`
    case 'enum':
      return `${place(path)} is ${JSON.stringify(error.data)}; allowed are ${(params['allowedValues'] as unknown[]).join(', ')}`
    case 'const':
      return `${place(path)} must be ${JSON.stringify(params['allowedValue'])}`
    case 'type':
      return `${place(path)} must be ${[params['type']].flat().join(' or ')}`
    default:
      return `${place(path)} ${error.message ?? 'is wrong'}`
  }
}

const segments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** The deepest error tells most: an anyOf above it only repeats it. */
const mostTelling = (errors: readonly ErrorObject[]): ErrorObject | undefined =>
  [...errors].sort(
    (a, b) =>
      Number(a.keyword === 'anyOf') - Number(b.keyword === 'anyOf') ||
      segments(b.instancePath).length - segments(a.instancePath).length,
  )[0]

const offsetOf = (
  node: ReturnType<typeof parseDocument>,
  path: readonly string[],
  key: unknown,
): number | undefined => {
  const steps = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part))
  const target = node.getIn(steps, true)
  if (typeof key === 'string' && isNode(target) && 'items' in target) {
    const pair = (target.items as readonly { key?: unknown }[]).find(
      (item) => isNode(item.key) && 'value' in item.key && item.key.value === key,
    )
    if (isNode(pair?.key) && pair.key.range) return pair.key.range[0]
  }
  return isNode(target) && target.range ? target.range[0] : undefined
}

/**
 * Reads a YAML (or JSON) text as data and checks it against one of the package's JSON Schemas.
 * Throws a UsageError that names file, line, place and remedy.
 */
export const readCheckedYaml = async (text: string, name: string, schemaFile: string): Promise<unknown> => {
  if (text.length > maxLength)
    throw new UsageError(`${name} has ${text.length} characters; ${maxLength} are read at most`)
  const lines = new LineCounter()
  // Aliases expand; a small number of them is enough for hand-written files and stops "billion laughs".
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const [broken] = document.errors
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0])
    throw new UsageError(`${name}:${line}:${col} is not YAML: ${broken.message.split('\n')[0] ?? ''}`)
  }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
  const validate = await validator(schemaFile)
  if (validate(data)) return data
  const error = mostTelling(validate.errors ?? [])
  if (error === undefined) throw new UsageError(`${name} does not follow schemas/${schemaFile}`)
  const path = segments(error.instancePath)
  const { params } = error as { params: Record<string, unknown> }
  const offset = offsetOf(document, path, params['additionalProperty'])
  const line = offset === undefined ? '' : `:${lines.linePos(offset).line}`
  throw new UsageError(`${name}${line}: ${sentence(error, path)}`)
}
