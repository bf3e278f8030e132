import { UsageError } from '../errors.js'

const labels: Readonly<Record<string, string>> = {
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  utf8: 'utf-8',
}

const decoderOf = (encoding: string): InstanceType<typeof TextDecoder> => {
  const label = labels[encoding.toLowerCase()] ?? encoding
  try {
    return new TextDecoder(label, { fatal: true })
  } catch {
    throw new UsageError(
      `encoding "${encoding}" is not known; use utf-8, cp1252, utf-16le or another WHATWG label`,
    )
  }
}

const lineEnds = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

const wrongBytes = (name: string, encoding: string, line: number): UsageError =>
  new UsageError(
    `${name} line ${line} is not valid ${encoding}; say source.encoding in the mapping (older Dutch and German systems write cp1252)`,
  )

/**
 * Decodes bytes as text, piece by piece, without a byte order mark.
 * Throws a UsageError that names the line of the first byte that the encoding does not allow.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
  name: string,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding)
  let line = 1
  const tolerant = new TextDecoder(decoder.encoding)
  for await (const chunk of chunks) {
    let text: string
    try {
      text = decoder.decode(chunk, { stream: true })
    } catch {
      const readable = tolerant.decode(chunk)
      const good = readable.slice(0, Math.max(0, readable.indexOf('\uFFFD', 3)))
      throw wrongBytes(name, encoding, line + lineEnds(good))
    }
    line += lineEnds(text)
    yield text
  }
  try {
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch {
    throw wrongBytes(name, encoding, line)
  }
}

/** Splits text into lines, whatever ends them (LF, CRLF or CR alone). Throws a UsageError for a line above `maxLength`. */
export async function* linesOf(
  texts: AsyncIterable<string>,
  name: string,
  maxLength: number = 16 * 1024 * 1024,
): AsyncGenerator<string> {
  let rest = ''
  let number = 0
  for await (const text of texts) {
    const pieces = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = pieces.pop() ?? ''
    if (rest.length > maxLength)
      throw new UsageError(
        `${name} line ${number + pieces.length + 1} is longer than ${maxLength} characters`,
      )
    number += pieces.length
    yield* pieces
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}
