/** Where a `$ref` leads: a document by its path in the layout of the official site, and a JSON Pointer in it. */
export interface Reference {
  readonly document: string
  readonly pointer: string
}

/** The hosts under which the same documents are published, and how each writes owner, repository and branch. */
const layouts: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/smart-data-models\.github\.io\/+/i, ''],
  [/^https?:\/\/raw\.githubusercontent\.com\/smart-data-models\/+([^/]+)\/+refs\/heads\/+[^/]+\/+/i, '$1/'],
  [/^https?:\/\/raw\.githubusercontent\.com\/smart-data-models\/+([^/]+)\/+[^/]+\/+/i, '$1/'],
  [
    /^https?:\/\/github\.com\/smart-data-models\/+([^/]+)\/+(?:raw|blob)\/+(?:refs\/heads\/+)?[^/]+\/+/i,
    '$1/',
  ],
  [/^https?:\/\/(geojson\.org)\/+/i, '$1/'],
  [/^https?:\/\/([^/]+)\/+/i, '$1/'],
]

/** Joins a relative path to the folder of a document; parts that would lead out of the root are dropped. */
const join = (base: string, relative: string): string => {
  const parts = relative.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Reads a `$ref` that stands in `base`: all spellings of one published document (github.io, raw, blob, any branch,
 * http and https) give one path, because a document's identity is its path, never its `$id`.
 */
export const parseReference = (ref: string, base: string): Reference => {
  const hash = ref.indexOf('#')
  const url = hash === -1 ? ref : ref.slice(0, hash)
  const pointer = hash === -1 ? '' : ref.slice(hash + 1).replace(/\/$/, '')
  if (url === '') return { document: base, pointer }
  const layout = layouts.find(([pattern]) => pattern.test(url))
  const document = layout === undefined ? join(base, url) : join('', url.replace(layout[0], layout[1]))
  return { document, pointer }
}

/** Writes a reference as one text, `data-models/common-schema.json#/definitions/tag`. */
export const printReference = (reference: Reference): string => `${reference.document}#${reference.pointer}`
