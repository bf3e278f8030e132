import { printLiteral } from './literal.js'

const versionOf = (url: string): readonly number[] =>
  (/-v(\d+(?:\.\d+)*)\.jsonld$/.exec(url)?.[1] ?? '0').split('.').map(Number)

const byVersion = (a: string, b: string): number => {
  const [left, right] = [versionOf(a), versionOf(b)]
  const at = left.findIndex((part, index) => part !== right[index])
  return at === -1 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? 0)
}

/**
 * Writes the module that carries the NGSI-LD core contexts (`src/ngsi/core-contexts.ts`), oldest first.
 * `contexts` maps each versioned URL to its `@context` object.
 */
export const printCoreContexts = (contexts: Readonly<Record<string, unknown>>): string => {
  const urls = Object.keys(contexts).sort(byVersion)
  const newest = urls.at(-1)
  if (newest === undefined) return ''
  const entries = urls.map((url) => `  ${printLiteral(url)}: ${printLiteral(contexts[url], '  ')},`)
  return `// Written by city-context generate from schemas/contexts; do not edit.

/** The \`@context\` object of a version of the core context: term to IRI, or to an expanded definition. */
export type CoreContext = Readonly<Record<string, unknown>>

/** URL of the newest NGSI-LD core context that is built in. */
export const coreContextUrl: string = ${printLiteral(newest)}

/** The core contexts of NGSI-LD by URL (CIM 009 annex B; the terms are protected, \`@vocab\` is the default vocabulary). */
export const coreContexts: Readonly<Record<string, CoreContext>> = {
${entries.join('\n')}
}
`
}
