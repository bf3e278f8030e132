import { isObject } from '../ngsi/entity.js'
import { lineWidth, printKey, printLiteral, printText } from './literal.js'
import { banner } from './model-file.js'

const plainName = /^[^\s`\\$]+$/

const splitIri = (term: string, definition: unknown): string | undefined =>
  typeof definition === 'string' &&
  plainName.test(term) &&
  definition.endsWith(term) &&
  definition.length > term.length
    ? definition.slice(0, -term.length)
    : undefined

const wrapWords = (words: readonly string[], indent: string): string => {
  const lines: string[] = []
  let line = indent
  for (const word of words) {
    if (line !== indent && line.length + word.length + 1 > lineWidth) {
      lines.push(line)
      line = indent + word
    } else line = line === indent ? line + word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** Terms whose IRI is a base and their own name are listed once under that base; that halves the file. */
const printTerms = (context: Readonly<Record<string, unknown>>): readonly string[] => {
  const bases = new Map<string, string[]>()
  const others: [string, unknown][] = []
  for (const [term, definition] of Object.entries(context)) {
    const base = splitIri(term, definition)
    if (base === undefined) others.push([term, definition])
    else bases.set(base, [...(bases.get(base) ?? []), term])
  }
  const listed = [...bases].map(
    ([base, terms]) =>
      `...terms(\n        ${printText(base)},\n        \`\n${wrapWords(terms, '          ')}\`,\n      )`,
  )
  const single = others.map(([term, definition]) => {
    const key = printKey(term)
    return `${key}: ${printLiteral(definition, '      ', key.length + 9)}`
  })
  return [...single, ...listed]
}

const printContext = (url: string, document: unknown): string => {
  const context = isObject(document) ? document['@context'] : {}
  if (!isObject(context))
    return `  ${printText(url)}: ${printLiteral({ '@context': context }, '  ', url.length + 6)},`
  return `  ${printText(url)}: {\n    '@context': {\n${printTerms(context)
    .map((part) => `      ${part},`)
    .join('\n')}\n    },\n  },`
}

/** Prints the module of the models' contexts, by URL, for use without a network. */
export const printContextsFile = (contexts: ReadonlyMap<string, unknown>): string => `${banner}

/** Terms whose IRI is the base with the term's own name behind it. */
const terms = (base: string, names: string): Record<string, string> =>
  Object.fromEntries(names.trim().split(/\\s+/).map((name) => [name, base + name]))

/** JSON-LD context documents of the models by URL. */
export const bundledContexts: Readonly<Record<string, object>> = {
${[...contexts].map(([url, document]) => printContext(url, document)).join('\n')}
}
`
