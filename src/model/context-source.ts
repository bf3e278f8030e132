import { isObject } from '../ngsi/entity.js'
import type { Report } from './finding.js'
import { officialNames } from './official-names.js'
import type { Source } from './source.js'
import { type TermMap, termMapOf } from './term-map.js'

/** A subject's context: its URL, its document, what it says. */
export interface SubjectContext {
  readonly url: string
  readonly document: unknown
  readonly terms: TermMap
}

const parse = (text: string, place: string, report: Report): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    report({ place, rule: 'context.not-json', message: 'the context is no JSON; its names get default IRIs' })
    return undefined
  }
}

/** Opens the contexts of a source's subjects: `REPO/context.jsonld`, or `contexts/REPO.jsonld`. */
export const openContexts = (
  source: Pick<Source, 'read'>,
  report: Report,
  urlOf: (subject: string) => string = (subject) => officialNames(subject).context,
): ((subject: string) => SubjectContext) => {
  const known = new Map<string, SubjectContext>()
  const load = (subject: string): SubjectContext => {
    const places = [`${subject}/context.jsonld`, `contexts/${subject}.jsonld`]
    const place = places.find((path) => source.read(path) !== undefined)
    const content = place === undefined ? undefined : parse(source.read(place) ?? '', place, report)
    if (place === undefined)
      report({
        place: places[0] ?? subject,
        rule: 'context.absent',
        message: 'there is no context; names get default IRIs',
      })
    const document = isObject(content) && content['@context'] !== undefined ? content : { '@context': {} }
    return { url: urlOf(subject), document, terms: termMapOf(document) }
  }
  return (subject) => {
    const context = known.get(subject) ?? load(subject)
    known.set(subject, context)
    return context
  }
}
