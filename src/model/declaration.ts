import { lineWidth, printKey, printText } from './literal.js'

/**
 * The text that json-schema-to-typescript writes without its formatter, read into a tree and printed again: with
 * readonly lists, single quotes, and no line over 120 characters. Its own formatter costs seven times the time.
 */
export type Type =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly Type[] }
  | { readonly kind: 'members'; readonly members: readonly Member[] }

/** One member of an interface. */
export interface Member {
  readonly comment?: string | undefined
  /** As it is printed: `name`, `'odd name'`, or `[k: string]`. */
  readonly key: string
  readonly optional: boolean
  readonly type: Type
}

const keyText = (key: string): string =>
  key.startsWith('"') ? printKey(JSON.parse(key) as string) : key === '[k: string]' ? key : printKey(key)

const tokenPattern = /\/\*\*[\s\S]*?\*\/|"(?:[^"\\]|\\.)*"|\[k: string\]|[A-Za-z_$][\w$]*|-?\d[\w.+-]*|\S/g

interface Tokens {
  readonly peek: () => string | undefined
  readonly take: () => string
}

const tokensOf = (text: string): Tokens => {
  const tokens = text.match(tokenPattern) ?? []
  let position = 0
  return {
    peek: () => tokens[position],
    take: () => tokens[position++] ?? '',
  }
}

const readMembers = (tokens: Tokens): readonly Member[] => {
  const members: Member[] = []
  for (;;) {
    const next = tokens.peek()
    if (next === undefined || next === '}') return members
    if (next.startsWith('/**')) tokens.take()
    const key = keyText(tokens.take())
    const optional = tokens.peek() === '?' && tokens.take() === '?'
    tokens.take()
    members.push({ key, optional, type: readUnion(tokens) })
  }
}

const readPrimary = (tokens: Tokens): Type => {
  // Comments inside types belong to members of unions; they repeat the description of the attribute.
  while (tokens.peek()?.startsWith('/**')) tokens.take()
  const token = tokens.take()
  if (token === '(') {
    const inner = readUnion(tokens)
    tokens.take()
    return inner
  }
  if (token === '{') {
    const members = readMembers(tokens)
    tokens.take()
    return { kind: 'members', members }
  }
  return { kind: 'text', text: token.startsWith('"') ? printText(JSON.parse(token) as string) : token }
}

const readList = (tokens: Tokens): Type => {
  let type = readPrimary(tokens)
  while (tokens.peek() === '[') {
    tokens.take()
    tokens.take()
    type = { kind: 'list', of: type }
  }
  return type
}

const readParts = (
  tokens: Tokens,
  sign: string,
  kind: 'union' | 'intersection',
  read: (tokens: Tokens) => Type,
): Type => {
  if (tokens.peek() === sign) tokens.take()
  const parts = [read(tokens)]
  while (tokens.peek() === sign) {
    tokens.take()
    parts.push(read(tokens))
  }
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind, parts }
}

const readUnion = (tokens: Tokens): Type =>
  readParts(tokens, '|', 'union', (inner) => readParts(inner, '&', 'intersection', readList))

/** Reads the types that json-schema-to-typescript wrote with `format: false`, by the names of their declarations. */
export const readTypes = (text: string): ReadonlyMap<string, Type> => {
  const tokens = tokensOf(text)
  const types = new Map<string, Type>()
  while (tokens.peek() !== undefined) {
    const token = tokens.take()
    if (token !== 'interface' && token !== 'type') continue
    const name = tokens.take()
    // The brace of an interface, the equals sign of an alias.
    tokens.take()
    if (token === 'type') types.set(name, readUnion(tokens))
    else {
      types.set(name, { kind: 'members', members: readMembers(tokens) })
      tokens.take()
    }
  }
  return types
}

const simple = (type: Type): boolean => type.kind === 'text' || type.kind === 'members'

const wrapped = (parts: readonly string[], sign: string, indent: string): string => {
  const lines: string[] = []
  let line = `${indent}${sign}`
  for (const part of parts) {
    const next = line === `${indent}${sign}` ? `${line} ${part}` : `${line} ${sign} ${part}`
    if (next.length > lineWidth && line !== `${indent}${sign}`) {
      lines.push(line)
      line = `${indent}${sign} ${part}`
    } else line = next
  }
  return `\n${[...lines, line].join('\n')}`
}

const flatUnion = (parts: readonly Type[]): readonly Type[] =>
  parts.flatMap((part) => (part.kind === 'union' ? flatUnion(part.parts) : [part]))

/** Prints a type after what already stands on its line (`used` characters), with `indent` before its further lines. */
export const printType = (type: Type, indent: string, used: number): string => {
  switch (type.kind) {
    case 'text':
      return type.text
    case 'members':
      return type.members.length === 0
        ? 'JsonObject'
        : `{\n${type.members.map((member) => printMember(member, `${indent}  `)).join('\n')}\n${indent}}`
    case 'list': {
      if (simple(type.of)) return `readonly ${printType(type.of, indent, used + 9)}[]`
      const inner = printType(type.of, indent, used + 10)
      return inner.startsWith('\n') ? `readonly (${inner}\n${indent})[]` : `readonly (${inner})[]`
    }
    default: {
      const sign = type.kind === 'union' ? '|' : '&'
      const parts = (type.kind === 'union' ? flatUnion(type.parts) : type.parts).map((part) => {
        const text = printType(part, `${indent}  `, indent.length + 4)
        return part.kind === 'list' || part.kind === 'union'
          ? part.kind === 'list'
            ? text
            : `(${text})`
          : text
      })
      const distinct = [...new Set(parts)]
      const line = distinct.join(` ${sign} `)
      if (!line.includes('\n') && used + line.length <= lineWidth) return line
      return wrapped(distinct, sign, `${indent}  `)
    }
  }
}

/** Breaks a text into lines of a comment. */
const commentLines = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word.slice(0, width)
    } else line = line === '' ? word.slice(0, width) : `${line} ${word}`
  }
  return [...lines, line]
}

/** Prints a doc comment, on one line where it fits. */
export const printComment = (text: string, indent: string): string => {
  const safe = text.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim()
  const line = `${indent}/** ${safe} */`
  if (line.length <= lineWidth) return line
  return [
    `${indent}/**`,
    ...commentLines(safe, lineWidth - indent.length - 3).map((part) => `${indent} * ${part}`),
    `${indent} */`,
  ].join('\n')
}

/** Prints a member of an interface. */
export const printMember = (member: Member, indent: string): string => {
  const head = `${indent}${member.key}${member.optional ? '?' : ''}:`
  const type = printType(member.type, indent, head.length + 1)
  const comment = member.comment === undefined ? '' : `${printComment(member.comment, indent)}\n`
  return `${comment}${head}${type.startsWith('\n') ? '' : ' '}${type}`
}
