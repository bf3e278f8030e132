import { inflateRawSync } from 'node:zlib'
import { UsageError } from '../errors.js'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

const directory = (zip: Buffer, name: string): readonly ZipEntry[] => {
  const from = Math.max(0, zip.length - 65_557)
  let end = zip.length - 22
  while (end >= from && zip.readUInt32LE(end) !== endSignature) end -= 1
  if (end < from) throw new UsageError(`${name} is a broken zip file: it has no directory`)
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entrySignature)
      throw new UsageError(`${name} is a broken zip file: entry ${index + 1} cannot be read`)
    const nameLength = zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packedSize: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

const unpack = (zip: Buffer, entry: ZipEntry, name: string, limit: number): Buffer => {
  // The sizes of the local header may be 0 (streamed zips); the directory has the true ones.
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28)
  const packed = zip.subarray(start, start + entry.packedSize)
  if (entry.method === 0) return packed
  if (entry.method !== 8)
    throw new UsageError(`${entry.name} in ${name} is packed with method ${entry.method}; use deflate`)
  // The limit also holds against a zip bomb, whose directory may state any size.
  return inflateRawSync(packed, { maxOutputLength: limit })
}

/** Unpacks one file of a zip: the named one, or the only one. Nothing is written to disk, so names cannot escape a folder. */
export const unzipEntry = (zip: Buffer, name: string, wanted: string | undefined, limit: number): Buffer => {
  if (zip.length < 22) throw new UsageError(`${name} is a broken zip file: it is too short`)
  try {
    const files = directory(zip, name).filter((entry) => !entry.name.endsWith('/'))
    const [only] = files
    const entry = wanted === undefined ? only : files.find((file) => file.name === wanted)
    if (entry === undefined || (wanted === undefined && files.length > 1))
      throw new UsageError(
        `${name} holds ${files.length} files; name one with source.entry: ${files
          .slice(0, 10)
          .map((file) => file.name)
          .join(', ')}`,
      )
    return unpack(zip, entry, name, limit)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${name} is a broken zip file: ${error instanceof Error ? error.message : ''}`)
  }
}
