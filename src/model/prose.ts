import { unitCodeOf } from './unit-codes.js'

/** The tags that official descriptions carry: `Model:'…'`, `Enum:'…'`, `Units:'…'`, with all their spellings. */
const tag = /\b(Model|Enum|Units?|Privacy)\s*:\s*(['"])(.*?)\2\s*\.?|\bModel:'[^ ]*\.?/gis

const kindWord = /^[\s"']*(?:geo-?|language|list|vocab|json)?\s?(?:propert\w*|relation\w*)\s*[.:]\s*/i

/** Longest description that is kept whole, in characters. */
const longest = 88

/** Ends a long sentence where a clause ends, or else after a word. */
const shortened = (sentence: string): string => {
  if (sentence.length <= longest) return sentence
  const head = sentence.slice(0, longest)
  const clause = /^(.{36,})(?:[,;:]|\s[(–-]|\.\s)/.exec(head)?.[1]
  return clause ?? `${head.replace(/\s+\S*$/, '')}…`
}

/** The sentences that an official description holds besides its tags, shortened to one short paragraph, or undefined. */
export const proseOf = (description: string): string | undefined => {
  const text = description
    .slice(0, 4000)
    .replace(kindWord, '')
    .replace(tag, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, '')
    // A comment in generated code must not end early.
    .replace(/\*\//g, '* /')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:]+/, '')
    .trim()
  if (text === '') return undefined
  const sentence = /^.{20,}?[.!?](?=\s+[A-Z]|$)/.exec(text)?.[0] ?? text
  return shortened(sentence).replace(/[.,;:]$/, '')
}

/** The unit that an official description names in `Units:'…'`, and its UN/CEFACT code where there is one. */
export const unitIn = (
  description: string,
): { readonly spelling: string; readonly code: string | undefined } | undefined => {
  const spelling = /\bunits?\s*:\s*(['"])(.*?)\1/is.exec(description.slice(0, 4000))?.[2]?.trim()
  return spelling === undefined || spelling === '' ? undefined : { spelling, code: unitCodeOf(spelling) }
}
