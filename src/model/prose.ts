import { unitCodeOf } from './unit-codes.js'

/** The tags that official descriptions carry: `Model:'…'`, `Enum:'…'`, `Units:'…'`, with all their spellings. */
const tag = /\b(Model|Enum|Units?|Privacy)\s*:\s*(['"])(.*?)\2\s*\.?|\bModel:'[^ ]*\.?/gis

const kindWord = /^[\s"']*(?:geo-?|language|list|vocab|json)?\s?(?:propert\w*|relation\w*)\s*[.:]\s*/i

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
  const short = sentence.length <= 160 ? sentence : `${sentence.slice(0, 157).replace(/\s+\S*$/, '')}…`
  return short.replace(/\.$/, '')
}

/** The unit that an official description names in `Units:'…'`, and its UN/CEFACT code where there is one. */
export const unitIn = (
  description: string,
): { readonly spelling: string; readonly code: string | undefined } | undefined => {
  const spelling = /\bunits?\s*:\s*(['"])(.*?)\1/is.exec(description.slice(0, 4000))?.[2]?.trim()
  return spelling === undefined || spelling === '' ? undefined : { spelling, code: unitCodeOf(spelling) }
}
