import { coreContextUrl } from '../ngsi/core-contexts.js'
import { defaultVocabulary } from '../ngsi/uri.js'

/** Where the context of a subject is published, and what it puts before most names. */
export interface OfficialNames {
  readonly context: string
  readonly vocabulary: string
}

/** The published names of a subject, such as `dataModel.Parking`; those of NGSI-LD itself where there is none. */
export const officialNames = (subject: string | undefined): OfficialNames =>
  subject === undefined
    ? { context: coreContextUrl, vocabulary: defaultVocabulary }
    : {
        context: `https://raw.githubusercontent.com/smart-data-models/${subject}/master/context.jsonld`,
        vocabulary: `https://smartdatamodels.org/${subject}/`,
      }
