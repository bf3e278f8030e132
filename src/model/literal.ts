const identifier = /^[A-Za-z_$][\w$]*$/

/** The longest line that generated code may have, in characters. */
export const lineWidth = 120

/** Writes a text as a TypeScript string literal in single quotes. */
export const printText = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    // Line separators are legal in JSON texts and end a line in older JavaScript.
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}'`

/** Writes a member name: bare where it is an identifier, quoted where not; `__proto__` computed, so that it adds a member. */
export const printKey = (name: string): string =>
  name === '__proto__' ? "['__proto__']" : identifier.test(name) ? name : printText(name)

const splitText = (text: string, room: number, indent: string): string => {
  const pieces: string[] = []
  for (let rest = text; rest !== ''; ) {
    let size = Math.min(rest.length, room)
    while (size > 1 && printText(rest.slice(0, size)).length > room) size -= 1
    // Cutting between surrogates would write two broken characters.
    if (/[\uD800-\uDBFF]$/.test(rest.slice(0, size)) && size < rest.length)
      size = size > 1 ? size - 1 : size + 1
    pieces.push(printText(rest.slice(0, size)))
    rest = rest.slice(size)
  }
  return pieces.join(` +\n${indent}`)
}

const printList = (items: readonly unknown[], indent: string, used: number): string => {
  if (items.length === 0) return '[]'
  const inner = `${indent}  `
  const printed = items.map((item) => printLiteral(item, inner))
  const line = `[${printed.join(', ')}]`
  if (!line.includes('\n') && used + line.length <= lineWidth) return line
  const lines: string[] = []
  let current = inner
  for (const item of printed) {
    const next = current === inner ? inner + item : `${current} ${item}`
    if (current !== inner && (next.length + 1 > lineWidth || item.includes('\n'))) {
      lines.push(current)
      current = inner + item
    } else current = next
    current += ','
  }
  return `[\n${[...lines, current].join('\n')}\n${indent}]`
}

const printMembers = (
  members: readonly (readonly [string, unknown])[],
  indent: string,
  used: number,
): string => {
  if (members.length === 0) return '{}'
  const inner = `${indent}  `
  const printed = members.map(([name, value]) => {
    const key = printKey(name)
    return `${key}: ${printLiteral(value, inner, inner.length + key.length + 3)}`
  })
  const line = `{ ${printed.join(', ')} }`
  if (!line.includes('\n') && used + line.length <= lineWidth) return line
  return `{\n${printed.map((member) => `${inner}${member},`).join('\n')}\n${indent}}`
}

/**
 * Writes a JSON value as a TypeScript literal, on one line where it fits into 120 characters and broken where not.
 * `used` is what already stands on the line, `indent` the blanks of its beginning; undefined members are left out.
 */
export const printLiteral = (value: unknown, indent = '', used: number = indent.length): string => {
  if (typeof value === 'string') {
    const text = printText(value)
    const room = lineWidth - indent.length - 4
    return used + text.length + 1 <= lineWidth
      ? text
      : text.length <= room
        ? `\n${indent}  ${text}`
        : `\n${indent}  ${splitText(value, room, `${indent}  `)}`
  }
  if (Array.isArray(value)) return printList(value, indent, used + 1)
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : String(value)
  return printMembers(
    Object.entries(value).filter(([, member]) => member !== undefined),
    indent,
    used + 1,
  )
}
