import equalModule from 'ajv/dist/runtime/equal.js'
import lengthModule from 'ajv/dist/runtime/ucs2length.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'

/** JSON Schema formats as Ajv's compiled code asks for them, by name. */
export const formats: Readonly<Record<string, unknown>> = {
  ...fullFormats,
  // ajv-formats has no check for addresses with letters beyond ASCII.
  'idn-email': /^[^@\s]+@[^@\s]+$/u,
}

/** Tells whether two JSON values are the same. */
// Ajv's declaration names the module that it re-exports, not the function that stands there.
export const sameValue: (a: unknown, b: unknown) => boolean = equalModule.default as unknown as (
  a: unknown,
  b: unknown,
) => boolean

/** Length of a text in code points, as JSON Schema counts it. */
export const textLength: (text: string) => number = lengthModule.default
