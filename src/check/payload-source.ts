import { createHash, type Hash } from 'node:crypto'
import { UsageError } from '../errors.js'
import { isObject, type JsonObject } from '../ngsi/entity.js'
import { type OpenOptions, openBytes } from '../profile/byte-source.js'
import { decodeText, linesOf } from '../profile/text-source.js'

/** One payload: an entity, or why there is none. */
export interface Payload {
  /** File and line, or file and index. */
  readonly place: string
  readonly entity?: JsonObject | undefined
  readonly fault?: string | undefined
}

/** A source of payloads, and what is known of it once it was read. */
export interface PayloadSource {
  readonly name: string
  readonly payloads: () => AsyncIterable<Payload>
  /** SHA-256 of the bytes; undefined for a source that is no file. */
  readonly sha256: () => string | undefined
}

/** What `check` takes: path, `-`, http(s) URL, one entity, or entities from an array or iterable. */
export type CheckSource =
  | string
  | JsonObject
  | readonly unknown[]
  | Iterable<unknown>
  | AsyncIterable<unknown>

/** The largest JSON document; NDJSON is streamed without limit. */
const maxDocument = 512 * 1024 * 1024

async function* hashed(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

const asPayload = (value: unknown, place: string): Payload =>
  isObject(value)
    ? { place, entity: value }
    : { place, fault: `is ${JSON.stringify(value)?.slice(0, 40)}, no JSON object` }

const lists = ['features', 'entities', 'data', 'results', '@graph']

/** The entities in a JSON document: itself, a list, a notification's `data`, a FeatureCollection. */
const entitiesIn = (document: unknown): readonly unknown[] => {
  if (Array.isArray(document)) return document as readonly unknown[]
  if (isObject(document))
    for (const member of lists) {
      const list = document[member]
      const wraps =
        document['type'] === 'FeatureCollection' ||
        document['type'] === 'Notification' ||
        document['id'] === undefined
      if (wraps && Array.isArray(list)) return list as readonly unknown[]
    }
  return [document]
}

const fault = (error: unknown): string =>
  `is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : String(error)}`

async function* linePayloads(
  first: string,
  lines: AsyncIterator<string>,
  name: string,
): AsyncGenerator<Payload> {
  let number = 0
  for (let next: IteratorResult<string> = { value: first }; !next.done; next = await lines.next()) {
    number += 1
    if (next.value.trim() === '') continue
    const place = `${name}:${number}`
    let value: unknown
    try {
      value = JSON.parse(next.value)
    } catch (error) {
      yield { place, fault: fault(error) }
      continue
    }
    yield asPayload(value, place)
  }
}

const isWholeJson = (line: string): boolean => {
  if (!line.trimStart().startsWith('{')) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

function* documentPayloads(text: string, name: string): Generator<Payload> {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    yield { place: name, fault: fault(error) }
    return
  }
  const entities = entitiesIn(document)
  for (const [index, entity] of entities.entries())
    yield asPayload(entity, entities.length === 1 && entity === document ? name : `${name}#${index}`)
}

/** NDJSON is what has a whole JSON object on its first line and something on its second; everything else is one document. */
async function* textPayloads(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Payload> {
  const lines = linesOf(decodeText(chunks, 'utf-8', name), name, maxDocument)
  const first = await lines.next()
  if (first.done) {
    yield { place: name, fault: 'is empty' }
    return
  }
  if (isWholeJson(first.value)) {
    const second = await lines.next()
    if (!second.done) {
      yield* linePayloads(first.value, prepend(second.value, lines), name)
      return
    }
    yield* documentPayloads(first.value, name)
    return
  }
  const rest: string[] = [first.value]
  for await (const line of lines) rest.push(line)
  yield* documentPayloads(rest.join('\n'), name)
}

async function* prepend(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}

async function* givenPayloads(
  source: Iterable<unknown> | AsyncIterable<unknown>,
  name: string,
): AsyncGenerator<Payload> {
  let index = 0
  for await (const value of source) {
    yield asPayload(value, `${name}#${index}`)
    index += 1
  }
}

const isIterable = (source: object): source is Iterable<unknown> | AsyncIterable<unknown> =>
  Symbol.iterator in source || Symbol.asyncIterator in source

/** Makes the payloads of a source. Files are read when the payloads are asked for; a missing file is a UsageError then. */
export const payloadSource = (
  source: CheckSource,
  options: OpenOptions & { readonly name?: string | undefined },
): PayloadSource => {
  if (typeof source !== 'string') {
    const name = options.name ?? 'payload'
    const values = isIterable(source) ? source : [source]
    return { name, payloads: () => givenPayloads(values, name), sha256: () => undefined }
  }
  if (source === '') throw new UsageError('a source is a file, a URL, or "-"')
  const name = options.name ?? (source === '-' ? 'standard input' : source)
  const hash = createHash('sha256')
  let digest: string | undefined
  async function* payloads(): AsyncGenerator<Payload> {
    yield* textPayloads(hashed(await openBytes(source as string, options), hash), name)
    digest = hash.digest('hex')
  }
  return { name, payloads, sha256: () => digest }
}
