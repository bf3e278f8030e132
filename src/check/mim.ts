import type { ResolvedProfile } from '../profile/profile.js'
import type { CheckReport, MimResult } from './report.js'

type Facts = Pick<CheckReport, 'rules' | 'payloads' | 'attributes' | 'representations'> & {
  readonly profile: ResolvedProfile | undefined
}

const errorsOf = (facts: Facts, ids: readonly string[]): number =>
  facts.rules.filter((rule) => ids.includes(rule.rule)).reduce((sum, rule) => sum + rule.count, 0)

const tested = (
  facts: Facts,
  id: string,
  title: string,
  rules: readonly string[],
  proof: string,
): MimResult => {
  if (facts.payloads === 0) return { id, title, state: 'not covered', because: 'there were no payloads' }
  const found = errorsOf(facts, rules)
  return found === 0
    ? { id, title, state: 'proved', because: proof }
    : { id, title, state: 'broken', because: `${found} findings of ${rules.join(', ')}` }
}

/**
 * What a check says about OASC's minimal interoperability mechanisms (MIM1 interlinking, MIM2 representing, MIM4 personal
 * data, MIM7 geospatial; rule ids of mims.oascities.org). Only what this check has run is called proved.
 */
export const mimResults = (facts: Facts): readonly MimResult[] => {
  const { profile } = facts
  const located = facts.attributes.withLocation
  const governed = profile?.governance?.purpose !== undefined && profile.governance.legalBasis !== undefined
  return [
    tested(
      facts,
      'MIM1 R1.1',
      'Each entity has a unique id',
      ['ngsi.id', 'ngsi.duplicate-id'],
      'every id is a URI and occurs once',
    ),
    {
      id: 'MIM1 R1.2',
      title: 'Ids can be resolved in a system',
      state: 'not covered',
      because: 'a check of payloads asks no broker for them',
    },
    tested(
      facts,
      'MIM2 R1',
      'Models are explicit and documented',
      ['vocabulary.unknown-type', 'vocabulary.unknown-attribute', 'profile.closed'],
      'every attribute is in a published model or the profile',
    ),
    tested(
      facts,
      'MIM2 R2.1',
      'Standard models are used',
      [
        'model.required',
        'model.type',
        'model.enum',
        'model.kind',
        'model.range',
        'model.format',
        'model.schema',
      ],
      'every payload follows its Smart Data Model',
    ),
    tested(
      facts,
      'MIM2 R3',
      'Units and time formats are explicit',
      ['ngsi.date-time', 'ngsi.unit-code', 'model.unit', 'profile.unit'],
      'instants are UTC, units are UN/CEFACT codes',
    ),
    governed
      ? {
          id: 'MIM4',
          title: 'Purpose and legal basis of personal data',
          state: 'declared',
          because: 'the profile states both',
        }
      : {
          id: 'MIM4',
          title: 'Purpose and legal basis of personal data',
          state: 'not covered',
          because: 'no profile states purpose and legal basis',
        },
    located === 0
      ? {
          id: 'MIM7 R2',
          title: 'Locations are in an open encoding',
          state: 'not covered',
          because: 'no payload has a location',
        }
      : tested(
          facts,
          'MIM7 R2',
          'Locations are in an open encoding',
          ['ngsi.geometry', 'plausibility.swapped', 'plausibility.bounds'],
          'locations are GeoJSON in WGS84',
        ),
    {
      id: 'MIM7 R5',
      title: 'The coordinate system is named',
      state: located === 0 ? 'not covered' : 'declared',
      because: located === 0 ? 'no payload has a location' : 'NGSI-LD fixes WGS84 (EPSG:4326)',
    },
  ]
}
