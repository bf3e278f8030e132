import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { UsageError } from '../errors.js'
import { download } from '../http/download.js'
import { unzipEntry } from './zip.js'

/** Where bytes come from besides files. */
export interface OpenOptions {
  /** Read where the location is `-`. */
  readonly stdin?: AsyncIterable<Uint8Array | string> | undefined
  /** Whether addresses of this machine or a private network may be asked. @default false */
  readonly allowPrivate?: boolean | undefined
  /** ZIP: name of the file inside. */
  readonly entry?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** The largest download, and the largest zip file, that is taken, in bytes. */
const maxBytes = 512 * 1024 * 1024

const isUrl = (location: string): boolean => /^https?:\/\//i.test(location)

async function* fromFile(file: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 256 * 1024, ...(signal ? { signal } : {}) })
  for await (const chunk of stream) yield chunk as Uint8Array
}

async function* fromStdin(stdin: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

async function* fromUrl(url: string, options: OpenOptions): AsyncGenerator<Uint8Array> {
  const { allowPrivate, signal } = options
  const answer = await download(url, { maxBytes, allowPrivate, signal, timeoutMs: 120_000 })
  yield answer.bytes
}

const checkFile = async (file: string): Promise<void> => {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw new UsageError(`${file} is a folder; name a file`)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(code === 'ENOENT' ? `there is no file ${file}` : `${file} cannot be read (${code})`)
  }
}

const plainBytes = async (location: string, options: OpenOptions): Promise<AsyncGenerator<Uint8Array>> => {
  if (isUrl(location)) return fromUrl(location, options)
  if (location === '-') {
    if (options.stdin === undefined) throw new UsageError('"-" reads standard input, and there is none')
    return fromStdin(options.stdin)
  }
  await checkFile(location)
  return fromFile(location, options.signal)
}

async function* gunzip(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip()
  const feed = async (): Promise<void> => {
    for await (const chunk of chunks) {
      if (unzip.destroyed) return
      if (!unzip.write(chunk)) await new Promise<void>((go) => unzip.once('drain', go).once('close', go))
    }
    unzip.end()
  }
  const fed = feed().catch((error: unknown) => void unzip.destroy(error as Error))
  try {
    for await (const chunk of unzip) yield chunk as Uint8Array
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('Z_')) throw error
    throw new UsageError(`${name} is a broken gzip file: ${message}`)
  } finally {
    unzip.destroy()
    await fed
  }
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** Reads everything; throws a UsageError above `limit` bytes. */
export const collectBytes = async (
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit)
      throw new UsageError(
        `${name} is larger than ${Math.round(limit / 2 ** 20)} MB; split it, or write it as NDJSON or CSV, which are streamed`,
      )
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * Opens a file, `-`, or an http(s) URL as bytes; gzip and zip are recognised by their first bytes and unpacked.
 * Throws a UsageError for what is missing, unreadable or broken.
 */
export const openBytes = async (
  location: string,
  options: OpenOptions = {},
): Promise<AsyncIterable<Uint8Array>> => {
  const chunks = await plainBytes(location, options)
  const first = await chunks.next()
  if (first.done) return once(new Uint8Array())
  const [a, b] = first.value
  const all = withFirst(first.value, chunks)
  if (a === 0x1f && b === 0x8b) return gunzip(location, all)
  if (a === 0x50 && b === 0x4b)
    return once(unzipEntry(await collectBytes(location, all, maxBytes), location, options.entry, maxBytes))
  return all
}
