import equalModule from 'ajv/dist/runtime/equal.js'
import lengthModule from 'ajv/dist/runtime/ucs2length.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'

// What nearly every date-time looks like, days that some month lacks left to the full check, which costs six times as much.
const commonDateTime =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

const fullDateTime = fullFormats['date-time'] as { readonly validate: (text: string) => boolean }

/** JSON Schema formats as Ajv's compiled code asks for them, by name. */
export const formats: Readonly<Record<string, unknown>> = {
  ...fullFormats,
  'date-time': {
    ...fullDateTime,
    validate: (text: string) => commonDateTime.test(text) || fullDateTime.validate(text),
  },
  // ajv-formats has no check for addresses with letters beyond ASCII.
  'idn-email': /^[^@\s]+@[^@\s]+$/u,
}

/** Node gives a CommonJS module as a whole, bundlers its default export. */
const defaultOf = <Fn>(module: unknown): Fn =>
  (typeof module === 'function' ? module : (module as { default: unknown }).default) as Fn

/** Tells whether two JSON values are the same. */
export const sameValue: (a: unknown, b: unknown) => boolean = defaultOf(equalModule)

/** Length of a text in code points, as JSON Schema counts it. */
export const textLength: (text: string) => number = defaultOf(lengthModule)
