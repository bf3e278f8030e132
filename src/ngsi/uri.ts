/** The marker that deletes an attribute or member in an update (CIM 009 4.5.0, "NGSI-LD Null"). */
export const ngsiNull = 'urn:ngsi-ld:null'

/** The IRI prefix of names that no context defines (CIM 009 annex B, `@vocab`). */
export const defaultVocabulary = 'https://uri.etsi.org/ngsi-ld/default-context/'

// Whitespace, quotes, brackets, controls, and the invisible or direction-changing characters that make two ids look alike.
const forbidden = /[\s<>"{}|\\^`\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

// What nearly every id looks like; the general pattern, with its Unicode classes, costs ten times as much.
const plainUri = /^[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-[\]_a-z~]+$/

// The same characters as a table: for a URN, walking over it takes half of the time of the pattern.
const plainCharacters = Uint8Array.from({ length: 128 }, (_, code) =>
  /[!#-;=?-[\]_a-z~]/.test(String.fromCharCode(code)) ? 1 : 0,
)

const isPlainUrn = (text: string): boolean => {
  if (!text.startsWith('urn:') || text.length === 4) return false
  for (let at = 4; at < text.length; at += 1) if (plainCharacters[text.charCodeAt(at)] !== 1) return false
  return true
}

/** Tells whether a text is an absolute URI or IRI, as ids, objects and datasetIds must be (CIM 009 4.5.1). */
export const isUri = (text: unknown): text is string =>
  typeof text === 'string' &&
  (isPlainUrn(text) ||
    plainUri.test(text) ||
    (/^[A-Za-z][A-Za-z0-9+.-]*:./u.test(text) && !forbidden.test(text)))

// Letters and digits of any script, `_`, and one optional prefix (CIM 009 4.6.2).
const nameShape = /^\p{L}[\p{L}\p{N}_]*(?::\p{L}[\p{L}\p{N}_]*)?$/u

/** Tells whether a text is a legal attribute or type name: a short name, `prefix:name`, or an absolute IRI. */
export const isName = (text: string): boolean =>
  nameShape.test(text) ||
  (/^[a-z][a-z0-9+.-]*:\/\/./iu.test(text) && isUri(text)) ||
  (/^urn:[a-z0-9]/iu.test(text) && isUri(text))

/**
 * Makes an entity id `urn:ngsi-ld:<Type>:<parts…>`, the recommended form (CIM 009 annex A.3).
 * Characters that no URI may hold are percent-encoded; case is kept.
 */
export const entityUrn = (type: string, ...parts: readonly (string | number)[]): string =>
  ['urn:ngsi-ld', type, ...parts.map((part) => encodeURIComponent(String(part)))].join(':')
