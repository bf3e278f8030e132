import type { DataClass } from './data-class.js'

/** Why a name or value looks as if it should not be published. */
export interface Sensitive {
  readonly kind: 'secret' | 'personal'
  readonly reason: string
}

// Names are compared without case and separators; Dutch, German, French and English words that registers use.
const secretNames =
  /(^|_)(password|passwort|wachtwoord|passwd|secret|geheim|token|api_?key|app_?key|app_?s_?key|nwk_?s_?key|private_?key|access_?key|session_?key)s?($|_)|(^|_)credentials?$/
const personalNames =
  /(^|_)(e_?mail|mail_?adres|mailadresse|phone|telefoon(nummer)?|telefon|telefonnummer|mobil(e|tel)?|tel2?|fax|kenteken|kennzeichen|license_?plate|number_?plate|bsn|burgerservicenummer|ssn|geboorte_?datum|geburtsdatum|birth_?date|voornaam|achternaam|vorname|nachname|first_?name|last_?name|mac(_?address)?|dev_?eui|device_?id|user_?id|imei|iban|reporter|melder(_naam)?|account_id)($|_|\d)/

const words = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .toLowerCase()

const judgeName = (name: string): Sensitive | undefined => {
  const text = words(name)
  if (secretNames.test(text)) return { kind: 'secret', reason: 'its name is that of a key or password' }
  if (personalNames.test(text)) return { kind: 'personal', reason: 'its name is that of personal data' }
  return undefined
}

/** The same names come with every row; so many different ones are remembered. */
const maxKnownNames = 10_000
const knownNames = new Map<string, Sensitive | null>()

/** Says whether a column's or attribute's name looks secret or personal. */
export const sensitiveName = (name: string): Sensitive | undefined => {
  const known = knownNames.get(name)
  if (known !== undefined) return known ?? undefined
  const judged = judgeName(name.slice(0, 200))
  if (knownNames.size < maxKnownNames) knownNames.set(name, judged ?? null)
  return judged
}

const email = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/
const mac = /(?<![\dA-Fa-f:-])(?:[\dA-Fa-f]{2}[:-]){5}[\dA-Fa-f]{2}(?![\dA-Fa-f:-])/
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----/
const jsonWebToken = /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/
// The sidecodes of Dutch plates in use; at least one letter group and one digit group, with hyphens.
const dutchPlate =
  /(?<![\w-])(?:[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|\d{2}-[A-Z]{2,3}-\d{1,2}|\d-[A-Z]{3}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2})(?![\w-])/

/** Says whether a text value looks secret or personal; the first 10,000 characters are looked at. */
export const sensitiveValue = (value: string): Sensitive | undefined => {
  const text = value.length > 10_000 ? value.slice(0, 10_000) : value
  // Each pattern needs a character that most values lack; looking for it first is far cheaper.
  if (
    (text.includes('-----BEGIN') && privateKey.test(text)) ||
    (text.includes('eyJ') && jsonWebToken.test(text))
  )
    return { kind: 'secret', reason: 'it holds a private key or token' }
  if (text.includes('@') && email.test(text))
    return { kind: 'personal', reason: 'it holds an e-mail address' }
  const hyphen = text.includes('-')
  if ((hyphen || text.includes(':')) && mac.test(text))
    return { kind: 'personal', reason: 'it holds a MAC address' }
  if (hyphen && dutchPlate.test(text))
    return { kind: 'personal', reason: 'it holds what reads like a licence plate' }
  return undefined
}

/** Tells whether a class is strict enough for what a name looks like. */
export const classCovers = (dataClass: DataClass | undefined, sensitive: Sensitive): boolean =>
  dataClass !== undefined && (sensitive.kind === 'personal' || dataClass !== 'public')
