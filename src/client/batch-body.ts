/** Bytes of a request body that is being filled; texts stand in it one after another, as a JSON array. */
export interface BatchBody {
  buffer: Buffer
  used: number
}

const comma = 0x2c
const opening = 0x5b
const closing = 0x5d

/** Makes an empty body with room for so many bytes; it grows when it must. */
export const createBody = (bytes: number): BatchBody => ({ buffer: Buffer.allocUnsafe(bytes), used: 0 })

const makeRoom = (body: BatchBody, bytes: number): void => {
  if (body.used + bytes <= body.buffer.length) return
  const larger = Buffer.allocUnsafe(Math.max(body.used + bytes, body.buffer.length * 2))
  body.buffer.copy(larger, 0, 0, body.used)
  body.buffer = larger
}

/**
 * Writes a JSON text at the end of a body; it stands from the returned place to the new `used`.
 * Texts go into bytes at once: joining them as strings first costs half as much as making them.
 */
export const appendText = (body: BatchBody, text: string): number => {
  // A UTF-16 unit takes at most three bytes in UTF-8; a separator before, a bracket after.
  makeRoom(body, text.length * 3 + 2)
  const { buffer, used } = body
  buffer[used] = used === 0 ? opening : comma
  body.used = used + 1 + buffer.write(text, used + 1)
  return used + 1
}

/** A text that stands in a body. */
export interface Placed {
  readonly body: BatchBody
  readonly start: number
  readonly end: number
}

/** Reads a text back out of its body. */
export const placedText = ({ body, start, end }: Placed): string => body.buffer.toString('utf8', start, end)

/** UTF-8 bytes of the texts as one JSON array. */
export const arrayBytes = (texts: readonly Placed[]): number =>
  texts.reduce((sum, { start, end }) => sum + end - start + 1, 1)

/** The texts as one JSON array; without a copy where they are all that their body holds. */
export const arrayOf = (texts: readonly Placed[]): Buffer => {
  const [first] = texts
  const size = arrayBytes(texts)
  if (first !== undefined && size === first.body.used + 1) {
    makeRoom(first.body, 1)
    first.body.buffer[first.body.used] = closing
    return first.body.buffer.subarray(0, size)
  }
  const bytes = Buffer.allocUnsafe(Math.max(2, size))
  bytes[0] = opening
  let at = 1
  for (const { body, start, end } of texts) {
    if (at > 1) bytes[at++] = comma
    at += body.buffer.copy(bytes, at, start, end)
  }
  bytes[at] = closing
  return bytes
}
