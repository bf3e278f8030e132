import { RE2JS } from 're2js'
import { badData, shown } from './problem-error.js'

/** A compiled pattern: tells whether a text contains a match. */
export type PatternTest = (text: string) => boolean

const maxPattern = 1000

/**
 * Compiles a regular expression of a request (idPattern, `~=`), unanchored. RE2 syntax: its running time grows with the
 * text only, so that no pattern of a client can block the broker; look-around and back-references do not exist in it.
 */
export const compilePattern = (pattern: string): PatternTest => {
  if (pattern.length > maxPattern) return badData(`the pattern is longer than ${maxPattern} characters`)
  try {
    const compiled = RE2JS.compile(pattern)
    return (text) => compiled.matcher(text).find()
  } catch {
    return badData(`"${shown(pattern)}" is no regular expression that the broker takes (RE2 syntax)`)
  }
}
